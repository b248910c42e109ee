/** The values of XES attributes (IEEE 1849, XES 1.0), read as strictly as their XML Schema types ask. */
import { isDay } from './day.ts';

interface Named {
  readonly key: string;
  /** Attributes of this attribute. */
  readonly nested: XesAttributes;
}

/** A typed attribute. A date is kept as it was written (`2011-10-11T13:45:40.276+02:00`), so that its local day is not lost. */
export type XesAttribute =
  | (Named & { readonly type: 'string' | 'date' | 'id'; readonly value: string })
  | (Named & { readonly type: 'float'; readonly value: number })
  /** A bigint where it lies beyond 2^53 - 1, so that none is rounded. */
  | (Named & { readonly type: 'int'; readonly value: number | bigint })
  | (Named & { readonly type: 'boolean'; readonly value: boolean })
  | (Named & { readonly type: 'list'; readonly value: readonly XesAttribute[] });

export type XesAttributes = ReadonlyMap<string, XesAttribute>;

export type XesAttributeType = XesAttribute['type'];

const XES_TYPES: ReadonlySet<string> = new Set<XesAttributeType>(['string', 'date', 'int', 'float', 'boolean', 'id', 'list']);

export const isXesType = (name: string): name is XesAttributeType => XES_TYPES.has(name);

const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?$/;
const INT = /^[+-]?0*\d{1,19}$/;
const FLOAT = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const SPECIAL_FLOATS: ReadonlyMap<string, number> = new Map([
  ['INF', Number.POSITIVE_INFINITY],
  ['-INF', Number.NEGATIVE_INFINITY],
  ['NaN', Number.NaN],
]);
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** An `xs:dateTime` of a day that exists; the zone may be left out. */
export function isDateTime(text: string): boolean {
  const [, day = '', hour, minute, second] = DATE_TIME.exec(text) ?? [];
  return isDay(day) && Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59;
}

/** An `xs:long`. */
function intOf(text: string): number | bigint | null {
  if (!INT.test(text)) return null;
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value + 0;
  const exact = BigInt(text.replace(/^\+/, ''));
  return BigInt.asIntN(64, exact) === exact ? exact : null;
}

function floatOf(text: string): number | null {
  const special = SPECIAL_FLOATS.get(text);
  if (special !== undefined) return special;
  const value = FLOAT.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** Space around a value is none of it, but in texts. */
const collapsed = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

/** The attribute that a text stands for, or null where the text is no value of the type. A list has no text. */
export function xesAttribute(
  type: Exclude<XesAttributeType, 'list'>,
  key: string,
  text: string,
  nested: XesAttributes,
): XesAttribute | null {
  switch (type) {
    case 'string':
    case 'id':
      return { type, key, value: text, nested };
    case 'date': {
      const value = collapsed(text);
      return isDateTime(value) ? { type, key, value, nested } : null;
    }
    case 'int': {
      const value = intOf(collapsed(text));
      return value === null ? null : { type, key, value, nested };
    }
    case 'float': {
      const value = floatOf(collapsed(text));
      return value === null ? null : { type, key, value, nested };
    }
    case 'boolean': {
      const value = BOOLEANS.get(collapsed(text));
      return value === undefined ? null : { type, key, value, nested };
    }
  }
}

/** The value of a text attribute (string, date or id); undefined where there is none or it has another type. */
export function xesText(attributes: XesAttributes, key: string): string | undefined {
  const value = attributes.get(key)?.value;
  return typeof value === 'string' ? value : undefined;
}
