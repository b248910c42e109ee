/**
 * The Law on Social Insurance 41/2024/QH15, on who settles complaints about social insurance. Data only, in our own words; the official
 * text prevails. Not legal advice.
 */
const checkedOn = '2026-11-22';

export const socialInsuranceLaw = {
  short: 'L41',
  title: 'Luật Bảo hiểm xã hội 41/2024/QH15',
  inForceFrom: '2025-07-01',
  basis: 'consolidated text 19/VBHN-VPQH, Official Gazette 133 of 2026-02-28',
  terms: {},
  articles: {
    'L41 Đ.130': {
      '2025-07-01': {
        says: 'Decisions and acts of a social-insurance body: its head, then the head of the body directly above, then a court.',
        doubt: 'Decree 274/2025 Đ.8, in force from 2025-11-30, details this; its content was not seen.',
        law: { act: 'L41', article: '130', text: 'L41 Đ.130', grade: 'A', checkedOn },
      },
    },
    'L41 Đ.130.4.a': {
      '2025-07-01': {
        says: 'First level: the head of the body, for himself and those he directly manages.',
        law: { act: 'L41', article: '130', clause: '4', point: 'a', text: 'L41 Đ.130.4.a', grade: 'A', checkedOn },
      },
    },
    'L41 Đ.130.4.b': {
      '2025-07-01': {
        says: 'Second level: the head of the body directly above, also where the first was silent. Above the head of Viet Nam Social Security there is none.',
        law: { act: 'L41', article: '130', clause: '4', point: 'b', text: 'L41 Đ.130.4.b', grade: 'A', checkedOn },
      },
    },
    'L41 Đ.130.5': {
      '2025-07-01': {
        says: 'Benefits or working time before 1995 without a complete file: the provincial head, then the chair of the provincial People’s Committee.',
        law: { act: 'L41', article: '130', clause: '5', text: 'L41 Đ.130.5', grade: 'A', checkedOn },
      },
    },
    'L41 Đ.130.6': {
      '2025-07-01': {
        says: 'Limitation, order and procedure are those of the law on complaints.',
        doubt: 'That time limits are part of the procedure is inferred.',
        law: { act: 'L41', article: '130', clause: '6', text: 'L41 Đ.130.6', grade: 'A', checkedOn },
      },
    },
  },
} as const;
