import { describe, expect, it } from 'vitest';
import { readXes, XesError, type XesLog, type XesTrace, xesText } from '../src/index.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0" xmlns="http://www.xes-standard.org/">\n';

async function* inPieces<Chunk>(...chunks: readonly Chunk[]): AsyncGenerator<Chunk> {
  yield* chunks;
}

async function read(text: string, onHeader: (log: XesLog) => void = () => {}): Promise<XesTrace[]> {
  const found: XesTrace[] = [];
  for await (const trace of readXes(inPieces(text), { onHeader })) found.push(trace);
  return found;
}

async function faultOf(text: string): Promise<XesError> {
  const fault = await read(text).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(fault instanceof XesError)) throw new Error(`expected an XesError, got ${String(fault)}`);
  return fault;
}

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
    const headers: XesLog[] = [];
    await read(SMALL, (log) => headers.push(log));
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
    const found: XesTrace[] = [];
    for await (const trace of readXes(inPieces(...single))) found.push(trace);
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

describe('what is not XES is an error with its place', () => {
  const inTrace = (inside: string): string => `${HEAD}<trace>\n${inside}\n</trace></log>`;

  it.each([
    ['a file cut short', `${HEAD}<trace>`, 'not-well-formed', 3],
    ['an empty file', '', 'not-well-formed', 1],
    ['a tag closed by another', inTrace('<event></trace>'), 'not-well-formed', 4],
    ['an entity nobody declared', inTrace('<string key="a" value="&b;"/>'), 'not-well-formed', 4],
    ['another kind of document', '<html></html>', 'not-xes', 1],
    ['an event outside of a trace', `${HEAD}<event/></log>`, 'not-xes', 3],
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
    ['an int that would be rounded', inTrace('<int key="i" value="9007199254740993"/>'), 'bad-value', 4],
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
    const reading = async () => {
      for await (const _ of readXes(inPieces(new TextEncoder().encode(HEAD), Uint8Array.of(0xc3, 0x28)))) void _;
    };
    await expect(reading()).rejects.toMatchObject({ code: 'bad-encoding', line: 3 });
  });

  // Negative control: the same document with an existing day is read.
  it('but a leap day is a day', async () => {
    expect(await read(inTrace('<date key="d" value="2024-02-29T23:59:59.5+07:00"/>'))).toHaveLength(1);
  });
});
