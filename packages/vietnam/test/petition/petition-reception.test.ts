import { describe, expect, it } from 'vitest';
import { lawData } from '../../src/law-data.ts';
import { after, came, type Data, type Desk, elsewhere, found, front, here, letter, reason, type Step, screened } from './petition-desk.ts';

/** Rule and source of the law's no. */
async function rule(desk: Desk, ...ask: Step): Promise<readonly unknown[]> {
  const { code, params, because } = await desk.refused(...ask);
  return [code, params.rule, 'citation' in because ? because.citation.text : because.rule];
}

const arrivedOn = (on: string, arrival: Data = came()): readonly Step[] => [['Receive', on, arrival]];
const visited = arrivedOn('2026-08-03');
const refuse = (ground: string, on = '2026-08-03', more: Data = {}): Step => [
  'RefuseReception',
  on,
  { visitor: 's-1', ground, ...reason, ...more },
];
const paper = { shownBy: 'TB-9' };
const notice = (on: string, to = 's-1'): Step => ['GiveRefusalNotice', on, { to, document: `01/TCD-${to}` }];
const clock = async (desk: Desk, name: string) => {
  const running = (await desk.state()).clocks[name];
  return running ? [running.status, running.dueOn] : null;
};

describe('whoever comes', () => {
  const check = (data: Data, on = '2026-08-03'): Step => ['CheckIdentity', on, { visitor: 's-1', ...data }];
  const named = { name: 'Nguyễn Văn A', address: 'Số 1 phố Huế' };
  const number = { identity: '001099000000' };

  it('gives name, address and a number since 2026-07-01; before, a name and address or a paper was enough', async () => {
    const now = await after(visited);
    for (const less of [named, number, { ...number, name: 'Nguyễn Văn A' }])
      expect(await rule(now, ...check(less))).toEqual(['LAW_OBJECTS', 'identity-incomplete', 'NĐ154 Đ.12']);
    expect((await now.done(...check({ ...named, ...number }))).state.identified).toEqual(['s-1']);
    const before = await after(arrivedOn('2026-06-30'));
    expect(await rule(before, ...check({ name: 'Nguyễn Văn A' }, '2026-06-30'))).toEqual([
      'LAW_OBJECTS',
      'identity-not-given',
      'LTCD Đ.25.1',
    ]);
    for (const enough of [named, number]) await before.done(...check(enough, '2026-06-30'));
  });

  it('shows papers where he acts for another, who must be one of those who sent it', async () => {
    const desk = await after(visited);
    const acts = (more: Data = {}, senders = ['s-1']): Step =>
      check({ ...named, ...number, visitor: 'v-1', actsFor: { senders, as: 'authorised', ...more } });
    expect(await rule(desk, ...acts())).toEqual(['LAW_OBJECTS', 'acts-without-papers', 'NĐ154 Đ.13']);
    expect((await desk.refused(...acts({ papers: 'GUQ-1' }, ['s-9']))).code).toBe('NOT_A_MEMBER');
    expect((await desk.done(...acts({ papers: 'GUQ-1' }))).state.identified).toEqual(['v-1']);
    const before = await after(arrivedOn('2026-06-30'));
    const [type, , data] = acts();
    expect((await rule(before, type, '2026-06-30', data))[2]).toBe('LTCD Đ.25.1');
  });

  it('keeps his name and number out of the log', async () => {
    const desk = await after(visited);
    const { facts } = await desk.done(...check({ ...named, ...number }));
    for (const secret of [...Object.values(named), number.identity]) expect(facts[0]?.text).not.toContain(secret);
    // Control: what is not personal stands in the clear.
    expect(facts[0]?.text).toContain('"visitor":"s-1"');
  });

  it('is checked by the unit that holds the petition, and by nobody by a law that is not known', async () => {
    const desk = await after(visited);
    const [type, on, data] = check({ ...named, ...number });
    expect((await desk.refused(type, on, data, { actor: { id: 'cb-2', unit: 'nghe-an', role: 'clerk' } })).code).toBe('NOT_THE_HOLDER');
    const early = await after(arrivedOn('2014-06-30'));
    expect((await rule(early, ...check(named, '2014-06-30'))).slice(0, 2)).toEqual(['UNSETTLED_LAW', 'reception-law-unknown']);
    await (await after(arrivedOn('2014-07-01'))).done(...check(named, '2014-07-01'));
  });
});

describe('refusing to receive a person', () => {
  const law = Object.entries(lawData.receptionLaw.refusalToReceive);
  const decree = Object.entries(lawData.receptionDecree.refusalToReceive);

  for (const [code, { how, law: source }] of [...law, ...decree]) {
    it(`on ${code} is said ${how === 'written' ? 'in writing' : 'orally'}, by ${source.text}`, async () => {
      const desk = await after(visited);
      const { facts } = await desk.done(...refuse(code, '2026-08-03', paper));
      expect(facts[0]?.record.data).toMatchObject({ how, because: { text: source.text } });
      expect((await desk.owed()).includes('refusal-notice-s-1')).toBe(how === 'written');
    });
  }

  it('has two grounds that ask for a written notice', async () => {
    expect([...law, ...decree].filter(([, { how }]) => how === 'written').map(([code]) => code)).toEqual(['RF3', 'RFh']);
  });

  for (const [code, { law: source }] of decree) {
    it(`on ${code} is refused until 2026-07-01`, async () => {
      const desk = await after(arrivedOn('2026-06-30'));
      expect(await rule(desk, ...refuse(code, '2026-06-30', paper))).toEqual(['LAW_OBJECTS', 'reception-ground-not-yet', source.text]);
      await desk.done(...refuse(code, '2026-07-01', paper));
    });
  }

  it('on a ground that was established before it was law is refused', async () => {
    const desk = await after(arrivedOn('2026-06-30'));
    const late = refuse('RFk', '2026-07-02', { establishedOn: '2026-06-30' });
    expect((await rule(desk, ...late)).slice(0, 2)).toEqual(['LAW_OBJECTS', 'reception-ground-not-yet']);
    await desk.done(...refuse('RFk', '2026-07-02', { establishedOn: '2026-07-01' }));
  });

  it('on anything else is refused, with the grounds of the day', async () => {
    for (const ground of ['RF4', 'N1', 'toString', 'RFz'])
      expect(await rule(await after(visited), ...refuse(ground))).toEqual(['LAW_OBJECTS', 'reception-ground', 'LTCD Đ.9; NĐ154 Đ.4.1']);
    const before = await after(arrivedOn('2026-06-30'));
    expect(await rule(before, ...refuse('RF4', '2026-06-30'))).toEqual(['LAW_OBJECTS', 'reception-ground', 'LTCD Đ.9']);
    const early = await after(arrivedOn('2014-06-30'));
    expect((await rule(early, ...refuse('RF1', '2014-06-30'))).slice(0, 2)).toEqual(['UNSETTLED_LAW', 'reception-law-unknown']);
  });

  it('names the paper where its ground rests on one', async () => {
    for (const ground of ['RF3', 'RFh', 'RFi']) {
      const desk = await after(visited);
      expect((await rule(desk, ...refuse(ground))).slice(0, 2)).toEqual(['LAW_OBJECTS', 'reception-ground-on-paper']);
      await desk.done(...refuse(ground, '2026-08-03', paper));
    }
  });

  it('is not established on a day that has not come', async () => {
    expect((await (await after(visited)).refused(...refuse('RF1', '2026-08-03', { establishedOn: '2026-08-04' }))).code).toBe('FUTURE_DAY');
  });

  it('may be recorded unlawfully by the other door, and then says no article and owes no notice', async () => {
    const desk = await after(visited);
    const [fact] = await desk.observed(...refuse('RF4'));
    expect(fact?.record.data).toMatchObject({ objections: [{ params: { rule: 'reception-ground' } }] });
    expect(fact?.record.data).not.toHaveProperty('how');
    expect(await desk.owed()).toEqual(['answer-sender-s-1']);
    // So it is with a ground that was no law yet, though the code is known.
    const before = await after(arrivedOn('2026-06-30'));
    const [early] = await before.observed(...refuse('RFh', '2026-06-30', paper));
    expect(early?.record.data).not.toHaveProperty('because');
    expect(await before.owed()).toEqual(['answer-sender-s-1']);
  });
});

describe('the written notice of a refusal', () => {
  it('is owed within three working days of the day its ground was established, and stops the clock', async () => {
    const desk = await after([...visited, refuse('RF3', '2026-08-06', { ...paper, establishedOn: '2026-08-05' })]);
    // Established on Wednesday 5 August: 6, 7, 10.
    expect(await clock(desk, 'refusal-notice')).toEqual(['running', '2026-08-10']);
    expect((await desk.refused(...notice('2026-08-07', 's-9'))).code).toBe('NO_SUCH_OBLIGATION');
    await desk.done(...notice('2026-08-07'));
    expect((await clock(desk, 'refusal-notice'))?.[0]).toBe('stopped');
    expect(await desk.owed()).toEqual(['answer-sender-s-1']);
    expect((await desk.refused(...notice('2026-08-07'))).code).toBe('NO_SUCH_OBLIGATION');
  });

  it('is owed without a number of days before 2026-07-01, and not at all where it is explained orally', async () => {
    const before = await after([...arrivedOn('2026-06-30'), refuse('RF3', '2026-06-30', paper)]);
    expect([await before.owed(), await clock(before, 'refusal-notice')]).toEqual([['answer-sender-s-1', 'refusal-notice-s-1'], null]);
    const oral = await after([...visited, refuse('RF1')]);
    expect([await oral.owed(), await clock(oral, 'refusal-notice')]).toEqual([['answer-sender-s-1'], null]);
  });

  it('to one of two lets the clock of the other run on from his own day', async () => {
    const desk = await after([
      ...arrivedOn('2026-08-03', came({}, 2)),
      refuse('RF3', '2026-08-03', paper),
      refuse('RFh', '2026-08-05', { ...paper, visitor: 's-2' }),
    ]);
    expect(await clock(desk, 'refusal-notice')).toEqual(['running', '2026-08-06']);
    await desk.done(...notice('2026-08-05'));
    expect(await clock(desk, 'refusal-notice')).toEqual(['running', '2026-08-10']);
    await desk.done(...notice('2026-08-06', 's-2'));
    expect((await clock(desk, 'refusal-notice'))?.[0]).toBe('stopped');
  });

  it('is given before the file is closed', async () => {
    const desk = await after([...visited, refuse('RF3', '2026-08-03', { ...paper, nothingInWriting: true })]);
    expect((await desk.refused('Close', '2026-08-04', reason)).params).toEqual({ obligation: 'refusal-notice-s-1' });
    await desk.done(...notice('2026-08-04'));
    expect((await desk.done('Close', '2026-08-04', reason)).state.stage).toBe('closed');
  });
});

describe('what somebody brought who was not received', () => {
  it('is registered, screened and answered like every other petition, and its clocks run on', async () => {
    const desk = await after([...screened(elsewhere, came()), refuse('RF2', '2026-08-05')]);
    expect(await clock(desk, 'answer')).toEqual(['running', '2026-08-17']);
    expect((await clock(desk, 'processing'))?.[0]).toBe('running');
    expect((await desk.state()).stage).toBe('classified');
    await desk.done('GuideOnce', '2026-08-06', { to: 'UBND phường', ...reason });
    expect((await desk.refused('Close', '2026-08-06', reason)).params).toEqual({ obligation: 'answer-sender-s-1' });
    await desk.done('AnswerSender', '2026-08-07', { to: 's-1', document: 'CV-1', says: 'Đã hướng dẫn.', answer: 'refused' });
    expect((await desk.done('Close', '2026-08-07', reason)).state.stage).toBe('closed');
  });

  it('is not closed because he was not received', async () => {
    const desk = await after([...arrivedOn('2026-08-03', came({ pages: 2 }, 0)), refuse('RF2')]);
    expect((await rule(desk, 'Close', '2026-08-04', reason)).slice(0, 2)).toEqual(['LAW_OBJECTS', 'nothing-became-of-it']);
  });

  it('is not said to be nothing where there is a paper, an original, minutes or a letter', async () => {
    const spoken: readonly Step[] = [['RecordOral', '2026-08-03', { ...came(), minutes: 'BB-1' }]];
    const there: readonly (readonly Step[])[] = [
      arrivedOn('2026-08-03', came({ pages: 1 })),
      arrivedOn('2026-08-03', came({ originals: ['Sổ bảo hiểm xã hội'] })),
      arrivedOn('2026-08-03', letter()),
      spoken,
    ];
    for (const steps of there)
      expect(await rule(await after(steps), ...refuse('RF1', '2026-08-03', { nothingInWriting: true }))).toEqual([
        'LAW_OBJECTS',
        'what-was-left-is-handled',
        'LTCD Đ.9',
      ]);
  });

  it('where it is nothing leaves nothing to answer, and the file is closed', async () => {
    const desk = await after([...visited, refuse('RF1', '2026-08-03', { nothingInWriting: true })]);
    expect(await desk.owed()).toEqual([]);
    expect((await desk.state()).obligations[0]?.waivedBy?.text).toBe('LTCD Đ.9.1');
    for (const name of ['answer', 'processing']) expect((await clock(desk, name))?.[0]).toBe('stopped');
    expect((await desk.done('Close', '2026-08-03', reason)).state.ended).toEqual({ by: 'Closed', on: '2026-08-03' });
  });
});

describe('the answer to whoever was received', () => {
  const answer = (told?: string): Step => [
    'AnswerSender',
    '2026-08-10',
    { to: 's-1', document: 'CV-1', says: 'Trả lời.', ...(told === undefined ? {} : { answer: told }) },
  ];
  const barred = found({ competent: 'this-body', secondDecision: true });
  const led = (screening: Data, step: Step, arrival = came()): readonly Step[] => [...screened(screening, arrival), step];
  const proposed = led(here, ['ProposeAcceptance', '2026-08-06']);

  it('is one of the four of the Law; who wrote may be answered in other words', async () => {
    const desk = await after(proposed);
    expect(await rule(desk, ...answer())).toEqual(['LAW_OBJECTS', 'one-of-four-answers', 'LTCD Đ.28.1']);
    expect(await (await after(led(here, ['ProposeAcceptance', '2026-08-06'], letter()))).done(...answer())).toBeDefined();
  });

  const rows: readonly (readonly [string, readonly Step[], string, string])[] = [
    ['proposed', proposed, 'accepted', 'refused'],
    ['not accepted', led(barred, ['AnswerIneligible', '2026-08-06', { ground: 'N7', ...reason }]), 'refused', 'accepted'],
    ['guided', led(elsewhere, ['GuideOnce', '2026-08-06', { to: 'UBND phường', ...reason }]), 'refused', 'forwarded'],
    ['sent on', led(found({ content: 'other' }), ['SendElsewhere', '2026-08-06', { to: 'Sở', ...reason }]), 'forwarded', 'accepted'],
  ];
  for (const [what, steps, right, wrong] of rows) {
    it(`of a petition that was ${what} is “${right}” and not “${wrong}”`, async () => {
      const desk = await after(steps);
      expect(await rule(desk, ...answer(wrong))).toEqual(['LAW_OBJECTS', 'answer-is-another', 'LTCD Đ.28.1']);
      await desk.done(...answer(right));
      expect(await desk.owed()).toEqual([]);
      expect((await clock(desk, 'answer'))?.[0]).toBe('stopped');
    });
  }

  it('may always be that more time is needed; the duty stays open then', async () => {
    const desk = await after(visited);
    await desk.done(...answer('more-time'));
    expect(await desk.owed()).toEqual(['answer-sender-s-1']);
    expect((await clock(desk, 'answer'))?.[0]).toBe('stopped');
  });
});

describe('a withdrawal', () => {
  const withdraw = (on: string, more: Data = {}): Step => ['Withdraw', on, { form: 'petition', ...more }];
  const type = async (desk: Desk, ...step: Step) => (await desk.done(...step)).facts[0]?.record.type;
  const two: readonly Step[] = screened(here, came({}, 2));

  it('ends the petition where nothing is left, and whoever withdrew is owed no answer', async () => {
    const desk = await after([...screened(here), ['ProposeAcceptance', '2026-08-06']]);
    expect(await type(desk, ...withdraw('2026-08-07'))).toBe('Withdrawn');
    const state = await desk.state();
    expect(state).toMatchObject({ stage: 'closed', senders: [], withdrew: ['s-1'], ended: { by: 'Withdrawn', on: '2026-08-07' } });
    expect(state.obligations[0]?.waivedBy).toMatchObject({ text: 'LKN Đ.10', grade: 'I' });
    expect(Object.values(state.clocks).map(({ status }) => status)).not.toContain('running');
  });

  it('by some leaves the petition to the others', async () => {
    const desk = await after(two);
    expect(await type(desk, ...withdraw('2026-08-06', { senders: ['s-2'] }))).toBe('SendersWithdrew');
    expect(await desk.owed()).toEqual(['answer-sender-s-1']);
    expect([(await desk.state()).stage, await clock(desk, 'answer')]).toEqual(['classified', ['running', '2026-08-17']]);
    expect(await type(desk, ...withdraw('2026-08-07', { senders: ['s-1'] }))).toBe('Withdrawn');
  });

  it('by the only one who still waited stops the clock of the answer', async () => {
    const desk = await after([
      ...two,
      ['ProposeAcceptance', '2026-08-06'],
      ['AnswerSender', '2026-08-06', { to: 's-1', document: 'CV-1', says: 'Đã thụ lý.', answer: 'accepted' }],
    ]);
    expect((await clock(desk, 'answer'))?.[0]).toBe('running');
    await desk.done(...withdraw('2026-08-07', { senders: ['s-2'] }));
    expect((await clock(desk, 'answer'))?.[0]).toBe('stopped');
  });

  it('by all leaves the file open while a forwarder waits or an original lies there, and then lets it be closed', async () => {
    const forwarded = await after([...screened(here, letter(front)), ['ProposeAcceptance', '2026-08-06']]);
    expect(await type(forwarded, ...withdraw('2026-08-07'))).toBe('SendersWithdrew');
    expect(await forwarded.owed()).toEqual(['answer-forwarder-mttq-ha-noi']);
    await forwarded.done('AnswerSender', '2026-08-10', { to: 'mttq-ha-noi', document: 'CV-1', says: 'Người gửi đã rút đơn.' });
    expect((await forwarded.done('Close', '2026-08-10', reason)).state.stage).toBe('closed');
    const original = await after(arrivedOn('2026-08-03', letter({ originals: ['Sổ bảo hiểm xã hội'] })));
    expect(await type(original, ...withdraw('2026-08-07'))).toBe('SendersWithdrew');
    expect(await original.owed()).toEqual(['originals-s-1']);
    expect((await original.refused('Close', '2026-08-10', reason)).code).toBe('STILL_OWED');
    await original.done('ReturnOriginals', '2026-08-10', { to: 's-1' });
    expect((await original.done('Close', '2026-08-10', reason)).state.stage).toBe('closed');
  });

  it('of a part moves nothing', async () => {
    const desk = await after(screened(here));
    expect(await type(desk, ...withdraw('2026-08-06', { part: 'Tiền lãi' }))).toBe('PartWithdrawn');
    expect((await desk.state()).stage).toBe('classified');
  });

  it('is never refused: what cannot count is recorded as an arrival', async () => {
    const before = arrivedOn('2026-06-30', letter());
    const cases: readonly (readonly [readonly Step[], Step])[] = [
      [screened(here), withdraw('2026-08-06', { senders: ['s-9'] })],
      [before, withdraw('2026-06-30', { form: 'minutes' })],
      [before, withdraw('2026-06-30', { part: 'Tiền lãi' })],
      [arrivedOn('2026-08-03', letter({ senders: [] })), withdraw('2026-08-06')],
      [[...screened(here), withdraw('2026-08-06')], withdraw('2026-08-07')],
    ];
    for (const [steps, step] of cases) expect(await type(await after(steps), ...step)).toBe('ArrivalRecorded');
    // Control: on the next day minutes are enough.
    expect(await type(await after(before), ...withdraw('2026-07-01', { form: 'minutes' }))).toBe('Withdrawn');
  });
});
