import type { EventStore } from '@redress/core';
import { CloudEvent } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import { CaseFileError, cloudEventsView, type ViewTime } from '../../src/index.ts';
import { storeOf } from '../any-value.ts';
import { changed } from '../damage.ts';
import { houseLog, recordsOf } from '../house-log.ts';

type Members = Record<string, unknown>;

async function lines(time: ViewTime = 'recorded', store?: EventStore): Promise<readonly Members[]> {
  const found: Members[] = [];
  for await (const line of cloudEventsView(store ?? (await houseLog()), time)) {
    expect(line.indexOf('\n')).toBe(line.length - 1);
    found.push(JSON.parse(line));
  }
  return found;
}

const strict = (members: Members): CloudEvent<unknown> => new CloudEvent(members, true);

describe('a log as CloudEvents', () => {
  it('is one event for each fact, in log order, each taken by the strict reader of the standard', async () => {
    const records = (await recordsOf(await houseLog())).map(({ record }) => record);
    const events = (await lines()).map(strict);
    expect(events.map(({ id, source, time, data }) => ({ id, source, time, data }))).toEqual(
      records.map(({ id, log, recordedAt, data }) => ({ id, source: `urn:uuid:${log}`, time: recordedAt, data })),
    );
    expect(events.map(({ caseid, streamversion, type }) => [caseid, streamversion, type])).toEqual(
      records.map(({ stream, version, type, meta }) => [stream, version, `redress.${meta.caseType}.${type}`]),
    );
  });

  it('has for each the members of its record, and the version of the standard', async () => {
    const [first] = await recordsOf(await houseLog());
    const { record } = first ?? expect.fail('no record');
    const { data, ...members } = (await lines())[0] ?? expect.fail('no event');
    expect(members).toMatchObject({ specversion: '1.0', id: record.id, time: record.recordedAt, occurredon: record.meta.occurredOn });
    expect(Object.values(members)).not.toContain('');
    expect(data).toEqual(record.data);
  });

  it('says of each that it is no evidence', async () => {
    for (const event of await lines()) expect(event.evidence).toBe(false);
  });

  it('has the day that a fact is about as its time, where that is asked for', async () => {
    for (const { time, occurredon } of await lines('occurred')) expect(time).toBe(`${occurredon}T00:00:00.000Z`);
  });

  it('ends at what is no record, and says so', async () => {
    const store = await houseLog();
    const damaged = changed(await recordsOf(store), 'late', 2, (draft) => void Object.assign(draft.meta, { caseType: { toString: 1 } }));
    const error = await lines('recorded', storeOf(store, damaged)).catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(CaseFileError);
    expect(error).toMatchObject({ code: 'case-unreadable', says: expect.stringContaining('Fact 2 of the case late is no record') });
  });

  it.each([
    ['a name with a capital', { caseId: 'x' }],
    ['no source', { source: '' }],
    ['no type', { type: '' }],
    ['a time that is none', { time: 'yesterday' }],
  ])('would be refused by that reader with %s', async (_, damage) => {
    const [first = {}] = await lines();
    expect(() => strict(first)).not.toThrow();
    expect(() => strict({ ...first, ...damage })).toThrow();
  });
});
