/**
 * Clocks that have run out become facts by an ordinary command with a derived id: asked for twice, it is recorded once. What is due
 * comes from a source; this one keeps the due days of the open clocks in memory, read off the log.
 */
import type { Actor } from '../domain/authority.ts';
import { addDays, type LegalDay } from '../domain/calendar.ts';
import { type ClockLine, clockNamed } from '../domain/clock.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { EventStore, Recorded } from '../store/event-store.ts';
import { ownCommandId } from '../store/record.ts';
import type { Engine, Outcome } from './engine.ts';
import { type Failed, inTurn } from './in-turn.ts';
import { type Cursor, memoryCursor, project, type View } from './project.ts';

export interface DueClock {
  readonly case: string;
  readonly caseType: string;
  readonly clock: string;
  readonly dueOn: LegalDay;
}

export interface DueCases {
  /** Running clocks whose last day lies before the day. */
  before(on: LegalDay): Promise<readonly DueClock[]>;
}

export interface CountedClocks {
  /** Cases with a running clock whose due day was counted by another calendar than this, `id@edition`. */
  countedOtherwise(calendar: string): Promise<readonly string[]>;
}

/** The command by which every case type records that a clock ran out: `{ clock }`. */
const RECORD_RUN_OUT = 'RecordRunOut';

/** Reads due days off the log; each call reads on from where the last one ended. */
export function dueCasesInMemory(store: EventStore, cursor: Cursor = memoryCursor()): DueCases & CountedClocks {
  const due = new Map<string, Map<string, Open>>();
  const view: View = {
    apply: (records) => {
      for (const recorded of records) post(due, recorded);
    },
  };
  return {
    before: async (on) => {
      await project(store, view, cursor);
      const open = [...due].flatMap(([id, clocks]) => [...clocks].map(([clock, standing]) => ({ case: id, clock, ...standing })));
      return open.flatMap(({ dueOn, ranOutOn, ...named }) =>
        dueOn !== null && dueOn !== ranOutOn && dueOn < on
          ? [{ case: named.case, caseType: named.caseType, clock: named.clock, dueOn }]
          : [],
      );
    },
    countedOtherwise: async (calendar) => {
      await project(store, view, cursor);
      const otherwise = ({ dueOn, ranOutOn, counted }: Open): boolean => dueOn !== null && dueOn !== ranOutOn && counted !== calendar;
      return [...due].flatMap(([id, clocks]) => ([...clocks.values()].some(otherwise) ? [id] : []));
    },
  };
}

/** A clock that was started and not stopped. */
interface Open {
  readonly caseType: string;
  /** Null while it is paused. */
  readonly dueOn: LegalDay | null;
  /** Calendar and edition that the due day was counted by. */
  readonly counted: string;
  /** The due day whose passing is recorded already. */
  readonly ranOutOn: LegalDay | null;
}

function post(due: Map<string, Map<string, Open>>, { record }: Recorded): void {
  const { stream, data, meta } = record;
  const clocks = due.get(stream) ?? new Map<string, Open>();
  for (const { entry, dueOn, calendar: counted } of (data.clocks ?? []) as unknown as readonly ClockLine[]) {
    const known = clocks.get(entry.clock);
    if (entry.do === 'start') clocks.set(entry.clock, { caseType: meta.caseType ?? '', dueOn, counted, ranOutOn: null });
    else if (entry.do === 'stop') clocks.delete(entry.clock);
    // Whatever is posted to a clock that was stopped starts it no more.
    else if (known) clocks.set(entry.clock, { ...known, dueOn, counted });
  }
  const ranOut = record.type === 'ClockRanOut' ? clocks.get(String(data.clock)) : undefined;
  if (ranOut) clocks.set(String(data.clock), { ...ranOut, ranOutOn: String(data.dueOn) });
  if (clocks.size > 0) due.set(stream, clocks);
  else due.delete(stream);
}

export interface Watched {
  /** Clocks whose running out is now recorded. */
  readonly recorded: readonly DueClock[];
  readonly refused: readonly { readonly due: DueClock; readonly refusal: Refusal }[];
  /** Cases that could not be read, one entry for each clock; all others were asked. */
  readonly failed: readonly Failed[];
}

/**
 * Records every clock that has run out before this day. The fact is dated to the day on which that became true; its record says when
 * it was noticed. A case that cannot be read holds up no other. Throws a store's faults, but for those of one case.
 */
export async function watch(engine: Engine, source: DueCases, actor: Actor, on: LegalDay = engine.today()): Promise<Watched> {
  const recorded: DueClock[] = [];
  const refused: { due: DueClock; refusal: Refusal }[] = [];
  const failed = await inTurn(await source.before(on), async (due) => {
    const outcome = await noted(engine, due, actor);
    if (isRefusal(outcome)) refused.push({ due, refusal: outcome });
    else recorded.push(due);
  });
  return { recorded, refused, failed };
}

/** Asked for twice it is recorded once; a clock that was started again and has the same last day runs out a second time. */
async function noted(engine: Engine, due: DueClock, actor: Actor): Promise<Outcome> {
  const name = `ran-out/${due.case}/${due.clock}/${due.dueOn}`;
  const command = { type: RECORD_RUN_OUT, case: due.case, on: addDays(due.dueOn, 1), actor, data: { clock: due.clock } };
  const first = await engine.execute({ ...command, id: ownCommandId(engine.store.log, name) });
  if (isRefusal(first) || !first.repeated) return first;
  const clock = clockNamed(first.state.clocks, due.clock);
  if (!clock || clock.status === 'stopped' || clock.dueOn !== due.dueOn || clock.ranOutOn === due.dueOn) return first;
  return engine.execute({ ...command, id: ownCommandId(engine.store.log, `${name}/${first.state.version}`) });
}
