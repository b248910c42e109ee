/** The only way to skip: with a reason, which the end of every run repeats. */
import { describe } from 'vitest';

/**
 * A suite that runs only where `ready` holds: a server, a browser or a data file may be absent on a machine.
 * @param reason what is missing and how to provide it; it becomes part of the title, so no report can lose it.
 */
export function describeIf(ready: boolean, reason: string, title: string, suite: () => void): void {
  if (ready) describe(title, suite);
  else describe.skip(`${title} (skipped: ${reason})`, suite);
}
