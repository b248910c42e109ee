import { calendarOf } from '@redress/core';
import { holdsFor, houseRules, houseSetting, invariants } from '@redress/testing';
import { describe, it } from 'vitest';
import { tried } from '../../../../.config/tried.ts';

/** A house that closes at weekends and on some days besides, so that terms roll and pauses cost fewer days than they last. */
const closing = houseRules({
  calendar: calendarOf({
    id: 'closing-house',
    edition: '1',
    timeZone: 'UTC',
    weekend: ['Sat', 'Sun'],
    publishedFrom: 2024,
    publishedTo: 2026,
    off: ['2024-01-01', '2024-02-09', '2024-02-12', '2024-05-01', '2024-12-25'].map((day) => ({ day, name: 'Closed', kind: 'holiday' })),
    makeUp: [{ day: '2024-05-04', for: '2024-05-03' }],
  }),
});

describe('under the house rules', () => {
  const setting = houseSetting();
  for (const each of invariants) it(each.name, () => holdsFor(each, setting, tried(30)));
});

describe('under the rules of a house that closes at weekends', () => {
  const setting = houseSetting({ law: closing });
  for (const each of invariants) it(each.name, () => holdsFor(each, setting, tried(10)));
});
