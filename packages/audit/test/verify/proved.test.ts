/** What the verifier says is proved, what it says is not, and what it counts. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalize } from '../../src/canonical.ts';
import { verifierFrom } from '../../src/checkpoint.ts';
import { HeadsTree, headOf } from '../../src/heads.ts';
import { leafHash, nodeHash } from '../../src/merkle.ts';
import { memoryTiles } from '../../src/tiles.ts';
import { HashTree } from '../../src/tree.ts';
import type { BundleVerdict } from '../../src/verdict.ts';
import { type BundleToVerify, verifyBundle } from '../../src/verify.ts';
import {
  b64,
  bundles,
  caseBundle,
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
  uuid5,
} from './bundle.ts';

let log: LogOf;
let one: Files;
let whole: Files;
beforeAll(async () => {
  log = smallLog();
  one = await caseBundle(log, 'c-1');
  whole = await logBundle(log);
});
afterAll(() => rmSync(bundles, { recursive: true, force: true }));

const known = verifierFrom(signer.vkey);
const verified = (files: Files, more: Partial<BundleToVerify> = {}): Promise<BundleVerdict> =>
  verifyBundle({ folder: folderOf(files), verifiers: [known], ...more });
const codes = (told: readonly { readonly code: string }[]): readonly string[] => told.map(({ code }) => code);
const valuesOf = ({ proved }: BundleVerdict, asked: string): readonly string[] | undefined =>
  proved.find(({ code }) => code === asked)?.values;

describe('a single bundle', () => {
  it('counts the records that were read, whether or not it holds', async () => {
    expect(await verified(whole)).toMatchObject({ ok: true, bundles: 1, records: 14 });
    expect(await verified(one)).toMatchObject({ ok: true, bundles: 1, records: 5 });
    const indexless = new Map(one);
    indexless.delete('index.json');
    expect(await verified(indexless)).toMatchObject({ ok: false, bundles: 1, records: 5 });
    expect(await verified(new Map())).toMatchObject({ ok: false, bundles: 1, records: 0 });
  });

  it('in which anything was found proves nothing, and says one thing of what it does not prove', async () => {
    for (const files of [one, whole]) {
      const { proved, unproved } = await verified(new Map(files).set('more', new Uint8Array()));
      expect(proved).toEqual([]);
      expect(unproved).toEqual([{ code: 'findings', values: [], says: 'There are findings: rely on nothing in this bundle.' }]);
    }
  });

  it('of a log without seals says nothing of seals', async () => {
    const bare = new LogOf();
    bare.add('c-1');
    expect(codes((await verified(await logBundle(bare))).proved)).toEqual(['signed', 'log-whole']);
    expect(codes((await verified(whole)).proved)).toEqual(['signed', 'log-whole', 'seals-hold']);
  });

  it('names every known key that has signed', async () => {
    const witness = signerOf('witness.example', 3);
    const both = new Map(one).set('checkpoint', await noteOver(log, 14, { by: [signer, witness] }));
    const verdict = await verified(both, { verifiers: [known, verifierFrom(witness.vkey)] });
    expect(valuesOf(verdict, 'signed')).toEqual([ORIGIN, '14', `${ORIGIN}, witness.example`]);
    expect(valuesOf(await verified(both), 'signed')).toEqual([ORIGIN, '14', ORIGIN]);
  });

  it('counts the values that were disclosed', async () => {
    const hides = new LogOf();
    const disclosed = ['/a', '/b'].map((path) => disclosureOf(uuid5('c-1 1'), path, 1));
    hides.add('c-1', { sealed: disclosed.map(({ commitment }) => commitment).sort() });
    hides.seal();
    const verdict = await verified(await caseBundle(hides, 'c-1', { disclosures: disclosed.map(({ line }) => line) }));
    expect(valuesOf(verdict, 'disclosed')).toEqual(['2']);
    expect(codes(verdict.proved)).toEqual(['signed', 'complete', 'included', 'disclosed']);
  });

  it('that says of one size what the note seen does not is told so once, also of a whole log', async () => {
    const seen = await noteOver(log, 14, { root: Buffer.alloc(32, 1) });
    for (const files of [one, whole]) expect(codes((await verified(files, { seen })).findings)).toEqual(['checkpoint-conflict']);
  });

  it('may hold no folder in place of a file that is not opened', async () => {
    for (const name of ['vkeys.txt', 'verify.mjs']) {
      const folder = folderOf(one);
      mkdirSync(join(folder, name));
      const { findings } = await verifyBundle({ folder, verifiers: [known] });
      expect(findings.map(({ code, file }) => `${code} ${file}`)).toEqual([`file-malformed ${name}`]);
    }
  });
});

describe('a folder of several bundles', () => {
  const digest = (stream: string): string => createHash('sha256').update(stream).digest('hex');
  async function several(streams: Readonly<Record<string, Files>>, seen?: Uint8Array): Promise<BundleVerdict> {
    const folder = folderOf(new Map());
    for (const [stream, files] of Object.entries(streams)) folderOf(files, join(folder, digest(stream)));
    return verifyBundle({ folder, verifiers: [known], ...(seen ? { seen } : {}) });
  }

  it('tells of an older note only what every bundle in it shows', async () => {
    const [since, other] = [await caseBundle(log, 'c-1', { since: 5 }), await caseBundle(log, 'c-2', { since: 5 })];
    const both = await several({ 'c-1': since, 'c-2': other });
    expect(both).toMatchObject({ ok: true, bundles: 2, records: 8 });
    expect(codes(both.proved)).toEqual(['signed', 'extends-older', 'complete', 'complete', 'included']);
    expect(codes(both.unproved)).toContain('newest');
    const half = await several({ 'c-1': since, 'c-2': await caseBundle(log, 'c-2') });
    expect(codes(half.proved)).toEqual(['signed', 'complete', 'complete', 'included']);
  });

  it('tells of the note seen only what holds for every bundle in it', async () => {
    const since = await caseBundle(log, 'c-1', { since: 5 });
    const seen = await noteOver(log, 5);
    const half = await several({ 'c-1': since, 'c-2': await caseBundle(log, 'c-2') }, seen);
    expect(codes(half.proved)).toEqual(['signed', 'complete', 'complete', 'included']);
    expect(codes(half.unproved)).toContain('seen-apart');
    const both = await several({ 'c-1': since, 'c-2': await caseBundle(log, 'c-2', { since: 5 }) }, seen);
    expect(codes(both.proved)).toEqual(['signed', 'extends-older', 'extends-seen', 'complete', 'complete', 'included']);
    expect(codes(both.unproved)).not.toContain('seen-apart');
  });

  it('may hold checkpoints of two sizes, one of which is the one seen: then that is not told', async () => {
    const grown = smallLog();
    grown.add('c-9');
    grown.seal();
    const verdict = await several({ 'c-1': one, 'c-2': await caseBundle(grown, 'c-2') }, await noteOver(log, 14));
    expect(verdict.ok).toBe(true);
    expect(codes(verdict.proved)).toEqual(['signed', 'complete', 'signed', 'complete', 'included']);
    expect(codes(verdict.unproved)).toContain('seen-apart');
    const same = await several({ 'c-1': one, 'c-2': await caseBundle(log, 'c-2') }, await noteOver(log, 14));
    expect(codes(same.proved)).toEqual(['signed', 'same-as-seen', 'complete', 'complete', 'included']);
  });
});

/** Streams of the log below, and the stream of seals: a tree that is whole, so that it is quickly computed again. */
const STREAMS = 1024;

const SEALS = 430;

/** A log whose seals take more work than its size warrants: for the last of them, which lies about its heads, there is none left. */
async function crowded(): Promise<Files> {
  const tree = new HashTree(memoryTiles());
  const records: Uint8Array[] = [];
  const add = (bytes: Uint8Array): Uint8Array => {
    records.push(bytes);
    const leaf = leafHash(bytes);
    tree.append(leaf);
    return leaf;
  };
  const heads = Array.from({ length: STREAMS - 1 }, (_, at) =>
    headOf(`s${at}`, 1, add(recordOf({ stream: `s${at}`, version: 1, prev: null, data: {}, meta: {} }))),
  );
  let [root, prev]: [Uint8Array, Uint8Array | null] = [new HeadsTree(heads).root(), null];
  const rootWith = rootOf([...heads, headOf('$seals', 1, Buffer.alloc(32))].sort((a, b) => (a.s < b.s ? -1 : 1)));
  for (let version = 1; version <= SEALS; version += 1) {
    const told = version === SEALS ? Buffer.alloc(32) : root;
    const streams = version === 1 ? STREAMS - 1 : STREAMS;
    const data = { size: String(records.length), root: b64(tree.root()), heads: b64(told), streams: String(streams) };
    prev = add(recordOf({ stream: '$seals', type: 'LogSealed', version, prev, data, meta: {} }));
    root = rootWith(headOf('$seals', version, prev));
  }
  const size = records.length;
  const [, logId = ''] = ORIGIN.split('/');
  return new Map([
    ['records.ndjson', Buffer.concat(records.flatMap((each) => [each, Buffer.from('\n')]))],
    ['index.json', canonicalize({ v: 1, kind: 'log', origin: ORIGIN, log: logId, size: String(size), records: [] })],
    ['checkpoint', await noteOver(new LogOf(), 0, { size: BigInt(size), root: tree.root() })],
  ]);
}

/** The root over heads of which one changes: only the nodes above it are computed again. */
function rootOf(heads: readonly ReturnType<typeof headOf>[]) {
  const levels = [heads.map(({ h, n, s }) => leafHash(canonicalize({ h, n, s })))];
  for (let below = levels[0] ?? []; below.length > 1; below = levels.at(-1) ?? [])
    levels.push(below.flatMap((left, at) => (at % 2 === 0 ? [nodeHash(left, below[at + 1] ?? left)] : [])));
  return (changed: ReturnType<typeof headOf>): Uint8Array => {
    let at = heads.findIndex(({ s }) => s === changed.s);
    let node = leafHash(canonicalize({ ...changed }));
    for (const level of levels) {
      level[at] = node;
      const [left, right] = at % 2 === 0 ? [node, level[at + 1]] : [level[at - 1], node];
      if (left && right) node = nodeHash(left, right);
      at >>>= 1;
    }
    return node;
  };
}

describe('a log with very many seals', () => {
  it('is read a second time where nothing was found, and only there, so that no seal goes unseen', async () => {
    const files = await crowded();
    // The work for it is beyond what its bytes warrant.
    expect((files.get('records.ndjson') ?? []).length).toBeLessThan(SEALS * STREAMS);
    const read = async (given: Files): Promise<object> => {
      const rows: number[] = [];
      const { findings } = await verified(given, { onRead: (records) => rows.push(records) });
      return { rows, found: findings.map(({ code, line }) => [code, line]) };
    };
    const last = STREAMS - 1 + SEALS;
    expect(await read(files)).toEqual({ rows: [last, last], found: [['seal-invalid', last]] });
    expect(await read(new Map(files).set('more', new Uint8Array()))).toEqual({ rows: [last], found: [['file-unknown', undefined]] });
    // Control: what has few seals is read once.
    expect(await read(whole)).toEqual({ rows: [14], found: [] });
  });
});
