import { type EventStore, type Recorded, StoreFault } from '@redress/core';
import { houseOrganisation } from '@redress/testing';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { length } from '../../../.config/lengths.ts';
import {
  accountOf,
  accountsOf,
  type CaseFile,
  CaseFileError,
  caseAsOf,
  checkLog,
  cloudEventsView,
  explainCase,
  explanationHtml,
  foldLog,
  knownWhenDecided,
  ocelView,
  openCaseFile,
  replayAll,
  Saying,
  viewLog,
  whatIf,
  xesView,
} from '../src/index.ts';
import { anyDamage, damagedAt, storeOf } from './any-value.ts';
import { caseTypes, houseLog, law, recordsOf, replayed } from './house-log.ts';
import { letter, written } from './review/written.ts';

const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };

let records: readonly Recorded[];
beforeAll(async () => {
  records = await recordsOf(await houseLog());
});

const CHARACTERS = ['a', '0', '9', '"', '\\', '{', '}', '[', ']', ',', ':', ' ', '\n', '\u0000', 'ế', '\ud800', '\ufffd', ''];

/** A record that another of its case follows. Whether the very last was changed, only a checkpoint can tell. */
const followed = (at: number): boolean => records.slice(at + 1).some(({ record }) => record.stream === records[at]?.record.stream);

describe('whatever is damaged', () => {
  it('any changed or cut character of any record that another follows is found, and nothing is thrown', async () => {
    const place = fc.record({ at: fc.nat(records.length - 1), where: fc.nat(), to: fc.constantFrom(...CHARACTERS) });
    await fc.assert(
      fc.asyncProperty(place, async ({ at, where, to }) => {
        const text = records[at]?.text ?? '';
        const cut = where % text.length;
        fc.pre(followed(at) && text[cut] !== to);
        const damaged = records.map((each, index) => ({
          position: each.position,
          text: index === at ? text.slice(0, cut) + to + text.slice(cut + 1) : each.text,
        }));
        const { findings, summary } = await replayed(damaged);
        expect(summary.findings).toBeGreaterThan(0);
        expect(findings.every(({ says }) => says !== '')).toBe(true);
      }),
      { ...seed, numRuns: 200 },
    );
  });

  // Negative control: the same property over a replacement of a character by itself finds nothing.
  it('but an unchanged record is not', async () => {
    expect((await replayed(records.map(({ text, position }) => ({ text, position })))).summary.findings).toBe(0);
  });

  it('texts that are no records at all are findings', async () => {
    const texts = [
      '',
      'null',
      '[]',
      '{}',
      '{"v":1}',
      'x'.repeat(100),
      '{"stream":"long"',
      '1e999',
      JSON.stringify({ ...records[0]?.record, extra: 1 }),
    ];
    const { summary } = await replayed(texts.map((text) => ({ text })));
    expect(summary.byCode).toEqual({ 'record-malformed': texts.length });
  });

  it('any member of any record replaced by any JSON is found or harmless, and nothing is thrown', async () => {
    const member = fc.constantFrom('v', 'log', 'stream', 'version', 'id', 'type', 'schema', 'recordedAt', 'prev', 'meta', 'data', 'sealed');
    await fc.assert(
      fc.asyncProperty(fc.nat(records.length - 1), member, fc.jsonValue(), async (at, name, value) => {
        const damaged = records.map(({ text, record }, index) => ({
          text: index === at ? JSON.stringify({ ...record, [name]: value }) : text,
        }));
        fc.pre(damaged[at]?.text !== records[at]?.text);
        const { summary } = await replayed(damaged);
        expect(summary.findings > 0 || !followed(at)).toBe(true);
      }),
      { ...seed, numRuns: 100 },
    );
  });

  it('what a store reports of its own damage is a finding, and a store that fails is a fault', async () => {
    const store = await houseLog();
    const failing = (code: 'history-damaged' | 'unavailable') =>
      replayAll({
        store: {
          ...store,
          readLog: async function* () {
            yield* records.slice(0, 3);
            throw new StoreFault(code, 'Position 4 is missing.');
          },
        },
        caseTypes,
        laws: law,
      });
    const codes: string[] = [];
    for await (const { code } of failing('history-damaged')) codes.push(code);
    expect(codes).toEqual(['log-unreadable']);
    await expect(failing('unavailable')[Symbol.asyncIterator]().next()).rejects.toThrow(StoreFault);
  });
});

/** Read to its end; what it gives is looked at elsewhere. */
async function drained(of: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of of);
}

const ranOut = async (): Promise<EventStore> =>
  (
    await written(
      [
        { type: 'Receive', on: '2026-01-05', data: letter },
        { type: 'Accept', on: '2026-01-08' },
        { type: 'Assign', on: '2026-01-09', data: { person: 'p-7' } },
        { type: 'RecordRunOut', on: '2026-03-04', data: { clock: 'resolution' } },
      ],
      'ran out',
    )
  ).store;

const options = { laws: law, until: '2026-06-30' };
const timeZone = 'UTC';

/** Whoever takes a case file; each opens it anew. */
const reviews: Readonly<Record<string, (file: CaseFile) => unknown>> = {
  accountOf: (file) => accountOf(file, options),
  knownWhenDecided,
  caseAsOf: (file) => [
    caseAsOf(file, { on: '2026-01-16', timeZone }),
    caseAsOf(file, { recorded: '2026-05-01T08:00:09Z', timeZone }),
    caseAsOf(file, { recorded: '2026-05-01T08:00:09Z', on: '2026-02-01', timeZone }),
  ],
  async explainCase(file) {
    const told = await explainCase(file, options);
    for (const language of ['en', 'vi'] as const) explanationHtml(told, file.type, new Saying(language));
  },
};

/** Whoever takes a log. */
const readings: Readonly<Record<string, (store: EventStore) => Promise<unknown>>> = {
  accountsOf: (store) => drained(accountsOf({ ...options, store, caseTypes }, () => undefined)),
  checkLog: (store) => drained(checkLog({ store, caseTypes })),
  foldLog: (store) => foldLog({ store, caseTypes }),
  cloudEventsView: (store) => drained(cloudEventsView(store, 'occurred')),
  ocelView: async (store) => drained(ocelView(await viewLog(store, caseTypes), 'recorded')),
  xesView: async (store) => drained(xesView(await viewLog(store, caseTypes), 'occurred')),
  replayAll: (store) => drained(replayAll({ store, caseTypes, laws: law })),
  whatIf: (store) => drained(whatIf({ of: { store }, caseTypes, laws: law, organisation: houseOrganisation(), instead: { law } })),
};

/** In milliseconds: what counted the days of a day that is none went on for ever. */
const LONGEST = 20_000;

describe('any value within any record, replaced or taken away', () => {
  it('is told, found, or refused by a fault of the audit itself, and never for long', async () => {
    const stores = [await houseLog(), await ranOut()];
    const logs = await Promise.all(stores.map(async (store) => [store, await recordsOf(store)] as const));
    const asked = async (what: string, ask: () => unknown): Promise<void> => {
      const before = performance.now();
      try {
        await ask();
      } catch (error) {
        if (!(error instanceof CaseFileError)) throw new Error(`${what}: ${String(error)}`, { cause: error });
        expect(error.says, what).toMatch(/\. (?:`replay` |Hand in )/);
      }
      expect(performance.now() - before, what).toBeLessThan(LONGEST);
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 1), anyDamage, async (log, damage) => {
        const [store, whole] = logs[log] as (typeof logs)[number];
        const { id, records: all, what } = damagedAt(whole, damage);
        const ofCase = all.filter(({ record }) => record.stream === id);
        for (const [name, review] of Object.entries(reviews))
          await asked(`${name}, ${what}`, async () => review(await openCaseFile(ofCase, caseTypes)));
        for (const [name, reading] of Object.entries(readings)) await asked(`${name}, ${what}`, () => reading(storeOf(store, all)));
      }),
      { ...seed, numRuns: length('any value of a record damaged', 100, 20_000) },
    );
  });
});
