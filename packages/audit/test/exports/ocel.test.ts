import { type Json, memoryStore } from '@redress/core';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { ocelView, type ViewedCase, viewLog } from '../../src/index.ts';
import { caseTypes, houseLog, recordsOf } from '../house-log.ts';
import { faultsOf, type Ocel, ocelSchema } from './ocel-schema.ts';

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const valid = ajv.compile<Ocel>(ocelSchema);

async function documentOf(store = houseLog()): Promise<unknown> {
  let text = '';
  for await (const piece of ocelView(await viewLog(await store, caseTypes), 'recorded')) text += piece;
  return JSON.parse(text);
}

async function ocel(): Promise<Ocel> {
  const document = await documentOf();
  if (!valid(document)) throw new Error(ajv.errorsText(valid.errors));
  return document;
}

describe('a log as OCEL 2.0', () => {
  it('is valid against the schema of the standard, and names nothing that is not there', async () => {
    const document = await ocel();
    expect(faultsOf(document)).toEqual([]);
    expect(document).toMatchObject({ description: expect.stringContaining('not evidence') });
  });

  it('is valid where the log is empty', async () => {
    const document = await documentOf(Promise.resolve(memoryStore()));
    expect(valid(document)).toBe(true);
    expect(document).toMatchObject({ events: [], objects: [] });
  });

  it('has an event for each fact: of its case, of the units that acted and hold, of the clocks it moved', async () => {
    const { events } = await ocel();
    const records = (await recordsOf(await houseLog())).map(({ record }) => record);
    expect(new Set(events.map(({ id }) => id))).toEqual(new Set(records.map(({ id }) => id)));
    const transfer = events.find(({ type }) => type === 'TransferAccepted');
    expect(transfer?.relationships).toEqual(
      expect.arrayContaining([
        { objectId: 'case:long', qualifier: 'of' },
        { objectId: 'unit:right', qualifier: 'acted' },
        { objectId: 'unit:right', qualifier: 'holds' },
      ]),
    );
    const moved = records.flatMap(({ data }) => (Array.isArray(data.clocks) ? data.clocks : []));
    const related = events.flatMap(({ relationships = [] }) => relationships.filter(({ objectId }) => objectId.startsWith('clock:')));
    expect(related).toHaveLength(moved.length);
    expect(related.length).toBeGreaterThan(10);
  });

  it('has a case with every stage it came to, its units, and each of its clocks, which is the clock of that case', async () => {
    const { events, objects, ...types } = await ocel();
    const records = (await recordsOf(await houseLog())).map(({ record }) => record);
    const [first, second] = records.filter(({ stream }) => stream === 'withdrawn');
    expect(objects.filter(({ id }) => id.endsWith('withdrawn'))).toEqual([
      {
        id: 'case:withdrawn',
        type: 'case',
        attributes: [
          { name: 'caseType', value: 'complaint', time: first?.recordedAt },
          { name: 'stage', value: first?.meta.to, time: first?.recordedAt },
          { name: 'stage', value: second?.meta.to, time: second?.recordedAt },
        ],
      },
      {
        id: 'clock:acceptance/withdrawn',
        type: 'clock',
        // Seven days after Friday, 30 January.
        attributes: expect.arrayContaining([
          { name: 'name', value: 'acceptance', time: first?.recordedAt },
          { name: 'dueOn', value: '2026-02-06', time: first?.recordedAt },
        ]),
        relationships: [{ objectId: 'case:withdrawn', qualifier: 'of' }],
      },
    ]);
    const clocks = objects.filter(({ type }) => type === 'clock');
    for (const { id, relationships } of clocks)
      expect(relationships).toEqual([{ objectId: `case:${id.slice(id.lastIndexOf('/') + 1)}`, qualifier: 'of' }]);
    expect(objects.filter(({ type }) => type === 'unit').map(({ id, attributes }) => [id, attributes])).toEqual(
      expect.arrayContaining(['left', 'right', 'top', 'far'].map((unit) => [`unit:${unit}`, []])),
    );
    expect(events.find(({ id }) => id === first?.id)).toEqual({
      id: first?.id,
      type: 'Received',
      time: first?.recordedAt,
      attributes: [
        { name: 'actor', value: 'p-far' },
        { name: 'role', value: 'head' },
        { name: 'from', value: 'none/held/running' },
        { name: 'to', value: 'received.screening/held/running' },
        { name: 'occurredOn', value: '2026-01-30' },
        { name: 'recordedAt', value: first?.recordedAt },
      ],
      relationships: [
        { objectId: 'case:withdrawn', qualifier: 'of' },
        { objectId: 'unit:far', qualifier: 'acted' },
        { objectId: 'unit:far', qualifier: 'holds' },
        { objectId: 'clock:acceptance/withdrawn', qualifier: 'start' },
      ],
    });
    expect(types.objectTypes).toEqual([
      {
        name: 'case',
        attributes: [
          { name: 'caseType', type: 'string' },
          { name: 'stage', type: 'string' },
        ],
      },
      { name: 'unit', attributes: [] },
      {
        name: 'clock',
        attributes: [
          { name: 'name', type: 'string' },
          { name: 'dueOn', type: 'string' },
        ],
      },
    ]);
  });

  it('has every due day that a clock ever had, in order', async () => {
    const { objects } = await ocel();
    const records = (await recordsOf(await houseLog())).map(({ record }) => record);
    const days = records
      .filter(({ stream }) => stream === 'long')
      .flatMap(({ data }) => (Array.isArray(data.clocks) ? data.clocks : []))
      .filter(({ entry, dueOn }) => entry.clock === 'resolution' && dueOn)
      .map(({ dueOn }) => dueOn);
    const clock = objects.find(({ id }) => id === 'clock:resolution/long');
    expect(clock?.attributes?.filter(({ name }) => name === 'dueOn').map(({ value }) => value)).toEqual(days);
    expect(days.length).toBeGreaterThan(1);
  });
});

/** One case, as a view is given it: who acted in each of its facts, between which stages, and what it says of clocks. */
async function shown(facts: readonly { readonly meta: Readonly<Record<string, string>>; readonly clocks?: unknown }[]): Promise<Ocel> {
  const filed = facts.map(({ meta, clocks }, at) => {
    const record = { v: 1 as const, log: 'log', stream: 'a/b', version: at + 1, recordedAt: `2026-01-0${at + 1}T09:00:00.000Z` };
    const data = (clocks === undefined ? {} : { clocks }) as { readonly clocks?: Json };
    return { record: { ...record, prev: null, id: `fact-${at}`, type: 'Moved', schema: 1, meta, data, sealed: [] }, holder: null };
  });
  async function* read(): AsyncGenerator<ViewedCase> {
    yield { id: 'a/b', facts: filed, folded: false };
  }
  let text = '';
  for await (const piece of ocelView({ log: 'log', cases: 1, facts: facts.length, read }, 'recorded')) text += piece;
  return JSON.parse(text);
}

describe('a log that says less than ours', () => {
  it('has no attribute and no unit where none is told', async () => {
    const { events, objects } = await shown([{ meta: { actor: 'p-1', to: 'open' } }]);
    const at = '2026-01-01T09:00:00.000Z';
    expect(events).toEqual([
      {
        ...{ id: 'fact-0', type: 'Moved', time: at, relationships: [{ objectId: 'case:a/b', qualifier: 'of' }] },
        // Those of an event have no time of their own.
        attributes: [
          { name: 'actor', value: 'p-1' },
          { name: 'to', value: 'open' },
          { name: 'recordedAt', value: at },
        ],
      },
    ]);
    expect(objects).toEqual([{ id: 'case:a/b', type: 'case', attributes: [{ name: 'stage', value: 'open', time: at }] }]);
  });

  it('has a stage for each time that it changed, and none where it stayed', async () => {
    const { objects } = await shown([
      ...[{ meta: { caseType: 'plan', from: 'none', to: 'open' } }, { meta: { caseType: 'plan', from: 'open', to: 'open' } }],
      ...[{ meta: { caseType: 'plan', from: 'open', to: 'shut' } }],
    ]);
    expect(objects[0]?.attributes?.map(({ name, value, time }) => [name, value, time])).toEqual([
      ['caseType', 'plan', '2026-01-01T09:00:00.000Z'],
      ['stage', 'open', '2026-01-01T09:00:00.000Z'],
      ['stage', 'shut', '2026-01-03T09:00:00.000Z'],
    ]);
  });

  it('has the clocks of lines that can be read, each of its case alone, and no last day where none is told', async () => {
    const entry = { clock: 'term', do: 'start' };
    const odd = [
      null,
      'term',
      {},
      { entry: null },
      { entry: { clock: 'x' } },
      { entry: { do: 'start' } },
      { entry: { clock: 1, do: 'start' } },
    ];
    const { events, objects } = await shown([
      { meta: {}, clocks: [...odd, { entry, dueOn: '2026-02-01' }] },
      {
        meta: {},
        clocks: [
          { entry: { ...entry, do: 'pause' }, dueOn: null },
          { entry: { clock: 'a/b', do: 'start' }, dueOn: 5 },
        ],
      },
      { meta: {}, clocks: 'none' },
    ]);
    expect(events.map(({ relationships = [] }) => relationships.slice(1))).toEqual([
      [{ objectId: 'clock:term/a/b', qualifier: 'start' }],
      [
        { objectId: 'clock:term/a/b', qualifier: 'pause' },
        { objectId: 'clock:a%2Fb/a/b', qualifier: 'start' },
      ],
      [],
    ]);
    const attributes = objects.slice(1).map((each) => [each.id, each.attributes?.map(({ name, value, time }) => [name, value, time])]);
    expect(attributes).toEqual([
      [
        'clock:term/a/b',
        [
          ['name', 'term', '2026-01-01T09:00:00.000Z'],
          ['dueOn', '2026-02-01', '2026-01-01T09:00:00.000Z'],
        ],
      ],
      ['clock:a%2Fb/a/b', [['name', 'a/b', '2026-01-02T09:00:00.000Z']]],
    ]);
  });

  it('has a clock whose name holds half of a character, and no other clock has its id', async () => {
    const clocks = ['\ud800', '\udbff', '%D800', '\u0600', '\ufffd'].map((clock) => ({ entry: { clock, do: 'start' } }));
    const { objects } = await shown([{ meta: {}, clocks }]);
    const ids = objects.slice(1).map(({ id }) => id);
    expect(ids).toEqual(['%D800', '%DBFF', '%25D800', '%D8%80', '%EF%BF%BD'].map((name) => `clock:${name}/a/b`));
  });

  it('is text with one event or object on a line', async () => {
    let text = '';
    for await (const piece of ocelView(await viewLog(await houseLog(), caseTypes), 'recorded')) text += piece;
    const document: Ocel = JSON.parse(text);
    const lines = text.split('\n').filter((line) => line.startsWith('{"id":'));
    expect(lines).toHaveLength(document.events.length + document.objects.length);
  });
});

describe('the check itself', () => {
  const value = (document: Ocel): unknown => document.events[0]?.attributes?.[0];
  it.each<readonly [string, (document: Ocel) => void, RegExp]>([
    ['an object that is gone', ({ objects }) => objects.splice(0, 1), /there is no object/],
    ['an object twice', ({ objects }) => objects.push(...objects.slice(0, 1)), /^object .* twice/],
    ['a type of fact that is gone', ({ eventTypes }) => eventTypes.splice(0, 1), /type \w+ is not declared/],
    ['a type of object that is gone', ({ objectTypes }) => objectTypes.splice(0, 1), /type \w+ is not declared/],
    ['an attribute nobody declared', (document) => Object.assign(value(document) as object, { name: 'x' }), /attribute x is not declared/],
  ])('finds %s', async (_, damage, says) => {
    const document = await ocel();
    damage(document);
    expect(valid(document)).toBe(true);
    expect(faultsOf(document).join('\n')).toMatch(new RegExp(says.source, 'm'));
  });

  it.each<readonly [string, (document: Ocel) => void]>([
    ['a value that is no text', (document) => Object.assign(value(document) as object, { value: 1 })],
    ['a time that is none', ({ events }) => Object.assign(events[0] ?? {}, { time: 'yesterday' })],
    ['a missing list', (document) => Reflect.deleteProperty(document, 'objects')],
  ])('finds, by the schema, %s', async (_, damage) => {
    const document = await ocel();
    damage(document);
    expect(valid(document)).toBe(false);
  });
});
