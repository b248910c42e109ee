/**
 * The law that imported records stand under: it judges nothing and knows no article. It only says which deadline the source
 * itself states, and that whoever complains again is heard by the unit that holds the matter. A fact keeps the digest of this law,
 * so that nobody mistakes an imported deadline for one that a statute set.
 */
import { type Citation, type ClockEntry, daysBetween, digestOf, everyDayWorks, type Fact, isLegalDay, type Law } from '@redress/core';

export interface Records {
  /** Names the source; becomes the pack of the edition. */
  readonly name: string;
  readonly version: string;
  /** What every clock and every new level of these records is cited by. */
  readonly source: Citation;
  /** IANA name of the zone whose days the records use. */
  readonly timeZone: string;
}

/** Raised whenever an answer below changes. */
const RULES = 1;

/** What `RecordArrival` says when the source states a deadline: `{ dueOn: YYYY-MM-DD, … }`. */
export const DEADLINE = 'deadline';
/** The clock that a stated deadline starts. */
const CLOCK = 'resolution';

const ENDS: ReadonlySet<string> = new Set([
  'Resolved',
  'NotAccepted',
  'Guided',
  'Returned',
  'Filed',
  'Joined',
  'SentElsewhere',
  'Withdrawn',
  'Terminated',
  'Closed',
]);

/** The day that a fact states as the deadline, or null. */
function statedIn({ type, data }: Fact): string | null {
  if (type !== 'ArrivalRecorded' || data.arrived !== DEADLINE) return null;
  const { body } = data;
  const dueOn = typeof body === 'object' && body !== null ? Reflect.get(body, 'dueOn') : undefined;
  return typeof dueOn === 'string' && isLegalDay(dueOn) ? dueOn : null;
}

function effects(fact: Fact, running: boolean, source: Citation): readonly ClockEntry[] {
  const { on } = fact;
  const dueOn = statedIn(fact);
  if (dueOn !== null && dueOn >= on) {
    const term = { length: daysBetween(on, dueOn), unit: 'calendar-days', roll: 'none' } as const;
    // No article set this term, so it is never shown as law.
    return [
      { do: 'start', clock: CLOCK, on, term, law: source, consequence: 'the deadline that the source states has passed', internal: true },
    ];
  }
  return running && ENDS.has(fact.type) ? [{ do: 'stop', clock: CLOCK, on, law: source }] : [];
}

/** A law for the records of one source. */
export function lawOfRecords({ name, version, source, timeZone }: Records): Law {
  const edition = { pack: `records-${name}`, version, digest: digestOf({ rules: RULES, name, version, source, timeZone }) };
  const calendar = everyDayWorks(`records-${name}`);
  const law: Law = {
    edition,
    timeZone,
    at: (digest) => (digest === edition.digest ? law : undefined),
    editionFor: () => edition,
    calendar: () => calendar,
    clockEffects: (fact, state) => effects(fact, state.clocks[CLOCK]?.status === 'running', source),
    competentUnit: ({ custody }) => (custody.holder ? { unit: custody.holder.unit, because: source } : null),
    nextLevel: ({ custody }) => (custody.holder ? { unit: custody.holder.unit, because: source } : null),
    // Records show what happened to a matter; whether it should have been ruled on is not for an import to say.
    disputesCustody: () => null,
    objection: () => null,
  };
  return law;
}

/** CoSeLoG, receipt phase: doi:10.4121/uuid:a07386a5-7be3-4367-9535-70bc9e77dbe6. */
export const receiptLaw = lawOfRecords({
  name: 'receipt',
  version: '1',
  source: {
    text: 'receipt.xes, attribute "deadline" (doi:10.4121/uuid:a07386a5-7be3-4367-9535-70bc9e77dbe6)',
    act: 'receipt.xes',
    grade: 'S',
  },
  timeZone: 'Europe/Amsterdam',
});

/** NYC Open Data, 311 Service Requests. It states no deadline. */
export const nyc311Law = lawOfRecords({
  name: 'nyc311',
  version: '1',
  source: {
    text: 'NYC Open Data, 311 Service Requests: a request made again is taken up by the agency it names',
    act: 'NYC 311',
    grade: 'S',
  },
  timeZone: 'America/New_York',
});

/** The laws of the mappings that come with the product, known to `case replay` by their digests. */
export const shippedLaws: readonly Law[] = [receiptLaw, nyc311Law];
