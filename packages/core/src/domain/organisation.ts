/** Port: units, posts and people on a day. All answers are for that day; nothing here looks at a clock. */
import type { LegalDay } from './calendar.ts';

export interface Unit {
  readonly id: string;
  readonly name: string;
  /** The unit directly above, or null at the top. */
  readonly superior: string | null;
  /** The post of the head, who answers for a case that nobody is assigned to. */
  readonly headPost: string;
  /** What level of the organisation it is, in the law's own word. */
  readonly level?: string;
}

export interface Organisation {
  unit(id: string, on: LegalDay): Unit | null;
  superior(unit: string, on: LegalDay): Unit | null;
  /** The nearest unit that stands above both, or null. */
  commonSuperior(a: string, b: string, on: LegalDay): Unit | null;
  /**
   * The unit that stands for this one on the day: itself, or whoever took it over, after however many mergers; null where nobody did.
   * An organisation whose units never changed need not answer.
   */
  successor?(unit: string, on: LegalDay): Unit | null;
  /** Who is in the post that day, or null while it is vacant. */
  inPost(post: string, on: LegalDay): string | null;
  /** Whom the actor may act for that day. */
  delegations(actor: string, on: LegalDay): readonly string[];
}

/**
 * Thrown by an organisation that is not at hand, whatever it is asked: records pin none, and a replay has none. A law that has several
 * things against a command may go on with the others, and throws it again where none of them speaks.
 */
export class OrganisationUntold extends Error {
  constructor() {
    super('the organisation is not told');
    this.name = 'OrganisationUntold';
  }
}

interface Dated {
  readonly from?: LegalDay;
  /** Last day it holds. */
  readonly through?: LegalDay;
}

interface UnitRow extends Unit, Dated {
  /** Who took it over when the row ended; it may have been taken over in turn. */
  readonly successor?: string;
}

export interface OrganisationData {
  readonly units: readonly UnitRow[];
  readonly posts: readonly ({ readonly post: string; readonly person: string } & Dated)[];
  readonly delegations?: readonly ({ readonly to: string; readonly of: string } & Dated)[];
}

const holds = (dated: Dated, on: LegalDay): boolean => (dated.from ?? '') <= on && (dated.through === undefined || on <= dated.through);

/** An organisation from effective-dated rows, in memory. */
export function organisationOf(data: OrganisationData): Organisation {
  const rows = new Map<string, UnitRow[]>();
  for (const unit of data.units) rows.set(unit.id, [...(rows.get(unit.id) ?? []), unit]);
  const unit = (id: string, on: LegalDay): Unit | null => rows.get(id)?.find((row) => holds(row, on)) ?? null;
  const superior = (id: string, on: LegalDay): Unit | null => {
    const above = unit(id, on)?.superior;
    return above ? unit(above, on) : null;
  };
  /** The row of a unit that ended last before the day. */
  const ended = (id: string, on: LegalDay): UnitRow | undefined => {
    const past = (rows.get(id) ?? []).filter(({ through }) => through !== undefined && through < on);
    return past.sort((a, b) => ((a.through ?? '') < (b.through ?? '') ? 1 : -1))[0];
  };
  const successor = (id: string, on: LegalDay): Unit | null => {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = ended(at, on)?.successor) {
      const standing = unit(at, on);
      if (standing) return standing;
      seen.add(at);
    }
    return null;
  };
  const above = (id: string, on: LegalDay): Unit[] => {
    const found: Unit[] = [];
    for (let next = superior(id, on); next && !found.includes(next); next = superior(next.id, on)) found.push(next);
    return found;
  };
  return {
    unit,
    superior,
    successor,
    commonSuperior: (a, b, on) => {
      const overB = new Set(above(b, on).map((found) => found.id));
      return above(a, on).find((found) => overB.has(found.id)) ?? null;
    },
    inPost: (post, on) => data.posts.find((row) => row.post === post && holds(row, on))?.person ?? null,
    delegations: (actor, on) => (data.delegations ?? []).filter((row) => row.to === actor && holds(row, on)).map((row) => row.of),
  };
}

/** The head of a unit on a day: the person in the post, or the post itself while it is vacant. */
export function headOfUnit(organisation: Organisation, unit: string, on: LegalDay): string {
  const found = organisation.unit(unit, on);
  if (!found) return `head:${unit}`;
  return organisation.inPost(found.headPost, on) ?? found.headPost;
}
