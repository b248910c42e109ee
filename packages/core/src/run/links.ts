/**
 * Links across streams, which are never merged. The case that names another one records it; that one is then told by an ordinary command
 * with an id derived from the fact: sent twice, it is recorded once. A crash in between leaves a pair that is listed until both have it.
 */
import type { Actor } from '../domain/authority.ts';
import type { LegalDay } from '../domain/calendar.ts';
import type { CaseType } from '../domain/case-type.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { EventStore, Recorded } from '../store/event-store.ts';
import { ownCommandId } from '../store/record.ts';
import { type Engine, factOf } from './engine.ts';
import { type Cursor, memoryCursor, project, type View } from './project.ts';

export interface Link {
  /** The case that named the other one, and its fact that did. */
  readonly from: string;
  readonly fact: string;
  /** The case that was named. */
  readonly to: string;
  /** What the first is to the second. */
  readonly as: string;
  /** The legal day of the fact. */
  readonly on: LegalDay;
}

export interface Links {
  /** Links that the case which was named does not have yet, in log order. */
  unfinished(): Promise<readonly Link[]>;
}

/** The command by which every case type records that another case named it: `{ from, as, fact }`. */
const RECORD_LINK = 'RecordLink';

/** Reads links off the log; each call reads on from where the last one ended. */
export function linksInMemory(store: EventStore, caseTypes: readonly CaseType[], cursor: Cursor = memoryCursor()): Links {
  const types = new Map(caseTypes.map((type) => [type.name, type]));
  const open = new Map<string, Link>();
  const view: View = {
    apply: (records) => {
      for (const recorded of records) {
        const { meta, data } = recorded.record;
        if (meta.commandType === RECORD_LINK) open.delete(pairOf({ fact: String(data.fact), to: recorded.record.stream }));
        const link = linkOf(types.get(meta.caseType ?? ''), recorded);
        if (link) open.set(pairOf(link), link);
      }
    },
  };
  return {
    unfinished: async () => {
      await project(store, view, cursor);
      return [...open.values()];
    },
  };
}

const pairOf = ({ fact, to }: Pick<Link, 'fact' | 'to'>): string => `${fact} ${to}`;

/** The link that a fact makes, if its case type says that it makes one. */
function linkOf(type: CaseType | undefined, recorded: Recorded): Link | null {
  const { id, stream, type: name } = recorded.record;
  const link = type?.facts[name]?.link;
  if (!type || !link) return null;
  const { data, on } = factOf(type, recorded);
  const to = data[link.field];
  return typeof to === 'string' ? { from: stream, fact: id, to, as: link.as, on } : null;
}

export interface Followed {
  /** Links that both cases now have. */
  readonly recorded: readonly Link[];
  /** Links that stay unfinished, and why. */
  readonly refused: readonly { readonly link: Link; readonly refusal: Refusal }[];
}

/** Tells every case that was named and does not know it yet. The fact is dated as the one that made the link. */
export async function followLinks(engine: Engine, source: Links, actor: Actor): Promise<Followed> {
  const recorded: Link[] = [];
  const refused: { link: Link; refusal: Refusal }[] = [];
  for (const link of await source.unfinished()) {
    const { from, as, fact, to, on } = link;
    const outcome = await engine.execute({
      id: ownCommandId(fact, RECORD_LINK),
      type: RECORD_LINK,
      case: to,
      on,
      actor,
      data: { from, as, fact },
      causation: fact,
    });
    if (isRefusal(outcome)) refused.push({ link, refusal: outcome });
    else recorded.push(link);
  }
  return { recorded, refused };
}
