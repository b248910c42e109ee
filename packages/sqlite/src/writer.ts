/**
 * One writer per store. What waits when a commit begins goes with it, so that many callers share one disk sync. No timer is needed:
 * callers of one turn of the event loop meet in the queue, and as long as each turn brings more of them, as requests do that come in
 * one after the other, the commit waits for the next. As many as went together last are waited for as long as that commit took, so
 * that callers who were answered together come together again. Each append has its own version check, a refused one does not touch
 * its neighbours, and each is acknowledged after the one COMMIT.
 */
import {
  type Appended,
  type Conflict,
  type Encoded,
  type FactToWrite,
  type Head,
  hasRead,
  LOG_STREAM,
  lostRace,
  movedFault,
  type Recorded,
  type Repeated,
  StoreFault,
} from '@redress/core';
import type { Driver, Library } from './driver.ts';
import { faultOf, isBusy } from './faults.ts';
import type { Reader } from './reading.ts';
import { rollBack } from './schema.ts';

export interface ToAppend {
  readonly stream: string;
  readonly head: Head;
  readonly facts: readonly FactToWrite[];
  readonly encoded: Encoded;
}

export type Outcome = Appended | Repeated | Conflict;

interface Waiting extends ToAppend {
  /** `performance.now()` after which a locked file is told to the caller. */
  readonly until: number;
  resolve(outcome: Outcome): void;
  reject(fault: StoreFault): void;
}

/** Keeps one commit, and with it the event loop, short. */
const MOST_PER_COMMIT = 256;
/** In milliseconds, a few times what a disk sync takes: what the first of a commit waits for the others at the longest. */
const LONGEST_GATHERING = 5;

const INSERT = `INSERT INTO fact (position, stream, version, id, record)
  VALUES ((SELECT coalesce(max(position) + 1, 0) FROM fact), ?, ?, ?, ?)`;
const AT = 'SELECT record FROM fact WHERE stream = ? AND version = ?';
const VERSION = 'SELECT max(version) FROM fact WHERE stream = ?';

/** Puts records after the last of the log; inside a transaction that the caller has begun. */
export function inserter(driver: Driver): (records: readonly Recorded[]) => void {
  const insert = driver.prepare(INSERT);
  return (records) => {
    for (const { text, record } of records) insert.run(record.stream, record.version, record.id, text);
  };
}

export interface Writer {
  append(entry: ToAppend): Promise<Outcome>;
  /** Resolves once nothing waits any more. */
  idle(): Promise<void>;
}

export interface WriterParts {
  readonly library: Library;
  readonly driver: Driver;
  readonly reader: Reader;
  /** Milliseconds for which a locked file is waited for. */
  readonly patience: number;
  /** Called after each commit that added facts. */
  wrote(): void;
}

/** How each append of one transaction is answered. */
type Judge = (entry: ToAppend) => Outcome | StoreFault;

/** A judge for each transaction, which the caller has begun. */
function judges({ library, driver, reader }: WriterParts): () => Judge {
  const savepoint = driver.prepare('SAVEPOINT one');
  const release = driver.prepare('RELEASE one');
  const versionOf = driver.prepare(VERSION);
  const recordAt = driver.prepare(AT);
  const moved = driver.prepare('SELECT 1 FROM fact WHERE stream = ? LIMIT 1');
  const known = driver.prepare('SELECT stream, version FROM fact WHERE id = ?');
  const insert = inserter(driver);

  function lost({ stream, head, facts }: ToAppend, version: number): Outcome {
    const missed = reader.stream(stream, head.version + 1, version);
    return lostRace(facts, missed, missed.at(-1) ?? reader.stream(stream, version, version)[0]);
  }

  /** Why an insert was refused: the id is known, or the file does not add up any more. */
  function refusal({ encoded, stream }: ToAppend, cause: unknown): StoreFault {
    for (const { record } of encoded.records) {
      const place = known.all(record.id)[0];
      if (!place) continue;
      const says = `The fact ${record.id} lies at version ${place[1]} of stream ${JSON.stringify(place[0])}. Nothing was written. Use a new command id.`;
      return new StoreFault('id-elsewhere', says, { cause });
    }
    const says = `The facts of stream ${JSON.stringify(stream)} do not follow each other. Nothing was written. Restore a backup.`;
    return new StoreFault('history-damaged', says, { cause });
  }

  const isMoved = (): boolean => moved.all(LOG_STREAM).length > 0;
  /** Whether the record at the head's version is the one that was read. */
  function leadsOn({ stream, head }: ToAppend): boolean {
    if (head.version === 0) return true;
    const last = recordAt.all(stream, head.version)[0];
    return hasRead(head, last && String(last[0]));
  }
  const versionIn = (stream: string): number => Number(versionOf.all(stream)[0]?.[0] ?? 0);

  /** A log that has moved takes nothing more; what it was sent before, it still knows. */
  function write(entry: ToAppend, open: boolean): Outcome | StoreFault {
    if (open) return inserted(entry);
    const version = versionIn(entry.stream);
    return version === entry.head.version && leadsOn(entry) ? movedFault() : lost(entry, version);
  }

  /** The trigger on versions is the check that nobody was faster: asking beforehand would look the same place up once more. */
  function inserted(entry: ToAppend): Outcome | StoreFault {
    if (!leadsOn(entry)) return lost(entry, versionIn(entry.stream));
    // One statement undoes itself where it fails; several need a place to go back to.
    const several = entry.encoded.records.length > 1;
    if (several) savepoint.run();
    try {
      insert(entry.encoded.records);
    } catch (error) {
      if (!library.codeOf(error)?.startsWith('SQLITE_CONSTRAINT')) throw error;
      if (several) driver.exec('ROLLBACK TO one; RELEASE one');
      const version = versionIn(entry.stream);
      return version === entry.head.version ? refusal(entry, error) : lost(entry, version);
    }
    if (several) release.run();
    const { records, head } = entry.encoded;
    return { outcome: 'appended', records, head };
  }

  /** Writes, for one transaction: what has moved is looked up once, and again after a fact that the log says of itself. */
  function unlessMoved(): Judge {
    let open = !isMoved();
    return (entry) => {
      const outcome = write(entry, open);
      if (entry.stream === LOG_STREAM) open = !isMoved();
      return outcome;
    };
  }

  return unlessMoved;
}

export function writer(parts: WriterParts): Writer {
  const { library, driver, patience, wrote } = parts;
  const begin = driver.prepare('BEGIN IMMEDIATE');
  const commit = driver.prepare('COMMIT');
  const newJudge = judges(parts);
  let waiting: Waiting[] = [];
  let scheduled = false;
  let resting: (() => void)[] = [];
  /** The last commit; in milliseconds. */
  let last = { callers: 0, took: 0 };

  function commitAll(group: readonly Waiting[]): (Outcome | StoreFault)[] {
    try {
      // Inside, because a BEGIN may fail after it began: a transaction left open would refuse every later one.
      begin.run();
      const answers = group.map(newJudge());
      commit.run();
      return answers;
    } catch (error) {
      rollBack(driver);
      throw error;
    }
  }

  function answer(group: readonly Waiting[], answers: readonly (Outcome | StoreFault)[]): void {
    group.forEach((entry, index) => {
      const given = answers[index];
      if (given instanceof StoreFault) entry.reject(given);
      else if (given) entry.resolve(given);
    });
    if (answers.some((given) => given && !(given instanceof StoreFault) && given.outcome === 'appended')) wrote();
  }

  function tryGroup(group: readonly Waiting[]): void {
    let answers: (Outcome | StoreFault)[];
    try {
      answers = commitAll(group);
    } catch (error) {
      failed(group, faultOf(library, error));
      return;
    }
    answer(group, answers);
  }

  /** A locked file: again later. Anything else: one by one, so that only the one at fault fails; its ids keep that safe. */
  function failed(group: readonly Waiting[], fault: StoreFault): void {
    if (isBusy(fault)) {
      const now = performance.now();
      for (const entry of group) if (entry.until <= now) entry.reject(fault);
      waiting = [...group.filter((entry) => entry.until > now), ...waiting];
    } else if (group.length > 1) {
      for (const entry of group) tryGroup([entry]);
    } else {
      group[0]?.reject(fault);
    }
  }

  function flush(): void {
    const group = waiting.slice(0, MOST_PER_COMMIT);
    waiting = waiting.slice(MOST_PER_COMMIT);
    const before = waiting.length;
    const start = performance.now();
    tryGroup(group);
    last = { callers: group.length, took: performance.now() - start };
    scheduled = false;
    if (waiting.length > before) scheduleLater();
    else if (waiting.length > 0) schedule();
    else rest();
  }

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    const now = performance.now();
    gather(0, now + last.took, now + LONGEST_GATHERING);
  }

  /** Goes on while turns bring more, and while some of those who went together last are still worth waiting for. */
  function gather(before: number, patience: number, end: number): void {
    setImmediate(() => {
      const now = performance.now();
      const more = waiting.length > before;
      const worthIt = more || (waiting.length < last.callers && now < patience);
      if (worthIt && waiting.length < MOST_PER_COMMIT && now < end) gather(waiting.length, more ? now + last.took : patience, end);
      else flush();
    });
  }

  /** With jitter, so that rival processes do not come back in step. */
  function scheduleLater(): void {
    scheduled = true;
    setTimeout(flush, 2 + Math.random() * 28);
  }

  function rest(): void {
    for (const resolve of resting) resolve();
    resting = [];
  }

  return {
    append: ({ stream, head, facts, encoded }) =>
      new Promise((resolve, reject) => {
        waiting.push({ stream, head, facts, encoded, until: performance.now() + patience, resolve, reject });
        schedule();
      }),
    idle: () => (waiting.length === 0 && !scheduled ? Promise.resolve() : new Promise((resolve) => resting.push(resolve))),
  };
}
