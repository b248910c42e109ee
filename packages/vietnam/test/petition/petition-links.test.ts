import { type Complaint, type Engine, followLinks, linksInMemory, memoryStore } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { openingFrom } from '../../src/index.ts';
import {
  after,
  type Data,
  type Desk,
  found,
  front,
  here,
  letter,
  petitionDesk,
  reason,
  type Step,
  screened,
  system,
} from './petition-desk.ts';

const complaint = (more: Data = {}): Data => ({
  channel: 'post',
  unit: 'ha-noi',
  summary: 'Không đồng ý với mức lương hưu được hưởng.',
  complainants: [{ member: 's-1' }],
  petition: 'petition-1',
  ...more,
});
const proposed: readonly Step[] = [...screened(here), ['ProposeAcceptance', '2026-08-06']];
const opening: Step = ['Receive', '2026-08-03', complaint(), { case: 'case-1' }];

const links = ({ store, engine }: Desk) => linksInMemory(store, engine.caseTypes);
const follow = (desk: Desk) => followLinks(desk.engine, links(desk), system);
const opened = async ({ engine }: Desk, caseId = 'petition-1') =>
  (await engine.history(caseId)).map(({ fact }) => fact).filter(({ type }) => type === 'OpenedCase');

describe('a complaint that is opened from a petition', () => {
  it('names it, and the petition is told: both know each other then', async () => {
    const desk = await after([...proposed, opening]);
    expect((await follow(desk)).recorded).toMatchObject([{ from: 'case-1', to: 'petition-1', as: 'opened-from' }]);
    expect(await desk.state()).toMatchObject({ opened: ['case-1'], linked: ['case-1'] });
    expect((await desk.engine.load<Complaint>('case-1'))?.state.linked).toEqual(['petition-1']);
    expect(await opened(desk)).toMatchObject([{ on: '2026-08-03', data: { from: 'case-1' } }]);
  });

  it('takes over who complains, of what and through whom, and its terms count from the day the petition came', async () => {
    const desk = await after([...screened(here, letter({ channel: 'petition-box', ...front }, 2)), ['ProposeAcceptance', '2026-08-06']]);
    const opening = openingFrom(await desk.state());
    expect(opening).toEqual({
      on: '2026-08-03',
      data: {
        channel: 'in-person',
        unit: 'ha-noi',
        summary: 'Không đồng ý với mức lương hưu được hưởng.',
        complainants: [{ member: 's-1' }, { member: 's-2' }],
        petition: 'petition-1',
        reference: '12/TCD',
        forwardedBy: 'mttq-ha-noi',
        forwarder: 'fatherland-front',
      },
    });
    const { facts } = await desk.done('Receive', opening?.on ?? '', opening?.data, { case: 'case-1' });
    expect(facts[0]?.record.meta.caseType).toBe('complaint');
    expect((await desk.engine.load('case-1'))?.state.clocks.acceptance?.dueOn).toBe('2026-08-12');
    // Control: of a petition that names nobody no complaint is opened.
    expect(openingFrom(await (await after(screened(here, letter({ senders: [] })))).state())).toBeNull();
  });

  it('takes over who signed; a signature that was missing is no longer known to be once something was handed in', async () => {
    const senders = [{ sender: 's-1', signed: 'fingerprint' }, { sender: 's-2', signed: 'unsigned' }, { sender: 's-3' }];
    const desk = await after(screened(found({ competent: 'this-body', unsigned: true }), letter({ senders })));
    const people = async () => openingFrom(await desk.state())?.data.complainants;
    expect(await people()).toEqual([{ member: 's-1', signed: true }, { member: 's-2', signed: false }, { member: 's-3' }]);
    await desk.done('GuideSupplement', '2026-08-06', { missing: ['Chữ ký.'] });
    await desk.done('Supplement', '2026-08-07', { papers: ['Đơn có chữ ký.'] });
    expect(await people()).toEqual([{ member: 's-1', signed: true }, { member: 's-2' }, { member: 's-3' }]);
  });

  it('is not accepted while nobody has signed it (LKN Đ.11.5)', async () => {
    const unsigned = [{ sender: 's-1', signed: 'unsigned' }];
    const desk = await after([...screened(here, letter({ senders: unsigned })), ['ProposeAcceptance', '2026-08-06']]);
    const opening = openingFrom(await desk.state());
    const contests = { decision: '123/QĐ-BHXH', issuedBy: 'ha-noi' };
    await desk.done('Receive', opening?.on ?? '', { ...opening?.data, contests }, { case: 'case-1' });
    expect((await desk.refused('Accept', '2026-08-07', {}, { case: 'case-1' })).params.rule).toBe('unsigned');
  });

  it('owes the result to whoever forwarded the petition, from the decision on (LKN Đ.66.2)', async () => {
    const desk = await after([...screened(here, letter(front)), ['ProposeAcceptance', '2026-08-06']]);
    const opening = openingFrom(await desk.state());
    const contests = { decision: '123/QĐ-BHXH', issuedBy: 'ha-noi' };
    await desk.done('Receive', opening?.on ?? '', { ...opening?.data, contests }, { case: 'case-1' });
    for (const [type, data] of [['Accept'], ['Assign', { person: 'cb-7' }]] as const)
      await desk.done(type, '2026-08-07', data, { case: 'case-1' });
    const decision = { outcome: 'wrong', decision: '45/QĐ-GQKN', summary: 'Giữ nguyên quyết định.' };
    await desk.done('Resolve', '2026-08-10', decision, { case: 'case-1' });
    expect((await desk.engine.load('case-1'))?.state.clocks['forwarder-notice']?.dueOn).toBe('2026-08-17');
  });

  it('lets the originals of the petition go back once, after the decision', async () => {
    const desk = await after([
      ...screened(here, letter({ originals: ['Sổ bảo hiểm xã hội'] })),
      ['ProposeAcceptance', '2026-08-06'],
      opening,
    ]);
    await follow(desk);
    expect(await desk.owed()).toEqual(['answer-sender-s-1']);
    await desk.done('ReturnOriginals', '2026-09-01', { to: 's-1' });
    expect((await desk.state()).obligations).toMatchObject([{}, { id: 'originals-s-1', fulfilledOn: '2026-09-01' }]);
    expect((await desk.refused('ReturnOriginals', '2026-09-02', { to: 's-1' })).code).toBe('NO_SUCH_OBLIGATION');
  });

  it('is listed, and finished once, where the work broke off between the two halves', async () => {
    const store = memoryStore();
    const before = petitionDesk(store);
    for (const step of [...proposed, opening]) await before.done(...step);
    // Here the process died. Another one is started over the same log.
    const desk = petitionDesk(store);
    expect(await links(desk).unfinished()).toMatchObject([{ from: 'case-1', to: 'petition-1' }]);
    expect(await opened(desk)).toEqual([]);
    await follow(desk);
    await follow(desk);
    expect(await opened(desk)).toHaveLength(1);
    expect(await links(desk).unfinished()).toEqual([]);
  });

  it('is told once where the work broke off after it was told and before anybody heard of it', async () => {
    const desk = await after([...proposed, opening]);
    const deaf: Engine = {
      ...desk.engine,
      execute: async (input) => {
        await desk.engine.execute(input);
        throw new Error('the line went dead');
      },
    };
    const source = links(desk);
    const [link] = await source.unfinished();
    await expect(followLinks(deaf, { unfinished: async () => (link ? [link] : []) }, system)).rejects.toThrow('the line went dead');
    // Whoever begins again with the same pair writes nothing, and is told that it is done.
    expect((await followLinks(desk.engine, { unfinished: async () => (link ? [link] : []) }, system)).recorded).toEqual([link]);
    expect(await opened(desk)).toHaveLength(1);
    expect(await source.unfinished()).toEqual([]);
  });

  it('may be one of several from the same petition', async () => {
    const desk = await after([...proposed, opening, ['Receive', '2026-08-03', complaint(), { case: 'case-2' }]]);
    await follow(desk);
    expect((await desk.state()).opened).toEqual(['case-1', 'case-2']);
  });

  it('stands in the petition once, even where somebody had told it by hand', async () => {
    const desk = await after([...proposed, opening]);
    await desk.done('RecordLink', '2026-08-03', { from: 'case-1', as: 'opened-from', fact: 'by-hand' }, { actor: system });
    await follow(desk);
    expect(await desk.state()).toMatchObject({ opened: ['case-1'], linked: ['case-1'] });
  });

  it('stays an unfinished pair where there is no such petition', async () => {
    const desk = await after([['Receive', '2026-08-03', complaint({ petition: 'lost' }), { case: 'case-1' }]]);
    expect((await follow(desk)).refused).toMatchObject([{ refusal: { code: 'UNKNOWN_CASE' } }]);
    expect(await links(desk).unfinished()).toMatchObject([{ to: 'lost' }]);
  });
});

describe('a petition that joins a case', () => {
  it('keeps its own stream, and the complaint is told of it', async () => {
    const desk = await after([...proposed, opening]);
    for (const [type, on, data] of screened(here, letter({ senders: [{ sender: 's-2' }] })))
      await desk.done(type, on, data, { case: 'petition-2' });
    await desk.done('Join', '2026-08-06', { into: 'case-1', ...reason }, { case: 'petition-2' });
    await follow(desk);
    expect((await desk.engine.load<Complaint>('case-1'))?.state.linked).toEqual(['petition-1', 'petition-2']);
    expect(await desk.owed('petition-2')).toEqual(['answer-sender-s-2']);
  });
});

describe('one content that two bodies sent on', () => {
  const forwarded = (body: Data): Data => letter({ channel: 'forwarded', ...body });
  const press = { forwardedBy: { body: 'bao-nd', kind: 'press' } };

  it('is two petitions with a link: each forwarder and each sender has an answer of his own from each', async () => {
    const desk = await after([...screened(here, forwarded(front)), ['ProposeAcceptance', '2026-08-06']]);
    const second = { case: 'petition-2' };
    for (const [type, on, data] of screened(here, forwarded(press))) await desk.done(type, on, data, second);
    await desk.done('LinkDuplicate', '2026-08-07', { of: 'petition-1', ...reason }, second);
    await follow(desk);
    expect((await desk.state()).linked).toEqual(['petition-2']);
    expect((await desk.state('petition-2')).linked).toEqual(['petition-1']);
    expect([await desk.owed(), await desk.owed('petition-2')]).toEqual([
      ['answer-sender-s-1', 'answer-forwarder-mttq-ha-noi'],
      ['answer-sender-s-1', 'answer-forwarder-bao-nd'],
    ]);
    const told = (to: string, on: string): Step => ['AnswerSender', on, { to, document: `CV-${to}`, says: 'Đang giải quyết.' }];
    // An answer from one file answers nothing in the other.
    const [type, on, data] = told('bao-nd', '2026-08-10');
    expect((await desk.refused(type, on, data)).code).toBe('NO_SUCH_OBLIGATION');
    for (const to of ['s-1', 'bao-nd']) {
      const [name, day, says] = told(to, '2026-08-10');
      await desk.done(name, day, says, second);
    }
    expect((await desk.done('Close', '2026-08-11', reason, second)).state.stage).toBe('closed');
    expect(await desk.owed()).toEqual(['answer-sender-s-1', 'answer-forwarder-mttq-ha-noi']);
  });
});
