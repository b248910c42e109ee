/** The demonstration ends by offering the desk; and on its data every page is fit for everybody, in both languages and widths. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { type Opened, openDesk } from '../main.ts';
import type { Post } from '../people.ts';
import { browse, chromiumIsHere, newPage, noChromium } from './browser.ts';
import { Seat } from './seat.ts';

const folder = mkdtempSync(join(tmpdir(), 'desk-demo-'));
const file = join(folder, 'demo.db');
const program = fileURLToPath(new URL('../demo.ts', import.meta.url));

/** Runs the demonstration with nobody at a terminal. */
const demonstrated = (...words: string[]): Promise<{ readonly code: number | null; readonly said: string }> =>
  new Promise((resolve, reject) => {
    const running = spawn(process.execPath, ['--import', 'tsx', program, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    running.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    running.on('error', reject).on('close', (code) => resolve({ code, said }));
  });

let first: Awaited<ReturnType<typeof demonstrated>>;
beforeAll(async () => {
  first = await demonstrated('--db', file);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the demonstration, without a terminal', () => {
  it('ends with 0 and the command that opens the desk on what it has written', () => {
    expect(first.code).toBe(0);
    expect(first.said).toContain(`npx -y pnpm@10.34.9 desk --db ${file} --today 2026-11-20`);
    // The day that the desk is opened on is the one that the demonstration took place on.
    expect(first.said).toContain('On 2026-11-20 they stand as follows.');
    expect(existsSync(file)).toBe(true);
  });

  it('offers nothing where it failed: the file is there already', async () => {
    const again = await demonstrated('--db', file);
    expect(again.code).not.toBe(0);
    expect(again.said).not.toContain('desk --db');
  });
});

/** Whoever sees a page, and the page. Cases are those of the sample that are overdue, of two levels, in dispute, and a petition. */
const pages: readonly (readonly [Post, readonly string[]])[] = [
  ['superior', ['/', '/unit?sort=-opened', '/offers', '/cases/KN-0333', '/cases/KN-0255', '/cases/KN-0361']],
  ['superior', ['/cases/KN-0333/do/HoldDialogue', '/cases/KN-0333/do/RecordArrival', '/nothing']],
  ['officer', ['/', '/intake', '/offers']],
  ['inspector', ['/overdue', '/cases', '/cases?page=2', '/cases/DT-016']],
  ['auditor', ['/audit?replay=all', '/audit/KN-0255?on=2025-08-01', '/cases/DT-016']],
];

describeIf(chromiumIsHere, noChromium, 'every page on the demonstration’s cases', () => {
  let browser: Browser;
  let desk: Opened;
  beforeAll(async () => {
    [browser, desk] = [await browse(), await openDesk(file, { today: '2026-11-20' })];
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  it.each([
    ['vi', 'desk'],
    ['vi', 'phone'],
    ['en', 'desk'],
    ['en', 'phone'],
  ] as const)('has no barrier and is no wider than the screen: %s, %s', { timeout: 180_000 }, async (language, width) => {
    const page = await newPage(browser, width);
    const seat = await Seat.take(page, desk.address, language);
    await seat.expectFitForAll();
    for (const [post, paths] of pages) {
      await seat.sit(post);
      for (const path of paths) {
        await page.goto(desk.address + path);
        // What is folded away is looked at as well.
        await page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true; })');
        await seat.expectFitForAll();
        expect(await page.getAttribute('html', 'lang')).toBe(language);
      }
    }
    await page.context().close();
  });
});
