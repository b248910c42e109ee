/**
 * The JSON Schema of OCEL 2.0, written down from section 8.2 of the specification (Berti et al., version 2.0 of October 2023), which
 * no package on npm carries. And what that schema does not ask: that all that is named is there.
 */
const list = (properties: object, required: readonly string[]): object => ({
  type: 'array',
  items: { type: 'object', properties, required },
});
const string = { type: 'string' };
const time = { type: 'string', format: 'date-time' };

const types = list({ name: string, attributes: list({ name: string, type: string }, ['name', 'type']) }, ['name', 'attributes']);
const relationships = list({ objectId: string, qualifier: string }, ['objectId', 'qualifier']);

export const ocelSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: {
    eventTypes: types,
    objectTypes: types,
    events: list({ id: string, type: string, time, attributes: list({ name: string, value: string }, ['name', 'value']), relationships }, [
      'id',
      'type',
      'time',
    ]),
    objects: list(
      { id: string, type: string, relationships, attributes: list({ name: string, value: string, time }, ['name', 'value', 'time']) },
      ['id', 'type'],
    ),
  },
  required: ['eventTypes', 'objectTypes', 'events', 'objects'],
};

interface Thing {
  readonly id: string;
  readonly type: string;
  readonly attributes?: readonly { readonly name: string; readonly value: string; readonly time?: string }[];
  readonly relationships?: readonly { readonly objectId: string; readonly qualifier: string }[];
}

interface Type {
  readonly name: string;
  readonly attributes: readonly { readonly name: string }[];
}

export interface Ocel {
  eventTypes: Type[];
  objectTypes: Type[];
  events: (Thing & { readonly time: string })[];
  objects: Thing[];
}

/** What a document names that is not in it, and what is in it twice. */
export function faultsOf({ events, objects, eventTypes, objectTypes }: Ocel): readonly string[] {
  const ids = new Set(objects.map(({ id }) => id));
  const twice = (what: string, names: readonly string[]): readonly string[] =>
    names.filter((name, index) => names.indexOf(name) < index).map((name) => `${what} ${name} twice`);
  const ofThing = (types: readonly Type[], { id, type, attributes = [], relationships = [] }: Thing): readonly string[] => {
    const declared = types.find(({ name }) => name === type);
    if (!declared) return [`${id}: type ${type} is not declared`];
    const names = new Set(declared.attributes.map(({ name }) => name));
    return [
      ...attributes.filter(({ name }) => !names.has(name)).map(({ name }) => `${id}: attribute ${name} is not declared`),
      ...relationships.filter(({ objectId }) => !ids.has(objectId)).map(({ objectId }) => `${id}: there is no object ${objectId}`),
      ...twice(
        `${id}: relationship`,
        relationships.map((each) => JSON.stringify(each)),
      ),
    ];
  };
  return [
    ...twice(
      'event',
      events.map(({ id }) => id),
    ),
    ...twice(
      'object',
      objects.map(({ id }) => id),
    ),
    ...twice(
      'event type',
      eventTypes.map(({ name }) => name),
    ),
    ...events.flatMap((event) => ofThing(eventTypes, event)),
    ...objects.flatMap((object) => ofThing(objectTypes, object)),
  ];
}
