import { exitCodes } from '../../packages/cli/src/exit-codes.ts';
import { inputFaults } from '../../packages/cli/src/faults.ts';
import { refusalTexts, storeFaultTexts } from '../../packages/core/src/index.ts';
import { table } from './table.ts';

const explained = (texts: Readonly<Record<string, { readonly means: string; readonly remedy: string }>>): readonly string[] =>
  table(
    ['code', 'means', 'what to do'],
    Object.entries(texts).map(([code, { means, remedy }]) => [`\`${code}\``, means, remedy]),
  );

/** Every refusal, every store fault, every fault of the input and every exit code, with a remedy for each. */
export function errorsPage(): string {
  return [
    '# Errors',
    '',
    'Made by `pnpm run docs` from the texts that the software itself speaks.',
    '',
    '## Refusals',
    '',
    'A refusal is a value that `execute` or `observe` returns. Nothing was written. It names an article or a rule.',
    '`NOT_IN_THIS_STAGE` and `UNKNOWN_COMMAND` also list in `mayFollow` what the chart lets follow; with every other code that list is empty.',
    '',
    ...table(
      ['code', 'English', 'tiếng Việt', 'what to do'],
      Object.entries(refusalTexts.en).map(([code, { says, remedy }]) => [
        `\`${code}\``,
        says,
        refusalTexts.vi[code as keyof typeof refusalTexts.vi].says,
        remedy,
      ]),
    ),
    '',
    '## Store faults',
    '',
    'A `StoreFault` is thrown. It says what was not done, whether the same command id may be sent again (`retryable`), and whether anything',
    'may have been written (`written`).',
    '',
    ...explained(storeFaultTexts),
    '',
    '## What `redress` says of its input',
    '',
    'With `--json` the code stands in `error.code`. The exit code is 2; it is 1 for a file or a map that failed in the midst of an import.',
    '',
    ...explained(inputFaults),
    '',
    '## Exit codes of `redress`',
    '',
    ...table(
      ['code', 'means', 'what to do'],
      Object.values(exitCodes).map(({ code, says, remedy }) => [String(code), says, remedy]),
    ),
    '',
  ].join('\n');
}
