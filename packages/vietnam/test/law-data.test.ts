import { addDays, isLegalDay } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { publicSectorYears } from '../src/law/calendar-2020-2026.ts';
import {
  type Act,
  articles,
  type Dated,
  lawBook,
  lawData,
  type Provision,
  type RuleVersion,
  type Sourced,
  type TermLength,
  type TermRule,
  type Wording,
} from '../src/law-data.ts';
import { complexityCriteria, nonAcceptanceGrounds } from '../src/objections.ts';
import { termIds, termRule } from '../src/terms.ts';

const acts: readonly Act[] = Object.values(lawData);
const groundsOf = (act: Act): readonly Sourced[] =>
  [act.nonAcceptance, act.refusalToReceive, act.complexity].flatMap((grounds) => Object.values<Sourced>(grounds ?? {}));
const valuesOf = (act: Act): readonly (readonly [string, Sourced])[] => [
  ...[...Object.values(act.terms).map((rule): Dated<Sourced> => rule.values), ...Object.values(act.articles)].flatMap((dated) =>
    Object.entries(dated),
  ),
  ...groundsOf(act).map((ground) => [act.inForceFrom, ground] as const),
];
const number = ({ article, clause, point }: Provision): string =>
  [article, clause, point].filter((part) => typeof part === 'string').join('.');
const bare = (text: string): string => text.replace(/ \(.*$/, '');

/** What is wrong with the place a value names. */
function faultsOfPlace(law: Provision, doubt: string | undefined): readonly string[] {
  if (law.article === null) return doubt && law.text === law.act ? [] : ['no article, and no doubt that says so'];
  const faults: string[] = [];
  if (!/^(\S+ Đ\.\S+)( \(\S+ Đ\.\S+\))?$/.test(law.text)) faults.push('a citation nobody could look up');
  if (bare(law.text) !== `${law.act} Đ.${number(law)}`) faults.push('a citation that names another place than its parts');
  return faults;
}

/** What is wrong with one value of an act, as a list. */
function faultsOf(act: Act, day: string, { law, also = [], doubt }: Sourced): readonly string[] {
  const faults = [...faultsOfPlace(law, doubt)];
  if (!isLegalDay(day) || !isLegalDay(law.checkedOn)) faults.push('a day that does not exist');
  if (day < act.inForceFrom || day > (act.inForceThrough ?? day)) faults.push('a value of a day on which its act is not in force');
  if (law.act !== act.short) faults.push('a value of another act');
  if (law.link !== undefined && !law.link.startsWith('https://')) faults.push('a link that leads nowhere');
  if ((law.grade === 'I' || law.grade === 'X') && !doubt) faults.push('inferred or not known, and no doubt stated');
  if (also.some((name) => !(name in articles))) faults.push('a further source that the pack does not hold');
  return faults;
}

describe('the acts', () => {
  it('give every value a day in force, a citation whose parts agree, and a doubt where it is inferred', () => {
    for (const act of acts)
      for (const [day, value] of valuesOf(act)) expect(faultsOf(act, day, value), `${value.law.text} ${day}`).toEqual([]);
  });

  it('of a value that is wrong in each of these ways, each is found (control)', () => {
    const law = { act: 'LTCD', article: '28', text: 'LKN Đ.27', grade: 'I', checkedOn: '2026-02-30', link: 'nowhere' } as const;
    expect(faultsOf(lawData.complaintsLaw, '2012-06-30', { law, also: ['LKN Đ.999'] })).toHaveLength(7);
    expect(faultsOf(lawData.complaintsDecree2012, '2020-12-10', { law })).toContain('a value of a day on which its act is not in force');
    expect(faultsOf(lawData.complaintsLaw, '2012-07-01', { law: { ...law, article: null } })).toContain(
      'no article, and no doubt that says so',
    );
  });

  it('without a source do not compile (control)', () => {
    // @ts-expect-error: a length that names no provision is no value.
    const unsourced: TermLength = { length: 10, unit: 'calendar-days' };
    // @ts-expect-error: nor is one whose provision does not say when it was checked.
    const unchecked: TermLength = { ...unsourced, law: { act: 'LKN', article: '27', text: 'LKN Đ.27', grade: 'A' } };
    // @ts-expect-error: nor does an act that holds one such value among its terms.
    const unheld: Act['terms'] = { 'KN-10': { ...lawData.complaintsLaw.terms['KN-10'], values: { '2012-07-01': { length: 10 } } } };
    expect([unsourced.length, unchecked.length, Object.keys(unheld)]).toEqual([10, 10, ['KN-10']]);
  });

  it('are cited by their own short names: each article is filed under the citation it carries', () => {
    for (const [name, dated] of Object.entries(articles)) {
      for (const { law } of Object.values(dated)) expect(bare(law.text)).toBe(name);
    }
  });

  it('hold no article twice: what one act says, no other overwrites', () => {
    expect(acts.flatMap(({ articles: own }) => Object.keys(own)).length).toBe(Object.keys(articles).length);
    expect(new Set(acts.map(({ short }) => short)).size).toBe(acts.length);
  });
});

const upTo = (kind: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${kind}-${String(from + index).padStart(2, '0')}`);

/** The whole list, as the law document numbers it; the gaps are its own. */
const everyId = [
  ...upTo('KN', 1, 15),
  ...upTo('KN', 20, 30),
  ...upTo('KN', 35, 43),
  ...upTo('KN', 50, 63),
  ...upTo('KN', 70, 77),
  ...upTo('KN', 80, 87),
  ...upTo('TD', 1, 14),
  ...upTo('XD', 1, 5),
];

const rules: readonly (readonly [string, TermRule])[] = acts.flatMap(({ short, terms }) =>
  Object.entries(terms).map(([id, rule]) => [`${id} in ${short}`, rule] as const),
);
const rule = (id: string): TermRule => {
  const found = termRule(id);
  if (!found) throw new TypeError(`no ${id}`);
  return found;
};

const bilingual = ({ en, vi }: Wording): boolean => en.trim() !== '' && vi !== en && /[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]/i.test(vi);

/** What is wrong with a rule beside its sources. */
function faultsOfRule({ about, counts, trigger, triggers = [], values }: TermRule): readonly string[] {
  const faults: string[] = [];
  const held = Object.values(values);
  if (!bilingual(about)) faults.push('not said in both languages');
  if (held.length === 0) faults.push('no value');
  if (trigger === null && counts !== 'rate' && counts !== 'duty') faults.push('counted from nothing');
  if ([...triggers, ...(trigger === null ? [] : [trigger])].some((each) => !bilingual(lawBook.triggers[each])))
    faults.push('an event without words');
  if (held.some((value) => 'atLeast' in value) !== (counts === 'rate')) faults.push('a rate that is none');
  for (const value of held) {
    if ('ended' in value && !bilingual(value.ended)) faults.push('an end not said in both languages');
    if (!('length' in value) || value.length === null) continue;
    if (Object.values(value.variants ?? {}).some((total) => total <= value.length)) faults.push('a variant that lengthens nothing');
  }
  return faults;
}

describe('the time limits', () => {
  it('are all there, each once, and none besides', () => {
    expect(everyId).toHaveLength(84);
    expect(termIds).toEqual([...everyId].sort());
    expect(termRule('KN-16')).toBeUndefined();
  });

  it('stand in more than one act only where the values come from more than one', () => {
    const holders = new Map<string, string[]>();
    for (const { short, terms } of acts) for (const id of Object.keys(terms)) holders.set(id, [...(holders.get(id) ?? []), short]);
    expect(Object.fromEntries([...holders].filter(([, shorts]) => shorts.length > 1))).toEqual({
      'KN-12': ['NĐ124', 'TT07/2013'],
      'KN-14': ['LKN', 'NĐ124'],
      'KN-41': ['LKN', 'NĐ124'],
      'KN-53': ['NĐ124', 'NĐ75'],
      'KN-54': ['NĐ124', 'NĐ75'],
      'KN-55': ['NĐ124', 'NĐ75'],
      'TD-04': ['NĐ154', 'NĐ64'],
      'XD-03': ['TT05', 'TT07/2014'],
      'XD-04': ['TT05', 'TT07/2014'],
    });
  });

  it('that stand in several acts lose no value to each other, and agree on what starts them and how they count', () => {
    for (const [name, { counts, trigger, values }] of rules) {
      const merged = rule(name.slice(0, 5));
      expect([merged.counts, merged.trigger], name).toEqual([counts, trigger]);
      expect(merged.values, name).toMatchObject(values);
    }
    expect(Object.keys(rule('KN-12').values).sort()).toEqual(['2013-12-16', '2020-12-10', '2026-07-01']);
  });

  it('are said in both languages, start with an event that has words, and count in a way their values bear out', () => {
    for (const [name, held] of rules) expect(faultsOfRule(held), name).toEqual([]);
  });

  it('of a rule that is wrong in each of these ways, each is found (control)', () => {
    const about = { en: 'The same.', vi: 'The same.' };
    const { law } = lawData.complaintsLaw.terms['KN-20'].values['2012-07-01'];
    expect(faultsOfRule({ about, counts: 'limit', trigger: null, values: {} })).toEqual([
      'not said in both languages',
      'no value',
      'counted from nothing',
    ]);
    const values = {
      '2012-07-01': { length: 30, unit: 'calendar-days', variants: { complex: 30 }, law },
      '2026-07-01': { ended: about, law },
    } as const;
    expect(faultsOfRule({ about, counts: 'rate', trigger: null, values })).toEqual([
      'not said in both languages',
      'a rate that is none',
      'a variant that lengthens nothing',
      'an end not said in both languages',
    ]);
  });

  it('know a variant only where the law has one, with its total', () => {
    const known = everyId.flatMap((id) =>
      Object.values(rule(id).values).flatMap((value) => ('variants' in value ? [[id, value.length, value.variants] as const] : [])),
    );
    expect(known).toEqual([
      ['KN-02', 30, { remoteArea: 45 }],
      ['KN-03', 30, { remoteArea: 45 }],
      ['KN-56', 30, { remoteArea: 45 }],
      ['KN-57', 30, { remoteArea: 45 }],
      ['KN-81', 10, { dismissal: 30 }],
      ['KN-83', 30, { complex: 45 }],
    ]);
  });

  it('have these lengths, read off the law by hand', () => {
    const last = (id: string) => {
      const values = rule(id).values;
      const value = values[Object.keys(values).sort().at(-1) ?? ''];
      return value && 'length' in value && value.length !== null ? `${value.length} ${value.unit}` : null;
    };
    const numbered = Object.fromEntries(everyId.map((id) => [id, last(id)] as const).filter(([, said]) => said !== null));
    expect(numbered).toEqual({
      ...{ 'KN-01': '90 calendar-days', 'KN-02': '30 calendar-days', 'KN-03': '30 calendar-days' },
      ...{ 'KN-06': '1 years', 'KN-07': '1 years', 'KN-08': '1 years' },
      ...{ 'KN-10': '10 calendar-days', 'KN-11': '10 calendar-days', 'KN-13': '7 working-days' },
      ...{ 'KN-20': '30 calendar-days', 'KN-21': '45 calendar-days', 'KN-22': '45 calendar-days', 'KN-23': '60 calendar-days' },
      ...{ 'KN-24': '45 calendar-days', 'KN-25': '60 calendar-days', 'KN-26': '60 calendar-days', 'KN-27': '70 calendar-days' },
      ...{ 'KN-35': '7 calendar-days', 'KN-36': '7 calendar-days', 'KN-37': '7 calendar-days', 'KN-38': '7 calendar-days' },
      ...{ 'KN-40': '5 calendar-days', 'KN-50': '3 working-days', 'KN-51': '7 calendar-days', 'KN-52': '15 calendar-days' },
      ...{ 'KN-53': '3 calendar-days', 'KN-54': '15 calendar-days', 'KN-55': '15 calendar-days' },
      ...{ 'KN-56': '30 calendar-days', 'KN-57': '30 calendar-days', 'KN-59': '5 working-days', 'KN-60': '7 calendar-days' },
      ...{ 'KN-61': '7 working-days', 'KN-62': '5 working-days' },
      ...{ 'KN-71': '3 working-days', 'KN-73': '3 working-days', 'KN-75': '3 working-days' },
      ...{ 'KN-80': '15 calendar-days', 'KN-81': '10 calendar-days', 'KN-82': '10 calendar-days', 'KN-83': '30 calendar-days' },
      ...{ 'KN-85': '7 calendar-days', 'KN-86': '30 calendar-days' },
      ...{ 'TD-01': '10 working-days', 'TD-02': '5 working-days', 'TD-09': '3 working-days', 'TD-10': '5 working-days' },
      ...{ 'TD-11': '1 working-days', 'TD-12': '1 hours' },
      ...{ 'XD-02': '45 calendar-days', 'XD-03': '1 years' },
    });
  });

  it('that nobody could find out, or that are inferred, are these', () => {
    const graded = (grade: string) =>
      everyId.flatMap((id) =>
        Object.entries(rule(id).values).flatMap(([day, value]) => (value.law.grade === grade ? [`${id} ${day}`] : [])),
      );
    expect(graded('X')).toEqual(['KN-04 2026-07-01', 'KN-29 2020-12-10', 'KN-39 2020-12-10', 'KN-42 2020-12-10', 'KN-63 2020-12-10']);
    expect(graded('I')).toEqual([
      'KN-10 2026-07-01',
      'KN-11 2026-07-01',
      'KN-74 2026-07-01',
      'KN-75 2026-07-01',
      'KN-82 2026-07-01',
      'TD-06 2025-07-01',
    ]);
  });
});

describe('the grounds', () => {
  it('for not accepting are the nine clauses of one article, the eighth known until 2026-06-30', () => {
    const { nonAcceptance } = lawData.complaintsLaw;
    expect(Object.keys(nonAcceptance)).toEqual([...nonAcceptanceGrounds]);
    for (const [code, { law, about }] of Object.entries(nonAcceptance)) {
      expect(law.text).toBe(`LKN Đ.11.${code.slice(1)}`);
      expect(bilingual(about)).toBe(true);
    }
    expect(Object.values<{ curable: string }>(nonAcceptance).map(({ curable }) => curable)).toEqual([
      'no',
      'no',
      'yes',
      'yes',
      'yes',
      'if-obstacle-proved',
      'no',
      'no',
      'partly',
    ]);
    expect(nonAcceptance.N8.through).toBe('2026-06-30');
  });

  it('for not receiving a person are three of the Law and, since 2026-07-01, ten of the decree; one of each is refused in writing', () => {
    const law = lawData.receptionLaw.refusalToReceive;
    const decree = lawData.receptionDecree.refusalToReceive;
    expect(Object.keys(law)).toEqual(['RF1', 'RF2', 'RF3']);
    expect(Object.keys(decree).join(' ')).toBe('RFa RFb RFc RFd RFđ RFe RFg RFh RFi RFk');
    expect(lawData.receptionDecree.inForceFrom).toBe('2026-07-01');
    const written = Object.entries<{ how: string }>({ ...law, ...decree }).filter(([, { how }]) => how === 'written');
    expect(written.map(([code]) => code)).toEqual(['RF3', 'RFh']);
  });

  it('of complexity carry the letters and names that a finding is checked by', () => {
    const { complexity } = lawData.complaintsDecree;
    expect(Object.entries(complexity).map(([letter, { name }]) => [letter, name])).toEqual(Object.entries(complexityCriteria));
  });
});

describe('the rule versions and doubts', () => {
  const contiguous = (versions: readonly RuleVersion[]): boolean =>
    versions.every(({ through }, index) => {
      const next = versions[index + 1];
      return next === undefined ? through === null : through !== null && addDays(through, 1) === next.from;
    });
  const versionsOf = (kind: string): readonly RuleVersion[] =>
    Object.entries(lawBook.editions).flatMap(([id, version]) => (id.startsWith(kind) ? [version] : []));

  it('follow one another without a gap or an overlap', () => {
    expect(versionsOf('KN')).toHaveLength(4);
    expect([contiguous(versionsOf('KN')), contiguous(versionsOf('BHXH'))]).toEqual([true, true]);
    // Control: with the third left out there is a gap.
    expect(contiguous(versionsOf('KN').filter(({ from }) => from !== '2026-07-01'))).toBe(false);
  });

  it('are all stated, in both languages, with what is done meanwhile', () => {
    const ids = [...upTo('D', 1, 24), ...Array.from({ length: 12 }, (_, index) => `O-${index + 1}`)];
    expect(Object.keys(lawBook.doubts)).toEqual(ids);
    for (const { about, handling } of Object.values(lawBook.doubts)) expect([bilingual(about), bilingual(handling)]).toEqual([true, true]);
    for (const version of Object.values(lawBook.editions)) expect(bilingual(version.about)).toBe(true);
  });

  it('that a value names are among them', () => {
    const named = (value: Sourced): readonly string[] => value.doubt?.match(/\b[DO]-\d+\b/g) ?? [];
    const all = acts.flatMap((act) => valuesOf(act).flatMap(([, value]) => named(value)));
    expect(all.length).toBeGreaterThan(20);
    for (const id of all) expect(lawBook.doubts, id).toHaveProperty(id);
    // Control: one that is not there is found missing.
    expect(
      named({ law: lawData.complaintsLaw.articles['LKN Đ.7']['2012-07-01'].law, doubt: '(D-99)' }).every((id) => id in lawBook.doubts),
    ).toBe(false);
  });
});

describe('the calendar data', () => {
  it('is graded year by year, and pairs each make-up Saturday with the day it makes up for', () => {
    for (const [year, { grade, sources, off, makeUp }] of Object.entries(publicSectorYears)) {
      expect([grade, ...sources.map((source) => source.grade)].join('/'), year).toMatch(/^[ABSMIX](\/[ABSMIX])+$/);
      const swapped = off.filter(({ kind }) => kind === 'swapped-off').map(({ day }) => day);
      expect(makeUp.map((pair) => pair.for).sort(), year).toEqual(swapped.sort());
      for (const { day } of [...off, ...makeUp]) expect([isLegalDay(day), day.startsWith(year)], day).toEqual([true, true]);
      expect(off.map(({ day }) => day)).toEqual([...new Set(off.map(({ day }) => day))].sort());
    }
  });
});
