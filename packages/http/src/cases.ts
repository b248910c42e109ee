/** Reading a case: as it stands, as it stood, its facts, its clocks, and what may be done with it. */
import {
  type AsOf,
  type CaseState,
  type Clock,
  entriesOf,
  explain,
  type HistoryEntry,
  type LegalDay,
  type Loaded,
  legalDay,
  type Option,
  refuse,
  remainingDays,
  sayRefusal,
  stateOn,
} from '@redress/core';
import { z } from 'zod';
import { factOf, stateOf } from './answers.ts';
import { etagOf, isKnown } from './headers.ts';
import type { Language } from './language.ts';
import { isNo, type No, no, ofRefusal, refused, wordsOf } from './problem.ts';
import { limitOf, NOT_KEPT, wholeNumber } from './query.ts';
import { type Asked, type Host, jsonAnswer, type Reply, type Route, reply } from './route.ts';

/** Facts on a page, where nothing is said. */
const USUAL = 100;

const instant = z.iso.datetime({ offset: true, message: 'is no instant, as 2026-07-06T10:00:00Z' });

const asOf = z
  .strictObject({
    version: wholeNumber.optional().describe('As it stood at this version.'),
    recordedAt: instant.optional().describe('What had been recorded by this instant.'),
    on: legalDay.optional().describe('What had happened by the end of this legal day, whenever it was recorded.'),
  })
  .refine((given) => Object.keys(given).length <= 1, { message: 'give one of version, recordedAt and on' });

const page = z.strictObject({
  after: wholeNumber.optional().describe('Facts of later versions than this.'),
  limit: limitOf(USUAL, 500),
});
const onDay = z.strictObject({ on: legalDay.optional().describe('The legal day; today where nothing is said.') });

/** Kept by the client alone, and asked for again each time. */
const ASKED_AGAIN = { 'cache-control': 'private, no-cache' };

export function caseRoutes(host: Host): readonly Route[] {
  const shared = { method: 'GET', offers: ['application/json'], codes: ['UNKNOWN_CASE', 'MAY_NOT_READ'] } as const;
  return [
    {
      ...shared,
      path: '/cases/{case}',
      name: 'readCase',
      describes: 'The case as it stands, or as it stood.',
      query: asOf,
      answers: {
        200: jsonAnswer('The case.', 'Case', ['etag']),
        304: { says: 'The version that the client has already.', headers: ['etag'] },
      },
      codes: [...shared.codes, 'NOT_THERE_THEN'],
      answer: (asked) => theCase(host, asked, thenOf(asked.query as z.infer<typeof asOf>)),
    },
    {
      ...shared,
      path: '/cases/{case}/history',
      name: 'readHistory',
      describes: 'Every fact of the case with the stage before and after it, page by page.',
      query: page,
      answers: { 200: jsonAnswer('A page of facts, oldest first.', 'History') },
      answer: (asked) => theHistory(host, asked, asked.query as z.infer<typeof page>),
    },
    {
      ...shared,
      path: '/cases/{case}/options',
      name: 'readOptions',
      describes: 'What whoever asks may do with the case on a day, and why not the rest.',
      query: onDay,
      answers: { 200: jsonAnswer('Every command.', 'Options') },
      answer: (asked) => theOptions(host, asked, asked.query as z.infer<typeof onDay>),
    },
    {
      ...shared,
      path: '/cases/{case}/clocks',
      name: 'readClocks',
      describes: 'The time limits of the case, each explained line by line.',
      query: onDay,
      answers: { 200: jsonAnswer('Every clock.', 'Clocks') },
      answer: (asked) => theClocks(host, asked, asked.query as z.infer<typeof onDay>),
    },
  ];
}

/** The case as it stands, where there is one and whoever asks may read it. */
export async function readable(
  { engine, mayRead }: Host,
  actor: Asked['actor'],
  caseId: string,
): Promise<{ readonly loaded: Loaded } | No> {
  const loaded = await engine.load(caseId);
  if (loaded === null) return refused(refuse('UNKNOWN_CASE', { case: caseId }, { type: '', case: caseId }, null));
  return (await mayRead(actor, { case: caseId, state: loaded.state })) ? { loaded } : no('MAY_NOT_READ', { what: caseId });
}

const caseOf = ({ path }: Asked): string => path.case ?? '';

function thenOf({ version, recordedAt, on }: z.infer<typeof asOf>): AsOf | undefined {
  if (version !== undefined) return { version };
  if (recordedAt !== undefined) return { recordedAt };
  return on === undefined ? undefined : { on };
}

async function theCase(host: Host, asked: Asked, then: AsOf | undefined): Promise<Reply | No> {
  const caseId = caseOf(asked);
  const found = await readable(host, asked.actor, caseId);
  if (isNo(found)) return found;
  const wanted = then && 'version' in then ? then.version : 0;
  if (wanted > found.loaded.state.version) return no('NOT_THERE_THEN', { case: caseId, what: `version ${wanted}` });
  const loaded = then ? await host.engine.load(caseId, then) : found.loaded;
  if (loaded === null) return no('NOT_THERE_THEN', { case: caseId, what: 'fact' });
  const { state } = loaded;
  // What had happened by a day is no version: a paper may still come in that is dated before it.
  const tagged: { readonly etag?: string } = then && 'on' in then ? {} : { etag: etagOf(state.version) };
  const headers = { ...ASKED_AGAIN, ...tagged };
  if (tagged.etag !== undefined && isKnown(asked.request.headers, tagged.etag)) return { status: 304, headers, body: null };
  return reply({ case: caseId, caseType: state.caseType, version: state.version, state: stateOf(state) }, headers);
}

async function theHistory(host: Host, asked: Asked, { after = 0, limit = USUAL }: z.infer<typeof page>): Promise<Reply | No> {
  const caseId = caseOf(asked);
  const found = await readable(host, asked.actor, caseId);
  if (isNo(found)) return found;
  const all = await host.engine.history(found.loaded);
  const entries = all.slice(after, after + limit);
  const last = entries.at(-1)?.recorded.record.version ?? all.length;
  const next = last < all.length ? last : null;
  return reply({ case: caseId, version: all.length, entries: entries.map(entryOf), next }, NOT_KEPT);
}

function entryOf({ recorded, fact, before, after }: HistoryEntry): Readonly<Record<string, unknown>> {
  const { version, type, recordedAt, meta } = recorded.record;
  const { on, by, data } = fact;
  const shown = { ...factOf(recorded), data };
  return { version, type, on, recordedAt, by, door: meta.door ?? '', before: before.stage, after: after.stage, fact: shown };
}

async function theOptions(host: Host, asked: Asked, { on = host.engine.today() }: z.infer<typeof onDay>): Promise<Reply | No> {
  const caseId = caseOf(asked);
  const found = await readable(host, asked.actor, caseId);
  if (isNo(found)) return found;
  const options = await host.engine.options(found.loaded, asked.actor, on);
  const shown = options.map((option) => optionOf(option, asked.language));
  return reply({ case: caseId, version: found.loaded.state.version, on, options: shown }, { ...NOT_KEPT, ...spoken(asked.language) });
}

const spoken = (language: Language): Readonly<Record<string, string>> => ({ 'content-language': language, vary: 'accept-language' });

function optionOf({ command, describes, may, because, refusal }: Option, language: Language): Readonly<Record<string, unknown>> {
  if (!refusal) return { command, describes, may, because };
  const { code, params } = refusal;
  const { remedy } = wordsOf(code, language);
  return { command, describes, may, refusal: { code, detail: sayRefusal(refusal, language), params, ...ofRefusal(refusal), remedy } };
}

async function theClocks(host: Host, asked: Asked, { on = host.engine.today() }: z.infer<typeof onDay>): Promise<Reply | No> {
  const caseId = caseOf(asked);
  const found = await readable(host, asked.actor, caseId);
  if (isNo(found)) return found;
  const { version, clocks }: CaseState = found.loaded.state;
  return reply({ case: caseId, version, on, clocks: Object.values(clocks).map((clock) => clockOf(clock, on)) }, NOT_KEPT);
}

function clockOf(clock: Clock, on: LegalDay): Readonly<Record<string, unknown>> {
  const { id, ranOutOn } = clock;
  // The clock keeps the last due day known; its last line has none while it is paused, and none is invented.
  const { dueOn, rawDueOn, provisional } = clock.lines.at(-1) ?? clock;
  const start = entriesOf(clock).find((entry) => entry.do === 'start');
  return {
    id,
    state: stateOn(clock, on),
    dueOn,
    rawDueOn,
    provisional,
    internal: start?.internal ?? false,
    ranOutOn,
    remainingDays: dueOn === null ? null : remainingDays(clock, on),
    consequence: start?.consequence ?? null,
    lines: explain(clock),
  };
}
