import { type CaseState, createEngine, type EventStore, memoryStore, type Recorded } from '@redress/core';
import { houseAuthority, houseOrganisation } from '@redress/testing';
import { describe, expect, it } from 'vitest';
import { CaseFileError, foldLog } from '../src/index.ts';
import { OpenCases } from '../src/open-cases.ts';
import { storeOf } from './any-value.ts';
import { changed, type Draft } from './damage.ts';
import { caseTypes, houseLog, law, recordsOf } from './house-log.ts';

describe('a log folded', () => {
  it.each([1, 2, 4096])('leaves every case where the engine says it is, with %d in memory', async (openCases) => {
    const store = await houseLog();
    const stages = new Map<string, string>();
    const folded = await foldLog({
      store,
      caseTypes,
      openCases,
      onFact: (state: CaseState) => stages.set(state.caseId, `${state.version} ${state.at.key}`),
    });
    expect(folded).toMatchObject({ cases: 3, facts: 27, skipped: 0 });
    const engine = createEngine({ store, caseTypes, law, authority: houseAuthority(), organisation: houseOrganisation() });
    for (const [id, stage] of stages) {
      const state = (await engine.load(id))?.state;
      expect(stage).toBe(`${state?.version} ${state?.at.key}`);
    }
  });

  it('skips cases whose type was not handed in', async () => {
    const store = await houseLog();
    const position = (await recordsOf(store)).at(-1)?.position;
    expect(await foldLog({ store, caseTypes: [] })).toEqual({ cases: 0, facts: 0, skipped: 27, position });
  });

  it('skips a fact that names no case type, as one of the log itself', async () => {
    const [bare = expect.fail('no record')] = await recordsOf(await houseLog());
    const record = { ...bare.record, meta: {} };
    expect(await foldLog({ store: filed([{ ...bare, record }]), caseTypes })).toMatchObject({ cases: 0, facts: 0, skipped: 1 });
  });

  it('ends where its last record lies, and before the first where there is none', async () => {
    const store = await houseLog();
    const last = (await recordsOf(store)).at(-1)?.position;
    expect(await foldLog({ store, caseTypes })).toEqual({ cases: 3, facts: 27, skipped: 0, position: last });
    expect(await foldLog({ store: memoryStore(), caseTypes })).toEqual({ cases: 0, facts: 0, skipped: 0, position: '' });
  });

  it('tells of each fact the state that it led to, whether its case was kept or is read again', async () => {
    const store = await houseLog();
    for (const openCases of [1, 4096]) {
      const told: string[] = [];
      await foldLog({ store, caseTypes, openCases, onFact: ({ caseId, version, at }) => told.push(`${caseId} ${version} ${at.key}`) });
      expect(told).toEqual((await recordsOf(store)).map(({ record }) => `${record.stream} ${record.version} ${record.meta.to}`));
    }
  });

  it('reads no case twice while there is room, and one that had to go as far as it was folded before', async () => {
    const all = await recordsOf(await houseLog());
    const only = (stream: string) => all.filter(({ record }) => record.stream === stream);
    const first = [...only('long').slice(0, 2), ...only('late').slice(0, 2), ...only('withdrawn').slice(0, 1)];
    const asked: string[] = [];
    const given = { store: filed([...first, ...only('long').slice(2)], asked), caseTypes };
    await foldLog(given);
    expect(asked).toEqual([]);
    await foldLog({ ...given, openCases: 1 });
    expect(asked).toEqual(['long to 2']);
  });

  it('lets cases go that are over before one that is open', async () => {
    const all = await recordsOf(await houseLog());
    const [one = expect.fail('no record'), ...rest] = all.filter(({ record }) => record.stream === 'long');
    const over = ['a', 'b', 'c', 'd', 'e'].flatMap((stream) =>
      all.filter(({ record }) => record.stream === 'withdrawn').map((each) => ({ ...each, record: { ...each.record, stream } })),
    );
    const asked: string[] = [];
    const folded = await foldLog({ store: filed([one, ...over, ...rest], asked), caseTypes, openCases: 4 });
    expect([folded.cases, folded.facts, asked]).toEqual([6, 31, []]);
  });

  it.each<[string, RegExp, number, (draft: Draft) => void]>([
    [
      'that is no record',
      /Fact 1 of the case long is no record: meta is no object/,
      1,
      (draft) => void Object.assign(draft, { meta: null }),
    ],
    ['that no case type folds', /The case long cannot be folded: Cannot read/, 1, ({ data }) => void Object.assign(data, { holder: null })],
    [
      'of another release',
      /The case long cannot be folded: the fact Suspended has schema 9/,
      11,
      (draft) => void Object.assign(draft, { schema: 9 }),
    ],
  ])('ends at a fact %s, and says which case it is of, read on or read anew', async (_, says, version, change) => {
    const store = await houseLog();
    const damaged = storeOf(store, changed(await recordsOf(store), 'long', version, change));
    for (const openCases of [1, 4096]) {
      const error = await foldLog({ store: damaged, caseTypes, openCases }).catch((fault: unknown) => fault);
      expect(error).toBeInstanceOf(CaseFileError);
      expect(error).toMatchObject({ code: 'case-unreadable', says: expect.stringMatching(says) });
    }
  });

  it('throws what its caller throws as it is', async () => {
    const fault = new RangeError('of the caller');
    const onFact = () => {
      throw fault;
    };
    await expect(foldLog({ store: await houseLog(), caseTypes, onFact })).rejects.toBe(fault);
  });
});

/** A log of these records, which notes what is asked of its streams. */
function filed(records: readonly Recorded[], asked: string[] = []): Pick<EventStore, 'read' | 'readLog'> {
  return {
    async *readLog() {
      yield* records;
    },
    async *read(stream, { to = Number.POSITIVE_INFINITY } = {}) {
      asked.push(`${stream} to ${to}`);
      yield* records.filter(({ record }) => record.stream === stream && record.version <= to);
    },
  };
}

describe('the cases held in memory', () => {
  const fill = (cases: OpenCases<{ closed: boolean }>, from: number, to: number): void => {
    for (let at = from; at < to; at += 1) cases.set(`case-${at}`, { closed: at % 2 === 1 });
  };

  it('are never more than asked for, and those met lately stay', () => {
    const dropped: string[] = [];
    const cases = new OpenCases<{ closed: boolean }>(
      10,
      () => false,
      (id) => dropped.push(id),
    );
    fill(cases, 0, 8);
    expect(cases.get('case-1')).toBeDefined();
    fill(cases, 8, 1000);
    expect([...cases.values()].length).toBeLessThanOrEqual(10);
    expect(cases.get('case-999')).toBeDefined();
    expect(cases.get('case-500')).toBeUndefined();
    expect(dropped.length + [...cases.values()].length).toBe(1000);
  });

  it('lose those that are over first, one at a time, and none that must stay', () => {
    const dropped: string[] = [];
    const cases = new OpenCases<{ closed: boolean }>(
      8,
      (held) => !held.closed,
      (id) => dropped.push(id),
    );
    fill(cases, 0, 8);
    for (let at = 1; at < 8; at += 2) cases.end(`case-${at}`, { closed: true });
    expect(dropped).toEqual([]);
    cases.end('case-8', { closed: true });
    expect(dropped).toEqual(['case-1']);
    fill(cases, 9, 40);
    expect(cases.get('case-0')).toBeDefined();
    expect(cases.get('case-9')).toBeUndefined();
  });

  it('lose none that was over and was met again, until it is over once more: half of a command may be there', () => {
    const dropped: string[] = [];
    const cases = new OpenCases<{ half: boolean }>(
      4,
      ({ half }) => half,
      (id) => dropped.push(id),
    );
    const met = { half: false };
    cases.end('met', met);
    expect(cases.get('met')).toBe(met);
    met.half = true;
    for (let at = 0; at < 5; at += 1) cases.end(`case-${at}`, { half: false });
    for (let at = 0; at < 20; at += 1) cases.set(`open-${at}`, { half: false });
    expect(dropped.slice(0, 3)).toEqual(['case-0', 'case-1', 'case-2']);
    expect(cases.get('met')).toBe(met);
    cases.end('met', met);
    for (let at = 5; at < 7; at += 1) cases.end(`case-${at}`, { half: false });
    expect(cases.get('met')).toBeUndefined();
  });

  it('look at one that must stay once, however many come after it', () => {
    let looked = 0;
    const mustStay = (): boolean => {
      looked += 1;
      return true;
    };
    const cases = new OpenCases<{ closed: boolean }>(4, mustStay);
    fill(cases, 0, 1000);
    expect(looked).toBeLessThanOrEqual(1000);
    expect([...cases.values()]).toHaveLength(1000);
    expect(cases.get('case-0')).toBeDefined();
    expect([...cases.values()]).toHaveLength(1000);
  });

  it('all stay, over or not, where none could be read again', () => {
    const cases = new OpenCases<{ closed: boolean }>(Number.POSITIVE_INFINITY);
    fill(cases, 0, 1000);
    for (let at = 1; at < 1000; at += 2) cases.end(`case-${at}`, { closed: true });
    expect([...cases.values()]).toHaveLength(1000);
  });
});
