import { type CaseType, type EventStore, memoryStore, type Recorded, StoreFault } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { type CheckSummary, checkLog, type Finding, replayAll } from '../src/index.ts';
import { storeOf } from './any-value.ts';
import { changed, type Draft, forged, relinked } from './damage.ts';
import { caseTypes, houseLog, law, recordsOf } from './house-log.ts';

interface Checked {
  readonly findings: readonly Finding[];
  readonly summary: CheckSummary;
}

async function checked(store: EventStore, openCases = 4096, types: readonly CaseType[] = caseTypes): Promise<Checked> {
  const check = checkLog({ store, caseTypes: types, openCases });
  const findings: Finding[] = [];
  for await (const finding of check) findings.push(finding);
  return { findings, summary: check.summary };
}

/** The house log with its records changed, in the same store. */
async function damaged(change: (records: Recorded[]) => readonly Recorded[]): Promise<EventStore> {
  const store = await houseLog();
  return storeOf(store, change(await recordsOf(store)));
}

const told = ({ findings }: Checked): readonly string[] => findings.map(({ code, case: id, version }) => `${code} ${id} ${version}`);

describe('a log that is as it was written', () => {
  it.each([1, 2, 4096])('has no finding, with %d cases in memory', async (openCases) => {
    const { findings, summary } = await checked(await houseLog(), openCases);
    expect(findings).toEqual([]);
    expect(summary).toEqual({ cases: 3, facts: 27, findings: 0, byCode: {} });
  });

  it('has none where it is empty', async () => {
    expect((await checked(memoryStore())).summary).toEqual({ cases: 0, facts: 0, findings: 0, byCode: {} });
  });

  it('is checked beside what it says of itself, which is no case', async () => {
    const store = await houseLog();
    const seals = [1, 2].map((number) => ({
      id: crypto.randomUUID(),
      type: 'LogSealed',
      schema: 1,
      meta: {},
      data: { number },
      sealed: [],
    }));
    await store.append('$seals', { version: 0, leaf: null, at: '' }, seals as unknown as Parameters<EventStore['append']>[2]);
    expect((await checked(store)).summary).toEqual({ cases: 3, facts: 27, findings: 0, byCode: {} });
    const second = (records: Recorded[]) => changed(records, '$seals', 1, ({ data }) => void Object.assign(data, { number: 7 }));
    const forgedSeals = storeOf(store, second(await recordsOf(store)));
    expect(told(await checked(forgedSeals))).toEqual(['chain-broken $seals 2']);
  });
});

type Change = (draft: Draft) => void;

/** What is changed in the fifth fact of the long case, the later ones linked anew or not, and all that is found. */
const faults: readonly (readonly [what: string, linked: boolean, change: Change, found: readonly string[]])[] = [
  ['a member that no schema sees', false, ({ meta }) => void Object.assign(meta, { actor: 'p-other' }), ['chain-broken long 6']],
  ['another log', true, (draft) => void Object.assign(draft, { log: '00000000-0000-4000-8000-000000000000' }), ['log-mismatch long 5']],
  [
    'an earlier instant',
    true,
    (draft) => void Object.assign(draft, { recordedAt: '2026-05-01T07:00:00.000Z' }),
    ['recorded-earlier long 5'],
  ],
  ['data of another kind', true, ({ data }) => void Object.assign(data, { holder: 7 }), ['fact-invalid long 5']],
  ['a schema of tomorrow', true, (draft) => void Object.assign(draft, { schema: 99 }), ['fact-unknown long 5']],
  ['a fact of no case type', true, (draft) => void Object.assign(draft, { type: 'Exploded' }), ['fact-unknown long 5']],
  ['another case type', true, ({ meta }) => void Object.assign(meta, { caseType: 'petition' }), ['case-type-changed long 5']],
  ['clocks that are none', true, ({ data }) => void Object.assign(data, { clocks: [null] }), ['fact-invalid long 5', 'fold-failed long 5']],
  ['no metadata', true, (draft) => void Object.assign(draft, { meta: null }), ['record-malformed long 5']],
  ['metadata that are a text', true, (draft) => void Object.assign(draft, { meta: 'x' }), ['record-malformed long 5']],
  ['data that are a number', true, (draft) => void Object.assign(draft, { data: 7 }), ['record-malformed long 5']],
  ['a type that is no text', true, (draft) => void Object.assign(draft, { type: {} }), ['record-malformed long 5']],
  ['a log that is no text', true, (draft) => void Object.assign(draft, { log: 1 }), ['record-malformed long 5']],
  ['an instant that is no text', true, (draft) => void Object.assign(draft, { recordedAt: null }), ['record-malformed long 5']],
  ['data that are none', true, (draft) => void Object.assign(draft, { data: null }), ['record-malformed long 5']],
  ['a case type that is no text', true, ({ meta }) => void Object.assign(meta, { caseType: {} }), ['record-malformed long 5']],
];

describe('what was changed in one fact', () => {
  it.each(faults)('%s is found, and once', async (_, linked, change, found) => {
    const one = (records: Recorded[]) => (linked ? forged : changed)(records, 'long', 5, change);
    expect(told(await checked(await damaged(one)))).toEqual(found);
    // With one case in memory every fact is met anew, and each case read again: what was told is not told again.
    const again = told(await checked(await damaged(one), 1));
    expect(again).toEqual(found);
  });

  it('names the place, and says what it means', async () => {
    const { findings, summary } = await checked(
      await damaged((records) => changed(records, 'late', 2, ({ meta }) => void Object.assign(meta, { unit: 'x' }))),
    );
    const position = (await recordsOf(await houseLog())).find(({ record }) => record.stream === 'late' && record.version === 3)?.position;
    expect(findings).toMatchObject([{ code: 'chain-broken', severity: 'finding', case: 'late', version: 3, position }]);
    expect(findings[0]?.says).toMatch(/^the record before is not the one that this record was written after: prev is [\w-]{43}$/);
    expect(summary).toMatchObject({ cases: 3, facts: 27, findings: 1, byCode: { 'chain-broken': 1 } });
  });

  it('ends the folding of its case, so that one damage is told once', async () => {
    const fromTomorrow = (draft: Draft) => void Object.assign(draft, { schema: 99 });
    for (const [first, found] of [
      [fromTomorrow, 'fact-unknown long 5'],
      [(draft: Draft) => void Object.assign(draft, { data: null }), 'record-malformed long 5'],
    ] as const) {
      const store = await damaged((records) => forged(changed(records, 'long', 5, first), 'long', 20, fromTomorrow));
      for (const openCases of [1, 4096]) expect(told(await checked(store, openCases))).toEqual([found]);
    }
  });

  it('is told as soon as it is found, not at the end', async () => {
    const records = changed(await recordsOf(await houseLog()), 'long', 5, ({ meta }) => void Object.assign(meta, { unit: 'x' }));
    let given = 0;
    const counted = async function* () {
      for (const recorded of records) {
        given += 1;
        yield recorded;
      }
    };
    const store = { ...(await damaged(() => records)), readLog: counted };
    for await (const { code } of checkLog({ store, caseTypes })) {
      const sixth = records.findIndex(({ record }) => record.stream === 'long' && record.version === 6);
      expect([code, given]).toEqual(['chain-broken', sixth + 1]);
    }
    expect(given).toBe(records.length);
  });

  it('an instant is earlier than the latest before it, not than the one just before it', async () => {
    const on = (day: string) => (draft: Draft) => void Object.assign(draft, { recordedAt: `${day}T07:00:00.000Z` });
    const store = await damaged((records) => forged(changed(records, 'long', 5, on('2026-04-01')), 'long', 6, on('2026-04-02')));
    expect(told(await checked(store))).toEqual(['recorded-earlier long 5', 'recorded-earlier long 6']);
  });

  it('a link that is neither text nor null is no record', async () => {
    const store = await damaged((records) => changed(records, 'long', 5, (draft) => void Object.assign(draft, { prev: {} })));
    expect(told(await checked(store))).toEqual(['record-malformed long 5', 'chain-broken long 6']);
  });
});

describe('facts that are not where they were', () => {
  const place = (records: readonly Recorded[], version: number): number =>
    records.findIndex(({ record }) => record.stream === 'long' && record.version === version);

  it('one left out is a gap, and what follows is checked for its chain', async () => {
    const store = await damaged((records) => records.toSpliced(place(records, 5), 1));
    expect(told(await checked(store))).toEqual(['version-gap long 6']);
    // Not folded on: of the schema of tomorrow, far behind the gap, the link alone is told.
    const both = await damaged((records) =>
      changed(records, 'long', 20, (draft) => void Object.assign(draft, { schema: 99 })).toSpliced(place(records, 5), 1),
    );
    expect(told(await checked(both))).toEqual(['version-gap long 6', 'chain-broken long 21']);
  });

  it('the first left out is one too', async () => {
    expect(told(await checked(await damaged((records) => records.toSpliced(place(records, 1), 1))))).toEqual(['version-gap long 2']);
  });

  it('two in the wrong order are found', async () => {
    const swapped = (records: Recorded[]): Recorded[] => {
      const [five, six] = [place(records, 5), place(records, 6)];
      return records.with(five, records[six] as Recorded).with(six, records[five] as Recorded);
    };
    expect(told(await checked(await damaged(swapped)))).toEqual([
      'version-gap long 6',
      'version-gap long 5',
      'recorded-earlier long 5',
      'version-gap long 7',
    ]);
  });

  // What it does not see, said in its docs: the negative control of the above.
  it('all that follows written anew is not found, nor a log cut off at its end', async () => {
    const anew = await damaged((records) => relinked(records.toSpliced(place(records, 9), 1)));
    expect(told(await checked(anew))).toEqual([]);
    expect(told(await checked(await damaged((records) => records.slice(0, -1))))).toEqual([]);
  });
});

/** After each record three cases of one fact, so that every case has gone from memory when it is met again. */
function amongOthers(records: readonly Recorded[]): readonly Recorded[] {
  const [first] = records;
  const all = records.flatMap((each, index) => [
    each,
    ...[1, 2, 3].map((number): Recorded => {
      const record = { ...JSON.parse(first?.text ?? ''), stream: `other-${index}-${number}` };
      return { position: '', text: JSON.stringify(record), record };
    }),
  ]);
  return all.map((each, index) => ({ ...each, position: String(index).padStart(20, '0') }));
}

/** As SQL stores do: a case by its versions, whatever stands in between, and a version that is missing is damage. */
const byVersion = (store: EventStore, records: readonly Recorded[]): EventStore => ({
  ...storeOf(store, records),
  async *read(id, { from = 1, to = Number.POSITIVE_INFINITY } = {}) {
    const ofCase = records.filter(({ record }) => record.stream === id && record.version >= from && record.version <= to);
    for (const [index, each] of ofCase.toSorted((a, b) => a.record.version - b.record.version).entries()) {
      if (each.record.version !== from + index) throw new StoreFault('history-damaged', `Version ${from + index} is missing.`);
      yield each;
    }
  },
});

describe('where a case had to go from memory', () => {
  const at = (records: readonly Recorded[], version: number): number =>
    records.findIndex(({ record }) => record.stream === 'late' && record.version === version);
  const besides = async (change: (records: Recorded[]) => readonly Recorded[]): Promise<Checked> => {
    const store = await houseLog();
    const { findings, summary } = await checked(byVersion(store, amongOthers(change(await recordsOf(store)))), 1);
    return { findings, summary };
  };

  it('a log as it was written has no finding', async () => {
    expect((await besides((records) => records)).summary).toEqual({ cases: 84, facts: 108, findings: 0, byCode: {} });
  });

  it.each([1, 2, 3])('fact %d put behind all others is found', async (version) => {
    const found = await besides((records) => [...records.toSpliced(at(records, version), 1), records[at(records, version)] as Recorded]);
    expect(told(found)).toContain(`version-gap late ${version}`);
    expect(told(found)).toContain(`version-gap late ${version + 1}`);
    expect(found.summary).toMatchObject({ cases: 84, facts: 108 });
  });

  it('one left out is told once, and the check goes on', async () => {
    const both = await besides((records) =>
      changed(records, 'long', 12, ({ meta }) => void Object.assign(meta, { unit: 'x' })).toSpliced(at(records, 2), 1),
    );
    expect(told(both)).toEqual(['version-gap late 3', 'chain-broken long 13']);
    expect(both.summary).toMatchObject({ cases: 81, facts: 104 });
  });

  it('a fact that the store has in its case and not in its log is a gap, the first too', async () => {
    for (const version of [1, 2, 3]) {
      const store = await houseLog();
      const records = await recordsOf(store);
      const missing = amongOthers(records.toSpliced(at(records, version), 1));
      const differing = { ...byVersion(store, records), readLog: storeOf(store, missing).readLog };
      for (const openCases of [1, 4096]) expect(told(await checked(differing, openCases))).toEqual([`version-gap late ${version + 1}`]);
    }
  });

  it('one that is there twice is found', async () => {
    const twice = await besides((records) => [...records, records[at(records, 1)] as Recorded]);
    expect(told(twice)).toContain('version-gap late 1');
  });

  it('what the store cannot read again is told at the record at hand, and the check goes on', async () => {
    const store = await houseLog();
    const records = amongOthers(await recordsOf(store));
    const failing = (code: 'history-damaged' | 'unavailable'): EventStore => ({
      ...byVersion(store, records),
      // biome-ignore lint/correctness/useYield: it fails before there is anything to give.
      async *read() {
        throw new StoreFault(code, 'It is gone.');
      },
    });
    const { findings, summary } = await checked(failing('history-damaged'), 1);
    expect(findings[0]).toMatchObject({ code: 'log-unreadable', case: 'long', version: 2 });
    expect(summary).toMatchObject({ cases: 84, facts: 108 });
    // Each fact but the first of its case had to be read again, and could not; that is all there is to tell.
    expect(summary.byCode).toEqual({ 'log-unreadable': 24 });
    await expect(checked(failing('unavailable'), 1)).rejects.toThrow(StoreFault);
  });
});

it('a case whose first fact is no record is one all the same', async () => {
  const { summary } = await checked(
    await damaged((records) => forged(records, 'late', 1, (draft) => void Object.assign(draft, { meta: null }))),
  );
  expect(summary).toMatchObject({ cases: 3, facts: 27, findings: 1 });
});

describe('what the check is not given', () => {
  it('a case type: the chain is checked, and each case is told once', async () => {
    const { findings, summary } = await checked(await houseLog(), 4096, []);
    expect(told({ findings, summary })).toEqual(['case-type-unknown long 1', 'case-type-unknown late 1', 'case-type-unknown withdrawn 1']);
    const broken = await damaged((records) => changed(records, 'long', 5, ({ meta }) => void Object.assign(meta, { unit: 'x' })));
    expect(told(await checked(broken, 4096, []))).toContain('chain-broken long 6');
  });

  it('a case type that changes is found where the case had to go from memory too', async () => {
    const last = (records: Recorded[]) => forged(records, 'long', 21, ({ meta }) => void Object.assign(meta, { caseType: 'petition' }));
    for (const openCases of [1, 4096]) expect(told(await checked(await damaged(last), openCases))).toEqual(['case-type-changed long 21']);
  });

  it('what a store cannot read is a finding where it is damage, and else its fault', async () => {
    const store = await houseLog();
    const records = await recordsOf(store);
    const failing = (code: 'history-damaged' | 'unavailable'): EventStore => ({
      ...store,
      async *readLog() {
        yield* records.slice(0, 3);
        throw new StoreFault(code, 'Position 4 is missing.');
      },
    });
    const { findings, summary } = await checked(failing('history-damaged'));
    expect(findings).toMatchObject([{ code: 'log-unreadable', case: '', version: 0 }]);
    expect(findings[0]?.says).toContain('Position 4 is missing.');
    expect(summary).toMatchObject({ cases: 3, facts: 3, findings: 1 });
    await expect(checked(failing('unavailable'))).rejects.toThrow(StoreFault);
  });
});

describe('beside a replay', () => {
  it('nothing is found that a replay does not find', async () => {
    for (const [, linked, change] of faults) {
      const store = await damaged((records) => (linked ? forged : changed)(records, 'long', 5, change));
      const replay = replayAll({ store, caseTypes, laws: law });
      for await (const _ of replay);
      expect(replay.summary.findings).toBeGreaterThan(0);
    }
  });
});
