/** zod schemas as JSON Schema 2020-12, which OpenAPI 3.1 is made of. */
import { legalDay } from '@redress/core';
import { z } from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** However a legal day is described where it is used, it is checked by the same function. */
const [dayCheck] = legalDay._zod.def.checks ?? [];

/** Schemas that the document keeps once, under a name, and refers to wherever they stand in what it answers. */
export const named = z.registry<{ readonly component: string }>();

export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** A schema that stands by itself. `input` is what may be sent, `output` what comes out. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    // What JSON Schema cannot say, as a transformed value, is left open.
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema, path }) => {
      const checks = zodSchema._zod.def.checks ?? [];
      if (dayCheck !== undefined && checks.includes(dayCheck)) jsonSchema.format = 'date';
      const name = named.get(zodSchema)?.component;
      if (name === undefined || io === 'input' || path.length === 0) return;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, ref(name));
    },
  });
  return made;
}

/** What `z.json()` becomes: any JSON, in a circle that makers of clients do not follow. A schema that asks nothing says the same. */
const ANY_JSON = JSON.stringify(schemaOf(z.json(), 'output'));
const isAnyJson = (def: string, schema: JsonSchema): boolean => JSON.stringify(schema).replaceAll(`#/$defs/${def}`, '#') === ANY_JSON;

/** The same for a document in which schemas are kept by name: definitions within become names of their own. */
export function componentsOf(name: string, schema: z.ZodType, io: 'input' | 'output'): Readonly<Record<string, JsonSchema>> {
  const { $defs = {}, ...made } = schemaOf(schema, io);
  if (isAnyJson('', made)) return { [name]: {} };
  const defs = Object.entries($defs as Readonly<Record<string, JsonSchema>>).map(([def, inner]) => ({
    def,
    inner,
    open: isAnyJson(def, inner),
  }));
  const places = new Map(defs.map(({ def, open }) => [`#/$defs/${def}`, open ? {} : ref(`${name}.${def}`)]));
  places.set('#', ref(name));
  const within = defs.filter(({ open }) => !open).map(({ def, inner }) => [`${name}.${def}`, inner] as const);
  return Object.fromEntries([[name, made] as const, ...within].map(([key, value]) => [key, renamed(value, places) as JsonSchema]));
}

function renamed(value: unknown, places: ReadonlyMap<string, JsonSchema>): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(each, places));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inside]) => {
      const place = key === '$ref' ? places.get(inside) : undefined;
      return place ? Object.entries(place) : [[key, renamed(inside, places)]];
    }),
  );
}
