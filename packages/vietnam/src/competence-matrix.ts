/**
 * Who settles a complaint about social insurance: the whole matrix, before and after 2025-07-01, selected by one day. It names no unit
 * and no person, only places: the body that issued the contested paper, the one above it, or an office outside the organisation.
 */
import type { Citation, LegalDay } from '@redress/core';
import { article, inferred } from './citations.ts';
import type { Configuration } from './configuration.ts';
import { AMENDED_FROM, LAW_FROM } from './matter.ts';
import { type Answered, type Refused, refused } from './questions/refusal.ts';

/** The Law on Social Insurance of 2014 governs from this day, that of 2024 from its own. */
const FIRST_LAW_FROM = '2016-01-01';
export const NEW_LAW_FROM = '2025-07-01';
/** Viet Nam Social Security is a unit of the Ministry of Finance; before, its head was the head of a central agency. */
const UNDER_A_MINISTRY_FROM = '2025-03-01';

/** What the file says of the contested decision or act, as far as competence turns on it. */
export interface Contested {
  readonly issuer: 'social-insurance-body' | 'labour-authority' | 'peoples-committee';
  /** No social-insurance body stands above the issuer. */
  readonly top: boolean;
  readonly discipline: boolean;
  readonly sanction: boolean;
  readonly inspection: boolean;
  /** Benefit or working time before 1995, the file incomplete or lost, or the body that kept it gone (L41 Đ.130.5). */
  readonly before1995WithoutFile: boolean;
  /** Whether it is an "administrative" decision, which the law before 2025-07-01 asks for and nobody may infer. */
  readonly classification: 'administrative' | 'not-administrative' | null;
}

/** The rule that governs, as it is cited. */
export type Regime = 'L41 Đ.130' | 'L41 Đ.130.5' | 'L41 Đ.129.1' | 'L58 Đ.119.1' | 'L58 Đ.119.2-3' | 'LKN Đ.51';

/** Whose head settles a level. An office outside stands under its code, or under the name that the organisation chose. */
export type Resolver = { readonly because: Citation } & (
  | { readonly of: 'issuing-body' | 'body-above' | 'provincial-body' }
  | { readonly of: 'office-outside'; readonly office: string }
  | { readonly of: 'nobody' }
);

export interface Competence {
  readonly regime: Regime;
  readonly first: Resolver;
  readonly second: Resolver;
  /** Instead of either level the complainant may go to court; after the second that is all that is left. */
  readonly courtAtEachStep: boolean;
}

export const LABOUR_AUTHORITY = 'PROVINCIAL_LABOUR_AUTHORITY';
export const PEOPLES_COMMITTEE_CHAIR = 'PROVINCIAL_PEOPLES_COMMITTEE_CHAIR';
const MINISTER_OF_HOME_AFFAIRS = 'MINISTER_OF_HOME_AFFAIRS';

/** The matrix. `day` is the one that selects the law: that of the decision, or of the complaint, as the organisation chose. */
export function competence(contested: Contested, day: LegalDay, configuration: Configuration): Answered<Competence> {
  const contradiction = contradictionIn(contested);
  if (contradiction) return contradiction;
  if (contested.discipline) return day < LAW_FROM ? beforeTheLaw(day) : aboutDiscipline(contested, day, configuration);
  if (day < FIRST_LAW_FROM) return beforeTheLaw(day);
  if (contested.inspection) return byTheLawOnInspection(day);
  if (contested.issuer !== 'social-insurance-body') return ofStateBody(contested, day);
  return day >= NEW_LAW_FROM ? byNewLaw(contested, day, configuration) : byFirstLaw(contested, day, configuration);
}

function byNewLaw(contested: Contested, day: LegalDay, { aboveTheTop }: Configuration): Answered<Competence> {
  if (contested.sanction) return byComplaintsLaw('L41 Đ.129.1', article('L41 Đ.129.1', day), contested, day, aboveTheTop);
  if (contested.before1995WithoutFile) {
    const because = article('L41 Đ.130.5', day);
    const first: Resolver = { of: 'provincial-body', because };
    return { answer: { regime: 'L41 Đ.130.5', first, second: outside(PEOPLES_COMMITTEE_CHAIR, because), courtAtEachStep: false } };
  }
  const above = article('L41 Đ.130.4.b', day);
  return {
    answer: {
      regime: 'L41 Đ.130',
      first: { of: 'issuing-body', because: article('L41 Đ.130.4.a', day) },
      second: contested.top ? { of: 'nobody', because: above } : { of: 'body-above', because: above },
      courtAtEachStep: true,
    },
  };
}

/** Doubt: that a sanction was "administrative", and a benefit from before 1995 was not, is inferred (L58 Đ.119 names neither). */
function byFirstLaw(contested: Contested, day: LegalDay, { aboveTheTop }: Configuration): Answered<Competence> {
  const { sanction, classification, before1995WithoutFile } = contested;
  if (sanction) return byComplaintsLaw('L58 Đ.119.1', inferred(article('L58 Đ.119.1', day)), contested, day, aboveTheTop);
  if (classification === 'administrative') return byComplaintsLaw('L58 Đ.119.1', article('L58 Đ.119.1', day), contested, day, aboveTheTop);
  if (classification === null && !before1995WithoutFile) return unclassified(day);
  const sure = (because: Citation): Citation => (classification === null ? inferred(because) : because);
  return {
    answer: {
      regime: 'L58 Đ.119.2-3',
      first: { of: 'issuing-body', because: sure(article('L58 Đ.119.2.a', day)) },
      second: outside(LABOUR_AUTHORITY, sure(article('L58 Đ.119.3', day))),
      courtAtEachStep: true,
    },
  };
}

/** The head of the issuing body, then the head of the body directly above it (LKN Đ.7). */
function byComplaintsLaw(
  regime: Regime,
  because: Citation,
  { top }: Contested,
  day: LegalDay,
  aboveTheTop: string | null,
): Answered<Competence> {
  const first: Resolver = { of: 'issuing-body', because };
  const steps = (second: Resolver): Answered<Competence> => ({ answer: { regime, first, second, courtAtEachStep: false } });
  if (!top) return steps({ of: 'body-above', because });
  // The head of a central agency is a "minister" in the words of the law, and above a minister there is only a court.
  if (day < UNDER_A_MINISTRY_FROM) return steps({ of: 'nobody', because: inferred(article('LKN Đ.7', day)) });
  return aboveTheTop === null ? aboveTheTopUnsettled(day) : steps(outside(aboveTheTop, inferred(article('LKN Đ.23.2', day))));
}

/** Complaints about discipline go the way of the complaint law whatever the social-insurance law says. */
function aboutDiscipline({ top }: Contested, day: LegalDay, { aboveTheTopInDiscipline }: Configuration): Answered<Competence> {
  const because = article('LKN Đ.51', day);
  const steps = (second: Resolver): Answered<Competence> => ({
    answer: { regime: 'LKN Đ.51', first: { of: 'issuing-body', because }, second, courtAtEachStep: false },
  });
  if (!top) return steps({ of: 'body-above', because });
  if (day < UNDER_A_MINISTRY_FROM) return steps(outside(MINISTER_OF_HOME_AFFAIRS, article('LKN Đ.51.3', day)));
  return aboveTheTopInDiscipline === null ? aboveTheTopUnsettled(day) : steps(outside(aboveTheTopInDiscipline, inferred(because)));
}

/** A state administrative body that is no social-insurance body: the complaint law (L58 Đ.119.1, L41 Đ.129.1). */
function ofStateBody({ issuer, classification }: Contested, day: LegalDay): Answered<Competence> {
  const name = day >= NEW_LAW_FROM ? 'L41 Đ.129.1' : 'L58 Đ.119.1';
  const because = article(name, day);
  // Whether the labour authority was above itself, where its own decision was not administrative, is written nowhere.
  if (day < NEW_LAW_FROM && classification === 'not-administrative') return stateBodyUnsettled(because);
  if (issuer === 'peoples-committee' || day >= AMENDED_FROM) return stateBodyUnsettled(because);
  const first = outside(LABOUR_AUTHORITY, because);
  return { answer: { regime: name, first, second: outside(PEOPLES_COMMITTEE_CHAIR, because), courtAtEachStep: false } };
}

const outside = (office: string, because: Citation): Resolver => ({ of: 'office-outside', office, because });

function contradictionIn(contested: Contested): Refused | null {
  const { discipline, sanction, inspection, before1995WithoutFile, classification, issuer } = contested;
  if ([discipline, sanction, inspection, before1995WithoutFile].filter(Boolean).length > 1) {
    return refused(
      'FACTS_CONTRADICT',
      'One paper is only one of these: a disciplinary decision, a sanction, an inspection decision, a case from before 1995 without its file.',
      'Một văn bản chỉ có thể là một trong các loại: quyết định kỷ luật, quyết định xử phạt, quyết định thanh tra, hoặc hồ sơ trước năm 1995 bị thiếu, mất.',
    );
  }
  if (sanction && classification === 'not-administrative') {
    return refused(
      'FACTS_CONTRADICT',
      'An administrative sanction cannot be classified as not administrative.',
      'Quyết định xử phạt vi phạm hành chính không thể được xếp là không phải quyết định hành chính.',
    );
  }
  if (issuer !== 'social-insurance-body' && (before1995WithoutFile || discipline)) {
    return refused(
      'FACTS_CONTRADICT',
      'Cases from before 1995 without their file, and discipline inside the organisation, are decided by social-insurance bodies, and the issuer is none.',
      'Hồ sơ trước năm 1995 bị thiếu, mất và việc kỷ luật trong ngành do cơ quan bảo hiểm xã hội quyết định, nhưng nơi ban hành không phải cơ quan này.',
    );
  }
  return null;
}

const beforeTheLaw = (day: LegalDay): Refused =>
  refused(
    'BEFORE_THE_LAW',
    `Who was competent on ${day}, before the laws known here, is not known.`,
    `Chưa có dữ liệu về thẩm quyền giải quyết vào ngày ${day}, trước khi các luật được ghi nhận ở đây có hiệu lực.`,
  );

/** The law on inspection is not among the acts of this pack; its levels are not those of a complaint. */
function byTheLawOnInspection(day: LegalDay): Refused {
  const named = article('L41 Đ.129.2', day);
  return refused(
    'UNSETTLED_LAW',
    'A complaint about an inspection follows the law on inspection, whose levels are not known here.',
    'Khiếu nại quyết định, hành vi thanh tra thực hiện theo pháp luật về thanh tra; các cấp giải quyết theo pháp luật đó chưa có dữ liệu ở đây.',
    day >= NEW_LAW_FROM ? named : inferred(named),
  );
}

const unclassified = (day: LegalDay): Refused =>
  refused(
    'UNSETTLED_LAW',
    'The law before 1 July 2025 asks whether the decision is administrative or another one. Nobody has said which, and it is not inferred.',
    'Theo luật trước ngày 01/7/2025 phải xác định quyết định bị khiếu nại là quyết định hành chính hay loại khác. Hồ sơ chưa nêu và không được suy đoán.',
    article('L58 Đ.119.1', day),
  );

const aboveTheTopUnsettled = (day: LegalDay): Refused =>
  refused(
    'UNSETTLED_LAW',
    'Who is above the head of Viet Nam Social Security in this matter is not settled; the organisation has to name the office.',
    'Chưa rõ người có thẩm quyền giải quyết lần hai đối với quyết định của người đứng đầu Bảo hiểm xã hội Việt Nam trong loại việc này; cơ quan phải tự xác định.',
    inferred(article('LKN Đ.23.2', day)),
  );

const stateBodyUnsettled = (because: Citation): Refused =>
  refused(
    'UNSETTLED_LAW',
    'The complaint law governs; who is above this body under it is not known here.',
    'Việc này theo pháp luật về khiếu nại; chưa xác định được người giải quyết lần hai đối với cơ quan này.',
    because,
  );
