/** Live updates: the log's own subscription as server-sent events, read as fast as the client takes them and no faster. */
import { type EventStore, type LogMessage, type Recorded, StoreFault } from '@redress/core';
import { factOf } from './answers.ts';
import { jsonText } from './json.ts';
import { type Place, placeAfter } from './place.ts';
import type { Host } from './route.ts';

/** Milliseconds of silence after which a comment is sent, so that nobody on the way takes the connection for dead. */
const HEARTBEAT = 15_000;
/** Milliseconds after which a stream ends and the client comes again: who asks is only known when it comes. */
const LASTS = 15 * 60_000;
/** Milliseconds that a client waits before it comes again. */
const RETRY = 2_000;
/** Milliseconds for which a client may leave untaken what it is given: then nothing waits for it any more, and it comes again. */
const PATIENCE = 30_000;
/** Facts of what has happened already that lie in memory for one client: a store hands over many more at once, of up to 256 KiB each. */
const AT_ONCE = 32;

export interface Following {
  readonly from: Place;
  /** Of the case that is followed; null where the whole log is. */
  readonly version: number | null;
  readonly wanted: (recorded: Recorded) => boolean;
  /** Asked before each batch: a right may be taken away. */
  readonly mayStill: () => Promise<boolean>;
}

/** Ends when the client goes away, the host closes, the right is gone, or the time is up; a fault is told to the host and ends it too. */
export function liveUpdates(host: Host, request: Request, following: Following): ReadableStream<Uint8Array> {
  const over = new AbortController();
  const stop = (): void => over.abort();
  request.signal.addEventListener('abort', stop);
  if (request.signal.aborted) stop();
  const forget = host.whenClosing(stop);
  const lasts = setTimeout(() => over.abort(), LASTS);
  const messages = messagesAfter(following.from.position, host.engine.store, over.signal);
  const events = new Events(host, following);
  const utf8 = new TextEncoder();
  let next: Promise<IteratorResult<LogMessage>> | null = null;
  let saying: Iterator<string> = [].values();
  let gone = false;
  let stalls: ReturnType<typeof setTimeout> | undefined;
  const end = async (): Promise<void> => {
    clearTimeout(lasts);
    clearTimeout(stalls);
    saying = [].values();
    request.signal.removeEventListener('abort', stop);
    forget();
    over.abort();
    await messages.return(undefined);
  };

  const give = (client: ReadableStreamDefaultController<Uint8Array>, text: string): void => {
    client.enqueue(utf8.encode(text));
    stalls = setTimeout(() => {
      gone = true;
      // What was given is still the client's, should it go on reading after all: its end is told behind that.
      client.close();
      void end();
    }, PATIENCE);
  };

  return new ReadableStream<Uint8Array>({
    start: (client) => give(client, `retry: ${RETRY}\n\n`),
    pull: async (client) => {
      clearTimeout(stalls);
      try {
        for (;;) {
          const said = saying.next();
          if (!said.done) return give(client, said.value);
          next ??= messages.next();
          const got = await withinHeartbeat(next);
          if (got !== 'silence') next = null;
          const more = got === 'silence' ? [':\n\n'].values() : got.done ? null : await events.of(got.value);
          // A client that goes away while it is waited for takes nothing more, and cannot be closed either.
          if (gone) return;
          if (more === null) {
            await end();
            if (!gone) client.close();
            return;
          }
          saying = more;
        }
      } catch (fault) {
        // A store that was closed is how a server stops; the client comes again elsewhere.
        if (!(fault instanceof StoreFault && fault.code === 'closed')) host.report(fault, request);
        await end();
        if (!gone) client.close();
      }
    },
    cancel: () => {
      gone = true;
      return end();
    },
  });
}

/** First what has happened already, a few facts at a time, then what comes. */
async function* messagesAfter(after: string, store: EventStore, signal: AbortSignal): AsyncGenerator<LogMessage> {
  let position = after;
  while (!signal.aborted) {
    const records: Recorded[] = [];
    for await (const recorded of store.readLog(position, AT_ONCE)) records.push(recorded);
    const last = records.at(-1);
    if (last === undefined) break;
    position = last.position;
    yield { kind: 'batch', records, position };
  }
  yield* store.subscribe(position, signal);
}

async function withinHeartbeat<Value>(next: Promise<Value>): Promise<Value | 'silence'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<'silence'>((resolve) => {
    timer = setTimeout(resolve, HEARTBEAT, 'silence');
  });
  try {
    return await Promise.race([next, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** What is said of each message of the log. */
class Events {
  readonly #host: Host;
  readonly #following: Following;
  #place: Place;
  #version: number | null;

  constructor(host: Host, following: Following) {
    this.#host = host;
    this.#following = following;
    this.#place = following.from;
    this.#version = following.version;
  }

  /** What is to be said, written one by one as the client takes it; null where no more may be said. */
  async of(message: LogMessage): Promise<Iterator<string> | null> {
    if (message.kind === 'caught-up') return [this.#caughtUp()].values();
    const facts: { readonly place: Place; readonly recorded: Recorded }[] = [];
    for (const recorded of message.records) {
      this.#place = placeAfter(this.#host.engine.store, this.#place, recorded);
      if (!this.#following.wanted(recorded)) continue;
      if (this.#version !== null) this.#version = Math.max(this.#version, recorded.record.version);
      facts.push({ place: this.#place, recorded });
    }
    if (facts.length > 0 && !(await this.#following.mayStill())) return null;
    return written(facts);
  }

  /** Its id moves a client on past facts that are not for it; the version tells whether what it shows is the newest. */
  #caughtUp(): string {
    return event('caught-up', this.#place, this.#version === null ? {} : { version: this.#version });
  }
}

function* written(facts: Iterable<{ readonly place: Place; readonly recorded: Recorded }>): Generator<string> {
  for (const { place, recorded } of facts) yield event('fact', place, factOf(recorded));
}

/** JSON holds no line ends, so it is one line of data. */
const event = (name: string, { text }: Place, data: unknown): string => `event: ${name}\nid: ${text}\ndata: ${jsonText(data)}\n\n`;
