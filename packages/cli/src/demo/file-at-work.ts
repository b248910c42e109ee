/** One complaint on somebody's desk: which day it is, who holds it, and who asks next. Courses are written with it. */
import { addDays, type Calendar, type Complaint, headOfUnit, type LegalDay, type Organisation } from '@redress/core';
import type { SampleRole } from '@redress/vietnam';

/** What is asked next. The answer that comes back is the complaint as it then stands. */
export interface Ask {
  readonly type: string;
  readonly on: LegalDay;
  readonly actor: { readonly id: string; readonly unit: string; readonly role: SampleRole };
  readonly data: Readonly<Record<string, unknown>>;
}

export type Asks = Generator<Ask, void, Complaint>;

/** What arrives. */
export interface Paper {
  /** Place in the sample, from 1. */
  readonly number: number;
  readonly caseId: string;
  /** The body that receives it. */
  readonly unit: string;
  /** The department whose work it is; a unit of the body, or of the body above it. */
  readonly department: string;
  readonly receivedOn: LegalDay;
  readonly receive: Readonly<Record<string, unknown>>;
  readonly members: readonly string[];
  readonly decision: string;
}

export interface Office {
  readonly calendar: Calendar;
  readonly organisation: Organisation;
}

export class FileAtWork {
  readonly paper: Paper;
  readonly #office: Office;
  #on: LegalDay;
  #state: Complaint | null = null;

  constructor(paper: Paper, office: Office) {
    this.paper = paper;
    this.#office = office;
    this.#on = paper.receivedOn;
  }

  get state(): Complaint {
    if (!this.#state) throw new Error(`the complaint ${this.paper.caseId} was not received yet`);
    return this.#state;
  }

  get unit(): string {
    return this.#state?.custody.holder?.unit ?? this.paper.unit;
  }

  /** The day that lies so many calendar days after the last request, or the first working day after it. */
  later(days: number, from = this.#on): LegalDay {
    return this.#office.calendar.nextWorkingDay(addDays(from, days));
  }

  /** Asks `days` calendar days later, moved to a working day, in the unit that holds the case unless another is named. */
  *ask(days: number, role: SampleRole, type: string, data: Ask['data'] = {}, unit = this.unit): Asks {
    yield* this.askOn(this.later(days), role, type, data, unit);
  }

  *askOn(on: LegalDay, role: SampleRole, type: string, data: Ask['data'] = {}, unit = this.unit): Asks {
    this.#on = on;
    this.#state = yield { type, on, data, actor: { id: this.#person(role, unit), unit, role } };
  }

  /** The day after a clock has run out. */
  afterDue(clock: string): LegalDay {
    const dueOn = this.state.clocks[clock]?.dueOn;
    if (dueOn === undefined) throw new Error(`the complaint ${this.paper.caseId} has no clock ${clock}`);
    return addDays(dueOn, 1);
  }

  /** An officer of the unit that holds the case. */
  officer(unit = this.unit): string {
    return `cv-${staffNumber(unit)}${this.paper.number % 3}`;
  }

  /** Who heads the unit that holds the case on a day. */
  head(on: LegalDay): string {
    return headOfUnit(this.#office.organisation, this.unit, on);
  }

  #person(role: SampleRole, unit: string): string {
    if (role !== 'officer') return colleague(this.#office, role, unit, this.#on);
    return this.#state?.custody.holder?.exOfficio === false ? this.#state.custody.holder.person : this.officer(unit);
  }
}

/** Whoever has that role in a unit on a day. */
export function colleague({ organisation }: Office, role: SampleRole, unit: string, on: LegalDay): string {
  switch (role) {
    case 'head':
    case 'superior':
      return headOfUnit(organisation, unit, on);
    case 'officer':
      return `cv-${staffNumber(unit)}0`;
    case 'clerk':
      return `tn-${staffNumber(unit)}`;
    case 'system':
      return 'he-thong';
  }
}

/** A number that stays with the unit, so that its staff have ids that say nothing of anybody. */
const staffNumber = (unit: string): number => [...unit].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 900, 7) + 100;
