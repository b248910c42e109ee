/** Holders and time limits drawn over the days of a case: the tables below it say the same, and more exactly. */
import { addDays, daysBetween, type LegalDay } from '@redress/core';
import type { ClockRun } from './accountability.ts';
import type { ClockTold, Explanation } from './explain.ts';
import { type Html, html, joined, NOTHING, text } from './explain-markup.ts';
import type { Saying } from './explain-words.ts';

/** In units of the drawing. */
const WIDTH = 760;
const LABELS = 232;
const ROW = 19;
const TOP = 26;
/** Characters of a label that have room. */
const LONGEST = 38;

interface Bar {
  readonly from: LegalDay;
  readonly to: LegalDay;
  readonly kind: 'held' | 'term' | 'overdue' | 'paused';
}

interface Row {
  readonly label: string;
  readonly bars: readonly Bar[];
  /** Last days, which are marked. */
  readonly due: readonly LegalDay[];
}

/** One picture; nothing where no day is known. */
export function drawn(told: Explanation, saying: Saying): Html {
  const rows = [...held(told), ...told.clocks.map((each) => ofClock(each, saying))];
  const scale = scaleOf(rows, told);
  if (!scale) return NOTHING;
  const height = TOP + rows.length * ROW + 6;
  const label = text(saying.phrase('drawing'), 'plain');
  return html`<figure><svg viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="img" aria-label="${label}" xmlns="http://www.w3.org/2000/svg">
<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#f6d9d5"/><line x1="0" y1="0" x2="0" y2="5" stroke="#9b1c1c" stroke-width="2.4"/></pattern></defs>
${joined(scale.months().map((month) => tick(scale, month, height)))}
${joined(rows.map((row, index) => rowDrawn(row, TOP + index * ROW, scale)))}
</svg><figcaption class="note">${legend(saying)}</figcaption></figure>`;
}

/** Null where no day is known. What goes on for years after the last fact would leave no room for what happened: it runs off the edge. */
function scaleOf(rows: readonly Row[], { timeline, until }: Explanation): Scale | null {
  const ends = rows.flatMap(({ bars, due }) => [...bars.flatMap(({ from, to }) => (to === until ? [from] : [from, to])), ...due]);
  const days = [...ends, ...timeline.map(({ on }) => on)].toSorted();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const edge = addDays(last, Math.ceil(daysBetween(first, last) / 6) + 7);
  return new Scale(
    first,
    rows.some(({ bars }) => bars.some(({ to }) => to > last)) && until > last ? earlier(edge, until) : addDays(last, 1),
  );
}

const earlier = (one: LegalDay, other: LegalDay): LegalDay => (one < other ? one : other);

class Scale {
  readonly #from: LegalDay;
  readonly #to: LegalDay;

  constructor(from: LegalDay, to: LegalDay) {
    this.#from = from;
    this.#to = to;
  }

  isBeyond(day: LegalDay): boolean {
    return day > this.#to;
  }

  /** Where a day begins; one beyond the edge, at the edge. */
  at(day: LegalDay): number {
    const share = this.isBeyond(day) ? 1 : daysBetween(this.#from, day) / Math.max(1, daysBetween(this.#from, this.#to));
    return Math.round((LABELS + share * (WIDTH - LABELS - 14)) * 10) / 10;
  }

  /** First days of months, few enough that their names do not touch. */
  months(): readonly LegalDay[] {
    const found: LegalDay[] = [];
    for (let day = this.#from; day <= this.#to; day = addDays(day, 1)) if (day.endsWith('-01')) found.push(day);
    const every = Math.ceil(found.length / 9);
    return found.filter((_, index) => index % every === 0);
  }
}

/** A row for each holder, however often it was theirs. */
function held({ account, until }: Explanation): readonly Row[] {
  const rows = new Map<string, { label: string; bars: Bar[]; due: readonly LegalDay[] }>();
  for (const { holder, from, to } of account.holdings) {
    const label = `${holder.person}, ${holder.unit}`;
    const row = rows.get(label) ?? { label, bars: [], due: [] };
    row.bars.push({ from, to: to ?? latest(until, from), kind: 'held' });
    rows.set(label, row);
  }
  return [...rows.values()];
}

const latest = (one: LegalDay, other: LegalDay): LegalDay => (one > other ? one : other);

/** Days that a pause took out of the run, as its ledger has them. */
function pausesIn(run: ClockRun, { lines }: ClockTold): readonly Bar[] {
  const bars: Bar[] = [];
  let from: LegalDay | null = null;
  for (const { entry, on } of lines) {
    if (on < run.startedOn || on > run.endedOn) continue;
    if (entry.do === 'pause') from ??= on;
    if (from === null || (entry.do !== 'resume' && entry.do !== 'stop')) continue;
    bars.push({ from, to: on, kind: 'paused' });
    from = null;
  }
  return from === null ? bars : [...bars, { from, to: run.endedOn, kind: 'paused' }];
}

const ofClock = (told: ClockTold, saying: Saying): Row => ({
  label: saying.clock(told.clock).text,
  bars: told.runs.flatMap((run) => barsOf(run, told)),
  due: told.runs.flatMap(({ dueOn }) => dueOn ?? []),
});

function barsOf(run: ClockRun, told: ClockTold): readonly Bar[] {
  const { startedOn, endedOn, dueOn, missed } = run;
  const within = dueOn !== null && dueOn < endedOn ? dueOn : endedOn;
  // A term that still runs is drawn to its last day, which lies ahead.
  const to = run.ended === 'runs' && dueOn !== null ? dueOn : within;
  const over: readonly Bar[] = missed && dueOn !== null ? [{ from: dueOn, to: endedOn, kind: 'overdue' }] : [];
  return [{ from: startedOn, to, kind: 'term' }, ...pausesIn(run, told), ...over];
}

const FILLS = {
  held: 'fill="#4a6486"',
  term: 'fill="#d5dfd0" stroke="#3f5b3c" stroke-width=".8"',
  paused: 'fill="#ffffff" stroke="#3f5b3c" stroke-width=".8" stroke-dasharray="2 2"',
  overdue: 'fill="url(#hatch)" stroke="#9b1c1c" stroke-width=".8"',
} as const satisfies Readonly<Record<Bar['kind'], string>>;

const LABEL = 'font-size="10.5" font-family="sans-serif" style="unicode-bidi:isolate"';

function rowDrawn({ label, bars, due }: Row, top: number, scale: Scale): Html {
  const shapes = bars.map(({ from, to, kind }) => {
    const left = scale.at(from);
    const width = Math.max(1.5, Math.round((scale.at(to) - left) * 10) / 10);
    return html`<rect x="${String(left)}" y="${String(top + 4)}" width="${String(width)}" height="${String(ROW - 8)}" ${raw(FILLS[kind])}/>`;
  });
  const on = bars.some(({ to }) => scale.isBeyond(to));
  const further = on
    ? html`<text x="${String(WIDTH)}" y="${String(top + ROW - 6)}" text-anchor="end" font-size="12" font-family="sans-serif">→</text>`
    : NOTHING;
  const marks = due.map(
    (day) => html`<path d="M${String(scale.at(day))} ${String(top + 1)}v${String(ROW - 2)}" stroke="#1b1b1b" stroke-width="1.6"/>`,
  );
  return html`<text x="0" y="${String(top + ROW - 6)}" ${raw(LABEL)}>${text(shortened(label), 'plain')}</text>${joined(shapes)}${joined(marks)}${further}\n`;
}

function tick(scale: Scale, month: LegalDay, height: number): Html {
  const x = String(scale.at(month));
  return html`<path d="M${x} 16V${String(height)}" stroke="#d6d1ca" stroke-width=".8"/><text x="${x}" y="11" text-anchor="middle" font-size="9.5" font-family="sans-serif" fill="#57534e">${month.slice(0, 7)}</text>\n`;
}

function legend(saying: Saying): Html {
  const swatch = (kind: Bar['kind']): Html =>
    html`<svg class="swatch" viewBox="0 0 22 10" aria-hidden="true"><rect x="1" y="1" width="20" height="8" ${raw(FILLS[kind])}/></svg>`;
  const items = (
    [
      ['held', 'holder'],
      ['term', 'inTerm'],
      ['paused', 'paused'],
      ['overdue', 'overdueDays'],
    ] as const
  ).map(([kind, name]) => html`${swatch(kind)} ${text(saying.phrase(name), 'plain')}`);
  return html`${joined(items, ' \u2003')} \u2003<strong aria-hidden="true">|</strong> ${text(saying.phrase('due'), 'plain')}`;
}

/** Attributes written here. */
const raw = (markup: string): Html => ({ markup });

function shortened(label: string): string {
  const characters = [...label];
  return characters.length <= LONGEST ? label : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
