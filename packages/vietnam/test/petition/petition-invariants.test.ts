/** The invariants that every case type has to keep, on random petitions: as the law judges them, and as if it never objected. */
import type { Law, LegalDay } from '@redress/core';
import { holdsFor, type Invariant, invariants, type Setting } from '@redress/testing';
import { describe, expect, it } from 'vitest';
import { tried } from '../../../../.config/tried.ts';
import { nonAcceptanceGrounds, petition, sampleAuthority, sampleOrganisation, vietnam } from '../../src/index.ts';
import { isPetition, type Petition, stillOwed } from '../../src/petition/evolve.ts';

/** The same clocks, and never a no: so that random petitions get to see every stage. */
const mild = (law: Law): Law => ({
  ...law,
  at: (digest) => {
    const edition = law.at(digest);
    return edition && mild(edition);
  },
  objection: () => null,
});

const setting = (law: Law, from: LegalDay): Setting<Petition> => ({
  type: petition,
  law,
  authority: sampleAuthority(),
  organisation: sampleOrganisation(),
  units: ['ha-noi', 'nghe-an', 'vss'],
  roles: ['head', 'officer', 'clerk', 'system'],
  choices: ({ senders, forwardedBy, clocks }) => ({
    sender: ['s-1', 's-2', 's-3'],
    to: [...senders, ...(forwardedBy ? [forwardedBy.body] : []), 'ha-noi'],
    named: senders,
    standsFor: senders,
    person: ['cb-1', 'cb-2'],
    into: ['case-2'],
    // A unit below, and the petition that came first.
    of: ['ha-noi', 'ha-noi.co-so-dong-da', 'petition-0'],
    body: ['mttq', 'bao-nd'],
    ground: [...nonAcceptanceGrounds, 'RF1', 'RF3', 'RFh', 'RFk'],
    visitor: ['s-1', 's-2'],
    senders: ['s-1', 's-2', 's-3'],
    content: ['complaint', 'complaint', 'mixed'],
    channel: ['in-person', 'post', 'forwarded'],
    clock: [...Object.keys(clocks), 'processing'],
    as: ['opened-from', 'joined', 'duplicate'],
  }),
  remarks: ['Noted', 'Acknowledged'],
  from,
});

const settings: readonly (readonly [string, Setting<Petition>])[] = [
  ['under the law, before the amendment', setting(vietnam, '2025-09-01')],
  ['under the law, across the amendment', setting(vietnam, '2026-05-04')],
  ['where nothing is objected to', setting(mild(vietnam), '2026-05-04')],
];

// Control: a law that lets a note restart a clock, or extends beyond its cap, is found (packages/testing/test/invariants).
describe.each(settings)('a petition %s', (_, each) => {
  for (const invariant of invariants) it(invariant.name, () => holdsFor(invariant, each, tried(10)));
});

const stages = new Set<string>();
/** One sender, and nobody who forwards it, is soon answered: so that some petitions get to be closed. */
const soonAnswered: Setting<Petition> = {
  ...setting(mild(vietnam), '2026-05-04'),
  choices: ({ senders }) => ({ sender: ['s-1'], to: senders, ground: ['N1'] }),
};

/**
 * One more, of petitions alone, always on the same ones: among them some that get as far as their end. Control: a `Close` that looks at no
 * duty is found.
 */
const everybodyIsAnswered: Invariant = {
  name: 'everybody who sent or forwarded it is owed an answer of his own, and it does not close before the last one is given or waived',
  holds: async ({ entries }) => {
    for (const { fact, after, recorded } of entries) {
      if (!isPetition(after)) throw new Error('not a petition');
      stages.add(after.stage);
      const owed = new Set(after.obligations.map(({ to }) => to));
      for (const each of [...after.senders, ...after.withdrew, ...(after.forwardedBy ? [after.forwardedBy.body] : [])])
        expect(owed).toContain(each);
      if (fact.type === 'Withdrawn') expect(stillOwed(after)).toEqual([]);
      if (fact.type === 'Closed' && recorded.record.meta.door === 'execute') expect(stillOwed(after)).toEqual([]);
    }
  },
};

describe('a random petition', () => {
  it(everybodyIsAnswered.name, () => holdsFor(everybodyIsAnswered, soonAnswered, { runs: 240, moves: 60, seed: 20_260_704 }));

  it('gets to see every stage that the test above speaks of', () => {
    expect([...stages]).toEqual(expect.arrayContaining(['received', 'registered', 'classified', 'proposed', 'filed', 'closed']));
  });
});
