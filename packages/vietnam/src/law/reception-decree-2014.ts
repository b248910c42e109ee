/**
 * Decree 64/2014/NĐ-CP on citizen reception, followed by Decree 154/2026. Data only, in our own words; the official text prevails. Not
 * legal advice.
 */
const checkedOn = '2026-11-22';

export const receptionDecree2014 = {
  short: 'NĐ64',
  title: 'Nghị định 64/2014/NĐ-CP',
  inForceFrom: '2014-08-15',
  inForceThrough: '2026-06-30',
  basis: 'official codification; article number and first day from a law portal and the press',
  terms: {
    'TD-04': {
      about: {
        en: 'The head of a public unit, or of an agency under the Government, receives citizens in person.',
        vi: 'Người đứng đầu đơn vị sự nghiệp công lập, cơ quan thuộc Chính phủ trực tiếp tiếp công dân.',
      },
      counts: 'rate',
      trigger: null,
      values: {
        '2014-08-15': {
          atLeast: 1,
          per: 'month',
          doubt: 'Article number and first day are from a law portal and the press.',
          law: { act: 'NĐ64', article: '4', clause: '2', text: 'NĐ64 Đ.4.2', grade: 'B', checkedOn },
        },
      },
    },
  },
  articles: {
    'NĐ64 Đ.4.2': {
      '2014-08-15': {
        says: 'How often the head of an agency under the Government or of a public unit receives.',
        doubt: 'Article number and first day are from a law portal and the press.',
        law: { act: 'NĐ64', article: '4', clause: '2', text: 'NĐ64 Đ.4.2', grade: 'B', checkedOn },
      },
    },
  },
} as const;
