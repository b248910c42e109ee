/** A desk where nothing is objected to and no clock runs: enough to send commands to. */
import {
  authorityOf,
  complaint,
  createEngine,
  type Engine,
  type EventStore,
  everyDayWorks,
  type Law,
  memoryStore,
  organisationOf,
} from '../../src/index.ts';

const edition = { pack: 'none', version: '1', digest: 'none-1' };
const calendar = everyDayWorks();
const none: Law = {
  edition,
  timeZone: 'UTC',
  at: () => none,
  editionFor: () => edition,
  calendar: () => calendar,
  clockEffects: () => [],
  competentUnit: () => null,
  nextLevel: () => null,
  disputesCustody: () => null,
  objection: () => null,
};

export const clerk = { id: 'p-clerk', unit: 'left', role: 'clerk' };
export const head = { id: 'p-left', unit: 'left', role: 'head' };
export const letter = { channel: 'post', unit: 'left', summary: 'The pension was cut.', complainants: [{ member: 'm-1' }] };

/** Clerks take in and note; heads do everything. The present day is 2026-06-30. */
export function lawlessDesk(store: EventStore = memoryStore()): Engine {
  return createEngine({
    store,
    caseTypes: [complaint],
    law: none,
    authority: authorityOf([
      { id: 'heads', roles: ['head'], commands: '*', effect: 'allow' },
      { id: 'clerks', roles: ['clerk'], commands: ['Receive', 'Note'], effect: 'allow' },
    ]),
    organisation: organisationOf({
      units: [{ id: 'left', name: 'Left', superior: null, headPost: 'head:left' }],
      posts: [{ post: 'head:left', person: 'p-left' }],
    }),
    now: () => '2026-06-30T10:00:00.000Z',
  });
}

/** A store that fails where it is told to. */
export function failing(store: EventStore, fails: { read?: Error; append?: Error }): EventStore {
  return {
    ...store,
    read: (...given) => {
      if (fails.read) throw fails.read;
      return store.read(...given);
    },
    append: async (...given) => {
      if (fails.append) throw fails.append;
      return store.append(...given);
    },
  };
}
