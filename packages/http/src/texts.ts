/** What the handler itself says no to, in words, and what every fault of a store is called towards a client. Data, by language. */
import type { StoreFaultCode } from '@redress/core';

interface Said {
  readonly says: string;
  readonly remedy: string;
}

const handlerEn = {
  NOT_SIGNED_IN: { says: 'Nobody is signed in. Nothing was read or written.', remedy: 'Sign in, then send the request again.' },
  MAY_NOT_READ: { says: 'You may not read {what}.', remedy: 'Ask somebody who may, or have the right given to you.' },
  REFUSED_UNTOLD: {
    says: 'The command was refused. You may not read the case {case}, so the reason is not told. Nothing was written.',
    remedy: 'Ask somebody who may read the case.',
  },
  NO_SUCH_ADDRESS: { says: 'There is nothing at {path}.', remedy: 'See {basePath}/openapi.json for every address.' },
  NO_SUCH_CASE_TYPE: { says: 'There is no case type {name}.', remedy: 'See {basePath}/case-types for those that there are.' },
  NOT_THERE_THEN: { says: 'The case {case} had no {what} then.', remedy: 'Ask for a later day, instant or version.' },
  NOT_PLACED: {
    says: 'The log does not hold the place that was named: it was restored, moved or exchanged. Nothing was sent.',
    remedy: 'Read the log again from its beginning, or leave the place out to hear what comes from now on.',
  },
  METHOD_NOT_ALLOWED: { says: '{method} cannot be sent to {path}.', remedy: 'Use a method that the header Allow names.' },
  NOT_ACCEPTABLE: { says: 'None of what Accept names can be given here.', remedy: 'Ask for {offered}.' },
  MALFORMED_ADDRESS: { says: 'The address cannot be read: {problem}.', remedy: 'Write the address in UTF-8, percent-encoded.' },
  INVALID_QUERY: { says: 'The query was not understood: {problem}.', remedy: 'Correct the field that is named.' },
  KEY_MISSING: {
    says: 'The header Idempotency-Key is missing. Nothing was written.',
    remedy: 'Give each new command an id of its own in Idempotency-Key, and the same id when you send it again.',
  },
  KEY_MALFORMED: {
    says: 'The header Idempotency-Key cannot be read. Nothing was written.',
    remedy: 'Give one id of 1 to 200 visible ASCII characters, in double quotes or without, that does not begin with $.',
  },
  IF_MATCH_MALFORMED: {
    says: 'The header If-Match does not name one version. Nothing was written.',
    remedy: 'Give the ETag of the case as you read it, as in If-Match: "7".',
  },
  BODY_TOO_LARGE: {
    says: 'The body has more than {limit} bytes. Nothing was written.',
    remedy: 'Keep large papers elsewhere and send their number.',
  },
  NOT_JSON_TYPE: {
    says: 'The body is not sent as JSON. Nothing was written.',
    remedy: 'Send it with Content-Type: application/json, in UTF-8 and not compressed.',
  },
  NOT_UTF8: { says: 'The body is not UTF-8. Nothing was written.', remedy: 'Write the JSON in UTF-8.' },
  NOT_JSON: { says: 'The body is not JSON. Nothing was written.', remedy: 'Correct the JSON.' },
  BODY_UNREADABLE: {
    says: 'The body cannot be taken as it is: {problem}. Nothing was written.',
    remedy: 'Correct what is named; a body that was broken off has to be sent whole.',
  },
  BODY_TAKEN: {
    says: 'The body was read before it came here. Nothing was written.',
    remedy: 'Tell those who run this service: the handler has to stand before whatever parses bodies, as express.json() does.',
  },
  OUTSIDE_BASE_PATH: {
    says: 'There is nothing at {path}: every address here begins with {basePath}.',
    remedy: 'Send it to {basePath}. Where it was sent there, the server cut that off: the handler has to be given the whole address.',
  },
  VIEW_ANSWERED_WRONGLY: {
    says: 'The view {name} gave an answer that is not what it promises. It was not sent.',
    remedy: 'Tell those who run this service.',
  },
  FAULT: {
    says: 'Something is broken here. Whether anything was written is not known.',
    remedy: 'Send the same request again later; a command that was done is not done twice. Tell those who run this service.',
  },
  SIGN_IN_UNAVAILABLE: {
    says: 'Who asks, or what they may read, cannot be found out now: a service that knows it does not answer.',
    remedy: 'Send the same request again after the time that Retry-After says; a command that was done is not done twice.',
  },
} as const satisfies Readonly<Record<string, Said>>;

/** The handler's own codes. */
export type HandlerCode = keyof typeof handlerEn;

const handlerVi: Readonly<Record<HandlerCode, Said>> = {
  NOT_SIGNED_IN: { says: 'Chưa đăng nhập. Chưa đọc hay ghi gì.', remedy: 'Đăng nhập rồi gửi lại yêu cầu.' },
  MAY_NOT_READ: { says: 'Bạn không được đọc {what}.', remedy: 'Nhờ người có quyền đọc, hoặc xin cấp quyền.' },
  REFUSED_UNTOLD: {
    says: 'Lệnh bị từ chối. Bạn không được đọc vụ việc {case} nên không nêu lý do. Chưa ghi gì.',
    remedy: 'Nhờ người được đọc vụ việc.',
  },
  NO_SUCH_ADDRESS: { says: 'Không có gì tại {path}.', remedy: 'Xem {basePath}/openapi.json để biết mọi địa chỉ.' },
  NO_SUCH_CASE_TYPE: { says: 'Không có loại vụ việc {name}.', remedy: 'Xem các loại hiện có tại {basePath}/case-types.' },
  NOT_THERE_THEN: { says: 'Vào lúc đó vụ việc {case} chưa có {what}.', remedy: 'Hỏi ngày, thời điểm hoặc phiên bản muộn hơn.' },
  NOT_PLACED: {
    says: 'Nhật ký không có vị trí được nêu: nhật ký đã được khôi phục, chuyển hoặc thay thế. Chưa gửi gì.',
    remedy: 'Đọc lại nhật ký từ đầu, hoặc bỏ vị trí để chỉ nhận những gì mới.',
  },
  METHOD_NOT_ALLOWED: { says: 'Không thể gửi {method} tới {path}.', remedy: 'Dùng phương thức mà tiêu đề Allow nêu.' },
  NOT_ACCEPTABLE: { says: 'Không có dạng nào mà Accept yêu cầu.', remedy: 'Yêu cầu {offered}.' },
  MALFORMED_ADDRESS: { says: 'Không đọc được địa chỉ: {problem}.', remedy: 'Viết địa chỉ bằng UTF-8, mã hóa phần trăm.' },
  INVALID_QUERY: { says: 'Không hiểu tham số truy vấn: {problem}.', remedy: 'Sửa trường được nêu.' },
  KEY_MISSING: {
    says: 'Thiếu tiêu đề Idempotency-Key. Chưa ghi gì.',
    remedy: 'Mỗi lệnh mới cần một mã riêng trong Idempotency-Key; khi gửi lại thì dùng đúng mã đó.',
  },
  KEY_MALFORMED: {
    says: 'Không đọc được tiêu đề Idempotency-Key. Chưa ghi gì.',
    remedy: 'Nêu một mã gồm 1 đến 200 ký tự ASCII nhìn thấy được, có hoặc không có dấu ngoặc kép, không bắt đầu bằng $.',
  },
  IF_MATCH_MALFORMED: {
    says: 'Tiêu đề If-Match không nêu một phiên bản. Chưa ghi gì.',
    remedy: 'Nêu ETag của vụ việc khi đọc, ví dụ If-Match: "7".',
  },
  BODY_TOO_LARGE: { says: 'Nội dung vượt quá {limit} byte. Chưa ghi gì.', remedy: 'Lưu tài liệu lớn ở nơi khác và gửi số hiệu.' },
  NOT_JSON_TYPE: {
    says: 'Nội dung không được gửi dưới dạng JSON. Chưa ghi gì.',
    remedy: 'Gửi với Content-Type: application/json, bằng UTF-8 và không nén.',
  },
  NOT_UTF8: { says: 'Nội dung không phải UTF-8. Chưa ghi gì.', remedy: 'Viết JSON bằng UTF-8.' },
  NOT_JSON: { says: 'Nội dung không phải JSON. Chưa ghi gì.', remedy: 'Sửa lại JSON.' },
  BODY_UNREADABLE: {
    says: 'Không nhận được nội dung: {problem}. Chưa ghi gì.',
    remedy: 'Sửa chỗ được nêu; nội dung bị ngắt giữa chừng thì gửi lại trọn vẹn.',
  },
  BODY_TAKEN: {
    says: 'Nội dung đã bị đọc trước khi tới đây. Chưa ghi gì.',
    remedy: 'Báo cho người vận hành dịch vụ: bộ xử lý phải đứng trước những gì đọc nội dung, như express.json().',
  },
  OUTSIDE_BASE_PATH: {
    says: 'Không có gì tại {path}: mọi địa chỉ ở đây bắt đầu bằng {basePath}.',
    remedy: 'Gửi tới {basePath}. Nếu đã gửi tới đó thì máy chủ đã cắt bỏ phần này: bộ xử lý phải nhận được toàn bộ địa chỉ.',
  },
  VIEW_ANSWERED_WRONGLY: {
    says: 'Danh sách {name} trả lời không đúng như đã hứa. Chưa gửi.',
    remedy: 'Báo cho người vận hành dịch vụ.',
  },
  FAULT: {
    says: 'Hệ thống gặp lỗi. Chưa rõ đã ghi hay chưa.',
    remedy: 'Gửi lại đúng yêu cầu đó sau; lệnh đã thực hiện sẽ không bị thực hiện hai lần. Báo cho người vận hành dịch vụ.',
  },
  SIGN_IN_UNAVAILABLE: {
    says: 'Hiện chưa xác định được ai đang yêu cầu hoặc được đọc gì: dịch vụ đăng nhập không trả lời.',
    remedy: 'Gửi lại đúng yêu cầu đó sau thời gian nêu trong Retry-After; lệnh đã thực hiện sẽ không bị thực hiện hai lần.',
  },
};

export const handlerTexts = { en: handlerEn, vi: handlerVi } as const;

/** The English words of a store's faults are core's own. */
export const storeFaultsVi: Readonly<Record<StoreFaultCode, Said>> = {
  busy: { says: 'Có quá nhiều người ghi vào kho hoặc vụ việc này cùng lúc.', remedy: 'Gửi lại đúng mã lệnh đó.' },
  unavailable: { says: 'Không kết nối được kho dữ liệu.', remedy: 'Khôi phục kho rồi gửi lại đúng mã lệnh đó.' },
  timeout: { says: 'Kho không trả lời kịp; chưa rõ đã ghi hay chưa.', remedy: 'Gửi lại đúng mã lệnh đó: chỉ ghi một lần.' },
  full: { says: 'Đĩa hoặc dung lượng của kho đã đầy.', remedy: 'Giải phóng chỗ rồi gửi lại đúng mã lệnh đó.' },
  'read-only': { says: 'Không được ghi vào tệp hoặc thư mục của kho.', remedy: 'Cấp quyền ghi, hoặc mở tệp khác.' },
  'not-a-database': { says: 'Tệp không phải là kho loại này.', remedy: 'Nêu đúng tệp.' },
  'too-large': { says: 'Một sự kiện vượt quá 256 KiB, giới hạn của mọi kho.', remedy: 'Lưu tài liệu lớn ở nơi khác và ghi số hiệu.' },
  'not-storable': {
    says: 'Có giá trị không phải JSON thông thường, hoặc là số nguyên quá lớn, hoặc ký tự không hợp lệ.',
    remedy: 'Sửa giá trị đó.',
  },
  'id-elsewhere': { says: 'Mã sự kiện đã nằm ở vụ việc khác.', remedy: 'Mỗi yêu cầu mới cần một mã lệnh riêng.' },
  'log-moved': { says: 'Nhật ký đã chuyển sang nơi khác và không nhận thêm ở đây.', remedy: 'Mở nhật ký ở nơi mới và gửi lại mã lệnh đó.' },
  'history-damaged': { says: 'Các bản ghi đã lưu không nối tiếp nhau.', remedy: 'Ngừng ghi, kiểm tra và khôi phục từ bản sao.' },
  'unsafe-settings': { says: 'Kho có thể không giữ được những gì đã xác nhận.', remedy: 'Đặt lại cấu hình của kho.' },
  'wrong-schema': { says: 'Kho được ghi bởi phiên bản mới hơn, hoặc là nhật ký khác.', remedy: 'Dùng đúng phiên bản, hoặc mở đúng kho.' },
  'driver-missing': { says: 'Không nạp được trình điều khiển cơ sở dữ liệu.', remedy: 'Cài đặt thành phần còn thiếu.' },
  closed: { says: 'Kho đã đóng.', remedy: 'Mở lại kho.' },
};
