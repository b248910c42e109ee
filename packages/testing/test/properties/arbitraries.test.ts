import { calendarOf, canonicalText, complaint, isLegalDay, LARGEST_RECORD } from '@redress/core';
import { calendars, commandData, factData, legalDays, texts } from '@redress/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { valuesOf } from '../../src/arbitraries.ts';
import { runs } from './runs.ts';

describe('arbitraries derived from the schemas', () => {
  it('give data that every command accepts and a record can hold', () => {
    for (const [name, { schema }] of Object.entries(complaint.commands)) {
      fc.assert(
        fc.property(commandData(complaint, name, { personal: true }), (data) => {
          expect(schema.safeParse(data).error, name).toBeUndefined();
          expect(canonicalText(data).length).toBeLessThan(LARGEST_RECORD);
        }),
        runs(10),
      );
    }
  });

  it('give data that every fact accepts', () => {
    for (const [name, { schema }] of Object.entries(complaint.facts)) {
      fc.assert(
        fc.property(factData(complaint, name), (data) => {
          expect(schema.safeParse(data).error, name).toBeUndefined();
        }),
        runs(10),
      );
    }
  });

  it('leave personal data out unless it is asked for', () => {
    const named = (data: Record<string, unknown>): boolean => JSON.stringify(data.members).includes('"name"');
    const once = fc.sample(commandData(complaint, 'AddMembers'), { ...runs(50), numRuns: 50 });
    expect(once.some(named)).toBe(false);
    expect(fc.sample(commandData(complaint, 'AddMembers', { personal: true }), { ...runs(50), numRuns: 50 }).some(named)).toBe(true);
  });

  it('keep to lengths and limits, and reach both ends', () => {
    const schema = z.strictObject({
      text: z.string().min(3).max(5),
      count: z.int().min(2).max(4),
      list: z.array(z.boolean()).min(1).max(2),
    });
    const seen = fc.sample(valuesOf(schema), { ...runs(300), numRuns: 300 }).map((each) => schema.parse(each));
    expect(new Set(seen.map(({ count }) => count))).toEqual(new Set([2, 3, 4]));
    expect(new Set(seen.map(({ list }) => list.length))).toEqual(new Set([1, 2]));
    expect(new Set(seen.map(({ text }) => [...text].length))).toEqual(new Set([3, 4, 5]));
  });

  it('say so where they do not know a kind of schema, or a command', () => {
    expect(() => valuesOf(z.date())).toThrow('a schema of the kind "date"');
    expect(() => commandData(complaint, 'toString')).toThrow('no command "toString"');
  });

  it('give texts without lone surrogates, among them decomposed Vietnamese and emoji', () => {
    fc.assert(
      fc.property(texts({ min: 1, max: 10 }), (text) => {
        expect(/\p{Surrogate}/u.test(text)).toBe(false);
        expect([...text].length).toBeGreaterThan(0);
        expect([...text].length).toBeLessThanOrEqual(10);
      }),
      runs(200),
    );
    const many = fc.sample(texts(), { ...runs(300), numRuns: 300 }).join('');
    expect(many).not.toBe(many.normalize('NFC'));
    expect(many).toContain('🇻🇳');
  });

  it('give days that exist and calendars on which every week has a working day somewhere near', () => {
    fc.assert(
      fc.property(legalDays(), calendars(), (day, data) => {
        expect(isLegalDay(day)).toBe(true);
        const calendar = calendarOf(data);
        expect(calendar.isWorkingDay(calendar.nextWorkingDay(day))).toBe(true);
        for (const { day: worked } of data.makeUp) expect(calendar.isWorkingDay(worked)).toBe(true);
      }),
      runs(100),
    );
  });
});
