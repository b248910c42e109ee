import { describe, expect, test } from 'vitest';
import { firstUsable } from '../src/driver.ts';
import { betterSqlite3, type LoadLibrary, nodeSqlite, openSqlite } from '../src/index.ts';
import { faultOf, folder, library } from './files.ts';

const missing =
  (why: string): LoadLibrary =>
  () =>
    Promise.reject(new Error(why));
const file = folder();

describe('the SQLite library', () => {
  test('is the first that can be used', async () => {
    expect(await firstUsable([missing('not built'), async () => library, missing('never asked')])).toBe(library);
  });

  test('that cannot be used is a fault that says why and what to install', async () => {
    const fault = await faultOf(firstUsable([missing('Could not locate the bindings file'), missing('Node has no node:sqlite')]));
    expect(fault).toMatchObject({ code: 'driver-missing', retryable: false, written: 'nothing-written' });
    expect(fault.says).toMatch(/Could not locate the bindings file; Node has no node:sqlite.*install better-sqlite3/);
  });

  test('that a host names is the only one tried', async () => {
    expect(await faultOf(openSqlite(file('a.db'), { driver: missing('not here') }))).toMatchObject({ code: 'driver-missing' });
  });

  test.each([24, 26])('better-sqlite3 is not used on Node %i, whose process it would end', async (major) => {
    const versions = Object.getOwnPropertyDescriptor(process, 'versions');
    Object.defineProperty(process, 'versions', { ...versions, value: { ...process.versions, node: `${major}.0.0` } });
    try {
      const fault = await faultOf(openSqlite(file('refused.db'), { driver: betterSqlite3 }));
      expect(fault.says).toMatch(/better-sqlite3 12 would end Node .*Nothing was opened.*name no driver/);
    } finally {
      Object.defineProperty(process, 'versions', versions ?? {});
    }
  });

  test('node:sqlite is used where this Node has it, and missing where not', async () => {
    const here = process.getBuiltinModule('node:sqlite') !== undefined;
    const opened = openSqlite(file('node.db'), { driver: nodeSqlite });
    if (!here) expect(await faultOf(opened)).toMatchObject({ code: 'driver-missing' });
    else await (await opened).close();
  });
});
