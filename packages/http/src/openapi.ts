/** The OpenAPI 3.1 document, made from the very table of addresses that requests are found by, and from the schemas of the case types. */
import type { CaseType, CommandDefinition } from '@redress/core';
import { z } from 'zod';
import { bodyFields } from './commands.ts';
import { KEY_PATTERN, SEEN_PATTERN } from './headers.ts';
import { componentsOf, type JsonSchema, ref, schemaOf } from './json-schema.ts';
import { languages } from './language.ts';
import { factSchemas, oneOfTypes, plain } from './openapi-facts.ts';
import { problemType } from './problem.ts';
import { NO_CONTROL } from './query.ts';
import { type GoodAnswer, type Host, jsonAnswer, type Route, reply } from './route.ts';
import * as shapes from './shapes.ts';
import { type ProblemCode, statuses, storeFaultStatuses } from './statuses.ts';

/** What every address may say no to. */
const EVERYWHERE: readonly ProblemCode[] = [
  'MALFORMED_ADDRESS',
  'INVALID_QUERY',
  'NOT_SIGNED_IN',
  'NOT_ACCEPTABLE',
  'FAULT',
  'SIGN_IN_UNAVAILABLE',
  ...(Object.keys(storeFaultStatuses) as (keyof typeof storeFaultStatuses)[]),
];

export function openApiRoute(host: Host, others: readonly Route[]): Route {
  // Made once: it takes some milliseconds, and nothing in it changes.
  let document: JsonSchema | null = null;
  const route: Route = {
    method: 'GET',
    path: '/openapi.json',
    name: 'readOpenApi',
    describes: 'This document.',
    query: z.strictObject({}),
    offers: ['application/json'],
    answers: { 200: jsonAnswer('OpenAPI 3.1.', 'OpenApi') },
    codes: [],
    answer: async () => {
      document ??= documentOf(host, [...others, route]);
      return reply(document);
    },
  };
  return route;
}

function documentOf({ engine, options, challenge }: Host, routes: readonly Route[]): JsonSchema {
  const { caseTypes } = engine;
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const { path, method } = route;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(route, caseTypes, challenge !== null) };
  }
  const signIns = Object.keys(options.securitySchemes ?? {});
  const views = Object.entries(options.views ?? {}).map(([name, { answer }]) => componentsOf(`View.${name}`, answer, 'output'));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Redress',
      description: 'Commands to cases, and cases as they stand and stood. A lawful no is a problem with its article or rule.',
      version: caseTypes.map(({ name, version }) => `${name}@${version}`).join(' '),
    },
    servers: [{ url: options.basePath === undefined || options.basePath === '' ? '/' : options.basePath }],
    paths,
    ...(signIns.length === 0 ? {} : { security: signIns.map((name) => ({ [name]: [] })) }),
    components: {
      schemas: Object.assign({}, ...answers(), ...views, ...caseTypes.map(commandsOf), factSchemas(caseTypes)),
      headers: { ...headers, ...(challenge === null ? {} : { 'www-authenticate': askingFor(challenge) }) },
      ...(signIns.length === 0 ? {} : { securitySchemes: options.securitySchemes }),
    },
  };
}

const answers = (): readonly JsonSchema[] => [
  ...Object.entries({
    Case: shapes.caseAnswer,
    CaseTypes: shapes.caseTypes,
    Chart: shapes.chart,
    Clocks: shapes.clocks,
    Done: shapes.done,
    History: shapes.history,
    Log: shapes.log,
    Options: shapes.options,
    Problem: shapes.problem,
    ...shapes.shared,
  }).map(([name, schema]) => componentsOf(name, schema, 'output')),
  { Text: { type: 'string' }, OpenApi: { type: 'object', required: ['openapi', 'info', 'paths'] } },
];

const headers = {
  etag: { description: 'The version of the case, for If-Match and If-None-Match.', schema: { type: 'string' } },
  location: { description: 'The address of the case.', schema: { type: 'string' } },
  'idempotent-replayed': { description: 'There, and true, where the first answer is given again.', schema: { const: 'true' } },
};

const askingFor = (challenge: string): JsonSchema => ({ description: 'How to sign in.', schema: { const: challenge } });

/** For each case type its commands, told apart by `type`; and apart from them those that open a case. */
function commandsOf(type: CaseType): JsonSchema {
  const all = Object.entries(type.commands);
  const list = (name: string, these: readonly (readonly [string, CommandDefinition])[]): JsonSchema => ({
    [plain(type, name)]: oneOfTypes(these.map(([command]) => [command, plain(type, `${command}.command`)])),
  });
  const each = all.map(([command, definition]) => ({
    ...componentsOf(plain(type, command), definition.schema, 'input'),
    [plain(type, `${command}.command`)]: bodyOf(type, command, definition),
  }));
  return Object.assign(
    {
      ...list('_any', all),
      ...list(
        '_opening',
        all.filter(([, { opens }]) => opens),
      ),
    },
    ...each,
  );
}

function bodyOf(type: CaseType, command: string, { describes, schema }: CommandDefinition): JsonSchema {
  const { properties, required } = schemaOf(z.strictObject(bodyFields), 'input') as { properties: JsonSchema; required: readonly string[] };
  const data = schema.safeParse({}).success ? [] : ['data'];
  return {
    type: 'object',
    description: describes,
    properties: { type: { const: command }, caseType: { const: type.name }, ...properties, data: ref(plain(type, command)) },
    required: ['type', ...required, ...data],
    additionalProperties: false,
  };
}

function operationOf(route: Route, caseTypes: readonly CaseType[], challenged: boolean): JsonSchema {
  const { name, describes, command } = route;
  return {
    operationId: name,
    summary: describes,
    parameters: [...inPath(route), ...inQuery(route), ...inHeaders(route)],
    ...(command === undefined ? {} : { requestBody: requestBodyOf(caseTypes, command) }),
    responses: { ...goodAnswers(route), ...problems(route, challenged) },
  };
}

const requestBodyOf = (caseTypes: readonly CaseType[], command: NonNullable<Route['command']>): JsonSchema => ({
  required: true,
  content: {
    'application/json': { schema: { anyOf: caseTypes.map((type) => ref(plain(type, command === 'opens' ? '_opening' : '_any'))) } },
  },
});

const inPath = ({ path }: Route): readonly JsonSchema[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', minLength: 1, pattern: NO_CONTROL.source },
  }));

function inQuery({ query }: Route): readonly JsonSchema[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as { properties?: JsonSchema; required?: readonly string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

interface HeaderParts {
  readonly required?: boolean;
  readonly pattern?: string;
}

const header = (name: string, description: string, { required = false, ...narrower }: HeaderParts = {}): JsonSchema => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string', ...narrower },
});

function inHeaders({ name, command }: Route): readonly JsonSchema[] {
  const language = header('Accept-Language', `The language of a no: ${languages.join(', ')}.`);
  if (name === 'readCase') return [language, header('If-None-Match', 'The ETag that the client has.')];
  if (name === 'follow') return [language, header('Last-Event-ID', 'The id of the last event that was received.')];
  if (command === undefined) return [language];
  return [
    language,
    header('Idempotency-Key', "The command's id, in double quotes or bare; the same one when it is sent again.", {
      required: true,
      pattern: KEY_PATTERN,
    }),
    header('If-Match', 'The ETag of the case as its sender has seen it; once the case moved on, the command is refused.', {
      pattern: SEEN_PATTERN,
    }),
  ];
}

const goodAnswers = ({ answers: good }: Route): JsonSchema =>
  Object.fromEntries(Object.entries(good).map(([status, answer]) => [status, responseOf(answer)]));

const headersOf = (names: readonly string[]): JsonSchema => ({
  headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
});

const responseOf = ({ says, content = {}, headers: sent = [] }: GoodAnswer): JsonSchema => ({
  description: says,
  ...headersOf(sent),
  content: Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema: ref(schema) }])),
});

/** By status, the codes that may come with it. */
function problems({ codes }: Route, challenged: boolean): JsonSchema {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set([...EVERYWHERE, ...codes])) byStatus.set(statuses[code], [...(byStatus.get(statuses[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, here]) => [
      status,
      {
        description: `A problem: ${here.join(', ')}.`,
        ...(challenged && status === 401 ? headersOf(['www-authenticate']) : {}),
        content: { 'application/problem+json': { schema: problemSchema(status, here) } },
      },
    ]),
  );
}

const problemSchema = (status: number, codes: readonly ProblemCode[]): JsonSchema => ({
  allOf: [ref('Problem'), { properties: { status: { const: status }, code: { enum: codes }, type: { enum: codes.map(problemType) } } }],
});
