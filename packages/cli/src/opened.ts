/** A store that is there, an engine over it, and the answer where a case is not. */
import { createEngine, type Engine, refuse, sayRefusal } from '@redress/core';
import type { Answer, Terminal } from './answer.ts';
import { refusalDocument } from './case-document.ts';
import type { Given, Language } from './command.ts';
import { configFrom, type RedressConfig } from './config.ts';
import { openExisting, placeOf } from './store-place.ts';

export interface Opened {
  readonly engine: Engine;
  readonly config: RedressConfig;
  readonly language: Language;
}

/** Runs a question over the store that was named, and closes it whatever happens. */
export async function asking(given: Given, terminal: Terminal, ask: (opened: Opened) => Promise<Answer>): Promise<Answer> {
  const { language } = given;
  const place = placeOf({ db: given.text('db'), store: given.text('store') }, terminal.folder);
  const config = await configFrom(given.text('config'), terminal.folder);
  const store = await openExisting(place);
  try {
    const { caseTypes, law, organisation, authority, vault } = config;
    const engine = createEngine({ store, caseTypes, law, organisation, authority, ...(vault ? { vault } : {}) });
    return await ask({ engine, config, language });
  } finally {
    await store.close();
  }
}

export function unknownCase(id: string, asked: string, language: Language): Answer {
  const refusal = refuse('UNKNOWN_CASE', { case: id }, { type: asked, case: id }, null);
  return { ending: 'refused', document: refusalDocument(refusal, language), text: sayRefusal(refusal, language) };
}
