/** A browser before a desk of its own, with people who sit at it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sampleOrganisation, vietnam } from '@redress/vietnam';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { unitSaid } from '../forms/choices.ts';
import type { Post } from '../people.ts';
import { type Language, Tongue } from '../texts/tongue.ts';
import { type Opened, opened } from './client.ts';
import { Seat } from './seat.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
export const chromiumIsHere = existsSync(executablePath);
export const noChromium = 'there is no Chromium on this machine: apt-get install chromium';
/** The day it is at the desks of the tests. */
const TODAY = '2026-11-20';

export const browse = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    // Root and most containers need the first; the others keep the browser from calling home.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      // The parts of a day stand in the order of this language, whatever the machine's is.
      '--lang=en-US',
    ],
  });

/** In pixels. */
const WIDTHS = { desk: 1280, phone: 375, small: 320 } as const;
const HEIGHT = 900;
type Width = keyof typeof WIDTHS;

/** A page that shares nothing with any other. */
export async function newPage(browser: Browser, width: Width = 'desk'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: WIDTHS[width], height: HEIGHT }, bypassCSP: true });
  await context.addInitScript({ path: fileURLToPath(new URL('eyes.js', import.meta.url)) });
  return context.newPage();
}

/** One page for all tests of a group, in a browser that ends with them. */
export function givenPage(take: (page: Page) => void): void {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await browse();
    take(await newPage(browser));
  });
  afterAll(() => browser?.close());
}

/** What stands before a test: a desk, and somebody who has come to it. */
export interface Place extends Pick<Opened, 'store' | 'facts' | 'client'> {
  readonly seat: Seat;
  /** For what a person has no keys for: a network that fails, a clock that runs, a page that is broken on purpose. */
  readonly page: Page;
  /** How the desk speaks to them. */
  readonly tongue: Tongue;
  /** Somebody else, in a browser of his own. */
  beside(post: Post): Promise<Seat>;
}

const organisation = sampleOrganisation();
const tongueOf = (language: Language): Tongue => new Tongue(language, (id) => unitSaid(organisation, id, TODAY), vietnam.timeZone);

/** An empty desk, which is gone again when the test is over. The page knows nothing of any desk before it. */
export async function at(page: Page, width: Width, language: Language, go: (place: Place) => Promise<void>): Promise<void> {
  const { app, store, facts, client, close } = await opened();
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const others: Page[] = [];
  const beside = async (post: Post): Promise<Seat> => {
    const other = await newPage(browserOf(page), width);
    others.push(other);
    const seat = await Seat.take(other, address, language);
    await seat.sit(post);
    return seat;
  };
  try {
    await page.context().clearCookies();
    await page.setViewportSize({ width: WIDTHS[width], height: HEIGHT });
    const seat = await Seat.take(page, address, language);
    await go({ seat, page, tongue: tongueOf(language), store, facts, client, beside });
  } finally {
    for (const other of others) await other.context().close();
    await close();
  }
}

function browserOf(page: Page): Browser {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page is in no browser');
  return browser;
}

/** What stands at the desk before a path begins: a case that the officer took in. Its id. */
export async function received({ client }: Pick<Place, 'client'>, on = TODAY): Promise<string> {
  const { location } = await (await client('officer')).ask('/intake', { ...COMPLAINT, 'complainants.0.member': 'N-1', on });
  const [, id = ''] = /^\/cases\/([^?]+)/.exec(location) ?? [];
  expect(id).not.toBe('');
  return id;
}

/** The same, once the head has accepted it and put the officer in charge. */
export async function assigned(place: Pick<Place, 'client'>): Promise<string> {
  const id = await received(place);
  const head = await place.client('head');
  await head.ask(`/cases/${id}/do/Accept`);
  const { status } = await head.ask(`/cases/${id}/do/Assign`, { person: 'cv-2861' });
  expect(status).toBe(303);
  return id;
}

/** What a complaint says that is taken in. */
export const COMPLAINT = {
  channel: 'post',
  unit: 'nghe-an.co-so-vinh',
  summary: 'Cắt lương hưu từ tháng 5 mà không thông báo lý do.',
  'contests.decision': 'QĐ 12/QĐ-BHXH',
  'contests.issuedBy': 'nghe-an.co-so-vinh',
  'contests.learnedOn': '2026-09-28',
} as const;
