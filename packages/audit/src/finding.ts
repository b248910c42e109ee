/** What an audit can find. A difference is a finding, never a crash: damaged evidence must be readable to its end. */

/** What each finding means, by its code. */
export const findingTexts = {
  'log-unreadable': 'the store could not read on; what lies behind this place was not checked',
  'file-unreadable': 'the file could not be read; what it holds was not checked',
  'position-not-rising': 'the log hands out positions out of order',
  'record-malformed': 'the text is not a record; what follows in this case was checked for its chain only',
  'record-not-canonical': 'the text is not the canonical form of what it says',
  'log-mismatch': 'the record belongs to another log',
  'version-gap': 'facts are missing, doubled or out of order; what follows in this case was checked for its chain only',
  'chain-broken': 'the record before is not the one that this record was written after',
  'recorded-earlier': 'it was recorded before the record before it',
  'id-wrong': 'the id does not follow from the command and the place among its facts',
  'command-split': 'facts of one command do not stand together',
  'command-incomplete': 'facts of a command are missing',
  'case-type-unknown': 'no case type of this name was handed to the audit; the case was checked for its chain only',
  'case-type-changed': 'the case was of another type before',
  'chart-differs': 'it was recorded under another chart than the one it is replayed with',
  'fact-unknown': 'the case type does not know such a fact, or not its schema; what follows in this case was checked for its chain only',
  'fact-invalid': 'the data does not fit the schema of the fact',
  'fold-failed': 'the fact cannot be folded; what follows in this case was checked for its chain only',
  'from-differs': 'the case did not stand where the record says it stood',
  'to-differs': 'the fact does not lead where the record says it led',
  'not-in-chart': 'the chart does not expect this fact here',
  'after-closed': 'the case was closed',
  'objection-missing': 'something speaks against it, and is not recorded as an objection',
  'decided-otherwise': 'it does not follow from the command as it was asked',
  'custody-differs': 'the case passed to another unit than the one that it was offered or given to',
  'level-differs': 'the level does not follow from the one before',
  'law-unknown': 'the edition of the law that it was recorded under is not at hand; its due days were not derived',
  'law-failed': 'the law could not answer for this fact; its due days were not derived',
  'calendar-differs': 'it was counted with another calendar than the law now names',
  'clock-entry-differs': 'the law asks for another entry in a clock than the one recorded',
  'due-day-differs': 'the due day derived again is not the one recorded',
  'nobody-accountable': 'the case is open and nobody is accountable for it',
  'dated-before-last': 'it is dated before the step before it, and no ground for that is recorded',
  'back-dated': 'it is dated before the step before it, on a recorded ground',
} as const;

export type FindingCode = keyof typeof findingTexts;

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

function findingOf(code: FindingCode, at: Place, particulars = ''): Finding {
  const says = particulars === '' ? findingTexts[code] : `${findingTexts[code]}: ${particulars}`;
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
export type Report = (code: FindingCode, particulars?: string) => void;

/** What was found and not handed out yet, and how much of each kind so far. */
export class Found {
  readonly byCode: Partial<Record<FindingCode, number>> = {};
  findings = 0;
  notes = 0;
  #waiting: Finding[] = [];

  add(code: FindingCode, at: Place, particulars?: string): void {
    const finding = findingOf(code, at, particulars);
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
