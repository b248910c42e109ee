/** The auditor's pages: a case's records as they lie in the log, whether they follow, how it stood on a day; and the whole log. */
import type { AsOfMoment, CaseFile, Finding, Standing, Summary } from '@redress/audit';
import type { CaseState } from '@redress/core';
import { isBeyondYears } from '../forms/faults.ts';
import { flag, type Html, html } from '../html.ts';
import type { Tongue } from '../texts/tongue.ts';
import { cell, tableHead, time } from './lists.ts';
import { page, type Reader } from './page.ts';

export interface Replayed {
  readonly summary: Summary;
  /** The first of them. */
  readonly findings: readonly Finding[];
}

export interface LogShown {
  readonly log: string;
  readonly cases: number;
  readonly facts: number;
  /** Ids of cases that are on no list, because one of their facts cannot be read. */
  readonly unreadable: readonly string[];
  readonly replayed: Replayed | null;
}

export function auditPage(reader: Reader, { log, cases, facts, unreadable, replayed }: LogShown): Html {
  const { tongue } = reader;
  const content = html`<h1>${tongue.say('audit')}</h1><p class="about">${tongue.say('auditAbout')}</p>
<dl class="facts"><dt>${tongue.say('log')}</dt><dd class="code">${log}</dd><dt>${tongue.say('cases')}</dt><dd>${cases}</dd><dt>${tongue.say('facts')}</dt><dd>${facts}</dd>${unreadable.length > 0 && html`<dt>${tongue.say('unreadable')}</dt><dd>${unreadable.join(', ')}</dd>`}</dl>
<div class="columns"><section><h2>${tongue.say('replayLog')}</h2><p>${tongue.say('replayHow')}</p><form action="/audit"><button name="replay" value="all" class="main">${tongue.say('replayLog')}</button></form>${replayed && replaySaid(tongue, replayed, ANSWER)}</section>
<section><h2>${tongue.say('openCase')}</h2><form action="/audit/case" class="asking"><div class="field"><label for="case">${tongue.say('caseId')}</label><input type="text" id="case" name="id" required maxlength="200" autocomplete="off"></div><div class="buttons"><button class="main">${tongue.say('openCase')}</button></div></form><p><a href="/cases">${tongue.say('allCases')}</a></p></section></div>`;
  return page(reader, { title: tongue.say('audit'), content });
}

/** What was asked for on the page before: the focus comes to it, and it is read aloud. */
const ANSWER = html` role="status" tabindex="-1" autofocus`;

function replaySaid(tongue: Tongue, { summary, findings }: Replayed, answer: Html | null = null): Html {
  const { cases, facts, notes, observed } = summary;
  const clean = summary.findings === 0;
  return html`<div class="panel ${clean ? 'ok' : 'wrong'}"${answer}><p><strong>${tongue.say(clean ? 'replayClean' : 'replayFound', { findings: summary.findings })}</strong></p><p>${tongue.say('replayCounts', { cases, facts, notes, observed })}</p>${findings.length > 0 && html`<ul>${findings.map(findingSaid)}</ul>`}</div>`;
}

const findingSaid = ({ code, case: id, version, says }: Finding): Html =>
  html`<li><a href="/audit/${encodeURIComponent(id)}">${id}</a> ${version}: ${says} <span class="code">${code}</span></li>`;

export interface CaseAudited {
  readonly state: CaseState;
  readonly file: CaseFile;
  readonly replayed: Replayed;
  readonly asOf: AsOfMoment | null;
  /** The day that was asked for, as it was typed. */
  readonly day: string;
  readonly wrongDay: boolean;
}

export function caseAuditPage(reader: Reader, audited: CaseAudited): Html {
  const { tongue } = reader;
  const { state, replayed } = audited;
  const content = html`<p class="kind"><a href="/audit">${tongue.say('audit')}</a></p><h1>${tongue.say('auditOf', { case: state.caseId })}</h1><p><a href="/cases/${encodeURIComponent(state.caseId)}">${tongue.say('toCase')}</a></p>
<div class="columns"><section><h2>${tongue.say('replayCase')}</h2>${replaySaid(tongue, replayed)}</section>${asOfSection(reader, audited)}</div>
${recordsSection(tongue, audited)}`;
  return page(reader, { title: tongue.say('auditOf', { case: state.caseId }), content, live: state.caseId });
}

function asOfSection({ tongue, today }: Reader, { asOf, day, wrongDay }: CaseAudited): Html {
  return html`<section><h2>${tongue.say('asOf')}</h2><p class="hint">${tongue.say('asOfHow')}</p><form class="asking"><div class="field"><label for="on">${tongue.say('day')}</label>${wrongDay && html`<p class="fault" id="on-fault">${tongue.say(isBeyondYears(day) ? 'dayBeyond' : 'noSuchDay')}</p>`}<input type="date" id="on" name="on" value="${day}" max="${today}"${flag('required', true)}${wrongDay && html` aria-invalid="true" aria-describedby="on-fault" autofocus`}></div><div class="buttons"><button class="main">${tongue.say('show')}</button></div></form>${asOf && asOfSaid(tongue, asOf)}</section>`;
}

function asOfSaid(tongue: Tongue, { on, known, effective, differs, notYetRecorded }: AsOfMoment): Html {
  const standing = (title: string, stands: Standing | null): Html =>
    html`<h3>${title}</h3>${stands === null ? html`<p>${tongue.say('noCaseYet')}</p>` : html`<dl class="facts"><dt>${tongue.say('stage')}</dt><dd>${tongue.stage(stands.stage)}</dd>${stands.holder && html`<dt>${tongue.say('holder')}</dt><dd>${tongue.holder(stands.holder)}</dd>`}<dt>${tongue.say('facts')}</dt><dd>${stands.facts}</dd>${stands.clocks.map(({ clock, dueOn, status }) => html`<dt>${tongue.clock(clock)}</dt><dd>${tongue.status(status)}, ${time(tongue, dueOn)}</dd>`)}</dl>`}`;
  return html`<div class="panel"${ANSWER}>${standing(tongue.say('asOfEffective', { day: tongue.day(on) }), effective)}${differs.length === 0 && notYetRecorded.length === 0 ? html`<p>${tongue.say('asOfSame')}</p>` : standing(tongue.say('asOfKnown', { day: tongue.day(on) }), known)}</div>`;
}

/** Why it could be dated before the step before it, and by which paper. */
function lateSaid(tongue: Tongue, late: unknown): Html | null {
  if (typeof late !== 'object' || late === null) return null;
  const [ground, document] = (['ground', 'document'] as const).map((name) => String(Reflect.get(late, name) ?? '–'));
  return html` <span class="late-paper hint">${tongue.say('latePaper')}: ${ground}; ${document}</span>`;
}

/** Every record: what, who, when it happened and when it was recorded, by which door, under which rule and law. */
function recordsSection(tongue: Tongue, { file }: CaseAudited): Html {
  const heads = (['number', 'fact', 'day', 'recordedAt', 'byWhom', 'door', 'underRule', 'underLaw'] as const).map((name) =>
    tongue.say(name),
  );
  const [number = '', what = '', day = '', recorded = '', who = '', door = '', rule = '', law = ''] = heads;
  return html`<section><h2>${tongue.say('records')}</h2><table class="records cards" role="table"><caption class="visually-hidden">${tongue.say('records')}</caption>${tableHead(heads)}<tbody role="rowgroup">${file.facts.map(
    ({ record, fact }) => {
      const { meta } = record;
      const [edition = '', digest = ''] = (meta.law ?? '').split('#');
      return html`<tr role="row">${cell(number, record.version, 'number')}${cell(what, html`${tongue.fact(file.type.name, record.type)} <span class="code">${record.type}</span>`)}${cell(day, html`${time(tongue, fact.on)}${lateSaid(tongue, fact.data.late)}`)}${cell(recorded, html`<span class="nowrap">${tongue.instant(record.recordedAt)}</span>`)}${cell(who, tongue.actor(fact.by))}${cell(door, tongue.door(meta.door ?? ''))}${cell(rule, tongue.rule(meta.authority ?? ''))}${cell(law, html`<span class="code">${edition}<br>#${digest.slice(0, 12)}…<br>${meta.calendar ?? ''}</span>`)}</tr>`;
    },
  )}</tbody></table></section>`;
}
