import { isRefusal, linksInMemory, memoryStore, sayRefusal } from '@redress/core';
import { type Petition, stillOwed } from '@redress/vietnam';
import { beforeAll, describe, expect, it } from 'vitest';
import { courses } from '../src/demo/courses.ts';
import { askAgainstTheLaw, demonstrationEngine, type Lived, live, replayed } from '../src/demo/demonstration.ts';
import { samplePetitions } from '../src/demo/petitions.ts';
import { type PetitionsLived, petitionsLived } from '../src/demo/petitions-at-work.ts';
import { SAMPLE_TODAY, sampleComplaints } from '../src/demo/sample.ts';
import { bin, documentOf, ended, folder, started } from './command-line.ts';

describe('the sample', () => {
  const sample = sampleComplaints();

  it('holds at least 300 complaints, each in its own words, and takes every course', () => {
    expect(sample.length).toBeGreaterThanOrEqual(300);
    expect(new Set(sample.map(({ paper }) => paper.receive.summary)).size).toBe(sample.length);
    expect(new Set(sample.map(({ course }) => course))).toEqual(new Set(Object.keys(courses)));
    expect(sample.filter(({ paper }) => /\{/.test(String(paper.receive.summary)))).toEqual([]);
  });

  it('names nobody: whoever complains is a number', () => {
    const members = sample.flatMap(({ paper }) => paper.members);
    const senders = samplePetitions.flatMap(({ arrives }) => arrives.senders as readonly { readonly sender: string }[]);
    expect([...members, ...senders.map(({ sender }) => sender)].filter((member) => !/^(KN-\d{4}|DT-\d{3})-N\d+$/.test(member))).toEqual([]);
    expect(new Set(senders.flatMap((sender) => Object.keys(sender)))).toEqual(new Set(['sender', 'signed']));
  });
});

describe('the demonstration', () => {
  const engine = demonstrationEngine(memoryStore());
  let lived: Lived;
  let unfinishedBefore: number;
  let petitions: PetitionsLived;
  beforeAll(async () => {
    lived = await live(engine);
    unfinishedBefore = (await linksInMemory(engine.store, engine.caseTypes).unfinished()).length;
    petitions = await petitionsLived(engine);
  });

  it('asks nothing that the law refuses, and leaves complaints in every stage', () => {
    expect(lived.refused).toEqual([]);
    expect(Object.keys(lived.stages).sort()).toEqual([
      'assigned',
      'closed',
      'escalated',
      'received',
      'recomplained',
      'resolved',
      'transferred',
    ]);
  });

  it('takes petitions of every kind through their life, and asks nothing of them that the law refuses', () => {
    expect(petitions.refused).toEqual([]);
    expect(new Set(samplePetitions.map(({ arrives }) => arrives.summary)).size).toBe(petitions.lines.length);
    expect(petitions.lines.map(({ channel, row, outcome, law }) => [channel, row, outcome.split(',')[0], law])).toEqual([
      ['post', 'C8', 'proposed for acceptance', 'TT05 Đ.7.1'],
      ['forwarded', null, 'duplicate of DT-001', null],
      ['email', 'C10', 'guided once', 'TT05 Đ.8.1'],
      ['forwarded', 'C11', 'returned to Tòa soạn báo', 'TT05 Đ.8.2'],
      ['petition-box', 'C9', 'guided to complete it', 'TT05 Đ.7.2'],
      ['portal', 'C3', 'filed', 'TT05 Đ.6.2'],
      ['forwarded', 'C12', 'sent on to UBND tỉnh', 'TT05 Đ.8.2'],
      ['post', 'C2', 'guided to write one for each matter', 'NĐ154 Đ.14.4'],
      ['post', 'C8', 'proposed for acceptance', 'TT05 Đ.7.1'],
      ['in-person', 'C1', 'sent on to Bưu điện thành phố', 'TT05 Đ.6.1'],
      ['online-session', 'C15', 'resolution demanded of ha-noi.co-so-dong-da', 'NĐ154 Đ.15.3'],
      ['internal', 'C17', 'not accepted', 'LKN Đ.11.7'],
      ['phone', null, 'withdrawn', 'LKN Đ.10'],
      ['post', 'C7', 'filed', 'TT05 Đ.6.2.b'],
      ['petition-box', null, 'joined to KN-0373', null],
      ['email', 'C10', 'screened', 'TT05 Đ.8.1'],
    ]);
  });

  it('answers everybody whose petition is closed, and leaves two open', async () => {
    const states = await Promise.all(samplePetitions.map(async ({ id }) => (await engine.load<Petition>(id))?.state));
    expect(states.filter((state) => state?.stage !== 'closed').map((state) => state?.caseId)).toEqual(['DT-005', 'DT-016']);
    expect(states.flatMap((state) => (state?.stage === 'closed' ? stillOwed(state) : []))).toEqual([]);
    // Ten working days from Monday 5 October: 6 7 8 9, 12 13 14 15 16, 19.
    expect(petitions.lines.find(({ channel }) => channel === 'in-person')?.outcome).toContain('answered 2026-10-15 (due 2026-10-19)');
  });

  it('links a petition with the complaint opened from it both ways, and leaves no pair unfinished', async () => {
    const linked = async (id: string): Promise<unknown> => (await engine.load<Petition>(id))?.state.linked;
    expect([...((await linked('DT-001')) as string[])].sort()).toEqual(['DT-002', 'KN-0373']);
    expect([...((await linked('KN-0373')) as string[])].sort()).toEqual(['DT-001', 'DT-015']);
    expect(await linked('KN-0374')).toEqual(['DT-009']);
    // Control: before the links were followed there were some.
    expect([petitions.unfinished, unfinishedBefore > 0]).toEqual([0, true]);
  });

  it('has forwarding what must be guided refused, by the row of the table and its article', () => {
    expect(petitions.forbidden).toMatchObject({ asked: 'SendElsewhere', params: { rule: 'row-C10' } });
    expect(sayRefusal(petitions.forbidden)).toContain('[TT05 Đ.8.1]');
  });

  it('would show the petition that is not handled yet as guided, were that asked instead', async () => {
    const alike = demonstrationEngine(memoryStore());
    const { id, unit } = samplePetitions.find((each) => each.steps.length === 0) ?? { id: '', unit: '' };
    await petitionsLived(alike);
    const outcome = await alike.execute({
      id: 'guide',
      type: 'GuideOnce',
      case: id,
      on: SAMPLE_TODAY,
      actor: { id: 'cv-1', unit, role: 'officer' },
      data: { to: 'Công an thành phố', reason: 'Không thuộc thẩm quyền.' },
    });
    expect(isRefusal(outcome)).toBe(false);
  });

  it('has three requests refused, each by an article and in both languages', async () => {
    const refusals = await askAgainstTheLaw(engine);
    const because = refusals.map(({ because }) => ('citation' in because ? because.citation.text : because.rule));
    expect(because).toEqual(['LKN Đ.39', expect.stringContaining('NĐ124 Đ.16.1'), 'LKN Đ.28']);
    expect(refusals.map(({ says }) => Object.keys(says ?? {}).sort())).toEqual([
      ['en', 'vi'],
      ['en', 'vi'],
      ['en', 'vi'],
    ]);
  });

  it('replays without a finding', async () => {
    const { summary, findings } = await replayed(engine);
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ cases: lived.cases + petitions.cases, facts: lived.facts + petitions.facts });
  });

  it('runs as a command with its input closed, and ends with 0', async () => {
    const at = folder();
    const answer = await ended(started(bin, ['demo', '--db', 'demo.db', '--json'], at));
    expect(answer.code).toBe(0);
    expect(documentOf(answer)).toMatchObject({
      cases: lived.cases,
      facts: lived.facts,
      petitions: { cases: petitions.cases, facts: petitions.facts, refused: [], unfinishedLinks: 0 },
      refused: [],
      replay: { findings: [] },
    });
  });
});
