/** Bytes: what was written is what is read, to the last byte. */
import assert from 'node:assert/strict';
import type { EventStore, FactToWrite, Json } from '@redress/core';
import { headOf, LARGEST_RECORD, leafHash, NO_STREAM } from '@redress/core';
import { contractCase } from './contract-case.ts';
import { all, begin, fact, facts, faults, isAppended, many, wholeLog, write } from './sample.ts';

/** Writes one value, reads it back by stream and by log, and gives what was read. */
async function roundTrip(store: EventStore, value: Json): Promise<Json | undefined> {
  const written = isAppended(await store.append('case', NO_STREAM, [fact('a', { value })])).records[0];
  const byStream = (await all(store.read('case')))[0];
  const byLog = (await wholeLog(store))[0];
  assert.equal(byStream?.text, written?.text);
  assert.equal(byLog?.text, written?.text);
  return byStream?.record.data.value;
}

const comesBack = (name: string, value: Json, expected: Json = value) =>
  contractCase(name, async ({ open }) => assert.deepEqual(await roundTrip(await open(), value), expected));

function nested(levels: number): Json {
  let value: Json = 'innermost';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { inside: value };
  return value;
}

/** A fact whose record has exactly so many bytes in its first place. */
async function ofSize(store: EventStore, bytes: number): Promise<FactToWrite> {
  const probe = isAppended(await store.append('probe', NO_STREAM, [fact('b', { text: '' })])).records[0];
  const rest = bytes - Buffer.byteLength(probe?.text ?? '') + 'probe'.length - 'case'.length;
  return fact('a', { text: 'x'.repeat(rest) });
}

export const bytesCases = [
  contractCase('the bytes read are the bytes written', async ({ open }) => {
    const store = await open();
    const { records, head } = isAppended(await store.append('case', NO_STREAM, many('a', 3)));
    const read = await all(store.read('case'));
    assert.deepEqual(read, records);
    assert.deepEqual(headOf(read.at(-1)), head);
    for (const [index, { record }] of read.slice(1).entries()) {
      assert.equal(record.prev, Buffer.from(leafHash(read[index]?.text ?? '')).toString('base64url'));
    }
  }),
  comesBack('Vietnamese, combining marks and emoji come back', ['Khiếu nại quyết định', 'Ti\u0065\u0302\u0301ng', '👩🏽‍⚖️', '\u{10ffff}']),
  contractCase('a key named __proto__ comes back', async ({ open }) => {
    const value: Json = JSON.parse('{"__proto__":{"a":1},"constructor":"b"}');
    const read = await roundTrip(await open(), value);
    assert.equal(JSON.stringify(read), '{"__proto__":{"a":1},"constructor":"b"}');
  }),
  comesBack('a hundred levels of nesting come back', nested(100)),
  contractCase('a fact of exactly 256 KiB comes back, one byte more is a fault', async ({ open }) => {
    const store = await open();
    const largest = await ofSize(store, LARGEST_RECORD);
    const larger = await ofSize(await open(), LARGEST_RECORD + 1);
    await faults('too-large', () => store.append('case', NO_STREAM, [larger]));
    await store.append('case', NO_STREAM, [largest]);
    const [read] = await all(store.read('case'));
    assert.equal(Buffer.byteLength(read?.text ?? ''), LARGEST_RECORD);
  }),
  comesBack('very small and very large numbers come back', [5e-324, -2.5e-7, 4503599627370495.5, 9007199254740991, -9007199254740991]),
  contractCase('minus zero comes back as zero', async ({ open }) => {
    assert.ok(Object.is(await roundTrip(await open(), -0), 0));
  }),
  comesBack('text that looks like an instant, a number or null stays text', ['2026-03-02T08:00:00.000Z', '1e3', 'null', '0012', '']),
  comesBack('U+0000 and other control characters inside text come back', 'a\u0000b\u0001\u001f\u007f\u2028\ufeff'),
  contractCase('bigint, NaN, undefined, a hole and a lone surrogate are faults before anything is written', async ({ open }) => {
    const store = await open();
    const unsayable: readonly unknown[] = [
      1n,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      undefined,
      Array(1),
      '\ud800',
      2 ** 53,
      new Date(0),
      () => 1,
    ];
    for (const value of unsayable) {
      const wrong = fact('a', { value: value as Json });
      await faults('not-storable', () => store.append('case', NO_STREAM, [wrong]));
    }
    assert.deepEqual(await wholeLog(store), []);
  }),
  contractCase('metadata stays flat text, an empty value included', async ({ open }) => {
    const store = await open();
    const meta = { command: 'c', onBehalfOf: '', unit: 'Đơn vị 3', '': 'no name' };
    await store.append('case', NO_STREAM, [{ ...fact('a'), meta }]);
    assert.deepEqual((await all(store.read('case')))[0]?.record.meta, meta);
    const deep = { command: { nested: 'no' } } as unknown as Record<string, string>;
    await faults('not-storable', () => store.append('other', NO_STREAM, [{ ...fact('b'), meta: deep }]));
  }),
  contractCase('commitments come back sorted, and unsorted or doubled ones are faults', async ({ open }) => {
    const store = await open();
    await store.append('case', NO_STREAM, [{ ...fact('a'), sealed: ['Aa', 'Bb'] }]);
    assert.deepEqual((await all(store.read('case')))[0]?.record.sealed, ['Aa', 'Bb']);
    for (const sealed of [
      ['Bb', 'Aa'],
      ['Aa', 'Aa'],
    ]) {
      await faults('not-storable', () => store.append('other', NO_STREAM, [{ ...fact('b'), sealed }]));
    }
  }),
  contractCase("an instant is the writer's and the same at every read", async ({ open }) => {
    const store = await open({ now: () => '2026-03-02T08:00:00.123Z' });
    await begin(store, 'case', 'a');
    const [one] = await all(store.read('case'));
    const [two] = await wholeLog(store);
    assert.equal(one?.record.recordedAt, '2026-03-02T08:00:00.123Z');
    assert.equal(two?.record.recordedAt, '2026-03-02T08:00:00.123Z');
  }),
  contractCase('a clock that goes back reorders nothing', async ({ open }) => {
    const clock = ['2026-03-02T08:00:00.000Z', '2026-03-01T08:00:00.000Z', '2026-03-03T08:00:00.000Z'];
    const store = await open({ now: () => clock.shift() ?? assert.fail('the clock was asked too often') });
    const head = await begin(store, 'case', 'a');
    await write(store, 'case', await write(store, 'case', head, 'b'), 'c');
    const instants = (await all(store.read('case'))).map(({ record }) => record.recordedAt);
    assert.deepEqual(instants, ['2026-03-02T08:00:00.000Z', '2026-03-02T08:00:00.000Z', '2026-03-03T08:00:00.000Z']);
  }),
  contractCase('what a caller does to a fact afterwards changes nothing', async ({ open }) => {
    const store = await open();
    const data = { note: 'as written' };
    await store.append('case', NO_STREAM, [fact('a', data)]);
    data.note = 'changed';
    const [read] = await all(store.read('case'));
    Object.assign(read?.record.data ?? {}, { note: 'changed by a reader' });
    assert.equal((await all(store.read('case')))[0]?.record.data.note, 'as written');
    assert.equal(facts('a')[0].id, read?.record.id);
  }),
];
