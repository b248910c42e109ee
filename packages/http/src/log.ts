/** The log page by page, and live. */
import type { Recorded } from '@redress/core';
import { z } from 'zod';
import { factOf } from './answers.ts';
import { readable } from './cases.ts';
import { liveUpdates } from './live.ts';
import { LogEnd, type Place, placeAfter, placeOf, spoken } from './place.ts';
import { isNo, type No, no } from './problem.ts';
import { limitOf, NO_CONTROL, NOT_KEPT } from './query.ts';
import { type Asked, type Host, jsonAnswer, type Reply, type Route, reply } from './route.ts';

/** Facts on a page, where nothing is said. */
const USUAL = 100;

const after = z.string().max(1000);
const page = z.strictObject({
  after: after.optional().describe('A place that was given out before; the beginning where nothing is said.'),
  limit: limitOf(USUAL, 1000),
});
const live = z.strictObject({
  after: after
    .optional()
    .describe(
      'A place that was given out before, or empty for the beginning; the end of the log where nothing is said. Last-Event-ID wins.',
    ),
  case: z
    .string()
    .min(1)
    .max(200)
    .regex(NO_CONTROL, { message: 'holds a control character' })
    .optional()
    .describe('Only the facts of this case.'),
});

const STREAM = 'text/event-stream';

export function logRoutes(host: Host): readonly Route[] {
  const end = new LogEnd(host.engine.store);
  return [
    {
      method: 'GET',
      path: '/log',
      name: 'readLog',
      describes: 'The facts of all cases in the order of the log, page by page.',
      query: page,
      offers: ['application/json'],
      answers: { 200: jsonAnswer('A page of the log.', 'Log') },
      codes: ['MAY_NOT_READ', 'NOT_PLACED'],
      answer: (asked) => thePage(host, asked, asked.query as z.infer<typeof page>),
    },
    {
      method: 'GET',
      path: '/events',
      name: 'follow',
      describes:
        'Facts as they come, as server-sent events: `fact`, whose data is a Fact, and `caught-up` at the end of the log. Resumed by Last-Event-ID.',
      query: live,
      offers: [STREAM],
      answers: { 200: { says: 'A stream that ends after a quarter of an hour; clients come again.', content: { [STREAM]: 'Text' } } },
      codes: ['MAY_NOT_READ', 'NOT_PLACED', 'UNKNOWN_CASE'],
      answer: (asked) => theStream(host, end, asked, asked.query as z.infer<typeof live>),
    },
  ];
}

const mayNotReadLog = no('MAY_NOT_READ', { what: '/log' });

async function thePage(host: Host, asked: Asked, { after: text = '', limit = USUAL }: z.infer<typeof page>): Promise<Reply | No> {
  const { store } = host.engine;
  if (!(await host.mayRead(asked.actor, { log: true }))) return mayNotReadLog;
  const from = await placeOf(store, text);
  if (isNo(from)) return from;
  const facts: { readonly place: string; readonly fact: unknown }[] = [];
  let place: Place = from;
  for await (const recorded of store.readLog(from.position, limit)) {
    place = placeAfter(store, place, recorded);
    facts.push({ place: place.text, fact: factOf(recorded) });
  }
  return reply({ log: store.log, facts, next: place.text }, NOT_KEPT);
}

async function theStream(host: Host, end: LogEnd, asked: Asked, { after: text, case: caseId }: z.infer<typeof live>): Promise<Reply | No> {
  const { actor, request } = asked;
  const may = () => mayFollow(host, actor, caseId);
  const allowed = await may();
  if (isNo(allowed)) return allowed;
  const named = request.headers.get('last-event-id') ?? text;
  const begins = named === undefined ? await end.find() : await placeOf(host.engine.store, named);
  if (isNo(begins)) return begins;
  const from = spoken(host.engine.store, begins);
  // Read after the place was: what is recorded in between comes as an event, and is not taken for known.
  const standing = await may();
  if (isNo(standing)) return standing;
  const wanted = ({ record }: Recorded): boolean => caseId === undefined || record.stream === caseId;
  const headers = { 'content-type': STREAM, 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
  // Nobody would take what a HEAD has no place for.
  if (request.method === 'HEAD') return { status: 200, headers, body: null };
  const mayStill = async (): Promise<boolean> => !isNo(await may());
  return { status: 200, headers, body: { stream: liveUpdates(host, request, { from, version: standing.version, wanted, mayStill }) } };
}

/** The version of the case that is followed, where one is. */
async function mayFollow(host: Host, actor: Asked['actor'], caseId: string | undefined): Promise<{ readonly version: number | null } | No> {
  if (caseId === undefined) return (await host.mayRead(actor, { log: true })) ? { version: null } : mayNotReadLog;
  const found = await readable(host, actor, caseId);
  return isNo(found) ? found : { version: found.loaded.state.version };
}
