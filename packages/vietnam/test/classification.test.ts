import { describe, expect, it } from 'vitest';
import { classify, type Outcome, type Row, type Screening } from '../src/classification.ts';
import { classificationTable } from '../src/law/classification-table.ts';

const here = { content: 'complaint', competent: 'this-body' } as const;
const elsewhere = { content: 'complaint', competent: 'elsewhere' } as const;
const below = { content: 'complaint', competent: 'body-below' } as const;

interface Case {
  readonly facts: Screening;
  readonly outcomes: readonly Outcome[];
  readonly cited: string;
  readonly on?: string;
}

/** One petition for each row that decides, typed from the table of the law. */
const deciding: Readonly<Partial<Record<Row, Case>>> = {
  C1: { facts: { content: 'other' }, outcomes: ['guide', 'forward'], cited: 'TT05 Đ.6.1' },
  C2: { facts: { ...here, content: 'mixed' }, outcomes: ['guide-split'], cited: 'NĐ154 Đ.14.4' },
  C3: { facts: { ...elsewhere, unsigned: true }, outcomes: ['file'], cited: 'TT05 Đ.6.2' },
  C5: { facts: { ...here, offensive: true }, outcomes: ['file'], cited: 'TT05 Đ.6.2.b' },
  C6: { facts: { ...elsewhere, sentToCompetentToo: true }, outcomes: ['file'], cited: 'TT05 Đ.6.2.b' },
  C7: { facts: { ...elsewhere, guidedBefore: true }, outcomes: ['file'], cited: 'TT05 Đ.6.2.b' },
  C8: { facts: here, outcomes: ['propose-acceptance'], cited: 'TT05 Đ.7.1' },
  C9: { facts: { ...here, missing: ['papers'] }, outcomes: ['guide-supplement'], cited: 'TT05 Đ.7.2' },
  C10: { facts: elsewhere, outcomes: ['guide'], cited: 'TT05 Đ.8.1' },
  C11: { facts: { ...elsewhere, forwardedBy: 'press' }, outcomes: ['return'], cited: 'TT05 Đ.8.2' },
  C12: { facts: { ...elsewhere, forwardedBy: 'government-member' }, outcomes: ['forward'], cited: 'TT05 Đ.8.2' },
  C13: { facts: { ...here, forwardedBy: 'national-assembly-deputy' }, outcomes: ['propose-acceptance'], cited: 'LTCD Đ.27.2' },
  C14: { facts: below, outcomes: ['guide'], cited: 'LTCD Đ.26.1.b' },
  C15: { facts: { ...below, belowOverdue: true }, outcomes: ['demand'], cited: 'NĐ154 Đ.15.3' },
  C16: { facts: { ...below, belowOverdue: true, secondComplaint: true }, outcomes: ['propose-acceptance'], cited: 'LKN Đ.33' },
  C17: { facts: { ...here, secondDecision: true }, outcomes: ['not-accept'], cited: 'LKN Đ.11.7' },
  C18: { facts: { ...here, firstDecisionInEffect: true }, outcomes: ['not-accept', 'file'], cited: 'LKN Đ.11.6' },
  C19: {
    facts: { ...here, firstDecisionInEffect: true, unlawfulWithDamage: true },
    outcomes: ['report-to-head'],
    cited: 'NĐ124 Đ.38 (NĐ155 Đ.14)',
  },
  C25: { facts: { ...here, court: 'accepted' }, outcomes: ['not-accept'], cited: 'LKN Đ.11.9' },
  C26: { facts: { content: 'other', feedbackAnsweredBefore: true }, outcomes: ['refuse-reception'], cited: 'NĐ154 Đ.4.1.h' },
  C27: { facts: { ...here, outOfTime: true }, outcomes: ['not-accept', 'file'], cited: 'LKN Đ.11.6' },
  C28: { facts: { ...here, withdrawnBefore: true }, outcomes: ['not-accept'], cited: 'LKN Đ.10' },
  C29: { facts: { ...elsewhere, unsatisfiedHere: true }, outcomes: ['guide'], cited: 'LKN Đ.33' },
};

/** And one for each that stands beside the outcome. */
const beside: Readonly<Partial<Record<Row, Case>>> = {
  C4: { facts: { ...elsewhere, missing: ['request'] }, outcomes: ['guide'], cited: 'TT05 Đ.6.2.a' },
  C20: { facts: { ...here, harmHardToMend: true }, outcomes: ['report-to-head'], cited: 'LKN Đ.35' },
  C21: { facts: { ...elsewhere, many: true }, outcomes: ['guide'], cited: 'TT05 Đ.9' },
  C22: { facts: { ...here, many: true, representativesMissing: true }, outcomes: ['guide-supplement'], cited: 'NĐ124 Đ.16.1 (NĐ155 Đ.10)' },
  C23: { facts: { ...here, sensitive: true }, outcomes: ['report-to-head'], cited: 'TT07/2014 Đ.27' },
  C24: { facts: { ...here, originals: true }, outcomes: ['return-originals'], cited: 'TT05 Đ.10' },
};

const of = (facts: Screening, on = '2026-08-03') => classify(facts, on);
const decided = (facts: Screening, on?: string): Row | null | undefined => of(facts, on).lawful[0]?.row;

describe('the table of petitions', () => {
  it('has a petition for each of its rows in this test', () => {
    expect([...Object.keys(deciding), ...Object.keys(beside)].sort()).toEqual(Object.keys(classificationTable).sort());
  });

  it.each(Object.entries(deciding))('decides by %s', (row, { facts, outcomes, cited, on }) => {
    const { lawful } = of(facts, on);
    expect(lawful.map((each) => [each.row, each.outcome])).toEqual(outcomes.map((outcome) => [row, outcome]));
    expect(lawful[0]?.because.text).toBe(cited);
  });

  it.each(Object.entries(beside))('asks for %s besides', (row, { facts, outcomes, cited }) => {
    const also = of(facts).also.filter((each) => each.row === row);
    expect(also.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(also[0]?.because.text).toBe(cited);
  });

  it('says of every other row why it does not apply, in both languages', () => {
    for (const { facts } of [...Object.values(deciding), ...Object.values(beside)]) {
      const { lawful, also, not } = of(facts);
      const named = new Set([...lawful, ...also, ...not].map(({ row }) => row));
      expect([...named].sort()).toEqual(Object.keys(classificationTable).sort());
      for (const { why } of not) expect([why.en, why.vi].every((text) => text.length > 10)).toBe(true);
    }
  });

  it('decides otherwise once the fact that a row asks for is taken away (control)', () => {
    for (const [row, { facts }] of Object.entries(deciding)) {
      const own = Object.keys(facts).filter((name) => name !== 'content' && name !== 'competent');
      for (const name of own) {
        const without = { ...facts, [name]: undefined };
        expect(decided(without as Screening), `${row} without ${name}`).not.toBe(row);
      }
    }
  });
});

describe('of two rows the more specific one decides:', () => {
  it.each<readonly [string, Screening, Row]>([
    ['mixed content before a missing signature', { ...elsewhere, content: 'mixed', unsigned: true }, 'C2'],
    ['ineligible before a bar', { ...elsewhere, unsigned: true, secondDecision: true }, 'C3'],
    ['a court before a second decision', { ...here, court: 'decided', secondDecision: true }, 'C25'],
    ['unlawful with damage before merely in effect', { ...here, firstDecisionInEffect: true, unlawfulWithDamage: true }, 'C19'],
    ['a bar before the level', { ...below, secondDecision: true }, 'C17'],
    ['the level before the forwarder', { ...below, forwardedBy: 'press' }, 'C14'],
    ['what can be mended before acceptance', { ...here, unsigned: true }, 'C9'],
    ['what can be mended before the forwarder who is to be told', { ...here, unsigned: true, forwardedBy: 'fatherland-front' }, 'C9'],
  ])('%s', (_, facts, row) => {
    expect(decided(facts)).toBe(row);
  });

  it('and the row that gave way says which one decided', () => {
    const { not } = of({ ...here, court: 'decided', secondDecision: true });
    expect(not.find(({ row }) => row === 'C17')?.why.en).toContain('C25');
  });
});

describe('the day of the step selects the rule:', () => {
  it('new facts against a decision in effect were a ground until 2026-06-30', () => {
    const facts: Screening = { ...here, firstDecisionInEffect: true, newFacts: true };
    expect([decided(facts, '2026-06-30'), decided(facts, '2026-07-01')]).toEqual(['C19', 'C18']);
  });

  it('withdrawn content is barred, and answered feedback turned away, from 2026-07-01', () => {
    const again: Screening = { ...here, withdrawnBefore: true };
    expect([decided(again, '2026-06-30'), decided(again, '2026-07-01')]).toEqual(['C8', 'C28']);
    const feedback: Screening = { content: 'other', feedbackAnsweredBefore: true };
    expect([decided(feedback, '2026-06-30'), decided(feedback, '2026-07-01')]).toEqual(['C1', 'C26']);
  });

  it('the circular of 2014 is cited before that of 2021', () => {
    const cited = (on: string) => of(here, on).lawful[0]?.because.text;
    expect([cited('2021-11-14'), cited('2021-11-15')]).toEqual(['LKN Đ.27', 'TT05 Đ.7.1']);
  });

  it('before 2014-12-15 nothing is known', () => {
    expect(of(here, '2014-12-14')).toMatchObject({ lawful: [], missing: { unsettled: true } });
  });
});

describe('a petition is not decided', () => {
  it('while nobody has found out whose competence it is', () => {
    expect(of({ content: 'complaint' })).toMatchObject({ lawful: [], missing: { unsettled: false } });
  });

  it('where a leader forwarded it to the wrong body before a rule on that is known; whose competence it is was found out', () => {
    const facts: Screening = { ...elsewhere, forwardedBy: 'party-or-state-leader' };
    expect(of(facts, '2021-11-14')).toMatchObject({ lawful: [], missing: { unsettled: true, en: expect.stringContaining('2021-11-15') } });
    expect(decided(facts, '2021-11-15')).toBe('C12');
  });

  it('by the old termination notice since 2026-07-01, whose fate is not known; before, it bars', () => {
    const facts: Screening = { ...here, ground: 'N8' };
    expect(of(facts, '2026-06-30').lawful).toMatchObject([{ row: null, outcome: 'not-accept', ground: 'N8' }]);
    expect(of(facts, '2026-07-01')).toMatchObject({ lawful: [], missing: { unsettled: true } });
  });

  it('by a row where a ground of LKN Đ.11 stands alone: the head does not accept', () => {
    expect(of({ ...here, ground: 'N2' }).lawful).toMatchObject([{ row: null, outcome: 'not-accept', because: { text: 'LKN Đ.11.2' } }]);
    expect(decided({ ...elsewhere, ground: 'N2' })).toBe('C10');
  });
});
