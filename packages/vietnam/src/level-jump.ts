/**
 * A petition that jumps a level (vượt cấp): it lies at a body above the one whose level it is. The law has no such word. It makes the
 * right addressee the complainant's duty, and lets the superior demand what a subordinate owes; taking the case over needs a second
 * complaint.
 */
import { type Citation, currentLevel, stateOn } from '@redress/core';
import { type ArticleName, article, bothOf } from './citations.ts';
import { bodyOf, type CompetenceAsked, currentAddressee, isAbove, nextAddressee } from './competence.ts';
import { AMENDED_FROM } from './matter.ts';
import type { Answered } from './questions/refusal.ts';

export interface Jump {
  /** The unit that received the petition. */
  readonly at: string;
  /** It asks for the second level, whatever its title says. */
  readonly asksForSecondLevel: boolean;
  /** The sender was guided in this matter once already. */
  readonly guidedBefore: boolean;
}

/** What is due of it. `demand`: the superior demands the decision of the unit that owes it; the case stays where it is. */
export type JumpAnswer = { readonly because: Citation } & (
  | { readonly due: 'guide-once'; readonly to: string }
  | { readonly due: 'file' }
  | { readonly due: 'demand'; readonly of: string }
  | { readonly due: 'take-as-second-complaint' }
);

/** Null where no level was jumped: the body is competent, or does not stand above the competent one, or there is a decision already. */
export function levelJump(jump: Jump, asked: CompetenceAsked): Answered<JumpAnswer | null> {
  const { state, on, organisation } = asked;
  if (currentLevel(state)?.decision) return { answer: null };
  const competent = currentAddressee(asked);
  if ('refusal' in competent) return competent;
  const here = bodyOf(jump.at, on, organisation);
  if (!here || !('unit' in competent.answer)) return { answer: null };
  const owing = competent.answer.unit;
  if (!isAbove(here.id, owing, on, organisation)) return { answer: null };
  const { resolution } = state.clocks;
  if (!resolution || stateOn(resolution, on) !== 'overdue') return { answer: guidance(jump, owing, asked) };
  // A third level there is none, so that above the second whatever is asked for ends in a demand.
  if (!jump.asksForSecondLevel || state.level > 1) return { answer: { due: 'demand', of: owing, because: demandable(asked) } };
  return secondLevelHere(here.id, jump, asked);
}

/** Guidance is given once; what comes again is filed (TT05 Đ.6.2.b). */
function guidance({ guidedBefore }: Jump, to: string, asked: CompetenceAsked): JumpAnswer {
  return guidedBefore
    ? { due: 'file', because: cite(asked, 'TT05 Đ.6.2.b') }
    : { due: 'guide-once', to, because: bothOf(cite(asked, 'LTCD Đ.26.1.b'), cite(asked, 'TT05 Đ.8.1')) };
}

/** After silence the second level is open, to the body directly above; one higher up is jumped to again. */
function secondLevelHere(here: string, jump: Jump, asked: CompetenceAsked): Answered<JumpAnswer | null> {
  const next = nextAddressee(asked);
  if ('refusal' in next) return next;
  const { answer } = next;
  if ('ended' in answer) return { answer: null };
  if ('outside' in answer) return { answer: guidance(jump, answer.outside, asked) };
  if (answer.unit !== here) return { answer: guidance(jump, answer.unit, asked) };
  return { answer: { due: 'take-as-second-complaint', because: bothOf(cite(asked, 'LKN Đ.33'), cite(asked, 'NĐ124 Đ.4')) } };
}

const cite = ({ on }: CompetenceAsked, name: ArticleName): Citation => article(name, on);

function demandable(asked: CompetenceAsked): Citation {
  const law = cite(asked, 'LTCD Đ.26.1.b');
  return asked.on >= AMENDED_FROM ? bothOf(law, cite(asked, 'NĐ154 Đ.15.3')) : law;
}
