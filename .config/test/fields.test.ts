import { describe, expect, it } from 'vitest';
import { complaint } from '../../packages/core/src/index.ts';
import { fieldsOf } from '../reference/complaint-page.ts';

// Seen to fail: a `.describe(…)` taken from any field of commands.ts names that field here.
describe('every field of the complaint', () => {
  const shown = [
    ...Object.entries(complaint.commands).map(([name, { schema }]) => ({ name, fields: fieldsOf(schema) })),
    ...Object.entries(complaint.facts).map(([name, { schema }]) => ({ name, fields: fieldsOf(schema) })),
  ];
  it('has a description', () => {
    const bare = shown.flatMap(({ name, fields }) =>
      fields.filter(({ describes }) => describes === '').map((field) => `${name}.${field.name}`),
    );
    expect(bare).toEqual([]);
  });
});
