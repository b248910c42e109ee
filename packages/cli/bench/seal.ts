/** What evidence costs: a seal over a log of very many cases, and the hash of each fact beside its durable append. */
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noteFile, type Sealed, type SealOptions, sealLog, signerFrom, verifierFrom } from '@redress/audit';
import { type EventStore, encodeRecords, type FactToWrite, factId, type Head, leafHash, NO_STREAM, type Recorded } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import { LARGE_LOG } from './large-log.ts';
import { livedOnce } from './lives.ts';
import { type Benchmark, type Result, same, time } from './result.ts';
import { type Cost, measuring, median, now } from './rounds.ts';
import { inTemporaryFolder } from './temporary.ts';

const TEN_SECONDS_NS = 10_000_000_000;
/** Hashing may take so much of a durable append. */
const SHARE = 0.03;
const APPENDS = 400;
const ROUNDS = 5;

const factOf = ({ record: { type, schema, meta, data, sealed } }: Recorded, command: string): FactToWrite => ({
  ...{ id: factId(LARGE_LOG, command, 0, 1), type, schema, meta: { ...meta, command }, data, sealed },
});

/** A fact a stream: the most streams that a log of this length can have. */
function* openings(first: Recorded, streams: number, say: (what: string) => void): Generator<Recorded> {
  for (let at = 0; at < streams; at += 1) {
    const facts = [factOf(first, `open-${at}`)];
    yield* encodeRecords({ log: LARGE_LOG, stream: `case-${at}`, head: NO_STREAM, facts, at: first.record.recordedAt }).records;
    if (at % 200_000 === 199_999) say(`  ${at + 1} streams written`);
  }
}

async function firstOpening(): Promise<Recorded> {
  const opening = (await livedOnce())[0]?.commands[0]?.[0];
  if (!opening) throw new Error('no life begins with a fact');
  return opening;
}

interface Sealing extends Cost {
  readonly sealed: Sealed;
}

async function timed(options: SealOptions): Promise<Sealing> {
  globalThis.gc?.();
  const end = measuring();
  const sealed = await sealLog(options);
  return { sealed, ...end(1) };
}

/** The first reads the whole log; the later ones read one fact more, and count the heads of all streams again. */
async function sealings(store: EventStore, folder: string, opening: Recorded): Promise<readonly Sealing[]> {
  const signer = signerFrom(`office.example/${LARGE_LOG}`, generateKeyPairSync('ed25519').privateKey);
  const options: SealOptions = {
    ...{ store, signer, verifiers: [verifierFrom(signer.vkey)] },
    ...{ published: noteFile(join(folder, 'note')), folder: join(folder, 'sealer') },
  };
  const all = [await timed({ ...options, first: true })];
  for (let round = 0; round < ROUNDS; round += 1) {
    await store.append(`later-${round}`, NO_STREAM, [factOf(opening, `later-${round}`)]);
    all.push(await timed(options));
  }
  same('the note and the last checkpoint', readFileSync(join(folder, 'note'), 'utf8').split('\n')[1], String(all.at(-1)?.sealed.size));
  return all;
}

async function sealOver(streams: number, say: (what: string) => void): Promise<Result> {
  return inTemporaryFolder(async (folder) => {
    const opening = await firstOpening();
    const store = await openSqlite(join(folder, 'many.db'), { log: LARGE_LOG });
    await store.ingest(openings(opening, streams, say));
    const [first, ...later] = await sealings(store, folder, opening);
    await store.close();
    same('the streams that the first seal covers', String(first?.sealed.seal.streams), String(streams));
    const taken = median(later.map(({ passed }) => passed));
    return {
      measured: `a seal over ${streams} streams`,
      rival: 'ten seconds',
      ours: time(taken),
      theirs: time(TEN_SECONDS_NS),
      ratio: TEN_SECONDS_NS / taken,
      wanted: 1,
      notes: [
        'one fact is new; all heads are counted, the seal is appended and read, the checkpoint signed and published, 100,000 records compared',
        `in processor time ${time(median(later.map(({ worked }) => worked)))}`,
        `the first seal, which reads all ${streams} facts, took ${time(first?.passed ?? Number.NaN)}`,
      ],
    };
  });
}

interface Costs {
  readonly append: number;
  readonly leaf: number;
  readonly encode: number;
}

/** Appends, and the hashes and the encoding of the same facts, in turns. Nanoseconds a fact. */
async function costsOf(store: EventStore, opening: Recorded, round: number): Promise<Costs> {
  let head: Head = NO_STREAM;
  const texts: string[] = [];
  const stream = `round-${round}`;
  const start = now();
  for (let at = 0; at < APPENDS; at += 1) {
    const appended = await store.append(stream, head, [factOf(opening, `${stream}-${at}`)]);
    if (appended.outcome !== 'appended') throw new Error(`an append was answered with ${appended.outcome}`);
    head = appended.head;
    texts.push(appended.records[0]?.text ?? '');
  }
  const append = (now() - start) / APPENDS;
  const hashing = now();
  for (const text of texts) leafHash(text);
  const leaf = (now() - hashing) / APPENDS;
  const encoding = now();
  for (let at = 0; at < APPENDS; at += 1)
    encodeRecords({ log: LARGE_LOG, stream, head: NO_STREAM, facts: [factOf(opening, `${stream}-${at}`)], at: opening.record.recordedAt });
  return { append, leaf, encode: (now() - encoding) / APPENDS };
}

async function hashBesideAppend(): Promise<Result> {
  return inTemporaryFolder(async (folder) => {
    const opening = await firstOpening();
    const store = await openSqlite(join(folder, 'append.db'), { log: LARGE_LOG });
    const all: Costs[] = [];
    for (let round = 0; round < ROUNDS + 1; round += 1) all.push(await costsOf(store, opening, round));
    await store.close();
    // The first round compiles everybody's code.
    const counted = all.slice(1);
    const share = median(counted.map(({ append, leaf }) => leaf / append));
    const of = (cost: (each: Costs) => number): string => time(median(counted.map(cost)));
    return {
      measured: 'the hash of a fact on the write path',
      rival: '3 % of its durable append on SQLite',
      ours: of(({ leaf }) => leaf),
      theirs: of(({ append }) => append * SHARE),
      ratio: SHARE / share,
      wanted: 1,
      notes: [
        `hashing is ${(share * 100).toFixed(3)} % of an append of ${of(({ append }) => append)}, ${opening.text.length} bytes a fact; ` +
          `encoding it whole, hash and id included, takes ${of(({ encode }) => encode)}`,
      ],
    };
  });
}

async function run({ facts, say }: Parameters<Benchmark['run']>[0]): Promise<readonly Result[]> {
  return [await hashBesideAppend(), await sealOver(facts, say)];
}

export const seal: Benchmark = { name: 'seal', describes: 'sealing a log of very many cases, and hashing on the write path', run };
