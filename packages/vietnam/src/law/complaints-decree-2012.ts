/**
 * Decree 75/2012/NĐ-CP on complaints, followed by Decree 124/2020. Data only, in our own words; the official text prevails. Not legal
 * advice.
 */
const checkedOn = '2026-11-22';

export const complaintsDecree2012 = {
  short: 'NĐ75',
  title: 'Nghị định 75/2012/NĐ-CP',
  inForceFrom: '2012-11-20',
  inForceThrough: '2020-12-09',
  basis: 'official codification',
  terms: {
    'KN-53': {
      about: {
        en: 'To announce the meeting at which the decision is made public; before the meeting.',
        vi: 'Thông báo về cuộc họp công khai quyết định; trước ngày họp.',
      },
      counts: 'lead',
      trigger: 'publicationMeeting',
      values: {
        '2012-11-20': {
          length: 3,
          unit: 'working-days',
          law: { act: 'NĐ75', article: '12', clause: '2', text: 'NĐ75 Đ.12.2', grade: 'A', checkedOn },
        },
      },
    },
    'KN-54': {
      about: {
        en: 'How long the decision stays posted.',
        vi: 'Thời gian niêm yết quyết định.',
      },
      counts: 'minimum',
      trigger: 'decisionPosted',
      values: {
        '2012-11-20': {
          length: 15,
          unit: 'calendar-days',
          law: { act: 'NĐ75', article: '12', clause: '4', text: 'NĐ75 Đ.12.4', grade: 'A', checkedOn },
        },
      },
    },
    'KN-55': {
      about: {
        en: 'How long the decision stays on a web page; on radio or television, or in the press, so many times.',
        vi: 'Thời gian đăng quyết định trên trang thông tin điện tử; số lần phát sóng hoặc số báo đăng.',
      },
      counts: 'minimum',
      trigger: 'decisionOnline',
      values: {
        '2012-11-20': {
          length: 15,
          unit: 'calendar-days',
          besides: { broadcasts: 2, issues: 2 },
          law: { act: 'NĐ75', article: '12', clause: '3', text: 'NĐ75 Đ.12.3', grade: 'A', checkedOn },
        },
      },
    },
  },
  articles: {
    'NĐ75 Đ.12.1': {
      '2012-11-20': {
        says: 'The second decision is made public in at least one of three ways.',
        law: { act: 'NĐ75', article: '12', clause: '1', text: 'NĐ75 Đ.12.1', grade: 'A', checkedOn },
      },
    },
    'NĐ75 Đ.12.2': {
      '2012-11-20': {
        says: 'A meeting is announced beforehand.',
        law: { act: 'NĐ75', article: '12', clause: '2', text: 'NĐ75 Đ.12.2', grade: 'A', checkedOn },
      },
    },
    'NĐ75 Đ.12.3': {
      '2012-11-20': {
        says: 'On radio or television, in the press, or on a web page: how often and how long.',
        law: { act: 'NĐ75', article: '12', clause: '3', text: 'NĐ75 Đ.12.3', grade: 'A', checkedOn },
      },
    },
    'NĐ75 Đ.12.4': {
      '2012-11-20': {
        says: 'A posted decision stays for a number of days.',
        law: { act: 'NĐ75', article: '12', clause: '4', text: 'NĐ75 Đ.12.4', grade: 'A', checkedOn },
      },
    },
    'NĐ75 Đ.13': {
      '2012-11-20': {
        says: 'Who answers for the enforcement.',
        law: { act: 'NĐ75', article: '13', text: 'NĐ75 Đ.13', grade: 'A', checkedOn },
      },
    },
    'NĐ75 Đ.14': {
      '2012-11-20': {
        says: 'How the enforcement is done.',
        law: { act: 'NĐ75', article: '14', text: 'NĐ75 Đ.14', grade: 'A', checkedOn },
      },
    },
    'NĐ75 Đ.20': {
      '2012-11-20': {
        says: 'Effective decisions are reviewed for a violation of law that did damage, or for new facts.',
        law: { act: 'NĐ75', article: '20', text: 'NĐ75 Đ.20', grade: 'A', checkedOn },
      },
    },
  },
} as const;
