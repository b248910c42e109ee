/** Requests that nobody would send: none is a fault of the server, and none that is refused leaves anything. */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CaseType, complaint, type EventStore, memoryStore } from '@redress/core';
import { openPostgres } from '@redress/postgres';
import { openSqlite } from '@redress/sqlite';
import { commandData, type SchemaOptions } from '@redress/testing';
import { petition } from '@redress/vietnam';
import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { length } from '../../../.config/lengths.ts';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasPostgres, noPostgres, someServer } from '../../../.config/postgres-server.ts';
import { type Desk, head, letter, NOW, ORIGIN, openDesk, received, tokenOf } from './desk.ts';
import { plainNode } from './real.ts';

const MEANT = length('fuzzed requests by the schemas', 13_000, 400_000);
const ON_DISK = length('fuzzed requests by the schemas over a database', 2_000, 100_000);
const MEASURED = length('fuzzed requests while memory is measured', 4_000, 100_000);
const RAW = length('fuzzed requests of raw bytes', 3_000, 60_000);
const seed = Number(process.env.FC_SEED ?? randomInt(2 ** 31));
const options: SchemaOptions = { personal: true };

const BATCH = 500;
const batches = (all: number): readonly number[] => Array.from({ length: Math.ceil(all / BATCH) }, (_, at) => at);

/** A store that counts what is written to it. */
function counting(inner: EventStore = memoryStore({ now: () => NOW })): { readonly store: EventStore; written(): number } {
  let written = 0;
  const append: EventStore['append'] = async (...given) => {
    const outcome = await inner.append(...given);
    if (outcome.outcome === 'appended') written += outcome.records.length;
    return outcome;
  };
  return { store: { ...inner, append }, written: () => written };
}

const bodiesOf = (type: Pick<CaseType<never>, 'commands'>): fc.Arbitrary<Record<string, unknown>> =>
  fc.constantFrom(...Object.keys(type.commands)).chain((name) =>
    fc.record({
      type: fc.constant(name),
      on: fc.constantFrom('2026-06-01', '2026-06-15', '2026-06-30', '2027-01-01'),
      data: commandData(type, name, options),
    }),
  );

const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('__proto__', 'constructor', '', '\ud800', 1e308, -0, null, '\u0000'),
  fc.string({ unit: 'binary' }),
);
/** A body as it should be, and then one member of it replaced, added or left out. */
const spoiled = (body: fc.Arbitrary<Record<string, unknown>>) =>
  fc
    .tuple(body, fc.constantFrom('type', 'on', 'data', 'late', 'actor', 'caseType', '__proto__', 'x'), odd)
    .map(([sound, name, value]) => ({ ...sound, [name]: value }));

const sound = fc.oneof(bodiesOf(complaint), bodiesOf(petition));
const texts = fc.oneof(
  { weight: 4, arbitrary: sound.map((body) => JSON.stringify(body)) },
  { weight: 4, arbitrary: spoiled(sound).map((body) => JSON.stringify(body)) },
  { weight: 2, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: sound.map((body) => JSON.stringify(body).slice(0, -3)) },
);

const ids = fc.oneof(
  fc.constantFrom('case-1', 'case-2', 'none', '$log', '%ff', '..', '__proto__'),
  fc.string({ maxLength: 20 }).map(encodeURIComponent),
);
const queries = fc.oneof(
  fc.constant(''),
  fc.constantFrom(
    '?version=1',
    '?on=2026-06-30',
    '?limit=5',
    '?after=',
    '?on=x',
    '?version=1&on=2026-01-01',
    '?case=case-1',
    '?__proto__=1',
  ),
  fc.webQueryParameters().map((query) => `?${query}`),
);
const paths = fc.oneof(
  fc.tuple(ids, fc.constantFrom('', '/commands', '/history', '/options', '/clocks', '/x')).map(([id, rest]) => `/cases/${id}${rest}`),
  fc.constantFrom('/cases', '/log', '/case-types', '/case-types/complaint/chart', '/openapi.json', '/', '//', '/views/x'),
  fc.webPath(),
);
const visible = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)), maxLength: 40 });
const seldom = (...usual: readonly [string, ...string[]]) =>
  fc.oneof(
    { weight: 17, arbitrary: fc.constant(undefined) },
    { weight: 2, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: visible },
  );

const requests = fc.record({
  post: fc.boolean(),
  path: fc.tuple(paths, queries).map(([path, query]) => `${path}${query}`),
  commands: fc.integer({ min: 0, max: 9 }),
  key: fc.oneof({ weight: 9, arbitrary: fc.uuid() }, { weight: 1, arbitrary: visible }),
  body: texts,
  headers: fc
    .record({
      'if-match': seldom('"1"', '"2"', 'W/"1"', '*'),
      'if-none-match': seldom('"1"', '*'),
      'content-type': seldom('application/json; charset=utf-8', 'text/plain'),
      accept: seldom('application/json', '*/*', 'text/html'),
      'accept-language': seldom('vi', 'en;q=0', '*'),
      authorization: seldom(tokenOf(head('far')), 'Bearer c/left/clerk', 'Bearer h/top/superior'),
    })
    .map((all) => Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))),
});

type Fuzzed = ReturnType<typeof requests.generate>['value'];

function requestOf({ post, path, commands, key, body, headers }: Fuzzed): Request {
  const sent = { authorization: tokenOf(head('left')), 'content-type': 'application/json', ...headers };
  // Most of what is posted is meant for a case, else few would come as far as a judgement.
  const to = commands < 8 ? `/cases/case-${commands}/commands` : path;
  return post
    ? new Request(`${ORIGIN}${to}`, { method: 'POST', headers: { 'idempotency-key': key, ...sent }, body })
    : new Request(`${ORIGIN}${path}`, { headers: sent });
}

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

async function ask(desk: Desk, written: () => number, fuzzed: Fuzzed, handler = desk.handler): Promise<number> {
  const before = written();
  let request: Request;
  try {
    request = requestOf(fuzzed);
  } catch {
    // What the platform itself does not take never arrives.
    return 0;
  }
  const response = await handler(request);
  await response.body?.cancel();
  if (response.status >= 400 && written() !== before) throw new Error(`refused with ${response.status}, and something was written`);
  if (response.status >= 500) throw new Error(`${response.status}: ${String(desk.faults.at(-1))}`);
  return response.status;
}

/** What one in fifty requests or more is answered with. */
const USUAL = [200, 400, 404, 409, 422];

/** So many requests by the schemas over a store, which are to meet each of these answers. */
async function fuzz(inner: EventStore, all: number, reached: readonly number[]): Promise<void> {
  const { store, written } = counting(inner);
  const desk = await received({ store });
  for (let at = 0; at < 8; at += 1) {
    await desk.send(`/cases/case-${at}/commands`, `open-${at}`, { type: 'Receive', on: '2026-06-01', data: letter });
  }
  const met = new Map<number, number>();
  for (const from of batches(all)) {
    for (const fuzzed of fc.sample(requests, { numRuns: BATCH, seed: seed + from })) {
      const status = await ask(desk, written, fuzzed).catch((error: unknown) => {
        throw new Error(`seed ${seed}: ${JSON.stringify(fuzzed)}`, { cause: error });
      });
      met.set(status, (met.get(status) ?? 0) + 1);
    }
  }
  console.log(`seed ${seed}: ${JSON.stringify([...met].sort())}, ${written()} facts`);
  expect(desk.faults).toEqual([]);
  // Seen to reach what is meant: some are done, and some are met by each kind of no.
  for (const status of reached) expect([status, (met.get(status) ?? 0) > 0]).toEqual([status, true]);
  // The store's own word for it: what was counted is what lies there.
  expect((await desk.log()).length).toBe(written());
}

describe('fuzzed requests', () => {
  it(`${MEANT} by the schemas: no fault, and nothing written by what is refused`, () =>
    fuzz(memoryStore({ now: () => NOW }), MEANT, [...USUAL, 412, 415]));

  it(`${ON_DISK} over a SQLite file: no fault, and nothing written by what is refused`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'redress-fuzz-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const store = await openSqlite(join(folder, 'log.db'), { now: () => NOW });
    await fuzz(store, ON_DISK, USUAL);
    await store.close();
  });

  it(`${MEASURED} leave nothing in memory, beyond what they wrote`, async () => {
    const { store, written } = counting();
    const desk = await received({ store });
    const heaps: number[] = [];
    for (const from of batches(MEASURED)) {
      heaps.push(heap());
      for (const fuzzed of fc.sample(requests, { numRuns: BATCH, seed: seed - from })) await ask(desk, written, fuzzed, desk.bare);
    }
    heaps.push(heap());
    const grown = (heaps.at(-1) ?? 0) - (heaps[2] ?? 0);
    console.log(`seed ${seed}: heap ${heaps.map((each) => (each / 2 ** 20).toFixed(1)).join(', ')} MB, ${written()} facts`);
    expect(grown).toBeLessThan(8 * 2 ** 20 + written() * 20_000);
  });

  it('would be found to fail: a fault, and a refusal that leaves something, both stop the run', async () => {
    const faulty = await received({ options: { mayRead: () => Promise.reject(new Error('broken')) } });
    const sound: Fuzzed = { post: false, path: '/cases/case-1', commands: 0, key: 'k', body: '', headers: {} };
    await expect(ask(faulty, () => 0, sound)).rejects.toThrow('broken');
    let written = 0;
    const missing = { ...sound, path: '/nothing' };
    await expect(ask(openDesk(), () => written++, missing)).rejects.toThrow('something was written');
  });

  it(`${RAW} of raw bytes on a socket: no fault, nothing written, and the server goes on`, async () => {
    const { store, written } = counting();
    const desk = await received({ store });
    const { port, stop, origin } = await plainNode(desk.handler);
    const before = written();
    const lines = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc
        .tuple(
          fc.constantFrom('GET', 'POST', 'PUT', 'FOO', ''),
          fc.oneof(paths, fc.string({ unit: 'binary', maxLength: 60 })),
          visible,
          fc.string({ unit: 'binary', maxLength: 200 }),
        )
        .map(([method, path, header, body]) =>
          Buffer.from(
            `${method} ${path} HTTP/1.1\r\nhost: x\r\nauthorization: ${tokenOf(head('left'))}\r\ncontent-type: application/json\r\nidempotency-key: ${header}\r\n` +
              `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
          ),
        ),
    );
    await fc.assert(
      fc.asyncProperty(lines, async (bytes) => {
        const answer = await onSocket(port, bytes);
        if (/^HTTP\/1\.1 5/.test(answer)) throw new Error(answer);
      }),
      { numRuns: RAW, seed },
    );
    expect([written(), desk.faults]).toEqual([before, []]);
    const still = await fetch(`${origin}/cases/case-1`, { headers: { authorization: tokenOf(head('left')) } });
    expect(still.status).toBe(200);
    await stop();
  });
});

describeIf(hasPostgres, noPostgres, 'fuzzed requests over PostgreSQL', () => {
  it(`${ON_DISK} by the schemas: no fault, and nothing written by what is refused`, async () => {
    const server = await someServer();
    onTestFinished(() => server.remove());
    const schema = `fuzz_${process.pid}`;
    const store = await openPostgres(server.url, { schema, now: () => NOW });
    try {
      await fuzz(store, ON_DISK, USUAL);
    } finally {
      await store.close();
      const client = new pg.Client(server.url);
      await client.connect();
      await client.query(`DROP SCHEMA ${schema} CASCADE`);
      await client.end();
    }
  }, 300_000);
});

const onSocket = (port: number, bytes: Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('error', () => resolve(answer)).on('close', () => resolve(answer));
    socket.setTimeout(2000, () => socket.destroy());
  });
