/** What is wrong with what was typed, field by field, in words for whoever typed it. */
import { isLegalDay } from '@redress/core';
import type { z } from 'zod';
import type { Tongue } from '../texts/tongue.ts';
import type { Field } from './fields.ts';
import { type Data, filledRows, linesOf, type Posted, pairsOf } from './posted.ts';

type Issue = z.core.$ZodIssue;

interface Wanted {
  readonly schema: z.ZodType;
  readonly fields: readonly Field[];
}

/** By the field's name in the form. Empty where nothing is wrong. */
export function faultsOf({ schema, fields }: Wanted, data: Data, posted: Posted, tongue: Tongue): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const issue of schema.safeParse(data).error?.issues ?? []) {
    const { name, entry } = placeOf(issue.path, fields, posted, 'data');
    const says = entry === null ? said(issue, data, tongue) : tongue.fault('entry', { ...entry, fault: said(issue, data, tongue) });
    const before = faults.get(name);
    if (before === undefined || entry !== null) faults.set(name, before === undefined ? says : `${before}; ${says}`);
  }
  for (const { kind, path } of fields) {
    const wrong = kind === 'pairs' ? wrongPairs(posted, `data.${path}`, tongue) : [];
    if (wrong.length > 0) faults.set(`data.${path}`, wrong.join('; '));
  }
  const on = posted.get('on') ?? '';
  if (!isLegalDay(on)) faults.set('on', tongue.fault(dayFault(on)));
  const [ground, document] = lateOf(posted);
  if ((ground === '') !== (document === '')) faults.set(ground === '' ? 'late-ground' : 'late-document', tongue.fault('both'));
  if (ground.length > LONGEST_LATE.ground) faults.set('late-ground', tongue.fault('long', { most: LONGEST_LATE.ground }));
  if (document.length > LONGEST_LATE.document) faults.set('late-document', tongue.fault('long', { most: LONGEST_LATE.document }));
  return faults;
}

/** Under no name, or under one of before, what was written would be lost: of each name the record keeps one text. */
function wrongPairs(posted: Posted, name: string, tongue: Tongue): readonly string[] {
  const before = new Set<string>();
  return pairsOf(posted, name).flatMap(([key, text], at) => {
    const fault = key === '' ? 'unnamed' : before.has(key) ? 'twice' : null;
    before.add(key);
    return fault === null ? [] : [tongue.fault('entry', { number: at + 1, start: startOf(key || text), fault: tongue.fault(fault) })];
  });
}

/** The years that a legal day may lie in are fewer than those of the calendar. */
export const isBeyondYears = (day: string): boolean => /^\d{4,6}-\d\d-\d\d$/.test(day) && !/^(?:19|2[01])\d\d-/.test(day);

const dayFault = (day: string): 'dayRange' | 'day' => (isBeyondYears(day) ? 'dayRange' : 'day');

interface Place {
  readonly name: string;
  /** Which of the field's lines, boxes or pairs it is, where it has several. */
  readonly entry: { readonly number: number; readonly start: string } | null;
}

/** As much of an entry as one knows it by. */
const START = 30;

/** Where in the form a place of the data is: rows that were left empty are in the form alone. */
function placeOf(path: Issue['path'], fields: readonly Field[], posted: Posted, above: string): Place {
  const [step, within, ...rest] = path;
  const field = fields.find(({ name }) => name === step);
  const name = `${above}.${String(step)}`;
  if (!field || within === undefined) return { name: [above, ...path.map(String)].join('.'), entry: null };
  if (field.kind === 'group') return placeOf([within, ...rest], field.fields, posted, name);
  if (field.kind === 'rows') {
    const row = `${name}.${filledRows(field, posted, name)[Number(within)]?.index ?? String(within)}`;
    return rest.length === 0 ? { name: row, entry: null } : placeOf(rest, field.fields, posted, row);
  }
  if (field.kind === 'pairs') {
    const names = posted.getAll(`${name}.name`).map((each) => each.trim());
    return { name, entry: { number: names.indexOf(String(within)) + 1, start: startOf(String(within)) } };
  }
  return { name, entry: { number: Number(within) + 1, start: startOf(linesOf(posted.getAll(name))[Number(within)] ?? '') } };
}

const startOf = (text: string): string => (text.length > START ? `${text.slice(0, START)}…` : text);

/** As the engine takes it, which would say so in English. */
export const LONGEST_LATE = { ground: 2000, document: 500 } as const;

/** Why a paper of before the last step is taken in, and which paper. */
export const lateOf = (posted: Posted): readonly [ground: string, document: string] => [
  (posted.get('late-ground') ?? '').trim(),
  (posted.get('late-document') ?? '').trim(),
];

function said(issue: Issue, data: Data, tongue: Tongue): string {
  const value = issue.path.reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined), data);
  if (value === undefined || value === '') return tongue.fault('required');
  switch (issue.code) {
    case 'too_big':
      return tongue.fault(issue.origin === 'string' ? 'long' : issue.origin === 'array' ? 'many' : 'big', { most: Number(issue.maximum) });
    case 'too_small':
      return tongue.fault(issue.origin === 'array' ? 'few' : issue.origin === 'string' ? 'required' : 'small', {
        least: Number(issue.minimum),
      });
    case 'invalid_value':
      return tongue.fault('choice');
    case 'custom':
      return tongue.fault(dayFault(String(value)));
    default:
      return tongue.fault('other');
  }
}
