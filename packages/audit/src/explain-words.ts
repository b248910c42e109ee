/**
 * The words of a review in both languages. What is said of every case stands here; what a case type and a law call their own stages,
 * facts and clocks is handed in, since audit knows neither.
 */
import type { CaseType, Citation } from '@redress/core';

export type Language = 'en' | 'vi';

/** What is called how in the language of the review. What has no name here is told as the log has it. */
export interface CaseNames {
  /** By case type. */
  readonly caseTypes: Readonly<Record<string, string>>;
  /** By stage. */
  readonly stages: Readonly<Record<string, string>>;
  /** By case type, then by fact. */
  readonly facts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly clocks: Readonly<Record<string, string>>;
  /** What follows when a clock runs out, given the words in the log; null where it has no others. */
  consequence(recorded: string): string | null;
  /** By role of an actor. */
  readonly roles: Readonly<Record<string, string>>;
  /** By field of a fact. */
  readonly fields: Readonly<Record<string, string>>;
  /** By field, then by value, where a value is a word of the case type. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const NO_NAMES: CaseNames = {
  caseTypes: {},
  stages: {},
  facts: {},
  clocks: {},
  consequence: () => null,
  roles: {},
  fields: {},
  values: {},
};

/** A text and its language, where that is not the one of the review; null where it is no language's, but an identifier. */
export interface Said {
  readonly text: string;
  readonly language: Language | null;
}

const en = {
  asOf: 'The case by two measures of time',
  recordedBy: 'as recorded by {instant}',
  recordedByDay: 'as recorded by the end of {day}',
  effectiveOn: 'as effective on {day}',
  noCaseYet: 'no case yet',
  noDifference: 'No difference: everything effective by then had been recorded.',
  notYetRecorded: 'Effective by then, and not yet recorded: it could not be known from the file',
  effectiveLater: 'Recorded by then, of a later day',
  facts: 'facts',
  factsCounted: '{count} facts',
  cases: 'cases',
  more: 'and {count} more cases; --json holds them all',
  stage: 'stage',
  level: 'level',
  holder: 'holder',
  'offered-to': 'offered to',
  before: 'lies before',
  'due-day': 'last day of {name}',
  'clock-status': 'clock {name}',
  member: 'member {name}',
  running: 'runs',
  paused: 'is paused',
  stopped: 'has stopped',
  overdue: 'is overdue',
  'ran-out': 'has run out',
  recordedAt: 'recorded',
  day: 'day',
  fact: 'fact',
  knownWhenDecided: 'What was known when it was decided',
  allKnown: 'Nothing that had happened before a decision was recorded after it, and nothing of a later day before it.',
  madeWithout: 'It was made without',
  whatLayAhead: 'What was in the file already, though of a later day',
  differsIn: 'With all that had happened the case would have stood otherwise',
  byTheFile: 'by the file',
  byTheDay: 'by what had happened',
  sameDayRecordedLater: 'Of the same day, and recorded after it',
  accountability: 'Who held it, and for how long',
  missedDeadlines: 'Time limits that were missed',
  noMissed: 'No time limit of the case was missed.',
  workingDays: 'working days',
  calendarDays: 'calendar days',
  inTerm: 'within the term',
  overdueDays: 'after the last day',
  missed: 'missed',
  kept: 'kept',
  internal: "an office's own target, no law",
  clock: 'clock',
  from: 'from',
  to: 'to',
  due: 'last day',
  ended: 'ended',
  unit: 'unit',
  person: 'person',
  nobody: 'nobody',
  byOffice: 'by office',
  untilNow: 'still',
  restarted: 'started anew',
  runs: 'runs on',
  countedUntil: 'What still runs is counted up to {day}.',
  heldNotFault: 'It says who held the case, not who was at fault. A day belongs to whoever held the case when the day began.',
  ranOutWith: 'The fact that it ran out names {holder}.',
  calendarMissing: 'The calendar {calendar} that this was counted with is not at hand, so working days are not told.',
  document: 'A case for review',
  madeFrom: 'Made from {facts} facts of the log {log}; the last was recorded at {instant}.',
  aView:
    'This document is a reading of the log, made by a program. The evidence is the log and its signed checkpoint; what is proved of it stands below.',
  contents: 'Contents',
  summary: 'Where the case stands',
  caseId: 'case',
  caseType: 'kind',
  about: 'about',
  openedOn: 'opened on',
  endedOn: 'ended on',
  proof: 'Proof',
  notProved: 'Not proved',
  provedThrough: 'Proved through fact {version} of {facts}',
  whyNoProof: 'No bundle and no signed checkpoint was given, so nothing here is proved: it is what the store said.',
  whyProofFailed: 'What was given does not prove it: {why}',
  proofOf: 'The {version} facts are in the log {origin} as it was signed, with {size} facts.',
  complete: 'The seal over the first {size} facts of the log shows that no fact of this case below it is left out.',
  completeByLog: 'The whole log up to that size was hashed again, so that no fact of this case in it is left out.',
  notComplete: 'That no fact is left out is not shown.',
  beyondProof: 'Facts {from} to {to} were recorded after that, and are not proved.',
  signedBy: 'Signed by {names}.',
  recheck: 'Compared again',
  noFindings:
    'Every record was compared with the chart, the law and the calendar that it names, and with the record before it: no difference.',
  findingsFound: 'Comparing every record with the chart, the law and the calendar that it names gave {count} findings.',
  timeline: 'What happened',
  timelineOrder: 'In the order in which it was recorded. The day is the one the fact is about.',
  by: 'by',
  observed: 'recorded, not judged',
  late: 'late paper',
  backDated: 'dated before the step before it',
  lateGround: 'ground: {ground}; document: {document}',
  objectionMet: 'It would have been refused',
  basis: 'basis',
  allowedBy: 'allowed by {rule}',
  refusedBy: 'not allowed by {rule}',
  particulars: 'particulars',
  custody: 'Who was accountable at each moment',
  passedBy: 'Times at which it was offered, refused or put before a superior stand in what happened.',
  clocks: 'Time limits, line by line',
  noClocks: 'No time limit was started.',
  entry: 'entry',
  article: 'article',
  dueBefore: 'last day before',
  dueAfter: 'last day after',
  start: 'starts',
  pause: 'is paused',
  resume: 'goes on',
  extend: 'is extended',
  switch: 'another length or calendar from the same start',
  stop: 'stops',
  provisional: 'provisional: the calendar of that year is not published',
  plainEnd: 'plain end {day}, moved to a working day',
  whenOut: 'When it runs out',
  termOf: '{length} {unit}',
  'calendar-days': 'days',
  'working-days': 'working days',
  months: 'months',
  years: 'years',
  citations: 'Provisions and rules',
  citedFor: 'cited for',
  grade: 'certainty {grade}',
  editions: 'Recorded under',
  backDatings: 'Back-datings',
  noBackDatings: 'No fact is dated before a step that was recorded earlier.',
  datedBefore: 'dated {on}, after a step of {last}',
  withGround: 'ground given',
  withoutGround: 'no ground given',
  refusals: 'Requests that were refused',
  noAccessLog: 'A refused request is no fact and is not in the log. This host handed in no record of refusals.',
  noRefusals: 'The host handed in its record of refusals; it holds none for this case.',
  refusalsSource: 'From a record that the host keeps beside the log. It is not part of what is proved.',
  asked: 'asked for',
  at: 'at',
  answer: 'answer',
  number: 'no.',
  stageChange: 'stage',
  heldBy: 'accountable after it',
  law: 'law',
  calendar: 'calendar',
  chart: 'chart',
  atAGlance: 'At a glance',
  drawing: 'Who was accountable and which time limits ran, drawn over the days; the tables that follow say the same in figures.',
  code: 'code',
  finding: 'finding',
  onBehalfOf: 'on behalf of',
  yes: 'yes',
  no: 'no',
  ledgerOf: 'ledger of',
  when: 'when',
  ran: 'ran',
  provision: 'provision',
  rule: 'rule of the office or of the program',
  citedText: 'provision or rule',
  kindOf: 'kind',
  certainty: 'certainty',
  hiddenCharacter: 'Characters that would not show, or would turn the order of the text around, are written as their code.',
} as const;

export type PhraseName = keyof typeof en;
export type Phrases = Readonly<Record<PhraseName, string>>;

const vi: Phrases = {
  asOf: 'Vụ việc theo hai mốc thời gian',
  recordedBy: 'đã ghi nhận đến {instant}',
  recordedByDay: 'đã ghi nhận đến hết ngày {day}',
  effectiveOn: 'thực tế vào ngày {day}',
  noCaseYet: 'chưa có vụ việc',
  noDifference: 'Không khác nhau: mọi việc đã xảy ra đến khi đó đều đã được ghi nhận.',
  notYetRecorded: 'Đã xảy ra nhưng chưa được ghi nhận: khi đó hồ sơ chưa cho biết',
  effectiveLater: 'Đã được ghi nhận nhưng thuộc ngày muộn hơn',
  facts: 'số sự kiện',
  factsCounted: '{count} sự kiện',
  cases: 'vụ việc',
  more: 'và {count} vụ việc khác; --json nêu tất cả',
  stage: 'giai đoạn',
  level: 'cấp giải quyết',
  holder: 'người chịu trách nhiệm',
  'offered-to': 'đề nghị chuyển cho',
  before: 'đang chờ cấp trên',
  'due-day': 'ngày cuối của thời hạn {name}',
  'clock-status': 'thời hạn {name}',
  member: 'người khiếu nại {name}',
  running: 'đang tính',
  paused: 'tạm dừng',
  stopped: 'đã kết thúc',
  overdue: 'quá hạn',
  'ran-out': 'đã hết',
  recordedAt: 'ghi nhận lúc',
  day: 'ngày',
  fact: 'sự kiện',
  knownWhenDecided: 'Khi quyết định đã biết những gì',
  allKnown:
    'Không có việc nào xảy ra trước một quyết định mà được ghi nhận sau quyết định đó, cũng không có việc của ngày muộn hơn được ghi nhận trước.',
  madeWithout: 'Quyết định khi chưa biết',
  whatLayAhead: 'Đã có trong hồ sơ, dù thuộc ngày muộn hơn',
  differsIn: 'Nếu tính mọi việc đã xảy ra thì vụ việc đã khác',
  byTheFile: 'theo hồ sơ',
  byTheDay: 'theo thực tế',
  sameDayRecordedLater: 'Cùng ngày, được ghi nhận sau',
  accountability: 'Ai chịu trách nhiệm và trong bao lâu',
  missedDeadlines: 'Thời hạn bị quá hạn',
  noMissed: 'Không có thời hạn nào của vụ việc bị quá hạn.',
  workingDays: 'ngày làm việc',
  calendarDays: 'ngày',
  inTerm: 'trong thời hạn',
  overdueDays: 'sau ngày cuối',
  missed: 'quá hạn',
  kept: 'đúng hạn',
  internal: 'chỉ tiêu nội bộ, không phải quy định của pháp luật',
  clock: 'thời hạn',
  from: 'từ ngày',
  to: 'đến ngày',
  due: 'ngày cuối',
  ended: 'kết thúc',
  unit: 'đơn vị',
  person: 'người',
  nobody: 'không có ai',
  byOffice: 'theo chức vụ',
  untilNow: 'hiện nay',
  restarted: 'tính lại từ đầu',
  runs: 'còn tính',
  countedUntil: 'Thời hạn còn tính được đếm đến hết ngày {day}.',
  heldNotFault:
    'Bảng cho biết ai phụ trách vụ việc, không kết luận ai có lỗi. Mỗi ngày được tính cho người phụ trách vào lúc bắt đầu ngày đó.',
  ranOutWith: 'Sự kiện ghi nhận hết thời hạn nêu {holder}.',
  calendarMissing: 'Không có sẵn lịch {calendar} đã dùng để tính, nên không nêu số ngày làm việc.',
  document: 'Hồ sơ vụ việc để xem xét',
  madeFrom: 'Lập từ {facts} sự kiện của nhật ký {log}; sự kiện cuối được ghi nhận lúc {instant}.',
  aView:
    'Tài liệu này do chương trình lập từ nhật ký. Chứng cứ là nhật ký và mốc kiểm chứng có chữ ký; phần đã được chứng minh nêu dưới đây.',
  contents: 'Mục lục',
  summary: 'Tình trạng vụ việc',
  caseId: 'vụ việc',
  caseType: 'loại vụ việc',
  about: 'nội dung',
  openedOn: 'mở ngày',
  endedOn: 'kết thúc ngày',
  proof: 'Chứng minh',
  notProved: 'Chưa được chứng minh',
  provedThrough: 'Đã chứng minh đến sự kiện {version} trên {facts}',
  whyNoProof:
    'Không có gói hay mốc kiểm chứng có chữ ký nào được cung cấp, nên chưa có gì được chứng minh: đây là nội dung do kho dữ liệu trả về.',
  whyProofFailed: 'Tài liệu được cung cấp không chứng minh được: {why}',
  proofOf: '{version} sự kiện nằm trong nhật ký {origin} đã được ký, gồm {size} sự kiện.',
  complete: 'Niêm phong trên {size} sự kiện đầu của nhật ký cho thấy không thiếu sự kiện nào của vụ việc trong phần đó.',
  completeByLog: 'Toàn bộ nhật ký đến độ dài đó đã được băm lại, nên không thiếu sự kiện nào của vụ việc trong phần đó.',
  notComplete: 'Chưa chứng minh được rằng không thiếu sự kiện nào.',
  beyondProof: 'Các sự kiện {from} đến {to} được ghi nhận sau đó và chưa được chứng minh.',
  signedBy: 'Người ký: {names}.',
  recheck: 'Đối chiếu lại',
  noFindings: 'Mỗi bản ghi đã được đối chiếu với sơ đồ, pháp luật và lịch mà nó nêu, và với bản ghi liền trước: không có sai lệch.',
  findingsFound: 'Đối chiếu mỗi bản ghi với sơ đồ, pháp luật và lịch mà nó nêu cho {count} sai lệch.',
  timeline: 'Diễn biến',
  timelineOrder: 'Theo thứ tự ghi nhận. Ngày là ngày của sự việc.',
  by: 'người thực hiện',
  observed: 'ghi nhận, không xét',
  late: 'văn bản đến muộn',
  backDated: 'đề ngày trước bước liền trước',
  lateGround: 'lý do: {ground}; văn bản: {document}',
  objectionMet: 'Lẽ ra bị từ chối',
  basis: 'căn cứ',
  allowedBy: 'được phép theo {rule}',
  refusedBy: 'không được phép theo {rule}',
  particulars: 'chi tiết',
  custody: 'Ai chịu trách nhiệm tại từng thời điểm',
  passedBy: 'Các lần đề nghị chuyển, từ chối nhận hoặc báo cáo cấp trên được nêu ở phần diễn biến.',
  clocks: 'Thời hạn, từng dòng',
  noClocks: 'Chưa có thời hạn nào bắt đầu.',
  entry: 'diễn biến',
  article: 'điều luật',
  dueBefore: 'ngày cuối trước đó',
  dueAfter: 'ngày cuối sau đó',
  start: 'bắt đầu',
  pause: 'tạm dừng',
  resume: 'tiếp tục',
  extend: 'gia hạn',
  switch: 'áp dụng độ dài hoặc lịch khác, vẫn tính từ ngày đầu',
  stop: 'kết thúc',
  provisional: 'tạm tính: lịch nghỉ của năm đó chưa được công bố',
  plainEnd: 'hết ngày {day}, chuyển sang ngày làm việc tiếp theo',
  whenOut: 'Khi hết thời hạn',
  termOf: '{length} {unit}',
  'calendar-days': 'ngày',
  'working-days': 'ngày làm việc',
  months: 'tháng',
  years: 'năm',
  citations: 'Điều luật và quy tắc',
  citedFor: 'viện dẫn cho',
  grade: 'mức chắc chắn {grade}',
  editions: 'Ghi nhận theo',
  backDatings: 'Ghi lùi ngày',
  noBackDatings: 'Không có sự kiện nào đề ngày trước một bước đã được ghi nhận trước đó.',
  datedBefore: 'đề ngày {on}, sau bước ngày {last}',
  withGround: 'có nêu lý do',
  withoutGround: 'không nêu lý do',
  refusals: 'Yêu cầu bị từ chối',
  noAccessLog: 'Yêu cầu bị từ chối không phải là sự kiện và không có trong nhật ký. Nơi lưu trữ không cung cấp bản ghi các lần từ chối.',
  noRefusals: 'Nơi lưu trữ đã cung cấp bản ghi các lần từ chối; không có lần nào thuộc vụ việc này.',
  refusalsSource: 'Lấy từ bản ghi mà nơi lưu trữ giữ bên cạnh nhật ký. Không thuộc phần đã được chứng minh.',
  asked: 'yêu cầu',
  at: 'lúc',
  answer: 'trả lời',
  number: 'số',
  stageChange: 'giai đoạn',
  heldBy: 'người chịu trách nhiệm sau đó',
  law: 'pháp luật',
  calendar: 'lịch',
  chart: 'sơ đồ',
  atAGlance: 'Tổng quan theo thời gian',
  drawing: 'Ai chịu trách nhiệm và thời hạn nào đang tính, vẽ theo ngày; các bảng sau nêu cùng nội dung bằng số.',
  code: 'mã',
  finding: 'sai lệch',
  onBehalfOf: 'thay mặt',
  yes: 'có',
  no: 'không',
  ledgerOf: 'sổ theo dõi thời hạn',
  when: 'khi nào',
  ran: 'được tính',
  provision: 'điều luật',
  rule: 'quy tắc của cơ quan hoặc của chương trình',
  citedText: 'điều luật hoặc quy tắc',
  kindOf: 'loại',
  certainty: 'mức chắc chắn',
  hiddenCharacter: 'Ký tự không hiển thị, hoặc làm đảo thứ tự chữ, được viết bằng mã của chúng.',
};

/** What is said of every case, by language. */
export const phrases: Readonly<Record<Language, Phrases>> = { en, vi };

const statuses = ['running', 'paused', 'stopped', 'overdue', 'ran-out'] as const;
const isStatus = (name: string): name is (typeof statuses)[number] => statuses.some((status) => status === name);

/** How a review speaks: its own sentences, and the names that were handed in. */
export class Saying {
  readonly language: Language;
  readonly #names: CaseNames;

  constructor(language: Language, names: CaseNames = NO_NAMES) {
    this.language = language;
    this.#names = names;
  }

  /** A sentence with what it names: `{name}` stands for the value of that name. */
  phrase(name: PhraseName, values: Readonly<Record<string, string | number | bigint>> = {}): string {
    return phrases[this.language][name].replaceAll(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
  }

  /** How a clock stands, or what an entry does to it. */
  status(name: string): string {
    return isStatus(name) ? this.phrase(name) : name;
  }

  caseType(name: string): Said {
    return this.#named(this.#names.caseTypes, name);
  }

  stage(name: string): Said {
    return this.#named(this.#names.stages, name);
  }

  /** Where it has no name in the language, the case type's own English words. */
  fact(type: CaseType, fact: string): Said {
    const described = type.facts[fact]?.describes;
    const own = this.#names.facts[type.name];
    if (own && Object.hasOwn(own, fact)) return this.#named(own, fact);
    return described === undefined ? { text: fact, language: null } : { text: described, language: 'en' };
  }

  clock(name: string): Said {
    return this.#named(this.#names.clocks, name);
  }

  role(name: string): Said {
    return this.#named(this.#names.roles, name);
  }

  /** A field of a fact: `issuedOn` without a name reads as its English words. */
  field(name: string): Said {
    const said = this.#named(this.#names.fields, name);
    if (said.language !== null || !/^[a-z]+(?:[A-Z][a-z]*)*$/.test(name)) return said;
    return { text: name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), language: 'en' };
  }

  /** A value of a field, where it is a word of the case type; any other is told as it was written. */
  value(field: string, value: string): Said {
    const values = Object.hasOwn(this.#names.values, field) ? this.#names.values[field] : undefined;
    return this.#named(values ?? {}, value);
  }

  /** The law writes it into the log in English; whoever hands in names has the other words. */
  consequence(text: string): Said {
    const said = this.#names.consequence(text);
    return said === null ? { text, language: 'en' } : { text: said, language: this.language };
  }

  /** A citation with its grade, as a reader checks it. */
  citation({ text, grade }: Citation): string {
    return grade === undefined ? text : `${text} (${this.phrase('grade', { grade })})`;
  }

  #named(names: Readonly<Record<string, string>>, name: string): Said {
    const found = Object.hasOwn(names, name) ? names[name] : undefined;
    return found === undefined ? { text: name, language: null } : { text: found, language: this.language };
  }
}
