import { expect, it } from 'vitest';
import { doubtTexts, doubtWording } from '../src/doubt-texts.ts';
import { lawBook } from '../src/law-data.ts';

function* doubtsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inside] of Object.entries(value)) {
    if (name === 'doubt' && typeof inside === 'string') yield inside;
    else yield* doubtsIn(inside);
  }
}

const said = new Set([...doubtsIn(lawBook.acts), ...doubtsIn(lawBook.editions)]);

// Control: a doubt reworded in the data is in both lists at once.
it('every doubt beside a value of the law is there in Vietnamese, and no text stands for a doubt that is gone', () => {
  expect(said.size).toBeGreaterThan(50);
  expect([...said].filter((doubt) => !Object.hasOwn(doubtTexts, doubt))).toEqual([]);
  expect(Object.keys(doubtTexts).filter((doubt) => !said.has(doubt))).toEqual([]);
  for (const doubt of said) expect(doubtWording(doubt).vi).toMatch(/[ăâđêôơưáàảãạ]/i);
});
