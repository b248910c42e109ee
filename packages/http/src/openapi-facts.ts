/** What the OpenAPI document says of facts: for each case type one schema per type of fact, told apart by `type`. */
import type { CaseType, FactDefinition } from '@redress/core';
import { z } from 'zod';
import { componentsOf, type JsonSchema, ref, schemaOf } from './json-schema.ts';
import { factFields } from './shapes.ts';

/** What the document needs of a case type. */
type Described = Pick<CaseType, 'name' | 'facts'>;

/** The name of a component: other characters may not stand in one. */
export const plain = (type: Pick<CaseType, 'name'>, of: string): string => `${type.name}.${of}`.replaceAll(/[^\w.-]/g, '_');

/** One of these by what stands in `type`: `[value, component]`. */
export const oneOfTypes = (these: readonly (readonly [value: string, component: string])[]): JsonSchema => ({
  oneOf: these.map(([, component]) => ref(component)),
  discriminator: {
    propertyName: 'type',
    mapping: Object.fromEntries(these.map(([value, component]) => [value, `#/components/schemas/${component}`])),
  },
});

/**
 * `Fact` is a fact of one of the case types, or one that is of none of them: in what a log says of itself, or of a case type that this
 * handler's engine does not know. Which it is stands in `meta.caseType`, because two case types may each have a fact of one name.
 */
export function factSchemas(caseTypes: readonly Described[]): JsonSchema {
  const other = factWith({ meta: { properties: { caseType: { not: { enum: caseTypes.map(({ name }) => name) } } } } });
  return Object.assign(
    { Fact: { oneOf: [...caseTypes.map((type) => ref(plain(type, '_fact'))), ref('OtherFact')] } },
    { OtherFact: { description: 'A fact of no case type that is known here, as those by which a log speaks of itself.', ...other } },
    ...caseTypes.map(factsOf),
  );
}

function factsOf(type: Described): JsonSchema {
  const all = Object.entries(type.facts);
  const each = all.map(([fact, definition]) => ({
    ...componentsOf(plain(type, `${fact}.data`), definition.schema, 'output'),
    [plain(type, `${fact}.fact`)]: ofType(type, fact, definition),
  }));
  return Object.assign({ [plain(type, '_fact')]: oneOfTypes(all.map(([fact]) => [fact, plain(type, `${fact}.fact`)])) }, ...each);
}

/** Earlier schemas of a fact are nowhere written down: what was recorded by one is told by its number, and its data are left open. */
function ofType(type: Described, fact: string, { describes, version }: FactDefinition): JsonSchema {
  const today = { schema: { const: version }, data: ref(plain(type, `${fact}.data`)) };
  const own = { type: { const: fact }, meta: { required: ['caseType'], properties: { caseType: { const: type.name } } } };
  return version === 1
    ? { description: describes, ...factWith({ ...own, ...today }) }
    : { description: describes, ...factWith(own), anyOf: [{ properties: today }, { properties: { schema: { maximum: version - 1 } } }] };
}

/** What every fact has, and what one has of its own. */
function factWith(own: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const { data, ...fields } = factFields;
  const { properties, required, ...rest } = schemaOf(z.strictObject(fields), 'output') as {
    readonly properties: Readonly<Record<string, JsonSchema>>;
    readonly required: readonly string[];
  };
  const all: Readonly<Record<string, JsonSchema>> = { ...properties, data: { type: 'object', description: data.description } };
  const narrowed = Object.entries(own).map(([name, schema]) => [name, '$ref' in schema ? schema : { ...all[name], ...schema }]);
  return { ...rest, properties: { ...all, ...Object.fromEntries(narrowed) }, required: [...required, 'data'] };
}
