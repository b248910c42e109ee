/**
 * The Law on Citizen Reception 42/2013/QH13, as far as a complaint meets it. Data only, in our own words; the official text prevails. Not
 * legal advice.
 */
const checkedOn = '2026-11-22';

export const receptionLaw = {
  short: 'LTCD',
  title: 'Luật Tiếp công dân 42/2013/QH13',
  inForceFrom: '2014-07-01',
  basis: 'official codification, the version before Law 136/2025/QH15',
  terms: {
    'KN-61': {
      about: {
        en: 'To tell the elected body, the deputy or the reception office that forwarded the complaint how it was settled; at once where it had been settled before.',
        vi: 'Thông báo kết quả cho cơ quan của Quốc hội, đại biểu hoặc Ban tiếp công dân đã chuyển đơn; đã giải quyết từ trước thì thông báo ngay.',
      },
      counts: 'limit',
      trigger: 'caseResolved',
      values: {
        '2014-07-01': {
          length: 7,
          unit: 'working-days',
          law: { act: 'LTCD', article: '27', clause: '2', text: 'LTCD Đ.27.2', grade: 'A', checkedOn },
        },
      },
    },
    'KN-62': {
      about: {
        en: 'For those forwarders to tell the citizen who asked them; from their receipt of the notice.',
        vi: 'Nơi đã chuyển đơn thông báo cho công dân đã gửi đơn; tính từ ngày nhận được thông báo kết quả.',
      },
      counts: 'limit',
      trigger: 'resultNoticeReceivedByForwarder',
      values: {
        '2014-07-01': {
          length: 5,
          unit: 'working-days',
          law: { act: 'LTCD', article: '28', clause: '2', text: 'LTCD Đ.28.2', grade: 'A', checkedOn },
        },
      },
    },
    'TD-01': {
      about: {
        en: 'To answer a person who came, in person or in writing; from the receipt of the matter.',
        vi: 'Trả lời trực tiếp hoặc bằng văn bản cho người đến; tính từ ngày tiếp nhận nội dung.',
      },
      counts: 'limit',
      trigger: 'contentReceivedAtReception',
      values: {
        '2014-07-01': {
          length: 10,
          unit: 'working-days',
          doubt: '“Forwarded” among the answers is for feedback and for groups; a single complaint outside competence is guided (O-9).',
          law: { act: 'LTCD', article: '28', clause: '1', text: 'LTCD Đ.28.1', grade: 'A', checkedOn },
        },
      },
    },
    'TD-02': {
      about: {
        en: 'To make the schedule of receptions public; before the reception.',
        vi: 'Công bố lịch tiếp công dân; trước ngày tiếp.',
      },
      counts: 'lead',
      trigger: 'receptionDay',
      values: {
        '2014-07-01': {
          length: 5,
          unit: 'working-days',
          law: { act: 'LTCD', article: '24', clause: '4', text: 'LTCD Đ.24.4', grade: 'A', checkedOn },
        },
      },
    },
    'TD-03': {
      about: {
        en: 'The head of the body receives citizens in person.',
        vi: 'Người đứng đầu cơ quan trực tiếp tiếp công dân.',
      },
      counts: 'rate',
      trigger: null,
      values: {
        '2014-07-01': {
          atLeast: 1,
          per: 'month',
          doubt: 'Law 136/2025 is reported to have ended standing in by deputies from 2026-07-01; for which heads is not known.',
          law: { act: 'LTCD', article: '18', clause: '2', text: 'LTCD Đ.18.2', grade: 'A', checkedOn },
        },
      },
    },
    'TD-05': {
      about: {
        en: 'The chair of the provincial People’s Committee receives citizens in person.',
        vi: 'Chủ tịch Ủy ban nhân dân cấp tỉnh trực tiếp tiếp công dân.',
      },
      counts: 'rate',
      trigger: null,
      values: {
        '2014-07-01': {
          atLeast: 1,
          per: 'month',
          law: { act: 'LTCD', article: '12', clause: '5', text: 'LTCD Đ.12.5', grade: 'A', checkedOn },
        },
      },
    },
    'TD-06': {
      about: {
        en: 'The chair of the district People’s Committee receives citizens in person.',
        vi: 'Chủ tịch Ủy ban nhân dân cấp huyện trực tiếp tiếp công dân.',
      },
      counts: 'rate',
      trigger: null,
      values: {
        '2014-07-01': {
          atLeast: 2,
          per: 'month',
          law: { act: 'LTCD', article: '13', clause: '5', text: 'LTCD Đ.13.5', grade: 'A', checkedOn },
        },
        '2025-07-01': {
          ended: {
            en: 'The district level was abolished; no body holds in its place.',
            vi: 'Cấp huyện đã kết thúc hoạt động; không có cơ quan thay thế.',
          },
          doubt: 'No text that repeals the article was seen; the level it speaks of is gone (D-23).',
          law: { act: 'LTCD', article: '13', clause: '5', text: 'LTCD Đ.13.5', grade: 'I', checkedOn },
        },
      },
    },
    'TD-07': {
      about: {
        en: 'The chair of the commune People’s Committee receives citizens in person.',
        vi: 'Chủ tịch Ủy ban nhân dân cấp xã trực tiếp tiếp công dân.',
      },
      counts: 'rate',
      trigger: null,
      values: {
        '2014-07-01': {
          atLeast: 1,
          per: 'week',
          law: { act: 'LTCD', article: '15', clause: '2', text: 'LTCD Đ.15.2', grade: 'A', checkedOn },
        },
        '2026-07-01': {
          atLeast: 2,
          per: 'month',
          doubt: 'Known from the press; the text of Law 136/2025 was not seen.',
          law: { act: 'LTCD', article: '15', clause: '2', text: 'LTCD Đ.15.2', grade: 'B', checkedOn },
        },
      },
    },
    'TD-08': {
      about: {
        en: 'For the head to receive out of turn: a sharp or complex matter, many people, several bodies, differing opinions, or a risk of grave consequences.',
        vi: 'Người đứng đầu tiếp công dân đột xuất: vụ việc gay gắt, phức tạp, đông người, liên quan nhiều cơ quan, ý kiến khác nhau hoặc có nguy cơ gây hậu quả nghiêm trọng.',
      },
      counts: 'limit',
      trigger: 'urgentReceptionGround',
      values: {
        '2014-07-01': {
          at: 'once',
          also: ['NĐ154 Đ.10.3'],
          law: { act: 'LTCD', article: '18', clause: '3', text: 'LTCD Đ.18.3', grade: 'A', checkedOn },
        },
      },
    },
    'TD-13': {
      about: {
        en: 'For the head to give an opinion at the reception, or to say when the answer comes.',
        vi: 'Người đứng đầu cho ý kiến ngay tại buổi tiếp, hoặc nêu rõ thời gian trả lời.',
      },
      counts: 'limit',
      trigger: 'receptionDay',
      values: {
        '2014-07-01': {
          at: 'once',
          also: ['NĐ154 Đ.25.3'],
          law: { act: 'LTCD', article: '18', clause: '4', text: 'LTCD Đ.18.4', grade: 'A', checkedOn },
        },
      },
    },
  },
  articles: {
    'LTCD Đ.26': {
      '2014-07-01': {
        says: 'A complaint outside one’s competence is guided to the competent body; one that a subordinate owes is demanded of it.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '26', text: 'LTCD Đ.26', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.29': {
      '2014-07-01': {
        says: 'Five to ten complainants name one or two representatives, more than ten at most five.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '29', text: 'LTCD Đ.29', grade: 'A', checkedOn },
      },
    },
  },
} as const;
