import { createEngine, type EventStore, isRefusal, memoryStore, memoryVault, SEALED, sayRefusal } from '@redress/core';
import { houseAuthority, houseOrganisation } from '@redress/testing';
import { describe, expect, it } from 'vitest';
import { cloudEventsView, ocelView, viewLog, xesView } from '../../src/index.ts';
import { caseTypes, law } from '../house-log.ts';

const canaries = ['Nguyễn Thị Hoàng Yến', '12 Nguyễn Huệ', '0912 345 678'];

async function store(): Promise<EventStore> {
  const log = memoryStore();
  const engine = createEngine({
    store: log,
    caseTypes,
    law,
    authority: houseAuthority(),
    organisation: houseOrganisation(),
    vault: memoryVault(),
    now: () => '2026-06-30T10:00:00.000Z',
  });
  const [name, address, contact] = canaries;
  const outcome = await engine.execute({
    id: 'c-1',
    type: 'Receive',
    case: 'secret',
    on: '2026-01-05',
    actor: { id: 'p-left', unit: 'left', role: 'head' },
    data: { channel: 'post', unit: 'left', summary: 'The pension was cut.', complainants: [{ member: 'm-1', name, address, contact }] },
  });
  if (isRefusal(outcome)) throw new Error(sayRefusal(outcome));
  return log;
}

async function views(log: EventStore): Promise<Readonly<Record<string, string>>> {
  const all = async (pieces: AsyncIterable<string>): Promise<string> => {
    let text = '';
    for await (const piece of pieces) text += piece;
    return text;
  };
  const viewed = await viewLog(log, caseTypes);
  return {
    xes: await all(xesView(viewed, 'recorded')),
    ocel: await all(ocelView(viewed, 'recorded')),
    cloudevents: await all(cloudEventsView(log, 'recorded')),
  };
}

const seen = (text: string): readonly string[] =>
  canaries.filter((each) =>
    [each, Buffer.from(each).toString('base64'), Buffer.from(each).toString('hex'), JSON.stringify(each).slice(1, -1)].some((form) =>
      text.includes(form),
    ),
  );

describe('what is sealed', () => {
  it('is in no view, or in it as its commitment', async () => {
    const { xes = '', ocel = '', cloudevents = '' } = await views(await store());
    for (const text of [xes, ocel, cloudevents]) {
      expect(text).toContain('Received');
      expect(seen(text)).toEqual([]);
    }
    expect(xes + ocel).not.toContain(SEALED);
    expect(cloudevents.split(SEALED)).toHaveLength(canaries.length + 1);
  });

  it('would be found if a view held it', async () => {
    const { cloudevents = '' } = await views(await store());
    for (const each of canaries) expect(seen(cloudevents.replace(/sealed:[\w-]+/, each))).toEqual([each]);
  });
});
