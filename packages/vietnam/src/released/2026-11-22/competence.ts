/** Who decides: the head of the body that issued the contested decision, then the head of the body directly above, then a court. */
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
import { lawData } from './law-data.ts';

/** The levels inside the administration. What follows the second is a court, which is no level of this organisation. */
const LEVELS = 2;

/**
 * The body a unit belongs to. A department decides nothing in its own name: its head answers to the head of the body, who is
 * competent for himself and for those he directly manages (L41 Đ.130.4.a).
 */
function bodyOf(unit: string, on: LegalDay, organisation: Organisation): Unit | null {
  const seen = new Set<string>();
  for (let at = organisation.unit(unit, on); at && !seen.has(at.id); at = organisation.superior(at.id, on)) {
    if (at.level !== 'department') return at;
    seen.add(at.id);
  }
  return null;
}

/**
 * The article that makes a level competent, by the day of the contested decision (or of the complaint, where that day is not known).
 * Doubt: before 2025-07-01 a benefit decision that is not "administrative" went to the provincial labour authority at the second level
 * (L58 Đ.119.3); nothing in the file says which it is, so the general rule of the Law on Complaints is given.
 */
function basis(state: Complaint, on: LegalDay, level: 1 | 2): Citation {
  const day = state.contests?.issuedOn ?? on;
  if (day < lawData.socialInsuranceLaw.inForceFrom) return article('LKN Đ.7', day);
  return article(level === 1 ? 'L41 Đ.130.4.a' : 'L41 Đ.130.4.b', day);
}

/** The body whose decision the level now reached is, or would be. */
function decidingUnit(state: Complaint): string | null {
  return currentLevel(state)?.decision?.by?.unit ?? state.custody.holder?.unit ?? null;
}

export const competentUnit: Law['competentUnit'] = (state, on, organisation) => {
  if (!isComplaint(state)) return null;
  const issuer = state.contests?.issuedBy;
  // A body that is gone left its competence to a successor the law does not name here: nobody is guessed.
  const first = issuer === undefined ? null : bodyOf(issuer, on, organisation);
  if (!first) return null;
  if (state.level < LEVELS) return { unit: first.id, because: basis(state, on, 1) };
  const above = organisation.superior(first.id, on);
  return above ? { unit: above.id, because: basis(state, on, 2) } : null;
};

/** The direct superior body; null above the head of Viet Nam Social Security and from the second level on, where only a court is left. */
export const nextLevel: Law['nextLevel'] = (state, on, organisation) => {
  if (!isComplaint(state) || state.level >= LEVELS) return null;
  const unit = decidingUnit(state);
  const body = unit === null ? null : bodyOf(unit, on, organisation);
  const above = body && organisation.superior(body.id, on);
  return above ? { unit: above.id, because: basis(state, on, 2) } : null;
};
