/**
 * The table by which a petition is classified: twenty-nine rows, each with its condition, what follows, by when, and where it is written.
 * Data only; which rows apply is decided in `classification.ts`. In our own words; the official text prevails. Not legal advice.
 *
 * A row is as certain as the least certain of its sources, whichever is cited.
 *
 * Where circular 05/2021 (TT05, since 2021-11-15) says what circular 07/2014 (TT07/2014) or 06/2014 (TT06/2014) said before, the row stands
 * under both days.
 */
const checkedOn = '2026-11-22';
const OLD = '2014-12-15';
const NEW = '2021-11-15';
const AMENDED = '2026-07-01';

export const classificationTable = {
  C1: {
    about: {
      en: 'It is not about the law on complaints: a denunciation, feedback, a question, a matter of courts or of political organisations.',
      vi: 'Nội dung không thuộc khiếu nại: tố cáo, kiến nghị, phản ánh, hỏi đáp, vụ việc tư pháp hoặc của tổ chức chính trị.',
    },
    outcomes: ['guide', 'forward'],
    terms: [],
    law: {
      [OLD]: { act: 'TT07/2014', article: '21', text: 'TT07/2014 Đ.21', grade: 'A', checkedOn },
      [NEW]: { act: 'TT05', article: '6', clause: '1', text: 'TT05 Đ.6.1', grade: 'B', checkedOn },
    },
  },
  C2: {
    about: {
      en: 'It mixes a complaint with a denunciation or with feedback.',
      vi: 'Đơn có nhiều nội dung khác loại: khiếu nại lẫn tố cáo hoặc kiến nghị, phản ánh.',
    },
    outcomes: ['guide-split'],
    terms: ['TD-01'],
    law: {
      [OLD]: { act: 'LTCD', article: '25', clause: '3', text: 'LTCD Đ.25.3', grade: 'A', checkedOn },
      [AMENDED]: { act: 'NĐ154', article: '14', clause: '4', text: 'NĐ154 Đ.14.4', grade: 'A-', checkedOn },
    },
  },
  C3: {
    about: {
      en: 'Name, address, signature or fingerprint, or the day is missing, it cannot be read, or it is in another language without a notarised translation.',
      vi: 'Không có họ tên, địa chỉ, chữ ký hoặc điểm chỉ, không ghi ngày; không đọc được; không phải tiếng Việt và không có bản dịch công chứng.',
    },
    outcomes: ['file'],
    terms: ['XD-03'],
    law: {
      [OLD]: { act: 'TT07/2014', article: '6', clause: '2', text: 'TT07/2014 Đ.6.2', grade: 'M', checkedOn },
      [NEW]: { act: 'TT05', article: '6', clause: '2', text: 'TT05 Đ.6.2', grade: 'B', checkedOn },
    },
  },
  C4: {
    about: {
      en: 'The respondent, the content, the reason, the papers or the request is missing; the sender is known.',
      vi: 'Thiếu người bị khiếu nại, nội dung, lý do, tài liệu hoặc yêu cầu; xác định được người gửi.',
    },
    outcomes: ['guide-supplement', 'guide'],
    terms: [],
    law: {
      [OLD]: { act: 'LKN', article: '8', clause: '2', text: 'LKN Đ.8.2', grade: 'A', checkedOn },
      [NEW]: { act: 'TT05', article: '6', clause: '2', point: 'a', text: 'TT05 Đ.6.2.a', grade: 'B', checkedOn },
    },
  },
  C5: {
    about: {
      en: 'It attacks the state, sows division, is obscene or defames.',
      vi: 'Đơn chống đối Nhà nước, gây chia rẽ, có lời lẽ thô tục hoặc bôi nhọ.',
    },
    outcomes: ['file'],
    terms: ['XD-03'],
    law: {
      [NEW]: { act: 'TT05', article: '6', clause: '2', point: 'b', text: 'TT05 Đ.6.2.b', grade: 'B', checkedOn },
    },
  },
  C6: {
    about: {
      en: 'The same petition went to several bodies, the competent one among them, and this body is not the competent one.',
      vi: 'Đơn gửi nhiều cơ quan, trong đó có cơ quan có thẩm quyền, và nơi nhận này không phải cơ quan có thẩm quyền.',
    },
    outcomes: ['file'],
    terms: ['XD-03'],
    law: {
      [OLD]: { act: 'TT07/2014', article: '6', clause: '2', point: 'b', text: 'TT07/2014 Đ.6.2.b', grade: 'A', checkedOn },
      [NEW]: { act: 'TT05', article: '6', clause: '2', point: 'b', text: 'TT05 Đ.6.2.b', grade: 'B', checkedOn },
    },
  },
  C7: {
    about: { en: 'The same content was guided once already.', vi: 'Nội dung đã được hướng dẫn một lần.' },
    outcomes: ['file'],
    terms: ['XD-03'],
    law: {
      [OLD]: { act: 'TT07/2014', article: '6', clause: '2', point: 'b', text: 'TT07/2014 Đ.6.2.b', grade: 'A', checkedOn },
      [NEW]: { act: 'TT05', article: '6', clause: '2', point: 'b', text: 'TT05 Đ.6.2.b', grade: 'B', checkedOn },
    },
  },
  C8: {
    about: {
      en: 'This body is competent and no ground for refusal is met.',
      vi: 'Thuộc thẩm quyền và không thuộc trường hợp không thụ lý.',
    },
    outcomes: ['propose-acceptance'],
    terms: ['KN-10', 'KN-11', 'KN-12', 'KN-13', 'KN-82'],
    law: {
      [OLD]: { act: 'LKN', article: '27', text: 'LKN Đ.27', grade: 'A', checkedOn },
      [NEW]: { act: 'TT05', article: '7', clause: '1', text: 'TT05 Đ.7.1', grade: 'B', checkedOn },
    },
  },
  C9: {
    about: {
      en: 'This body is competent, and something that can be mended is missing: papers, signature, capacity, representative or authorisation.',
      vi: 'Thuộc thẩm quyền nhưng còn thiếu điều kiện có thể khắc phục: giấy tờ, chữ ký, năng lực, người đại diện hoặc ủy quyền.',
    },
    outcomes: ['guide-supplement'],
    terms: ['KN-15'],
    law: {
      [OLD]: { act: 'TT06/2014', article: '13', clause: '2', text: 'TT06/2014 Đ.13.2', grade: 'A', checkedOn },
      [NEW]: { act: 'TT05', article: '7', clause: '2', text: 'TT05 Đ.7.2', grade: 'B', checkedOn },
    },
  },
  C10: {
    about: {
      en: 'This body is not competent, and the citizen sent it.',
      vi: 'Không thuộc thẩm quyền, do công dân gửi đến.',
    },
    outcomes: ['guide'],
    terms: ['TD-01'],
    law: {
      [OLD]: { act: 'TT07/2014', article: '8', clause: '1', text: 'TT07/2014 Đ.8.1', grade: 'A', checkedOn },
      [NEW]: { act: 'TT05', article: '8', clause: '1', text: 'TT05 Đ.8.1', grade: 'B', checkedOn },
    },
  },
  C11: {
    about: {
      en: 'This body is not competent, and a deputy, the Fatherland Front, the press or another body forwarded it.',
      vi: 'Không thuộc thẩm quyền, do đại biểu, Mặt trận Tổ quốc, báo chí hoặc cơ quan khác chuyển đến.',
    },
    outcomes: ['return'],
    terms: [],
    law: {
      [OLD]: { act: 'TT07/2014', article: '8', clause: '2', text: 'TT07/2014 Đ.8.2', grade: 'A', checkedOn },
      [NEW]: { act: 'TT05', article: '8', clause: '2', text: 'TT05 Đ.8.2', grade: 'M', checkedOn },
    },
  },
  C12: {
    about: {
      en: 'This body is not competent, and a leader of Party or State, a body of the National Assembly or a member of the Government forwarded it.',
      vi: 'Không thuộc thẩm quyền, do lãnh đạo Đảng, Nhà nước, cơ quan của Quốc hội hoặc thành viên Chính phủ chuyển đến.',
    },
    outcomes: ['forward'],
    terms: [],
    law: {
      [NEW]: { act: 'TT05', article: '8', clause: '2', text: 'TT05 Đ.8.2', grade: 'M', checkedOn },
    },
  },
  C13: {
    about: {
      en: 'This body is competent, and a deputy or a body that may do so forwarded it.',
      vi: 'Thuộc thẩm quyền, do đại biểu hoặc cơ quan có quyền chuyển đến.',
    },
    outcomes: ['propose-acceptance'],
    terms: ['KN-61', 'KN-60'],
    law: {
      [OLD]: { act: 'LTCD', article: '27', clause: '2', text: 'LTCD Đ.27.2', grade: 'A', checkedOn },
    },
  },
  C14: {
    about: {
      en: 'A body below is competent and its term has not run out.',
      vi: 'Thuộc thẩm quyền cấp dưới, chưa hết thời hạn giải quyết.',
    },
    outcomes: ['guide'],
    terms: ['TD-01'],
    law: {
      [OLD]: { act: 'LTCD', article: '26', clause: '1', point: 'b', text: 'LTCD Đ.26.1.b', grade: 'A', checkedOn },
    },
  },
  C15: {
    about: {
      en: 'A body below is competent and its term ran out without a decision; the second level is not asked for.',
      vi: 'Thuộc thẩm quyền cấp dưới, đã quá thời hạn mà chưa giải quyết; không yêu cầu giải quyết lần hai.',
    },
    outcomes: ['demand'],
    terms: [],
    law: {
      [OLD]: { act: 'LTCD', article: '26', clause: '1', point: 'b', text: 'LTCD Đ.26.1.b', grade: 'A', checkedOn },
      [NEW]: { act: 'LTCD', article: '26', clause: '1', point: 'b', text: 'LTCD Đ.26.1.b', grade: 'M', checkedOn },
      [AMENDED]: { act: 'NĐ154', article: '15', clause: '3', text: 'NĐ154 Đ.15.3', grade: 'M', checkedOn },
    },
  },
  C16: {
    about: {
      en: 'The first level’s term ran out without a decision, and the second complaint came to the direct superior in time.',
      vi: 'Hết thời hạn giải quyết lần đầu mà không có quyết định, khiếu nại lần hai gửi cấp trên trực tiếp còn trong thời hạn.',
    },
    outcomes: ['propose-acceptance'],
    terms: ['KN-11', 'KN-12', 'KN-13'],
    law: {
      [OLD]: { act: 'LKN', article: '33', text: 'LKN Đ.33', grade: 'A', checkedOn },
      [NEW]: { act: 'LKN', article: '33', text: 'LKN Đ.33', grade: 'B', checkedOn },
    },
  },
  C17: {
    about: { en: 'There is a second-level decision.', vi: 'Đã có quyết định giải quyết khiếu nại lần hai.' },
    outcomes: ['not-accept'],
    ground: 'N7',
    terms: [],
    law: {
      [OLD]: { act: 'LKN', article: '11', clause: '7', text: 'LKN Đ.11.7', grade: 'A', checkedOn },
    },
  },
  C18: {
    about: {
      en: 'The first decision took effect because nobody contested it in time.',
      vi: 'Quyết định giải quyết lần đầu đã có hiệu lực do không khiếu nại tiếp trong thời hạn.',
    },
    outcomes: ['not-accept', 'file'],
    ground: 'N6',
    terms: ['XD-03'],
    law: {
      [OLD]: { act: 'LKN', article: '11', clause: '6', text: 'LKN Đ.11.6', grade: 'A', checkedOn },
      [NEW]: { act: 'LKN', article: '11', clause: '6', text: 'LKN Đ.11.6', grade: 'B', checkedOn },
    },
  },
  C19: {
    about: {
      en: 'A decision in effect shows signs of a violation of law that did damage (until 2026-06-30 also: new facts).',
      vi: 'Quyết định đã có hiệu lực có dấu hiệu vi phạm pháp luật gây thiệt hại (đến 30/6/2026: hoặc có tình tiết mới).',
    },
    outcomes: ['report-to-head'],
    terms: [],
    law: {
      [OLD]: { act: 'TT07/2014', article: '11', text: 'TT07/2014 Đ.11', grade: 'A', checkedOn },
      [AMENDED]: { act: 'NĐ124', article: '38', text: 'NĐ124 Đ.38 (NĐ155 Đ.14)', grade: 'A', checkedOn },
    },
  },
  C20: {
    about: {
      en: 'Carrying out the contested decision would do harm that is hard to mend.',
      vi: 'Việc thi hành quyết định bị khiếu nại sẽ gây hậu quả khó khắc phục.',
    },
    outcomes: ['report-to-head'],
    terms: ['KN-76', 'KN-77'],
    law: {
      [OLD]: { act: 'LKN', article: '35', text: 'LKN Đ.35', grade: 'A', checkedOn },
    },
  },
  C21: {
    about: {
      en: 'Many signed it and this body is not competent: one named person is guided.',
      vi: 'Đơn có chữ ký của nhiều người, không thuộc thẩm quyền: hướng dẫn cho một người có tên trong đơn.',
    },
    outcomes: ['guide', 'forward'],
    terms: [],
    law: {
      [OLD]: { act: 'TT07/2014', article: '9', clause: '1', text: 'TT07/2014 Đ.9.1', grade: 'A', checkedOn },
      [NEW]: { act: 'TT05', article: '9', text: 'TT05 Đ.9', grade: 'M', checkedOn },
    },
  },
  C22: {
    about: {
      en: 'Many signed it and this body is competent: all signatures and the written appointment of representatives are needed.',
      vi: 'Đơn có chữ ký của nhiều người, thuộc thẩm quyền: phải có đủ chữ ký và văn bản cử người đại diện.',
    },
    outcomes: ['guide-supplement', 'propose-acceptance'],
    terms: ['KN-13'],
    law: {
      [OLD]: { act: 'TT07/2014', article: '9', clause: '2', text: 'TT07/2014 Đ.9.2', grade: 'A', checkedOn },
      [AMENDED]: { act: 'NĐ124', article: '16', clause: '1', text: 'NĐ124 Đ.16.1 (NĐ155 Đ.10)', grade: 'A', checkedOn },
    },
  },
  C23: {
    about: {
      en: 'It is complex or harsh, concerns many, or ethnic or religious policy.',
      vi: 'Vụ việc phức tạp, gay gắt, đông người hoặc liên quan chính sách dân tộc, tôn giáo.',
    },
    outcomes: ['report-to-head'],
    terms: ['TD-08'],
    law: {
      [OLD]: { act: 'TT07/2014', article: '27', text: 'TT07/2014 Đ.27', grade: 'A', checkedOn },
    },
  },
  C24: {
    about: { en: 'Original papers are attached.', vi: 'Có giấy tờ gốc kèm theo.' },
    outcomes: ['return-originals'],
    terms: ['XD-04'],
    law: {
      [OLD]: { act: 'TT07/2014', article: '10', text: 'TT07/2014 Đ.10', grade: 'A', checkedOn },
      [NEW]: { act: 'TT05', article: '10', text: 'TT05 Đ.10', grade: 'M', checkedOn },
    },
  },
  C25: {
    about: { en: 'A court has accepted the matter or has judged it.', vi: 'Tòa án đã thụ lý hoặc đã có bản án, quyết định.' },
    outcomes: ['not-accept'],
    ground: 'N9',
    terms: [],
    law: {
      [OLD]: { act: 'LKN', article: '11', clause: '9', text: 'LKN Đ.11.9', grade: 'A', checkedOn },
    },
  },
  C26: {
    about: {
      en: 'Feedback that was answered before, with nothing new in it.',
      vi: 'Kiến nghị, phản ánh đã được trả lời, không có nội dung mới.',
    },
    outcomes: ['refuse-reception'],
    terms: ['TD-09'],
    law: {
      [AMENDED]: { act: 'NĐ154', article: '4', clause: '1', point: 'h', text: 'NĐ154 Đ.4.1.h', grade: 'A-', checkedOn },
    },
  },
  C27: {
    about: {
      en: 'The time for complaining is over and no obstacle explains it.',
      vi: 'Đã hết thời hiệu hoặc thời hạn khiếu nại mà không có lý do chính đáng.',
    },
    outcomes: ['not-accept', 'file'],
    ground: 'N6',
    terms: ['KN-01', 'KN-02', 'KN-03', 'KN-80', 'KN-81'],
    law: {
      [OLD]: { act: 'LKN', article: '11', clause: '6', text: 'LKN Đ.11.6', grade: 'A', checkedOn },
    },
  },
  C28: {
    about: {
      en: 'Content that was withdrawn is raised again, and neither coercion nor threat is shown.',
      vi: 'Khiếu nại lại nội dung đã rút mà không chứng minh được bị ép buộc, đe dọa.',
    },
    outcomes: ['not-accept'],
    terms: [],
    law: {
      [AMENDED]: { act: 'LKN', article: '10', text: 'LKN Đ.10', grade: 'B', checkedOn },
    },
  },
  C29: {
    about: {
      en: 'The complainant disagrees with the first decision and writes to the body that made it.',
      vi: 'Không đồng ý với quyết định lần đầu nhưng gửi đơn đến chính cơ quan đã giải quyết.',
    },
    outcomes: ['guide'],
    terms: ['KN-02', 'KN-07'],
    law: {
      [OLD]: { act: 'LKN', article: '33', text: 'LKN Đ.33', grade: 'A', checkedOn },
    },
  },
} as const;
