/** What follows when a clock runs out, in words for the file. A fact carries the English words; whoever tells it has both. */
import type { Wording } from './law-data.ts';

export const consequences = {
  'acceptance-statute': {
    en: 'The term of the Law for accepting, or for refusing with reasons, is missed.',
    vi: 'Đã quá thời hạn theo Luật để thụ lý hoặc từ chối thụ lý có nêu lý do.',
  },
  'acceptance-decree': {
    en: 'The term of the decree for accepting, or for refusing with reasons, is missed.',
    vi: 'Đã quá thời hạn theo nghị định để thụ lý hoặc từ chối thụ lý có nêu lý do.',
  },
  acceptance: {
    en: 'The head answers for neither having accepted the complaint nor having refused it with reasons.',
    vi: 'Người đứng đầu chịu trách nhiệm vì không thụ lý và cũng không từ chối thụ lý có nêu lý do.',
  },
  resolution: {
    en: 'The level is overdue: the complainant may go to the next level or to court; the head still owes the decision.',
    vi: 'Cấp giải quyết đã quá hạn: người khiếu nại có quyền khiếu nại lên cấp tiếp theo hoặc khởi kiện; người đứng đầu vẫn phải ra quyết định.',
  },
  'second-complaint': {
    en: 'A complaint to the next level is out of time unless an obstacle is shown; the way to court stays open.',
    vi: 'Khiếu nại lên cấp tiếp theo là quá hạn, trừ trường hợp chứng minh được có trở ngại; quyền khởi kiện vẫn còn.',
  },
  sending: {
    en: 'The decision was not sent in time to those who must have it.',
    vi: 'Quyết định không được gửi đúng hạn cho những người phải nhận.',
  },
  publication: {
    en: 'The second decision was not made public in time.',
    vi: 'Quyết định giải quyết lần hai không được công khai đúng hạn.',
  },
  effect: {
    en: 'The decision takes effect, unless a complaint to the next level can still come.',
    vi: 'Quyết định có hiệu lực, trừ trường hợp còn thời hạn khiếu nại lên cấp tiếp theo.',
  },
  enforcement: {
    en: 'Whoever decided has not directed the enforcement in time.',
    vi: 'Người ra quyết định không chỉ đạo việc thi hành đúng hạn.',
  },
  'contested-suspension': {
    en: 'The contested decision may be carried out again: its suspension has ended with the time for settling.',
    vi: 'Quyết định bị khiếu nại có thể được thi hành trở lại: việc tạm đình chỉ thi hành chấm dứt cùng với thời hạn giải quyết.',
  },
  'suspension-notice': {
    en: 'The decision to suspend was not sent in time to those who must have it.',
    vi: 'Quyết định tạm đình chỉ giải quyết không được gửi đúng hạn cho những người phải nhận.',
  },
  'continuation-notice': {
    en: 'The decision to go on was not sent in time to those who must have it.',
    vi: 'Quyết định tiếp tục giải quyết không được gửi đúng hạn cho những người phải nhận.',
  },
  'termination-notice': {
    en: 'The decision to end the settlement was not sent in time to those who must have it.',
    vi: 'Quyết định đình chỉ giải quyết không được gửi đúng hạn cho những người phải nhận.',
  },
  'termination-notice-commune': {
    en: 'The commune was not sent in time the decision to end the settlement.',
    vi: 'Quyết định đình chỉ giải quyết không được gửi đúng hạn cho Ủy ban nhân dân cấp xã.',
  },
  'forwarder-notice': {
    en: 'Whoever forwarded the complaint was not told in time how it was settled.',
    vi: 'Nơi chuyển khiếu nại không được thông báo đúng hạn về kết quả giải quyết.',
  },
  'reception-answer': {
    en: 'Whoever came in person was not answered in time.',
    vi: 'Người đã đến không được trả lời đúng hạn.',
  },
  'papers-due': {
    en: 'The papers asked for did not come in time; the time for the decision runs on.',
    vi: 'Tài liệu đã yêu cầu không được cung cấp đúng hạn; thời hạn ra quyết định vẫn tiếp tục tính.',
  },
  'papers-due-respondent': {
    en: 'The respondent did not give papers and explanation in time; the time for the decision runs on.',
    vi: 'Người bị khiếu nại không cung cấp tài liệu, giải trình đúng hạn; thời hạn ra quyết định vẫn tiếp tục tính.',
  },
  'papers-held': {
    en: 'The party that asked for papers was not given them in time.',
    vi: 'Bên yêu cầu tài liệu không được cung cấp đúng hạn.',
  },
  answer: {
    en: 'Whoever came in person was not answered in time.',
    vi: 'Người đã đến không được trả lời đúng hạn.',
  },
  processing: {
    en: 'An alarm: leaving a petition unhandled without good reason is a ground for discipline.',
    vi: 'Cảnh báo: để đơn không được xử lý mà không có lý do chính đáng là căn cứ xử lý kỷ luật.',
  },
  'refusal-notice': {
    en: 'The written notice that a person is not received was not given in time.',
    vi: 'Thông báo bằng văn bản về việc từ chối tiếp không được gửi đúng hạn.',
  },
  retention: {
    en: 'The head decides whether the filed petition is destroyed.',
    vi: 'Người đứng đầu quyết định việc tiêu hủy đơn xếp lưu.',
  },
} as const satisfies Readonly<Record<string, Wording>>;

const byEnglish: ReadonlyMap<string, Wording> = new Map(Object.values(consequences).map((each) => [each.en, each]));

/** What a clock's fact says, in both languages; words of another edition stay as they were recorded. */
export const consequenceSaid = (recorded: string): Wording => byEnglish.get(recorded) ?? { en: recorded, vi: recorded };
