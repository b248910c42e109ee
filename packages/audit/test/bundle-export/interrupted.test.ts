import { existsSync, readdirSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { dirname } from 'node:path';
import { type EventStore, memoryStore } from '@redress/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ExportBundle, Selection } from '../../src/index.ts';
import { houseLog } from '../house-log.ts';
import { exporting, exportsIn } from './exporting.ts';
import { noteOver, place, seal } from './sealed-store.ts';

/** Every call that changes the disk goes through here, so that a test can let one of them fail. */
const disk = vi.hoisted(() => ({ calls: 0, failsAt: 0, dead: false }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>();
  const counted =
    <Given extends readonly unknown[], Result>(call: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      disk.calls += 1;
      // A process that was killed cleans nothing up.
      if (disk.calls === disk.failsAt || (disk.dead && disk.calls > disk.failsAt)) throw new Error('no space left');
      return call(...given);
    };
  return {
    ...real,
    mkdir: counted(real.mkdir),
    appendFile: counted(real.appendFile),
    link: counted(real.link),
    rename: counted(real.rename),
    rm: counted(real.rm),
  };
});

const kinds: readonly Selection[] = [{ kind: 'log' }, { kind: 'case', case: 'long' }, { kind: 'unit', unit: 'left' }];

async function sealedLog(): Promise<EventStore> {
  const store = await houseLog(memoryStore());
  await seal(store);
  return store;
}

function failing(at: number, dead = false): void {
  Object.assign(disk, { calls: 0, failsAt: at, dead });
}

afterEach(() => failing(0));

describe('an export that is interrupted', () => {
  const each = async (dead: boolean, after: (folder: string, error: unknown) => void): Promise<void> => {
    const store = await sealedLog();
    for (const select of kinds) {
      const checkpoint = await noteOver(store);
      failing(0);
      await exporting(store, { select, checkpoint });
      const whole = disk.calls;
      expect(whole).toBeGreaterThan(5);
      for (let at = 1; at <= whole; at += 1) {
        const folder = place();
        failing(at, dead);
        const error: unknown = await exporting(store, { select, checkpoint, folder }).catch((cause: unknown) => cause);
        failing(0);
        after(folder, error);
      }
    }
  };

  it('at any write leaves nothing behind', async () => {
    let withoutLink = 0;
    await each(false, (folder, ended) => {
      if (!(ended instanceof Error)) withoutLink += 1;
      expect(readdirSync(dirname(folder))).toEqual(ended instanceof Error ? [] : ['bundle']);
    });
    // Where a verifier cannot be shared between two bundles, each has its own.
    expect(withoutLink).toBe(1);
  });

  it('at any write by a kill leaves nothing under the name of the bundle', async () => {
    await each(true, (folder, error) => {
      expect(error).toBeInstanceOf(Error);
      expect(existsSync(folder)).toBe(false);
    });
  });

  it('by a kill says at the next export what it left, and goes on once that is removed', async () => {
    const store = await sealedLog();
    const folder = place();
    failing(3, true);
    await expect(exporting(store, { folder })).rejects.toThrow('no space left');
    failing(0);
    await expect(exporting(store, { folder })).rejects.toThrow(`${folder}.part is there`);
    await files.rm(`${folder}.part`, { recursive: true });
    expect((await exporting(store, { folder })).bundles).toBe(1);
  });

  it.each<readonly [ExportBundle['select'], number]>([
    [{ kind: 'log' }, 2],
    [{ kind: 'case', case: 'long' }, 2],
  ])('by its signal, at each step of its progress, ends with the reason and leaves nothing behind (%o)', async (select, steps) => {
    const store = await sealedLog();
    const checkpoint = await noteOver(store);
    for (let stopAt = 0; stopAt < steps; stopAt += 1) {
      const folder = place();
      const stop = new AbortController();
      const told: string[] = [];
      const progress = (step: string): void => {
        if (told.push(step) > stopAt) stop.abort(new Error('that is enough'));
      };
      const before = (await exportsIn(store)).length;
      await expect(exporting(store, { select, checkpoint, folder, progress, signal: stop.signal })).rejects.toThrow('that is enough');
      expect([readdirSync(dirname(folder)), (await exportsIn(store)).length - before]).toEqual([[], told.includes('writing') ? 1 : 0]);
    }
  });
});
