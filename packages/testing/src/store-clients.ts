/** Clients that use a few streams at once, and the history of what each of them saw. */
import assert from 'node:assert/strict';
import type { EventStore, Head, Recorded } from '@redress/core';
import { headOf, NO_STREAM, StoreFault } from '@redress/core';
import { type Chance, chance } from './histories-chance.ts';
import { all, type Facts, fact } from './store-contract/sample.ts';
import { type Asked, type Operation, type Saw, violation } from './store-linear.ts';

const CLIENTS = 8;
const CALLS = 6;
const STREAMS = 2;

/** One look at the log: what was seen, and which facts had been acknowledged before. */
interface Look {
  readonly seen: readonly Recorded[];
  readonly acknowledged: readonly string[];
}

/** Everything that was seen of the log while clients were at it. */
export interface History {
  readonly operations: readonly Operation[];
  readonly looks: readonly Look[];
  /** The log at the end, from where the history began. */
  readonly log: readonly Recorded[];
}

const idsOf = (records: readonly Recorded[]): string[] => records.map(({ record }) => record.id);
const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

interface Send {
  readonly head: Head;
  readonly facts: Facts;
}

/** What one client does next, and what it remembers for that. */
class Client {
  readonly #number: number;
  readonly #name: string;
  readonly #chance: Chance;
  readonly #heads = new Map<string, Head>();
  readonly #sent = new Map<string, Send>();
  #made = 0;

  constructor(number: number, name: string, random: Chance) {
    this.#number = number;
    this.#name = name;
    this.#chance = random;
  }

  #newFact() {
    this.#made += 1;
    return fact(`${this.#name}, client ${this.#number}, fact ${this.#made}`);
  }

  #toSend(stream: string, again: boolean): Send {
    const before = again ? this.#sent.get(stream) : undefined;
    const facts: Facts = this.#chance.below(3) === 0 ? [this.#newFact(), this.#newFact()] : [this.#newFact()];
    const send = before ?? { head: this.#heads.get(stream) ?? NO_STREAM, facts };
    this.#sent.set(stream, send);
    return send;
  }

  async #append(store: EventStore, stream: string, { head, facts }: Send): Promise<Saw | undefined> {
    try {
      const given = await store.append(stream, head, facts);
      if (given.outcome === 'repeated') return { outcome: 'repeated' };
      this.#heads.set(stream, given.head);
      return given.outcome === 'appended'
        ? { outcome: 'appended', version: given.head.version }
        : { outcome: 'conflict', version: given.head.version, missed: idsOf(given.missed) };
    } catch (error) {
      if (error instanceof StoreFault && error.written === 'unknown') return undefined;
      throw error;
    }
  }

  async #read(store: EventStore, stream: string): Promise<Saw> {
    const records = await all(store.read(stream));
    this.#heads.set(stream, headOf(records.at(-1)));
    return { outcome: 'read', ids: idsOf(records) };
  }

  /** One call: what is asked, and the answer to come. Which call it is, chance says. */
  call(store: EventStore, stream: string): { readonly asked: Asked; answer(): Promise<Saw | undefined> } {
    const kind = this.#chance.below(10);
    if (kind < 3) return { asked: { readFrom: 1 }, answer: () => this.#read(store, stream) };
    const send = this.#toSend(stream, kind < 5);
    const asked = { append: send.facts.map(({ id }) => id), after: send.head.version };
    return { asked, answer: () => this.#append(store, stream, send) };
  }
}

export interface Begin {
  /** Keeps the histories of one log apart. */
  readonly name: string;
  readonly seed: number;
  /** Position of the last fact before the history. */
  readonly start: string;
}

/** Lets eight clients loose on the stores, which are of one log, and gives what they saw. */
export async function historyOf(stores: readonly EventStore[], { name, seed, start }: Begin): Promise<History> {
  const random = chance(seed);
  const operations: Operation[] = [];
  const looks: Look[] = [];
  const acknowledged: string[] = [];
  let tick = 0;
  let busy = CLIENTS;
  const storeOf = (number: number): EventStore => stores[number % stores.length] ?? assert.fail('no store was given');
  const log = (store: EventStore): Promise<Recorded[]> => all(store.readLog(start, Number.POSITIVE_INFINITY));

  async function use(number: number): Promise<void> {
    const client = new Client(number, name, random);
    for (let call = 0; call < CALLS; call += 1) {
      await turns(random.below(3));
      const stream = `${name}, stream ${random.below(STREAMS)}`;
      const { asked, answer } = client.call(storeOf(number), stream);
      const called = tick++;
      const answered = await answer();
      const returned = answered === undefined ? Number.POSITIVE_INFINITY : tick++;
      if (answered?.outcome === 'appended' && 'append' in asked) acknowledged.push(...asked.append);
      operations.push({ client: number, stream, called, returned, asked, answered });
    }
    busy -= 1;
  }

  async function look(): Promise<void> {
    while (busy > 0) {
      const before = [...acknowledged];
      looks.push({ seen: await log(storeOf(looks.length)), acknowledged: before });
      await turns(2);
    }
  }

  await Promise.all([...Array.from({ length: CLIENTS }, (_, number) => use(number)), look()]);
  return { operations, looks, log: await log(storeOf(0)) };
}

/** A fact in the log before one that had been acknowledged when it was asked for; or undefined. */
function againstTime({ operations, log }: History): string | undefined {
  const called = new Map<string, number>();
  const returned = new Map<string, number>();
  for (const { asked, answered, ...times } of operations) {
    if (!('append' in asked)) continue;
    for (const id of asked.append) {
      called.set(id, Math.min(times.called, called.get(id) ?? times.called));
      if (answered?.outcome === 'appended' || answered?.outcome === 'repeated') {
        returned.set(id, Math.min(times.returned, returned.get(id) ?? times.returned));
      }
    }
  }
  let latest = -1;
  for (const id of idsOf(log)) {
    if ((returned.get(id) ?? Number.POSITIVE_INFINITY) < latest) return `the log has the fact ${id} behind one that was begun later`;
    latest = Math.max(latest, called.get(id) ?? -1);
  }
  return undefined;
}

/** What cannot have happened in a right store, told; or undefined. */
export function wrongIn(history: History): string | undefined {
  const log = idsOf(history.log);
  for (const { seen, acknowledged } of history.looks) {
    const ids = idsOf(seen);
    if (ids.some((id, index) => log[index] !== id)) return 'a reader of the log saw a fact before others that came to lie before it';
    const lacking = acknowledged.find((id) => !ids.includes(id));
    if (lacking !== undefined) return `a reader of the log did not see the fact ${lacking}, which had been acknowledged`;
  }
  return againstTime(history) ?? violation(history.operations);
}
