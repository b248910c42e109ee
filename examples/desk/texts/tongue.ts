/** How the desk speaks: the texts of a language, and everything that is put into words by them. */
import {
  type Actor,
  complaint,
  type Holder,
  isLegalDay,
  type LegalDay,
  legalDayAt,
  type Refusal,
  type RefusalCode,
  sayRefusal,
} from '@redress/core';
import { lawData } from '@redress/vietnam';
import { Lately } from '../lately.ts';
import type { Post } from '../people.ts';
import type { Why } from '../standing.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

export type Language = 'vi' | 'en';
export const isLanguage = (text: string | null): text is Language => text === 'vi' || text === 'en';

type Words<Kept> = { readonly [Name in keyof Kept]: Kept[Name] extends string ? string : Words<Kept[Name]> };
type Named = Readonly<Record<string, string>>;

/** The places of the Vietnamese texts, in another language. English has its hints in the schemas. */
export type Texts = Words<Omit<typeof vi, 'language' | 'hints'>> & { readonly language: Language; readonly hints: Named | null };

const texts: Readonly<Record<Language, Texts>> = { vi, en };
export type Saying = keyof Texts['ui'];
export type FaultName = keyof Texts['faults'];
type Slots = Readonly<Record<string, string | number>>;

const filled = (text: string, slots: Slots): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(Object.hasOwn(slots, name) ? slots[name] : whole));

/** A word that has no text stands as it was written: a host's own case type, a rule of another office. */
const wordIn = (words: Named, name: string): string => (Object.hasOwn(words, name) ? (words[name] ?? name) : name);

/** The law's own words for its codes. */
const codesOfLaw = new Map<string, Readonly<Record<Language, string>>>(
  Object.values(lawData).flatMap((act) => [
    ...('nonAcceptance' in act ? entriesOf(act.nonAcceptance) : []),
    ...('refusalToReceive' in act ? entriesOf(act.refusalToReceive) : []),
  ]),
);
const criteriaOfLaw = new Map(entriesOf(lawData.complaintsDecree.complexity));

type Worded = Readonly<Record<string, { readonly about: Readonly<Record<Language, string>> }>>;
function entriesOf(named: Worded): readonly (readonly [string, Readonly<Record<Language, string>>])[] {
  return Object.entries(named).map(([code, { about }]) => [code, about]);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export class Tongue {
  readonly language: Language;
  readonly #texts: Texts;
  readonly #unit: (id: string) => string;
  readonly #timeZone: string;
  readonly #times: Intl.DateTimeFormat;
  readonly #days = new Lately<string>();
  readonly #minutes = new Lately<string>();
  readonly #fields = new Lately<string | null>();

  /** `unit` names a unit as people know it. */
  constructor(language: Language, unit: (id: string) => string, timeZone: string) {
    this.language = language;
    this.#texts = texts[language];
    this.#unit = unit;
    this.#timeZone = timeZone;
    this.#times = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' });
  }

  say(name: Saying, slots?: Slots): string {
    const text = this.#texts.ui[name];
    return slots ? filled(text, slots) : text;
  }

  /** A legal day as it is written in the language; any other text as it is. */
  day(day: LegalDay): string {
    if (day.length !== 10) return day;
    return this.#days.of(day, () => {
      if (!isLegalDay(day)) return day;
      const [year = '', month = '', date = ''] = day.split('-');
      return this.language === 'vi' ? `${date}/${month}/${year}` : `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
    });
  }

  /** For the head of a drawing. */
  month(day: LegalDay): string {
    const [year = '', month = ''] = day.split('-');
    return this.language === 'vi' ? `${month}/${year}` : `${MONTHS[Number(month) - 1] ?? ''} ${year}`;
  }

  /** An instant, where the law is in force. */
  instant(at: string): string {
    return this.#minutes.of(at.slice(0, 16), () => `${this.day(legalDayAt(at, this.#timeZone))} ${this.#times.format(new Date(at))}`);
  }

  left(days: number): string {
    if (days === 0) return this.say('dueToday');
    return this.say(days > 0 ? 'daysLeft' : 'daysOver', { days: Math.abs(days) });
  }

  caseType = (name: string): string => wordIn(this.#texts.caseTypes, name);
  stage = (name: string): string => wordIn(this.#texts.stages, name);
  clock = (name: string): string => wordIn(this.#texts.clocks, name);
  status = (name: string): string => wordIn(this.#texts.statuses, name);
  entry = (name: string): string => wordIn(this.#texts.entries, name);
  role = (name: string): string => wordIn(this.#texts.roles, name);
  post = (name: Post): string => this.#texts.posts[name];
  does = (name: Post): string => this.#texts.does[name];
  why = (name: Why): string => this.#texts.why[name];
  standing = (name: string): string => wordIn(this.#texts.standings, name);
  door = (name: string): string => wordIn(this.#texts.doors, name);
  grade = (name: string): string => wordIn(this.#texts.grades, name);
  unit = (id: string): string => this.#unit(id);

  /** A rule of the authority; one that refused stands behind its word in the record. */
  rule(name: string): string {
    const [refused, rule] = name.startsWith('refused:') ? [true, name.slice(8)] : [false, name];
    const said = wordIn(this.#texts.rules, rule);
    return refused ? `✗ ${said}` : said;
  }

  command(caseType: string, name: string): string {
    return wordIn(caseType === complaint.name ? this.#texts.commands.complaint : this.#texts.commands.petition, name);
  }

  fact(caseType: string, name: string): string {
    return wordIn(caseType === complaint.name ? this.#texts.facts.complaint : this.#texts.facts.petition, name);
  }

  field(command: string, path: string): string {
    return this.#label(command, path) ?? lastOf(path);
  }

  /** Whether the label of a field was written for it, and is not just its name. */
  knowsField(command: string, path: string): boolean {
    return this.#label(command, path) !== null;
  }

  #label(command: string, path: string): string | null {
    return this.#fields.of(`${command} ${path}`, () => found(this.#texts.fields, command, path) ?? null);
  }

  /** What is said beside a field: in English the schema's own words. */
  hint(command: string, path: string, describes: string): string | null {
    const { hints } = this.#texts;
    if (hints === null) return describes === '' ? null : describes;
    return found(hints, command, path) ?? null;
  }

  /** A value of a field, where it is a word of a schema or a code of the law; any other as it was written. */
  value(path: string, value: string): string {
    return this.knownValue(path, value) ?? value;
  }

  knownValue(path: string, value: string): string | undefined {
    const name = lastOf(path);
    const law = name === 'criteria' ? criteriaOfLaw.get(value) : name === 'ground' ? codesOfLaw.get(value) : undefined;
    if (law) return `${value}: ${law[this.language]}`;
    const words: Readonly<Record<string, Named>> = this.#texts.values;
    return (path === name ? undefined : valueIn(words, namesOn(path).slice(-2).join('.'), value)) ?? valueIn(words, name, value);
  }

  holder({ person, unit, exOfficio }: Holder): string {
    return `${person}${exOfficio ? ` (${this.say('byOffice')})` : ''}, ${this.unit(unit)}`;
  }

  actor({ id, unit, role, onBehalfOf }: Actor): string {
    const behalf = onBehalfOf === undefined ? '' : `, ${this.say('onBehalfOf', { who: onBehalfOf })}`;
    return `${id} (${this.role(role)}), ${this.unit(unit)}${behalf}`;
  }

  /** A duty by its id: `decision-1`. */
  duty(id: string): string {
    const [what = '', level = ''] = id.split('-');
    return filled(wordIn(this.#texts.duties, what), { level });
  }

  fault(name: FaultName, slots: Slots = {}): string {
    return filled(this.#texts.faults[name], slots);
  }

  /** A refusal in the words of this desk, without its source: names of commands, stages and units are said, not shown. */
  refusal(refusal: Refusal, caseType: string): string {
    const params = Object.fromEntries(Object.entries(refusal.params).map(([name, value]) => [name, this.#param(name, value, caseType)]));
    const source = 'citation' in refusal.because ? refusal.because.citation.text : refusal.because.rule;
    const said = sayRefusal({ ...refusal, params }, this.language);
    return said.slice(0, said.length - ` [${source}]`.length);
  }

  #param(name: string, value: string | number, caseType: string): string | number {
    if (typeof value === 'number') return value;
    switch (name) {
      case 'command':
        return this.command(caseType, value);
      case 'stage':
        return this.stage(value);
      case 'role':
        return this.role(value);
      case 'unit':
      case 'holder':
      case 'addressee':
      case 'superior':
        return this.unit(value);
      case 'clock':
        return this.clock(value);
      default:
        return this.day(value);
    }
  }

  remedy(code: RefusalCode, otherwise: string): string {
    const own: Named = this.#texts.remedies;
    return Object.hasOwn(own, code) ? (own[code] ?? otherwise) : otherwise;
  }

  /** A datum of a fact, as text. */
  datum(path: string, value: unknown): string {
    if (typeof value === 'boolean') return this.say(value ? 'yes' : 'no');
    if (typeof value === 'string') return this.#text(path, value);
    if (typeof value !== 'object' || value === null) return String(value);
    if (Array.isArray(value)) return value.map((each) => this.datum(path, each)).join('; ');
    return Object.entries(value)
      .map(([name, inside]) => `${this.field('', `${path}.${name}`)}: ${this.datum(`${path}.${name}`, inside)}`)
      .join(', ');
  }

  #text(path: string, value: string): string {
    const name = lastOf(path);
    if (UNITS.has(name)) return this.unit(value);
    if (['clock', 'about'].includes(name)) return this.clock(value);
    return this.knownValue(path, value) ?? this.day(value);
  }
}

function valueIn(words: Readonly<Record<string, Named>>, key: string, value: string): string | undefined {
  const those = Object.hasOwn(words, key) ? words[key] : undefined;
  return those && Object.hasOwn(those, value) ? those[value] : undefined;
}

/** Fields that hold a unit's id. */
const UNITS: ReadonlySet<string> = new Set(['unit', 'toUnit', 'issuedBy', 'units', 'before']);

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** The names on a path, without the numbers of rows. */
const namesOn = (path: string): readonly string[] =>
  path.includes('.') ? path.split('.').filter((step) => !/^(\*|\d+)$/.test(step)) : [path];

/** By command and place, by the last two steps of the place, by the last. */
function found(words: Named, command: string, path: string): string | undefined {
  const steps = namesOn(path);
  const keys = [`${command}.${steps.join('.')}`, steps.slice(-2).join('.'), steps.at(-1) ?? path];
  const key = keys.find((each) => Object.hasOwn(words, each));
  return key === undefined ? undefined : words[key];
}
