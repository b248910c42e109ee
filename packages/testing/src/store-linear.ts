/**
 * Whether what several clients saw of one stream can be put into one order that each of them would have accepted (linearizability):
 * the search of Wing and Gong, with Lowe's memory of what was tried.
 */

/** One call of one client, between two ticks of a clock that all clients share. */
export interface Operation {
  readonly client: number;
  readonly stream: string;
  readonly called: number;
  /** Infinity where the caller never learnt the outcome: it may have been done at any time after the call, or never. */
  readonly returned: number;
  readonly asked: Asked;
  /** Undefined where the outcome is not known. */
  readonly answered: Saw | undefined;
}

export type Asked = { readonly append: readonly string[]; readonly after: number } | { readonly readFrom: number };

/** Facts by their ids. */
export type Saw =
  | { readonly outcome: 'appended'; readonly version: number }
  | { readonly outcome: 'repeated' }
  | { readonly outcome: 'conflict'; readonly version: number; readonly missed: readonly string[] }
  | { readonly outcome: 'read'; readonly ids: readonly string[] };

type State = readonly string[];

const same = (one: State, other: State): boolean => one.length === other.length && one.every((id, index) => id === other[index]);
const beginsWith = (one: State, start: State): boolean => start.every((id, index) => one[index] === id);

function afterAppend(state: State, ids: readonly string[], after: number, saw: Saw | undefined): State | undefined {
  const fits = state.length === after && !ids.some((id) => state.includes(id));
  const missed = state.slice(after);
  const sentBefore = state.length !== after && beginsWith(missed, ids);
  switch (saw?.outcome) {
    case undefined:
      return fits ? [...state, ...ids] : undefined;
    case 'appended':
      return fits && saw.version === after + ids.length ? [...state, ...ids] : undefined;
    case 'repeated':
      return sentBefore ? state : undefined;
    case 'conflict': {
      const refused = state.length !== after && !sentBefore;
      return refused && saw.version === state.length && same(saw.missed, missed) ? state : undefined;
    }
    case 'read':
      return undefined;
  }
}

/** The stream after the operation, or undefined where in this state nobody would have been answered so. */
export function next(state: State, { asked, answered }: Operation): State | undefined {
  if ('append' in asked) return afterAppend(state, asked.append, asked.after, answered);
  if (answered === undefined) return state;
  return answered.outcome === 'read' && same(answered.ids, state.slice(asked.readFrom - 1)) ? state : undefined;
}

/** An order that explains every answer, or undefined where there is none. All operations are of one stream. */
function orderOf(operations: readonly Operation[]): readonly Operation[] | undefined {
  const tried = new Set<string>();
  const certain = (one: Operation): boolean => one.returned !== Number.POSITIVE_INFINITY;

  function search(left: readonly Operation[], state: State): readonly Operation[] | undefined {
    if (!left.some(certain)) return [];
    const key = `${left.map((one) => operations.indexOf(one)).join()}|${state.join()}`;
    if (tried.has(key)) return undefined;
    tried.add(key);
    // Whatever was called after another had returned comes after it.
    const first = Math.min(...left.map(({ returned }) => returned));
    for (const one of left) {
      const reached = one.called < first ? next(state, one) : undefined;
      const rest =
        reached &&
        search(
          left.filter((other) => other !== one),
          reached,
        );
      if (rest) return [one, ...rest];
    }
    return undefined;
  }

  return search(operations, []);
}

const told = ({ client, called, returned, asked, answered }: Operation): string =>
  `client ${client}, ${called}–${returned}: ${JSON.stringify(asked)} → ${JSON.stringify(answered)}`;

/** What cannot have happened, told; or undefined where the history is linearizable. Streams are looked at one by one: they are apart. */
export function violation(history: readonly Operation[]): string | undefined {
  for (const stream of new Set(history.map((one) => one.stream))) {
    const mine = history.filter((one) => one.stream === stream);
    if (!orderOf(mine)) return `no order explains what was seen of the stream ${stream}:\n${mine.map(told).join('\n')}`;
  }
  return undefined;
}
