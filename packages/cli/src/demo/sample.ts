/**
 * The sample: complaints written for the demonstration, always the same ones. Nobody in it exists; whoever complains is a number.
 */
import { addDays, daysBetween, type LegalDay } from '@redress/core';
import { sampleOrganisation, vietnam } from '@redress/vietnam';
import { type CourseName, caseId, partedId } from './courses.ts';
import type { Office, Paper } from './file-at-work.ts';
import { disciplineSummaries, misplacedSummaries, type Subject, subjects } from './subjects.ts';

/** The day on which the demonstration takes place, whatever the machine says. */
export const SAMPLE_TODAY: LegalDay = '2026-11-20';

export const office: Office = { calendar: vietnam.calendar(SAMPLE_TODAY), organisation: sampleOrganisation() };

/** From this day the law on social insurance no longer asks whether a decision is an administrative one. */
const CLASSIFIED_UNTIL: LegalDay = '2025-07-01';

interface Batch {
  readonly course: CourseName;
  readonly count: number;
  /** Days of receipt: spread from the one to the other. */
  readonly from: LegalDay;
  readonly to: LegalDay;
  readonly at: 'province' | 'base' | 'district' | 'any';
  /** How many complain together; one where nothing is said. */
  readonly members?: readonly [least: number, most: number];
  readonly text?: 'discipline' | 'misplaced';
}

const lived = { from: '2025-07-03', to: '2026-07-20', at: 'any' } as const;
const inProvinces = { ...lived, at: 'province' } as const;
/** Under the law as amended on 2026-07-01, and early enough to be over. */
const amended = { from: '2026-07-02', to: '2026-08-20', at: 'any' } as const;
const recent = { from: '2026-10-12', to: '2026-11-06', at: 'any' } as const;

const batches: readonly Batch[] = [
  { course: 'settled', count: 14, from: '2025-02-10', to: '2025-04-18', at: 'district' },
  { course: 'moved', count: 4, from: '2025-06-16', to: '2025-06-19', at: 'district' },
  { course: 'settled', count: 48, ...lived },
  { course: 'complex', count: 18, ...lived },
  { course: 'preparedByDepartment', count: 20, ...inProvinces },
  { course: 'refusedByDepartment', count: 10, ...inProvinces },
  { course: 'bounced', count: 12, ...inProvinces },
  { course: 'sentUp', count: 14, ...lived, at: 'base' },
  { course: 'completed', count: 14, ...lived },
  { course: 'notAccepted', count: 16, ...lived },
  { course: 'guided', count: 12, ...lived, text: 'misplaced' },
  { course: 'returned', count: 6, ...lived, text: 'misplaced' },
  { course: 'joined', count: 6, ...lived },
  { course: 'filed', count: 4, ...lived },
  { course: 'withdrawn', count: 14, ...lived },
  { course: 'partWithdrawn', count: 6, ...amended },
  { course: 'terminated', count: 4, ...amended },
  { course: 'joint', count: 12, ...lived, members: [5, 24] },
  { course: 'joint', count: 6, ...amended, members: [5, 9] },
  { course: 'jointAndSomeLeave', count: 6, ...lived, members: [7, 12] },
  { course: 'settled', count: 8, ...lived, members: [2, 4] },
  { course: 'toTheNextLevel', count: 22, from: '2025-07-03', to: '2026-05-29', at: 'any' },
  { course: 'afterSilence', count: 8, from: '2025-07-03', to: '2026-05-29', at: 'base' },
  { course: 'late', count: 14, ...lived },
  { course: 'suspended', count: 8, ...amended },
  { course: 'consulted', count: 6, ...lived },
  { course: 'disagreed', count: 6, ...inProvinces },
  { course: 'discipline', count: 6, ...inProvinces, text: 'discipline' },
  { course: 'stillScreened', count: 8, from: '2026-11-12', to: '2026-11-18', at: 'any' },
  { course: 'stillWorkedOn', count: 12, ...recent },
  { course: 'groupStillScreened', count: 3, from: '2026-11-10', to: '2026-11-16', at: 'province', members: [6, 11] },
  { course: 'stillAtTheNextLevel', count: 6, from: '2026-09-01', to: '2026-09-10', at: 'base' },
  { course: 'stillOffered', count: 5, from: '2026-11-02', to: '2026-11-09', at: 'province' },
  { course: 'stillInDispute', count: 3, from: '2026-10-26', to: '2026-10-30', at: 'province' },
  { course: 'stillScreenedAtTheNextLevel', count: 3, from: '2026-10-08', to: '2026-10-10', at: 'base' },
  { course: 'waitingForTheComplainant', count: 8, from: '2026-10-05', to: '2026-10-20', at: 'any' },
];

export interface SampleComplaint {
  readonly paper: Paper;
  readonly course: CourseName;
}

const places = {
  province: ['ha-noi', 'nghe-an', 'da-nang', 'can-tho'],
  base: [
    'ha-noi.co-so-dong-da',
    'nghe-an.co-so-vinh',
    'da-nang.co-so-hai-chau',
    'can-tho.co-so-ninh-kieu',
    'ha-noi.co-so-ha-dong',
    'nghe-an.co-so-ky-son',
    'da-nang.co-so-tam-ky',
    'can-tho.co-so-soc-trang',
  ],
  district: ['ha-noi.dong-da', 'nghe-an.vinh', 'da-nang.hai-chau', 'can-tho.ninh-kieu', 'ha-noi.ha-dong', 'nghe-an.ky-son'],
} as const;
const anywhere = [...places.base, ...places.province];

const channels = ['post', 'in-person', 'online', 'post', 'forwarded', 'email', 'in-person'] as const;

function pick<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** Every complaint of the sample, in the order of their numbers. */
export function sampleComplaints(): readonly SampleComplaint[] {
  let number = 0;
  return batches.flatMap((batch) =>
    Array.from({ length: batch.count }, (_, index) => {
      number += 1;
      return { course: batch.course, paper: paperOf(batch, index, number) };
    }).flatMap((each) => (each.course === 'jointAndSomeLeave' ? [each, partedFrom(each.paper)] : [each])),
  );
}

/** What a member who parted ways goes on with: a case of its own, which the joint complaint names. */
function partedFrom({ receive, members, receivedOn, number, ...paper }: Paper): SampleComplaint {
  const { forwardedBy: _, ...rest } = receive;
  const parting = members.slice(1, 2);
  const more = {
    channel: 'internal',
    summary: `Phần yêu cầu riêng được tách ra từ ${paper.caseId}.`,
    complainants: parting.map((member) => ({ member })),
    reference: paper.caseId,
  };
  return {
    course: 'settled',
    paper: {
      ...paper,
      caseId: partedId(paper.caseId),
      // Its papers are numbered apart from those of the joint complaint.
      number: number + 1000,
      members: parting,
      receivedOn: office.calendar.nextWorkingDay(addDays(receivedOn, 14)),
      receive: { ...rest, ...more },
    },
  };
}

function paperOf(batch: Batch, index: number, number: number): Paper {
  const receivedOn = office.calendar.nextWorkingDay(dayWithin(batch, index));
  const unit = pick(batch.at === 'any' ? anywhere : places[batch.at], number);
  const subject = pick(subjects, number * 7);
  const [least, most] = batch.members ?? [1, 1];
  const members = Array.from({ length: least + ((number * 5) % (most - least + 1)) }, (_, place) => `${caseId(number)}-N${place + 1}`);
  const decision = `${400 + number * 3}/QĐ-BHXH`;
  // Fifteen days from learning of it are all that the law leaves against a disciplinary measure.
  const issuedOn = addDays(receivedOn, -(batch.text === 'discipline' ? 6 + (number % 10) : 20 + (number % 41)));
  const contests = {
    decision,
    // What a base office sends up is a decision of its province.
    issuedBy: batch.course === 'sentUp' ? (unit.split('.')[0] ?? unit) : unit,
    issuedOn,
    learnedOn: addDays(issuedOn, 4),
    kind: batch.text === 'discipline' ? 'discipline' : 'decision',
    // The law before that day asks for it; nobody may infer it.
    ...(issuedOn < CLASSIFIED_UNTIL ? { traits: ['administrative'] } : {}),
  };
  const channel = batch.text === 'discipline' ? 'post' : pick(channels, number);
  const receive = {
    channel,
    unit,
    summary: summaryOf(batch, subject, number, receivedOn),
    topic: batch.text === 'discipline' ? 'Kỷ luật' : subject.topic,
    complainants: members.map((member) => ({ member })),
    ...(batch.text === 'misplaced' ? {} : { contests }),
    ...(unit.endsWith('ky-son') ? { remoteArea: true } : {}),
    ...(channel === 'forwarded' ? { forwardedBy: 'Ban Tiếp công dân tỉnh' } : {}),
  };
  return { number, caseId: caseId(number), unit, department: subject.department, receivedOn, receive, members, decision };
}

function dayWithin({ from, to, count }: Batch, index: number): LegalDay {
  const span = daysBetween(from, to);
  return addDays(from, Math.floor((span * index) / count));
}

function summaryOf({ text }: Batch, subject: Subject, number: number, receivedOn: LegalDay): string {
  const texts = text === 'discipline' ? disciplineSummaries : text === 'misplaced' ? misplacedSummaries : subject.summaries;
  const month = addDays(receivedOn, -(15 + (number % 50)));
  const slots: Readonly<Record<string, string>> = {
    tháng: `tháng ${Number(month.slice(5, 7))}/${month.slice(0, 4)}`,
    năm: String(2005 + (number % 19)),
    ngày: String(10 + (number % 37)),
    kỳ: String(3 + (number % 58)),
    tiền: ((350 + number * 137) * 1000).toLocaleString('vi-VN'),
  };
  const filled = pick(texts, Math.floor(number / 3)).replaceAll(/\{([^}]+)\}/g, (whole, slot: string) => slots[slot] ?? whole);
  return `${filled} (Số vào sổ ${number}.)`;
}
