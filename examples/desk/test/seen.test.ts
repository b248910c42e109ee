/** How pages look to whoever sees them, and to whoever has them read aloud. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { assigned, at, chromiumIsHere, givenPage, noChromium, received } from './browser.ts';

describeIf(chromiumIsHere, noChromium, 'a page of the desk', () => {
  let page: Page;
  givenPage((opened) => {
    page = opened;
  });

  // Seen to fail while the browser counted the rows: what folds inside each was counted with them, and three were 6, 5 and 4.
  it('gives each fact of the history the number that it has in the log, the newest first', async () => {
    await at(page, 'desk', 'vi', async ({ seat, client }) => {
      const id = await assigned({ client });
      await seat.sit('officer');
      await seat.open(id);
      expect(await seat.numbers()).toEqual(['3', '2', '1']);
    });
  });

  // Seen to fail while a badge never broke: the longest stage was wider than the room beside its heading.
  it('has room for the longest stage on the list of a small phone', async () => {
    await at(page, 'small', 'vi', async ({ seat, client }) => {
      const id = await received({ client });
      await seat.sit('head');
      await seat.ask(id, 'Escalate', { ground: 'other', reason: 'Vượt thẩm quyền.' });
      await seat.sit('superior');
      await seat.follow('nav a[href="/unit"]');
      expect(await seat.says()).toContain('chờ cấp trên quyết định');
      await seat.expectFitForAll();
    });
  });

  it('that shuts somebody out is found: the control', async () => {
    await at(page, 'desk', 'vi', async ({ seat }) => {
      const barred = '<button></button><img src="/static/icon.svg">';
      await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend', '${barred}')`);
      expect(await seat.barriers()).toEqual(expect.arrayContaining(['button-name', 'image-alt']));
    });
  });
});
