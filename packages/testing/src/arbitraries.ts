/** Data for commands and facts, derived from the schemas of a case type. */
import type { CaseState, CaseType } from '@redress/core';
import type fc from 'fast-check';
import { type SchemaOptions, valuesOf } from './arbitraries-of-schema.ts';

export { type SchemaOptions, valuesOf } from './arbitraries-of-schema.ts';
export { calendars, type DayRange, legalDays, type TextLimits, texts } from './arbitraries-of-values.ts';

type Data = Record<string, unknown>;
type Schemas = CaseType<CaseState>['commands'] | CaseType<CaseState>['facts'];

function dataOf(schemas: Schemas, what: string, name: string, options: SchemaOptions | undefined): fc.Arbitrary<Data> {
  const definition = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (!definition) throw new TypeError(`the case type has no ${what} "${name}"`);
  return valuesOf(definition.schema, options) as fc.Arbitrary<Data>;
}

/** Data that the command's schema accepts. Throws `TypeError` where the case type has no such command. */
export const commandData = (type: Pick<CaseType<never>, 'commands'>, name: string, options?: SchemaOptions): fc.Arbitrary<Data> =>
  dataOf(type.commands, 'command', name, options);

/** Data that the fact's schema accepts. Throws `TypeError` where the case type has no such fact. */
export const factData = (type: Pick<CaseType<never>, 'facts'>, name: string, options?: SchemaOptions): fc.Arbitrary<Data> =>
  dataOf(type.facts, 'fact', name, options);
