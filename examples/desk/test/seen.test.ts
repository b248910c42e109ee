/** How pages look to whoever sees them, and to whoever has them read aloud. */
import { isRefusal, sayRefusal } from '@redress/core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { officeOver } from '../office.ts';
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

  // Seen to fail while an id never broke: that of a case which the engine named itself was wider than a phone.
  it('has room on the list of a phone for the id of a case that was opened over HTTP', async () => {
    await at(page, 'small', 'vi', async ({ seat, store, client }) => {
      const { engine } = officeOver(store, '2026-11-20');
      const actor = { id: 'cv-2861', unit: 'nghe-an.co-so-vinh', role: 'officer' };
      const data = { channel: 'online', unit: actor.unit, summary: 'Cắt lương hưu.', complainants: [{ member: 'm-1' }] };
      const outcome = await engine.execute({ id: 'by-http', type: 'Receive', caseType: 'complaint', on: '2026-11-20', actor, data });
      if (isRefusal(outcome)) throw new Error(sayRefusal(outcome));
      // The one that the desk names is not broken: it has room.
      const short = await received({ client });
      await seat.sit('officer');
      await seat.follow('nav a[href="/unit"]');
      expect(await seat.says()).toContain(outcome.case);
      await seat.expectFitForAll();
      const lines = await page.evaluate(`document.querySelector('a[href="/cases/${short}"]').getClientRects().length`);
      expect(lines).toBe(1);
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
