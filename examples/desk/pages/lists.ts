/** Lists of cases: mine, my unit's, all. Each row says what presses, by which article, and why it is on the list. */
import type { CaseState, LegalDay } from '@redress/core';
import { type Html, html, type Value } from '../html.ts';
import { aboutOf, type Pressing, pressing, sortingDay, type Why } from '../standing.ts';
import type { Tongue } from '../texts/tongue.ts';
import { page, type Reader } from './page.ts';

/** Cases on one page of a list. */
export const PAGE = 25;

export interface Listed {
  readonly state: CaseState;
  readonly why: Why | null;
}

const orders = ['due', '-due', 'opened', '-opened'] as const;
export type Order = (typeof orders)[number];

/** Any other text is the usual order, the most urgent first. */
export const orderNamed = (text: string | undefined): Order => orders.find((order) => order === text) ?? 'due';
/** A page that is not there is the first. */
export const pageNumbered = (text: string | undefined): number => (text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1);

export interface Listing {
  readonly address: string;
  readonly title: string;
  readonly about: string;
  readonly empty: string;
  readonly order: Order;
  readonly number: number;
}

/** Cases in an order, the same on every machine. */
function ordered(cases: readonly Listed[], order: Order, today: LegalDay): readonly Listed[] {
  const key = ({ state }: Listed): string =>
    `${order.endsWith('due') ? sortingDay(pressing(state, today)[0]) : (state.openedOn ?? '')} ${state.caseId}`;
  const keyed = cases.map((each) => [key(each), each] as const).sort(([one], [other]) => (one < other ? -1 : 1));
  const sorted = keyed.map(([, each]) => each);
  return order.startsWith('-') ? sorted.reverse() : sorted;
}

export function listPage(reader: Reader, cases: readonly Listed[], listing: Listing): Html {
  const { tongue, today } = reader;
  const { title, about, empty, order, number } = listing;
  const sorted = ordered(cases, order, today);
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE));
  const at = Math.min(number, pages);
  const shown = sorted.slice((at - 1) * PAGE, at * PAGE);
  const content = html`<h1>${title}</h1><p class="about">${about} <span class="nowrap">${tongue.say('countOfCases', { count: sorted.length })}</span></p>
${sorted.length === 0 ? html`<div class="empty"><p>${empty}</p></div>` : html`${casesTable(reader, shown, listing)}${turn(tongue, listing, at, pages)}`}`;
  return page(reader, { title, content, live: 'lists' });
}

function casesTable({ tongue, today }: Reader, shown: readonly Listed[], listing: Listing): Html {
  const [due, opened] = (['due', 'opened'] as const).map((by) => sortable(tongue, listing, by));
  return html`<table class="cases cards" role="table"><caption class="visually-hidden">${listing.title}</caption><thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col">${tongue.say('case')}</th>${due}<th role="columnheader" scope="col">${tongue.say('presses')}</th><th role="columnheader" scope="col">${tongue.say('stage')}</th><th role="columnheader" scope="col">${tongue.say('whyHere')}</th>${opened}</tr></thead>
<tbody role="rowgroup">${shown.map((each) => caseRow(tongue, each, today))}</tbody></table>`;
}

function sortable(tongue: Tongue, { address, order }: Listing, by: 'due' | 'opened'): Html {
  const ascending = order === by;
  const descending = order === `-${by}`;
  const sorted = ascending ? html` aria-sort="ascending"` : descending ? html` aria-sort="descending"` : null;
  const to = `${address}?sort=${ascending ? `-${by}` : by}`;
  return html`<th role="columnheader" scope="col"${sorted}><a href="${to}">${tongue.say(by === 'due' ? 'dueDay' : 'openedOn')}<span aria-hidden="true">${ascending ? ' ↑' : descending ? ' ↓' : ''}</span></a></th>`;
}

/** The head of a table, whose columns are called so. */
export const tableHead = (heads: readonly string[]): Html =>
  html`<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}</tr></thead>`;

/** One cell, which on a phone says its heading itself. */
export const cell = (label: string, content: Value, kind = ''): Html =>
  html`<td role="cell"${kind !== '' && html` class="${kind}"`} data-label="${label}">${content}</td>`;

function caseRow(tongue: Tongue, { state, why }: Listed, today: LegalDay): Html {
  const [first] = pressing(state, today);
  const late = first?.state === 'overdue';
  return html`<tr role="row"${late && html` class="late"`}>${cell(tongue.say('case'), caseLink(state), 'matter')}
${cell(tongue.say('dueDay'), dueSaid(tongue, first), 'due')}
${cell(tongue.say('presses'), first ? html`${tongue.clock(first.clock)}${first.law && html` <span class="law">${first.law.text}</span>`}` : html`<span class="hint">${tongue.say('nothingPresses')}</span>`)}
${cell(tongue.say('stage'), stageSaid(tongue, state))}
${cell(tongue.say('whyHere'), why === null ? holderShort(tongue, state) : html`${tongue.why(why)}${why === 'unit-holds-it' && html` <span class="hint nowrap">${state.custody.holder?.person}</span>`}`)}
${cell(tongue.say('openedOn'), state.openedOn === null ? '–' : time(tongue, state.openedOn))}</tr>`;
}

export function caseLink(state: CaseState): Html {
  const { topic, summary } = aboutOf(state);
  return html`<a class="case-id" href="/cases/${encodeURIComponent(state.caseId)}">${state.caseId}</a>${topic !== null && html` <strong class="topic">${topic}</strong>`}<span class="summary">${summary}</span>`;
}

const holderShort = (tongue: Tongue, { custody }: CaseState): Html | null =>
  custody.holder && html`${tongue.unit(custody.holder.unit)} <span class="hint nowrap">${custody.holder.person}</span>`;

export const time = (tongue: Tongue, day: LegalDay): Html => html`<time datetime="${day}">${tongue.day(day)}</time>`;

/** The last day, and how much is left of it: in words, never by colour alone. */
export function dueSaid(tongue: Tongue, due: Pressing | undefined): Html {
  if (!due) return html`–`;
  if (due.state === 'paused') return html`<span class="badge paused">${tongue.say('paused')}</span>`;
  const kind = due.left < 0 ? 'over' : due.left <= 3 ? 'soon' : 'far';
  return html`${time(tongue, due.dueOn)} <span class="badge ${kind}">${tongue.left(due.left)}</span>${due.provisional && html` <span class="hint">${tongue.say('provisional')}</span>`}`;
}

export const stageSaid = (tongue: Tongue, { stage, caseType, level }: CaseState): Html =>
  html`<span class="badge stage-${stage}">${tongue.stage(stage)}</span>${caseType === 'complaint' && level > 1 && html` <span class="hint">${tongue.say('levelNo', { level })}</span>`}`;

/** To the other pages of a list. */
export function turn(tongue: Tongue, { address, order }: Pick<Listing, 'address' | 'order'>, at: number, pages: number): Html | null {
  if (pages === 1) return null;
  const link = (number: number, says: string, rel: string): Html =>
    html`<a rel="${rel}" href="${address}?sort=${order}&amp;page=${number}">${says}</a>`;
  return html`<nav class="turn" aria-label="${tongue.say('pages')}">${at > 1 && link(at - 1, tongue.say('previousPage'), 'prev')}<span>${tongue.say('pageOf', { at, pages })}</span>${at < pages && link(at + 1, tongue.say('nextPage'), 'next')}</nav>`;
}
