/** How the law's objections read aloud, by language. They are this project's own words; the act that is cited prevails. */
export const objectionTexts = {
  'before-the-law': {
    en: 'What the law was before 1 July 2012 is not known here, so nothing is decided by it.',
    vi: 'Chưa có dữ liệu về pháp luật trước ngày 01/7/2012 nên không thể áp dụng để quyết định.',
  },
  'no-extension': {
    en: 'The law knows no extension of this term. A case found complex, in writing and in time, has a longer total from the start.',
    vi: 'Luật không quy định việc gia hạn thời hạn này. Vụ việc được xác định là phức tạp, bằng văn bản và đúng lúc, có thời hạn dài hơn tính từ ngày thụ lý.',
  },
  'no-suspension-yet': {
    en: 'Before 1 July 2026 the settlement of a complaint could not be suspended.',
    vi: 'Trước ngày 01/7/2026 chưa có quy định về tạm đình chỉ giải quyết khiếu nại.',
  },
  'contested-no-time-left': {
    en: 'The time for settling is over, so nothing is left for which the contested decision could be suspended.',
    vi: 'Đã hết thời hạn giải quyết nên không còn thời gian để tạm đình chỉ thi hành quyết định bị khiếu nại.',
  },
  'contested-beyond-term': {
    en: 'The contested decision is suspended for what is left of the time for settling, at most.',
    vi: 'Thời gian tạm đình chỉ thi hành quyết định bị khiếu nại không vượt quá thời gian còn lại của thời hạn giải quyết.',
  },
  'suspension-ground': {
    en: 'A settlement is suspended on two grounds only: (a) force majeure or an obstacle keeps the complainant away and nobody may act for him; (b) another body’s result on a directly related issue is awaited.',
    vi: 'Chỉ được tạm đình chỉ giải quyết theo hai căn cứ: (a) do bất khả kháng hoặc trở ngại khách quan mà người khiếu nại không thể tiếp tục và không có người thay mặt hợp pháp; (b) phải chờ kết quả của cơ quan khác về vấn đề liên quan trực tiếp.',
  },
  'dialogue-mandatory': {
    en: 'A second-level decision, and every decision on a disciplinary measure, needs a dialogue with the complainant first.',
    vi: 'Trước khi ra quyết định giải quyết lần hai hoặc quyết định giải quyết khiếu nại kỷ luật phải tổ chức đối thoại với người khiếu nại.',
  },
  'non-acceptance-ground': {
    en: 'A complaint may be refused acceptance on the nine grounds of the law only (N1 to N9).',
    vi: 'Chỉ được không thụ lý khiếu nại theo chín trường hợp luật định (N1 đến N9).',
  },
  'termination-notice-ground': {
    en: 'Whether an old termination notice still bars a complaint since 1 July 2026 is not settled; a person has to look at it.',
    vi: 'Từ ngày 01/7/2026 chưa rõ thông báo đình chỉ trước đây có còn là căn cứ không thụ lý hay không; cần người có thẩm quyền xem xét.',
  },
  'complexity-criteria': {
    en: 'A case is complex if it meets at least one of seven criteria: a, b, c, d, đ, e, g.',
    vi: 'Vụ việc phức tạp phải đáp ứng ít nhất một trong bảy tiêu chí: a, b, c, d, đ, e, g.',
  },
  'complexity-reason': {
    en: 'A finding that the case is complex must give its reason.',
    vi: 'Việc xác định vụ việc phức tạp phải nêu rõ lý do.',
  },
  'complex-too-late': {
    en: 'The normal term has run out; a later finding that the case is complex does not cure that.',
    vi: 'Thời hạn thông thường đã hết; việc xác định phức tạp sau đó không khắc phục được tình trạng quá hạn.',
  },
  'withdrawal-by-signed-petition': {
    en: 'Before 1 July 2026 a complaint could be withdrawn by a signed petition only, not by minutes.',
    vi: 'Trước ngày 01/7/2026 chỉ được rút khiếu nại bằng đơn có chữ ký hoặc điểm chỉ, không rút bằng biên bản.',
  },
  'withdrawal-of-the-whole': {
    en: 'Before 1 July 2026 the law knew no withdrawal of a part of a complaint.',
    vi: 'Trước ngày 01/7/2026 pháp luật chưa quy định việc rút một phần nội dung khiếu nại.',
  },
  'termination-ground': {
    en: 'A settlement ends early on the grounds of the law only: the whole is withdrawn or, since 1 July 2026, the complainant died with no one to succeed, or the organisation ended with no successor.',
    vi: 'Chỉ được đình chỉ giải quyết theo căn cứ luật định: rút toàn bộ khiếu nại hoặc, từ ngày 01/7/2026, người khiếu nại chết mà không có người kế thừa, tổ chức chấm dứt mà không có tổ chức kế thừa.',
  },
  'group-needs-representatives': {
    en: 'From five complainants on, the complaint is accepted once they have appointed representatives in writing.',
    vi: 'Khi có từ năm người khiếu nại trở lên, chỉ thụ lý khi đã có văn bản cử người đại diện.',
  },
  'number-of-representatives': {
    en: 'Five to ten complainants have one or two representatives; more than ten have at most five.',
    vi: 'Từ năm đến mười người thì cử một hoặc hai người đại diện; trên mười người thì cử không quá năm người.',
  },
  'discipline-in-writing': {
    en: 'A complaint against a disciplinary decision must be made in writing.',
    vi: 'Khiếu nại quyết định kỷ luật phải được thực hiện bằng đơn.',
  },
  'court-has-it': {
    en: 'A court has taken the matter or has ruled on it, so it is not accepted here.',
    vi: 'Tòa án đã thụ lý hoặc đã giải quyết vụ việc nên không thụ lý khiếu nại.',
  },
  'head-decides': {
    en: 'The law gives this to the head of the body; an officer prepares it, and a deputy needs a delegation that holds on the day.',
    vi: 'Việc này thuộc thẩm quyền của thủ trưởng cơ quan; cán bộ chỉ tham mưu, cấp phó phải có ủy quyền còn hiệu lực.',
  },
  'another-is-competent': {
    en: 'This body is not the competent one for this level.',
    vi: 'Cơ quan này không có thẩm quyền giải quyết ở lần này.',
  },
  'competence-unsettled': {
    en: 'Who is competent is not settled; a person has to look at it.',
    vi: 'Chưa xác định được cơ quan có thẩm quyền; cần người có thẩm quyền xem xét.',
  },
  'own-matter': {
    en: 'Whoever made or signed what is contested does not look into it himself.',
    vi: 'Người đã tham mưu, ký ban hành quyết định bị khiếu nại không được tự mình xác minh nội dung đó.',
  },
  'dialogue-where-they-differ': {
    en: 'The complainant asks for something else than was found, so a dialogue comes before the decision.',
    vi: 'Yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau nên phải đối thoại trước khi ra quyết định.',
  },
  'dialogue-anew': {
    en: 'A complainant was kept from the dialogue by a good reason; it is to be held anew.',
    vi: 'Người khiếu nại vắng mặt tại buổi đối thoại vì lý do chính đáng nên phải tổ chức đối thoại lại.',
  },
  'dialogue-called-in-writing': {
    en: 'A dialogue is called in writing.',
    vi: 'Việc đối thoại phải được thông báo bằng văn bản.',
  },
  'dialogue-called-too-late': {
    en: 'Since 1 July 2026 a dialogue is called at least five days before it.',
    vi: 'Từ ngày 01/7/2026, thông báo đối thoại phải được gửi ít nhất năm ngày trước ngày đối thoại.',
  },
  'dialogue-not-called': {
    en: 'Nobody was called in writing to a dialogue on this day.',
    vi: 'Chưa có thông báo bằng văn bản về buổi đối thoại vào ngày này.',
  },
  'dialogue-chair': {
    en: 'Whoever decides holds the dialogue in person; somebody else needs a recorded delegation, and about discipline nobody else may.',
    vi: 'Người giải quyết khiếu nại phải trực tiếp đối thoại; người khác chủ trì phải có văn bản giao, riêng khiếu nại kỷ luật thì không được giao.',
  },
  unsigned: {
    en: 'The complaint bears neither signature nor fingerprint.',
    vi: 'Đơn khiếu nại không có chữ ký hoặc điểm chỉ.',
  },
  'group-needs-signatures': {
    en: 'The petition of a group must bear the signatures of all of them.',
    vi: 'Đơn của nhiều người phải có đầy đủ chữ ký của những người khiếu nại.',
  },
  'authorisation-needs-reason': {
    en: 'A relative or another person acts for the complainant only where he is ill, old, disabled or otherwise prevented.',
    vi: 'Chỉ được ủy quyền cho người thân thích hoặc người khác khi người khiếu nại ốm đau, già yếu, khuyết tật hoặc có lý do khách quan khác.',
  },
  'authorisation-in-writing': {
    en: 'An authorisation is given in writing.',
    vi: 'Việc ủy quyền phải được lập thành văn bản.',
  },
  'authorisation-certified': {
    en: 'The authorisation must be notarised or certified.',
    vi: 'Văn bản ủy quyền phải được công chứng hoặc chứng thực.',
  },
  'authorisation-form-unsettled': {
    en: 'Whether an authorisation must still be certified since 1 January 2027 is not settled; a person has to look at it.',
    vi: 'Từ ngày 01/01/2027 chưa rõ văn bản ủy quyền có còn phải chứng thực hay không; cần người có thẩm quyền xem xét.',
  },
  'limitation-over': {
    en: 'The time for complaining was over when the complaint arrived, unless an obstacle is shown.',
    vi: 'Khi nhận được đơn, thời hiệu khiếu nại đã hết, trừ trường hợp chứng minh được có trở ngại khách quan.',
  },
  'still-in-time': {
    en: 'The complaint arrived in time, so it cannot be refused as late.',
    vi: 'Đơn được gửi trong thời hiệu, thời hạn khiếu nại nên không thể từ chối vì quá thời hạn.',
  },
  'signed-by-all': {
    en: 'The file shows that everybody signed, so it cannot be refused for want of a signature.',
    vi: 'Hồ sơ cho thấy đơn đã có đủ chữ ký hoặc điểm chỉ nên không thể từ chối vì thiếu chữ ký.',
  },
  'silence-is-accepted': {
    en: 'The level below let its term run out and nothing on file speaks against accepting, so it is accepted here and not sent back.',
    vi: 'Cấp dưới để quá thời hạn mà không giải quyết và hồ sơ không có căn cứ không thụ lý, nên phải thụ lý giải quyết lần hai, không chuyển trả cấp dưới.',
  },
  'second-decision-exists': {
    en: 'There is a second-level decision on the matter; the way to court stays open.',
    vi: 'Vụ việc đã có quyết định giải quyết khiếu nại lần hai; người khiếu nại có quyền khởi kiện tại Tòa án.',
  },
  'first-decision-in-effect': {
    en: 'The first decision on the matter took effect because nobody contested it in time.',
    vi: 'Quyết định giải quyết lần đầu đã có hiệu lực pháp luật do không bị khiếu nại trong thời hạn.',
  },
  'withdrawn-content': {
    en: 'What was withdrawn since 1 July 2026 is not complained of again, unless it is shown that the withdrawal was forced.',
    vi: 'Nội dung đã rút từ ngày 01/7/2026 không được khiếu nại lại, trừ trường hợp chứng minh được việc rút do bị ép buộc, đe dọa.',
  },
  'termination-notice-over': {
    en: 'Thirty days after the notice that the settlement was ended, the complaint is not accepted any more.',
    vi: 'Đã quá ba mươi ngày kể từ ngày có thông báo đình chỉ nên khiếu nại không được thụ lý.',
  },
  'ground-not-on-file': {
    en: 'The file does not show this ground; record first what it rests on.',
    vi: 'Hồ sơ chưa thể hiện căn cứ này; phải ghi nhận tài liệu làm căn cứ trước.',
  },
  'suspension-evidence': {
    en: 'A suspension needs in the file what shows its ground.',
    vi: 'Việc tạm đình chỉ phải có tài liệu chứng minh căn cứ trong hồ sơ.',
  },
  'others-still-complain': {
    en: 'Others of the group still complain; the settlement goes on for them.',
    vi: 'Trong nhóm vẫn còn người tiếp tục khiếu nại nên không đình chỉ việc giải quyết đối với họ.',
  },
  'levels-end': {
    en: 'There is no further level inside the administration; the way to court stays open.',
    vi: 'Không còn cấp giải quyết tiếp theo trong hệ thống hành chính; người khiếu nại có quyền khởi kiện tại Tòa án.',
  },
  'next-level-outside': {
    en: 'The next level belongs to an office outside this organisation; the complainant has to go there.',
    vi: 'Cấp giải quyết tiếp theo thuộc cơ quan ngoài hệ thống này; người khiếu nại phải gửi đến cơ quan đó.',
  },
  'next-level-unsettled': {
    en: 'Who is competent at the next level is not settled; a person has to look at it.',
    vi: 'Chưa xác định được ai có thẩm quyền ở cấp tiếp theo; cần người có thẩm quyền xem xét.',
  },
  'level-still-has-time': {
    en: 'The term of this level has not run out, so the next level is not open yet.',
    vi: 'Thời hạn giải quyết của cấp này chưa hết nên chưa được khiếu nại lên cấp tiếp theo.',
  },
  'not-yet-received': {
    en: 'The decision has not reached the complainant, so the time for going to the next level has not begun.',
    vi: 'Người khiếu nại chưa nhận được quyết định nên thời hạn khiếu nại lần hai chưa bắt đầu.',
  },
  'window-open': {
    en: 'The complainant may still go to the next level; the file stays open until that time is over.',
    vi: 'Vẫn còn thời hạn khiếu nại lần hai nên chưa được đóng hồ sơ.',
  },
  'window-over': {
    en: 'The time for going to the next level is over, unless an obstacle is shown.',
    vi: 'Đã hết thời hạn khiếu nại lần hai, trừ trường hợp chứng minh được có trở ngại khách quan.',
  },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly vi: string }>>;

export type ObjectionRule = keyof typeof objectionTexts;
