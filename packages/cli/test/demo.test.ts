import { memoryStore } from '@redress/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { courses } from '../src/demo/courses.ts';
import { askAgainstTheLaw, demonstrationEngine, type Lived, live, replayed } from '../src/demo/demonstration.ts';
import { sampleComplaints } from '../src/demo/sample.ts';
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
    expect(members.filter((member) => !/^KN-\d{4}-N\d+$/.test(member))).toEqual([]);
  });
});

describe('the demonstration', () => {
  const engine = demonstrationEngine(memoryStore());
  let lived: Lived;
  beforeAll(async () => {
    lived = await live(engine);
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
    expect(summary).toMatchObject({ cases: lived.cases, facts: lived.facts });
  });

  it('runs as a command with its input closed, and ends with 0', async () => {
    const at = folder();
    const answer = await ended(started(bin, ['demo', '--db', 'demo.db', '--json'], at));
    expect(answer.code).toBe(0);
    expect(documentOf(answer)).toMatchObject({ cases: lived.cases, facts: lived.facts, refused: [], replay: { findings: [] } });
  });
});
