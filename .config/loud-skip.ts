/** The only way to skip: with a reason, which the end of every run repeats. */
import { describe, it } from 'vitest';

/**
 * A suite that runs only where `ready` holds: a server, a browser or a data file may be absent on a machine.
 * @param reason what is missing and how to provide it; it becomes part of the title, so no report can lose it.
 */
export function describeIf(ready: boolean, reason: string, title: string, suite: () => void): void {
  if (ready) describe(title, suite);
  else describe.skip(`${title} (skipped: ${reason})`, suite);
}

/** The same for one test. */
export function itIf(ready: boolean, reason: string, title: string, test: () => void | Promise<void>): void {
  if (ready) it(title, test);
  else it.skip(`${title} (skipped: ${reason})`, test);
}
