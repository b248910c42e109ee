/**
 * One case on one desk, and what must be true of everything that is turned away: a typed answer that says so, and not a byte more in
 * the log.
 */
import {
  type CommandInput,
  complaint,
  createEngine,
  type Engine,
  type EventStore,
  isRefusal,
  memoryStore,
  type Outcome,
  type Recorded,
  type Refusal,
  StoreFault,
  sayRefusal,
  type Vault,
} from '@redress/core';
import { expect } from 'vitest';
import { houseAuthority, houseOrganisation, houseRules } from '../../src/house-rules.ts';
import { permit } from './permit.ts';

const TODAY = '2026-06-30';

export interface Door {
  readonly engine: Engine;
  readonly store: EventStore;
  /** Sends what is wanted, over a command that would be done. */
  send(changes: Readonly<Record<string, unknown>>): Promise<Outcome>;
  /** Sends it and expects a refusal that says what is wrong, and nothing written. */
  refused(changes: Readonly<Record<string, unknown>>): Promise<Refusal>;
  /** Sends it and expects a fault of the store, and nothing written. */
  faulty(changes: Readonly<Record<string, unknown>>): Promise<StoreFault>;
  log(): Promise<readonly Recorded[]>;
}

export const letter = { channel: 'post', unit: 'left', summary: 'The pension was cut.', complainants: [{ member: 'm-1' }] };

/** A desk with the complaint case-1, received, and the permit permit-1, applied for. */
export async function openDoor(vault?: Vault): Promise<Door> {
  const store = memoryStore({ now: () => `${TODAY}T10:00:00.000Z` });
  const engine = createEngine({
    store,
    caseTypes: [complaint, permit],
    law: houseRules(),
    authority: houseAuthority(),
    organisation: houseOrganisation(),
    now: () => `${TODAY}T10:00:00.000Z`,
    ...(vault ? { vault } : {}),
  });
  const usual = {
    id: 'wrong',
    type: 'Note',
    case: 'case-1',
    on: TODAY,
    actor: { id: 'p-left', unit: 'left', role: 'head' },
    data: { text: 'A note.' },
  };
  // What arrives over a wire has whatever type it has.
  const send: Door['send'] = (changes) => engine.execute({ ...usual, ...changes } as CommandInput);
  const log = async (): Promise<readonly Recorded[]> => {
    const records: Recorded[] = [];
    for await (const recorded of store.readLog('', 10_000)) records.push(recorded);
    return records;
  };
  await send({ id: 'received', type: 'Receive', on: '2026-06-01', data: letter });
  await send({ id: 'applied', type: 'Apply', case: 'permit-1', on: '2026-06-01', data: {} });
  const unwritten = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const before = (await log()).map(({ text }) => text);
    const answer = await ask();
    expect((await log()).map(({ text }) => text)).toEqual(before);
    return answer;
  };
  return {
    engine,
    store,
    send,
    log,
    refused: (changes) => unwritten(() => refusalOf(send(changes))),
    faulty: (changes) => unwritten(() => faultOf(send(changes))),
  };
}

async function refusalOf(asked: Promise<Outcome>): Promise<Refusal> {
  const outcome = await asked;
  if (!isRefusal(outcome)) return expect.fail(`it was done: ${JSON.stringify(outcome.facts[0]?.record.data)}`);
  for (const language of ['en', 'vi']) expect(sayRefusal(outcome, language)).not.toMatch(/\{\w+\}/);
  return outcome;
}

async function faultOf(asked: Promise<Outcome>): Promise<StoreFault> {
  const fault = await asked.then((outcome) => expect.fail(`no fault: ${JSON.stringify(outcome)}`)).catch((error: unknown) => error);
  if (!(fault instanceof StoreFault)) throw fault;
  expect(fault.written).toBe('nothing-written');
  expect(fault.says).toContain('Nothing was written');
  return fault;
}
