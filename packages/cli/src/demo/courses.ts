/** The ways that complaints of the sample go. Each is a sequence of requests, every one of which the law allows on its day. */
import type { Asks, FileAtWork } from './file-at-work.ts';
import { decisionSummaries } from './subjects.ts';

export type Course = (file: FileAtWork) => Asks;

const reasons = {
  notOurs: 'Nội dung thuộc thẩm quyền của cấp đã ban hành quyết định.',
  backForSignature: 'Đã thẩm tra xong, chuyển lại để người có thẩm quyền ký.',
  wrongDepartment: 'Nội dung liên quan nghiệp vụ của phòng khác.',
  foundElsewhere: 'Số liệu gốc do phòng chuyển đến quản lý.',
} as const;

function* received(file: FileAtWork): Asks {
  yield* file.ask(0, 'clerk', 'Receive', file.paper.receive);
  yield* file.ask(1, 'clerk', 'Acknowledge', { document: `BN-${file.paper.number}` });
}

function* accepted(file: FileAtWork): Asks {
  yield* file.ask(4, 'head', 'Accept', { document: `TL-${file.paper.number}-${file.state.level}` });
  yield* file.ask(1, 'head', 'Assign', { person: file.officer() });
}

function* opened(file: FileAtWork): Asks {
  yield* received(file);
  yield* accepted(file);
}

const findings = ['right', 'wrong', 'partly-right', 'act-ended'] as const;

function* decided(file: FileAtWork, days = 14): Asks {
  const { number } = file.paper;
  const decision = `${number}-${file.state.level}/QĐ-GQKN`;
  const outcome = findings[number % findings.length] ?? 'settled';
  yield* file.ask(days, 'head', 'Resolve', { outcome, decision, summary: decisionSummaries[number % decisionSummaries.length] ?? '' });
  yield* file.ask(1, 'officer', 'Serve', { to: [...file.paper.members], decision });
}

const closed = (file: FileAtWork, days = 50): Asks =>
  file.ask(days, 'officer', 'Close', { reason: 'Quyết định đã có hiệu lực và được thi hành.' });

function* transferred(file: FileAtWork, toUnit: string, reason: string, taken = true): Asks {
  yield* file.ask(1, 'officer', 'OfferTransfer', { toUnit, reason });
  if (taken) yield* file.ask(1, 'officer', 'AcceptTransfer', {}, toUnit);
  else yield* file.ask(1, 'officer', 'RefuseTransfer', { reason: reasons.wrongDepartment }, toUnit);
}

function* dialogue(file: FileAtWork, attended = file.paper.members.slice(0, 1)): Asks {
  const calledOn = file.later(5);
  const heldOn = file.later(8, calledOn);
  yield* file.askOn(calledOn, 'officer', 'CallDialogue', { heldOn, place: 'Phòng tiếp công dân' });
  yield* file.askOn(heldOn, 'officer', 'HoldDialogue', { minutes: `BB-${file.paper.number}`, attended, chairedBy: file.head(heldOn) });
}

/** The second level, from the complaint against the first decision to its end. */
function* atTheNextLevel(file: FileAtWork): Asks {
  yield* accepted(file);
  yield* dialogue(file);
  yield* decided(file, 6);
  yield* file.ask(3, 'officer', 'Publish', { how: 'posting', decision: `${file.paper.number}-2/QĐ-GQKN` });
  yield* closed(file, 20);
}

function* recomplained(file: FileAtWork): Asks {
  yield* opened(file);
  yield* decided(file);
  yield* file.ask(12, 'clerk', 'Recomplain', { against: 'decision', summary: 'Không đồng ý với quyết định giải quyết lần đầu.' });
}

function* ranOut(file: FileAtWork): Asks {
  yield* opened(file);
  yield* file.askOn(file.afterDue('resolution'), 'system', 'RecordRunOut', { clock: 'resolution' });
}

/** Two departments send it to and fro; the offer that would do so a second time puts custody in dispute. */
function* toAndFro(file: FileAtWork): Asks {
  yield* opened(file);
  const [one, other] = [department(file), department(file, another(file.paper.department))];
  yield* transferred(file, one, 'Thẩm tra nghiệp vụ');
  yield* transferred(file, other, reasons.foundElsewhere);
  yield* transferred(file, one, reasons.wrongDepartment);
  yield* file.ask(1, 'officer', 'OfferTransfer', { toUnit: other, reason: reasons.foundElsewhere });
}

const department = (file: FileAtWork, name = file.paper.department): string => `${file.unit}.${name}`;
const another = (name: string): string => (name === 'thu' ? 'che-do' : 'thu');

export const courses = {
  *settled(file) {
    yield* opened(file);
    yield* decided(file);
    yield* closed(file);
  },
  *complex(file) {
    yield* opened(file);
    const criteria = file.later(6) < '2026-07-01' ? ['Nhiều nội dung, phải xác minh ở nhiều nơi'] : ['a', 'đ'];
    yield* file.ask(6, 'head', 'FindComplex', { criteria, document: `PT-${file.paper.number}` });
    yield* decided(file, 26);
    yield* closed(file);
  },
  /** A department prepares, the head of the body signs: the matter comes back to the body once. */
  *preparedByDepartment(file) {
    yield* opened(file);
    yield* transferred(file, department(file), 'Thẩm tra nghiệp vụ');
    yield* file.ask(4, 'officer', 'Note', { text: 'Đã đối chiếu hồ sơ gốc và quá trình đóng.' });
    yield* transferred(file, file.unit.split('.')[0] ?? file.unit, reasons.backForSignature);
    yield* decided(file, 5);
    yield* closed(file);
  },
  *refusedByDepartment(file) {
    yield* opened(file);
    yield* transferred(file, department(file, another(file.paper.department)), 'Thẩm tra nghiệp vụ', false);
    yield* transferred(file, department(file), reasons.wrongDepartment);
    yield* transferred(file, file.unit.split('.')[0] ?? file.unit, reasons.backForSignature);
    yield* decided(file, 6);
    yield* closed(file);
  },
  /** Two departments send it to and fro until the head of the body must rule. */
  *bounced(file) {
    const body = file.paper.unit;
    yield* toAndFro(file);
    yield* file.ask(
      2,
      'head',
      'Rule',
      { toUnit: body, reason: 'Hai phòng không thống nhất; thủ trưởng trực tiếp chỉ đạo giải quyết.' },
      body,
    );
    yield* decided(file, 8);
    yield* closed(file);
  },
  *sentUp(file) {
    yield* received(file);
    yield* transferred(file, file.unit.split('.')[0] ?? file.unit, reasons.notOurs);
    yield* accepted(file);
    yield* decided(file);
    yield* closed(file);
  },
  *completed(file) {
    yield* received(file);
    yield* file.ask(1, 'officer', 'AskForCompletion', {
      missing: ['Bản sao quyết định bị khiếu nại', 'Giấy tờ chứng minh thời gian công tác'],
    });
    yield* file.ask(3, 'clerk', 'Complete', { documents: ['Bản sao quyết định bị khiếu nại', 'Sổ lao động'] });
    yield* file.ask(1, 'head', 'Accept');
    yield* file.ask(1, 'head', 'Assign', { person: file.officer() });
    yield* file.ask(5, 'officer', 'RequestPapers', { papers: ['Bảng lương ba năm cuối'], reason: 'Đối chiếu mức đóng.' });
    yield* decided(file, 10);
    yield* closed(file);
  },
  *notAccepted(file) {
    yield* received(file);
    yield* file.ask(5, 'head', 'NotAccept', {
      ground: file.paper.number % 2 === 0 ? 'N1' : 'N2',
      reason: 'Không đủ điều kiện thụ lý theo luật định.',
    });
  },
  *guided(file) {
    yield* received(file);
    yield* file.ask(3, 'officer', 'Guide', {
      to: 'Cơ quan nhà nước có thẩm quyền tại địa phương',
      reason: 'Không thuộc thẩm quyền của cơ quan BHXH.',
    });
  },
  *returned(file) {
    yield* received(file);
    yield* file.ask(3, 'officer', 'Return', { to: 'Văn phòng tiếp công dân', reason: 'Chuyển không đúng thẩm quyền.' });
  },
  *joined(file) {
    yield* received(file);
    yield* file.ask(2, 'officer', 'Join', { into: caseId(file.paper.number - 1), reason: 'Trùng nội dung với vụ việc đã tiếp nhận.' });
  },
  *filed(file) {
    yield* received(file);
    yield* file.ask(2, 'officer', 'File', { reason: 'Đơn không có chữ ký và không có nội dung cụ thể.' });
  },
  *withdrawn(file) {
    yield* opened(file);
    yield* file.ask(7, 'clerk', 'Withdraw', { form: 'petition' });
  },
  *partWithdrawn(file) {
    yield* opened(file);
    yield* file.ask(6, 'clerk', 'Withdraw', { form: 'minutes', part: 'Yêu cầu tính lãi chậm chi trả' });
    yield* decided(file);
    yield* closed(file);
  },
  *terminated(file) {
    yield* opened(file);
    yield* file.ask(9, 'head', 'Terminate', {
      ground: 'death-without-successor',
      reason: 'Người khiếu nại chết, không có người kế thừa quyền, nghĩa vụ.',
    });
  },
  *joint(file) {
    yield* received(file);
    yield* file.ask(1, 'officer', 'AppointRepresentatives', {
      members: file.paper.members.slice(0, 2),
      document: `VB-${file.paper.number}`,
    });
    yield* accepted(file);
    yield* dialogue(file, file.paper.members.slice(0, 2));
    yield* decided(file, 4);
    yield* closed(file);
  },
  *jointAndSomeLeave(file) {
    yield* received(file);
    yield* file.ask(1, 'officer', 'AppointRepresentatives', {
      members: file.paper.members.slice(0, 1),
      document: `VB-${file.paper.number}`,
    });
    yield* accepted(file);
    yield* file.ask(4, 'clerk', 'Withdraw', { form: 'petition', members: file.paper.members.slice(-2) });
    yield* file.ask(2, 'officer', 'SplitOff', {
      members: file.paper.members.slice(1, 2),
      into: partedId(file.paper.caseId),
      reason: 'Yêu cầu riêng, cần giải quyết tách.',
    });
    yield* decided(file, 9);
    yield* closed(file);
  },
  *toTheNextLevel(file) {
    yield* recomplained(file);
    yield* atTheNextLevel(file);
  },
  *afterSilence(file) {
    yield* ranOut(file);
    yield* file.ask(6, 'clerk', 'Recomplain', { against: 'silence', summary: 'Quá thời hạn mà không nhận được quyết định giải quyết.' });
    yield* atTheNextLevel(file);
  },
  *late(file) {
    yield* ranOut(file);
    yield* file.ask(1, 'officer', 'Apologise', { appointedOn: file.later(15), reason: 'Phải chờ xác minh tại đơn vị sử dụng lao động.' });
    yield* file.ask(2, 'clerk', 'RecordVisit', { unit: file.unit, purpose: 'Hỏi kết quả giải quyết' });
    yield* decided(file, 8);
    yield* closed(file);
  },
  *suspended(file) {
    yield* opened(file);
    yield* file.ask(5, 'head', 'Suspend', { ground: 'b', evidence: 'Chờ kết luận giám định của Hội đồng giám định y khoa.' });
    yield* file.ask(12, 'head', 'Resume', { reason: 'Đã có kết luận giám định.' });
    yield* decided(file, 8);
    yield* closed(file);
  },
  *consulted(file) {
    yield* opened(file);
    yield* file.ask(3, 'officer', 'Consult', {
      consultation: 'tv-1',
      body: 'Sở Nội vụ',
      question: 'Xác nhận danh mục nghề nặng nhọc, độc hại.',
    });
    yield* file.ask(8, 'clerk', 'AnswerConsultation', { consultation: 'tv-1', answer: 'Chức danh thuộc danh mục từ năm 1996.' });
    yield* decided(file, 6);
    yield* closed(file);
  },
  *disagreed(file) {
    yield* opened(file);
    const units = [department(file), department(file, another(file.paper.department))];
    yield* file.ask(1, 'officer', 'NameCoordinators', { units });
    yield* file.ask(3, 'officer', 'GiveOpinion', { unit: units[0], opinion: 'Thống nhất tính bổ sung thời gian.' });
    yield* file.ask(1, 'officer', 'Disagree', { disagreement: 'yk-1', unit: units[1], about: 'Thời điểm bắt đầu tính.' });
    yield* file.ask(4, 'officer', 'SettleDisagreement', {
      disagreement: 'yk-1',
      settlement: 'Họp thống nhất, lấy mốc theo quyết định tuyển dụng.',
    });
    yield* decided(file, 6);
    yield* closed(file);
  },
  *discipline(file) {
    yield* opened(file);
    yield* dialogue(file);
    yield* decided(file, 4);
    yield* closed(file);
  },
  /** The district office that held it ends on 2025-06-30; the base office goes on. */
  *moved(file) {
    yield* opened(file);
    const [province = '', district = ''] = file.unit.split('.');
    const toUnit = `${province}.${successors[district] ?? district}`;
    yield* file.askOn('2025-07-01', 'system', 'MoveCustody', { toUnit, reason: 'Sắp xếp tổ chức: BHXH cấp huyện chấm dứt hoạt động.' });
    yield* file.ask(1, 'head', 'Reassign', { person: file.officer(), reason: 'Bàn giao hồ sơ.' });
    yield* decided(file, 6);
    yield* closed(file);
  },
  *stillScreened(file) {
    yield* received(file);
  },
  *stillWorkedOn(file) {
    yield* opened(file);
  },
  *groupStillScreened(file) {
    yield* received(file);
  },
  *stillAtTheNextLevel(file) {
    yield* recomplained(file);
    yield* accepted(file);
  },
  *stillOffered(file) {
    yield* opened(file);
    yield* file.ask(2, 'officer', 'OfferTransfer', { toUnit: department(file), reason: 'Thẩm tra nghiệp vụ' });
  },
  *stillInDispute(file) {
    yield* toAndFro(file);
  },
  *stillScreenedAtTheNextLevel(file) {
    yield* recomplained(file);
  },
  *waitingForTheComplainant(file) {
    yield* opened(file);
    yield* decided(file, 10);
  },
} as const satisfies Readonly<Record<string, Course>>;

export type CourseName = keyof typeof courses;

/** Which base office followed which district office. */
const successors: Readonly<Record<string, string>> = {
  'dong-da': 'co-so-dong-da',
  'ha-dong': 'co-so-ha-dong',
  vinh: 'co-so-vinh',
  'ky-son': 'co-so-ky-son',
  'hai-chau': 'co-so-hai-chau',
  'ninh-kieu': 'co-so-ninh-kieu',
};

/** The id of a complaint of the sample: its number, and nothing of anybody. */
export const caseId = (number: number): string => `KN-${String(number).padStart(4, '0')}`;
/** The id of what was parted from it. */
export const partedId = (from: string): string => `${from}-T`;
