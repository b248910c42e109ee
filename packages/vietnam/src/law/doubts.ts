/**
 * What the law leaves open, and what this pack does meanwhile. Data only, in our own words. Not legal advice.
 */
export const doubts = {
  'D-01': {
    about: {
      en: 'For accepting, the Law counts ten days and the decree working days: ten until 2026-06-30, seven after.',
      vi: 'Luật tính mười ngày để thụ lý, nghị định tính ngày làm việc: mười ngày đến 30/06/2026, sau đó là bảy ngày.',
    },
    handling: {
      en: 'Both run and are shown; the one that ends earlier governs, unless configured otherwise.',
      vi: 'Tính và hiển thị cả hai; thời hạn kết thúc sớm hơn được áp dụng, trừ khi cấu hình khác.',
    },
  },
  'D-02': {
    about: {
      en: 'The law on complaints does not say how days are counted, nor what happens when the last one is a day off.',
      vi: 'Pháp luật về khiếu nại không quy định cách tính ngày và trường hợp ngày cuối là ngày nghỉ.',
    },
    handling: {
      en: 'The Civil Code is used; the plain and the rolled end are both kept, and only after the rolled one is a term overdue.',
      vi: 'Áp dụng Bộ luật Dân sự; lưu cả ngày kết thúc gốc và ngày đã dời, chỉ quá hạn sau ngày đã dời.',
    },
  },
  'D-03': {
    about: {
      en: 'A decision takes effect by days from promulgation, the second complaint is possible by days from receipt; whether day 30 or 31 is the first of effect is open.',
      vi: 'Hiệu lực tính từ ngày ban hành còn thời hạn khiếu nại lần hai tính từ ngày nhận; có hiệu lực vào ngày 30 hay 31 cũng chưa rõ.',
    },
    handling: {
      en: 'While a window may still be open the decision is not taken to be in effect; both readings are given.',
      vi: 'Khi thời hạn khiếu nại lần hai còn mở thì chưa coi quyết định có hiệu lực; nêu cả hai cách hiểu.',
    },
  },
  'D-04': {
    about: {
      en: 'Before 2026-07-01 no text said when a case is complex.',
      vi: 'Trước ngày 01/07/2026 không có quy định thế nào là vụ việc phức tạp.',
    },
    handling: {
      en: 'A reason in writing is asked for; the normal term stays in sight as a warning.',
      vi: 'Yêu cầu nêu lý do bằng văn bản; thời hạn thông thường vẫn dùng để cảnh báo.',
    },
  },
  'D-05': {
    about: {
      en: 'Which areas are remote and hard to reach is not said in the law on complaints.',
      vi: 'Pháp luật về khiếu nại không xác định vùng sâu, vùng xa đi lại khó khăn.',
    },
    handling: {
      en: 'The file says it, on a list the organisation answers for; by default an area is not remote. The complainant’s area counts.',
      vi: 'Ghi trong hồ sơ theo danh mục của cơ quan; mặc định không phải. Tính theo nơi của người khiếu nại.',
    },
  },
  'D-06': {
    about: {
      en: 'Of cases under way on 2026-07-01 the decree rules withdrawal, suspension, early end and dialogue, and is silent on petitions not yet accepted.',
      vi: 'Với vụ việc đang giải quyết ngày 01/07/2026, nghị định chỉ quy định rút, tạm đình chỉ, đình chỉ, đối thoại; không nói về đơn chưa thụ lý.',
    },
    handling: {
      en: 'Those four steps follow the law of their day; the term for accepting follows the day of receipt.',
      vi: 'Bốn bước đó theo luật của ngày thực hiện; thời hạn thụ lý theo ngày nhận đơn.',
    },
  },
  'D-07': {
    about: {
      en: 'A social-insurance decision of before 2025-07-01 that is complained of after it: no transitional rule.',
      vi: 'Quyết định về bảo hiểm xã hội trước ngày 01/07/2025 nhưng bị khiếu nại sau đó: không có quy định chuyển tiếp.',
    },
    handling: {
      en: 'By the day of the decision, unless configured to be by that of the complaint.',
      vi: 'Theo ngày của quyết định, trừ khi cấu hình theo ngày khiếu nại.',
    },
  },
  'D-08': {
    about: {
      en: 'Who is the second level above the head of Viet Nam Social Security for sanctions and for discipline, since it belongs to the Ministry of Finance.',
      vi: 'Cấp giải quyết lần hai trên Giám đốc Bảo hiểm xã hội Việt Nam đối với xử phạt và kỷ luật sau khi thuộc Bộ Tài chính.',
    },
    handling: {
      en: 'The office is named by configuration; without it nobody is guessed.',
      vi: 'Chức danh do cấu hình xác định; không có thì không suy đoán.',
    },
  },
  'D-09': {
    about: {
      en: 'Who of a social-insurance body must hold the second-level dialogue: the decree names other heads only.',
      vi: 'Ai của cơ quan bảo hiểm xã hội phải chủ trì đối thoại lần hai: nghị định chỉ nêu những người đứng đầu khác.',
    },
    handling: {
      en: 'The head in person; another only by a written decision that is recorded.',
      vi: 'Người đứng đầu trực tiếp; người khác chỉ khi có quyết định bằng văn bản được lưu.',
    },
  },
  'D-10': {
    about: {
      en: 'Whether a benefit decision of before 2025-07-01 was an administrative one.',
      vi: 'Quyết định hưởng chế độ trước ngày 01/07/2025 có phải quyết định hành chính không.',
    },
    handling: { en: 'Whoever classifies must say it; it is never inferred.', vi: 'Người phân loại phải nêu rõ; không suy đoán.' },
  },
  'D-11': {
    about: { en: 'Which court is meant where the law only says: a court.', vi: 'Tòa án nào được nói đến khi luật chỉ ghi tòa án.' },
    handling: {
      en: 'The name is kept as text, and the year for suing is shown as information.',
      vi: 'Lưu dưới dạng văn bản; thời hiệu một năm chỉ để tham khảo.',
    },
  },
  'D-12': {
    about: {
      en: 'What became of the ground of the termination notice when withdrawn content was barred from 2026-07-01.',
      vi: 'Căn cứ về văn bản thông báo đình chỉ còn hay không khi nội dung đã rút không được khiếu nại lại từ 01/07/2026.',
    },
    handling: {
      en: 'Before that day the old ground; from then on unsettled, and a person looks at a claim of coercion.',
      vi: 'Trước ngày đó áp dụng căn cứ cũ; từ ngày đó chưa xác định, người có trách nhiệm xem xét khi có tố giác bị ép buộc.',
    },
  },
  'D-13': {
    about: {
      en: 'Whether the circulars of 2021 still hold after their decree was replaced on 2026-07-01.',
      vi: 'Các thông tư năm 2021 còn hiệu lực không sau khi nghị định gốc bị thay thế ngày 01/07/2026.',
    },
    handling: { en: 'They are used on, and each value says so.', vi: 'Tiếp tục áp dụng và ghi chú ở từng giá trị.' },
  },
  'D-14': {
    about: {
      en: 'Whether asking for what is missing stops the term for accepting.',
      vi: 'Yêu cầu bổ sung có làm dừng thời hạn thụ lý không.',
    },
    handling: {
      en: 'It runs on; what is still missing at its end is refused in writing and may be filed again.',
      vi: 'Thời hạn vẫn chạy; hết hạn mà còn thiếu thì từ chối bằng văn bản, có thể nộp lại.',
    },
  },
  'D-15': {
    about: {
      en: 'The second decision is sent within days, the first within working days.',
      vi: 'Quyết định lần hai gửi trong số ngày, lần đầu trong số ngày làm việc.',
    },
    handling: { en: 'Read as written.', vi: 'Hiểu theo đúng câu chữ.' },
  },
  'D-16': {
    about: {
      en: 'Whether the day of the decision to go on counts for the time that is left.',
      vi: 'Ngày ra quyết định tiếp tục có tính vào thời gian còn lại không.',
    },
    handling: {
      en: 'It does not, by default; counted, the term ends a day earlier, and both are given.',
      vi: 'Mặc định không tính; nếu tính thì kết thúc sớm hơn một ngày, nêu cả hai.',
    },
  },
  'D-17': {
    about: {
      en: 'What becomes of a suspended contested decision when the settlement is overdue.',
      vi: 'Việc tạm đình chỉ thi hành quyết định bị khiếu nại ra sao khi đã quá hạn giải quyết.',
    },
    handling: {
      en: 'The suspension ends with the term and somebody is alarmed; nothing is enforced by itself.',
      vi: 'Việc tạm đình chỉ kết thúc theo thời hạn và có cảnh báo; không tự động thi hành.',
    },
  },
  'D-18': {
    about: {
      en: 'Who stands for the inspectorate of the same level, now that social insurance has none.',
      vi: 'Ai thay cơ quan thanh tra cùng cấp khi bảo hiểm xã hội không còn thanh tra.',
    },
    handling: { en: 'The recipient is named by configuration.', vi: 'Nơi nhận do cấu hình xác định.' },
  },
  'D-19': {
    about: { en: 'What form an authorisation needs from 2027-01-01 on.', vi: 'Hình thức giấy ủy quyền từ ngày 01/01/2027.' },
    handling: {
      en: 'A certified one is accepted; of others a person decides.',
      vi: 'Chấp nhận bản có chứng thực; trường hợp khác do người có trách nhiệm quyết định.',
    },
  },
  'D-20': {
    about: {
      en: 'The organisation’s own procedure of 2020: its text was not seen, and it rests on decrees since replaced.',
      vi: 'Quy trình nội bộ năm 2020: chưa có văn bản, dựa trên các nghị định đã bị thay thế.',
    },
    handling: {
      en: 'An organisation may set shorter terms of its own, never longer ones; they are shown as its own.',
      vi: 'Cơ quan có thể đặt thời hạn nội bộ ngắn hơn, không dài hơn; hiển thị là thời hạn nội bộ.',
    },
  },
  'D-21': {
    about: { en: 'The text of Law 136/2025.', vi: 'Văn bản Luật 136/2025.' },
    handling: {
      en: 'What rests on it alone is graded B; compare it before relying on it.',
      vi: 'Giá trị chỉ dựa trên luật này được xếp loại B; đối chiếu trước khi sử dụng.',
    },
  },
  'D-22': {
    about: {
      en: 'Making first decisions public: ordered only at the second level and about discipline.',
      vi: 'Công khai quyết định lần đầu: luật chỉ buộc đối với lần hai và kỷ luật.',
    },
    handling: { en: 'Possible, with no term.', vi: 'Có thể công khai, không có thời hạn.' },
  },
  'D-23': {
    about: {
      en: 'The district level ended on 2025-07-01, the decree’s article on it a year later.',
      vi: 'Cấp huyện kết thúc từ 01/07/2025, điều khoản của nghị định về cấp này một năm sau mới bãi bỏ.',
    },
    handling: { en: 'Nothing is sent to a district office from 2025-07-01.', vi: 'Không chuyển đến cấp huyện từ ngày 01/07/2025.' },
  },
  'D-24': {
    about: {
      en: 'Whether a superior may take over a case a subordinate is late with.',
      vi: 'Cấp trên có được lấy vụ việc quá hạn của cấp dưới để giải quyết không.',
    },
    handling: {
      en: 'It demands the decision; only a second complaint brings the case up.',
      vi: 'Cấp trên yêu cầu giải quyết; chỉ khiếu nại lần hai mới đưa vụ việc lên cấp trên.',
    },
  },
  'O-1': {
    about: {
      en: 'A complaint without signature or day: ineligible by the circular, a ground of refusal by the Law, to be completed by the guidance.',
      vi: 'Đơn không ký hoặc không ghi ngày: không đủ điều kiện theo thông tư, căn cứ không thụ lý theo luật, hoặc hướng dẫn bổ sung.',
    },
    handling: {
      en: 'Sender not known: filed. Sender known and the body competent: guided, and refused in writing at the end of the term if not cured.',
      vi: 'Không rõ người gửi: lưu đơn. Rõ người gửi và đúng thẩm quyền: hướng dẫn, hết hạn chưa bổ sung thì từ chối bằng văn bản.',
    },
  },
  'O-2': {
    about: {
      en: 'Read literally, a petition sent to many would be filed even by the competent body.',
      vi: 'Hiểu theo câu chữ thì cơ quan có thẩm quyền cũng phải lưu đơn gửi nhiều nơi.',
    },
    handling: {
      en: 'The row is for the others; the competent body accepts.',
      vi: 'Chỉ áp dụng cho nơi khác; cơ quan có thẩm quyền thụ lý.',
    },
  },
  'O-3': {
    about: {
      en: 'Whether the window after silence begins with the plain or the rolled end of the first term.',
      vi: 'Thời hạn khiếu nại lần hai khi không được giải quyết bắt đầu từ ngày kết thúc gốc hay ngày đã dời.',
    },
    handling: {
      en: 'With the rolled one, which favours the citizen; both are kept.',
      vi: 'Từ ngày đã dời, có lợi cho công dân; lưu cả hai.',
    },
  },
  'O-4': {
    about: {
      en: 'The notice to the commune of a dead complainant names no term of its own.',
      vi: 'Việc gửi đến xã nơi người khiếu nại đã chết cư trú không có thời hạn riêng.',
    },
    handling: { en: 'Three working days, as in the sentence before.', vi: 'Ba ngày làm việc như câu liền trước.' },
  },
  'O-5': {
    about: {
      en: 'A group grows smaller: does the number of representatives follow those who filed or those left?',
      vi: 'Số người khiếu nại giảm: số đại diện theo số người khi nộp đơn hay số người còn lại?',
    },
    handling: {
      en: 'Representatives who still complain stay; if the number left falls into a lower band, a new appointment is proposed.',
      vi: 'Giữ người đại diện còn khiếu nại; nếu số còn lại xuống bậc thấp hơn thì đề nghị cử lại.',
    },
  },
  'O-6': {
    about: {
      en: 'Some values of circular 07/2013 have no known equivalent in decree 124/2020.',
      vi: 'Một số giá trị của Thông tư 07/2013 chưa rõ quy định tương ứng trong Nghị định 124/2020.',
    },
    handling: {
      en: 'They hold for days before 2020-12-10; later they are unsettled, and only an organisation’s own rule may set them.',
      vi: 'Áp dụng cho ngày trước 10/12/2020; sau đó chưa xác định, chỉ quy định nội bộ mới đặt được.',
    },
  },
  'O-7': {
    about: {
      en: 'The five days for directing the enforcement begin with an effect that is itself open by a day.',
      vi: 'Năm ngày làm việc chỉ đạo thi hành tính từ ngày có hiệu lực, mà ngày đó còn chưa chắc chắn.',
    },
    handling: {
      en: 'They begin on the day the effect is recorded, and the reading used is kept.',
      vi: 'Tính từ ngày ghi nhận hiệu lực và lưu cách hiểu đã dùng.',
    },
  },
  'O-8': {
    about: {
      en: 'When the head demands that a subordinate decide: while it has not, or once it is late.',
      vi: 'Người đứng đầu yêu cầu cấp dưới giải quyết khi chưa giải quyết hay khi đã quá hạn.',
    },
    handling: {
      en: 'Once its term has passed; before that the sender is guided.',
      vi: 'Khi đã quá hạn; trước đó thì hướng dẫn người gửi.',
    },
  },
  'O-9': {
    about: {
      en: '“Forwarded” is among the answers to a person received, though a complaint outside competence is guided.',
      vi: '“Chuyển” là một cách trả lời người được tiếp, trong khi khiếu nại không thuộc thẩm quyền thì hướng dẫn.',
    },
    handling: {
      en: 'Forwarded goes for feedback and for groups that came; a single complaint is guided.',
      vi: 'Chuyển áp dụng cho phản ánh và đoàn đông người; khiếu nại của một người thì hướng dẫn.',
    },
  },
  'O-10': {
    about: {
      en: 'The Government’s details on complaints about social insurance were not seen.',
      vi: 'Chưa có nội dung quy định chi tiết của Chính phủ về khiếu nại bảo hiểm xã hội.',
    },
    handling: {
      en: 'Competence is taken from the Law itself; what the decree may add is unsettled.',
      vi: 'Thẩm quyền lấy từ Luật; phần nghị định có thể bổ sung thì chưa xác định.',
    },
  },
  'O-11': {
    about: {
      en: 'Whether the rule on matters before 1995 follows the day of the paper or of the complaint.',
      vi: 'Quy định về trường hợp trước năm 1995 theo ngày của văn bản hay ngày khiếu nại.',
    },
    handling: {
      en: 'That of the paper, from 2025-07-01; that of the complaint only by configuration.',
      vi: 'Theo ngày của văn bản từ 01/07/2025; theo ngày khiếu nại chỉ khi cấu hình.',
    },
  },
  'O-12': {
    about: {
      en: 'A complex case whose finding was never written: when is it late?',
      vi: 'Vụ việc phức tạp nhưng không có văn bản xác định: khi nào quá hạn?',
    },
    handling: {
      en: 'By the normal term; a finding made later does not cure it.',
      vi: 'Theo thời hạn thông thường; xác định sau không khắc phục được.',
    },
  },
} as const;
