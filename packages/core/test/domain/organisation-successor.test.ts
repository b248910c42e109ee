import { describe, expect, it } from 'vitest';
import { type OrganisationData, organisationOf } from '../../src/domain/organisation.ts';

const row = (id: string, more: Partial<OrganisationData['units'][number]> = {}): OrganisationData['units'][number] => ({
  id,
  name: id,
  superior: null,
  headPost: `head:${id}`,
  ...more,
});

/** north → centre in 2020, centre → whole in 2023; lone was given up in 2021; east rests from 2020 to 2022 under west. */
const units: OrganisationData['units'] = [
  row('north', { through: '2019-12-31', successor: 'centre' }),
  row('centre', { through: '2022-12-31', successor: 'whole' }),
  row('whole', { from: '2023-01-01' }),
  row('lone', { through: '2020-12-31' }),
  row('east', { through: '2019-12-31', successor: 'west' }),
  row('east', { from: '2022-01-01' }),
  row('west'),
  row('ring', { through: '2019-12-31', successor: 'gnir' }),
  row('gnir', { through: '2019-12-31', successor: 'ring' }),
];
const successorIn = (rows: OrganisationData['units'], id: string, on: string) =>
  organisationOf({ units: rows, posts: [] }).successor?.(id, on)?.id ?? null;
const successor = (id: string, on: string) => successorIn(units, id, on);

describe('who stands for a unit on a day', () => {
  it('is the unit itself through its last day, and from the next day on the one that took it over', () => {
    expect([successor('north', '2019-12-31'), successor('north', '2020-01-01')]).toEqual(['north', 'centre']);
  });

  it('is found over several mergers', () => {
    expect([successor('north', '2022-12-31'), successor('north', '2023-01-01')]).toEqual(['centre', 'whole']);
  });

  it('without what the rows say of successors is nobody (control)', () => {
    const forgetful = units.map(({ successor: _, ...rest }) => rest);
    expect(successorIn(forgetful, 'north', '2023-01-01')).toBeNull();
    expect(successorIn(forgetful, 'whole', '2023-01-01')).toBe('whole');
  });

  it('is nobody for a unit that was given up, that never was, or that does not exist yet', () => {
    expect([successor('lone', '2021-01-01'), successor('nowhere', '2021-01-01'), successor('whole', '2022-12-31')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is the unit itself again once it stands again', () => {
    expect(['2019-12-31', '2020-01-01', '2022-01-01'].map((on) => successor('east', on))).toEqual(['east', 'west', 'east']);
  });

  it('is nobody where two units are said to have taken each other over', () => {
    expect(successor('ring', '2020-01-01')).toBeNull();
  });
});
