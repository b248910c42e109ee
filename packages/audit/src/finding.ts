/** What an audit can find. A difference is a finding, never a crash: damaged evidence must be readable to its end. */
import { type FindingCode, findingTexts, type Particulars, particularTexts, vietnameseTexts } from './finding-texts.ts';
import { filledIn, type VerdictLanguage } from './verdict-texts.ts';

/** A note is lawful, and worth an auditor's eye. */
export type Severity = 'finding' | 'note';

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The case's id; '' where the text does not tell. */
  readonly case: string;
  /** The version of the fact in its case; 0 where the text does not tell. */
  readonly version: number;
  /** Where the record lies in the log, if it was read from there. */
  readonly position?: string;
  /** The file of a bundle that it was read from, and its line, from 1. */
  readonly file?: string;
  readonly line?: number;
  /** The sentence to show: what the code means, and the particulars. */
  readonly says: string;
}

export interface Place {
  readonly case: string;
  readonly version: number;
  readonly position: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

const NOTES: ReadonlySet<FindingCode> = new Set<FindingCode>(['back-dated']);

export const isNote = (code: FindingCode): boolean => NOTES.has(code);

/** The sentence to show: what the code means, and the particulars. */
export function findingSaid(code: FindingCode, particulars: Particulars, language: VerdictLanguage): string {
  const means = language === 'vi' ? vietnameseTexts[code] : findingTexts[code];
  if (particulars === '') return means;
  if (typeof particulars === 'string') return `${means}: ${particulars}`;
  const [name, ...values] = particulars;
  return `${means}: ${filledIn(particularTexts[name][language], values)}`;
}

function findingOf(code: FindingCode, at: Place, says: string): Finding {
  const severity = isNote(code) ? 'note' : 'finding';
  return {
    code,
    severity,
    case: at.case,
    version: at.version,
    ...(at.position === '' ? {} : { position: at.position }),
    ...(at.file === undefined ? {} : { file: at.file }),
    ...(at.line === undefined ? {} : { line: at.line }),
    says,
  };
}

/** Takes what is found about the record at hand. */
export type Report = (code: FindingCode, particulars?: Particulars) => void;

/** What was found and not handed out yet, and how much of each kind so far. */
export class Found {
  readonly byCode: Partial<Record<FindingCode, number>> = {};
  findings = 0;
  notes = 0;
  readonly #language: VerdictLanguage;
  #waiting: Finding[] = [];

  constructor(language: VerdictLanguage) {
    this.#language = language;
  }

  add(code: FindingCode, at: Place, particulars: Particulars = ''): void {
    const finding = findingOf(code, at, findingSaid(code, particulars, this.#language));
    this.#waiting.push(finding);
    this.byCode[code] = (this.byCode[code] ?? 0) + 1;
    if (finding.severity === 'note') this.notes += 1;
    else this.findings += 1;
  }

  /** Whether anything waits to be handed out. */
  get waits(): boolean {
    return this.#waiting.length > 0;
  }

  taken(): readonly Finding[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }
}
