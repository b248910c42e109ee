/** Who is accountable, and where a case is when it comes back. */
import assert from 'node:assert/strict';
import { type CaseState, type CaseType, type Holder, handOvers } from '@redress/core';
import { type Invariant, invariant } from './invariants-invariant.ts';
import { countedByPattern } from './invariants-recount.ts';

const accountable = invariant('at every instant of an open case one person in one unit is accountable', async ({ entries }) => {
  for (const { after, fact } of entries) {
    if (after.at.final) continue;
    const { holder } = after.custody;
    assert(holder, `after ${fact.type} on ${fact.on} nobody holds the case`);
    assert(holder.unit !== '' && holder.person !== '', `after ${fact.type} the holder is ${JSON.stringify(holder)}`);
    assert(!Array.isArray(holder.unit) && typeof holder.person === 'string');
  }
});

/** Facts that move a region beside the main one: out of hands and back, suspended and resumed. */
function sideFacts<State extends CaseState>({ chart }: CaseType<State>): ReadonlySet<string> {
  const [, ...sides] = Object.keys(chart.initial.regions);
  const moves = (fact: string): boolean =>
    chart.configurations.some((at) => sides.some((side) => (at.after(fact)?.regions[side] ?? at.regions[side]) !== at.regions[side]));
  return new Set(chart.facts.filter(moves));
}

const whereItWas = invariant(
  'whoever comes back from a transfer, a superior or a suspension is where he was',
  async ({ setting, entries }) => {
    const aside = sideFacts(setting.type);
    const main = Object.keys(setting.type.chart.initial.regions)[0] ?? '';
    for (const { fact, before, after } of entries) {
      if (aside.has(fact.type))
        assert.equal(after.at.regions[main], before.at.regions[main], `${fact.type} on ${fact.on} moved the handling`);
    }
  },
);

const returnsCounted = invariant('A→B→A and A→B→A→B are counted as a naive recount of the facts counts them', async ({ entries }) => {
  const units: string[] = [];
  for (const { fact, after } of entries) {
    // This one fact names who answers for a clock, which may be a level left behind, and hands nothing over.
    const holder = fact.type === 'ClockRanOut' ? undefined : (fact.data.holder as Holder | undefined);
    if (holder !== undefined && holder.unit !== units[units.length - 1]) units.push(holder.unit);
    assert.deepEqual(
      handOvers(after.custody.chain.map(({ unit }) => unit)),
      countedByPattern(units),
      `after ${fact.type}: ${units.join(' → ')}`,
    );
  }
});

const trailGrows = invariant('the trail of holders and superiors only grows', async ({ entries }) => {
  for (const { before, after, fact } of entries) {
    assert.deepEqual(after.custody.chain.slice(0, before.custody.chain.length), before.custody.chain, `${fact.type} shortened the trail`);
  }
});

export const invariantsOfCustody: readonly Invariant[] = [accountable, whereItWas, returnsCounted, trailGrows];
