/** Logs, keys and notes for the tests of the sealer, and what a seal should say, counted by hand from the whole log. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, type FactToWrite, type Head, headOf, NO_STREAM, type Recorded, uuidv5 } from '@redress/core';
import { afterAll, expect } from 'vitest';
import {
  merkleRoot,
  openCheckpoint,
  type PublishedNote,
  SealError,
  type Sealed,
  type SealOptions,
  sealLog,
  signerFrom,
  verifierFrom,
} from '../../src/index.ts';
import { bytes, hex, leafOf } from '../proofs/reference.ts';

export const LOG = '7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11';
export const NAME = `office.example/${LOG}`;
export const signer = signerFrom(NAME, generateKeyPairSync('ed25519').privateKey);
export const verifiers = [verifierFrom(signer.vkey)];

/** Paths that are gone after the tests of this file. */
export function folder(): (name: string) => string {
  const path = mkdtempSync(join(tmpdir(), 'redress-seal-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return (name) => join(path, name);
}

export interface Board extends PublishedNote {
  /** Every note that was published, in order. */
  readonly notes: string[];
}

export function board(...before: readonly string[]): Board {
  const notes = [...before];
  return { notes, read: () => notes.at(-1) ?? null, publish: (note) => void notes.push(note) };
}

const fact = (name: string): FactToWrite => ({
  id: uuidv5(LOG, name),
  type: 'Noted',
  schema: 1,
  meta: { command: name },
  data: { note: name },
  sealed: [],
});

async function endOf(store: EventStore, stream: string): Promise<Head> {
  let last: Recorded | undefined;
  for await (const recorded of store.read(stream)) last = recorded;
  return last ? headOf(last) : NO_STREAM;
}

/** Appends a fact to each of these streams, one after the other. */
export async function write(store: EventStore, ...streams: readonly string[]): Promise<void> {
  for (const stream of streams) {
    const head = await endOf(store, stream);
    const { outcome } = await store.append(stream, head, [fact(`${stream} ${head.version + 1}`)]);
    expect(outcome).toBe('appended');
  }
}

/** Names of streams, from `first` to `last`. */
export const cases = (first: number, last: number): string[] => Array.from({ length: last - first + 1 }, (_, at) => `c-${first + at}`);

export async function wholeLog(store: EventStore): Promise<Recorded[]> {
  const records: Recorded[] = [];
  for await (const recorded of store.readLog('', Number.POSITIVE_INFINITY)) records.push(recorded);
  return records;
}

export const sealsIn = (records: readonly Recorded[]): number[] =>
  records.flatMap(({ record }, index) => (record.type === 'LogSealed' ? [index] : []));

const hashed = (text: string): Uint8Array => createHash('sha256').update(text).digest();
const b64 = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');

/** What the format says a seal over these records holds. */
export function sealOver(records: readonly Recorded[]): object {
  const ends = new Map<string, { readonly text: string; readonly s: string }>();
  for (const { text, record } of records) {
    const s = hex(hashed(record.stream));
    ends.set(record.stream, {
      s,
      text: `{"h":"${Buffer.from(leafOf(bytes(text))).toString('base64url')}","n":${record.version},"s":"${s}"}`,
    });
  }
  const heads = [...ends.values()].sort((a, b) => (a.s < b.s ? -1 : 1)).map(({ text }) => leafOf(bytes(text)));
  const leaves = records.map(({ text }) => leafOf(bytes(text)));
  return { size: String(records.length), root: b64(merkleRoot(leaves)), heads: b64(merkleRoot(heads)), streams: String(heads.length) };
}

/** Looks at everything that was published and sealed, with nothing of the sealer's own. */
export async function expectSealed(store: EventStore, published: Board): Promise<void> {
  const records = await wholeLog(store);
  const seals = sealsIn(records);
  for (const index of seals) {
    const data = records[index]?.record.data ?? {};
    expect(data).toEqual(sealOver(records.slice(0, Number(data.size))));
  }
  const sizes = published.notes.map((note) => {
    const opened = openCheckpoint(note, verifiers);
    expect(opened.origin).toBe(NAME);
    const leaves = records.slice(0, Number(opened.size)).map(({ text }) => leafOf(bytes(text)));
    expect(hex(opened.root)).toBe(hex(merkleRoot(leaves)));
    // The last fact under a checkpoint is a seal.
    expect(seals).toContain(Number(opened.size) - 1);
    return opened.size;
  });
  expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => Number(a - b)));
}

export type Given = Partial<SealOptions> & Pick<SealOptions, 'store' | 'published' | 'folder'>;

export const seal = (given: Given): Promise<Sealed> => sealLog({ signer, verifiers, ...given });

export async function refusal(sealing: Promise<Sealed>): Promise<SealError> {
  try {
    await sealing;
  } catch (error) {
    if (error instanceof SealError) return error;
    throw error;
  }
  return expect.fail('the log was sealed');
}
