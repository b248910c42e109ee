/**
 * The Law on Administrative Procedure 93/2015/QH13, as far as a complainant may go to court. Data only, in our own words; the official
 * text prevails. Not legal advice.
 */
const checkedOn = '2026-11-22';

export const courtProcedureLaw = {
  short: 'LTTHC',
  title: 'Luật Tố tụng hành chính 93/2015/QH13',
  inForceFrom: '2016-07-01',
  basis: 'official codification',
  terms: {
    'KN-06': {
      about: {
        en: 'To sue without having complained; from receiving the decision or learning of it. Days of an obstacle are not counted.',
        vi: 'Khởi kiện khi không khiếu nại; tính từ ngày nhận được hoặc biết được quyết định, hành vi. Thời gian có trở ngại không tính.',
      },
      counts: 'limit',
      trigger: 'decisionReceived',
      values: {
        '2016-07-01': {
          length: 1,
          unit: 'years',
          doubt: 'Which court, and with it which calendar, is open; the year is shown as information (D-11).',
          also: ['LTTHC Đ.116.4'],
          law: { act: 'LTTHC', article: '116', clause: '2', point: 'a', text: 'LTTHC Đ.116.2.a', grade: 'A', checkedOn },
        },
      },
    },
    'KN-07': {
      about: {
        en: 'To sue after a decision on the complaint; from receiving it or learning of it. Days of an obstacle are not counted.',
        vi: 'Khởi kiện sau khi có quyết định giải quyết khiếu nại; tính từ ngày nhận được hoặc biết được. Thời gian có trở ngại không tính.',
      },
      counts: 'limit',
      trigger: 'settlementDecisionReceived',
      triggers: ['decision1Received', 'decision2Received'],
      values: {
        '2016-07-01': {
          length: 1,
          unit: 'years',
          doubt: 'Which court, and with it which calendar, is open; the year is shown as information (D-11).',
          also: ['LTTHC Đ.116.4'],
          law: { act: 'LTTHC', article: '116', clause: '3', point: 'a', text: 'LTTHC Đ.116.3.a', grade: 'A', checkedOn },
        },
      },
    },
    'KN-08': {
      about: {
        en: 'To sue after a complaint that was not answered; from the end of the term. Days of an obstacle are not counted.',
        vi: 'Khởi kiện khi khiếu nại không được giải quyết và không có trả lời; tính từ ngày hết thời hạn giải quyết. Thời gian có trở ngại không tính.',
      },
      counts: 'limit',
      trigger: 'settlementLimitExpired',
      triggers: ['level1LimitExpired', 'level2LimitExpired'],
      values: {
        '2016-07-01': {
          length: 1,
          unit: 'years',
          doubt: 'Which court, and with it which calendar, is open; the year is shown as information (D-11).',
          also: ['LTTHC Đ.116.4'],
          law: { act: 'LTTHC', article: '116', clause: '3', point: 'b', text: 'LTTHC Đ.116.3.b', grade: 'A', checkedOn },
        },
      },
    },
    'KN-09': {
      about: {
        en: 'To choose between the complaint and the lawsuit where both were begun; no number of days is known.',
        vi: 'Lựa chọn giữa khiếu nại và khởi kiện khi đã thực hiện cả hai; chưa rõ số ngày.',
      },
      counts: 'duty',
      trigger: 'bothRoutesTaken',
      values: {
        '2016-07-01': {
          length: null,
          doubt:
            'That one of the two must be chosen stands in the article; what holds where no choice is made, and by when, is general knowledge.',
          also: ['LTTHC Đ.115'],
          law: { act: 'LTTHC', article: '33', text: 'LTTHC Đ.33', grade: 'M', checkedOn },
        },
      },
    },
  },
  articles: {
    'LTTHC Đ.33': {
      '2016-07-01': {
        says: 'Who both complained and sued chooses one of the two ways.',
        doubt: 'What holds where no choice is made is general knowledge.',
        law: { act: 'LTTHC', article: '33', text: 'LTTHC Đ.33', grade: 'A', checkedOn },
      },
    },
    'LTTHC Đ.115': {
      '2016-07-01': {
        says: 'Who may sue, and when: without complaint, after a decision, after silence.',
        law: { act: 'LTTHC', article: '115', text: 'LTTHC Đ.115', grade: 'A', checkedOn },
      },
    },
    'LTTHC Đ.116': {
      '2016-07-01': {
        says: 'The limitation of lawsuits.',
        law: { act: 'LTTHC', article: '116', text: 'LTTHC Đ.116', grade: 'A', checkedOn },
      },
    },
    'LTTHC Đ.116.2.a': {
      '2016-07-01': {
        says: 'One year from receiving or learning of the decision or act.',
        law: { act: 'LTTHC', article: '116', clause: '2', point: 'a', text: 'LTTHC Đ.116.2.a', grade: 'A', checkedOn },
      },
    },
    'LTTHC Đ.116.3.a': {
      '2016-07-01': {
        says: 'After a complaint: one year from receiving or learning of the decision on it.',
        law: { act: 'LTTHC', article: '116', clause: '3', point: 'a', text: 'LTTHC Đ.116.3.a', grade: 'A', checkedOn },
      },
    },
    'LTTHC Đ.116.3.b': {
      '2016-07-01': {
        says: 'After a complaint without answer: one year from the end of the term.',
        law: { act: 'LTTHC', article: '116', clause: '3', point: 'b', text: 'LTTHC Đ.116.3.b', grade: 'A', checkedOn },
      },
    },
    'LTTHC Đ.116.4': {
      '2016-07-01': {
        says: 'The time of force majeure or an objective obstacle is not counted.',
        law: { act: 'LTTHC', article: '116', clause: '4', text: 'LTTHC Đ.116.4', grade: 'A', checkedOn },
      },
    },
    'LTTHC Đ.116.5': {
      '2016-07-01': {
        says: 'Terms are counted by the Civil Code.',
        law: { act: 'LTTHC', article: '116', clause: '5', text: 'LTTHC Đ.116.5', grade: 'A', checkedOn },
      },
    },
  },
} as const;
