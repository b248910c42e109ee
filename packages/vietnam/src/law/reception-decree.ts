/**
 * Decree 154/2026/NĐ-CP on citizen reception and the handling of petitions. Data only, in our own words; the official text prevails. Not
 * legal advice.
 */
const checkedOn = '2026-11-22';

export const receptionDecree = {
  short: 'NĐ154',
  title: 'Nghị định 154/2026/NĐ-CP',
  inForceFrom: '2026-07-01',
  basis: 'unofficial transcription of vanban.chinhphu.vn, document 218230',
  terms: {
    'TD-04': {
      about: {
        en: 'The head of a public unit, or of an agency under the Government, receives citizens in person.',
        vi: 'Người đứng đầu đơn vị sự nghiệp công lập, cơ quan thuộc Chính phủ trực tiếp tiếp công dân.',
      },
      counts: 'rate',
      trigger: null,
      values: {
        '2026-07-01': {
          atLeast: 1,
          per: 'month',
          law: { act: 'NĐ154', article: '10', clause: '2', text: 'NĐ154 Đ.10.2', grade: 'A-', checkedOn },
        },
      },
    },
    'TD-09': {
      about: {
        en: 'To refuse in writing to receive a person, on the two grounds that ask for it; other grounds are explained orally.',
        vi: 'Thông báo từ chối tiếp công dân bằng văn bản trong hai trường hợp phải có văn bản; trường hợp khác giải thích trực tiếp.',
      },
      counts: 'limit',
      trigger: 'refusalGroundEstablished',
      values: {
        '2026-07-01': {
          length: 3,
          unit: 'working-days',
          also: ['NĐ154 Đ.4.2'],
          law: { act: 'NĐ154', article: '4', clause: '3', text: 'NĐ154 Đ.4.3', grade: 'A-', checkedOn },
        },
      },
    },
    'TD-10': {
      about: {
        en: 'To tell the citizen and the bodies of an online reception; before the day.',
        vi: 'Thông báo buổi tiếp công dân trực tuyến cho công dân và các cơ quan; trước ngày tiếp.',
      },
      counts: 'lead',
      trigger: 'onlineReceptionDay',
      values: {
        '2026-07-01': {
          length: 5,
          unit: 'working-days',
          law: { act: 'NĐ154', article: '23', clause: '1', text: 'NĐ154 Đ.23.1', grade: 'A-', checkedOn },
        },
      },
    },
    'TD-11': {
      about: {
        en: 'To have tested the connection of an online reception; before the day.',
        vi: 'Hoàn thành kiểm tra kết nối của buổi tiếp trực tuyến; trước ngày tiếp.',
      },
      counts: 'lead',
      trigger: 'onlineReceptionDay',
      values: {
        '2026-07-01': {
          length: 1,
          unit: 'working-days',
          law: { act: 'NĐ154', article: '23', clause: '1', text: 'NĐ154 Đ.23.1', grade: 'A-', checkedOn },
        },
      },
    },
    'TD-12': {
      about: {
        en: 'To have every place of an online reception connected; before it begins.',
        vi: 'Kết nối xong các điểm cầu của buổi tiếp trực tuyến; trước khi bắt đầu.',
      },
      counts: 'lead',
      trigger: 'onlineReceptionStart',
      values: {
        '2026-07-01': {
          length: 1,
          unit: 'hours',
          law: { act: 'NĐ154', article: '23', clause: '1', text: 'NĐ154 Đ.23.1', grade: 'A-', checkedOn },
        },
      },
    },
    'TD-14': {
      about: {
        en: 'To write the notice of what the head concluded; no number of days.',
        vi: 'Ra văn bản thông báo kết luận của người đứng đầu; không quy định số ngày.',
      },
      counts: 'duty',
      trigger: 'receptionEnded',
      values: {
        '2026-07-01': { length: null, law: { act: 'NĐ154', article: '25', clause: '2', text: 'NĐ154 Đ.25.2', grade: 'A-', checkedOn } },
      },
    },
    'XD-02': {
      about: {
        en: 'A leading officer who leaves a petition unhandled for longer, without good reason, is liable to discipline.',
        vi: 'Người giữ chức vụ lãnh đạo để quá thời gian này không xử lý đơn mà không có lý do chính đáng thì bị xem xét kỷ luật.',
      },
      counts: 'limit',
      trigger: 'petitionReceived',
      values: {
        '2026-07-01': {
          length: 45,
          unit: 'calendar-days',
          law: { act: 'NĐ154', article: '41', clause: '3', point: 'b', text: 'NĐ154 Đ.41.3.b', grade: 'A-', checkedOn },
        },
      },
    },
  },
  articles: {
    'NĐ154 Đ.4.1': {
      '2026-07-01': {
        says: 'Further grounds for refusing to receive a person.',
        law: { act: 'NĐ154', article: '4', clause: '1', text: 'NĐ154 Đ.4.1', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.4.1.a': {
      '2026-07-01': {
        says: 'Refused: carries weapons or dangerous things and will not hand them in.',
        law: { act: 'NĐ154', article: '4', clause: '1', point: 'a', text: 'NĐ154 Đ.4.1.a', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.4.1.b': {
      '2026-07-01': {
        says: 'Refused: will not go through the security check.',
        law: { act: 'NĐ154', article: '4', clause: '1', point: 'b', text: 'NĐ154 Đ.4.1.b', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.4.1.c': {
      '2026-07-01': {
        says: 'Refused: records, films or streams although told not to, or so as to disturb.',
        law: { act: 'NĐ154', article: '4', clause: '1', point: 'c', text: 'NĐ154 Đ.4.1.c', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.4.1.d': {
      '2026-07-01': {
        says: 'Refused: incites, or disturbs order at the place.',
        law: { act: 'NĐ154', article: '4', clause: '1', point: 'd', text: 'NĐ154 Đ.4.1.d', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.4.1.đ': {
      '2026-07-01': {
        says: 'Refused: lacks full capacity and has no lawful representative.',
        law: { act: 'NĐ154', article: '4', clause: '1', point: 'đ', text: 'NĐ154 Đ.4.1.đ', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.4.1.e': {
      '2026-07-01': {
        says: 'Refused: acts for another without papers that show it.',
        law: { act: 'NĐ154', article: '4', clause: '1', point: 'e', text: 'NĐ154 Đ.4.1.e', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.4.1.g': {
      '2026-07-01': {
        says: 'Refused: what is said is no complaint, denunciation, petition or feedback at all.',
        law: { act: 'NĐ154', article: '4', clause: '1', point: 'g', text: 'NĐ154 Đ.4.1.g', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.4.1.h': {
      '2026-07-01': {
        says: 'Refused in writing: feedback that was answered or guided in writing, with nothing new.',
        law: { act: 'NĐ154', article: '4', clause: '1', point: 'h', text: 'NĐ154 Đ.4.1.h', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.4.1.i': {
      '2026-07-01': {
        says: 'Refused: a court’s ruling is in effect and cannot be reconsidered.',
        law: { act: 'NĐ154', article: '4', clause: '1', point: 'i', text: 'NĐ154 Đ.4.1.i', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.4.1.k': {
      '2026-07-01': {
        says: 'Refused: another competent body is handling the matter by its procedure.',
        law: { act: 'NĐ154', article: '4', clause: '1', point: 'k', text: 'NĐ154 Đ.4.1.k', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.4.2': {
      '2026-07-01': {
        says: 'A refusal is explained orally.',
        law: { act: 'NĐ154', article: '4', clause: '2', text: 'NĐ154 Đ.4.2', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.4.3': {
      '2026-07-01': {
        says: 'For two grounds the refusal is a written notice, within working days.',
        law: { act: 'NĐ154', article: '4', clause: '3', text: 'NĐ154 Đ.4.3', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.10': {
      '2026-07-01': {
        says: 'Reception by heads of public units and of agencies under the Government.',
        law: { act: 'NĐ154', article: '10', text: 'NĐ154 Đ.10', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.10.2': {
      '2026-07-01': {
        says: 'How often the head of a public unit or of an agency under the Government receives.',
        law: { act: 'NĐ154', article: '10', clause: '2', text: 'NĐ154 Đ.10.2', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.10.3': {
      '2026-07-01': {
        says: 'When that head receives out of turn.',
        law: { act: 'NĐ154', article: '10', clause: '3', text: 'NĐ154 Đ.10.3', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.12': {
      '2026-07-01': {
        says: 'Who comes shows who he is; the numbers are kept secret.',
        law: { act: 'NĐ154', article: '12', text: 'NĐ154 Đ.12', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.12.2': {
      '2026-07-01': {
        says: 'Reception staff keep personal data secret.',
        law: { act: 'NĐ154', article: '12', clause: '2', text: 'NĐ154 Đ.12.2', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.13': {
      '2026-07-01': {
        says: 'Who acts for another shows papers.',
        law: { act: 'NĐ154', article: '13', text: 'NĐ154 Đ.13', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.14': {
      '2026-07-01': {
        says: 'What is said and handed in at a reception is taken down.',
        law: { act: 'NĐ154', article: '14', text: 'NĐ154 Đ.14', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.14.1': {
      '2026-07-01': {
        says: 'What is said orally is written down and signed or marked by finger.',
        law: { act: 'NĐ154', article: '14', clause: '1', text: 'NĐ154 Đ.14.1', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.14.4': {
      '2026-07-01': {
        says: 'Who mixes several kinds of content is guided to write them apart.',
        law: { act: 'NĐ154', article: '14', clause: '4', text: 'NĐ154 Đ.14.4', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.15.3': {
      '2026-07-01': {
        says: 'A complaint a subordinate owes: the officer reports, the head demands.',
        law: { act: 'NĐ154', article: '15', clause: '3', text: 'NĐ154 Đ.15.3', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.15.4': {
      '2026-07-01': {
        says: 'Papers taken are receipted.',
        law: { act: 'NĐ154', article: '15', clause: '4', text: 'NĐ154 Đ.15.4', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.20': {
      '2026-07-01': {
        says: 'When a reception may be online.',
        law: { act: 'NĐ154', article: '20', text: 'NĐ154 Đ.20', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.20.1': {
      '2026-07-01': {
        says: 'Complex or prolonged matters, remote places and disasters may be received online.',
        law: { act: 'NĐ154', article: '20', clause: '1', text: 'NĐ154 Đ.20.1', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.23.1': {
      '2026-07-01': {
        says: 'What is told and tested before an online reception, and how long before.',
        law: { act: 'NĐ154', article: '23', clause: '1', text: 'NĐ154 Đ.23.1', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.25.2': {
      '2026-07-01': {
        says: 'What the head concludes is written in a notice.',
        law: { act: 'NĐ154', article: '25', clause: '2', text: 'NĐ154 Đ.25.2', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.25.3': {
      '2026-07-01': {
        says: 'The head gives an opinion at the reception, or says when the answer comes.',
        law: { act: 'NĐ154', article: '25', clause: '3', text: 'NĐ154 Đ.25.3', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.26.1.a': {
      '2026-07-01': {
        says: 'Crowds and complex, prolonged cases come first at the head’s reception.',
        law: { act: 'NĐ154', article: '26', clause: '1', point: 'a', text: 'NĐ154 Đ.26.1.a', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.27.1': {
      '2026-07-01': {
        says: 'The reception book may be electronic and feeds the national database.',
        law: { act: 'NĐ154', article: '27', clause: '1', text: 'NĐ154 Đ.27.1', grade: 'A-', checkedOn },
      },
    },
    'NĐ154 Đ.41.3.b': {
      '2026-07-01': {
        says: 'A leading officer who leaves a petition unhandled for so many days without good reason is punished.',
        law: { act: 'NĐ154', article: '41', clause: '3', point: 'b', text: 'NĐ154 Đ.41.3.b', grade: 'A-', checkedOn },
      },
    },
  },
  /** On which, besides those of the Law, a person need not be received. */
  refusalToReceive: {
    RFa: {
      about: {
        en: 'Carries weapons, explosives or dangerous things and will not hand them in.',
        vi: 'Mang vũ khí, chất nổ, vật nguy hiểm mà không giao nộp.',
      },
      how: 'oral',
      law: { act: 'NĐ154', article: '4', clause: '1', point: 'a', text: 'NĐ154 Đ.4.1.a', grade: 'A-', checkedOn },
    },
    RFb: {
      about: { en: 'Will not go through the security check.', vi: 'Không chấp hành kiểm tra an ninh.' },
      how: 'oral',
      law: { act: 'NĐ154', article: '4', clause: '1', point: 'b', text: 'NĐ154 Đ.4.1.b', grade: 'A-', checkedOn },
    },
    RFc: {
      about: {
        en: 'Records, films or streams although told not to, or so as to disturb order.',
        vi: 'Ghi âm, ghi hình, phát trực tiếp khi không được phép hoặc gây mất trật tự.',
      },
      how: 'oral',
      law: { act: 'NĐ154', article: '4', clause: '1', point: 'c', text: 'NĐ154 Đ.4.1.c', grade: 'A-', checkedOn },
    },
    RFd: {
      about: {
        en: 'Incites, or disturbs public order at the place of reception.',
        vi: 'Kích động, gây rối trật tự công cộng tại nơi tiếp công dân.',
      },
      how: 'oral',
      law: { act: 'NĐ154', article: '4', clause: '1', point: 'd', text: 'NĐ154 Đ.4.1.d', grade: 'A-', checkedOn },
    },
    RFđ: {
      about: {
        en: 'Lacks full capacity and has no lawful representative.',
        vi: 'Không có năng lực hành vi dân sự đầy đủ mà không có người đại diện hợp pháp.',
      },
      how: 'oral',
      law: { act: 'NĐ154', article: '4', clause: '1', point: 'đ', text: 'NĐ154 Đ.4.1.đ', grade: 'A-', checkedOn },
    },
    RFe: {
      about: {
        en: 'Acts for another without papers that show it.',
        vi: 'Người đại diện, người được ủy quyền không có giấy tờ chứng minh.',
      },
      how: 'oral',
      law: { act: 'NĐ154', article: '4', clause: '1', point: 'e', text: 'NĐ154 Đ.4.1.e', grade: 'A-', checkedOn },
    },
    RFg: {
      about: {
        en: 'What is said is no complaint, denunciation, petition or feedback at all.',
        vi: 'Nội dung không phải khiếu nại, tố cáo, kiến nghị, phản ánh.',
      },
      how: 'oral',
      law: { act: 'NĐ154', article: '4', clause: '1', point: 'g', text: 'NĐ154 Đ.4.1.g', grade: 'A-', checkedOn },
    },
    RFh: {
      about: {
        en: 'Feedback that was received, guided or answered in writing, with nothing new.',
        vi: 'Kiến nghị, phản ánh đã được tiếp nhận, hướng dẫn, trả lời bằng văn bản, không có tình tiết mới.',
      },
      how: 'written',
      law: { act: 'NĐ154', article: '4', clause: '1', point: 'h', text: 'NĐ154 Đ.4.1.h', grade: 'A-', checkedOn },
    },
    RFi: {
      about: {
        en: 'A court’s judgment or decision is in effect and cannot be reconsidered.',
        vi: 'Đã có bản án, quyết định của Tòa án có hiệu lực và không còn căn cứ xem xét lại.',
      },
      how: 'oral',
      law: { act: 'NĐ154', article: '4', clause: '1', point: 'i', text: 'NĐ154 Đ.4.1.i', grade: 'A-', checkedOn },
    },
    RFk: {
      about: {
        en: 'Another competent body is handling the matter by its procedure.',
        vi: 'Vụ việc đang được cơ quan có thẩm quyền khác giải quyết theo trình tự luật định.',
      },
      how: 'oral',
      law: { act: 'NĐ154', article: '4', clause: '1', point: 'k', text: 'NĐ154 Đ.4.1.k', grade: 'A-', checkedOn },
    },
  },
} as const;
