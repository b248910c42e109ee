/**
 * Port: identities stay out of the log. Fields that hold personal data are marked in the schemas; at the door their values become
 * handles, `decide` sees handles only, and the engine has them sealed before it appends.
 */
import { z } from 'zod';

export interface PersonalValue {
  /** JSON Pointer of the value's place in the command's data. */
  readonly path: string;
  readonly value: string;
}

/** What stands in the place of a value: present, equal or not, never the value. */
export interface Handle {
  readonly path: string;
  /** Salted commitment: SHA-256, base64url, 43 characters. */
  readonly commitment: string;
}

export interface Vault {
  /** Draws a salted commitment for each value. Nothing is stored yet. */
  handles(values: readonly PersonalValue[]): readonly Handle[];
  /**
   * Seals what the handles stand for, durably, before the fact is appended. The append may still fail, or find that the fact is there
   * already: whatever was sealed for the same fact under other commitments stays as it is.
   */
  seal(place: { readonly log: string; readonly stream: string; readonly fact: string }, handles: readonly Handle[]): Promise<void>;
}

const marked = z.registry<{ personal: true }>();

/** Marks a text field whose value is personal data. */
export function personal(description: string): z.ZodString {
  const field = z.string().min(1).max(2000).describe(description);
  marked.add(field, { personal: true });
  return field;
}

/** What stands before the commitment where a handle stands for a value. */
export const SEALED = 'sealed:';
export const sealedText = (handle: Handle): string => `${SEALED}${handle.commitment}`;

const SEALED_TEXT = /^sealed:[\w-]{43}$/;

/** Whether a text stands for a value that lies in a vault. A sentence that begins with the same word does not. */
export const isSealedText = (text: string): boolean => SEALED_TEXT.test(text);

type Found = readonly (readonly string[])[];

/** The places of a schema that hold personal data; `*` stands for every element of a list. */
export function personalPaths(schema: z.core.$ZodType): Found {
  return [...walk(schema, [])];
}

function* walk(schema: z.core.$ZodType, path: readonly string[]): Generator<readonly string[]> {
  if (marked.has(schema)) yield path;
  else if (schema instanceof z.ZodObject) for (const [key, field] of Object.entries(schema.shape)) yield* walk(field, [...path, key]);
  else if (schema instanceof z.ZodArray) yield* walk(schema.element as z.core.$ZodType, [...path, '*']);
  else if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) yield* walk(schema.unwrap() as z.core.$ZodType, path);
  else if (schema instanceof z.ZodUnion) for (const option of schema.options) yield* walk(option as z.core.$ZodType, path);
}

/** Replaces every personal value of `data` by what `replace` gives for it. The input is left as it was. */
export function replacePersonal<Data>(data: Data, paths: Found, replace: (value: PersonalValue) => string): Data {
  return paths.reduce<Data>((result, path) => replaced(result, path, '', replace) as Data, data);
}

function replaced(value: unknown, path: readonly string[], pointer: string, replace: (value: PersonalValue) => string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' ? replace({ path: pointer, value }) : value;
  if (step === '*') return Array.isArray(value) ? value.map((item, at) => replaced(item, rest, `${pointer}/${at}`, replace)) : value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return value;
  const inside = (value as Record<string, unknown>)[step];
  return { ...value, [step]: replaced(inside, rest, `${pointer}/${step}`, replace) };
}
