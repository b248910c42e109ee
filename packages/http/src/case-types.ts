/** What case types there are: their commands, and their charts. */
import { type CaseType, drawJson, drawMermaid } from '@redress/core';
import { z } from 'zod';
import { schemaOf } from './json-schema.ts';
import { type No, no } from './problem.ts';
import { type Asked, type Host, jsonAnswer, type Reply, type Route, reply } from './route.ts';

const MERMAID = 'text/vnd.mermaid';

export function caseTypeRoutes({ engine, options }: Host): readonly Route[] {
  const shared = { method: 'GET', query: z.strictObject({}) } as const;
  // Converting schemas takes a while, and they never change.
  let listed: unknown;
  return [
    {
      ...shared,
      path: '/case-types',
      name: 'listCaseTypes',
      describes: 'Every case type with its commands, and what each command is asked with.',
      offers: ['application/json'],
      answers: { 200: jsonAnswer('Every case type.', 'CaseTypes') },
      codes: [],
      answer: async () => {
        listed ??= { caseTypes: engine.caseTypes.map(shown) };
        return reply(listed);
      },
    },
    {
      ...shared,
      path: '/case-types/{name}/chart',
      name: 'readChart',
      describes: 'Which fact may follow which stage: as a Mermaid drawing, or as JSON.',
      offers: [MERMAID, 'text/plain', 'application/json'],
      answers: { 200: { says: 'The chart.', content: { [MERMAID]: 'Text', 'text/plain': 'Text', 'application/json': 'Chart' } } },
      codes: ['NO_SUCH_CASE_TYPE'],
      answer: async (asked) => theChart(engine.caseTypes, asked, options.basePath ?? ''),
    },
  ];
}

function shown({ name, version, commands, facts }: CaseType): Readonly<Record<string, unknown>> {
  const each = Object.entries(commands).map(([command, { describes, schema, fact, stages, arrival = false, opens = false }]) => [
    command,
    { describes, arrival, opens, fact, stages, data: schemaOf(schema, 'input') },
  ]);
  return { name, version, commands: Object.fromEntries(each), facts: Object.keys(facts) };
}

function theChart(types: readonly CaseType[], { path, type }: Asked, basePath: string): Reply | No {
  const found = types.find(({ name }) => name === path.name);
  if (!found) return no('NO_SUCH_CASE_TYPE', { name: path.name ?? '', basePath });
  const headers = { vary: 'accept' };
  if (type === 'application/json') {
    return reply({ caseType: found.name, version: found.version, regions: drawJson(found.chart) }, headers);
  }
  return { status: 200, headers: { ...headers, 'content-type': `${type}; charset=utf-8` }, body: { text: drawMermaid(found.chart) } };
}
