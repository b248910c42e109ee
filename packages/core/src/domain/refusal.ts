/**
 * A lawful no, as a value: what was asked, where the case stands, and by which article or rule; where the chart
 * decides, also what may follow. Its texts are data, and a host may bring a language of its own.
 */
import type { CaseState, Command } from './case-type.ts';
import type { Citation } from './citation.ts';
import { refusalTexts } from './refusal-texts.ts';

export type RefusalCode = keyof (typeof refusalTexts)['en'];

/** Every no names an article or a rule. */
export type Because = { readonly citation: Citation } | { readonly rule: string };

export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  /**
   * What the texts are filled in with. Here, in `asked` and in `case`, texts over 1,000 characters are cut and end with `…`, and half of a
   * character becomes U+FFFD.
   */
  readonly params: Readonly<Record<string, string | number>>;
  /** The command that was asked. */
  readonly asked: string;
  readonly case: string;
  /** The public stage the case stands in; 'none' where there is no case. */
  readonly stage: string;
  /**
   * With `NOT_IN_THIS_STAGE` and `UNKNOWN_COMMAND` the commands that the chart lets follow here; none where it lets none follow. Every
   * other no has an empty list, which says nothing of the chart: ask `options`.
   */
  readonly mayFollow: readonly string[];
  readonly because: Because;
  /** The law's own words for this no, by language, where the law gave it. */
  readonly says?: Readonly<Record<string, string>>;
}

export function refuse(
  code: RefusalCode,
  params: Refusal['params'],
  command: { readonly type: string; readonly case: string } | Command,
  state: Pick<CaseState, 'stage'> | null,
  because: Because = { rule: code.toLowerCase().replaceAll('_', '-') },
  mayFollow: readonly string[] = [],
): Refusal {
  return {
    refused: true,
    code,
    params: briefParams(params),
    asked: brief(command.type),
    case: brief(command.case),
    stage: state?.stage ?? 'none',
    mayFollow,
    because,
  };
}

/** In UTF-16 code units. */
const LONGEST_PARAM = 1000;

/** Half of a character, sent without its other half, which no text in UTF-8 can hold. */
const HALF = /\p{Cs}/gu;

function briefParams(params: Refusal['params']): Refusal['params'] {
  const isBrief = (value: string | number): boolean => typeof value !== 'string' || brief(value) === value;
  if (Object.values(params).every(isBrief)) return params;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? brief(value) : value]));
}

/** A no does not repeat all of what was sent. */
function brief(text: string): string {
  const cut = text.length > LONGEST_PARAM ? `${text.slice(0, LONGEST_PARAM).replace(/\p{Cs}$/u, '')}…` : text;
  return cut.replaceAll(HALF, '\ufffd');
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;

export type RefusalTexts = Readonly<Record<RefusalCode, { readonly says: string; readonly remedy: string }>>;

/** How a refusal reads aloud. A language that has no text for the code falls back to English. */
export function sayRefusal(refusal: Refusal, language = 'en', more: Readonly<Record<string, Partial<RefusalTexts>>> = {}): string {
  const builtIn: Readonly<Record<string, RefusalTexts>> = refusalTexts;
  const text = more[language]?.[refusal.code] ?? builtIn[language]?.[refusal.code] ?? refusalTexts.en[refusal.code];
  const said = text.says.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(refusal.params[name] ?? whole));
  const law = refusal.says ? (refusal.says[language] ?? refusal.says.en) : undefined;
  const source = 'citation' in refusal.because ? refusal.because.citation.text : refusal.because.rule;
  return `${law ?? said} [${source}]`;
}
