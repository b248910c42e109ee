/**
 * Circular 07/2013/TT-TTCP on how complaints are settled, superseded in substance by Decree 124/2020. Data only, in our own words; the
 * official text prevails. Not legal advice.
 */
const checkedOn = '2026-11-22';

export const settlementCircular = {
  short: 'TT07/2013',
  title: 'Thông tư 07/2013/TT-TTCP',
  inForceFrom: '2013-12-16',
  basis: 'official codification',
  terms: {
    acceptance: {
      id: 'KN-12',
      about: 'To accept or to refuse with reasons, every level; from receipt.',
      values: {
        '2013-12-16': {
          length: 10,
          unit: 'working-days',
          law: { act: 'TT07/2013', article: '5', clause: '1', text: 'TT07/2013 Đ.5.1', grade: 'A', checkedOn },
        },
      },
    },
  },
  articles: {
    'TT07/2013 Đ.5.1': {
      '2013-12-16': {
        says: 'Acceptance or a refusal with reasons, in working days.',
        law: { act: 'TT07/2013', article: '5', clause: '1', text: 'TT07/2013 Đ.5.1', grade: 'A', checkedOn },
      },
    },
  },
} as const;
