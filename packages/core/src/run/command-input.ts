/** What every command needs, whatever its case type. */
import { z } from 'zod';
import { legalDay } from '../domain/calendar.ts';
import { isSealedText } from '../domain/vault.ts';

/** Deeper than this no record can lie (a fact's data is two levels further in), and a schema that holds itself would not come back. */
const DEEPEST = 250;

/** These stand at the end of a path, where no name of a field can. */
const HALVED = '\0';
const SEALED = '\0sealed';

/** Half of a character, which no UTF-8 can hold. */
const HALF = /\p{Cs}/u;

/**
 * Why data cannot be taken as it is, or null. Schemas drop a key called `__proto__` without a word, and what somebody sent may not
 * vanish; a value nested without end, or in a circle, is found here before a schema walks into it. A text that looks like a handle would
 * be taken for a value in a vault by whoever reads the fact.
 */
export function unreadable(data: unknown): string | null {
  const path = pathOfUnreadable(data, 0);
  if (path === null) return null;
  if (path.at(-1) === '__proto__') return `${path.join('.')}: is no name for a field`;
  if (path.at(-1) === HALVED) return `${path.slice(0, -1).join('.')}: holds half of a character`;
  if (path.at(-1) === SEALED) return `${path.slice(0, -1).join('.')}: looks like the handle of a value in a vault`;
  return `${path.slice(0, 3).join('.')}…: lies more than ${DEEPEST} levels deep, or in a circle`;
}

/** Where it lies, put together only once something is found. */
function pathOfUnreadable(data: unknown, depth: number): string[] | null {
  if (typeof data === 'string') return HALF.test(data) ? [HALVED] : isSealedText(data) ? [SEALED] : null;
  if (typeof data !== 'object' || data === null) return null;
  if (depth > DEEPEST) return [];
  if (Object.hasOwn(data, '__proto__')) return ['__proto__'];
  for (const key of Object.keys(data)) {
    const found = pathOfUnreadable((data as Readonly<Record<string, unknown>>)[key], depth + 1);
    if (found) return [key, ...found];
  }
  return null;
}

const name = z.string().min(1).max(200);

export const commandInput = z.strictObject({
  id: name.describe('Chosen by the sender; the same id asks for the same thing again. Those that begin with $ are the engine’s own.'),
  type: name.describe("The command's name."),
  case: name
    .regex(/^[^$]/, { message: 'begins with $: such names are the log’s own' })
    .regex(/^\P{Cc}*$/u, { message: 'holds a control character' })
    .optional()
    .describe('The case; may be absent for a command that opens one.'),
  caseType: name.optional(),
  on: legalDay.describe('The legal day on which it is asked.'),
  actor: z
    .strictObject({
      id: name.describe('Pseudonymous staff id.'),
      unit: name.describe('The unit the actor belongs to.'),
      role: name.describe('The role in which the actor asks.'),
      onBehalfOf: name.optional().describe('Whose duty the actor performs by delegation.'),
    })
    .describe('Who asks.'),
  data: z.record(z.string(), z.unknown()).optional().describe("The command's own fields."),
  late: z
    .strictObject({ ground: z.string().min(1).max(2000), document: z.string().min(1).max(500) })
    .optional()
    .describe('Why a paper dated before the last step is taken in.'),
  correlation: name.optional(),
  causation: name.optional(),
  version: z.int().min(0).optional().describe('The version of the case that the asker has seen; 0 where it was not there yet.'),
});
