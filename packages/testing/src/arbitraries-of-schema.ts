/**
 * Zod schemas read as fast-check arbitraries, so that what is tried is derived from what is accepted and never kept beside it. It
 * knows the kinds of schema that commands and facts are made of, and says so where it meets another.
 */
import { legalDay, personalPaths } from '@redress/core';
import fc from 'fast-check';
import type { z } from 'zod';
import { legalDays, texts } from './arbitraries-of-values.ts';

export interface SchemaOptions {
  /** Fill in optional fields of personal data too. Default false: they need a vault. */
  readonly personal?: boolean;
  /** The days that fields hold. Default: `legalDays()`. */
  readonly days?: fc.Arbitrary<string>;
}

interface Place extends SchemaOptions {
  /** How many lists and records the schema lies in. */
  readonly depth: number;
}

/** Deeper than this a free JSON value is a plain one. */
const DEEPEST = 2;
/** The most elements that are tried where the schema allows more. */
const MANY = 4;

/** Values that the schema accepts. Throws `TypeError` for a kind of schema it does not know. */
export const valuesOf = (schema: z.core.$ZodType, options: SchemaOptions = {}): fc.Arbitrary<unknown> =>
  read(schema, { ...options, depth: 0 });

function read(given: z.core.$ZodType, place: Place): fc.Arbitrary<unknown> {
  const schema = given as z.core.$ZodTypes;
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
      return textOf(given, def, place);
    case 'number':
      return numberOf(def);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'array':
      return listOf(def, place);
    case 'object':
      return objectOf(def.shape, place);
    case 'record':
      return recordOf(def, place);
    case 'union':
      return fc.oneof(...(place.depth > DEEPEST ? plain(def.options) : def.options).map((each) => read(each, place)));
    case 'lazy':
      return read(def.getter(), place);
    case 'unknown':
    case 'any':
      return fc.oneof(fc.boolean(), texts(), fc.integer());
    case 'nullable':
      return fc.option(read(def.innerType, place), { freq: 3 });
    case 'optional':
    case 'nonoptional':
    case 'readonly':
    case 'default':
      return read(def.innerType, place);
    default:
      throw new TypeError(`no values are known for a schema of the kind "${def.type}". Write the arbitrary yourself.`);
  }
}

const COMPOSED = ['array', 'object', 'record', 'lazy'];

/** What ends a value that holds itself. */
function plain(options: readonly z.core.$ZodType[]): readonly z.core.$ZodType[] {
  const simple = options.filter((option) => !COMPOSED.includes(option._zod.def.type));
  return simple.length > 0 ? simple : options;
}

interface Bounds {
  min: number;
  max: number;
}

/** The limits that checks set on a length or on a number. Exclusive limits are brought to the next whole number. */
function boundsOf(checks: readonly z.core.$ZodCheck<never>[] | undefined, bounds: Bounds): Bounds {
  for (const each of checks ?? []) {
    const check = (each as unknown as z.core.$ZodChecks)._zod.def;
    if (check.check === 'min_length') bounds.min = Math.max(bounds.min, check.minimum);
    if (check.check === 'max_length') bounds.max = Math.min(bounds.max, check.maximum);
    if (check.check === 'length_equals') bounds.min = bounds.max = check.length;
    if (check.check === 'greater_than') bounds.min = Math.max(bounds.min, Number(check.value) + (check.inclusive ? 0 : 1));
    if (check.check === 'less_than') bounds.max = Math.min(bounds.max, Number(check.value) - (check.inclusive ? 0 : 1));
  }
  return bounds;
}

const isLegalDay = (def: z.core.$ZodStringDef): boolean => {
  const [real] = legalDay._zod.def.checks ?? [];
  return real !== undefined && (def.checks ?? []).some((check) => Object.is(check, real));
};

function textOf(schema: z.core.$ZodType, def: z.core.$ZodStringDef, { days }: Place): fc.Arbitrary<string> {
  if (isLegalDay(def)) return days ?? legalDays();
  const { min, max } = boundsOf(def.checks, { min: 0, max: Number.POSITIVE_INFINITY });
  const all = texts({ min, max });
  return def.checks?.some((check) => !isLength(check)) ? all.filter((text) => accepts(schema, text)) : all;
}

const isLength = (check: z.core.$ZodCheck<never>): boolean => ['min_length', 'max_length', 'length_equals'].includes(check._zod.def.check);

const accepts = (schema: z.core.$ZodType, value: unknown): boolean => {
  const outcome = schema._zod.run({ value, issues: [] }, { async: false });
  return !(outcome instanceof Promise) && outcome.issues.length === 0;
};

function numberOf(def: z.core.$ZodNumberDef): fc.Arbitrary<number> {
  const whole = 'format' in def && String(def.format).includes('int');
  const { min, max } = boundsOf(def.checks, { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
  if (whole) return fc.integer({ min, max });
  // A record takes no whole number beyond ±(2^53 − 1), whatever a schema says of numbers.
  return fc.oneof(fc.integer({ min: Math.ceil(min), max: Math.floor(max) }), fc.double({ min, max, noNaN: true, noDefaultInfinity: true }));
}

function listOf(def: z.core.$ZodArrayDef, place: Place): fc.Arbitrary<unknown[]> {
  const { min, max } = boundsOf(def.checks, { min: 0, max: Number.POSITIVE_INFINITY });
  return fc.array(read(def.element, { ...place, depth: place.depth + 1 }), { minLength: min, maxLength: Math.min(max, min + MANY) });
}

const isPersonal = (schema: z.core.$ZodType): boolean => personalPaths(schema).some((path) => path.length === 0);

function objectOf(shape: Readonly<Record<string, z.core.$ZodType>>, place: Place): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(shape).filter(
    ([, field]) => place.personal === true || field._zod.optin === undefined || !isPersonal(field),
  );
  const model = Object.fromEntries(fields.map(([name, field]) => [name, read(field, place)]));
  const requiredKeys = fields.filter(([, field]) => field._zod.optin === undefined).map(([name]) => name);
  return fc.record(model, { requiredKeys, noNullPrototype: true }) as fc.Arbitrary<Record<string, unknown>>;
}

/** A key called `__proto__` is left out: zod drops it without a word, and the engine's door refuses it. */
function recordOf(def: z.core.$ZodRecordDef, place: Place): fc.Arbitrary<Record<string, unknown>> {
  const deeper = { ...place, depth: place.depth + 1 };
  const keys = (read(def.keyType, deeper) as fc.Arbitrary<string>).filter((key) => key !== '__proto__');
  return fc.dictionary(keys, read(def.valueType, deeper), { maxKeys: MANY, noNullPrototype: true });
}
