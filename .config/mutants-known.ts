/** What is known of the faults that `pnpm mutants` puts in: which tests have to find them, what they found, and which are none. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const top = fileURLToPath(new URL('..', import.meta.url));
export const countedFile = fileURLToPath(new URL('mutants-counted.json', import.meta.url));

const proofs = 'packages/audit/test/proofs/';
const verify = 'packages/audit/test/verify/';
const bundles = ['told', 'folders', 'unreadable'].map((name) => `${verify}${name}.test.ts`);

/** Only tests that take a second or so, since each runs once for every fault. In the order of the page. */
export const tests: Readonly<Record<string, readonly string[]>> = {
  'merkle.ts': [`${proofs}merkle.test.ts`],
  'checkpoint.ts': [`${proofs}checkpoint.test.ts`],
  'heads.ts': [`${proofs}heads.test.ts`],
  'canonical.ts': ['packages/audit/test/canonical.test.ts'],
  'verify.ts': [...bundles, `${verify}proved.test.ts`],
  'verify-case.ts': bundles,
  'verify-disclosures.ts': [`${verify}disclosed.test.ts`, ...bundles],
  'verify-files.ts': bundles,
  'verify-ids.ts': [`${verify}packed.test.ts`],
  'verify-json.ts': [`${verify}json-files.test.ts`],
  'verify-lines.ts': bundles,
  'verify-log.ts': [...bundles, `${verify}proved.test.ts`],
  'verify-main.ts': [`${verify}command-line.test.ts`],
  'verify-notes.ts': bundles,
  'verify-program.ts': [`${verify}command-line.test.ts`],
  'verify-record.ts': [`${verify}lines.test.ts`],
  'verify-scan.ts': [`${verify}scan.test.ts`],
  'verify-seal.ts': bundles,
  'verify-seals.ts': [`${verify}seals.test.ts`, ...bundles, `${verify}proved.test.ts`],
  'verify-streams.ts': [`${verify}packed.test.ts`],
  'verify-text.ts': [`${verify}lines.test.ts`],
  'verify-tree.ts': [`${verify}packed.test.ts`],
  'verdict.ts': [`${verify}verdict.test.ts`],
};

const audit = 'packages/audit/test/';
const under = (folder: string, ...names: readonly string[]): readonly string[] => names.map((name) => `${audit}${folder}${name}.test.ts`);
const replayed = [
  ...under('', 'stage', 'decisions', 'due-day', 'replay', 'charts', 'said', 'damage', 'malformed'),
  ...under('replay-bundle/', 'violations', 'records', 'lines'),
];
const sealed = under('seal/', 'says', 'seal', 'folder', 'together', 'refuse');
const exported = under('bundle-export/', 'notes', 'parts', 'says', 'refusals', 'disclosures', 'kinds');
const viewed = under('exports/', 'cloudevents', 'ocel', 'sealed', 'xes-writer');
const folded = [...under('', 'fold-log'), ...under('replay-bundle/', 'dropped-cases')];
const dryRun = under('what-if/', 'what-if');
const mined = under('', 'xes', 'xes-faults', 'handovers');

/** The rest of the package, of which samples are tried. Files with the same tests are tried together. */
export const further: Readonly<Record<string, readonly string[]>> = {
  'record.ts': replayed,
  'chain.ts': replayed,
  'case-replay.ts': replayed,
  'stage.ts': replayed,
  'clock-check.ts': replayed,
  'custody-check.ts': replayed,
  'decision-check.ts': replayed,
  'due-day.ts': replayed,
  'day.ts': replayed,
  'alike.ts': [...under('', 'alike'), ...replayed],
  'finding.ts': replayed,
  'replay.ts': replayed,
  'record-source.ts': replayed,
  'bundle-records.ts': replayed,
  'seal.ts': sealed,
  'seal-index.ts': sealed,
  'seal-heads.ts': sealed,
  'seal-note.ts': sealed,
  'seal-error.ts': sealed,
  'tree.ts': under('seal/', 'tree'),
  'tiles.ts': under('seal/', 'tree', 'tiles'),
  'bundle.ts': exported,
  'bundle-disclose.ts': exported,
  'bundle-error.ts': exported,
  'bundle-fact.ts': exported,
  'bundle-folder.ts': exported,
  'bundle-heads.ts': exported,
  'bundle-note.ts': exported,
  'bundle-select.ts': exported,
  'bundle-survey.ts': exported,
  'bundle-tree.ts': under('bundle-export/', 'sparse-tree'),
  'bundle-write.ts': exported,
  'accountability.ts': under('review/', 'accountability', 'accountability-runs'),
  'as-of.ts': under('review/', 'as-of', 'standings'),
  'case-file.ts': under('review/', 'case-file', 'as-of'),
  'explain.ts': under('review/', 'told'),
  'explain-drawing.ts': under('review/', 'drawing'),
  'explain-html.ts': under('review/', 'page', 'explain'),
  'explain-proof.ts': under('review/', 'explain-proof'),
  'what-if.ts': dryRun,
  'what-if-calendar.ts': dryRun,
  'what-if-case.ts': dryRun,
  'handovers.ts': mined,
  'xes.ts': mined,
  'xes-value.ts': mined,
  'xes-writer.ts': viewed,
  'ocel.ts': viewed,
  'cloudevents.ts': viewed,
  'viewed-case.ts': viewed,
  'check-log.ts': under('', 'check-log', 'stopped'),
  'fold-log.ts': folded,
  'open-cases.ts': folded,
  'dropped-cases.ts': folded,
};

/** Nothing but texts for readers, their layout, and names handed on: a fault in them is another wording, which no test should fix. */
export const leftOut: readonly string[] = [
  'explain-markup.ts',
  'explain-style.ts',
  'explain-words.ts',
  'finding-texts.ts',
  'index.ts',
  'verdict-texts.ts',
];

/** A fault, as the text that it replaces, on the line where that begins, with white space made one space. */
export interface Fault {
  readonly file: string;
  readonly line: string;
  readonly from: string;
  readonly to: string;
}

/** A fault that changes nothing that anybody could see. */
export interface Equivalent extends Fault {
  readonly reason: string;
}

/** What became of the faults of one file. */
export interface Counted {
  readonly file: string;
  readonly mutants: number;
  readonly killed: number;
  readonly timedOut: number;
  readonly equivalent: number;
  readonly left: number;
}

/** Some lines of a file, as `10-19,40-49`. */
export interface Sampled extends Counted {
  readonly lines: string;
}

/** What was tried: files as a whole, and of each further file the lines that a seed drew, about so many per cent of it. */
export interface Counts {
  readonly whole: readonly Counted[];
  readonly sample: {
    readonly percent: number;
    readonly seed: number;
    /** Files of which an earlier seed drew some of the same lines, so that tests may have been written with them in view. */
    readonly seen?: readonly string[];
    readonly files: readonly Sampled[];
  };
}

const kept = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

export const equivalents = (): readonly Equivalent[] => kept('mutants-equivalent.json');
export const counts = (): Counts => kept('mutants-counted.json');

/** Of a hundred faults that are none but in name, how many were found. */
export const scoreOf = (all: readonly Counted[]): number => {
  const sum = (of: (each: Counted) => number): number => all.reduce((sum, each) => sum + of(each), 0);
  return (sum(({ killed, timedOut }) => killed + timedOut) * 100) / sum(({ mutants, equivalent }) => mutants - equivalent);
};

export const isSame = (one: Fault, other: Fault): boolean =>
  one.file === other.file && one.line === other.line && one.from === other.from && one.to === other.to;
