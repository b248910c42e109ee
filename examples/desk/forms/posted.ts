/** What somebody typed, brought into the shape of the command's data. Nothing is judged here: the schema does that, and then the engine. */
import type { Field } from './fields.ts';

export type Data = Record<string, unknown>;

/** The form's fields as they were sent; each may stand there several times. */
export interface Posted {
  get(name: string): string | null;
  getAll(name: string): string[];
  keys(): IterableIterator<string>;
}

/** The prefix of everything that belongs to the command's data. */
const DATA = 'data.';
/** No list is longer than any schema allows. */
export const LONGEST_LIST = 500;

/** Blank fields are left out, and so is an optional group in which nothing was written. */
export const dataOf = (fields: readonly Field[], posted: Posted): Data => group(fields, posted, (field) => `${DATA}${field.path}`);

type NameOf = (field: Field) => string;

function group(fields: readonly Field[], posted: Posted, nameOf: NameOf): Data {
  const data: Data = {};
  for (const field of fields) {
    const value = typedIn(field, posted, nameOf);
    if (value !== undefined) data[field.name] = value;
  }
  return data;
}

function typedIn(field: Field, posted: Posted, nameOf: NameOf): unknown {
  const name = nameOf(field);
  const typed = (posted.get(name) ?? '').trim();
  switch (field.kind) {
    case 'flag':
      return typed === '' ? undefined : typed === 'yes';
    case 'number':
      return typed === '' ? undefined : /^-?\d{1,15}$/.test(typed) ? Number(typed) : typed;
    case 'list':
      return listed(posted.getAll(name), field.required);
    case 'pairs':
      return pairs(posted, name, field.required);
    case 'group': {
      const inside = group(field.fields, posted, ({ path }) => name + path.slice(field.path.length));
      return Object.keys(inside).length > 0 || field.required ? inside : undefined;
    }
    case 'rows':
      return rows(field, posted, name);
    default:
      return typed === '' ? undefined : typed;
  }
}

/** What stands in lines and boxes, each thing once. */
export const linesOf = (values: readonly string[]): readonly string[] => [
  ...new Set(values.flatMap((value) => value.split('\n')).flatMap((line) => line.trim() || [])),
];

/** One item a line; boxes that were ticked send one line each. */
function listed(values: readonly string[], required: boolean): readonly string[] | undefined {
  const items = linesOf(values);
  return items.length > 0 || required ? items : undefined;
}

/** The pairs in which something was written, be it under no name: each with its name and what stands under it. */
export function pairsOf(posted: Posted, name: string): readonly (readonly [key: string, text: string])[] {
  const names = posted.getAll(`${name}.name`);
  const texts = posted.getAll(`${name}.text`);
  const all = Array.from({ length: Math.max(names.length, texts.length) }, (_, at) => [names[at] ?? '', texts[at] ?? ''] as const);
  return all.map(([key, text]) => [key.trim(), text.trim()] as const).filter(([key, text]) => key !== '' || text !== '');
}

function pairs(posted: Posted, name: string, required: boolean): Data | undefined {
  const entries = pairsOf(posted, name).filter(([key]) => key !== '');
  return entries.length > 0 || required ? Object.fromEntries(entries) : undefined;
}

type Rows = Extract<Field, { kind: 'rows' }>;

function rows(field: Rows, posted: Posted, name: string): readonly Data[] | undefined {
  const found = filledRows(field, posted, name).map(({ row }) => row);
  return found.length > 0 || field.required ? found : undefined;
}

/** The rows in which something was written, each with its number in the form. */
export const filledRows = (field: Rows, posted: Posted, name: string): readonly { readonly index: number; readonly row: Data }[] =>
  indexes(posted, name)
    .map((index) => ({ index, row: group(field.fields, posted, ({ path }) => `${name}.${index}${path.slice(field.path.length + 2)}`) }))
    .filter(({ row }) => Object.keys(row).length > 0);

/** The rows that were sent, by their numbers. */
export function indexes(posted: Posted, name: string): readonly number[] {
  const found = new Set<number>();
  for (const key of posted.keys()) {
    const number = key.startsWith(`${name}.`) ? /^\d{1,3}(?=\.)/.exec(key.slice(name.length + 1))?.[0] : undefined;
    if (number !== undefined && Number(number) < LONGEST_LIST) found.add(Number(number));
  }
  return [...found].sort((one, other) => one - other);
}
