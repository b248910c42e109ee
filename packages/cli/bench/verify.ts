/** Verifying a bundle of a whole log, against hashing the same bytes and nothing else. */
import { createHash, generateKeyPairSync, hash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  exportBundle,
  nodeHash,
  noteFile,
  openCheckpoint,
  sealLog,
  signerFrom,
  type Verifier,
  verifierFrom,
  verifyBundle,
} from '@redress/audit';
import { openSqlite } from '@redress/sqlite';
import { LARGE_LOG, writeLargeLog } from './large-log.ts';
import { type Benchmark, type Result, same, time } from './result.ts';
import { inTimedRounds, type Measured, now } from './rounds.ts';
import { inTemporaryFolder } from './temporary.ts';

const ROUNDS = 9;
/** Verifying goes by at the same pace however long the log is. */
const MOST_FACTS = 100_000;
const NEWLINE = 10;

interface Bundle {
  readonly folder: string;
  readonly records: string;
  readonly verifiers: readonly Verifier[];
  readonly facts: number;
  readonly root: Uint8Array;
}

async function bundleOf(folder: string, facts: number, say: (what: string) => void): Promise<Bundle> {
  await writeLargeLog(join(folder, 'log.db'), facts, say);
  const store = await openSqlite(join(folder, 'log.db'), { log: LARGE_LOG });
  const signer = signerFrom(`office.example/${LARGE_LOG}`, generateKeyPairSync('ed25519').privateKey);
  const verifiers = [verifierFrom(signer.vkey)];
  const note = join(folder, 'note');
  await sealLog({ store, signer, verifiers, published: noteFile(note), folder: join(folder, 'sealer'), first: true });
  const bundle = join(folder, 'bundle');
  const purpose = { by: 'p-1', purpose: 'A benchmark.' };
  await exportBundle({
    store,
    select: { kind: 'log' },
    checkpoint: readFileSync(note),
    vkeys: [signer.vkey],
    folder: bundle,
    ...purpose,
  });
  await store.close();
  const { size, root } = openCheckpoint(readFileSync(join(bundle, 'checkpoint')), verifiers);
  return { folder: bundle, records: join(bundle, 'records.ndjson'), verifiers, facts: Number(size), root };
}

async function verified({ folder, verifiers, facts }: Bundle): Promise<void> {
  const { ok, records, findings } = await verifyBundle({ folder, verifiers });
  if (!ok || records !== facts) throw new Error(`the bundle did not verify: ${records} records, ${findings[0]?.says}`);
}

/** SHA-256 over the file, in one piece. */
async function digested({ records }: Bundle): Promise<void> {
  const digest = createHash('sha256');
  for await (const block of createReadStream(records, { highWaterMark: 1024 * 1024 })) digest.update(block);
  digest.digest();
}

/** The hashes of RFC 6962: of each line, and of each node above. Peaks of whole subtrees, joined as soon as two are of a size. */
async function treeHashed({ records, root }: Bundle): Promise<void> {
  const bytes = readFileSync(records);
  const peaks: { readonly size: number; readonly hash: Buffer }[] = [];
  const line = Buffer.alloc(1024 * 1024);
  const node = Buffer.alloc(65, 1);
  for (let from = 0, to = bytes.indexOf(NEWLINE); to >= 0; from = to + 1, to = bytes.indexOf(NEWLINE, from)) {
    bytes.copy(line, 1, from, to);
    let peak = { size: 1, hash: hash('sha256', line.subarray(0, 1 + to - from), 'buffer') };
    for (let last = peaks.at(-1); last?.size === peak.size; last = peaks.at(-1)) {
      last.hash.copy(node, 1);
      peak.hash.copy(node, 33);
      peaks.pop();
      peak = { size: 2 * peak.size, hash: hash('sha256', node, 'buffer') };
    }
    peaks.push(peak);
  }
  const top = peaks.map(({ hash }): Uint8Array => hash).reduceRight((right, left) => nodeHash(left, right));
  same('the root', Buffer.from(top).toString('hex'), Buffer.from(root).toString('hex'));
}

async function run({ facts, say }: Parameters<Benchmark['run']>[0]): Promise<readonly Result[]> {
  return inTemporaryFolder(async (folder) => {
    const bundle = await bundleOf(folder, Math.min(facts, MOST_FACTS), say);
    const way = (name: string, work: (of: typeof bundle) => unknown) => ({
      name,
      async run() {
        globalThis.gc?.();
        const start = now();
        await work(bundle);
        return (now() - start) / bundle.facts;
      },
    });
    const ways = [way('verifyBundle', verified), way('tree', treeHashed), way('digest', digested)];
    return resultsOf(await inTimedRounds(ways, { warmUp: 2, rounds: ROUNDS }), bundle.facts);
  });
}

function resultsOf([ours, tree, digest]: readonly Measured[], facts: number): readonly Result[] {
  if (!ours || !tree || !digest) return [];
  const of = {
    measured: `verify a bundle of ${facts} facts`,
    ours: time(ours.nanoseconds),
    notes: ['a fact, everything in the bundle included'],
  };
  return [
    { ...of, rival: 'the hashes of its tree, by themselves', theirs: time(tree.nanoseconds), ratio: tree.ratio, wanted: 0.5 },
    { ...of, rival: 'one SHA-256 over its records', theirs: time(digest.nanoseconds), ratio: digest.ratio, wanted: null },
  ];
}

export const verify: Benchmark = { name: 'verify', describes: 'verifying a bundle', run };
