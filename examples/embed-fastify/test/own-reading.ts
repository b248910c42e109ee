import type { Actor } from '@redress/core';
import type { Readable } from '@redress/http';

/** The centre reads everything; a case is for whoever has it or had it, and for whom it is offered to. */
export function mayRead(actor: Actor, what: Readable): boolean {
  if (actor.unit === 'vss') return true;
  if ('log' in what) return false;
  const { chain, offer } = what.state.custody;
  return offer?.toUnit === actor.unit || chain.some(({ unit }) => unit === actor.unit);
}
