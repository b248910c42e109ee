import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages, reference } from '../reference/pages.ts';

describe('the reference pages', () => {
  // Seen to fail: any edit by hand below docs/reference, or any change to its source without `pnpm run docs`, differs here.
  it.each(pages)('$path is what its source gives today (else run `pnpm run docs`)', ({ path, write }) => {
    expect(readFileSync(join(reference, path), 'utf8')).toBe(write());
  });

  it('are the same each time they are written', () => {
    for (const { write } of pages) expect(write()).toBe(write());
  });
});
