import { sayRefusal } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { nonAcceptanceGrounds } from '../src/index.ts';
import { objectionTexts } from '../src/objection-texts.ts';
import { arrival, contested, type Desk, decision, desk, dialogue } from './desk.ts';

type Data = Readonly<Record<string, unknown>>;

async function received(on: string, more: Data = {}, people = 1): Promise<Desk> {
  const at = desk();
  await at.done('Receive', on, arrival(more, people));
  return at;
}

async function accepted(on: string, more: Data = {}): Promise<Desk> {
  const at = await received(on, more);
  await at.done('Accept', on);
  return at;
}

async function assigned(on: string, more: Data = {}): Promise<Desk> {
  const at = await accepted(on, more);
  await at.done('Assign', on, { person: 'cb-7' });
  return at;
}

/** Rule and source of the law's no. */
async function rule(at: Desk, type: string, on: string, data: Data = {}): Promise<readonly unknown[]> {
  const { code, params, because } = await at.refused(type, on, data);
  return [code, params.rule, 'citation' in because ? because.citation.text : because.rule];
}

describe('extending', () => {
  it('is refused at both levels, because the law knows no extension', async () => {
    const extend = { clock: 'resolution', by: 10, reason: 'chưa xong' };
    expect(await rule(await accepted('2026-03-02'), 'Extend', '2026-03-03', extend)).toEqual(['LAW_OBJECTS', 'no-extension', 'LKN Đ.28']);
    const second = await assigned('2026-03-02');
    await second.done('Recomplain', '2026-04-06', { against: 'silence', summary: 'Im lặng.' });
    expect(await rule(second, 'Extend', '2026-04-07', extend)).toEqual(['LAW_OBJECTS', 'no-extension', 'LKN Đ.37']);
  });
});

describe('suspending', () => {
  it('is refused before 2026-07-01, and on 2026-07-01 allowed on the grounds a and b only', async () => {
    const by = (ground: string): Data => ({ ground, evidence: 'CV-1' });
    const at = await accepted('2026-06-15');
    expect(await rule(at, 'Suspend', '2026-06-30', by('a'))).toEqual(['LAW_OBJECTS', 'no-suspension-yet', 'LKN Đ.11a']);
    expect(await rule(at, 'Suspend', '2026-07-01', by('c'))).toEqual([
      'LAW_OBJECTS',
      'suspension-ground',
      'LKN Đ.11a; NĐ124 Đ.28a (NĐ155 Đ.12)',
    ]);
    expect((await at.done('Suspend', '2026-07-01', by('b'))).suspension?.ground).toBe('b');
  });
});

describe('deciding', () => {
  it('on discipline needs a dialogue first', async () => {
    const at = await assigned('2026-03-02', contested('discipline'));
    expect(await rule(at, 'Resolve', '2026-03-10', decision)).toEqual(['LAW_OBJECTS', 'dialogue-mandatory', 'LKN Đ.53']);
    await at.done('HoldDialogue', '2026-03-11', dialogue);
    expect((await at.done('Resolve', '2026-03-12', decision)).stage).toBe('resolved');
  });

  it('at the second level needs one too, held at that level; at the first it is not asked for', async () => {
    const at = await assigned('2026-03-02');
    await at.done('HoldDialogue', '2026-03-05', dialogue);
    await at.done('Resolve', '2026-03-10', decision);
    await at.done('Recomplain', '2026-03-16', { against: 'decision', summary: 'Không đồng ý.' });
    await at.done('Accept', '2026-03-17');
    await at.done('Assign', '2026-03-17', { person: 'cb-8' });
    expect(await rule(at, 'Resolve', '2026-03-20', decision)).toEqual(['LAW_OBJECTS', 'dialogue-mandatory', 'LKN Đ.39']);
    await at.done('HoldDialogue', '2026-03-21', dialogue);
    expect((await at.done('Resolve', '2026-03-22', decision)).levels[1]?.decision?.on).toBe('2026-03-22');
    // Control: a first decision without any dialogue.
    expect((await (await assigned('2026-03-02')).done('Resolve', '2026-03-10', decision)).stage).toBe('resolved');
  });
});

describe('not accepting', () => {
  it('is done on the nine grounds and on no other', async () => {
    expect(await rule(await received('2026-03-02'), 'NotAccept', '2026-03-03', { ground: 'N10', reason: 'x' })).toEqual([
      'LAW_OBJECTS',
      'non-acceptance-ground',
      'LKN Đ.11',
    ]);
    const earlier = { ended: 'decided', level: 2, on: '2025-10-01' };
    for (const ground of nonAcceptanceGrounds) {
      const at = await received('2026-03-02', ground === 'N7' ? { earlier } : {});
      if (ground === 'N9') await at.done('RecordCourtRuling', '2026-03-03', { court: 'TAND', ruling: 'BA-1', effect: 'upholds' });
      expect((await at.done('NotAccept', '2026-03-03', { ground, reason: 'x' })).stage).toBe('closed');
    }
  });

  it('on the eighth ground is not settled since 2026-07-01', async () => {
    expect(await rule(await received('2026-06-30'), 'NotAccept', '2026-07-01', { ground: 'N8', reason: 'x' })).toEqual([
      'UNSETTLED_LAW',
      'termination-notice-ground',
      'LKN Đ.11.8',
    ]);
    expect((await (await received('2026-06-29')).done('NotAccept', '2026-06-30', { ground: 'N8', reason: 'x' })).stage).toBe('closed');
  });
});

describe('finding a case complex', () => {
  const found = (...criteria: string[]): Data => ({ criteria, document: 'VB-2' });

  it('takes one of the seven criteria from 2026-07-01, and a reason in words before', async () => {
    const at = await accepted('2026-06-22');
    expect(await rule(at, 'FindComplex', '2026-06-30', found(' '))).toEqual(['LAW_OBJECTS', 'complexity-reason', 'LKN Đ.28']);
    expect(await rule(at, 'FindComplex', '2026-07-01', found('b', 'nhiều nội dung'))).toEqual([
      'LAW_OBJECTS',
      'complexity-criteria',
      'NĐ124 Đ.3a (NĐ155 Đ.2)',
    ]);
    expect((await at.done('FindComplex', '2026-07-01', found('đ', 'FOREIGN_ELEMENT'))).levels[0]?.complex).toBe(true);
    expect((await (await accepted('2026-06-22')).done('FindComplex', '2026-06-30', found('nhiều nội dung'))).levels[0]?.complex).toBe(true);
  });

  it('comes too late once the normal term has run out: accepted 2026-07-06, 30 days end on Wed 08-05', async () => {
    expect(await rule(await accepted('2026-07-06'), 'FindComplex', '2026-08-06', found('a'))).toEqual([
      'LAW_OBJECTS',
      'complex-too-late',
      'NĐ124 Đ.3a (NĐ155 Đ.2)',
    ]);
    expect((await (await accepted('2026-07-06')).done('FindComplex', '2026-08-05', found('a'))).clocks.resolution?.dueOn).toBe(
      '2026-08-20',
    );
  });
});

describe('withdrawing and ending', () => {
  it('by minutes or in part is recorded before 2026-07-01 and moves nothing; from that day it counts', async () => {
    for (const [data, objected] of [
      [{ form: 'minutes' }, 'withdrawal-by-signed-petition'],
      [{ form: 'petition', part: 'phần lãi chậm nộp' }, 'withdrawal-of-the-whole'],
    ] as const) {
      const before = await accepted('2026-06-22');
      expect((await before.done('Withdraw', '2026-06-30', data)).arrivals).toBe(1);
      expect([(await before.state()).stage, await before.objections()]).toEqual(['received', [objected]]);
      const after = await accepted('2026-06-22');
      expect((await after.done('Withdraw', '2026-07-01', data)).arrivals).toBe(0);
      expect(await after.objections()).toEqual([]);
    }
    expect((await (await accepted('2026-06-22')).done('Withdraw', '2026-06-30', { form: 'petition' })).stage).toBe('closed');
  });

  it('ends early on the grounds of the day only', async () => {
    const by = (ground: string): Data => ({ ground, reason: 'x' });
    const at = await accepted('2026-06-22');
    expect(await rule(at, 'Terminate', '2026-06-30', by('death-without-successor'))).toEqual([
      'LAW_OBJECTS',
      'termination-ground',
      'LKN Đ.10',
    ]);
    expect(await rule(at, 'Terminate', '2026-07-01', by('quá bận'))).toEqual(['LAW_OBJECTS', 'termination-ground', 'LKN Đ.11a.2']);
    expect((await at.done('Terminate', '2026-07-01', by('death-without-successor'))).stage).toBe('closed');
  });
});

describe('accepting', () => {
  it('waits for representatives from five complainants on, since 2026-07-01', async () => {
    const at = await received('2026-07-01', {}, 5);
    expect(await rule(at, 'Accept', '2026-07-02')).toEqual(['LAW_OBJECTS', 'group-needs-representatives', 'NĐ124 Đ.16.1 (NĐ155 Đ.10)']);
    await at.done('AppointRepresentatives', '2026-07-02', { members: ['nkn-3'], document: 'VB-1' });
    expect((await at.done('Accept', '2026-07-02')).stage).toBe('received');
    await (await received('2026-07-01', {}, 4)).done('Accept', '2026-07-02');
    await (await received('2026-06-29', {}, 5)).done('Accept', '2026-06-30');
  });

  it('is refused for a disciplinary matter told by telephone, and where a court has the matter', async () => {
    const told = { ...contested('discipline'), channel: 'phone' };
    expect(await rule(await received('2026-03-02', told), 'Accept', '2026-03-03')).toEqual([
      'LAW_OBJECTS',
      'discipline-in-writing',
      'LKN Đ.49',
    ]);
    const sued = await received('2026-03-02');
    await sued.done('RecordCourtRuling', '2026-03-03', { court: 'TAND', ruling: 'TB-1', effect: 'takes-over' });
    expect(await rule(sued, 'Accept', '2026-03-04')).toEqual(['LAW_OBJECTS', 'court-has-it', 'LKN Đ.11.9']);
  });
});

describe('representatives', () => {
  it('are one or two for five to ten people, at most five for more, and any number for fewer', async () => {
    const allowed = async (people: number, named: number): Promise<boolean> => {
      const members = Array.from({ length: named }, (_, index) => `nkn-${index + 1}`);
      const at = await received('2026-03-02', {}, people);
      const asked = { members, document: 'VB-1' };
      return at.done('AppointRepresentatives', '2026-03-03', asked).then(
        () => true,
        () => false,
      );
    };
    const answers = [
      [4, 4],
      [5, 2],
      [5, 3],
      [10, 2],
      [10, 3],
      [11, 3],
      [11, 5],
      [11, 6],
    ] as const;
    const given = [];
    for (const [people, named] of answers) given.push(await allowed(people, named));
    expect(given).toEqual([true, true, false, true, false, true, true, false]);
  });

  it('stay who they are when the group shrinks, as long as one of them still complains', async () => {
    const at = await received('2026-07-01', {}, 11);
    const all = ['nkn-1', 'nkn-2', 'nkn-3', 'nkn-4'];
    await at.done('AppointRepresentatives', '2026-07-01', { members: all, document: 'VB-1' });
    await at.done('Withdraw', '2026-07-02', { form: 'minutes', members: ['nkn-1', 'nkn-5', 'nkn-6', 'nkn-7'] });
    expect((await at.done('Accept', '2026-07-03')).stage).toBe('received');
    const without = await received('2026-07-01', {}, 11);
    await without.done('AppointRepresentatives', '2026-07-01', { members: ['nkn-1'], document: 'VB-1' });
    await without.done('Withdraw', '2026-07-02', { form: 'minutes', members: ['nkn-1'] });
    expect((await rule(without, 'Accept', '2026-07-03'))[1]).toBe('group-needs-representatives');
  });
});

describe('an objection', () => {
  it('that turns on what is said is silent in the list of options; one that does not is shown there', async () => {
    const options = new Map((await (await accepted('2026-07-02')).options('2026-07-03')).map((each) => [each.command, each]));
    for (const command of ['Suspend', 'FindComplex', 'Terminate', 'Withdraw', 'Recomplain', 'AppointRepresentatives']) {
      expect([command, options.get(command)?.may]).toEqual([command, true]);
    }
    expect(options.get('Extend')?.refusal?.params).toEqual({ rule: 'no-extension' });
  });

  it('reads aloud in both languages, with its article', async () => {
    const no = await (await accepted('2026-03-02')).refused('Suspend', '2026-03-03', { ground: 'a', evidence: 'x' });
    expect(sayRefusal(no, 'en')).toBe(`${objectionTexts['no-suspension-yet'].en} [LKN Đ.11a]`);
    expect(sayRefusal(no, 'vi')).toBe(`${objectionTexts['no-suspension-yet'].vi} [LKN Đ.11a]`);
    for (const text of Object.values(objectionTexts)) expect(text.vi).not.toBe(text.en);
  });

  it('of unsettled law meets every day before 2012-07-01', async () => {
    const at = await received('2012-06-20');
    expect(await rule(at, 'Accept', '2012-06-30')).toEqual(['UNSETTLED_LAW', 'before-the-law', 'LKN']);
    expect((await at.done('Accept', '2012-07-02')).stage).toBe('received');
  });
});
