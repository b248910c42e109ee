import { describe, expect, it } from 'vitest';
import { publishedPackages, sourceOf } from '../build.ts';

/** What a user's `exports` should be, given ours: the same doors, from `dist`, with types first. */
function publishedDoors(exports: Readonly<Record<string, string>>): Record<string, { types: string; default: string }> {
  const doors = Object.entries(exports).map(([door, source]) => {
    const built = source.replace('./src/', './dist/').replace(/\.ts$/, '');
    return [door, { types: `${built}.d.ts`, default: `${built}.js` }] as const;
  });
  return Object.fromEntries(doors);
}

describe('what is published', () => {
  it.each(publishedPackages())('$manifest.name has the same doors inside the workspace and out', ({ manifest }) => {
    expect(manifest.publishConfig.exports).toEqual(publishedDoors(manifest.exports));
  });

  it('is found again in the source by the rule the build uses', () => {
    expect(sourceOf('./dist/domain/index.js')).toBe('./src/domain/index.ts');
  });

  // The control of the first test: a door that is missing, or stands in `src`, is not what it asks for.
  it('would be noticed if a door were missing', () => {
    expect(publishedDoors({ '.': './src/index.ts', './domain': './src/domain/index.ts' })).not.toEqual(
      publishedDoors({ '.': './src/index.ts' }),
    );
  });
});
