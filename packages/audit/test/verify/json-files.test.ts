/** The JSON files of a bundle: what is read of them, and that nothing is which is not written as it must be. */
import { describe, expect, it } from 'vitest';
import { canonicalize } from '../../src/canonical.ts';
import { consistencyIn, headsProofIn, indexIn } from '../../src/verify-json.ts';

describe('JSON files', () => {
  const hash = Buffer.alloc(32, 5).toString('base64');
  const log = '7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11';
  const whole = { v: 1, kind: 'log', log, origin: 'a\u0001"ế', size: '0', records: [] };
  const one = {
    ...whole,
    kind: 'case',
    stream: '',
    size: '18446744073709551615',
    records: [
      { index: '0', proof: [] },
      { index: '9', proof: [hash, hash] },
    ],
  };
  const heads = {
    v: 1,
    seal: '3',
    head: { h: 'A'.repeat(43), n: 9007199254740991, s: 'a'.repeat(64) },
    index: '1',
    size: '2',
    proof: [hash],
  };
  const since = { v: 1, from: '1', to: '2', proof: [hash] };

  const readers = [
    [whole, indexIn],
    [one, indexIn],
    [heads, headsProofIn],
    [since, consistencyIn],
  ] as const;

  it('are read where they are the canonical bytes of what they must be', () => {
    for (const [value, read] of readers) expect(read(Buffer.from(canonicalize(value)))).not.toBeNull();
    const index = indexIn(Buffer.from(canonicalize(one)));
    const entries = index?.kind === 'case' ? index.read() : undefined;
    expect([entries?.next().value?.proof.length, entries?.next().value?.index, entries?.next().done]).toEqual([0, 9n, true]);
  });

  it('say what stands in them', () => {
    const said = (value: object, read: (bytes: Buffer) => unknown) => read(Buffer.from(canonicalize(value)));
    const proof = { hashes: [new Uint8Array(Buffer.from(hash, 'base64'))], length: 1 };
    expect(said(whole, indexIn)).toEqual({ kind: 'log', log, origin: whole.origin, size: 0n });
    expect(said(one, indexIn)).toMatchObject({ kind: 'case', log, origin: whole.origin, size: 2n ** 64n - 1n, stream: '', entries: 2 });
    expect(said(heads, headsProofIn)).toEqual({ seal: 3n, head: heads.head, index: 1n, size: 2n, proof });
    expect(said({ ...heads, head: { ...heads.head, n: 1 } }, headsProofIn)).toMatchObject({ head: { n: 1 } });
    expect(said(since, consistencyIn)).toEqual({ from: 1n, to: 2n, proof });
    expect(said({ ...since, proof: [] }, consistencyIn)).toEqual({ from: 1n, to: 2n, proof: { hashes: [], length: 0 } });
  });

  it('may hold any number of hashes, of which 64 are kept', () => {
    for (const length of [1, 2, 63, 64, 65, 70]) {
      const hashes = Array.from({ length }, (_, at) => Buffer.alloc(32, at).toString('base64'));
      const read = consistencyIn(Buffer.from(canonicalize({ ...since, proof: hashes })))?.proof;
      expect(read?.length).toBe(length);
      expect(read?.hashes.map((each) => Buffer.from(each).toString('base64'))).toEqual(hashes.slice(0, 64));
    }
  });

  it('may hold a text of two million characters, wherever it stands', () => {
    const longest = 'x'.repeat(2_000_000);
    const index = indexIn(Buffer.from(canonicalize({ ...one, origin: longest, stream: longest })));
    expect([index?.origin.length, index?.kind === 'case' && index.stream.length]).toEqual([2_000_000, 2_000_000]);
  });

  it('are not blamed for what the machine does wrong', () => {
    const failing = (): string => {
      throw new Error('out of memory');
    };
    const bytes = Buffer.from(canonicalize(whole));
    expect(() => indexIn(Object.assign(bytes, { toString: failing }))).toThrow('out of memory');
  });

  it('are refused with any byte more, less, or other than before', () => {
    for (const [value, read] of readers) {
      const bytes = Buffer.from(canonicalize(value));
      for (let at = 0; at < bytes.length; at += 1) {
        expect(read(bytes.subarray(0, at)), `cut at ${at}`).toBeNull();
        for (const mark of ['', ' ', '"', '\\', '\u00ff']) {
          const changed = Buffer.concat([bytes.subarray(0, at), Buffer.from(mark, 'latin1'), bytes.subarray(at)]);
          const found = read(changed);
          // Within a text any character may stand that is written as it must be.
          if (mark !== '' && found) expect(canonicalize(JSON.parse(changed.toString()))).toEqual(new Uint8Array(changed));
        }
      }
      expect(read(Buffer.concat([bytes, Buffer.from('\n')]))).toBeNull();
    }
  });

  it('are refused where a member says what it may not', () => {
    const refused = (value: object, read: (bytes: Buffer) => unknown) =>
      expect(read(Buffer.from(canonicalize(value))), JSON.stringify(value)).toBeNull();
    for (const wrong of [
      { v: 2 },
      { kind: 'cases' },
      { log: log.toUpperCase() },
      { size: '01' },
      { size: '18446744073709551616' },
      { size: '100000000000000000000' },
      { size: '-1' },
      { size: 1 },
      { stream: 'x' },
      { more: 1 },
      { records: [{ index: '0', proof: [] }] },
      { origin: 'x'.repeat(2_000_001) },
    ])
      refused({ ...whole, ...wrong }, indexIn);
    for (const entry of [
      { index: '00', proof: [] },
      { index: '0' },
      { index: '0', proof: ['A'] },
      { index: '0', proof: [hash.replace('U=', 'V=')] },
      { index: 0, proof: [] },
    ])
      refused({ ...one, records: [entry] }, indexIn);
    for (const head of [
      { h: 'A'.repeat(42) },
      { h: `${'A'.repeat(42)}B` },
      { h: 1 },
      { n: 0 },
      { n: 9007199254740992 },
      { n: 0, s: `7${'a'.repeat(63)}` },
      { n: -1 },
      { s: 'a'.repeat(65) },
      { s: `x${'a'.repeat(64)}` },
      { n: '1' },
      { s: 'A'.repeat(64) },
    ])
      refused({ ...heads, head: { ...heads.head, ...head } }, headsProofIn);
    refused({ ...since, from: 1 }, consistencyIn);
    expect(indexIn(Buffer.from([0xff]))).toBeNull();
  });
});
