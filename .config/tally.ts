/** The last word of a test run: what was skipped and why, then one plain line that a script can read. */
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** One line for each skipped test, or for each suite that was skipped as a whole. */
  skips: string[];
}

/** `12 passed, 0 failed`, and `, 3 skipped` where there are any. */
export function tallyLine({ passed, failed, skipped }: Omit<Tally, 'skips'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Files that did not load and errors outside any test count as failed: a run that broke may not read "0 failed". */
export function tallyOf(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): Tally {
  const tally: Tally = { passed: 0, failed: unhandledErrors.length, skipped: 0, skips: [] };
  for (const module of modules) {
    tally.failed += module.errors().length;
    countTests(module, tally);
    tally.skips.push(...skipsOf(module.children, module.relativeModuleId));
  }
  return tally;
}

function countTests(module: TestModule, tally: Tally): void {
  for (const test of module.children.allTests()) {
    switch (test.result().state) {
      case 'passed':
        tally.passed++;
        break;
      case 'skipped':
        tally.skipped++;
        break;
      // A test still pending when the run ends was cut short.
      case 'pending':
      case 'failed':
        tally.failed++;
    }
  }
  for (const suite of module.children.allSuites()) tally.failed += suite.errors().length;
}

function* skipsOf(children: TestModule['children'], path: string): Generator<string> {
  for (const child of children) {
    if (child.type === 'test') {
      const result = child.result();
      if (result.state === 'skipped') yield `${path}: ${child.name}${result.note === undefined ? '' : ` (${result.note})`}`;
    } else if (child.state() === 'skipped') yield `${path}: ${child.name} (${count(child.children.allTests())})`;
    else yield* skipsOf(child.children, path);
  }
}

function count(tests: Iterable<unknown>): string {
  const number = [...tests].length;
  return number === 1 ? '1 test' : `${number} tests`;
}

export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const tally = tallyOf(modules, unhandledErrors);
    if (tally.skips.length > 0)
      console.log(['SKIPPED, so nothing below is proved by this run:', ...tally.skips.map((skip) => `  - ${skip}`)].join('\n'));
    console.log(tallyLine(tally));
  }
}
