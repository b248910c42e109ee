/** What somebody might ask next: a command, a day, an actor and data that suit where the case stands, and now and then do not. */
import {
  type Actor,
  addDays,
  type CaseState,
  type CaseType,
  type Command,
  followers,
  isRefusal,
  judge,
  type LegalDay,
  type World,
} from '@redress/core';
import fc from 'fast-check';
import { commandData } from './arbitraries.ts';
import { legalDays } from './arbitraries-of-values.ts';
import type { Setting } from './histories.ts';
import type { Chance } from './histories-chance.ts';

/** How often a proposal is made before one is sent that would be refused. */
const TRIES = 8;
/** How often the first proposal is sent, whatever becomes of it. */
const WHIM = 0.12;

export interface Asking<State extends CaseState> {
  readonly setting: Setting<State>;
  readonly state: State;
  readonly caseId: string;
  readonly today: LegalDay;
  readonly chance: Chance;
}

export type Proposal = Omit<Command, 'id'>;

/** One proposal that would be done, where one is found soon; else any. */
export function propose<State extends CaseState>(asking: Asking<State>): Proposal {
  const { chance, setting, state, today } = asking;
  const first = anyProposal(asking, chance.happens(WHIM / 2));
  if (chance.happens(WHIM)) return first;
  let proposal = first;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const command = { ...proposal, id: '' };
    if (!isRefusal(judge(setting.type, command, state, worldFor(setting, command, state, today)))) return proposal;
    proposal = anyProposal(asking, false);
  }
  return proposal;
}

/** What the engine would load for a command. */
function worldFor<State extends CaseState>(
  { law, authority, organisation }: Setting<State>,
  { type, on }: Pick<Command, 'type' | 'on'>,
  state: State,
  today: LegalDay,
): World {
  const inForce = law.at(law.editionFor(type, state, on).digest) ?? law;
  return { door: 'execute', today, law: inForce, calendar: inForce.calendar(on), authority, organisation };
}

function anyProposal<State extends CaseState>(asking: Asking<State>, wild: boolean): Proposal {
  const { setting, state, caseId, today, chance } = asking;
  const type = (wild ? chance.of(Object.keys(setting.type.commands)) : chance.weighted(weights(setting.type, state))) ?? '';
  const on = chance.happens(0.04) ? addDays(today, -chance.below(30)) : today;
  const late = on < today && chance.happens(0.7) ? { late: { ground: 'The post was late.', document: 'P-1' } } : {};
  return { type, case: caseId, on, actor: actorFor(asking), data: dataFor(asking, type), ...late };
}

/**
 * What moves the case on comes most often, a way back to where it would go on nearly as often, remarks and side steps less, and the end
 * seldom: so a case lives long enough to see something.
 */
function weights<State extends CaseState>(type: CaseType<State>, state: State) {
  const { at } = state;
  const home = type.chart.initial.regions;
  return followers(type, state).map((value) => {
    const leads = at.after(type.commands[value]?.fact ?? '');
    if (leads === undefined) return { value, weight: 1 };
    if (leads.final) return { value, weight: 0.3 };
    const [main, ...sides] = Object.keys(home);
    if (main !== undefined && leads.regions[main] !== at.regions[main]) return { value, weight: 14 };
    return { value, weight: sides.every((side) => leads.regions[side] === home[side]) ? 10 : 3 };
  });
}

function actorFor<State extends CaseState>({ setting: { units, roles }, state: { custody }, chance }: Asking<State>): Actor {
  const concerned = [custody.offer?.toUnit, custody.before?.unit, custody.holder?.unit].filter((unit) => unit !== undefined);
  const unit = (concerned.length > 0 && chance.happens(0.85) ? chance.of(concerned) : chance.of(units)) ?? '';
  const role = (chance.happens(0.6) ? roles[0] : chance.of(roles)) ?? '';
  return { id: `p-${unit}`, unit, role };
}

const sources = new WeakMap<object, Map<string, fc.Arbitrary<Record<string, unknown>>>>();

/** Arbitraries are read from the schemas once. */
function sourceOf<State extends CaseState>({ type, from }: Setting<State>, name: string): fc.Arbitrary<Record<string, unknown>> {
  const known = sources.get(type.commands) ?? new Map<string, fc.Arbitrary<Record<string, unknown>>>();
  sources.set(type.commands, known);
  const source =
    known.get(name) ?? commandData(type, name, { days: legalDays(from === undefined ? {} : { from, through: addDays(from, 2000) }) });
  known.set(name, source);
  return source;
}

/** Data that the command's schema accepts, its fields chosen among those that make sense in this state. */
export function dataFor<State extends CaseState>({ setting, state, today, chance }: Asking<State>, type: string): Record<string, unknown> {
  const [drawn] = fc.sample(sourceOf(setting, type), { numRuns: 1, seed: chance.seed() });
  const choices = { unit: setting.units, toUnit: setting.units, ...setting.choices?.(state, today) };
  const better = sensible(drawn, choices, chance);
  // A field of the same name may mean something else in this command, and take other values.
  const taken = setting.type.commands[type]?.schema.safeParse(better).success === true;
  return (taken ? better : drawn) as Record<string, unknown>;
}

function sensible(value: unknown, choices: Readonly<Record<string, readonly string[]>>, chance: Chance): unknown {
  if (Array.isArray(value)) return value.map((each) => sensible(each, choices, chance));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [
      key,
      chosen(Object.hasOwn(choices, key) ? choices[key] : undefined, inside, choices, chance),
    ]),
  );
}

function chosen(
  among: readonly string[] | undefined,
  inside: unknown,
  choices: Readonly<Record<string, readonly string[]>>,
  chance: Chance,
): unknown {
  if (among !== undefined && among.length > 0) {
    if (typeof inside === 'string') return chance.of(among);
    if (Array.isArray(inside) && inside.every((each) => typeof each === 'string')) return [...new Set(inside.map(() => chance.of(among)))];
  }
  return sensible(inside, choices, chance);
}
