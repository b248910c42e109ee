/**
 * A case as a document that a judge reads and prints: one HTML file without a script, without anything from elsewhere. Whatever the log
 * holds is text in it, and stays text.
 */
import { type CaseType, type Holder, refusalTexts, sayRefusal } from '@redress/core';
import type { ClockRun, HeldFor } from './accountability.ts';
import type { Decided, FactNamed } from './as-of.ts';
import type { BackDating, ClockTold, Explanation, LedgerLine, Objected, RefusedRequest, TimelineEntry } from './explain.ts';
import { drawn } from './explain-drawing.ts';
import { type Html, html, joined, NOTHING, said, text } from './explain-markup.ts';
import { STYLE } from './explain-style.ts';
import type { PhraseName, Saying } from './explain-words.ts';

/** The whole document, as the text of an HTML file. */
export function explanationHtml(told: Explanation, type: CaseType, saying: Saying): string {
  const page = new Page(told, type, saying);
  return page.document().markup;
}

interface Section {
  readonly id: string;
  readonly title: PhraseName;
  readonly body: Html;
}

class Page {
  readonly #told: Explanation;
  readonly #type: CaseType;
  readonly #saying: Saying;

  constructor(told: Explanation, type: CaseType, saying: Saying) {
    this.#told = told;
    this.#type = type;
    this.#saying = saying;
  }

  document(): Html {
    const { case: id } = this.#told;
    const sections = this.#sections();
    const title = html`${this.#say('document')}: ${text(id)}`;
    return html`<!DOCTYPE html>
<html lang="${this.#saying.language}">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="referrer" content="no-referrer" />
<title>${this.#say('document')}: ${text(id, 'plain')}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${this.#say('madeFrom', { facts: this.#told.timeline.length, log: this.#told.log, instant: this.#told.lastRecordedAt })}</p>
<p class="note">${this.#say('aView')} ${this.#say('hiddenCharacter')}</p>
</header>
<nav aria-label="${this.#say('contents')}"><ol>${joined(sections.map((each) => html`<li><a href="#${each.id}">${this.#say(each.title)}</a></li>`))}</ol></nav>
<main>
${joined(sections.map((each) => html`<section id="${each.id}" aria-labelledby="${each.id}-title"><h2 id="${each.id}-title">${this.#say(each.title)}</h2>\n${each.body}\n</section>\n`))}</main>
</body>
</html>
`;
  }

  #sections(): readonly Section[] {
    return [
      { id: 'summary', title: 'summary', body: this.#summary() },
      { id: 'proof', title: 'proof', body: this.#proof() },
      { id: 'recheck', title: 'recheck', body: this.#recheck() },
      { id: 'glance', title: 'atAGlance', body: drawn(this.#told, this.#saying) },
      { id: 'timeline', title: 'timeline', body: this.#timeline() },
      { id: 'custody', title: 'custody', body: this.#custody() },
      { id: 'clocks', title: 'clocks', body: this.#clocks() },
      { id: 'known', title: 'knownWhenDecided', body: this.#decided() },
      { id: 'backdated', title: 'backDatings', body: this.#backDatings() },
      { id: 'citations', title: 'citations', body: this.#citations() },
      { id: 'refusals', title: 'refusals', body: this.#refusals() },
    ];
  }

  #say(name: PhraseName, values: Readonly<Record<string, string | number | bigint>> = {}): Html {
    return text(this.#saying.phrase(name, values), 'plain');
  }

  #fact(type: string): Html {
    return said(this.#saying.fact(this.#type, type), this.#saying.language);
  }

  #stage(name: string): Html {
    return said(this.#saying.stage(name), this.#saying.language);
  }

  #clock(name: string): Html {
    return said(this.#saying.clock(name), this.#saying.language);
  }

  #holder(holder: Holder | null): Html {
    if (!holder) return this.#say('nobody');
    return html`${text(holder.person)}, ${text(holder.unit)}${holder.exOfficio ? html` (${this.#say('byOffice')})` : NOTHING}`;
  }

  #table(caption: Html, heads: readonly (PhraseName | Html)[], rows: readonly (readonly Html[])[], shape = ''): Html {
    const head = heads.map((each) => html`<th scope="col">${typeof each === 'string' ? this.#say(each) : each}</th>`);
    const body = rows.map(
      ([first = NOTHING, ...more]) => html`<tr><th scope="row">${first}</th>${joined(more.map((cell) => html`<td>${cell}</td>`))}</tr>\n`,
    );
    return html`<table class="${text(shape, 'plain')}"><caption>${caption}</caption><thead><tr>${joined(head)}</tr></thead><tbody>\n${joined(body)}</tbody></table>\n`;
  }

  #pairs(pairs: readonly (readonly [PhraseName, Html])[]): Html {
    return html`<dl>${joined(pairs.map(([name, value]) => html`<div><dt>${this.#say(name)}</dt><dd>${value}</dd></div>`))}</dl>`;
  }

  #summary(): Html {
    const { account, caseType, about, stage, level, openedOn, holder, clocks } = this.#told;
    const running = clocks.filter(({ status }) => status === 'running' || status === 'overdue' || status === 'paused');
    const due = running.map((each) => html`<li>${this.#clock(each.clock)}: <time>${each.dueOn}</time> (${this.#status(each.status)})</li>`);
    return this.#pairs([
      ['caseId', html`<strong>${text(this.#told.case)}</strong>`],
      ['caseType', said(this.#saying.caseType(caseType), this.#saying.language)],
      ...(about === null ? [] : [['about', text(about)] as const]),
      ['stage', html`${this.#stage(stage)}; ${this.#say('level')} ${String(level)}`],
      ['holder', this.#holder(holder)],
      ['openedOn', html`<time>${openedOn ?? '–'}</time>`],
      ...(account.endedOn === null ? [] : [['endedOn', html`<time>${account.endedOn}</time>`] as const]),
      ...(due.length === 0 ? [] : [['due', html`<ul>${joined(due)}</ul>`] as const]),
    ]);
  }

  #status(name: string): Html {
    return text(this.#saying.status(name), 'plain');
  }

  #proof(): Html {
    const { proof, timeline } = this.#told;
    if (!proof.proved) {
      const why = proof.why === null ? this.#say('whyNoProof') : this.#say('whyProofFailed', { why: proof.why });
      return html`<div class="verdict open" role="note"><p><strong>${this.#say('notProved')}</strong></p><p>${why}</p></div>`;
    }
    const { through, origin, size, complete, signedBy } = proof;
    const facts = timeline.length;
    return html`<div class="verdict proved" role="note">
<p><strong>${this.#say('provedThrough', { version: through, facts })}</strong></p>
<p>${this.#say('proofOf', { version: through, origin, size })}</p>
<p>${complete === 'whole-log' ? this.#say('completeByLog') : this.#say('complete', { size: complete.sealed })}</p>
<p>${this.#say('signedBy', { names: signedBy.join(', ') })}</p>
${through < facts ? html`<p><strong>${this.#say('beyondProof', { from: through + 1, to: facts })}</strong></p>` : NOTHING}
</div>`;
  }

  #recheck(): Html {
    const findings = this.#told.findings.filter(({ severity }) => severity === 'finding');
    if (findings.length === 0) return html`<p>${this.#say('noFindings')}</p>`;
    const rows = findings.map(({ version, code, says }) => [
      html`${String(version)}`,
      html`<code>${text(code)}</code>`,
      text(says, this.#told.language),
    ]);
    const caption = this.#say('findingsFound', { count: findings.length });
    return html`<div class="verdict bad" role="note"><p><strong>${caption}</strong></p></div>${this.#table(caption, ['number', 'code', 'finding'], rows, 'hidden-caption')}`;
  }

  #timeline(): Html {
    const rows = this.#told.timeline.map((each) => [
      html`${String(each.version)}`,
      html`<time>${each.on}</time><span class="small">${this.#say('recordedAt')} <time>${readable(each.recordedAt)}</time></span>`,
      this.#happened(each),
      each.stage.before === each.stage.after
        ? this.#stage(each.stage.after)
        : html`${this.#stage(each.stage.before)} → <strong>${this.#stage(each.stage.after)}</strong>`,
      this.#actor(each.by),
      this.#holder(each.holder),
    ]);
    return this.#table(this.#say('timelineOrder'), ['number', 'day', 'fact', 'stageChange', 'by', 'heldBy'], rows, 'timeline');
  }

  #actor({ id, unit, role, onBehalfOf }: TimelineEntry['by']): Html {
    const behalf = onBehalfOf === null ? NOTHING : html`<span class="small">${this.#say('onBehalfOf', {})} ${text(onBehalfOf)}</span>`;
    return html`${text(id)}, ${text(unit)}<span class="small">${said(this.#saying.role(role), this.#saying.language)}</span>${behalf}`;
  }

  #happened(entry: TimelineEntry): Html {
    const { citations, authority, late, observed } = entry;
    const back = this.#told.backDatings.find(({ version }) => version === entry.version);
    const flags = [
      ...(observed ? [this.#say('observed')] : []),
      ...(late ? [this.#say('late')] : []),
      ...(back ? [this.#say('datedBefore', { on: back.on, last: back.last })] : []),
      ...(authority.startsWith('refused:') ? [this.#say('refusedBy', { rule: authority.slice('refused:'.length) })] : []),
    ];
    const basis = citations.map((each) => text(this.#saying.citation(each), 'plain'));
    return html`<strong>${this.#fact(entry.type)}</strong>${flags.length === 0 ? NOTHING : html` <span class="flags">${joined(flags.map((each) => html`<span class="flag">${each}</span> `))}</span>`}
${late ? html`<span class="small">${this.#say('lateGround', late)}</span>` : NOTHING}
${this.#particulars(entry.says)}
${joined(entry.objections.map((each) => html`<span class="small">${this.#say('objectionMet')}: ${this.#objection(each)}</span>`))}
${basis.length === 0 ? NOTHING : html`<span class="small">${this.#say('basis')}: ${joined(basis, '; ')}</span>`}`;
  }

  #particulars(says: TimelineEntry['says']): Html {
    const told = says.map(
      ([field, value]) =>
        html`<span class="particular"><span class="field">${this.#field(field)}:</span> ${this.#value(field, value, 0)}</span>`,
    );
    return told.length === 0 ? NOTHING : html`<span class="particulars">${joined(told, ' ')}</span>`;
  }

  #field(name: string): Html {
    return said(this.#saying.field(name), this.#saying.language);
  }

  /** Whatever a fact holds, in words; what lies too deep is left to the log. */
  #value(field: string, value: unknown, depth: number): Html {
    if (field === 'clock' && typeof value === 'string') return this.#clock(value);
    if (typeof value === 'string') return said(this.#saying.value(field, value), this.#saying.language);
    if (typeof value === 'boolean') return this.#say(value ? 'yes' : 'no');
    if (typeof value !== 'object' || value === null) return text(String(value));
    if (depth === DEEPEST) return html`…`;
    if (Array.isArray(value))
      return joined(
        value.map((each) => this.#value(field, each, depth + 1)),
        ', ',
      );
    const members = Object.entries(value).map(([name, inside]) => html`${this.#field(name)} ${this.#value(name, inside, depth + 1)}`);
    return html`(${joined(members, '; ')})`;
  }

  #objection({ code, params, because }: Objected): Html {
    const known = code as RefusedRequest['refusal']['code'];
    const { case: id } = this.#told;
    return this.#no({ refused: true, code: known, params, because, asked: '', case: id, stage: '', mayFollow: [] });
  }

  /** A code of a newer release, or of a damaged record, is told as it stands. */
  #no(refusal: RefusedRequest['refusal']): Html {
    const { code, because } = refusal;
    if (Object.hasOwn(refusalTexts.en, code)) return text(sayRefusal(refusal, this.#saying.language));
    return html`<code>${text(String(code))}</code> [${text('citation' in because ? because.citation.text : String(because.rule))}]`;
  }

  #custody(): Html {
    const rows = this.#told.account.holdings.map(({ holder, from, to, workingDays, days }) => [
      html`<time>${from}</time>`,
      html`<time>${to ?? this.#say('untilNow')}</time>`,
      text(holder.unit),
      html`${text(holder.person)}${holder.exOfficio ? html` (${this.#say('byOffice')})` : NOTHING}`,
      html`${workingDays === null ? '–' : String(workingDays)}`,
      html`${String(days)}`,
    ]);
    const notes = html`<p class="note">${this.#say('passedBy')} ${this.#say('countedUntil', { day: this.#told.until })} ${this.#say('heldNotFault')}</p>`;
    return html`${this.#table(this.#say('custody'), ['from', 'to', 'unit', 'person', 'workingDays', 'calendarDays'], rows, 'hidden-caption')}${notes}`;
  }

  #clocks(): Html {
    if (this.#told.clocks.length === 0) return html`<p>${this.#say('noClocks')}</p>`;
    return joined(this.#told.clocks.map((each) => this.#clockTold(each)));
  }

  #clockTold(told: ClockTold): Html {
    const [start] = told.runs;
    const missed = told.runs.some((run) => run.missed);
    const state = missed ? html` <span class="flag bad">${this.#say('missed')}</span>` : NOTHING;
    const rows = told.lines.map((line) => this.#ledgerRow(line));
    const title = html`${this.#clock(told.clock)}: ${this.#status(told.status)}, ${this.#say('due')} <time>${told.dueOn}</time>${state}`;
    const consequence =
      start && start.consequence !== ''
        ? html`<p>${this.#say('whenOut')}: ${said(this.#saying.consequence(start.consequence), this.#saying.language)}</p>`
        : NOTHING;
    return html`<article>
<div class="${breaks(rows)}">
<h3>${title}</h3>
${start?.internal ? html`<p class="note">${this.#say('internal')}</p>` : NOTHING}${consequence}
${this.#table(html`${this.#say('ledgerOf')} ${this.#clock(told.clock)}`, ['day', 'entry', 'article', 'dueBefore', 'dueAfter', 'fact'], rows, 'ledger hidden-caption')}
</div>
${this.#runs(told.runs)}
</article>
`;
  }

  #ledgerRow({ on, version, entry, dueBefore, dueAfter, rawDueAfter, provisional, calendar }: LedgerLine): readonly Html[] {
    const term = 'term' in entry ? html` <span class="small">${this.#term(entry.term)}</span>` : NOTHING;
    const by = entry.do === 'extend' ? html` <span class="small">+${String(entry.by)}</span>` : NOTHING;
    const rolled = rawDueAfter !== null && rawDueAfter !== dueAfter && dueAfter !== dueBefore;
    return [
      html`<time>${on}</time>`,
      html`${this.#say(entry.do)}${term}${by}`,
      text(this.#saying.citation(entry.law), 'plain'),
      html`<time>${dueBefore ?? '–'}</time>`,
      html`<strong><time>${dueAfter ?? '–'}</time></strong>${rolled ? html`<span class="small">${this.#say('plainEnd', { day: rawDueAfter ?? '' })}</span>` : NOTHING}${provisional ? html`<span class="small">${this.#say('provisional')}</span>` : NOTHING}<span class="small">${this.#say('calendar')} ${text(calendar)}</span>`,
      html`${String(version)}`,
    ];
  }

  #term({ length, unit }: ClockRun['term']): Html {
    return this.#say('termOf', { length, unit: this.#saying.phrase(unit) });
  }

  /** Who held it while the clock ran, run by run. */
  #runs(runs: readonly ClockRun[]): Html {
    const rows = runs.flatMap((run) => [
      ...run.inTerm.map((each) => this.#share(run, each, 'inTerm')),
      ...run.overdue.map((each) => this.#share(run, each, 'overdueDays')),
    ]);
    if (rows.length === 0) return NOTHING;
    const heads = ['ran', 'holder', 'when', 'workingDays', 'calendarDays'] as const;
    return html`${this.#table(this.#say('accountability'), heads, rows, `shares ${breaks(rows)}`)}${joined(runs.flatMap((run) => this.#notesOf(run)))}`;
  }

  #notesOf({ inTerm, overdue, calendar, ranOutWith }: ClockRun): readonly Html[] {
    const missing = [...inTerm, ...overdue].some(({ workingDays }) => workingDays === null);
    return [
      ...(missing ? [html`<p class="note">${this.#say('calendarMissing', { calendar })}</p>`] : []),
      ...(ranOutWith ? [html`<p>${this.#say('ranOutWith', { holder: `${ranOutWith.person}, ${ranOutWith.unit}` })}</p>`] : []),
    ];
  }

  #share({ startedOn, endedOn, ended }: ClockRun, { holder, workingDays, days }: HeldFor, when: PhraseName): readonly Html[] {
    const open = ended === 'runs' || ended === 'paused';
    return [
      html`<time>${startedOn}</time> – ${open ? this.#say(ended) : html`<time>${endedOn}</time>`}`,
      this.#holder(holder),
      this.#say(when),
      html`${workingDays === null ? '–' : String(workingDays)}`,
      html`${String(days)}`,
    ];
  }

  #decided(): Html {
    const found = this.#told.decided.filter(({ notKnown, ahead }) => notKnown.length + ahead.length > 0);
    if (found.length === 0) return html`<p>${this.#say('allKnown')}</p>`;
    return joined(found.map((each) => this.#decision(each)));
  }

  #decision({ fact, notKnown, ahead, differs }: Decided): Html {
    const rows = differs.map(({ what, name, known, effective }) => [
      this.#say(what, { name: what === 'due-day' || what === 'clock-status' ? this.#saying.clock(name).text : name }),
      this.#measured(what, known),
      this.#measured(what, effective),
    ]);
    const heads = [this.#say('differsIn'), this.#say('byTheFile'), this.#say('byTheDay')];
    return html`<article><h3>${this.#say('number')} ${String(fact.version)}, <time>${fact.on}</time>: ${this.#fact(fact.type)}</h3>
${this.#named('madeWithout', notKnown)}${this.#named('whatLayAhead', ahead)}
${rows.length === 0 ? NOTHING : this.#table(this.#say('differsIn'), heads, rows, 'hidden-caption')}</article>
`;
  }

  #measured(what: Decided['differs'][number]['what'], value: string | null): Html {
    if (value === null) return html`–`;
    if (what === 'stage') return this.#stage(value);
    return what === 'clock-status' ? this.#status(value) : text(value);
  }

  #named(head: PhraseName, facts: readonly FactNamed[]): Html {
    if (facts.length === 0) return NOTHING;
    const items = facts.map(
      ({ version, on, recordedAt, type }) =>
        html`<li>${this.#say('number')} ${String(version)}, <time>${on}</time> (${this.#say('recordedAt')} <time>${readable(recordedAt)}</time>): ${this.#fact(type)}</li>`,
    );
    return html`<p>${this.#say(head)}:</p><ul>${joined(items)}</ul>`;
  }

  #backDatings(): Html {
    const { backDatings } = this.#told;
    if (backDatings.length === 0) return html`<p>${this.#say('noBackDatings')}</p>`;
    const rows = backDatings.map((each) => this.#backDated(each));
    return this.#table(this.#say('backDatings'), ['number', 'fact', 'backDated', 'withGround'], rows, 'hidden-caption');
  }

  #backDated({ version, type, on, last, late }: BackDating): readonly Html[] {
    const ground = late ? this.#say('lateGround', late) : this.#say('withoutGround');
    return [html`${String(version)}`, this.#fact(type), this.#say('datedBefore', { on, last }), ground];
  }

  #citations(): Html {
    const rows = this.#told.cited.map(({ text: provision, grade, kind, facts }) => [
      text(provision),
      this.#say(kind),
      text(grade ?? '–'),
      html`${facts.join(', ')}`,
    ]);
    const editions = [...new Set(this.#told.timeline.map(({ law }) => law))].map((law) => html`<li><code>${text(law)}</code></li>`);
    return html`${this.#table(this.#say('citations'), ['citedText', 'kindOf', 'certainty', 'citedFor'], rows, 'hidden-caption')}<p>${this.#say('editions')}:</p><ul>${joined(editions)}</ul>`;
  }

  #refusals(): Html {
    const { refusals } = this.#told;
    if (refusals === null) return html`<p>${this.#say('noAccessLog')}</p>`;
    if (refusals.length === 0) return html`<p>${this.#say('noRefusals')}</p>`;
    const rows = refusals.map((each) => this.#refused(each));
    return html`<p>${this.#say('refusalsSource')}</p>${this.#table(this.#say('refusals'), ['at', 'by', 'asked', 'answer'], rows, 'hidden-caption')}`;
  }

  #refused({ at, by, refusal: no }: RefusedRequest): readonly Html[] {
    return [
      html`<time>${readable(at)}</time>`,
      this.#actor({ ...by, onBehalfOf: null }),
      html`<code>${text(no.asked)}</code>`,
      this.#no(no),
    ];
  }
}

/** A short table stays on one page. */
const breaks = (rows: readonly unknown[]): string => (rows.length <= 12 ? 'whole' : '');

/** How deep the particulars of a fact are told. */
const DEEPEST = 4;

/** An instant without its fraction, as people read it: UTC, and says so. It breaks between its day and its hour alone. */
function readable(instant: string): Html {
  const [, day, hour] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)\.\d+Z$/.exec(instant) ?? [];
  if (day === undefined || hour === undefined) return text(instant, 'plain');
  return html`<span class="unbroken">${day}</span> <span class="unbroken">${hour} UTC</span>`;
}
