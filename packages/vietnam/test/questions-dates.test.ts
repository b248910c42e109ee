import { describe, expect, it } from 'vitest';
import { answerDate } from '../src/questions/dates.ts';
import examples from './examples.json' with { type: 'json' };

type Asked = Readonly<Record<string, unknown>>;

const accepted = (input: Asked) => {
  const answered = answerDate(input);
  if ('refusal' in answered) throw new TypeError(answered.refusal.says.en);
  return answered.answer;
};
const code = (input: Asked): string => {
  const answered = answerDate(input);
  return 'refusal' in answered ? answered.refusal.code : `answered ${JSON.stringify(answered.answer)}`;
};

/** A question with the day of the law on its first day. */
const ask = (termId: string, startEvent: string, startDate: string, more: Asked = {}): Asked => ({
  termId,
  caseKind: 'administrative',
  startEvent,
  startDate,
  lawDay: startDate,
  ...more,
});

describe('the worked examples of dates', () => {
  it.each(examples.dates)('$id is answered as counted by hand', ({ input, expected }) => {
    expect(accepted(input)).toMatchObject(expected);
  });

  it.each(examples.dates)('$id is answered the same without the count', ({ input, expected }) => {
    expect(accepted({ ...input, count: undefined })).toMatchObject(expected);
  });

  it('each differ when the trigger is a week earlier (control)', () => {
    for (const { id, input, expected } of examples.dates) {
      const moved = new Date(Date.parse(`${input.startDate}T00:00:00Z`) - 7 * 86_400_000).toISOString().slice(0, 10);
      const answered = answerDate({ ...input, startDate: moved, lawDay: moved, lawEdition: undefined, acceptedOn: undefined });
      expect('answer' in answered ? answered.answer : answered, id).not.toMatchObject(expected);
    }
  });
});

describe('a date', () => {
  it('is the lead of ten working days counted back over National Day', () => {
    // Mon 2025-09-08 back: 5, 4, 3 September; 2 and 1 are off; 29, 28 August.
    expect(accepted(ask('TD-02', 'receptionDay', '2025-09-08', { caseKind: 'reception' }))).toEqual({
      latestDay: '2025-08-28',
      latestWeekday: 'Thu',
      countedDays: ['2025-09-05', '2025-09-04', '2025-09-03', '2025-08-29', '2025-08-28'],
    });
  });

  it('of effect is given in both readings, with the remote area’s length', () => {
    // 30 days from Thu 2025-04-03: 27 in April, 3 in May: Sat 2025-05-03; the next working day is Mon 5 May.
    expect(accepted(ask('KN-56', 'decision1Promulgated', '2025-04-03', { level: 1 }))).toEqual({
      rawEnd: '2025-05-03',
      rolledEnd: '2025-05-05',
      effectiveOnNoRoll: '2025-05-04',
      effectiveOnRolled: '2025-05-06',
    });
    expect(accepted(ask('KN-57', 'decision2Promulgated', '2025-04-03', { level: 2, variants: { remoteArea: true } })).rawEnd).toBe(
      '2025-05-18',
    );
  });

  it('after a suspension is what was left, from the day after it goes on; the other reading ends a day earlier', () => {
    // Accepted Mon 2026-07-06; suspended Tue 21 July: 15 days used; 15 left, on from Mon 10 August: Tue 25 August.
    const suspended = ask('KN-74', 'resolutionContinued', '2026-08-10', {
      acceptedOn: '2026-07-06',
      baseTermId: 'KN-20',
      suspensions: [{ suspendedOn: '2026-07-21', resumedOn: '2026-08-10' }],
    });
    expect(accepted(suspended)).toEqual({
      rawEnd: '2026-08-25',
      due: '2026-08-25',
      dueWeekday: 'Tue',
      rolled: false,
      usedDays: 15,
      remainingDays: 15,
      dueIfResumeDayCounted: '2026-08-24',
    });
    const other = accepted({ ...suspended, countingOption: 'resumeDay' });
    expect(other).toMatchObject({ due: '2026-08-24', usedDays: 15, remainingDays: 15 });
    expect(other).not.toHaveProperty('dueIfResumeDayCounted');
  });

  it('after two suspensions counts the days between them as used', () => {
    // 45 days; 10 used by 16 July, 5 between 20 and 25 July, 30 left from 3 August: Wed 2 September, a holiday; Thu 3.
    const twice = ask('KN-74', 'resolutionContinued', '2026-08-03', {
      acceptedOn: '2026-07-06',
      baseTermId: 'KN-24',
      level: 2,
      suspensions: [
        { suspendedOn: '2026-07-16', resumedOn: '2026-07-20' },
        { suspendedOn: '2026-07-25', resumedOn: '2026-08-03' },
      ],
    });
    expect(accepted(twice)).toMatchObject({
      rawEnd: '2026-09-02',
      due: '2026-09-03',
      usedDays: 15,
      remainingDays: 30,
      // One day earlier is Tue 1 September, a holiday too.
      dueIfResumeDayCounted: '2026-09-03',
    });
    expect(accepted({ ...twice, countingOption: 'resumeDay' })).toMatchObject({ rawEnd: '2026-09-01', usedDays: 15, remainingDays: 30 });
  });

  it('leaves out the days of an obstacle that lie inside the term, and only those', () => {
    const hospital = { from: '2025-06-02', to: '2025-06-11', days: 10, reason: 'hospital' };
    // The 90 days from 2025-03-03 end on 1 June: an obstacle that begins on the 2nd changes nothing.
    expect(accepted(ask('KN-01', 'decisionReceived', '2025-03-03', { excludedPeriods: [hospital] }))).toMatchObject({
      rawEnd: '2025-06-01',
      effectiveLength: 90,
    });
  });

  it('after a suspension contradicts a count, a kind, a level, a variant or an obstacle that does not fit', () => {
    const suspended = ask('KN-74', 'resolutionContinued', '2026-08-10', {
      acceptedOn: '2026-07-06',
      baseTermId: 'KN-20',
      suspensions: [{ suspendedOn: '2026-07-20', resumedOn: '2026-08-10' }],
    });
    const left = (length: number, more: Asked = {}) =>
      code({ ...suspended, count: { length, unit: 'CD', direction: 'forward', lastDayRoll: 'nextWorkingDay' }, ...more });
    // 14 days were used and 16 are left; read so that the day of resuming is the first of them, 15 come after it.
    expect(left(16)).toContain('"remainingDays":16');
    expect(left(15, { countingOption: 'resumeDay' })).toContain('"due":"2026-08-25"');
    expect([left(15), left(17), left(14, { countingOption: 'resumeDay' })]).toEqual(Array(3).fill('FACTS_CONTRADICT'));
    for (const more of [
      { caseKind: 'discipline' },
      { baseTermId: 'KN-83' },
      { level: 2 },
      { baseTermId: 'KN-21', variants: { complex: false } },
      { excludedPeriods: [{ from: '2026-07-08', to: '2026-07-09', days: 2 }] },
    ])
      expect(code({ ...suspended, ...more }), JSON.stringify(more)).toBe('FACTS_CONTRADICT');
  });

  it('is only counted where only the calendar is asked', () => {
    const count = { length: 7, unit: 'WD', direction: 'forward', lastDayRoll: 'none' };
    // The term of 2026 on a day of 2025: 6–10, 13, 14 January 2025.
    const only = ask('KN-13', 'complaintReceived', '2025-01-03', { lawDay: null, calendarOnly: true, count });
    expect(accepted(only)).toMatchObject({ due: '2025-01-14' });
    expect(code({ ...only, count: undefined })).toBe('FACTS_MISSING');
    expect(code({ ...only, calendarOnly: false })).toBe('FACTS_MISSING');
    const counting = (other: Asked, more: Asked = {}) => code({ ...only, ...more, count: { ...count, ...other } });
    const away = { excludedPeriods: [{ from: '2025-01-06', to: '2025-01-07', days: 2 }] };
    // Working days and leads do not move, and no day is left out of them; what never ends is not counted.
    expect(counting({ lastDayRoll: 'nextWorkingDay' })).toBe('FACTS_CONTRADICT');
    expect(counting({ unit: 'CD', direction: 'backward', lastDayRoll: 'openPoint' })).toBe('FACTS_CONTRADICT');
    expect([counting({}, away), counting({ unit: 'CD', direction: 'backward' }, away)]).toEqual(Array(2).fill('FACTS_CONTRADICT'));
    expect(counting({ unit: 'CD' }, away)).toContain('"rawEnd":"2025-01-12"');
    expect(counting({ length: 1_000_000 })).toBe('BAD_INPUT');
  });
});

describe('a question about a date is refused, and says why,', () => {
  const received = (termId: string, startDate: string, more: Asked = {}) => ask(termId, 'complaintReceived', startDate, more);
  it.each<readonly [string, Asked, string]>([
    ['of a term that does not exist', received('KN-99', '2025-03-03'), 'UNKNOWN_TERM'],
    ['before the Law on Complaints', ask('KN-20', 'caseAccepted', '2012-06-30'), 'BEFORE_THE_LAW'],
    ['before the calendar begins', ask('KN-20', 'caseAccepted', '2019-03-04'), 'UNSETTLED_LAW'],
    ['of the decree of 2026 on the day before', received('KN-13', '2026-06-30'), 'NOT_IN_FORCE'],
    ['of the decree of 2020 on the day after', received('KN-12', '2026-07-01'), 'NOT_IN_FORCE'],
    ['of the old termination notice after 2026-07-01', ask('KN-04', 'terminationNotice', '2026-07-01'), 'UNSETTLED_LAW'],
    ['of a circular whose successor is not known', ask('KN-39', 'informationRequestReceived', '2021-03-01'), 'UNSETTLED_LAW'],
    ['counted from another event', ask('KN-20', 'complaintReceived', '2025-03-03'), 'FACTS_CONTRADICT'],
    [
      'about discipline by an administrative term',
      ask('KN-20', 'caseAccepted', '2025-03-03', { caseKind: 'discipline' }),
      'FACTS_CONTRADICT',
    ],
    [
      'with a variant the term does not know',
      ask('KN-83', 'caseAccepted', '2025-03-03', { caseKind: 'discipline', variants: { remoteArea: true } }),
      'FACTS_CONTRADICT',
    ],
    ['with a variant that denies its id', ask('KN-21', 'caseAccepted', '2025-03-03', { variants: { complex: false } }), 'FACTS_CONTRADICT'],
    ['of the other level', ask('KN-24', 'caseAccepted', '2025-03-03', { level: 1 }), 'FACTS_CONTRADICT'],
    [
      'in a version of the rules that did not hold',
      ask('KN-20', 'caseAccepted', '2025-03-03', { lawEdition: 'KN-2026' }),
      'FACTS_CONTRADICT',
    ],
    ['of what has no number', ask('KN-70', 'suspensionGroundMet', '2026-08-03'), 'NO_NUMBER'],
    [
      'with a suspension before there was one',
      ask('KN-74', 'resolutionContinued', '2026-07-02', {
        acceptedOn: '2026-06-01',
        baseTermId: 'KN-20',
        suspensions: [{ suspendedOn: '2026-06-20', resumedOn: '2026-07-02' }],
      }),
      'NOT_IN_FORCE',
    ],
    [
      'after a limit that had run out',
      ask('KN-74', 'resolutionContinued', '2026-09-02', {
        acceptedOn: '2026-07-06',
        baseTermId: 'KN-20',
        suspensions: [{ suspendedOn: '2026-08-20', resumedOn: '2026-09-02' }],
      }),
      'FACTS_CONTRADICT',
    ],
    [
      'with an obstacle in an authority’s term',
      ask('KN-20', 'caseAccepted', '2025-03-03', { excludedPeriods: [{ from: '2025-03-10', to: '2025-03-11', days: 2 }] }),
      'FACTS_CONTRADICT',
    ],
    ['with a day that does not exist', ask('KN-20', 'caseAccepted', '2026-02-30'), 'BAD_INPUT'],
    ['with a field that it does not have', { ...ask('KN-20', 'caseAccepted', '2025-03-03'), remote: true }, 'BAD_INPUT'],
    [
      'with a count that the term does not lead to',
      ask('KN-20', 'caseAccepted', '2025-03-03', {
        count: { length: 45, unit: 'CD', direction: 'forward', lastDayRoll: 'nextWorkingDay' },
      }),
      'FACTS_CONTRADICT',
    ],
    ...(
      [
        ['with a suspension that the term is not counted past', { suspensions: [{ suspendedOn: '2026-08-10', resumedOn: '2026-08-20' }] }],
        ['with two days of acceptance', { acceptedOn: '2026-08-02' }],
      ] as const
    ).map(([what, more]) => [what, ask('KN-20', 'caseAccepted', '2026-08-03', more), 'FACTS_CONTRADICT'] as const),
    [
      'of a first decision received before it was made',
      ask('KN-02', 'decision1Received', '2025-04-03', { decision1PromulgatedOn: '2025-04-04' }),
      'FACTS_CONTRADICT',
    ],
    [
      'after the limit of the second level as that of the first',
      ask('KN-03', 'level1LimitExpired', '2025-04-09', { level1TermId: 'KN-24' }),
      'FACTS_CONTRADICT',
    ],
    [
      'of a forwarder whom nobody had asked',
      ask('KN-62', 'resultNoticeReceivedByForwarder', '2026-03-02', { caseKind: 'reception', citizenAskedBefore: false }),
      'FACTS_CONTRADICT',
    ],
  ])('%s', (_, input, expected) => {
    expect(code(input)).toBe(expected);
  });

  it('in both languages', () => {
    const answered = answerDate(received('KN-13', '2026-06-30'));
    expect('refusal' in answered && answered.refusal.says).toEqual({
      en: expect.stringContaining('2026-06-30'),
      vi: expect.stringContaining('không có hiệu lực'),
    });
  });
});
