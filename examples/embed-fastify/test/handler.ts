import { complaint, createEngine } from '@redress/core';
import { createHandler } from '@redress/http';
import { openSqlite } from '@redress/sqlite';
import { vietnam as law, sampleAuthority, sampleOrganisation } from '@redress/vietnam';
import { actorOf } from '../sign-in.ts';

async function open(): Promise<(request: Request) => Promise<Response>> {
  const store = await openSqlite(process.env.STORE ?? 'redress.db');
  const engine = createEngine({ store, caseTypes: [complaint], law, authority: sampleAuthority(), organisation: sampleOrganisation() });
  const closing = new AbortController();
  process.on('SIGTERM', () => closing.abort());
  return createHandler(engine, { actorOf, basePath: '/api', closing: closing.signal });
}

// `next build` imports this file, and `next dev` does at every change: the first request opens the store, and no other one does.
const kept = globalThis as typeof globalThis & { redress?: ReturnType<typeof open> };
export const handler = async (request: Request): Promise<Response> => {
  kept.redress ??= open();
  return (await kept.redress)(request);
};
