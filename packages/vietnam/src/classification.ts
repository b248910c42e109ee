/**
 * What may lawfully become of a petition, given what its screener recorded: the row of the table that decides, the duties beside it, and
 * why the other rows do not. The rows overlap; the more specific one decides, by the order in which the table is read.
 */
import type { Citation, LegalDay } from '@redress/core';
import { z } from 'zod';
import { article, cited } from './citations.ts';
import { classificationTable } from './law/classification-table.ts';
import type { Provision, Wording } from './law-data.ts';
import { AMENDED_FROM } from './matter.ts';

const found = (what: string) => z.boolean().optional().describe(what);

/** Who may have forwarded a petition; the first six are those to whom a result is owed or a return is made. */
export const forwarders = [
  'national-assembly-deputy',
  'peoples-council-deputy',
  'fatherland-front',
  'press',
  'other-body',
  'national-assembly-body',
  'party-or-state-leader',
  'government-member',
] as const;
export type Forwarder = (typeof forwarders)[number];

/** Grounds of LKN Đ.11 that no other field of a screening says. */
const furtherGrounds = ['N1', 'N2', 'N3', 'N4', 'N8'] as const;

/** What the screener records of a petition at one body. What is left out was not found. */
export const screening = z.strictObject({
  content: z.enum(['complaint', 'mixed', 'other']).describe('What it is about, whatever its title says.'),
  feedbackAnsweredBefore: found('It is feedback that was answered before, with nothing new in it.'),
  senderUnknown: found('Name or address of the sender is missing.'),
  unsigned: found('Neither signature nor fingerprint is on it.'),
  undated: found('It bears no day.'),
  unreadable: found('It cannot be read, or is in another language without a notarised translation.'),
  offensive: found('It attacks the state, sows division, is obscene or defames.'),
  missing: z
    .array(z.enum(['respondent', 'content', 'reason', 'papers', 'request']))
    .optional()
    .describe('What else of LKN Đ.8.2 is not in it.'),
  competent: z
    .enum(['this-body', 'body-below', 'elsewhere'])
    .optional()
    .describe('Whose competence the matter is; left out while nobody has found out.'),
  sentToCompetentToo: found('The same petition went to several bodies, the competent one among them.'),
  guidedBefore: found('The same content was guided once already.'),
  court: z.enum(['accepted', 'decided']).optional().describe('What a court did with the matter; a termination by the court is nothing.'),
  secondDecision: found('There is a second-level decision.'),
  firstDecisionInEffect: found('The first decision took effect, because nobody contested it in time.'),
  unlawfulWithDamage: found('The decision in effect shows signs of a violation of law that did damage.'),
  newFacts: found('New facts are named against the decision in effect.'),
  withdrawnBefore: found('Its content was withdrawn before.'),
  coercionShown: found('That the withdrawal was coerced is shown.'),
  outOfTime: found('The time for complaining is over.'),
  obstacleShown: found('An obstacle that explains the delay is shown.'),
  belowOverdue: found('The term of the body below ran out without a decision.'),
  secondComplaint: found('It asks for the second level, and this body is the direct superior.'),
  unsatisfiedHere: found('It disagrees with the first decision that this very body made, and does not ask for the superior.'),
  forwardedBy: z.enum(forwarders).optional().describe('Who forwarded it; left out where the sender brought or sent it.'),
  ground: z.enum(furtherGrounds).optional().describe('Another ground of LKN Đ.11 that is met.'),
  harmHardToMend: found('Carrying out the contested decision would do harm that is hard to mend.'),
  many: found('Five persons or more signed it.'),
  representativesMissing: found('Many signed it, and not all signatures or no written appointment of representatives are there.'),
  sensitive: found('It is complex or harsh, or concerns ethnic or religious policy.'),
  originals: found('Original papers are attached.'),
  inPerson: found('The sender was received in person.'),
});
export type Screening = z.infer<typeof screening>;

export type Row = keyof typeof classificationTable;
export type Outcome = (typeof classificationTable)[Row]['outcomes'][number];

interface RowOfTable {
  readonly about: Wording;
  readonly outcomes: readonly Outcome[];
  readonly terms: readonly string[];
  readonly ground?: string;
  readonly law: Readonly<Record<LegalDay, Provision>>;
}

/** A row that applies, with what it lets one do. */
export interface Applied {
  /** Null where a ground of LKN Đ.11 decides for which the table has no row. */
  readonly row: Row | null;
  readonly about: Wording;
  readonly outcome: Outcome;
  /** The ground of LKN Đ.11 that acceptance would meet. */
  readonly ground: string | null;
  /** Time limits that go with it, by id. */
  readonly terms: readonly string[];
  readonly because: Citation;
}
export interface NotApplied {
  readonly row: Row;
  readonly about: Wording;
  readonly outcomes: readonly Outcome[];
  readonly because: Citation | null;
  readonly why: Wording;
}
/** What no row can decide without: a fact of the petition, or a text of the law. */
export interface Missing extends Wording {
  readonly unsettled: boolean;
  /** The text that is missing, where it is one that is cited. */
  readonly because?: Citation;
}
export interface Classification {
  /** What may be done: the outcomes of the row that decides. Empty where a fact is missing that every remaining row needs. */
  readonly lawful: readonly Applied[];
  /** What is owed beside it, whatever the outcome. */
  readonly also: readonly Applied[];
  readonly not: readonly NotApplied[];
  /** What has to be found out before any row can decide; null where one does. */
  readonly missing: Missing | null;
}

const rows: Readonly<Record<Row, RowOfTable>> = classificationTable;

/** In this order the table is read; the first row whose condition is met decides. C4 only says which of C9 and C10 is meant. */
const order = [
  ...['C26', 'C1', 'C2'],
  ...['C3', 'C5', 'C6', 'C7'],
  ...['C25', 'C17', 'C19', 'C18', 'C28', 'C27'],
  ...['C16', 'C15', 'C14', 'C29'],
  ...['C11', 'C12', 'C13'],
  ...['C9', 'C8', 'C10'],
] as const satisfies readonly Row[];
/** Owed beside the outcome, whatever it is. */
const beside = ['C4', 'C20', 'C21', 'C22', 'C23', 'C24'] as const satisfies readonly Row[];

/** They and their bodies are told the result (LTCD Đ.27.2, LKN Đ.66.2). */
const toBeTold: ReadonlySet<Forwarder> = new Set<Forwarder>([
  'national-assembly-deputy',
  'peoples-council-deputy',
  'fatherland-front',
  'national-assembly-body',
]);
/** What they forward to the wrong body is sent on, not back. */
const sentOn: ReadonlySet<Forwarder> = new Set<Forwarder>(['national-assembly-body', 'party-or-state-leader', 'government-member']);

const here = ({ competent }: Screening): boolean => competent === 'this-body';
const awayFromHere = ({ competent }: Screening): boolean => competent !== undefined && competent !== 'this-body';
const inEffect = (petition: Screening): boolean => petition.firstDecisionInEffect === true || petition.secondDecision === true;
const curable = (petition: Screening): boolean =>
  petition.unsigned === true ||
  petition.undated === true ||
  petition.representativesMissing === true ||
  petition.ground === 'N3' ||
  petition.ground === 'N4' ||
  (petition.missing ?? []).length > 0;

/** Whether the condition of a row is met. At the competent body a missing signature or day sends a known sender's petition to C9. */
const conditions: Readonly<Record<Row, (petition: Screening, on: LegalDay) => boolean>> = {
  C1: ({ content }) => content === 'other',
  C2: ({ content }) => content === 'mixed',
  C3: (petition) =>
    petition.senderUnknown === true ||
    petition.unreadable === true ||
    ((petition.unsigned === true || petition.undated === true) && !here(petition)),
  C4: ({ missing, senderUnknown, competent }) => (missing ?? []).length > 0 && senderUnknown !== true && competent !== undefined,
  C5: ({ offensive }) => offensive === true,
  C6: (petition) => petition.sentToCompetentToo === true && !here(petition),
  C7: (petition) => petition.guidedBefore === true && !here(petition),
  C8: (petition) => here(petition) && !curable(petition) && petition.ground === undefined,
  C9: (petition) => here(petition) && curable(petition),
  C10: (petition) => awayFromHere(petition) && petition.forwardedBy === undefined,
  C11: (petition) => awayFromHere(petition) && petition.forwardedBy !== undefined && !sentOn.has(petition.forwardedBy),
  C12: (petition) => awayFromHere(petition) && petition.forwardedBy !== undefined && sentOn.has(petition.forwardedBy),
  C13: (petition) =>
    here(petition) &&
    petition.forwardedBy !== undefined &&
    toBeTold.has(petition.forwardedBy) &&
    !curable(petition) &&
    petition.ground === undefined,
  C14: ({ competent, belowOverdue }) => competent === 'body-below' && belowOverdue !== true,
  C15: ({ competent, belowOverdue, secondComplaint }) => competent === 'body-below' && belowOverdue === true && secondComplaint !== true,
  C16: ({ belowOverdue, secondComplaint }) => belowOverdue === true && secondComplaint === true,
  C17: ({ secondDecision }) => secondDecision === true,
  C18: ({ firstDecisionInEffect }) => firstDecisionInEffect === true,
  C19: (petition, on) => inEffect(petition) && (petition.unlawfulWithDamage === true || (petition.newFacts === true && on < AMENDED_FROM)),
  C20: ({ harmHardToMend }) => harmHardToMend === true,
  C21: (petition) => petition.many === true && awayFromHere(petition),
  C22: (petition) => petition.many === true && here(petition),
  C23: ({ sensitive, many }) => sensitive === true || many === true,
  C24: ({ originals }) => originals === true,
  C25: ({ court }) => court !== undefined,
  C26: ({ content, feedbackAnsweredBefore }) => content === 'other' && feedbackAnsweredBefore === true,
  C27: ({ outOfTime, obstacleShown }) => outOfTime === true && obstacleShown !== true,
  C28: ({ withdrawnBefore, coercionShown }) => withdrawnBefore === true && coercionShown !== true,
  C29: ({ unsatisfiedHere }) => unsatisfiedHere === true,
};

/** Where the row is written on a day; null while it was not. */
function writtenOn(row: Row, on: LegalDay): Citation | null {
  const day = Object.keys(rows[row].law)
    .filter((from) => from <= on)
    .sort()
    .at(-1);
  const provision = day === undefined ? undefined : rows[row].law[day];
  return provision ? cited(provision) : null;
}

/** Of the outcomes a row names, those that these facts leave. */
function outcomesOf(row: Row, petition: Screening): readonly Outcome[] {
  const { outcomes } = rows[row];
  switch (row) {
    case 'C4':
      return [here(petition) ? 'guide-supplement' : 'guide'];
    case 'C21':
      // People who came are guided or sent on (LTCD Đ.30.1); what came by post is guided only.
      return petition.inPerson === true ? outcomes : ['guide'];
    case 'C22':
      return [petition.representativesMissing === true ? 'guide-supplement' : 'propose-acceptance'];
    default:
      return outcomes;
  }
}

function groundOf(row: Row, petition: Screening): string | null {
  const fixed = rows[row].ground;
  if (fixed !== undefined) return fixed;
  if (row !== 'C3' && row !== 'C9') return null;
  return petition.unsigned === true ? 'N5' : (petition.ground ?? null);
}

const applied = (row: Row, because: Citation, petition: Screening): readonly Applied[] =>
  outcomesOf(row, petition).map((outcome) => ({
    row,
    about: rows[row].about,
    outcome,
    ground: groundOf(row, petition),
    terms: rows[row].terms,
    because,
  }));

const notYet: Wording = {
  en: 'The rule was not in force on that day.',
  vi: 'Quy định chưa có hiệu lực vào ngày đó.',
};
const notMet: Wording = {
  en: 'What the row asks for was not found.',
  vi: 'Không có điều kiện mà trường hợp này đòi hỏi.',
};
const moreSpecific = (by: Row | null): Wording =>
  by === null
    ? { en: 'A ground for refusal is met.', vi: 'Thuộc trường hợp không thụ lý.' }
    : { en: `The more specific row ${by} decides.`, vi: `Trường hợp cụ thể hơn (${by}) được áp dụng.` };

const competenceMissing: Missing = {
  unsettled: false,
  en: 'Whose competence the matter is has to be found out first.',
  vi: 'Cần xác định trước vụ việc thuộc thẩm quyền của cơ quan nào.',
};
const eighthGround: Missing = {
  unsettled: true,
  en: 'Whether an old termination notice still bars a complaint since 2026-07-01 is not known: the text of LKN Đ.11 after Law 136/2025 is missing.',
  vi: 'Chưa rõ từ ngày 01/7/2026 thông báo đình chỉ trước đây có còn là căn cứ không thụ lý: thiếu văn bản Điều 11 Luật Khiếu nại sau Luật 136/2025.',
};
const beforeTheTable: Missing = {
  unsettled: true,
  en: 'No rule on the classification of petitions is known for that day; the first known one is of 2014-12-15.',
  vi: 'Chưa có quy định về phân loại đơn vào ngày đó; quy định đầu tiên được biết có từ ngày 15/12/2014.',
};

/** Until the circular of 2021 no known rule says what becomes of a petition that a leader forwarded to the wrong body. */
const forwardedFromAbove: Missing = {
  unsettled: true,
  en: 'No rule is known for that day on a petition that such a forwarder sent to a body that is not competent; the first known one is of 2021-11-15.',
  vi: 'Vào ngày đó chưa có quy định về đơn do người chuyển như vậy gửi đến cơ quan không có thẩm quyền; quy định đầu tiên được biết có từ ngày 15/11/2021.',
};

/** What no row could decide without. */
function missingFor({ competent }: Screening, on: LegalDay): Missing {
  if (on < '2014-12-15') return beforeTheTable;
  return competent === undefined ? competenceMissing : forwardedFromAbove;
}

/** A ground that the table has no row for decides by itself at the competent body: the head does not accept, and says why. */
function byGround(petition: Screening, on: LegalDay): Applied | null {
  const { ground } = petition;
  if (!here(petition) || (ground !== 'N1' && ground !== 'N2' && ground !== 'N8')) return null;
  const because = article(`LKN Đ.11.${Number(ground.slice(1)) as 1 | 2 | 8}`, on);
  return {
    row: null,
    about: { en: 'A ground of LKN Đ.11 is met.', vi: 'Thuộc trường hợp quy định tại Điều 11 Luật Khiếu nại.' },
    outcome: 'not-accept',
    ground,
    terms: [],
    because,
  };
}

/** Classifies on the day of the step; the facts are what `screening` describes, seen from one body. */
export function classify(petition: Screening, on: LegalDay): Classification {
  const met = (row: Row): boolean => writtenOn(row, on) !== null && conditions[row](petition, on);
  const deciding = order.find(met);
  // The forwarder's rows and those of competence come after the grounds; all others come before.
  const grounded = deciding === undefined || order.indexOf(deciding) >= order.indexOf('C11') ? byGround(petition, on) : null;
  const unsettled = grounded?.because.grade === 'X';
  const lawful = unsettled ? [] : grounded ? [grounded] : deciding === undefined ? [] : applyAll([deciding], petition, on);
  const also = applyAll([...beside.filter(met), ...(deciding === 'C17' && met('C19') ? (['C19'] as const) : [])], petition, on);
  const decided = lawful[0];
  const duties = new Set(also.map(({ row }) => row));
  return {
    lawful,
    also,
    not: [...order, ...beside]
      .filter((row) => row !== decided?.row && !duties.has(row))
      .map((row) => passedOver(row, met(row) && decided ? moreSpecific(decided.row) : null, on)),
    missing: decided ? null : unsettled ? { ...eighthGround, because: grounded.because } : missingFor(petition, on),
  };
}

const applyAll = (which: readonly Row[], petition: Screening, on: LegalDay): readonly Applied[] =>
  which.flatMap((row) => {
    const because = writtenOn(row, on);
    return because ? applied(row, because, petition) : [];
  });

function passedOver(row: Row, overridden: Wording | null, on: LegalDay): NotApplied {
  const because = writtenOn(row, on);
  const why = overridden ?? (because === null ? notYet : notMet);
  return { row, about: rows[row].about, outcomes: rows[row].outcomes, because, why };
}
