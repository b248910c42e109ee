/** Files of a bundle, changed. What is changed is written again as the format asks for it, unless it is changed as a text. */
import { canonicalize } from '../../src/canonical.ts';
import type { Files } from './bundle.ts';

const textOf = (files: Files, name: string): string => Buffer.from(files.get(name) ?? []).toString();

export const edited = (files: Files, name: string, edit: (text: string) => string): Files =>
  new Map(files).set(name, Buffer.from(edit(textOf(files, name))));

/** What `JSON.parse` gives, to be changed in place: the types of a forgery are nobody's. */
type Parsed = ReturnType<typeof JSON.parse>;

export function json(files: Files, name: string, change: (value: Parsed) => unknown): Files {
  return edited(files, name, (text) => rewritten(text, change));
}

/** The record on a line, from 0. */
export const record = (files: Files, line: number, change: (value: Parsed) => unknown): Files =>
  edited(files, 'records.ndjson', (text) =>
    text
      .split('\n')
      .map((each, index) => (index === line ? rewritten(each, change) : each))
      .join('\n'),
  );

function rewritten(text: string, change: (value: Parsed) => unknown): string {
  const value: Parsed = JSON.parse(text);
  change(value);
  return Buffer.from(canonicalize(value)).toString();
}

/** The bundle of a case without one of its records, and without its entry. */
export const without = (files: Files, line: number): Files =>
  json(
    edited(files, 'records.ndjson', (text) =>
      text
        .split('\n')
        .filter((_, index) => index !== line)
        .join('\n'),
    ),
    'index.json',
    (index) => index.records.splice(line, 1),
  );
