/**
 * Circular 05/2021/TT-TTCP on how petitions are handled, as far as a complaint meets it. Data only, in our own words; the official text
 * prevails. Not legal advice.
 */
const checkedOn = '2026-11-22';

export const petitionCircular = {
  short: 'TT05',
  title: 'Thông tư 05/2021/TT-TTCP',
  inForceFrom: '2021-11-15',
  basis: 'single articles on law portals',
  terms: {
    'KN-15': {
      about: {
        en: 'For the competent body to guide the complainant to complete the papers; no number of days is known.',
        vi: 'Cơ quan có thẩm quyền hướng dẫn người khiếu nại bổ sung giấy tờ; chưa rõ số ngày.',
      },
      counts: 'duty',
      trigger: 'complaintReceived',
      values: {
        '2021-11-15': {
          length: null,
          doubt: 'Whether guiding stops the term for accepting is not said; it is taken to run on (D-14).',
          law: { act: 'TT05', article: '7', clause: '2', text: 'TT05 Đ.7.2', grade: 'B', checkedOn },
        },
      },
    },
    'XD-01': {
      about: {
        en: 'To handle a petition that holds a complaint: guide, propose acceptance, return or file; no number of days is known.',
        vi: 'Xử lý đơn khiếu nại: hướng dẫn, đề xuất thụ lý, trả lại hoặc lưu; chưa rõ số ngày.',
      },
      counts: 'limit',
      trigger: 'petitionReceived',
      values: {
        '2021-11-15': {
          length: null,
          doubt: 'Practice takes ten working days; no article that says so was found, so no number is given.',
          law: { act: 'TT05', article: '7', clause: '1', text: 'TT05 Đ.7.1', grade: 'M', checkedOn },
        },
      },
    },
    'XD-03': {
      about: {
        en: 'How long a filed petition is kept before the head may have it destroyed.',
        vi: 'Thời gian lưu đơn trước khi người đứng đầu quyết định tiêu hủy.',
      },
      counts: 'minimum',
      trigger: 'petitionFiled',
      values: {
        '2021-11-15': {
          length: 1,
          unit: 'years',
          doubt: 'The decree it rested on was replaced on 2026-07-01; no circular in its place is known.',
          law: { act: 'TT05', article: '28', text: 'TT05 Đ.28', grade: 'B', checkedOn },
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
        '2021-11-15': {
          at: 'once',
          doubt: 'The older circular 07/2014 says so; that this one does is general knowledge.',
          law: { act: 'TT05', article: '10', text: 'TT05 Đ.10', grade: 'M', checkedOn },
        },
      },
    },
  },
  articles: {
    'TT05 Đ.6': {
      '2021-11-15': {
        says: 'A petition is classified by its content, not by its title.',
        doubt: 'The decree it rested on was replaced on 2026-07-01; no circular in its place is known (D-13).',
        law: { act: 'TT05', article: '6', text: 'TT05 Đ.6', grade: 'B', checkedOn },
      },
    },
    'TT05 Đ.6.1': {
      '2021-11-15': {
        says: 'Kinds of petitions; what is no complaint goes another way.',
        doubt: 'The decree it rested on was replaced on 2026-07-01; no circular in its place is known (D-13).',
        law: { act: 'TT05', article: '6', clause: '1', text: 'TT05 Đ.6.1', grade: 'B', checkedOn },
      },
    },
    'TT05 Đ.6.2': {
      '2021-11-15': {
        says: 'Which petitions meet the conditions for being handled, and which do not.',
        doubt: 'The decree it rested on was replaced on 2026-07-01; no circular in its place is known (D-13).',
        law: { act: 'TT05', article: '6', clause: '2', text: 'TT05 Đ.6.2', grade: 'B', checkedOn },
      },
    },
    'TT05 Đ.6.2.a': {
      '2021-11-15': {
        says: 'The conditions: in Vietnamese or translated, dated, named, signed, with the contents the law asks for.',
        doubt: 'The decree it rested on was replaced on 2026-07-01; no circular in its place is known (D-13).',
        law: { act: 'TT05', article: '6', clause: '2', point: 'a', text: 'TT05 Đ.6.2.a', grade: 'B', checkedOn },
      },
    },
    'TT05 Đ.6.2.b': {
      '2021-11-15': {
        says: 'Petitions that do not meet them: sent to several with the competent one among them, guided before, or abusive.',
        doubt: 'The decree it rested on was replaced on 2026-07-01; no circular in its place is known (D-13).',
        law: { act: 'TT05', article: '6', clause: '2', point: 'b', text: 'TT05 Đ.6.2.b', grade: 'B', checkedOn },
      },
    },
    'TT05 Đ.7.1': {
      '2021-11-15': {
        says: 'A petition that meets the conditions is proposed for acceptance.',
        doubt: 'The decree it rested on was replaced on 2026-07-01; no circular in its place is known.',
        law: { act: 'TT05', article: '7', clause: '1', text: 'TT05 Đ.7.1', grade: 'B', checkedOn },
      },
    },
    'TT05 Đ.7.2': {
      '2021-11-15': {
        says: 'A petition within competence that is not ready: its sender is guided to complete it.',
        doubt: 'Whether guiding stops the term for accepting is not said; it is taken to run on (D-14).',
        law: { act: 'TT05', article: '7', clause: '2', text: 'TT05 Đ.7.2', grade: 'B', checkedOn },
      },
    },
    'TT05 Đ.7.3': {
      '2021-11-15': {
        says: 'A complaint a subordinate owes beyond its term: the officer reports, the head demands.',
        doubt: 'The older circular 07/2014 says so at Đ.7.3; that this one does is general knowledge.',
        law: { act: 'TT05', article: '7', clause: '3', text: 'TT05 Đ.7.3', grade: 'M', checkedOn },
      },
    },
    'TT05 Đ.8.1': {
      '2021-11-15': {
        says: 'A citizen’s petition outside one’s competence is guided to the competent body, once.',
        doubt: 'The decree it rested on was replaced on 2026-07-01; no circular in its place is known.',
        law: { act: 'TT05', article: '8', clause: '1', text: 'TT05 Đ.8.1', grade: 'B', checkedOn },
      },
    },
    'TT05 Đ.8.2': {
      '2021-11-15': {
        says: 'A petition forwarded to a body that is not competent goes back to the forwarder with papers and reasons.',
        doubt: 'The older circular 07/2014 says so at Đ.8.2; that this one does is general knowledge.',
        law: { act: 'TT05', article: '8', clause: '2', text: 'TT05 Đ.8.2', grade: 'M', checkedOn },
      },
    },
    'TT05 Đ.8.3': {
      '2021-11-15': {
        says: 'A petition forwarded by the press or another body and outside competence goes back with reasons.',
        doubt: 'The older circular 07/2014 says so at Đ.8.2; in which clause this one does is general knowledge.',
        law: { act: 'TT05', article: '8', clause: '3', text: 'TT05 Đ.8.3', grade: 'M', checkedOn },
      },
    },
    'TT05 Đ.9': {
      '2021-11-15': {
        says: 'Petitions with many signatures: whom to guide where they are outside competence.',
        doubt: 'The older circular 07/2014 says so at Đ.9; that this one does is general knowledge.',
        law: { act: 'TT05', article: '9', text: 'TT05 Đ.9', grade: 'M', checkedOn },
      },
    },
    'TT05 Đ.10': {
      '2021-11-15': {
        says: 'Original papers are given back.',
        doubt: 'The older circular 07/2014 says so at Đ.10; that this one does is general knowledge.',
        law: { act: 'TT05', article: '10', text: 'TT05 Đ.10', grade: 'M', checkedOn },
      },
    },
    'TT05 Đ.28': {
      '2021-11-15': {
        says: 'A petition that does not meet the conditions is filed and kept for a year.',
        doubt: 'The decree it rested on was replaced on 2026-07-01; no circular in its place is known.',
        law: { act: 'TT05', article: '28', text: 'TT05 Đ.28', grade: 'B', checkedOn },
      },
    },
    'TT05 Đ.28.1.b': {
      '2021-11-15': {
        says: 'Filed: complaints that are not accepted.',
        doubt: 'The decree it rested on was replaced on 2026-07-01; no circular in its place is known (D-13).',
        law: { act: 'TT05', article: '28', clause: '1', point: 'b', text: 'TT05 Đ.28.1.b', grade: 'B', checkedOn },
      },
    },
  },
} as const;
