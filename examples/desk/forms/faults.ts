/** What is wrong with what was typed, field by field, in words for whoever typed it. */
import { isLegalDay } from '@redress/core';
import type { z } from 'zod';
import type { Tongue } from '../texts/tongue.ts';
import type { Data, Posted } from './posted.ts';

type Issue = z.core.$ZodIssue;

/** By the field's name in the form. Empty where nothing is wrong. */
export function faultsOf(schema: z.ZodType, data: Data, posted: Posted, tongue: Tongue): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const issue of schema.safeParse(data).error?.issues ?? []) {
    const name = ['data', ...issue.path.map(String)].join('.');
    if (!faults.has(name)) faults.set(name, said(issue, data, tongue));
  }
  const on = posted.get('on') ?? '';
  if (!isLegalDay(on)) faults.set('on', tongue.fault('day'));
  const [ground, document] = lateOf(posted);
  if ((ground === '') !== (document === '')) faults.set(ground === '' ? 'late-ground' : 'late-document', tongue.fault('both'));
  return faults;
}

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
      return tongue.fault('day');
    default:
      return tongue.fault('other');
  }
}
