/**
 * An XState actor over a case. What it is sent are commands; what it shows is where the log says the case stands. It keeps nothing
 * of its own that the log does not know, so it may be thrown away and made again.
 */
import {
  type ActorLogic,
  type Actor as ActorOf,
  type ActorOptions,
  type ActorRef,
  type AnyActorRef,
  createActor,
  matchesState,
  type Snapshot,
  type StateValue,
} from 'xstate';
import type { Actor } from '../domain/authority.ts';
import type { LegalDay } from '../domain/calendar.ts';
import type { CaseState } from '../domain/case-type.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { CommandInput, Done, Engine, Option, Outcome } from './engine.ts';

/** A command without what the actor knows: the case and who asks. An id is made where none is given; a day is today's. */
export type CaseCommand = Omit<CommandInput, 'id' | 'case' | 'on' | 'actor'> & { readonly id?: string; readonly on?: LegalDay };

/** Reads the case again, for instance because somebody else wrote to it. */
export interface ReloadCase {
  readonly type: 'redress.reload';
}

interface Answered<State extends CaseState> {
  readonly type: 'redress.answered';
  readonly answer: Answer<State>;
}

/** What came of one command, or of reading alone. A fault may come after the command was done: `outcome` says whether it was. */
interface Answer<State extends CaseState> {
  readonly asked: string | null;
  readonly outcome?: Outcome<State>;
  readonly read?: Read<State>;
  readonly fault?: unknown;
}

interface Read<State extends CaseState> {
  readonly state: State | null;
  readonly options: readonly Option[];
}

export type CaseEvent<State extends CaseState = CaseState> = CaseCommand | ReloadCase | Answered<State>;

/** What a listener of `actor.on(…)` is told, beside the snapshot. */
export type CaseEmitted<State extends CaseState = CaseState> =
  | { readonly type: 'done'; readonly command: string; readonly done: Done<State> }
  | { readonly type: 'refused'; readonly command: string; readonly refusal: Refusal }
  /** The store failed; `command` is null where the case was only read. The fault's text says what was not done. */
  | { readonly type: 'fault'; readonly command: string | null; readonly fault: unknown };

export interface CaseInput {
  readonly caseId: string;
  readonly actor: Actor;
  /** The legal day of a command that names none, and of `can`. Default: the engine's today. */
  readonly on?: () => LegalDay;
}

export type CaseSnapshot<State extends CaseState = CaseState> = Snapshot<undefined> & {
  /** XState's value of the case's configuration; `'reading'` before the log was read, `'absent'` where there is no such case. */
  readonly value: StateValue;
  /** The state of the case; null before it was read, and where there is none. */
  readonly context: State | null;
  readonly options: readonly Option[];
  /** Commands sent and not yet answered. */
  readonly pending: number;
  /** The last command's refusal; null once another was done. */
  readonly refusal: Refusal | null;
  /** What the store threw last; null once it answered again. */
  readonly fault: unknown;
  readonly input: CaseInput;
  /** Whether the chart, the authority and the law let this actor ask it here. What depends on its data is judged when it is sent. */
  can(command: string | { readonly type: string }): boolean;
  matches(value: StateValue): boolean;
};

export type CaseLogic<State extends CaseState = CaseState> = ActorLogic<
  CaseSnapshot<State>,
  CaseEvent<State>,
  CaseInput,
  AnyActorRef['system'],
  CaseEmitted<State>
>;

export type CaseActor<State extends CaseState = CaseState> = ActorOf<CaseLogic<State>>;

export type CaseActorOptions<State extends CaseState = CaseState> = Omit<ActorOptions<CaseLogic<State>>, 'input'> & Pick<CaseInput, 'on'>;

/**
 * An actor over one case, for whoever asks. It is not started: `.start()` reads the case. Commands run one after the other, in the
 * order they were sent; those not begun when the actor stops are dropped.
 */
export function caseActor<State extends CaseState = CaseState>(
  engine: Engine,
  caseId: string,
  actor: Actor,
  options: CaseActorOptions<State> = {},
): CaseActor<State> {
  const { on, ...others } = options;
  const input: CaseInput = { caseId, actor, ...(on ? { on } : {}) };
  return createActor(caseLogic<State>(engine), { ...others, input });
}

/** The same as logic, to be invoked or spawned by a machine of one's own: its input names the case and who asks. */
export function caseLogic<State extends CaseState = CaseState>(engine: Engine): CaseLogic<State> {
  const ask = asker<State>(engine);
  const opening = new Set(engine.caseTypes.flatMap(({ commands }) => Object.keys(commands).filter((name) => commands[name]?.opens)));
  return {
    getInitialSnapshot: (_, input) => snapshotOf(input, opening),
    start: ({ input }, { self }) => ask(self, input, null),
    transition: (snapshot, event, { self, defer, emit }) => {
      if ('answer' in event) {
        for (const told of emittedBy(event.answer)) defer(() => emit(told));
        return answered(snapshot, event.answer);
      }
      if (event.type === 'xstate.stop') return { ...snapshot, status: 'stopped', output: undefined, error: undefined };
      const command = event.type === 'redress.reload' ? null : event;
      // Deferred, so that XState's pure `transition` asks nobody anything.
      defer(() => ask(self, snapshot.input, command));
      return command ? { ...snapshot, pending: snapshot.pending + 1 } : snapshot;
    },
    // The log is what lasts: a case that is restored is read again.
    getPersistedSnapshot: ({ input }) => ({ ...idle, input }) as Snapshot<unknown>,
    restoreSnapshot: (persisted) => snapshotOf((persisted as CaseSnapshot<State>).input, opening),
  };
}

const idle = { status: 'active', output: undefined, error: undefined } as const;

function snapshotOf<State extends CaseState>(input: CaseInput, opening: ReadonlySet<string>): CaseSnapshot<State> {
  return {
    ...{ ...idle, value: 'reading', context: null, options: [], pending: 0, refusal: null, fault: null, input },
    can(command) {
      const name = typeof command === 'string' ? command : command.type;
      if (this.value === 'absent') return opening.has(name);
      return this.options.some((option) => option.command === name && option.may);
    },
    matches(value) {
      return matchesState(value, this.value);
    },
  };
}

function answered<State extends CaseState>(
  snapshot: CaseSnapshot<State>,
  { asked, outcome, read, fault }: Answer<State>,
): CaseSnapshot<State> {
  const standing = read ?? (outcome && !isRefusal(outcome) ? { state: outcome.state, options: [] } : undefined);
  return {
    ...snapshot,
    ...(standing ? { context: standing.state, options: standing.options, value: standing.state?.at.value ?? 'absent' } : {}),
    pending: snapshot.pending - (asked === null ? 0 : 1),
    refusal: outcome ? (isRefusal(outcome) ? outcome : null) : snapshot.refusal,
    fault: fault ?? null,
  };
}

function* emittedBy<State extends CaseState>({ asked, outcome, fault }: Answer<State>): Generator<CaseEmitted<State>> {
  if (outcome && asked !== null) {
    yield isRefusal(outcome) ? { type: 'refused', command: asked, refusal: outcome } : { type: 'done', command: asked, done: outcome };
  }
  if (fault !== undefined) yield { type: 'fault', command: outcome ? null : asked, fault };
}

type Self<State extends CaseState> = ActorRef<CaseSnapshot<State>, CaseEvent<State>, CaseEmitted<State>>;

/** Asks the engine, one thing after the other for each actor, and sends the actor what came of it. */
function asker<State extends CaseState>(engine: Engine): (self: Self<State>, input: CaseInput, command: CaseCommand | null) => void {
  const last = new WeakMap<AnyActorRef, Promise<void>>();
  const runs = (self: Self<State>): boolean => self.getSnapshot().status === 'active';

  async function answer(input: CaseInput, command: CaseCommand | null): Promise<Answer<State>> {
    const asked = command?.type ?? null;
    let outcome: Outcome<State> | undefined;
    try {
      if (command) outcome = await execute(engine, input, command);
      return { asked, ...(outcome ? { outcome } : {}), read: await read(engine, input) };
    } catch (fault) {
      return { asked, ...(outcome ? { outcome } : {}), fault };
    }
  }

  return (self, input, command) => {
    const next = async (): Promise<void> => {
      if (!runs(self)) return;
      const said = await answer(input, command);
      if (runs(self)) self.send({ type: 'redress.answered', answer: said });
    };
    last.set(self, (last.get(self) ?? Promise.resolve()).then(next));
  };
}

function execute<State extends CaseState>(engine: Engine, { caseId, actor, on }: CaseInput, command: CaseCommand): Promise<Outcome<State>> {
  const day = command.on ?? on?.() ?? engine.today();
  return engine.execute<State>({ ...command, id: command.id ?? crypto.randomUUID(), on: day, case: caseId, actor });
}

async function read<State extends CaseState>(engine: Engine, { caseId, actor, on }: CaseInput): Promise<Read<State>> {
  const found = await engine.load<State>(caseId);
  if (!found) return { state: null, options: [] };
  return { state: found.state, options: await engine.options(caseId, actor, on?.() ?? engine.today()) };
}
