import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NO_STREAM, StoreFault } from '@redress/core';
import { afterAll, expect, test } from 'vitest';
import { length } from '../../../.config/lengths.ts';
import { describeIf } from '../../../.config/loud-skip.ts';
import { numbered } from '../../../.config/numbered.ts';
import { openSqlite } from '../src/index.ts';
import { tamper, wholeLog } from './files.ts';
import { type Fate, fates, momentsOf, type Random } from './power-cut.ts';

const IMAGES = length('SQLite: images of a disk after a power cut', 5000, 500_000);
/** So many come from one run of the writer: the same moment of the same run leaves the same few disks again. */
const FROM_ONE = 5000;
const CONTROLS = 400;
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));

const COMPILER = 'cc';
const witnessSource = fileURLToPath(new URL('disk-witness.c', import.meta.url));
const writer = fileURLToPath(new URL('traced-writer.ts', import.meta.url));
const succeeds = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;
const ready = process.platform === 'linux' && succeeds(COMPILER, '--version') && succeeds('getconf', 'GNU_LIBC_VERSION');

// What is synced here need not survive: in memory, where the system offers it, a sync costs nothing.
const place = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'redress-power-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

interface Trace {
  readonly path: string;
  readonly acknowledgements: string;
}

/** Lets a process write under `synchronous`, watched. What it writes has a size that depends on the run. */
function traced(synchronous: string, run = 0): Trace {
  const witness = join(place, 'witness.so');
  if (!existsSync(witness)) {
    const compiled = spawnSync(COMPILER, ['-shared', '-fPIC', '-O1', '-o', witness, witnessSource, '-ldl'], { encoding: 'utf8' });
    expect(compiled.stderr).toBe('');
  }
  const folder = join(place, synchronous);
  rmSync(folder, { recursive: true, force: true });
  rmSync(`${folder}.trace`, { force: true });
  mkdirSync(folder);
  const [path, acknowledgements] = [`${folder}.trace`, join(folder, 'acknowledgements.txt')];
  const args = ['--import', 'tsx', writer, join(folder, 'log.db'), acknowledgements, synchronous, String(run)];
  const env = { ...process.env, LD_PRELOAD: witness, WITNESS_FOLDER: folder, WITNESS_TRACE: path };
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  return { path, acknowledgements };
}

function randomFrom(start: number): Random {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Opens what was left as a host would after the power is back: undefined if all is well, else what is not. */
async function wrongWith(files: ReadonlyMap<string, Buffer>, acknowledged: readonly string[]): Promise<'lost' | 'damaged' | undefined> {
  const folder = join(place, 'image');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  const path = join(folder, 'log.db');
  try {
    const store = await openSqlite(path);
    const versions = new Map<string, number[]>();
    for (const { record } of await wholeLog(store)) versions.set(record.stream, [...(versions.get(record.stream) ?? []), record.version]);
    // The log goes on.
    await store.append('after the cut', NO_STREAM, [numbered('after the cut', 0), numbered('after the cut', 1)]);
    await store.close();
    const whole = tamper(path, (database) => database.prepare('PRAGMA integrity_check').all()[0]?.[0]);
    if (whole !== 'ok' || [...versions.values()].some((found) => found.join() !== '1,2')) return 'damaged';
    return acknowledged.every((name) => versions.has(name)) ? undefined : 'lost';
  } catch (error) {
    if (error instanceof StoreFault) return 'damaged';
    throw error;
  }
}

interface Tally {
  images: number;
  lost: number;
  damaged: number;
  readonly first: Partial<Record<'lost' | 'damaged', string>>;
}

/** Cuts the power after things that were asked of the disk, and looks at so many disks that may be left. */
async function cut({ path, acknowledgements }: Trace, images: number, run = 0): Promise<Tally> {
  // Where everything is synced, every fate leaves the same disk: no image is counted twice for that.
  const moments = [...momentsOf(path, acknowledgements)].filter(({ unsynced }) => unsynced).length;
  const each = fates(randomFrom(seed + run));
  const tally: Tally = { images: 0, lost: 0, damaged: 0, first: {} };
  let moment = 0;
  for (const { disk, acknowledged, unsynced } of momentsOf(path, acknowledgements)) {
    if (!unsynced) continue;
    moment += 1;
    // Spread evenly over the moments, whether there are more images than moments or fewer.
    for (; tally.images * moments < images * moment; tally.images += 1) {
      const fate: Fate = each[tally.images % each.length] ?? expect.fail();
      const wrong = await wrongWith(disk.after(fate), acknowledged);
      if (wrong === undefined) continue;
      tally[wrong] += 1;
      tally.first[wrong] ??= `moment ${moment} of ${moments}, ${fate.name}, ${acknowledged.length} acknowledged, seed ${seed}`;
    }
  }
  return tally;
}

describeIf(ready, 'it needs Linux with glibc, and cc', 'a power cut', () => {
  test(
    `with synchronous=FULL loses nothing that was acknowledged and damages nothing, in ${IMAGES} images of the disk`,
    async () => {
      for (let done = 0, run = 0; done < IMAGES; done += FROM_ONE, run += 1) {
        const images = Math.min(FROM_ONE, IMAGES - done);
        expect(await cut(traced('FULL', run), images, run), `run ${run}`).toEqual({ images, lost: 0, damaged: 0, first: {} });
      }
    },
    60_000 + IMAGES * 20,
  );

  // Controls: the same disk and the same writer, and the setting that the store does not allow.
  test('with synchronous=NORMAL loses acknowledged appends, and damages nothing', async () => {
    const tally = await cut(traced('NORMAL'), CONTROLS);
    expect(tally.lost).toBeGreaterThan(CONTROLS / 10);
    expect(tally).toMatchObject({ damaged: 0 });
  });

  test('with synchronous=OFF loses acknowledged appends and damages files', async () => {
    const tally = await cut(traced('OFF'), CONTROLS);
    expect(tally.lost).toBeGreaterThan(CONTROLS / 10);
    expect(tally.damaged).toBeGreaterThan(0);
  });
});
