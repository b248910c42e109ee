import {
  type Complaint,
  complaint,
  complaintFacts,
  defineCaseType,
  type Engine,
  followLinks,
  linksInMemory,
  memoryCursor,
} from '@redress/core';
import { describe, expect, it } from 'vitest';
import { head, letter, openDesk } from './desk.ts';

const system = { id: 'links', unit: 'left', role: 'system' };

const linked = async (engine: Engine, caseId: string): Promise<readonly string[]> =>
  (await engine.load<Complaint>(caseId))?.state.linked ?? [];
const told = async (engine: Engine, caseId: string) =>
  (await engine.history(caseId)).map(({ fact }) => fact).filter(({ type }) => type === 'LinkRecorded');

/** Two cases, the second joined to the first. */
async function joined() {
  const desk = openDesk();
  await desk.done('Receive', '2026-01-05', letter);
  await desk.done('Receive', '2026-01-06', letter, { case: 'case-2' });
  const join = await desk.done('Join', '2026-01-07', { into: 'case-1', reason: 'The same.' }, { case: 'case-2' });
  return { ...desk, fact: join.facts[0]?.record.id ?? '' };
}

describe('a link between two cases', () => {
  it('is recorded by the one that names the other, and then by the one that was named, on the same day', async () => {
    const { engine, store, fact } = await joined();
    expect(await linked(engine, 'case-2')).toEqual(['case-1']);
    expect(await linked(engine, 'case-1')).toEqual([]);
    const { recorded } = await followLinks(engine, linksInMemory(store, engine.caseTypes), system);
    expect(recorded).toEqual([{ from: 'case-2', fact, to: 'case-1', as: 'joined', on: '2026-01-07' }]);
    expect(await told(engine, 'case-1')).toMatchObject([{ on: '2026-01-07', data: { from: 'case-2', as: 'joined', fact } }]);
    expect(await linked(engine, 'case-1')).toEqual(['case-2']);
    // What led to it stands in the record.
    expect((await engine.load('case-1'))?.records.at(-1)?.record.meta.causation).toBe(fact);
  });

  it('is listed as unfinished while only one half is there, and no longer once both are', async () => {
    const { engine, store } = await joined();
    const source = linksInMemory(store, engine.caseTypes);
    expect(await source.unfinished()).toMatchObject([{ from: 'case-2', to: 'case-1' }]);
    await followLinks(engine, source, system);
    expect(await source.unfinished()).toEqual([]);
    expect(await linksInMemory(store, engine.caseTypes).unfinished()).toEqual([]);
  });

  it('is told once, however often and by however many it is followed', async () => {
    const { engine, store } = await joined();
    await Promise.all([1, 2, 3].map(() => followLinks(engine, linksInMemory(store, engine.caseTypes), system)));
    // Whoever died after he had told, and before he had moved his cursor, begins at the old place.
    await followLinks(engine, linksInMemory(store, engine.caseTypes, { read: () => '', move: () => false }), system);
    expect(await told(engine, 'case-1')).toHaveLength(1);
  });

  it('does not come back where a record is read a second time', async () => {
    const { engine, store } = await joined();
    let position = '';
    const source = linksInMemory(store, engine.caseTypes, {
      read: () => position,
      move: (_, to) => {
        position = to;
        return true;
      },
    });
    await followLinks(engine, source, system);
    expect(await source.unfinished()).toEqual([]);
    position = '';
    expect(await source.unfinished()).toEqual([]);
  });

  it('stays unfinished, with the reason, where the other case does not exist or must not be told', async () => {
    const { engine, store, done } = openDesk();
    await done('Receive', '2026-01-05', letter);
    await done('Receive', '2026-01-05', letter, { case: 'case-2' });
    await done('Join', '2026-01-07', { into: 'nowhere', reason: 'The same.' });
    await done('Join', '2026-01-07', { into: 'case-1', reason: 'The same.' }, { case: 'case-2' });
    const source = linksInMemory(store, engine.caseTypes);
    const { recorded, refused } = await followLinks(engine, source, { ...system, role: 'visitor' });
    expect(recorded).toEqual([]);
    expect(refused.map(({ link, refusal }) => [link.to, refusal.code])).toEqual([
      ['nowhere', 'UNKNOWN_CASE'],
      ['case-1', 'NOT_PERMITTED'],
    ]);
    // Control: whoever may tell it finishes the second one, and the first stays.
    await followLinks(engine, source, system);
    expect((await source.unfinished()).map(({ to }) => to)).toEqual(['nowhere']);
  });

  it('is not finished by telling somebody else', async () => {
    const { engine, store, done, fact } = await joined();
    await done('RecordLink', '2026-01-08', { from: 'case-2', as: 'joined', fact }, { case: 'case-2', actor: head('left') });
    expect(await linksInMemory(store, engine.caseTypes).unfinished()).toHaveLength(1);
  });

  it('is made by a letter that a complaint was opened from, and by members who part ways', async () => {
    const { engine, store, done } = openDesk();
    await done('Receive', '2026-01-05', { ...letter, petition: 'letter-1', complainants: [{ member: 'm-1' }, { member: 'm-2' }] });
    await done('SplitOff', '2026-01-06', { members: ['m-2'], into: 'case-2', reason: 'Another decision.' });
    // Control: a complaint that names no letter makes no link.
    await done('Receive', '2026-01-05', letter, { case: 'case-3' });
    expect(await linksInMemory(store, engine.caseTypes, memoryCursor()).unfinished()).toMatchObject([
      { from: 'case-1', to: 'letter-1', as: 'opened-from' },
      { from: 'case-1', to: 'case-2', as: 'split-off' },
    ]);
  });
});

describe('a fact that is said to link', () => {
  it('has the field by which it does, or the case type is not defined', () => {
    const noted = { ...complaintFacts.Noted, link: { field: 'into', as: 'joined' } } as (typeof complaintFacts)[string];
    expect(() => defineCaseType({ ...complaint, facts: { ...complaintFacts, Noted: noted } })).toThrow(
      'fact Noted links by the field into, which its schema does not have',
    );
  });
});
