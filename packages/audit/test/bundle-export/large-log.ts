/**
 * A process of its own, with little heap: makes a log of so many facts in a file, seals it, and hands it out. `hold` is the control, which
 * keeps every record it reads and has to run out of memory.
 *
 *     large-log.ts FILE FACTS log|case|period|hold
 */
import { mkdtempSync } from 'node:fs';
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

const [, , file = '', facts = '0', what = ''] = process.argv;
const store = await openSqlite(file);
await store.ingest(records(store.log, Number(facts)));
const checkpoint = await seal(store);
const began = performance.now();
let most = 0;
const watch = (): void => {
  most = Math.max(most, process.memoryUsage.rss());
};
if (what === 'hold') {
  const held: Recorded[] = [];
  for await (const each of store.readLog('', Number.POSITIVE_INFINITY)) held.push(each);
  process.stdout.write(`${held.length}\n`);
} else {
  const folder = join(mkdtempSync(join(tmpdir(), 'redress-large-')), 'bundle');
  const select = selections[what] ?? { kind: 'log' };
  const exported = await exportBundle({
    store,
    select,
    checkpoint,
    vkeys: [vkeyOf(store)],
    folder,
    by: 'p-1',
    purpose: 'a test',
    progress: watch,
  });
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(`${JSON.stringify({ ...exported, vkey: vkeyOf(store), seconds, megabytes: Math.round(most / 1e6) })}\n`);
}
await store.close();
