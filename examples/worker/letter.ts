/**
 * The letter that apologises for a term that was missed, in Vietnamese, for the head to sign. Names and addresses are not in the log, and
 * so not in the letter: whoever sends it writes them in.
 */
import { type Complaint, clockNamed, complaint, entriesOf, type FactRecord, type LegalDay } from '@redress/core';

interface Duty {
  readonly term: string;
  readonly failed: string;
  /** What may follow, at the first level and at a later one. */
  readonly follows: readonly [first: string, later: string];
}

const answer = 'Chúng tôi sẽ trả lời ông/bà bằng văn bản về việc thụ lý hoặc không thụ lý khiếu nại trong thời gian sớm nhất.';

/** What the office owed by the clocks that it apologises for. Those of the complainant, and those of the law alone, are not its fault. */
const owed: Readonly<Record<string, Duty>> = {
  acceptance: {
    term: 'thời hạn thụ lý',
    failed: 'chưa thụ lý khiếu nại và cũng chưa thông báo việc không thụ lý có nêu rõ lý do',
    follows: [answer, answer],
  },
  resolution: {
    term: 'thời hạn giải quyết',
    failed: 'chưa ban hành quyết định giải quyết khiếu nại',
    follows: [
      'Chúng tôi vẫn có trách nhiệm giải quyết. Ông/bà có quyền khiếu nại lần hai hoặc khởi kiện tại Tòa án theo quy định.',
      'Chúng tôi vẫn có trách nhiệm giải quyết. Ông/bà có quyền khởi kiện tại Tòa án theo quy định.',
    ],
  },
};

/** Whether a fact says that a term of a complaint ran out which the office apologises for. */
export const isOwed = ({ type, data, meta }: FactRecord): boolean =>
  type === 'ClockRanOut' && meta.caseType === complaint.name && Object.hasOwn(owed, String(data.clock));

const written = (on: LegalDay): string => on.split('-').reverse().join('/');

/**
 * @param fact the one that says which clock ran out
 * @param state the case as that fact left it
 * @param unit the name of the unit that holds the case
 */
export function letterOf({ id, data }: FactRecord, state: Complaint, unit: string): string {
  const clock = String(data.clock);
  const duty = owed[clock];
  if (!duty) throw new Error(`nobody apologises for the clock ${clock}`);
  const [start] = entriesOf(clockNamed(state.clocks, clock));
  const members = state.members.map(({ member }) => member).join(', ');
  return `${unit}

THƯ XIN LỖI
Về việc quá ${duty.term} khiếu nại

Kính gửi: Người khiếu nại có mã ${members}

${unit} nhận được khiếu nại của ông/bà ngày ${written(state.openedOn ?? '')}, vụ việc số ${state.caseId}.
Theo ${start?.law.text ?? 'quy định'}, ${duty.term} khiếu nại này đã hết vào cuối ngày ${written(String(data.dueOn))}.
Đến nay chúng tôi ${duty.failed}.
Chúng tôi thành thật xin lỗi ông/bà về sự chậm trễ này.
${duty.follows[state.level === 1 ? 0 : 1]}

Thủ trưởng đơn vị
(ký, ghi rõ họ tên, đóng dấu)

Căn cứ: ${id}
`;
}
