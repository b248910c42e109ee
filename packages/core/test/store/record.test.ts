import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import oracle from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  caseIdFor,
  checkRecord,
  digestOf,
  encodeRecords,
  type FactToWrite,
  factId,
  headOf,
  leafHash,
  logId,
  NO_STREAM,
  readRecord,
  StoreFault,
  type ToEncode,
  uuidv5,
} from '../../src/store/index.ts';

const LOG = '5b0b8a55-53a5-4a3b-8c55-0d7c8ef0a1b2';
const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };

const fact = (over: Partial<FactToWrite> = {}): FactToWrite => ({
  id: factId(LOG, 'command-1', 0, 1),
  type: 'Assigned',
  schema: 1,
  meta: { command: 'command-1', actor: 'official-7' },
  data: { unit: 'Phòng 3', days: 30 },
  sealed: [],
  ...over,
});

const batch = (over: Partial<ToEncode> = {}): ToEncode => ({
  log: LOG,
  stream: 'case-1',
  head: NO_STREAM,
  facts: [fact()],
  at: '2026-03-02T08:00:00.000Z',
  ...over,
});

const fault = (over: Partial<ToEncode>): StoreFault => {
  try {
    encodeRecords(batch(over));
  } catch (error) {
    if (error instanceof StoreFault) return error;
    throw error;
  }
  return expect.fail('nothing was refused');
};

// First of all tests of the file, while no namespace has been used yet.
test('a namespace that is no UUID is refused', () => {
  for (const wrong of ['', LOG.toUpperCase(), `${LOG} `]) expect(() => uuidv5(wrong, 'x')).toThrow(RangeError);
});

/** A member that answers otherwise each time it is asked. */
const changing = (key: string, ...answers: unknown[]): object =>
  Object.defineProperty({}, key, { enumerable: true, get: () => answers.shift() });

describe("a fact's id", () => {
  test('is UUIDv5, as the examples of RFC 9562 and RFC 4122 have it', () => {
    expect(uuidv5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
    expect(uuidv5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.widgets.com')).toBe('21f7f8de-8051-5b89-8680-0195ef798b6a');
  });

  test('is made from log, command, place and count, and from nothing else', () => {
    expect(factId(LOG, 'c', 0, 2)).toBe(uuidv5(uuidv5(LOG, 'c'), '0/2'));
    const others = [factId(LOG, 'c', 1, 2), factId(LOG, 'c', 0, 1), factId(LOG, 'd', 0, 2), factId(uuidv5(LOG, ''), 'c', 0, 2)];
    expect(new Set([factId(LOG, 'c', 0, 2), ...others]).size).toBe(5);
  });

  test('an opening command sent twice opens one case', () => {
    expect(caseIdFor(LOG, 'opening')).toBe(caseIdFor(LOG, 'opening'));
    expect(caseIdFor(LOG, 'opening')).toBe(uuidv5(LOG, 'opening'));
  });

  test('the id of a log is a UUID in lower case, or a random one', () => {
    expect(logId(LOG)).toBe(LOG);
    expect(logId()).not.toBe(logId());
    expect(() => logId(LOG.toUpperCase())).toThrow(RangeError);
  });
});

describe("a record's bytes", () => {
  test('are these', () => {
    const [recorded] = encodeRecords(batch()).records;
    expect(recorded?.text).toBe(
      '{"data":{"days":30,"unit":"Phòng 3"},"id":"' +
        fact().id +
        '","log":"5b0b8a55-53a5-4a3b-8c55-0d7c8ef0a1b2","meta":{"actor":"official-7","command":"command-1"},"prev":null,' +
        '"recordedAt":"2026-03-02T08:00:00.000Z","schema":1,"sealed":[],"stream":"case-1","type":"Assigned","v":1,"version":1}',
    );
  });

  test('are the RFC 8785 text of the record, whatever the fact holds', () => {
    // Control: with two members of the template exchanged this fails at once.
    const key = fc.string({ unit: 'binary', maxLength: 8 });
    const data = fc.dictionary(key, fc.jsonValue({ maxDepth: 1, stringUnit: 'binary' }), { maxKeys: 3 });
    const flat = fc.dictionary(key, key, { maxKeys: 4 });
    fc.assert(
      fc.property(data, flat, (payload, meta) => {
        // Integers that JSON readers disagree about are refused here, and are another test's subject.
        const exact = JSON.parse(JSON.stringify(payload), (_, value) => (typeof value === 'number' ? (value % 2 ** 40) + 0 : value));
        const [recorded] = encodeRecords(batch({ facts: [fact({ data: exact, meta })] })).records;
        assert.equal(recorded?.text, oracle(recorded?.record));
        assert.deepEqual(recorded?.record.data, exact);
      }),
      { numRuns: 60, ...seed },
    );
  });

  test('a leaf is SHA-256 over a zero byte and the UTF-8 bytes', () => {
    const text = '{"a":"Khiếu nại 👩🏽‍⚖️"}';
    const expected = createHash('sha256').update(Buffer.of(0)).update(text, 'utf8').digest();
    expect(Buffer.from(leafHash(text))).toEqual(expected);
  });

  test('each record links to the one before it, over appends too', () => {
    const ids = [0, 1, 2].map((index) => fact({ id: factId(LOG, 'command-1', index, 3) }));
    const first = encodeRecords(batch({ facts: ids.slice(0, 2) }));
    const second = encodeRecords(batch({ facts: ids.slice(2), head: first.head }));
    const records = [...first.records, ...second.records];
    expect(records.map(({ record }) => record.version)).toEqual([1, 2, 3]);
    const leaves = records.map(({ text }) => Buffer.from(leafHash(text)).toString('base64url'));
    expect(records.map(({ record }) => record.prev)).toEqual([null, leaves[0], leaves[1]]);
    expect(second.head).toEqual(headOf(records[2]));
  });

  test('the recorded instant is never earlier than the one before it', () => {
    const first = encodeRecords(batch());
    const second = encodeRecords(batch({ head: first.head, at: '2026-03-01T08:00:00.000Z' }));
    expect(second.records[0]?.record.recordedAt).toBe('2026-03-02T08:00:00.000Z');
  });

  test('a digest does not depend on the order of keys', () => {
    expect(digestOf({ a: 1, b: [2] })).toBe(digestOf({ b: [2], a: 1 }));
    expect(digestOf('')).toBe(createHash('sha256').update('""').digest('base64url'));
  });
});

describe('the encoder refuses', () => {
  const id = fact().id;
  test.each<[string, Partial<ToEncode>]>([
    ['an empty append', { facts: [] }],
    ['one id twice', { facts: [fact(), fact()] }],
    ['an id that is no UUID', { facts: [fact({ id: 'command-1' })] }],
    ['an id in upper case', { facts: [fact({ id: id.toUpperCase() })] }],
    ['a stream without a name', { stream: '' }],
    ['a control character in a name', { stream: 'case\u0000' }],
    ['a name over 200 characters', { facts: [fact({ type: 'x'.repeat(201) })] }],
    ['a lone surrogate in a name', { stream: '\ud800' }],
    ['schema 0', { facts: [fact({ schema: 0 })] }],
    ['an integer over 2^53 − 1', { facts: [fact({ data: { money: 2 ** 53 } })] }],
    ['an integer under −(2^53 − 1)', { facts: [fact({ data: { money: [-(2 ** 60)] } })] }],
    ['commitments out of order', { facts: [fact({ sealed: ['b', 'a'] })] }],
    ['a commitment twice', { facts: [fact({ sealed: ['a', 'a'] })] }],
    ['meta that is no text, and says so once only', { facts: [fact({ meta: changing('k', { deep: 1 }, 'text') as never })] }],
    ['meta that is a list', { facts: [fact({ meta: ['a'] as never })] }],
    ['commitments that are no text', { facts: [fact({ sealed: [7] as never })] }],
    ['commitments that are no list', { facts: [fact({ sealed: { 0: 'a' } as never })] }],
    ['a head at version 1 without a leaf', { head: { version: 1, leaf: null, at: '2026-03-02T08:00:00.000Z' } }],
    ['a head at version 0 with a leaf', { head: { version: 0, leaf: new Uint8Array(32), at: '' } }],
    ['a version that is no count', { head: { version: -1, leaf: new Uint8Array(32), at: '2026-03-02T08:00:00.000Z' } }],
    ['a clock that gives no instant', { at: '2026-03-02T08:00:00Z' }],
  ])('%s, as not-storable', (_, over) => {
    expect(fault(over)).toMatchObject({ code: 'not-storable', retryable: false, written: 'nothing-written' });
  });

  test('what lies where says so', () => {
    expect(fault({ facts: [fact({ data: { parties: [{ name: '\ud800' }] } })] }).says).toMatch(
      /^data\.parties\[0\]\.name: .* Nothing was written\./,
    );
  });

  test('a record over 256 KiB, counted in bytes of UTF-8, as too-large', () => {
    const room = 262_144 - Buffer.byteLength(encodeRecords(batch({ facts: [fact({ data: { text: '' } })] })).records[0]?.text ?? '');
    const of = (bytes: number): Partial<ToEncode> => ({
      facts: [fact({ data: { text: `${'ế'.repeat(1000)}${'x'.repeat(bytes - 3000)}` } })],
    });
    expect(Buffer.byteLength(encodeRecords(batch(of(room))).records[0]?.text ?? '')).toBe(262_144);
    expect(fault(of(room + 1))).toMatchObject({ code: 'too-large', written: 'nothing-written' });
  });
});

describe('reading', () => {
  test('text that is not JSON is damage', () => {
    expect(() => readRecord('', '{"data":')).toThrow(expect.objectContaining({ code: 'history-damaged' }));
  });

  test('a record that says another place than it lies at is damage', () => {
    const recorded = encodeRecords(batch()).records[0] ?? expect.fail();
    checkRecord(recorded, 'case-1', 1);
    for (const [stream, version] of [
      ['case-2', 1],
      ['case-1', 2],
    ] as const) {
      expect(() => checkRecord(recorded, stream, version)).toThrow(expect.objectContaining({ code: 'history-damaged' }));
    }
    expect(() => checkRecord(readRecord('', 'null'), 'case-1', 1)).toThrow(expect.objectContaining({ code: 'history-damaged' }));
  });
});
