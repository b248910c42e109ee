import { describe, expect, it } from 'vitest';
import { dueOf } from '../src/due.ts';
import { officeNamed } from '../src/index.ts';

/** What every object has under a name. */
const INHERITED = ['constructor', 'toString', '__proto__', 'valueOf'];

describe('a name that every object has', () => {
  // Seen to fail: the office was the function of that name, and had no words.
  it.each(INHERITED)('is an office as an organisation wrote it: %s', (name) => {
    expect(officeNamed(name)).toEqual({ en: name, vi: name });
  });

  // Seen to fail: a term that has variants was counted with a function for its length.
  it.each(INHERITED)('is no term and no variant of one: %s', (name) => {
    expect(dueOf({ term: name, from: '2026-03-02' })).toMatchObject({ refusal: { code: 'UNKNOWN_TERM' } });
    for (const term of ['KN-02', 'KN-21']) {
      const variants = Object.fromEntries([[name, true]]);
      expect(dueOf({ term, from: '2026-03-02', variants }), term).toMatchObject({ refusal: { code: 'FACTS_CONTRADICT' } });
    }
  });
});
