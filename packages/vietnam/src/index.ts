/** Viet Nam's law on complaints, as a law pack. It is data and reasoning for software, not legal advice. */
export { type SampleRole, sampleAuthority, sampleRoles } from './authority-sample.ts';
export { type ClockName, clockNames } from './clocks.ts';
export { type Applied, type Classification, classify, forwarders, type NotApplied, type Screening, screening } from './classification.ts';
export { type Addressee, type CompetenceAsked, competenceTraits, currentAddressee, nextAddressee, officeNamed } from './competence.ts';
export { consequenceSaid } from './consequences.ts';
export { competentActs, competentFor, isCompetentAct } from './competent-for.ts';
export { type Configuration, defaultConfiguration } from './configuration.ts';
export { type Due, type DueAsked, dueOf } from './due.ts';
export { isUnsettled, type Unsettled, valueOn } from './in-force.ts';
export {
  type Act,
  articles,
  type Dated,
  type Grade,
  lawData,
  type Provision,
  type TermLength,
  type TermRule,
} from './law-data.ts';
export { type Jump, type JumpAnswer, levelJump } from './level-jump.ts';
export { complexityCriteria, nonAcceptanceGrounds, suspensionGrounds, terminationGrounds } from './objections.ts';
export { sampleOrganisation, sampleOrganisationData, type UnitLevel } from './organisation-sample.ts';
export { isPetition, type Petition, stillOwed } from './petition/evolve.ts';
export { petition } from './petition/index.ts';
export { type Opening, openingFrom } from './petition/opening.ts';
export { vietnam, vietnamLaw } from './policy.ts';
export { answerBatch } from './questions/answers.ts';
export type { QuestionRefusal } from './questions/refusal.ts';
export { storyOf } from './story.ts';
export { storyOfClock } from './story-of-clock.ts';
export { type TermOn, termOn } from './term-on.ts';
export { DISMISSAL, termIds } from './terms.ts';
export { vietnamCalendar, vietnamCalendarKnownOn } from './working-days.ts';
