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
    'KN-12': {
      about: {
        en: 'To accept or to refuse with reasons, every level; from receipt.',
        vi: 'Thụ lý hoặc không thụ lý có nêu lý do, mọi lần; tính từ ngày nhận được khiếu nại.',
      },
      counts: 'limit',
      trigger: 'complaintReceived',
      values: {
        '2013-12-16': {
          length: 10,
          unit: 'working-days',
          law: { act: 'TT07/2013', article: '5', clause: '1', text: 'TT07/2013 Đ.5.1', grade: 'A', checkedOn },
        },
      },
    },
    'KN-29': {
      about: {
        en: 'To give verification more time, in writing, within the settlement term.',
        vi: 'Gia hạn thời gian xác minh bằng văn bản, trong thời hạn giải quyết.',
      },
      counts: 'duty',
      trigger: 'verificationPeriodExpired',
      values: {
        '2013-12-16': {
          length: null,
          law: { act: 'TT07/2013', article: '7', clause: '3', text: 'TT07/2013 Đ.7.3', grade: 'A', checkedOn },
        },
        '2020-12-10': {
          length: null,
          doubt:
            'The circular gave way in substance to decree 124/2020; whether that decree has a rule of its own in this place was not found (O-6).',
          law: { act: 'TT07/2013', article: '7', clause: '3', text: 'TT07/2013 Đ.7.3', grade: 'X', checkedOn },
        },
      },
    },
    'KN-39': {
      about: {
        en: 'For the respondent and others to answer the one who verifies; from the receipt of the request.',
        vi: 'Người bị khiếu nại và người có liên quan trả lời người xác minh; tính từ ngày nhận được yêu cầu.',
      },
      counts: 'limit',
      trigger: 'informationRequestReceived',
      values: {
        '2013-12-16': {
          length: 7,
          unit: 'working-days',
          law: { act: 'TT07/2013', article: '11', clause: '2', text: 'TT07/2013 Đ.11.2', grade: 'A', checkedOn },
        },
        '2020-12-10': {
          length: null,
          doubt:
            'The circular gave way in substance to decree 124/2020; whether that decree has a rule of its own in this place was not found (O-6).',
          law: { act: 'TT07/2013', article: '11', clause: '2', text: 'TT07/2013 Đ.11.2', grade: 'X', checkedOn },
        },
      },
    },
    'KN-42': {
      about: {
        en: 'Whoever stays away after the second written notice ends the dialogue; minutes are taken.',
        vi: 'Người vắng mặt sau thông báo bằng văn bản lần thứ hai thì kết thúc đối thoại; lập biên bản.',
      },
      counts: 'duty',
      trigger: 'secondDialogueNotice',
      values: {
        '2013-12-16': {
          length: null,
          law: { act: 'TT07/2013', article: '21', clause: '2', point: 'a', text: 'TT07/2013 Đ.21.2.a', grade: 'A', checkedOn },
        },
        '2020-12-10': {
          length: null,
          doubt:
            'The circular gave way in substance to decree 124/2020; whether that decree has a rule of its own in this place was not found (O-6).',
          law: { act: 'TT07/2013', article: '21', clause: '2', point: 'a', text: 'TT07/2013 Đ.21.2.a', grade: 'X', checkedOn },
        },
      },
    },
    'KN-63': {
      about: {
        en: 'To hand the closed file to the archive; from its closing.',
        vi: 'Bàn giao hồ sơ đã đóng cho lưu trữ; tính từ ngày đóng hồ sơ.',
      },
      counts: 'limit',
      trigger: 'fileClosed',
      values: {
        '2013-12-16': {
          length: 30,
          unit: 'calendar-days',
          law: { act: 'TT07/2013', article: '23', clause: '2', text: 'TT07/2013 Đ.23.2', grade: 'A', checkedOn },
        },
        '2020-12-10': {
          length: null,
          doubt:
            'The circular gave way in substance to decree 124/2020; whether that decree has a rule of its own in this place was not found (O-6).',
          law: { act: 'TT07/2013', article: '23', clause: '2', text: 'TT07/2013 Đ.23.2', grade: 'X', checkedOn },
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
    'TT07/2013 Đ.5.2': {
      '2013-12-16': {
        says: 'The notice of acceptance in disciplinary cases goes to the complainant only.',
        law: { act: 'TT07/2013', article: '5', clause: '2', text: 'TT07/2013 Đ.5.2', grade: 'A', checkedOn },
      },
    },
    'TT07/2013 Đ.7.3': {
      '2013-12-16': {
        says: 'The time for verification may be extended in writing.',
        law: { act: 'TT07/2013', article: '7', clause: '3', text: 'TT07/2013 Đ.7.3', grade: 'A', checkedOn },
      },
    },
    'TT07/2013 Đ.11.2': {
      '2013-12-16': {
        says: 'Who is asked by the one who verifies answers within working days.',
        law: { act: 'TT07/2013', article: '11', clause: '2', text: 'TT07/2013 Đ.11.2', grade: 'A', checkedOn },
      },
    },
    'TT07/2013 Đ.21': {
      '2013-12-16': {
        says: 'Who is called to the dialogue, and what absence means.',
        law: { act: 'TT07/2013', article: '21', text: 'TT07/2013 Đ.21', grade: 'A', checkedOn },
      },
    },
    'TT07/2013 Đ.21.2.a': {
      '2013-12-16': {
        says: 'Who stays away after the second written notice ends the dialogue; minutes are taken.',
        law: { act: 'TT07/2013', article: '21', clause: '2', point: 'a', text: 'TT07/2013 Đ.21.2.a', grade: 'A', checkedOn },
      },
    },
    'TT07/2013 Đ.23': {
      '2013-12-16': {
        says: 'The file is closed and handed to the archive.',
        law: { act: 'TT07/2013', article: '23', text: 'TT07/2013 Đ.23', grade: 'A', checkedOn },
      },
    },
    'TT07/2013 Đ.23.2': {
      '2013-12-16': {
        says: 'Within how many days the closed file is handed over.',
        law: { act: 'TT07/2013', article: '23', clause: '2', text: 'TT07/2013 Đ.23.2', grade: 'A', checkedOn },
      },
    },
  },
} as const;
