/** One thing asked of a case, as a form made from its schema. */
import type { CaseState } from '@redress/core';
import type { Drawing } from '../forms/drawn.ts';
import { type Html, html } from '../html.ts';
import { aboutOf } from '../standing.ts';
import { type Asked, askingForm, askingTitle } from './asking.ts';
import { stageSaid } from './lists.ts';
import { page, type Reader } from './page.ts';

export function actionPage(reader: Reader, asked: Asked, drawing: Omit<Drawing, 'typed' | 'faults'>, state: CaseState): Html {
  const { tongue } = reader;
  const title = tongue.command(asked.caseType, drawing.command);
  const address = `/cases/${encodeURIComponent(state.caseId)}`;
  const content = html`<div class="narrow"><p class="kind"><a href="${address}">← ${state.caseId}</a> ${stageSaid(tongue, state)}</p><h1>${title}</h1><p class="about summary">${aboutOf(state).summary}</p>${askingForm(reader, asked, drawing, null)}</div>`;
  return page(reader, { title: askingTitle(tongue, asked, `${title} · ${state.caseId}`), content, live: state.caseId, asks: true });
}
