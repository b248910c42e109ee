import { describe, expect, it } from 'vitest';
import { type OrganisationData, organisationOf } from '../../src/domain/organisation.ts';

type Row = OrganisationData['units'][number];
const row = (id: string, superior: string | null, more: Partial<Row> = {}): Row => ({
  id,
  name: id,
  superior,
  headPost: `head-${id}`,
  ...more,
});
const data = (units: readonly Row[], more: Partial<OrganisationData> = {}): OrganisationData => ({ units, posts: [], ...more });
const top = row('top', null);

const broken: readonly (readonly [what: string, data: OrganisationData, says: string])[] = [
  ['a superior that is no unit', data([row('left', 'nowhere')]), 'unit left names the superior nowhere, which is no unit'],
  ['a unit that is its own superior', data([row('left', 'left')]), 'unit left is its own superior'],
  ['a successor that is no unit', data([row('left', null, { successor: 'x' })]), 'unit left names the successor x, which is no unit'],
  [
    'units above one another',
    data([row('a', 'b'), row('b', 'c'), row('c', 'a'), row('d', 'a')]),
    'units a, b, c stand above one another in a circle',
  ],
  ['a unit twice', data([top, row('top', null, { from: '2026-01-01' })]), 'unit top is there twice on the same days'],
  ['a day that is none', data([row('top', null, { from: '1.3.2026' })]), 'unit top has the day "1.3.2026": give it as YYYY-MM-DD'],
  [
    'a post on no day',
    data([top], { posts: [{ post: 'head-top', person: 'p', from: '2026-03-01', through: '2026-02-01' }] }),
    'post head-top ends on 2026-02-01, before it begins on 2026-03-01',
  ],
  [
    'a delegation until a day that is none',
    data([top], { delegations: [{ to: 'a', of: 'b', through: '2026-02-30' }] }),
    'delegation of b to a has the day "2026-02-30": give it as YYYY-MM-DD',
  ],
];

describe('an organisation is not made of', () => {
  it.each(broken)('%s', (_, rows, says) => {
    expect(() => organisationOf(rows)).toThrow(TypeError);
    expect(() => organisationOf(rows)).toThrow(`- ${says}`);
  });
});

it('an organisation may have a unit anew, and units that changed places', () => {
  const swapped = data([
    row('a', 'b', { through: '2026-06-30' }),
    row('a', null, { from: '2026-07-01' }),
    row('b', null, { through: '2026-06-30' }),
    row('b', 'a', { from: '2026-07-01' }),
  ]);
  expect(organisationOf(swapped).superior('b', '2026-08-01')?.id).toBe('a');
  expect(organisationOf(swapped).superior('a', '2026-02-01')?.id).toBe('b');
});
