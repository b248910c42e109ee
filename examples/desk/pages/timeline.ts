/** A case drawn over its days, as a picture made here: what happened, who held it, which time limits ran and when they end. */
import type { CaseAccount, ClockRun } from '@redress/audit';
import { addDays, addMonths, daysBetween, type LegalDay } from '@redress/core';
import { type Html, html } from '../html.ts';
import type { Tongue } from '../texts/tongue.ts';

/** In units of the drawing. */
const WIDTH = 960;
const LABELS = 250;
const RIGHT = 24;
const ROW = 30;
const TOP = 34;
/** Characters of a label that have room beside the drawing. */
const LONGEST = 36;

interface Drawn {
  readonly version: number;
  readonly type: string;
  readonly on: LegalDay;
  readonly moves: boolean;
}

interface Picture {
  readonly account: CaseAccount;
  readonly facts: readonly Drawn[];
  readonly today: LegalDay;
  readonly tongue: Tongue;
}

/** Nothing where no day is known. */
export function timeline(picture: Picture): Html | null {
  const { account, facts, tongue, today } = picture;
  const scale = scaleOf(picture);
  if (!scale) return null;
  const units = unitsOf(account);
  const runs = runsShown(account.runs);
  const rows = [
    factRow(picture, scale),
    ...units.map((unit, index) => holderRow(picture, scale, unit, index)),
    ...runs.map(([clock, each]) => clockRow(picture, scale, clock, each)),
  ];
  const height = TOP + rows.length * ROW + 8;
  const label = tongue.say('timelineSays', { facts: facts.length, units: units.length, clocks: runs.length });
  return html`<div class="timeline" role="region" aria-label="${tongue.say('timeline')}" tabindex="0"><svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${label}">
${scale.months().map((month) => html`<path class="grid" d="M${scale.at(month)} 22V${height - 4}"/><text class="month" x="${scale.at(month) + 3}" y="16">${tongue.month(month)}</text>`)}
${rows.map((row, index) => html`<g transform="translate(0 ${TOP + index * ROW})">${row}</g>`)}
${!scale.isBeyond(today) && html`<path class="today" d="M${scale.at(today)} 22V${height - 4}"/><text class="today-label" x="${scale.at(today)}" y="16" text-anchor="end">${tongue.say('today')} </text>`}
</svg></div><p class="legend" aria-hidden="true"><span class="key fact"></span>${tongue.say('facts')} <span class="key held"></span>${tongue.say('holder')} <span class="key term"></span>${tongue.say('termRuns')} <span class="key over"></span>${tongue.say('overdue')} <span class="key due"></span>${tongue.say('dueDay')}</p>`;
}

class Scale {
  readonly #from: LegalDay;
  readonly #to: LegalDay;
  readonly #days: number;

  constructor(from: LegalDay, to: LegalDay) {
    this.#from = from;
    this.#to = to;
    this.#days = Math.max(1, daysBetween(from, to));
  }

  isBeyond(day: LegalDay): boolean {
    return day > this.#to;
  }

  at(day: LegalDay): number {
    const share = Math.min(1, Math.max(0, daysBetween(this.#from, day) / this.#days));
    return Math.round((LABELS + share * (WIDTH - LABELS - RIGHT)) * 10) / 10;
  }

  /** First days of months, so few that their names do not touch. */
  months(): readonly LegalDay[] {
    const found: LegalDay[] = [];
    const before = `${addDays(this.#from, -1).slice(0, 7)}-01`;
    for (let day = addMonths(before, 1); day <= this.#to; day = addMonths(day, 1)) found.push(day);
    const every = Math.max(1, Math.ceil(found.length / 8));
    return found.filter((_, index) => index % every === 0);
  }
}

/** From the first day to the last that anything is known of; terms of years run off the edge. */
function scaleOf({ account, facts, today }: Picture): Scale | null {
  const [day] = facts;
  if (!day) return null;
  const first = facts.reduce((before, { on }) => earlier(before, on), day.on);
  const last = facts.reduce((after, { on }) => later(after, on), day.on);
  const until = account.endedOn ?? later(today, last);
  const dues = account.runs.flatMap(({ dueOn }) => dueOn ?? []).filter((due) => daysBetween(until, due) < 120);
  return new Scale(addDays(first, -2), addDays(dues.reduce(later, until), 3));
}

const unitsOf = ({ holdings }: CaseAccount): readonly string[] => [...new Set(holdings.map(({ holder }) => holder.unit))];

/** One row for each clock, in the order in which they began. The two terms behind `acceptance` stand in the table only. */
function runsShown(runs: readonly ClockRun[]): readonly (readonly [string, readonly ClockRun[]])[] {
  const byClock = new Map<string, ClockRun[]>();
  for (const run of runs) {
    if (run.clock.startsWith('acceptance-')) continue;
    byClock.set(run.clock, [...(byClock.get(run.clock) ?? []), run]);
  }
  return [...byClock];
}

const labelled = (says: string): Html => {
  const characters = [...says];
  const short = characters.length <= LONGEST ? says : `${characters.slice(0, LONGEST - 1).join('')}…`;
  return html`<text class="row-label" x="0" y="15">${short}</text>`;
};

/** Each once, in the order of the first of its name, and how many there are. */
function told(names: readonly string[]): string {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].map(([name, count]) => (count === 1 ? name : `${name} (${count})`)).join('; ');
}

function factRow({ facts, tongue, account }: Picture, scale: Scale): Html {
  const byDay = new Map<LegalDay, Drawn[]>();
  for (const fact of facts) {
    const those = byDay.get(fact.on);
    if (those) those.push(fact);
    else byDay.set(fact.on, [fact]);
  }
  const marks = [...byDay].map(([on, those]) => {
    const says = told(those.map(({ type }) => tongue.fact(account.caseType, type)));
    return html`<circle class="${those.some(({ moves }) => moves) ? 'fact moves' : 'fact'}" cx="${scale.at(on)}" cy="10" r="6"><title>${tongue.day(on)}: ${says}</title></circle>`;
  });
  return html`${labelled(tongue.say('facts'))}<path class="base" d="M${LABELS} 10H${WIDTH - RIGHT}"/>${marks}`;
}

/** Shades of holders' bands; the label beside says who. */
const BANDS = 4;

function holderRow({ account, tongue, today }: Picture, scale: Scale, unit: string, index: number): Html {
  const bands = account.holdings.filter(({ holder }) => holder.unit === unit);
  return html`${labelled(tongue.unit(unit))}${bands.map(({ holder, from, to }) => {
    const left = scale.at(from);
    const width = Math.max(3, scale.at(to ?? later(today, from)) - left);
    return html`<rect class="band band-${index % BANDS}" x="${left}" y="3" width="${width}" height="16" rx="3"><title>${tongue.holder(holder)}: ${tongue.day(from)} – ${to === null ? tongue.say('untilNow') : tongue.day(to)}</title></rect>`;
  })}`;
}

function clockRow({ tongue }: Picture, scale: Scale, clock: string, runs: readonly ClockRun[]): Html {
  return html`${labelled(tongue.clock(clock))}${runs.map((run) => {
    const { startedOn, endedOn, dueOn, missed } = run;
    const left = scale.at(startedOn);
    const end = run.ended === 'runs' && dueOn !== null ? later(dueOn, startedOn) : dueOn !== null && dueOn < endedOn ? dueOn : endedOn;
    const over =
      missed && dueOn !== null
        ? html`<rect class="over" x="${scale.at(dueOn)}" y="6" width="${Math.max(3, scale.at(endedOn) - scale.at(dueOn))}" height="10"/>`
        : null;
    const mark =
      dueOn !== null && !scale.isBeyond(dueOn)
        ? html`<path class="due" d="M${scale.at(dueOn)} 0V20"/><path class="due-flag" d="M${scale.at(dueOn)} 0h9l-3 4 3 4h-9z"/>`
        : null;
    const says = `${tongue.day(startedOn)} → ${dueOn === null ? tongue.say('paused') : tongue.day(dueOn)} (${run.law.text})`;
    return html`<g><title>${tongue.clock(clock)}: ${says}</title><rect class="term term-${run.ended}" x="${left}" y="6" width="${Math.max(3, scale.at(end) - left)}" height="10" rx="2"/>${over}${mark}</g>`;
  })}`;
}

const earlier = (one: LegalDay, other: LegalDay): LegalDay => (one < other ? one : other);
const later = (one: LegalDay, other: LegalDay): LegalDay => (one > other ? one : other);
