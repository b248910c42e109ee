/** How custody and level may change from one fact to the next, by the states before and after it. */
import { type CaseState, type CaseType, type Fact, handlingOf, isComplaint } from '@redress/core';
import { textOf } from './case-file.ts';
import type { Report } from './finding.ts';

interface Before {
  readonly level: number;
  readonly handling: string;
  readonly unit: string | undefined;
  readonly offeredTo: string | undefined;
  readonly ruling: boolean;
}

export function before(state: CaseState): Before {
  const { holder, offer, before: lies } = state.custody;
  return { level: state.level, handling: handlingOf(state.at), unit: holder?.unit, offeredTo: offer?.toUnit, ruling: lies !== null };
}

/**
 * Compares a state after a fact with what it was; `moves` says whether the fact moves the chart.
 * Not for what came by the other door, or with an objection: there everything may happen.
 * Where a chart has offers, the case passes to another unit of its level by one, or by a superior's ruling; a fact that leaves the chart
 * alone follows a change of units.
 */
export function checkCustody(was: Before, state: CaseState, type: CaseType, fact: Fact, moves: boolean, report: Report): void {
  const unit = state.custody.holder?.unit;
  const named = isComplaint(state) ? unitNamed(fact) : undefined;
  if (named !== undefined && named !== unit) report('custody-differs', ['went-to', textOf(unit), textOf(named)]);
  const passed = was.unit !== undefined && unit !== undefined && unit !== was.unit && state.level === was.level && !was.ruling;
  if (passed && moves && type.chart.facts.includes('TransferOffered') && unit !== was.offeredTo)
    report(
      'custody-differs',
      was.offeredTo === undefined
        ? ['offered-to-nobody', textOf(unit), textOf(was.unit)]
        : ['offered-to', textOf(unit), textOf(was.unit), textOf(was.offeredTo)],
    );
  const climbs = isComplaint(state) && handlingOf(state.at).startsWith(NEXT) && !was.handling.startsWith(NEXT);
  // A level that is no number was found with the fact that says so.
  const steps = typeof state.level === 'number' && typeof was.level === 'number' ? state.level - was.level : 0;
  if (climbs ? steps !== 1 : Math.abs(steps) > 1) report('level-differs', ['level-after', textOf(state.level), textOf(was.level)]);
}

/** The unit that a fact gives the case to in so many words. */
function unitNamed({ type, data }: Fact): unknown {
  return type === 'Received' ? data.unit : type === 'SuperiorRuled' || type === 'CustodyMoved' ? data.toUnit : undefined;
}

/** The states of a complaint that lies before the next level. */
const NEXT = 'recomplained';
