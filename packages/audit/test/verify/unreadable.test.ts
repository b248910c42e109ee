/** What the machine will not read: the verifier says so, and never throws. The machine's part is played here. */

import { constants, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type * as Promises from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { verifierFrom } from '../../src/checkpoint.ts';
import { Findings } from '../../src/verdict.ts';
import { verifyBundle } from '../../src/verify.ts';
import { blocksOf, bytesOfFile, entriesOf } from '../../src/verify-files.ts';
import { bundles, caseBundle, type Files, folderOf, signer, smallLog } from './bundle.ts';

/** What fails, by its step and path, with what is thrown; how many entries every folder has, where it is not its own. */
const machine = vi.hoisted(() => ({ fails: new Map<string, unknown>(), entries: 0, closed: 0, flags: [] as unknown[], reads: 0 }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof Promises>();
  const failing = (step: string, path: string): void => {
    const asked = `${step} ${path}`;
    if (machine.fails.has(asked)) throw machine.fails.get(asked);
  };
  return {
    ...real,
    opendir: async (path: string) => {
      failing('folder', path);
      if (machine.entries === 0) return real.opendir(path);
      const entry = { name: 'x', isFile: () => true, isDirectory: () => false };
      return (function* () {
        for (let made = 0; made < machine.entries; made += 1) yield entry;
      })();
    },
    lstat: async (path: string) => {
      failing('lstat', path);
      return real.lstat(path);
    },
    open: async (path: string, flags: number) => {
      machine.flags.push(flags);
      failing('open', path);
      const handle = await real.open(path, flags);
      return {
        stat: async () => {
          failing('stat', path);
          return handle.stat();
        },
        readFile: async () => {
          failing('read', path);
          return handle.readFile();
        },
        read: async (into: Buffer, at: number, length: number, from: number) => {
          machine.reads += 1;
          failing('read', path);
          return handle.read(into, at, length, from);
        },
        close: () => {
          machine.closed += 1;
          return handle.close();
        },
      };
    },
  };
});

const denied = Object.assign(new Error('denied'), { code: 'EACCES' });

let one: Files;
let folder: string;
beforeEach(async () => {
  one = await caseBundle(smallLog(), 'c-1');
  folder = folderOf(one);
});
afterEach(() => {
  machine.fails.clear();
  Object.assign(machine, { entries: 0, closed: 0, reads: 0 });
  machine.flags.length = 0;
});
afterAll(() => rmSync(bundles, { recursive: true, force: true }));

async function told(where = folder): Promise<readonly string[]> {
  const { findings } = await verifyBundle({ folder: where, verifiers: [verifierFrom(signer.vkey)] });
  return findings.map(({ code, file, says }) => `${code} ${file}: ${says.slice(says.lastIndexOf(': ') + 2)}`);
}

const findingsOf = async (read: (findings: Findings) => Promise<unknown>): Promise<readonly string[]> => {
  const findings = new Findings('en');
  await read(findings);
  return findings.listed.map(({ code, file, says }) => `${code} ${file}: ${says.slice(says.lastIndexOf(': ') + 2)}`);
};

describe('a file that cannot be read', () => {
  for (const name of ['checkpoint', 'index.json', 'heads-proof.json', 'records.ndjson'])
    for (const step of ['lstat', 'open', 'stat', 'read'])
      it(`is named, and why: ${step} of ${name}`, async () => {
        machine.fails.set(`${step} ${join(folder, name)}`, denied);
        expect((await told())[0]).toBe(`file-malformed ${name}: it cannot be read (EACCES)`);
        // What was opened is closed again.
        const opened = machine.flags.length - (step === 'open' ? 1 : 0);
        expect(machine.closed).toBe(opened);
      });

  it('is named with whatever was thrown, where that has no code', async () => {
    for (const [thrown, said] of [
      ['a text', 'a text'],
      [new Error('no code'), 'no code'],
      [{ code: 'E' }, '[object Object]'],
      [null, 'null'],
    ] as const) {
      machine.fails.set(`open ${join(folder, 'checkpoint')}`, thrown);
      expect(await told()).toEqual([expect.stringContaining(said)]);
    }
  });

  it('is read as it is where nothing fails, and everything that was opened is closed', async () => {
    expect(await told()).toEqual([]);
    expect(machine.closed).toBe(machine.flags.length);
    expect(machine.flags.length).toBe(4);
    // Control: the handles are those of the machine played here.
    expect(machine.reads).toBeGreaterThan(0);
  });

  it('is a plain one, and stays one between two looks', async () => {
    symlinkSync('checkpoint', join(folder, 'link'));
    for (const name of ['link', '.']) {
      const read = (findings: Findings) => bytesOfFile(folder, name, 1000, findings);
      expect(await findingsOf(read)).toEqual([`file-malformed ${name}: it is no plain file`]);
      expect(await read(new Findings('en'))).toBe(null);
    }
    expect(machine.flags).toEqual([]);
    await bytesOfFile(folder, 'checkpoint', 1000, new Findings('en'));
    // A link or a pipe that took its place in the meantime is neither followed nor waited for.
    expect(machine.flags).toEqual([constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK]);
  });

  it('of whole bytes has at most so many', async () => {
    const read = (most: number) =>
      findingsOf(async (findings) => {
        const bytes = await bytesOfFile(folder, 'ten', most, findings);
        expect(bytes).toEqual(most < 10 ? null : Buffer.from('0123456789'));
      });
    writeFileSync(join(folder, 'ten'), '0123456789');
    expect(await read(10)).toEqual([]);
    expect(await read(9)).toEqual(['input-too-large ten: it has 10 bytes, of 9 allowed']);
    expect(machine.closed).toBe(2);
  });
});

describe('a folder', () => {
  it('that cannot be read is named, and why', async () => {
    machine.fails.set(`folder ${folder}`, denied);
    expect(await told()).toEqual(['file-malformed : it cannot be read (EACCES)']);
    machine.fails.set(`folder ${folder}`, Object.assign(new Error(), { code: 'ENOTDIR' }));
    expect(await told()).toEqual(['file-malformed : it is no folder']);
    machine.fails.set(`folder ${folder}`, Object.assign(new Error(), { code: 'ENOENT' }));
    expect(await told()).toEqual([expect.stringMatching(/^file-missing : /)]);
  });

  it('among several that cannot be read is named, and the others are read', async () => {
    const parent = folderOf(new Map());
    const name = '31d2a4ed1dbcc11d7efd5deb8b6cb4f23dc45b0d5c1ed0eb8cdb5d2ef7d90a8b';
    for (const each of [name, 'zzz']) folderOf(one, join(parent, each));
    machine.fails.set(`folder ${join(parent, name)}`, denied);
    const all = await told(parent);
    expect(all[0]).toBe(`file-malformed ${name}/: it cannot be read (EACCES)`);
    expect(all.slice(1)).toEqual([expect.stringMatching(/^file-unknown zzz\//)]);
  });

  it('of more than a million entries is not looked through', async () => {
    machine.entries = 1_000_001;
    const findings = new Findings('en');
    expect(await entriesOf(folder, findings)).toBe(null);
    expect(findings.listed.map(({ code, file, says }) => [code, file, says.split(': ').at(-1)])).toEqual([
      ['input-too-large', '', 'it has more than 1000000 entries'],
    ]);
    machine.entries = 1_000_000;
    expect((await entriesOf(folder, findings))?.length).toBe(1_000_000);
    expect(findings.total).toBe(1);
  });

  it('tells what lies in it by name, and of what kind it is', async () => {
    const findings = new Findings('en');
    const parent = folderOf(
      new Map([
        ['b', Buffer.alloc(0)],
        ['c', Buffer.alloc(0)],
        ['a', Buffer.alloc(0)],
      ]),
    );
    folderOf(new Map(), join(parent, 'B'));
    symlinkSync('a', join(parent, 'link'));
    expect(await entriesOf(parent, findings)).toEqual([
      { name: 'B', kind: 'folder' },
      { name: 'a', kind: 'file' },
      { name: 'b', kind: 'file' },
      { name: 'c', kind: 'file' },
      { name: 'link', kind: 'other' },
    ]);
  });
});

/** Text of each block, with how much was read. */
async function blocks(
  content: string,
  signal?: AbortSignal,
): Promise<{ readonly told: readonly string[]; readonly read: readonly object[] }> {
  writeFileSync(join(folder, 'lines'), content);
  const read: object[] = [];
  const told = await findingsOf(async (findings) => {
    for await (const { bytes, from, to, done, of } of blocksOf(folder, 'lines', findings, signal ? { signal } : {})) {
      read.push({ text: bytes.toString('latin1', from, to), done, of });
      // The byte before may be written over, and no line suffers from it.
      bytes[from - 1] = 0x21;
    }
  });
  return { told, read };
}

const MEGABYTE = 1024 * 1024;
const LONGEST = 256 * 1024;

describe('a file in blocks', () => {
  const lines = (bytes: number, length = 1000): string => `${'x'.repeat(length - 1)}\n`.repeat(Math.ceil(bytes / length));

  it('is read whole, each line in one block', async () => {
    expect(await blocks('')).toEqual({ told: [], read: [] });
    expect(await blocks('a\n')).toEqual({ told: [], read: [{ text: 'a\n', done: 2, of: 2 }] });
    const content = lines(3 * MEGABYTE);
    const { told, read } = await blocks(content);
    expect(told).toEqual([]);
    const texts = read.map((each) => ('text' in each ? String(each.text) : ''));
    expect(texts.join('')).toBe(content);
    expect(texts.every((text) => text.startsWith('x') && text.endsWith('x\n') && text.length % 1000 === 0)).toBe(true);
    expect(read.map((each) => ('done' in each ? each.done : 0))).toEqual([MEGABYTE, 2 * MEGABYTE, 3 * MEGABYTE, content.length]);
    expect(machine.closed).toBe(3);
  });

  it('may end a line with a block, begin one with it, or have no end of a line in it at all', async () => {
    for (const length of [MEGABYTE / 4, MEGABYTE / 4 + 1, MEGABYTE / 8 - 1]) {
      const content = lines(2 * MEGABYTE, length - 1);
      const { told, read } = await blocks(content);
      expect(told).toEqual([]);
      expect(read.map((each) => ('text' in each ? each.text : '')).join('') === content).toBe(true);
    }
  });

  it('has no line longer than it may be: the longest is read, at whatever place it stands', async () => {
    for (const before of [0, MEGABYTE - 5, MEGABYTE - LONGEST - 1, MEGABYTE - LONGEST, MEGABYTE - LONGEST + 1]) {
      const start = before === 0 ? '' : `${'y'.repeat(LONGEST - 9)}\n`.repeat(Math.floor((before - 1) / (LONGEST - 8)));
      const filled = before - start.length > 1 ? `${start}${'z'.repeat(before - start.length - 1)}\n` : start;
      const content = `${filled}${'x'.repeat(LONGEST)}\nlast\n`;
      const { told, read } = await blocks(content);
      expect(told).toEqual([]);
      expect(read.map((each) => ('text' in each ? each.text : '')).join('') === content).toBe(true);
    }
  });

  it('with a line that is too long is handed out up to that', async () => {
    const start = lines(MEGABYTE - LONGEST - 5, 1);
    const { told, read } = await blocks(`${start}${'x'.repeat(2 * MEGABYTE)}\nlast\n`);
    expect(told).toEqual(['input-too-large lines: the line is longer than 262144 bytes; nothing after it was read']);
    expect(read.map((each) => ('text' in each ? String(each.text).length : 0))).toEqual([start.length]);
    expect((await blocks('x'.repeat(LONGEST + 1))).read).toEqual([]);
  });

  it('without an end to its last line is handed out all the same, with a newline', async () => {
    expect(await blocks('a\nb')).toEqual({
      told: ['file-malformed lines: the last line does not end'],
      read: [
        { text: 'a\n', done: 3, of: 3 },
        { text: 'b\n', done: 3, of: 3 },
      ],
    });
    expect((await blocks('x'.repeat(LONGEST))).read).toEqual([{ text: `${'x'.repeat(LONGEST)}\n`, done: LONGEST, of: LONGEST }]);
  });

  it('stops where it is told to, with the reason, and closes the file', async () => {
    await expect(blocks('a\n', AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    expect(machine.closed).toBe(1);
    const stop = new AbortController();
    writeFileSync(join(folder, 'lines'), lines(3 * MEGABYTE));
    const read = async (): Promise<number> => {
      let count = 0;
      for await (const { done } of blocksOf(folder, 'lines', new Findings('en'), { signal: stop.signal })) {
        count += done;
        stop.abort(new Error('enough now'));
      }
      return count;
    };
    await expect(read()).rejects.toThrow('enough now');
    expect(machine.closed).toBe(2);
  });

  it('may be left in the midst, though the next block cannot be read', async () => {
    writeFileSync(join(folder, 'lines'), lines(3 * MEGABYTE));
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    for await (const { done } of blocksOf(folder, 'lines', new Findings('en'), {})) {
      expect(done).toBe(MEGABYTE);
      break;
    }
    const findings = new Findings('en');
    for await (const { done } of blocksOf(folder, 'lines', findings, {})) {
      machine.fails.set(`read ${join(folder, 'lines')}`, denied);
      expect(done).toBeLessThanOrEqual(2 * MEGABYTE);
    }
    expect(findings.listed.map(({ code, file }) => [code, file])).toEqual([['file-malformed', 'lines']]);
    machine.fails.clear();
    let first = true;
    for await (const { done } of blocksOf(folder, 'lines', new Findings('en'), {})) {
      expect(done).toBeGreaterThan(0);
      if (!first) break;
      first = false;
      machine.fails.set(`read ${join(folder, 'lines')}`, denied);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});
