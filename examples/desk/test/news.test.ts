/** What a colleague does, on the open pages of a browser: told to each, said once, and nothing is taken from under a hand. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { at, browse, chromiumIsHere, newPage, noChromium, received } from './browser.ts';

/** Until the line above the content says something. */
const says = (page: Page, text: string) =>
  page.waitForFunction(`document.querySelector('#news').textContent.includes(${JSON.stringify(text)})`);

describeIf(chromiumIsHere, noChromium, 'news on open pages', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await browse();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(() => browser?.close());

  it('come to as many as lie open beside each other; what is unfolded stays so', async () => {
    await at(await newPage(browser), 'desk', 'vi', async ({ seat, page, client }) => {
      const id = await received({ client });
      const head = await client('head');
      await head.ask(`/cases/${id}/do/Note`, { text: 'một' });
      await seat.sit('officer');
      const pages: Page[] = [];
      for (let open = 0; open < 9; open += 1) {
        const another = await page.context().newPage();
        // A connection each would leave none for the seventh.
        await another.goto(new URL(`/cases/${id}`, page.url()).href, { timeout: 10_000 });
        pages.push(another);
      }
      for (const each of pages) await each.evaluate("document.querySelector('#fact-2 details').open = true");
      await head.ask(`/cases/${id}/do/Note`, { text: 'hai' });
      for (const each of pages) {
        await each.waitForSelector('#fact-3');
        const open = await each.evaluate("[...document.querySelectorAll('#history details')].map((each) => each.open)");
        expect(open).toEqual([false, true, false]);
      }
      // Where somebody has come to a place of the page, nothing is moved under the hand.
      const [held] = pages;
      await held?.focus('#fact-2 summary');
      await head.ask(`/cases/${id}/do/Note`, { text: 'ba' });
      await held?.waitForFunction("document.querySelector('#news a') !== null");
      expect(await held?.evaluate("document.activeElement.closest('li').id")).toBe('fact-2');
    });
  });

  // Seen to fail while every end of the news was taken for a sign-out.
  it.each([
    ['vi', 'Quá nhiều trang đang mở', 'Trang này vừa thay đổi', 'Phiên làm việc đã hết'],
    ['en', 'Too many pages are open', 'This page has just changed', 'Nobody is signed in here any more'],
  ] as const)('that too many listen to are no sign-out: it is said, and tried again (%s)', async (language, full, again, over) => {
    await at(await newPage(browser), 'desk', language, async ({ seat, page, client }) => {
      const id = await received({ client });
      await seat.sit('officer');
      await seat.open(id);
      await page.route('**/live', (route) => route.fulfill({ status: 503, headers: { 'retry-after': '1' } }));
      await page.reload();
      await says(page, full);
      await page.unroute('**/live');
      await says(page, again);
      await page.route('**/live', (route) => route.fulfill({ status: 401 }));
      await page.reload();
      await says(page, over);
    });
  });

  it('are heard by the others when a page was left open while one signs out and in again', async () => {
    await at(await newPage(browser), 'desk', 'vi', async ({ seat, page, client }) => {
      const id = await received({ client });
      await seat.sit('officer');
      await seat.open(id);
      await page.waitForFunction('navigator.locks.query().then(({ held }) => held.length === 1)');
      const other = await page.context().newPage();
      await other.goto(new URL('/offers', page.url()).href);
      await other.click('form[action="/sign-out"] button');
      await says(page, 'Phiên làm việc đã hết');
      await other.click('button[value="officer"]');
      await other.goto(new URL(`/cases/${id}`, page.url()).href);
      await other.waitForFunction('navigator.locks.query().then(({ held }) => held.length === 1)');
      await (await client('head')).ask(`/cases/${id}/do/Note`, { text: 'bốn' });
      await other.waitForFunction("document.querySelector('main').textContent.includes('bốn')");
    });
  });

  // Seen to fail while the ways about were taken for the same, one by one: the page broke off half-way.
  it('reach a page left open while somebody sat down who has other ways about', async () => {
    await at(await newPage(browser), 'desk', 'vi', async ({ seat, page, client }) => {
      const id = await received({ client });
      await seat.sit('officer');
      await seat.open(id);
      const broken: Error[] = [];
      page.on('pageerror', (error) => broken.push(error));
      const other = await page.context().newPage();
      await other.goto(new URL('/offers', page.url()).href);
      await other.click('form[action="/sign-out"] button');
      await says(page, 'Phiên làm việc đã hết');
      await page.evaluate("document.querySelector('#news').replaceChildren()");
      await other.click('button[value="auditor"]');
      await other.goto(new URL(`/cases/${id}`, page.url()).href);
      await other.waitForFunction('navigator.locks.query().then(({ held }) => held.length === 1)');
      await (await client('head')).ask(`/cases/${id}/do/Note`, { text: 'năm' });
      await page.waitForFunction("document.querySelector('main').textContent.includes('năm')");
      await says(page, 'Trang này vừa thay đổi');
      expect(broken).toEqual([]);
    });
  });

  // Seen to fail while they offered a link to the form, which was an empty one then.
  it('take nothing from a form that is half filled in, when one asks for the page as it is now, or has to sign in anew', async () => {
    await at(await newPage(browser), 'desk', 'vi', async ({ seat, page, client }) => {
      const id = await received({ client });
      await seat.sit('officer');
      await seat.open(id);
      await seat.follow(`#mayDo a[href="/cases/${id}/do/Note"]`);
      await page.fill('[name="data.text"]', 'Đã gọi điện cho');
      await (await client('head')).ask(`/cases/${id}/do/Note`, { text: 'sáu' });
      await says(page, 'Trang này vừa thay đổi');
      await seat.follow('#news button');
      expect(await page.inputValue('[name="data.text"]')).toBe('Đã gọi điện cho');
      const other = await page.context().newPage();
      await other.goto(new URL('/offers', page.url()).href);
      await other.click('form[action="/sign-out"] button');
      await says(page, 'Phiên làm việc đã hết');
      await seat.follow('#news button');
      await seat.sit('officer');
      expect(await page.inputValue('[name="data.text"]')).toBe('Đã gọi điện cho');
    });
  });

  it('of a desk that does not work properly are said once, under whatever hand is there', async () => {
    await at(await newPage(browser), 'desk', 'vi', async ({ seat, page, client }) => {
      const id = await received({ client });
      await seat.sit('officer');
      await seat.open(id);
      await page.clock.install();
      await page.route('**/live', (route) => route.fulfill({ status: 503 }));
      await page.reload();
      await says(page, 'đang gặp sự cố');
      await seat.goTo('#news a');
      let asked = 0;
      page.on('request', (request) => (asked += request.url().endsWith('/live') ? 1 : 0));
      for (let times = 0; times < 3; times += 1) {
        await page.clock.fastForward(5_000);
        await page.waitForTimeout(200);
      }
      expect(asked).toBeGreaterThan(2);
      expect(await page.evaluate("document.activeElement.matches('#news a')")).toBe(true);
    });
  });
});
