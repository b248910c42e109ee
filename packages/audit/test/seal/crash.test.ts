import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, memoryStore, SEALS_STREAM } from '@redress/core';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { length } from '../../../../.config/lengths.ts';
import type { PublishedNote, Signer } from '../../src/index.ts';
import { type Board, board, cases, expectSealed, folder, LOG, seal, sealsIn, signer, wholeLog, write } from './sealing.ts';

/** Counts the steps of a sealer and ends it at one of them: whatever it asks for after that, it is dead. */
const death = vi.hoisted(() => {
  let left = Number.POSITIVE_INFINITY;
  return {
    at(steps: number): void {
      left = steps;
    },
    step(): void {
      left -= 1;
      if (left < 0) throw new Error('killed');
    },
    get came(): boolean {
      return left < 0;
    },
  };
});

/** Every change to a file is a step, and a file that is written may be torn by it. */
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const stepping =
    <Args extends unknown[], Result>(does: (...args: Args) => Result) =>
    (...args: Args): Result => {
      death.step();
      return does(...args);
    };
  const torn: typeof real.writeFileSync = (file, data, options) => {
    try {
      death.step();
    } catch (error) {
      const bytes = Buffer.from(typeof data === 'string' ? data : new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
      real.writeFileSync(file, bytes.subarray(0, bytes.length >> 1));
      throw error;
    }
    real.writeFileSync(file, data, options);
  };
  const [renameSync, rmSync_, writeSync] = [stepping(real.renameSync), stepping(real.rmSync), stepping(real.writeSync as () => number)];
  return { ...real, writeFileSync: torn, renameSync, rmSync: rmSync_, writeSync };
});

const at = folder();
const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };

/** Before a port is asked, and after it has answered. */
async function around<Result>(ask: () => Result | Promise<Result>): Promise<Result> {
  death.step();
  const answer = await ask();
  death.step();
  return answer;
}

const mortalStore = (store: EventStore): EventStore => ({
  ...store,
  append: (...given) => around(() => store.append(...given)),
  async *readLog(after, limit) {
    death.step();
    yield* store.readLog(after, limit);
    death.step();
  },
  async *subscribe(after, signal) {
    for await (const message of store.subscribe(after, signal)) {
      death.step();
      yield message;
    }
  },
});

const mortalBoard = (published: Board): PublishedNote => ({
  read: () => around(() => published.read()),
  publish: (note) => around(() => published.publish(note)),
});

const mortalSigner: Signer = { ...signer, sign: (text) => around(() => signer.sign(text)) };

interface Office {
  readonly store: EventStore;
  readonly published: Board;
  readonly folder: string;
}

/** Seals until the step at which it dies; whether it came to that. */
async function sealUntil(step: number, { store, published, folder: of }: Office): Promise<boolean> {
  death.at(step);
  try {
    await seal({
      store: mortalStore(store),
      published: mortalBoard(published),
      folder: of,
      signer: mortalSigner,
      first: published.notes.length === 0,
    });
    return false;
  } catch (error) {
    if (!death.came) throw error;
    return true;
  } finally {
    death.at(Number.POSITIVE_INFINITY);
  }
}

const sealAgain = (office: Office) => seal({ ...office, first: office.published.notes.length === 0 });

describe('a sealer that dies', () => {
  it.each(['at its first seal', 'at a later seal'])(
    '%s, at whatever step, goes on when it is started again, and seals once',
    async (when) => {
      let steps = 0;
      for (let died = true; died; steps += 1) {
        const store = memoryStore({ log: LOG });
        const office = { store, published: board(), folder: at(`${when}-${steps}`) };
        await write(store, ...cases(1, 255));
        if (when === 'at a later seal') {
          await sealAgain(office);
          await write(store, ...cases(200, 300));
        }
        const before = sealsIn(await wholeLog(store)).length;
        died = await sealUntil(steps, office);
        const wrote = sealsIn(await wholeLog(store)).length - before;
        const done = await sealAgain(office);
        expect(done.outcome, `step ${steps}`).toMatch(died ? /^(?:sealed|signed|nothing-new)$/ : /^nothing-new$/);
        // The seal that it had written is the one that is signed.
        expect(sealsIn(await wholeLog(store)).length - before, `step ${steps}`).toBe(1);
        if (wrote === 1) expect(done.outcome).not.toBe('sealed');
        expect(await sealAgain(office)).toMatchObject({ outcome: 'nothing-new', size: done.size });
        await expectSealed(store, office.published);
      }
      // The control: there were steps to die at, before and after the seal.
      expect(steps).toBeGreaterThan(20);
    },
  );

  it('again and again, while the log grows and its folder is lost or torn, never signs what is not so', async () => {
    const step = fc.oneof(
      fc.record({ does: fc.constant('dies'), step: fc.nat({ max: 40 }) }),
      fc.record({ does: fc.constant('writes'), step: fc.nat({ max: 40 }) }),
      fc.record({ does: fc.constant('loses a file'), step: fc.nat({ max: 40 }) }),
      fc.record({ does: fc.constant('tears a file'), step: fc.nat({ max: 40 }) }),
      fc.record({ does: fc.constant('seals'), step: fc.constant(0) }),
    );
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const store = memoryStore({ log: LOG });
        const office = { store, published: board(), folder: at(`random-${++runs}`) };
        for (const [index, { does, step }] of steps.entries()) {
          if (does === 'writes') await write(store, ...cases(index, index + step * 4));
          else if (does === 'dies') await sealUntil(step, office);
          else if (does === 'seals') await sealAgain(office);
          else damage(office.folder, step, does === 'loses a file' ? 'lost' : 'half');
        }
        const done = await sealAgain(office);
        expect(await sealAgain(office)).toMatchObject({ outcome: 'nothing-new', size: done.size });
        await expectSealed(store, office.published);
      }),
      { ...seed, numRuns: length('lives of a sealer', 40, 4_000) },
    );
  });
});

const files = (of: string): string[] =>
  existsSync(of)
    ? readdirSync(of, { recursive: true, encoding: 'utf8' })
        .map((name) => join(of, name))
        .filter((path) => statSync(path).isFile())
        .sort()
    : [];

type Damage = 'lost' | 'half' | 'empty' | 'longer' | 'one bit';

function damage(of: string, which: number, how: Damage): void {
  const all = files(of);
  const path = all[which % all.length];
  if (path === undefined) return;
  const bytes = readFileSync(path);
  if (how === 'lost') rmSync(path);
  else if (how === 'longer') writeFileSync(path, Buffer.concat([bytes, bytes]));
  else if (how === 'one bit') {
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  } else truncateSync(path, how === 'half' ? bytes.length >> 1 : 0);
}

describe('the folder of a sealer', () => {
  it.each<Damage>(['lost', 'half', 'empty', 'longer', 'one bit'])('with any of its files %s is made again from the log', async (how) => {
    const store = memoryStore({ log: LOG });
    const [kept, published] = [at(`kept-${how}`), board()];
    await write(store, ...cases(1, 520));
    await seal({ store, published, folder: kept, first: true });
    await write(store, ...cases(500, 530));
    const all = files(kept);
    expect(all.length).toBeGreaterThan(7);
    const found: boolean[] = [];
    for (const which of all.keys()) {
      const office = { store, published: board(...published.notes), folder: at(`${how}-${which}`) };
      cpSync(kept, office.folder, { recursive: true });
      damage(office.folder, which, how);
      const done = await sealAgain(office);
      found.push(done.remade);
      expect(done.size > 521n, `${how} ${all[which]}`).toBe(true);
      await expectSealed(store, office.published);
    }
    // The control: damage was there to be found.
    expect(found).toContain(true);
    expect((await wholeLog(store)).filter(({ record }) => record.stream === SEALS_STREAM).length).toBeGreaterThan(1);
  });
});
