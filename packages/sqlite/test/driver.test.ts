import { existsSync } from 'node:fs';
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

  test.each([
    ['20.19.0', false],
    ['24.18.9', false],
    ['24.19.0', true],
    ['25.0.0', true],
    ['26.10.0', true],
  ])('better-sqlite3 is refused on a Node whose process it would end: %s, %s', async (version, refused) => {
    const versions = Object.getOwnPropertyDescriptor(process, 'versions');
    Object.defineProperty(process, 'versions', { ...versions, value: { ...process.versions, node: version } });
    try {
      // Its module need not have been built for this Node.
      const said = await betterSqlite3().then(
        () => '',
        (error: Error) => error.message,
      );
      expect(said.includes('would end Node')).toBe(refused);
    } finally {
      Object.defineProperty(process, 'versions', versions ?? {});
    }
  });

  test('node:sqlite is used where this Node has one that reads whole text, and missing where not', async () => {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const opened = openSqlite(file('node.db'), { driver: nodeSqlite });
    if (major > 24 || (major === 24 && minor >= 18)) await (await opened).close();
    else expect((await faultOf(opened)).says).toMatch(/has no node:sqlite|does not read text as it is kept/);
  });

  test('takes a path without the white space around it, and never as a URI', async () => {
    const store = await openSqlite(file('spaces.db'));
    for (const end of ['\n', '  ']) {
      const again = await openSqlite(`${file('spaces.db')}${end}`);
      expect(again.log).toBe(store.log);
      await again.close();
    }
    await store.close();
    const here = process.cwd();
    process.chdir(file('.'));
    try {
      library.open('file:cursors.db?mode=memory').close();
      expect(existsSync('file:cursors.db?mode=memory')).toBe(true);
    } finally {
      process.chdir(here);
    }
  });
});
