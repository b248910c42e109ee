import { describe, expect, it } from 'vitest';
import { readXes, XesError, xesText } from '../src/index.ts';
import { faultOf, headersOf, inPieces, read } from './xes-read.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0" xmlns="http://www.xes-standard.org/">\n';

const SMALL = `${HEAD}
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
  <classifier name="Activity" keys="concept:name lifecycle:transition"/>
  <string key="source" value="a town hall"/>
  <trace>
    <string key="concept:name" value="case-1"/>
    <date key="deadline" value="2011-12-06T13:41:31.788+01:00"/>
    <int key="level" value="2"/><float key="share" value="0.5"/><boolean key="urgent" value="true"/><id key="ref" value="a1"/>
    <event>
      <string key="concept:name" value="Confirm &amp; send"><int key="copies" value="3"/></string>
      <list key="papers"><values><string key="paper" value="map"/><string key="paper" value="deed"/></values></list>
    </event>
    <event><string key="concept:name" value="Decide"/></event>
  </trace>
  <trace/>
</log>`;

describe('the XES reader', () => {
  it('hands out traces with typed attributes, their events in file order', async () => {
    const [first, second, ...rest] = await read(SMALL);
    const typed = [...(first?.attributes.values() ?? [])].map(({ type, key, value }) => [type, key, value]);
    expect(typed).toEqual([
      ['string', 'concept:name', 'case-1'],
      ['date', 'deadline', '2011-12-06T13:41:31.788+01:00'],
      ['int', 'level', 2],
      ['float', 'share', 0.5],
      ['boolean', 'urgent', true],
      ['id', 'ref', 'a1'],
    ]);
    expect(first?.events.map((event) => xesText(event.attributes, 'concept:name'))).toEqual(['Confirm & send', 'Decide']);
    expect(second).toMatchObject({ number: 2, events: [] });
    expect(rest).toEqual([]);
  });

  it('keeps attributes of attributes, and every member of a list', async () => {
    const [first] = await read(SMALL);
    const event = first?.events[0]?.attributes;
    expect(event?.get('concept:name')?.nested.get('copies')?.value).toBe(3);
    expect(event?.get('papers')?.value).toMatchObject([{ value: 'map' }, { value: 'deed' }]);
  });

  it('reports what the log says of itself before the first trace', async () => {
    const headers = await headersOf(SMALL);
    expect(headers).toHaveLength(1);
    expect(headers[0]).toMatchObject({
      version: '1.0',
      extensions: [{ prefix: 'concept' }],
      globals: [{ scope: 'event' }],
      classifiers: [{ name: 'Activity', keys: 'concept:name lifecycle:transition', scope: 'event' }],
    });
    expect(headers[0]?.attributes.get('source')?.value).toBe('a town hall');
  });

  it('reads bytes cut anywhere, also in the middle of a letter', async () => {
    const bytes = new TextEncoder().encode(SMALL.replace('a town hall', 'Ủy ban nhân dân').replace('case-1', 'khiếu nại'));
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    const found = await read(...single);
    expect(xesText(found[0]?.attributes ?? new Map(), 'concept:name')).toBe('khiếu nại');
  });

  it('hands out a trace before the file has come to its end', async () => {
    async function* endless(): AsyncGenerator<string> {
      yield HEAD;
      for (;;) yield '<trace><string key="concept:name" value="one of many"/></trace>';
    }
    let seen = 0;
    for await (const trace of readXes(endless())) {
      seen = trace.number;
      if (seen === 1000) break;
    }
    expect(seen).toBe(1000);
  });

  it('hands out what was whole before a fault, then the fault', async () => {
    const numbers: number[] = [];
    const reading = async () => {
      for await (const trace of readXes(inPieces(`${HEAD}<trace/><trace/><trace><oops/>`))) numbers.push(trace.number);
    };
    await expect(reading()).rejects.toThrow(XesError);
    expect(numbers).toEqual([1, 2]);
  });
});

describe('a value of XES', () => {
  const readAs = async (type: string, text: string): Promise<unknown> => {
    const [trace] = await read(`${HEAD}<trace><${type} key="k" value="${text}"/></trace></log>`);
    return trace?.attributes.get('k')?.value;
  };

  it.each<[string, string, unknown]>([
    ['int', '0', 0],
    ['int', '+42', 42],
    ['int', '-0', 0],
    ['int', '007', 7],
    ['int', '-9007199254740991', -9007199254740991],
    ['int', '9007199254740993', 9007199254740993n],
    ['int', '+9223372036854775807', 9223372036854775807n],
    ['int', '-9223372036854775808', -9223372036854775808n],
    ['int', `${'0'.repeat(40)}9`, 9],
    // The types of XML Schema take no notice of space around a value; a string is all of its text.
    ['int', ' 1 ', 1],
    ['float', '&#9;1.5&#10;', 1.5],
    ['boolean', ' true', true],
    ['date', ' 2026-02-03T12:00:00Z&#13;', '2026-02-03T12:00:00Z'],
    ['int', '-1234', -1234],
    ['int', '9007199254740991', 9007199254740991],
    ['float', '.5', 0.5],
    ['float', '5.', 5],
    ['float', '+10.250', 10.25],
    ['float', '-.75', -0.75],
    ['float', '12', 12],
    ['float', '2.e1', 20],
    ['float', '1e+10', 1e10],
    ['float', '-0', -0],
    ['float', '-12.25e+02', -1225],
    ['float', '1E-2', 0.01],
    ['float', 'INF', Number.POSITIVE_INFINITY],
    ['float', '-INF', Number.NEGATIVE_INFINITY],
    ['float', 'NaN', Number.NaN],
    ['boolean', 'true', true],
    ['boolean', '1', true],
    ['boolean', '0', false],
    ['boolean', 'false', false],
    ['date', '2026-02-03T23:59:59', '2026-02-03T23:59:59'],
    ['date', '2026-02-03T00:00:00Z', '2026-02-03T00:00:00Z'],
    ['date', '2024-02-29T12:00:00.123456-14:00', '2024-02-29T12:00:00.123456-14:00'],
    ['date', '2026-02-03T12:00:00+09:59', '2026-02-03T12:00:00+09:59'],
    ['date', '2026-02-03T12:00:00+12:45', '2026-02-03T12:00:00+12:45'],
    ['date', '2026-02-03T12:00:00+14:00', '2026-02-03T12:00:00+14:00'],
    ['date', '2026-02-03T12:00:00-13:59', '2026-02-03T12:00:00-13:59'],
    ['id', '', ''],
    ['string', ' a  b ', ' a  b '],
  ])('is read: %s %s', async (type, text, value) => {
    expect(await readAs(type, text)).toBe(value);
  });

  it.each([
    ['int', ''],
    ['int', '+'],
    ['int', '1x'],
    ['int', 'x1'],
    ['int', '1 2'],
    ['int', '1e3'],
    ['int', '0x1f'],
    ['int', '--1'],
    ['float', ''],
    ['float', '.'],
    ['float', '1e'],
    ['float', '1e999'],
    ['float', '1 '],
    ['float', 'x1.5'],
    ['float', '1.5x'],
    ['float', '1.5.5'],
    ['float', '.5x'],
    ['float', '1e5x'],
    ['float', '1e5.5'],
    ['float', '++1'],
    ['float', '-1e999'],
    ['float', 'inf'],
    ['float', 'nan'],
    ['int', '9223372036854775808'],
    ['int', '-9223372036854775809'],
    ['int', '99999999999999999999'],
    ['int', 'INF'],
    ['int', '.'],
    ['float', 'Infinity'],
    ['boolean', 'TRUE'],
    ['boolean', ''],
    ['date', '12026-02-03T12:00:00Z'],
    ['date', '2026-02-03T12:00:00 Z'],
    ['date', '2026-02-03 12:00:00Z'],
    ['date', '2026-02-03T12:60:00Z'],
    ['date', '2026-02-03T12:00:60Z'],
    ['date', '2026-02-03T12:00:00.Z'],
    ['date', '2026-02-03T12:00:00+15:00'],
    ['date', '2026-02-03T12:00:00+20:00'],
    ['date', '2026-02-03T12:00:00+14:01'],
    ['date', '2026-02-03T12:00:00-14:30'],
    ['date', '2026-02-03T12:00:00+7:00'],
    ['date', '2026-02-03T12:00:00+0700'],
    ['date', '2026-02-03T12:00:00z'],
    ['date', '2026-02-03T12:00:00,5Z'],
    ['date', '2026-2-03T12:00:00Z'],
    ['date', '2026-02-03T1:00:00Z'],
    ['date', '2026-13-03T12:00:00Z'],
    ['date', ''],
    ['date', '2026-02-03T12:00:00+07:60'],
    ['date', '2026-02-03T12:00'],
    ['date', '2025-02-29T12:00:00Z'],
  ])('is none, and the fault says so: %s "%s"', async (type, text) => {
    const fault = await faultOf(`${HEAD}<trace><${type} key="k" value="${text}"/></trace></log>`);
    expect([fault.code, fault.says]).toEqual(['bad-value', expect.stringContaining(`k: ${JSON.stringify(text)} is no ${type}`)]);
  });

  it('that is none is shown by its first sixty characters', async () => {
    const fault = await faultOf(`${HEAD}<trace><int key="k" value="${'y'.repeat(61)}"/></trace></log>`);
    expect(fault.says).toContain(`k: "${'y'.repeat(60)}" is no int`);
  });

  it('of a list may be none at all, and what holds for all events is told with its values', async () => {
    const text = `${HEAD}<global scope="trace"><string key="name" value="?"/><int key="level" value="1"/></global>
      <global scope="event"/><trace><list key="l"/><list key="m"><values/></list></trace></log>`;
    const [headers, [trace]] = [await headersOf(text), await read(text)];
    expect(trace?.attributes.get('l')).toMatchObject({ type: 'list', value: [] });
    expect(trace?.attributes.get('m')).toMatchObject({ type: 'list', value: [] });
    expect(
      headers[0]?.globals.map(({ scope, attributes }) => [scope, [...attributes.values()].map(({ key, value }) => [key, value])]),
    ).toEqual([
      [
        'trace',
        [
          ['name', '?'],
          ['level', 1],
        ],
      ],
      ['event', []],
    ]);
  });
});

describe('what is not XES is an error with its place', () => {
  const inTrace = (inside: string): string => `${HEAD}<trace>\n${inside}\n</trace></log>`;

  it.each([
    ['a file cut short', `${HEAD}<trace>`, 'not-well-formed', 3],
    ['an empty file', '', 'not-well-formed', 1],
    ['a tag closed by another', inTrace('<event></trace>'), 'not-well-formed', 4],
    ['an entity nobody declared', inTrace('<string key="a" value="&b;"/>'), 'not-well-formed', 4],
    ['another kind of document', '<html></html>', 'not-xes', 1],
    ['an event in a list', inTrace('<list key="l"><event/></list>'), 'not-xes', 4],
    ['an element nobody knows', inTrace('<step/>'), 'not-xes', 4],
    ['text between elements', inTrace('<event>hello</event>'), 'not-xes', 4],
    ['a classifier without keys', `${HEAD}<classifier name="x"/></log>`, 'not-xes', 3],
    ['an attribute without key', inTrace('<string value="x"/>'), 'missing-key', 4],
    ['an attribute without value', inTrace('<string key="x"/>'), 'bad-value', 4],
    ['one key twice', inTrace('<string key="x" value="1"/><int key="x" value="1"/>'), 'duplicate-key', 4],
    ['a day that does not exist', inTrace('<date key="d" value="2026-02-30T00:00:00Z"/>'), 'bad-value', 4],
    ['a date without time', inTrace('<date key="d" value="2026-02-03"/>'), 'bad-value', 4],
    ['an hour that does not exist', inTrace('<date key="d" value="2026-02-03T24:30:00Z"/>'), 'bad-value', 4],
    ['an int that is none', inTrace('<int key="i" value="1.5"/>'), 'bad-value', 4],
    ['an int beyond the 64 bits of one', inTrace('<int key="i" value="9223372036854775808"/>'), 'bad-value', 4],
    ['a float that is none', inTrace('<float key="f" value="0x10"/>'), 'bad-value', 4],
    ['a boolean that is none', inTrace('<boolean key="b" value="yes"/>'), 'bad-value', 4],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><log/>', 'bad-encoding', 1],
    ['attributes nested without end', inTrace('<string key="a" value="">'.repeat(100)), 'not-xes', 4],
  ])('%s', async (_what, text, code, line) => {
    const fault = await faultOf(text);
    expect({ code: fault.code, line: fault.line }).toEqual({ code, line });
    expect(fault.says).not.toBe('');
  });

  it('bytes that are not UTF-8', async () => {
    const reading = read(new TextEncoder().encode(HEAD), Uint8Array.of(0xc3, 0x28));
    await expect(reading).rejects.toMatchObject({ code: 'bad-encoding', line: 3 });
  });

  // Negative control: the same document with an existing day is read.
  it('but a leap day is a day', async () => {
    expect(await read(inTrace('<date key="d" value="2024-02-29T23:59:59.5+07:00"/>'))).toHaveLength(1);
  });
});
