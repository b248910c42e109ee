/** Taking a complaint in: first what the law's clocks will be, then the record. */
import type { UnitAnswer } from '@redress/core';
import type { Drawing } from '../forms/drawn.ts';
import { type Html, html } from '../html.ts';
import { type Asked, askingForm, askingTitle } from './asking.ts';
import { page, type Reader } from './page.ts';

/** `competent` is what the law says of what was tried: undefined before, null where it cannot be told. */
export function intakePage(
  reader: Reader,
  asked: Asked,
  drawing: Omit<Drawing, 'typed' | 'faults'>,
  competent: UnitAnswer | null | undefined,
): Html {
  const { tongue } = reader;
  const says =
    competent === undefined
      ? null
      : competent === null
        ? html`<p class="competent">${tongue.say('competentUnknown')}</p>`
        : html`<p class="competent">${tongue.say('competentIs')}: <strong>${tongue.unit(competent.unit)}</strong> <span class="law">${competent.because.text}</span></p>`;
  const content = html`<div class="narrow"><h1>${tongue.say('intakeTitle')}</h1><p class="about">${tongue.say('intakeAbout')}</p>${askingForm(reader, asked, drawing, says)}</div>`;
  return page(reader, { title: askingTitle(tongue, asked, tongue.say('intakeTitle')), content, asks: true });
}
