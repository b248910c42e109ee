import { type Interrupt, type Interrupted, interruptEverywhere } from '@redress/testing';
import { describe, expect, test } from 'vitest';
import { type LoadLibrary, openSqlite } from '../src/index.ts';
import { folder, library } from './files.ts';

const file = folder();

class SimulatedError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`simulated ${code}`);
    this.code = code;
  }
}

/** SQLite, each of whose calls may fail. */
const interrupted =
  ({ before, after }: Interrupt): LoadLibrary =>
  async () => {
    const around = <Result>(call: () => Result): Result => {
      before();
      const result = call();
      after();
      return result;
    };
    const open = (path: string) => {
      const driver = library.open(path);
      const prepare = (sql: string) => {
        const statement = around(() => driver.prepare(sql));
        const run: typeof statement.run = (...values) => around(() => statement.run(...values));
        const all: typeof statement.all = (...values) => around(() => statement.all(...values));
        return { run, all };
      };
      return { exec: (sql: string) => around(() => driver.exec(sql)), prepare, close: driver.close };
    };
    return { open, codeOf: (error) => (error instanceof SimulatedError ? error.code : library.codeOf(error)) };
  };

let files = 0;
const path = (): string => file(`${files}.db`);

const sqlite: Interrupted = {
  open(interrupt) {
    files += 1;
    const bound = { before: () => interrupt.before(), after: () => interrupt.after() };
    return openSqlite(path(), { driver: interrupted(bound) });
  },
  again: () => openSqlite(path()),
  errors: {
    SQLITE_BUSY: { make: () => new SimulatedError('SQLITE_BUSY'), answerLost: false },
    SQLITE_FULL: { make: () => new SimulatedError('SQLITE_FULL'), answerLost: false },
    SQLITE_IOERR_WRITE: { make: () => new SimulatedError('SQLITE_IOERR_WRITE'), answerLost: true },
    SQLITE_IOERR_FSYNC: { make: () => new SimulatedError('SQLITE_IOERR_FSYNC'), answerLost: true },
  },
};

describe('a fault at every call of the SQLite library', () => {
  test('loses nothing, doubles nothing, and is told as a fault that does not lie about what was written', async () => {
    const { calls, runs, faults, unknown } = await interruptEverywhere(sqlite);
    expect(calls).toBeGreaterThan(30);
    expect(runs).toBe(calls * 6);
    expect(faults).toBeGreaterThan(0);
    expect(unknown).toBeGreaterThan(0);
  });

  test('is found to double an append whose caller takes new names for its second attempt', async () => {
    const careless = interruptEverywhere(sqlite, (name, attempt) => (attempt === 0 ? name : `${name} again`));
    await expect(careless).rejects.toThrow(/SQLITE_\w+ (before|after) call \d+/);
  });

  test('is found out where a fault says that nothing was written, and it was', async () => {
    const lying = { SQLITE_FULL: { make: () => new SimulatedError('SQLITE_FULL'), answerLost: true } };
    await expect(interruptEverywhere({ ...sqlite, errors: lying })).rejects.toThrow(/SQLITE_FULL after call \d+ .*Nothing was written/);
  });
});
