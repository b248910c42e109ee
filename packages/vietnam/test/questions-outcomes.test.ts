import { describe, expect, it } from 'vitest';
import { answerBatch, answerOutcome, outcomeQuestions } from '../src/questions/answers.ts';
import examples from './examples.json' with { type: 'json' };

type Facts = Readonly<Record<string, unknown>>;
const accepted = (input: Facts) => {
  const answered = answerOutcome(input);
  if ('refusal' in answered) throw new TypeError(answered.refusal.says.en);
  return answered.answer;
};
const code = (input: Facts): string => {
  const answered = answerOutcome(input);
  return 'refusal' in answered ? answered.refusal.code : `answered ${JSON.stringify(answered.answer)}`;
};
const ask = (question: string, lawDay: string, more: Facts): Facts => ({
  question,
  lawEdition: lawDay < '2026-07-01' ? 'KN-2020' : 'KN-2026',
  lawDay,
  ...more,
});

describe('the worked examples of outcomes', () => {
  it.each(examples.outcomes)('$id is answered by the rules', ({ input, expected }) => {
    expect(accepted(input)).toEqual(expected);
  });
});

const petition = (more: Facts = {}) => ({
  content: 'COMPLAINT',
  many: false,
  signed: true,
  fingerprint: false,
  otherwiseComplete: true,
  otherRefusalGround: null,
  ...more,
});
const classification = (more: Facts, receivers: readonly string[] = ['PROVINCIAL_BHXH'], competent: string | null = 'PROVINCIAL_BHXH') =>
  ask('classification', '2025-09-15', { petition: petition(more), receivers, competentReceiver: competent });

describe('a petition', () => {
  it('without a signature is guided to be signed by the competent body, and filed elsewhere', () => {
    expect(accepted(classification({ signed: false }))).toEqual({
      byReceiver: { PROVINCIAL_BHXH: { row: 'C9', outcome: 'GUIDE_SUPPLEMENT' } },
      refusalGround: 'N5',
      treatAsDenunciation: false,
      openPoint: 'O-1',
    });
    expect(accepted(classification({ signed: false }, ['VSS']))).toMatchObject({ byReceiver: { VSS: { row: 'C3' } }, openPoint: 'O-1' });
  });

  it('without a signature and without the rest has no known sender, so that even the competent body files it', () => {
    expect(accepted(classification({ signed: false, otherwiseComplete: false }))).toMatchObject({
      byReceiver: { PROVINCIAL_BHXH: { row: 'C3', outcome: 'INELIGIBLE_FILE' } },
    });
  });

  it('with a fingerprint is as good as signed', () => {
    expect(accepted(classification({ signed: false, fingerprint: true }))).toMatchObject({
      byReceiver: { PROVINCIAL_BHXH: { row: 'C8' } },
      refusalGround: null,
      openPoint: null,
    });
  });

  it('sent to a body that is not competent, and to no other, is guided', () => {
    expect(accepted(classification({}, ['VSS']))).toMatchObject({
      byReceiver: { VSS: { row: 'C10', outcome: 'GUIDE_ONCE' } },
      openPoint: null,
    });
  });

  it.each([
    ['N6', 'C27'],
    ['N7', 'C17'],
    ['N9', 'C25'],
    ['N4', 'C9'],
  ])('that meets ground %s falls under row %s', (otherRefusalGround, row) => {
    expect(accepted(classification({ otherRefusalGround }))).toMatchObject({
      byReceiver: { PROVINCIAL_BHXH: { row } },
      refusalGround: otherRefusalGround,
    });
  });

  it('that is signed does not meet the ground of the missing signature', () => {
    expect(code(classification({ otherRefusalGround: 'N5' }))).toBe('FACTS_CONTRADICT');
    expect(code(classification({ otherRefusalGround: 'N5', signed: false }))).toContain('"refusalGround":"N5"');
  });

  it('whose competence nobody asserted is not decided where a row would need it', () => {
    expect(code(classification({}, ['PROVINCIAL_BHXH'], null))).toBe('FACTS_MISSING');
  });
});

describe('representatives', () => {
  it.each([
    [1, false, null],
    [4, false, null],
    [5, true, 2],
    [10, true, 2],
    [11, true, 5],
    [200, true, 5],
  ])('of %i persons: the law gives a number %s, at most %s', (complainants, lawGivesNumber, maxRepresentatives) => {
    expect(accepted(ask('representatives', '2025-09-15', { group: { complainants } }))).toEqual({
      lawGivesNumber,
      minRepresentatives: 1,
      maxRepresentatives,
      representativeMustBeComplainant: true,
    });
  });

  it('of nobody is no question', () => {
    expect(code(ask('representatives', '2025-09-15', { group: { complainants: 0 } }))).toBe('BAD_INPUT');
  });
});

const withdrawal = (day: string, withdrawn: readonly string[], coercionClaimed = false) =>
  ask('withdrawal', day, { contents: ['A', 'B'], withdrawn, withdrawnOn: day, coercionClaimed });
const group = (day: string, complainants: number, withdrawn: number) =>
  ask('groupWithdrawal', day, { group: { complainants, withdrawn, withdrawnOn: day } });

describe('a withdrawal', () => {
  it('of everything ends the case', () => {
    expect(accepted(withdrawal('2026-07-15', ['A', 'B']))).toEqual({
      byContent: { A: 'CLOSED_AND_BARRED', B: 'CLOSED_AND_BARRED' },
      caseState: 'TERMINATED',
    });
  });

  it('of a part was unknown to the law the day before', () => {
    expect(code(withdrawal('2026-06-30', ['A']))).toBe('NOT_IN_FORCE');
    expect(accepted(withdrawal('2026-07-01', ['A']))).toMatchObject({ caseState: 'OPEN' });
  });

  it('or a death follows the law of its own day, and an older law named for it contradicts it', () => {
    const older = { lawDay: '2026-06-30', lawEdition: 'KN-2020' };
    const death = { event: 'COMPLAINANT_DIED', diedOn: '2026-07-01', cases: [{ rightsPassToHeir: false, heirCanAct: null }] };
    const events = [withdrawal('2026-07-01', ['A']), group('2026-07-01', 12, 3), ask('suspensionOrTermination', '2026-07-01', death)];
    for (const event of events) {
      expect(code(event)).toContain('answered');
      expect(code({ ...event, ...older })).toBe('FACTS_CONTRADICT');
    }
  });

  it('that is said to be coerced, or is of what nobody complained of, is not decided', () => {
    expect(code(withdrawal('2026-07-15', ['A'], true))).toBe('FACTS_MISSING');
    expect(code(withdrawal('2026-07-15', ['C']))).toBe('FACTS_CONTRADICT');
  });

  it.each([
    [6, 2, { complainantsLeft: 4, maxRepresentativesAtFiling: 2, maxRepresentativesLeft: null, openPoint: 'O-5' }],
    [12, 1, { complainantsLeft: 11, maxRepresentativesAtFiling: 5, maxRepresentativesLeft: 5, openPoint: null }],
    [12, 12, { complainantsLeft: 0, terminate: true, caseContinues: false, recheckRepresentatives: false, openPoint: null }],
  ])('by some of %i (%i) leaves the others', (complainants, withdrawn, expected) => {
    expect(accepted(group('2026-07-10', complainants, withdrawn))).toMatchObject(expected);
  });

  it('by some of a group had no rule the day before', () => {
    expect(code(group('2026-06-30', 12, 3))).toBe('NOT_IN_FORCE');
    expect(code(group('2026-07-01', 3, 4))).toBe('FACTS_CONTRADICT');
  });
});

describe('an acceptance', () => {
  it.each([
    [{ form: 'ORAL' }, 'PROPOSE_ACCEPTANCE'],
    [{ form: 'ORAL', caseKind: 'discipline' }, 'GUIDE_TO_WRITE'],
    [{ caseKind: 'discipline' }, 'PROPOSE_ACCEPTANCE'],
    [{ group: { complainants: 7, allSigned: true, writtenAppointment: false } }, 'GUIDE_SUPPLEMENT'],
    [{ group: { complainants: 7, allSigned: false, writtenAppointment: true } }, 'GUIDE_SUPPLEMENT'],
    [{ group: { complainants: 7, allSigned: true, writtenAppointment: true } }, 'PROPOSE_ACCEPTANCE'],
    [{ group: { complainants: 4, allSigned: true, writtenAppointment: false } }, 'PROPOSE_ACCEPTANCE'],
  ])('on %j leads to %s', (facts, action) => {
    expect(accepted(ask('acceptance', '2026-07-15', facts))).toMatchObject({ action, accept: action === 'PROPOSE_ACCEPTANCE' });
  });

  it('of a disciplinary warning in an administrative case contradicts itself', () => {
    const facts = { caseKind: 'administrative', contested: { what: 'DISCIPLINARY_WARNING' } };
    expect(code(ask('acceptance', '2026-07-15', facts))).toBe('FACTS_CONTRADICT');
    const other = { caseKind: 'discipline', contested: { what: 'BENEFIT_DECISION' }, form: 'ORAL' };
    expect(code(ask('acceptance', '2026-07-15', other))).toBe('FACTS_CONTRADICT');
  });
});

const extension = (lawDay: string, day: number, written: boolean, more: Facts = {}) =>
  ask('extension', lawDay, { level: 1, complexMarkedOnDay: day, writtenFinding: written, ...more });

describe('the longer limit', () => {
  it.each<readonly [string, Facts, Facts]>([
    [
      'found in writing on the last day',
      extension('2026-10-15', 30, true),
      { extensionValid: true, applicableTermId: 'KN-21', overdueFromDay: 46 },
    ],
    ['found a day late', extension('2026-10-15', 31, true), { extensionValid: false, applicableTermId: 'KN-20', overdueFromDay: 31 }],
    ['not found in writing', extension('2026-10-15', 10, false), { extensionValid: false, applicableTermId: 'KN-20' }],
    [
      'not found in writing before that was asked for',
      extension('2026-06-30', 10, false),
      { extensionValid: true, applicableTermId: 'KN-21' },
    ],
    [
      'in a remote area',
      extension('2026-10-15', 45, true, { variants: { remoteArea: true } }),
      { applicableTermId: 'KN-23', overdueFromDay: 61 },
    ],
    ['at the second level', extension('2026-10-15', 45, true, { level: 2 }), { applicableTermId: 'KN-25', overdueFromDay: 61 }],
    [
      'at the second level in a remote area',
      extension('2026-10-15', 1, true, { level: 2, variants: { remoteArea: true } }),
      { applicableTermId: 'KN-27', overdueFromDay: 71 },
    ],
    [
      'about discipline, whose area makes no difference',
      extension('2026-10-15', 30, true, { caseKind: 'discipline', variants: { remoteArea: true } }),
      { applicableTermId: 'KN-83', overdueFromDay: 46 },
    ],
    [
      'about discipline and late',
      extension('2026-10-15', 31, true, { caseKind: 'discipline' }),
      { extensionValid: false, applicableTermId: 'KN-83', overdueFromDay: 31 },
    ],
  ])('%s', (_, input, expected) => {
    expect(accepted(input)).toMatchObject(expected);
  });
});

const death = (day: string, ...cases: readonly (readonly [boolean, boolean | null])[]) =>
  ask('suspensionOrTermination', day, {
    event: 'COMPLAINANT_DIED',
    diedOn: day,
    cases: cases.map(([rightsPassToHeir, heirCanAct]) => ({ rightsPassToHeir, heirCanAct })),
  });

describe('a death and an absence', () => {
  it('that ends nothing sends nothing', () => {
    expect(accepted(death('2026-08-01', [true, true]))).toEqual({ byCase: ['CONTINUES'], terminationSentTo: null });
  });

  it('are refused where the facts or the law of that day do not suffice', () => {
    expect(code(death('2026-08-01', [true, null]))).toBe('FACTS_MISSING');
    expect(code(death('2026-06-30', [false, null]))).toBe('NOT_IN_FORCE');
    expect(code(ask('dialogueAbsence', '2026-06-30', { invitedInWriting: true, cases: [{ evidence: null }] }))).toBe('UNSETTLED_LAW');
  });

  it('of somebody who was not called in writing does not count as staying away', () => {
    expect(accepted(ask('dialogueAbsence', '2026-08-10', { invitedInWriting: false, cases: [{ evidence: null }] }))).toEqual({
      byCase: [{ goodReason: false, action: 'NEW_DIALOGUE', decideWithoutNewDialogue: false }],
    });
  });
});

describe('a batch', () => {
  it('is answered in its order, each question for itself', () => {
    const answered = answerBatch({
      dates: [{ id: 'one', input: {} }, ...examples.dates],
      outcomes: [...examples.outcomes, { id: 'two', input: { question: 'weather' } }],
    });
    expect(answered.dates.map(({ id }) => id)).toEqual(['one', ...examples.dates.map(({ id }) => id)]);
    expect(answered.dates[0]).toMatchObject({ id: 'one', refusal: { code: 'BAD_INPUT' } });
    expect(answered.outcomes.at(-1)).toMatchObject({ id: 'two', refusal: { code: 'BAD_INPUT' } });
    expect(answered.outcomes.slice(0, -1).every((each) => 'answer' in each)).toBe(true);
  });

  it('knows every question of the worked examples', () => {
    for (const { input } of examples.outcomes) expect(outcomeQuestions).toContain(input.question);
  });

  it('in the wrong version of the rules is refused', () => {
    for (const { id, input } of examples.outcomes) {
      const wrong = input.lawEdition === 'KN-2012' ? 'KN-2026' : 'KN-2012';
      expect(code({ ...input, lawEdition: wrong }), id).toBe('FACTS_CONTRADICT');
    }
  });
});
