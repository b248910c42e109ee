/**
 * One case as a document, in data: what happened, who was accountable at each moment, every clock line by line, what was cited, what was
 * known at each decision, what is proved. `explain-html.ts` writes it out.
 */
import {
  type CaseState,
  type CaseType,
  type Citation,
  type ClockEntry,
  type ClockLine,
  type ClockState,
  clockNamed,
  type Holder,
  type LegalDay,
  type Refusal,
  stateOn,
} from '@redress/core';
import { type AccountOptions, accountOf, type CaseAccount, type ClockRun } from './accountability.ts';
import { type Decided, knownWhenDecided } from './as-of.ts';
import { type CaseFile, type FiledFact, foldInto, openingState, textOf, unreadable } from './case-file.ts';
import type { ProofStatus } from './explain-proof.ts';
import type { Language } from './explain-words.ts';
import type { Finding } from './finding.ts';
import { replay } from './replay.ts';

/** One refused request, from a record that the host keeps: a refusal is no fact, and the log holds none. */
export interface RefusedRequest {
  /** Instant of the refusal, ISO 8601. */
  readonly at: string;
  readonly by: { readonly id: string; readonly unit: string; readonly role: string };
  readonly refusal: Refusal;
}

export interface ExplainOptions extends AccountOptions {
  /** Case types as they were, whose charts the facts may have pinned, for the replay. */
  readonly charts?: readonly CaseType[];
  /** Of what a replay's findings say, which are part of what is told. Default: `en`. */
  readonly language?: Language;
  /** What shows that the facts are those of a signed log. Default: nothing does. */
  readonly proof?: ProofStatus;
  /** The host's record of refused requests, of all cases or of this one. Default: the host hands in none, and the document says so. */
  readonly refusals?: AsyncIterable<RefusedRequest> | Iterable<RefusedRequest> | undefined;
}

/** Something an official asked that would have been refused, and was recorded all the same. */
export interface Objected {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly because: Refusal['because'];
}

export interface TimelineEntry {
  readonly version: number;
  readonly type: string;
  readonly on: LegalDay;
  readonly recordedAt: string;
  /** By the door that records and does not judge. */
  readonly observed: boolean;
  /** Why a paper dated before the last step was taken in. */
  readonly late: { readonly ground: string; readonly document: string } | null;
  readonly objections: readonly Objected[];
  readonly by: { readonly id: string; readonly unit: string; readonly role: string; readonly onBehalfOf: string | null };
  /** The rule of the authority that allowed it; `refused:…` where none did. */
  readonly authority: string;
  /** Pack, version and digest. */
  readonly law: string;
  readonly stage: { readonly before: string; readonly after: string };
  readonly holder: Holder | null;
  readonly citations: readonly Citation[];
  /** What the fact says beside what is told elsewhere: field by field, as recorded. */
  readonly says: readonly (readonly [field: string, value: unknown])[];
}

/** A line of a clock's ledger. */
export interface LedgerLine {
  readonly on: LegalDay;
  /** Version of the fact that carries it. */
  readonly version: number;
  readonly entry: ClockEntry;
  readonly dueBefore: LegalDay | null;
  readonly dueAfter: LegalDay | null;
  readonly rawDueAfter: LegalDay | null;
  readonly provisional: boolean;
  readonly calendar: string;
}

export interface ClockTold {
  readonly clock: string;
  /** `ran-out` where its last day has passed and nobody had to be done by it. */
  readonly status: ClockState | 'ran-out';
  readonly dueOn: LegalDay;
  readonly lines: readonly LedgerLine[];
  readonly runs: readonly ClockRun[];
}

/** A fact that is dated before a step recorded earlier. */
export interface BackDating {
  readonly version: number;
  readonly type: string;
  readonly on: LegalDay;
  /** The day of the latest step before it. */
  readonly last: LegalDay;
  readonly late: TimelineEntry['late'];
  readonly moves: boolean;
}

/** Where a provision or a rule was called on. */
export interface Cited {
  readonly text: string;
  readonly grade: string | null;
  readonly kind: 'provision' | 'rule';
  /** Versions of the facts. */
  readonly facts: readonly number[];
}

export interface Explanation {
  readonly case: string;
  readonly caseType: string;
  readonly log: string;
  /** What the matter is about, where the case type keeps that. */
  readonly about: string | null;
  readonly stage: string;
  readonly level: number;
  readonly openedOn: LegalDay | null;
  readonly holder: Holder | null;
  readonly until: LegalDay;
  readonly lastRecordedAt: string;
  readonly proof: ProofStatus;
  /** What a replay of the records finds, its notes included. */
  readonly findings: readonly Finding[];
  /** Of what the findings say. */
  readonly language: Language;
  readonly timeline: readonly TimelineEntry[];
  readonly account: CaseAccount;
  readonly clocks: readonly ClockTold[];
  readonly decided: readonly Decided[];
  readonly backDatings: readonly BackDating[];
  readonly cited: readonly Cited[];
  /** Null where the host handed in no record of them. */
  readonly refusals: readonly RefusedRequest[] | null;
}

/** Tells a case. Throws `CaseFileError` where it cannot be folded. */
export async function explainCase(file: CaseFile, options: ExplainOptions): Promise<Explanation> {
  const last = file.facts.at(-1);
  if (!last) throw unreadable(file.id, 'it has no facts');
  const account = accountOf(file, options);
  const told = new Telling(file);
  const { state } = told;
  return {
    ...{ case: file.id, caseType: file.type.name, log: last.record.log, about: aboutOf(state) },
    ...{ stage: state.stage, level: state.level, openedOn: state.openedOn, holder: state.custody.holder },
    ...{ until: options.until, lastRecordedAt: last.record.recordedAt },
    proof: options.proof ?? { proved: false, why: null },
    findings: await findingsIn(file, options),
    language: options.language ?? 'en',
    ...{ timeline: told.timeline, account, decided: knownWhenDecided(file), backDatings: told.backDatings, cited: citedIn(told.timeline) },
    clocks: clocksOf(file, state, account, options),
    refusals: options.refusals ? await refusalsOf(file.id, options.refusals) : null,
  };
}

function aboutOf(state: CaseState & { readonly summary?: unknown }): string | null {
  return typeof state.summary === 'string' && state.summary !== '' ? state.summary : null;
}

async function findingsIn(
  { records, type }: CaseFile,
  { laws, charts = [], language = 'en' }: ExplainOptions,
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for await (const finding of replay({ records, caseTypes: [...charts, type], laws, language })) found.push(finding);
  return found;
}

async function refusalsOf(id: string, refusals: NonNullable<ExplainOptions['refusals']>): Promise<readonly RefusedRequest[]> {
  const found: RefusedRequest[] = [];
  for await (const each of refusals) if (each.refusal.case === id) found.push(each);
  return found;
}

/** The facts one after the other, each with where it led. */
class Telling {
  readonly timeline: TimelineEntry[] = [];
  readonly backDatings: BackDating[] = [];
  readonly state: CaseState;

  constructor(file: CaseFile) {
    this.state = openingState(file);
    for (const each of file.facts) this.#tell(file, each);
  }

  #tell({ type }: CaseFile, { record, fact }: FiledFact): void {
    const { state } = this;
    const before = state.stage;
    const last = state.movedOn ?? fact.on;
    const late = lateIn(fact.data);
    const moves = type.facts[record.type]?.chart === 'moves';
    if (fact.on < last) this.backDatings.push({ version: record.version, type: record.type, on: fact.on, last, late, moves });
    foldInto(state, type, fact);
    const { meta } = record;
    const { holder } = state.custody;
    this.timeline.push({
      ...{ version: record.version, type: record.type, on: fact.on, recordedAt: record.recordedAt, late },
      ...{ observed: meta.door === 'observe', objections: objectionsIn(fact.data) },
      by: { id: fact.by.id, unit: fact.by.unit, role: fact.by.role, onBehalfOf: fact.by.onBehalfOf ?? null },
      ...{ authority: meta.authority ?? '', law: meta.law ?? '', stage: { before, after: state.stage }, holder: holder && { ...holder } },
      ...{ citations: citationsIn(fact.data), says: Object.entries(fact.data).filter(([field]) => !TOLD_ELSEWHERE.has(field)) },
    });
  }
}

/** Members of a fact that the document tells in a place of their own. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['clocks', 'objections', 'late', 'holder', 'because', 'noAnswer']);

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

function lateIn({ late }: Data): TimelineEntry['late'] {
  return isData(late) ? { ground: textOf(late.ground), document: textOf(late.document) } : null;
}

function objectionsIn({ objections }: Data): readonly Objected[] {
  if (!Array.isArray(objections)) return [];
  return objections.filter(isData).map(({ code, params, because }) => ({
    code: textOf(code),
    params: paramsIn(params),
    because: becauseIn(because),
  }));
}

const paramsIn = (params: unknown): Objected['params'] =>
  isData(params)
    ? Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? value : textOf(value)]))
    : {};

/** The rule is empty where none is told, as in a damaged record. */
function becauseIn(because: unknown): Objected['because'] {
  if (!isData(because)) return { rule: '' };
  const { citation, rule } = because;
  return isCitation(citation) ? { citation } : { rule: typeof rule === 'string' ? rule : '' };
}

/** The provisions that the fact was made by: those of its own, and those of the lines that it posted. */
function citationsIn({ because, noAnswer, clocks }: Data): readonly Citation[] {
  const lines = (Array.isArray(clocks) ? clocks : []).map((line: ClockLine) => line.entry.law);
  const found = [because, noAnswer, ...lines].flatMap((each) => (isCitation(each) ? [each] : []));
  return [...new Map(found.map((each) => [each.text, each])).values()];
}

const isCitation = (value: unknown): value is Citation =>
  isData(value) && typeof value.text === 'string' && (value.grade === undefined || typeof value.grade === 'string');

function clocksOf(file: CaseFile, state: CaseState, account: CaseAccount, options: ExplainOptions): readonly ClockTold[] {
  const ledgers = new Map<string, LedgerLine[]>();
  for (const { fact, record } of file.facts) {
    for (const { entry, dueOn, rawDueOn, provisional, calendar } of (fact.data.clocks ?? []) as readonly ClockLine[]) {
      const lines = ledgers.get(entry.clock) ?? [];
      const dueBefore = lines.at(-1)?.dueAfter ?? null;
      lines.push({
        ...{ on: entry.on, version: record.version, entry, dueBefore, dueAfter: dueOn, rawDueAfter: rawDueOn, provisional, calendar },
      });
      ledgers.set(entry.clock, lines);
    }
  }
  return [...ledgers].flatMap(([name, lines]): readonly ClockTold[] => {
    const clock = clockNamed(state.clocks, name);
    const runs = account.runs.filter((run) => run.clock === name);
    if (!clock) return [];
    const status = stateOn(clock, options.until);
    const ranOut = status === 'overdue' && options.owed?.(name) === false;
    return [{ clock: name, status: ranOut ? 'ran-out' : status, dueOn: clock.dueOn, lines, runs }];
  });
}

/** Every provision and rule once, with the facts that called on it; the provisions first. */
function citedIn(timeline: readonly TimelineEntry[]): readonly Cited[] {
  const provisions = new Map<string, Cited & { readonly facts: number[] }>();
  const rules: typeof provisions = new Map();
  const add = (kind: Cited['kind'], text: string, version: number, grade: string | null = null): void => {
    const found = kind === 'rule' ? rules : provisions;
    const known = found.get(text) ?? { text, grade, kind, facts: [] };
    if (!known.facts.includes(version)) known.facts.push(version);
    found.set(text, known);
  };
  for (const { version, citations, objections, authority } of timeline) {
    for (const { text, grade } of citations) add('provision', text, version, grade);
    for (const { because } of objections) {
      if ('citation' in because) add('provision', because.citation.text, version, because.citation.grade);
      else if (because.rule !== '') add('rule', because.rule, version);
    }
    if (authority !== '') add('rule', authority, version);
  }
  return [...provisions.values(), ...rules.values()];
}
