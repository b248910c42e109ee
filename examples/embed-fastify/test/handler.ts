/** A handler over an empty log that knows whoever says a name. */
import { complaint, createEngine, memoryStore } from '@redress/core';
import { createHandler } from '@redress/http';
import { sampleAuthority, sampleOrganisation, vietnam } from '@redress/vietnam';

const authority = sampleAuthority();
const organisation = sampleOrganisation();
const engine = createEngine({ store: memoryStore(), caseTypes: [complaint], law: vietnam, authority, organisation });
export const handler = createHandler(engine, {
  actorOf: (request) => (request.headers.has('authorization') ? { id: 'cb-9', unit: 'nghe-an', role: 'clerk' } : null),
  basePath: '/api',
});
