/** What went wrong, as a page says it. */
import { StoreFault } from '@redress/core';
import { Problem } from './answer.ts';

/** Of a fault nothing is told but its code: what a person typed may stand in its text. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500) return new Problem(status, 'badRequest', 'badRequestSays');
  console.error(`desk: ${error instanceof StoreFault ? error.code : error instanceof Error ? error.name : 'unknown fault'}`);
  return new Problem(error instanceof StoreFault ? 503 : 500, 'broken', 'brokenSays');
}
