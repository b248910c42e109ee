/** Seals and notes made by hand, where a test wants them otherwise than a sealer would make them. */

import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, type FactToWrite, factId, type Head, type Json, NO_STREAM } from '@redress/core';
import { HeadsTree, headOf, leafHash, merkleRoot, signCheckpoint, signerFrom } from '../../src/index.ts';

export const key: KeyObject = generateKeyPairSync('ed25519').privateKey;
export const originOf = (store: EventStore): string => `office.example/${store.log}`;
export const vkeyOf = (store: EventStore): string => signerFrom(originOf(store), key).vkey;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const b64 = (hashed: Uint8Array): string => Buffer.from(hashed).toString('base64');

export async function textsOf(store: EventStore): Promise<{ readonly stream: string; readonly version: number; readonly text: string }[]> {
  const found = [];
  for await (const { record, text } of store.readLog('', Number.POSITIVE_INFINITY))
    found.push({ stream: record.stream, version: record.version, text });
  return found;
}

/** Appends facts to a stream, wherever it ends. */
export async function append(
  store: EventStore,
  stream: string,
  type: string,
  data: { readonly [key: string]: Json },
  more: Partial<FactToWrite> = {},
) {
  let head: Head = NO_STREAM;
  const id = factId(store.log, randomUUID(), 0, 1);
  for (;;) {
    const outcome = await store.append(stream, head, [{ id, type, schema: 1, meta: {}, data, sealed: [], ...more }]);
    if (outcome.outcome !== 'conflict') return;
    head = outcome.head;
  }
}

/** Seals the first `size` facts, or all there are. `wrong` replaces what the seal says. */
export async function seal(store: EventStore, size?: number, wrong: Readonly<Record<string, string>> = {}): Promise<void> {
  const covered = (await textsOf(store)).slice(0, size);
  const ends = new Map(covered.map(({ stream, version, text }) => [stream, headOf(stream, version, leafHash(bytes(text)))]));
  const heads = new HeadsTree(ends.values());
  const root = b64(merkleRoot(covered.map(({ text }) => leafHash(bytes(text)))));
  const data = { size: String(covered.length), root, heads: b64(heads.root()), streams: String(heads.size), ...wrong };
  await append(store, '$seals', 'LogSealed', data);
}

export const sign = (store: EventStore, size: number, root: Uint8Array, origin = originOf(store)): Promise<string> =>
  signCheckpoint({ origin, size, root }, signerFrom(origin, key));

/** The note over the first `size` facts, or over all there are. */
export async function noteOver(store: EventStore, size?: number, origin?: string): Promise<string> {
  const leaves = (await textsOf(store)).slice(0, size).map(({ text }) => leafHash(bytes(text)));
  return sign(store, leaves.length, merkleRoot(leaves), origin);
}

export const place = (): string => join(mkdtempSync(join(tmpdir(), 'redress-bundle-')), 'bundle');
