/**
 * Petitions (đơn) for the demonstration: what arrived, what the screener found, and what was done. None of it happened. How they go on
 * after that is the same for all: everybody who is owed an answer gets one, originals go back, the file is closed.
 */
import type { LegalDay } from '@redress/core';
import type { SampleRole } from '@redress/vietnam';

export type Data = Readonly<Record<string, unknown>>;
/** So many days after the last step. */
export type Step = readonly [days: number, role: SampleRole, type: string, data?: Data];

export interface SamplePetition {
  readonly id: string;
  readonly unit: string;
  readonly receivedOn: LegalDay;
  /** Spoken and written down where it has minutes. */
  readonly arrives: Data & { readonly channel: string; readonly minutes?: string };
  readonly found: Data;
  readonly steps: readonly Step[];
  /** What is told to whoever sent it; nobody is told anything where the petition still waits. */
  readonly answer?: { readonly says: string; readonly answer?: string; readonly afterDays: number };
  /** The complaint that is opened from it. */
  readonly opens?: { readonly complaint: string; readonly contests: Data; readonly representatives?: readonly string[] };
}

const reason = { reason: 'Theo quy định về xử lý đơn.' };
const sender = (id: string, more: Data = {}): Data => ({ sender: `${id}-N1`, signed: 'signature', ...more });
const group = (id: string, people: number): readonly Data[] =>
  Array.from({ length: people }, (_, place) => ({ sender: `${id}-N${place + 1}`, signed: 'signature' }));

const complaint = (more: Data): Data => ({ content: 'complaint', ...more });
const here = complaint({ competent: 'this-body' });
const elsewhere = complaint({ competent: 'elsewhere' });

/** The complaints that two of them lead to; the sample's own numbers end before. */
const opened = { pension: 'KN-0373', group: 'KN-0374' } as const;

/** It waits, screened: what may not become of it is asked at the end. */
export const WAITING = 'DT-016';

export const samplePetitions: readonly SamplePetition[] = [
  {
    id: 'DT-001',
    unit: 'ha-noi',
    receivedOn: '2026-11-02',
    arrives: {
      channel: 'post',
      summary: 'Lương hưu bị tạm dừng ba tháng vì hệ thống báo trùng số định danh với một người ở tỉnh khác; đề nghị chi trả lại.',
      senders: [sender('DT-001')],
      pages: 3,
    },
    found: here,
    steps: [[1, 'officer', 'ProposeAcceptance', { document: '01-XLĐ/DT-001' }]],
    answer: { says: 'Đơn đã được đề xuất thụ lý và mở hồ sơ giải quyết khiếu nại.', afterDays: 3 },
    opens: {
      complaint: opened.pension,
      contests: { decision: '2011/TB-BHXH', issuedBy: 'ha-noi', issuedOn: '2026-10-05', learnedOn: '2026-10-09', kind: 'decision' },
    },
  },
  {
    id: 'DT-002',
    unit: 'ha-noi',
    receivedOn: '2026-11-05',
    arrives: {
      channel: 'forwarded',
      summary: 'Vẫn nội dung tạm dừng lương hưu do trùng số định danh; người gửi đã gửi thêm đến Mặt trận Tổ quốc.',
      senders: [{ sender: 'DT-001-N1', signed: 'signature' }],
      forwardedBy: { body: 'Ủy ban MTTQ thành phố', kind: 'fatherland-front', document: '88/MTTQ' },
    },
    found: here,
    steps: [[1, 'officer', 'LinkDuplicate', { of: 'DT-001', reason: 'Cùng người gửi, cùng nội dung, cùng quyết định.' }]],
    answer: { says: 'Nội dung đang được giải quyết theo đơn gửi trước.', afterDays: 2 },
  },
  {
    id: 'DT-003',
    unit: 'nghe-an',
    receivedOn: '2026-10-06',
    arrives: {
      channel: 'email',
      summary: 'Phường không chịu xác nhận hộ cận nghèo nên không được hỗ trợ đóng BHXH tự nguyện.',
      senders: [sender('DT-003')],
    },
    found: elsewhere,
    steps: [[2, 'officer', 'GuideOnce', { to: 'UBND phường', ...reason }]],
    answer: { says: 'Việc xác nhận thuộc thẩm quyền của Ủy ban nhân dân phường.', afterDays: 1 },
  },
  {
    id: 'DT-004',
    unit: 'da-nang',
    receivedOn: '2026-10-08',
    arrives: {
      channel: 'forwarded',
      summary: 'Bạn đọc phản đối việc công ty cho nghỉ việc trước hạn, báo chuyển đơn đến cơ quan BHXH.',
      senders: [sender('DT-004')],
      originals: ['Hợp đồng lao động'],
      forwardedBy: { body: 'Tòa soạn báo', kind: 'press', document: '19/CĐ' },
    },
    found: elsewhere,
    steps: [[2, 'officer', 'Return', { to: 'Tòa soạn báo', ...reason }]],
    answer: { says: 'Đã trả lại đơn cho nơi chuyển vì không thuộc thẩm quyền.', afterDays: 2 },
  },
  {
    id: 'DT-005',
    unit: 'can-tho',
    receivedOn: '2026-11-13',
    arrives: {
      channel: 'petition-box',
      summary: 'Số tháng đóng bảo hiểm thất nghiệp ghi thiếu; đơn có họ tên, địa chỉ nhưng quên ký.',
      senders: [sender('DT-005', { signed: 'unsigned' })],
    },
    found: complaint({ competent: 'this-body', unsigned: true }),
    steps: [[1, 'officer', 'GuideSupplement', { missing: ['Chữ ký của người khiếu nại'] }]],
  },
  {
    id: 'DT-006',
    unit: 'ha-noi',
    receivedOn: '2026-09-14',
    arrives: { channel: 'portal', summary: 'Tố một phòng làm việc chậm, không ghi tên, địa chỉ và không nêu việc cụ thể.', senders: [] },
    found: complaint({ senderUnknown: true }),
    steps: [[1, 'officer', 'File', { reason: 'Đơn không rõ họ tên, địa chỉ người gửi.' }]],
    answer: { says: 'Không có địa chỉ để trả lời.', afterDays: 1 },
  },
  {
    id: 'DT-007',
    unit: 'nghe-an',
    receivedOn: '2026-09-16',
    arrives: {
      channel: 'forwarded',
      summary: 'Khiếu nại giá đền bù khi thu hồi đất làm đường, gửi đến lãnh đạo và được chuyển xuống.',
      senders: [sender('DT-007')],
      forwardedBy: { body: 'Văn phòng Tỉnh ủy', kind: 'party-or-state-leader' },
    },
    found: elsewhere,
    steps: [[2, 'head', 'SendElsewhere', { to: 'UBND tỉnh', ...reason }]],
    answer: { says: 'Đơn đã được chuyển đến cơ quan có thẩm quyền.', afterDays: 2 },
  },
  {
    id: 'DT-008',
    unit: 'da-nang',
    receivedOn: '2026-10-12',
    arrives: {
      channel: 'post',
      summary: 'Vừa khiếu nại mức hưởng thai sản, vừa tố cáo kế toán công ty giữ tiền của người lao động.',
      senders: [sender('DT-008')],
    },
    found: { content: 'mixed' },
    steps: [[2, 'officer', 'GuideSplit', { contents: ['Khiếu nại mức hưởng thai sản', 'Tố cáo kế toán giữ tiền'] }]],
    answer: { says: 'Đề nghị viết riêng từng nội dung thành đơn riêng.', afterDays: 1 },
  },
  {
    id: 'DT-009',
    unit: 'can-tho',
    receivedOn: '2026-11-03',
    arrives: {
      channel: 'post',
      summary: 'Sáu công nhân cùng phân xưởng đề nghị cộng thời gian độc hại vào sổ BHXH; chưa cử người đại diện.',
      senders: group('DT-009', 6),
    },
    found: complaint({ competent: 'this-body', representativesMissing: true }),
    steps: [
      [0, 'officer', 'GuideSupplement', { missing: ['Văn bản cử người đại diện'] }],
      [2, 'clerk', 'Supplement', { papers: ['Văn bản cử hai người đại diện'] }],
      [0, 'officer', 'Classify', { screening: here }],
      [1, 'officer', 'ReportToHead', { about: 'Đơn đông người về thời gian độc hại.' }],
      [0, 'head', 'Direct', { instruction: 'Giải quyết theo trình tự, mời đại diện làm việc.' }],
      [0, 'officer', 'ProposeAcceptance', { document: '01-XLĐ/DT-009' }],
    ],
    answer: { says: 'Đơn của những người cùng ký đã được đề xuất thụ lý.', afterDays: 3 },
    opens: {
      complaint: opened.group,
      contests: { decision: '655/BHXH-QLT', issuedBy: 'can-tho', issuedOn: '2026-10-12', learnedOn: '2026-10-15', kind: 'decision' },
      representatives: ['DT-009-N1', 'DT-009-N2'],
    },
  },
  {
    id: 'DT-010',
    unit: 'ha-noi',
    receivedOn: '2026-10-05',
    arrives: {
      channel: 'in-person',
      minutes: 'BB-10/TCD',
      summary: 'Đến trình bày: đề nghị mở thêm điểm chi trả lương hưu của ngành bưu điện ở xã vùng bãi.',
      senders: [sender('DT-010')],
    },
    found: { content: 'other' },
    steps: [[3, 'head', 'SendElsewhere', { to: 'Bưu điện thành phố', ...reason }]],
    answer: { says: 'Kiến nghị đã được chuyển đến Bưu điện thành phố.', answer: 'forwarded', afterDays: 3 },
  },
  {
    id: 'DT-011',
    unit: 'ha-noi',
    receivedOn: '2026-10-19',
    arrives: {
      channel: 'online-session',
      summary: 'Khiếu nại ở BHXH cơ sở đã quá hạn mà chưa có quyết định giải quyết.',
      senders: [sender('DT-011')],
    },
    found: complaint({ competent: 'body-below', belowOverdue: true }),
    steps: [
      [1, 'officer', 'ReportToHead', { about: 'BHXH cơ sở Đống Đa quá hạn giải quyết.' }],
      [0, 'head', 'Direct', { instruction: 'Yêu cầu giải quyết ngay.' }],
      [0, 'head', 'DemandResolution', { of: 'ha-noi.co-so-dong-da', document: '77/BHXH-TCD', ...reason }],
    ],
    answer: { says: 'Đã yêu cầu BHXH cơ sở giải quyết và trả lời.', answer: 'forwarded', afterDays: 2 },
  },
  {
    id: 'DT-012',
    unit: 'da-nang',
    receivedOn: '2026-09-21',
    arrives: {
      channel: 'internal',
      summary: 'Tiếp tục khiếu nại truy thu dù đã có quyết định giải quyết lần hai; phòng nghiệp vụ chuyển sang.',
      senders: [sender('DT-012')],
    },
    found: complaint({ competent: 'this-body', secondDecision: true }),
    steps: [[3, 'head', 'AnswerIneligible', { ground: 'N7', reason: 'Đã có quyết định giải quyết khiếu nại lần hai.' }]],
    answer: { says: 'Không thụ lý vì đã có quyết định giải quyết lần hai.', afterDays: 1 },
  },
  {
    id: 'DT-013',
    unit: 'can-tho',
    receivedOn: '2026-10-26',
    arrives: {
      channel: 'phone',
      minutes: 'BB-13/TCD',
      summary: 'Gọi điện khiếu nại thẻ BHYT chưa được gia hạn; hôm sau nhận được thẻ mới.',
      senders: [sender('DT-013')],
    },
    found: here,
    steps: [[1, 'clerk', 'Withdraw', { form: 'minutes' }]],
  },
  {
    id: 'DT-014',
    unit: 'nghe-an',
    receivedOn: '2026-10-20',
    arrives: {
      channel: 'post',
      summary: 'Gửi lại việc xác nhận hộ cận nghèo, không có gì thêm so với lần đã được hướng dẫn.',
      senders: [{ sender: 'DT-003-N1', signed: 'signature' }],
    },
    found: complaint({ competent: 'elsewhere', guidedBefore: true }),
    steps: [[1, 'officer', 'File', { reason: 'Nội dung đã được hướng dẫn một lần.' }]],
    answer: { says: 'Nội dung này đã được hướng dẫn một lần.', afterDays: 1 },
  },
  {
    id: 'DT-015',
    unit: 'ha-noi',
    receivedOn: '2026-11-09',
    arrives: {
      channel: 'petition-box',
      summary: 'Người vợ gửi thêm giấy tờ về việc lương hưu của chồng bị tạm dừng do trùng số định danh.',
      senders: [sender('DT-015')],
    },
    found: here,
    steps: [[1, 'officer', 'Join', { into: opened.pension, reason: 'Cùng vụ việc đang giải quyết.' }]],
    answer: { says: 'Đơn được nhập vào vụ việc đang giải quyết.', afterDays: 2 },
  },
  {
    id: WAITING,
    unit: 'da-nang',
    receivedOn: '2026-11-16',
    arrives: {
      channel: 'email',
      summary: 'Khiếu nại quyết định xử phạt giao thông, gửi nhầm vào hộp thư của cơ quan BHXH.',
      senders: [sender(WAITING)],
    },
    found: elsewhere,
    steps: [],
  },
];
