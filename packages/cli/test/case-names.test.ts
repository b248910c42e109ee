/** Whatever a shipped case type can show in a review has a name in Vietnamese; a name of something that is not there would be seen too. */
import { type CaseType, complaint } from '@redress/core';
import { clockNames, petition, sampleRoles } from '@redress/vietnam';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isOwed, namesIn } from '../src/case-names.ts';

const shipped = [complaint, petition] as unknown as readonly CaseType[];

/** What the ledger of a clock and the objections of an observed fact are told by, they have a place of their own in a review. */
const APART = new Set(['clocks', 'objections']);

/** Names of the members of a schema, to any depth. */
function* fieldsOf(schema: z.core.$ZodType): Generator<string> {
  if (schema instanceof z.ZodObject)
    for (const [name, inside] of Object.entries(schema.shape)) {
      if (APART.has(name)) continue;
      yield name;
      yield* fieldsOf(inside as z.core.$ZodType);
    }
  else if (schema instanceof z.ZodArray) yield* fieldsOf(schema.element as z.core.$ZodType);
  else if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) yield* fieldsOf(schema.unwrap() as z.core.$ZodType);
  else if (schema instanceof z.ZodUnion) for (const option of schema.options) yield* fieldsOf(option as z.core.$ZodType);
}

describe('the names of a review in Vietnamese', () => {
  it('are those of every fact, stage, clock and role, and of nothing else', async () => {
    const names = await namesIn('vi');
    for (const { name, facts } of shipped) expect(Object.keys(names?.facts[name] ?? {}).sort()).toEqual(Object.keys(facts).sort());
    const stages = new Set(shipped.flatMap(({ chart }) => chart.configurations.map(({ stage }) => stage)));
    expect(Object.keys(names?.stages ?? {}).sort()).toEqual([...stages].sort());
    expect(Object.keys(names?.clocks ?? {})).toEqual(expect.arrayContaining([...clockNames]));
    expect(Object.keys(names?.roles ?? {})).toEqual([...sampleRoles]);
    expect(Object.keys(names?.caseTypes ?? {})).toEqual(shipped.map(({ name }) => name));
  });

  it('are those of every field of every fact', async () => {
    const fields = new Set(shipped.flatMap(({ facts }) => Object.values(facts).flatMap(({ schema }) => [...fieldsOf(schema)])));
    expect(fields.size).toBeGreaterThan(100);
    expect(Object.keys((await namesIn('vi'))?.fields ?? {}).sort()).toEqual([...fields].sort());
  });

  it('tell a consequence of the law in its Vietnamese words, and any other not at all', async () => {
    const names = await namesIn('vi');
    expect(names?.consequence('The decision was not sent in time to those who must have it.')).toBe(
      'Quyết định không được gửi đúng hạn cho những người phải nhận.',
    );
    expect(names?.consequence('Something else.')).toBeNull();
    expect(await namesIn('en')).toBeUndefined();
  });

  it('say of a window for complaining that nobody in the office missed it, and of the settlement that somebody did', () => {
    expect(['resolution', 'acceptance', 'sending', 'second-complaint', 'effect'].map(isOwed)).toEqual([true, true, true, false, false]);
  });
});
