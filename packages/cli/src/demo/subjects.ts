/**
 * What people complain of to a social-insurance office, in their words. None of it happened: texts, numbers and decisions are made up.
 * `{tháng}`, `{năm}`, `{ngày}`, `{tiền}` and `{kỳ}` are filled in by the sample.
 */

/** The department whose work the matter is. */
export type Department = 'che-do' | 'thu' | 'giam-dinh' | 'kiem-tra' | 'tiep-cong-dan';

export interface Subject {
  readonly topic: string;
  readonly department: Department;
  readonly summaries: readonly string[];
}

export const subjects: readonly Subject[] = [
  {
    topic: 'Lương hưu',
    department: 'che-do',
    summaries: [
      'Không đồng ý với mức lương hưu được tính từ {tháng}; cho rằng {kỳ} tháng làm việc nặng nhọc, độc hại chưa được cộng vào thời gian đóng.',
      'Quyết định hưởng lương hưu ghi sai tỷ lệ hưởng, thiếu {ngày} % so với bảng tính mà đơn vị sử dụng lao động đã lập.',
      'Lương hưu {tháng} chưa được chi trả qua tài khoản dù đã đăng ký trước {ngày} ngày; đề nghị trả đủ và giải thích bằng văn bản.',
      'Cơ quan BHXH trừ {tiền} đồng vào lương hưu để thu hồi phần hưởng sai mà không ra quyết định thu hồi.',
      'Hồ sơ hưu trí bị trả lại ba lần với ba lý do khác nhau, nay đã quá tuổi nghỉ hưu {kỳ} tháng vẫn chưa có quyết định.',
      'Khiếu nại việc không tính thời gian tại ngũ {kỳ} tháng vào thời gian hưởng lương hưu.',
    ],
  },
  {
    topic: 'Thẻ bảo hiểm y tế',
    department: 'giam-dinh',
    summaries: [
      'Thẻ BHYT bị khóa từ {tháng} trong khi công ty vẫn trích đóng đủ; phải tự trả {tiền} đồng viện phí.',
      'Mức hưởng ghi trên thẻ là 80 %, trong khi thuộc hộ nghèo nên được hưởng 100 % từ {tháng}.',
      'Bị từ chối thanh toán {tiền} đồng tiền thuốc ngoài danh mục dù bệnh viện không có thuốc thay thế.',
      'Không được xác nhận đủ năm năm liên tục tham gia BHYT do gián đoạn {kỳ} tháng khi chuyển nơi làm việc.',
      'Khám đúng tuyến theo giấy chuyển còn giá trị nhưng bị thanh toán như trái tuyến, chênh lệch {tiền} đồng.',
      'Con dưới sáu tuổi chưa được cấp thẻ sau {ngày} ngày nộp hồ sơ liên thông khai sinh.',
    ],
  },
  {
    topic: 'Trợ cấp ốm đau',
    department: 'che-do',
    summaries: [
      'Hồ sơ ốm đau {ngày} ngày bị từ chối vì giấy ra viện thiếu chữ ký, dù bệnh viện đã xác nhận bổ sung.',
      'Trợ cấp ốm đau dài ngày {tháng} tính theo mức đóng cũ, thiếu {tiền} đồng.',
      'Không được hưởng ốm đau khi chăm con ốm {ngày} ngày vì cơ quan cho rằng người cha đã hưởng trước.',
      'Bệnh thuộc danh mục chữa trị dài ngày nhưng chỉ được duyệt {ngày} ngày, không nêu căn cứ.',
    ],
  },
  {
    topic: 'Chế độ thai sản',
    department: 'che-do',
    summaries: [
      'Bị từ chối chế độ thai sản vì cho là chưa đủ sáu tháng đóng trong mười hai tháng trước khi sinh; thực tế đã đóng {kỳ} tháng.',
      'Tiền dưỡng sức sau sinh {ngày} ngày không được chi trả do công ty nộp danh sách chậm.',
      'Chồng nghỉ khi vợ sinh {ngày} ngày nhưng hồ sơ bị trả vì quá hạn nộp, đề nghị xem xét lý do khách quan.',
      'Trợ cấp một lần khi sinh con {tháng} tính theo mức cơ sở cũ, thiếu {tiền} đồng.',
      'Nhận con nuôi dưới sáu tháng tuổi nhưng cơ quan yêu cầu giấy tờ không có trong danh mục thủ tục.',
    ],
  },
  {
    topic: 'Sổ bảo hiểm xã hội',
    department: 'thu',
    summaries: [
      'Sổ BHXH ghi thiếu quá trình đóng từ năm {năm}, mất {kỳ} tháng do công ty cũ đã giải thể.',
      'Hai sổ BHXH chưa được gộp sau {ngày} ngày; bị yêu cầu về nơi cấp đầu tiên cách hơn 300 km để xác nhận.',
      'Thông tin ngày sinh trên sổ sai so với căn cước, đề nghị điều chỉnh từ {tháng} chưa được trả lời.',
      'Công ty chưa chốt sổ vì còn nợ {tiền} đồng; người lao động đề nghị xác nhận thời gian đã đóng.',
      'Quá trình đóng trùng {kỳ} tháng ở hai nơi bị xóa cả hai, không hoàn trả.',
    ],
  },
  {
    topic: 'Truy thu, tính lãi chậm đóng',
    department: 'thu',
    summaries: [
      'Quyết định truy thu {tiền} đồng cho {kỳ} tháng năm {năm}; công ty cho rằng phụ cấp ăn ca không phải khoản tính đóng.',
      'Không đồng ý cách tính lãi chậm đóng {tháng}: tiền đã chuyển trước hạn nhưng bị ghi nhận chậm {ngày} ngày.',
      'Hộ kinh doanh bị truy thu từ năm {năm} trong khi chủ hộ đã tham gia BHXH bắt buộc ở nơi khác.',
      'Thông báo đóng thừa {tiền} đồng nhưng không được hoàn trả và cũng không được bù trừ.',
    ],
  },
  {
    topic: 'Bảo hiểm thất nghiệp',
    department: 'che-do',
    summaries: [
      'Trợ cấp thất nghiệp {tháng} bị dừng vì khai báo việc làm chậm {ngày} ngày do nằm viện.',
      'Thời gian đóng bảo hiểm thất nghiệp bị bỏ {kỳ} tháng, mất một tháng hưởng.',
      'Bị yêu cầu trả lại {tiền} đồng vì cho là đã có việc làm, trong khi hợp đồng thử việc không thành.',
      'Không được bảo lưu {kỳ} tháng đóng bảo hiểm thất nghiệp sau khi chấm dứt hưởng.',
    ],
  },
  {
    topic: 'BHXH một lần',
    department: 'che-do',
    summaries: [
      'Hồ sơ BHXH một lần quá {ngày} ngày chưa giải quyết, mỗi lần hỏi nhận một giấy hẹn mới.',
      'Số tiền BHXH một lần thiếu {tiền} đồng do không tính hệ số trượt giá năm {năm}.',
      'Bị từ chối BHXH một lần vì còn tên trên danh sách lao động của công ty đã nghỉ từ {tháng}.',
    ],
  },
  {
    topic: 'Tử tuất, mai táng phí',
    department: 'che-do',
    summaries: [
      'Mẹ già không được xét trợ cấp tuất hằng tháng vì cho rằng có lương hưu, thực tế chỉ là trợ cấp xã hội.',
      'Tiền mai táng phí {tiền} đồng chưa nhận được sau {ngày} ngày kể từ khi nộp đủ hồ sơ.',
      'Không đồng ý với quyết định tuất một lần; gia đình đã chọn tuất hằng tháng từ {tháng}.',
    ],
  },
  {
    topic: 'Tai nạn lao động, bệnh nghề nghiệp',
    department: 'che-do',
    summaries: [
      'Mức suy giảm khả năng lao động được giám định lại nhưng trợ cấp từ {tháng} vẫn theo kết luận cũ.',
      'Tai nạn trên đường đi làm bị cho là không thuộc tuyến đường hợp lý, không nêu căn cứ.',
      'Chi phí giám định {tiền} đồng không được trả dù kết luận đủ điều kiện hưởng.',
    ],
  },
  {
    topic: 'BHXH tự nguyện',
    department: 'thu',
    summaries: [
      'Đã nộp {tiền} đồng BHXH tự nguyện qua điểm thu nhưng hệ thống không ghi nhận {kỳ} tháng.',
      'Phần hỗ trợ của ngân sách cho hộ cận nghèo không được trừ từ {tháng}.',
      'Đề nghị đóng một lần cho những năm còn thiếu bị từ chối bằng lời, không có văn bản.',
    ],
  },
];

/** Complaints of staff against measures of discipline. */
export const disciplineSummaries: readonly string[] = [
  'Không đồng ý với hình thức khiển trách vì chậm xử lý {ngày} hồ sơ; cho rằng hồ sơ được phân công khi đang nghỉ phép.',
  'Khiếu nại quyết định cảnh cáo: cuộc họp kiểm điểm không mời người bị xem xét, biên bản không có chữ ký.',
  'Đề nghị hủy quyết định hạ bậc lương vì đã hết thời hiệu xử lý kỷ luật từ {tháng}.',
];

/** What turns out not to be a complaint, or not one for this office. */
export const misplacedSummaries: readonly string[] = [
  'Khiếu nại việc công ty chấm dứt hợp đồng lao động trước hạn {ngày} ngày, đề nghị cơ quan BHXH buộc nhận lại làm việc.',
  'Đề nghị Tòa án và cơ quan BHXH cùng giải quyết tranh chấp tiền lương {tiền} đồng của năm {năm}.',
  'Khiếu nại mức đền bù đất tại khu vực xây trụ sở, gửi nhầm đến cơ quan BHXH.',
  'Phản đối việc phường không xác nhận hộ nghèo năm {năm} nên không được cấp thẻ BHYT.',
];

export const decisionSummaries: readonly string[] = [
  'Chấp nhận nội dung khiếu nại, tính lại và chi trả phần còn thiếu trong kỳ chi trả tới.',
  'Giữ nguyên quyết định bị khiếu nại; giải thích cách tính và căn cứ cho người khiếu nại.',
  'Chấp nhận một phần: điều chỉnh thời gian đóng, không chấp nhận phần yêu cầu tính lãi.',
  'Hủy văn bản từ chối, yêu cầu bộ phận nghiệp vụ giải quyết lại hồ sơ.',
];
