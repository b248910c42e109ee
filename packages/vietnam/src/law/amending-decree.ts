/**
 * Decree 155/2026/NĐ-CP, as far as it rules itself and does not only amend Decree 124/2020. Data only, in our own words; the official
 * text prevails. Not legal advice.
 */
const checkedOn = '2026-11-22';
const link = 'https://congbao.chinhphu.vn/van-ban/nghi-dinh-so-155-2026-nd-cp-469547.htm';

export const amendingDecree = {
  short: 'NĐ155',
  title: 'Nghị định 155/2026/NĐ-CP',
  inForceFrom: '2026-07-01',
  basis: 'Official Gazette 292 of 2026-05-30',
  terms: {},
  articles: {
    'NĐ155 Đ.20': {
      '2026-07-01': {
        says: 'Which forms of decree 124/2020 are replaced or added.',
        law: { act: 'NĐ155', article: '20', text: 'NĐ155 Đ.20', grade: 'A', checkedOn, link },
      },
    },
    'NĐ155 Đ.21.2': {
      '2026-07-01': {
        says: 'The demand that an authorisation be notarised lapses on 2027-01-01.',
        law: { act: 'NĐ155', article: '21', clause: '2', text: 'NĐ155 Đ.21.2', grade: 'A', checkedOn, link },
      },
    },
    'NĐ155 Đ.22.1': {
      '2026-07-01': {
        says: 'Cases accepted before and not decided follow the new rules on withdrawal, suspension, early end and dialogue.',
        doubt: 'Nothing is said of petitions received and not yet accepted (D-06).',
        law: { act: 'NĐ155', article: '22', clause: '1', text: 'NĐ155 Đ.22.1', grade: 'A', checkedOn, link },
      },
    },
    'NĐ155 Đ.22.2': {
      '2026-07-01': {
        says: 'Reviews under way go on under the old rules.',
        law: { act: 'NĐ155', article: '22', clause: '2', text: 'NĐ155 Đ.22.2', grade: 'A', checkedOn, link },
      },
    },
  },
} as const;
