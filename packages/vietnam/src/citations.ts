/** The articles that the pack's answers name, each with how certain it is. Terms carry citations of their own, with their values. */
import type { Citation } from '@redress/core';

/**
 * Grades: A the article's text; A- an unofficial transcription; B a named secondary source; S an internal paper of the
 * organisation; I inference. L136 changed articles of LKN from 2026-07-01 whose text was not seen: those are B.
 */
const grades = {
  'LKN Đ.7': 'A',
  'LKN Đ.10': 'A',
  'LKN Đ.11': 'A',
  'LKN Đ.11.6': 'A',
  'LKN Đ.11.7': 'A',
  'LKN Đ.11.8': 'A',
  'LKN Đ.11.9': 'A',
  'LKN Đ.11a': 'B',
  'LKN Đ.11a.1': 'B',
  'LKN Đ.11a.2': 'B',
  'LKN Đ.27': 'A',
  'LKN Đ.28': 'A',
  'LKN Đ.31': 'A',
  'LKN Đ.32': 'A',
  'LKN Đ.33': 'A',
  'LKN Đ.34': 'A',
  'LKN Đ.36': 'A',
  'LKN Đ.37': 'A',
  'LKN Đ.39': 'A',
  'LKN Đ.40': 'A',
  'LKN Đ.41.1': 'A',
  'LKN Đ.41.2': 'A',
  'LKN Đ.49': 'A',
  'LKN Đ.50': 'A',
  'LKN Đ.53': 'A',
  'LKN Đ.55.3': 'A',
  'LTCD Đ.29': 'A',
  'NĐ124 Đ.3a': 'A',
  'NĐ124 Đ.16.1': 'A',
  'NĐ124 Đ.28a': 'A',
  'NĐ124 Đ.28b.2': 'A',
  'L41 Đ.130': 'A',
  'L41 Đ.130.4.a': 'A',
  'L41 Đ.130.4.b': 'A',
  'TT05 Đ.7.1': 'B',
  'TT05 Đ.8.1': 'B',
  'TT05 Đ.8.2': 'M',
  'TT05 Đ.28': 'B',
} as const;

export type ArticleName = keyof typeof grades;

/** An article of an act, for example `LKN Đ.28`. */
export function article(name: ArticleName): Citation {
  const [act = name, number] = name.split(' Đ.');
  return { text: name, act, ...(number === undefined ? {} : { article: number }), grade: grades[name] };
}

/** Two sources that say it together; the less certain of them grades both. */
export function bothOf(one: Citation, other: Citation): Citation {
  const grade = [one.grade, other.grade]
    .filter((each) => each !== undefined)
    .sort()
    .at(-1);
  return {
    text: `${one.text}; ${other.text}`,
    ...(one.act === undefined ? {} : { act: one.act }),
    ...(grade === undefined ? {} : { grade }),
  };
}

/** The same source where it does not say it in so many words. */
export const inferred = (source: Citation): Citation => ({ ...source, grade: 'I' });

/**
 * No article sends a dispute about custody to the superior. The organisation's own paper of 2023 forbids shirking and names one
 * answerable officer a file; that a second return is a dispute is read into it.
 */
export const noShirking: Citation = { text: '1251/BHXH-TCCB (2023)', act: '1251/BHXH-TCCB', grade: 'S' };
