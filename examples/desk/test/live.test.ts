/** The lists follow the log, and open pages are told what changed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findingTexts } from '@redress/audit';
import { type CaseType, complaint, memoryStore, type Recorded, StoreFault } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import { petition } from '@redress/vietnam';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Sittings } from '../session.ts';
import { Cases } from '../views.ts';
import { opened, takenIn } from './client.ts';

const types: readonly CaseType[] = [complaint as unknown as CaseType, petition as unknown as CaseType];

describe('the lists', () => {
  it('are built anew from the log when the desk starts, the same as they were', async () => {
    const store = memoryStore();
    const first = await opened(store);
    const officer = await first.client('officer');
    const ids = [await takenIn(officer), await takenIn(officer)];
    const before = (await officer.get('/unit')).body.replaceAll(/value="[^"]*"/g, '');
    await first.app.close();
    const second = await opened(store);
    const again = (await (await second.client('officer')).get('/unit')).body.replaceAll(/value="[^"]*"/g, '');
    expect(again).toBe(before);
    for (const id of ids) expect(again).toContain(id);
    await second.close();
  });

  it('take a record that comes again as one, and one that skips a version not at all', async () => {
    const desk = await opened();
    const officer = await desk.client('officer');
    const id = await takenIn(officer);
    await officer.ask(`/cases/${id}/do/Note`, { text: 'một' });
    await officer.ask(`/cases/${id}/do/Note`, { text: 'hai' });
    const [one, two, three] = (await desk.facts()) as readonly [Recorded, Recorded, Recorded];
    const told: string[] = [];
    const cases = new Cases(types);
    cases.onChange((changed) => told.push(...changed));
    for (const batch of [[one], [one, two], [one], [three], [three]]) cases.apply(batch);
    expect(cases.all().map(({ version }) => version)).toEqual([3]);
    expect(told).toEqual([id, id, id]);
    const gap = new Cases(types);
    gap.apply([one, three]);
    expect(gap.all().map(({ version }) => version)).toEqual([1]);
    await desk.close();
  });

  it('go on without a case that cannot be read, and the auditor is told which it is', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => silent.mockRestore());
    const first = await opened();
    const officer = await first.client('officer');
    const [bad, good] = [await takenIn(officer), await takenIn(officer)];
    const records = await first.facts();
    const store = memoryStore({ log: first.store.log });
    // As of a release that knows more kinds of facts than this one.
    await store.ingest(
      records.map((recorded) => {
        if (recorded.record.stream !== bad) return recorded;
        const text = recorded.text.replace('"type":"Received"', '"type":"Foreseen"');
        return { ...recorded, text, record: { ...recorded.record, type: 'Foreseen' } };
      }),
    );
    const desk = await opened(store);
    const unit = (await (await desk.client('officer')).get('/unit')).body;
    expect([unit.includes(good), unit.includes(bad)]).toEqual([true, false]);
    const auditor = await desk.client('auditor');
    expect((await auditor.get('/audit')).body).toMatch(new RegExp(`không đọc được[^]*${bad}`));
    const { body } = await auditor.get('/audit?replay=all');
    expect(body).toContain('loại vụ việc không có sự kiện này');
    expect(body).not.toContain(findingTexts['fact-unknown']);
    expect(silent).toHaveBeenCalledTimes(1);
    await first.close();
    await desk.close();
  });

  it('show what another process wrote to the same file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-'));
    const [mine, theirs] = [await openSqlite(join(folder, 'a.db')), await openSqlite(join(folder, 'a.db'))];
    const [here, there] = [await opened(mine), await opened(theirs)];
    const id = await takenIn(await there.client('officer'));
    const head = await here.client('head');
    await expect.poll(async () => (await head.get('/')).body.includes(id), { timeout: 20_000 }).toBe(true);
    await here.close();
    await there.close();
    rmSync(folder, { recursive: true });
  });

  it('are of two desks on one file: of two who act on a case at once one is told what the other did, and keeps what he typed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-'));
    const file = join(folder, 'a.db');
    const [here, there] = [await opened(await openSqlite(file)), await opened(await openSqlite(file))];
    const id = await takenIn(await here.client('officer'));
    const path = `/cases/${id}/do/OfferTransfer`;
    const heads = [await here.client('head'), await there.client('head')] as const;
    for (const head of heads) await head.get(path);
    const reasons = ['Thuộc thẩm quyền cấp tỉnh.', 'Đã có vụ việc khác.'] as const;
    const offered = (at: 0 | 1) => heads[at].post(path, { step: 'send', 'data.toUnit': 'nghe-an', 'data.reason': reasons[at] });
    const answers = await Promise.all([offered(0), offered(1)]);
    const lost = answers.findIndex(({ status }) => status === 409) === 0 ? 0 : 1;
    expect([answers[lost].status, answers[1 - lost]?.status]).toEqual([409, 303]);
    expect(answers[lost].body).toContain('Đã xảy ra từ khi mở biểu mẫu');
    expect(answers[lost].body).toContain(`${reasons[lost]}</textarea>`);
    expect((await here.facts()).map(({ record }) => record.type)).toEqual(['Received', 'TransferOffered']);
    for (const { close } of [here, there]) await close();
    rmSync(folder, { recursive: true });
  });
});

describe('an open page', () => {
  it('is told which cases changed, once the lists know of it, and is let go when the desk closes', async () => {
    const desk = await opened();
    const address = await desk.app.listen({ host: '127.0.0.1', port: 0 });
    const officer = await desk.client('officer');
    const cookie = await signedIn(address);
    let said = '';
    const ended = new Promise<void>((resolve, reject) => {
      const asking = get(`${address}/live`, { headers: { cookie } }, (answer) => {
        expect(answer.headers['content-type']).toBe('text/event-stream');
        answer.setEncoding('utf8').on('data', (text: string) => {
          said += text;
        });
        answer.on('end', resolve);
      });
      asking.on('error', reject);
    });
    await expect.poll(() => said, { timeout: 20_000 }).toContain('retry: 2000');
    const id = await takenIn(officer);
    await expect.poll(() => said, { timeout: 20_000 }).toContain(`event: changed\ndata: ["${id}"]`);
    await desk.close();
    await ended;
  });
});

describe('lists that stand still', () => {
  it('are told of: what pages listen to ends, and nobody listens any more', { timeout: 30_000 }, async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => silent.mockRestore());
    const store = memoryStore();
    const stopping = new AbortController();
    const failing = new Proxy(store, {
      get: (all, name) => {
        if (name === 'subscribe')
          return async function* (...asked: Parameters<typeof all.subscribe>) {
            yield* all.subscribe(asked[0], AbortSignal.any([asked[1], stopping.signal]));
            throw new StoreFault('history-damaged', 'x');
          };
        const found: unknown = Reflect.get(all, name);
        return typeof found === 'function' ? found.bind(all) : found;
      },
    });
    const desk = await opened(failing);
    onTestFinished(() => desk.close());
    const address = await desk.app.listen({ host: '127.0.0.1', port: 0 });
    const cookie = await signedIn(address);
    const heard = await heardWith(address, cookie);
    expect(heard.over).toBe(false);
    stopping.abort();
    await expect.poll(() => heard.over, { timeout: 5000 }).toBe(true);
    const { status, headers } = await fetch(`${address}/live`, { headers: { cookie } });
    // Only a desk without room says when to come again.
    expect([status >= 500, headers.get('retry-after')]).toEqual([true, null]);
  });
});

describe('signing out', () => {
  // Seen to fail while `Sittings.end` told nobody to stop.
  it('ends what the pages of that session listen to, and of no other', { timeout: 30_000 }, async () => {
    const desk = await opened();
    onTestFinished(() => desk.close());
    const address = await desk.app.listen({ host: '127.0.0.1', port: 0 });
    const [mine, other] = [await signedIn(address), await signedIn(address)];
    const listening = await Promise.all([mine, mine, other].map((cookie) => heardWith(address, cookie)));
    const page = await (await fetch(`${address}/offers`, { headers: { cookie: mine } })).text();
    const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ token });
    expect((await fetch(`${address}/sign-out`, { method: 'POST', redirect: 'manual', headers: { cookie: mine }, body })).status).toBe(303);
    await expect.poll(() => listening.map(({ over }) => over), { timeout: 5000 }).toEqual([true, true, false]);
  });
});

/** What a page listens to, once the desk has answered; `over` when the desk has ended it. */
function heardWith(address: string, cookie: string): Promise<{ over: boolean }> {
  const heard = { over: false };
  return new Promise((resolve, reject) => {
    get(`${address}/live`, { headers: { cookie } }, (answer) => {
      answer.once('data', () => resolve(heard)).on('end', () => (heard.over = true));
    }).on('error', reject);
  });
}

describe('who sits here', () => {
  const session = { post: 'officer', nonce: 'n' } as const;

  it('does so for twelve hours, and until he stands up', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const sittings = new Sittings();
    sittings.begin(session);
    vi.setSystemTime(Date.now() + 12 * 3_600_000);
    expect(sittings.has('n')).toBe(true);
    vi.setSystemTime(Date.now() + 1);
    expect(sittings.has('n')).toBe(false);
    sittings.begin(session);
    expect(sittings.has('n')).toBe(true);
    sittings.end('n');
    expect(sittings.has('n')).toBe(false);
  });

  it('listens with twenty pages at most, all of which are told to stop when he stands up', () => {
    const sittings = new Sittings();
    sittings.begin(session);
    let stopped = 0;
    const listen = () => sittings.listens('n', () => (stopped += 1));
    const heard = Array.from({ length: 20 }, listen);
    expect([heard.every((each) => each !== null), listen()]).toEqual([true, null]);
    heard[0]?.();
    expect(listen()).not.toBeNull();
    sittings.end('n');
    expect([stopped, listen()]).toEqual([20, null]);
  });
});

/** The cookie of an officer, by the way a browser gets it. */
async function signedIn(address: string): Promise<string> {
  const page = await fetch(`${address}/sign-in`);
  const [first = ''] = page.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
  const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: first },
    body: new URLSearchParams({ token, post: 'officer' }),
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
