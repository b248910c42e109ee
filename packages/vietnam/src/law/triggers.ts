/**
 * The events that start the terms, or that a lead precedes, in words. Data only. Not legal advice.
 */
export const triggers = {
  decisionReceived: {
    en: 'The contested decision is received, or the decision or act is learnt of.',
    vi: 'Nhận được quyết định, hoặc biết được quyết định, hành vi bị khiếu nại.',
  },
  decision1Received: { en: 'The first decision on the complaint is received.', vi: 'Nhận được quyết định giải quyết khiếu nại lần đầu.' },
  decision2Received: { en: 'The second decision on the complaint is received.', vi: 'Nhận được quyết định giải quyết khiếu nại lần hai.' },
  settlementDecisionReceived: {
    en: 'A decision on the complaint is received, the first or the second.',
    vi: 'Nhận được quyết định giải quyết khiếu nại, lần đầu hoặc lần hai.',
  },
  level1LimitExpired: {
    en: 'The term of the first level ends without a decision.',
    vi: 'Hết thời hạn giải quyết lần đầu mà không có quyết định.',
  },
  level2LimitExpired: {
    en: 'The term of the second level ends without a decision.',
    vi: 'Hết thời hạn giải quyết lần hai mà không có quyết định.',
  },
  settlementLimitExpired: {
    en: 'The term of a level ends with neither a decision nor an answer in writing.',
    vi: 'Hết thời hạn giải quyết mà không có quyết định và không có văn bản trả lời.',
  },
  terminationNotice: { en: 'The notice that the settlement is ended.', vi: 'Văn bản thông báo đình chỉ giải quyết.' },
  bothRoutesTaken: {
    en: 'The court asks the person who both complained and sued to choose.',
    vi: 'Tòa án yêu cầu người vừa khiếu nại vừa khởi kiện lựa chọn.',
  },
  complaintReceived: { en: 'The complaint is received.', vi: 'Nhận được khiếu nại.' },
  caseAccepted: { en: 'The complaint is accepted.', vi: 'Khiếu nại được thụ lý.' },
  foundRightByIssuer: {
    en: 'The issuer, looking again, finds the complaint right.',
    vi: 'Người bị khiếu nại kiểm tra lại và thấy khiếu nại đúng.',
  },
  verificationPeriodExpired: { en: 'The time set for verification ends.', vi: 'Hết thời gian xác minh.' },
  informationRequested: { en: 'Information or papers are asked for.', vi: 'Có yêu cầu cung cấp thông tin, tài liệu.' },
  informationRequestReceived: { en: 'The request for information is received.', vi: 'Nhận được yêu cầu cung cấp thông tin.' },
  dialogueDay: { en: 'The day of the dialogue.', vi: 'Ngày đối thoại.' },
  dialogueMissed: { en: 'Somebody who was called stays away from the dialogue.', vi: 'Người được mời vắng mặt tại buổi đối thoại.' },
  secondDialogueNotice: { en: 'The second written notice of the dialogue.', vi: 'Thông báo đối thoại bằng văn bản lần thứ hai.' },
  decisionIssued: { en: 'The decision on the complaint is issued.', vi: 'Có quyết định giải quyết khiếu nại.' },
  decisionPromulgated: {
    en: 'The decision on the complaint is promulgated, the first or the second.',
    vi: 'Ban hành quyết định giải quyết khiếu nại, lần đầu hoặc lần hai.',
  },
  decision1Promulgated: { en: 'The first decision is promulgated.', vi: 'Ban hành quyết định giải quyết lần đầu.' },
  decision2Promulgated: { en: 'The second decision is promulgated.', vi: 'Ban hành quyết định giải quyết lần hai.' },
  publicationMeeting: { en: 'The meeting at which the decision is made public.', vi: 'Cuộc họp công khai quyết định.' },
  decisionPosted: { en: 'The decision is posted.', vi: 'Niêm yết quyết định.' },
  decisionOnline: { en: 'The decision is put on a web page.', vi: 'Đăng quyết định trên trang thông tin điện tử.' },
  decisionEffective: { en: 'The decision takes effect.', vi: 'Quyết định có hiệu lực pháp luật.' },
  caseResolved: { en: 'The case is settled.', vi: 'Vụ việc đã được giải quyết.' },
  resultNoticeReceivedByForwarder: {
    en: 'The forwarder receives the notice of the result.',
    vi: 'Nơi chuyển đơn nhận được thông báo kết quả.',
  },
  fileClosed: {
    en: 'The file is closed: the decision is sent and, where due, made public.',
    vi: 'Đóng hồ sơ: quyết định đã gửi và đã công khai nếu phải công khai.',
  },
  suspensionGroundMet: {
    en: 'A ground for suspending or ending the settlement is met.',
    vi: 'Có căn cứ tạm đình chỉ hoặc đình chỉ giải quyết.',
  },
  suspensionDecisionIssued: {
    en: 'The decision to suspend, or to end early, is issued.',
    vi: 'Ban hành quyết định tạm đình chỉ hoặc đình chỉ.',
  },
  suspensionGroundGone: { en: 'The ground of the suspension is gone.', vi: 'Căn cứ tạm đình chỉ không còn.' },
  continueDecisionIssued: { en: 'The decision to go on is issued.', vi: 'Ban hành quyết định tiếp tục giải quyết.' },
  resolutionContinued: { en: 'The settlement goes on by decision.', vi: 'Tiếp tục giải quyết theo quyết định.' },
  terminationDecisionIssued: { en: 'The decision that ends the settlement is issued.', vi: 'Ban hành quyết định đình chỉ giải quyết.' },
  contestedDecisionSuspended: {
    en: 'The enforcement of the contested decision is suspended.',
    vi: 'Tạm đình chỉ thi hành quyết định bị khiếu nại.',
  },
  contestedSuspensionUnneeded: { en: 'The reason for that suspension is gone.', vi: 'Lý do tạm đình chỉ thi hành không còn.' },
  disciplinaryDecisionReceived: { en: 'The disciplinary decision is received.', vi: 'Nhận được quyết định kỷ luật.' },
  contentReceivedAtReception: { en: 'What a person who came asks for is taken down.', vi: 'Tiếp nhận nội dung của người đến.' },
  receptionDay: { en: 'The day of the reception.', vi: 'Ngày tiếp công dân.' },
  receptionEnded: { en: 'The reception ends.', vi: 'Kết thúc buổi tiếp công dân.' },
  onlineReceptionDay: { en: 'The day of the online reception.', vi: 'Ngày tiếp công dân trực tuyến.' },
  onlineReceptionStart: { en: 'The online reception begins.', vi: 'Bắt đầu buổi tiếp công dân trực tuyến.' },
  urgentReceptionGround: { en: 'A ground for receiving out of turn appears.', vi: 'Có trường hợp phải tiếp công dân đột xuất.' },
  refusalGroundEstablished: {
    en: 'A ground for refusing to receive a person is established.',
    vi: 'Xác định có căn cứ từ chối tiếp công dân.',
  },
  petitionReceived: { en: 'The petition is received.', vi: 'Nhận được đơn.' },
  petitionFiled: { en: 'The petition is filed.', vi: 'Lưu đơn.' },
  nonAcceptanceDecided: { en: 'It is decided not to accept the complaint.', vi: 'Quyết định không thụ lý.' },
  originalsUnneeded: {
    en: 'Original papers are no longer needed: not accepted, or decided.',
    vi: 'Không còn cần giấy tờ gốc: không thụ lý, hoặc đã có quyết định giải quyết.',
  },
} as const;
