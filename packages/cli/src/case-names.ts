/**
 * What the shipped case types call their stages, facts and clocks in Vietnamese, for reviews that people read. English words stand with
 * the case types themselves. Terms are those of the acts (LKN, TT05); a host's own case types are told by the names in its log.
 */
import type { CaseNames } from '@redress/audit';
import type { ClockName, SampleRole } from '@redress/vietnam';

const ofEither = {
  ArrivalRecorded: 'Ghi nhận văn bản đến, không làm thay đổi vụ việc.',
  Acknowledged: 'Đã báo cho người gửi biết đã nhận đơn.',
  Assigned: 'Giao người phụ trách.',
  CustodyMoved: 'Chuyển người chịu trách nhiệm do thay đổi người đứng đầu hoặc đơn vị.',
  PartWithdrawn: 'Rút một phần nội dung.',
  Filed: 'Lưu đơn, không xử lý.',
  LinkRecorded: 'Một vụ việc khác có liên quan đến vụ việc này.',
  Noted: 'Ghi chú.',
  ClockRanOut: 'Hết một thời hạn.',
  ClocksRecounted: 'Tính lại các thời hạn theo lịch mới.',
};

const complaint = {
  ...ofEither,
  Received: 'Tiếp nhận khiếu nại.',
  CompletionAsked: 'Yêu cầu người gửi bổ sung.',
  Completed: 'Nhận tài liệu bổ sung.',
  Accepted: 'Thụ lý giải quyết khiếu nại.',
  NotAccepted: 'Không thụ lý giải quyết.',
  Guided: 'Hướng dẫn người gửi đến cơ quan có thẩm quyền.',
  Returned: 'Trả lại đơn cho cơ quan đã chuyển đến.',
  Joined: 'Nhập vào vụ việc khác.',
  SentElsewhere: 'Chuyển đơn đến cơ quan khác.',
  TransferOffered: 'Đề nghị chuyển vụ việc cho đơn vị khác.',
  TransferAccepted: 'Đơn vị được đề nghị đã nhận vụ việc.',
  TransferRefused: 'Đơn vị được đề nghị không nhận vụ việc.',
  CustodyDisputed: 'Có tranh chấp về đơn vị phụ trách.',
  Escalated: 'Báo cáo cấp trên trực tiếp.',
  HandedDown: 'Cấp trên giao lại vụ việc.',
  SuperiorRuled: 'Cấp trên quyết định đơn vị phụ trách.',
  CoordinatorsNamed: 'Nêu các đơn vị phối hợp.',
  OpinionGiven: 'Đơn vị phối hợp cho ý kiến.',
  Disagreed: 'Một đơn vị có ý kiến khác.',
  DisagreementSettled: 'Thống nhất được ý kiến khác nhau.',
  Consulted: 'Hỏi ý kiến cơ quan bên ngoài.',
  ConsultationAnswered: 'Cơ quan được hỏi đã trả lời.',
  DialogueCalled: 'Mời các bên đối thoại.',
  DialogueHeld: 'Tổ chức đối thoại.',
  ComplexityFound: 'Xác định vụ việc phức tạp.',
  TermExtended: 'Gia hạn một thời hạn.',
  ContestedSuspended: 'Tạm đình chỉ thi hành quyết định bị khiếu nại.',
  ContestedLifted: 'Hủy bỏ việc tạm đình chỉ thi hành quyết định bị khiếu nại.',
  Suspended: 'Tạm đình chỉ giải quyết khiếu nại.',
  Resumed: 'Tiếp tục giải quyết khiếu nại.',
  Resolved: 'Ra quyết định giải quyết khiếu nại của cấp này.',
  Served: 'Quyết định đến những người phải nhận.',
  Published: 'Công khai quyết định.',
  Withdrawn: 'Rút toàn bộ khiếu nại.',
  MembersWithdrew: 'Một số người khiếu nại rút khiếu nại.',
  Terminated: 'Đình chỉ giải quyết khiếu nại.',
  Recomplained: 'Khiếu nại tiếp lên cấp trên.',
  SentBack: 'Chuyển lại cấp còn nợ quyết định giải quyết.',
  CourtRulingRecorded: 'Tòa án đã phán quyết.',
  Enforced: 'Thực hiện một biện pháp thi hành.',
  Closed: 'Đóng hồ sơ.',
  MembersAdded: 'Thêm người khiếu nại.',
  RepresentativesAppointed: 'Cử người đại diện.',
  MembersSplitOff: 'Tách một số người khiếu nại thành vụ việc riêng.',
  ObligationFulfilled: 'Thực hiện một nghĩa vụ còn lại.',
  Visited: 'Có người đến về vụ việc.',
  PapersRequested: 'Yêu cầu cung cấp thêm tài liệu.',
  PapersAsked: 'Một bên yêu cầu cơ quan cung cấp tài liệu.',
  Notified: 'Gửi văn bản cho những người phải nhận.',
  Apologised: 'Xin lỗi và hẹn ngày mới.',
};

const petition = {
  ...ofEither,
  Received: 'Tiếp nhận đơn.',
  OralRecorded: 'Ghi lại nội dung trình bày bằng lời nói.',
  Supplemented: 'Nhận nội dung bổ sung; phân loại lại.',
  Withdrawn: 'Rút toàn bộ đơn, không còn việc phải làm.',
  SendersWithdrew: 'Một số hoặc tất cả người gửi rút đơn, còn việc phải làm.',
  IdentityChecked: 'Người đến đã xuất trình giấy tờ tùy thân.',
  ReceptionRefused: 'Từ chối tiếp người đến; đơn vẫn được xử lý như mọi đơn khác.',
  RefusalNoticeGiven: 'Gửi thông báo từ chối tiếp bằng văn bản.',
  Registered: 'Vào sổ.',
  Classified: 'Phân loại đơn và ghi căn cứ xử lý.',
  ProposedForAcceptance: 'Đề xuất thụ lý.',
  AnsweredIneligible: 'Đơn không đủ điều kiện thụ lý.',
  SupplementGuided: 'Hướng dẫn người gửi bổ sung.',
  GuidedOnce: 'Hướng dẫn người gửi đến cơ quan có thẩm quyền.',
  Returned: 'Trả lại đơn cho nơi đã chuyển đến.',
  SentElsewhere: 'Chuyển đơn đến cơ quan có thẩm quyền.',
  SplitGuided: 'Hướng dẫn viết riêng từng đơn.',
  JoinedCase: 'Nhập vào một vụ việc.',
  LinkedDuplicate: 'Đơn trùng với đơn đã có.',
  ReportedToHead: 'Báo cáo thủ trưởng.',
  HeadDirected: 'Thủ trưởng chỉ đạo xử lý.',
  ResolutionDemanded: 'Yêu cầu cấp dưới giải quyết.',
  SenderAnswered: 'Trả lời người gửi hoặc nơi chuyển đơn.',
  OriginalsReturned: 'Trả lại giấy tờ gốc.',
  DestructionDecided: 'Quyết định tiêu hủy.',
  Closed: 'Đóng hồ sơ.',
  OpenedCase: 'Mở vụ việc từ đơn này.',
};

const stages = {
  none: 'chưa có',
  received: 'đã tiếp nhận',
  assigned: 'đang giải quyết',
  transferred: 'đề nghị chuyển',
  escalated: 'chờ cấp trên',
  resolved: 'đã ra quyết định',
  recomplained: 'khiếu nại tiếp',
  closed: 'đã kết thúc',
  registered: 'đã vào sổ',
  classified: 'đã phân loại',
  proposed: 'đề xuất thụ lý',
  ineligible: 'không đủ điều kiện',
  'supplement-guided': 'hướng dẫn bổ sung',
  guided: 'đã hướng dẫn',
  forwarded: 'đã chuyển đơn',
  returned: 'đã trả lại',
  'split-guided': 'hướng dẫn tách đơn',
  filed: 'lưu đơn',
  joined: 'đã nhập',
  linked: 'đơn trùng',
  reported: 'báo cáo thủ trưởng',
};

/** Those that only a petition has. */
type PetitionClock = 'answer' | 'processing' | 'refusal-notice' | 'retention';

const clocks: Readonly<Record<ClockName | PetitionClock, string>> = {
  'acceptance-statute': 'thụ lý (theo Luật)',
  'acceptance-decree': 'thụ lý (theo nghị định)',
  acceptance: 'thụ lý',
  resolution: 'giải quyết',
  'second-complaint': 'khiếu nại tiếp',
  sending: 'gửi quyết định',
  publication: 'công khai quyết định',
  effect: 'có hiệu lực pháp luật',
  enforcement: 'chỉ đạo thi hành',
  'contested-suspension': 'tạm đình chỉ thi hành quyết định bị khiếu nại',
  'suspension-notice': 'gửi quyết định tạm đình chỉ giải quyết',
  'continuation-notice': 'gửi quyết định tiếp tục giải quyết',
  'termination-notice': 'gửi quyết định đình chỉ giải quyết',
  'termination-notice-commune': 'gửi quyết định đình chỉ cho Ủy ban nhân dân cấp xã',
  'forwarder-notice': 'thông báo cho nơi chuyển đơn',
  'reception-answer': 'trả lời người đến',
  'papers-due': 'cung cấp tài liệu',
  'papers-due-respondent': 'người bị khiếu nại giải trình',
  'papers-held': 'cung cấp tài liệu do cơ quan giữ',
  answer: 'trả lời người đến',
  processing: 'xử lý đơn',
  'refusal-notice': 'thông báo từ chối tiếp',
  retention: 'lưu đơn',
};

const fields = {
  channel: 'hình thức gửi',
  unit: 'đơn vị',
  summary: 'nội dung',
  complainants: 'người khiếu nại',
  member: 'người',
  members: 'những người',
  sender: 'người gửi',
  senders: 'người gửi',
  signed: 'đã ký',
  contests: 'bị khiếu nại',
  contested: 'bị khiếu nại',
  decision: 'quyết định',
  issuedBy: 'cơ quan ban hành',
  issuedOn: 'ngày ban hành',
  learnedOn: 'ngày biết',
  kind: 'loại',
  topic: 'lĩnh vực',
  traits: 'đặc điểm',
  attended: 'người dự',
  chairedBy: 'người chủ trì',
  absent: 'người vắng mặt',
  remoteArea: 'vùng sâu, vùng xa',
  reference: 'số ở nơi khác',
  forwardedBy: 'nơi chuyển đơn',
  document: 'văn bản',
  documents: 'văn bản',
  missing: 'còn thiếu',
  ground: 'căn cứ',
  reason: 'lý do',
  to: 'gửi đến',
  toUnit: 'đơn vị nhận',
  toPerson: 'người nhận',
  person: 'người',
  instruction: 'chỉ đạo',
  units: 'các đơn vị',
  opinion: 'ý kiến',
  text: 'nội dung',
  outcome: 'kết quả',
  heldOn: 'ngày tổ chức',
  place: 'địa điểm',
  minutes: 'biên bản',
  criteria: 'tiêu chí',
  evidence: 'chứng cứ',
  clock: 'thời hạn',
  by: 'thêm',
  form: 'hình thức',
  how: 'cách thức',
  against: 'khiếu nại đối với',
  level: 'cấp giải quyết',
  court: 'tòa án',
  ruling: 'phán quyết',
  effect: 'hiệu lực',
  measure: 'biện pháp',
  obligation: 'nghĩa vụ',
  about: 'về',
  dueOn: 'ngày cuối',
  number: 'số',
  pages: 'số trang',
  originals: 'giấy tờ gốc',
  row: 'dòng của bảng phân loại',
  into: 'nhập vào',
  petition: 'đơn',
};

/** Values that are words of a case type; whatever else stands in a field is somebody's own words. */
const ways = {
  post: 'bưu điện',
  'in-person': 'trực tiếp',
  online: 'trực tuyến',
  email: 'thư điện tử',
  phone: 'điện thoại',
  forwarded: 'nơi khác chuyển đến',
  internal: 'nội bộ',
  other: 'khác',
};
const values = {
  channel: ways,
  kind: { decision: 'quyết định hành chính', act: 'hành vi hành chính', discipline: 'quyết định kỷ luật' },
  outcome: {
    right: 'khiếu nại đúng',
    'partly-right': 'khiếu nại đúng một phần',
    wrong: 'khiếu nại sai',
    'act-ended': 'hành vi đã chấm dứt',
    settled: 'đã thống nhất',
  },
  how: { meeting: 'tại cuộc họp', posting: 'niêm yết', media: 'trên phương tiện thông tin đại chúng' },
  against: { decision: 'quyết định giải quyết', silence: 'không ra quyết định' },
  of: { complainant: 'người khiếu nại', respondent: 'người bị khiếu nại', other: 'người khác' },
};

const roles: Readonly<Record<SampleRole, string>> = {
  clerk: 'người tiếp nhận',
  officer: 'cán bộ thụ lý',
  head: 'thủ trưởng',
  superior: 'thủ trưởng cấp trên',
  system: 'hệ thống',
};

/**
 * Clocks that end by themselves, or by what somebody outside does or leaves undone: a window for complaining, the day of effect, papers
 * that a party was asked for. That one of these ran out is no deadline missed by whoever held the case.
 */
const notOwed: ReadonlySet<string> = new Set([
  ...(['second-complaint', 'effect', 'contested-suspension', 'papers-due', 'papers-due-respondent'] satisfies ClockName[]),
  'retention',
]);

export const isOwed = (clock: string): boolean => !notOwed.has(clock);

/** The names in a language; none in English, which the case types and the log have themselves. */
export async function namesIn(language: 'en' | 'vi'): Promise<CaseNames | undefined> {
  if (language === 'en') return undefined;
  const { consequenceSaid } = await import('@redress/vietnam');
  const consequence = (recorded: string): string | null => {
    const { en, vi } = consequenceSaid(recorded);
    return vi === en ? null : vi;
  };
  return {
    caseTypes: { complaint: 'khiếu nại', petition: 'đơn' },
    ...{ stages, clocks, roles, fields, values, facts: { complaint, petition }, consequence },
  };
}
