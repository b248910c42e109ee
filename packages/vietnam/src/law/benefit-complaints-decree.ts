/**
 * Decree 274/2025/NĐ-CP, whose Article 8 is about complaints on social insurance. Data only, in our own words; the official text
 * prevails. Not legal advice.
 */
const checkedOn = '2026-11-22';

export const benefitComplaintsDecree = {
  short: 'NĐ274',
  title: 'Nghị định 274/2025/NĐ-CP',
  inForceFrom: '2025-11-30',
  basis: 'its existence and first day, from the press; the content was not seen',
  terms: {},
  articles: {
    'NĐ274 Đ.8': {
      '2025-11-30': {
        says: 'Details on complaints about social insurance.',
        doubt: 'That the article exists is known; its content was not seen (O-10).',
        law: { act: 'NĐ274', article: '8', text: 'NĐ274 Đ.8', grade: 'X', checkedOn },
      },
    },
  },
} as const;
