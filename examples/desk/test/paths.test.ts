/**
 * The eight main paths of the desk, gone in a browser by people who have a keyboard and no mouse: in both languages, at a desk and on a
 * phone. At each press they have to see where they are. Each path starts at an empty desk.
 */
import { complexityCriteria } from '@redress/vietnam';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { assigned, at, COMPLAINT, chromiumIsHere, givenPage, noChromium, received } from './browser.ts';

const EVERYWHERE = [
  ['vi', 'desk'],
  ['vi', 'phone'],
  ['en', 'desk'],
  ['en', 'phone'],
] as const;

describeIf(chromiumIsHere, noChromium, 'by keyboard alone', () => {
  let page: Page;
  givenPage((opened) => {
    page = opened;
  });

  // Friday. The Law gives ten days: the 30th, a Monday. The decree gives seven working days, and the 24th is a holiday: 23, 25 26 27,
  // 30, 1 2. The earlier one governs.
  it.each(EVERYWHERE)(
    'one signs in and takes a complaint in; its clocks are shown before anything is written (%s, %s)',
    (language, width) =>
      at(page, width, language, async ({ seat, tongue, facts }) => {
        await seat.expectFitForAll();
        await seat.sit('officer');
        await seat.follow('nav a[href="/intake"]');
        const tried = await seat.send(COMPLAINT, 'try');
        expect(tried).toContain(`${tongue.clock('acceptance-statute')}: ${tongue.day('2026-11-30')}`);
        expect(tried).toContain(`${tongue.clock('acceptance-decree')}: ${tongue.day('2026-12-02')}`);
        expect(tried).toContain(`${tongue.clock('acceptance')}: ${tongue.day('2026-11-30')}`);
        expect(tried).toContain('LKN Đ.27');
        expect(await facts()).toEqual([]);
        await seat.expectFitForAll();
        const saved = await seat.send();
        expect(saved).toContain(tongue.say('done', { command: tongue.command('complaint', 'Receive') }));
        expect((await facts()).map(({ record }) => record.type)).toEqual(['Received']);
      }),
  );

  // Thirty days from Friday the 20th are Sunday the 20th of December: it moves to Monday.
  it.each(EVERYWHERE)('the head accepts and assigns it; both lists of the officer have it with its due day (%s, %s)', (language, width) =>
    at(page, width, language, async ({ seat, tongue, client }) => {
      const id = await received({ client });
      await seat.sit('head');
      await seat.ask(id, 'Accept');
      expect(await seat.ask(id, 'Assign', { person: 'cv-2861' })).toContain('cv-2861');
      await seat.expectFitForAll();
      await seat.sit('officer');
      for (const list of ['/', '/unit']) {
        await seat.follow(`nav a[href="${list}"]`);
        const says = await seat.says('table.cases tbody');
        for (const told of [id, tongue.day('2026-12-21'), tongue.why('assigned-to-you')]) expect(says).toContain(told);
      }
      await seat.expectFitForAll();
    }),
  );

  it.each(EVERYWHERE)('a transfer is offered, and taken over by the unit above (%s, %s)', (language, width) =>
    at(page, width, language, async ({ seat, tongue, client }) => {
      const id = await received({ client });
      await seat.sit('head');
      await seat.ask(id, 'OfferTransfer', { toUnit: 'nghe-an', reason: 'Thuộc thẩm quyền của tỉnh.', ground: 'LKN Đ.18' });
      await seat.sit('superior');
      expect(await seat.says('nav a[href="/offers"]')).toBe(`${tongue.say('offers')} 1`);
      await seat.follow('nav a[href="/offers"]');
      expect(await seat.says()).toContain('Thuộc thẩm quyền của tỉnh.');
      await seat.expectFitForAll();
      await seat.follow(`main a.button[href="/cases/${id}/do/AcceptTransfer"]`);
      const taken = await seat.send();
      expect(taken).toContain(tongue.say('done', { command: tongue.command('complaint', 'AcceptTransfer') }));
      expect(await seat.says('#holders')).toContain(tongue.unit('nghe-an'));
      expect(await seat.says('nav a[href="/offers"]')).toBe(tongue.say('offers'));
    }),
  );

  const BEYOND_TERM = {
    vi: 'không vượt quá thời gian còn lại của thời hạn giải quyết',
    en: 'for what is left of the time for settling, at most',
  };
  it.each(EVERYWHERE)('what the law does not allow is refused with its article, and what was typed stays (%s, %s)', (language, width) =>
    at(page, width, language, async ({ seat, tongue, facts, client }) => {
      const id = await assigned({ client });
      const before = (await facts()).length;
      await seat.sit('head');
      const says = await seat.ask(id, 'SuspendContested', { reason: 'Khó khắc phục.', through: '2027-06-30', decision: 'QĐ-3' });
      expect(says).toContain(`${tongue.say('refused')}: ${tongue.command('complaint', 'SuspendContested')}`);
      expect(says).toContain(BEYOND_TERM[language]);
      expect(says).toContain('LKN Đ.35');
      expect(await seat.screen.inputValue('[name="data.reason"]')).toBe('Khó khắc phục.');
      expect(await facts()).toHaveLength(before);
      await seat.expectFitForAll();
      await seat.send({ through: '2026-12-21' });
      expect((await facts()).at(-1)?.record.type).toBe('ContestedSuspended');
    }),
  );

  // Forty-five days in all from the 20th of November: ten of them in November, 31 in December, the 4th of January. It is a Monday.
  it.each(EVERYWHERE)('a matter found complex gets its longer term, which is told line by line (%s, %s)', (language, width) =>
    at(page, width, language, async ({ seat, tongue, client }) => {
      const id = await assigned({ client });
      const [criterion = ''] = Object.keys(complexityCriteria);
      await seat.sit('head');
      await seat.ask(id, 'FindComplex', { criteria: criterion, document: 'BB-3' });
      await seat.unfold('#clock-resolution summary');
      const lines = await seat.says('#clock-resolution table');
      for (const told of [tongue.entry('start'), tongue.day('2026-12-21'), tongue.entry('switch'), tongue.day('2027-01-04'), 'LKN Đ.28'])
        expect(lines).toContain(told);
      await seat.expectFitForAll();
    }),
  );

  it.each(EVERYWHERE)('the decision is issued, and the complainant goes a level up (%s, %s)', (language, width) =>
    at(page, width, language, async ({ seat, tongue, client }) => {
      const id = await assigned({ client });
      await seat.sit('head');
      const decided = await seat.ask(id, 'Resolve', { outcome: 'wrong', decision: 'QĐ-1', summary: 'Giữ nguyên.' });
      expect(decided).toContain(`${tongue.say('levelNo', { level: 1 })}: QĐ-1`);
      await seat.sit('officer');
      await seat.ask(id, 'Recomplain', { against: 'decision', summary: 'Không đồng ý.' });
      expect(await seat.says('.case-head')).toContain(`${tongue.stage('recomplained')} ${tongue.say('levelNo', { level: 2 })}`);
      await seat.expectFitForAll();
    }),
  );

  it.each(EVERYWHERE)('what a colleague does is said on an open page, and stands there to be read (%s, %s)', (language, width) =>
    at(page, width, language, async ({ seat, tongue, client, beside }) => {
      const id = await received({ client });
      await seat.sit('head');
      await seat.open(id);
      await (await beside('officer')).ask(id, 'Note', { text: 'Đã gọi điện.' });
      const news = JSON.stringify(tongue.say('changedMeanwhile'));
      await seat.screen.waitForFunction(`document.querySelector('#news').textContent === ${news}`);
      await seat.unfold('#fact-2 summary');
      expect(await seat.says('#fact-2')).toContain('Đã gọi điện.');
      await seat.expectFitForAll();
    }),
  );

  // Received on Monday the 5th. The Law gives ten days: the 15th. The decree gives seven working days: 6 7 8 9, 12 13 14. The earlier one
  // governs.
  it.each(EVERYWHERE)('the inspector sees what is overdue and who held it; the auditor replays the log (%s, %s)', (language, width) =>
    at(page, width, language, async ({ seat, tongue, client }) => {
      const id = await received({ client }, '2026-10-05');
      await seat.sit('inspector');
      const overdue = await seat.says('table.cases tbody');
      expect(overdue).toContain(id);
      expect(overdue).toContain(`${tongue.clock('acceptance')}: ${tongue.day('2026-10-14')}`);
      expect(overdue).toContain(tongue.unit('nghe-an.co-so-vinh'));
      await seat.expectFitForAll();
      await seat.open(id);
      expect(await seat.screen.evaluate('document.querySelector(\'a[href*="/do/"]\')')).toBeNull();
      await seat.sit('auditor');
      await seat.follow('main button[name=replay]');
      expect(await seat.says('main .panel')).toContain(tongue.say('replayClean'));
      await seat.fill({ id }, 'form[action="/audit/case"] button');
      await seat.enter();
      expect(await seat.says('main .panel')).toContain(tongue.say('replayClean'));
      await seat.fill({ on: '2026-10-06' }, 'main form button');
      await seat.enter();
      expect(await seat.says()).toContain(tongue.say('asOfEffective', { day: tongue.day('2026-10-06') }));
      await seat.expectFitForAll();
    }),
  );
});
