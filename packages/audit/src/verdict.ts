/** What the verifier answers: findings, what is proved, and what is not. */
import {
  type BundleFindingCode,
  bundleFindingTexts,
  filled,
  headings,
  type ProvedCode,
  particularTexts,
  shown,
  type UnprovedCode,
  type VerdictLanguage,
  type Words,
} from './verdict-texts.ts';

export interface BundleFinding {
  readonly code: BundleFindingCode;
  /** Name of the file within the folder; `seen` for the note that was given, '' for the folder itself. */
  readonly file: string;
  /** Which line, from 1. */
  readonly line?: number;
  /** The sentence to show: what the code means, and the particulars. */
  readonly says: string;
}

/** A sentence about a bundle, with the values in it. */
export interface Statement<Code> {
  readonly code: Code;
  readonly values: readonly string[];
  readonly says: string;
}

export interface BundleVerdict {
  /** True only if nothing was found. */
  readonly ok: boolean;
  /** Bundles looked at: 1, or those of a folder of several. */
  readonly bundles: number;
  /** Lines of records read. */
  readonly records: number;
  /** The first thousand. */
  readonly findings: readonly BundleFinding[];
  /** How often each code was found, also beyond the first thousand. */
  readonly found: Readonly<Partial<Record<BundleFindingCode, number>>>;
  /** Empty where anything was found. */
  readonly proved: readonly Statement<ProvedCode>[];
  readonly unproved: readonly Statement<UnprovedCode>[];
}

/** More would not be read by anybody, and would fill the memory. */
const MOST_LISTED = 1_000;

export type Particular = readonly [code: keyof typeof particularTexts, ...values: readonly (string | number | bigint)[]];

/** Takes what is found in one bundle. */
export class Findings {
  readonly language: VerdictLanguage;
  readonly listed: BundleFinding[] = [];
  readonly found: Partial<Record<BundleFindingCode, number>> = {};
  total = 0;
  /** Goes before the name of each file: the folder of a bundle among several. */
  folder = '';

  constructor(language: VerdictLanguage) {
    this.language = language;
  }

  add(code: BundleFindingCode, file: string, particular?: Particular, line?: number): void {
    this.total += 1;
    this.found[code] = (this.found[code] ?? 0) + 1;
    if (this.listed.length >= MOST_LISTED) return;
    const says = bundleFindingTexts[code][this.language];
    const full = particular ? `${says}: ${this.#particular(particular)}` : says;
    this.listed.push({ code, file: `${this.folder}${file}`, ...(line === undefined ? {} : { line }), says: full });
  }

  #particular([code, ...values]: Particular): string {
    return filled(particularTexts[code][this.language], values.map(String));
  }
}

export function statement<Code extends string>(
  texts: Readonly<Record<Code, Words>>,
  code: Code,
  language: VerdictLanguage,
  values: readonly (string | number | bigint)[],
): Statement<Code> {
  const written = values.map(String);
  return { code, values: written, says: filled(texts[code][language], written) };
}

/** How many findings a person is shown. */
const SHOWN = 50;

/** The verdict as a person reads it. Ends without a line break. */
export function verdictText(verdict: BundleVerdict, language: VerdictLanguage): string {
  const heading = (name: keyof typeof headings, ...values: readonly number[]): string =>
    filled(headings[name][language], values.map(String));
  const { ok, bundles, records, findings, found } = verdict;
  const all = Object.values(found).reduce((sum, count) => sum + count, 0);
  const place = ({ file, line }: BundleFinding): string => (line === undefined ? shown(file) : `${shown(file)}:${line}`);
  const listed = findings.slice(0, SHOWN).map((finding) => `  ${[finding.code, place(finding), finding.says].filter(Boolean).join('  ')}`);
  return [
    heading(ok ? 'holds' : 'holds-not', bundles, records, all),
    ...listed,
    ...(all > SHOWN ? [`  ${heading('more', all - SHOWN)}`] : []),
    ...(ok ? ['', heading('proved'), ...verdict.proved.map(({ says }) => `  ${says}`)] : []),
    '',
    heading('unproved'),
    ...verdict.unproved.map(({ says }) => `  ${says}`),
  ].join('\n');
}
