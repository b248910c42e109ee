import { complaint, ownCommandId, watch } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { bodyOf, head, letter, openDesk, received, tokenOf } from './desk.ts';

const note = (text = 'Đã gọi điện.') => ({ type: 'Note', on: '2026-06-02', data: { text } });
const commands = '/cases/case-1/commands';

describe('a command over HTTP', () => {
  it('is done, and answers with the case, its version and its facts', async () => {
    const desk = openDesk();
    const answer = await desk.send(commands, '"c 1"', { type: 'Receive', on: '2026-06-01', data: letter });
    expect([answer.status, answer.headers.get('etag'), answer.headers.get('location')]).toEqual([200, '"1"', '/cases/case-1']);
    expect(await bodyOf(answer)).toEqual({
      case: 'case-1',
      version: 1,
      facts: [
        expect.objectContaining({
          version: 1,
          type: 'Received',
          meta: expect.objectContaining({ command: 'c 1', actor: 'p-left', door: 'execute' }),
        }),
      ],
    });
  });

  it('opens a case of its own, the same one however often it is sent', async () => {
    const desk = openDesk();
    const first = await desk.send('/cases', 'opening', { type: 'Receive', on: '2026-06-01', data: letter });
    const { case: caseId } = await bodyOf(first.clone());
    expect([first.status, first.headers.get('location')]).toEqual([201, `/cases/${caseId}`]);
    const again = await desk.send('/cases', 'opening', { type: 'Receive', on: '2026-06-01', data: letter });
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(await again.text()).toBe(await first.text());
    expect((await desk.log()).length).toBe(1);
    expect((await desk.get(`/cases/${caseId}`)).status).toBe(200);
  });

  it('gets its first answer again, word for word, though the case has moved on', async () => {
    const desk = await received();
    const first = await desk.send(commands, 'same', note());
    await desk.send(commands, 'other', note('Đã viết thư.'));
    const again = await desk.send(commands, 'same', note());
    expect([first.headers.get('idempotent-replayed'), again.headers.get('idempotent-replayed')]).toEqual([null, 'true']);
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([200, '"2"', await first.text()]);
  });

  it.each(['bare-key', '"quoted key"', '"with \\" and \\\\"'])('takes the key %s', async (key) => {
    const desk = await received();
    expect((await desk.send(commands, key, note())).status).toBe(200);
  });

  it('takes the same id quoted and bare', async () => {
    const desk = await received();
    await desk.send(commands, 'k-1', note());
    expect((await desk.send(commands, '"k-1"', note())).headers.get('idempotent-replayed')).toBe('true');
  });

  it('takes nobody’s command under an id of the engine’s own, which would keep the watch from recording what ran out', async () => {
    const desk = await received();
    const clock = Object.values((await desk.engine.load('case-1'))?.state.clocks ?? {})[0] ?? expect.fail('no clock');
    const due = { case: 'case-1', caseType: 'complaint', clock: clock.id, dueOn: clock.dueOn };
    const source = { before: async () => [due] };
    const system = { id: 'watch', unit: 'left', role: 'system' };
    // The id that the watch will use is no secret: it follows from the case, the clock and the day.
    const id = ownCommandId(desk.store.log, `ran-out/case-1/${clock.id}/${clock.dueOn}`);
    expect((await desk.send('/cases/case-2/commands', id, { type: 'Receive', on: '2026-06-01', data: letter })).status).toBe(400);
    expect(await watch(desk.engine, source, system)).toMatchObject({ recorded: [due], refused: [] });
    // Control: under such an id sent in another way, nothing would be recorded.
    const other = await received();
    const id2 = ownCommandId(other.store.log, `ran-out/case-1/${clock.id}/${clock.dueOn}`);
    await other.engine.execute({ id: id2, type: 'Receive', case: 'case-2', on: '2026-06-01', actor: head('left'), data: letter });
    expect((await watch(other.engine, source, system)).refused).toHaveLength(1);
  });

  it('is asked by whoever the host says, never by a body', async () => {
    const desk = await received();
    const before = await desk.log();
    for (const field of ['actor', 'id', 'case', 'version', 'door', 'force']) {
      const answer = await desk.send(commands, 'k', { ...note(), [field]: { id: 'p-top', unit: 'top', role: 'superior' } });
      expect([field, answer.status]).toEqual([field, 422]);
      expect(await bodyOf(answer)).toMatchObject({ code: 'INVALID_COMMAND', detail: expect.stringContaining(field) });
    }
    expect(await desk.log()).toEqual(before);
    const other = await desk.send(commands, 'k', note(), { authorization: tokenOf(head('far')) });
    expect(await bodyOf(other)).toMatchObject({ facts: [{ meta: { actor: 'p-far' } }] });
  });

  it('is refused with its code, its rule and what may follow, in the language asked for', async () => {
    const desk = await received();
    const resolve = { type: 'Resolve', on: '2026-06-02', data: { outcome: 'right', decision: 'QĐ-1', summary: 'Trả lại.' } };
    const english = await desk.send(commands, 'r', resolve);
    expect([english.status, english.headers.get('content-type'), english.headers.get('content-language')]).toEqual([
      409,
      'application/problem+json',
      'en',
    ]);
    expect(await bodyOf(english)).toMatchObject({
      type: 'urn:redress:problem:not-in-this-stage',
      status: 409,
      code: 'NOT_IN_THIS_STAGE',
      asked: 'Resolve',
      case: 'case-1',
      stage: 'received',
      law: { rule: 'chart' },
      mayFollow: expect.arrayContaining(['Accept']),
      detail: 'Resolve cannot follow while the case is received. [chart]',
    });
    const vietnamese = await desk.send(commands, 'r', resolve, { 'accept-language': 'fr, vi-VN;q=0.8, en;q=0.5' });
    expect(vietnamese.headers.get('content-language')).toBe('vi');
    expect(await bodyOf(vietnamese)).toMatchObject({
      detail: 'Không thể thực hiện Resolve khi vụ việc đang ở giai đoạn received. [chart]',
      remedy: expect.stringContaining('mayFollow'),
    });
  });

  it('may be any that the case type has: each is a body that the document knows', async () => {
    const desk = openDesk();
    const document = await bodyOf(await desk.get('/openapi.json'));
    for (const name of Object.keys(complaint.commands))
      expect(document).toHaveProperty(['components', 'schemas', `complaint.${name}.command`]);
  });
});

describe('If-Match', () => {
  it('lets a command pass while the case is at that version, and refuses it with 412 once it is not', async () => {
    const desk = await received();
    expect((await desk.send(commands, 'a', note(), { 'if-match': '"1"' })).status).toBe(200);
    const late = await desk.send(commands, 'b', note(), { 'if-match': '"1"' });
    expect(late.status).toBe(412);
    expect(await bodyOf(late)).toMatchObject({ code: 'CASE_MOVED_ON', params: { seen: 1, version: 2 } });
    expect((await desk.log()).length).toBe(2);
  });

  it('still gives a command that was done its first answer', async () => {
    const desk = await received();
    const first = await desk.send(commands, 'a', note(), { 'if-match': '"1"' });
    const again = await desk.send(commands, 'a', note(), { 'if-match': '"1"' });
    expect([again.status, await again.text()]).toEqual([200, await first.text()]);
  });

  it('lets one of twenty pass that were sent at once for the same version', async () => {
    const desk = await received();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => desk.send(commands, `k-${at}`, note(), { 'if-match': '"1"' })));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
    // Without the header all twenty pass, each after the one before.
    const free = await Promise.all(Array.from({ length: 20 }, (_, at) => desk.send(commands, `f-${at}`, note())));
    expect(free.every(({ status }) => status === 200)).toBe(true);
  });

  it('may be weak: a proxy that packs an answer makes its tag so', async () => {
    const desk = await received();
    expect((await desk.send(commands, 'a', note(), { 'if-match': 'W/"1"' })).status).toBe(200);
    expect((await desk.send(commands, 'b', note(), { 'if-match': 'W/"1"' })).status).toBe(412);
  });

  it.each(['7', '*', '"1", "2"', '"x"', '"-1"', '"1.5"', '""', '"9999999999999999"'])('is a plain no where it is %s', async (given) => {
    const desk = await received();
    const answer = await desk.send(commands, 'a', note(), { 'if-match': given });
    expect(answer.status).toBe(400);
    expect(await bodyOf(answer)).toMatchObject({ code: 'IF_MATCH_MALFORMED' });
    expect((await desk.log()).length).toBe(1);
  });
});
