/**
 * Circular 06/2025/TT-TTCP on reports, as far as its days are known. Data only, in our own words; the official text prevails. Not legal
 * advice.
 */
const checkedOn = '2026-11-22';

export const reportCircular = {
  short: 'TT06/2025',
  title: 'Thông tư 06/2025/TT-TTCP',
  inForceFrom: '2025-09-30',
  basis: 'a secondary page; no article was seen',
  terms: {
    'XD-05': {
      about: {
        en: 'The day of the last month of a quarter on which the period of a report closes; units report by the 17th, ministries by the 20th.',
        vi: 'Ngày chốt số liệu báo cáo trong tháng cuối quý; đơn vị gửi báo cáo trước ngày 17, bộ gửi trước ngày 20.',
      },
      counts: 'duty',
      trigger: null,
      values: {
        '2025-09-30': {
          dayOfMonth: 14,
          doubt: 'The article was not seen, and another page says that the new days are not known; for information only.',
          law: { act: 'TT06/2025', article: null, text: 'TT06/2025', grade: 'B', checkedOn },
        },
      },
    },
  },
  articles: {},
} as const;
