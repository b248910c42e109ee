/**
 * Decree 124/2020/NĐ-CP on complaints, as amended by Decree 155/2026/NĐ-CP from 2026-07-01. Data only: each value by the first day it is
 * in force, with its source. In our own words; the official text prevails. Not legal advice.
 */
const checkedOn = '2026-11-22';
const link = 'https://congbao.chinhphu.vn/van-ban/nghi-dinh-so-155-2026-nd-cp-469547.htm';

export const complaintsDecree = {
  short: 'NĐ124',
  title: 'Nghị định 124/2020/NĐ-CP',
  inForceFrom: '2020-12-10',
  basis: 'single articles on law portals; what Decree 155/2026 replaced, from the Official Gazette 292 of 2026-05-30',
  terms: {
    'KN-12': {
      about: {
        en: 'To accept or to refuse with reasons, every level and disciplinary decisions too; from receipt.',
        vi: 'Thụ lý hoặc không thụ lý có nêu lý do, mọi lần và cả quyết định kỷ luật; tính từ ngày nhận được khiếu nại.',
      },
      counts: 'limit',
      trigger: 'complaintReceived',
      values: {
        '2020-12-10': {
          length: 10,
          unit: 'working-days',
          law: { act: 'NĐ124', article: '16', clause: '1', text: 'NĐ124 Đ.16.1', grade: 'B', checkedOn },
        },
        '2026-07-01': {
          ended: { en: 'KN-13 holds in its place: seven working days.', vi: 'Thay bằng KN-13: bảy ngày làm việc.' },
          law: { act: 'NĐ124', article: '16', clause: '1', text: 'NĐ124 Đ.16.1 (NĐ155 Đ.10)', grade: 'A', checkedOn, link },
        },
      },
    },
    'KN-13': {
      about: {
        en: 'To accept or to refuse with reasons, every level and disciplinary decisions too; from receipt.',
        vi: 'Thụ lý hoặc không thụ lý có nêu lý do, mọi lần và cả quyết định kỷ luật; tính từ ngày nhận được khiếu nại.',
      },
      counts: 'limit',
      trigger: 'complaintReceived',
      values: {
        '2026-07-01': {
          length: 7,
          unit: 'working-days',
          doubt: 'From five complainants on only once all have signed and representatives are appointed in writing.',
          law: { act: 'NĐ124', article: '16', clause: '1', text: 'NĐ124 Đ.16.1 (NĐ155 Đ.10)', grade: 'A', checkedOn, link },
        },
      },
    },
    'KN-14': {
      about: {
        en: 'To tell the complainant, the forwarding body and the inspectorate of the same level that the complaint is accepted; of a group, one representative.',
        vi: 'Thông báo việc thụ lý cho người khiếu nại, cơ quan chuyển đến và cơ quan thanh tra cùng cấp; nhiều người thì thông báo cho một người đại diện.',
      },
      counts: 'limit',
      trigger: 'complaintReceived',
      values: {
        '2020-12-10': { length: null, law: { act: 'NĐ124', article: '16', clause: '2', text: 'NĐ124 Đ.16.2', grade: 'B', checkedOn } },
      },
    },
    'KN-30': {
      about: {
        en: 'To find in writing that the case is complex, by at least one of the seven criteria, before the longer term is used.',
        vi: 'Xác định bằng văn bản vụ việc phức tạp theo ít nhất một trong bảy tiêu chí trước khi áp dụng thời hạn dài hơn.',
      },
      counts: 'duty',
      trigger: null,
      values: {
        '2026-07-01': { length: null, law: { act: 'NĐ124', article: '3a', text: 'NĐ124 Đ.3a (NĐ155 Đ.2)', grade: 'A', checkedOn, link } },
      },
    },
    'KN-40': {
      about: {
        en: 'To send the written notice of the dialogue to those called; before the day of the dialogue.',
        vi: 'Gửi thông báo bằng văn bản về việc đối thoại đến những người được mời; trước ngày đối thoại.',
      },
      counts: 'lead',
      trigger: 'dialogueDay',
      values: {
        '2026-07-01': {
          length: 5,
          unit: 'calendar-days',
          law: { act: 'NĐ124', article: '28', clause: '1', text: 'NĐ124 Đ.28.1 (NĐ155 Đ.11)', grade: 'A', checkedOn, link },
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
        '2026-07-01': {
          ended: { en: 'KN-40 holds in its place: at least five days before.', vi: 'Thay bằng KN-40: ít nhất năm ngày trước.' },
          law: { act: 'NĐ124', article: '28', clause: '1', text: 'NĐ124 Đ.28.1 (NĐ155 Đ.11)', grade: 'A', checkedOn, link },
        },
      },
    },
    'KN-43': {
      about: {
        en: 'Whoever stays away from the dialogue without good reason does not stop the settlement; no second notice is asked for.',
        vi: 'Người vắng mặt tại buổi đối thoại không có lý do chính đáng không làm dừng việc giải quyết; không cần thông báo lần hai.',
      },
      counts: 'duty',
      trigger: 'dialogueMissed',
      values: {
        '2026-07-01': {
          length: null,
          also: ['LKN Đ.30.6'],
          law: { act: 'NĐ124', article: '28', clause: '5', text: 'NĐ124 Đ.28.5 (NĐ155 Đ.11)', grade: 'A', checkedOn, link },
        },
      },
    },
    'KN-53': {
      about: {
        en: 'To announce the meeting at which the decision is made public; before the meeting.',
        vi: 'Thông báo về cuộc họp công khai quyết định; trước ngày họp.',
      },
      counts: 'lead',
      trigger: 'publicationMeeting',
      values: {
        '2020-12-10': {
          length: 3,
          unit: 'calendar-days',
          doubt: 'Decree 75/2012 counted working days; that plain days are meant here was taken from a law portal.',
          law: { act: 'NĐ124', article: '29', text: 'NĐ124 Đ.29', grade: 'B', checkedOn },
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
        '2020-12-10': {
          length: 15,
          unit: 'calendar-days',
          law: { act: 'NĐ124', article: '29', text: 'NĐ124 Đ.29', grade: 'B', checkedOn },
        },
      },
    },
    'KN-55': {
      about: {
        en: 'How long the decision stays on a web page; on radio or television, or in the press, so many times in a row.',
        vi: 'Thời gian đăng quyết định trên trang thông tin điện tử; số lần phát sóng hoặc số báo đăng liên tiếp.',
      },
      counts: 'minimum',
      trigger: 'decisionOnline',
      values: {
        '2020-12-10': {
          length: 15,
          unit: 'calendar-days',
          besides: { broadcasts: 2, issues: 2 },
          doubt: 'That issues and days follow one another was taken from a law portal.',
          law: { act: 'NĐ124', article: '29', text: 'NĐ124 Đ.29', grade: 'B', checkedOn },
        },
      },
    },
    'KN-59': {
      about: {
        en: 'For the one who settled to direct the enforcement; from the day of effect.',
        vi: 'Người giải quyết khiếu nại chỉ đạo việc thi hành; tính từ ngày quyết định có hiệu lực.',
      },
      counts: 'limit',
      trigger: 'decisionEffective',
      values: {
        '2020-12-10': {
          length: 5,
          unit: 'working-days',
          doubt: 'The day of effect is itself open by a day (D-03, O-7).',
          law: { act: 'NĐ124', article: '31', text: 'NĐ124 Đ.31', grade: 'B', checkedOn },
        },
      },
    },
    'KN-70': {
      about: {
        en: 'To decide on a suspension or an early end, once its ground is met.',
        vi: 'Ra quyết định tạm đình chỉ hoặc đình chỉ khi có căn cứ.',
      },
      counts: 'limit',
      trigger: 'suspensionGroundMet',
      values: {
        '2026-07-01': {
          at: 'once',
          law: { act: 'NĐ124', article: '28b', clause: '1', text: 'NĐ124 Đ.28b.1 (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
        },
      },
    },
    'KN-71': {
      about: {
        en: 'To send that decision to the complainant, the representative, the respondent and those concerned; from its issue.',
        vi: 'Gửi quyết định đó cho người khiếu nại, người đại diện, người bị khiếu nại và người có liên quan; tính từ ngày ban hành.',
      },
      counts: 'limit',
      trigger: 'suspensionDecisionIssued',
      values: {
        '2026-07-01': {
          length: 3,
          unit: 'working-days',
          law: { act: 'NĐ124', article: '28b', clause: '1', text: 'NĐ124 Đ.28b.1 (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
        },
      },
    },
    'KN-72': {
      about: {
        en: 'To decide that the case goes on, once the ground is gone.',
        vi: 'Ra quyết định tiếp tục giải quyết khi căn cứ tạm đình chỉ không còn.',
      },
      counts: 'limit',
      trigger: 'suspensionGroundGone',
      values: {
        '2026-07-01': {
          at: 'once',
          law: { act: 'NĐ124', article: '28b', clause: '2', text: 'NĐ124 Đ.28b.2 (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
        },
      },
    },
    'KN-73': {
      about: {
        en: 'To send that decision; from its issue.',
        vi: 'Gửi quyết định tiếp tục giải quyết; tính từ ngày ban hành.',
      },
      counts: 'limit',
      trigger: 'continueDecisionIssued',
      values: {
        '2026-07-01': {
          length: 3,
          unit: 'working-days',
          law: { act: 'NĐ124', article: '28b', clause: '2', text: 'NĐ124 Đ.28b.2 (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
        },
      },
    },
    'KN-75': {
      about: {
        en: 'To send the decision that ends the settlement to the commune where the dead complainant lived, or the ended organisation had its seat.',
        vi: 'Gửi quyết định đình chỉ đến Ủy ban nhân dân cấp xã nơi người khiếu nại đã chết cư trú cuối cùng hoặc nơi tổ chức đã chấm dứt đặt trụ sở.',
      },
      counts: 'limit',
      trigger: 'terminationDecisionIssued',
      values: {
        '2026-07-01': {
          length: 3,
          unit: 'working-days',
          doubt:
            'The sentence on this addressee names no term of its own; the three working days of the sentence before it are taken (O-4).',
          law: { act: 'NĐ124', article: '28b', clause: '1', text: 'NĐ124 Đ.28b.1 (NĐ155 Đ.12)', grade: 'I', checkedOn, link },
        },
      },
    },
  },
  articles: {
    'NĐ124 Đ.3a': {
      '2026-07-01': {
        says: 'A case is complex if it meets at least one of seven criteria, found in writing and put in the file.',
        law: { act: 'NĐ124', article: '3a', text: 'NĐ124 Đ.3a (NĐ155 Đ.2)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.3a.1': {
      '2026-07-01': {
        says: 'The seven criteria, of which one is enough.',
        law: { act: 'NĐ124', article: '3a', clause: '1', text: 'NĐ124 Đ.3a.1 (NĐ155 Đ.2)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.4': {
      '2020-12-10': {
        says: 'A level that was silent when its term ended opens the second level.',
        law: { act: 'NĐ124', article: '4', text: 'NĐ124 Đ.4', grade: 'B', checkedOn },
      },
    },
    'NĐ124 Đ.5.3': {
      '2020-12-10': {
        says: 'An authorisation is in writing, notarised or certified.',
        law: { act: 'NĐ124', article: '5', clause: '3', text: 'NĐ124 Đ.5.3', grade: 'B', checkedOn },
      },
      '2026-07-01': {
        says: 'An authorisation is in writing: persons have it notarised or certified, organisations sign and seal it; one content, one authorised person.',
        law: { act: 'NĐ124', article: '5', clause: '3', text: 'NĐ124 Đ.5.3 (NĐ155 Đ.3)', grade: 'A', checkedOn, link },
      },
      '2027-01-01': {
        says: 'The demand that an authorisation be notarised has lapsed.',
        doubt: 'Whether an authorisation must still be certified is not known (D-19).',
        law: { act: 'NĐ124', article: '5', clause: '3', text: 'NĐ124 Đ.5.3 (NĐ155 Đ.21.2)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.6.2': {
      '2026-07-01': {
        says: 'How many representatives a group has is ruled by the Law on Citizen Reception.',
        law: { act: 'NĐ124', article: '6', clause: '2', text: 'NĐ124 Đ.6.2 (NĐ155 Đ.4)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.7a': {
      '2026-07-01': {
        says: 'Those of a group who withdraw leave it; the others go on. If all withdraw the settlement is ended.',
        law: { act: 'NĐ124', article: '7a', text: 'NĐ124 Đ.7a (NĐ155 Đ.5)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.10.2.d': {
      '2026-07-01': {
        says: 'A superior urges the subordinate that is competent.',
        law: { act: 'NĐ124', article: '10', clause: '2', point: 'd', text: 'NĐ124 Đ.10.2.d (NĐ155 Đ.8.2.b)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.16': {
      '2020-12-10': {
        says: 'Acceptance: term, notice, and to whom of a group it goes.',
        law: { act: 'NĐ124', article: '16', text: 'NĐ124 Đ.16', grade: 'B', checkedOn },
      },
      '2026-07-01': {
        says: 'Acceptance: the shorter term, and what a group’s petition must carry.',
        law: { act: 'NĐ124', article: '16', text: 'NĐ124 Đ.16 (NĐ155 Đ.10)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.16.1': {
      '2020-12-10': {
        says: 'Acceptance or a refusal with reasons, in working days.',
        law: { act: 'NĐ124', article: '16', clause: '1', text: 'NĐ124 Đ.16.1', grade: 'B', checkedOn },
      },
      '2026-07-01': {
        says: 'Acceptance or a refusal with reasons, in fewer working days; a group’s petition once all have signed and representatives are appointed.',
        law: { act: 'NĐ124', article: '16', clause: '1', text: 'NĐ124 Đ.16.1 (NĐ155 Đ.10)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.16.2': {
      '2020-12-10': {
        says: 'Who is told that the complaint is accepted; of a group, one representative.',
        law: { act: 'NĐ124', article: '16', clause: '2', text: 'NĐ124 Đ.16.2', grade: 'B', checkedOn },
      },
    },
    'NĐ124 Đ.28': {
      '2020-12-10': {
        says: 'How a dialogue is prepared, led and put in minutes.',
        doubt: 'The text before decree 155/2026 was not compared.',
        law: { act: 'NĐ124', article: '28', text: 'NĐ124 Đ.28', grade: 'M', checkedOn },
      },
      '2026-07-01': {
        says: 'How a dialogue is announced, led and put in minutes; what absence means.',
        law: { act: 'NĐ124', article: '28', text: 'NĐ124 Đ.28 (NĐ155 Đ.11)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28.1': {
      '2026-07-01': {
        says: 'Written notice of the dialogue, at least so many days before; it says when, where and about what.',
        law: { act: 'NĐ124', article: '28', clause: '1', text: 'NĐ124 Đ.28.1 (NĐ155 Đ.11)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28.2': {
      '2026-07-01': {
        says: 'Who holds the dialogue at the second level.',
        doubt: 'Heads of social-insurance bodies are named by neither point; in person is the default (D-09).',
        law: { act: 'NĐ124', article: '28', clause: '2', text: 'NĐ124 Đ.28.2 (NĐ155 Đ.11)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28.2.a': {
      '2026-07-01': {
        says: 'The director of a provincial department holds the second-level dialogue in person.',
        law: { act: 'NĐ124', article: '28', clause: '2', point: 'a', text: 'NĐ124 Đ.28.2.a (NĐ155 Đ.11)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28.2.b': {
      '2026-07-01': {
        says: 'Ministers and provincial chairs hold it in person in five kinds of cases and may delegate it otherwise.',
        law: { act: 'NĐ124', article: '28', clause: '2', point: 'b', text: 'NĐ124 Đ.28.2.b (NĐ155 Đ.11)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28.3': {
      '2026-07-01': {
        says: 'Whoever leads the dialogue deals with the parties directly.',
        law: { act: 'NĐ124', article: '28', clause: '3', text: 'NĐ124 Đ.28.3 (NĐ155 Đ.11)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28.4': {
      '2026-07-01': {
        says: 'What the minutes of the dialogue hold; at least three copies.',
        law: { act: 'NĐ124', article: '28', clause: '4', text: 'NĐ124 Đ.28.4 (NĐ155 Đ.11)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28.5': {
      '2026-07-01': {
        says: 'Who stays away without good reason does not stop the settlement.',
        law: { act: 'NĐ124', article: '28', clause: '5', text: 'NĐ124 Đ.28.5 (NĐ155 Đ.11)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28a': {
      '2026-07-01': {
        says: 'Grounds of a suspension and what proves them; the examples of force majeure and obstacle are not exhaustive.',
        law: { act: 'NĐ124', article: '28a', text: 'NĐ124 Đ.28a (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28a.3': {
      '2026-07-01': {
        says: 'What force majeure and an objective obstacle are: disaster, epidemic, war; accident, illness, duty or study far away; files held by a body.',
        law: { act: 'NĐ124', article: '28a', clause: '3', text: 'NĐ124 Đ.28a.3 (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28b': {
      '2026-07-01': {
        says: 'How a settlement is suspended, goes on and is ended early.',
        law: { act: 'NĐ124', article: '28b', text: 'NĐ124 Đ.28b (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28b.1': {
      '2026-07-01': {
        says: 'The decision to suspend or to end early is made at once and sent.',
        law: { act: 'NĐ124', article: '28b', clause: '1', text: 'NĐ124 Đ.28b.1 (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.28b.2': {
      '2026-07-01': {
        says: 'Once the ground is gone the case goes on at once by a decision, and the term runs on.',
        law: { act: 'NĐ124', article: '28b', clause: '2', text: 'NĐ124 Đ.28b.2 (NĐ155 Đ.12)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.29': {
      '2020-12-10': {
        says: 'How and for how long a decision is made public.',
        law: { act: 'NĐ124', article: '29', text: 'NĐ124 Đ.29', grade: 'B', checkedOn },
      },
    },
    'NĐ124 Đ.30a': {
      '2026-07-01': {
        says: 'What is handled and settled is entered in the national database in time.',
        law: { act: 'NĐ124', article: '30a', text: 'NĐ124 Đ.30a (NĐ155 Đ.13)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.31': {
      '2020-12-10': {
        says: 'The one who settled directs the enforcement, within days of the effect.',
        law: { act: 'NĐ124', article: '31', text: 'NĐ124 Đ.31', grade: 'B', checkedOn },
      },
    },
    'NĐ124 Đ.38': {
      '2020-12-10': {
        says: 'Effective decisions are reviewed for a violation of law, or for new facts.',
        doubt: 'The text before decree 155/2026 was not compared.',
        law: { act: 'NĐ124', article: '38', text: 'NĐ124 Đ.38', grade: 'M', checkedOn },
      },
      '2026-07-01': {
        says: 'Effective decisions are reviewed where law was violated and damage done; by the Prime Minister, a minister or the provincial chair.',
        law: { act: 'NĐ124', article: '38', text: 'NĐ124 Đ.38 (NĐ155 Đ.14)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.41.2.b': {
      '2026-07-01': {
        says: 'Who deliberately does not accept or does not decide is punished, at the least by a warning.',
        doubt: 'Which of these four articles of decree 155/2026 brought it was not noted.',
        law: { act: 'NĐ124', article: '41', clause: '2', point: 'b', text: 'NĐ124 Đ.41.2.b (NĐ155 Đ.15–18)', grade: 'A', checkedOn, link },
      },
    },
    'NĐ124 Đ.43.1': {
      '2026-07-01': {
        says: 'Complaints about labour or social insurance follow those laws and the law on complaints.',
        law: { act: 'NĐ124', article: '43', clause: '1', text: 'NĐ124 Đ.43.1 (NĐ155 Đ.19)', grade: 'A', checkedOn, link },
      },
    },
  },
  /** Of which one is enough for a case to be complex. */
  complexity: {
    a: {
      name: 'ONE_CONTENT_TWO_PLUS_PLACES',
      about: { en: 'One content must be verified at two or more places.', vi: 'Một nội dung phải xác minh tại hai địa điểm trở lên.' },
      law: { act: 'NĐ124', article: '3a', clause: '1', point: 'a', text: 'NĐ124 Đ.3a.1.a (NĐ155 Đ.2)', grade: 'A', checkedOn, link },
    },
    b: {
      name: 'TWO_PLUS_CONTENTS',
      about: { en: 'Two or more contents must be verified.', vi: 'Có từ hai nội dung trở lên phải xác minh.' },
      law: { act: 'NĐ124', article: '3a', clause: '1', point: 'b', text: 'NĐ124 Đ.3a.1.b (NĐ155 Đ.2)', grade: 'A', checkedOn, link },
    },
    c: {
      name: 'MANY_COMPLAINANTS_OR_MANY_AFFECTED',
      about: {
        en: 'Many complain of one content, or it touches the rights of many.',
        vi: 'Nhiều người khiếu nại về một nội dung hoặc nội dung liên quan quyền, lợi ích của nhiều người.',
      },
      law: { act: 'NĐ124', article: '3a', clause: '1', point: 'c', text: 'NĐ124 Đ.3a.1.c (NĐ155 Đ.2)', grade: 'A', checkedOn, link },
    },
    d: {
      name: 'FOREIGN_ELEMENT',
      about: {
        en: 'The complainant is abroad or a foreigner, the act was done abroad, or something must be verified there.',
        vi: 'Người khiếu nại ở nước ngoài hoặc là người nước ngoài, hành vi xảy ra hoặc nội dung phải xác minh ở nước ngoài.',
      },
      law: { act: 'NĐ124', article: '3a', clause: '1', point: 'd', text: 'NĐ124 Đ.3a.1.d (NĐ155 Đ.2)', grade: 'A', checkedOn, link },
    },
    đ: {
      name: 'SEVERAL_MANAGING_BODIES',
      about: { en: 'Several bodies answer for the management of the matter.', vi: 'Liên quan đến trách nhiệm quản lý của nhiều cơ quan.' },
      law: { act: 'NĐ124', article: '3a', clause: '1', point: 'đ', text: 'NĐ124 Đ.3a.1.đ (NĐ155 Đ.2)', grade: 'A', checkedOn, link },
    },
    e: {
      name: 'BODIES_DISAGREE',
      about: { en: 'The bodies concerned still differ in opinion.', vi: 'Các cơ quan liên quan còn có ý kiến khác nhau.' },
      law: { act: 'NĐ124', article: '3a', clause: '1', point: 'e', text: 'NĐ124 Đ.3a.1.e (NĐ155 Đ.2)', grade: 'A', checkedOn, link },
    },
    g: {
      name: 'CONFLICTING_EVIDENCE',
      about: {
        en: 'Papers or evidence contradict each other and need time to be checked or put to specialised bodies.',
        vi: 'Tài liệu, chứng cứ mâu thuẫn, cần thời gian kiểm tra, đánh giá hoặc lấy ý kiến cơ quan chuyên môn.',
      },
      law: { act: 'NĐ124', article: '3a', clause: '1', point: 'g', text: 'NĐ124 Đ.3a.1.g (NĐ155 Đ.2)', grade: 'A', checkedOn, link },
    },
  },
} as const;
