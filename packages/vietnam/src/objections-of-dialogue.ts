/** The dialogue: how it is called, who chairs it, and where there is no decision without one. */
import { addDays, currentLevel, type Objection } from '@redress/core';
import { inferred } from './citations.ts';
import { termValue } from './due.ts';
import { isDiscipline } from './matter.ts';
import { type Asked, amended, cite, firstOf, no, said } from './objection.ts';
import { headOf } from './objections-of-persons.ts';

/** How many days before the dialogue it must be called; none before 2026-07-01. The rule is that of the day of the call. */
function leadOn({ command }: Asked): number {
  const found = termValue('KN-40', command.on);
  return 'value' in found ? found.value.length : 0;
}

/** Counted back from the day of the dialogue, which is not counted; the lead does not roll. */
export function callDialogue(asked: Asked): Objection | null {
  if (said(asked, 'form') === 'spoken')
    return no('dialogue-called-in-writing', cite(asked, amended(asked) ? 'NĐ124 Đ.28.1' : 'LKN Đ.30.2'));
  const heldOn = said(asked, 'heldOn');
  const late = heldOn !== null && asked.command.on > addDays(heldOn, -leadOn(asked));
  return late && amended(asked) ? no('dialogue-called-too-late', cite(asked, 'NĐ124 Đ.28.1')) : null;
}

/**
 * Since 2026-07-01 a dialogue is held after a call, and not before the day it was called for. A call from before that day is measured by
 * the law of its own day, which named no lead.
 */
function afterACall(asked: Asked): Objection | null {
  const { command, state } = asked;
  if (!amended(asked)) return null;
  const { dialogueCalledFor } = state;
  const called = dialogueCalledFor !== null && command.on >= dialogueCalledFor;
  return called ? null : no('dialogue-not-called', cite(asked, 'NĐ124 Đ.28.1'));
}

/**
 * Whoever decides holds the dialogue: about discipline always (LKN Đ.53.1, 55.3); otherwise since 2026-07-01 (NĐ124 Đ.28.2–28.3), where
 * somebody else may with a recorded delegation. The decree names no head of a social-insurance body, so both are inferred.
 */
function chair(asked: Asked): Objection | null {
  const { command, state, organisation } = asked;
  const chairedBy = said(asked, 'chairedBy');
  const unit = state.custody.holder?.unit;
  const head = unit === undefined ? null : headOf(asked, unit);
  if (chairedBy === null || head === null || chairedBy === head) return null;
  if (organisation.delegations(chairedBy, command.on).includes(head)) return null;
  if (isDiscipline(state)) return no('dialogue-chair', cite(asked, state.level === 1 ? 'LKN Đ.53.1' : 'LKN Đ.55.3'));
  if (!amended(asked) || said(asked, 'delegation') !== null) return null;
  return no('dialogue-chair', inferred(cite(asked, state.level === 1 ? 'NĐ124 Đ.28.3' : 'NĐ124 Đ.28.2')));
}

export const holdDialogue = firstOf(afterACall, chair);

/**
 * Where a dialogue comes before the decision: about discipline and at the second level always, at the first where the complainant asks for
 * something else than was found (LKN Đ.30.1). Whoever stayed away was still called: a dialogue recorded with absences counts
 * (LKN Đ.30.6), unless a complainant had a good reason, who is called anew since 2026-07-01 (NĐ124 Đ.28.5).
 */
export function dialogueFirst(asked: Asked): Objection | null {
  const { command, state } = asked;
  const level = currentLevel(state);
  if (!level?.dialogueHeldOn) {
    if (isDiscipline(state)) return no('dialogue-mandatory', cite(asked, state.level === 1 ? 'LKN Đ.53' : 'LKN Đ.55.3'));
    if (state.level > 1) return no('dialogue-mandatory', cite(asked, 'LKN Đ.39'));
    return command.data.requestDiffers === true ? no('dialogue-where-they-differ', cite(asked, 'LKN Đ.30.1')) : null;
  }
  const complains = (person: string): boolean =>
    state.members.some(({ member, standing }) => member === person && standing === 'continuing');
  const anew = amended(asked) && level.dialogueExcused.some(complains);
  return anew ? no('dialogue-anew', cite(asked, 'NĐ124 Đ.28.5')) : null;
}
