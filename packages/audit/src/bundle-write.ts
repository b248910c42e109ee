/** The second reading of a log for a bundle: what the first one saw is written down, with its proofs. */
import type { EventStore, Recorded } from '@redress/core';
import { type Disclose, disclosedLines } from './bundle-disclose.ts';
import { BundleError } from './bundle-error.ts';
import type { BundleFolder } from './bundle-folder.ts';
import { digestOf } from './bundle-heads.ts';
import type { SealedSurvey, Survey, Told } from './bundle-survey.ts';
import { TILE } from './bundle-tree.ts';
import { canonicalize } from './canonical.ts';
import { sha256 } from './merkle.ts';

/** Whole facts of one tile, in log order. */
interface TileRead {
  readonly tile: number;
  readonly records: readonly Recorded[];
}

interface Reading {
  readonly store: Pick<EventStore, 'readLog'>;
  readonly survey: Survey;
  readonly signal: AbortSignal | undefined;
  readonly tell: Told;
}

/** The tiles that hold something for the bundle, neighbours in one go. Throws `BundleError` `log-changed` where one is not as it was. */
export async function* readAgain({ store, survey, signal, tell }: Reading): AsyncGenerator<TileRead> {
  const { tree, positions, tiles } = survey;
  const total = tiles.length * TILE;
  let done = 0;
  for (const [from, to] of runsIn(tiles)) {
    let records: Recorded[] = [];
    let tile = from;
    const end = Math.min(to * TILE, tree.size);
    for await (const recorded of store.readLog(positions[from] ?? '', end - from * TILE)) {
      records.push(recorded);
      if (records.length < TILE && tile * TILE + records.length < end) continue;
      signal?.throwIfAborted();
      tell('writing', done, total);
      if (
        !tree.lend(
          tile,
          records.map(({ text }) => sha256(`\u0000${text}`)),
        )
      )
        throw changed(tile);
      yield { tile, records };
      done += TILE;
      tile += 1;
      records = [];
    }
    if (tile < to) throw changed(tile);
  }
}

const changed = (tile: number): BundleError =>
  new BundleError(
    'log-changed',
    `Among the facts ${tile * TILE} to ${tile * TILE + TILE - 1} of the log one is not what it was a moment ago. Nothing was handed out. Have the log audited.`,
  );

/** Numbers that follow each other, as [first, last + 1]. */
function* runsIn(tiles: readonly number[]): Generator<readonly [number, number]> {
  let from = tiles[0] ?? 0;
  for (const [at, tile] of tiles.entries()) {
    if (tiles[at + 1] === tile + 1) continue;
    yield [from, tile + 1];
    from = tiles[at + 1] ?? 0;
  }
}

interface Target {
  /** Where the bundle lies in the folder: '' or a name and a slash. */
  readonly at: string;
  readonly digest: string;
  readonly stream: string;
  entries: number;
}

export interface ToWrite {
  readonly folder: BundleFolder;
  readonly origin: string;
  readonly log: string;
  readonly size: string;
  readonly disclose: Disclose;
  /** Files that each bundle has besides, by name. */
  readonly besides: Readonly<Record<string, string>>;
  /** Text of `verify.mjs`. */
  readonly verifier: string;
}

interface Counts {
  readonly records: number;
  readonly disclosures: number;
}

const text = (value: unknown): string => Buffer.from(canonicalize(value)).toString('utf8');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The proof of consistency as the bundle holds it. */
export const consistencyText = (from: number, to: number, proof: readonly Uint8Array[]): string =>
  text({ v: 1, from: String(from), to: String(to), proof: proof.map(base64) });

/** The whole log: no proofs, since its root is computed again. */
export class LogWriter {
  readonly #to: ToWrite;
  #records = 0;
  #disclosures = 0;

  constructor(to: ToWrite) {
    this.#to = to;
  }

  async begin(): Promise<void> {
    // A log without facts has a file without lines.
    await this.#to.folder.add('records.ndjson', '');
  }

  async take({ text: line, record }: Recorded): Promise<void> {
    const { folder, disclose } = this.#to;
    await folder.add('records.ndjson', `${line}\n`);
    this.#records += 1;
    for await (const disclosed of disclosedLines(disclose, record)) {
      await folder.add('disclosures.ndjson', disclosed);
      this.#disclosures += 1;
    }
  }

  async end(more: Readonly<Record<string, string>>): Promise<Counts> {
    const { folder, origin, log, size, besides, verifier } = this.#to;
    await folder.add('index.json', text({ v: 1, kind: 'log', origin, log, size, records: [] }));
    await folder.same('verify.mjs', verifier);
    for (const [name, content] of Object.entries({ ...besides, ...more })) await folder.add(name, content);
    return { records: this.#records, disclosures: this.#disclosures };
  }
}

/** Cases, each with its proofs and with the seal that shows it to be whole, and all filled in the same pass. */
export class CasesWriter {
  readonly #to: ToWrite;
  readonly #survey: SealedSurvey;
  readonly #targets: ReadonlyMap<string, Target>;
  #records = 0;
  #disclosures = 0;

  /** Several cases each get a folder inside, one lies in the folder itself. */
  constructor(to: ToWrite, survey: SealedSurvey, cases: Iterable<string>, inside: boolean) {
    this.#to = to;
    this.#survey = survey;
    this.#targets = new Map(
      [...cases].map((stream) => {
        const digest = digestOf(stream);
        return [stream, { at: inside ? `${digest}/` : '', digest, stream, entries: 0 }];
      }),
    );
  }

  async begin(): Promise<void> {
    const { folder, origin, log } = this.#to;
    // Written piece by piece, in the order of the canonical form: its entries come between the members before and after them.
    const head = text({ kind: 'case', log, origin }).slice(0, -1);
    for (const { at } of this.#targets.values()) {
      if (at !== '') await folder.inside(at);
      await folder.add(`${at}index.json`, `${head},"records":[`);
    }
  }

  async take(recorded: Recorded, index: number): Promise<void> {
    const seals = index === this.#survey.seal.index;
    const own = this.#targets.get(recorded.record.stream);
    if (!seals && !own) return;
    const entry = text({ index: String(index), proof: this.#survey.tree.inclusion(index).map(base64) });
    for (const target of seals ? this.#targets.values() : own ? [own] : []) await this.#takeInto(target, recorded, entry);
  }

  async #takeInto(target: Target, { text: line, record }: Recorded, entry: string): Promise<void> {
    const { folder, disclose } = this.#to;
    await folder.add(`${target.at}records.ndjson`, `${line}\n`);
    await folder.add(`${target.at}index.json`, target.entries === 0 ? entry : `,${entry}`);
    target.entries += 1;
    this.#records += 1;
    for await (const disclosed of disclosedLines(disclose, record)) {
      await folder.add(`${target.at}disclosures.ndjson`, disclosed);
      this.#disclosures += 1;
    }
  }

  async end(more: Readonly<Record<string, string>>): Promise<Counts> {
    const { folder, size, besides, verifier } = this.#to;
    const { heads, seal } = this.#survey;
    const byDigest = new Map([...this.#targets.values()].map((target) => [target.digest, target]));
    for (const { head, index, proof } of heads.proofsOf(new Set(byDigest.keys()))) {
      const target = byDigest.get(head.s);
      if (!target) continue;
      const { at, stream } = target;
      const proved = { v: 1, seal: String(seal.index), head, index: String(index), size: String(heads.size), proof: proof.map(base64) };
      await folder.add(`${at}index.json`, `],${text({ size, stream, v: 1 }).slice(1)}`);
      await folder.add(`${at}heads-proof.json`, text(proved));
      await folder.same(`${at}verify.mjs`, verifier);
      for (const [name, content] of Object.entries({ ...besides, ...more })) await folder.add(`${at}${name}`, content);
    }
    return { records: this.#records, disclosures: this.#disclosures };
  }
}
