/** When the complainant has a decision. That others have it, as the head above or the respondent, opens no window to the next level. */
import { type Complaint, clockNamed, entriesOf, type LegalDay, type LevelRecord } from '@redress/core';

/**
 * The day from which the window runs (LKN Đ.33), null while nobody who complains has the decision. Whoever represents a group, or acts for
 * the complainant, receives it for all. Otherwise each has a window from his own receipt, and the case waits for the last one (inferred).
 */
export function receivedOn({ members, authorised }: Complaint, receipts: LevelRecord['receipts']): LegalDay | null {
  const people = members.filter(({ standing }) => standing === 'continuing');
  const forAll = new Set(people.filter(({ representative }) => representative).map(({ member }) => member));
  if (authorised) forAll.add(authorised.person);
  const first = (reaches: (who: string) => boolean): LegalDay | undefined =>
    receipts
      .filter(({ who }) => reaches(who))
      .map(({ on }) => on)
      .toSorted()[0];
  const each = people.flatMap(({ member }) => first((who) => who === member || forAll.has(who)) ?? []);
  return each.toSorted().at(-1) ?? null;
}

/** The day from which the window after the decision of a level runs by its clock; null where none was opened. */
export function windowFrom({ clocks }: Complaint, { decision }: LevelRecord): LegalDay | null {
  const [started] = entriesOf(clockNamed(clocks, 'second-complaint'));
  // One that was opened by silence is older than the decision that came after it.
  return decision && started && started.on >= decision.on ? started.on : null;
}
