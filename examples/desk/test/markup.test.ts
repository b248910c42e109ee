/** Whatever is typed comes out as text. Seen to fail: `html` without its escaping lets every one of these tests fail. */
import { readdirSync, readFileSync } from 'node:fs';
import { complaint } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../forms/fields.ts';
import { type Html, html } from '../html.ts';
import { opened, takenIn } from './client.ts';

const PAYLOAD = `"'><script>alert(1)</script><img src=x onerror=alert(1)>\${1}`;
/** Markup that the payload would be, were it not escaped. */
const isBroken = (body: string): boolean => /<script>alert|<img src=x|="[^"]*"'>/.test(body);

describe('the template', () => {
  it('writes text as text, wherever it is put', () => {
    expect(html`<a href="${PAYLOAD}">${PAYLOAD}</a>${[PAYLOAD]}`.toString()).not.toMatch(/<script|<img|"'>/);
    expect(html`${'&<>"\''}`.toString()).toBe('&amp;&lt;&gt;&quot;&#39;');
  });

  it('keeps what it made itself, and leaves out what is not there', () => {
    expect(html`<p>${html`<b>${1}</b>`}${null}${undefined}${false}${0}</p>`.toString()).toBe('<p><b>1</b>0</p>');
  });

  it('takes nothing that only looks like its own', () => {
    const alike: unknown = { toString: () => '<b>' };
    // It is a fault of the program, and never markup.
    expect(() => html`${alike as Html}`.toString()).toThrow(TypeError);
  });

  /** A value that stands in an attribute without quotes, or in the name of a tag. */
  const unsafePlaces = (text: string): readonly string[] => text.match(/<[^>"`]*(?:=\$\{|<\$\{)|<\$\{/g) ?? [];

  it('has its values in texts and between quotes only, in every page', () => {
    const folder = new URL('..', import.meta.url);
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !/node_modules|test\//.test(name),
    );
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((name) => unsafePlaces(readFileSync(new URL(name, folder), 'utf8')).length > 0)).toEqual([]);
    // Control.
    const slot = '$' + '{kind}';
    expect(unsafePlaces(`html\`<p class=${slot}>\``)).not.toEqual([]);
    expect(unsafePlaces(`html\`<p class="${slot}">\``)).toEqual([]);
  });
});

describe('what somebody typed', () => {
  it('is text on every page that shows it: the case, the lists, the offers, the audit', async () => {
    const desk = await opened();
    const officer = await desk.client('officer');
    const typed = { channel: 'post', unit: 'nghe-an.co-so-vinh', 'complainants.0.member': PAYLOAD, topic: PAYLOAD, reference: PAYLOAD };
    const contested = { 'contests.decision': PAYLOAD, 'contests.issuedBy': 'nghe-an', forwardedBy: PAYLOAD };
    const { location } = await officer.ask('/intake', { ...typed, ...contested, summary: PAYLOAD });
    const address = location.split('?')[0] ?? '';
    expect(address).toMatch(/^\/cases\/KN-/);
    await officer.ask(`${address}/do/Note`, { text: PAYLOAD });
    await officer.ask(`${address}/do/OfferTransfer`, { toUnit: 'nghe-an', reason: PAYLOAD });
    const auditor = await desk.client('auditor');
    for (const path of [address, '/', '/unit', '/offers', `${address}/do/Note`]) {
      const { body } = await officer.get(path);
      expect([path, isBroken(body)]).toEqual([path, false]);
      expect([path, body.includes('&lt;script&gt;alert(1)')]).toEqual([path, path !== '/']);
    }
    for (const path of [`/audit/${address.slice('/cases/'.length)}`, '/cases', `/audit/case?id=${encodeURIComponent(PAYLOAD)}`]) {
      expect(isBroken((await auditor.get(path)).body)).toBe(false);
    }
    await desk.close();
  });

  it('is text in every field of every form that comes back', async () => {
    const desk = await opened();
    const officer = await desk.client('officer');
    const id = await takenIn(officer);
    for (const [command, { opens }] of Object.entries(complaint.commands)) {
      if (opens) continue;
      const path = `/cases/${id}/do/${command}`;
      await officer.get(path);
      const names = namesOf(fieldsOf(complaint, command));
      const fields = Object.fromEntries(names.map((name) => [`data.${name}`, PAYLOAD]));
      const { body } = await officer.post(path, { ...fields, on: PAYLOAD, 'late-ground': PAYLOAD, step: 'try' });
      expect([command, isBroken(body)]).toEqual([command, false]);
      // Control: it did come back.
      expect([command, body.includes('&lt;script&gt;alert(1)')]).toEqual([command, true]);
    }
    await desk.close();
  });
});

/** The names of a form's fields, each list with one row. */
function namesOf(fields: ReturnType<typeof fieldsOf>): readonly string[] {
  return fields.flatMap((field) => {
    if (field.kind === 'group' || field.kind === 'rows') return namesOf(field.fields);
    const path = field.path.replaceAll('*', '0');
    return field.kind === 'pairs' ? [`${path}.name`, `${path}.text`] : [path];
  });
}

describe('the check of this test', () => {
  it('sees a page that does not escape', () => {
    expect(isBroken(`<p>${PAYLOAD}</p>`)).toBe(true);
    expect(isBroken(`<input value="${PAYLOAD}">`)).toBe(true);
  });
});
