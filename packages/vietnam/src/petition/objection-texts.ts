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
  'one-of-four-answers': {
    en: 'Whoever came is told one of four things: it was accepted, more time is needed, it is refused with the reason, or it was forwarded.',
    vi: 'Người đã đến phải được trả lời một trong bốn nội dung: đã thụ lý; cần thêm thời gian để xác minh; từ chối, nêu rõ lý do; đã chuyển.',
  },
  'answer-is-another': {
    en: 'That is not what became of the petition.',
    vi: 'Nội dung trả lời không đúng với kết quả xử lý đơn.',
  },
  'reception-law-unknown': {
    en: 'What the law on receiving citizens said before 1 July 2014 is not known here.',
    vi: 'Chưa rõ quy định về tiếp công dân trước ngày 01/7/2014.',
  },
  'identity-not-given': {
    en: 'Whoever comes gives name and address, or shows a paper that proves who it is.',
    vi: 'Người đến phải nêu rõ họ tên, địa chỉ hoặc xuất trình giấy tờ tùy thân.',
  },
  'identity-incomplete': {
    en: 'Since 1 July 2026 whoever comes gives name and address, and the number of an identity card or a passport.',
    vi: 'Từ ngày 01/7/2026 người đến phải cung cấp họ tên, địa chỉ và số định danh cá nhân, thẻ căn cước hoặc hộ chiếu.',
  },
  'acts-without-papers': {
    en: 'Whoever acts for another shows papers that prove it.',
    vi: 'Người đại diện, người được ủy quyền phải xuất trình giấy tờ chứng minh.',
  },
  'reception-ground': {
    en: 'A person is refused to be received on a ground of the law only; this code names none.',
    vi: 'Chỉ được từ chối tiếp công dân trong các trường hợp pháp luật quy định; mã này không phải là một trường hợp như vậy.',
  },
  'reception-ground-not-yet': {
    en: 'The law did not know this ground yet on the day it was established.',
    vi: 'Vào ngày xác định căn cứ, pháp luật chưa quy định trường hợp này.',
  },
  'reception-ground-on-paper': {
    en: 'This ground rests on a paper of the competent body; the refusal names it.',
    vi: 'Trường hợp này phải có văn bản của cơ quan có thẩm quyền; khi từ chối phải nêu văn bản đó.',
  },
  'what-was-left-is-handled': {
    en: 'Not to receive a person is not to refuse his petition: what he brought, and what was written down, is registered and answered.',
    vi: 'Từ chối tiếp người không phải là từ chối đơn: đơn, tài liệu đã nộp và nội dung đã được ghi lại vẫn phải vào sổ và được trả lời.',
  },
  'withdrawal-by-signed-petition': {
    en: 'Before 1 July 2026 withdrawing took a signed paper; minutes were not enough.',
    vi: 'Trước ngày 01/7/2026 việc rút phải bằng đơn có chữ ký hoặc điểm chỉ, không bằng biên bản.',
  },
  'withdrawal-of-the-whole': {
    en: 'Before 1 July 2026 the law spoke of withdrawing the whole only, not a part.',
    vi: 'Trước ngày 01/7/2026 luật chỉ quy định rút toàn bộ, không quy định rút một phần.',
  },
  'nothing-became-of-it': {
    en: 'Every petition is handled; nothing has become of this one.',
    vi: 'Mọi đơn đều phải được xử lý; đơn này chưa có kết quả xử lý.',
  },
  'kept-for-a-year': {
    en: 'A filed petition is kept for a year before its destruction can be decided.',
    vi: 'Đơn xếp lưu phải được lưu một năm trước khi quyết định việc tiêu hủy.',
  },
  'not-filed': {
    en: 'Only a petition that lies filed is destroyed; this one does not.',
    vi: 'Chỉ tiêu hủy đơn đang xếp lưu; đơn này không phải đơn đang xếp lưu.',
  },
  'not-below': {
    en: 'A resolution is demanded of the body directly below only.',
    vi: 'Chỉ yêu cầu cơ quan cấp dưới trực tiếp giải quyết.',
  },
  'no-row-decides': {
    en: 'By what was found so far, no row of the table decides.',
    vi: 'Theo thông tin đã ghi nhận, chưa có trường hợp nào được áp dụng.',
  },
  'ground-is-another': {
    en: 'By what was found, it is not accepted on another ground than the one that is named.',
    vi: 'Theo thông tin đã ghi nhận, căn cứ không thụ lý là căn cứ khác với căn cứ được nêu.',
  },
  'cure-still-in-time': {
    en: 'What is missing may still be handed in: it is refused for that only when the term for acceptance ends.',
    vi: 'Người khiếu nại còn thời gian bổ sung; chỉ từ chối vì thiếu điều kiện khi hết thời hạn thụ lý.',
  },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly vi: string }>>;

export type PetitionRule = keyof typeof petitionTexts;
