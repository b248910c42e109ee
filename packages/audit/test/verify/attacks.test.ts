/**
 * The attacks that the evidence format names, each against a bundle that holds as long as nothing is forged. Each was also seen to pass
 * once, with the check that finds it taken out of the verifier.
 */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalize } from '../../src/canonical.ts';
import { type Signer, signCheckpoint, verifierFrom } from '../../src/checkpoint.ts';
import { HeadsTree } from '../../src/heads.ts';
import { leafHash, merkleRoot, verifyInclusion } from '../../src/merkle.ts';
import type { BundleFindingCode } from '../../src/verdict-texts.ts';
import { verifyBundle } from '../../src/verify.ts';
import {
  b64,
  b64u,
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
import { edited, json, record, without } from './forge.ts';

let log: LogOf;
let whole: Files;
let one: Files;
beforeAll(async () => {
  log = smallLog();
  whole = await logBundle(log, { since: 5 });
  one = await caseBundle(log, 'c-1', { since: 5 });
});
afterAll(() => rmSync(bundles, { recursive: true, force: true }));

interface Known {
  readonly vkeys?: readonly string[];
  readonly seen?: string | Uint8Array;
}

/** The codes found, sorted, each once. */
async function found(files: Files, { vkeys = [signer.vkey], seen }: Known = {}): Promise<readonly BundleFindingCode[]> {
  const folder = folderOf(files);
  const asked = { folder, verifiers: vkeys.map(verifierFrom) };
  const { ok, findings } = await verifyBundle(seen === undefined ? asked : { ...asked, seen });
  rmSync(folder, { recursive: true });
  expect(ok).toBe(findings.length === 0);
  return [...new Set(findings.map(({ code }) => code))].sort();
}

const other = signerOf('elsewhere.example', 3);

describe('what nobody has forged', () => {
  it('holds: a log, a case, an empty log, with and without an older note', async () => {
    for (const files of [whole, one, await logBundle(log), await caseBundle(log, 'c-4'), await logBundle(new LogOf(), { since: 0 })])
      expect(await found(files)).toEqual([]);
  });

  it('holds for whoever has seen an older note, the same, or one that the bundle has no proof from', async () => {
    for (const size of [0, 5, 7, 14])
      for (const files of [whole, one]) expect(await found(files, { seen: await noteOver(log, size) })).toEqual([]);
  });
});

describe('facts of a case', () => {
  it('two swapped are found', async () => {
    const swapped = edited(one, 'records.ndjson', (text) => text.replace(/^(.*\n)(.*\n)/, '$2$1'));
    expect(await found(swapped)).toEqual(expect.arrayContaining(['chain-broken', 'inclusion-invalid']));
  });

  it('one dropped from the middle, with `prev` linked again, is found', async () => {
    const [first, , third] = log.written.filter(({ stream }) => stream === 'c-1');
    const relinked = recordOf({ stream: 'c-1', version: 2, prev: first?.leaf ?? null, data: { at: 5 }, id: uuid5('c-1 3') });
    expect(third?.version).toBe(3);
    const records = Buffer.from(one.get('records.ndjson') ?? [])
      .toString()
      .split('\n');
    const forged = [records[0], Buffer.from(relinked).toString(), ...records.slice(3)].join('\n');
    const dropped = json(new Map(one).set('records.ndjson', Buffer.from(forged)), 'index.json', (index) => index.records.splice(1, 1));
    expect(await found(dropped)).toEqual(expect.arrayContaining(['case-incomplete', 'inclusion-invalid']));
    // Left as they were, they name what is no longer there.
    expect(await found(without(one, 1))).toEqual(['case-incomplete', 'chain-broken', 'version-gap']);
  });

  it('the last one dropped is found, by the seal alone', async () => {
    const two = await caseBundle(log, 'c-2');
    expect(await found(two)).toEqual([]);
    expect(await found(without(two, 1))).toEqual(['case-incomplete']);
  });

  it('a later one than the sealed head says, below the size of the seal, is found, however the operator signed', async () => {
    const lying = new LogOf();
    lying.add('c-1');
    const heads = lying.heads;
    lying.add('c-1');
    lying.forgedSeal(2, new HeadsTree(heads));
    expect(await found(await caseBundle(lying, 'c-1'))).toEqual(['head-invalid']);
    expect(await found(await logBundle(lying))).toEqual(['seal-invalid']);
  });

  it('a payload changed with every recorded hash left alone is found', async () => {
    const changed = (files: Files) => record(files, 0, (fact) => Object.assign(fact, { data: { at: 99 } }));
    expect(await found(changed(one))).toEqual(['chain-broken', 'inclusion-invalid']);
    expect(await found(changed(whole))).toEqual(['chain-broken', 'consistency-invalid', 'root-mismatch', 'seal-invalid']);
  });

  it('actor and time are found as the payload is', async () => {
    for (const member of [{ meta: { actor: 'p-2' } }, { recordedAt: '2026-01-06T08:00:00.000Z' }, { type: 'Closed' }])
      expect(await found(record(one, 3, (fact) => Object.assign(fact, member)))).toContain('inclusion-invalid');
  });
});

describe('a whole log', () => {
  it('from which a case was deleted, or its last fact, is found', async () => {
    const gone = edited(whole, 'records.ndjson', (text) => text.replace(/.*"stream":"c-5".*\n/, ''));
    expect(await found(gone)).toEqual(['file-malformed', 'root-mismatch', 'seal-invalid']);
    const cut = edited(whole, 'records.ndjson', (text) => text.replace(/.*\n$/, ''));
    expect(await found(cut)).toEqual(['file-malformed', 'root-mismatch']);
  });

  it('whose seal leaves out a case, counts them wrongly, or covers itself, is found though it is signed', async () => {
    for (const lie of [
      { heads: b64(Buffer.alloc(32)) },
      { root: b64(Buffer.alloc(32)) },
      { streams: '7' },
      { size: '9' },
      { size: '99' },
    ]) {
      const sealed = new LogOf();
      for (const stream of ['c-1', 'c-2', 'c-1', 'c-3', 'c-4', 'c-1', 'c-5', 'c-2', 'c-6', 'c-3']) sealed.add(stream);
      sealed.seal(lie);
      expect(await found(await logBundle(sealed)), JSON.stringify(lie)).toEqual(['seal-invalid']);
    }
  });
});

describe('checkpoints', () => {
  it('an old one in place of the newest is found by whoever has seen the newer one, and by nobody else', async () => {
    const old = new LogOf();
    for (const { stream } of log.written.slice(0, 10)) old.add(stream);
    const replayed = await logBundle(old);
    expect(await found(replayed, { seen: await noteOver(log, 14) })).toEqual(['checkpoint-rollback']);
    expect(await found(replayed)).toEqual([]);
  });

  it('two of one size are found by whoever has seen the other, and by nobody else', async () => {
    const forked = await noteOver(log, 14, { root: Buffer.alloc(32, 1) });
    for (const files of [whole, one]) expect(await found(files, { seen: forked })).toEqual(['checkpoint-conflict']);
    const older = await noteOver(log, 5, { root: Buffer.alloc(32, 1) });
    expect(await found(one, { seen: older })).toEqual(['checkpoint-conflict']);
    expect(await found(await logBundle(log), { seen: older })).toEqual(['consistency-invalid']);
    const both = new Map(whole)
      .set('prev-checkpoint', forked)
      .set('consistency.json', canonicalize({ v: 1, from: '14', to: '14', proof: [] }));
    expect(await found(both)).toEqual(['checkpoint-conflict', 'consistency-invalid']);
  });

  it('one of another log is found', async () => {
    const [, uuid = ''] = ORIGIN.split('/');
    const origin = ORIGIN.replace(uuid, uuid.replace('7c', '8c'));
    const elsewhere = signerOf(origin, 4);
    const foreign = new Map(whole).set('checkpoint', await noteOver(log, 14, { by: [elsewhere], origin }));
    expect(await found(foreign, { vkeys: [signer.vkey, elsewhere.vkey] })).toEqual(['log-mismatch', 'origin-mismatch']);
    expect(await found(foreign)).toEqual(['key-unknown', 'log-mismatch', 'origin-mismatch']);
  });

  it('one that only another known key has signed is found; that another has signed as well is not', async () => {
    const keys = { vkeys: [signer.vkey, other.vkey] };
    expect(await found(new Map(one).set('checkpoint', await noteOver(log, 14, { by: [other] })), keys)).toEqual(['origin-mismatch']);
    expect(await found(new Map(one).set('checkpoint', await noteOver(log, 14, { by: [other, signer] })), keys)).toEqual([]);
  });

  it('an unknown key under the right name is found', async () => {
    expect(await found(one, { vkeys: [signerOf(ORIGIN, 2).vkey] })).toEqual(['key-unknown']);
  });

  it('the right key id with another key’s signature is found', async () => {
    const stranger = signerOf(ORIGIN, 2);
    const forger: Signer = { name: ORIGIN, keyId: signer.keyId, sign: (text) => stranger.sign(text) };
    const forged = new Map(one).set('checkpoint', await noteOver(log, 14, { by: [forger] }));
    expect(await found(forged)).toEqual(['signature-invalid']);
  });

  it('a log that does not extend the older note is found', async () => {
    const older = await noteOver(log, 5, { root: Buffer.alloc(32, 1) });
    for (const files of [whole, one]) expect(await found(new Map(files).set('prev-checkpoint', older))).toEqual(['consistency-invalid']);
  });

  it('a size that is not exact beyond 2^53 is told apart', async () => {
    const forged = new Map(one).set('checkpoint', await noteOver(log, 14, { size: 2n ** 53n + 1n }));
    const said = json(forged, 'index.json', (index) => Object.assign(index, { size: String(2n ** 53n) }));
    expect(await found(said)).toContain('file-malformed');
    const same = json(forged, 'index.json', (index) => Object.assign(index, { size: String(2n ** 53n + 1n) }));
    expect(await found(same)).not.toContain('file-malformed');
  });

  it('a size with a leading zero, carriage returns, a hundred and one signatures and extension lines are refused', async () => {
    const signed = async (text: string): Promise<Uint8Array> => {
      const signature = Buffer.concat([signer.keyId, await signer.sign(Buffer.from(text))]);
      return Buffer.from(`${text}\n— ${signer.name} ${b64(signature)}\n`);
    };
    const root = b64(merkleRoot(log.leaves));
    const notes = new Map([
      ['size-malformed', await signed(`${ORIGIN}\n014\n${root}\n`)],
      ['checkpoint-malformed', await signed(`${ORIGIN}\n14\n${root}\nmore\n`)],
      [
        'note-malformed',
        Buffer.from(
          Buffer.from(one.get('checkpoint') ?? [])
            .toString()
            .replaceAll('\n', '\r\n'),
        ),
      ],
      [
        'note-too-many-signatures',
        Buffer.from(
          `${await signCheckpoint({ origin: ORIGIN, size: 14, root: merkleRoot(log.leaves) }, signer)}${`— x ${b64(Buffer.alloc(9))}\n`.repeat(100)}`,
        ),
      ],
    ]);
    expect(await found(new Map(one).set('checkpoint', await signed(`${ORIGIN}\n14\n${root}\n`)))).toEqual([]);
    for (const [code, note] of notes) expect(await found(new Map(one).set('checkpoint', note))).toEqual([code]);
  });

  it('an empty log with another root than that of nothing is found, also where both notes agree', async () => {
    const forged = await noteOver(new LogOf(), 0, { root: Buffer.alloc(32) });
    const empty = await logBundle(new LogOf(), { since: 0 });
    expect(await found(new Map(await logBundle(new LogOf())).set('checkpoint', forged))).toEqual(['root-mismatch']);
    expect(await found(new Map(empty).set('checkpoint', forged).set('prev-checkpoint', forged))).toEqual([
      'consistency-invalid',
      'root-mismatch',
    ]);
  });

  it('two of one size with a proof between them are found', async () => {
    const equal = new Map(one).set('prev-checkpoint', await noteOver(log, 14));
    const proof = (hashes: readonly string[]) => canonicalize({ v: 1, from: '14', to: '14', proof: hashes });
    expect(await found(new Map(equal).set('consistency.json', proof([])))).toEqual([]);
    expect(await found(new Map(equal).set('consistency.json', proof([b64(Buffer.alloc(32))])))).toEqual(['consistency-invalid']);
  });
});

describe('proofs', () => {
  it('one hash more or less is found, of a record and of a head', async () => {
    for (const change of [(proof: string[]) => void proof.pop(), (proof: string[]) => void proof.push(proof[0] ?? '')]) {
      expect(await found(json(one, 'index.json', (index) => change(index.records[1].proof)))).toEqual(['proof-length']);
      expect(await found(json(one, 'heads-proof.json', ({ proof }) => change(proof)))).toEqual(['proof-length']);
    }
  });

  it('thousands of hashes are refused before one is computed', async () => {
    const many = Array.from({ length: 5_000 }, () => b64(Buffer.alloc(32)));
    const files = json(one, 'index.json', (index) => Object.assign(index.records[1], { proof: many }));
    expect(await found(files)).toEqual(['proof-length']);
    expect(await found(json(one, 'consistency.json', (file) => Object.assign(file, { proof: many })))).toEqual(['proof-length']);
  });

  it('a place outside the tree, one claimed twice, and places that do not rise are found', async () => {
    expect(await found(json(one, 'index.json', (index) => Object.assign(index.records[4], { index: '14' })))).toEqual([
      'index-out-of-range',
    ]);
    expect(await found(json(one, 'index.json', (index) => Object.assign(index.records[1], { index: '0' })))).toContain('index-duplicate');
    expect(await found(json(one, 'index.json', (index) => Object.assign(index.records[2], { index: '1' })))).toContain('file-malformed');
  });

  it('a node in place of a leaf is found: a record of 65 bytes, and to the bare function', async () => {
    const [left, right] = [log.leaves[0] ?? new Uint8Array(), log.leaves[1] ?? new Uint8Array()];
    const node = Buffer.concat([Uint8Array.of(1), left, right]);
    const lines = Buffer.from(whole.get('records.ndjson') ?? []);
    const confused = new Map(whole).set('records.ndjson', Buffer.concat([node, Buffer.from('\n'), lines]));
    expect(await found(confused)).toContain('record-malformed');
    // The leaf's own mark keeps it from being the node.
    expect(verifyInclusion({ index: 0, size: 1, leafHash: leafHash(node), proof: [], root: merkleRoot([left, right]) })).toBe(false);
    expect(verifyInclusion({ index: 0, size: 1, leafHash: merkleRoot([left, right]), proof: [], root: merkleRoot([left, right]) })).toBe(
      true,
    );
  });
});

describe('seals and heads', () => {
  it('the head of another case, another last fact, another number, or a seal that is none, are found', async () => {
    const heads = (change: (file: { head: { h: string; n: number; s: string }; seal: string; index: string; size: string }) => void) =>
      found(json(one, 'heads-proof.json', change));
    expect(await heads((file) => Object.assign(file.head, { s: '0'.repeat(64) }))).toEqual(['head-invalid']);
    expect(await heads((file) => Object.assign(file.head, { h: 'A'.repeat(43) }))).toEqual(['head-invalid']);
    expect(await heads((file) => Object.assign(file.head, { n: 2 }))).toEqual(['head-invalid']);
    expect(await heads((file) => Object.assign(file.head, { n: 4 }))).toEqual(['head-invalid']);
    expect(await heads((file) => Object.assign(file.head, { n: 5 }))).toEqual(['case-incomplete', 'head-invalid']);
    expect(await heads((file) => Object.assign(file, { size: '7' }))).toEqual(['head-invalid']);
    expect(await heads((file) => Object.assign(file, { index: '99' }))).toContain('index-out-of-range');
    expect(await heads((file) => Object.assign(file, { seal: '0' }))).toEqual(['record-malformed', 'seal-invalid']);
    expect(await heads((file) => Object.assign(file, { seal: '99' }))).toEqual(['record-malformed', 'seal-invalid']);
  });

  it('a seal in a stream of somebody’s own is none', async () => {
    const hidden = new LogOf();
    hidden.add('c-1');
    const tree = new HeadsTree(hidden.heads);
    hidden.forgedSeal(1, tree, 'c-2');
    expect(await found(await caseBundle(hidden, 'c-1'))).toEqual(['seal-invalid']);
  });

  it('a fact that the head counts and the seal does not cover is found', async () => {
    const early = new LogOf();
    early.add('c-1');
    early.add('c-1');
    early.forgedSeal(1, new HeadsTree(early.heads));
    expect(await found(await caseBundle(early, 'c-1'))).toEqual(['head-invalid']);
  });
});

describe('disclosures', () => {
  const fact = uuid5('c-1 1');
  const name = disclosureOf(fact, '/denouncer/name', 'Nguyễn Thị Ế');
  const sealed = async (disclosures: readonly Uint8Array[]): Promise<Files> => {
    const hidden = new LogOf();
    hidden.add('c-1', { sealed: [name.commitment] });
    hidden.add('c-2', { sealed: [disclosureOf(uuid5('c-2 1'), '/x', 1).commitment] });
    hidden.seal();
    return caseBundle(hidden, 'c-1', { disclosures });
  };

  it('that match hold, and so does their absence', async () => {
    expect(await found(await sealed([name.line]))).toEqual([]);
    expect(await found(await sealed([]))).toEqual([]);
  });

  it('moved to another fact or path, changed, or twice, are found', async () => {
    expect(await found(await sealed([disclosureOf(uuid5('c-2 1'), '/denouncer/name', 'Nguyễn Thị Ế').line]))).toEqual([
      'disclosure-unknown',
    ]);
    expect(await found(await sealed([disclosureOf(fact, '/accused/name', 'Nguyễn Thị Ế').line]))).toEqual(['disclosure-unknown']);
    expect(await found(await sealed([disclosureOf(fact, '/denouncer/name', 'Trần Văn B').line]))).toEqual(['disclosure-unknown']);
    expect(await found(await sealed([name.line, name.line]))).toEqual(['disclosure-duplicate']);
  });

  it('that are none are found', async () => {
    const bare = (bytes: Uint8Array) => canonicalize({ fact, disclosure: b64u(bytes) });
    const salt = b64u(Buffer.alloc(16));
    for (const line of [
      Buffer.from('{}'),
      bare(Buffer.from(`["${salt}", "/x", 1]`)),
      bare(canonicalize([salt, '/x'])),
      bare(canonicalize([salt, 'x', 1])),
      bare(canonicalize([salt, '/~2', 1])),
      bare(canonicalize([b64u(Buffer.alloc(15)), '/x', 1])),
      bare(canonicalize({ salt, path: '/x' })),
      canonicalize({ fact, disclosure: `${salt}=` }),
      canonicalize({ fact, disclosure: 1, more: 'x'.repeat(50) }),
    ])
      expect(await found(await sealed([line])), Buffer.from(line).toString()).toEqual(['disclosure-malformed']);
  });
});
