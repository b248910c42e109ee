/**
 * When a decision takes effect. The days run from its promulgation (LKN Đ.44), the window to the next level from its receipt (LKN Đ.33), so
 * the one may end while the other is open. A decision is in effect once both are over (D-03).
 */
import { addDays, type Complaint, clockNamed, currentLevel, type LegalDay } from '@redress/core';
import { isDiscipline } from './matter.ts';
import { windowFrom } from './receipt.ts';
import { type Ruled, ruledOn } from './terms.ts';

/** The days from promulgation. They say when something begins, not by when it is to be done, so their end does not roll. */
export function effectivenessOf(state: Pick<Complaint, 'level' | 'contests' | 'remoteArea'>, promulgatedOn: LegalDay): Ruled | null {
  const { level, remoteArea } = state;
  const id = isDiscipline(state) ? 'KN-86' : level === 1 ? 'KN-56' : 'KN-57';
  const ruled = ruledOn(id, promulgatedOn, remoteArea ? ['remoteArea'] : []);
  return ruled && { ...ruled, term: { ...ruled.term, roll: 'none' } };
}

/** The first day of effect of the decision that the case now rests on, as far as the file shows it on a day; null where it does not. */
export function inEffectFrom(state: Complaint, on: LegalDay): LegalDay | null {
  const level = currentLevel(state);
  const effect = clockNamed(state.clocks, 'effect');
  if (!level?.decision || effect?.status !== 'running') return null;
  const over = [effect.dueOn];
  if (state.level === 1) {
    const window = clockNamed(state.clocks, 'second-complaint');
    // What was not received starts no window, so none is over.
    if (!window || windowFrom(state, level) === null) return null;
    over.push(window.dueOn);
  }
  const last = over.toSorted().at(-1) ?? on;
  return on > last ? addDays(last, 1) : null;
}
