/** What the verifier of bundles says, in English and Vietnamese. A code without both texts does not compile. */

export type VerdictLanguage = 'en' | 'vi';
export type Words = Readonly<Record<VerdictLanguage, string>>;

/** What is wrong, by its code: the codes of the evidence format. */
export const bundleFindingTexts = {
  'file-missing': { en: 'a file of the bundle is missing', vi: 'gói chứng cứ thiếu một tệp' },
  'file-unknown': { en: 'this does not belong in a bundle', vi: 'mục này không thuộc về gói chứng cứ' },
  'file-malformed': { en: 'the file is not what the format asks for', vi: 'tệp không đúng định dạng' },
  'input-too-large': { en: 'it is larger than anything the format allows', vi: 'kích thước vượt quá mức mà định dạng cho phép' },
  'note-malformed': { en: 'the file is not a signed note', vi: 'tệp không phải là bản ghi chú có chữ ký' },
  'note-too-many-signatures': { en: 'the note has too many signature lines', vi: 'bản ghi chú có quá nhiều dòng chữ ký' },
  'key-unknown': { en: 'no key that you gave has signed the note', vi: 'không có khóa nào bạn cung cấp đã ký bản ghi chú này' },
  'signature-invalid': { en: 'a signature by a key that you gave does not hold', vi: 'chữ ký của một khóa bạn cung cấp không hợp lệ' },
  'checkpoint-malformed': { en: 'the note is not a checkpoint', vi: 'bản ghi chú không phải là mốc kiểm chứng' },
  'size-malformed': { en: 'the size in the checkpoint is not a size', vi: 'kích thước ghi trong mốc kiểm chứng không hợp lệ' },
  'origin-mismatch': { en: 'it is about another log, or signed by another office', vi: 'thuộc về nhật ký khác, hoặc do cơ quan khác ký' },
  'log-mismatch': { en: 'it belongs to another log', vi: 'thuộc về một nhật ký khác' },
  'checkpoint-rollback': { en: 'the checkpoint is older than one already seen', vi: 'mốc kiểm chứng cũ hơn mốc đã thấy trước đó' },
  'checkpoint-conflict': {
    en: 'two checkpoints of one size have different roots: one of them is false',
    vi: 'hai mốc kiểm chứng cùng kích thước nhưng khác gốc băm: một trong hai là giả',
  },
  'consistency-invalid': {
    en: 'the log does not begin with all that it held at the older checkpoint',
    vi: 'nhật ký không bắt đầu bằng toàn bộ nội dung đã có tại mốc cũ',
  },
  'record-not-canonical': {
    en: 'the line is not the canonical form of what it says',
    vi: 'dòng không ở dạng chuẩn tắc của nội dung mà nó ghi',
  },
  'record-malformed': { en: 'the line is not a record that belongs here', vi: 'dòng không phải là bản ghi hợp lệ ở vị trí này' },
  'record-duplicate': { en: 'a record with this id stands further up', vi: 'một bản ghi có cùng mã đã xuất hiện ở trên' },
  'index-out-of-range': { en: 'the place lies outside the tree', vi: 'vị trí nằm ngoài cây băm' },
  'index-duplicate': { en: 'two records claim one place', vi: 'hai bản ghi cùng nhận một vị trí' },
  'proof-length': { en: 'the proof has more or fewer hashes than it must', vi: 'số mã băm trong bằng chứng không đúng số bắt buộc' },
  'inclusion-invalid': {
    en: 'these bytes do not lie at this place of the log',
    vi: 'chuỗi byte này không nằm ở vị trí này của nhật ký',
  },
  'root-mismatch': { en: 'the records do not give the root of the checkpoint', vi: 'các bản ghi không cho ra gốc băm của mốc kiểm chứng' },
  'chain-broken': {
    en: 'the record does not name the one before it in its case',
    vi: 'bản ghi không dẫn đúng bản ghi liền trước trong vụ việc',
  },
  'version-gap': {
    en: 'facts of the case are missing, doubled or out of order here',
    vi: 'tại đây sự kiện của vụ việc bị thiếu, lặp hoặc sai thứ tự',
  },
  'seal-invalid': { en: 'the seal does not say what the log held', vi: 'niêm phong không khớp với nội dung của nhật ký' },
  'head-invalid': {
    en: 'the seal does not show that the case ends so',
    vi: 'niêm phong không chứng tỏ vụ việc kết thúc như vậy',
  },
  'case-incomplete': {
    en: 'the case had more facts when the log was sealed',
    vi: 'khi niêm phong, vụ việc có nhiều sự kiện hơn',
  },
  'disclosure-malformed': { en: 'the line is not a disclosure', vi: 'dòng không phải là một giá trị được tiết lộ hợp lệ' },
  'disclosure-unknown': {
    en: 'no record here has committed itself to this value',
    vi: 'không bản ghi nào ở đây đã cam kết giá trị này',
  },
  'disclosure-duplicate': { en: 'the same disclosure stands further up', vi: 'giá trị tiết lộ này đã xuất hiện ở trên' },
} as const satisfies Readonly<Record<string, Words>>;

export type BundleFindingCode = keyof typeof bundleFindingTexts;

/** What a bundle without findings proves; `{0}`, `{1}` … are filled in. */
export const provedTexts = {
  signed: {
    en: 'The checkpoint of the log {0}, over {1} facts, was signed with the key {2}.',
    vi: 'Mốc kiểm chứng của nhật ký {0}, gồm {1} sự kiện, đã được ký bằng khóa {2}.',
  },
  'log-whole': {
    en: 'These {0} records are the whole log up to that checkpoint: none was changed, left out, added or moved.',
    vi: '{0} bản ghi này là toàn bộ nhật ký tính đến mốc đó: không bản ghi nào bị sửa, bỏ, thêm hay đổi chỗ.',
  },
  'seals-hold': {
    en: 'Each of the {0} seals in the log says truly how every case stood.',
    vi: 'Mỗi niêm phong trong số {0} niêm phong của nhật ký đều ghi đúng tình trạng của mọi vụ việc.',
  },
  included: {
    en: 'Each of the {0} records lies unchanged in that log, in this order.',
    vi: 'Mỗi bản ghi trong số {0} bản ghi đều nằm nguyên vẹn trong nhật ký đó, theo đúng thứ tự này.',
  },
  complete: {
    en: 'The case {0} is complete as of the first {1} facts of the log: it had {2} facts then, and all are here.',
    vi: 'Vụ việc {0} là đầy đủ tính đến {1} sự kiện đầu của nhật ký: khi đó có {2} sự kiện, và tất cả đều có ở đây.',
  },
  'extends-older': {
    en: 'The log begins with all that it held at the older checkpoint in the bundle, over {0} facts.',
    vi: 'Nhật ký bắt đầu bằng toàn bộ nội dung đã có tại mốc cũ trong gói, gồm {0} sự kiện.',
  },
  'extends-seen': {
    en: 'The log begins with all that it held at the checkpoint that you had seen, over {0} facts.',
    vi: 'Nhật ký bắt đầu bằng toàn bộ nội dung đã có tại mốc mà bạn đã thấy, gồm {0} sự kiện.',
  },
  'same-as-seen': {
    en: 'The checkpoint says the same as the one that you had seen.',
    vi: 'Mốc kiểm chứng trùng với mốc mà bạn đã thấy.',
  },
  disclosed: {
    en: 'Each of the {0} values disclosed is the one that its record was committed to.',
    vi: 'Mỗi giá trị trong số {0} giá trị được tiết lộ đúng là giá trị mà bản ghi đã cam kết.',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What no bundle, or not this one, proves. */
export const unprovedTexts = {
  findings: {
    en: 'There are findings: rely on nothing in this bundle.',
    vi: 'Có điểm sai lệch: không thể dựa vào bất cứ điều gì trong gói này.',
  },
  truth: {
    en: 'That what was written is true.',
    vi: 'Rằng điều được ghi là đúng sự thật.',
  },
  lawfulness: {
    en: 'That each step was lawful and each due day right; a replay compares these.',
    vi: 'Rằng từng bước là đúng luật và từng ngày đến hạn là đúng; việc đó do chạy lại hồ sơ đối chiếu.',
  },
  instants: {
    en: 'When something was recorded: the instants are those of the clock of whoever wrote.',
    vi: 'Thời điểm ghi: các mốc giờ là theo đồng hồ của bên ghi.',
  },
  keys: {
    en: 'Whose the keys are: take them, and this verifier, from somebody other than whoever gave you the bundle.',
    vi: 'Khóa thuộc về ai: hãy lấy khóa và chương trình kiểm chứng từ nơi khác, không phải từ người đưa gói.',
  },
  'after-checkpoint': {
    en: 'Anything after the checkpoint.',
    vi: 'Những gì xảy ra sau mốc kiểm chứng.',
  },
  newest: {
    en: 'That this is the newest checkpoint, and the only one of its size: no other was given to compare it with.',
    vi: 'Rằng đây là mốc mới nhất và duy nhất với kích thước này: không có mốc nào khác để đối chiếu.',
  },
  'seen-apart': {
    en: 'That the log begins with what the checkpoint that you had seen holds, over {0} facts: the bundle has no proof from there.',
    vi: 'Rằng nhật ký bắt đầu bằng nội dung của mốc mà bạn đã thấy, gồm {0} sự kiện: gói không có bằng chứng từ mốc đó.',
  },
  'other-cases': {
    en: 'Anything about the other cases of the log.',
    vi: 'Bất cứ điều gì về các vụ việc khác trong nhật ký.',
  },
  'after-seal': {
    en: 'That the case has no facts after the first {0} of the log, which the seal covers.',
    vi: 'Rằng vụ việc không có sự kiện nào sau {0} sự kiện đầu của nhật ký mà niêm phong bao trùm.',
  },
  'seal-honest': {
    en: 'That whoever sealed the log told the truth about where each case ended, and about the size: the whole log shows it.',
    vi: 'Rằng bên niêm phong đã ghi đúng điểm kết thúc của từng vụ việc và kích thước nhật ký: chỉ toàn bộ nhật ký mới cho thấy.',
  },
  undisclosed: {
    en: 'Values that are only committed to and not disclosed.',
    vi: 'Các giá trị chỉ có cam kết mà không được tiết lộ.',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type ProvedCode = keyof typeof provedTexts;
export type UnprovedCode = keyof typeof unprovedTexts;

/** What is meant at one place, beside the text of the code. */
export const particularTexts = {
  'cannot-be-read': { en: 'it cannot be read ({0})', vi: 'không đọc được ({0})' },
  'no-plain-file': { en: 'it is no plain file', vi: 'không phải tệp thường' },
  'no-folder': { en: 'it is no folder', vi: 'không phải thư mục' },
  'too-many-bytes': { en: 'it has {0} bytes, of {1} allowed', vi: 'có {0} byte, tối đa cho phép {1}' },
  'too-many-entries': { en: 'it has more than {0} entries', vi: 'có hơn {0} mục' },
  'line-too-long': {
    en: 'the line is longer than {0} bytes; nothing after it was read',
    vi: 'dòng dài hơn {0} byte; phần sau không được đọc',
  },
  'belongs-with': { en: 'it belongs with {0}', vi: 'phải đi cùng {0}' },
  'in-case-bundles-only': { en: 'only the bundle of one case has it', vi: 'chỉ gói của một vụ việc mới có' },
  'not-the-object': {
    en: 'it is not the canonical JSON of the object that stands here',
    vi: 'không phải JSON chuẩn tắc của đối tượng ở đây',
  },
  'not-in-order': { en: 'the places of the records do not rise', vi: 'vị trí các bản ghi không tăng dần' },
  'entries-and-lines': { en: '{0} entries for {1} records', vi: '{0} mục cho {1} bản ghi' },
  'size-differs': { en: 'its size is {0}, that of the checkpoint {1}', vi: 'kích thước là {0}, của mốc kiểm chứng là {1}' },
  'records-and-size': { en: '{0} records, and the checkpoint counts {1}', vi: '{0} bản ghi, còn mốc kiểm chứng ghi {1}' },
  'last-line-open': { en: 'the last line does not end', vi: 'dòng cuối không kết thúc bằng ký tự xuống dòng' },
  'not-a-case-in-folder': { en: 'a folder of bundles holds bundles of cases', vi: 'thư mục nhiều gói chỉ chứa gói của vụ việc' },
  'named-otherwise': { en: 'the bundle of the case {0} is called {1}', vi: 'gói của vụ việc {0} phải có tên {1}' },
  'extension-lines': { en: 'it has more than three lines', vi: 'có hơn ba dòng' },
  'origin-is': { en: '{0}, and not {1}', vi: '{0}, không phải {1}' },
  'origin-unfit': {
    en: 'the origin {0} is no URL without scheme, spaces or plus',
    vi: 'nguồn gốc {0} không phải là URL không có giao thức, dấu cách và dấu cộng',
  },
  'origin-unsigned': { en: 'no key called {0} has signed', vi: 'không có khóa tên {0} nào đã ký' },
  'size-is': { en: 'size {0}, and {1} was seen', vi: 'kích thước {0}, trong khi đã thấy {1}' },
  'sizes-are': { en: 'from {0} to {1}', vi: 'từ {0} đến {1}' },
  'not-utf8': { en: 'it is not UTF-8', vi: 'không phải UTF-8' },
  'not-json': { en: 'it is no JSON object', vi: 'không phải đối tượng JSON' },
  'key-twice': { en: 'a key stands there twice', vi: 'một khóa xuất hiện hai lần' },
  'number-too-large': { en: 'a whole number lies beyond 2^53 - 1', vi: 'có số nguyên vượt quá 2^53 - 1' },
  'member-wrong': { en: 'the member {0}', vi: 'thành phần {0}' },
  'other-stream': { en: 'it is neither of the case nor the seal', vi: 'không thuộc vụ việc và cũng không phải niêm phong' },
  'place-is': { en: 'place {0} of {1}', vi: 'vị trí {0} trong {1}' },
  'hashes-are': { en: '{0} hashes, and not {1}', vi: '{0} mã băm, không phải {1}' },
  'version-is': { en: 'fact {0} where {1} was to come', vi: 'sự kiện {0} ở chỗ của sự kiện {1}' },
  'seal-absent': { en: 'the record at its place is not here', vi: 'bản ghi ở vị trí đó không có ở đây' },
  'seal-unlike': { en: 'the record is not a seal in the stream of seals', vi: 'bản ghi không phải niêm phong trong chuỗi niêm phong' },
  'seal-malformed': { en: 'its data is not that of a seal', vi: 'dữ liệu không phải của một niêm phong' },
  'seal-covers-itself': { en: 'it covers {0} facts and stands at place {1}', vi: 'bao trùm {0} sự kiện nhưng đứng ở vị trí {1}' },
  'seal-prefix': { en: 'the first {0} facts have another root', vi: '{0} sự kiện đầu có gốc băm khác' },
  'seal-heads': { en: 'the ends of the cases have another root', vi: 'các mục cuối của vụ việc có gốc băm khác' },
  'seal-streams': { en: 'it counts {0} cases, and there are {1}', vi: 'ghi {0} vụ việc, trong khi có {1}' },
  'head-of-another': { en: 'it is the end of another case', vi: 'là mục cuối của vụ việc khác' },
  'head-not-in-tree': { en: 'it is not among the sealed ends of cases', vi: 'không nằm trong số các mục cuối đã niêm phong' },
  'head-other-size': { en: 'its tree has {0} cases, that of the seal {1}', vi: 'cây của nó có {0} vụ việc, của niêm phong có {1}' },
  'head-other-fact': { en: 'the last fact is another', vi: 'sự kiện cuối là sự kiện khác' },
  'head-exceeded': {
    en: 'it says {0} facts, and fact {1} stands below the size of the seal',
    vi: 'ghi {0} sự kiện, nhưng sự kiện {1} nằm trong phần đã niêm phong',
  },
  'head-after-seal': { en: 'fact {0} was recorded after what the seal covers', vi: 'sự kiện {0} được ghi sau phần đã niêm phong' },
  'facts-are': { en: '{0} of {1} facts are here', vi: 'có {0} trong {1} sự kiện' },
} as const satisfies Readonly<Record<string, Words>>;

/** What stands around the sentences. */
export const headings = {
  holds: { en: 'It holds. Bundles: {0}, records: {1}.', vi: 'Hợp lệ. Số gói: {0}, số bản ghi: {1}.' },
  'holds-not': {
    en: 'It does not hold. Bundles: {0}, records: {1}, findings: {2}.',
    vi: 'Không hợp lệ. Số gói: {0}, số bản ghi: {1}, số điểm sai lệch: {2}.',
  },
  more: { en: 'and {0} more', vi: 'và {0} điểm khác' },
  proved: { en: 'Proved:', vi: 'Đã chứng minh:' },
  unproved: { en: 'Not proved:', vi: 'Chưa chứng minh:' },
} as const satisfies Readonly<Record<string, Words>>;

/** What the verifier in one file says of its command line. */
export const programTexts = {
  usage: {
    en:
      'node verify.mjs [FOLDER] --vkey KEY [--vkey KEY ...] [--seen NOTE] [--lang en|vi] [--json]\n\n' +
      'Verifies an evidence bundle: the folder, or this one. KEY is a verifier key that you trust, had from elsewhere than the\n' +
      'bundle. NOTE is the file of a checkpoint of this log that you have seen before. Exit: 0 it holds, 1 findings, 2 usage.',
    vi:
      'node verify.mjs [THƯ_MỤC] --vkey KHÓA [--vkey KHÓA ...] [--seen MỐC] [--lang en|vi] [--json]\n\n' +
      'Kiểm chứng một gói chứng cứ: thư mục đã cho, hoặc thư mục hiện tại. KHÓA là khóa kiểm chứng mà bạn tin cậy, lấy từ nơi\n' +
      'khác chứ không phải từ gói. MỐC là tệp mốc kiểm chứng của nhật ký này mà bạn đã thấy. Mã thoát: 0 hợp lệ, 1 có sai lệch, 2 sai lệnh.',
  },
  'no-folder': { en: 'There is no folder {0}. Nothing was verified.', vi: 'Không có thư mục {0}. Chưa kiểm chứng gì.' },
  'no-note': { en: 'There is no note {0}. Nothing was verified.', vi: 'Không có tệp mốc {0}. Chưa kiểm chứng gì.' },
  'no-key': { en: 'This is no verifier key: {0}. Nothing was verified.', vi: 'Đây không phải khóa kiểm chứng: {0}. Chưa kiểm chứng gì.' },
} as const satisfies Readonly<Record<string, Words>>;

/** What moves the cursor, starts a line, or turns the direction of writing. */
const UNSHOWN = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A name or a text as it may stand within a line: what would move anything on a screen is shown as its code. */
export const nameShown = (text: string): string =>
  text.replace(UNSHOWN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Of a value that somebody else chose. */
const LONGEST_SHOWN = 300;

/** A name or a value that whoever made the bundle chose, so that it can neither hide a finding from a person nor pretend a verdict. */
export const shown = (text: string): string => nameShown(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);

/** The text with its places filled in, as they are. */
export const filledIn = (text: string, values: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)] ?? ''));

/** The same with values that a stranger chose. */
export const filled = (text: string, values: readonly string[]): string => filledIn(text, values.map(shown));
