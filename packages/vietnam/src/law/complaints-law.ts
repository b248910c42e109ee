/**
 * The Law on Complaints 02/2011/QH13, as amended by Law 136/2025/QH15 from 2026-07-01. Data only: terms and articles, each value by the
 * first day it is in force, with its source. In our own words; the official text prevails. Not legal advice.
 */
const checkedOn = '2026-11-22';

export const complaintsLaw = {
  short: 'LKN',
  title: 'Luật Khiếu nại 02/2011/QH13',
  inForceFrom: '2012-07-01',
  basis: 'official codification, the version before Law 136/2025/QH15',
  terms: {
    'KN-01': {
      about: {
        en: 'First complaint against an administrative decision or act; from receiving it or learning of it. Days of an objective obstacle are not counted.',
        vi: 'Khiếu nại lần đầu đối với quyết định, hành vi hành chính; tính từ ngày nhận được hoặc biết được. Thời gian có trở ngại khách quan không tính vào thời hạn.',
      },
      counts: 'limit',
      trigger: 'decisionReceived',
      values: {
        '2012-07-01': { length: 90, unit: 'calendar-days', law: { act: 'LKN', article: '9', text: 'LKN Đ.9', grade: 'A', checkedOn } },
      },
    },
    'KN-02': {
      about: {
        en: 'Second complaint against a first decision; from the receipt of that decision.',
        vi: 'Khiếu nại lần hai đối với quyết định giải quyết lần đầu; tính từ ngày nhận được quyết định đó.',
      },
      counts: 'limit',
      trigger: 'decision1Received',
      values: {
        '2012-07-01': {
          length: 30,
          unit: 'calendar-days',
          variants: { remoteArea: 45 },
          law: { act: 'LKN', article: '33', clause: '1', text: 'LKN Đ.33.1', grade: 'A', checkedOn },
        },
      },
    },
    'KN-03': {
      about: {
        en: 'Second complaint after a first level that was silent; from the end of its term.',
        vi: 'Khiếu nại lần hai khi lần đầu không được giải quyết; tính từ ngày hết thời hạn giải quyết lần đầu.',
      },
      counts: 'limit',
      trigger: 'level1LimitExpired',
      values: {
        '2012-07-01': {
          length: 30,
          unit: 'calendar-days',
          variants: { remoteArea: 45 },
          doubt:
            'Whether the window begins at the plain or at the rolled end of the first term is open; the rolled end, which favours the citizen, is taken.',
          also: ['NĐ124 Đ.4'],
          law: { act: 'LKN', article: '33', clause: '1', text: 'LKN Đ.33.1', grade: 'A', checkedOn },
        },
      },
    },
    'KN-04': {
      about: {
        en: 'To go on with the complaint after a notice that its settlement was ended; afterwards it is not accepted.',
        vi: 'Tiếp tục khiếu nại sau văn bản thông báo đình chỉ; quá thời hạn này khiếu nại không được thụ lý.',
      },
      counts: 'limit',
      trigger: 'terminationNotice',
      values: {
        '2012-07-01': {
          length: 30,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '11', clause: '8', text: 'LKN Đ.11.8', grade: 'A', checkedOn },
        },
        '2026-07-01': {
          length: null,
          doubt:
            'What became of this ground when the withdrawal was newly ruled is not known; the text of Law 136/2025 was not seen (D-12).',
          law: { act: 'LKN', article: '11', clause: '8', text: 'LKN Đ.11.8', grade: 'X', checkedOn },
        },
      },
    },
    'KN-05': {
      about: {
        en: 'To withdraw the complaint: at any time while it is being settled.',
        vi: 'Rút khiếu nại: bất cứ lúc nào trong quá trình khiếu nại và giải quyết khiếu nại.',
      },
      counts: 'duty',
      trigger: null,
      values: {
        '2012-07-01': { length: null, law: { act: 'LKN', article: '10', text: 'LKN Đ.10', grade: 'A', checkedOn } },
        '2026-07-01': {
          length: null,
          doubt: 'Known from the press and from decrees that quote it; the text of Law 136/2025 was not seen.',
          law: { act: 'LKN', article: '10', text: 'LKN Đ.10', grade: 'B', checkedOn },
        },
      },
    },
    'KN-10': {
      about: {
        en: 'To accept or to refuse with reasons, first level; from receipt.',
        vi: 'Thụ lý hoặc không thụ lý có nêu lý do, lần đầu; tính từ ngày nhận được khiếu nại.',
      },
      counts: 'limit',
      trigger: 'complaintReceived',
      values: {
        '2012-07-01': { length: 10, unit: 'calendar-days', law: { act: 'LKN', article: '27', text: 'LKN Đ.27', grade: 'A', checkedOn } },
        '2026-07-01': {
          length: 10,
          unit: 'calendar-days',
          doubt: 'The text after the amending Law 136/2025 was not seen; that the ten days still hold is inferred.',
          law: { act: 'LKN', article: '27', text: 'LKN Đ.27', grade: 'I', checkedOn },
        },
      },
    },
    'KN-11': {
      about: {
        en: 'To accept or to refuse with reasons, second level; from receipt.',
        vi: 'Thụ lý hoặc không thụ lý có nêu lý do, lần hai; tính từ ngày nhận được khiếu nại.',
      },
      counts: 'limit',
      trigger: 'complaintReceived',
      values: {
        '2012-07-01': {
          length: 10,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '36', clause: '1', text: 'LKN Đ.36.1', grade: 'A', checkedOn },
        },
        '2026-07-01': {
          length: 10,
          unit: 'calendar-days',
          doubt: 'The text after the amending Law 136/2025 was not seen; that the ten days still hold is inferred.',
          law: { act: 'LKN', article: '36', clause: '1', text: 'LKN Đ.36.1', grade: 'I', checkedOn },
        },
      },
    },
    'KN-14': {
      about: {
        en: 'To tell the complainant, the forwarding body and the inspectorate of the same level that the complaint is accepted; within the term for accepting.',
        vi: 'Thông báo việc thụ lý cho người khiếu nại, cơ quan chuyển đến và cơ quan thanh tra cùng cấp; trong thời hạn thụ lý.',
      },
      counts: 'limit',
      trigger: 'complaintReceived',
      values: {
        '2012-07-01': {
          length: null,
          doubt: 'Who stands for the inspectorate inside Viet Nam Social Security since 2025-07-01 is open (D-18).',
          law: { act: 'LKN', article: '27', text: 'LKN Đ.27', grade: 'A', checkedOn },
        },
      },
    },
    'KN-20': {
      about: {
        en: 'First level, normal; at most, from acceptance.',
        vi: 'Giải quyết lần đầu, vụ việc thông thường; không quá, kể từ ngày thụ lý.',
      },
      counts: 'limit',
      trigger: 'caseAccepted',
      values: {
        '2012-07-01': { length: 30, unit: 'calendar-days', law: { act: 'LKN', article: '28', text: 'LKN Đ.28', grade: 'A', checkedOn } },
      },
    },
    'KN-21': {
      about: {
        en: 'First level, complex; the total from acceptance, not added to the normal length.',
        vi: 'Giải quyết lần đầu, vụ việc phức tạp; tổng thời gian kể từ ngày thụ lý, không cộng thêm vào thời hạn thông thường.',
      },
      counts: 'limit',
      trigger: 'caseAccepted',
      values: {
        '2012-07-01': {
          length: 45,
          unit: 'calendar-days',
          doubt: 'Before 2026-07-01 no law defined “complex”; a reason in writing is asked for (D-04).',
          law: { act: 'LKN', article: '28', text: 'LKN Đ.28', grade: 'A', checkedOn },
        },
      },
    },
    'KN-22': {
      about: {
        en: 'First level, remote area that is hard to reach; from acceptance.',
        vi: 'Giải quyết lần đầu ở vùng sâu, vùng xa đi lại khó khăn; kể từ ngày thụ lý.',
      },
      counts: 'limit',
      trigger: 'caseAccepted',
      values: {
        '2012-07-01': {
          length: 45,
          unit: 'calendar-days',
          doubt: '“Remote area” is not defined in the complaint law; the area of the complainant is meant, by inference (D-05).',
          law: { act: 'LKN', article: '28', text: 'LKN Đ.28', grade: 'A', checkedOn },
        },
      },
    },
    'KN-23': {
      about: {
        en: 'First level, remote area and complex; the total from acceptance.',
        vi: 'Giải quyết lần đầu ở vùng sâu, vùng xa, vụ việc phức tạp; tổng thời gian kể từ ngày thụ lý.',
      },
      counts: 'limit',
      trigger: 'caseAccepted',
      values: {
        '2012-07-01': {
          length: 60,
          unit: 'calendar-days',
          doubt: 'Neither “remote area” nor, before 2026-07-01, “complex” is defined (D-04, D-05).',
          law: { act: 'LKN', article: '28', text: 'LKN Đ.28', grade: 'A', checkedOn },
        },
      },
    },
    'KN-24': {
      about: {
        en: 'Second level, normal; at most, from acceptance.',
        vi: 'Giải quyết lần hai, vụ việc thông thường; không quá, kể từ ngày thụ lý.',
      },
      counts: 'limit',
      trigger: 'caseAccepted',
      values: {
        '2012-07-01': { length: 45, unit: 'calendar-days', law: { act: 'LKN', article: '37', text: 'LKN Đ.37', grade: 'A', checkedOn } },
      },
    },
    'KN-25': {
      about: {
        en: 'Second level, complex; the total from acceptance.',
        vi: 'Giải quyết lần hai, vụ việc phức tạp; tổng thời gian kể từ ngày thụ lý.',
      },
      counts: 'limit',
      trigger: 'caseAccepted',
      values: {
        '2012-07-01': {
          length: 60,
          unit: 'calendar-days',
          doubt: 'Before 2026-07-01 no law defined “complex”; a reason in writing is asked for (D-04).',
          law: { act: 'LKN', article: '37', text: 'LKN Đ.37', grade: 'A', checkedOn },
        },
      },
    },
    'KN-26': {
      about: {
        en: 'Second level, remote area that is hard to reach; from acceptance.',
        vi: 'Giải quyết lần hai ở vùng sâu, vùng xa đi lại khó khăn; kể từ ngày thụ lý.',
      },
      counts: 'limit',
      trigger: 'caseAccepted',
      values: {
        '2012-07-01': {
          length: 60,
          unit: 'calendar-days',
          doubt: '“Remote area” is not defined in the complaint law; the area of the complainant is meant, by inference (D-05).',
          law: { act: 'LKN', article: '37', text: 'LKN Đ.37', grade: 'A', checkedOn },
        },
      },
    },
    'KN-27': {
      about: {
        en: 'Second level, remote area and complex; the total from acceptance.',
        vi: 'Giải quyết lần hai ở vùng sâu, vùng xa, vụ việc phức tạp; tổng thời gian kể từ ngày thụ lý.',
      },
      counts: 'limit',
      trigger: 'caseAccepted',
      values: {
        '2012-07-01': {
          length: 70,
          unit: 'calendar-days',
          doubt: 'Neither “remote area” nor, before 2026-07-01, “complex” is defined (D-04, D-05).',
          law: { act: 'LKN', article: '37', text: 'LKN Đ.37', grade: 'A', checkedOn },
        },
      },
    },
    'KN-28': {
      about: {
        en: 'To decide where the issuer, looking again, finds the complaint right; no further verification.',
        vi: 'Ra quyết định giải quyết khi người bị khiếu nại kiểm tra lại và thấy khiếu nại đúng; không phải xác minh thêm.',
      },
      counts: 'limit',
      trigger: 'foundRightByIssuer',
      values: {
        '2012-07-01': {
          at: 'once',
          law: { act: 'LKN', article: '29', clause: '1', point: 'a', text: 'LKN Đ.29.1.a', grade: 'A', checkedOn },
        },
      },
    },
    'KN-35': {
      about: {
        en: 'To give the complainant the information and papers a body holds about the contested decision; from the request.',
        vi: 'Cung cấp cho người khiếu nại thông tin, tài liệu mà cơ quan, tổ chức, cá nhân đang quản lý; tính từ ngày có yêu cầu.',
      },
      counts: 'limit',
      trigger: 'informationRequested',
      values: {
        '2012-07-01': {
          length: 7,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '12', clause: '1', point: 'đ', text: 'LKN Đ.12.1.đ', grade: 'A', checkedOn },
        },
      },
    },
    'KN-36': {
      about: {
        en: 'To give the respondent the information and papers others hold; from the request.',
        vi: 'Cung cấp cho người bị khiếu nại thông tin, tài liệu mà người khác đang quản lý; tính từ ngày có yêu cầu.',
      },
      counts: 'limit',
      trigger: 'informationRequested',
      values: {
        '2012-07-01': {
          length: 7,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '13', clause: '1', point: 'c', text: 'LKN Đ.13.1.c', grade: 'A', checkedOn },
        },
      },
    },
    'KN-37': {
      about: {
        en: 'For the respondent to give papers and explanations; from the request.',
        vi: 'Người bị khiếu nại cung cấp thông tin, tài liệu và giải trình; tính từ ngày có yêu cầu.',
      },
      counts: 'limit',
      trigger: 'informationRequested',
      values: {
        '2012-07-01': {
          length: 7,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '13', clause: '2', point: 'c', text: 'LKN Đ.13.2.c', grade: 'A', checkedOn },
        },
      },
    },
    'KN-38': {
      about: {
        en: 'For the complainant and others to answer the one who settles; from the request.',
        vi: 'Người khiếu nại và cơ quan, tổ chức, cá nhân có liên quan trả lời người giải quyết khiếu nại; tính từ ngày có yêu cầu.',
      },
      counts: 'limit',
      trigger: 'informationRequested',
      values: {
        '2012-07-01': {
          length: 7,
          unit: 'calendar-days',
          also: ['LKN Đ.15.1.a'],
          law: { act: 'LKN', article: '14', clause: '1', point: 'a', text: 'LKN Đ.14.1.a', grade: 'A', checkedOn },
        },
      },
    },
    'KN-41': {
      about: {
        en: 'To give notice of the dialogue in writing; the law named no lead.',
        vi: 'Thông báo bằng văn bản về việc đối thoại; luật không quy định thời gian báo trước.',
      },
      counts: 'lead',
      trigger: 'dialogueDay',
      values: {
        '2012-07-01': { length: null, law: { act: 'LKN', article: '30', clause: '2', text: 'LKN Đ.30.2', grade: 'A', checkedOn } },
      },
    },
    'KN-50': {
      about: {
        en: 'To send the first decision to those who must have it; from the decision.',
        vi: 'Gửi quyết định giải quyết lần đầu cho những người phải được gửi; tính từ ngày có quyết định.',
      },
      counts: 'limit',
      trigger: 'decisionIssued',
      values: {
        '2012-07-01': { length: 3, unit: 'working-days', law: { act: 'LKN', article: '32', text: 'LKN Đ.32', grade: 'A', checkedOn } },
      },
    },
    'KN-51': {
      about: {
        en: 'To send the second decision; from the decision.',
        vi: 'Gửi quyết định giải quyết lần hai; tính từ ngày có quyết định.',
      },
      counts: 'limit',
      trigger: 'decisionIssued',
      values: {
        '2012-07-01': {
          length: 7,
          unit: 'calendar-days',
          doubt: 'Plain days here, working days for the first decision: read as written (D-15).',
          law: { act: 'LKN', article: '41', clause: '1', text: 'LKN Đ.41.1', grade: 'A', checkedOn },
        },
      },
    },
    'KN-52': {
      about: {
        en: 'To make the second decision public in at least one of three ways; from the decision.',
        vi: 'Công khai quyết định giải quyết lần hai bằng ít nhất một trong ba hình thức; tính từ ngày có quyết định.',
      },
      counts: 'limit',
      trigger: 'decisionIssued',
      values: {
        '2012-11-20': {
          length: 15,
          unit: 'calendar-days',
          also: ['NĐ75 Đ.12.1'],
          law: { act: 'LKN', article: '41', clause: '2', text: 'LKN Đ.41.2', grade: 'A', checkedOn },
        },
        '2020-12-10': {
          length: 15,
          unit: 'calendar-days',
          doubt: 'The decree that now says how it is made public was seen on a secondary page only.',
          also: ['NĐ124 Đ.29'],
          law: { act: 'LKN', article: '41', clause: '2', text: 'LKN Đ.41.2', grade: 'B', checkedOn },
        },
      },
    },
    'KN-56': {
      about: {
        en: 'The first decision takes effect after these days from its promulgation unless there is a second complaint.',
        vi: 'Quyết định giải quyết lần đầu có hiệu lực sau số ngày này kể từ ngày ban hành nếu không có khiếu nại lần hai.',
      },
      counts: 'effect',
      trigger: 'decision1Promulgated',
      values: {
        '2012-07-01': {
          length: 30,
          unit: 'calendar-days',
          variants: { remoteArea: 45 },
          doubt:
            'Counted from promulgation while the window for going on is counted from receipt; whether day 30 or 31 is the first is open (D-03).',
          law: { act: 'LKN', article: '44', clause: '1', text: 'LKN Đ.44.1', grade: 'A', checkedOn },
        },
      },
    },
    'KN-57': {
      about: {
        en: 'The second decision takes effect after these days from its promulgation.',
        vi: 'Quyết định giải quyết lần hai có hiệu lực sau số ngày này kể từ ngày ban hành.',
      },
      counts: 'effect',
      trigger: 'decision2Promulgated',
      values: {
        '2012-07-01': {
          length: 30,
          unit: 'calendar-days',
          variants: { remoteArea: 45 },
          doubt:
            'Counted from promulgation while the window for going on is counted from receipt; whether day 30 or 31 is the first is open (D-03).',
          law: { act: 'LKN', article: '44', clause: '2', text: 'LKN Đ.44.2', grade: 'A', checkedOn },
        },
      },
    },
    'KN-58': {
      about: {
        en: 'The decision is to be enforced once it has effect.',
        vi: 'Quyết định có hiệu lực pháp luật được thi hành ngay.',
      },
      counts: 'limit',
      trigger: 'decisionEffective',
      values: {
        '2012-07-01': { at: 'once', law: { act: 'LKN', article: '44', clause: '4', text: 'LKN Đ.44.4', grade: 'A', checkedOn } },
      },
    },
    'KN-60': {
      about: {
        en: 'To tell the Fatherland Front or its member that forwarded the complaint how it was settled; from the decision.',
        vi: 'Thông báo kết quả giải quyết cho Mặt trận Tổ quốc, tổ chức thành viên đã chuyển khiếu nại; tính từ ngày có quyết định.',
      },
      counts: 'limit',
      trigger: 'decisionIssued',
      values: {
        '2012-07-01': {
          length: 7,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '66', clause: '2', text: 'LKN Đ.66.2', grade: 'A', checkedOn },
        },
      },
    },
    'KN-74': {
      about: {
        en: 'What is left of the settlement term when the case goes on; days of the suspension are not counted.',
        vi: 'Thời hạn giải quyết còn lại khi tiếp tục giải quyết; thời gian tạm đình chỉ không tính.',
      },
      counts: 'limit',
      trigger: 'resolutionContinued',
      values: {
        '2026-07-01': {
          remainder: 'from-the-day-after',
          doubt: 'That the day of the decision to go on is not counted itself is inferred; counted, it ends one day earlier (D-16).',
          also: ['NĐ124 Đ.28b.2'],
          law: { act: 'LKN', article: '11a', clause: '1', text: 'LKN Đ.11a.1', grade: 'I', checkedOn },
        },
      },
    },
    'KN-76': {
      about: {
        en: 'How long the contested decision may stay suspended: at most what is left of the settlement term.',
        vi: 'Thời gian tạm đình chỉ thi hành quyết định bị khiếu nại: không quá thời gian còn lại của thời hạn giải quyết.',
      },
      counts: 'limit',
      trigger: 'contestedDecisionSuspended',
      values: {
        '2012-07-01': {
          remainder: 'until-its-end',
          doubt: 'What holds once the settlement is overdue is open (D-17).',
          law: { act: 'LKN', article: '35', text: 'LKN Đ.35', grade: 'A', checkedOn },
        },
      },
    },
    'KN-77': {
      about: {
        en: 'To lift the suspension of the contested decision when its reason is gone.',
        vi: 'Hủy bỏ quyết định tạm đình chỉ thi hành khi lý do của việc tạm đình chỉ không còn.',
      },
      counts: 'limit',
      trigger: 'contestedSuspensionUnneeded',
      values: {
        '2012-07-01': { at: 'once', law: { act: 'LKN', article: '35', text: 'LKN Đ.35', grade: 'A', checkedOn } },
      },
    },
    'KN-80': {
      about: {
        en: 'First complaint against a disciplinary decision; from receiving it. Days of an obstacle are not counted.',
        vi: 'Khiếu nại lần đầu đối với quyết định kỷ luật; tính từ ngày nhận được quyết định. Thời gian có trở ngại không tính vào thời hạn.',
      },
      counts: 'limit',
      trigger: 'disciplinaryDecisionReceived',
      values: {
        '2012-07-01': { length: 15, unit: 'calendar-days', law: { act: 'LKN', article: '48', text: 'LKN Đ.48', grade: 'A', checkedOn } },
      },
    },
    'KN-81': {
      about: {
        en: 'Second complaint about a disciplinary decision; from the receipt of the first decision.',
        vi: 'Khiếu nại lần hai đối với quyết định kỷ luật; tính từ ngày nhận được quyết định giải quyết lần đầu.',
      },
      counts: 'limit',
      trigger: 'decision1Received',
      values: {
        '2012-07-01': {
          length: 10,
          unit: 'calendar-days',
          variants: { dismissal: 30 },
          law: { act: 'LKN', article: '48', text: 'LKN Đ.48', grade: 'A', checkedOn },
        },
      },
    },
    'KN-82': {
      about: {
        en: 'To accept or to refuse with reasons, disciplinary decisions, either level; from receipt.',
        vi: 'Thụ lý hoặc không thụ lý có nêu lý do khiếu nại quyết định kỷ luật, cả hai lần; tính từ ngày nhận được khiếu nại.',
      },
      counts: 'limit',
      trigger: 'complaintReceived',
      values: {
        '2012-07-01': { length: 10, unit: 'calendar-days', law: { act: 'LKN', article: '50', text: 'LKN Đ.50', grade: 'A', checkedOn } },
        '2026-07-01': {
          length: 10,
          unit: 'calendar-days',
          doubt: 'The text after the amending Law 136/2025 was not seen; that the ten days still hold is inferred.',
          law: { act: 'LKN', article: '50', text: 'LKN Đ.50', grade: 'I', checkedOn },
        },
      },
    },
    'KN-83': {
      about: {
        en: 'Disciplinary decisions, either level; from acceptance. There is no longer term for remote areas.',
        vi: 'Giải quyết khiếu nại quyết định kỷ luật, cả hai lần; kể từ ngày thụ lý. Không có thời hạn riêng cho vùng sâu, vùng xa.',
      },
      counts: 'limit',
      trigger: 'caseAccepted',
      values: {
        '2012-07-01': {
          length: 30,
          unit: 'calendar-days',
          variants: { complex: 45 },
          law: { act: 'LKN', article: '50', text: 'LKN Đ.50', grade: 'A', checkedOn },
        },
      },
    },
    'KN-84': {
      about: {
        en: 'To send the first decision on a disciplinary measure; the law gives no number.',
        vi: 'Gửi quyết định giải quyết lần đầu về kỷ luật; luật không quy định số ngày.',
      },
      counts: 'limit',
      trigger: 'decisionIssued',
      values: {
        '2012-07-01': { length: null, law: { act: 'LKN', article: '54', clause: '2', text: 'LKN Đ.54.2', grade: 'A', checkedOn } },
      },
    },
    'KN-85': {
      about: {
        en: 'To send the second decision on a disciplinary measure; from its promulgation.',
        vi: 'Gửi quyết định giải quyết lần hai về kỷ luật; tính từ ngày ban hành.',
      },
      counts: 'limit',
      trigger: 'decisionIssued',
      values: {
        '2012-07-01': {
          length: 7,
          unit: 'calendar-days',
          law: { act: 'LKN', article: '56', clause: '2', text: 'LKN Đ.56.2', grade: 'A', checkedOn },
        },
      },
    },
    'KN-86': {
      about: {
        en: 'A decision on a disciplinary measure takes effect after these days from its promulgation; the first only unless there is a second complaint.',
        vi: 'Quyết định giải quyết khiếu nại về kỷ luật có hiệu lực sau số ngày này kể từ ngày ban hành; lần đầu chỉ khi không có khiếu nại lần hai.',
      },
      counts: 'effect',
      trigger: 'decisionPromulgated',
      triggers: ['decision1Promulgated', 'decision2Promulgated'],
      values: {
        '2012-07-01': {
          length: 30,
          unit: 'calendar-days',
          doubt: 'Whether day 30 or 31 is the first is open (D-03).',
          law: { act: 'LKN', article: '57', clause: '1', text: 'LKN Đ.57.1', grade: 'A', checkedOn },
        },
      },
    },
    'KN-87': {
      about: {
        en: 'To make the decision on a disciplinary measure known to the staff; the law gives no number.',
        vi: 'Công khai quyết định giải quyết khiếu nại về kỷ luật đến toàn thể cán bộ, công chức; luật không quy định số ngày.',
      },
      counts: 'limit',
      trigger: 'decisionEffective',
      values: {
        '2012-07-01': { length: null, law: { act: 'LKN', article: '58', clause: '1', text: 'LKN Đ.58.1', grade: 'A', checkedOn } },
      },
    },
  },
  articles: {
    'LKN Đ.2': {
      '2012-07-01': {
        says: 'What a complaint is, who complains, against whom, and who settles.',
        law: { act: 'LKN', article: '2', text: 'LKN Đ.2', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.2.11': {
      '2012-07-01': {
        says: 'To settle a complaint is to accept, verify, conclude and decide.',
        law: { act: 'LKN', article: '2', clause: '11', text: 'LKN Đ.2.11', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.3.2': {
      '2012-07-01': {
        says: 'Complaints inside public non-business units follow rules that the Government makes.',
        law: { act: 'LKN', article: '3', clause: '2', text: 'LKN Đ.3.2', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.7': {
      '2012-07-01': {
        says: 'First to the issuer of the decision or act; then to the direct superior, or to a court.',
        law: { act: 'LKN', article: '7', text: 'LKN Đ.7', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.7.1': {
      '2012-07-01': {
        says: 'First to the issuer, then to the head directly above; or to a court at either step.',
        law: { act: 'LKN', article: '7', clause: '1', text: 'LKN Đ.7.1', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.8.2': {
      '2012-07-01': {
        says: 'What a written complaint names: the day, the parties, content, reason and request; signed or marked by finger.',
        law: { act: 'LKN', article: '8', clause: '2', text: 'LKN Đ.8.2', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.8.3': {
      '2012-07-01': {
        says: 'A complaint made orally is written down and signed, or the complainant is asked to write it.',
        law: { act: 'LKN', article: '8', clause: '3', text: 'LKN Đ.8.3', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.8.4': {
      '2012-07-01': {
        says: 'How several persons complain of one content.',
        law: { act: 'LKN', article: '8', clause: '4', text: 'LKN Đ.8.4', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.8.5': {
      '2012-07-01': {
        says: 'A representative is one of the complainants, appointed in writing.',
        law: { act: 'LKN', article: '8', clause: '5', text: 'LKN Đ.8.5', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.9': {
      '2012-07-01': {
        says: 'The limitation of a first complaint; the time of an obstacle is not counted.',
        law: { act: 'LKN', article: '9', text: 'LKN Đ.9', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.10': {
      '2012-07-01': {
        says: 'The complainant may withdraw at any time, by a signed petition.',
        law: { act: 'LKN', article: '10', text: 'LKN Đ.10', grade: 'A', checkedOn },
      },
      '2026-07-01': {
        says: 'The complainant may withdraw the whole or a part, by a signed petition or signed minutes; what was withdrawn cannot be raised again unless coercion or a threat is shown.',
        doubt: 'Known from the press and from decrees that quote it; the text of Law 136/2025 was not seen.',
        law: { act: 'LKN', article: '10', text: 'LKN Đ.10', grade: 'B', checkedOn },
      },
    },
    'LKN Đ.11': {
      '2012-07-01': {
        says: 'The nine grounds on which a complaint is not accepted; no other is lawful.',
        law: { act: 'LKN', article: '11', text: 'LKN Đ.11', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.11.1': {
      '2012-07-01': {
        says: 'Not accepted: internal management, orders to subordinates, normative documents, or listed state secrets.',
        law: { act: 'LKN', article: '11', clause: '1', text: 'LKN Đ.11.1', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.11.2': {
      '2012-07-01': {
        says: 'Not accepted: the decision or act does not directly touch the complainant’s rights.',
        law: { act: 'LKN', article: '11', clause: '2', text: 'LKN Đ.11.2', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.11.3': {
      '2012-07-01': {
        says: 'Not accepted: the complainant lacks capacity and no lawful representative acts.',
        law: { act: 'LKN', article: '11', clause: '3', text: 'LKN Đ.11.3', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.11.4': {
      '2012-07-01': {
        says: 'Not accepted: the representative is not a lawful one.',
        law: { act: 'LKN', article: '11', clause: '4', text: 'LKN Đ.11.4', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.11.5': {
      '2012-07-01': {
        says: 'Not accepted: there is neither signature nor fingerprint.',
        law: { act: 'LKN', article: '11', clause: '5', text: 'LKN Đ.11.5', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.11.6': {
      '2012-07-01': {
        says: 'Not accepted: the limitation or the window is over, without good reason.',
        law: { act: 'LKN', article: '11', clause: '6', text: 'LKN Đ.11.6', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.11.7': {
      '2012-07-01': {
        says: 'Not accepted: there is a second decision.',
        law: { act: 'LKN', article: '11', clause: '7', text: 'LKN Đ.11.7', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.11.8': {
      '2012-07-01': {
        says: 'Not accepted: the case was ended by a written notice and thirty days have passed.',
        law: { act: 'LKN', article: '11', clause: '8', text: 'LKN Đ.11.8', grade: 'A', checkedOn },
      },
      '2026-07-01': {
        says: 'What became of this ground when the withdrawal was newly ruled.',
        doubt: 'Known from the press and from decrees that quote it; the text of Law 136/2025 was not seen.',
        law: { act: 'LKN', article: '11', clause: '8', text: 'LKN Đ.11.8', grade: 'X', checkedOn },
      },
    },
    'LKN Đ.11.9': {
      '2012-07-01': {
        says: 'Not accepted: a court has the matter or has ruled on it, unless it dropped the case.',
        law: { act: 'LKN', article: '11', clause: '9', text: 'LKN Đ.11.9', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.11a': {
      '2026-07-01': {
        says: 'A settlement may be suspended, and ended early, on the grounds named.',
        doubt: 'Known from the press and from decrees that quote it; the text of Law 136/2025 was not seen.',
        law: { act: 'LKN', article: '11a', text: 'LKN Đ.11a', grade: 'B', checkedOn },
      },
    },
    'LKN Đ.11a.1': {
      '2026-07-01': {
        says: 'Two grounds for suspending: the complainant is kept away and nobody may act for him; another body’s result on a directly related issue is awaited. Time suspended is not counted.',
        doubt: 'Known from the press and from decrees that quote it; the text of Law 136/2025 was not seen.',
        law: { act: 'LKN', article: '11a', clause: '1', text: 'LKN Đ.11a.1', grade: 'B', checkedOn },
      },
    },
    'LKN Đ.11a.2': {
      '2026-07-01': {
        says: 'Grounds for ending early: the whole is withdrawn; death with nobody to succeed; an organisation ended with no successor.',
        doubt: 'Known from the press and from decrees that quote it; the text of Law 136/2025 was not seen.',
        law: { act: 'LKN', article: '11a', clause: '2', text: 'LKN Đ.11a.2', grade: 'B', checkedOn },
      },
    },
    'LKN Đ.12.1': {
      '2012-07-01': {
        says: 'The complainant’s rights, among them to be represented and to see the evidence.',
        law: { act: 'LKN', article: '12', clause: '1', text: 'LKN Đ.12.1', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.12.1.a': {
      '2012-07-01': {
        says: 'A complainant who is ill, old, disabled or otherwise kept away may have a relative or another capable person act.',
        law: { act: 'LKN', article: '12', clause: '1', point: 'a', text: 'LKN Đ.12.1.a', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.12.1.b': {
      '2012-07-01': {
        says: 'A complainant may have a lawyer, or a legal-aid officer where entitled.',
        law: { act: 'LKN', article: '12', clause: '1', point: 'b', text: 'LKN Đ.12.1.b', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.12.1.d': {
      '2012-07-01': {
        says: 'The complainant may read and copy the evidence, state secrets excepted.',
        law: { act: 'LKN', article: '12', clause: '1', point: 'd', text: 'LKN Đ.12.1.d', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.12.1.đ': {
      '2012-07-01': {
        says: 'Bodies that hold papers about the contested decision give them to the complainant when asked.',
        law: { act: 'LKN', article: '12', clause: '1', point: 'đ', text: 'LKN Đ.12.1.đ', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.12.2.a': {
      '2012-07-01': {
        says: 'The complainant’s duty to turn to the person who is competent.',
        law: { act: 'LKN', article: '12', clause: '2', point: 'a', text: 'LKN Đ.12.2.a', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.12.2.c': {
      '2012-07-01': {
        says: 'The contested decision is obeyed until its enforcement is suspended.',
        law: { act: 'LKN', article: '12', clause: '2', point: 'c', text: 'LKN Đ.12.2.c', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.13': {
      '2012-07-01': {
        says: 'Rights and duties of the respondent.',
        law: { act: 'LKN', article: '13', text: 'LKN Đ.13', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.13.1.b': {
      '2012-07-01': {
        says: 'The respondent may read and copy the evidence, state secrets excepted.',
        law: { act: 'LKN', article: '13', clause: '1', point: 'b', text: 'LKN Đ.13.1.b', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.13.1.c': {
      '2012-07-01': {
        says: 'Bodies that hold papers give them to the respondent when asked.',
        law: { act: 'LKN', article: '13', clause: '1', point: 'c', text: 'LKN Đ.13.1.c', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.13.2.c': {
      '2012-07-01': {
        says: 'The respondent gives papers and explanations when asked.',
        law: { act: 'LKN', article: '13', clause: '2', point: 'c', text: 'LKN Đ.13.2.c', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.14': {
      '2012-07-01': {
        says: 'Rights and duties of the one who settles at the first level.',
        law: { act: 'LKN', article: '14', text: 'LKN Đ.14', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.14.1.a': {
      '2012-07-01': {
        says: 'The first level may ask for information and papers.',
        law: { act: 'LKN', article: '14', clause: '1', point: 'a', text: 'LKN Đ.14.1.a', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.15': {
      '2012-07-01': {
        says: 'Rights and duties of the one who settles at the second level.',
        law: { act: 'LKN', article: '15', text: 'LKN Đ.15', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.15.1.a': {
      '2012-07-01': {
        says: 'The second level may ask for information and papers.',
        law: { act: 'LKN', article: '15', clause: '1', point: 'a', text: 'LKN Đ.15.1.a', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.15.1.d': {
      '2012-07-01': {
        says: 'The second level may ask for an expert examination.',
        law: { act: 'LKN', article: '15', clause: '1', point: 'd', text: 'LKN Đ.15.1.d', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.15.1.đ': {
      '2012-07-01': {
        says: 'The second level may call an advisory council.',
        law: { act: 'LKN', article: '15', clause: '1', point: 'đ', text: 'LKN Đ.15.1.đ', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.17': {
      '2012-07-01': {
        says: 'Competence of the chair of the commune, and of heads directly under.',
        law: { act: 'LKN', article: '17', text: 'LKN Đ.17', grade: 'A', checkedOn },
      },
      '2026-07-01': {
        says: 'How it reads since the amendment.',
        doubt: 'Law 136/2025 amended it for a local government in two tiers; its text was not seen.',
        law: { act: 'LKN', article: '17', text: 'LKN Đ.17', grade: 'X', checkedOn },
      },
    },
    'LKN Đ.18': {
      '2012-07-01': {
        says: 'Competence of the chair of the district.',
        law: { act: 'LKN', article: '18', text: 'LKN Đ.18', grade: 'A', checkedOn },
      },
      '2026-07-01': {
        says: 'How it reads since the amendment.',
        doubt: 'Law 136/2025 amended it for a local government in two tiers; its text was not seen.',
        law: { act: 'LKN', article: '18', text: 'LKN Đ.18', grade: 'X', checkedOn },
      },
    },
    'LKN Đ.19': {
      '2012-07-01': {
        says: 'Competence of the head of a body under a department.',
        law: { act: 'LKN', article: '19', text: 'LKN Đ.19', grade: 'A', checkedOn },
      },
      '2026-07-01': {
        says: 'How it reads since the amendment.',
        doubt: 'Law 136/2025 amended it for a local government in two tiers; its text was not seen.',
        law: { act: 'LKN', article: '19', text: 'LKN Đ.19', grade: 'X', checkedOn },
      },
    },
    'LKN Đ.20': {
      '2012-07-01': {
        says: 'Competence of the director of a department.',
        law: { act: 'LKN', article: '20', text: 'LKN Đ.20', grade: 'A', checkedOn },
      },
      '2026-07-01': {
        says: 'How it reads since the amendment.',
        doubt: 'Law 136/2025 amended it for a local government in two tiers; its text was not seen.',
        law: { act: 'LKN', article: '20', text: 'LKN Đ.20', grade: 'X', checkedOn },
      },
    },
    'LKN Đ.21': {
      '2012-07-01': {
        says: 'Competence of the chair of the province.',
        law: { act: 'LKN', article: '21', text: 'LKN Đ.21', grade: 'A', checkedOn },
      },
      '2026-07-01': {
        says: 'How it reads since the amendment.',
        doubt: 'Law 136/2025 amended it for a local government in two tiers; its text was not seen.',
        law: { act: 'LKN', article: '21', text: 'LKN Đ.21', grade: 'X', checkedOn },
      },
    },
    'LKN Đ.21.3': {
      '2012-07-01': {
        says: 'A dispute about competence inside a province is settled by its chair.',
        law: { act: 'LKN', article: '21', clause: '3', text: 'LKN Đ.21.3', grade: 'A', checkedOn },
      },
      '2026-07-01': {
        says: 'A dispute about competence inside a province is settled by its chair.',
        doubt:
          'Law 136/2025 amended it for a local government in two tiers; its text was not seen. That this clause still holds is inferred.',
        law: { act: 'LKN', article: '21', clause: '3', text: 'LKN Đ.21.3', grade: 'I', checkedOn },
      },
    },
    'LKN Đ.22': {
      '2012-07-01': {
        says: 'Competence of the head of an agency under a ministry or under the Government.',
        law: { act: 'LKN', article: '22', text: 'LKN Đ.22', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.23': {
      '2012-07-01': {
        says: 'Competence of ministers.',
        law: { act: 'LKN', article: '23', text: 'LKN Đ.23', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.23.2': {
      '2012-07-01': {
        says: 'A minister settles the second complaint about what the head of a body of the ministry decided first.',
        law: { act: 'LKN', article: '23', clause: '2', text: 'LKN Đ.23.2', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.23.4': {
      '2012-07-01': {
        says: 'A dispute about competence inside a ministry is settled by the minister.',
        law: { act: 'LKN', article: '23', clause: '4', text: 'LKN Đ.23.4', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.24': {
      '2012-07-01': {
        says: 'Inspectors watch and urge those who must settle.',
        law: { act: 'LKN', article: '24', text: 'LKN Đ.24', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.25': {
      '2012-07-01': {
        says: 'Inspectors of ministries and provinces in the settlement of complaints.',
        law: { act: 'LKN', article: '25', text: 'LKN Đ.25', grade: 'A', checkedOn },
      },
      '2026-07-01': {
        says: 'How it reads since the amendment.',
        doubt: 'Law 136/2025 amended it for a local government in two tiers; its text was not seen.',
        law: { act: 'LKN', article: '25', text: 'LKN Đ.25', grade: 'X', checkedOn },
      },
    },
    'LKN Đ.26': {
      '2012-07-01': {
        says: 'Competence of the Prime Minister.',
        law: { act: 'LKN', article: '26', text: 'LKN Đ.26', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.26.3': {
      '2012-07-01': {
        says: 'A dispute about competence between ministries or provinces is settled by the Prime Minister.',
        law: { act: 'LKN', article: '26', clause: '3', text: 'LKN Đ.26.3', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.27': {
      '2012-07-01': {
        says: 'Acceptance at the first level, or a refusal that gives its reason; who is told.',
        law: { act: 'LKN', article: '27', text: 'LKN Đ.27', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.28': {
      '2012-07-01': {
        says: 'How long the first level has, from acceptance.',
        law: { act: 'LKN', article: '28', text: 'LKN Đ.28', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.29': {
      '2012-07-01': {
        says: 'Verification: own review first; the report and its six contents.',
        law: { act: 'LKN', article: '29', text: 'LKN Đ.29', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.29.1.a': {
      '2012-07-01': {
        says: 'The issuer looks at the decision again; if the complaint is right, it is decided at once.',
        law: { act: 'LKN', article: '29', clause: '1', point: 'a', text: 'LKN Đ.29.1.a', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.29.1.b': {
      '2012-07-01': {
        says: 'Otherwise verification is done or assigned.',
        law: { act: 'LKN', article: '29', clause: '1', point: 'b', text: 'LKN Đ.29.1.b', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.29.3': {
      '2012-07-01': {
        says: 'What the one who verifies may and must do.',
        law: { act: 'LKN', article: '29', clause: '3', text: 'LKN Đ.29.3', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.29.3.d': {
      '2012-07-01': {
        says: 'The one who verifies may ask for an expert examination.',
        law: { act: 'LKN', article: '29', clause: '3', point: 'd', text: 'LKN Đ.29.3.d', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.29.4': {
      '2012-07-01': {
        says: 'The verification report and its six contents.',
        law: { act: 'LKN', article: '29', clause: '4', text: 'LKN Đ.29.4', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.30': {
      '2012-07-01': {
        says: 'A dialogue at the first level where the request and what was verified differ.',
        law: { act: 'LKN', article: '30', text: 'LKN Đ.30', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.30.1': {
      '2012-07-01': {
        says: 'At the first level a dialogue is held where the request and what was verified differ.',
        law: { act: 'LKN', article: '30', clause: '1', text: 'LKN Đ.30.1', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.30.2': {
      '2012-07-01': {
        says: 'Those called to the dialogue are told in writing when, where and about what.',
        law: { act: 'LKN', article: '30', clause: '2', text: 'LKN Đ.30.2', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.30.4': {
      '2012-07-01': {
        says: 'The dialogue is put in minutes and signed; a refusal to sign is noted with its reason.',
        law: { act: 'LKN', article: '30', clause: '4', text: 'LKN Đ.30.4', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.30.6': {
      '2026-07-01': {
        says: 'Whoever stays away from the dialogue without good reason does not stop the settlement.',
        doubt: 'Known from the press and from decrees that quote it; the text of Law 136/2025 was not seen.',
        law: { act: 'LKN', article: '30', clause: '6', text: 'LKN Đ.30.6', grade: 'B', checkedOn },
      },
    },
    'LKN Đ.31': {
      '2012-07-01': {
        says: 'The first decision and what it must say.',
        law: { act: 'LKN', article: '31', text: 'LKN Đ.31', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.31.2': {
      '2012-07-01': {
        says: 'What the first decision must say, the ways open after it among it.',
        law: { act: 'LKN', article: '31', clause: '2', text: 'LKN Đ.31.2', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.32': {
      '2012-07-01': {
        says: 'Who must be sent the first decision, the direct superior among them.',
        law: { act: 'LKN', article: '32', text: 'LKN Đ.32', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.33': {
      '2012-07-01': {
        says: 'When and to whom the second complaint goes, after a decision and after silence.',
        law: { act: 'LKN', article: '33', text: 'LKN Đ.33', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.33.1': {
      '2012-07-01': {
        says: 'How long the complainant has for the second complaint, after a decision and after silence.',
        law: { act: 'LKN', article: '33', clause: '1', text: 'LKN Đ.33.1', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.34': {
      '2012-07-01': {
        says: 'What the file of a settlement holds; pages are numbered.',
        law: { act: 'LKN', article: '34', text: 'LKN Đ.34', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.35': {
      '2012-07-01': {
        says: 'The enforcement of the contested decision is suspended where harm hard to remedy threatens, and for as long as it may.',
        law: { act: 'LKN', article: '35', text: 'LKN Đ.35', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.36': {
      '2012-07-01': {
        says: 'Acceptance at the second level; it must accept where the first was silent.',
        law: { act: 'LKN', article: '36', text: 'LKN Đ.36', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.36.1': {
      '2012-07-01': {
        says: 'Acceptance at the second level, or a refusal that gives its reason.',
        law: { act: 'LKN', article: '36', clause: '1', text: 'LKN Đ.36.1', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.36.2': {
      '2012-07-01': {
        says: 'In a complex case the second level may call an advisory council.',
        law: { act: 'LKN', article: '36', clause: '2', text: 'LKN Đ.36.2', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.37': {
      '2012-07-01': {
        says: 'How long the second level has, from acceptance.',
        law: { act: 'LKN', article: '37', text: 'LKN Đ.37', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.38': {
      '2012-07-01': {
        says: 'Verification at the second level.',
        law: { act: 'LKN', article: '38', text: 'LKN Đ.38', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.39': {
      '2012-07-01': {
        says: 'At the second level a dialogue is always held.',
        law: { act: 'LKN', article: '39', text: 'LKN Đ.39', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.40': {
      '2012-07-01': {
        says: 'The second decision and what it must say.',
        law: { act: 'LKN', article: '40', text: 'LKN Đ.40', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.40.2': {
      '2012-07-01': {
        says: 'What the second decision must say, the way to court among it.',
        law: { act: 'LKN', article: '40', clause: '2', text: 'LKN Đ.40.2', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.41': {
      '2012-07-01': {
        says: 'The second decision is sent and made public.',
        law: { act: 'LKN', article: '41', text: 'LKN Đ.41', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.41.1': {
      '2012-07-01': {
        says: 'Who must be sent the second decision.',
        law: { act: 'LKN', article: '41', clause: '1', text: 'LKN Đ.41.1', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.41.2': {
      '2012-07-01': {
        says: 'The second decision is made public in at least one of three ways.',
        law: { act: 'LKN', article: '41', clause: '2', text: 'LKN Đ.41.2', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.42': {
      '2012-07-01': {
        says: 'The way to court after the second decision or its silence.',
        law: { act: 'LKN', article: '42', text: 'LKN Đ.42', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.43': {
      '2012-07-01': {
        says: 'What the file of the second level holds.',
        law: { act: 'LKN', article: '43', text: 'LKN Đ.43', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.44': {
      '2012-07-01': {
        says: 'When a decision takes effect; counted from its promulgation, not from its receipt.',
        doubt: 'It may take effect while the window for a second complaint, counted from receipt, is still open.',
        law: { act: 'LKN', article: '44', text: 'LKN Đ.44', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.44.1': {
      '2012-07-01': {
        says: 'When the first decision takes effect.',
        doubt: 'Counted from promulgation, while the window for a second complaint is counted from receipt (D-03).',
        law: { act: 'LKN', article: '44', clause: '1', text: 'LKN Đ.44.1', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.44.2': {
      '2012-07-01': {
        says: 'When the second decision takes effect.',
        doubt: 'Whether day 30 or 31 is the first is open (D-03).',
        law: { act: 'LKN', article: '44', clause: '2', text: 'LKN Đ.44.2', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.44.4': {
      '2012-07-01': {
        says: 'A decision in effect is enforced at once.',
        law: { act: 'LKN', article: '44', clause: '4', text: 'LKN Đ.44.4', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.45': {
      '2012-07-01': {
        says: 'Who answers for the enforcement of a decision in effect.',
        law: { act: 'LKN', article: '45', text: 'LKN Đ.45', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.46': {
      '2012-07-01': {
        says: 'How a decision in effect is enforced.',
        law: { act: 'LKN', article: '46', text: 'LKN Đ.46', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.48': {
      '2012-07-01': {
        says: 'Windows of complaints against disciplinary decisions.',
        law: { act: 'LKN', article: '48', text: 'LKN Đ.48', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.49': {
      '2012-07-01': {
        says: 'A complaint against a disciplinary decision is made in writing.',
        law: { act: 'LKN', article: '49', text: 'LKN Đ.49', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.50': {
      '2012-07-01': {
        says: 'Acceptance and settlement of complaints against disciplinary decisions.',
        law: { act: 'LKN', article: '50', text: 'LKN Đ.50', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.51': {
      '2012-07-01': {
        says: 'Who settles complaints against disciplinary decisions.',
        law: { act: 'LKN', article: '51', text: 'LKN Đ.51', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.51.3': {
      '2012-07-01': {
        says: 'Whom a second complaint about discipline goes to where a minister or the head of an agency decided first.',
        doubt: 'Which head that means for Viet Nam Social Security is a choice of configuration (D-08).',
        law: { act: 'LKN', article: '51', clause: '3', text: 'LKN Đ.51.3', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.53': {
      '2012-07-01': {
        says: 'A dialogue before every first decision on a disciplinary measure.',
        law: { act: 'LKN', article: '53', text: 'LKN Đ.53', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.53.1': {
      '2012-07-01': {
        says: 'The one who settles holds a dialogue before the first decision on a disciplinary measure.',
        law: { act: 'LKN', article: '53', clause: '1', text: 'LKN Đ.53.1', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.54': {
      '2012-07-01': {
        says: 'The first decision on a disciplinary measure.',
        law: { act: 'LKN', article: '54', text: 'LKN Đ.54', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.54.2': {
      '2012-07-01': {
        says: 'The first decision on a disciplinary measure is sent to those who must have it; no number of days.',
        law: { act: 'LKN', article: '54', clause: '2', text: 'LKN Đ.54.2', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.55': {
      '2012-07-01': {
        says: 'The second level about discipline.',
        law: { act: 'LKN', article: '55', text: 'LKN Đ.55', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.55.3': {
      '2012-07-01': {
        says: 'A dialogue before every second decision on a disciplinary measure.',
        law: { act: 'LKN', article: '55', clause: '3', text: 'LKN Đ.55.3', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.56': {
      '2012-07-01': {
        says: 'The second decision on a disciplinary measure.',
        law: { act: 'LKN', article: '56', text: 'LKN Đ.56', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.56.2': {
      '2012-07-01': {
        says: 'The second decision on a disciplinary measure is sent.',
        law: { act: 'LKN', article: '56', clause: '2', text: 'LKN Đ.56.2', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.57': {
      '2012-07-01': {
        says: 'Effect of decisions on disciplinary measures, and the way to court.',
        law: { act: 'LKN', article: '57', text: 'LKN Đ.57', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.57.1': {
      '2012-07-01': {
        says: 'When a decision on a disciplinary measure takes effect.',
        law: { act: 'LKN', article: '57', clause: '1', text: 'LKN Đ.57.1', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.57.3': {
      '2012-07-01': {
        says: 'Only a dismissal of an official up to a certain rank may be taken to court.',
        law: { act: 'LKN', article: '57', clause: '3', text: 'LKN Đ.57.3', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.58': {
      '2012-07-01': {
        says: 'A decision on a disciplinary measure is made known to the staff.',
        law: { act: 'LKN', article: '58', text: 'LKN Đ.58', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.58.1': {
      '2012-07-01': {
        says: 'Whoever manages the official makes the decision known; no number of days.',
        law: { act: 'LKN', article: '58', clause: '1', text: 'LKN Đ.58.1', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.63.3': {
      '2012-07-01': {
        says: 'Inspectorates in the management of this work.',
        law: { act: 'LKN', article: '63', clause: '3', text: 'LKN Đ.63.3', grade: 'A', checkedOn },
      },
      '2026-07-01': {
        says: 'How it reads since the amendment.',
        doubt: 'Law 136/2025 amended it for a local government in two tiers; its text was not seen.',
        law: { act: 'LKN', article: '63', clause: '3', text: 'LKN Đ.63.3', grade: 'X', checkedOn },
      },
    },
    'LKN Đ.66': {
      '2012-07-01': {
        says: 'The Fatherland Front and its members watch over and forward complaints.',
        law: { act: 'LKN', article: '66', text: 'LKN Đ.66', grade: 'A', checkedOn },
      },
    },
    'LKN Đ.66.2': {
      '2012-07-01': {
        says: 'The Front and its members that forwarded a complaint are told the result, and may petition the superior.',
        law: { act: 'LKN', article: '66', clause: '2', text: 'LKN Đ.66.2', grade: 'A', checkedOn },
      },
    },
  },
  /** On which a complaint is not accepted; no other ground is lawful. */
  nonAcceptance: {
    N1: {
      about: {
        en: 'Internal management, orders to subordinates, normative documents, or listed secrets of defence, security and foreign affairs.',
        vi: 'Thuộc nội bộ cơ quan, chỉ đạo cấp trên với cấp dưới, văn bản quy phạm pháp luật, hoặc bí mật nhà nước theo danh mục.',
      },
      curable: 'no',
      law: { act: 'LKN', article: '11', clause: '1', text: 'LKN Đ.11.1', grade: 'A', checkedOn },
    },
    N2: {
      about: {
        en: 'The decision or act does not directly touch the complainant’s rights.',
        vi: 'Quyết định, hành vi không liên quan trực tiếp đến quyền, lợi ích của người khiếu nại.',
      },
      curable: 'no',
      law: { act: 'LKN', article: '11', clause: '2', text: 'LKN Đ.11.2', grade: 'A', checkedOn },
    },
    N3: {
      about: {
        en: 'The complainant lacks full capacity and has no lawful representative.',
        vi: 'Người khiếu nại không có năng lực hành vi dân sự đầy đủ mà không có người đại diện hợp pháp.',
      },
      curable: 'yes',
      law: { act: 'LKN', article: '11', clause: '3', text: 'LKN Đ.11.3', grade: 'A', checkedOn },
    },
    N4: {
      about: { en: 'The representative is not a lawful one.', vi: 'Người đại diện không hợp pháp.' },
      curable: 'yes',
      law: { act: 'LKN', article: '11', clause: '4', text: 'LKN Đ.11.4', grade: 'A', checkedOn },
    },
    N5: {
      about: { en: 'There is neither signature nor fingerprint.', vi: 'Đơn không có chữ ký hoặc điểm chỉ.' },
      curable: 'yes',
      law: { act: 'LKN', article: '11', clause: '5', text: 'LKN Đ.11.5', grade: 'A', checkedOn },
    },
    N6: {
      about: {
        en: 'The limitation or the window is over, without good reason.',
        vi: 'Thời hiệu, thời hạn khiếu nại đã hết mà không có lý do chính đáng.',
      },
      curable: 'if-obstacle-proved',
      law: { act: 'LKN', article: '11', clause: '6', text: 'LKN Đ.11.6', grade: 'A', checkedOn },
    },
    N7: {
      about: { en: 'There is a second decision.', vi: 'Đã có quyết định giải quyết khiếu nại lần hai.' },
      curable: 'no',
      law: { act: 'LKN', article: '11', clause: '7', text: 'LKN Đ.11.7', grade: 'A', checkedOn },
    },
    N8: {
      about: {
        en: 'The settlement was ended by a notice and thirty days have passed.',
        vi: 'Có văn bản thông báo đình chỉ và đã quá ba mươi ngày.',
      },
      curable: 'no',
      through: '2026-06-30',
      doubt: 'What became of it on 2026-07-01 is not known (D-12).',
      law: { act: 'LKN', article: '11', clause: '8', text: 'LKN Đ.11.8', grade: 'A', checkedOn },
    },
    N9: {
      about: {
        en: 'A court has accepted the matter or ruled on it, unless it dropped the case.',
        vi: 'Tòa án đã thụ lý hoặc đã có bản án, quyết định, trừ khi đình chỉ giải quyết vụ án.',
      },
      curable: 'partly',
      doubt: 'Where the court drops the case the complaint may be accepted.',
      law: { act: 'LKN', article: '11', clause: '9', text: 'LKN Đ.11.9', grade: 'A', checkedOn },
    },
  },
} as const;
