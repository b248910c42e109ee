/** Port: units, posts and people on a day. All answers are for that day; nothing here looks at a clock. */
import { type LegalDay, legalDay } from './calendar.ts';

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

const isDay = (day: LegalDay | undefined): boolean => day === undefined || legalDay.safeParse(day).success;
const overlap = (one: Dated, other: Dated): boolean =>
  (one.from ?? '') <= (other.through ?? '9999-12-31') && (other.from ?? '') <= (one.through ?? '9999-12-31');

function* lintDays({ units, posts, delegations = [] }: OrganisationData): Generator<string> {
  const dated = [
    ...units.map((row) => [`unit ${row.id}`, row] as const),
    ...posts.map((row) => [`post ${row.post}`, row] as const),
    ...delegations.map((row) => [`delegation of ${row.of} to ${row.to}`, row] as const),
  ];
  for (const [what, { from, through }] of dated) {
    for (const day of [from, through]) if (!isDay(day)) yield `${what} has the day ${JSON.stringify(day)}: give it as YYYY-MM-DD`;
    if (from !== undefined && through !== undefined && through < from) yield `${what} ends on ${through}, before it begins on ${from}`;
  }
}

function* lintUnits({ units }: OrganisationData, rows: ReadonlyMap<string, readonly UnitRow[]>): Generator<string> {
  for (const row of units) {
    const { id, superior, successor } = row;
    for (const [as, named] of Object.entries({ superior, successor })) {
      if (named == null) continue;
      if (named === id) yield `unit ${id} is its own ${as}`;
      else if (!rows.has(named)) yield `unit ${id} names the ${as} ${named}, which is no unit`;
    }
  }
  for (const [id, same] of rows)
    if (same.some((row, index) => same.slice(0, index).some((other) => overlap(other, row))))
      yield `unit ${id} is there twice on the same days`;
}

/** Two units that stand above each other; only days on which both hold count. */
function* lintCircles({ units }: OrganisationData): Generator<string> {
  const days = [...new Set(units.map(({ from = '' }) => from))];
  const said = new Set<string>();
  for (const on of days) {
    const above = new Map(units.filter((row) => holds(row, on)).map(({ id, superior }) => [id, superior]));
    for (const id of above.keys()) {
      const path = [id];
      for (let next = above.get(id); next && !path.includes(next); next = above.get(next)) path.push(next);
      const back = above.get(path.at(-1) ?? id);
      if (back !== id || path.length === 1 || path.some((each) => said.has(each))) continue;
      for (const each of path) said.add(each);
      yield `units ${path.join(', ')} stand above one another in a circle`;
    }
  }
}

/**
 * An organisation from effective-dated rows, in memory. Throws a `TypeError` that lists every fault: a day that is none, a unit that is
 * there twice on one day, a superior or successor that is no unit, units above one another in a circle.
 */
export function organisationOf(data: OrganisationData): Organisation {
  const rows = new Map<string, UnitRow[]>();
  for (const unit of data.units) rows.set(unit.id, [...(rows.get(unit.id) ?? []), unit]);
  const faults = [...lintDays(data), ...lintUnits(data, rows), ...lintCircles(data)];
  if (faults.length > 0) throw new TypeError(`The organisation was not made:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
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
