/** What may be chosen in a field, where the case, the organisation or the law knows it. A code of the law reads as its words. */
import { type CaseState, headOfUnit, isComplaint, type LegalDay, type Organisation } from '@redress/core';
import {
  competenceTraits,
  complexityCriteria,
  forwarders,
  isPetition,
  lawData,
  nonAcceptanceGrounds,
  sampleOrganisationData,
  suspensionGrounds,
  terminationGrounds,
} from '@redress/vietnam';
import type { Tongue } from '../texts/tongue.ts';
import type { Field } from './fields.ts';
import { indexes, linesOf, type Posted } from './posted.ts';

export interface Choice {
  readonly value: string;
  readonly says: string;
}

export interface Choices {
  readonly options: readonly Choice[];
  /** Whether something else may be written as well. */
  readonly open: boolean;
}

export interface Asking {
  readonly command: string;
  /** Null before there is a case. */
  readonly state: CaseState | null;
  readonly organisation: Organisation;
  readonly on: LegalDay;
  /** People that the lists know of, by their ids. */
  readonly people: readonly string[];
  readonly tongue: Tongue;
}

type Offer = (asking: Asking) => Choices | null;

const only = (options: readonly Choice[]): Choices | null => (options.length === 0 ? null : { options, open: false });
const orElse = (options: readonly Choice[]): Choices | null => (options.length === 0 ? null : { options, open: true });
const plain = (values: readonly string[]): readonly Choice[] => values.map((value) => ({ value, says: value }));

const unitsToday: Offer = ({ organisation, on }) => {
  const ids = [...new Set(sampleOrganisationData.units.map(({ id }) => id))];
  return only(ids.flatMap((id) => (organisation.unit(id, on) ? [{ value: id, says: unitSaid(organisation, id, on) }] : [])));
};

/** A department bears the name of many: it is told with the body it belongs to. */
export function unitSaid(organisation: Organisation, id: string, on: LegalDay): string {
  const found = organisation.unit(id, on) ?? sampleOrganisationData.units.findLast((unit) => unit.id === id);
  if (!found) return id;
  const above = found.level === 'department' && found.superior !== null ? organisation.unit(found.superior, on) : null;
  return above ? `${found.name}, ${above.name}` : found.name;
}

/** A decision may be of a unit that is gone. */
const unitsEver: Offer = ({ organisation, on }) => {
  const ids = [...new Set(sampleOrganisationData.units.filter(({ level }) => level !== 'department').map(({ id }) => id))];
  return only(ids.map((id) => ({ value: id, says: unitSaid(organisation, id, on) })));
};

const people: Offer = ({ people: known, organisation, on, state }) => {
  const unit = state?.custody.holder?.unit;
  const head = unit === undefined ? [] : [headOfUnit(organisation, unit, on)];
  return orElse(plain([...new Set([...known, ...head])].sort()));
};

const clocks: Offer = ({ state, tongue }) =>
  only(Object.keys(state?.clocks ?? {}).map((clock) => ({ value: clock, says: tongue.clock(clock) })));

const members: Offer = ({ state }) => {
  if (!state) return null;
  if (isComplaint(state)) return only(plain(state.members.filter(({ standing }) => standing === 'continuing').map(({ member }) => member)));
  return isPetition(state) ? only(plain(state.senders)) : null;
};

const membersAndOthers: Offer = (asking) => orElse(members(asking)?.options ?? []);

const ofState =
  (find: (state: CaseState) => readonly string[]): Offer =>
  ({ state }) =>
    state ? only(plain(find(state))) : null;

const coded =
  (field: string, codes: readonly string[]): Offer =>
  ({ tongue }) =>
    only(codes.map((value) => ({ value, says: tongue.value(field, value) })));

/** By which a person who came may be refused, in all acts. */
const receptionGrounds = Object.values(lawData).flatMap((act) => ('refusalToReceive' in act ? Object.keys(act.refusalToReceive) : []));

const grounds: Readonly<Record<string, readonly string[]>> = {
  NotAccept: nonAcceptanceGrounds,
  AnswerIneligible: nonAcceptanceGrounds,
  Suspend: suspensionGrounds,
  Terminate: terminationGrounds,
  RefuseReception: receptionGrounds,
};

const offers: Readonly<Record<string, Offer>> = {
  unit: unitsToday,
  toUnit: unitsToday,
  units: unitsToday,
  issuedBy: unitsEver,
  person: people,
  toPerson: people,
  chairedBy: people,
  clock: clocks,
  'Notify.about': clocks,
  members,
  'Complete.signed': members,
  'AddMembers.members': () => null,
  senders: members,
  standsFor: members,
  attended: membersAndOthers,
  absent: membersAndOthers,
  excused: membersAndOthers,
  'Serve.to': membersAndOthers,
  'Notify.to': membersAndOthers,
  'AnswerSender.to': membersAndOthers,
  'DemandResolution.of': unitsToday,
  forwarder: coded('forwarder', forwarders),
  traits: coded('traits', competenceTraits),
  criteria: coded('criteria', Object.keys(complexityCriteria)),
  ground: (asking) => coded('ground', grounds[asking.command] ?? [])(asking),
  'SettleDisagreement.disagreement': ofState((state) =>
    isComplaint(state) ? state.disagreements.filter(({ open }) => open).map(({ id }) => id) : [],
  ),
  'AnswerConsultation.consultation': ofState((state) =>
    isComplaint(state) ? state.consultations.filter(({ answeredOn }) => answeredOn === null).map(({ id }) => id) : [],
  ),
  obligation: ofState((state) =>
    isComplaint(state) ? state.obligations.filter(({ fulfilledOn }) => fulfilledOn === null).map(({ id }) => id) : [],
  ),
  'Serve.decision': (asking) => decisions(asking),
  'Publish.decision': (asking) => decisions(asking),
};

const decisions: Offer = ({ state }) =>
  state && isComplaint(state) ? orElse(plain(state.levels.flatMap(({ decision }) => (decision ? [decision.document] : [])))) : null;

/** Null where nothing is known beforehand. */
export function choicesFor(field: Field, asking: Asking): Choices | null {
  if (field.kind === 'choice' || (field.kind === 'list' && field.values !== null))
    return only((field.values ?? []).map((value) => ({ value, says: asking.tongue.value(field.path, value) })));
  if (field.kind !== 'line' && field.kind !== 'list') return null;
  const named = `${asking.command}.${field.name}`;
  const offer = Object.hasOwn(offers, named) ? offers[named] : Object.hasOwn(offers, field.name) ? offers[field.name] : undefined;
  return offer?.(asking) ?? null;
}

/** Names in the form of the fields in which something stands that their closed choice does not offer. */
export function notOffered(
  fields: readonly Field[],
  asking: Asking,
  posted: Posted,
  nameOf = (path: string) => `data.${path}`,
): readonly string[] {
  return fields.flatMap((field): readonly string[] => {
    const name = nameOf(field.path);
    const inside = (above: string, within: string) => (path: string) => above + path.slice(within.length);
    if (field.kind === 'group') return notOffered(field.fields, asking, posted, inside(name, field.path));
    if (field.kind === 'rows')
      return indexes(posted, name).flatMap((index) =>
        notOffered(field.fields, asking, posted, inside(`${name}.${index}`, `${field.path}.*`)),
      );
    const choices = choicesFor(field, asking);
    if (!choices || choices.open) return [];
    const offered = new Set(choices.options.map(({ value }) => value));
    return linesOf(posted.getAll(name)).every((line) => offered.has(line)) ? [] : [name];
  });
}
