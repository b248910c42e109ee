/** How the law's objections to what is asked of a petition read aloud. This project's own words; the act that is cited prevails. */
export const petitionTexts = {
  'oral-discipline': {
    en: 'A complaint against a disciplinary decision is made in writing; what was spoken is recorded, and the sender is guided to write.',
    vi: 'Khiếu nại quyết định kỷ luật phải bằng đơn; nội dung trình bày được ghi nhận và người khiếu nại được hướng dẫn viết đơn.',
  },
  'guided-once': {
    en: 'The sender was guided already; guidance is given once.',
    vi: 'Người gửi đơn đã được hướng dẫn; việc hướng dẫn chỉ thực hiện một lần.',
  },
  'not-forwarded': {
    en: 'It goes back only to whoever sent it on, and nobody of that name did.',
    vi: 'Chỉ trả lại đơn cho cơ quan, cá nhân đã chuyển đơn; nơi được nêu không phải nơi đã chuyển.',
  },
  'not-named': {
    en: 'The one who is guided for all must be one of those who sent it.',
    vi: 'Người được hướng dẫn thay cho những người khác phải là một trong những người gửi đơn.',
  },
  'each-his-own-answer': {
    en: 'One answer stands for others only where many sent it together; otherwise each sender is answered.',
    vi: 'Chỉ khi đơn có nhiều người ký thì văn bản trả lời mới có thể gửi cho một người; nếu không, từng người gửi đơn đều được trả lời.',
  },
  'nothing-to-answer-yet': {
    en: 'Nothing has become of the petition that could be answered; until then an answer may say that more time is needed.',
    vi: 'Chưa có kết quả xử lý để trả lời; trước đó chỉ có thể thông báo cần thêm thời gian.',
  },
  'nothing-became-of-it': {
    en: 'Every petition is handled; nothing has become of this one.',
    vi: 'Mọi đơn đều phải được xử lý; đơn này chưa có kết quả xử lý.',
  },
  'kept-for-a-year': {
    en: 'A filed petition is kept for a year before its destruction can be decided.',
    vi: 'Đơn xếp lưu phải được lưu một năm trước khi quyết định việc tiêu hủy.',
  },
  'not-below': {
    en: 'A resolution is demanded of the body directly below only.',
    vi: 'Chỉ yêu cầu cơ quan cấp dưới trực tiếp giải quyết.',
  },
  'no-row-decides': {
    en: 'By what was found so far, no row of the table decides.',
    vi: 'Theo thông tin đã ghi nhận, chưa có trường hợp nào được áp dụng.',
  },
  'cure-still-in-time': {
    en: 'What is missing may still be handed in: it is refused for that only when the term for acceptance ends.',
    vi: 'Người khiếu nại còn thời gian bổ sung; chỉ từ chối vì thiếu điều kiện khi hết thời hạn thụ lý.',
  },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly vi: string }>>;

export type PetitionRule = keyof typeof petitionTexts;
