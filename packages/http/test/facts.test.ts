/** What the document says of facts is what facts are: each by its own type's schema, and nothing else passes for one. */
import { randomInt } from 'node:crypto';
import { type CaseType, complaint } from '@redress/core';
import { factData, houseSetting, plans, play } from '@redress/testing';
import { petition } from '@redress/vietnam';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { length } from '../../../.config/lengths.ts';
import { factSchemas } from '../src/openapi-facts.ts';
import { check, type Document, Unlawful } from './contract.ts';
import { bodyOf, openDesk, received } from './desk.ts';

const seed = Number(process.env.FC_SEED ?? randomInt(2 ** 31));
const HISTORIES = length('histories held against the document', 25, 1000);

const text = await (await openDesk().get('/openapi.json')).text();
const isFact = (value: unknown): void => check(text, ['components', 'schemas', 'Fact'], value);

const shown = (caseType: string, type: string, data: unknown, schema = 1): Readonly<Record<string, unknown>> => ({
  id: '00000000-0000-4000-8000-000000000001',
  case: 'case-1',
  version: 1,
  type,
  schema,
  recordedAt: '2026-06-30T10:00:00.000Z',
  meta: { caseType, command: 'c' },
  data,
});

const types: readonly Pick<CaseType<never>, 'name' | 'facts'>[] = [complaint, petition];

describe('facts in the document', () => {
  it('have a schema for each type of fact of each case type, found by `type`', () => {
    const { components }: Document = JSON.parse(text);
    for (const { name, facts } of types) {
      const all = Object.keys(facts);
      const mapping = Object.fromEntries(all.map((fact) => [fact, `#/components/schemas/${name}.${fact}.fact`]));
      expect(components.schemas[`${name}._fact`]).toMatchObject({ discriminator: { propertyName: 'type', mapping } });
      for (const fact of all) expect(components.schemas[`${name}.${fact}.fact`]).toMatchObject({ properties: { type: { const: fact } } });
    }
  });

  it('are met by what every schema allows, and by nothing with a member more, of another type, or of another case type', () => {
    for (const type of types) {
      for (const fact of Object.keys(type.facts)) {
        for (const data of fc.sample(factData(type, fact), { numRuns: 3, seed })) {
          const sound = () => isFact(shown(type.name, fact, data));
          expect(sound, `seed ${seed}: ${JSON.stringify(data)}`).not.toThrow();
          const wrong = [
            shown(type.name, fact, { ...data, more: 1 }),
            shown(type.name, `${fact}Not`, data),
            shown(type.name, fact, data, 2),
            { ...shown(type.name, fact, data), more: 1 },
          ];
          for (const one of wrong) expect(() => isFact(one), `seed ${seed}: ${JSON.stringify(one)}`).toThrow(Unlawful);
        }
      }
    }
    expect(() => isFact(shown('petition', 'Resolved', {}))).toThrow(Unlawful);
  });

  it('are what a log holds besides of itself, and of case types that are not known here', () => {
    isFact({ ...shown('', 'LogMoved', { to: 'elsewhere' }), case: '$log', meta: {} });
    isFact(shown('another', 'Received', { anything: 1 }));
    expect(() => isFact(shown('complaint', 'LogMoved', { to: 'elsewhere' }))).toThrow(Unlawful);
  });

  it(`are those of ${HISTORIES} random histories, as the log and the case show them`, async () => {
    const met = new Set<string>();
    let empty = 0;
    for (const plan of fc.sample(plans(25), { numRuns: HISTORIES, seed })) {
      const { records, fork } = await play(houseSetting(), plan);
      const { store } = await fork();
      const desk = openDesk({ store });
      for (const { record } of records) met.add(record.type);
      // Each is held against the document.
      expect((await desk.get('/log?limit=1000')).status, `seed ${seed}`).toBe(200);
      // A history of which every command was refused has no case: there is nothing to show, and it is said.
      if (records.length === 0) empty += 1;
      const status = records.length === 0 ? 404 : 200;
      expect((await desk.get('/cases/case-1/history?limit=500')).status, `seed ${seed}`).toBe(status);
    }
    expect(empty, `seed ${seed}`).toBeLessThan(HISTORIES / 3);
    console.log(`seed ${seed}: ${met.size} types of fact`);
    expect(met.size).toBeGreaterThan(20);
  });

  it('are held wherever they are answered: one that is wrong is found in the log, in a history and after a command', async () => {
    const desk = await received();
    const note = { type: 'Note', on: '2026-06-02', data: { text: 'Đã gọi điện.' } };
    const done = await bodyOf(await desk.send('/cases/case-1/commands', 'noted', note));
    const history = await bodyOf(await desk.get('/cases/case-1/history'));
    const log = await bodyOf(await desk.get('/log'));
    const paths = { Done: done, History: history, Log: log };
    for (const [name, body] of Object.entries(paths)) {
      const held = (value: unknown): void => check(text, ['components', 'schemas', name], value);
      held(body);
      const spoiled: unknown = JSON.parse(JSON.stringify(body).replaceAll('"Đã gọi điện."', '7'));
      expect(spoiled).not.toEqual(body);
      expect(() => held(spoiled), name).toThrow(Unlawful);
    }
  });

  it('of an earlier schema are told by its number, and may hold what they held then', () => {
    const { Noted } = complaint.facts;
    if (!Noted) throw new Error('there is no note');
    const facts = { ...complaint.facts, Noted: { ...Noted, version: 2 } };
    const schemas = factSchemas([{ ...complaint, facts }]);
    const document = JSON.stringify({ components: { schemas: { ...(JSON.parse(text) as Document).components.schemas, ...schemas } } });
    const held = (value: unknown): void => check(document, ['components', 'schemas', 'Fact'], value);
    held(shown('complaint', 'Noted', { text: 'x' }, 2));
    held(shown('complaint', 'Noted', { said: 'x' }, 1));
    expect(() => held(shown('complaint', 'Noted', { said: 'x' }, 2))).toThrow(Unlawful);
    expect(() => held(shown('complaint', 'Noted', { text: 'x' }, 3))).toThrow(Unlawful);
  });
});
