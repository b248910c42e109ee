/**
 * The Law on Social Insurance 58/2014/QH13, on complaints about decisions before 2025-07-01. Data only, in our own words; the official
 * text prevails. Not legal advice.
 */
const checkedOn = '2026-11-22';

export const socialInsuranceLaw2014 = {
  short: 'L58',
  title: 'Luật Bảo hiểm xã hội 58/2014/QH13',
  inForceFrom: '2016-01-01',
  inForceThrough: '2025-06-30',
  basis: 'Official Gazette 1163+1164 of 2014-12-29',
  terms: {},
  articles: {
    'L58 Đ.118': {
      '2016-01-01': {
        says: 'Who may complain about social insurance.',
        law: { act: 'L58', article: '118', text: 'L58 Đ.118', grade: 'A', checkedOn },
      },
    },
    'L58 Đ.119': {
      '2016-01-01': {
        says: 'Complaints about social insurance: which law and who settles.',
        law: { act: 'L58', article: '119', text: 'L58 Đ.119', grade: 'A', checkedOn },
      },
    },
    'L58 Đ.119.1': {
      '2016-01-01': {
        says: 'Administrative decisions and acts on social insurance: by the law on complaints.',
        doubt: 'Whether a benefit decision is an administrative one must be said by whoever classifies it (D-10).',
        law: { act: 'L58', article: '119', clause: '1', text: 'L58 Đ.119.1', grade: 'A', checkedOn },
      },
    },
    'L58 Đ.119.2': {
      '2016-01-01': {
        says: 'Other decisions and acts on social insurance: first the issuer, or a court.',
        law: { act: 'L58', article: '119', clause: '2', text: 'L58 Đ.119.2', grade: 'A', checkedOn },
      },
    },
    'L58 Đ.119.2.a': {
      '2016-01-01': {
        says: 'The first level is the issuer; where it is gone, the district labour authority.',
        law: { act: 'L58', article: '119', clause: '2', point: 'a', text: 'L58 Đ.119.2.a', grade: 'A', checkedOn },
      },
    },
    'L58 Đ.119.2.b': {
      '2016-01-01': {
        says: 'Or the matter is taken to court.',
        law: { act: 'L58', article: '119', clause: '2', point: 'b', text: 'L58 Đ.119.2.b', grade: 'A', checkedOn },
      },
    },
    'L58 Đ.119.3': {
      '2016-01-01': {
        says: 'The second level is the provincial labour authority; or a court.',
        doubt: 'Labour authorities were merged into others in 2025; the addressee is for a person to find.',
        law: { act: 'L58', article: '119', clause: '3', text: 'L58 Đ.119.3', grade: 'A', checkedOn },
      },
    },
    'L58 Đ.119.4': {
      '2016-01-01': {
        says: 'Limitation and terms are those of the law on complaints.',
        law: { act: 'L58', article: '119', clause: '4', text: 'L58 Đ.119.4', grade: 'A', checkedOn },
      },
    },
  },
} as const;
