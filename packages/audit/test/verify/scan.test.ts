/** The quick reader of records, construct by construct: what it recognises, what it says of it, and what it leaves to the other reader. */
import { describe, expect, it } from 'vitest';
import { META_MEMBERS, RecordScanner } from '../../src/verify-scan.ts';
import { b64u, type Draft, recordOf, uuid5 } from './bundle.ts';
import { readBoth, told } from './readers.ts';

const base: Draft = { stream: 'c-1', version: 1, prev: null };
const line = (change: Partial<Draft> = {}): string => Buffer.from(recordOf({ ...base, ...change })).toString();
const data = (json: string): string => line().replace('"data":{}', () => `"data":${json}`);
const meta = (json: string): string => line({ meta: {} }).replace('"meta":{}', () => `"meta":${json}`);
const hash = (byte: number): string => b64u(Buffer.alloc(32, byte));
const sealed = (json: string): string => line().replace('"sealed":[]', () => `"sealed":${json}`);
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const listed = (depth: number): string => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;
const now = (instant: string): string => line({ recordedAt: instant });

describe('a record is recognised, and the thorough reader says the same of it', () => {
  it.each<[string, string]>([
    ['as short as any', line({ meta: {} })],
    ['with texts', data('{"a":"","b":"x y~\u007f","c":"vụ việc 😀"}')],
    ['with short escapes', data('{"a":"\\"","b":"\\\\","c":"\\b\\f\\n\\r\\t","d":"x\\ny"}')],
    ['with words', data('{"a":null,"b":true,"c":false,"d":[null,true,false]}')],
    ['with whole numbers', data('{"a":0,"b":-1,"c":10,"d":123456789012345,"e":-123456789012345,"f":[0,1]}')],
    ['with lists', data('{"a":[],"b":[[]],"c":[[],[1],{},[[],2]],"d":["x",{"a":[]}]}')],
    ['with objects', data('{"a":{},"b":{"a":{},"b":{"c":1}},"c":[{},{"a":1}]}')],
    ['with keys that rise', data('{"":1,"a":1,"a ":1,"aa":1,"ab":1,"b":1,"bA":1,"ba":1}')],
    ['with keys beyond ASCII', data('{"a":1,"é":1,"\ud7ff":1}')],
    ['with 64 levels of objects', data(nested(64))],
    ['with 64 levels, the last of them a list', data(listed(63))],
    ['with nothing in meta', meta('{}')],
    ['with all of meta', meta(`{${META_MEMBERS.map((name) => `"${name}":"${name} \\n"`).join()}}`)],
    ['with the last of meta', meta('{"unit":""}')],
    ['with the first and the last of meta', meta('{"actor":"x","unit":"y"}')],
    [
      'with names in meta that begin alike',
      meta('{"calendar":"1","caseType":"2","causation":"3","chart":"4","command":"5","commandType":"6"}'),
    ],
    ['with one before', line({ version: 2, prev: Buffer.alloc(32, 255) })],
    ['with one commitment', sealed(`["${hash(1)}"]`)],
    ['with three commitments', sealed(`["${hash(1)}","${hash(2)}","${hash(3)}"]`)],
    ['with every digit in its ids', line({ id: '01234567-89ab-5cde-8f01-23456789abcd', log: 'fedcba98-7654-3210-fedc-ba9876543210' })],
    ['with the least version of anything', line({ version: 1 })],
    ['with a great version', line({ version: 123456789012345 })],
    ['with a name of one character', line({ stream: 'x', type: 'y' })],
    ['with a name beyond ASCII', line({ stream: 'vụ 😀', type: 'Đã nhận' })],
    ['at the first instant of a year', now('2026-01-01T00:00:00.000Z')],
    ['at the last instant of a year', now('2026-12-31T23:59:59.999Z')],
    ['at an instant of many digits', now('1987-06-05T14:32:10.987Z')],
    ['on a leap day', now('2024-02-29T09:08:07.006Z')],
    ['on a leap day of a century', now('2000-02-29T09:08:07.006Z')],
  ])('%s', (_, text) => {
    const { quick, slow } = readBoth(Buffer.from(text));
    if (!quick || !slow) throw new Error(`${quick ? '' : 'not '}recognised, ${slow ? '' : 'not '}read`);
    expect(told(quick)).toEqual(told(slow));
    // It ends at its newline.
    expect(quick.to).toBe(1 + Buffer.from(text).length);
  });

  it('of every variant of an id', () => {
    for (const variant of '89ab')
      expect(readBoth(Buffer.from(line({ id: `01234567-89ab-5cde-${variant}f01-23456789abcd` }))).quick).not.toBeNull();
  });

  it('with every character that a hash may have, and with each that may end one', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = 'AEIMQUYcgkosw048';
    const text = sealed('["?"]');
    for (const letter of letters) {
      expect(readBoth(Buffer.from(text.replace('?', `${letter.repeat(42)}A`))).quick, letter).not.toBeNull();
      expect(readBoth(Buffer.from(text.replace('?', 'A'.repeat(42) + letter))).quick !== null, letter).toBe(last.includes(letter));
    }
  });

  it('of one day after the other, also where one of them is none', () => {
    const scanner = new RecordScanner();
    const days = ['2026-02-28', '2026-02-28', '2026-02-29', '2026-02-28', '2026-03-01', '2026-02-30', '2027-03-01', '2026-03-02'];
    const found = days.map((day) => readBoth(Buffer.from(now(`${day}T08:00:00.000Z`)), scanner).quick !== null);
    expect(found).toEqual([true, true, false, true, true, false, true, true]);
  });

  it('with a commitment, whatever stands far before it', () => {
    const text = sealed(`["${hash(1)}"]`);
    const block = Buffer.from(`${'~'.repeat(99)}\n${text}\n`);
    expect(new RecordScanner().recognises(block, 100)).toBe(true);
  });

  it('among others, wherever it begins', () => {
    const [first, second] = [line({ stream: 'a' }), line({ stream: 'bb', version: 2, prev: Buffer.alloc(32, 1) })];
    const block = Buffer.from(`x\n${first}\n${second}\nrubbish\n`);
    const scanner = new RecordScanner();
    expect([0, 1, 3].map((at) => scanner.recognises(block, at))).toEqual([false, false, false]);
    expect(scanner.recognises(block, 2)).toBe(true);
    expect([told(scanner.fact).stream, scanner.fact.to]).toEqual(['a', 2 + first.length]);
    expect(scanner.recognises(block, scanner.fact.to + 1)).toBe(true);
    expect(told(scanner.fact)).toMatchObject({ stream: 'bb', version: 2 });
    expect(scanner.recognises(block, scanner.fact.to + 1)).toBe(false);
  });
});

describe('a record is left to the thorough reader, which takes it', () => {
  it.each<[string, string]>([
    ['with a part of a number', data('{"a":0.5}')],
    ['with an exponent', data('{"a":1e-7}')],
    ['with 16 digits', data('{"a":1234567890123456}')],
    ['with a long escape', data('{"a":"\\u0001"}')],
    ['with an escape in a key', data('{"\\n":1}')],
    ['with a key from the private area', data('{"\ue000":1}')],
    ['with keys whose order in bytes is another', data('{"😀":1,"\ue000":1}')],
    ['with 65 levels of objects', data(nested(65))],
    ['with 65 levels, the last of them a list', data(listed(64))],
    ['with an escape in a name', line({ stream: 'a"b' })],
  ])('%s', (_, text) => {
    const { quick, slow } = readBoth(Buffer.from(text));
    expect([quick, slow !== null]).toEqual([null, true]);
  });
});

describe('what is no record, or not canonical, is not recognised', () => {
  it.each<[string, string]>([
    ['data that is a list', data('[]')],
    ['data that is null', data('null')],
    ['data that is a text', data('"x"')],
    ['data that is a number', data('1')],
    ['a tab in a text', data('{"a":"\t"}')],
    ['U+001F in a text', data('{"a":"\u001f"}')],
    ['U+001F in a key', data('{"\u001f":1}')],
    ['an escape that need not be', data('{"a":"\\/"}')],
    ['an escape of no character', data('{"a":"\\x"}')],
    ['a text that does not end', data('{"a":"}')],
    ['a key twice', data('{"a":1,"a":1}')],
    ['a key twice, not side by side', data('{"a":1,"b":1,"a":1}')],
    ['keys that fall', data('{"b":1,"a":1}')],
    ['keys that fall at their second letter', data('{"ab":1,"aa":1}')],
    ['a longer key before a shorter one', data('{"aa":1,"a":1}')],
    ['a key with a space before the same without', data('{"a ":1,"a":1}')],
    ['a key that falls below the one before, and not the one before that', data('{"a":1,"c":1,"b":1}')],
    ['a key that falls within', data('{"a":{"b":1,"a":1}}')],
    ['a key after the empty one', data('{"a":1,"":1}')],
    ['no key', data('{1}')],
    ['no colon', data('{"a"1}')],
    ['no value', data('{"a":}')],
    ['a comma too many', data('{"a":1,}')],
    ['a comma too many in a list', data('{"a":[1,]}')],
    ['a comma alone', data('{,}')],
    ['a comma alone in a list', data('{"a":[,]}')],
    ['no comma', data('{"a":1"b":2}')],
    ['no comma in a list', data('{"a":[1 2]}')],
    ['another bracket', data('{"a":[1}}')],
    ['another bracket at the end', data('{"a":1]')],
    ['a bracket too few', data('{"a":{"b":1}')],
    ['a zero before a number', data('{"a":01}')],
    ['minus zero', data('{"a":-0}')],
    ['minus nothing', data('{"a":-}')],
    ['a plus', data('{"a":+1}')],
    ['a point without digits', data('{"a":1.}')],
    ['two signs', data('{"a":--1}')],
    ['half a word', data('{"a":nul}')],
    ['a word more', data('{"a":nulll}')],
    ['another word', data('{"a":trUe}')],
    ['half another word', data('{"a":fals}')],
    ['a space', data('{"a": 1}')],
    ['meta in another order', meta('{"unit":"x","actor":"x"}')],
    ['meta twice', meta('{"actor":"x","actor":"x"}')],
    ['meta that is unknown', meta('{"other":"x"}')],
    ['meta that begins as a known one', meta('{"actors":"x"}')],
    ['meta that is no text', meta('{"actor":1}')],
    ['meta that does not end', meta('{"actor":"x"')],
    ['a comma too many in meta', meta('{"actor":"x",}')],
    ['a comma too many after the last of meta', meta('{"unit":"x",}')],
    ['nothing but a comma in meta', meta('{,}')],
    ['no comma in meta', meta('{"actor":"x""unit":"y"}')],
    ['a hash too short before it', line({ prev: Buffer.alloc(31) })],
    ['a hash too long before it', line({ prev: Buffer.alloc(33) })],
    ['a hash with a letter of no alphabet', line({ prev: Buffer.alloc(32) }).replace('AAAAA', 'AA+AA')],
    ['a number before it', line().replace('"prev":null', '"prev":1')],
    ['a commitment twice', sealed(`["${hash(1)}","${hash(1)}"]`)],
    ['commitments that fall', sealed(`["${hash(2)}","${hash(1)}"]`)],
    ['commitments of which the third falls', sealed(`["${hash(1)}","${hash(3)}","${hash(2)}"]`)],
    ['a comma too many after a commitment', sealed(`["${hash(1)}",]`)],
    ['a comma alone among commitments', sealed('[,]')],
    ['no comma between commitments', sealed(`["${hash(1)}""${hash(2)}"]`)],
    ['commitments that do not end', sealed(`["${hash(1)}"`)],
    ['a commitment that is no text', sealed('[1]')],
    ['a commitment that is a short text', sealed('["A"]')],
    ['a commitment without its first quote', sealed(`[A${hash(1)}"]`)],
    ['an id of version 4', line({ id: '01234567-89ab-4cde-8f01-23456789abcd' })],
    ['an id of another variant', line({ id: '01234567-89ab-5cde-7f01-23456789abcd' })],
    ['an id of yet another variant', line({ id: '01234567-89ab-5cde-cf01-23456789abcd' })],
    ['an id in capitals', line({ id: uuid5('x').toUpperCase() })],
    ['an id with a letter that is no digit', line({ id: '0123456g-89ab-5cde-8f01-23456789abcd' })],
    ['an id without its first hyphen', line({ id: '012345670-89a-5cde-8f01-23456789abcd' })],
    ['an id without hyphens', line({ id: '01234567089ab05cde08f01023456789abcd' })],
    ['a log in capitals', line({ log: uuid5('x').toUpperCase() })],
    ['an id that is too short', line({ id: uuid5('x').slice(1) })],
    ['version 0', line({ version: 0 })],
    ['schema 0', line().replace('"schema":1', '"schema":0')],
    ['a version below 0', line({ version: -1 })],
    ['a version and a half', line({ version: 1.5 })],
    ['a version that is a text', line().replace('"version":1', '"version":"1"')],
    ['a format of another number', line().replace('"v":1', '"v":2')],
    ['an empty stream', line({ stream: '' })],
    ['an empty type', line({ type: '' })],
    ['a control character in a stream', line().replace('"c-1"', '"c\u0001"')],
    ['hour 24', now('2026-01-05T24:00:00.000Z')],
    ['minute 60', now('2026-01-05T08:60:00.000Z')],
    ['second 60', now('2026-01-05T08:00:60.000Z')],
    ['no day', now('2026-02-29T08:00:00.000Z')],
    ['no leap day of a century', now('1900-02-29T08:00:00.000Z')],
    ['day 0', now('2026-01-00T08:00:00.000Z')],
    ['day 32', now('2026-01-32T08:00:00.000Z')],
    ['month 0', now('2026-00-05T08:00:00.000Z')],
    ['month 13', now('2026-13-01T08:00:00.000Z')],
    ['a letter among the digits of an instant', now('2026-01-05T08:00:0x.000Z')],
    ['another letter in an instant', now('2026-01-05t08:00:00.000Z')],
    ['an instant without its end', now('2026-01-05T08:00:00.000+')],
    ['an instant that is too long', now('2026-01-05T08:00:00.0000Z')],
    ['something after it', `${line()} `],
    ['something before it', ` ${line()}`],
    ['a member more', line().replace('"version":1}', '"version":1,"w":1}')],
    ['no bracket at its end', line().slice(0, -1)],
    ['nothing', ''],
  ])('%s', (_, text) => {
    const { quick, slow } = readBoth(Buffer.from(text));
    expect([quick, slow]).toEqual([null, null]);
  });

  it('whatever stands before it in the bytes', () => {
    // A reader that has lost its place must not find it again at the beginning of the bytes.
    const whole = line();
    for (const broken of [data('{"a":"\u0001"}'), line({ id: '01234567-89ab-4cde-8f01-23456789abcd' })])
      for (let at = 0; at < whole.length; at += 1) {
        const block = Buffer.from(`${whole.slice(at)}\n${broken}\n`);
        expect(new RecordScanner().recognises(block, whole.length - at + 1), String(at)).toBe(false);
      }
  });

  it('with any byte changed, left out, or more, unless the thorough reader takes it', () => {
    const text = line({
      ...{ version: 2, prev: Buffer.alloc(32, 9), sealed: [hash(1), hash(2)], meta: { actor: 'a\n', unit: 'u' } },
      data: { a: [1, -20, 0, true, false, null, 'x\n', [], {}], b: { c: '' } },
    });
    const marks = ['"', '{', '}', '[', ']', ',', ':', '0', '9', '-', '.', 'e', '\\', 'a', 'z', ' ', '\u001f', 'A'];
    let recognised = 0;
    for (let at = 0; at < text.length; at += 1)
      for (const changed of [
        text.slice(0, at) + text.slice(at + 1),
        ...marks.flatMap((mark) => [text.slice(0, at) + mark + text.slice(at + 1), text.slice(0, at) + mark + text.slice(at)]),
      ]) {
        const bytes = Buffer.from(`\n${changed}\n`);
        const scanner = new RecordScanner();
        if (!scanner.recognises(bytes, 1)) continue;
        recognised += 1;
        const { slow } = readBoth(Buffer.from(changed));
        if (!slow) throw new Error(`recognised, and no record: ${changed}`);
        expect(told(scanner.fact)).toEqual(told(slow));
      }
    expect(recognised).toBeGreaterThan(100);
  });
});
