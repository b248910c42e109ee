/**
 * The receipt phase of permit applications in a Dutch municipality (CoSeLoG, doi:10.4121/uuid:a07386a5-7be3-4367-9535-70bc9e77dbe6):
 * each trace becomes a case, each event a note in its words, and beside it what the event did to the case.
 *
 * - The start date is the day of receipt; the deadline, and all else that the trace says of itself, arrives the same day.
 * - The group of an event holds the case, its resource is the person. Where a group is not recorded the log says `EMPTY`: that is kept
 *   as a unit of that name, because whoever had it is not known.
 * - The first event takes the case up. The end date decides it; a trace without one stays open.
 */

import { type XesEvent, type XesTrace, xesText } from '@redress/audit';
import type { Actor } from '@redress/core';
import { type CaseToTake, DEADLINE, organisationOfRecords, type RowRejected, receiptLaw, type Step, type XesMap } from 'redress';

const channels: Readonly<Record<string, string>> = {
  Internet: 'online',
  Desk: 'in-person',
  Post: 'post',
  'e-mail': 'email',
  Intern: 'internal',
};

/** What one event says. */
interface Event {
  readonly name: string;
  readonly id: string;
  readonly on: string;
  readonly by: Actor;
  readonly body: string;
}

interface Trace {
  readonly name: string;
  readonly channel: string;
  readonly startedOn: string;
  readonly dueOn: string;
  readonly endedOn: string | undefined;
  readonly body: Readonly<Record<string, string>>;
  readonly first: Event;
  readonly events: readonly Event[];
}

/** The local day of a time stamp: what stands before the T, because it is written in the zone of the municipality. */
const dayOf = (stamp: string): string => stamp.slice(0, 10);

function eventOf({ attributes }: XesEvent): Event | string {
  const [name, id, stamp, unit, person] = ['concept:name', 'concept:instance', 'time:timestamp', 'org:group', 'org:resource'].map((key) =>
    xesText(attributes, key),
  );
  if (!name || !id || !stamp || !unit || !person) return `the event ${id ?? name ?? '?'} lacks its name, instance, time, group or resource`;
  return { name, id, on: dayOf(stamp), by: { id: person, unit, role: 'recorded' }, body: `${name} (${id}, ${stamp}, ${unit}, ${person})` };
}

function traceOf({ attributes, events: raw }: XesTrace): Trace | string {
  const texts = Object.fromEntries([...attributes.keys()].map((key) => [key, xesText(attributes, key) ?? '']));
  const { 'concept:name': name, channel: written, startdate, deadline, enddate } = texts;
  if (!name || !startdate || !deadline) return 'the trace lacks its name, its start or its deadline';
  const channel = channels[written ?? ''];
  if (!channel) return `the channel ${JSON.stringify(written)} is not known`;
  if (dayOf(deadline) < dayOf(startdate)) return `the deadline ${deadline} lies before the start ${startdate}`;
  const events: Event[] = [];
  for (const each of raw) {
    const event = eventOf(each);
    if (typeof event === 'string') return event;
    events.push(event);
  }
  const [first] = events;
  if (!first) return 'the trace has no event';
  const body = { ...texts, dueOn: dayOf(deadline) };
  return { name, channel, startedOn: dayOf(startdate), dueOn: body.dueOn, endedOn: enddate && dayOf(enddate), body, first, events };
}

/** Writes down the steps of one trace. */
class Story {
  readonly steps: Step[] = [];
  readonly #name: string;
  #movedOn: string;

  constructor({ name, startedOn }: Trace) {
    this.#name = name;
    this.#movedOn = startedOn;
  }

  /** A step that moves the case. */
  moves(id: string, type: string, on: string, actor: Actor, data: Step['data']): void {
    this.says(id, type, on, actor, data);
    if (on > this.#movedOn) this.#movedOn = on;
  }

  /** The log is taken at its word: where its days run backwards, the step says that it is late, and why. */
  says(id: string, type: string, on: string, actor: Actor, data: Step['data']): void {
    const late =
      on < this.#movedOn ? { late: { ground: 'the log gives an earlier day than that of a step before', document: this.#name } } : {};
    this.steps.push({ id: `${this.#name}/${id}`, row: this.#name, type, on, actor, data, ...late });
  }
}

function stepsOf(trace: Trace): readonly Step[] {
  const { name, channel, startedOn, body, first, events } = trace;
  const story = new Story(trace);
  const complainants = [{ member: `applicant of ${name}` }];
  const summary = `Application for an environmental permit, ${name}`;
  story.moves('start', 'Receive', startedOn, first.by, { channel, unit: first.by.unit, summary, complainants, reference: name });
  story.says('deadline', 'RecordArrival', startedOn, first.by, { arrived: DEADLINE, body });
  let before = first;
  for (const event of events) {
    if (event === first) takenUp(story, first);
    else handedOver(story, before, event);
    story.says(event.id, 'Note', event.on, event.by, { text: event.body });
    before = event;
  }
  if (trace.endedOn !== undefined) ended(story, trace.endedOn, before);
  return story.steps;
}

function takenUp(story: Story, { id, on, by }: Event): void {
  story.moves(`${id}/accept`, 'Accept', on, by, {});
  story.moves(`${id}/assign`, 'Assign', on, by, { person: by.id });
}

function handedOver(story: Story, before: Event, { id, name, on, by }: Event): void {
  if (by.unit !== before.by.unit) {
    story.moves(`${id}/offer`, 'OfferTransfer', on, before.by, { toUnit: by.unit, toPerson: by.id, reason: `next: ${name}` });
    story.moves(`${id}/take`, 'AcceptTransfer', on, by, { person: by.id });
  } else if (by.id !== before.by.id) {
    story.moves(`${id}/reassign`, 'Reassign', on, by, { person: by.id, reason: `next: ${name}` });
  }
}

function ended(story: Story, on: string, { id, by, name }: Event): void {
  story.moves('end/resolve', 'Resolve', on, by, { outcome: 'settled', decision: id, summary: `The receipt phase ended after: ${name}` });
  story.moves('end/close', 'Close', on, by, { reason: 'the receipt phase is over' });
}

export const map: XesMap = {
  name: 'receipt',
  format: 'xes',
  law: receiptLaw,
  organisation: organisationOfRecords('municipality'),
  async *cases(traces): AsyncGenerator<CaseToTake | RowRejected> {
    for await (const each of traces) {
      const trace = traceOf(each);
      if (typeof trace === 'string') yield { row: xesText(each.attributes, 'concept:name') ?? `trace ${each.number}`, reason: trace };
      else yield { key: trace.name, steps: stepsOf(trace) };
    }
  },
};

export default map;
