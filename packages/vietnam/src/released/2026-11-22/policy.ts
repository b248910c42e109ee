/**
 * The law of Viet Nam on complaints, as Viet Nam Social Security meets it: the answers to what the engine asks. Data stands in
 * `law/`; here is only what is asked of it.
 */
import { type Calendar, digestOf, type Edition, isComplaint, type Law } from '@redress/core';
import { noShirking } from './citations.ts';
import { clocksOf } from './clocks.ts';
import { competentUnit, nextLevel } from './competence.ts';
import { type Configuration, defaultConfiguration } from './configuration.ts';
import { lunarDays, publicSectorYears } from './law/calendar-2020-2026.ts';
import { lawData } from './law-data.ts';
import { objectionTo } from './objections.ts';
import { vietnamCalendar } from './working-days.ts';

/** Raised whenever an answer changes without a change of the data. */
const RULES = 1;
const VERSION = '2026-11-22';

function editionOf(configuration: Configuration, calendar: Calendar): Edition {
  const days = { edition: `${calendar.id}@${calendar.edition}`, years: publicSectorYears, lunar: lunarDays };
  const digest = digestOf({ data: { acts: lawData, days }, configuration: { ...configuration }, rules: RULES });
  return { pack: 'vietnam-complaints', version: VERSION, digest };
}

/**
 * The pack with an organisation's choices. Its edition's digest names data, calendar, choices and rules: whatever differs in one of
 * them is another edition.
 */
export function vietnamLaw(choices: Partial<Configuration> = {}): Law {
  const configuration: Configuration = { ...defaultConfiguration, ...choices };
  const calendar = vietnamCalendar();
  const edition = editionOf(configuration, calendar);
  const law: Law = {
    edition,
    timeZone: 'Asia/Ho_Chi_Minh',
    at: (digest) => (digest === edition.digest ? law : undefined),
    // One edition holds every version of the rules and chooses among them by the day of the step (NĐ155 Đ.22.1).
    editionFor: () => edition,
    calendar: () => calendar,
    clockEffects: (fact, state, on) => (isComplaint(state) ? clocksOf({ fact, state, on, calendar, configuration }) : []),
    competentUnit,
    nextLevel,
    // No article speaks of it: that a second return is a dispute is read into the organisation's own rule against shirking.
    disputesCustody: ({ returns, pingPongs }) => (returns >= 2 || pingPongs >= 1 ? noShirking : null),
    objection: (command, state, _actor, organisation) =>
      isComplaint(state) ? objectionTo({ command, state, organisation, calendar }) : null,
  };
  return law;
}

/** The pack with the choices that are on the safe side: of two terms the earlier governs. */
export const vietnam: Law = vietnamLaw();
