/** What the desk answers, without a browser: what is shown before it is saved, what is refused and to whom, and what odd input meets. */
import { complaint, isLegalDay, memoryStore, type Recorded, StoreFault } from '@redress/core';
import fc from 'fast-check';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { length } from '../../../.config/lengths.ts';
import { officeOver } from '../office.ts';
import { COMPLAINT, type Opened, opened, takenIn } from './client.ts';

let desk: Opened;
const open = async (): Promise<Opened> => {
  desk = await opened();
  return desk;
};
afterEach(() => desk.close());

/** The log as it is read, each text with a space more. */
async function* forged(records: AsyncIterable<Recorded>): AsyncIterable<Recorded> {
  for await (const recorded of records) yield { ...recorded, text: recorded.text.replace(':', ': ') };
}

const plain = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('taking a complaint in', () => {
  it('shows the clocks with their days and articles, and writes nothing before it is saved', async () => {
    const { facts, client } = await open();
    const officer = await client('officer');
    await officer.get('/intake');
    const fields = Object.fromEntries(Object.entries(COMPLAINT).map(([name, value]) => [`data.${name}`, value]));
    // Monday. The Law gives ten days: the 12th. The decree gives seven working days: 3 4 5 6, 9 10 11. The earlier one governs.
    const tried = await officer.post('/intake', { ...fields, step: 'try', on: '2026-11-02' });
    expect([tried.status, await facts()]).toEqual([200, []]);
    const says = plain(tried.body);
    expect(says).toMatch(/Thụ lý \(theo Luật\) : 12\/11\/2026/);
    expect(says).toMatch(/Thụ lý \(theo nghị định\) : 11\/11\/2026/);
    expect(says).toMatch(/Thụ lý : 11\/11\/2026 .*?LKN|Thụ lý : 11\/11\/2026 .*?NĐ124/);
    expect(says).toContain('Đơn vị có thẩm quyền giải quyết: BHXH cơ sở Vinh L41 Đ.130.4.a');
    const saved = await officer.post('/intake', { ...fields, step: 'send', on: '2026-11-02' });
    expect([saved.status, (await facts()).map(({ record }) => record.type)]).toEqual([303, ['Received']]);
  });

  it('saves a form that is sent twice once, and says so', async () => {
    const { facts, client } = await open();
    const officer = await client('officer');
    await officer.get('/intake');
    const fields = Object.fromEntries(Object.entries(COMPLAINT).map(([name, value]) => [`data.${name}`, value]));
    await officer.post('/intake', { ...fields, step: 'try' });
    const { tried } = officer;
    const [first, second] = [
      await officer.post('/intake', { ...fields, tried, step: 'send' }),
      await officer.post('/intake', { ...fields, tried, step: 'send' }),
    ];
    expect(second.location).toBe(`${first.location}&again=1`);
    expect((await officer.get(second.location)).body).toContain('lần này không ghi thêm gì');
    expect((await facts()).length).toBe(1);
    // Control: a form that was opened anew is another complaint.
    await takenIn(officer);
    expect((await facts()).length).toBe(2);
  });

  // Seen to fail: the second letter was answered by the page of the first, and was gone.
  it('keeps what was filled in for another letter in a form that was done, gone back to, in a form of its own', async () => {
    const { facts, client } = await open();
    const officer = await client('officer');
    await officer.get('/intake');
    const done = officer.command;
    const fields = Object.fromEntries(Object.entries(COMPLAINT).map(([name, value]) => [`data.${name}`, value]));
    await officer.post('/intake', { ...fields, step: 'try' });
    const { tried } = officer;
    await officer.post('/intake', { ...fields, tried, step: 'send' });
    await officer.get(`/intake?form=${done}`);
    const given = /name="data.complainants.0.member" value="([^"]+)"/.exec((await officer.get(`/intake?form=${done}`)).body)?.[1] ?? '';
    const another = { ...fields, 'data.summary': 'Một lá thư khác.', 'data.complainants.0.member': given };
    for (const step of ['try', 'send']) {
      const kept = await officer.post('/intake', { ...another, command: done, tried, step });
      expect([kept.status, (await facts()).length]).toEqual([409, 1]);
      expect(plain(kept.body)).toContain('Biểu mẫu này đã được ghi trước đó, còn nội dung vừa nhập thì khác');
      expect(kept.body).toContain('Một lá thư khác.</textarea>');
      expect(officer.command).not.toBe(done);
      // The complainant of another letter is somebody else.
      expect(kept.body).not.toContain(given);
    }
    const own = { ...another, 'data.complainants.0.member': 'N-2' };
    await officer.post('/intake', { ...own, step: 'try' });
    expect((await officer.post('/intake', { ...own, step: 'send' })).status).toBe(303);
    expect((await facts()).map(({ record }) => record.data.summary)).toEqual([COMPLAINT.summary, 'Một lá thư khác.']);
  });

  it('counts the end of a line once, as the browser does where it says how much may be typed', async () => {
    const { facts, client } = await open();
    const officer = await client('officer');
    const longest = Number(/name="data.summary"[^>]*maxlength="(\d+)"/.exec((await officer.get('/intake')).body)?.[1]);
    const summary = `${'x'.repeat(49)}\r\n`.repeat(longest / 50 - 1) + 'y'.repeat(50);
    expect((await officer.ask('/intake', { ...COMPLAINT, summary })).status).toBe(303);
    expect((await facts())[0]?.record.data.summary).toBe(summary.replaceAll('\r', ''));
    // Control: one character more is too long.
    expect((await officer.ask('/intake', { ...COMPLAINT, summary: `${summary}y` })).status).toBe(422);
  });

  it('says beside its field that the ground of a late paper is too long', async () => {
    const { client } = await open();
    const officer = await client('officer');
    await officer.get('/intake');
    const fields = Object.fromEntries(Object.entries(COMPLAINT).map(([name, value]) => [`data.${name}`, value]));
    const late = { 'late-ground': 'x'.repeat(2001), 'late-document': 'y'.repeat(501) };
    const { status, body } = await officer.post('/intake', { ...fields, ...late, step: 'try' });
    expect(status).toBe(422);
    expect(body).toMatch(/id="f-late-ground-fault">dài quá 2000 ký tự/);
    expect(body).toMatch(/id="f-late-document-fault">dài quá 500 ký tự/);
  });

  // Seen to fail: of two texts under one name the first was lost, and so was one without a name, neither with a word.
  it('loses no text of what arrived, be it under no name or under one of before', async () => {
    const { facts, client } = await open();
    const officer = await client('officer');
    const path = `/cases/${await takenIn(officer)}/do/RecordArrival`;
    await officer.get(path);
    const sent = (pairs: readonly (readonly [string, string])[]) => {
      const { token, command, version } = officer;
      const form = new URLSearchParams({ token, command, version, on: '2026-11-20', step: 'send', 'data.arrived': 'Thư' });
      for (const [name, text] of pairs) {
        form.append('data.body.name', name);
        form.append('data.body.text', text);
      }
      return officer.post(path, {}, form.toString());
    };
    for (const other of ['', 'Một']) {
      const { status, body } = await sent([
        ['Một', 'lời đầu'],
        ['', ''],
        [other, 'lời sau'],
      ]);
      expect([status, body.includes('\nlời đầu<'), body.includes('\nlời sau<')]).toEqual([422, true, true]);
      expect(plain(body)).toMatch(other === '' ? /mục 2 \(“lời sau”\) cần có tên/ : /mục 2 \(“Một”\) có tên đã nêu ở trên/);
    }
    expect((await facts()).length).toBe(1);
    const kept = [
      ['Một', 'lời đầu'],
      ['Hai', 'lời sau'],
    ] as const;
    expect((await sent(kept)).status).toBe(303);
    expect((await facts())[1]?.record.data.body).toEqual(Object.fromEntries(kept));
  });

  it('keeps what was typed, and says beside each field what is wrong with it', async () => {
    const { facts, client } = await open();
    const officer = await client('officer');
    await officer.get('/intake');
    const sent = await officer.post('/intake', {
      'data.summary': 'Một nội dung',
      'data.complainants.0.member': 'N-1',
      step: 'send',
      on: '2026-02-30',
    });
    expect(sent.status).toBe(422);
    expect(sent.body).toContain('Một nội dung</textarea>');
    expect(plain(sent.body)).toContain('Hình thức gửi: phải điền');
    expect(plain(sent.body)).toContain('Ngày của việc này: không phải là một ngày có thật');
    expect(await facts()).toEqual([]);
  });

  it('marks what is wrong at its own row, whichever rows before it are empty, and names the entry of a list', async () => {
    const { client } = await open();
    const officer = await client('officer');
    await officer.get('/intake');
    const fields = Object.fromEntries(Object.entries(COMPLAINT).map(([name, value]) => [`data.${name}`, value]));
    const long = 'x'.repeat(600);
    const { status, body } = await officer.post('/intake', {
      ...fields,
      'data.complainants.0.member': '',
      'data.complainants.1.member': 'N-2',
      'data.complainants.2.member': '',
      'data.complainants.3.member': long,
      'data.contests.traits': `một\n${long}`,
      step: 'try',
    });
    expect(status).toBe(422);
    const marked = [...body.matchAll(/<p class="fault" id="([^"]+)-fault">/g)].map(([, id]) => id);
    expect(marked).toEqual(['f-data-complainants-3-member', 'f-data-contests-traits']);
    expect(body).toMatch(/id="f-data-complainants-3-member"[^>]* value="xxx[^>]* aria-invalid="true"/);
    expect(plain(body)).toMatch(/Đặc điểm khác: mục 2 \(“x{30}…”\) dài quá/);
  });

  it('takes of a choice only what it offers: tried and saved, a unit that is none is a fault of its field', async () => {
    const { facts, client } = await open();
    const officer = await client('officer');
    await officer.get('/intake');
    const fields = Object.fromEntries(Object.entries(COMPLAINT).map(([name, value]) => [`data.${name}`, value]));
    for (const [name, step] of [
      ['unit', 'try'],
      ['unit', 'send'],
      ['contests.issuedBy', 'try'],
    ] as const) {
      const { status, body } = await officer.post('/intake', { ...fields, [`data.${name}`]: 'nowhere', step });
      const id = `f-data-${name.replace('.', '-')}`;
      expect([status, body.includes(`<p class="fault" id="${id}-fault">`), body.includes(`<a href="#${id}">`)]).toEqual([422, true, true]);
    }
    expect(await facts()).toEqual([]);
    // Control: what is gone from the choice by having been done is known as done.
    const { location } = await officer.ask('/intake', { ...COMPLAINT, 'complainants.1.member': 'N-2' });
    const path = `${location.split('?')[0]}/do/Withdraw`;
    const withdrawn = { 'data.members': 'N-2', 'data.form': 'petition', step: 'send' };
    await officer.get(path);
    expect((await officer.post(path, withdrawn)).status).toBe(303);
    expect((await officer.post(path, withdrawn)).location).toContain('&again=1');
    await officer.get(path);
    expect((await officer.post(path, withdrawn)).status).toBe(422);
  });

  it('saves no time limits that nobody was shown: what was changed after the trial is tried again', async () => {
    const { facts, client } = await open();
    const officer = await client('officer');
    await officer.get('/intake');
    const fields = Object.fromEntries(Object.entries(COMPLAINT).map(([name, value]) => [`data.${name}`, value]));
    const send = (more: Readonly<Record<string, string>>) => officer.post('/intake', { ...fields, on: '2026-11-16', ...more });
    await send({ step: 'try' });
    const { tried, command } = officer;
    for (const other of [{ on: '2026-11-02' }, { 'data.contests.learnedOn': '2026-10-26' }, { tried: '' }, { tried: 'x' }]) {
      const { status, body } = await send({ step: 'send', tried, command, ...other });
      expect([status, await facts()]).toEqual([200, []]);
      expect(plain(body)).toContain('Xem trước: chưa ghi gì');
    }
    // Control: as it was tried it is saved.
    expect((await send({ step: 'send', tried, command })).status).toBe(303);
    expect((await facts()).length).toBe(1);
  });

  it('adds a row for a further complainant, with an id that says nothing of anybody', async () => {
    const { client } = await open();
    const officer = await client('officer');
    const { body } = await officer.get('/intake');
    const first = /name="data.complainants.0.member" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const more = await officer.post('/intake', { 'data.complainants.0.member': first, more: 'data.complainants' });
    expect(more.body).toContain(`name="data.complainants.1.member" value="${first.replace(/1$/, '2')}"`);
  });
});

describe('what may be done, and by whom', () => {
  it('refuses by the article, says what may follow, and keeps what was typed', async () => {
    const { facts, client } = await open();
    const id = await takenIn(await client('officer'));
    const head = await client('head');
    await head.ask(`/cases/${id}/do/Accept`);
    const before = (await facts()).length;
    const { status, body } = await head.ask(`/cases/${id}/do/Extend`, { clock: 'resolution', by: '10', reason: 'Nhiều việc.' });
    expect(status).toBe(409);
    expect(plain(body)).toContain('Luật không quy định việc gia hạn thời hạn này');
    expect(plain(body)).toContain('LKN Đ.28');
    expect(body).toContain(`<a href="/cases/${id}/do/Assign">Giao người phụ trách</a>`);
    expect(body).toContain('Nhiều việc.</textarea>');
    expect((await facts()).length).toBe(before);
  });

  it('lets no officer accept in the place of the head', async () => {
    const { facts, client } = await open();
    const id = await takenIn(await client('officer'));
    const { status, body } = await (await client('officer')).ask(`/cases/${id}/do/Accept`);
    expect([status, (await facts()).length]).toEqual([409, 1]);
    expect(plain(body)).toContain('không được yêu cầu việc này');
    // Control: the head may.
    expect((await (await client('head')).ask(`/cases/${id}/do/Accept`)).status).toBe(303);
  });

  it.each(['inspector', 'auditor'] as const)('has nothing written by those who only read, arrivals included: %s', async (post) => {
    const { facts, client } = await open();
    const id = await takenIn(await client('officer'));
    const reading = await client(post);
    expect((await reading.get(`/cases/${id}`)).body).not.toContain('/do/');
    for (const command of ['Accept', 'Note', 'RecordArrival', 'Withdraw']) {
      const form = { 'data.form': 'petition', 'data.text': 'x', 'data.arrived': 'x', step: 'send' };
      expect((await reading.get(`/cases/${id}/do/${command}`)).status).toBe(403);
      expect((await reading.post(`/cases/${id}/do/${command}`, { ...form, command: crypto.randomUUID() })).status).toBe(403);
    }
    expect((await facts()).length).toBe(1);
    // Control: from an officer the engine takes an arrival.
    expect((await (await client('officer')).ask(`/cases/${id}/do/Withdraw`, { form: 'petition' })).status).toBe(303);
  });

  it('offers the work of another unit to nobody, and takes none of it; what arrives is taken in everywhere', async () => {
    const { store, facts, client } = await open();
    const elsewhere = officeOver(store, '2026-11-20').engine;
    const officer = { id: 'cv-1', unit: 'da-nang', role: 'officer' };
    const data = { channel: 'post', unit: 'da-nang', summary: 'x', complainants: [{ member: 'm-1' }] };
    expect(await elsewhere.execute({ id: 'far', type: 'Receive', case: 'KN-far', on: '2026-11-16', actor: officer, data })).toHaveProperty(
      'facts',
    );
    const ours = await client('officer');
    const { body } = await ours.get('/cases/KN-far');
    const offered = [...body.matchAll(/\/do\/(\w+)"/g)].map(([, command = '']) => command);
    expect(offered.filter((command) => complaint.commands[command]?.arrival !== true)).toEqual([]);
    expect(plain(body)).toContain('vụ việc thuộc đơn vị khác');
    const work = {
      Escalate: { ground: 'other', reason: 'x' },
      Apologise: { appointedOn: '2026-12-01', reason: 'x' },
      Note: { text: 'x' },
    };
    for (const [command, data] of Object.entries(work)) {
      const { status } = await ours.ask(`/cases/KN-far/do/${command}`, data);
      expect([command, status, (await facts()).length]).toEqual([command, 409, 1]);
    }
    expect((await ours.ask('/cases/KN-far/do/RecordArrival', { arrived: 'letter' })).status).toBe(303);
    // Control: the unit itself may.
    const note = { type: 'Note', case: 'KN-far', on: '2026-11-17', data: { text: 'x' } };
    expect(await elsewhere.execute({ id: 'note', ...note, actor: officer })).toHaveProperty('facts');
  });

  it('lets who decided the level below serve and publish that decision once the case has gone on, and nobody of a strange unit', async () => {
    const { store, facts, client } = await open();
    const officer = await client('officer');
    const id = await takenIn(officer);
    const head = await client('head');
    const steps = {
      Accept: {},
      Assign: { person: 'cv-2861' },
      Resolve: { outcome: 'wrong', decision: 'QĐ-1', summary: 'Giữ nguyên.' },
    };
    for (const [command, data] of Object.entries(steps))
      expect([command, (await head.ask(`/cases/${id}/do/${command}`, data)).status]).toEqual([command, 303]);
    const served = { decision: 'QĐ-1', to: 'N-1' };
    expect((await officer.ask(`/cases/${id}/do/Serve`, served)).status).toBe(303);
    expect((await officer.ask(`/cases/${id}/do/Recomplain`, { against: 'decision', summary: 'Không đồng ý.' })).status).toBe(303);
    const superior = await client('superior');
    expect((await superior.ask(`/cases/${id}/do/Accept`)).status).toBe(303);
    const { engine } = officeOver(store, '2026-11-20');
    const { custody } = (await engine.load(id))?.state ?? {};
    // The unit that decided has the case no longer, and owes nothing of it.
    expect(custody?.holder?.unit).toBe('nghe-an');
    const before = (await facts()).length;
    const stranger = { id: 'cv-1', unit: 'da-nang', role: 'officer' };
    for (const [type, data] of Object.entries({ Serve: { ...served, to: ['N-1'] }, Publish: { decision: 'QĐ-1', how: 'posting' } })) {
      const asked = { id: crypto.randomUUID(), type, case: id, on: '2026-11-20', data };
      expect(await engine.execute({ ...asked, actor: stranger })).toMatchObject({ because: { rule: 'of-another-unit' } });
    }
    expect((await facts()).length).toBe(before);
    expect((await officer.ask(`/cases/${id}/do/Serve`, { ...served, to: 'UBND xã' })).status).toBe(303);
    expect((await officer.ask(`/cases/${id}/do/Publish`, { decision: 'QĐ-1', how: 'posting' })).status).toBe(303);
  });

  it('does not let the second of two overwrite what the first did without having seen it', async () => {
    const { facts, client } = await open();
    const id = await takenIn(await client('officer'));
    const [one, other] = [await client('head'), await client('head')];
    await one.ask(`/cases/${id}/do/Accept`);
    await one.ask(`/cases/${id}/do/Assign`, { person: 'cv-2861' });
    const path = `/cases/${id}/do/Reassign`;
    const reassign = (who: typeof one, person: string) => who.post(path, { step: 'send', 'data.person': person, 'data.reason': 'x' });
    await one.get(path);
    await other.get(path);
    expect((await reassign(one, 'cv-1111')).status).toBe(303);
    const before = (await facts()).length;
    const late = await reassign(other, 'cv-2222');
    expect([late.status, (await facts()).length]).toEqual([409, before]);
    expect(late.body).toContain('value="cv-2222"');
    // What happened meanwhile is said: who did it and when; and nothing of what he had seen.
    const meanwhile = plain(/<ol class="meanwhile">.*?<\/ol>/s.exec(late.body)?.[0] ?? '');
    expect(meanwhile).toMatch(/^ Giao người phụ trách 20\/11\/2026 · \S+ \(thủ trưởng\), BHXH cơ sở Vinh · ghi nhận \S+ \d\d:\d\d $/);
    // Whoever has read it sends it again, now of the case as it is.
    expect((await reassign(other, 'cv-2222')).status).toBe(303);
    // Control: what arrives is recorded whatever happened meanwhile.
    await other.get(`/cases/${id}/do/RecordArrival`);
    await one.ask(`/cases/${id}/do/Note`, { text: 'x' });
    expect((await other.post(`/cases/${id}/do/RecordArrival`, { step: 'send', 'data.arrived': 'letter' })).status).toBe(303);
  });

  it('lets nobody of another unit hand the case on', async () => {
    const { facts, client } = await open();
    const id = await takenIn(await client('officer'));
    const { status, body } = await (await client('superior')).ask(`/cases/${id}/do/OfferTransfer`, { toUnit: 'ha-noi' });
    expect([status, (await facts()).length]).toEqual([409, 1]);
    expect(plain(body)).toContain('Vụ việc do BHXH cơ sở Vinh phụ trách; BHXH tỉnh Nghệ An không được làm việc này');
  });

  it('shows why a case is offered to whoever is to answer', async () => {
    const { client } = await open();
    const id = await takenIn(await client('officer'));
    const head = await client('head');
    await head.ask(`/cases/${id}/do/OfferTransfer`, { toUnit: 'nghe-an', reason: 'Thuộc thẩm quyền của tỉnh.' });
    for (const who of [head, await client('superior')])
      expect(plain((await who.get('/offers')).body)).toContain('Lý do Thuộc thẩm quyền của tỉnh.');
  });

  it('counts how often a case was handed from unit to unit, and straight back', async () => {
    const { client } = await open();
    const id = await takenIn(await client('officer'));
    const [head, superior] = [await client('head'), await client('superior')];
    const handed = async (from: typeof head, to: typeof head, toUnit: string): Promise<void> => {
      await from.ask(`/cases/${id}/do/OfferTransfer`, { toUnit, reason: 'Thẩm quyền.' });
      expect((await to.ask(`/cases/${id}/do/AcceptTransfer`, {})).status).toBe(303);
    };
    const counted = async (): Promise<string> => plain((await head.get(`/cases/${id}`)).body);
    expect(await counted()).toContain('Số lần chuyển đơn vị: 0. Trả lại ngay: 0.');
    await handed(head, superior, 'nghe-an');
    await handed(superior, head, 'nghe-an.co-so-vinh');
    expect(await counted()).toContain('Số lần chuyển đơn vị: 2. Trả lại ngay: 1. Chuyển qua lại lần thứ hai: 0.');
  });

  it('tells the auditor in the language of the page what a replay finds', async () => {
    const { store, client } = await open();
    const id = await takenIn(await client('officer'));
    const { readLog } = store;
    store.readLog = (after, limit) => forged(readLog.call(store, after, limit));
    const auditor = await client('auditor');
    const found = async (): Promise<string> => plain((await auditor.get('/audit?replay=all')).body);
    expect(await found()).toContain(`${id} 1: văn bản không ở dạng chuẩn tắc`);
    await auditor.get('/language/en');
    expect(await found()).toContain(`${id} 1: the text is not the canonical form of what it says`);
  });

  it('shows the auditor ground and document of what was entered late', async () => {
    const { client } = await open();
    const id = await takenIn(await client('officer'));
    const head = await client('head');
    await head.get(`/cases/${id}/do/Accept`);
    const late = { 'late-ground': 'Văn thư chuyển chậm.', 'late-document': 'CV-77' };
    expect((await head.post(`/cases/${id}/do/Accept`, { step: 'send', on: '2026-11-20', ...late })).status).toBe(303);
    const auditor = await client('auditor');
    expect(plain((await auditor.get(`/audit/${id}`)).body)).toContain('20/11/2026 Văn bản đến muộn: Văn thư chuyển chậm.; CV-77');
  });

  it('lists a closed case whose notice is late under a heading of its own', async () => {
    const { client } = await open();
    const officer = await client('officer');
    const head = await client('head');
    const inspector = await client('inspector');
    const late = await takenIn(officer, '2026-10-05');
    const closed = await takenIn(officer, '2026-10-05');
    for (const [command, data] of Object.entries({ Accept: {}, Withdraw: { form: 'petition' } }))
      expect((await head.ask(`/cases/${closed}/do/${command}`, { ...data, on: '2026-10-06' })).status).toBe(303);
    const { body } = await inspector.get('/overdue');
    const [before = '', after = ''] = body.split('Đã kết thúc, còn việc quá hạn</h2>');
    expect([before.includes(late), before.includes(closed), after.includes(late), after.includes(closed)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(plain(after)).toContain('Gửi quyết định đình chỉ');
  });

  it('keeps the auditor’s pages and the intake from those they are not for', async () => {
    const { client } = await open();
    const id = await takenIn(await client('officer'));
    const statuses = async (post: 'officer' | 'auditor', ...paths: string[]): Promise<number[]> => {
      const who = await client(post);
      return Promise.all(paths.map(async (path) => (await who.get(path)).status));
    };
    expect(await statuses('officer', '/audit', `/audit/${id}`, '/intake')).toEqual([403, 403, 200]);
    expect(await statuses('auditor', '/audit', `/audit/${id}`, '/intake')).toEqual([200, 200, 403]);
  });

  it('sends whoever is not signed in to the page where one does', async () => {
    const { client } = await open();
    const nobody = await client();
    const paths = ['/', '/unit', '/offers', '/overdue', '/intake', '/cases', '/cases/x', '/cases/x/do/Accept', '/audit', '/audit/x'];
    for (const path of paths) expect([path, (await nobody.get(path)).location]).toEqual([path, '/sign-in']);
  });
});

describe('what was typed', () => {
  const NOTE = { 'data.text': 'Đã gọi điện cho ông A.', step: 'send' };
  const fieldsIn = (body: string): Record<string, string> =>
    Object.fromEntries([...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]));

  it('comes back where the form was of another session, with the id of its command; what another site sends does not', async () => {
    const { facts, client } = await open();
    const officer = await client('officer');
    const path = `/cases/${await takenIn(officer)}/do/Note`;
    await officer.get(path);
    const { command } = officer;
    const stale = await officer.post(path, { ...NOTE, token: 'x' });
    expect([stale.status, officer.command, (await facts()).length]).toEqual([403, command, 1]);
    expect(stale.body).toContain('Đã gọi điện cho ông A.</textarea>');
    expect(plain(stale.body)).toContain('Nội dung đã nhập vẫn còn dưới đây');
    expect((await officer.post(path, NOTE)).status).toBe(303);
    // Seen to fail while only `cross-site` was kept out. Another port of this machine is of the same site, and another place.
    for (const site of ['same-site', 'cross-site', 'none']) {
      const other = await officer.post(path, { ...NOTE, token: 'x' }, undefined, { 'sec-fetch-site': site });
      expect([site, other.status, other.body.includes('gọi điện')]).toEqual([site, 403, false]);
    }
    const own = await officer.post(path, { ...NOTE, token: 'x' }, undefined, { 'sec-fetch-site': 'same-origin' });
    expect([own.status, own.body.includes('gọi điện')]).toEqual([403, true]);
  });

  // Seen to fail while the address was compared without the signs that an address leaves as they are.
  it('comes back at a case whose id has signs in it', async () => {
    const store = memoryStore();
    const id = "KN-(1)!*'~";
    const received = { unit: 'nghe-an.co-so-vinh', channel: 'post', summary: 'một', complainants: [{ member: 'N-1' }] };
    const actor = { id: 'cv-2861', unit: 'nghe-an.co-so-vinh', role: 'officer' };
    const { engine } = officeOver(store, '2026-11-20');
    await engine.execute({ id: 'r-1', type: 'Receive', case: id, caseType: 'complaint', on: '2026-11-16', actor, data: received });
    desk = await opened(store);
    const officer = await desk.client('officer');
    const path = `/cases/${encodeURIComponent(id)}/do/Note`;
    expect((await officer.get(path)).status).toBe(200);
    const stale = await officer.post(path, { ...NOTE, token: 'x' });
    expect([stale.status, stale.body.includes('Đã gọi điện cho ông A.</textarea>')]).toEqual([403, true]);
  });

  // Seen to fail while the seat of the auditor or the inspector was answered with 403, and what was typed was gone.
  it.each(['auditor', 'inspector'] as const)('waits while the %s sits down, who may not send it, for a seat that may', async (post) => {
    const { client } = await open();
    const officer = await client('officer');
    const path = `/cases/${await takenIn(officer)}/do/Note`;
    await officer.get(path);
    const { command, version } = officer;
    const again = await client();
    await again.get('/');
    const asked = await again.post(path, { ...NOTE, command, version, token: 'x' });
    const reads = await again.post('/sign-in', { ...fieldsIn(asked.body), post, to: path });
    expect([reads.status, reads.body.includes('Đã gọi điện cho ông A.')]).toEqual([200, true]);
    expect(plain(reads.body)).toContain('không gửi được biểu mẫu này');
    const writes = await again.post('/sign-in', { ...fieldsIn(reads.body), post: 'officer', to: path });
    expect([writes.status, again.command]).toEqual([200, command]);
    expect(writes.body).toContain('Đã gọi điện cho ông A.</textarea>');
    expect((await again.post(path, NOTE)).status).toBe(303);
    // Control: whoever left no form begins where he always does.
    await again.sit(post);
    expect((await again.get('/')).location).toBe(post === 'auditor' ? '/audit' : '/overdue');
    // A form of the seat of before, sent from another tab, is kept as well.
    const late = await again.post(path, { ...NOTE, command, token: 'x' });
    expect([late.status, late.body.includes('Đã gọi điện cho ông A.')]).toEqual([403, true]);
  });

  // Seen to fail while the language was a link, which takes nothing along.
  it('waits on when the language is changed before somebody has signed in', async () => {
    const { client } = await open();
    const officer = await client('officer');
    const path = `/cases/${await takenIn(officer)}/do/Note`;
    await officer.get(path);
    const { command, version } = officer;
    const again = await client();
    await again.get('/');
    const asked = await again.post(path, { ...NOTE, command, version, token: 'x' });
    expect(asked.body).toContain('form="asking" class="language" name="language" value="en"');
    const english = await again.post('/sign-in', { ...fieldsIn(asked.body), language: 'en' });
    expect([english.status, english.body.includes('Sign in, and it comes back')]).toEqual([200, true]);
    const writes = await again.post('/sign-in', { ...fieldsIn(english.body), post: 'officer' });
    expect([writes.status, writes.body.includes('Đã gọi điện cho ông A.</textarea>')]).toEqual([200, true]);
  });

  // Seen to fail while whoever signed in was sent to his list without a word of what he had typed.
  it('says so where it leads nowhere, to whoever has signed in by then', async () => {
    const { client, facts } = await open();
    const officer = await client('officer');
    const path = `/cases/${await takenIn(officer)}/do/Note`;
    await officer.get(path);
    const { command, version } = officer;
    const before = (await facts()).length;
    const again = await client();
    await again.get('/');
    const asked = await again.post(path, { ...NOTE, command, version, token: 'x' });
    const lost = await again.post('/sign-in', { ...fieldsIn(asked.body), post: 'officer', to: '/cases/gone/do/Note' });
    expect([lost.status, plain(lost.body)]).toEqual([404, expect.stringContaining('Biểu mẫu không dẫn đến đâu')]);
    expect((await again.get('/')).status).toBe(200);
    expect((await facts()).length).toBe(before);
  });

  // Seen to fail while a number alone drew all rows before it: 975 KB.
  it('draws no row that nobody sent, however high its number', async () => {
    const { client } = await open();
    const officer = await client('officer');
    await officer.get('/intake');
    const { status, body } = await officer.post('/intake', { step: 'try', 'data.complainants.499.member': 'N-500' });
    expect([status, body.length < 100_000, body.includes('id="f-data-complainants-499-member"')]).toEqual([422, true, true]);
  });

  // Seen to fail while such a day was called one that does not exist.
  it('on a day beyond the years of the law is refused with those years', async () => {
    expect(['1899-12-31', '1900-01-01', '2199-12-31', '2200-01-01'].map(isLegalDay)).toEqual([false, true, true, false]);
    const { client } = await open();
    const officer = await client('officer');
    const id = await takenIn(officer);
    const said = async (on: string) => plain((await officer.ask(`/cases/${id}/do/Note`, { text: 'một', on })).body);
    expect(await said('9999-12-31')).toContain('phải nằm trong các năm 1900 đến 2199');
    expect(await said('2026-02-30')).toContain('không phải là một ngày có thật');
    const auditor = await client('auditor');
    expect(plain((await auditor.get(`/audit/${id}?on=9999-12-31`)).body)).toContain('Phải nằm trong các năm 1900 đến 2199.');
  });

  // Seen to fail: the title was that of the empty form, and a refusal that says it itself was followed by the same words.
  it('and was not taken is said in the title of the page, and once that nothing is written', async () => {
    const { client } = await open();
    const officer = await client('officer');
    const path = `/cases/${await takenIn(officer)}/do/Note`;
    const title = ({ body }: { body: string }): string => /<title>([^<]*)/.exec(body)?.[1] ?? '';
    const named = title(await officer.get(path));
    expect(title(await officer.ask(path))).toBe(`Chưa gửi được: ${named}`);
    const future = await officer.ask(path, { text: 'một', on: '2026-12-10' });
    expect(title(future)).toBe(`Không được phép: ${named}`);
    expect([future.status, plain(future.body).match(/Chưa ghi gì/g)?.length]).toEqual([409, 1]);
  });

  // Seen to fail while a summary was shown as one line.
  it('in several lines is shown in several lines on the page of the case', async () => {
    const { client } = await open();
    const css = (await (await client('officer')).get('/static/desk.css')).body;
    expect(css).toMatch(/\n\.summary-full \{[^}]*white-space: pre-line;/);
  });

  it('comes back after one has had to sign in anew, and is saved once', async () => {
    const store = memoryStore();
    const before = await opened(store);
    const officer = await before.client('officer');
    await officer.get('/intake');
    const first = { ...Object.fromEntries(Object.entries(COMPLAINT).map(([name, value]) => [`data.${name}`, value])), step: 'try' };
    const { command } = officer;
    await before.app.close();
    desk = await opened(store);
    const again = await desk.client();
    await again.get('/');
    const asked = await again.post('/intake', { ...first, command, token: officer.token });
    expect([asked.status, again.command]).toEqual([403, command]);
    const form = await again.post('/sign-in', { ...fieldsIn(asked.body), post: 'officer', to: '/intake' });
    expect([form.status, again.command]).toEqual([200, command]);
    expect(form.body).toContain(`${COMPLAINT.summary}</textarea>`);
    await again.post('/intake', first);
    const send = () => again.post('/intake', { ...first, tried: again.tried || tried, step: 'send' });
    const { tried } = again;
    expect([(await send()).status, (await send()).location.endsWith('&again=1'), (await desk.facts()).length]).toEqual([303, true, 1]);
  });

  describe('and waits where one signs in', () => {
    /** A note that was sent after the session had ended: the page where one signs in holds it. */
    async function waiting() {
      const { client, store, app } = await open();
      const id = await takenIn(await client('officer'));
      const path = `/cases/${id}/do/Note`;
      await app.close();
      desk = await opened(store);
      const browser = await desk.client();
      await browser.get('/');
      const { command } = browser;
      const asked = await browser.post(path, { ...NOTE, command: '0192d3a4-0000-4000-8000-000000000001', token: 'old' });
      expect([asked.status, command]).toEqual([403, '']);
      return { browser, path, asked, fields: fieldsIn(asked.body) };
    }
    const kept = 'value="Đã gọi điện cho ông A."';

    it('says in its title that the form was not taken', async () => {
      expect((await waiting()).asked.body).toMatch(/<title>Biểu mẫu đã cũ/);
    });

    it('also where its own page has grown old, whatever is pressed there', async () => {
      const { browser, path, fields } = await waiting();
      const { token: _old, ...typed } = fields;
      const seat = await browser.post('/sign-in', { ...typed, post: 'officer', token: 'x' });
      expect([seat.status, seat.body.includes(kept)]).toEqual([403, true]);
      const english = await browser.post('/sign-in', { ...typed, language: 'en', token: 'x' });
      expect([english.status, english.body.includes(kept), english.body.includes('<html lang="en">')]).toEqual([403, true, true]);
      const form = await browser.post('/sign-in', { ...fieldsIn(english.body), post: 'officer', to: path });
      expect([form.status, form.body.includes('Đã gọi điện cho ông A.</textarea>')]).toEqual([200, true]);
    });

    it('but not what a page of another origin put there', async () => {
      const { browser, fields } = await waiting();
      const sent = await browser.post('/sign-in', { ...fields, post: 'officer', token: 'x' }, undefined, { 'sec-fetch-site': 'same-site' });
      expect([sent.status, sent.body.includes(kept)]).toEqual([403, false]);
    });

    it('as long as any form may be, and not in more fields than any form has', async () => {
      const { browser, path } = await waiting();
      const longest = await browser.post(path, { ...NOTE, 'data.text': 'x'.repeat(1024 * 1024 - 500), token: 'old' });
      const form = await browser.post('/sign-in', { ...fieldsIn(longest.body), post: 'officer', to: path });
      expect([longest.status, form.status]).toEqual([403, 200]);
      const many = await browser.post(path, {}, `token=old${'&x=1'.repeat(6_000)}`);
      expect([many.status, many.body.includes('name="x"')]).toEqual([403, false]);
    });

    it('in the language that was asked for with it', async () => {
      const { client } = await open();
      const officer = await client('officer');
      const path = `/cases/${await takenIn(officer)}/do/Note`;
      await officer.get(path);
      const { step: _pressed, ...typed } = NOTE;
      const english = await officer.post(path, { ...typed, language: 'en', token: 'old' });
      expect([english.status, english.body.includes('<html lang="en">')]).toEqual([403, true]);
      expect(english.body).toContain('Đã gọi điện cho ông A.</textarea>');
    });
  });

  it('comes back where the store did not answer, and is done once', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => silent.mockRestore());
    const store = memoryStore();
    let failing = false;
    const broken = new Proxy(store, {
      get: (all, name) => {
        if (failing && (name === 'append' || name === 'read')) throw new StoreFault('unavailable', 'x');
        const found: unknown = Reflect.get(all, name);
        return typeof found === 'function' ? found.bind(all) : found;
      },
    });
    desk = await opened(broken);
    const officer = await desk.client('officer');
    const path = `/cases/${await takenIn(officer)}/do/Note`;
    await officer.get(path);
    const { command } = officer;
    failing = true;
    const { status, body } = await officer.post(path, NOTE);
    expect([status, officer.command]).toEqual([503, command]);
    expect(body).toContain('Đã gọi điện cho ông A.</textarea>');
    failing = false;
    expect((await officer.post(path, NOTE)).status).toBe(303);
    expect((await desk.facts()).length).toBe(2);
  });

  it('is kept by a change of language', async () => {
    const { facts, client } = await open();
    const officer = await client('officer');
    const path = `/cases/${await takenIn(officer)}/do/Note`;
    const { body } = await officer.get(path);
    const { command } = officer;
    expect(body).toMatch(/<button form="asking" class="language" name="language" value="en"/);
    // Enter presses the first button of a form: it must not be the one that changes the language.
    expect(/<button form="asking"[^>]*>/.exec(body)?.[0]).not.toContain('name=');
    const { step: _pressed, ...typed } = NOTE;
    const english = await officer.post(path, { ...typed, language: 'en' });
    expect([english.status, officer.command, (await facts()).length]).toEqual([200, command, 1]);
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toContain('Đã gọi điện cho ông A.</textarea>');
    // Enter sends it without the name of a button.
    expect((await officer.post(path, { ...typed })).status).toBe(303);
    expect((await officer.get('/')).body).toContain('<html lang="en">');
  });

  // Seen to fail: whoever asked for the language in which he could read why it was refused had the form back, and the refusal was gone.
  it('comes in the other language with what was said of it: what is wrong, the no with what happened meanwhile, the clocks', async () => {
    const { facts, client } = await open();
    const officer = await client('officer');
    const id = await takenIn(officer);
    const [one, other] = [await client('head'), await client('head')];
    const path = `/cases/${id}/do/OfferTransfer`;
    const reason = { 'data.toUnit': 'nghe-an', 'data.reason': 'Thuộc thẩm quyền cấp tỉnh.' };
    for (const head of [one, other]) await head.get(path);
    const wrong = await other.post(path, { step: 'send', ...reason, 'data.toUnit': '' });
    const stillWrong = await other.post(path, { ...fieldsIn(wrong.body), ...reason, 'data.toUnit': '', language: 'en' });
    expect([wrong.status, plain(stillWrong.body).includes('Not sent: these have to be corrected')]).toEqual([422, true]);
    expect((await one.post(path, { step: 'send', ...reason })).status).toBe(303);
    const before = await facts();
    const refused = await other.post(path, { ...fieldsIn(stillWrong.body), step: 'send', ...reason });
    expect([refused.status, plain(refused.body).includes('What has happened since the form was opened')]).toEqual([409, true]);
    for (const [language, meanwhile] of [
      ['vi', 'Đã xảy ra từ khi mở biểu mẫu Đề nghị chuyển cho đơn vị khác'],
      ['en', 'What has happened since the form was opened Offer'],
    ] as const) {
      const said = await other.post(path, { ...fieldsIn(refused.body), ...reason, language });
      expect([said.status, plain(said.body)]).toEqual([200, expect.stringContaining(meanwhile)]);
      expect(said.body).toContain(`${reason['data.reason']}</textarea>`);
    }
    await officer.get('/intake');
    const fields = Object.fromEntries(Object.entries(COMPLAINT).map(([name, value]) => [`data.${name}`, value]));
    const tried = await officer.post('/intake', { ...fields, step: 'try' });
    const english = await officer.post('/intake', { ...fieldsIn(tried.body), ...fields, language: 'en' });
    expect(plain(english.body)).toContain('Tried out: nothing is written yet');
    expect(await facts()).toEqual(before);
    expect((await officer.post('/intake', { ...fieldsIn(english.body), ...fields, step: 'send' })).status).toBe(303);
    // Control: of a form that was not sent yet nothing is said.
    await one.get(path);
    expect(plain((await one.post(path, { language: 'en' })).body)).not.toContain('Not sent');
  });

  it('is not saved twice by who goes back and presses again: the address of the form has the id of its command', async () => {
    const { facts, client } = await open();
    const officer = await client('officer');
    const id = await takenIn(officer);
    await officer.get(`/cases/${id}/do/Note`);
    const address = `/cases/${id}/do/Note?form=${officer.command}`;
    expect((await officer.post(address, NOTE)).status).toBe(303);
    const { command } = officer;
    await officer.get(address);
    expect(officer.command).toBe(command);
    expect((await officer.post(address, NOTE)).location).toContain('&again=1');
    expect((await facts()).length).toBe(2);
    // Control: a form that was opened anew is another note.
    await officer.ask(`/cases/${id}/do/Note`, { text: 'Đã gọi điện cho ông A.' });
    expect((await facts()).length).toBe(3);
  });
});

describe('forms of another session', () => {
  it('are refused without the token, with another session’s, and with one of before the sign-in; nothing is written', async () => {
    const { facts, client } = await open();
    const officer = await client('officer');
    const id = await takenIn(officer);
    const head = await client('head');
    await head.get(`/cases/${id}/do/Accept`);
    const own = head.token;
    const send = async (token: string): Promise<number> => (await head.post(`/cases/${id}/do/Accept`, { step: 'send', token })).status;
    expect([await send(''), await send(officer.token), await send(`${own.slice(0, -1)}_`)]).toEqual([403, 403, 403]);
    await head.post('/sign-in', { post: 'head', token: own });
    expect(await send(own)).toBe(403);
    expect((await facts()).length).toBe(1);
    // Control: the token of the session is taken.
    expect((await head.ask(`/cases/${id}/do/Accept`)).status).toBe(303);
  });

  it.each(['/sign-in', '/sign-out', '/intake', '/cases/x/do/Accept'])('are refused at %s', async (path) => {
    const { client } = await open();
    const officer = await client('officer');
    expect((await officer.post(path, { token: 'x', post: 'head' })).status).toBe(403);
  });

  it('are no more taken under a copied cookie once its owner has stood up', async () => {
    const { app, client } = await open();
    const officer = await client('officer');
    const copied = { cookie: officer.cookie };
    const asked = async (url: string) => (await app.inject({ url, headers: copied })).statusCode;
    expect([await asked('/unit'), await asked('/intake')]).toEqual([200, 303]);
    await officer.post('/sign-out', {});
    expect([await asked('/unit'), await asked('/live')]).toEqual([303, 401]);
    expect((await app.inject({ url: '/unit', headers: copied })).headers.location).toBe('/sign-in');
  });

  it('are taken again after a restart, from a browser that still has the cookie of before', async () => {
    const { app, client, store } = await open();
    const officer = await client('officer');
    await app.close();
    const again = await opened(store);
    onTestFinished(() => again.close());
    officer.goesTo(again.app);
    expect((await officer.get('/unit')).location).toBe('/sign-in');
    await officer.get('/sign-in');
    expect((await officer.post('/sign-in', { post: 'officer' })).location).toBe('/');
    expect((await officer.get('/unit')).status).toBe(200);
  });

  // Seen to fail: a browser has one cookie of a name for all ports, so whoever opened one desk was signed out at the other.
  it('are none of a second desk of this machine: one browser sits at both', async () => {
    const { app, client } = await open();
    const second = await opened();
    onTestFinished(() => second.close());
    const browser = await client();
    browser.goesTo(app, '127.0.0.1:4001');
    await browser.sit('officer');
    browser.goesTo(second.app, '127.0.0.1:4002');
    await browser.sit('head');
    expect((await browser.get('/unit')).body).toContain('<strong>Thủ trưởng đơn vị</strong>');
    browser.goesTo(app, '127.0.0.1:4001');
    expect((await browser.get('/unit')).body).toContain('<strong>Cán bộ thụ lý</strong>');
    // Control: with another key, the cookie of one is worth nothing at the other.
    browser.goesTo(second.app, '127.0.0.1:4001');
    expect((await browser.get('/unit')).location).toBe('/sign-in');
  });

  it('cannot be signed in by a cookie that somebody wrote himself', async () => {
    const { app } = await open();
    const { nonce } = { nonce: 'A'.repeat(22) };
    const answer = await app.inject({ url: '/', headers: { host: '127.0.0.1:4001', cookie: `desk-4001=head.${nonce}` } });
    expect(answer.headers.location).toBe('/sign-in');
  });
});

describe('what somebody else makes a browser ask', () => {
  it('is answered under this machine’s own names alone', async () => {
    const { app } = await open();
    const under = async (host: string): Promise<number> => (await app.inject({ url: '/sign-in', headers: { host } })).statusCode;
    expect([await under('evil.example:8123'), await under('127.0.0.1.evil.example')]).toEqual([421, 421]);
    expect([await under('127.0.0.1:8123'), await under('localhost:8123')]).toEqual([200, 200]);
  });

  it('does not say that something was done which was not', async () => {
    const { client } = await open();
    const officer = await client('officer');
    const id = await takenIn(officer);
    expect((await officer.get(`/cases/${id}?done=Resolve`)).body).not.toContain('Đã ghi');
    expect((await officer.get(`/cases/${id}?done=Receive`)).body).toContain('Đã ghi');
  });
});

describe('what is not there', () => {
  it.each([
    '/nothing',
    '/cases/nope',
    '/cases/$log',
    `/cases/${'x'.repeat(300)}`,
    '/cases/nope/do/Accept',
    '/static/desk.ts',
    '/language/fr',
  ])('is a page that says so: %s', async (path) => {
    const { client } = await open();
    const { status, body } = await (await client('officer')).get(path);
    expect(status).toBe(404);
    expect(body).toContain('Không tìm thấy');
  });

  it.each(['/%zz', '/cases/%ff', '/cases/%ff/do/Note', `/cases/${'x'.repeat(1100)}`])(
    'is an address that cannot be read: %s',
    async (path) => {
      const { app, client } = await open();
      const officer = await client('officer');
      await officer.get('/language/en');
      const { status, headers, body } = await officer.get(path);
      expect([status, headers['content-type']]).toEqual([path.includes('xx') ? 414 : 400, 'text/html; charset=utf-8']);
      expect(String(headers['content-security-policy'])).toContain("default-src 'none'");
      expect([headers['x-content-type-options'], headers['cache-control']]).toEqual(['nosniff', 'no-store']);
      expect(body).toMatch(/<html lang="en">.*Not understood.*Sign out/s);
      expect((await app.inject({ url: path })).body).toContain('Không hiểu yêu cầu');
      expect((await app.inject({ url: path, headers: { host: 'evil.example' } })).statusCode).toBe(421);
    },
  );

  it('is a command that the case type does not have', async () => {
    const { client } = await open();
    const officer = await client('officer');
    const id = await takenIn(officer);
    // What opens a case is asked for at the intake.
    for (const name of ['Nothing', 'toString', '__proto__', 'Receive'])
      expect((await officer.get(`/cases/${id}/do/${name}`)).status).toBe(404);
  });

  it('is never another desk to go to after a change of language', async () => {
    const { client } = await open();
    const officer = await client('officer');
    const back = async (to: string): Promise<string> => (await officer.get(`/language/en?back=${encodeURIComponent(to)}`)).location;
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/language/vi', '/a\r\nb'])
      expect(await back(to)).toBe('/');
    expect(await back('/unit?sort=-due')).toBe('/unit?sort=-due');
  });
});

describe('odd input', () => {
  it('meets no fault of the desk, and writes nothing', { timeout: 300_000 }, async () => {
    const { facts, client } = await open();
    const officer = await client('officer');
    const id = await takenIn(officer);
    const auditor = await client('auditor');
    const before = (await facts()).length;
    const { body: form } = await officer.get(`/cases/${id}/do/Recomplain`);
    const names = [...form.matchAll(/ name="([^"]+)"/g)].map(([, name = '']) => name);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('', '\0', '__proto__', '9'.repeat(400), '-1', '1e9', '2026-13-45'),
    );
    const field = fc.tuple(
      fc.oneof(fc.constantFrom(...names, 'late-ground', 'more', 'step', 'data.obstacles.999.from', 'data.__proto__.x'), text),
      text,
    );
    const where = fc.constantFrom('/', '/unit', '/cases', '/overdue', '/audit', '/audit/case', `/audit/${id}`, `/cases/${id}`, '/offers');
    const read = fc.record({
      where,
      query: fc.array(fc.tuple(fc.constantFrom('sort', 'page', 'on', 'id', 'done', 'replay', 'back'), text), { maxLength: 3 }),
    });
    const seed = Number(process.env.FC_SEED ?? Date.now() % 1_000_000);
    console.log(`odd input to the desk: FC_SEED=${seed}`);
    const runs = { seed, numRuns: length('odd input to the desk', 150, 20_000) };
    await fc.assert(
      fc.asyncProperty(read, async ({ where: path, query }) => {
        const { status } = await auditor.get(`${path}?${new URLSearchParams(query)}`);
        return status < 500;
      }),
      runs,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('Accept', 'Recomplain', 'Extend', 'RecordArrival'),
        fc.array(field, { maxLength: 8 }),
        async (command, fields) => {
          const sent = new URLSearchParams([
            ['token', officer.token],
            ['command', officer.command],
            ...fields.filter(([name]) => name !== 'token'),
            ['step', 'try'],
          ]);
          const { status } = await officer.post(`/cases/${id}/do/${command}`, {}, sent.toString());
          return status < 500;
        },
      ),
      runs,
    );
    expect((await facts()).filter(({ record }) => record.version > before)).toEqual([]);
  });

  it('of another content type, or too long, is answered as what it is', async () => {
    const { app, client } = await open();
    const officer = await client('officer');
    const answer = await app.inject({ method: 'POST', url: '/intake', headers: { 'content-type': 'application/json' }, payload: '{}' });
    expect(answer.statusCode).toBe(415);
    expect((await officer.post('/intake', { 'data.summary': 'x'.repeat(1_100_000) })).status).toBe(413);
  });
});

describe('the drawing of a case', () => {
  it('has one mark for what happened several times on a day, which says how many times', async () => {
    const { client } = await open();
    const officer = await client('officer');
    const id = await takenIn(officer);
    for (const text of ['một', 'hai', 'ba']) await officer.ask(`/cases/${id}/do/Note`, { text });
    expect((await officer.get(`/cases/${id}`)).body).toMatch(/<title>[^<]*: Ghi chú \(3\)<\/title>/);
  });
});

describe('every page', () => {
  it('may load nothing from elsewhere, has no script in it, and is kept by nobody', async () => {
    const { client } = await open();
    const officer = await client('officer');
    const id = await takenIn(officer);
    for (const path of ['/', `/cases/${id}`, '/intake', '/nothing']) {
      const { headers, body } = await officer.get(path);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(String(headers['content-security-policy'])).not.toMatch(/unsafe|\*/);
      expect([headers['x-content-type-options'], headers['cache-control']]).toEqual(['nosniff', 'no-store']);
      expect(body).not.toMatch(/<script(?! src="\/static\/live\.js" defer>)|\son\w+=|style="/);
    }
    expect(String((await officer.get('/')).headers['set-cookie'] ?? '')).toBe('');
  });
});
