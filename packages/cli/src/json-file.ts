/** A JSON file that the command line names. */
import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from './faults.ts';

/** @throws UsageError `no-such-file`, or `bad-facts` where it is not JSON. */
export function jsonFrom(file: string): unknown {
  if (!existsSync(file)) throw new UsageError('no-such-file', `There is no file ${file}. Nothing was answered.`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError('bad-facts', `${file} is not JSON: ${why}. Nothing was answered.`, { cause });
  }
}
