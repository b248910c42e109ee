/** Asking for something: the form of a command, what it would lead to, and the law's no with its article. */
import type { CaseFile } from '@redress/audit';
import { type CaseState, explain, isRefusal, type LegalDay, type Outcome, type Refusal, refusalTexts, remainingDays } from '@redress/core';
import { anchorOf, type Drawing, drawFields } from '../forms/drawn.ts';
import { LONGEST_LATE } from '../forms/faults.ts';
import type { Field } from '../forms/fields.ts';
import type { Posted } from '../forms/posted.ts';
import { type Html, html } from '../html.ts';
import { lawOf } from '../standing.ts';
import type { Saying, Tongue } from '../texts/tongue.ts';
import { dueSaid, time } from './lists.ts';
import { ASKING, type Reader } from './page.ts';

/** A form as it stands: empty, wrong, refused, or tried without being written. */
export interface Asked {
  /** Its address, to which it is sent. */
  readonly action: string;
  readonly caseType: string;
  readonly fields: readonly Field[];
  /** The id of the command: sent twice, it is done once. */
  readonly commandId: string;
  readonly typed: Posted;
  readonly faults: ReadonlyMap<string, string>;
  /** Why it was not taken, where that was not for what was typed. */
  readonly notice: { readonly title: Saying; readonly says: Saying } | null;
  /** What the engine answered: a no, or what a trial led to. */
  readonly answer: Outcome | null;
  /** The version for which that was said, or what is wrong with the form; null where nothing was. */
  readonly answered: string | null;
  /** What the person may ask instead, where it was refused. */
  readonly instead: readonly string[];
  /** What happened since the form was made, where the case moved on. */
  readonly meanwhile: CaseFile['facts'];
  /** Whether it has to be tried before it may be sent. */
  readonly tryFirst: boolean;
  /** The version of the case that the form was drawn from; null before there is a case. */
  readonly version: number | null;
  /** Says to the desk what was tried, so that nothing else is saved; null where nothing was. */
  readonly tried: string | null;
}

export function askingForm(reader: Reader, asked: Asked, drawing: Omit<Drawing, 'typed' | 'faults'>, beside: Html | null): Html {
  const { tongue, token, today } = reader;
  const { action, fields, commandId, typed, faults, notice, answer, answered, version, tried } = asked;
  const full: Drawing = { ...drawing, typed, faults };
  return html`${notice && noticePanel(tongue, notice)}${faults.size > 0 && faultsSummary(tongue, asked, drawing.command)}${answer && isRefusal(answer) && refusalPanel(reader, asked, answer)}${answer && !isRefusal(answer) && trialPanel(reader, asked, answer, drawing.state)}${beside}
<form method="post" action="${action}" class="asking" id="${ASKING}">
<input type="hidden" name="token" value="${token}"><input type="hidden" name="command" value="${commandId}">${version !== null && html`<input type="hidden" name="version" value="${version}">`}${tried !== null && html`<input type="hidden" name="tried" value="${tried}">`}${answered !== null && html`<input type="hidden" name="answered" value="${answered}">`}
${drawFields(fields, full)}
${dayField(full, today)}
${buttons(tongue, asked)}
</form>`;
}

/** What the title of the page says: first that the form was not taken, where it was not. */
export function askingTitle(tongue: Tongue, { faults, notice, answer }: Asked, title: string): string {
  if (notice) return `${tongue.say(notice.title)}: ${title}`;
  if (faults.size > 0) return `${tongue.say('notSent')}: ${title}`;
  return answer && isRefusal(answer) ? `${tongue.say('refused')}: ${title}` : title;
}

const noticePanel = (tongue: Tongue, { title, says }: NonNullable<Asked['notice']>): Html =>
  html`<section class="panel wrong" role="alert" tabindex="-1" autofocus><h2>${tongue.say(title)}</h2><p>${tongue.say(says)}</p></section>`;

/** The first button of a form is the one that Enter presses: a nameless one in the head of the page. */
function buttons(tongue: Tongue, { tryFirst, answer }: Asked): Html {
  const tried = answer !== null && !isRefusal(answer);
  const trial = (kind: string): Html =>
    html`<button name="step" value="try" class="${kind}">${tongue.say(tryFirst && !tried ? 'seeClocks' : 'tryOut')}</button>`;
  if (tryFirst && !tried) return html`<div class="buttons">${trial('main')}</div>`;
  return html`<div class="buttons">${sending(tongue, tryFirst)}${trial('plain')}</div>`;
}

/** It may stand outside of its form. */
const sending = (tongue: Tongue, tryFirst: boolean): Html =>
  html`<button form="${ASKING}" name="step" value="send" class="main">${tongue.say(tryFirst ? 'save' : 'send')}</button>`;

/** The day it happened, and why a paper of before the last step is taken in. */
function dayField({ typed, faults, tongue }: Drawing, today: LegalDay): Html {
  const input = (name: string, label: Html | string, type: string, value: string, hint: string | null, most?: number): Html => {
    const id = `f-${name}`;
    const fault = faults.get(name);
    const about = [hint !== null && `${id}-hint`, fault !== undefined && `${id}-fault`].filter((each) => each !== false).join(' ');
    return html`<div class="field"><label for="${id}">${label}</label>${hint !== null && html`<p class="hint" id="${id}-hint">${hint}</p>`}${fault !== undefined && html`<p class="fault" id="${id}-fault">${fault}</p>`}<input type="${type}" id="${id}" name="${name}" value="${value}"${most !== undefined && html` maxlength="${most}"`}${about !== '' && html` aria-describedby="${about}"`}${fault !== undefined && html` aria-invalid="true"`}></div>`;
  };
  const late = ['late-ground', 'late-document'] as const;
  const isLate = late.some((name) => (typed.get(name) ?? '') !== '' || faults.has(name));
  const optional = html` <span class="hint">${tongue.say('optional')}</span>`;
  return html`<fieldset class="when"><legend>${tongue.say('when')}</legend>${input('on', tongue.say('dayOfIt'), 'date', typed.get('on') ?? today, tongue.say('dayOfItHint', { today: tongue.day(today) }))}
<details class="optional"${isLate && html` open`}><summary>${tongue.say('latePaper')} <span class="hint">${tongue.say('optional')}</span></summary><p class="hint">${tongue.say('latePaperHint')}</p>
${input('late-ground', html`${tongue.say('lateGround')}${optional}`, 'text', typed.get('late-ground') ?? '', null, LONGEST_LATE.ground)}${input('late-document', html`${tongue.say('lateDocument')}${optional}`, 'text', typed.get('late-document') ?? '', null, LONGEST_LATE.document)}</details></fieldset>`;
}

function faultsSummary(tongue: Tongue, { faults, fields }: Asked, command: string): Html {
  const nameOf = (name: string): string => {
    if (name === 'on') return tongue.say('dayOfIt');
    if (name.startsWith('late-')) return tongue.say('latePaper');
    return tongue.field(command, name.replace(/^data\./, ''));
  };
  const known = new Set(fields.flatMap(namesIn));
  const target = (name: string): string =>
    known.has(name) || !name.startsWith('data.') || /\.\d+\./.test(name) ? anchorOf(name) : '#main';
  return html`<section class="panel wrong" role="alert" tabindex="-1" autofocus><h2>${tongue.say('faultsFound')}</h2><ul>${[...faults].map(([name, says]) => html`<li><a href="${target(name)}">${nameOf(name)}: ${says}</a></li>`)}</ul></section>`;
}

const namesIn = (field: Field): readonly string[] => [
  `data.${field.path}`,
  ...(field.kind === 'group' ? field.fields.flatMap(namesIn) : []),
];

/** A lawful no: what was asked, by which article it may not be done, and what may follow. */
function refusalPanel({ tongue }: Reader, { caseType, instead, action, meanwhile }: Asked, refusal: Refusal): Html {
  const follow = refusal.mayFollow.length > 0 ? refusal.mayFollow.filter((name) => instead.includes(name)) : instead;
  const caseAddress = action.split('/do/')[0] ?? '/';
  const happened = meanwhile.map(
    ({ record, fact }) =>
      html`<li><a href="${caseAddress}#fact-${record.version}">${tongue.fact(caseType, record.type)}</a> <span class="hint">${time(tongue, fact.on)} · ${tongue.actor(fact.by)} · ${tongue.say('recorded')} ${tongue.instant(record.recordedAt)}</span></li>`,
  );
  const says = tongue.refusal(refusal, caseType);
  const nothing = tongue.say('nothingWritten');
  return html`<section class="panel refused" role="alert" tabindex="-1" autofocus><h2>${tongue.say('refused')}: ${tongue.command(caseType, refusal.asked)}</h2>
<p class="says">${says}</p>${becauseSaid(tongue, refusal)}${happened.length > 0 && html`<h3>${tongue.say('meanwhile')}</h3><ol class="meanwhile">${happened}</ol>`}
<p>${says.includes(nothing) ? null : `${nothing} `}${tongue.say('typedKept')}</p><p><strong>${tongue.say('whatToDo')}:</strong> ${tongue.remedy(refusal.code, refusalTexts[tongue.language][refusal.code].remedy)}</p>
${followSaid(tongue, follow, (name) => html`<li><a href="${caseAddress}/do/${name}">${tongue.command(caseType, name)}</a></li>`)}</section>`;
}

/** Links that one reads past on the way to what one typed. */
const FEW = 6;

/** What may be asked instead. Where that is much, it is folded: the form stands below. */
function followSaid(tongue: Tongue, follow: readonly string[], link: (name: string) => Html): Html | null {
  if (follow.length === 0) return null;
  const list = html`<ul class="follow">${follow.map(link)}</ul>`;
  if (follow.length <= FEW) return html`<h3>${tongue.say('mayFollow')}</h3>${list}`;
  return html`<details><summary>${tongue.say('mayFollow')} (${follow.length})</summary>${list}</details>`;
}

/** The article, with how certain it is; or the rule of the office. */
export function becauseSaid(tongue: Tongue, { because, code }: Pick<Refusal, 'because' | 'code'>): Html | null {
  // A rule of the program that only repeats the refusal in other letters tells nobody anything.
  if ('rule' in because && because.rule === code.toLowerCase().replaceAll('_', '-')) return null;
  if ('rule' in because) return html`<p class="because">${tongue.say('byRule')}: <span class="law">${tongue.rule(because.rule)}</span></p>`;
  const { text, grade } = because.citation;
  return html`<p class="because">${tongue.say('byArticle')}: <span class="law">${text}</span>${grade !== undefined && html` <span class="hint">${tongue.grade(grade)}</span>`}</p>`;
}

/** What the command would lead to, before anything is written. Whoever has read it may send it from here: the form may be long. */
function trialPanel({ tongue, today }: Reader, { tryFirst }: Asked, { state }: Exclude<Outcome, Refusal>, before: CaseState | null): Html {
  const { holder } = state.custody;
  const moved = Object.values(state.clocks).filter((clock) => clock.lines.length !== (before?.clocks[clock.id]?.lines.length ?? 0));
  const stage =
    before && before.stage !== state.stage
      ? html`${tongue.stage(before.stage)} → <strong>${tongue.stage(state.stage)}</strong>`
      : html`<strong>${tongue.stage(state.stage)}</strong>`;
  return html`<section class="panel trial" role="status" tabindex="-1" autofocus><h2>${tongue.say('trial')}</h2><p>${tongue.say('trialHow')}</p>
<dl class="facts"><dt>${tongue.say('stage')}</dt><dd>${stage}</dd>${holder && html`<dt>${tongue.say('holder')}</dt><dd>${tongue.holder(holder)}</dd>`}</dl>
<h3>${tongue.say('clocksOfTrial')}</h3>${
    moved.length === 0
      ? html`<p>${tongue.say('noClockMoves')}</p>`
      : html`<ul class="clocks">${moved.map((clock) => {
          const [line] = explain(clock).slice(-1);
          const due = {
            clock: clock.id,
            dueOn: clock.dueOn,
            left: remainingDays(clock, today),
            state: clock.status,
            law: lawOf(clock),
            provisional: clock.provisional,
          };
          const says = clock.status === 'stopped' ? html`<span class="badge">${tongue.status('stopped')}</span>` : dueSaid(tongue, due);
          return html`<li><strong>${tongue.clock(clock.id)}</strong>: ${says} <span class="law">${line?.law.text ?? ''}</span>${line && html`<br><span class="hint">${tongue.entry(line.does)} ${time(tongue, line.on)}</span>`}</li>`;
        })}</ul>`
  }<div class="buttons">${sending(tongue, tryFirst)}</div></section>`;
}
