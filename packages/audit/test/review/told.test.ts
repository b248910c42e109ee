import { describe, expect, it } from 'vitest';
import { type CaseFile, type ExplainOptions, type Explanation, explainCase } from '../../src/index.ts';
import { decision, fileOf, joinedUnseen, law, letter, type Step, written } from './written.ts';

const steps: readonly Step[] = [
  { type: 'Receive', on: '2026-01-05', data: letter },
  { type: 'Accept', on: '2026-01-12' },
  {
    type: 'Assign',
    on: '2026-01-09',
    recordedOn: '2026-01-13',
    data: { person: 'p-7' },
    late: { ground: 'found in a drawer', document: 'L-1' },
  },
  { type: 'Resolve', on: '2026-03-04', unit: 'far', data: decision, observed: true },
];

const told = (file: CaseFile, more: Partial<ExplainOptions> = {}): Promise<Explanation> =>
  explainCase(file, { laws: law, until: '2026-03-31', ...more });

const asWritten = async (): Promise<CaseFile> => fileOf(await written(steps));

/** The case with other members in one fact, and without some of its record's meta, as a host of another make might have it. */
function changed(file: CaseFile, version: number, data: Readonly<Record<string, unknown>>, without: readonly string[] = []): CaseFile {
  const facts = file.facts.map(({ record, fact }) => {
    if (record.version !== version) return { record, fact };
    const meta = Object.fromEntries(Object.entries(record.meta).filter(([name]) => !without.includes(name)));
    return { record: { ...record, meta }, fact: { ...fact, data: { ...fact.data, ...data } } };
  });
  return { ...file, facts };
}

const rule = (article: number, grade?: string) => ({
  ...{ act: 'House rules', article: String(article), text: `House rule ${article}` },
  ...(grade ? { grade } : {}),
});

describe('what is told of a case', () => {
  it('begins with where it stands, and that nothing is proved unless something proves it', async () => {
    const file = await asWritten();
    expect(await told(file)).toMatchObject({
      ...{ case: 'case', caseType: 'complaint', log: '7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a12', about: 'The pension was cut.' },
      ...{ stage: 'resolved', level: 1, openedOn: '2026-01-05', holder: { unit: 'left', person: 'p-7' } },
      ...{ until: '2026-03-31', lastRecordedAt: '2026-03-04T09:00:03.000Z' },
      ...{ proof: { proved: false, why: null }, refusals: null },
    });
    const proof = { proved: false, why: 'one word was changed' } as const;
    expect((await told(file, { proof })).proof).toEqual(proof);
  });

  it('has no subject where the case type keeps none', async () => {
    const file = await asWritten();
    expect((await told(changed(file, 1, { summary: '' }))).about).toBeNull();
    expect((await told(changed(file, 1, { summary: 7 }))).about).toBeNull();
  });

  it('is refused where there is no fact', async () => {
    await expect(told({ ...(await asWritten()), facts: [] })).rejects.toMatchObject({
      code: 'case-unreadable',
      says: expect.stringContaining('it has no facts'),
    });
  });

  it('has what a replay of the records finds, and nothing else', async () => {
    const { findings } = await told(await asWritten());
    expect(findings.map(({ code, version }) => [code, version])).toEqual([['back-dated', 3]]);
    expect((await told(await fileOf(await written(steps.slice(0, 2))))).findings).toEqual([]);
  });

  it('has it in the language that was asked for, and says which', async () => {
    const file = await asWritten();
    const [english, vietnamese] = [await told(file), await told(file, { language: 'vi' })];
    expect([english.language, vietnamese.language]).toEqual(['en', 'vi']);
    expect(english.findings[0]?.says).toContain('on a recorded ground');
    expect(vietnamese.findings[0]?.says).toContain('có ghi lý do');
  });
});

describe('each fact that is told', () => {
  it('says its days, who did it and by what rule, where it led, and who was accountable after it', async () => {
    const { timeline } = await told(await asWritten());
    expect(timeline[2]).toEqual({
      ...{ version: 3, type: 'Assigned', on: '2026-01-09', recordedAt: '2026-01-13T09:00:02.000Z', observed: false, objections: [] },
      ...{ late: { ground: 'found in a drawer', document: 'L-1' }, by: { id: 'p-left', unit: 'left', role: 'head', onBehalfOf: null } },
      ...{ authority: 'heads-may-everything', law: 'house@1#house-rules-1', stage: { before: 'received', after: 'assigned' } },
      ...{ holder: { unit: 'left', person: 'p-7', exOfficio: false }, citations: [], says: [['person', 'p-7']] },
    });
    expect(timeline.map(({ observed }) => observed)).toEqual([false, false, false, true]);
    expect(timeline.map(({ late }) => late !== null)).toEqual([false, false, true, false]);
    expect(timeline.map(({ holder }) => holder?.person)).toEqual(['p-left', 'p-left', 'p-7', 'p-7']);
  });

  it('says what is told nowhere else: not its clocks, its holder, its grounds, or what would have been refused', async () => {
    const file = changed(await asWritten(), 4, { because: rule(6), noAnswer: rule(5), late: { ground: 'the post', document: 'L-2' } });
    const { timeline } = await told(file);
    expect(timeline.map(({ says }) => says.map(([field]) => field).toSorted())).toEqual([
      ['channel', 'complainants', 'summary', 'unit'],
      [],
      ['person'],
      ['decision', 'outcome', 'summary'],
    ]);
    // The control: these members are in the facts.
    const members = new Set(file.facts.flatMap(({ fact }) => Object.keys(fact.data)));
    for (const each of ['clocks', 'objections', 'late', 'holder', 'because', 'noAnswer']) expect(members).toContain(each);
  });

  it('has no rule and no law where its record names none, and nobody where nobody holds the case', async () => {
    const file = changed(await asWritten(), 1, { late: null }, ['authority', 'law']);
    const { timeline } = await told({ ...file, type: { ...file.type, evolve: () => undefined } });
    expect(timeline[0]).toMatchObject({ authority: '', law: '', late: null, holder: null });
    expect(timeline[1]).toMatchObject({ authority: 'heads-may-everything', law: 'house@1#house-rules-1', holder: null });
  });

  it('has the provisions that it and its clock lines were made by, each once; what has no text is none', async () => {
    const { timeline } = await told(await asWritten());
    const texts = (all: typeof timeline) => all.map(({ citations }) => citations.map(({ text }) => text));
    expect(texts(timeline)).toEqual([['House rule 1'], ['House rule 1', 'House rule 2'], [], ['House rule 2', 'House rule 3']]);
    const other = changed(await asWritten(), 3, { because: { text: 5 }, noAnswer: rule(5) });
    expect(texts((await told(other)).timeline)[2]).toEqual(['House rule 5']);
  });

  it('has each objection that was recorded, and of a damaged one what can be read', async () => {
    const citation = rule(9, 'B');
    const objections = [
      { code: 'A', params: { holder: 'left', days: 3 }, because: { citation } },
      ...[null, 'B', ['C']],
      { code: 'D', params: ['x'], because: 'a text' },
      { code: 7, because: { citation: null } },
      { code: 'F', params: null, because: { rule: 'the-order' } },
      { code: 'G', because: { rule: 4 } },
    ];
    const { timeline } = await told(changed(await asWritten(), 3, { objections }));
    expect(timeline[2]?.objections).toEqual([
      { code: 'A', params: { holder: 'left', days: 3 }, because: { citation } },
      { code: 'D', params: {}, because: { rule: '' } },
      { code: '7', params: {}, because: { rule: '' } },
      { code: 'F', params: {}, because: { rule: 'the-order' } },
      { code: 'G', params: {}, because: { rule: '' } },
    ]);
    expect(timeline[3]?.objections).toMatchObject([
      { code: 'NOT_THE_HOLDER', params: { unit: 'far' }, because: { rule: 'not-the-holder' } },
    ]);
    expect((await told(changed(await asWritten(), 3, { objections: 'none' }))).timeline[2]?.objections).toEqual([]);
  });
});

describe('the back-datings that are told', () => {
  it('are the facts dated before the latest step, each with that step and its ground, and none of the same day', async () => {
    expect((await told(await asWritten())).backDatings).toEqual([
      {
        ...{ version: 3, type: 'Assigned', on: '2026-01-09', last: '2026-01-12', moves: true },
        late: { ground: 'found in a drawer', document: 'L-1' },
      },
    ]);
    // A paper that was joined later moves nothing, and needs no ground. The step after it is compared with the latest step, not with it.
    const file = await fileOf(await written([...joinedUnseen, { type: 'Note', on: '2026-01-16', data: { text: 'the same day' } }]));
    expect((await told(file)).backDatings).toEqual([
      { version: 5, type: 'MembersAdded', on: '2026-01-14', last: '2026-01-16', late: null, moves: false },
    ]);
  });
});

describe('the clocks that are told', () => {
  it('have a line for each entry, and stand as they stand on the last day that is told', async () => {
    const { clocks } = await told(await asWritten());
    // Seven days from the 5th; 20 days from the 12th are 1 February, a Sunday; 15 days from 4 March.
    expect(clocks.map(({ clock, status, dueOn }) => [clock, status, dueOn])).toEqual([
      ['acceptance', 'stopped', '2026-01-12'],
      ['resolution', 'stopped', '2026-02-02'],
      ['second-complaint', 'overdue', '2026-03-19'],
    ]);
    expect(clocks[1]?.lines).toEqual([
      {
        ...{ on: '2026-01-12', version: 2, entry: expect.objectContaining({ do: 'start', clock: 'resolution' }), dueBefore: null },
        ...{ dueAfter: '2026-02-02', rawDueAfter: '2026-02-01', provisional: false, calendar: 'house@1' },
      },
      {
        ...{ on: '2026-03-04', version: 4, entry: expect.objectContaining({ do: 'stop', clock: 'resolution' }), dueBefore: '2026-02-02' },
        ...{ dueAfter: '2026-02-02', rawDueAfter: '2026-02-01', provisional: false, calendar: 'house@1' },
      },
    ]);
    expect(clocks[1]?.runs).toMatchObject([{ clock: 'resolution', startedOn: '2026-01-12', endedOn: '2026-03-04', missed: true }]);
  });

  it('have run out, and are not overdue, where nobody had to be done by their last day', async () => {
    const status = async (more: Partial<ExplainOptions>) => (await told(await asWritten(), more)).clocks.map((clock) => clock.status);
    const owed = (clock: string): boolean => clock !== 'second-complaint';
    expect(await status({ owed })).toEqual(['stopped', 'stopped', 'ran-out']);
    expect(await status({ owed, until: '2026-03-19' })).toEqual(['stopped', 'stopped', 'running']);
    expect(await status({ owed: () => true })).toEqual(['stopped', 'stopped', 'overdue']);
  });

  it('are those that were started: a line of another is no clock', async () => {
    const stop = { do: 'stop', clock: 'of-nobody', on: '2026-01-09', law: rule(8) };
    const clocks = [{ entry: stop, dueOn: null, rawDueOn: null, provisional: false, calendar: 'house@1' }];
    const names = (await told(changed(await asWritten(), 3, { clocks }))).clocks.map(({ clock }) => clock);
    expect(names).toEqual(['acceptance', 'resolution', 'second-complaint']);
  });
});

describe('what is cited', () => {
  it('is each provision and each rule once with the facts that called on it, the provisions first', async () => {
    expect((await told(await asWritten())).cited).toEqual([
      { kind: 'provision', text: 'House rule 1', grade: 'A', facts: [1, 2] },
      { kind: 'provision', text: 'House rule 2', grade: 'A', facts: [2, 4] },
      { kind: 'provision', text: 'House rule 3', grade: 'A', facts: [4] },
      { kind: 'rule', text: 'heads-may-everything', grade: null, facts: [1, 2, 3, 4] },
      { kind: 'rule', text: 'not-the-holder', grade: null, facts: [4] },
    ]);
  });

  it('is also what an objection rests on, and nothing where no rule is told', async () => {
    const objections = [
      ...[rule(3, 'A'), rule(9, 'B'), rule(10)].map((citation) => ({ code: 'A', params: {}, because: { citation } })),
      ...['own', '', 'own'].map((name) => ({ code: 'B', params: {}, because: { rule: name } })),
    ];
    const { cited } = await told(changed(await asWritten(), 4, { objections }, ['authority']));
    expect(cited.map(({ kind, text, grade, facts }) => [kind, text, grade, facts])).toEqual([
      ['provision', 'House rule 1', 'A', [1, 2]],
      ['provision', 'House rule 2', 'A', [2, 4]],
      ['provision', 'House rule 3', 'A', [4]],
      ['provision', 'House rule 9', 'B', [4]],
      ['provision', 'House rule 10', null, [4]],
      ['rule', 'heads-may-everything', null, [1, 2, 3]],
      ['rule', 'own', null, [4]],
    ]);
  });
});

describe('the refusals that are told', () => {
  it('are those of this case, in their order', async () => {
    const refused = (id: string, asked: string) => ({
      ...{ at: '2026-01-20T08:00:00.000Z', by: { id: 'p-9', unit: 'far', role: 'clerk' } },
      refusal: {
        ...{ refused: true as const, code: 'NO_DECISION' as const, params: {}, asked, case: id, stage: 'none', mayFollow: [] },
        because: { rule: 'no-decision' },
      },
    });
    const all = [refused('case', 'Serve'), refused('another', 'Serve'), refused('case', 'Close')];
    expect((await told(await asWritten(), { refusals: all })).refusals).toEqual([all[0], all[2]]);
    expect((await told(await asWritten(), { refusals: [] })).refusals).toEqual([]);
  });
});
