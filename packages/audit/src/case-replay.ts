/**
 * One case, replayed record by record: chain, stage, schema, clocks, custody, order. Nothing is judged again and nothing is sent; what
 * was recorded is compared with what follows from it.
 */
import { apply, type CaseState, type CaseType, type Fact, type FactRecord, factOf, type Law, problemIn } from '@redress/core';
import { differenceAt } from './alike.ts';
import { Chain } from './chain.ts';
import { ClockCheck, type PinnedLaw } from './clock-check.ts';
import { before, checkCustody } from './custody-check.ts';
import { DecisionCheck } from './decision-check.ts';
import { isNote, type Report } from './finding.ts';
import type { Particulars } from './finding-texts.ts';
import type { Place, Stages } from './stage.ts';

/** What every case of a replay shares. */
export interface Ground {
  readonly log: () => string | null;
  readonly typeNamed: (name: string) => TypeGround | undefined;
  /** The case type whose chart a record names, `complaint@1#digest`. */
  readonly typePinned: (chart: string) => TypeGround | undefined;
  readonly lawNamed: (name: string) => PinnedLaw | undefined;
}

export interface TypeGround {
  readonly type: CaseType;
  /** As records name it: `complaint@1#digest`. */
  readonly chart: string;
  readonly stages: Stages;
}

interface Standing {
  ground: TypeGround;
  readonly state: CaseState;
  place: Place;
}

export class CaseReplay {
  readonly id: string;
  /** Where its last record stands, in the words of the source. */
  mark = 0;
  readonly #ground: Ground;
  readonly #chain = new Chain();
  readonly #clocks = new ClockCheck();
  readonly #decisions = new DecisionCheck();
  /** Faults told once, if any; most cases have none. */
  #told: Set<string> | null = null;
  readonly #report: Report;
  /** Whether anything but notes has been found in the record at hand. */
  #found = false;
  #standing: Standing | null = null;
  /** False once the case cannot be folded further: only its chain is checked from there on. */
  #whole = true;
  #accountable = true;
  /** What the first fact of the command at hand says of it. */
  #asked: FactRecord['meta'] = {};
  /** The command at hand, and whether its record says why it may be dated before the last step. */
  #command: string | null = null;
  #excused: 'late' | 'objected' | null = null;

  constructor(id: string, ground: Ground, report: Report) {
    this.id = id;
    this.#ground = ground;
    this.#report = (code, particulars) => {
      this.#found ||= !isNote(code);
      report(code, particulars);
    };
  }

  get version(): number {
    return this.#chain.version;
  }

  /** Whether facts of the last command are still to come. */
  get incomplete(): boolean {
    return this.#chain.incomplete;
  }

  /** Nothing moves the case any more. */
  get closed(): boolean {
    return this.#standing?.place.final ?? false;
  }

  take(record: FactRecord, text: string): void {
    this.#found = false;
    const log = this.#ground.log();
    if (log !== null && record.log !== log) this.#report('log-mismatch', record.log);
    if (!this.#chain.check(record, text, this.#report)) this.#whole = false;
    if (this.#whole) this.#replay(record, text);
  }

  /** A text that is no record. */
  skip(text: string): void {
    this.#chain.skip(text);
    this.#whole = false;
  }

  end(): void {
    this.#chain.end(this.#report);
  }

  #replay(record: FactRecord, text: string): void {
    const standing = this.#standingFor(record);
    const fact = standing && this.#factOf(standing, record, text);
    if (!standing || !fact) return;
    this.#chart(standing, record);
    this.#together(record);
    const moves = standing.ground.type.facts[record.type]?.chart === 'moves';
    this.#order(standing, record, fact, moves);
    this.#stage(standing, record, moves);
    const pinned = this.#ground.lawNamed(record.meta.law ?? '');
    this.#wind(standing, record, fact, pinned);
    // One fault is one finding: a forged record is not asked how it came about as well.
    if (this.#found || !pinned || record.meta.chart !== standing.ground.chart) this.#decisions.pass(record);
    else this.#decisions.check({ type: standing.ground.type, state: standing.state, fact, record, law: pinned.law }, this.#report);
    this.#fold(standing, record, fact, moves);
  }

  /** A record is replayed under the chart that it names; where that is not at hand, under the one before. */
  #chart(standing: Standing, { meta: { chart = '' } }: FactRecord): void {
    const { ground, place, state } = standing;
    if (chart === ground.chart) return;
    const pinned = this.#ground.typePinned(chart);
    const at = pinned?.type.name === ground.type.name ? pinned.stages.named(place.key) : undefined;
    if (!pinned || !at) return this.#once('chart-differs', ['chart-now', chart, ground.chart]);
    standing.ground = pinned;
    standing.place = at;
    state.at = pinned.type.chart.at(at.key) ?? state.at;
  }

  #standingFor({ meta, stream }: FactRecord): Standing | null {
    const name = meta.caseType ?? '';
    if (this.#standing) {
      if (this.#standing.state.caseType !== name)
        this.#report('case-type-changed', ['before-and-here', this.#standing.state.caseType, name]);
      return this.#standing;
    }
    const pinned = this.#ground.typePinned(meta.chart ?? '');
    const ground = pinned?.type.name === name ? pinned : this.#ground.typeNamed(name);
    if (ground) {
      this.#standing = { ground, state: ground.type.initial(stream), place: ground.stages.initial };
      return this.#standing;
    }
    this.#report('case-type-unknown', name);
    this.#whole = false;
    return null;
  }

  /** The fact in its newest schema; null where there is none that could be folded. */
  #factOf({ ground }: Standing, record: FactRecord, text: string): Fact | null {
    const definition = ground.type.facts[record.type];
    try {
      const fact = factOf(ground.type, { position: '', text, record });
      const problem = definition ? problemIn(definition.schema, fact.data) : null;
      if (problem !== null) this.#report('fact-invalid', problem);
      return fact;
    } catch (error) {
      this.#report('fact-unknown', String(error));
      this.#whole = false;
      return null;
    }
  }

  /** Facts of one command were asked by one actor, on one day, under one law: they say the same of it. */
  #together({ meta, type }: FactRecord): void {
    if (meta.command !== this.#asked.command) this.#asked = meta;
    const place = differenceAt(meta, this.#asked, OF_THE_STEP);
    if (place !== null) this.#report('decided-otherwise', ['unlike-first', type, place]);
  }

  #order({ state }: Standing, record: FactRecord, fact: Fact, moves: boolean): void {
    const { command = '' } = record.meta;
    if (command !== this.#command) {
      this.#command = command;
      this.#excused = fact.data.late !== undefined ? 'late' : objectedToDay(fact) ? 'objected' : null;
    }
    if (!moves || state.movedOn === null || fact.on >= state.movedOn) return;
    const code = this.#excused === null ? 'dated-before-last' : 'back-dated';
    this.#report(code, [this.#excused === 'objected' ? 'after-objected' : 'after', fact.on, state.movedOn]);
  }

  /**
   * XState says where the case stood and stands. After a difference the record's own word is followed, so that one fault is one
   * finding.
   */
  #stage(standing: Standing, { meta, type }: FactRecord, moves: boolean): void {
    const { stages } = standing.ground;
    if (meta.from !== standing.place.key) {
      this.#report('from-differs', ['by-chart', String(meta.from), standing.place.key]);
      standing.place = stages.named(meta.from ?? '') ?? standing.place;
    }
    if (moves && standing.place.final) this.#report('after-closed', ['fact-at', type, standing.place.key]);
    const after = standing.place.after(type);
    if (moves && !after && !standing.place.final) this.#report('not-in-chart', ['fact-at', type, standing.place.key]);
    if (after) standing.place = after;
    if (meta.to !== standing.place.key) this.#report('to-differs', ['by-chart', String(meta.to), standing.place.key]);
  }

  #wind({ state }: Standing, { meta }: FactRecord, fact: Fact, pinned: PinnedLaw | undefined): void {
    try {
      if (pinned) return this.#clocks.check(fact, state, meta.calendar ?? '', pinned, this.#report);
      this.#once('law-unknown', meta.law);
      this.#clocks.keep((fact.data.clocks ?? []) as Parameters<ClockCheck['keep']>[0]);
    } catch (error) {
      // Data that does not fit its schema may hold anything where clocks should be; that has been reported.
      this.#fail(error);
    }
  }

  #fold({ ground, state, place }: Standing, { meta }: FactRecord, fact: Fact, moves: boolean): void {
    if (!this.#whole) return;
    const was = before(state);
    try {
      apply(ground.type, state, fact);
    } catch (error) {
      return this.#fail(error);
    }
    // After a difference in the stage the record's own word is followed, here as there.
    if (state.at.key !== place.key) state.at = ground.type.chart.at(place.key) ?? state.at;
    const judged = meta.door === 'execute' && fact.data.objections === undefined;
    if (judged && !this.#found) checkCustody(was, state, ground.type, fact, moves, this.#report);
    const holder = state.custody?.holder;
    const accountable = place.final || (holder != null && Boolean(holder.person) && Boolean(holder.unit));
    if (!accountable && this.#accountable) this.#report('nobody-accountable', ['since', fact.type, fact.on]);
    this.#accountable = accountable;
  }

  #fail(error: unknown): void {
    this.#report('fold-failed', String(error));
    this.#whole = false;
  }

  /** A fault of all records of a case alike is told once for each wording. */
  #once(code: 'chart-differs' | 'law-unknown', particulars: Particulars = ''): void {
    const key = JSON.stringify([code, particulars]);
    this.#told ??= new Set();
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#report(code, particulars);
  }
}

/** What each fact of a command says for itself. */
const OF_THE_STEP: ReadonlySet<string> = new Set(['from', 'to']);

/** By the other door, an early day is recorded with the objection it would have met. */
function objectedToDay({ data }: Fact): boolean {
  return Array.isArray(data.objections) && data.objections.some((each) => each?.code === 'DATED_BEFORE_LAST');
}

export type LawsAtHand = Law | ((digest: string) => Law | undefined);
