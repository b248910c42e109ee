import { isLegalDay } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { publicSectorYears } from '../src/law/calendar-2020-2026.ts';
import { type Act, articles, type Dated, lawData, type Provision, type Sourced, type TermLength } from '../src/law-data.ts';

const acts: readonly Act[] = Object.values(lawData);
const valuesOf = (act: Act): readonly (readonly [string, Sourced])[] =>
  [...Object.values(act.terms).map((rule): Dated<Sourced> => rule.values), ...Object.values(act.articles)].flatMap((dated) =>
    Object.entries(dated),
  );
const number = ({ article, clause, point }: Provision): string => [article, clause, point].filter((part) => part !== undefined).join('.');

/** What is wrong with one value of an act, as a list. */
function faultsOf(act: Act, day: string, { law, doubt }: Sourced): readonly string[] {
  const faults: string[] = [];
  if (!isLegalDay(day) || !isLegalDay(law.checkedOn)) faults.push('a day that does not exist');
  if (day < act.inForceFrom) faults.push('a value older than its act');
  if (law.act !== act.short) faults.push('a value of another act');
  if (!/^(\S+ Đ\.\S+)( \(\S+ Đ\.\S+\))?$/.test(law.text)) faults.push('a citation nobody could look up');
  if (law.text.replace(/ \(.*$/, '') !== `${law.act} Đ.${number(law)}`) faults.push('a citation that names another place than its parts');
  if (law.link !== undefined && !law.link.startsWith('https://')) faults.push('a link that leads nowhere');
  if ((law.grade === 'I' || law.grade === 'X') && !doubt) faults.push('inferred or not known, and no doubt stated');
  return faults;
}

describe('the acts', () => {
  it('give every value a day in force, a citation whose parts agree, and a doubt where it is inferred', () => {
    for (const act of acts)
      for (const [day, value] of valuesOf(act)) expect(faultsOf(act, day, value), `${value.law.text} ${day}`).toEqual([]);
  });

  it('of a value that is wrong in each of these ways, each is found (control)', () => {
    const wrong: Sourced = { law: { act: 'LTCD', article: '28', text: 'LKN Đ.27', grade: 'I', checkedOn: '2026-02-30', link: 'nowhere' } };
    expect(faultsOf(lawData.complaintsLaw, '2012-06-30', wrong)).toHaveLength(6);
  });

  it('without a source do not compile (control)', () => {
    // @ts-expect-error: a length that names no provision is no value.
    const unsourced: TermLength = { length: 10, unit: 'calendar-days' };
    // @ts-expect-error: nor is one whose provision does not say when it was checked.
    const unchecked: TermLength = { ...unsourced, law: { act: 'LKN', article: '27', text: 'LKN Đ.27', grade: 'A' } };
    expect([unsourced.length, unchecked.length]).toEqual([10, 10]);
  });

  it('are cited by their own short names: each article is filed under the citation it carries', () => {
    for (const [name, dated] of Object.entries(articles)) {
      for (const { law } of Object.values(dated)) expect(law.text.replace(/ \(.*$/, '')).toBe(name);
    }
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
