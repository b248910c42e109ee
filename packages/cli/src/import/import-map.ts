/**
 * How the records of somebody else become cases. A map reads rows and gives cases, each with its steps in the order in which they
 * happened; the import writes them through the door `observe`. What a map remembers between rows lives inside `cases`, so that
 * every import starts from nothing and the same file gives the same steps.
 */
import type { XesTrace } from '@redress/audit';
import {
  type Actor,
  type Authority,
  authorityOf,
  type CaseType,
  type Law,
  type LegalDay,
  type Organisation,
  type Unit,
} from '@redress/core';

/** One thing that happened to a case. */
export interface Step {
  /**
   * Names the step among all steps that the map will ever give, from what the record itself says and never from its place in a file:
   * the same step met again, in this file or another, is recognised and not written twice. At most 120 characters.
   */
  readonly id: string;
  /** The row it was read from, as `rejected` shall name it. */
  readonly row: string;
  readonly type: string;
  readonly on: LegalDay;
  readonly actor: Actor;
  readonly data: Readonly<Record<string, unknown>>;
  readonly late?: { readonly ground: string; readonly document: string };
}

export interface CaseToTake {
  /** Names the case among all cases of the map; the case id is made from it. */
  readonly key: string;
  readonly steps: readonly Step[];
}

/** A row that is not taken in. Nothing about it is guessed. */
export interface RowRejected {
  readonly row: string;
  readonly reason: string;
}

export interface CsvRow {
  /** Line of the file on which the row ends, from 1. */
  readonly line: number;
  /** Heading → cell, as written. */
  readonly cells: Readonly<Record<string, string>>;
}

interface MapParts<Row> {
  /** Part of every id the import makes: once records were imported under a name, it stays. */
  readonly name: string;
  /** The map's own small law; its digest is kept in every fact. */
  readonly law: Law;
  readonly organisation: Organisation;
  /** Default: the source has decided who did what. */
  readonly authority?: Authority;
  /** Default: complaints. */
  readonly caseTypes?: readonly CaseType[];
  /** A case is given once, whole. A map that needs an order the file does not have collects the rows first. */
  cases(rows: AsyncIterable<Row>): AsyncIterable<CaseToTake | RowRejected>;
}

export interface CsvMap extends MapParts<CsvRow> {
  readonly format: 'csv';
}

export interface XesMap extends MapParts<XesTrace> {
  readonly format: 'xes';
}

export type ImportMap = CsvMap | XesMap;

/** Allows everything: what happened elsewhere is not forbidden afterwards. */
export const asRecorded: Authority = authorityOf([{ id: 'as-recorded', roles: '*', commands: '*', effect: 'allow' }]);

/** Every unit that the records name exists, under one body; who heads it is not known, so the post stands for its holder. */
export function organisationOfRecords(body: string): Organisation {
  const top: Unit = { id: body, name: body, superior: null, headPost: `head:${body}` };
  const unit = (id: string): Unit => (id === body ? top : { id, name: id, superior: body, headPost: `head:${id}` });
  return {
    unit,
    superior: (id) => (id === body ? null : top),
    commonSuperior: () => top,
    inPost: () => null,
    delegations: () => [],
  };
}
