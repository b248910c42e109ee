/** The page of the faults that are put into the evidence: what was tried, what was found, and which of them are none. */
import { type Counted, counts, equivalents, further, leftOut, type Sampled, scoreOf, tests } from '../mutants-known.ts';
import { table } from './table.ts';

const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

const COLUMNS = ['faults', 'found', 'ended by the clock', 'called equivalent', 'not found', 'score'];

const cells = (all: readonly Counted[]): readonly string[] => [
  ...(['mutants', 'killed', 'timedOut', 'equivalent', 'left'] as const).map((of) => String(all.reduce((sum, each) => sum + each[of], 0))),
  all.every(({ mutants, equivalent }) => mutants === equivalent) ? '' : `${scoreOf(all).toFixed(1)} %`,
];

const row = (counted: Counted): readonly string[] => [code(counted.file), ...cells([counted])];

/** The score without the files that were looked at before. */
function seenBefore(files: readonly Sampled[], seen: readonly string[]): readonly string[] {
  if (seen.length === 0) return [];
  const unseen = files.filter(({ file }) => !seen.includes(file));
  return [
    'An earlier seed had drawn some of the same lines, and tests were written with them in view, in',
    `${seen.map(code).join(', ')}. Without these files the score is ${scoreOf(unseen).toFixed(1)} %.`,
    '',
  ];
}

/** What the sample of the further files has to show. */
function sampled(): readonly string[] {
  const { whole, sample } = counts();
  const { percent, seed, seen = [], files } = sample;
  const missing = Object.keys(further).filter((file) => [...whole, ...files].every((each) => each.file !== file));
  const line = (each: Sampled): readonly string[] => [code(each.file), each.lines.replaceAll(',', ', '), ...cells([each])];
  return [
    `\`pnpm mutants --sample ${percent} --seed ${seed}\` tries, of each further file, runs of six lines that the seed draws, about ${percent} per cent of`,
    'the file and at least one run. A fault that goes over more lines than its run is not tried; a run may hold none. The command fails',
    'where fewer than 85 of a hundred faults of the whole sample were found. `pnpm mutants --sample ... FILE` tries the same lines of one',
    'file again.',
    '',
    ...table(['file', 'lines', ...COLUMNS], [...files.map(line), ['all', '', ...cells(files)]]),
    '',
    ...seenBefore(files, seen),
    ...(missing.length > 0 ? [`Named, and not tried: ${missing.map(code).join(', ')}.`, ''] : []),
    `Left out are ${leftOut.map(code).join(', ')}: they hold nothing but texts for readers, their layout, and names handed on. A fault in`,
    'them is another wording, and a test that finds it would only repeat the text.',
  ];
}

export function mutantsPage(): string {
  const counted = counts().whole;
  const untried = Object.keys(tests).filter((file) => !counted.some((each) => each.file === file));
  return [
    '# Faults put into the evidence',
    '',
    'Written by `pnpm run docs` from `.config/mutants-counted.json` and `.config/mutants-equivalent.json`.',
    '',
    '`pnpm mutants FILE` puts small faults into one file of `packages/audit/src`, one at a time, and runs the tests that',
    '`.config/mutants-known.ts` names for it. Each fault that no test finds is printed, and the command fails, unless',
    '`.config/mutants-equivalent.json` says why it changes nothing. A file tried as a whole is entered in `.config/mutants-counted.json`.',
    '`pnpm mutants verify.ts:100-140` tries some lines and enters nothing.',
    '',
    '## Measured',
    '',
    ...table(['file', ...COLUMNS], counted.map(row)),
    '',
    'A fault that was ended by the clock made the tests run for ten seconds longer than without it, or went round a loop without end. The',
    'score is of the faults that are not called equivalent.',
    ...(untried.length > 0 ? ['', `Named, and not tried: ${untried.map(code).join(', ')}.`] : []),
    '',
    '## Sampled',
    '',
    ...sampled(),
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
