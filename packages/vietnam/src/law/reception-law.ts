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
    'LTCD Đ.9': {
      '2014-07-01': {
        says: 'Grounds for refusing to receive a person.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '9', text: 'LTCD Đ.9', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.9.1': {
      '2014-07-01': {
        says: 'Refused: a person who is drunk or not in control of himself.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '9', clause: '1', text: 'LTCD Đ.9.1', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.9.2': {
      '2014-07-01': {
        says: 'Refused: a person who threatens, insults or breaks the rules of the place.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '9', clause: '2', text: 'LTCD Đ.9.2', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.9.3': {
      '2014-07-01': {
        says: 'Refused in writing: the matter was settled correctly, reviewed and explained, and the person persists.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '9', clause: '3', text: 'LTCD Đ.9.3', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.12.5': {
      '2014-07-01': {
        says: 'How often the provincial chair receives.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '12', clause: '5', text: 'LTCD Đ.12.5', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.13.5': {
      '2014-07-01': {
        says: 'How often the district chair receives.',
        doubt: 'The district level was abolished on 2025-07-01.',
        law: { act: 'LTCD', article: '13', clause: '5', text: 'LTCD Đ.13.5', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.15.2': {
      '2014-07-01': {
        says: 'How often the commune chair receives: every week.',
        law: { act: 'LTCD', article: '15', clause: '2', text: 'LTCD Đ.15.2', grade: 'A', checkedOn },
      },
      '2026-07-01': {
        says: 'How often the commune chair receives: every month.',
        doubt: 'Known from the press; the text of Law 136/2025 was not seen.',
        law: { act: 'LTCD', article: '15', clause: '2', text: 'LTCD Đ.15.2', grade: 'B', checkedOn },
      },
    },
    'LTCD Đ.18.2': {
      '2014-07-01': {
        says: 'How often the head of a body receives in person.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '18', clause: '2', text: 'LTCD Đ.18.2', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.18.3': {
      '2014-07-01': {
        says: 'When the head receives out of turn.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '18', clause: '3', text: 'LTCD Đ.18.3', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.18.4': {
      '2014-07-01': {
        says: 'The head gives an opinion at the reception, or says when the answer comes.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '18', clause: '4', text: 'LTCD Đ.18.4', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.24.4': {
      '2014-07-01': {
        says: 'The schedule of receptions is made public beforehand.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '24', clause: '4', text: 'LTCD Đ.24.4', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.25.1': {
      '2014-07-01': {
        says: 'Who comes gives name and address or shows papers; who acts for another shows it.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '25', clause: '1', text: 'LTCD Đ.25.1', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.25.2': {
      '2014-07-01': {
        says: 'What the reception book holds.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '25', clause: '2', text: 'LTCD Đ.25.2', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.25.3': {
      '2014-07-01': {
        says: 'Who mixes several kinds of content is guided to write them apart.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '25', clause: '3', text: 'LTCD Đ.25.3', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.26': {
      '2014-07-01': {
        says: 'A complaint outside one’s competence is guided to the competent body; one that a subordinate owes is demanded of it.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '26', text: 'LTCD Đ.26', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.26.1.b': {
      '2014-07-01': {
        says: 'A complaint outside competence is guided; one that a subordinate owes is reported, and the head demands it.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '26', clause: '1', point: 'b', text: 'LTCD Đ.26.1.b', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.26.1.c': {
      '2014-07-01': {
        says: 'A complaint settled rightly is explained, and the person is asked to stop.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '26', clause: '1', point: 'c', text: 'LTCD Đ.26.1.c', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.26.2.b': {
      '2014-07-01': {
        says: 'Feedback outside competence is forwarded or guided.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '26', clause: '2', point: 'b', text: 'LTCD Đ.26.2.b', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.27.2': {
      '2014-07-01': {
        says: 'Elected bodies, deputies and reception offices that forwarded a complaint are told the result.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '27', clause: '2', text: 'LTCD Đ.27.2', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.28.1': {
      '2014-07-01': {
        says: 'The answers a person who came may get, and within how many working days.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '28', clause: '1', text: 'LTCD Đ.28.1', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.28.1.d': {
      '2014-07-01': {
        says: 'Among the answers: forwarded to the competent body.',
        doubt: 'A single complaint outside competence is guided, not forwarded (O-9).',
        law: { act: 'LTCD', article: '28', clause: '1', point: 'd', text: 'LTCD Đ.28.1.d', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.28.2': {
      '2014-07-01': {
        says: 'Forwarders pass the result on to the citizen who asked.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '28', clause: '2', text: 'LTCD Đ.28.2', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.29': {
      '2014-07-01': {
        says: 'Five to ten complainants name one or two representatives, more than ten at most five.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '29', text: 'LTCD Đ.29', grade: 'A', checkedOn },
      },
    },
    'LTCD Đ.30.1': {
      '2014-07-01': {
        says: 'Of a group that came with a matter outside competence: forward or guide.',
        doubt: 'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.',
        law: { act: 'LTCD', article: '30', clause: '1', text: 'LTCD Đ.30.1', grade: 'A', checkedOn },
      },
    },
  },
  /** On which a person need not be received. That is no refusal to accept a complaint. */
  refusalToReceive: {
    RF1: {
      about: {
        en: 'Drunk, or by illness not aware or in control of what he does.',
        vi: 'Say rượu hoặc mắc bệnh làm mất khả năng nhận thức, điều khiển hành vi.',
      },
      how: 'oral',
      law: { act: 'LTCD', article: '9', clause: '1', text: 'LTCD Đ.9.1', grade: 'A', checkedOn },
    },
    RF2: {
      about: {
        en: 'Threatens or insults the body or an official, or otherwise breaks the rules of the reception.',
        vi: 'Đe dọa, xúc phạm cơ quan, người tiếp công dân hoặc vi phạm nội quy tiếp công dân.',
      },
      how: 'oral',
      law: { act: 'LTCD', article: '9', clause: '2', text: 'LTCD Đ.9.2', grade: 'A', checkedOn },
    },
    RF3: {
      about: {
        en: 'The matter was settled rightly, reviewed with written notice, explained, and the person persists.',
        vi: 'Vụ việc đã giải quyết đúng, đã được kiểm tra, rà soát, có văn bản thông báo, đã được giải thích mà vẫn cố tình.',
      },
      how: 'written',
      doubt: 'A term for the notice is known from 2026-07-01 only (TD-09).',
      law: { act: 'LTCD', article: '9', clause: '3', text: 'LTCD Đ.9.3', grade: 'A', checkedOn },
    },
  },
} as const;
