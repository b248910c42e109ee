/**
 * Public service requests of New York City (NYC Open Data, 311): each request is a complaint that an agency answers for. A request of
 * the same type, descriptor and address within seven days of the one before is the same matter, complained of again.
 *
 * - Times in the file are local and name no zone: a step keeps its day only. The seven days are counted between two readings of
 *   the same local clock.
 * - A request that is being worked on was taken up on the day of its last update; a closed one was taken up, assigned and decided on
 *   the day of its closing, because the file says no more. The file names no person, so the agency's desk stands for one.
 * - A matter is decided when the last of its open requests is closed. What is asked again while one is open is an arrival.
 */
import { type Actor, isLegalDay } from '@redress/core';
import { type CaseToTake, type CsvMap, type CsvRow, nyc311Law, organisationOfRecords, type RowRejected, type Step } from 'redress';

const REPEATED_WITHIN_DAYS = 7;
const MINUTES_A_DAY = 24 * 60;

/** A local time: its day, and minutes on the local clock since a fixed day. */
interface Moment {
  readonly on: string;
  readonly minutes: number;
}

interface Request {
  readonly key: string;
  readonly line: number;
  readonly created: Moment;
  readonly updated: Moment | undefined;
  readonly closed: Moment | undefined;
  readonly agency: string;
  readonly type: string;
  readonly descriptor: string;
  readonly address: string;
}

const WRITTEN = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d\d)$/;

function momentOf(text: string): Moment | null {
  const [, month = '', day = '', year = '', hour = '', minute = ''] = WRITTEN.exec(text) ?? [];
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isLegalDay(on) || Number(hour) > 23 || Number(minute) > 59) return null;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000;
  return { on, minutes: days * MINUTES_A_DAY + Number(hour) * 60 + Number(minute) };
}

/** The time under a heading; undefined where there is none, a reason where it is no time. */
function timeUnder(cells: CsvRow['cells'], heading: string): Moment | undefined | string {
  const text = cells[heading] ?? '';
  if (text === '') return undefined;
  return momentOf(text) ?? `${heading} is ${JSON.stringify(text)}, which is no time`;
}

function requestOf({ cells, line }: CsvRow): Request | string {
  const [key = '', agency = '', type = '', descriptor = '', address = '', status = ''] = [
    'Unique Key',
    'Agency',
    'Complaint Type',
    'Descriptor',
    'Incident Address',
    'Status',
  ].map((heading) => cells[heading]?.trim());
  if (!/^\d{1,20}$/.test(key)) return 'has no unique key';
  if (agency === '' || type === '') return 'names no agency or no type';
  const [created, updated, closed] = ['Created Date', 'Resolution Action Updated Date', 'Closed Date'].map((heading) =>
    timeUnder(cells, heading),
  );
  for (const time of [created, updated, closed]) if (typeof time === 'string') return time;
  if (typeof created !== 'object') return 'has no created date';
  if (typeof closed === 'object' && closed.minutes < created.minutes) return 'was closed before it was created';
  if ((status === 'Closed') !== (typeof closed === 'object'))
    return `has the status ${JSON.stringify(status)}, which its closed date contradicts`;
  const moments = {
    created,
    updated: typeof updated === 'object' ? updated : undefined,
    closed: typeof closed === 'object' ? closed : undefined,
  };
  return { key, line, ...moments, agency, type, descriptor, address };
}

/** Requests of one matter, in the order of their creation. */
type Matter = [Request, ...Request[]];

function mattersOf(requests: readonly Request[]): readonly Matter[] {
  const matters: Matter[] = [];
  const latest = new Map<string, Matter>();
  const inOrder = [...requests].sort((one, other) => one.created.minutes - other.created.minutes || Number(one.key) - Number(other.key));
  for (const request of inOrder) {
    const { type, descriptor, address, created } = request;
    const same = JSON.stringify([type, descriptor, address]);
    const matter = address === '' ? undefined : latest.get(same);
    const before = matter?.[matter.length - 1];
    if (matter && before && created.minutes - before.created.minutes <= REPEATED_WITHIN_DAYS * MINUTES_A_DAY) matter.push(request);
    else {
      const opened: Matter = [request];
      matters.push(opened);
      latest.set(same, opened);
    }
  }
  return matters;
}

interface Happening {
  readonly at: Moment;
  readonly what: 'created' | 'updated' | 'closed';
  readonly request: Request;
}

const ORDER = { created: 0, updated: 1, closed: 2 } as const;

function happeningsOf(matter: Matter): readonly Happening[] {
  const all = matter.flatMap((request): Happening[] => {
    const { created, updated, closed } = request;
    const ended: Happening[] = closed ? [{ at: closed, what: 'closed', request }] : [];
    // Of a closed request the last update is the closing, or words about it afterwards: it is no step of its own.
    const worked: Happening[] = !closed && updated && updated.minutes >= created.minutes ? [{ at: updated, what: 'updated', request }] : [];
    return [{ at: created, what: 'created', request }, ...worked, ...ended];
  });
  return all.sort((one, other) => one.at.minutes - other.at.minutes || ORDER[one.what] - ORDER[other.what]);
}

/** Follows one matter through its requests. */
class Story {
  readonly steps: Step[] = [];
  readonly #open = new Set<string>();
  #stands: 'nowhere' | 'screening' | 'assigned' | 'decided' = 'nowhere';

  tell({ what, at, request }: Happening): void {
    switch (what) {
      case 'created':
        return this.#created(request, at.on);
      case 'updated':
        return this.#takenUp(request, at.on);
      case 'closed':
        return this.#closed(request, at.on);
    }
  }

  #created(request: Request, on: string): void {
    const { key, type, descriptor, agency } = request;
    const summary = [type, descriptor].filter((text) => text !== '').join(': ');
    this.#open.add(key);
    if (this.#stands === 'nowhere') {
      const complainants = [{ member: `requester of ${key}` }];
      this.#add(request, 'received', 'Receive', on, { channel: 'other', unit: agency, summary, complainants, topic: type, reference: key });
      this.#stands = 'screening';
      return;
    }
    const decided = this.#stands === 'decided';
    this.#add(request, 'again', 'Recomplain', on, { against: decided ? 'decision' : 'silence', summary, reference: key });
    if (decided) this.#stands = 'screening';
  }

  #takenUp(request: Request, on: string): void {
    if (this.#stands !== 'screening') return;
    this.#add(request, 'accepted', 'Accept', on, {});
    this.#add(request, 'assigned', 'Assign', on, { person: deskOf(request.agency) });
    this.#stands = 'assigned';
  }

  #closed(request: Request, on: string): void {
    const { key, type } = request;
    this.#open.delete(key);
    if (this.#open.size > 0)
      return this.#add(request, 'closed', 'Note', on, { text: `Request ${key} was closed; another of the same matter is open.` });
    this.#takenUp(request, on);
    this.#add(request, 'closed', 'Resolve', on, { outcome: 'settled', decision: key, summary: `The agency closed the request: ${type}` });
    this.#stands = 'decided';
  }

  #add({ key, line, agency }: Request, step: string, type: string, on: string, data: Step['data']): void {
    const actor: Actor = { id: deskOf(agency), unit: agency, role: 'recorded' };
    this.steps.push({ id: `${key}/${step}`, row: `line ${line} (${key})`, type, on, actor, data });
  }
}

const deskOf = (agency: string): string => `desk of ${agency}`;

export const map: CsvMap = {
  name: 'nyc311',
  format: 'csv',
  law: nyc311Law,
  organisation: organisationOfRecords('City of New York'),
  async *cases(rows): AsyncGenerator<CaseToTake | RowRejected> {
    // The file is in no order that a matter could be followed in, so its rows are held until the last one is read.
    const requests: Request[] = [];
    for await (const row of rows) {
      const request = requestOf(row);
      if (typeof request === 'string') yield { row: `line ${row.line}`, reason: request };
      else requests.push(request);
    }
    for (const matter of mattersOf(requests)) {
      const story = new Story();
      for (const happening of happeningsOf(matter)) story.tell(happening);
      yield { key: matter[0].key, steps: story.steps };
    }
  },
};

export default map;
