/** Lines of disclosures, one by one: which are any, and which of them a record was committed to. */
import { describe, expect, it } from 'vitest';
import { canonicalize } from '../../src/canonical.ts';
import { Findings } from '../../src/verdict.ts';
import { Disclosures } from '../../src/verify-disclosures.ts';
import { readLine } from '../../src/verify-record.ts';
import { Fact } from '../../src/verify-scan.ts';
import { b64u, disclosureOf, recordOf, uuid5 } from './bundle.ts';

const FACT = uuid5('c-1 1');
const bytes = (text: string): Uint8Array => Buffer.from(text);
const placesOf = ({ listed }: Findings): readonly string[] => listed.map(({ code, file, line }) => `${code} ${file}:${line}`);

/** What is said of one line, which is the fourth. */
function told(line: Uint8Array): readonly string[] {
  const [disclosures, findings] = [new Disclosures(), new Findings('en')];
  expect(disclosures.any).toBe(false);
  disclosures.take(line, 4, findings);
  expect([disclosures.any, disclosures.count]).toEqual(findings.total === 0 ? [true, 1] : [false, 0]);
  return placesOf(findings);
}

const lineOf = (disclosure: unknown, fact: unknown = FACT, more: object = {}): Uint8Array =>
  canonicalize({ disclosure: typeof disclosure === 'string' ? disclosure : b64u(canonicalize(disclosure)), fact, ...more });
const salt = b64u(Buffer.alloc(16, 7));

describe('a line', () => {
  it.each<[string, Uint8Array]>([
    ['of a value at the top', lineOf([salt, '', 1])],
    ['of a value below', lineOf([salt, '/a/0/b', { c: [null] }])],
    ['of a path with every escape', lineOf([salt, '/~0~1/~01', ''])],
    ['of a path of slashes', lineOf([salt, '///', 1])],
    ['of a fact that nobody can have', lineOf([salt, '', 1], 'not an id')],
    ['of as few bytes as any', lineOf([salt, '', 1], '')],
  ])('is a disclosure: %s', (_, line) => expect(told(line)).toEqual([]));

  it.each<[string, Uint8Array]>([
    ['nothing', bytes('')],
    ['null', bytes(`null${' '.repeat(100)}`)],
    ['a text', canonicalize('x'.repeat(100))],
    ['a list', canonicalize([[salt, '', 1], FACT, 'x'.repeat(50)])],
    ['no JSON', bytes('{'.repeat(100))],
    ['no UTF-8', Buffer.concat([lineOf([salt, '', 1]).subarray(0, -2), Uint8Array.of(0xff), bytes('"}')])],
    ['not canonical', bytes(`${Buffer.from(lineOf([salt, '', 1])).toString()} `)],
    ['a member more', lineOf([salt, '', 1], FACT, { more: 1 })],
    ['a member less', canonicalize({ disclosure: b64u(canonicalize([salt, '', 'x'.repeat(50)])) })],
    ['another member', canonicalize({ disclosure: b64u(canonicalize([salt, '', 1])), facts: FACT })],
    ['a fact that is no text', lineOf([salt, '', 'x'.repeat(50)], 7)],
    ['no text to decode', canonicalize({ disclosure: { length: 40 }, fact: FACT.repeat(2) })],
    ['other base64', lineOf(`${b64u(canonicalize([salt, '', 1]))}=`)],
    ['an object to decode', lineOf({ 0: salt, 1: '', 2: 1, length: 3 })],
    ['a text to decode', lineOf(canonicalize('x'.repeat(40)).toString())],
    ['nothing to decode', lineOf('', FACT.repeat(3))],
    ['bytes to decode that are not UTF-8', lineOf(b64u(Buffer.from(`["${salt}","","\u00ff"]`, 'latin1')))],
    ['bytes to decode that are not canonical', lineOf(b64u(bytes(`["${salt}","", 1]`)))],
    ['two items', lineOf([salt, '/a'], FACT, {})],
    ['four items', lineOf([salt, '/a', 1, 1])],
    ['a salt of 15 bytes', lineOf([b64u(Buffer.alloc(15)), '/a', 1])],
    ['a salt of 17 bytes', lineOf([b64u(Buffer.alloc(17)), '/a', 1])],
    ['a salt that is no text', lineOf([16, '/a', 'x'.repeat(40)])],
    ['a path that is no text', lineOf([salt, 7, 1])],
    ['a path that is a list of one', lineOf([salt, ['/a'], 1])],
    ['a path without a slash', lineOf([salt, 'a', 1])],
    ['a tilde at its end', lineOf([salt, '/a~', 1])],
    ['a tilde before another digit', lineOf([salt, '/a~2', 1])],
    ['a tilde before another tilde', lineOf([salt, '/~~0', 1])],
  ])('is none: %s', (_, line) => expect(told(line)).toEqual(['disclosure-malformed disclosures.ndjson:4']));

  it('has 69 bytes at least', () => expect(lineOf([salt, '', 1], '').length).toBe(69));
});

describe('values that were disclosed', () => {
  it('are met by the record that was committed to them, each once, and by no other', () => {
    const [disclosures, findings] = [new Disclosures(), new Findings('en')];
    const [one, two, other] = ['/a', '/b', '/c'].map((path) => disclosureOf(FACT, path, 1));
    const stranger = disclosureOf(uuid5('c-2 1'), '/a', 1);
    for (const [at, disclosed] of [one, two, stranger, one].entries()) disclosures.take(disclosed?.line ?? bytes(''), at + 1, findings);
    expect(disclosures.count).toBe(4);
    expect(placesOf(findings)).toEqual(['disclosure-duplicate disclosures.ndjson:4']);
    // The record hides a value more than was disclosed.
    const sealed = [one, other].map((each) => each?.commitment ?? '').sort();
    const fact = new Fact();
    expect(readLine(recordOf({ stream: 'c-1', version: 1, prev: null, id: FACT, sealed }), fact).malformed).toBe(null);
    disclosures.meet(fact);
    disclosures.meet(Object.assign(new Fact(), { id: Uint32Array.of(1, 2, 3, 4) }));
    disclosures.end(findings);
    expect(placesOf(findings).slice(1)).toEqual(['disclosure-unknown disclosures.ndjson:2', 'disclosure-unknown disclosures.ndjson:3']);
  });
});
