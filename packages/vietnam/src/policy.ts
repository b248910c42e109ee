/**
 * The law of Viet Nam on complaints, as Viet Nam Social Security meets it: the answers to what the engine asks. Data stands in
 * `law/`; here is only what is asked of it.
 */
import { type Calendar, digestOf, type Edition, isComplaint, type Law } from '@redress/core';
import { noShirking } from './citations.ts';
import { clocksOf } from './clocks.ts';
import { competenceRules } from './competence.ts';
import { type Configuration, defaultConfiguration } from './configuration.ts';
import { lunarDays, publicSectorYears } from './law/calendar-2020-2026.ts';
import { classificationTable } from './law/classification-table.ts';
import { lawBook } from './law-data.ts';
import { objectionTo } from './objections.ts';
import { petitionClocks } from './petition/clocks.ts';
import { isPetition } from './petition/evolve.ts';
import { petitionObjection } from './petition/objections.ts';
import { released } from './released/index.ts';
import { vietnamCalendar } from './working-days.ts';

/** Raised whenever an answer changes without a change of the data. */
const RULES = 4;
/** Names the edition; one that was released keeps its own and its folder. */
const VERSION = '2026-11-25';

function editionOf(configuration: Configuration, calendar: Calendar): Edition {
  const days = { edition: `${calendar.id}@${calendar.edition}`, years: publicSectorYears, lunar: lunarDays };
  const data = { ...lawBook, classification: classificationTable, days };
  const digest = digestOf({ data, configuration: { ...configuration }, rules: RULES });
  return { pack: 'vietnam-complaints', version: VERSION, digest };
}

/**
 * The pack with an organisation's choices. Its edition's digest names data, calendar, choices and rules: whatever differs in one of
 * them is another edition. Editions that were released before are found by their digests, with these choices and with `earlier` ones,
 * which an organisation names that has changed its mind since.
 */
export function vietnamLaw(choices: Partial<Configuration> = {}, earlier: readonly Partial<Configuration>[] = []): Law {
  const law = answering({ ...defaultConfiguration, ...choices }, (digest) => found().get(digest));
  let shelf: ReadonlyMap<string, Law> | undefined;
  const found = (): ReadonlyMap<string, Law> => {
    shelf ??= new Map(
      [law, ...earlier.map((each) => vietnamLaw(each)), ...before([choices, ...earlier])].map((each) => [each.edition.digest, each]),
    );
    return shelf;
  };
  return law;
}

const before = (choices: readonly Partial<Configuration>[]): readonly Law[] =>
  released.flatMap(({ law }) => choices.map((each) => law(each)));

/** The answers of this edition. */
function answering(configuration: Configuration, at: Law['at']): Law {
  const calendar = vietnamCalendar();
  const edition = editionOf(configuration, calendar);
  return {
    edition,
    timeZone: 'Asia/Ho_Chi_Minh',
    at,
    // One edition holds every version of the rules and chooses among them by the day of the step (NĐ155 Đ.22.1).
    editionFor: () => edition,
    calendar: () => calendar,
    clockEffects: (fact, state, on) =>
      isPetition(state)
        ? petitionClocks({ fact, state, on, calendar })
        : isComplaint(state)
          ? clocksOf({ fact, state, on, calendar, configuration })
          : [],
    ...competenceRules(configuration),
    // No article speaks of it: that a second return is a dispute is read into the organisation's own rule against shirking.
    disputesCustody: ({ returns, pingPongs }) => (returns >= 2 || pingPongs >= 1 ? noShirking : null),
    objection: (command, state, actor, organisation) =>
      isPetition(state)
        ? petitionObjection({ command, state, organisation })
        : isComplaint(state)
          ? objectionTo({ command, state, actor, organisation, calendar, configuration })
          : null,
  };
}

/** The pack with the choices that are on the safe side: of two terms the earlier governs. */
export const vietnam: Law = vietnamLaw();
