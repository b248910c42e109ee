/** A line of records as the thorough reader reads it: why it is none, whether its bytes are canonical, and what it fills in. */
import { describe, expect, it } from 'vitest';
import { canonicalize } from '../../src/canonical.ts';
import { hasKeyTwice, isUuid, isUuid5, readLine, wordsOf } from '../../src/verify-record.ts';
import { Fact } from '../../src/verify-scan.ts';
import { allUtf8, byteAt, fromBase64Url, numberAt, parsed, textOfUtf8 } from '../../src/verify-text.ts';
import { b64u, recordOf, uuid5 } from './bundle.ts';
import { told } from './readers.ts';

describe('keys that stand twice', () => {
  it('are found in whatever object, and equal texts elsewhere are not', () => {
    for (const text of [
      '{"a":1,"a":1}',
      '{"a":"}","a":1}',
      '{"a":"{","a":1}',
      '{"a":[{"b":1},[2]],"a":1}',
      '{"b":[{"a":1,"\\u0061":2}]}',
      '{"a":{},"b":{},"a":0}',
      '{"" : 1, "" : 2}',
      '{"a\\"b":1,"a\\"b":2}',
    ])
      expect(hasKeyTwice(text), text).toBe(true);
    for (const text of [
      '{"a":"a","b":"a"}',
      '{"a":"{","b":{"a":1}}',
      '{"a":{"b":1},"b":1}',
      '{"a":{"a":{"a":1}}}',
      '[{"a":1},{"a":1}]',
      '{"b":"\\"a\\":1,\\"a\\":","a":1}',
      '{"a":["a","a"]}',
    ])
      expect(hasKeyTwice(text), text).toBe(false);
    // A bracket too many does no harm, though no JSON has one.
    expect([hasKeyTwice('}{"a":1,"a":1}'), hasKeyTwice('}}{"a":1}')]).toEqual([true, false]);
  });
});

const good = JSON.parse(
  Buffer.from(recordOf({ stream: 'c-1', version: 2, prev: Buffer.alloc(32, 1), sealed: ['A', 'B'].map(hash) })).toString(),
);
const read = (line: Uint8Array) => readLine(line, new Fact());
const changed = (change: object) => read(canonicalize({ ...good, ...change }));

function hash(letter: string): string {
  return `${letter.repeat(42)}A`;
}

describe('a line', () => {
  it('is a record with members of these kinds', () => {
    for (const change of [
      {},
      { prev: null },
      { data: { a: { b: [1.5, -2, 1e-7, null] } } },
      { data: { most: Number.MAX_SAFE_INTEGER, least: -Number.MAX_SAFE_INTEGER, part: 123456789.25 } },
      { data: { digits: '99999999999999999999', list: [['1e300']] } },
      { meta: {} },
      { meta: { unit: '', actor: 'x' } },
      { sealed: [] },
      { sealed: [hash('A')] },
      { schema: 9, version: Number.MAX_SAFE_INTEGER },
      { recordedAt: '2024-02-29T23:59:59.999Z' },
      { recordedAt: '2026-01-05T19:00:00.000Z' },
      { stream: 'ế"\n', type: ' ' },
    ])
      expect(changed(change), JSON.stringify(change)).toEqual({ malformed: null, canonical: true });
  });

  it.each<[string, object]>([
    ['v', { v: 2 }],
    ['v', { v: '1' }],
    ['log', { log: good.log.toUpperCase() }],
    ['log', { log: [good.log] }],
    ['log', { log: `${good.log}0` }],
    ['log', { log: `0${good.log}` }],
    ['log', { log: good.log.replace('-', '0') }],
    ['id', { id: [good.id] }],
    ['id', { id: good.log }],
    ['id', { id: `${good.id}0` }],
    ['id', { id: `0${good.id}` }],
    ['id', { id: good.id.replace(/^.{14}5/, (start: string) => `${start.slice(0, 14)}4`) }],
    ['id', { id: good.id.replace(/^(.{19})./, '$1c') }],
    ['stream', { stream: '' }],
    ['stream', { stream: 7 }],
    ['type', { type: '' }],
    ['type', { type: null }],
    ['version', { version: 0 }],
    ['version', { version: 1.5 }],
    ['version', { version: 2 ** 53 }],
    ['version', { version: '1' }],
    ['schema', { schema: 0 }],
    ['schema', { schema: -1 }],
    ['recordedAt', { recordedAt: '2026-01-05T24:00:00.000Z' }],
    ['recordedAt', { recordedAt: '2026-01-05T29:00:00.000Z' }],
    ['recordedAt', { recordedAt: '2026-01-05T08:60:00.000Z' }],
    ['recordedAt', { recordedAt: '2026-01-05T08:00:60.000Z' }],
    ['recordedAt', { recordedAt: '2026-01-05T08:00:00.00Z' }],
    ['recordedAt', { recordedAt: '2026-01-05T08:00:00.000Zx' }],
    ['recordedAt', { recordedAt: 'x2026-01-05T08:00:00.000Z' }],
    ['recordedAt', { recordedAt: '12026-01-05T08:00:00.000Z' }],
    ['recordedAt', { recordedAt: '2026-01-05 2026-01-05T08:00:00.000Z' }],
    ['recordedAt', { recordedAt: '2026-02-29T08:00:00.000Z' }],
    ['recordedAt', { recordedAt: '2026-1x-05T08:00:00.000Z' }],
    ['recordedAt', { recordedAt: '2026-01-05T8:00:00.000Z' }],
    ['recordedAt', { recordedAt: ['2026-01-05T08:00:00.000Z'] }],
    ['prev', { prev: 'A' }],
    ['prev', { prev: 7 }],
    ['prev', { prev: 'A'.repeat(44) }],
    ['data', { data: [] }],
    ['data', { data: null }],
    ['data', { data: 'x' }],
    ['meta', { meta: null }],
    ['meta', { meta: [] }],
    ['meta', { meta: 'text' }],
    ['meta', { meta: { actor: 1 } }],
    ['meta', { meta: { actor: 'x', other: 'x' } }],
    ['sealed', { sealed: {} }],
    ['sealed', { sealed: 'x' }],
    ['sealed', { sealed: ['A'] }],
    ['sealed', { sealed: [hash('B'), hash('A')] }],
    ['sealed', { sealed: [hash('A'), hash('A')] }],
    ['sealed', { sealed: [7] }],
    ['"more"', { more: 1 }],
    [`"${'x'.repeat(40)}"`, { ['x'.repeat(41)]: 1 }],
  ])('is none for its member %s (case %#)', (member, change) =>
    expect(changed(change)).toEqual({ malformed: ['member-wrong', member], canonical: true }),
  );

  it('is none without any of its members', () => {
    for (const name of Object.keys(good)) {
      // A long stream keeps it as long as a record.
      const { [name]: gone, ...others } = { ...good, stream: 'x'.repeat(200), type: 'x'.repeat(200) };
      expect(gone).toBeDefined();
      expect(read(canonicalize(others)).malformed).toEqual(['member-wrong', name]);
    }
  });

  it('is none with a whole number that other languages may read as another, wherever it stands', () => {
    for (const data of [{ a: 2 ** 53 }, { a: -(2 ** 53) }, { a: [{ b: [1e300] }] }, { a: 1, b: 2 ** 60 }])
      expect(changed({ data })).toEqual({ malformed: ['number-too-large'], canonical: true });
    const infinite = Buffer.from(canonicalize(good))
      .toString()
      .replace(/"data":\{[^}]*\}/, '"data":{"a":1e999}');
    expect(read(Buffer.from(infinite))).toEqual({ malformed: ['number-too-large'], canonical: false });
  });

  const whole = Buffer.from(canonicalize(good)).toString();
  it.each<[string, string | Uint8Array, string, boolean]>([
    ['what is too short', '{}', 'not-json', true],
    ['nothing', '', 'not-json', true],
    ['what is not UTF-8', Buffer.concat([Buffer.from(whole), Uint8Array.of(0xff)]), 'not-utf8', true],
    ['no JSON', 'x'.repeat(300), 'not-json', true],
    ['a text', JSON.stringify('x'.repeat(300)), 'not-json', true],
    ['null and spaces', `null${' '.repeat(300)}`, 'not-json', true],
    ['a list', JSON.stringify(['x'.repeat(300)]), 'not-json', true],
    ['a byte order mark', `\ufeff${whole}`, 'not-json', true],
    ['a key twice', whole.replace('"data":', '"data":1,"data":'), 'key-twice', true],
    ['a key twice within', whole.replace('"data":{}', '"data":{"at":1,"at":1}'), 'key-twice', true],
  ])('is none: %s', (_, line, code, canonical) => expect(read(Buffer.from(line as string))).toEqual({ malformed: [code], canonical }));

  it('of 200 bytes is looked at, and a shorter one is not', () => {
    const of = (length: number): Uint8Array => Buffer.from(`{"a":"${'x'.repeat(length - 8)}"}`);
    expect(read(of(200))).toEqual({ malformed: ['member-wrong', 'data'], canonical: true });
    expect(read(of(199))).toEqual({ malformed: ['not-json'], canonical: true });
  });

  it('may be a record in other bytes than the canonical ones, and says so', () => {
    for (const other of [`${whole} `, whole.replace('"v":1', '"v":1.0'), whole.replace('"c-1"', '"\\u0063-1"')])
      expect(read(Buffer.from(other))).toEqual({ malformed: null, canonical: false });
    expect(read(Buffer.from(`${whole.slice(0, -1)},"more":1 }`))).toEqual({ malformed: ['member-wrong', '"more"'], canonical: false });
  });

  it('fills in what it says', () => {
    const fact = new Fact();
    const stream = 'vụ "1"\n';
    expect(readLine(canonicalize({ ...good, stream, type: 'T"' }), fact).malformed).toBe(null);
    expect(told(fact)).toEqual({
      id: [...wordsOf(good.id)],
      version: 2,
      log: good.log,
      prev: b64u(Buffer.alloc(32, 1)),
      stream: JSON.stringify(stream).slice(1, -1),
      type: 'T\\"',
      sealed: JSON.stringify(['A', 'B'].map(hash)),
    });
    readLine(canonicalize({ ...good, prev: null, sealed: [], id: uuid5('x') }), fact);
    expect(told(fact)).toMatchObject({ prev: null, sealed: '[]', id: [...wordsOf(uuid5('x'))] });
  });
});

describe('an id', () => {
  it('is a UUID in lower case, with its hyphens, and of version 5 where it is that of a fact', () => {
    expect([isUuid(good.log), isUuid5(good.log), isUuid5(good.id)]).toEqual([true, false, true]);
    for (const variant of '89ab') expect(isUuid5(`01234567-89ab-5cde-${variant}f01-23456789abcd`)).toBe(true);
    for (const variant of '7c') expect(isUuid5(`01234567-89ab-5cde-${variant}f01-23456789abcd`)).toBe(false);
    for (const wrong of [[good.id], null, `${good.id} `, good.id.slice(1), good.id.replaceAll('-', '')])
      expect([isUuid(wrong), isUuid5(wrong)]).toEqual([false, false]);
  });

  it('is four words', () => {
    expect([...wordsOf('01234567-89ab-5cde-8f01-23456789abcd')]).toEqual([0x01234567, 0x89ab5cde, 0x8f012345, 0x6789abcd]);
  });
});

describe('bytes and texts', () => {
  it('are decoded from base64url that is written as it must be, and from nothing else', () => {
    expect(fromBase64Url('-_8')).toEqual(Buffer.from([0xfb, 0xff]));
    expect(fromBase64Url('')).toEqual(Buffer.alloc(0));
    for (const wrong of ['-_9', '-_8=', '+/8', 'A', ' -_8', 7, null, ['-_8']]) expect(fromBase64Url(wrong), String(wrong)).toBe(null);
  });

  it('are read as UTF-8, in whatever bytes they lie, and a byte order mark is kept', () => {
    const within = Buffer.from('xx\ufeffếx').subarray(2, 8);
    expect(textOfUtf8(within)).toBe('\ufeffế');
    expect(textOfUtf8(Uint8Array.of(0xff))).toBe(null);
    const block = Buffer.concat([Uint8Array.of(0xff), Buffer.from('ế'), Uint8Array.of(0xff)]);
    expect([allUtf8(block, 1, 4), allUtf8(block, 0, 4), allUtf8(block, 1, 5)]).toEqual([true, false, false]);
  });

  it('are nothing where they are no JSON', () => expect([parsed('[1]'), parsed('['), parsed('')]).toEqual([[1], undefined, undefined]));

  it('are 0 beyond their end', () => {
    expect([byteAt(Uint8Array.of(7), 0), byteAt(Uint8Array.of(7), 1), byteAt(Uint8Array.of(7), -1)]).toEqual([7, 0, 0]);
    expect([numberAt(Float64Array.of(0.5), 0), numberAt(Float64Array.of(0.5), 1)]).toEqual([0.5, 0]);
  });
});
