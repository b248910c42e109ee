/** Values of JSON compared. A member that is undefined is one that is not there, as JSON has it. */

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;
const NONE: ReadonlySet<string> = new Set();

/**
 * The place of the first difference, as `holder.unit`; '' where the values differ as a whole, null where they say the same. Members of the
 * values themselves that are named in `but` are passed over.
 */
export function differenceAt(one: unknown, other: unknown, but: ReadonlySet<string> = NONE): string | null {
  if (one === other) return null;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return '';
  for (const key in one) {
    if (one[key] === other[key] || but.has(key)) continue;
    const inside = differenceAt(one[key], other[key]);
    if (inside !== null) return inside === '' ? key : `${key}.${inside}`;
  }
  for (const key in other) if (one[key] === undefined && other[key] !== undefined && !but.has(key)) return key;
  return null;
}
