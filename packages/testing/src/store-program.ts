/** Random programs for one caller of a store, and what the store answers to each step. */
import type { EventStore, FactToWrite, Head, Recorded } from '@redress/core';
import { headOf, NO_STREAM, StoreFault } from '@redress/core';
import * as fc from 'fast-check';
import type { OpenStore } from './store-contract/contract-case.ts';
import { all, fact } from './store-contract/sample.ts';

const LOG = '5b0b8a55-53a5-4a3b-8c55-0d7c8ef0a1b2';
const STREAMS = ['case', 'Case', 'vụ việc'] as const;
type Stream = (typeof STREAMS)[number];

/** Numbers that choose among what is there are taken modulo: a program stays a program while it shrinks. */
export type Step =
  /** New facts, after a head so many facts before the last (−1: one beyond it). */
  | { readonly do: 'append'; readonly stream: Stream; readonly behind: number; readonly count: number; readonly text: string }
  /** An earlier append once more, perhaps with an unknown fact at its end. */
  | { readonly do: 'resend'; readonly earlier: number; readonly more: boolean }
  /** New facts and a known one, at the right head. */
  | { readonly do: 'reuse'; readonly stream: Stream; readonly known: number }
  | { readonly do: 'read'; readonly stream: Stream; readonly from: number; readonly to: number }
  | { readonly do: 'read log'; readonly after: number; readonly limit: number }
  | { readonly do: 'open again' };

export type Program = readonly Step[];

const stream = fc.constantFrom(...STREAMS);
const small = fc.nat({ max: 9 });
/** Any code point but halves of pairs. fast-check's own unit `binary` lists them all first, a second for everybody who imports this. */
const codePoint = fc.nat({ max: 0x10ffff - 0x800 }).map((at) => String.fromCodePoint(at < 0xd800 ? at : at + 0x800));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      stream,
      behind: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: -1, max: 4 }) }),
      count: fc.integer({ min: 1, max: 4 }),
      text: fc.string({ unit: codePoint, maxLength: 12 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('resend' as const), earlier: small, more: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reuse' as const), stream, known: small }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('read' as const), stream, from: fc.integer({ min: 0, max: 9 }), to: small }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('read log' as const), after: fc.nat({ max: 20 }), limit: small }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open again' as const) }) },
);

export const programs: fc.Arbitrary<Program> = fc.array(step, { minLength: 1, maxLength: 30 });

/** One append as it was sent: the program and its models speak of the same. */
export interface Sent {
  readonly stream: string;
  readonly head: Head;
  readonly facts: readonly [FactToWrite, ...FactToWrite[]];
}

export type Played =
  | { readonly asked: 'append'; readonly sent: Sent; readonly answer: Answered }
  | { readonly asked: 'read'; readonly stream: string; readonly from: number; readonly to: number; readonly answer: readonly Recorded[] }
  | { readonly asked: 'read log'; readonly after: number; readonly limit: number; readonly answer: readonly Recorded[] };

export type Answered =
  | { readonly outcome: 'appended' | 'conflict'; readonly records: readonly Recorded[]; readonly head: Head }
  | { readonly outcome: 'repeated'; readonly records: readonly Recorded[] }
  | { readonly outcome: 'fault'; readonly code: string };

async function answerTo(store: EventStore, { stream, head, facts }: Sent): Promise<Answered> {
  try {
    const given = await store.append(stream, head, facts);
    if (given.outcome === 'conflict') return { outcome: 'conflict', records: given.missed, head: given.head };
    return given.outcome === 'repeated' ? { outcome: 'repeated', records: given.records } : given;
  } catch (error) {
    if (error instanceof StoreFault) return { outcome: 'fault', code: error.code };
    throw error;
  }
}

/** What the caller of a program has learnt so far: its next steps are made of it. */
class Caller {
  readonly sent: Sent[] = [];
  readonly known: { readonly stream: string; readonly fact: FactToWrite }[] = [];
  readonly #heads = new Map<string, Head[]>();
  #made = 0;

  headBehind(stream: string, behind: number): Head {
    const heads = this.#heads.get(stream) ?? [NO_STREAM];
    const last = heads.length - 1;
    const head = heads[Math.max(0, Math.min(last, last - behind))] ?? NO_STREAM;
    // A head beyond the last needs a leaf: an empty stream has none to lend.
    return behind < 0 && head.version > 0 ? { ...head, version: head.version + 1 } : head;
  }

  newFact(text: string): FactToWrite {
    this.#made += 1;
    return fact(`fact ${this.#made}`, { note: text, number: this.#made });
  }

  learn(sent: Sent, answer: Answered): void {
    const heads = this.#heads.get(sent.stream) ?? [NO_STREAM];
    // A head that was never there is not sent again: the stream may have come to its version meanwhile, with a leaf of its own.
    if (heads.includes(sent.head)) this.sent.push(sent);
    if (answer.outcome !== 'appended') return;
    this.#heads.set(sent.stream, [...heads, ...answer.records.map(headOf)]);
    this.known.push(...sent.facts.map((one) => ({ stream: sent.stream, fact: one })));
  }
}

function toSend(caller: Caller, asked: Step, acrossStreams: boolean): Sent | undefined {
  if (asked.do === 'append') {
    const { stream, behind, count, text } = asked;
    const rest = Array.from({ length: count - 1 }, () => caller.newFact(text));
    return { stream, head: caller.headBehind(stream, behind), facts: [...rest, caller.newFact(text)] as [FactToWrite] };
  }
  if (asked.do === 'resend') {
    const earlier = caller.sent[asked.earlier % Math.max(1, caller.sent.length)];
    return earlier && asked.more ? { ...earlier, facts: [...earlier.facts, caller.newFact('more')] } : earlier;
  }
  if (asked.do !== 'reuse') return undefined;
  const usable = acrossStreams ? caller.known : caller.known.filter(({ stream }) => stream === asked.stream);
  const known = usable[asked.known % Math.max(1, usable.length)];
  return known && { stream: asked.stream, head: caller.headBehind(asked.stream, 0), facts: [caller.newFact('before'), known.fact] };
}

const instant = (step: number): string => new Date(Date.UTC(2026, 2, 2, 8) + step * 1000).toISOString();

/** Plays a program on a new store, and gives what was asked and answered. The same program asks every right store the same. */
export async function play(given: OpenStore, program: Program): Promise<Played[]> {
  let now = instant(0);
  const settings = { log: LOG, now: () => now };
  const opened = [await given.open(settings)];
  const caller = new Caller();
  const played: Played[] = [];

  async function one(store: EventStore, asked: Step): Promise<void> {
    const sent = toSend(caller, asked, !given.limits.includes('ids-per-stream'));
    if (sent) {
      const answer = await answerTo(store, sent);
      caller.learn(sent, answer);
      played.push({ asked: 'append', sent, answer });
    } else if (asked.do === 'read') {
      const { stream, from, to } = asked;
      played.push({ asked: 'read', stream, from, to, answer: await all(store.read(stream, { from, to })) });
    } else if (asked.do === 'read log') {
      const log = await all(store.readLog('', Number.POSITIVE_INFINITY));
      const after = Math.min(asked.after, log.length);
      const answer = await all(store.readLog(log[after - 1]?.position ?? '', asked.limit));
      played.push({ asked: 'read log', after: 0, limit: Number.POSITIVE_INFINITY, answer: log });
      played.push({ asked: 'read log', after, limit: asked.limit, answer });
    } else if (asked.do === 'open again' && given.again) opened.push(await given.again(settings));
  }

  try {
    for (const [index, asked] of program.entries()) {
      now = instant(index + 1);
      // The callers take turns among all store objects that are open.
      const store = opened[index % opened.length];
      if (store) await one(store, asked);
    }
  } finally {
    for (const store of opened) await store.close();
  }
  return played;
}
