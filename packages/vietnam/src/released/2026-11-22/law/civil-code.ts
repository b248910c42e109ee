/**
 * The Civil Code 91/2015/QH13 on how terms are counted, used where the law on complaints is silent. Data only, in our own words; the
 * official text prevails. Not legal advice.
 */
const checkedOn = '2026-11-22';

export const civilCode = {
  short: 'BLDS',
  title: 'Bộ luật Dân sự 91/2015/QH13',
  inForceFrom: '2017-01-01',
  basis: 'official codification',
  terms: {},
  articles: {
    'BLDS Đ.147': {
      '2017-01-01': {
        says: 'The day of the event that starts a term is not counted; the day after is the first.',
        doubt: 'The law on complaints has no counting rule; that this one is used is inferred.',
        law: { act: 'BLDS', article: '147', text: 'BLDS Đ.147', grade: 'A', checkedOn },
      },
    },
    'BLDS Đ.148.5': {
      '2017-01-01': {
        says: 'A term that ends on a day of rest or a holiday ends with the next working day.',
        doubt: 'The law on complaints has no counting rule; that this one is used is inferred.',
        law: { act: 'BLDS', article: '148', clause: '5', text: 'BLDS Đ.148.5', grade: 'A', checkedOn },
      },
    },
  },
} as const;
