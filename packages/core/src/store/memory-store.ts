/** The reference: what every store promises, but for durability, in its shortest form. */
import type { EventStore, Recorded } from './event-store.ts';
import { StoreFault } from './event-store.ts';
import { intake, notEmpty } from './intake.ts';
import { movedFault } from './moved.ts';
import { LOG_STREAM } from './own-streams.ts';
import { checkedLimit, countThrough, positionOf } from './position.ts';
import { encodeRecords, hasRead, logId, lostRace, readRecord } from './record.ts';

export interface MemoryStoreOptions {
  /** UUID of the log; a random one by default. */
  readonly log?: string;
  /** The writer's clock, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  readonly now?: () => string;
}

const BATCH = 256;

/** A log that lives as long as the process. It keeps texts and parses them at each read, so that no reader can change a fact. */
export function memoryStore(options: MemoryStoreOptions = {}): EventStore {
  const log = logId(options.log);
  const now = options.now ?? (() => new Date().toISOString());
  const texts: string[] = [];
  const ids = new Set<string>();
  const streams = new Map<string, number[]>();
  const waiting = new Set<() => void>();
  let closed = false;

  const open = (): void => {
    if (closed) throw new StoreFault('closed', 'The store is closed. Nothing was done. Open it again.');
  };
  const wake = (): void => {
    for (const go of waiting) go();
  };
  const at = (index: number, position = ''): Recorded => readRecord(position, texts[index] ?? '');
  const streamFrom = (stream: string, version: number): Recorded[] => (streams.get(stream) ?? []).slice(version).map((index) => at(index));

  function push(records: readonly Recorded[]): void {
    for (const { text, record } of records) {
      const places = streams.get(record.stream) ?? [];
      streams.set(record.stream, places);
      places.push(texts.push(text) - 1);
      ids.add(record.id);
    }
    wake();
  }

  function checkIds(records: readonly Recorded[]): void {
    const known = records.find(({ record }) => ids.has(record.id));
    if (known)
      throw new StoreFault(
        'id-elsewhere',
        `The fact ${known.record.id} lies at another place of this log. Nothing was written. Use a new command id.`,
      );
  }

  /** Ends at an append, at the abort or at the close, whichever comes first. */
  const news = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const go = (): void => {
        waiting.delete(go);
        signal.removeEventListener('abort', go);
        resolve();
      };
      waiting.add(go);
      signal.addEventListener('abort', go);
    });

  return {
    log,
    async *read(stream, { from = 1, to = Number.POSITIVE_INFINITY } = {}) {
      for (let version = Math.max(1, from); version <= to; version += 1) {
        open();
        const index = streams.get(stream)?.[version - 1];
        if (index === undefined) return;
        yield at(index);
      }
    },
    async append(stream, head, facts) {
      open();
      const encoded = encodeRecords({ log, stream, head, facts, at: now() });
      const version = streams.get(stream)?.length ?? 0;
      const last = streams.get(stream)?.at(-1);
      if (version !== head.version || !hasRead(head, last === undefined ? undefined : texts[last]))
        return lostRace(facts, streamFrom(stream, head.version), last === undefined ? undefined : at(last));
      if (streams.has(LOG_STREAM)) throw movedFault();
      checkIds(encoded.records);
      push(encoded.records);
      return { outcome: 'appended', ...encoded };
    },
    async *readLog(after, limit) {
      const first = countThrough(after);
      const end = first + checkedLimit(limit);
      for (let index = first; index < end; index += 1) {
        open();
        if (index >= texts.length) return;
        yield at(index, positionOf(index));
      }
    },
    async *subscribe(after, signal) {
      let next = countThrough(after);
      let position = after;
      let caughtUp = false;
      while (!signal.aborted) {
        open();
        if (next < texts.length) {
          const records = texts.slice(next, next + BATCH).map((text, index) => readRecord(positionOf(next + index), text));
          next += records.length;
          position = positionOf(next - 1);
          caughtUp = false;
          yield { kind: 'batch', records, position };
        } else if (caughtUp) {
          await news(signal);
        } else {
          caughtUp = true;
          yield { kind: 'caught-up', position };
        }
      }
    },
    async ingest(records) {
      open();
      const check = intake(log);
      const taken: Recorded[] = [];
      for await (const recorded of records) taken.push(check(recorded));
      open();
      if (texts.length > 0) throw notEmpty();
      if (new Set(taken.map(({ record }) => record.id)).size < taken.length)
        throw new StoreFault('history-damaged', 'One fact id is there twice. Nothing was taken in.');
      push(taken);
    },
    async close() {
      closed = true;
      wake();
    },
  };
}
