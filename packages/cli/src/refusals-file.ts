/** Refused requests as a host may record them beside its log, one JSON object a line: `{ "at", "by", "refusal" }`. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RefusedRequest } from '@redress/audit';
import { z } from 'zod';
import { UsageError } from './faults.ts';

const because = z.union([
  z.object({ citation: z.object({ text: z.string(), grade: z.string().optional() }) }),
  z.object({ rule: z.string() }),
]);

/** The refusal stands as the engine returned it; of what a review tells, all must be there. */
const line = z.object({
  at: z.iso.datetime({ offset: true }),
  by: z.object({ id: z.string(), unit: z.string(), role: z.string() }),
  refusal: z.looseObject({
    refused: z.literal(true),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    asked: z.string(),
    case: z.string(),
    because,
  }),
});

/** @throws UsageError `no-such-file`, or `bad-facts` that names the line. */
export function refusalsIn(name: string | undefined, folder: string): readonly RefusedRequest[] | undefined {
  if (name === undefined) return undefined;
  const file = resolve(folder, name);
  if (!existsSync(file)) throw new UsageError('no-such-file', `There is no file ${file}. Nothing was written.`);
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((each, index) => (each.trim() === '' ? [] : [refusedIn(each, `${file}, line ${index + 1}`)]));
}

function refusedIn(text: string, where: string): RefusedRequest {
  try {
    // The codes of refusals grow; one that is not known is said by its code.
    return line.parse(JSON.parse(text)) as unknown as RefusedRequest;
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new UsageError('bad-facts', `${where} is no refused request: ${why}. Nothing was written.`, { cause });
  }
}
