/**
 * All of both files goes in, and replays. The figures are those of the files, counted from them by other means: see the comments.
 * Negative control: without `late` in receipt.map.ts the steps that run backwards meet objections, and the replay counts them.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Finding, foldLog, replayAll } from '@redress/audit';
import { type CaseState, complaint, daysBetween, type EventStore, handOvers, type Recorded } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import { type Imported, type ImportMap, importFile, shippedLaws } from 'redress';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIf } from '../../.config/loud-skip.ts';
import nyc311 from './nyc311.map.ts';
import receipt from './receipt.map.ts';

const data = process.env.REDRESS_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const files = { receipt: join(data, 'receipt.xes.gz'), nyc311: join(data, 'nyc311_animals.csv') } as const;
const absent = 'set REDRESS_DATA to the folder that holds receipt.xes.gz and nyc311_animals.csv';

interface Contents {
  readonly states: readonly CaseState[];
  /** How many facts there are of each type. */
  readonly facts: Readonly<Record<string, number>>;
}

async function contentsOf(store: EventStore): Promise<Contents> {
  const states = new Map<string, CaseState>();
  const facts: Record<string, number> = {};
  const onFact = (state: CaseState, { record }: Recorded): void => {
    states.set(state.caseId, state);
    facts[record.type] = (facts[record.type] ?? 0) + 1;
  };
  await foldLog({ store, caseTypes: [complaint], onFact });
  return { states: [...states.values()], facts };
}

interface Replayed {
  readonly findings: readonly Finding[];
  /** What recorded steps would have been refused for. */
  readonly objections: Readonly<Record<string, number>>;
}

async function replayed(store: EventStore): Promise<Replayed> {
  const findings: Finding[] = [];
  const laws = (digest: string) => shippedLaws.find((law) => law.at(digest));
  const replaying = replayAll({ store, caseTypes: [complaint], laws });
  for await (const finding of replaying) findings.push(finding);
  return { findings, objections: replaying.summary.objections };
}

interface Room {
  store: EventStore;
  imported: Imported;
  contents: Contents;
}

/** A database with one file in it, for the tests of one suite. */
function imported(map: ImportMap, file: string): Room {
  const room = {} as Room;
  const folder = mkdtempSync(join(tmpdir(), 'redress-import-'));
  beforeAll(async () => {
    room.store = await openSqlite(join(folder, 'redress.db'));
    room.imported = await importFile({ store: room.store, map, file });
    room.contents = await contentsOf(room.store);
  }, 300_000);
  afterAll(async () => {
    await room.store?.close();
    rmSync(folder, { recursive: true });
  });
  return room;
}

describeIf(existsSync(files.receipt), absent, 'the receipt phase of permits in a Dutch municipality', () => {
  const room = imported(receipt, files.receipt);

  it('goes in whole: 1,434 traces are cases, 8,577 events are notes, no row is rejected', () => {
    expect(room.imported).toMatchObject({ rows: 1_434, cases: 1_434, rejected: [], repeated: 0 });
    expect(room.contents.facts).toMatchObject({ Received: 1_434, Noted: 8_577 });
  });

  it('keeps every deadline: 56 calendar days in 1,080 cases, 98 in 58, 78 in 33', () => {
    const lengths = room.contents.states.map(({ clocks, openedOn }) => daysBetween(openedOn ?? '', clocks.resolution?.dueOn ?? ''));
    expect([56, 98, 78].map((length) => lengths.filter((each) => each === length).length)).toEqual([1_080, 58, 33]);
  });

  it('closes the 1,329 cases that have an end, and leaves 105 open', () => {
    const closed = room.contents.states.filter(({ stage }) => stage === 'closed');
    expect([closed.length, room.contents.states.length - closed.length]).toEqual([1_329, 105]);
  });

  it('counts 309 ends after the day of the deadline; 68 more were late by hours on its very day', () => {
    // By the minute 377 ends lie after their deadline. A legal day is over at midnight, so those 68 were in time.
    const late = room.contents.states.filter(({ clocks }) => {
      const stop = clocks.resolution?.lines.find(({ entry }) => entry.do === 'stop');
      return stop !== undefined && stop.entry.on > (clocks.resolution?.dueOn ?? '');
    });
    expect(late.length).toBe(309);
  });

  it('follows the groups: A→B→A 439 times in 269 cases, as a plain count over the events gives', () => {
    // Both count a group that was not recorded (EMPTY) as a holder of its own; without those 165 returns are left.
    const returns = room.contents.states.map(({ custody }) => handOvers(custody.chain.map(({ unit }) => unit)).returns);
    expect(returns.reduce((sum, each) => sum + each, 0)).toBe(439);
    expect(returns.filter((each) => each > 0).length).toBe(269);
  });

  it('replays without a finding; the log’s own days that run backwards are noted', async () => {
    const { findings, objections } = await replayed(room.store);
    expect(objections).toEqual({});
    expect(findings.filter(({ severity }) => severity === 'finding')).toEqual([]);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['back-dated']));
  }, 120_000);
});

describeIf(existsSync(files.nyc311), absent, 'complaints about animals to New York City 311', () => {
  const room = imported(nyc311, files.nyc311);

  it('goes in whole: of 4,969 requests 891 repeat another within seven days, so there are 4,078 cases', () => {
    expect(room.imported).toMatchObject({ rows: 4_969, cases: 4_078, rejected: [], repeated: 0 });
    const { Received, Recomplained = 0, ArrivalRecorded = 0 } = room.contents.facts;
    // What came again while a request of the matter was open is recorded and opens no level.
    expect([Received, Recomplained + ArrivalRecorded]).toEqual([4_078, 891]);
    expect(Recomplained).toBeGreaterThan(0);
  });

  it('ends 4,692 requests, each by a decision or, while another of its matter is open, by a note', () => {
    const { Resolved = 0, Noted = 0 } = room.contents.facts;
    expect(Resolved + Noted).toBe(4_692);
  });

  it('replays without a finding', async () => {
    expect(await replayed(room.store)).toEqual({ findings: [], objections: {} });
  }, 120_000);

  it('doubles nothing when it comes again', async () => {
    const again = await importFile({ store: room.store, map: nyc311, file: files.nyc311 });
    expect(again).toMatchObject({ facts: 0, repeated: room.imported.facts, cases: 4_078 });
  }, 300_000);
});
