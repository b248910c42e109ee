/** The page of the faults that are put into the evidence: what was tried, what was found, and which of them are none. */
import { type Counted, counts, equivalents, tests } from '../mutants-known.ts';
import { table } from './table.ts';

const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

const row = ({ file, mutants, killed, timedOut, equivalent, left }: Counted): readonly string[] => [
  code(file),
  ...[mutants, killed, timedOut, equivalent, left].map(String),
  `${(((killed + timedOut) * 100) / (mutants - equivalent)).toFixed(1)} %`,
];

export function mutantsPage(): string {
  const counted = counts();
  const untried = Object.keys(tests).filter((file) => !counted.some((each) => each.file === file));
  return [
    '# Faults put into the evidence',
    '',
    'Written by `pnpm docs` from `.config/mutants-counted.json` and `.config/mutants-equivalent.json`.',
    '',
    '`pnpm mutants FILE` puts small faults into one file of `packages/audit/src`, one at a time, and runs the tests that',
    '`.config/mutants-known.ts` names for it. Each fault that no test finds is printed, and the command fails, unless',
    '`.config/mutants-equivalent.json` says why it changes nothing. A file tried as a whole is entered in `.config/mutants-counted.json`.',
    '`pnpm mutants verify.ts:100-140` tries some lines and enters nothing.',
    '',
    '## Measured',
    '',
    ...table(['file', 'faults', 'found', 'ended by the clock', 'called equivalent', 'not found', 'score'], counted.map(row)),
    '',
    'A fault that was ended by the clock made the tests run for ten seconds longer than without it, or went round a loop without end. The',
    'score is of the faults that are not called equivalent.',
    ...(untried.length > 0 ? ['', `Named, and not tried: ${untried.map(code).join(', ')}.`] : []),
    '',
    '## Called equivalent',
    '',
    ...table(
      ['file', 'line', 'fault', 'why it is none'],
      equivalents().map(({ file, line, from, to, reason }) => [code(file), code(line), `${code(from)} becomes ${code(to)}`, reason]),
    ),
    '',
    '## Branches',
    '',
    '`pnpm coverage` runs the tests of the proofs and of the verifier, and fails unless they go through every branch, every function and',
    'every line of `canonical.ts`, `merkle.ts`, `checkpoint.ts`, `heads.ts`, `verdict.ts` and each `verify*.ts`.',
    '',
  ].join('\n');
}
