import { CloudEvent } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import { cloudEventsView, type ViewTime } from '../../src/index.ts';
import { houseLog, recordsOf } from '../house-log.ts';

type Members = Record<string, unknown>;

async function lines(time: ViewTime = 'recorded'): Promise<readonly Members[]> {
  const found: Members[] = [];
  for await (const line of cloudEventsView(await houseLog(), time)) {
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

  it('says of each that it is no evidence', async () => {
    for (const event of await lines()) expect(event.evidence).toBe(false);
  });

  it('has the day that a fact is about as its time, where that is asked for', async () => {
    for (const { time, occurredon } of await lines('occurred')) expect(time).toBe(`${occurredon}T00:00:00.000Z`);
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
