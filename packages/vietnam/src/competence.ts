/** Who decides this complaint: the matrix of the law, read from a complaint's file and found in an organisation. */
import {
  type Citation,
  type Complaint,
  currentLevel,
  isComplaint,
  type Law,
  type LegalDay,
  type Organisation,
  type Unit,
} from '@redress/core';
import { article } from './citations.ts';
import { type Contested, competence, LABOUR_AUTHORITY, NEW_LAW_FROM, type Resolver } from './competence-matrix.ts';
import type { Configuration } from './configuration.ts';
import { isDiscipline } from './matter.ts';
import { type Answered, type Refused, refused } from './questions/refusal.ts';

/** The levels inside the administration. What follows the second is a court, which is no level of this organisation. */
const LEVELS = 2;

/** What a complaint's file may say of what it contests (`contests.traits`), as far as competence turns on it. */
export const competenceTraits = ['administrative', 'not-administrative', 'sanction', 'inspection', 'before-1995-without-file'] as const;
type Trait = (typeof competenceTraits)[number];

/** Whose a level is: a unit's head, an office outside the organisation, or nobody's, because levels have ended. */
export type Addressee = { readonly because: Citation } & (
  | { readonly unit: string }
  | {
      readonly outside: string;
      /** A person has to find out which body that is today: the labour authority was merged into another in 2025. */
      readonly flag: 'MANUAL_REVIEW' | null;
    }
  | { readonly ended: true }
);

/** On which day, in which organisation, with which of its choices. */
interface Where {
  readonly on: LegalDay;
  readonly organisation: Organisation;
  readonly configuration: Configuration;
}

export interface CompetenceAsked extends Where {
  readonly state: Complaint;
}

/** What of a contested decision or act says whose the levels are. */
export interface ContestedPaper {
  /** The unit that issued it; for the second level, the one that decided at the first. */
  readonly issuedBy: string;
  /** Left out where nobody wrote it down: it is then taken to be as old as the complaint. */
  readonly issuedOn?: LegalDay | undefined;
  readonly complainedOn: LegalDay;
  /** Of `competenceTraits`; others say nothing here. */
  readonly traits: readonly string[];
  readonly discipline: boolean;
}

/**
 * The body a unit belongs to. A department decides nothing in its own name: its head answers to the head of the body, who is
 * competent for himself and for those he directly manages (L41 Đ.130.4.a).
 */
export function bodyOf(unit: string, on: LegalDay, organisation: Organisation): Unit | null {
  for (const at of upFrom(unit, on, organisation)) if (at.level !== 'department') return at;
  return null;
}

/** Every unit from one upwards, itself first; a tree that runs in a circle ends where it began. */
function* upFrom(unit: string, on: LegalDay, organisation: Organisation): Generator<Unit> {
  const seen = new Set<string>();
  for (let at = organisation.unit(unit, on); at && !seen.has(at.id); at = organisation.superior(at.id, on)) {
    seen.add(at.id);
    yield at;
  }
}

/** Whether a unit stands above another, directly or not. */
export function isAbove(upper: string, lower: string, on: LegalDay, organisation: Organisation): boolean {
  for (const { id } of upFrom(lower, on, organisation)) if (id === upper && id !== lower) return true;
  return false;
}

interface Issuer {
  /** The body that stands for the issuer on the day, or null where nobody took it over. */
  readonly body: Unit | null;
  /** It is no longer the one that issued. */
  readonly gone: boolean;
}

/** The body that issued, as it was then, and the one that stands for it today, however many mergers lie between. */
function issuerOf({ issuedBy, issuedOn, complainedOn }: ContestedPaper, { on, organisation }: Where): Issuer {
  const then = bodyOf(issuedBy, issuedOn ?? complainedOn, organisation);
  const id = then?.id ?? issuedBy;
  const standing = organisation.successor ? organisation.successor(id, on) : organisation.unit(id, on);
  return { body: standing && bodyOf(standing.id, on, organisation), gone: organisation.unit(id, on) === null };
}

/** The day that selects the law. */
const selectingDay = ({ issuedOn, complainedOn }: ContestedPaper, { competenceBy }: Configuration): LegalDay =>
  competenceBy === 'decisionDate' ? (issuedOn ?? complainedOn) : complainedOn;

function classificationOf(has: (trait: Trait) => boolean): Contested['classification'] {
  if (has('administrative')) return 'administrative';
  return has('not-administrative') ? 'not-administrative' : null;
}

function contestedBy(body: Unit, { traits, discipline }: ContestedPaper, { on, organisation }: Where): Contested {
  const has = (trait: Trait): boolean => traits.includes(trait);
  return {
    issuer: 'social-insurance-body',
    top: organisation.superior(body.id, on) === null,
    discipline,
    sanction: has('sanction'),
    inspection: has('inspection'),
    before1995WithoutFile: has('before-1995-without-file'),
    classification: classificationOf(has),
  };
}

/** The nearest provincial body from a unit upwards. */
function provinceOf(body: Unit, on: LegalDay, organisation: Organisation): Unit | null {
  for (const at of upFrom(body.id, on, organisation)) if (at.level === 'province') return at;
  return null;
}

/** Whose the first or the second level is. */
export function addresseeAt(paper: ContestedPaper, level: 1 | 2, where: Where): Answered<Addressee> {
  if (paper.traits.includes('administrative') && paper.traits.includes('not-administrative')) return classifiedTwice;
  const { body, gone } = issuerOf(paper, where);
  if (!body) return nobodyTookOver(paper.issuedBy, where.on);
  const day = selectingDay(paper, where.configuration);
  const found = competence(contestedBy(body, paper, where), day, where.configuration);
  if ('refusal' in found) return found;
  const { regime, first, second } = found.answer;
  if (regime === 'L58 Đ.119.2-3' && level === 1 && gone) return ofAnIssuerGone(where.on, day);
  return placed(level === 1 ? first : second, body, where);
}

function placed(resolver: Resolver, body: Unit, { on, organisation }: Where): Answered<Addressee> {
  const { because } = resolver;
  switch (resolver.of) {
    case 'nobody':
      return { answer: { ended: true, because } };
    case 'office-outside':
      return { answer: outside(resolver.office, because) };
    case 'issuing-body':
      return { answer: { unit: body.id, because } };
    case 'body-above': {
      const above = organisation.superior(body.id, on);
      return { answer: above ? { unit: above.id, because } : { ended: true, because } };
    }
    case 'provincial-body': {
      const province = provinceOf(body, on, organisation);
      return province ? { answer: { unit: province.id, because } } : whichProvince(because);
    }
  }
}

/** The offices outside that the law or this pack names. One that an organisation chose reads as it was written. */
const offices: Readonly<Record<string, { readonly en: string; readonly vi: string }>> = {
  PROVINCIAL_LABOUR_AUTHORITY: { en: 'the labour authority of the province', vi: 'cơ quan quản lý nhà nước về lao động cấp tỉnh' },
  DISTRICT_LABOUR_AUTHORITY: { en: 'the labour authority of the district', vi: 'cơ quan quản lý nhà nước về lao động cấp huyện' },
  PROVINCIAL_PEOPLES_COMMITTEE_CHAIR: { en: 'the chair of the provincial People’s Committee', vi: 'Chủ tịch Ủy ban nhân dân cấp tỉnh' },
  MINISTER_OF_FINANCE: { en: 'the Minister of Finance', vi: 'Bộ trưởng Bộ Tài chính' },
  MINISTER_OF_HOME_AFFAIRS: { en: 'the Minister of Home Affairs', vi: 'Bộ trưởng Bộ Nội vụ' },
};
export const officeNamed = (office: string): { readonly en: string; readonly vi: string } =>
  (Object.hasOwn(offices, office) ? offices[office] : undefined) ?? { en: office, vi: office };

const labourAuthorities = new Set([LABOUR_AUTHORITY, 'DISTRICT_LABOUR_AUTHORITY']);
const outside = (office: string, because: Citation): Addressee => ({
  outside: office,
  flag: labourAuthorities.has(office) ? 'MANUAL_REVIEW' : null,
  because,
});

/** L58 Đ.119.2.a gives the first level of an issuer that is gone to the district's labour authority; districts ended on 2025-06-30. */
function ofAnIssuerGone(on: LegalDay, day: LegalDay): Answered<Addressee> {
  const because = article('L58 Đ.119.2.a', day);
  if (on < NEW_LAW_FROM) return { answer: outside('DISTRICT_LABOUR_AUTHORITY', because) };
  return refused(
    'UNSETTLED_LAW',
    'The issuer is gone, so the first level was the district labour authority’s; districts ended on 30 June 2025, and who follows is not settled.',
    'Nơi ban hành không còn tồn tại nên lần đầu thuộc cơ quan lao động cấp huyện; cấp huyện đã chấm dứt từ ngày 01/7/2025, chưa rõ cơ quan nào thay.',
    because,
  );
}

const classifiedTwice: Refused = refused(
  'FACTS_CONTRADICT',
  'The decision is classified both as administrative and as not administrative.',
  'Quyết định bị xếp vừa là quyết định hành chính vừa không phải quyết định hành chính.',
);

const whichProvince = (because: Citation): Refused =>
  refused(
    'FACTS_MISSING',
    'The first level is a provincial body’s, and nothing says which province’s.',
    'Lần đầu thuộc cơ quan bảo hiểm xã hội cấp tỉnh, nhưng chưa rõ tỉnh nào.',
    because,
  );

const nobodyTookOver = (unit: string, on: LegalDay): Refused =>
  refused(
    'FACTS_MISSING',
    `On ${on} there is no unit ${unit}, and the organisation does not say who took it over.`,
    `Vào ngày ${on} không có đơn vị ${unit} và chưa xác định được đơn vị kế thừa.`,
  );

const issuerUnknown: Refused = refused(
  'FACTS_MISSING',
  'Who issued the contested decision is not on file, so nobody’s competence follows from it.',
  'Hồ sơ chưa nêu nơi ban hành quyết định bị khiếu nại nên chưa xác định được thẩm quyền.',
);

/** What the file says of it, with the unit that the level follows from. */
const paperOf = ({ state, on }: CompetenceAsked, issuedBy: string): ContestedPaper => ({
  issuedBy,
  issuedOn: state.contests?.issuedOn,
  complainedOn: state.levels[0]?.since ?? on,
  traits: state.contests?.traits ?? [],
  discipline: isDiscipline(state),
});

/** Whose the level is that the case has reached. */
export function currentAddressee(asked: CompetenceAsked): Answered<Addressee> {
  const issuer = asked.state.contests?.issuedBy;
  if (issuer === undefined) return issuerUnknown;
  return addresseeAt(paperOf(asked, issuer), asked.state.level < LEVELS ? 1 : 2, asked);
}

/** Whose the level above is, from the body whose decision the level now reached is, or would be. */
export function nextAddressee(asked: CompetenceAsked): Answered<Addressee> {
  const { state, on } = asked;
  if (state.level >= LEVELS) return { answer: { ended: true, because: article('LKN Đ.11.7', on) } };
  const deciding = currentLevel(state)?.decision?.by?.unit ?? state.custody.holder?.unit;
  return deciding === undefined ? issuerUnknown : addresseeAt(paperOf(asked, deciding), 2, asked);
}

/** The engine moves a case within the organisation only: whatever lies outside it, has ended or is not settled is no unit. */
const unitIn = (found: Answered<Addressee>) =>
  'answer' in found && 'unit' in found.answer ? { unit: found.answer.unit, because: found.answer.because } : null;

/** What the engine asks, answered with the organisation's choices. */
export function competenceRules(configuration: Configuration): Pick<Law, 'competentUnit' | 'nextLevel'> {
  return {
    competentUnit: (state, on, organisation) =>
      isComplaint(state) ? unitIn(currentAddressee({ state, on, organisation, configuration })) : null,
    nextLevel: (state, on, organisation) => (isComplaint(state) ? unitIn(nextAddressee({ state, on, organisation, configuration })) : null),
  };
}
