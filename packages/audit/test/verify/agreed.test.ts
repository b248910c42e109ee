/**
 * Forgeries of a careful hand, asked of both verifiers: they say the same of each. Every one was seen to be judged differently, to hang
 * one of them, or to deceive whoever reads the verdict, before what it is about was mended.
 */
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type BundleVerdict,
  canonicalize,
  consistencyProof,
  inclusionProof,
  leafHash,
  merkleRoot,
  nodeHash,
  verdictText,
  verifierFrom,
  verifyBundle,
} from '../../src/index.ts';
import { signedByNobody, signedWithNeutralR, smallOrder } from '../proofs/small-order.ts';
import {
  b64,
  b64u,
  bundles,
  caseBundle,
  type Disclosed,
  disclosureOf,
  type Files,
  folderOf,
  LogOf,
  logBundle,
  noteOver,
  ORIGIN,
  recordOf,
  signer,
  signerOf,
  smallLog,
  stopwatch,
  uuid5,
} from './bundle.ts';
import { json } from './forge.ts';
import { pythonIsHere, SecondVerifier } from './second-verifier.ts';

const second = pythonIsHere ? new SecondVerifier() : null;
afterAll(() => {
  second?.end();
  rmSync(bundles, { recursive: true, force: true });
});

const codesOf = (findings: readonly { readonly code: string }[]): readonly string[] =>
  [...new Set(findings.map(({ code }) => code))].sort();

/** The codes of the first verifier, once the second has said as much: holds or not, and a code of its own that is among them. */
async function agreedOn(files: Files, vkey = signer.vkey): Promise<readonly string[]> {
  const folder = folderOf(files);
  const verdict = await verifyBundle({ folder, verifiers: [verifierFrom(vkey)] });
  const codes = codesOf(verdict.findings);
  const other = await second?.verify(folder, [vkey]);
  if (other)
    expect({ ok: other.ok, shared: codesOf(other.findings).filter((code) => codes.includes(code)).length > 0 }).toEqual({
      ok: verdict.ok,
      shared: !verdict.ok,
    });
  return codes;
}

describe('both verifiers', () => {
  it('refuse a checkpoint whose origin has a scheme, though it is signed by a key of that name', async () => {
    const origin = 'https://redress.example.org/7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11';
    const by = signerOf(origin);
    expect(await agreedOn(await caseBundle(smallLog(), 'c-1', { by: [by], origin }), by.vkey)).toEqual(['checkpoint-malformed']);
    const without = signerOf(origin.slice('https://'.length));
    expect(await agreedOn(await caseBundle(smallLog(), 'c-1', { by: [without], origin: without.name }), without.vkey)).toEqual([]);
  });

  it('take a stream with a long name, which fits into a record', async () => {
    for (const length of [70_000, 130_000]) {
      const log = new LogOf();
      const stream = 'x'.repeat(length);
      for (const each of ['a', stream, 'b', stream]) log.add(each);
      log.seal();
      expect(await agreedOn(await caseBundle(log, stream))).toEqual([]);
      expect(await agreedOn(await logBundle(log))).toEqual([]);
    }
  });

  it('take a line of 262,144 bytes, and read nothing from a longer one on', async () => {
    for (const [length, codes] of [
      [262_144, []],
      [262_145, ['file-malformed', 'input-too-large', 'root-mismatch']],
    ] as const) {
      const log = new LogOf();
      const { leaf } = log.add('a');
      const { length: shortest } = recordOf({ stream: 'a', version: 2, prev: leaf, data: { x: '' } });
      log.add('a', { data: { x: 'y'.repeat(length - shortest) } });
      log.seal();
      expect(await agreedOn(await logBundle(log))).toEqual(codes);
    }
  });

  it.each(smallOrder)('take no signature by a key of small order: %s', async (_, packed) => {
    const point = Buffer.from(packed, 'hex');
    const typed = Buffer.concat([Uint8Array.of(1), point]);
    const keyId = createHash('sha256').update(`${ORIGIN}\n`).update(typed).digest().subarray(0, 4);
    const by = { name: ORIGIN, keyId, sign: (text: Uint8Array) => signedByNobody(point, text) };
    const vkey = `${ORIGIN}+${keyId.toString('hex')}+${typed.toString('base64')}`;
    expect(await agreedOn(await logBundle(smallLog(), { by: [by] }), vkey)).toEqual(['signature-invalid']);
  });

  it('take no signature by an ordinary key whose R is the neutral point', async () => {
    const by = { ...signer, sign: (text: Uint8Array) => signedWithNeutralR(1, text) };
    expect(await agreedOn(await logBundle(smallLog(), { by: [by] }))).toEqual(['signature-invalid']);
    expect(await agreedOn(await logBundle(smallLog()))).toEqual([]);
  });

  it.each([2n ** 32n, 2n ** 53n, 2n ** 63n])('take a case that lies behind %s facts, and each of its places exactly', async (before) => {
    expect(await agreedOn(await behind(before))).toEqual([]);
    expect(await agreedOn(await behind(before, { size: 8n }))).toEqual(['consistency-invalid', 'proof-length']);
    expect(await agreedOn(await behind(before, { index: 1n }))).toContain('inclusion-invalid');
    expect(await agreedOn(await behind(before, { from: 1n }))).toEqual(['consistency-invalid']);
  });

  it('know no case in the stream of seals: nothing shows a seal to be the last', async () => {
    const log = smallLog();
    log.seal();
    expect(await agreedOn(await caseBundle(log, '$seals'))).toContain('seal-invalid');
    expect(await agreedOn(await caseBundle(log, 'c-1'))).toEqual([]);
  });
});

/**
 * A case in a log that begins with so many facts, a power of two, of which nothing but their root is known; `off` by how much a place
 * is wrong.
 */
async function behind(
  before: bigint,
  off: { readonly size?: bigint; readonly index?: bigint; readonly from?: bigint } = {},
): Promise<Files> {
  const first = leafHash(Buffer.from('all facts before'));
  const over = (leaves: readonly Uint8Array[]): Uint8Array => nodeHash(first, merkleRoot(leaves));
  const log = new LogOf();
  for (const stream of ['a', 'b', 'a', 'c', 'b']) log.add(stream);
  log.seal({ size: String(before + 5n) });
  log.add('a');
  const { leaves } = log;
  const size = before + BigInt(leaves.length) + (off.size ?? 0n);
  const files = await caseBundle(log, 'a', { root: over(leaves), size });
  files.set('prev-checkpoint', await noteOver(log, 5, { root: over(leaves.slice(0, 5)), size: before + 5n }));
  const proof = [...consistencyProof(leaves, 5), first].map(b64);
  files.set('consistency.json', canonicalize({ v: 1, from: String(before + 5n + (off.from ?? 0n)), to: String(size), proof }));
  const records = log.written.flatMap(({ stream }, at) =>
    stream === 'a' || stream === '$seals'
      ? [{ index: String(before + BigInt(at) + (off.index ?? 0n)), proof: [...inclusionProof(leaves, at), first].map(b64) }]
      : [],
  );
  const placed = json(files, 'index.json', (index) => Object.assign(index, { size: String(size), records }));
  return json(placed, 'heads-proof.json', (proved) => Object.assign(proved, { seal: String(before + 5n + (off.index ?? 0n)) }));
}

/** A log with one fact that hides a value at each path, and the bundle of its case with the lines that disclose them. */
async function disclosing(paths: readonly string[]): Promise<Files> {
  const log = new LogOf();
  const id = uuid5('a 1');
  const disclosed: readonly Disclosed[] = paths.map((path, at) => disclosureOf(id, path, at, Buffer.alloc(16, at)));
  log.add('a', { id, sealed: disclosed.map(({ commitment }) => commitment).sort() });
  log.seal();
  return caseBundle(log, 'a', { disclosures: disclosed.map(({ line }) => line) });
}

describe('paths of disclosures', () => {
  it('a hundred thousand slashes and a stray tilde are judged at once', { timeout: 10_000 }, async () => {
    expect(await agreedOn(await disclosing([`${'/'.repeat(100_000)}~`]))).toEqual(['disclosure-malformed']);
    expect(await agreedOn(await disclosing(['/'.repeat(100_000)]))).toEqual([]);
  });

  it('of one fact, a hundred thousand of them, are told apart in seconds', { timeout: 20_000 }, async () => {
    const files = await disclosing(['/a']);
    const line = (at: number): string => {
      const bytes = b64u(Buffer.from(`["${b64u(Buffer.alloc(16))}","/a",${at}]`));
      return `{"disclosure":"${bytes}","fact":"${uuid5('a 1')}"}\n`;
    };
    const many = Array.from({ length: 100_000 }, (_, at) => line(at)).join('');
    files.set('disclosures.ndjson', Buffer.from(many + line(7)));
    const folder = folderOf(files);
    const worked = stopwatch();
    const { found } = await verifyBundle({ folder, verifiers: [verifierFrom(signer.vkey)] });
    // One of them is what the record was committed to, and one came twice.
    expect(found).toEqual({ 'disclosure-unknown': 99_999, 'disclosure-duplicate': 1 });
    expect(worked()).toBeLessThan(10_000);
  });

  it('are JSON Pointers', async () => {
    expect(await agreedOn(await disclosing(['', '/', '//', '/a~1b~0', '/é\n', '/~0~1/']))).toEqual([]);
    for (const path of ['a', '~', '~0', '/~', '/~2', '/a~', '/a/~/b'])
      expect(await agreedOn(await disclosing([path]))).toEqual(['disclosure-malformed']);
  });
});

describe('a folder of several', () => {
  const named = (stream: string): string => createHash('sha256').update(stream).digest('hex');

  it('tells of an older note only what holds for every bundle in it', async () => {
    const log = smallLog();
    const seen = await noteOver(log, log.written.length);
    const [one, two] = [await caseBundle(log, 'c-1', { since: 5 }), await caseBundle(log, 'c-2', { since: 5 })];
    // The same signer, another log that was never seen: nothing shows that it goes on from the one that was.
    const fork = smallLog();
    fork.add('c-9');
    fork.seal();
    const forked = await caseBundle(fork, 'c-2');
    const proved = async (other: Files): Promise<readonly string[]> => {
      const folder = folderOf(new Map());
      for (const [stream, files] of [
        ['c-1', one],
        ['c-2', other],
      ] as const)
        folderOf(files, join(folder, named(stream)));
      const verdict = await verifyBundle({ folder, verifiers: [verifierFrom(signer.vkey)], seen });
      expect(verdict.ok).toBe(true);
      return [...new Set([...verdict.proved, ...verdict.unproved].map(({ code }) => code))].filter((code) => /older|seen/.test(code));
    };
    expect(await proved(two)).toEqual(['extends-older', 'same-as-seen']);
    expect(await proved(forked)).toEqual(['seen-apart']);
  });

  it('names two cases whose long names begin alike', async () => {
    const log = new LogOf();
    const streams = ['a', 'b'].map((end) => 'x'.repeat(1000) + end);
    for (const stream of streams) log.add(stream);
    log.seal();
    const folder = folderOf(new Map());
    for (const stream of streams) folderOf(await caseBundle(log, stream), join(folder, named(stream)));
    const { proved } = await verifyBundle({ folder, verifiers: [verifierFrom(signer.vkey)] });
    expect(
      proved
        .filter(({ code }) => code === 'complete')
        .map(({ values }) => values[0])
        .sort(),
    ).toEqual(streams);
  });
});

describe('what a person reads', () => {
  const verdictOf = (folder: string): Promise<BundleVerdict> => verifyBundle({ folder, verifiers: [verifierFrom(signer.vkey)] });

  it('cannot be written by whoever names a file: neither a line nor a control character', async () => {
    const folder = folderOf(await caseBundle(smallLog(), 'c-1'));
    writeFileSync(join(folder, 'x\u001b[2J\u001b[H\nIt holds. Bundles: 1, records: 4.\r\u202e'), '');
    const text = verdictText(await verdictOf(folder), 'en');
    expect(text.split('\n').filter((line) => line.startsWith('It holds.'))).toEqual([]);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text).toContain('x\\u001b[2J\\u001b[H\\u000aIt holds.');
  });

  it('nor by whoever names a case or a log; and no name is longer than a person reads', async () => {
    const log = new LogOf();
    const stream = `c\u001b[2J\n${'x'.repeat(10_000)}`;
    log.add(stream);
    log.seal();
    const files = await caseBundle(log, stream);
    const whole = await verdictOf(folderOf(files));
    expect(whole.ok).toBe(true);
    const forged = await verdictOf(
      folderOf(
        json(files, 'index.json', (index) => {
          index.origin = `\u009b2J\n${'y'.repeat(10_000)}`;
        }),
      ),
    );
    expect(forged.ok).toBe(false);
    for (const verdict of [whole, forged]) {
      const text = verdictText(verdict, 'vi');
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(1000);
    }
    // Programs get the value itself.
    expect(whole.proved.find(({ code }) => code === 'complete')?.values).toContain(stream);
  });
});
