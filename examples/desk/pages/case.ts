/** One case: what it is about, what presses, who has it, what may be asked now and why not the rest, and everything that happened. */
import type { CaseAccount, CaseFile } from '@redress/audit';
import {
  type CaseState,
  type CaseType,
  type Clock,
  explain,
  isComplaint,
  type Option,
  passes,
  type Refusal,
  remainingDays,
  stateOn,
} from '@redress/core';
import { consequenceSaid, isPetition } from '@redress/vietnam';
import { type Html, html } from '../html.ts';
import { oversees } from '../people.ts';
import { aboutOf, isOwed, lawOf, openDuties, pressing } from '../standing.ts';
import type { Tongue } from '../texts/tongue.ts';
import { becauseSaid } from './asking.ts';
import { cell, dueSaid, stageSaid, tableHead, time } from './lists.ts';
import { page, type Reader } from './page.ts';
import { timeline } from './timeline.ts';

export interface CaseShown {
  readonly state: CaseState;
  readonly type: CaseType;
  readonly file: CaseFile;
  readonly account: CaseAccount;
  readonly options: readonly Option[];
  /** What was done a moment ago, where the page follows on it; `again` where it had been done before. */
  readonly done: { readonly command: string; readonly again: boolean } | null;
}

export function casePage(reader: Reader, shown: CaseShown): Html {
  const { tongue, person } = reader;
  const { state, type, done } = shown;
  const { topic, summary } = aboutOf(state);
  const content = html`${done && doneSaid(tongue, state, done)}
<div class="case-head"><p class="kind">${tongue.caseType(type.name)} · ${state.openedOn && html`${tongue.say('openedOn')} ${time(tongue, state.openedOn)}`}</p>
<h1>${state.caseId}${topic !== null && html` <span class="topic">${topic}</span>`}</h1><p>${stageSaid(tongue, state)} ${lateBadge(reader, state)}</p><p class="summary-full">${summary}</p></div>
<nav class="within" aria-label="${tongue.say('onThisPage')}"><ul>${(['mayDo', 'clocks', 'timeline', 'holders', 'matter', 'history'] as const).map((name) => html`<li><a href="#${name}">${tongue.say(name)}</a></li>`)}</ul></nav>
<div class="columns"><div class="left">${standsSection(reader, shown)}${mayDo(reader, shown)}</div><div class="right">${clocksSection(reader, state)}</div></div>
<section id="timeline"><h2>${tongue.say('timeline')}</h2>${timeline({ ...shown, facts: drawnFacts(shown), tongue, today: reader.today })}</section>
${holdersSection(tongue, shown)}
${matterSection(tongue, state)}
${historySection(tongue, shown, person !== null && oversees(person))}`;
  return page(reader, { title: topic === null ? state.caseId : `${state.caseId} ${topic}`, content, live: state.caseId });
}

function doneSaid(tongue: Tongue, { caseType }: CaseState, { command, again }: { command: string; again: boolean }): Html {
  const says = tongue.say(again ? 'doneBefore' : 'done', { command: tongue.command(caseType, command) });
  return html`<section class="panel ok" role="status" tabindex="-1" autofocus><p>${says}</p></section>`;
}

function lateBadge({ tongue, today }: Reader, state: CaseState): Html | null {
  const [first] = pressing(state, today);
  return first?.state === 'overdue' ? html`<span class="badge over">${tongue.say('overdue')}</span>` : null;
}

const drawnFacts = ({ file, type }: CaseShown) =>
  file.facts.map(({ record, fact }) => ({
    version: record.version,
    type: record.type,
    on: fact.on,
    moves: type.facts[record.type]?.chart === 'moves',
  }));

/** Where it stands, in a few lines. */
function standsSection({ tongue, today }: Reader, { state }: CaseShown): Html {
  const { holder, offer, before } = state.custody;
  const [first] = pressing(state, today);
  const duties = openDuties(state);
  return html`<section><h2>${tongue.say('stands')}</h2><dl class="facts">
${holder && html`<dt>${tongue.say('holder')}</dt><dd>${tongue.holder(holder)}</dd>`}
${offer && html`<dt>${tongue.say('offeredTo')}</dt><dd>${tongue.unit(offer.toUnit)} (${time(tongue, offer.offeredOn)})</dd>`}
${before && html`<dt>${tongue.say('before')}</dt><dd>${tongue.unit(before.unit)}<br><span class="hint">${before.reason}</span></dd>`}
${first && html`<dt>${tongue.say('presses')}</dt><dd>${tongue.clock(first.clock)}: ${dueSaid(tongue, first)} ${first.law && html`<span class="law">${first.law.text}</span>`}</dd>`}
${duties.length > 0 && html`<dt>${tongue.say('duties')}</dt><dd>${duties.map(({ id, debtor }) => html`<span class="nowrap">${tongue.duty(id)}</span>${debtor && html` <span class="hint">${tongue.holder(debtor)}</span>`}<br>`)}</dd>`}
</dl></section>`;
}

/** Everything that may be asked of such a case: what this person may ask now, and why not the rest. */
function mayDo({ tongue, person }: Reader, { state, type, options }: CaseShown): Html {
  // What opens a case is asked for where complaints are taken in; of this one it would be no more than another arrival.
  const asked = options.filter(({ command }) => type.commands[command]?.opens !== true);
  const may = person !== null && oversees(person) ? [] : asked.filter((option) => option.may);
  const arrivals = may.filter(({ command }) => type.commands[command]?.arrival);
  const steps = may.filter(({ command }) => !type.commands[command]?.arrival && movesOn(type, command));
  const work = may.filter(({ command }) => !type.commands[command]?.arrival && !movesOn(type, command));
  const rest = asked.filter((option) => !option.may);
  const list = (those: readonly Option[], kind = ''): Html =>
    html`<ul class="actions ${kind}">${those.map(({ command }) => html`<li><a href="/cases/${encodeURIComponent(state.caseId)}/do/${command}">${tongue.command(type.name, command)}</a></li>`)}</ul>`;
  return html`<section id="mayDo"><h2>${tongue.say('mayDo')}</h2>${may.length === 0 && html`<p>${tongue.say('mayDoNothing')}</p>`}
${steps.length > 0 && list(steps, 'next')}${work.length > 0 && html`<h3>${tongue.say('mayWork')}</h3>${list(work)}`}${arrivals.length > 0 && html`<h3>${tongue.say('mayRecord')}</h3>${list(arrivals)}`}
<details class="whyNot"><summary>${tongue.say('whyNotRest', { count: rest.length })}</summary>${whyNot(tongue, type.name, rest)}</details></section>`;
}

/** Why the rest may not be asked. What many are refused for alike, by the stage or by the role, is said once. */
function whyNot(tongue: Tongue, caseType: string, rest: readonly Option[]): Html {
  const refused = rest.flatMap(({ refusal }) => refusal ?? []);
  const alike = (['NOT_IN_THIS_STAGE', 'NOT_PERMITTED'] as const).map((code) => refused.filter((each) => each.code === code));
  const own = refused.filter(({ code }) => code !== 'NOT_IN_THIS_STAGE' && code !== 'NOT_PERMITTED');
  const names = (those: readonly Refusal[]): string => those.map(({ asked }) => tongue.command(caseType, asked)).join(', ');
  const [stage = [], role = []] = alike;
  return html`<ul>${own.map((refusal) => html`<li><strong>${tongue.command(caseType, refusal.asked)}</strong><p>${tongue.refusal(refusal, caseType)}</p>${becauseSaid(tongue, refusal)}</li>`)}
${role.map((refusal, index) => index === 0 && html`<li><strong>${tongue.say('notByRole')}</strong><p>${names(role)}</p>${becauseSaid(tongue, refusal)}</li>`)}
${stage.map((refusal, index) => index === 0 && html`<li><strong>${tongue.say('notInStage', { stage: tongue.stage(refusal.stage) })}</strong><p>${names(stage)}</p>${becauseSaid(tongue, refusal)}</li>`)}</ul>`;
}

/** Whether it leads the case on, and is not just work in the file. */
const movesOn = ({ commands, facts }: CaseType, command: string): boolean => facts[commands[command]?.fact ?? '']?.chart === 'moves';

function clocksSection(reader: Reader, state: CaseState): Html {
  const { tongue, today } = reader;
  const all = Object.values(state.clocks);
  const running = all.filter((clock) => stateOn(clock, today) !== 'stopped').sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  const over = all.filter((clock) => stateOn(clock, today) === 'stopped');
  return html`<section id="clocks"><h2>${tongue.say('clocks')}</h2>${all.length === 0 && html`<p>${tongue.say('noClocks')}</p>`}
${running.map((clock) => clockCard(reader, clock))}
${over.length > 0 && html`<details class="optional"><summary>${tongue.say('clocksOver', { count: over.length })}</summary>${over.map((clock) => clockCard(reader, clock))}</details>`}</section>`;
}

/** One clock, and how its last day came about, line by line. */
function clockCard({ tongue, today }: Reader, clock: Clock): Html {
  const state = stateOn(clock, today);
  const law = lawOf(clock);
  const start = clock.lines.findLast(({ entry }) => entry.do === 'start')?.entry;
  const consequence = start?.do === 'start' ? consequenceSaid(start.consequence)[tongue.language] : null;
  const due = { clock: clock.id, dueOn: clock.dueOn, left: remainingDays(clock, today), state, law, provisional: clock.provisional };
  const owed = isOwed(clock.id);
  const says =
    state === 'overdue' && !owed
      ? html`<span class="badge">${tongue.say('dayPassed')}</span> ${time(tongue, clock.dueOn)}`
      : state === 'stopped'
        ? html`<span class="badge">${tongue.status('stopped')}</span> ${time(tongue, clock.dueOn)}`
        : dueSaid(tongue, due);
  return html`<article id="clock-${clock.id}" class="clock ${owed ? state : 'notOwed'}"><h3>${tongue.clock(clock.id)}</h3><p>${says}${!owed && state !== 'stopped' && html` <span class="hint">${clock.id.startsWith('acceptance-') ? tongue.say('governedBy', { clock: tongue.clock('acceptance') }) : tongue.say('notOwed')}</span>`}</p>
<p class="because">${law && html`<span class="law">${law.text}</span>${law.grade !== undefined && html` <span class="hint">${tongue.grade(law.grade)}</span>`}`}</p>
${consequence !== null && html`<p class="hint">${tongue.say('whenOut')}: ${consequence}</p>`}
<details><summary>${tongue.say('lineByLine')} <span class="visually-hidden">${tongue.clock(clock.id)}</span></summary>${ledger(tongue, clock)}</details></article>`;
}

function ledger(tongue: Tongue, clock: Clock): Html {
  const heads = [tongue.say('day'), tongue.say('entry'), tongue.say('dueBefore'), tongue.say('dueAfter'), tongue.say('article')];
  const [day = '', entry = '', before = '', after = '', article = ''] = heads;
  const dayOr = (on: string | null): Html => (on === null ? html`–` : time(tongue, on));
  return html`<table class="ledger cards" role="table"><caption class="visually-hidden">${tongue.say('ledgerOf', { clock: tongue.clock(clock.id) })}</caption>${tableHead(heads)}<tbody role="rowgroup">${explain(
    clock,
  ).map(
    (line) =>
      html`<tr role="row">${cell(day, time(tongue, line.on))}${cell(entry, tongue.entry(line.does))}${cell(before, dayOr(line.dueBefore))}${cell(after, html`${dayOr(line.dueAfter)}${line.rawDueAfter !== null && line.rawDueAfter !== line.dueAfter && html` <span class="hint">${tongue.say('rolled', { day: tongue.day(line.rawDueAfter) })}</span>`}`)}${cell(article, html`<span class="law">${line.law.text}</span>`)}</tr>`,
  )}</tbody></table>`;
}

function holdersSection(tongue: Tongue, { account }: CaseShown): Html {
  const heads = [tongue.say('holder'), tongue.say('from'), tongue.say('to'), tongue.say('days'), tongue.say('workingDays')];
  const [holder = '', from = '', to = '', days = '', working = ''] = heads;
  const { handOvers, returns, pingPongs } = passes(account.holdings.map((held) => held.holder.unit));
  const handed = { handOvers, returns, pingPongs };
  return html`<section id="holders"><h2>${tongue.say('holders')}</h2><p class="hint">${tongue.say('holdersHow')} ${tongue.say('handedOver', handed)}</p><table class="cards" role="table"><caption class="visually-hidden">${tongue.say('holders')}</caption>${tableHead(heads)}<tbody role="rowgroup">${account.holdings.map(
    (held) =>
      html`<tr role="row">${cell(holder, tongue.holder(held.holder))}${cell(from, time(tongue, held.from))}${cell(to, held.to === null ? tongue.say('untilNow') : time(tongue, held.to))}${cell(days, held.days)}${cell(working, held.workingDays ?? '–')}</tr>`,
  )}</tbody></table></section>`;
}

/** What the file knows of the matter. */
function matterSection(tongue: Tongue, state: CaseState): Html {
  const rows: readonly (readonly [string, Html | string | null])[] = isComplaint(state)
    ? [
        [tongue.field('Receive', 'channel'), state.channel === null ? null : tongue.value('channel', state.channel)],
        [
          tongue.field('Receive', 'complainants'),
          state.members
            .map(
              ({ member, standing, representative }) =>
                `${member} (${tongue.standing(standing)}${representative ? `, ${tongue.standing('representative')}` : ''})`,
            )
            .join('; '),
        ],
        [
          tongue.field('Receive', 'decision'),
          state.contests ? `${state.contests.decision}, ${tongue.unit(state.contests.issuedBy)}` : null,
        ],
        [tongue.field('Receive', 'issuedOn'), state.contests?.issuedOn ? tongue.day(state.contests.issuedOn) : null],
        [tongue.field('Receive', 'learnedOn'), state.contests?.learnedOn ? tongue.day(state.contests.learnedOn) : null],
        [tongue.field('Receive', 'forwardedBy'), state.forwardedBy?.body ?? null],
        [tongue.say('decisions'), decisionsSaid(tongue, state.levels)],
        [tongue.field('NameCoordinators', 'units'), state.coordinators.map((unit) => tongue.unit(unit)).join('; ')],
        [
          tongue.field('Disagree', 'disagreement'),
          state.disagreements
            .map(({ id, unit, open }) => `${id}, ${tongue.unit(unit)}: ${tongue.standing(open ? 'open' : 'settled')}`)
            .join('; '),
        ],
        [tongue.say('linked'), linksTo(state.linked)],
      ]
    : isPetition(state)
      ? [
          [tongue.field('Receive', 'channel'), state.channel === null ? null : tongue.value('channel', state.channel)],
          [tongue.field('Receive', 'senders'), state.senders.join('; ')],
          [tongue.field('Receive', 'contested'), state.contested],
          [tongue.field('Register', 'number'), state.number],
          [tongue.say('linked'), linksTo(state.linked)],
        ]
      : [];
  const told = rows.filter(([, says]) => says !== null && says !== '');
  return html`<section id="matter"><h2>${tongue.say('matter')}</h2><dl class="facts">${told.map(([name, says]) => html`<dt>${name}</dt><dd>${says}</dd>`)}</dl></section>`;
}

interface Decided {
  readonly level: number;
  readonly decision: { readonly on: string; readonly outcome: string; readonly document: string } | null;
}

const decisionsSaid = (tongue: Tongue, levels: readonly Decided[]): string =>
  levels
    .flatMap(({ level, decision }) =>
      decision
        ? [
            `${tongue.say('levelNo', { level })}: ${decision.document}, ${tongue.day(decision.on)}, ${tongue.value('outcome', decision.outcome)}`,
          ]
        : [],
    )
    .join('; ');

const linksTo = (ids: readonly string[]): Html | null =>
  ids.length === 0 ? null : html`${ids.map((id) => html`<a href="/cases/${encodeURIComponent(id)}">${id}</a> `)}`;

/** What happened, the newest first. */
const historySection = (tongue: Tongue, { file, type, state }: CaseShown, overseeing: boolean): Html =>
  html`<section id="history"><h2>${tongue.say('history')}</h2>${overseeing && html`<p><a href="/audit/${encodeURIComponent(state.caseId)}">${tongue.say('auditThis')}</a></p>`}<ol class="history" reversed>${file.facts.map((filed) => factRow(tongue, type, filed)).reverse()}</ol></section>`;

/** Who, when it happened and when it was recorded, by which door. Its number is said: a browser counts what folds inside a row as well. */
const factRow = (tongue: Tongue, type: CaseType, { record, fact }: CaseFile['facts'][number]): Html =>
  html`<li id="fact-${record.version}" value="${record.version}"${type.facts[record.type]?.chart === 'moves' && html` class="moves"`}><p><strong>${tongue.fact(type.name, record.type)}</strong> ${record.meta.door === 'observe' && html`<span class="badge">${tongue.say('observed')}</span>`}</p><p class="hint">${time(tongue, fact.on)} · ${tongue.actor(fact.by)} · ${tongue.say('recorded')} ${tongue.instant(record.recordedAt)}</p>${particulars(tongue, record.meta.commandType ?? '', fact.data)}</li>`;

/** Members of a fact that stand elsewhere on the page. */
const ELSEWHERE: ReadonlySet<string> = new Set(['clocks', 'holder', 'from', 'objections', 'because']);

function particulars(tongue: Tongue, command: string, data: Readonly<Record<string, unknown>>): Html | null {
  const told = Object.entries(data).filter(([name]) => !ELSEWHERE.has(name));
  if (told.length === 0) return null;
  return html`<details><summary>${tongue.say('particulars')}</summary><dl class="facts">${told.map(([name, value]) => html`<dt>${tongue.field(command, name)}</dt><dd>${tongue.datum(name, value)}</dd>`)}</dl></details>`;
}
