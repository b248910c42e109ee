/**
 * An append: one statement, one trip. What it answers where somebody else wrote first takes a second. Appends that come while one is
 * on its way wait for its return and go together, so that many callers share trips and COMMITs, and no timer holds up a lone one.
 */
import {
  type Appended,
  type Conflict,
  type Encoded,
  type FactToWrite,
  type Head,
  lostRace,
  type Repeated,
  StoreFault,
} from '@redress/core';
import { byteaArray } from './arrays.ts';
import type { Connections, Row } from './driver.ts';
import { patiently, violated } from './faults.ts';
import type { Ask, Reader } from './reading.ts';

export interface ToAppend {
  readonly stream: string;
  readonly head: Head;
  readonly facts: readonly FactToWrite[];
  readonly encoded: Encoded;
}

export type Outcome = Appended | Repeated | Conflict;

export interface WriterParts {
  readonly schema: string;
  readonly connections: Connections;
  readonly ask: Ask;
  readonly reader: Reader;
  /** Milliseconds for which an append that others are in the way of is sent again. */
  readonly patience: number;
  /** Called after each append that added facts. */
  wrote(): void;
}

export type Append = (entry: ToAppend) => Promise<Outcome>;

/** Milliseconds after which a statement that is still on its way is not waited for: a rival or a lost connection holds it up. */
const HELD_UP = 25;

/** Statements that may be held up at once before all that come wait. */
const AT_ONCE = 4;

/** Keeps one transaction, and with it everybody's wait, short. */
const MOST_TOGETHER = 64;

interface Queued extends ToAppend {
  resolve(outcome: Outcome | Promise<Outcome>): void;
}

const NO_LEAF = Buffer.alloc(0);
/** As the function takes it: no bytes where there is no stream. */
const leafOf = ({ leaf }: Head): Buffer => (leaf === null ? NO_LEAF : Buffer.from(leaf));

const isAnswered = (answers: unknown): answers is readonly Row[] => Array.isArray(answers);

/** In one order for everybody, so that no two groups wait for each other; those of one stream stay as they came. */
const inOrder = (group: readonly Queued[]): Queued[] =>
  group.toSorted((one, other) => (one.stream < other.stream ? -1 : Number(one.stream > other.stream)));

export function writer({ schema, connections, ask, reader, patience, wrote }: WriterParts): Append {
  const text = `SELECT ${schema}.append($1, $2, $3, $4, $5)`;

  /** In a new statement, which sees what the rival has committed. */
  async function lost({ stream, head, facts }: ToAppend): Promise<Outcome> {
    const missed = await reader.stream(stream, head.version + 1);
    return lostRace(facts, missed, missed.at(-1) ?? (await reader.last(stream)));
  }

  /** One of the ids is known: from this very append, sent twice, or from another place. */
  async function known(entry: ToAppend, cause: StoreFault): Promise<Outcome> {
    const outcome = await lost(entry);
    if (outcome.outcome !== 'conflict' || outcome.missed.length > 0) return outcome;
    const ids = entry.facts.map(({ id }) => id);
    const [place] = await ask({ text: `SELECT id, version, stream FROM ${schema}.fact WHERE id = ANY($1) LIMIT 1`, values: [ids] });
    // Whoever held the id when the insert met it was undone since.
    if (!place)
      throw new StoreFault('busy', 'Another append of the same facts was undone. Send the same again.', { retryable: true, cause });
    const [id, version, stream] = place;
    const says = `The fact ${id} lies at version ${version} of stream ${JSON.stringify(stream)}. Nothing was written. Use a new command id.`;
    throw new StoreFault('id-elsewhere', says, { cause });
  }

  async function write(entry: ToAppend): Promise<Outcome> {
    const { stream, head, encoded } = entry;
    const ids = encoded.records.map(({ record }) => record.id);
    const records = byteaArray(encoded.records.map((recorded) => recorded.text));
    try {
      const [row] = await connections.run({ name: `${schema} append`, text, values: [stream, head.version, leafOf(head), ids, records] });
      if (row?.[0] !== 't') return lost(entry);
    } catch (error) {
      if (error instanceof StoreFault && violated(error) === 'fact_id') return known(entry, error);
      throw error;
    }
    wrote();
    return { outcome: 'appended', ...encoded };
  }

  const alone = (entry: ToAppend, unknown = false): Promise<Outcome> => patiently(patience, () => write(entry), unknown);

  function sendAll(group: readonly ToAppend[]): Promise<readonly Row[]> {
    const records = group.flatMap(({ encoded }) => encoded.records);
    const values = [
      group.map(({ stream }) => stream),
      group.map(({ head }) => String(head.version)),
      byteaArray(group.map(({ head }) => leafOf(head))),
      group.map(({ facts }) => String(facts.length)),
      records.map(({ record }) => record.id),
      byteaArray(records.map((recorded) => recorded.text)),
    ];
    return connections.run({ name: `${schema} append all`, text: `SELECT unnest(${schema}.append_all($1, $2, $3, $4, $5, $6))`, values });
  }

  /** Each on its own, those of one stream one after the other, so that only the one at fault fails; its ids keep that safe. */
  async function writeEach(group: readonly Queued[], unknown: boolean): Promise<void> {
    const before = new Map<string, Promise<unknown>>();
    for (const entry of group) {
      const outcome = (before.get(entry.stream) ?? Promise.resolve()).then(() => alone(entry, unknown));
      entry.resolve(outcome);
      before.set(
        entry.stream,
        outcome.catch(() => {}),
      );
    }
    await Promise.all(before.values());
  }

  async function writeAll(group: readonly Queued[]): Promise<void> {
    const answers = await sendAll(group).catch((error: unknown) => error);
    // A group that one spoils is undone whole; one whose answer was lost may be written.
    if (!isAnswered(answers)) return writeEach(group, answers instanceof StoreFault && answers.written === 'unknown');
    if (answers.some(([written]) => written === 't')) wrote();
    for (const [index, entry] of group.entries()) {
      if (answers[index]?.[0] === 't') entry.resolve({ outcome: 'appended', ...entry.encoded });
      else entry.resolve(patiently(patience, () => lost(entry)));
    }
  }

  let onTheWay = 0;
  let overtaking: NodeJS.Timeout | undefined;
  let queue: Queued[] = [];

  async function send(group: readonly Queued[]): Promise<void> {
    const [only] = group;
    if (only && group.length === 1) {
      const outcome = alone(only);
      only.resolve(outcome);
      await outcome.catch(() => {});
    } else {
      await writeAll(inOrder(group));
    }
  }

  async function sendWhatWaits(): Promise<void> {
    onTheWay += 1;
    while (queue.length > 0) {
      const group = queue.slice(0, MOST_TOGETHER);
      queue = queue.slice(MOST_TOGETHER);
      // Somebody has come back, so nothing is held up; what still waits begins to wait anew.
      notHeldUp();
      if (queue.length > 0) overtakeLater();
      await send(group);
    }
    onTheWay -= 1;
    notHeldUp();
  }

  function notHeldUp(): void {
    clearTimeout(overtaking);
    overtaking = undefined;
  }

  function overtakeLater(): void {
    overtaking ??= setTimeout(() => {
      overtaking = undefined;
      if (queue.length > 0 && onTheWay < AT_ONCE) void sendWhatWaits();
    }, HELD_UP);
  }

  return (entry) =>
    new Promise((resolve) => {
      queue.push({ ...entry, resolve });
      if (onTheWay === 0) void sendWhatWaits();
      else overtakeLater();
    });
}
