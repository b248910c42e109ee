/**
 * Circular 06/2014/TT-TTCP on citizen reception, followed by Circular 04/2021. Data only, in our own words; the official text prevails.
 * Not legal advice.
 */
const checkedOn = '2026-11-22';

export const receptionCircular2014 = {
  short: 'TT06/2014',
  title: 'Thông tư 06/2014/TT-TTCP',
  inForceFrom: '2014-12-15',
  inForceThrough: '2021-11-14',
  basis: 'official codification',
  terms: {},
  articles: {
    'TT06/2014 Đ.13.2': {
      '2014-12-15': {
        says: 'A complaint within competence that is not ready: what is missing is asked for.',
        law: { act: 'TT06/2014', article: '13', clause: '2', text: 'TT06/2014 Đ.13.2', grade: 'A', checkedOn },
      },
    },
    'TT06/2014 Đ.14.2': {
      '2014-12-15': {
        says: 'A complaint a subordinate owes beyond its term: reported, and the head demands it.',
        law: { act: 'TT06/2014', article: '14', clause: '2', text: 'TT06/2014 Đ.14.2', grade: 'A', checkedOn },
      },
    },
    'TT06/2014 Đ.14.3': {
      '2014-12-15': {
        says: 'A complaint whose first term has run out is treated as one to the second level.',
        law: { act: 'TT06/2014', article: '14', clause: '3', text: 'TT06/2014 Đ.14.3', grade: 'A', checkedOn },
      },
    },
    'TT06/2014 Đ.15.1': {
      '2014-12-15': {
        says: 'An effective decision with signs of a violation of law: reported to the head.',
        law: { act: 'TT06/2014', article: '15', clause: '1', text: 'TT06/2014 Đ.15.1', grade: 'A', checkedOn },
      },
    },
    'TT06/2014 Đ.15.2': {
      '2014-12-15': {
        says: 'Where enforcing would do harm hard to remedy: reported at once, so that it be suspended.',
        law: { act: 'TT06/2014', article: '15', clause: '2', text: 'TT06/2014 Đ.15.2', grade: 'A', checkedOn },
      },
    },
  },
} as const;
