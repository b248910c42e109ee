/** How answers are written: as JSON in which no sealed value shows, not even the handle that stands for it. */
import { isSealedText, SEALED } from '@redress/core';

/** What stands in an answer where a value lies in the vault. */
const HIDDEN = 'sealed';

const hidden = (_key: string, value: unknown): unknown => (typeof value === 'string' && isSealedText(value) ? HIDDEN : value);

/** Few answers hold such a value, and looking at each value of the others would take longer than writing them. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes(SEALED) ? JSON.stringify(value, hidden) : text;
}
