/** What a text must say to be a record: each member is spoilt once, and the finding says which. The control: the same text unspoilt. */
import { canonicalText, factId, type Recorded } from '@redress/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { leafOf, readStrictly } from '../src/record.ts';
import { type Draft, relinked } from './damage.ts';
import { houseLog, recordsOf, replayed } from './house-log.ts';

let records: readonly Recorded[];
let first: string;
beforeAll(async () => {
  records = await recordsOf(await houseLog());
  first = records[0]?.text ?? '';
});

/** What is found in the first record of `long` where it is spoilt so and stands alone. */
async function said(change: (draft: Draft & Record<string, unknown>) => void): Promise<readonly string[]> {
  const draft = JSON.parse(first);
  change(draft);
  return saidOf(canonicalText(draft));
}

async function saidOf(...texts: readonly string[]): Promise<readonly string[]> {
  return (await replayed(texts.map((text) => ({ text })))).findings.map(
    ({ code, says }) => `${code}: ${says.slice(says.lastIndexOf(': ') + 2)}`,
  );
}

const set =
  (member: string, value: unknown) =>
  (draft: object): void =>
    void Object.assign(draft, { [member]: value });
const setMeta =
  (member: string, value: unknown) =>
  ({ meta }: Draft): void =>
    void Object.assign(meta, { [member]: value });

describe('a record', () => {
  it('unspoilt has nothing to find, and its parsed form may be handed in as well as its text', async () => {
    expect(await saidOf(first)).toEqual([]);
    expect(readStrictly(first, JSON.parse(first))).toEqual({ record: JSON.parse(first), fault: null });
  });

  it.each<[string, string, (draft: Draft & Record<string, unknown>) => void]>([
    ['a member too many', 'its members are not those of a record', set('more', 1)],
    [
      'another member in place of one',
      'its members are not those of a record',
      (draft) => {
        Reflect.deleteProperty(draft, 'v');
        set('w', 1)(draft);
      },
    ],
    ['a member too few', 'its members are not those of a record', (draft) => void Reflect.deleteProperty(draft, 'v')],
    ['another form', 'v is not 1', set('v', 2)],
    ['a log that is no UUID', 'log or id is no UUID', set('log', '7c1f3a52')],
    ['a log that is no text', 'log or id is no UUID', set('log', 7)],
    ['an id in capitals', 'log or id is no UUID', (draft) => void Object.assign(draft, { id: draft.id.toUpperCase() })],
    ['an id with something before it', 'log or id is no UUID', (draft) => void Object.assign(draft, { id: `a${draft.id}` })],
    ['an id with something behind it', 'log or id is no UUID', (draft) => void Object.assign(draft, { id: `${draft.id}a` })],
    ['a stream without a name', 'stream or type is no name', set('stream', '')],
    ['a type without a name', 'stream or type is no name', set('type', '')],
    ['a type that is no text', 'stream or type is no name', set('type', 7)],
    ['version 0', 'version or schema is not a whole number from 1', set('version', 0)],
    ['half a version', 'version or schema is not a whole number from 1', set('version', 1.5)],
    ['a schema that is text', 'version or schema is not a whole number from 1', set('schema', '1')],
    ['an hour that no day has', 'recordedAt is no instant', set('recordedAt', '2026-05-01T24:00:00.000Z')],
    ['a minute that no hour has', 'recordedAt is no instant', set('recordedAt', '2026-05-01T08:60:00.000Z')],
    ['a day that no month has', 'recordedAt is no instant', set('recordedAt', '2026-02-30T08:00:00.000Z')],
    ['an instant without its fraction', 'recordedAt is no instant', set('recordedAt', '2026-05-01T08:00:00Z')],
    ['an instant with something before it', 'recordedAt is no instant', set('recordedAt', '12026-05-01T08:00:00.000Z')],
    ['an instant with something behind it', 'recordedAt is no instant', set('recordedAt', '2026-05-01T08:00:00.000Z!')],
    ['an instant that is a number', 'recordedAt is no instant', set('recordedAt', 1777622400000)],
    ['a link that is no hash', 'prev is no hash', set('prev', 'A'.repeat(42))],
    ['a link that is longer than a hash', 'prev is no hash', set('prev', 'A'.repeat(44))],
    ['a link that is a list', 'prev is no hash', set('prev', ['A'.repeat(43)])],
    ['data that are a list', 'data is no object', set('data', [])],
    ['data that are nothing', 'data is no object', set('data', null)],
    ['meta that is text', 'meta is no object', set('meta', 'execute')],
    ['an actor that is a number', 'meta.actor is not text', setMeta('actor', 7)],
    ['a word of its own in meta that is no text', 'meta.zeal is not text', setMeta('zeal', true)],
    ['no law', 'meta.law is missing', ({ meta }) => void Reflect.deleteProperty(meta, 'law')],
    ['no unit, which is the last', 'meta.unit is missing', ({ meta }) => void Reflect.deleteProperty(meta, 'unit')],
    ['a door that there is not', 'meta.door is neither execute nor observe', setMeta('door', 'window')],
    ['a day that there is not', 'meta.occurredOn is no day', setMeta('occurredOn', '2026-02-29')],
    ['sealed places that are no list', 'sealed is no list', set('sealed', null)],
    ['a sealed place that is no text', 'sealed is not sorted text, none twice', set('sealed', ['a', 7])],
    ['sealed places out of order', 'sealed is not sorted text, none twice', set('sealed', ['b', 'a'])],
    ['a sealed place twice', 'sealed is not sorted text, none twice', set('sealed', ['a', 'a'])],
  ])('with %s is none: %s', async (_, reason, change) => {
    expect(await said(change)).toEqual([`record-malformed: ${reason}`]);
  });

  it('may hold more in meta than is needed, in whatever order its members stand; that they stand otherwise is found', async () => {
    expect(await said(setMeta('zeal', 'much'))).toEqual([]);
    const { data, ...others } = JSON.parse(first);
    const { unit, ...meta } = others.meta;
    const found = await saidOf(JSON.stringify({ ...others, meta: { unit, ...meta }, data }));
    expect(found).toEqual(['record-not-canonical: white space, order, escapes or numbers differ']);
  });

  it('may name what is sealed, in order', async () => {
    expect((await said(set('sealed', ['a', 'b']))).filter((each) => each.startsWith('record'))).toEqual([]);
  });
});

describe('a text that is no object', () => {
  it.each([
    ['a list', '[]'],
    ['a word', '"stream"'],
    ['null', 'null'],
    ['nothing', ''],
    ['half an object', '{"stream":"l'],
  ])('%s is shown by how it begins', async (_, text) => {
    expect(await saidOf(text)).toEqual([`record-malformed: ${JSON.stringify(text)}`]);
  });

  it('is shown by its first forty characters at most', async () => {
    expect(await saidOf('x'.repeat(41))).toEqual([`record-malformed: "${'x'.repeat(40)}"`]);
  });

  it('is laid to the case it seems to be of, and to none where that cannot be told', async () => {
    const of = async (text: string) => (await replayed([{ text }])).findings.map((each) => [each.case, each.version]);
    expect(await of('{"stream":"long","v')).toEqual([['long', 0]]);
    expect(await of('{"stream":"a \\"b\\" \\u00e9","v')).toEqual([['a "b" é', 0]]);
    expect(await of('{"stream":"long"}')).toEqual([['long', 0]]);
    expect(await of('{"stream":7}')).toEqual([['', 0]]);
    expect(await of('{"stream":"lo')).toEqual([['', 0]]);
    expect(await of('{"stream":"\\x","v')).toEqual([['', 0]]);
    expect(await of('"stream"')).toEqual([['', 0]]);
  });

  it('is no case of its own where it names none, and is counted as a fact', async () => {
    expect((await replayed([{ text: '{}' }])).summary).toMatchObject({ cases: 0, facts: 1, findings: 1 });
    expect((await replayed([{ text: '{"stream":"x"}' }])).summary).toMatchObject({ cases: 1, facts: 1, findings: 1 });
  });

  it('takes a place in its case: the next record is compared with it, and nothing but the chain is checked from there on', async () => {
    const second = records.filter(({ record }) => record.stream === 'long')[1]?.text ?? '';
    const draft: Draft = JSON.parse(second);
    const torn = `${first.slice(0, -2)},`;
    draft.meta.from = 'elsewhere';
    const unlinked = canonicalText(draft);
    expect((await saidOf(torn, unlinked)).slice(1)).toEqual([`chain-broken: prev is ${draft.prev}`]);
    const linked = canonicalText({ ...draft, prev: leafOf(torn) });
    expect((await saidOf(torn, linked)).slice(1)).toEqual([]);
    // Control: without the torn text the stage is checked.
    expect(await saidOf(first, unlinked)).toContainEqual(expect.stringMatching(/^from-differs/));
  });
});

describe('what the log says of itself', () => {
  it('is passed over where it can be read, as a record or as an object of the stream, and is otherwise found', async () => {
    const ofSeals = canonicalText({ ...JSON.parse(first), stream: '$seals' });
    expect(await replayed([{ text: ofSeals }, { text: '{"stream":"$seals"}' }])).toMatchObject({
      findings: [],
      summary: { facts: 0, cases: 0 },
    });
    expect((await replayed([{ text: '{"stream":"$seals","v' }])).summary).toMatchObject({ facts: 1, findings: 1 });
  });
});

describe('an id', () => {
  it.each([
    ['short', 'c'],
    ['as long as fits into what is kept ready', 'c'.repeat(336)],
    ['longer', 'c'.repeat(337)],
    ['much longer, and of three bytes a character', 'ế'.repeat(2000)],
  ])('follows from a command whose id is %s', async (_, command) => {
    const forged = relinked(
      [first, records.find(({ record }) => record.stream === 'withdrawn')?.text ?? ''].map((text) => {
        const draft: Draft = JSON.parse(text);
        draft.meta.command = `${draft.stream} ${command}`;
        draft.id = factId(draft.log, draft.meta.command, 0, 1);
        return { position: '', text: canonicalText(draft), record: JSON.parse(canonicalText(draft)) };
      }),
    );
    expect(await saidOf(...forged.map(({ text }) => text))).toEqual([]);
  });
});
