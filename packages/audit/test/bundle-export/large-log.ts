/**
 * A process of its own: makes a log of so many facts in a file and seals it, or, with little heap, hands it out. `hold` is the control,
 * which keeps every record it reads and has to run out of memory.
 *
 *     large-log.ts FILE make FACTS
 *     large-log.ts FILE log|case|period|hold
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, encodeRecords, type FactToWrite, factId, NO_STREAM, type Recorded } from '@redress/core';
import { openSqlite } from '../../../sqlite/src/index.ts';
import { PackedHeads, PackedHeadsTree } from '../../src/bundle-heads.ts';
import { SparseTree } from '../../src/bundle-tree.ts';
import { exportBundle, type Selection } from '../../src/index.ts';
import { sha256 } from '../../src/merkle.ts';
import { append, sign, vkeyOf } from './sealed-store.ts';

const FACTS_OF_A_CASE = 5;

const meta = { actor: 'p-1', caseType: 'complaint', occurredOn: '2026-01-05', unit: 'left', role: 'head', door: 'execute' };

function* records(log: string, facts: number): Generator<Recorded> {
  for (let number = 0; number < facts / FACTS_OF_A_CASE; number += 1) {
    const stream = `case-${number}`;
    const written = Array.from({ length: FACTS_OF_A_CASE }, (_, index): FactToWrite => {
      const id = factId(log, stream, index, FACTS_OF_A_CASE);
      return { id, type: 'Noted', schema: 1, meta, data: { text: `${number} `.repeat(40) }, sealed: [] };
    });
    yield* encodeRecords({ log, stream, head: NO_STREAM, facts: written, at: '2026-01-05T08:00:00.000Z' }).records;
  }
}

/** The tree over the log, and the one over its heads, as a sealer would have them. */
async function seal(store: EventStore): Promise<string> {
  const tree = new SparseTree();
  const heads = new PackedHeads();
  const take = ({ text, record }: Recorded): void => {
    const leaf = sha256(`\u0000${text}`);
    tree.add(leaf);
    heads.set(record.stream, record.version, leaf);
  };
  for await (const each of store.readLog('', Number.POSITIVE_INFINITY)) take(each);
  const over = new PackedHeadsTree(heads);
  const b64 = (hashed: Uint8Array): string => Buffer.from(hashed).toString('base64');
  const data = { size: String(tree.size), root: b64(tree.root()), heads: b64(over.root()), streams: String(over.size) };
  await append(store, '$seals', 'LogSealed', data);
  for await (const each of store.read('$seals')) take(each);
  return sign(store, tree.size, tree.root());
}

const selections: Readonly<Record<string, Selection>> = {
  log: { kind: 'log' },
  case: { kind: 'case', case: 'case-77' },
  period: { kind: 'period', from: '2026-01-05', to: '2026-01-05' },
};

async function make(store: EventStore, facts: number): Promise<void> {
  await store.ingest(records(store.log, facts));
  writeFileSync(`${file}.note`, await seal(store));
  writeFileSync(`${file}.vkey`, vkeyOf(store));
}

async function hold(store: EventStore): Promise<number> {
  const held: Recorded[] = [];
  for await (const each of store.readLog('', Number.POSITIVE_INFINITY)) held.push(each);
  return held.length;
}

/** What came out, in how many seconds, and the most megabytes that the process took. */
async function handOut(store: EventStore, select: Selection): Promise<object> {
  const began = performance.now();
  let most = 0;
  const progress = (): void => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const [checkpoint, vkey] = [readFileSync(`${file}.note`), readFileSync(`${file}.vkey`, 'utf8')];
  const folder = join(mkdtempSync(join(tmpdir(), 'redress-large-')), 'bundle');
  const exported = await exportBundle({ store, select, checkpoint, vkeys: [vkey], folder, by: 'p-1', purpose: 'a test', progress });
  return { ...exported, vkey, seconds: (performance.now() - began) / 1000, megabytes: Math.round(most / 1e6) };
}

const [, , file = '', what = '', facts = '0'] = process.argv;
const store = await openSqlite(file);
if (what === 'make') await make(store, Number(facts));
else if (what === 'hold') process.stdout.write(`${await hold(store)}\n`);
else process.stdout.write(`${JSON.stringify(await handOut(store, selections[what] ?? { kind: 'log' }))}\n`);
await store.close();
