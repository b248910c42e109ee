import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { type EventStore, handOvers } from '@redress/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeIf } from '../../../../.config/loud-skip.ts';
import {
  CaseFileError,
  foldLog,
  handoversIn,
  readXes,
  type ViewedCase,
  viewLog,
  writeXes,
  type XesAttribute,
  type XesAttributes,
  type XesLog,
  type XesTrace,
  type XesTraceToWrite,
  XesWriteError,
  xesText,
  xesView,
} from '../../src/index.ts';
import { storeOf } from '../any-value.ts';
import { changed } from '../damage.ts';
import { caseTypes, houseLog, recordsOf } from '../house-log.ts';

const NO_HEADER: XesLog = { version: '', extensions: [], globals: [], classifiers: [], attributes: new Map() };

interface Read {
  readonly header: XesLog;
  readonly traces: readonly XesTrace[];
}

async function read(chunks: AsyncIterable<string | Uint8Array>): Promise<Read> {
  let header = NO_HEADER;
  const traces: XesTrace[] = [];
  const onHeader = (log: XesLog): void => {
    header = log;
  };
  for await (const trace of readXes(chunks, { onHeader })) traces.push(trace);
  return { header, traces };
}

/** Lines are of the file, not of the log. */
const bare = (traces: readonly XesTraceToWrite[]): readonly XesTraceToWrite[] =>
  traces.map(({ attributes, events }) => ({ attributes, events: events.map((event) => ({ attributes: event.attributes })) }));

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

async function* inOne(text: string): AsyncGenerator<string> {
  yield text;
}

// Half a letter and what XML 1.0 has no way to write; stated apart from the writer.
const writable = (text: string): boolean =>
  [...text].every((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return (
      code === 9 || code === 10 || code === 13 || (code >= 32 && (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff)
    );
  });

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.stringMatching(/^[ \t\r\n<>&"'\]]{0,6}$/)).filter(writable);
const key = text.filter((each) => each !== '');
const date = fc
  .tuple(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), fc.constantFrom('Z', '', '+07:00'))
  .map(([at, zone]) => at.toISOString().replace('Z', zone));

/** What no double holds exactly. */
const long = fc
  .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
  .filter((value) => value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER);

const { attributes } = fc.letrec<{ attribute: XesAttribute; attributes: XesAttributes; members: XesAttribute[] }>((tie) => {
  const named = { key, nested: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constant(new Map()), tie('attributes')) };
  const of = <Type extends string, Value>(type: Type, value: fc.Arbitrary<Value>) =>
    fc.record({ type: fc.constant(type), ...named, value });
  return {
    attribute: fc.oneof(
      { depthSize: 'small' },
      of('string', text),
      of('id', text),
      of('date', date),
      of('int', fc.oneof(fc.maxSafeInteger(), long)),
      of('float', fc.double()),
      of('boolean', fc.boolean()),
      of('list', tie('members')),
    ),
    attributes: fc
      .uniqueArray(tie('attribute'), { selector: (each) => each.key, maxLength: 3 })
      .map((each) => new Map(each.map((one) => [one.key, one]))),
    members: fc.array(tie('attribute'), { maxLength: 3 }),
  };
});

const traces = fc.array(fc.record({ attributes, events: fc.array(fc.record({ attributes }), { maxLength: 3 }) }), { maxLength: 3 });
const header = fc.record({
  version: fc.constantFrom('', '1.0', '1849-2023'),
  extensions: fc.array(fc.record({ name: text, prefix: text, uri: text }), { maxLength: 2 }),
  globals: fc.array(fc.record({ scope: fc.constantFrom('trace', 'event', ''), attributes }), { maxLength: 2 }),
  classifiers: fc.array(fc.record({ name: text, keys: text, scope: fc.constantFrom('trace', 'event') }), { maxLength: 2 }),
  attributes,
});

describe('a log that is written and read again', () => {
  it('has the same header and the same traces, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(header, traces, async (head, cases) => {
        const again = await read(writeXes(head, cases));
        expect(bare(again.traces)).toEqual(cases);
        expect(again.header).toEqual(head);
      }),
      { numRuns: 300, ...(process.env.FC_SEED ? { seed: Number(process.env.FC_SEED) } : {}) },
    );
  });

  it.each([-0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e21, 5e-324])('keeps the number %d', async (value) => {
    const attribute: XesAttribute = { type: 'float', key: 'k', value, nested: new Map() };
    const { traces: again } = await read(writeXes(NO_HEADER, [{ attributes: new Map([['k', attribute]]), events: [] }]));
    expect(again[0]?.attributes.get('k')?.value).toBe(value);
  });

  it('would not be the same if line breaks were written as they are', async () => {
    const attribute: XesAttribute = { type: 'string', key: 'k', value: 'one\ntwo', nested: new Map() };
    const cases = [{ attributes: new Map([['k', attribute]]), events: [] }];
    const whole = await textOf(writeXes(NO_HEADER, cases));
    expect(bare((await read(inOne(whole))).traces)).toEqual(cases);
    expect(bare((await read(inOne(whole.replace('&#10;', '\n')))).traces)).not.toEqual(cases);
  });

  it.each(['\u0000', '\u000b', 'a\u001f', '\ufffe', '\uffff', '\ud800', 'a\udc00b'])('is refused where it holds %j', async (value) => {
    const attribute: XesAttribute = { type: 'string', key: 'k', value, nested: new Map() };
    const cases = [{ attributes: new Map([['k', attribute]]), events: [] }];
    const fault = await textOf(writeXes(NO_HEADER, cases)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(XesWriteError);
    expect(fault).toMatchObject({
      code: 'unwritable',
      says: expect.stringMatching(/^XML cannot hold "[^"]+"\. Nothing was written from there/),
    });
  });
});

describe('the text of a log', () => {
  const of = <Type extends XesAttribute>(
    attribute: Omit<Type, 'nested'>,
    nested: XesAttributes = new Map(),
  ): readonly [string, XesAttribute] => [attribute.key, { ...attribute, nested } as XesAttribute];
  const text = (key: string, value: string) => of({ type: 'string', key, value });

  it('has a line for each thing it says of itself, for each event, and for the two ends of each trace', async () => {
    const log: XesLog = {
      version: '1.0',
      extensions: [{ name: 'Concept', prefix: 'concept', uri: 'http://house/concept.xesext' }],
      globals: [{ scope: 'event', attributes: new Map([text('a', ''), text('b', 'x')]) }],
      classifiers: [{ name: 'Fact', keys: 'a b', scope: 'event' }],
      attributes: new Map([text('of', 'R&D <"1">'), text('lines', "\tone\r\ntwo'")]),
    };
    const list = of({ type: 'list', key: 'l', value: [text('m', '1')[1], text('m', '2')[1]] }, new Map([text('why', '3')]));
    const nesting = of({ type: 'int', key: 'n', value: -7 }, new Map([of({ type: 'boolean', key: 'sure', value: false })]));
    const event = {
      attributes: new Map([of({ type: 'date', key: 'at', value: '2026-01-05T00:00:00Z' }), of({ type: 'float', key: 'f', value: -0 })]),
    };
    const empty = { attributes: new Map() };
    const cases = [
      { attributes: new Map([list, nesting]), events: [event, empty] },
      { ...empty, events: [] },
    ];
    expect(await textOf(writeXes(log, cases))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://house/concept.xesext"/>
  <global scope="event"><string key="a" value=""/><string key="b" value="x"/></global>
  <classifier name="Fact" scope="event" keys="a b"/>
  <string key="of" value="R&amp;D &lt;&quot;1&quot;&gt;"/>
  <string key="lines" value="&#9;one&#13;&#10;two'"/>
  <trace><list key="l"><values><string key="m" value="1"/><string key="m" value="2"/></values><string key="why" value="3"/></list><int key="n" value="-7"><boolean key="sure" value="false"/></int>
    <event><date key="at" value="2026-01-05T00:00:00Z"/><float key="f" value="-0"/></event>
    <event></event>
  </trace>
  <trace>
  </trace>
</log>
`);
  });

  it('does not say what a global is of where that is not known', async () => {
    const log: XesLog = { ...NO_HEADER, globals: [{ scope: '', attributes: new Map([text('a', '1')]) }] };
    expect(await textOf(writeXes(log, []))).toContain('<global><string key="a" value="1"/></global>');
  });

  it('names no version where none is said, and comes in pieces: the head, each trace, and the end', async () => {
    const pieces: string[] = [];
    for await (const piece of writeXes(NO_HEADER, [{ attributes: new Map(), events: [] }])) pieces.push(piece);
    expect(pieces).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>\n<log xmlns="http://www.xes-standard.org/">\n',
      '  <trace>\n  </trace>\n',
      '</log>\n',
    ]);
  });

  it('goes as far as XML can hold it, and what it cannot hold is shown by its first sixty characters', async () => {
    const pieces: string[] = [];
    const bad = { attributes: new Map([text('k', `\u0001${'x'.repeat(100)}`)]), events: [] };
    const writing = async (): Promise<void> => {
      for await (const piece of writeXes(NO_HEADER, [{ attributes: new Map(), events: [] }, bad])) pieces.push(piece);
    };
    const shown = `"\\u0001${'x'.repeat(59)}"`;
    await expect(writing()).rejects.toThrow(`XML cannot hold ${shown}. Nothing was written from there on.`);
    expect(pieces).toHaveLength(2);
  });

  it('holds every character that XML can hold, at the edges of what it cannot', async () => {
    const edges = ['\t', '\n', '\r', ' ', '\u007f', '\u0085', '\ud7ff', '\ue000', '\ufffd', '\u{10000}', '\u{10ffff}'];
    const attributes = new Map(edges.map((value, at) => text(`k${at}`, value)));
    const { traces: again } = await read(writeXes(NO_HEADER, [{ attributes, events: [] }]));
    expect([...(again[0]?.attributes.values() ?? [])].map(({ value }) => value)).toEqual(edges);
    for (const value of ['\u0008', '\u000c', '\u000e', '\u001f', '\ufffe', '\uffff', '\udfff', '\ud800x'])
      await expect(textOf(writeXes(NO_HEADER, [{ attributes: new Map([text('k', value)]), events: [] }]))).rejects.toThrow(XesWriteError);
  });
});

describe('a fact of which little is known, as XES', () => {
  it('has no attribute for what is not told, and a case without facts or type an empty one', async () => {
    const meta = { actor: 'p-1', occurredOn: '2026-01-05' };
    const record = { v: 1 as const, log: 'log', stream: 'a', version: 1, recordedAt: '2026-01-06T09:00:00.000Z', prev: null };
    const fact = { record: { ...record, id: 'f-1', type: 'Moved', schema: 1, meta, data: {}, sealed: [] }, holder: null };
    async function* cases(): AsyncGenerator<ViewedCase> {
      yield { id: 'a', facts: [fact], folded: false };
      yield { id: 'b', facts: [], folded: false };
    }
    const { traces: found } = await read(xesView({ log: 'log', cases: 2, facts: 1, read: cases }, 'occurred'));
    const plain = (attributes: XesAttributes = new Map()) => [...attributes.values()].map(({ type, key, value }) => [type, key, value]);
    expect(found.map(({ attributes, events }) => [plain(attributes), ...events.map((event) => plain(event.attributes))])).toEqual([
      [
        [
          ['string', 'concept:name', 'a'],
          ['string', 'caseType', ''],
        ],
        [
          ['string', 'concept:name', 'Moved'],
          ['string', 'lifecycle:transition', 'complete'],
          ['string', 'org:resource', 'p-1'],
          ['string', 'occurredOn', '2026-01-05'],
          ['date', 'time:timestamp', '2026-01-05T00:00:00.000Z'],
          ['date', 'recordedAt', '2026-01-06T09:00:00.000Z'],
          ['id', 'identity:id', 'f-1'],
        ],
      ],
      [
        [
          ['string', 'concept:name', 'b'],
          ['string', 'caseType', ''],
        ],
      ],
    ]);
  });
});

const folder = process.env.REDRESS_DATA ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const file = join(folder, 'receipt.xes.gz');

describeIf(existsSync(file), `there is no ${file}; set REDRESS_DATA to the folder that holds it`, 'a real log', () => {
  it('that is written and read again has the same header and the same 1,434 traces', async () => {
    const first = await read(createReadStream(file).pipe(createGunzip()));
    const again = await read(writeXes(first.header, first.traces));
    expect(first.traces).toHaveLength(1434);
    expect(bare(again.traces)).toEqual(bare(first.traces));
    expect(again.header).toEqual(first.header);
  });
});

describe('a log of our own as XES', () => {
  it('declares what a reader may count on in every trace and every event, and how to tell events apart', async () => {
    const store = await houseLog();
    const { header: head, traces: found } = await read(xesView(await viewLog(store, caseTypes), 'occurred'));
    const plain = (attributes: XesAttributes) => [...attributes.values()].map(({ type, key, value }) => [type, key, value]);
    expect(head.version).toBe('1.0');
    expect(head.extensions.map(({ name, prefix, uri }) => [name, prefix, uri])).toEqual([
      ['Concept', 'concept', 'http://www.xes-standard.org/concept.xesext'],
      ['Time', 'time', 'http://www.xes-standard.org/time.xesext'],
      ['Organizational', 'org', 'http://www.xes-standard.org/org.xesext'],
      ['Lifecycle', 'lifecycle', 'http://www.xes-standard.org/lifecycle.xesext'],
      ['Identity', 'identity', 'http://www.xes-standard.org/identity.xesext'],
    ]);
    expect(head.globals.map(({ scope, attributes }) => [scope, plain(attributes)])).toEqual([
      [
        'trace',
        [
          ['string', 'concept:name', ''],
          ['string', 'caseType', ''],
        ],
      ],
      [
        'event',
        [
          ['string', 'concept:name', ''],
          ['string', 'lifecycle:transition', 'complete'],
          ['string', 'org:resource', ''],
          ['string', 'org:group', ''],
        ],
      ],
    ]);
    expect(head.classifiers).toEqual([
      { name: 'Fact', keys: 'concept:name', scope: 'event' },
      { name: 'Holder', keys: 'holderUnit', scope: 'event' },
    ]);
    expect(plain(head.attributes)).toEqual([
      ['string', 'concept:name', `urn:uuid:${store.log}`],
      ['string', 'view', 'a derived view for analysis, not evidence'],
      ['string', 'time', 'occurred'],
    ]);
    // The standard asks that every trace and event has what is declared for all.
    for (const trace of found) {
      for (const name of head.globals[0]?.attributes.keys() ?? []) expect(trace.attributes.has(name)).toBe(true);
      for (const event of trace.events)
        for (const name of head.globals[1]?.attributes.keys() ?? []) expect(event.attributes.has(name)).toBe(true);
    }
    // The first event of a case, member by member.
    const first = (await recordsOf(store))[0]?.record ?? expect.fail('no record');
    expect(plain(found[0]?.events[0]?.attributes ?? new Map())).toEqual([
      ['string', 'concept:name', 'Received'],
      ['string', 'lifecycle:transition', 'complete'],
      ['string', 'org:resource', 'p-left'],
      ['string', 'org:role', 'head'],
      ['string', 'org:group', 'left'],
      ['string', 'holderUnit', 'left'],
      ['string', 'holderPerson', 'p-left'],
      ['string', 'from', 'none/held/running'],
      ['string', 'to', 'received.screening/held/running'],
      ['string', 'occurredOn', '2026-01-05'],
      ['date', 'time:timestamp', '2026-01-05T00:00:00.000Z'],
      ['date', 'recordedAt', first.recordedAt],
      ['id', 'identity:id', first.id],
    ]);
  });

  it('has a trace for each case, and an event for each fact in the order of its case', async () => {
    const store = await houseLog();
    const { header: head, traces: found } = await read(xesView(await viewLog(store, caseTypes), 'recorded'));
    const shown = found.flatMap((trace) =>
      trace.events.map((event) =>
        ['concept:name', 'time:timestamp', 'identity:id', 'org:resource', 'org:group', 'to'].map((name) => xesText(event.attributes, name)),
      ),
    );
    const records = (await recordsOf(store)).map(({ record }) => record);
    const expected = ['long', 'late', 'withdrawn'].flatMap((id) =>
      records
        .filter(({ stream }) => stream === id)
        .map(({ type, recordedAt, id: fact, meta }) => [type, recordedAt, fact, meta.actor, meta.unit, meta.to]),
    );
    expect(shown).toEqual(expected);
    expect(found.map((trace) => xesText(trace.attributes, 'concept:name'))).toEqual(['long', 'late', 'withdrawn']);
    expect(xesText(head.attributes, 'view')).toContain('not evidence');
  });

  it('has the times of the days that its facts are about, where they are asked for', async () => {
    const { traces: found } = await read(xesView(await viewLog(await houseLog(), caseTypes), 'occurred'));
    expect(found[1]?.events.map((event) => xesText(event.attributes, 'time:timestamp'))).toEqual([
      '2026-01-07T00:00:00.000Z',
      '2026-01-12T00:00:00.000Z',
      '2026-01-09T00:00:00.000Z',
      '2026-01-20T00:00:00.000Z',
    ]);
  });

  it('tells of its holders what custody tells: the handovers are those of the chain', async () => {
    const store = await houseLog();
    const chains = new Map<string, readonly string[]>();
    await foldLog({ store, caseTypes, onFact: ({ caseId, custody }) => chains.set(caseId, custody?.chain.map(({ unit }) => unit) ?? []) });
    const all = [...chains.values()];
    const found = await handoversIn(readXes(xesView(await viewLog(store, caseTypes), 'recorded')), 'holderUnit');
    expect(found.handovers).toBe(all.reduce((sum, chain) => sum + chain.length - 1, 0));
    expect(found.aba.count).toBe(all.reduce((sum, chain) => sum + handOvers(chain).returns, 0));
    expect(found.aba.count).toBeGreaterThan(0);
  });

  it('shows the log as it was looked through, whatever has come since', async () => {
    const store = await houseLog();
    const early: EventStore = {
      log: store.log,
      read: (stream, range) => store.read(stream, range),
      readLog: () => store.readLog('', 10),
      append: (stream, head, facts) => store.append(stream, head, facts),
      subscribe: (after, signal) => store.subscribe(after, signal),
      ingest: (records) => store.ingest(records),
      close: () => store.close(),
    };
    const log = await viewLog(early, caseTypes);
    for (const time of ['first', 'second']) {
      let facts = 0;
      for await (const found of log.read()) facts += found.facts.length;
      expect({ time, facts }).toEqual({ time, facts: 10 });
    }
    expect((await recordsOf(store)).length).toBeGreaterThan(10);
  });

  it('goes on without a holder where the case type is not at hand, and says so', async () => {
    const log = await viewLog(await houseLog(), []);
    const folded: boolean[] = [];
    for await (const found of log.read()) folded.push(found.folded);
    expect(folded).toEqual([false, false, false]);
    const { traces: found } = await read(xesView(log, 'recorded'));
    expect(found.flatMap(({ events }) => events).filter((event) => event.attributes.has('holderUnit'))).toEqual([]);
    expect(found).toHaveLength(3);
  });

  it('shows by its code what XML cannot hold', async () => {
    const store = await houseLog();
    const damaged = changed(await recordsOf(store), 'late', 2, ({ meta }) => void Object.assign(meta, { actor: 'a\u0001b\ufffe' }));
    const { traces: found } = await read(xesView(await viewLog(storeOf(store, damaged), caseTypes), 'recorded'));
    expect(found[1]?.events.map((event) => xesText(event.attributes, 'org:resource'))[1]).toBe('a⟨U+0001⟩b⟨U+FFFE⟩');
  });

  it('ends at what is no record, and says so', async () => {
    const store = await houseLog();
    const damaged = changed(await recordsOf(store), 'late', 2, (draft) => void Object.assign(draft.meta, { actor: 7 }));
    const fault = await textOf(xesView(await viewLog(storeOf(store, damaged), caseTypes), 'recorded')).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(CaseFileError);
    expect(fault).toMatchObject({ code: 'case-unreadable', says: expect.stringContaining('Fact 2 of the case late is no record') });
  });

  it('has no holder where whoever a damaged fact names is nobody', async () => {
    const store = await houseLog();
    const damaged = changed(
      await recordsOf(store),
      'late',
      3,
      ({ data }) => void Object.assign(data, { holder: { unit: 7, person: { toString: 1 } } }),
    );
    const { traces: found } = await read(xesView(await viewLog(storeOf(store, damaged), caseTypes), 'recorded'));
    expect(found[1]?.events.map((event) => xesText(event.attributes, 'holderUnit'))).toEqual(['left', 'left', undefined, undefined]);
  });
});
