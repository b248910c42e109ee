/** Who may ask what, in which unit; and the engine over a store of the caller's. */
import { authorityOf, createEngine, type Engine, type EventStore, organisationOf } from '@redress/core';
import { buildingRules } from './building-rules.ts';
import { permit } from './permit.ts';

const authority = authorityOf([
  { id: 'the-desk', roles: ['clerk'], commands: ['Apply', 'AskSupplement', 'Supplement'], effect: 'allow' },
  { id: 'officers', roles: ['officer'], commands: ['AskSupplement', 'Inspect', 'Grant', 'Refuse'], effect: 'allow' },
  { id: 'the-watch', roles: ['system'], commands: ['RecordRunOut', 'RecountClocks'], effect: 'allow' },
]);

const organisation = organisationOf({
  units: [{ id: 'building', name: 'Building office', superior: null, headPost: 'building-head' }],
  posts: [{ post: 'building-head', person: 'p-1' }],
});

export const officeOver = (store: EventStore, now?: () => string): Engine =>
  createEngine({ store, caseTypes: [permit], law: buildingRules, authority, organisation, ...(now ? { now } : {}) });
