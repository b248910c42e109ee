/** The doubts that stand beside single values of the law, in Vietnamese. The data says them in English, which is their key here. */
import type { Wording } from './law-data.ts';

export const doubtTexts: Readonly<Record<string, string>> = {
  'A single complaint outside competence is guided, not forwarded (O-9).':
    'Đơn khiếu nại của một người không thuộc thẩm quyền thì được hướng dẫn, không chuyển đơn (O-9).',
  'A term for the notice is known from 2026-07-01 only (TD-09).': 'Chỉ từ ngày 01/07/2026 mới biết thời hạn của thông báo (TD-09).',
  'Article number and first day are from a law portal and the press.':
    'Số điều và ngày bắt đầu áp dụng lấy từ trang tra cứu pháp luật và báo chí.',
  'Before 2026-07-01 no law defined “complex”; a reason in writing is asked for (D-04).':
    'Trước ngày 01/07/2026 chưa có quy định thế nào là “phức tạp”; yêu cầu nêu lý do bằng văn bản (D-04).',
  'By which day the old or the new law holds is therefore a choice of configuration (D-07).':
    'Vì vậy, áp dụng luật cũ hay luật mới theo ngày nào là lựa chọn cấu hình (D-07).',
  'Counted from promulgation while the window for going on is counted from receipt; whether day 30 or 31 is the first is open (D-03).':
    'Tính từ ngày ban hành, trong khi thời hạn khiếu nại tiếp tính từ ngày nhận; ngày đầu là ngày 30 hay 31 còn chưa rõ (D-03).',
  'Counted from promulgation, while the window for a second complaint is counted from receipt (D-03).':
    'Tính từ ngày ban hành, trong khi thời hạn khiếu nại lần hai tính từ ngày nhận (D-03).',
  'Decree 274/2025 Đ.8 does so; its content was not seen (O-10).':
    'Điều 8 Nghị định 274/2025 quy định việc này; chưa xem được nội dung (O-10).',
  'Decree 274/2025 Đ.8, in force from 2025-11-30, details this; its content was not seen.':
    'Điều 8 Nghị định 274/2025, có hiệu lực từ ngày 30/11/2025, quy định chi tiết; chưa xem được nội dung.',
  'Decree 75/2012 counted working days; that plain days are meant here was taken from a law portal.':
    'Nghị định 75/2012 tính ngày làm việc; ở đây hiểu là ngày thường theo trang tra cứu pháp luật.',
  'From five complainants on only once all have signed and representatives are appointed in writing.':
    'Từ năm người khiếu nại trở lên, chỉ tính khi mọi người đã ký và đã cử người đại diện bằng văn bản.',
  'Heads of social-insurance bodies are named by neither point; in person is the default (D-09).':
    'Không điểm nào nêu thủ trưởng cơ quan bảo hiểm xã hội; mặc định là trực tiếp đối thoại (D-09).',
  'It may take effect while the window for a second complaint, counted from receipt, is still open.':
    'Quyết định có thể có hiệu lực khi thời hạn khiếu nại lần hai, tính từ ngày nhận, vẫn còn.',
  'Known from the press and from decrees that quote it; the text of Law 136/2025 was not seen.':
    'Biết qua báo chí và các nghị định viện dẫn; chưa xem được văn bản Luật 136/2025.',
  'Known from the press; the text of Law 136/2025 was not seen.': 'Biết qua báo chí; chưa xem được văn bản Luật 136/2025.',
  'Labour authorities were merged into others in 2025; the addressee is for a person to find.':
    'Cơ quan lao động đã sáp nhập năm 2025; người xử lý phải xác định nơi nhận.',
  'Law 136/2025 amended it for a local government in two tiers; its text was not seen.':
    'Luật 136/2025 sửa đổi theo chính quyền địa phương hai cấp; chưa xem được văn bản.',
  'Law 136/2025 amended it for a local government in two tiers; its text was not seen. That this clause still holds is inferred.':
    'Luật 136/2025 sửa đổi theo chính quyền địa phương hai cấp; chưa xem được văn bản. Khoản này còn hiệu lực là suy luận.',
  'Law 136/2025 amended this Law from 2026-07-01; its text was not seen.':
    'Luật 136/2025 sửa đổi Luật này từ ngày 01/07/2026; chưa xem được văn bản.',
  'Law 136/2025 is reported to have ended standing in by deputies from 2026-07-01; for which heads is not known.':
    'Theo tin đưa, Luật 136/2025 bỏ việc cấp phó tiếp thay từ ngày 01/07/2026; chưa rõ với người đứng đầu nào.',
  'Neither “remote area” nor, before 2026-07-01, “complex” is defined (D-04, D-05).':
    'Chưa có quy định thế nào là “vùng sâu, vùng xa”, và trước ngày 01/07/2026 là “phức tạp” (D-04, D-05).',
  'No text that repeals the article was seen; the level it speaks of is gone (D-23).':
    'Chưa thấy văn bản bãi bỏ điều này; cấp mà điều này nói đến không còn (D-23).',
  'Nothing is said of petitions received and not yet accepted (D-06).': 'Không có quy định về đơn đã tiếp nhận mà chưa thụ lý (D-06).',
  'Plain days here, working days for the first decision: read as written (D-15).':
    'Ở đây là ngày thường, với quyết định lần đầu là ngày làm việc: áp dụng đúng câu chữ (D-15).',
  'Practice takes ten working days; no article that says so was found, so no number is given.':
    'Thực tiễn lấy mười ngày làm việc; không tìm thấy điều luật quy định nên không nêu số ngày.',
  'That issues and days follow one another was taken from a law portal.': 'Thứ tự các số và ngày lấy từ trang tra cứu pháp luật.',
  'That one of the two must be chosen stands in the article; what holds where no choice is made, and by when, is general knowledge.':
    'Điều luật quy định phải chọn một trong hai; nếu không chọn thì sao và chọn đến khi nào là hiểu biết chung.',
  'That the article exists is known; its content was not seen (O-10).': 'Biết là có điều này; chưa xem được nội dung (O-10).',
  'That the day of the decision to go on is not counted itself is inferred; counted, it ends one day earlier (D-16).':
    'Không tính ngày ra quyết định giải quyết tiếp là suy luận; nếu tính thì kết thúc sớm hơn một ngày (D-16).',
  'That time limits are part of the procedure is inferred.': 'Coi thời hạn là một phần của trình tự, thủ tục là suy luận.',
  'The article was not seen, and another page says that the new days are not known; for information only.':
    'Chưa xem được điều luật, và một trang khác cho biết chưa rõ số ngày mới; chỉ để tham khảo.',
  'The circular gave way in substance to decree 124/2020; whether that decree has a rule of its own in this place was not found (O-6).':
    'Về nội dung, thông tư đã được thay bằng Nghị định 124/2020; chưa tìm thấy nghị định này có quy định riêng ở điểm này hay không (O-6).',
  'The day of effect is itself open by a day (D-03, O-7).': 'Ngày có hiệu lực còn chưa rõ chênh một ngày (D-03, O-7).',
  'The decree it rested on was replaced on 2026-07-01; no circular in its place is known (D-13).':
    'Nghị định làm căn cứ đã được thay thế ngày 01/07/2026; chưa biết thông tư thay thế (D-13).',
  'The decree it rested on was replaced on 2026-07-01; no circular in its place is known.':
    'Nghị định làm căn cứ đã được thay thế ngày 01/07/2026; chưa biết thông tư thay thế.',
  'The decree that now says how it is made public was seen on a secondary page only.':
    'Nghị định hiện quy định việc công khai mới chỉ xem qua trang thứ cấp.',
  'The district level was abolished on 2025-07-01.': 'Cấp huyện đã bỏ từ ngày 01/07/2025.',
  'The law on complaints has no counting rule; that this one is used is inferred (D-02).':
    'Pháp luật về khiếu nại không có quy tắc tính thời hạn; dùng quy tắc này là suy luận (D-02).',
  'The law on complaints has no counting rule; that this one is used is inferred.':
    'Pháp luật về khiếu nại không có quy tắc tính thời hạn; dùng quy tắc này là suy luận.',
  'The older circular 07/2014 says so at Đ.10; that this one does is general knowledge.':
    'Thông tư 07/2014 trước đây quy định tại Điều 10; thông tư này cũng vậy là hiểu biết chung.',
  'The older circular 07/2014 says so at Đ.7.3; that this one does is general knowledge.':
    'Thông tư 07/2014 trước đây quy định tại khoản 3 Điều 7; thông tư này cũng vậy là hiểu biết chung.',
  'The older circular 07/2014 says so at Đ.8.2; in which clause this one does is general knowledge.':
    'Thông tư 07/2014 trước đây quy định tại khoản 2 Điều 8; thông tư này quy định ở khoản nào là hiểu biết chung.',
  'The older circular 07/2014 says so at Đ.8.2; that this one does is general knowledge.':
    'Thông tư 07/2014 trước đây quy định tại khoản 2 Điều 8; thông tư này cũng vậy là hiểu biết chung.',
  'The older circular 07/2014 says so at Đ.9; that this one does is general knowledge.':
    'Thông tư 07/2014 trước đây quy định tại Điều 9; thông tư này cũng vậy là hiểu biết chung.',
  'The older circular 07/2014 says so; that this one does is general knowledge.':
    'Thông tư 07/2014 trước đây có quy định; thông tư này cũng vậy là hiểu biết chung.',
  'The sentence on this addressee names no term of its own; the three working days of the sentence before it are taken (O-4).':
    'Câu về nơi nhận này không nêu thời hạn riêng; lấy ba ngày làm việc của câu trước (O-4).',
  'The text after the amending Law 136/2025 was not seen; that the ten days still hold is inferred.':
    'Chưa xem được văn bản sau khi Luật 136/2025 sửa đổi; mười ngày còn áp dụng là suy luận.',
  'The text before decree 155/2026 was not compared.': 'Chưa đối chiếu với văn bản trước Nghị định 155/2026.',
  'What became of it on 2026-07-01 is not known (D-12).': 'Chưa rõ quy định này ra sao từ ngày 01/07/2026 (D-12).',
  'What became of this ground when the withdrawal was newly ruled is not known; the text of Law 136/2025 was not seen (D-12).':
    'Chưa rõ căn cứ này ra sao khi việc rút khiếu nại được quy định lại; chưa xem được văn bản Luật 136/2025 (D-12).',
  'What holds once the settlement is overdue is open (D-17).': 'Khi đã quá thời hạn giải quyết thì áp dụng thế nào còn chưa rõ (D-17).',
  'What holds where no choice is made is general knowledge.': 'Nếu không lựa chọn thì sao là hiểu biết chung.',
  'Where the court drops the case the complaint may be accepted.': 'Khi Tòa án đình chỉ vụ án thì khiếu nại có thể được thụ lý.',
  'Whether a benefit decision is an administrative one must be said by whoever classifies it (D-10).':
    'Quyết định về chế độ có phải quyết định hành chính hay không do người phân loại xác định (D-10).',
  'Whether an authorisation must still be certified is not known (D-19).': 'Chưa rõ giấy ủy quyền còn phải chứng thực hay không (D-19).',
  'Whether day 30 or 31 is the first is open (D-03).': 'Ngày đầu là ngày 30 hay 31 còn chưa rõ (D-03).',
  'Whether guiding stops the term for accepting is not said; it is taken to run on (D-14).':
    'Không quy định việc hướng dẫn có làm ngừng thời hạn thụ lý hay không; coi là vẫn chạy (D-14).',
  'Whether the window begins at the plain or at the rolled end of the first term is open; the rolled end, which favours the citizen, is taken.':
    'Thời hạn bắt đầu từ ngày kết thúc gốc hay ngày đã dời của thời hạn lần đầu còn chưa rõ; lấy ngày đã dời, có lợi cho công dân.',
  'Which court, and with it which calendar, is open; the year is shown as information (D-11).':
    'Tòa án nào, và kéo theo lịch nào, còn chưa rõ; thời hạn một năm chỉ để tham khảo (D-11).',
  'Which head that means for Viet Nam Social Security is a choice of configuration (D-08).':
    'Với Bảo hiểm xã hội Việt Nam, đó là thủ trưởng nào là lựa chọn cấu hình (D-08).',
  'Which of these four articles of decree 155/2026 brought it was not noted.':
    'Chưa ghi lại điều nào trong bốn điều này của Nghị định 155/2026 đưa vào.',
  'Who stands for the inspectorate inside Viet Nam Social Security since 2025-07-01 is open (D-18).':
    'Từ ngày 01/07/2025, đơn vị nào trong Bảo hiểm xã hội Việt Nam đảm nhiệm vai trò thanh tra còn chưa rõ (D-18).',
  '“Forwarded” among the answers is for feedback and for groups; a single complaint outside competence is guided (O-9).':
    '“Chuyển đơn” trong các kết quả là với phản ánh và đơn nhiều người; đơn khiếu nại của một người không thuộc thẩm quyền thì hướng dẫn (O-9).',
  '“Remote area” is not defined in the complaint law; the area of the complainant is meant, by inference (D-05).':
    'Pháp luật về khiếu nại không quy định “vùng sâu, vùng xa”; suy luận là nơi của người khiếu nại (D-05).',
};

/** A doubt of the data, to be read in both languages. */
export const doubtWording = (doubt: string): Wording => ({ en: doubt, vi: doubtTexts[doubt] ?? doubt });
