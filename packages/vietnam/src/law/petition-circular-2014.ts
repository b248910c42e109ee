/**
 * Circular 07/2014/TT-TTCP on how petitions are handled, followed by Circular 05/2021. Data only, in our own words; the official text
 * prevails. Not legal advice.
 */
const checkedOn = '2026-11-22';

export const petitionCircular2014 = {
  short: 'TT07/2014',
  title: 'Thông tư 07/2014/TT-TTCP',
  inForceFrom: '2014-12-15',
  inForceThrough: '2021-11-14',
  basis: 'official codification',
  terms: {
    'XD-03': {
      about: {
        en: 'How long a filed petition is kept before the head may have it destroyed.',
        vi: 'Thời gian lưu đơn trước khi người đứng đầu quyết định tiêu hủy.',
      },
      counts: 'minimum',
      trigger: 'petitionFiled',
      values: {
        '2014-12-15': {
          length: 1,
          unit: 'years',
          law: { act: 'TT07/2014', article: '28', clause: '2', text: 'TT07/2014 Đ.28.2', grade: 'A', checkedOn },
        },
      },
    },
    'XD-04': {
      about: {
        en: 'To give back original papers: once the complaint is not accepted, or right after the decision.',
        vi: 'Trả lại giấy tờ gốc: ngay khi không thụ lý, hoặc ngay sau khi ban hành quyết định giải quyết.',
      },
      counts: 'limit',
      trigger: 'originalsUnneeded',
      triggers: ['nonAcceptanceDecided', 'decisionPromulgated'],
      values: {
        '2014-12-15': { at: 'once', law: { act: 'TT07/2014', article: '10', text: 'TT07/2014 Đ.10', grade: 'A', checkedOn } },
      },
    },
  },
  articles: {
    'TT07/2014 Đ.3': {
      '2014-12-15': {
        says: 'Petitions are received and handled at one place.',
        law: { act: 'TT07/2014', article: '3', text: 'TT07/2014 Đ.3', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.5': {
      '2014-12-15': {
        says: 'Where petitions come from.',
        law: { act: 'TT07/2014', article: '5', text: 'TT07/2014 Đ.5', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.6.2.b': {
      '2014-12-15': {
        says: 'Not to be handled: sent to several with the competent one among them, or guided before.',
        law: { act: 'TT07/2014', article: '6', clause: '2', point: 'b', text: 'TT07/2014 Đ.6.2.b', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.6.4': {
      '2014-12-15': {
        says: 'A petition of many is one of five persons or more.',
        law: { act: 'TT07/2014', article: '6', clause: '4', text: 'TT07/2014 Đ.6.4', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.7.2': {
      '2014-12-15': {
        says: 'A petition that is not ready: its sender is answered and guided.',
        law: { act: 'TT07/2014', article: '7', clause: '2', text: 'TT07/2014 Đ.7.2', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.7.3': {
      '2014-12-15': {
        says: 'A complaint a subordinate owes beyond its term: demanded of it.',
        law: { act: 'TT07/2014', article: '7', clause: '3', text: 'TT07/2014 Đ.7.3', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.8.1': {
      '2014-12-15': {
        says: 'A citizen’s petition outside competence is guided, not forwarded.',
        law: { act: 'TT07/2014', article: '8', clause: '1', text: 'TT07/2014 Đ.8.1', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.8.2': {
      '2014-12-15': {
        says: 'A petition forwarded to a body that is not competent goes back with papers and reasons.',
        law: { act: 'TT07/2014', article: '8', clause: '2', text: 'TT07/2014 Đ.8.2', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.9.1': {
      '2014-12-15': {
        says: 'Many signatures, outside competence: one of them is guided.',
        law: { act: 'TT07/2014', article: '9', clause: '1', text: 'TT07/2014 Đ.9.1', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.9.2': {
      '2014-12-15': {
        says: 'Many signatures, within competence: handled as one.',
        law: { act: 'TT07/2014', article: '9', clause: '2', text: 'TT07/2014 Đ.9.2', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.10': {
      '2014-12-15': {
        says: 'Original papers are given back.',
        law: { act: 'TT07/2014', article: '10', text: 'TT07/2014 Đ.10', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.11': {
      '2014-12-15': {
        says: 'An effective decision with signs of a violation of law, or new facts: reported.',
        law: { act: 'TT07/2014', article: '11', text: 'TT07/2014 Đ.11', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.12': {
      '2014-12-15': {
        says: 'Where enforcing would do harm hard to remedy: reported at once.',
        law: { act: 'TT07/2014', article: '12', text: 'TT07/2014 Đ.12', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.21': {
      '2014-12-15': {
        says: 'Petitions that belong to courts or elected bodies.',
        law: { act: 'TT07/2014', article: '21', text: 'TT07/2014 Đ.21', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.22': {
      '2014-12-15': {
        says: 'Petitions with mixed content are to be written apart.',
        law: { act: 'TT07/2014', article: '22', text: 'TT07/2014 Đ.22', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.27': {
      '2014-12-15': {
        says: 'Complex, harsh or crowded matters: reported for measures at once.',
        law: { act: 'TT07/2014', article: '27', text: 'TT07/2014 Đ.27', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.28': {
      '2014-12-15': {
        says: 'Filing of petitions.',
        law: { act: 'TT07/2014', article: '28', text: 'TT07/2014 Đ.28', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.28.1.b': {
      '2014-12-15': {
        says: 'Filed: complaints that are not accepted.',
        law: { act: 'TT07/2014', article: '28', clause: '1', point: 'b', text: 'TT07/2014 Đ.28.1.b', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.28.1.c': {
      '2014-12-15': {
        says: 'Filed: what was settled and is in effect.',
        law: { act: 'TT07/2014', article: '28', clause: '1', point: 'c', text: 'TT07/2014 Đ.28.1.c', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.28.2': {
      '2014-12-15': {
        says: 'Filed petitions are kept a year; then the head decides on their destruction.',
        law: { act: 'TT07/2014', article: '28', clause: '2', text: 'TT07/2014 Đ.28.2', grade: 'A', checkedOn },
      },
    },
    'TT07/2014 Đ.29': {
      '2014-12-15': {
        says: 'Every petition is numbered in a book or a database.',
        law: { act: 'TT07/2014', article: '29', text: 'TT07/2014 Đ.29', grade: 'A', checkedOn },
      },
    },
  },
} as const;
