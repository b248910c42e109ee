/** The pack's sources as the engine records them. */
import type { Citation, LegalDay } from '@redress/core';
import { articles, type Dated, type Provision, type Saying } from './law-data.ts';

export type ArticleName = keyof typeof articles;

/** A provision as a fact keeps it: how it is cited, and how certain it is. */
export function cited({ text, act, article, clause, point, grade }: Provision): Citation {
  return { text, act, article: [article, clause, point].filter((part) => part !== undefined).join('.'), grade };
}

/**
 * An article in the version of a day. One that was not in force yet is cited in its first version: that is the article which,
 * from its day on, says what the day still lacks.
 */
export function article(name: ArticleName, on: LegalDay): Citation {
  const versions: Dated<Saying> = articles[name];
  const days = Object.keys(versions).sort();
  const day = days.findLast((from) => from <= on) ?? days[0];
  const version = day === undefined ? undefined : versions[day];
  return version ? cited(version.law) : { text: name, grade: 'X' };
}

/** Grades from the most certain to the least. */
const grades = ['A', 'A-', 'B', 'S', 'M', 'I', 'X'];
const certainty = (source: Citation): number => grades.indexOf(source.grade ?? 'X');

/** Two sources that say it together, as certain as the less certain of them. */
export function bothOf(one: Citation, other: Citation): Citation {
  const lesser = certainty(one) > certainty(other) ? one : other;
  const { act, article: number } = one;
  return {
    text: `${one.text}; ${other.text}`,
    ...(act === undefined ? {} : { act }),
    ...(number === undefined ? {} : { article: number }),
    ...(lesser.grade === undefined ? {} : { grade: lesser.grade }),
  };
}

/** The same source where it does not say it in so many words. */
export const inferred = (source: Citation): Citation => ({ ...source, grade: 'I' });

/**
 * No article sends a dispute about custody to the superior. The organisation's own paper of 2023 forbids shirking and names one
 * answerable officer a file; that a second return is a dispute is read into it.
 */
export const noShirking: Citation = { text: '1251/BHXH-TCCB (2023)', act: '1251/BHXH-TCCB', grade: 'S' };
