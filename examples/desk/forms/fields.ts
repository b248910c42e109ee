/** A form made from a command's schema: what the schema can say of a field is all that a form needs to know. */
import type { CaseType } from '@redress/core';
import { z } from 'zod';

interface Common {
  /** The field's place in the data, `contests.issuedOn`; `*` stands for each row of a list. */
  readonly path: string;
  /** The last word of the path that is no `*`. */
  readonly name: string;
  readonly required: boolean;
  /** The schema's own words for it, in English. */
  readonly describes: string;
}

export type Field = Common &
  (
    | { readonly kind: 'line' | 'text'; readonly longest: number }
    | { readonly kind: 'day' | 'flag' }
    | { readonly kind: 'number'; readonly least: number; readonly most: number }
    | { readonly kind: 'choice'; readonly values: readonly string[] }
    /** Several texts; `values` where only these are allowed. */
    | { readonly kind: 'list'; readonly values: readonly string[] | null; readonly least: number }
    | { readonly kind: 'rows'; readonly fields: readonly Field[]; readonly least: number }
    | { readonly kind: 'group'; readonly fields: readonly Field[] }
    /** Names and what stands under them. */
    | { readonly kind: 'pairs' }
  );

/** Longer than this a text gets more than one line. */
const LINE = 500;

/** The fields of a command. Those that hold personal data are left out: this desk has no vault to seal them in. */
export function fieldsOf({ commands, personal }: CaseType, command: string): readonly Field[] {
  const schema = commands[command]?.schema;
  const hidden = new Set((personal[command] ?? []).map((path) => path.join('.')));
  return schema instanceof z.ZodObject ? fieldsIn(schema, '', hidden) : [];
}

const fieldsIn = (schema: z.ZodObject, within: string, hidden: ReadonlySet<string>): readonly Field[] =>
  Object.entries(schema.shape).flatMap(([name, field]) => {
    const path = within === '' ? name : `${within}.${name}`;
    return hidden.has(path) ? [] : [fieldOf(field as z.ZodType, path, hidden)];
  });

function fieldOf(given: z.ZodType, path: string, hidden: ReadonlySet<string>): Field {
  const required = !(given instanceof z.ZodOptional);
  const schema = given instanceof z.ZodOptional ? (given.unwrap() as z.ZodType) : given;
  const describes = given.description ?? schema.description ?? '';
  const name = path.split('.').findLast((step) => step !== '*') ?? path;
  const common = { path, name, required, describes };
  if (schema instanceof z.ZodObject) return { ...common, kind: 'group', fields: fieldsIn(schema, path, hidden) };
  if (schema instanceof z.ZodArray) return { ...common, ...listOf(schema, path, hidden) };
  if (schema instanceof z.ZodEnum) return { ...common, kind: 'choice', values: schema.options.map(String) };
  if (schema instanceof z.ZodBoolean) return { ...common, kind: 'flag' };
  if (schema instanceof z.ZodRecord) return { ...common, kind: 'pairs' };
  if (schema instanceof z.ZodNumber) return { ...common, kind: 'number', least: schema.minValue ?? 0, most: schema.maxValue ?? 1_000_000 };
  if (!(schema instanceof z.ZodString))
    throw new TypeError(`no form is known for the field ${path}; a command that has it cannot be asked here`);
  if (isDay(schema)) return { ...common, kind: 'day' };
  const longest = schema.maxLength ?? LINE;
  return { ...common, kind: longest > LINE ? 'text' : 'line', longest };
}

type ListField =
  | { readonly kind: 'rows'; readonly fields: readonly Field[]; readonly least: number }
  | { readonly kind: 'list'; readonly values: readonly string[] | null; readonly least: number };

function listOf(schema: z.ZodArray, path: string, hidden: ReadonlySet<string>): ListField {
  const { element } = schema;
  const least = [0, 1, 2].find((count) => !isTooShort(schema, count)) ?? 0;
  if (element instanceof z.ZodObject) return { kind: 'rows', fields: fieldsIn(element, `${path}.*`, hidden), least };
  return { kind: 'list', values: element instanceof z.ZodEnum ? element.options.map(String) : null, least };
}

/** A schema tells how many it wants by what it says of too few. */
const isTooShort = (schema: z.ZodArray, count: number): boolean =>
  schema.safeParse(Array.from({ length: count })).error?.issues.some(({ code, path }) => code === 'too_small' && path.length === 0) ??
  false;

/** A text that must be a day says so by taking one that exists and not one that does not. */
const isDay = (schema: z.ZodString): boolean => schema.safeParse('2024-02-29').success && !schema.safeParse('2023-02-29').success;
