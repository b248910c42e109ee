/** Values of JSON compared. A member that is undefined is one that is not there, as JSON has it. */

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;
const there = (value: Members): readonly string[] => Object.keys(value).filter((key) => value[key] !== undefined);

/** The place of the first difference, as `holder.unit`; '' where the values differ as a whole, null where they say the same. */
export function differenceAt(one: unknown, other: unknown): string | null {
  if (one === other) return null;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return '';
  const keys = new Set([...there(one), ...there(other)]);
  for (const key of keys) {
    const inside = differenceAt(one[key], other[key]);
    if (inside !== null) return inside === '' ? key : `${key}.${inside}`;
  }
  return null;
}
