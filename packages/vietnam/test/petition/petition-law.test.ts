import { sayRefusal } from '@redress/core';
import { describe, expect, it } from 'vitest';
import {
  after,
  type Data,
  type Desk,
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

/** What the table speaks of; the rest of the commands is not its matter. */
const OUTCOMES = [
  ...['AnswerIneligible', 'DemandResolution', 'File', 'GuideOnce', 'GuideSplit', 'GuideSupplement'],
  ...['ProposeAcceptance', 'ReportToHead', 'Return', 'SendElsewhere'],
];

async function offered(desk: Desk, on = '2026-08-06'): Promise<readonly string[]> {
  const options = await desk.engine.options('petition-1', head, on);
  return OUTCOMES.filter((name) => options.find(({ command }) => command === name)?.may);
}

/** Rule and source of the law's no. */
async function rule(desk: Desk, ...ask: Step): Promise<readonly unknown[]> {
  const { code, params, because } = await desk.refused(...ask);
  return [code, params.rule, 'citation' in because ? because.citation.text : because.rule];
}

const forwarded = (more: Data): Data => letter({ channel: 'forwarded', ...more });
const file: Step = ['File', '2026-08-06', reason];
const guide: Step = ['GuideOnce', '2026-08-06', { to: 'UBND phường', ...reason }];
const answer = (to: string, more: Data = {}, on = '2026-08-10'): Step => [
  'AnswerSender',
  on,
  { to, document: `CV-${to}`, says: 'Trả lời.', ...more },
];

describe('what may become of a petition', () => {
  /** What was found, what arrived, what may follow, and the row that decides with its source. */
  const rows: readonly (readonly [string, Data, Data, readonly string[], string, string])[] = [
    ['nothing to do with complaints', found({ content: 'other' }), letter(), ['GuideOnce', 'SendElsewhere'], 'row-C1', 'TT05 Đ.6.1'],
    ['two matters in one', found({ content: 'mixed' }), letter(), ['GuideSplit'], 'row-C2', 'NĐ154 Đ.14.4'],
    ['a sender nobody knows', found({ senderUnknown: true }), letter(), ['File'], 'row-C3', 'TT05 Đ.6.2'],
    ['insults', found({ offensive: true }), letter(), ['File'], 'row-C5', 'TT05 Đ.6.2.b'],
    [
      'a copy of what the competent body has',
      found({ competent: 'elsewhere', sentToCompetentToo: true }),
      letter(),
      ['File'],
      'row-C6',
      'TT05 Đ.6.2.b',
    ],
    ['guidance given before', found({ competent: 'elsewhere', guidedBefore: true }), letter(), ['File'], 'row-C7', 'TT05 Đ.6.2.b'],
    ['a complaint for this body', here, letter(), ['ProposeAcceptance'], 'row-C8', 'TT05 Đ.7.1'],
    [
      'one that can still be completed',
      found({ competent: 'this-body', unsigned: true }),
      letter(),
      ['GuideSupplement'],
      'row-C9',
      'TT05 Đ.7.2',
    ],
    ['one for another body', elsewhere, letter(), ['GuideOnce'], 'row-C10', 'TT05 Đ.8.1'],
    ['one for another body that the Front sent on', elsewhere, forwarded(front), ['Return'], 'row-C11', 'TT05 Đ.8.2'],
    ['one for another body that a leader sent on', elsewhere, forwarded(leader), ['SendElsewhere'], 'row-C12', 'TT05 Đ.8.2'],
    ['one for the body below, in time', found({ competent: 'body-below' }), letter(), ['GuideOnce'], 'row-C14', 'LTCD Đ.26.1.b'],
    [
      'one for the body below, which is late',
      found({ competent: 'body-below', belowOverdue: true }),
      letter(),
      ['DemandResolution', 'ReportToHead'],
      'row-C15',
      'NĐ154 Đ.15.3',
    ],
    ['a second decision', found({ competent: 'this-body', secondDecision: true }), letter(), ['AnswerIneligible'], 'row-C17', 'LKN Đ.11.7'],
    ['a court that has it', found({ competent: 'this-body', court: 'accepted' }), letter(), ['AnswerIneligible'], 'row-C25', 'LKN Đ.11.9'],
  ];

  for (const [what, screening, arrival, may, decides, source] of rows) {
    it(`where there is ${what}: ${may.join(' or ')}, and anything else is refused with ${source}`, async () => {
      const desk = await after(screened(screening, arrival));
      expect(await offered(desk)).toEqual(may);
      const other: Step = may.includes('File') ? ['ProposeAcceptance', '2026-08-06'] : file;
      expect(await rule(desk, ...other)).toEqual(['LAW_OBJECTS', decides, source]);
    });
  }

  const grounds: readonly (readonly [row: string, screening: Data, ground: string])[] = [
    ['C17', found({ competent: 'this-body', secondDecision: true }), 'N7'],
    ['C25', found({ competent: 'this-body', court: 'accepted' }), 'N9'],
    ['C27', found({ competent: 'this-body', outOfTime: true }), 'N6'],
    ['C28', found({ competent: 'this-body', withdrawnBefore: true }), 'C28'],
    ['C26', { screening: { content: 'other', feedbackAnsweredBefore: true } }, 'RFh'],
    ['ground', found({ competent: 'this-body', ground: 'N2' }), 'N2'],
  ];
  it.each(grounds)('by %s names no other ground than that of the row', async (_, screening, ground) => {
    const refuse = (named: string): Step => ['AnswerIneligible', '2026-08-06', { ground: named, ...reason }];
    const desk = await after(screened(screening));
    for (const other of ['N1', 'gì cũng được']) expect((await rule(desk, ...refuse(other)))[1]).toBe('ground-is-another');
    expect((await desk.done(...refuse(ground))).state.stage).toBe('ineligible');
  });

  it('by an old termination notice is not decided since 2026-07-01: the text that is missing is cited', async () => {
    const desk = await after(screened(found({ competent: 'this-body', ground: 'N8' })));
    const told = await desk.refused('AnswerIneligible', '2026-08-06', { ground: 'N8', ...reason });
    expect([told.code, 'citation' in told.because && told.because.citation]).toMatchObject([
      'UNSETTLED_LAW',
      { text: 'LKN Đ.11.8', grade: 'X' },
    ]);
  });

  it('is decided by what was found last: screened again, something else may follow', async () => {
    const desk = await after(screened(elsewhere));
    await desk.done('Classify', '2026-08-06', here);
    expect(await offered(desk)).toEqual(['ProposeAcceptance']);
  });

  it('is written in the fact, with the row and its source, and so is everything that was found to follow', async () => {
    const desk = await after([...screened(here), ['ProposeAcceptance', '2026-08-06']]);
    const facts = (await desk.engine.history('petition-1')).map(({ fact }) => fact.data);
    expect(facts.at(-2)).toMatchObject({ decides: [{ row: 'C8', outcome: 'propose-acceptance', because: { text: 'TT05 Đ.7.1' } }] });
    expect(facts.at(-1)).toMatchObject({ row: 'C8', because: { text: 'TT05 Đ.7.1', grade: 'B' } });
  });

  it('may be recorded unlawfully by the other door, with the objection and without a row', async () => {
    const desk = await after(screened(here));
    const [fact] = await desk.observed(...file);
    expect(fact?.record.data).toMatchObject({ objections: [{ params: { rule: 'row-C8' } }] });
    expect(fact?.record.data).not.toHaveProperty('row');
  });

  it('takes from the arrival what the screener left out: who sent it on, and that many signed it', async () => {
    expect(await offered(await after(screened(elsewhere, forwarded(front))))).toEqual(['Return']);
    // Control: the same findings on a letter that the citizen sent.
    expect(await offered(await after(screened(elsewhere)))).toEqual(['GuideOnce']);
    expect(await offered(await after(screened(here, letter({}, 5))))).toEqual(['ProposeAcceptance', 'ReportToHead']);
    expect(await offered(await after(screened(here, letter({}, 4))))).toEqual(['ProposeAcceptance']);
  });

  it('is refused while nobody has found out whose competence it is, and as unsettled where the law is not known', async () => {
    const open = await after(screened(found()));
    expect((await rule(open, 'ProposeAcceptance', '2026-08-06')).slice(0, 2)).toEqual(['LAW_OBJECTS', 'competence-not-found']);
    const barred = await after(screened(found({ competent: 'this-body', ground: 'N8' })));
    expect((await rule(barred, 'ProposeAcceptance', '2026-08-06')).slice(0, 2)).toEqual(['UNSETTLED_LAW', 'no-row-known']);
    // Before the first circular on petitions that is known.
    const early = await after([
      ['Receive', '2014-12-01', letter()],
      ['Register', '2014-12-01', { number: '1' }],
      ['Classify', '2014-12-02', here],
    ]);
    expect((await rule(early, 'ProposeAcceptance', '2014-12-12')).slice(0, 2)).toEqual(['UNSETTLED_LAW', 'no-row-known']);
    expect((await early.done('ProposeAcceptance', '2014-12-15')).state.stage).toBe('proposed');
  });

  it('is said in both languages', async () => {
    const refusal = await (await after(screened(here))).refused(...file);
    expect(sayRefusal(refusal, 'en')).toContain('What follows is proposing its acceptance.');
    expect(sayRefusal(refusal, 'vi')).toContain('Kết quả xử lý là: đề xuất thụ lý.');
  });
});

describe('guiding', () => {
  it('is done once: whoever was guided is not guided again, whatever is found later', async () => {
    const desk = await after([...screened(elsewhere), guide, ['Classify', '2026-08-10', elsewhere]]);
    expect(await rule(desk, 'GuideOnce', '2026-08-11', { to: 'Sở', ...reason })).toEqual(['LAW_OBJECTS', 'guided-once', 'TT05 Đ.8.1']);
  });

  it('of many names one of them', async () => {
    const desk = await after(screened(elsewhere, letter({}, 5)));
    const named = (who: string): Step => ['GuideOnce', '2026-08-06', { to: 'UBND phường', named: who, ...reason }];
    expect(await rule(desk, ...named('s-9'))).toEqual(['LAW_OBJECTS', 'not-named', 'TT05 Đ.9']);
    expect((await desk.done(...named('s-5'))).state.guidedTo).toEqual(['UBND phường']);
  });

  it('to complete it leaves the term running; a defect that stays is refused when the term ends, and not before', async () => {
    const desk = await after([
      ...screened(found({ competent: 'this-body', unsigned: true })),
      ['GuideSupplement', '2026-08-06', { missing: ['Chữ ký'] }],
    ]);
    const refuse = (on: string, ground = 'N5'): Step => ['AnswerIneligible', on, { ground, ...reason }];
    // Received on 3 August: ten days end on the 13th, seven working days on the 12th, which governs.
    expect((await desk.state()).clocks['acceptance-statute']).toMatchObject({ status: 'running', dueOn: '2026-08-13' });
    expect((await desk.state()).clocks['acceptance-decree']).toMatchObject({ status: 'running', dueOn: '2026-08-12' });
    expect(await rule(desk, ...refuse('2026-08-11'))).toEqual(['LAW_OBJECTS', 'cure-still-in-time', 'LKN Đ.27']);
    expect(await rule(desk, ...refuse('2026-08-12', 'N2'))).toEqual(['LAW_OBJECTS', 'row-C9', 'TT05 Đ.7.2']);
    expect((await desk.done(...refuse('2026-08-12'))).state.stage).toBe('ineligible');
  });
});

describe('returning', () => {
  it('goes back only to whoever sent it on', async () => {
    const desk = await after(screened(elsewhere, forwarded(front)));
    const to = (who: string): Step => ['Return', '2026-08-06', { to: who, ...reason }];
    expect(await rule(desk, ...to('hdnd-ha-noi'))).toEqual(['LAW_OBJECTS', 'not-forwarded', 'TT05 Đ.8.2']);
    expect((await desk.done(...to('mttq-ha-noi'))).state.stage).toBe('returned');
    expect(await rule(await after(screened(elsewhere)), ...to('mttq-ha-noi'))).toEqual(['LAW_OBJECTS', 'not-forwarded', 'TT05 Đ.8.2']);
  });
});

describe('demanding', () => {
  const demand = (of: string): Step => ['DemandResolution', '2026-08-06', { of, document: 'CV-1', ...reason }];
  const late = found({ competent: 'body-below', belowOverdue: true });

  it('is of the body directly below, and the petition stays where it is', async () => {
    const desk = await after(screened(late));
    expect(await rule(desk, ...demand('nghe-an'))).toEqual(['LAW_OBJECTS', 'not-below', 'LTCD Đ.26.1.b']);
    expect((await desk.done(...demand('ha-noi.co-so-dong-da'))).state).toMatchObject({
      stage: 'classified',
      demandedOf: ['ha-noi.co-so-dong-da'],
      custody: { holder: { unit: 'ha-noi' } },
    });
    await desk.done(...answer('s-1'));
    expect((await desk.done('Close', '2026-08-12', reason)).state.stage).toBe('closed');
  });

  it('waits until the body below is late', async () => {
    const desk = await after(screened(found({ competent: 'body-below' })));
    expect(await rule(desk, ...demand('ha-noi.co-so-dong-da'))).toEqual(['LAW_OBJECTS', 'row-C14', 'LTCD Đ.26.1.b']);
  });
});

describe('a spoken complaint about discipline', () => {
  it('is recorded all the same, with the rule that asks for writing', async () => {
    const desk = petitionDesk();
    const spoken = (discipline: boolean): Data => ({ ...letter({ channel: 'in-person', discipline }), minutes: 'BB-1' });
    const { facts } = await desk.done('RecordOral', '2026-08-03', spoken(true));
    expect(facts[0]?.record.data.objections).toMatchObject([
      { params: { rule: 'oral-discipline' }, because: { citation: { text: 'LKN Đ.49' } } },
    ]);
    const other = await desk.done('RecordOral', '2026-08-03', spoken(false), { case: 'petition-2' });
    expect(other.facts[0]?.record.data).not.toHaveProperty('objections');
  });

  it('is proposed for acceptance only once it came in writing: the sender is guided to write it', async () => {
    const screening = (discipline: boolean): readonly Step[] => [
      ['RecordOral', '2026-08-03', { ...letter({ channel: 'in-person', discipline }), minutes: 'BB-1' }],
      ['Register', '2026-08-04', { number: '12/TCD' }],
      ['Classify', '2026-08-05', here],
    ];
    const desk = await after(screening(true));
    expect(await rule(desk, 'ProposeAcceptance', '2026-08-05')).toEqual(['LAW_OBJECTS', 'row-C9', 'TT05 Đ.7.2']);
    await desk.done('GuideSupplement', '2026-08-05', { missing: ['Đơn khiếu nại.'] });
    await desk.done('Supplement', '2026-08-06', { papers: ['Đơn khiếu nại.'] });
    await desk.done('Classify', '2026-08-06', here);
    expect((await desk.done('ProposeAcceptance', '2026-08-06')).state.stage).toBe('proposed');
    // Control: about anything else the record that was signed is enough (LKN Đ.8.3).
    const other = await after(screening(false));
    expect((await other.done('ProposeAcceptance', '2026-08-05')).state.stage).toBe('proposed');
  });
});

describe('the answer', () => {
  it('is owed to each sender and to whoever sent it on, each his own, and the file stays open until the last is given', async () => {
    const desk = await after([
      ...screened(elsewhere, letter({ channel: 'forwarded', ...front }, 2)),
      ['Return', '2026-08-06', { to: 'mttq-ha-noi', ...reason }],
    ]);
    expect(await desk.owed()).toEqual(['answer-sender-s-1', 'answer-sender-s-2', 'answer-forwarder-mttq-ha-noi']);
    for (const to of ['s-1', 'mttq-ha-noi']) await desk.done(...answer(to));
    expect(await desk.owed()).toEqual(['answer-sender-s-2']);
    expect((await desk.refused('Close', '2026-08-11', reason)).params).toEqual({ obligation: 'answer-sender-s-2' });
    // Nobody is answered twice.
    expect((await desk.refused(...answer('s-1'))).code).toBe('NO_SUCH_OBLIGATION');
    await desk.done(...answer('s-2'));
    expect((await desk.done('Close', '2026-08-11', reason)).state.stage).toBe('closed');
  });

  it('stands for others only where many sent it', async () => {
    const for_ = (people: number) => after([...screened(elsewhere, letter({}, people)), guide]);
    const others = { standsFor: ['s-2', 's-3'] };
    expect(await rule(await for_(4), ...answer('s-1', others))).toEqual(['LAW_OBJECTS', 'each-his-own-answer', 'TT05 Đ.9']);
    const many = await for_(5);
    await many.done(...answer('s-1', others));
    expect((await many.owed()).filter((id) => id.startsWith('answer'))).toEqual(['answer-sender-s-4', 'answer-sender-s-5']);
  });

  it('needs something to tell, unless it says that more time is needed; that one leaves the duty open', async () => {
    const desk = await after(screened(elsewhere));
    expect(await rule(desk, ...answer('s-1', {}, '2026-08-06'))).toEqual(['LAW_OBJECTS', 'nothing-to-answer-yet', 'LTCD Đ.28.1']);
    await desk.done(...answer('s-1', { answer: 'more-time' }, '2026-08-06'));
    expect(await desk.owed()).toEqual(['answer-sender-s-1']);
    expect((await desk.state()).obligations[0]?.interimOn).toBe('2026-08-06');
  });

  it('is owed to nobody who cannot be found, nor for a copy that the competent body has too, but to whoever sent it on', async () => {
    for (const screening of [found({ senderUnknown: true }), found({ competent: 'elsewhere', sentToCompetentToo: true })]) {
      const desk = await after([...screened(screening, forwarded(front)), file]);
      expect(await desk.owed()).toEqual(['answer-forwarder-mttq-ha-noi']);
      expect((await desk.state()).obligations[0]?.waivedBy?.text).toMatch(/^TT05 Đ\.6\.2/);
    }
    // Control: insults are filed too, and their sender is answered.
    expect(await (await after([...screened(found({ offensive: true })), file])).owed()).toEqual(['answer-sender-s-1']);
  });
});

describe('what came in the original', () => {
  it('is owed back where no case comes of the petition, before it is closed', async () => {
    const originals = { originals: ['Sổ bảo hiểm xã hội'] };
    const desk = await after([...screened(elsewhere, letter(originals)), guide]);
    await desk.done(...answer('s-1'));
    expect(await desk.owed()).toEqual(['originals-s-1']);
    await desk.done('ReturnOriginals', '2026-08-10', { to: 's-1' });
    expect((await desk.done('Close', '2026-08-10', reason)).state.stage).toBe('closed');
    // Control: they stay with a complaint that is proposed.
    expect(await (await after([...screened(here, letter(originals)), ['ProposeAcceptance', '2026-08-06']])).owed()).toEqual([
      'answer-sender-s-1',
    ]);
  });
});

describe('what is reported to the head', () => {
  const report: Step = ['ReportToHead', '2026-08-06', { about: 'Cần xem xét.' }];
  const direct: Step = ['Direct', '2026-08-07', { instruction: 'Đã xem xét.' }];

  it('is all that becomes of a petition only where the table leads to nothing else', async () => {
    const unlawful = await after([...screened(found({ firstDecisionInEffect: true, unlawfulWithDamage: true })), report, direct]);
    await unlawful.done(...answer('s-1'));
    expect((await unlawful.done('Close', '2026-08-11', reason)).state.stage).toBe('closed');
    const other = await after([
      ...screened(found({ competent: 'this-body', harmHardToMend: true }), letter({ senders: [] })),
      report,
      direct,
    ]);
    expect(await rule(other, 'Close', '2026-08-11', reason)).toEqual(['LAW_OBJECTS', 'nothing-became-of-it', 'TT05 Đ.6']);
  });

  it('lies before the head until he directs, while the desk goes on', async () => {
    const desk = await after(screened(found({ competent: 'this-body', harmHardToMend: true })));
    const { state } = await desk.done('ReportToHead', '2026-08-06', { about: 'Cần tạm đình chỉ quyết định.' });
    expect([state.stage, state.at.regions.reporting]).toEqual(['reported', 'before-head']);
    expect((await desk.done('ProposeAcceptance', '2026-08-06')).state.stage).toBe('proposed');
    expect(await desk.owed()).toContain('direction-desk');
    expect((await desk.done('Direct', '2026-08-07', { instruction: 'Tạm đình chỉ.' })).state.at.regions.reporting).toBe('with-desk');
    expect(await desk.owed()).not.toContain('direction-desk');
  });
});

describe('the clocks of a petition', () => {
  const due = async (desk: Desk, clock: string) => {
    const found = (await desk.state()).clocks[clock];
    return found ? [found.status, found.rawDueOn, found.dueOn] : null;
  };

  it('sound the alarm after 45 days, for what arrives from 2026-07-01 on', async () => {
    // 1 July and 45 days is 15 August, a Saturday: Monday the 17th.
    expect(await due(await after([['Receive', '2026-07-01', letter()]]), 'processing')).toEqual(['running', '2026-08-15', '2026-08-17']);
    expect(await due(await after([['Receive', '2026-06-30', letter()]]), 'processing')).toBeNull();
    expect((await due(await after([...screened(elsewhere), guide]), 'processing'))?.[0]).toBe('stopped');
  });

  it('give whoever came in person ten working days for an answer, and nobody else', async () => {
    const came = letter({ channel: 'in-person' });
    const desk = await after([...screened(elsewhere, came), guide]);
    // Counted by hand from Monday 3 August: 4 5 6 7, 10 11 12 13 14, 17.
    expect(await due(desk, 'answer')).toEqual(['running', '2026-08-17', '2026-08-17']);
    await desk.done(...answer('s-1', { answer: 'refused' }));
    expect((await due(desk, 'answer'))?.[0]).toBe('stopped');
    expect((await due(await after([['Receive', '2026-08-03', letter({ channel: 'online-session' })]]), 'answer'))?.[0]).toBe('running');
    expect(await due(await after(screened(elsewhere)), 'answer')).toBeNull();
  });

  it('stop for the answer when the last of those who came has one, be it that more time is needed', async () => {
    const desk = await after([['Receive', '2026-08-03', letter({ channel: 'in-person' }, 2)]]);
    await desk.done(...answer('s-1', { answer: 'more-time' }));
    expect((await due(desk, 'answer'))?.[0]).toBe('running');
    await desk.done(...answer('s-2', { answer: 'more-time' }));
    expect((await due(desk, 'answer'))?.[0]).toBe('stopped');
  });

  it('count acceptance from the receipt while it is proposed: the Law’s ten days and the decree’s seven working days', async () => {
    const desk = await after([...screened(here), ['ProposeAcceptance', '2026-08-06']]);
    expect(await due(desk, 'acceptance-statute')).toEqual(['running', '2026-08-13', '2026-08-13']);
    // 4 5 6 7, 10 11 12.
    expect(await due(desk, 'acceptance-decree')).toEqual(['running', '2026-08-12', '2026-08-12']);
    await desk.done('RecordLink', '2026-08-03', { from: 'case-1', as: 'opened-from', fact: 'f-1' }, { actor: system });
    for (const clock of ['acceptance-statute', 'acceptance-decree']) expect((await due(desk, clock))?.[0]).toBe('stopped');
  });

  it('count the decree’s term for a group from the receipt where all signatures and the appointment came with it, and else not yet', async () => {
    const complete = await after([...screened(here, letter({}, 5)), ['ProposeAcceptance', '2026-08-06']]);
    expect((await due(complete, 'acceptance-decree'))?.[1]).toBe('2026-08-12');
    const waits = await after([
      ...screened(found({ competent: 'this-body', representativesMissing: true }), letter({}, 5)),
      ['GuideSupplement', '2026-08-06', { missing: ['Văn bản cử người đại diện.'] }],
    ]);
    expect([(await due(waits, 'acceptance-statute'))?.[0], await due(waits, 'acceptance-decree')]).toEqual(['running', null]);
    // They came on Fri 2026-08-07, and 7 working days from then end on Tue 08-18; the Law's ten days from the receipt stay.
    await waits.done('Supplement', '2026-08-07', { papers: ['Văn bản cử người đại diện.'] });
    await waits.done('Classify', '2026-08-10', here);
    await waits.done('ProposeAcceptance', '2026-08-10');
    const both = [await due(waits, 'acceptance-statute'), await due(waits, 'acceptance-decree')];
    expect(both.map((clock) => clock?.[2])).toEqual(['2026-08-13', '2026-08-18']);
  });

  it('keep a filed petition for a year before its destruction is decided', async () => {
    const desk = await after([...screened(found({ offensive: true })), file]);
    expect(await due(desk, 'retention')).toEqual(['running', '2027-08-06', '2027-08-06']);
    expect(await rule(desk, 'DecideDestruction', '2027-08-06', { document: 'QĐ' })).toEqual([
      'LAW_OBJECTS',
      'kept-for-a-year',
      'TT05 Đ.28',
    ]);
    expect((await desk.done('DecideDestruction', '2027-08-07', { document: 'QĐ' })).state.destructionOn).toBe('2027-08-07');
    expect((await due(desk, 'retention'))?.[0]).toBe('stopped');
  });

  it('let nothing be destroyed that was filed once and then proposed for acceptance', async () => {
    const desk = await after([...screened(found({ offensive: true })), file]);
    await desk.done('Classify', '2026-08-10', here);
    await desk.done('ProposeAcceptance', '2026-08-10');
    await desk.done('RecordLink', '2026-08-10', { from: 'case-1', as: 'opened-from', fact: 'fact-1' }, { actor: system });
    await desk.done('AnswerSender', '2026-08-11', { to: 's-1', document: 'CV-1', says: 'Đã thụ lý.' });
    await desk.done('Close', '2026-08-11', reason);
    expect(await rule(desk, 'DecideDestruction', '2027-08-12', { document: 'QĐ' })).toEqual(['LAW_OBJECTS', 'not-filed', 'TT05 Đ.28']);
  });

  it('do not end by closing a petition of which nothing became', async () => {
    const desk = await after(screened(here, letter({ senders: [] })));
    const nothing = ['LAW_OBJECTS', 'nothing-became-of-it', 'TT05 Đ.6'];
    expect(await rule(desk, 'Close', '2026-08-06', reason)).toEqual(nothing);
    // What became of it before it was screened again is not what becomes of it now.
    await desk.done('ProposeAcceptance', '2026-08-06');
    await desk.done('Classify', '2026-08-07', elsewhere);
    expect(await rule(desk, 'Close', '2026-08-07', reason)).toEqual(nothing);
    await desk.done('GuideOnce', '2026-08-07', { to: 'UBND phường', ...reason });
    expect((await desk.done('Close', '2026-08-07', reason)).state.stage).toBe('closed');
  });
});
