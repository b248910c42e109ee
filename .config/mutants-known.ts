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

/** One file, mutated as a whole. */
export interface Counted {
  readonly file: string;
  readonly mutants: number;
  readonly killed: number;
  readonly timedOut: number;
  readonly equivalent: number;
  readonly left: number;
}

const kept = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

export const equivalents = (): readonly Equivalent[] => kept('mutants-equivalent.json');
export const counts = (): readonly Counted[] => kept('mutants-counted.json');

export const isSame = (one: Fault, other: Fault): boolean =>
  one.file === other.file && one.line === other.line && one.from === other.from && one.to === other.to;
