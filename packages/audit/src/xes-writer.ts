/** Event logs in XES 1.0, written as `readXes` reads them, one trace at a time; and cases of our own as traces. */
import { codeShown } from './explain-markup.ts';
import { timeOf, VIEW, type ViewedCase, type ViewedLog, type ViewTime } from './viewed-case.ts';
import type { XesLog, XesTrace } from './xes.ts';
import type { XesAttribute, XesAttributes } from './xes-value.ts';

/** What is written of a trace: places in a file are left behind. */
export type XesTraceToWrite = Pick<XesTrace, 'attributes'> & { readonly events: readonly Pick<XesTrace, 'attributes'>[] };

/** What XML 1.0 cannot hold, not even escaped: control characters, two code points, and half a letter. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/** As a document for review shows them. */
const writable = (text: string): string => (UNWRITABLE.test(text) ? text.replaceAll(new RegExp(UNWRITABLE, 'gu'), codeShown) : text);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text that XML cannot hold. The pieces before it have been handed out. */
export class XesWriteError extends Error {
  readonly code = 'unwritable';
  readonly says: string;

  constructor(says: string) {
    super(says);
    this.name = 'XesWriteError';
    this.says = says;
  }
}

/**
 * The text of an XES document, in pieces of a trace each. What is read from it with `readXes` is what was written. Throws `XesWriteError`
 * at a text that XML cannot hold.
 */
export async function* writeXes(log: XesLog, traces: AsyncIterable<XesTraceToWrite> | Iterable<XesTraceToWrite>): AsyncGenerator<string> {
  yield headOf(log);
  for await (const { attributes, events } of traces) {
    const inside = events.map((event) => `    <event>${attributesText(event.attributes)}</event>\n`).join('');
    yield `  <trace>${attributesText(attributes)}\n${inside}  </trace>\n`;
  }
  yield '</log>\n';
}

function headOf({ version, extensions, globals, classifiers, attributes }: XesLog): string {
  const lines = [
    ...extensions.map(({ name, prefix, uri }) => `<extension ${written({ name, prefix, uri })}/>`),
    ...globals.map(
      ({ scope, attributes: defaults }) => `<global${scope === '' ? '' : ` ${written({ scope })}`}>${attributesText(defaults)}</global>`,
    ),
    ...classifiers.map(({ name, keys, scope }) => `<classifier ${written({ name, scope, keys })}/>`),
    ...[...attributes.values()].map(attributeText),
  ];
  const says = version === '' ? {} : { 'xes.version': version };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<log ${written({ ...says, xmlns: 'http://www.xes-standard.org/' })}>`,
    ...lines.map((line) => `  ${line}`),
    '',
  ].join('\n');
}

const attributesText = (attributes: XesAttributes): string => [...attributes.values()].map(attributeText).join('');

function attributeText(attribute: XesAttribute): string {
  const { type, key, nested } = attribute;
  const inside = attributesText(nested);
  if (attribute.type === 'list')
    return `<list ${written({ key })}><values>${attribute.value.map(attributeText).join('')}</values>${inside}</list>`;
  const start = `<${type} ${written({ key, value: valueText(attribute.value) })}`;
  return inside === '' ? `${start}/>` : `${start}>${inside}</${type}>`;
}

function valueText(value: string | number | bigint | boolean): string {
  if (value === Number.POSITIVE_INFINITY) return 'INF';
  if (value === Number.NEGATIVE_INFINITY) return '-INF';
  return Object.is(value, -0) ? '-0' : String(value);
}

const written = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(' ');

function escaped(text: string): string {
  if (UNWRITABLE.test(text)) {
    const shown = JSON.stringify(text.slice(0, 60));
    throw new XesWriteError(`XML cannot hold ${shown}. Nothing was written from there on. Leave out what is no character of XML 1.0.`);
  }
  // A parser makes spaces of line breaks and tabs that are not escaped.
  return text.replace(/[&<>"\t\n\r]/g, (letter) => ESCAPES[letter] ?? `&#${letter.charCodeAt(0)};`);
}

/**
 * A log of our own as XES: a case is a trace, a fact an event, in the order of the case. A character that XML cannot hold is written as its
 * code, `⟨U+0001⟩`. Throws what `ViewedLog.read` throws.
 */
export async function* xesView(log: ViewedLog, time: ViewTime): AsyncGenerator<string> {
  yield* writeXes(headerOf(log, time), tracesOf(log, time));
}

const EXTENSIONS = [
  ['Concept', 'concept'],
  ['Time', 'time'],
  ['Organizational', 'org'],
  ['Lifecycle', 'lifecycle'],
  ['Identity', 'identity'],
] as const;

const headerOf = ({ log }: ViewedLog, time: ViewTime): XesLog => ({
  version: '1.0',
  extensions: EXTENSIONS.map(([name, prefix]) => ({ name, prefix, uri: `http://www.xes-standard.org/${prefix}.xesext` })),
  globals: [
    { scope: 'trace', attributes: texts({ 'concept:name': '', caseType: '' }) },
    { scope: 'event', attributes: texts({ 'concept:name': '', 'lifecycle:transition': 'complete', 'org:resource': '', 'org:group': '' }) },
  ],
  classifiers: [
    { name: 'Fact', keys: 'concept:name', scope: 'event' },
    { name: 'Holder', keys: 'holderUnit', scope: 'event' },
  ],
  attributes: texts({ 'concept:name': `urn:uuid:${log}`, view: VIEW, time }),
});

async function* tracesOf(log: ViewedLog, time: ViewTime): AsyncGenerator<XesTraceToWrite> {
  for await (const found of log.read()) yield traceOf(found, time);
}

function traceOf({ id, facts }: ViewedCase, time: ViewTime): XesTraceToWrite {
  return {
    attributes: texts({ 'concept:name': id, caseType: facts[0]?.record.meta.caseType ?? '' }),
    events: facts.map(({ record, holder }) => {
      const { meta } = record;
      const attributes = new Map([
        ...texts({ 'concept:name': record.type, 'lifecycle:transition': 'complete' }),
        ...texts({ 'org:resource': meta.actor, 'org:role': meta.role, 'org:group': meta.unit }),
        ...texts({ holderUnit: holder?.unit, holderPerson: holder?.person, from: meta.from, to: meta.to, occurredOn: meta.occurredOn }),
        ...typed('date', { 'time:timestamp': timeOf(record, time), recordedAt: record.recordedAt }),
        ...typed('id', { 'identity:id': record.id }),
      ]);
      return { attributes };
    }),
  };
}

const texts = (values: Readonly<Record<string, string | undefined>>): XesAttributes => typed('string', values);

/** What is not known is left out. */
function typed(type: 'string' | 'date' | 'id', values: Readonly<Record<string, string | undefined>>): XesAttributes {
  const known = Object.entries(values).flatMap(([key, value]): readonly [string, XesAttribute][] =>
    value === undefined ? [] : [[key, { type, key, value: writable(value), nested: new Map() }]],
  );
  return new Map(known);
}
