import type { CaseState, HistoryEntry } from '@redress/core';
import { houseSetting, type Played, plans, play } from '@redress/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tried } from '../../../../.config/tried.ts';
import { type CaseFile, caseAsOf, knownWhenDecided, openCaseFile, type Standing } from '../../src/index.ts';
import { caseTypes, decision, fileOf, joinedSeen, joinedUnseen, law, letter, written } from './written.ts';

const UTC = { timeZone: 'UTC' };
const { runs: numRuns, seed } = tried(60, 'as of, random histories');

const fileOfPlayed = ({ records }: Pick<Played, 'records'>): Promise<CaseFile> => openCaseFile(records, caseTypes);

describe('a case by two measures of time', () => {
  it('stood at an instant as the file said, and on the day as it was: what had not been recorded is not known', async () => {
    const file = await fileOf(await written(joinedUnseen));
    const found = caseAsOf(file, { recorded: '2026-01-16T10:00:00Z', ...UTC });
    expect(found).toMatchObject({ on: '2026-01-16', known: { facts: 4, stage: 'resolved' }, effective: { facts: 5, stage: 'resolved' } });
    expect(found.notYetRecorded.map(({ version, type }) => [version, type])).toEqual([[5, 'MembersAdded']]);
    expect(found.differs).toEqual([{ what: 'member', name: 'm-3', known: null, effective: 'continuing' }]);
    // The control: the same paper, entered on its day, leaves no difference.
    const seen = caseAsOf(await fileOf(await written(joinedSeen)), { recorded: '2026-01-16T10:00:00Z', ...UTC });
    expect([seen.notYetRecorded, seen.effectiveLater, seen.differs]).toEqual([[], [], []]);
  });

  it('on a day is compared with all that was recorded by the end of that day, where the law is in force', async () => {
    const file = await fileOf(await written(joinedUnseen));
    const on = (timeZone: string) => caseAsOf(file, { on: '2026-01-15', timeZone }).known?.facts;
    // The decision was recorded on the 16th at nine in London, which is still the 15th on Hawaii at that hour.
    expect([on('UTC'), on('Pacific/Honolulu')]).toEqual([3, 4]);
  });

  it('shows what was recorded already and belongs to a later day', async () => {
    const file = await fileOf(await written(joinedUnseen));
    const found = caseAsOf(file, { recorded: '2026-01-16T10:00:00+00:00', on: '2026-01-08', ...UTC });
    expect(found.effectiveLater.map(({ version }) => version)).toEqual([3, 4]);
    expect(found.differs.map(({ what, name, known, effective }) => [what, name, known, effective])).toContainEqual([
      ...['stage', '', 'resolved', 'received'],
    ]);
  });

  it('counts to the very instant, and not a moment less', async () => {
    const file = await fileOf(await written(joinedUnseen));
    const facts = (recorded: string) => caseAsOf(file, { recorded, ...UTC }).known?.facts;
    expect([facts('2026-01-16T09:00:03.000Z'), facts('2026-01-16T09:00:02.999Z'), facts('2026-01-16T16:00:03+07:00')]).toEqual([4, 3, 4]);
  });

  it('was no case before anything was recorded, nor before it was opened', async () => {
    const early = { type: 'Complete', on: '2026-01-02', recordedOn: '2026-01-06', data: { documents: ['a stamped copy'] } };
    const file = await fileOf(await written([{ type: 'Receive', on: '2026-01-05', data: letter }, early]));
    expect(caseAsOf(file, { recorded: '2026-01-01T00:00:00Z', ...UTC })).toMatchObject({ known: null, effective: null });
    expect(caseAsOf(file, { on: '2026-01-03', ...UTC })).toMatchObject({ known: null, effective: null, notYetRecorded: [{ version: 2 }] });
  });

  it('asked for without instant or day, or with an instant that is none, is an error that says so', async () => {
    const file = await fileOf(await written(joinedSeen));
    expect(() => caseAsOf(file, UTC)).toThrow(/Neither an instant nor a day was given/);
    expect(() => caseAsOf(file, { recorded: 'yesterday', ...UTC })).toThrow(/"yesterday" is no instant/);
    // JavaScript would take the one for 2 March, and the other for a time of wherever the program runs.
    expect(() => caseAsOf(file, { recorded: '2026-02-30T00:00:00Z', ...UTC })).toThrow(/is no instant/);
    expect(() => caseAsOf(file, { recorded: '2026-02-03T09:30', ...UTC })).toThrow(/is no instant/);
    expect(() => caseAsOf(file, { on: '2026-02-30', ...UTC })).toThrow(/"2026-02-30" is no day/);
  });

  it('is, in random histories, what the engine loads for the instant and for the day', async () => {
    let late = 0;
    await fc.assert(
      fc.asyncProperty(plans(25), fc.nat(), fc.nat(), async (plan, one, other) => {
        const played = await play(houseSetting(), plan);
        if (played.records.length === 0) return;
        const file = await fileOfPlayed(played);
        const recorded = played.records[one % played.records.length]?.record.recordedAt ?? '';
        const on = played.records[other % played.records.length]?.record.meta.occurredOn ?? '';
        const { engine } = await played.fork();
        const found = caseAsOf(file, { recorded, on, ...UTC });
        // The fork records anew, so that instants are the played ones only in the records themselves.
        const known = played.entries.filter((each) => each.recorded.record.recordedAt <= recorded);
        expect(shortOf(found.known)).toEqual(stateOf(known.at(-1)));
        const loaded = await engine.load(played.caseId, { on });
        expect(shortOf(found.effective)).toEqual(loaded && shortState(loaded.state));
        late += found.notYetRecorded.length;
      }),
      { numRuns, seed },
    );
    expect(late).toBeGreaterThan(0);
  });
});

const shortState = ({ stage, level, custody, version, clocks }: CaseState) => ({
  ...{ stage, level, holder: custody.holder, facts: version },
  clocks: Object.values(clocks).map(({ id, dueOn, status }) => [id, dueOn, status]),
});
const stateOf = (entry: HistoryEntry | undefined) => (entry && entry.after.openedOn !== null ? shortState(entry.after) : null);
const shortOf = (standing: Standing | null) =>
  standing && {
    ...{ stage: standing.stage, level: standing.level, holder: standing.holder, facts: standing.facts },
    clocks: standing.clocks.map(({ clock, dueOn, status }) => [clock, dueOn, status]),
  };

describe('what was known when it was decided', () => {
  it('leaves out what had happened and was recorded later, and says what would have been otherwise', async () => {
    const decided = knownWhenDecided(await fileOf(await written(joinedUnseen)));
    const resolved = decided.find(({ fact }) => fact.type === 'Resolved');
    expect(resolved?.notKnown.map(({ version }) => version)).toEqual([5]);
    expect(resolved?.differs).toEqual([{ what: 'member', name: 'm-3', known: null, effective: 'continuing' }]);
    const seen = knownWhenDecided(await fileOf(await written(joinedSeen)));
    expect(seen.every(({ notKnown, ahead, differs }) => notKnown.length + ahead.length + differs.length === 0)).toBe(true);
  });

  it('names what lay in the file already, though of a later day than the decision bears', async () => {
    const late = { ground: 'found in a drawer', document: 'L-1' };
    const steps = [
      ...joinedUnseen.slice(0, 2),
      { type: 'Note', on: '2026-01-12', data: { text: 'The file is with the archive.' } },
      { type: 'Assign', on: '2026-01-09', recordedOn: '2026-01-13', data: { person: 'p-7' }, late },
    ];
    const decided = knownWhenDecided(await fileOf(await written(steps)));
    expect(decided.at(-1)).toMatchObject({ fact: { type: 'Assigned', on: '2026-01-09' }, ahead: [{ version: 3, on: '2026-01-12' }] });
  });

  it('keeps apart what bears the same day: which came first, no day can tell', async () => {
    const steps = [...joinedUnseen.slice(0, 4), { type: 'Note', on: '2026-01-16', data: { text: 'A call came in.' } }];
    const resolved = knownWhenDecided(await fileOf(await written(steps))).at(-1);
    expect(resolved).toMatchObject({ notKnown: [], sameDay: [{ version: 5 }], differs: [] });
  });

  it('is asked of every fact that moves the case or a clock, and of no remark', async () => {
    const steps = [...joinedUnseen.slice(0, 3), { type: 'Note', on: '2026-01-12', data: { text: 'x' } }];
    const extended = { type: 'FindComplex', on: '2026-01-13', data: { criteria: ['many papers'], document: 'X-1' } };
    const decided = knownWhenDecided(
      await fileOf(await written([...steps, extended, { type: 'Resolve', on: '2026-01-16', data: decision }])),
    );
    expect(decided.map(({ fact }) => fact.type)).toEqual(['Received', 'Accepted', 'Assigned', 'ComplexityFound', 'Resolved']);
  });

  it('does not count the facts of one command against each other', async () => {
    const transfers = [
      { type: 'Receive', on: '2026-01-05', data: letter },
      { type: 'OfferTransfer', on: '2026-01-06', data: { toUnit: 'right' } },
      { type: 'AcceptTransfer', on: '2026-01-07', unit: 'right' },
      { type: 'OfferTransfer', on: '2026-01-07', unit: 'right', data: { toUnit: 'left', reason: 'theirs' } },
      { type: 'AcceptTransfer', on: '2026-01-08' },
      { type: 'OfferTransfer', on: '2026-01-09', data: { toUnit: 'right', reason: 'ours no more' } },
    ];
    const file = await fileOf(await written(transfers, 'case', undefined, law));
    const commands = new Set(file.facts.map(({ record }) => record.meta.command));
    expect(file.facts.length).toBeGreaterThan(commands.size);
    expect(knownWhenDecided(file).flatMap(({ sameDay }) => sameDay.map(({ version }) => version))).toEqual([4]);
  });

  it('is, in random histories, what a plain search of the records finds', async () => {
    const counts = { without: 0, ahead: 0 };
    await fc.assert(
      fc.asyncProperty(plans(25), async (plan) => {
        const played = await play(houseSetting(), plan);
        if (played.records.length === 0) return;
        for (const { fact, notKnown, ahead, sameDay } of knownWhenDecided(await fileOfPlayed(played))) {
          const records = played.records.map(({ record }) => record);
          const own = records[fact.version - 1]?.meta.command;
          const others = records.filter(({ meta }) => meta.command !== own);
          const on = ({ meta }: (typeof records)[number]): string => meta.occurredOn ?? '';
          const versions = (found: typeof records) => found.map(({ version }) => version);
          const later = others.filter(({ version }) => version > fact.version);
          expect(notKnown.map(({ version }) => version)).toEqual(versions(later.filter((each) => on(each) < fact.on)));
          expect(sameDay.map(({ version }) => version)).toEqual(versions(later.filter((each) => on(each) === fact.on)));
          const earlier = others.filter((each) => each.version < fact.version && on(each) > fact.on);
          expect(ahead.map(({ version }) => version)).toEqual(versions(earlier));
          counts.without += notKnown.length;
          counts.ahead += ahead.length;
        }
      }),
      { numRuns, seed },
    );
    expect(Math.min(counts.without, counts.ahead)).toBeGreaterThan(0);
  });
});

describe('a case that cannot be reviewed', () => {
  it('says what is missing, by code', async () => {
    const { store } = await written(joinedSeen);
    await expect(openCaseFile([], caseTypes)).rejects.toMatchObject({ code: 'no-facts' });
    await expect(openCaseFile(store.read('case'), [])).rejects.toMatchObject({
      code: 'case-type-unknown',
      says: expect.stringMatching(/of the type complaint/),
    });
  });

  it('holds a fact that its case type does not know, or that cannot be folded', async () => {
    const records = (await fileOf(await written(joinedSeen))).records;
    const strange = records.map((each) => ({ ...each, record: { ...each.record, schema: 9 } }));
    await expect(openCaseFile(strange, caseTypes)).rejects.toMatchObject({
      code: 'case-unreadable',
      says: expect.stringMatching(/knows 1/),
    });
    const hollow = records.map((each) => ({ ...each, record: { ...each.record, data: {} } }));
    const file = await openCaseFile(hollow, caseTypes);
    expect(() => caseAsOf(file, { on: '2026-01-16', ...UTC })).toThrow(/case-unreadable.*cannot be folded/);
  });
});
