/** What whoever sent a faulty event log is told: what is wrong, in which element, and where. And what is at the edge, and allowed. */
import { describe, expect, it } from 'vitest';
import { readXes, type XesEvent, type XesTrace, type XesTraceToWrite, xesText } from '../src/index.ts';
import { faultOf, headersOf, inPieces, read } from './xes-read.ts';

const inLog = (inside: string): string => `<log>${inside}</log>`;
const inTrace = (inside: string): string => inLog(`<trace>${inside}</trace>`);

describe('a fault says what is wrong, and of what', () => {
  it.each<[string, string, string]>([
    ['not-xes', '<html/>', 'the document is a <html>, not a <log>'],
    ['not-xes', '<trace/>', 'the document is a <trace>, not a <log>'],
    ['not-xes', '<string key="a" value="b"/>', 'the document is a <string>, not a <log>'],
    ['not-xes', inLog('<log/>'), '<log> does not belong into <log>'],
    ['not-xes', inLog('<values/>'), '<values> does not belong into <log>'],
    ['not-xes', inTrace('<trace/>'), '<trace> does not belong into <trace>'],
    ['not-xes', inTrace('<values/>'), '<values> does not belong into <trace>'],
    ['not-xes', inTrace('<global scope="event"/>'), '<global> does not belong into <trace>'],
    ['not-xes', inTrace('<event><event/></event>'), '<event> does not belong into <event>'],
    ['not-xes', inTrace('<event><list key="l"><event/></list></event>'), '<event> does not belong into <list>'],
    ['not-xes', inTrace('<string key="a" value="b"><values/></string>'), '<values> does not belong into <string>'],
    ['not-xes', inTrace('<list key="l"><values><values/></values></list>'), '<values> does not belong into <values>'],
    ['not-xes', inLog('<global scope="event"><event/></global>'), '<event> does not belong into <global>'],
    ['not-xes', inLog('<extension><string key="a" value="b"/></extension>'), '<string> does not belong into <extension>'],
    ['not-xes', inLog('<classifier><string key="a" value="b"/></classifier>'), '<string> does not belong into <classifier>'],
    ['not-xes', inLog('<extension prefix="p" uri="u"/>'), '<extension> has no name'],
    ['not-xes', inLog('<extension name="n" uri="u"/>'), '<extension> has no prefix'],
    ['not-xes', inLog('<extension name="n" prefix="p"/>'), '<extension> has no uri'],
    ['not-xes', inLog('<classifier keys="k"/>'), '<classifier> has no name'],
    ['not-xes', inLog('<classifier name="n"/>'), '<classifier> has no keys'],
    ['not-xes', inTrace(' hello '), '<trace> holds text: "hello"'],
    ['not-xes', inTrace('<event><![CDATA[hello]]></event>'), '<event> holds text: "hello"'],
    ['not-xes', inTrace('<string key="a" value="b">c"d</string>'), '<string> holds text: "c\\"d"'],
    ['not-xes', inTrace('x'.repeat(41)), `<trace> holds text: "${'x'.repeat(40)}"`],
    ['missing-key', inTrace('<int value="1"/>'), '<int> has no key'],
    ['missing-key', inTrace('<string key="" value="x"/>'), '<string> has no key'],
    ['missing-key', inTrace('<list><values/></list>'), '<list> has no key'],
    ['bad-value', inTrace('<boolean key="urgent"/>'), 'urgent has no value'],
    ['duplicate-key', inTrace('<id key="x" value="1"/><id key="x" value="1"/>'), 'x stands twice in one <trace>'],
    ['duplicate-key', inLog('<id key="x" value="1"/><int key="x" value="2"/>'), 'x stands twice in one <log>'],
    ['bad-encoding', '<?xml version="1.0" encoding="UTF-16"?><log/>', 'the encoding UTF-16 is not read; convert the file to UTF-8'],
    ['bad-encoding', '<?xml version="1.0" encoding="utf-8x"?><log/>', 'the encoding utf-8x is not read; convert the file to UTF-8'],
    ['bad-encoding', '<?xml version="1.0" encoding="x-us-ascii"?><log/>', 'the encoding x-us-ascii is not read; convert the file to UTF-8'],
  ])('%s: %s', async (code, text, says) => {
    const fault = await faultOf(text);
    expect({ code: fault.code, says: fault.says }).toEqual({ code, says });
  });

  it('and where it stands, in its message as in its members', async () => {
    const fault = await faultOf('<log>\n<trace>\n  <oops/>\n</trace></log>');
    expect([fault.name, fault.line, fault.column]).toEqual(['XesError', 3, 9]);
    expect(fault.message).toBe('line 3, column 9: <oops> does not belong into <trace>');
    expect('cause' in fault).toBe(false);
  });

  it('in the words of the parser where it is no XML, without a second place, and with what the parser threw', async () => {
    const fault = await faultOf('<log>\n<trace></log>');
    expect([fault.code, fault.line, fault.says]).toEqual(['not-well-formed', 2, 'unexpected close tag']);
    expect(fault.cause).toBeInstanceOf(Error);
    expect((await faultOf('<log>\n<trace>')).says).toBe('unclosed tag: trace');
    expect((await faultOf('')).says).toBe('document must contain a root element');
  });

  it('of bytes that are no UTF-8, with what decoding them threw, also where the file ends within a letter', async () => {
    const half = new TextEncoder().encode('<log/>ß').slice(0, -1);
    for (const bytes of [Uint8Array.of(0xff), half]) {
      const fault = await faultOf(bytes);
      expect([fault.code, fault.says]).toEqual(['bad-encoding', 'within the next 64 KiB the file is not UTF-8']);
      expect(fault.cause).toBeInstanceOf(TypeError);
    }
  });
});

describe('what is at the edge is read', () => {
  it.each(['UTF-8', 'utf-8', 'UTF8', 'US-ASCII', 'us-ascii'])('the encoding %s', async (encoding) => {
    expect(await read(`<?xml version="1.0" encoding="${encoding}"?><log><trace/></log>`)).toHaveLength(1);
  });

  it('a document without a declaration, and one whose declaration names no encoding', async () => {
    expect(await read('<?xml version="1.0"?><log><trace/></log>')).toHaveLength(1);
    expect(await read('<log><trace/></log>')).toHaveLength(1);
  });

  it('65 elements within each other, and not one more', async () => {
    const deep = (attributes: number): string => inTrace('<string key="a" value="b">'.repeat(attributes) + '</string>'.repeat(attributes));
    let depth = 0;
    let inside = (await read(deep(63)))[0]?.attributes;
    for (; inside?.get('a'); inside = inside.get('a')?.nested) depth += 1;
    expect(depth).toBe(63);
    const fault = await faultOf(deep(64));
    expect([fault.code, fault.says]).toEqual(['not-xes', 'attributes lie more than 64 levels deep']);
  });

  it('space between elements, one text twice in different places, and the same key in a list', async () => {
    const [trace] = await read(
      inTrace(` \n\t<string key="a" value="1"/> <list key="l"> <values> <int key="b" value="1"/> <int key="b" value="2"/> </values> </list>
        <event> <string key="a" value="2"/> </event>`),
    );
    expect(trace?.attributes.get('l')?.value).toMatchObject([
      { key: 'b', value: 1 },
      { key: 'b', value: 2 },
    ]);
    expect(trace?.events.map(({ attributes }) => xesText(attributes, 'a'))).toEqual(['2']);
  });

  it('a list of lists, with what is said of the list beside what is in it', async () => {
    const [trace] = await read(
      inTrace(
        `<list key="l"><int key="of" value="7"/><values><list key="m"><values><id key="x" value="1"/></values></list></values></list>`,
      ),
    );
    const list = trace?.attributes.get('l');
    expect(list?.value).toMatchObject([{ type: 'list', key: 'm', value: [{ type: 'id', key: 'x', value: '1' }] }]);
    expect(list?.nested.get('of')?.value).toBe(7);
    expect([...(trace?.attributes.keys() ?? [])]).toEqual(['l']);
  });

  it('an event without attributes, and a trace without events', async () => {
    const [trace, empty] = await read(inLog('<trace><event/><event><string key="a" value="b"/></event></trace><trace/>'));
    expect(trace?.events.map(({ attributes }) => attributes.size)).toEqual([0, 1]);
    expect([empty?.attributes.size, empty?.events]).toEqual([0, []]);
  });

  it('text that is one long piece, or many with nothing in some of them', async () => {
    const long = 'ữ'.repeat(200_000);
    const text = inLog(`<trace><string key="a" value="${long}"/></trace><trace/>`);
    for (const chunks of [[text], [new TextEncoder().encode(text)], ['', text.slice(0, 10), '', text.slice(10)]]) {
      const [first, second] = await read(...chunks);
      expect(xesText(first?.attributes ?? new Map(), 'a') === long).toBe(true);
      expect(second?.number).toBe(2);
    }
  });
});

describe('an event that stands in no trace', () => {
  it('is told, with its line and what it says, and handed out with no case; before the traces or behind them', async () => {
    const text = '<log>\n<event><int key="n" value="1"/></event>\n<trace><event/></trace><event/></log>';
    const loose: XesEvent[] = [];
    const found: XesTrace[] = [];
    for await (const trace of readXes(inPieces(text), { onLooseEvent: (event) => loose.push(event) })) found.push(trace);
    expect(found.map(({ events }) => events.length)).toEqual([1]);
    expect(loose.map(({ line, attributes }) => [line, attributes.get('n')?.value])).toEqual([
      [2, 1],
      [3, undefined],
    ]);
    expect(await read(text)).toHaveLength(1);
  });
});

describe('what is told of a log', () => {
  it('are the lines on which its traces and events begin, and their numbers', async () => {
    const found = await read('<log>\n<trace>\n\n<event/>\n<event\n/>\n</trace>\n<trace/></log>');
    expect(found.map(({ number, line, events }) => ({ number, line, events: events.map((each) => each.line) }))).toEqual([
      { number: 1, line: 2, events: [4, 6] },
      { number: 2, line: 8, events: [] },
    ]);
  });

  it('is told once, also where it has many traces or none', async () => {
    expect(await headersOf('<log><trace/><trace/><trace/></log>')).toHaveLength(1);
    expect(await headersOf('<log xes.version="2.0"/>')).toEqual([
      { version: '2.0', extensions: [], globals: [], classifiers: [], attributes: new Map() },
    ]);
    expect((await headersOf('<log/>')).map(({ version }) => version)).toEqual(['']);
  });

  it('is told before the first trace is handed out', async () => {
    const order: string[] = [];
    for await (const { number } of readXes(inPieces('<log><trace/><trace/></log>'), { onHeader: () => order.push('header') }))
      order.push(`trace ${number}`);
    expect(order).toEqual(['header', 'trace 1', 'trace 2']);
  });

  it('is each extension, and each classifier with what it is of: events, where it does not say', async () => {
    const [header] = await headersOf(
      inLog(
        '<extension name="Time" prefix="time" uri="urn:time"/><extension name="Cost" prefix="cost" uri="urn:cost"/>' +
          '<classifier name="A" keys="k"/><classifier name="B" keys="k l" scope="trace"/>',
      ),
    );
    expect(header?.extensions).toEqual([
      { name: 'Time', prefix: 'time', uri: 'urn:time' },
      { name: 'Cost', prefix: 'cost', uri: 'urn:cost' },
    ]);
    expect(header?.classifiers).toEqual([
      { name: 'A', keys: 'k', scope: 'event' },
      { name: 'B', keys: 'k l', scope: 'trace' },
    ]);
  });

  it('is what all have in common, also where it does not say whether traces or events, as the schema of IEEE 1849 allows', async () => {
    const [header] = await headersOf(inLog('<global><string key="a" value="1"/></global><global scope="trace"/>'));
    expect(header?.globals.map(({ scope, attributes }) => [scope, ...attributes.keys()])).toEqual([['', 'a'], ['trace']]);
  });
});

describe('the text of an attribute', () => {
  it('is that of a string, a date or an id, and none of anything else', async () => {
    const [trace] = await read(
      inTrace('<string key="s" value="1"/><id key="i" value="2"/><int key="n" value="3"/><boolean key="b" value="1"/><list key="l"/>'),
    );
    const { attributes } = (trace satisfies XesTraceToWrite | undefined) ?? expect.fail('no trace');
    expect(['s', 'i', 'n', 'b', 'l', 'none'].map((key) => xesText(attributes, key))).toEqual(['1', '2', ...Array(4).fill(undefined)]);
  });
});
