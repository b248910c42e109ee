/** Bundles in the bytes of the format, put together by hand: what an exporter would leave, and whatever one wants to forge. */
import { createHash, createPrivateKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalize } from '../../src/canonical.ts';
import { type Signer, signCheckpoint, signerFrom } from '../../src/checkpoint.ts';
import { type Head, HeadsTree, headOf } from '../../src/heads.ts';
import { consistencyProof, inclusionProof, leafHash, merkleRoot } from '../../src/merkle.ts';

const LOG = '7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11';
export const ORIGIN = `redress.example.org/${LOG}`;

/** The same key each time, so that a failing test can be played again. */
export function signerOf(name: string, seed = 1): Signer & { readonly vkey: string } {
  const head = Buffer.from('302e020100300506032b657004220420', 'hex');
  return signerFrom(name, createPrivateKey({ key: Buffer.concat([head, Buffer.alloc(32, seed)]), format: 'der', type: 'pkcs8' }));
}

export const signer = signerOf(ORIGIN);

export interface Draft {
  readonly stream: string;
  readonly version: number;
  readonly prev: Uint8Array | null;
  readonly type?: string;
  readonly data?: object;
  readonly log?: string;
  readonly id?: string;
  readonly meta?: object;
  readonly sealed?: readonly string[];
  readonly recordedAt?: string;
}

export const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const b64u = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export function uuid5(name: string): string {
  const hex = createHash('sha1').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const META = { actor: 'p-1', caseType: 'complaint', command: 'x', commandType: 'X', door: 'execute', occurredOn: '2026-01-05' };

export function recordOf({ stream, version, prev, type = 'Noted', data = {}, log = LOG, sealed = [], ...rest }: Draft): Uint8Array {
  const id = rest.id ?? uuid5(`${stream} ${version}`);
  const recordedAt = rest.recordedAt ?? '2026-01-05T08:00:00.000Z';
  const link = prev ? b64u(prev) : null;
  const { meta = META } = rest;
  return canonicalize({ v: 1, log, stream, version, id, type, schema: 1, recordedAt, prev: link, meta, data, sealed });
}

export interface Written {
  readonly stream: string;
  readonly version: number;
  readonly record: Uint8Array;
  readonly leaf: Uint8Array;
}

/** A log that grows. */
export class LogOf {
  readonly written: Written[] = [];
  readonly #heads = new Map<string, { version: number; leaf: Uint8Array }>();
  /** How many facts each seal covers, by its index. */
  readonly seals = new Map<number, { readonly size: number; readonly tree: HeadsTree }>();

  add(stream: string, draft: Partial<Draft> = {}): Written {
    const head = this.#heads.get(stream);
    const version = (head?.version ?? 0) + 1;
    const record = recordOf({ stream, version, prev: head?.leaf ?? null, data: { at: this.written.length }, ...draft });
    const added = { stream, version, record, leaf: leafHash(record) };
    this.#heads.set(stream, { version, leaf: added.leaf });
    this.written.push(added);
    return added;
  }

  get leaves(): Uint8Array[] {
    return this.written.map(({ leaf }) => leaf);
  }

  get heads(): Head[] {
    return [...this.#heads].map(([stream, { version, leaf }]) => headOf(stream, version, leaf));
  }

  /** A seal over all facts so far; `between` are recorded after it was counted and before it stands. */
  seal(changes: object = {}, between: readonly string[] = []): void {
    const size = this.written.length;
    const tree = new HeadsTree(this.heads);
    const data = {
      size: String(size),
      root: b64(merkleRoot(this.leaves)),
      heads: b64(tree.root()),
      streams: String(tree.size),
      ...changes,
    };
    for (const stream of between) this.add(stream);
    this.seals.set(this.written.length, { size, tree });
    this.add('$seals', { type: 'LogSealed', data });
  }

  /** A seal over the first `size` facts that tells of whatever heads one likes. */
  forgedSeal(size: number, tree: HeadsTree, stream = '$seals'): void {
    const root = b64(merkleRoot(this.leaves.slice(0, size)));
    this.seals.set(this.written.length, { size, tree });
    this.add(stream, { type: 'LogSealed', data: { size: String(size), root, heads: b64(tree.root()), streams: String(tree.size) } });
  }
}

/** Content of each file, by name. */
export type Files = Map<string, Uint8Array>;

const utf8 = (text: string): Uint8Array => Buffer.from(text);
const lines = (records: readonly Uint8Array[]): Uint8Array => Buffer.concat(records.flatMap((each) => [each, utf8('\n')]));

export interface Signed {
  readonly by?: readonly Signer[];
  readonly origin?: string;
  readonly size?: bigint;
  readonly root?: Uint8Array;
}

/** A note over the first `size` facts. */
export async function noteOver(log: LogOf, size: number, { by = [signer], origin = ORIGIN, ...said }: Signed = {}): Promise<Uint8Array> {
  const root = said.root ?? merkleRoot(log.leaves.slice(0, size));
  const notes = await Promise.all(by.map((each) => signCheckpoint({ origin, size: said.size ?? size, root }, each)));
  const [first = ''] = notes;
  return utf8(
    first +
      notes
        .slice(1)
        .map((note) => note.slice(note.lastIndexOf('\n\n') + 2))
        .join(''),
  );
}

export interface Bundled extends Signed {
  /** An older note, over so many facts. */
  readonly since?: number;
  readonly disclosures?: readonly Uint8Array[];
}

async function around(log: LogOf, { since, disclosures, ...signed }: Bundled): Promise<Files> {
  const size = log.written.length;
  const files: Files = new Map([['checkpoint', await noteOver(log, size, signed)]]);
  if (since !== undefined) {
    files.set('prev-checkpoint', await noteOver(log, since, { by: signed.by ?? [signer] }));
    const proof = since === 0 ? [] : consistencyProof(log.leaves, since).map(b64);
    files.set('consistency.json', canonicalize({ v: 1, from: String(since), to: String(size), proof }));
  }
  if (disclosures) files.set('disclosures.ndjson', lines(disclosures));
  return files;
}

export async function logBundle(log: LogOf, bundled: Bundled = {}): Promise<Files> {
  const files = await around(log, bundled);
  files.set('records.ndjson', lines(log.written.map(({ record }) => record)));
  const size = String(log.written.length);
  return files.set('index.json', canonicalize({ v: 1, kind: 'log', origin: bundled.origin ?? ORIGIN, log: LOG, size, records: [] }));
}

/** The bundle of one case, shown complete by the last seal. */
export async function caseBundle(log: LogOf, stream: string, bundled: Bundled = {}): Promise<Files> {
  const files = await around(log, bundled);
  const { leaves } = log;
  const seal = Math.max(...log.seals.keys());
  const tree = log.seals.get(seal)?.tree;
  const head = tree?.prove(stream);
  if (!tree || !head) throw new Error(`the last seal does not know ${stream}`);
  const mine = log.written.flatMap((each, index) => (each.stream === stream || index === seal ? [index] : []));
  const records = mine.map((index) => ({ index: String(index), proof: inclusionProof(leaves, index).map(b64) }));
  files.set('records.ndjson', lines(mine.map((index) => log.written[index]?.record ?? new Uint8Array())));
  const size = String(leaves.length);
  files.set('index.json', canonicalize({ v: 1, kind: 'case', origin: bundled.origin ?? ORIGIN, log: LOG, size, stream, records }));
  const placed = { head: { ...head.head }, index: String(head.index), size: String(tree.size), proof: head.proof.map(b64) };
  return files.set('heads-proof.json', canonicalize({ v: 1, seal: String(seal), ...placed }));
}

export interface Disclosed {
  readonly line: Uint8Array;
  readonly commitment: string;
}

/** A value of a fact, with its salt, and what the record is to hold. */
export function disclosureOf(fact: string, path: string, value: unknown, salt = Buffer.alloc(16, 7)): Disclosed {
  const bytes = canonicalize([b64u(salt), path, value]);
  const commitment = createHash('sha256').update(bytes).digest('base64url');
  return { line: canonicalize({ fact, disclosure: b64u(bytes) }), commitment };
}

let made = 0;
const parent = mkdtempSync(join(tmpdir(), 'redress-bundles-'));

export function folderOf(files: Files, named?: string): string {
  made += 1;
  const folder = named ?? join(parent, String(made));
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  return folder;
}

/** Holds every folder that was written; for whoever cleans up. */
export const bundles = parent;

/** Six cases, a seal that two facts came in between of, and facts after it. */
export function smallLog(): LogOf {
  const log = new LogOf();
  for (const stream of ['c-1', 'c-2', 'c-1', 'c-3', 'c-4', 'c-1', 'c-5', 'c-2', 'c-6', 'c-3']) log.add(stream);
  log.seal({}, ['c-4', 'c-7']);
  log.add('c-1');
  return log;
}

/** Milliseconds of the processor since it was asked, the collector of garbage included: whoever else is at work does not count. */
export function stopwatch(): () => number {
  const started = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1_000;
  };
}
