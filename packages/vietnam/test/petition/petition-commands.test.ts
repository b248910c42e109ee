import { handlingOf, type Refusal } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { petition } from '../../src/index.ts';
import {
  after,
  came,
  clerk,
  elsewhere,
  found,
  front,
  head,
  here,
  leader,
  letter,
  petitionDesk,
  reason,
  type Step,
  screened,
  system,
} from './petition-desk.ts';

const received = screened(here).slice(0, 1);
const registered = screened(here).slice(0, 2);
const visited: readonly Step[] = [['Receive', '2026-08-03', came()]];
const proposed: readonly Step[] = [...screened(here), ['ProposeAcceptance', '2026-08-06']];
const guided: readonly Step[] = [...screened(elsewhere), ['GuideOnce', '2026-08-06', { to: 'UBND phường', ...reason }]];
const anonymous = screened(found({ senderUnknown: true }), letter({ senders: [] }));
const filed: readonly Step[] = [...anonymous, ['File', '2026-08-06', reason]];
const late = screened(found({ competent: 'body-below', belowOverdue: true }));
const originals = screened(elsewhere, letter({ originals: ['Sổ bảo hiểm xã hội'] }));

interface Row {
  readonly after: readonly Step[];
  readonly ask: Step;
  readonly facts: readonly string[];
  readonly stage: string;
}

/** What each command needs before it, what it is asked with, and what follows. */
const asked: Readonly<Record<string, Row>> = {
  Receive: { after: [], ask: ['Receive', '2026-08-03', letter()], facts: ['Received'], stage: 'received' },
  RecordOral: {
    after: [],
    ask: ['RecordOral', '2026-08-03', { ...letter({ channel: 'in-person' }), minutes: 'BB-1' }],
    facts: ['OralRecorded'],
    stage: 'received',
  },
  RecordArrival: {
    after: received,
    ask: ['RecordArrival', '2026-08-04', { arrived: 'cuộc gọi', body: { note: 'Hỏi kết quả.' } }],
    facts: ['ArrivalRecorded'],
    stage: 'received',
  },
  Supplement: {
    after: [...screened(found({ competent: 'this-body', unsigned: true })), ['GuideSupplement', '2026-08-06', { missing: ['Chữ ký'] }]],
    ask: ['Supplement', '2026-08-10', { papers: ['Đơn có chữ ký'] }],
    facts: ['Supplemented'],
    stage: 'registered',
  },
  Withdraw: { after: registered, ask: ['Withdraw', '2026-08-05', { form: 'petition' }], facts: ['Withdrawn'], stage: 'closed' },
  CheckIdentity: {
    after: visited,
    ask: ['CheckIdentity', '2026-08-03', { visitor: 's-1', name: 'Nguyễn Văn A', address: 'Số 1 phố Huế', identity: '001099000000' }],
    facts: ['IdentityChecked'],
    stage: 'received',
  },
  RefuseReception: {
    after: visited,
    ask: ['RefuseReception', '2026-08-03', { visitor: 's-1', ground: 'RF2', ...reason }],
    facts: ['ReceptionRefused'],
    stage: 'received',
  },
  GiveRefusalNotice: {
    after: [...visited, ['RefuseReception', '2026-08-03', { visitor: 's-1', ground: 'RF3', shownBy: 'TB-9', ...reason }]],
    ask: ['GiveRefusalNotice', '2026-08-04', { to: 's-1', document: '01/TCD-1' }],
    facts: ['RefusalNoticeGiven'],
    stage: 'received',
  },
  Acknowledge: { after: received, ask: ['Acknowledge', '2026-08-03', { document: 'BN-1' }], facts: ['Acknowledged'], stage: 'received' },
  Register: { after: received, ask: ['Register', '2026-08-04', { number: '12/TCD' }], facts: ['Registered'], stage: 'registered' },
  Assign: { after: registered, ask: ['Assign', '2026-08-04', { person: 'cb-7' }], facts: ['Assigned'], stage: 'registered' },
  MoveCustody: {
    after: registered,
    ask: ['MoveCustody', '2026-08-04', { toUnit: 'ha-noi', ...reason }],
    facts: ['CustodyMoved'],
    stage: 'registered',
  },
  Classify: { after: registered, ask: ['Classify', '2026-08-05', here], facts: ['Classified'], stage: 'classified' },
  ProposeAcceptance: {
    after: screened(here),
    ask: ['ProposeAcceptance', '2026-08-06', { document: '01-XLĐ' }],
    facts: ['ProposedForAcceptance'],
    stage: 'proposed',
  },
  AnswerIneligible: {
    after: screened(found({ competent: 'this-body', secondDecision: true })),
    ask: ['AnswerIneligible', '2026-08-06', { ground: 'N7', ...reason }],
    facts: ['AnsweredIneligible'],
    stage: 'ineligible',
  },
  GuideSupplement: {
    after: screened(found({ competent: 'this-body', missing: ['papers'] })),
    ask: ['GuideSupplement', '2026-08-06', { missing: ['Quyết định bị khiếu nại'] }],
    facts: ['SupplementGuided'],
    stage: 'supplement-guided',
  },
  GuideOnce: {
    after: screened(elsewhere),
    ask: ['GuideOnce', '2026-08-06', { to: 'UBND phường', ...reason }],
    facts: ['GuidedOnce'],
    stage: 'guided',
  },
  Return: {
    after: screened(elsewhere, letter({ channel: 'forwarded', ...front })),
    ask: ['Return', '2026-08-06', { to: 'mttq-ha-noi', ...reason }],
    facts: ['Returned'],
    stage: 'returned',
  },
  SendElsewhere: {
    after: screened(elsewhere, letter({ channel: 'forwarded', ...leader })),
    ask: ['SendElsewhere', '2026-08-06', { to: 'UBND thành phố', ...reason }],
    facts: ['SentElsewhere'],
    stage: 'forwarded',
  },
  GuideSplit: {
    after: screened(found({ content: 'mixed' })),
    ask: ['GuideSplit', '2026-08-06', { contents: ['khiếu nại', 'tố cáo'] }],
    facts: ['SplitGuided'],
    stage: 'split-guided',
  },
  File: { after: anonymous, ask: ['File', '2026-08-06', reason], facts: ['Filed'], stage: 'filed' },
  Join: { after: screened(here), ask: ['Join', '2026-08-06', { into: 'case-1', ...reason }], facts: ['JoinedCase'], stage: 'joined' },
  LinkDuplicate: {
    after: screened(here),
    ask: ['LinkDuplicate', '2026-08-06', { of: 'petition-0', ...reason }],
    facts: ['LinkedDuplicate'],
    stage: 'linked',
  },
  ReportToHead: {
    after: late,
    ask: ['ReportToHead', '2026-08-06', { about: 'Cấp dưới quá hạn.' }],
    facts: ['ReportedToHead'],
    stage: 'reported',
  },
  Direct: {
    after: [...late, ['ReportToHead', '2026-08-06', { about: 'Cấp dưới quá hạn.' }]],
    ask: ['Direct', '2026-08-07', { instruction: 'Yêu cầu giải quyết.' }],
    facts: ['HeadDirected'],
    stage: 'classified',
  },
  DemandResolution: {
    after: late,
    ask: ['DemandResolution', '2026-08-06', { of: 'ha-noi.co-so-dong-da', document: 'CV-1', ...reason }],
    facts: ['ResolutionDemanded'],
    stage: 'classified',
  },
  AnswerSender: {
    after: guided,
    ask: ['AnswerSender', '2026-08-07', { to: 's-1', document: 'CV-2', says: 'Đề nghị gửi đơn đến UBND phường.' }],
    facts: ['SenderAnswered'],
    stage: 'guided',
  },
  ReturnOriginals: {
    after: [...originals, ['GuideOnce', '2026-08-06', { to: 'UBND phường', ...reason }]],
    ask: ['ReturnOriginals', '2026-08-07', { to: 's-1' }],
    facts: ['OriginalsReturned'],
    stage: 'guided',
  },
  DecideDestruction: {
    after: [...filed, ['Close', '2026-08-10', reason]],
    ask: ['DecideDestruction', '2027-08-09', { document: 'QĐ-9' }],
    facts: ['DestructionDecided'],
    stage: 'closed',
  },
  Close: { after: filed, ask: ['Close', '2026-08-10', reason], facts: ['Closed'], stage: 'closed' },
  Note: { after: received, ask: ['Note', '2026-08-04', { text: 'Đã gọi điện.' }], facts: ['Noted'], stage: 'received' },
  RecordLink: {
    after: proposed,
    ask: ['RecordLink', '2026-08-03', { from: 'case-1', as: 'opened-from', fact: 'f-1' }, { actor: system }],
    facts: ['OpenedCase'],
    stage: 'proposed',
  },
  RecordRunOut: {
    after: received,
    // 45 days from 3 August: 17 September.
    ask: ['RecordRunOut', '2026-09-18', { clock: 'processing' }, { actor: system }],
    facts: ['ClockRanOut'],
    stage: 'received',
  },
};

describe('every command of the petition', () => {
  it('stands in this list, or in the test of a calendar that is announced', () => {
    expect([...Object.keys(asked), 'RecountClocks'].sort()).toEqual(Object.keys(petition.commands).sort());
  });

  for (const [name, row] of Object.entries(asked)) {
    it(`${name} leads to ${row.facts.join(', ')} and the petition is ${row.stage}`, async () => {
      const { facts, state } = await (await after(row.after)).done(...row.ask);
      expect(facts.map(({ record }) => record.type)).toEqual(row.facts);
      expect(state.stage).toBe(row.stage);
    });

    it(`${name} is done a second time with its id without being written again`, async () => {
      const desk = await after(row.after);
      const [type, on, data, more] = row.ask;
      await desk.done(type, on, data, { ...more, id: 'once' });
      const { version } = await desk.state();
      await desk.done(type, on, data, { ...more, id: 'once' });
      expect((await desk.state()).version).toBe(version);
    });
  }
});

const code = ({ code: no, params }: Refusal): readonly unknown[] => [no, ...Object.values(params)];

describe('what the petition itself refuses', () => {
  const refusals: readonly (readonly [string, readonly Step[], Step, readonly unknown[]])[] = [
    [
      'work by a unit that does not hold it',
      registered,
      ['Classify', '2026-08-05', here, { actor: { ...head, unit: 'nghe-an' } }],
      ['NOT_THE_HOLDER', 'nghe-an', 'ha-noi'],
    ],
    [
      'a move to a unit that is not there',
      registered,
      ['MoveCustody', '2026-08-05', { toUnit: 'nowhere', ...reason }],
      ['UNKNOWN_UNIT', 'nowhere', '2026-08-05'],
    ],
    ['joining it to itself', screened(here), ['Join', '2026-08-06', { into: 'petition-1', ...reason }], ['SAME_CASE', 'petition-1']],
    [
      'calling it a duplicate of itself',
      screened(here),
      ['LinkDuplicate', '2026-08-06', { of: 'petition-1', ...reason }],
      ['SAME_CASE', 'petition-1'],
    ],
    [
      'an answer to somebody who did not send it',
      guided,
      ['AnswerSender', '2026-08-07', { to: 's-9', document: 'CV', says: 'Trả lời.' }],
      ['NO_SUCH_OBLIGATION', 'answer-s-9'],
    ],
    [
      'an answer by a unit that does not hold it',
      guided,
      ['AnswerSender', '2026-08-07', { to: 's-1', document: 'CV', says: 'Trả lời.' }, { actor: { ...head, unit: 'nghe-an' } }],
      ['NOT_THE_HOLDER', 'nghe-an', 'ha-noi'],
    ],
    ['originals given back that never came', guided, ['ReturnOriginals', '2026-08-07', { to: 's-1' }], ['NO_SUCH_OBLIGATION', 'originals']],
    ['closing while a sender waits for his answer', guided, ['Close', '2026-08-07', reason], ['STILL_OWED', 'answer-sender-s-1']],
    [
      'a clock that it does not have',
      received,
      ['RecordRunOut', '2026-08-04', { clock: 'resolution' }, { actor: system }],
      ['NO_SUCH_CLOCK', 'resolution'],
    ],
    [
      'a clock that still runs',
      received,
      ['RecordRunOut', '2026-09-17', { clock: 'processing' }, { actor: system }],
      ['CLOCK_STILL_RUNS', 'processing', '2026-09-17'],
    ],
  ];

  for (const [what, steps, ask, expected] of refusals) {
    it(`refuses ${what}`, async () => {
      expect(code(await (await after(steps)).refused(...ask))).toEqual(expected);
    });
  }

  it('records that a clock ran out once', async () => {
    const desk = await after(received);
    await desk.done('RecordRunOut', '2026-09-18', { clock: 'processing' }, { actor: system });
    const again = await desk.refused('RecordRunOut', '2026-09-19', { clock: 'processing' }, { actor: system });
    expect(code(again)).toEqual(['ALREADY_RAN_OUT', 'processing', '2026-09-17']);
  });

  it('refuses closing a proposal that no case came of, and closes it once one is opened and the sender is answered', async () => {
    const desk = await after(proposed);
    await desk.done('AnswerSender', '2026-08-10', { to: 's-1', document: 'TB-1', says: 'Đã thụ lý.' });
    expect(code(await desk.refused('Close', '2026-08-11', reason))).toEqual(['STILL_OWED', 'case-to-open']);
    await desk.done('RecordLink', '2026-08-03', { from: 'case-1', as: 'opened-from', fact: 'f-1' }, { actor: system });
    expect((await desk.done('Close', '2026-08-11', reason)).state.ended).toEqual({ by: 'Closed', on: '2026-08-11' });
  });

  it('refuses every outcome before it was screened', async () => {
    const desk = await after(registered);
    const outcomes = [
      'ProposeAcceptance',
      'GuideOnce',
      'File',
      'Return',
      'SendElsewhere',
      'GuideSplit',
      'GuideSupplement',
      'AnswerIneligible',
    ];
    const offered = await desk.engine.options('petition-1', head, '2026-08-05');
    for (const each of outcomes) expect(offered.find(({ command }) => command === each)?.refusal?.code, each).toBe('NOT_IN_THIS_STAGE');
  });
});

describe('an arrival', () => {
  const nobody = { actor: { id: 'x', unit: 'nowhere', role: 'visitor' } };

  for (const channel of [
    'post',
    'in-person',
    'petition-box',
    'phone',
    'email',
    'portal',
    'online-session',
    'forwarded',
    'internal',
    'other',
  ]) {
    it(`by ${channel} is recorded`, async () => {
      expect((await petitionDesk().done('Receive', '2026-08-03', letter({ channel }))).state).toMatchObject({ channel, stage: 'received' });
    });
  }

  it('is recorded whoever takes it in, with what spoke against it, and even from before any law that is known', async () => {
    const desk = petitionDesk();
    const { facts } = await desk.done('Receive', '2010-02-01', letter({ unit: 'nowhere' }), nobody);
    expect(facts[0]?.record.data.objections).toMatchObject([{ code: 'NOT_PERMITTED' }, { code: 'UNKNOWN_UNIT' }]);
    // Control: what is no arrival is refused to the same person.
    expect((await desk.refused('Register', '2010-02-01', { number: '1' }, nobody)).code).toBe('NOT_PERMITTED');
  });

  it('that names nobody is recorded', async () => {
    expect((await petitionDesk().done('Receive', '2026-08-03', letter({ senders: [] }))).state.senders).toEqual([]);
  });

  it('for a petition that is closed is recorded and moves nothing', async () => {
    const desk = await after([...filed, ['Close', '2026-08-10', reason]]);
    const arrivals: readonly Step[] = [
      ['Receive', '2026-08-11', letter()],
      ['Supplement', '2026-08-11', { papers: ['Ảnh'] }],
      ['RecordArrival', '2026-08-11', { arrived: 'thư', body: {} }],
    ];
    for (const step of arrivals) {
      const { facts, state } = await desk.done(...step);
      expect(facts[0]?.record.type).toBe('ArrivalRecorded');
      expect(handlingOf(state.at)).toBe('closed');
    }
    expect((await desk.state()).arrivals).toBe(3);
  });

  it('that supplements a petition does not send it back to be screened where whoever brought it in was not allowed to', async () => {
    const { after: steps } = asked.Supplement ?? { after: [] };
    const { facts, state } = await (await after(steps)).done('Supplement', '2026-08-10', { papers: ['Đơn'] }, nobody);
    expect([facts[0]?.record.type, state.stage]).toEqual(['ArrivalRecorded', 'supplement-guided']);
  });
});

describe('personal data of a petition', () => {
  it('goes to the vault and never into the log', async () => {
    const desk = petitionDesk();
    const sender = { sender: 's-1', name: 'Nguyễn Văn A', address: 'Số 1 phố Huế', contact: '0900000000', identity: '001099000000' };
    const { facts } = await desk.done('Receive', '2026-08-03', letter({ senders: [sender] }), { actor: clerk });
    const [fact] = facts;
    if (!fact) throw new Error('nothing was recorded');
    for (const secret of [sender.name, sender.address, sender.contact, sender.identity]) expect(fact.text).not.toContain(secret);
    expect([...desk.vault.opened(fact.record).values()].sort()).toEqual(
      [sender.name, sender.address, sender.contact, sender.identity].sort(),
    );
    // Control: what is not personal stands in the clear.
    expect(fact.text).toContain('s-1');
  });
});
