/**
 * A log as OCEL 2.0 JSON: a fact is an event of its case, of the unit that acted, of the unit that holds the case, and of the clocks it
 * moved. Attribute values are texts, because the published schema takes nothing else.
 */
import { timeOf, VIEW, type ViewedCase, type ViewedFact, type ViewedLog, type ViewTime } from './viewed-case.ts';

interface Relationship {
  readonly objectId: string;
  readonly qualifier: string;
}

interface ClockMove {
  readonly clock: string;
  readonly does: string;
  readonly dueOn: string | null;
}

const EVENT_ATTRIBUTES = ['actor', 'role', 'from', 'to', 'occurredOn', 'recordedAt'];
const OBJECT_ATTRIBUTES = { case: ['caseType', 'stage'], unit: [], clock: ['name', 'dueOn'] } as const;

const caseId = (id: string): string => `case:${id}`;
const unitId = (unit: string): string => `unit:${unit}`;
// The name first and encoded, so that two clocks never share an id, whatever a case is called.
const clockId = (clock: string, id: string): string => `clock:${[...clock].map(encoded).join('')}/${id}`;

/** Half of a character, which a damaged record may hold, has no encoding: no other text becomes a `%` and four digits from D800. */
const encoded = (character: string): string =>
  /\p{Surrogate}/u.test(character) ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(character);

/**
 * The text of an OCEL 2.0 JSON document, in pieces. It goes through the log twice, and holds one case, and the names of units and of
 * facts. What it names stands in it: every type is declared, every object of a relationship is listed. Throws what `ViewedLog.read` throws.
 */
export async function* ocelView(log: ViewedLog, time: ViewTime): AsyncGenerator<string> {
  const factTypes = new Set<string>();
  const units = new Set<string>();
  yield `{"description":${JSON.stringify(`${VIEW}; log ${log.log}; time: ${time}`)},\n"events":[`;
  yield* listed(log, function* ({ id, facts }) {
    for (const fact of facts) {
      factTypes.add(fact.record.type);
      for (const unit of unitsOf(fact)) units.add(unit.name);
      yield eventOf(id, fact, time);
    }
  });
  yield '],\n"objects":[';
  yield* listed(
    log,
    (found) => objectsOf(found, time),
    [...units].map((unit) => ({ id: unitId(unit), type: 'unit', attributes: [] })),
  );
  const eventTypes = [...factTypes].map((name) => ({ name, attributes: declared(EVENT_ATTRIBUTES) }));
  const objectTypes = Object.entries(OBJECT_ATTRIBUTES).map(([name, attributes]) => ({ name, attributes: declared(attributes) }));
  yield `],\n"eventTypes":${JSON.stringify(eventTypes)},\n"objectTypes":${JSON.stringify(objectTypes)}}\n`;
}

const declared = (names: readonly string[]): readonly object[] => names.map((name) => ({ name, type: 'string' }));

/** The members of a JSON list: some at hand, then those of each case. */
async function* listed(
  log: ViewedLog,
  membersOf: (found: ViewedCase) => Iterable<object>,
  first: readonly object[] = [],
): AsyncGenerator<string> {
  let separator = '\n';
  const piece = (members: Iterable<object>): string => {
    let text = '';
    for (const member of members) {
      text += separator + JSON.stringify(member);
      separator = ',\n';
    }
    return text;
  };
  yield piece(first);
  for await (const found of log.read()) yield piece(membersOf(found));
}

function eventOf(id: string, fact: ViewedFact, time: ViewTime): object {
  const { record } = fact;
  const { meta, recordedAt } = record;
  return {
    id: record.id,
    type: record.type,
    time: timeOf(record, time),
    attributes: valued({ actor: meta.actor, role: meta.role, from: meta.from, to: meta.to, occurredOn: meta.occurredOn, recordedAt }),
    relationships: relationshipsOf(id, fact),
  };
}

function relationshipsOf(id: string, fact: ViewedFact): readonly Relationship[] {
  const all = [
    { objectId: caseId(id), qualifier: 'of' },
    ...unitsOf(fact).map(({ name, qualifier }) => ({ objectId: unitId(name), qualifier })),
    ...clockMoves(fact).map(({ clock, does }) => ({ objectId: clockId(clock, id), qualifier: does })),
  ];
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

function unitsOf({ record, holder }: ViewedFact): readonly { readonly name: string; readonly qualifier: string }[] {
  const acted = record.meta.unit ? [{ name: record.meta.unit, qualifier: 'acted' }] : [];
  return holder ? [...acted, { name: holder.unit, qualifier: 'holds' }] : acted;
}

interface MaybeLine {
  readonly entry?: { readonly clock?: unknown; readonly do?: unknown } | null;
  readonly dueOn?: unknown;
}

/** What the record itself says of clocks; a line of another shape is no clock. */
function clockMoves({ record }: ViewedFact): readonly ClockMove[] {
  const { clocks } = record.data;
  if (!Array.isArray(clocks)) return [];
  return clocks.flatMap((line: MaybeLine | null) => {
    const { entry, dueOn }: MaybeLine = line ?? {};
    const { clock, do: does } = entry ?? {};
    if (typeof clock !== 'string' || typeof does !== 'string') return [];
    return [{ clock, does, dueOn: typeof dueOn === 'string' ? dueOn : null }];
  });
}

/** A case, and its clocks with every due day they ever had. */
function* objectsOf({ id, facts }: ViewedCase, time: ViewTime): Generator<object> {
  const stages: object[] = [];
  const clocks = new Map<string, object[]>();
  for (const fact of facts) {
    const at = timeOf(fact.record, time);
    const { caseType, from, to } = fact.record.meta;
    if (stages.length === 0) stages.push(...valued({ caseType }, at));
    if (to !== from) stages.push(...valued({ stage: to }, at));
    for (const { clock, dueOn } of clockMoves(fact)) {
      const kept = clocks.get(clock) ?? [...valued({ name: clock }, at)];
      if (dueOn !== null) kept.push(...valued({ dueOn }, at));
      clocks.set(clock, kept);
    }
  }
  yield { id: caseId(id), type: 'case', attributes: stages };
  for (const [clock, attributes] of clocks) {
    yield { id: clockId(clock, id), type: 'clock', attributes, relationships: [{ objectId: caseId(id), qualifier: 'of' }] };
  }
}

/** Attributes with their values; what is not known is left out. Those of an object have the time since which they hold. */
function valued(values: Readonly<Record<string, string | undefined>>, time?: string): readonly object[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value, ...(time === undefined ? {} : { time }) }],
  );
}
