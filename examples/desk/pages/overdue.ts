/** What is late: which clock, since when, and who held the case for how long. It says who held it, not who was at fault. */
import type { CaseAccount, ClockRun, HeldFor } from '@redress/audit';
import type { CaseState } from '@redress/core';
import { type Html, html } from '../html.ts';
import { pressing } from '../standing.ts';
import type { Tongue } from '../texts/tongue.ts';
import { caseLink, cell, stageSaid, tableHead, time, turn } from './lists.ts';
import { page, type Reader } from './page.ts';

export interface Overdue {
  readonly state: CaseState;
  readonly account: CaseAccount;
}

interface Shown {
  readonly cases: readonly Overdue[];
  readonly count: number;
  readonly at: number;
  readonly pages: number;
}

export function overduePage(reader: Reader, { cases, count, at, pages }: Shown): Html {
  const { tongue } = reader;
  const heads = [tongue.say('case'), tongue.say('stage'), tongue.say('missed'), tongue.say('heldHowLong')];
  const table = (those: readonly Overdue[], caption: string): Html =>
    html`<table class="cases cards" role="table"><caption class="visually-hidden">${caption}</caption>${tableHead(heads)}<tbody role="rowgroup">${those.map((each) => row(reader, each, heads))}</tbody></table>`;
  const [open, closed] = [cases.filter(({ state }) => !state.at.final), cases.filter(({ state }) => state.at.final)];
  const tables = html`${open.length > 0 && table(open, tongue.say('overdue'))}${closed.length > 0 && html`<section class="closed"><h2>${tongue.say('overdueClosed')}</h2><p class="about">${tongue.say('overdueClosedAbout')}</p>${table(closed, tongue.say('overdueClosed'))}</section>`}${turn(tongue, { address: '/overdue', order: 'due' }, at, pages)}`;
  const content = html`<h1>${tongue.say('overdue')}</h1><p class="about">${tongue.say('overdueAbout')} <span class="nowrap">${tongue.say('countOfCases', { count })}</span></p>${count === 0 ? html`<div class="empty"><p>${tongue.say('overdueEmpty')}</p></div>` : tables}<p class="hint">${tongue.say('heldNotFault')}</p>`;
  return page(reader, { title: tongue.say('overdue'), content, live: 'lists' });
}

function row(
  { tongue, today }: Reader,
  { state, account }: Overdue,
  [matter = '', stage = '', missed = '', held = '']: readonly string[],
): Html {
  const late = pressing(state, today).filter(({ state: stands }) => stands === 'overdue');
  const said = late.map(
    ({ clock, dueOn, left, law }) =>
      html`<p>${tongue.clock(clock)}: ${time(tongue, dueOn)} <span class="badge over">${tongue.left(left)}</span>${law && html` <span class="law">${law.text}</span>`}</p>`,
  );
  const runs = account.runs.filter((run) => run.missed && run.ended === 'runs' && late.some(({ clock }) => clock === run.clock));
  const holders = runs.map(
    (run) => html`${runs.length > 1 && html`<p class="hint">${tongue.clock(run.clock)}</p>`}${heldSaid(tongue, run)}`,
  );
  return html`<tr role="row" class="late">${cell(matter, caseLink(state), 'matter')}${cell(stage, stageSaid(tongue, state))}${cell(missed, said, 'wide')}${cell(held, holders, 'wide')}</tr>`;
}

/** Everybody who held the case while the clock ran: how much of the term they had, and how much of the time after it. */
function heldSaid(tongue: Tongue, { inTerm, overdue }: ClockRun): readonly Html[] {
  const names = (those: readonly HeldFor[]): readonly string[] => those.map(({ holder }) => nameOf(tongue, holder));
  return [...new Set([...names(inTerm), ...names(overdue)])].map((name) => {
    const [before, after] = [inTerm, overdue].map((those) => those.find(({ holder, days }) => days > 0 && nameOf(tongue, holder) === name));
    return html`<p>${name}: ${before && tongue.say('heldInTerm', { days: before.days })}${before && after && ', '}${after && html`<strong>${tongue.say('heldAfter', { days: after.days, working: after.workingDays ?? '–' })}</strong>`}</p>`;
  });
}

const nameOf = (tongue: Tongue, holder: HeldFor['holder']): string => (holder === null ? tongue.say('nobody') : tongue.holder(holder));
