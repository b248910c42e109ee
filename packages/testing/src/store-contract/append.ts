/** Appending: exact versions, all or nothing, and the same append twice. */
import assert from 'node:assert/strict';
import type { EventStore, FactToWrite } from '@redress/core';
import { LARGEST_RECORD, NO_STREAM } from '@redress/core';
import { contractCase } from './contract-case.ts';
import type { Facts } from './sample.ts';
import { all, begin, fact, facts, faults, isAppended, isConflict, isRepeated, many, names, versions, wholeLog, write } from './sample.ts';

const fifty = Array.from({ length: 50 }, (_, index) => index);

/** Fifty rivals, dealt out over the stores: exactly one is appended, the others are handed its fact. */
async function race(rivals: readonly EventStore[], after: Parameters<EventStore['append']>[1]): Promise<void> {
  const outcomes = await Promise.all(
    fifty.map((index) => (rivals[index % rivals.length] ?? assert.fail()).append('case', after, facts(`rival ${index}`))),
  );
  const winner = outcomes.find(({ outcome }) => outcome === 'appended') ?? assert.fail('nobody won');
  const losers = outcomes.filter((outcome) => outcome !== winner).map(isConflict);
  assert.equal(losers.length, 49);
  const won = names(isAppended(winner).records);
  for (const loser of losers) assert.deepEqual(names(loser.missed), won);
}

export const appendCases = [
  contractCase('a first append begins the stream at version 1', async ({ open }) => {
    const store = await open();
    const { head, records } = isAppended(await store.append('case', NO_STREAM, facts('a')));
    assert.equal(head.version, 1);
    assert.deepEqual(versions(records), [1]);
    assert.equal(records[0]?.record.prev, null);
  }),
  contractCase('an append tells no position', async ({ open }) => {
    const { records } = isAppended(await (await open()).append('case', NO_STREAM, facts('a', 'b')));
    assert.deepEqual(
      records.map(({ position }) => position),
      ['', ''],
    );
  }),
  contractCase('expecting nothing is refused once the stream exists', async ({ open }) => {
    const store = await open();
    await begin(store, 'case', 'a');
    isConflict(await store.append('case', NO_STREAM, facts('b')));
  }),
  contractCase('expecting one fewer than there are is refused', async ({ open }) => {
    const store = await open();
    const first = await begin(store, 'case', 'a');
    await write(store, 'case', first, 'b');
    isConflict(await store.append('case', first, facts('c')));
  }),
  contractCase('expecting one more than there are is refused', async ({ open }) => {
    const store = await open();
    const head = await begin(store, 'case', 'a');
    const { missed } = isConflict(await store.append('case', { ...head, version: 2 }, facts('b')));
    assert.deepEqual(missed, []);
  }),
  contractCase('after another record at the expected version an append is refused, and told where the stream ends', async ({ open }) => {
    const store = await open();
    const head = await write(store, 'case', await begin(store, 'case', 'a'), 'b');
    const elsewhere = await begin(store, 'other', 'z');
    const conflict = isConflict(await store.append('case', { ...head, leaf: elsewhere.leaf }, facts('c')));
    assert.deepEqual({ ...conflict, head: conflict.head }, { outcome: 'conflict', head, missed: [] });
    assert.deepEqual(names(await all(store.read('case'))), ['a', 'b']);
    isAppended(await store.append('case', head, facts('c')));
  }),
  contractCase('among appends that wait together only the one after another record is refused', async ({ open }) => {
    const store = await open();
    const [one, two] = [await begin(store, 'one', 'a'), await begin(store, 'two', 'b')];
    const answers = await Promise.all([
      store.append('one', one, facts('c')),
      store.append('two', { ...two, leaf: one.leaf }, facts('d')),
      store.append('three', NO_STREAM, facts('e')),
    ]);
    assert.deepEqual(
      answers.map(({ outcome }) => outcome),
      ['appended', 'conflict', 'appended'],
    );
  }),
  contractCase('expecting a version of a missing stream is refused', async ({ open }) => {
    const store = await open();
    const head = await begin(store, 'other', 'a');
    const conflict = isConflict(await store.append('case', head, facts('b')));
    assert.deepEqual(conflict.head, NO_STREAM);
  }),
  contractCase('a conflict tells the true head, from which the next append succeeds', async ({ open }) => {
    const store = await open();
    await begin(store, 'case', 'a', 'b', 'c');
    const { head } = isConflict(await store.append('case', NO_STREAM, facts('d')));
    assert.equal(head.version, 3);
    await write(store, 'case', head, 'd');
    assert.deepEqual(names(await all(store.read('case'))), ['a', 'b', 'c', 'd']);
  }),
  contractCase('a conflict carries exactly the facts that were missed, in order', async ({ open }) => {
    const store = await open();
    const head = await begin(store, 'case', 'a');
    await write(store, 'case', await write(store, 'case', head, 'b'), 'c', 'd');
    const { missed } = isConflict(await store.append('case', head, facts('e')));
    assert.deepEqual(names(missed), ['b', 'c', 'd']);
    assert.deepEqual(missed, await all(store.read('case', { from: 2 })));
  }),
  contractCase('a conflict writes nothing', async ({ open }) => {
    const store = await open();
    await begin(store, 'case', 'a');
    isConflict(await store.append('case', NO_STREAM, facts('b')));
    assert.deepEqual(names(await all(store.read('case'))), ['a']);
    assert.deepEqual(names(await wholeLog(store)), ['a']);
  }),
  contractCase('an append of several facts keeps the order given, and chains them', async ({ open }) => {
    const store = await open();
    const { records } = isAppended(await store.append('case', NO_STREAM, many('a', 12)));
    assert.deepEqual(names(await all(store.read('case'))), names(records));
    assert.deepEqual(versions(records), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    assert.equal(new Set(records.map(({ record }) => record.prev)).size, 12);
  }),
  contractCase('an append that cannot store its last fact leaves nothing', async ({ open }) => {
    const store = await open();
    const last = fact('last', { days: Number.NaN });
    await faults('not-storable', () => store.append('case', NO_STREAM, [...facts('a', 'b'), last]));
    assert.deepEqual(await wholeLog(store), []);
  }),
  contractCase(
    'an append whose last id is known elsewhere leaves nothing',
    async ({ open }) => {
      const store = await open();
      await begin(store, 'other', 'known');
      await faults('id-elsewhere', () => store.append('case', NO_STREAM, facts('a', 'b', 'known')));
      assert.deepEqual(await all(store.read('case')), []);
      await begin(store, 'case', 'a', 'b');
      assert.deepEqual(names(await wholeLog(store)), ['known', 'a', 'b']);
    },
    'ids-across-streams',
  ),
  contractCase('an empty append is a fault', async ({ open }) => {
    const store = await open();
    const none: FactToWrite[] = [];
    // The type asks for one fact at least; a caller without types can still send none.
    await faults('not-storable', () => store.append('case', NO_STREAM, none as unknown as Facts));
  }),
  contractCase('of fifty creators at once one wins', async ({ open }) => race([await open()], NO_STREAM)),
  contractCase(
    'of fifty creators on two store objects one wins',
    async ({ open, again }) => race([await open(), await again()], NO_STREAM),
    'again',
  ),
  contractCase('of fifty writers at one version one wins, and the others are handed its facts', async ({ open }) => {
    const store = await open();
    await race([store], await begin(store, 'case', 'a'));
  }),
  contractCase('writers of different streams never conflict', async ({ open }) => {
    const store = await open();
    await Promise.all(fifty.map((index) => begin(store, `case ${index}`, `a ${index}`, `b ${index}`)));
    assert.equal((await wholeLog(store)).length, 100);
  }),
  contractCase('the same append again is Repeated, with the first versions and instants', async ({ open }) => {
    let minute = 10;
    const store = await open({ now: () => `2026-03-02T08:${minute++}:00.000Z` });
    const first = isAppended(await store.append('case', NO_STREAM, facts('a', 'b')));
    const { records } = isRepeated(await store.append('case', NO_STREAM, facts('a', 'b')));
    assert.deepEqual(records, first.records);
    assert.equal((await wholeLog(store)).length, 2);
  }),
  contractCase('the same append again is Repeated after later facts too, without them', async ({ open }) => {
    const store = await open();
    await write(store, 'case', await begin(store, 'case', 'a', 'b'), 'c');
    const { records } = isRepeated(await store.append('case', NO_STREAM, facts('a', 'b')));
    assert.deepEqual(names(records), ['a', 'b']);
  }),
  contractCase('of two equal appends at once one is Appended and one Repeated', async ({ open }) => {
    const store = await open();
    const both = await Promise.all([store.append('case', NO_STREAM, facts('a')), store.append('case', NO_STREAM, facts('a'))]);
    assert.deepEqual(both.map(({ outcome }) => outcome).sort(), ['appended', 'repeated']);
    assert.equal((await wholeLog(store)).length, 1);
  }),
  contractCase('known facts followed by unknown ones are a conflict', async ({ open }) => {
    const store = await open();
    await begin(store, 'case', 'a', 'b');
    const { missed } = isConflict(await store.append('case', NO_STREAM, facts('a', 'b', 'c')));
    assert.deepEqual(names(missed), ['a', 'b']);
  }),
  contractCase(
    'an id that lies in another stream is a fault, and its neighbours are written',
    async ({ open }) => {
      const store = await open();
      await begin(store, 'other', 'known');
      const [before, fault, after] = await Promise.allSettled([
        begin(store, 'before', 'x'),
        faults('id-elsewhere', () => store.append('case', NO_STREAM, facts('known'))),
        begin(store, 'after', 'y'),
      ]);
      assert.deepEqual([before.status, fault.status, after.status], ['fulfilled', 'fulfilled', 'fulfilled']);
      assert.deepEqual(names(await wholeLog(store)), ['known', 'x', 'y']);
    },
    'ids-across-streams',
  ),
  contractCase('an id that lies earlier in the same stream is a fault', async ({ open }) => {
    const store = await open();
    const head = await begin(store, 'case', 'a');
    await faults('id-elsewhere', () => store.append('case', head, facts('a')));
  }),
  contractCase('an id that lies earlier is a conflict where the stream has gone on since', async ({ open }) => {
    const store = await open();
    const head = await begin(store, 'case', 'a');
    await write(store, 'case', head, 'b');
    const { missed } = isConflict(await store.append('case', head, facts('c', 'a')));
    assert.deepEqual(names(missed), ['b']);
  }),
  contractCase('two equal ids in one append are a fault', async ({ open }) => {
    const store = await open();
    await faults('not-storable', () => store.append('case', NO_STREAM, facts('a', 'a')));
    assert.deepEqual(await wholeLog(store), []);
  }),
  contractCase('an append whose answer was lost can be sent again', async ({ open }) => {
    const store = await open();
    const lost = store.append('case', NO_STREAM, facts('a'));
    isRepeated(await store.append('case', NO_STREAM, facts('a')));
    await lost;
    assert.deepEqual(names(await all(store.read('case'))), ['a']);
  }),
  contractCase('a fact over 256 KiB is a fault, and nothing is written', async ({ open }) => {
    const store = await open();
    const large = fact('large', { text: 'x'.repeat(LARGEST_RECORD) });
    await faults('too-large', () => store.append('case', NO_STREAM, [fact('small'), large]));
    assert.deepEqual(await wholeLog(store), []);
  }),
];
