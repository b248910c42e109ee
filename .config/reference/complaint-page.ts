import { z } from 'zod';
import { type CaseTypeParts, complaint, drawMermaid, type FactDefinition } from '../../packages/core/src/index.ts';
import { petition } from '../../packages/vietnam/src/index.ts';

/** A field as the page shows it. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly shape: string;
  readonly describes: string;
}

const unwrapped = (schema: unknown): unknown =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrapped(schema.unwrap()) : schema;

function shapeOf(given: unknown): string {
  const schema = unwrapped(given);
  if (schema instanceof z.ZodEnum) return schema.options.map((option) => `\`${String(option)}\``).join(', ');
  if (schema instanceof z.ZodArray) return `list of ${shapeOf(schema.element)}`;
  if (schema instanceof z.ZodObject) return `{ ${Object.keys(schema.shape).join(', ')} }`;
  if (schema instanceof z.ZodUnion) return schema.options.map(shapeOf).join(' or ');
  if (schema instanceof z.ZodNumber) return 'whole number';
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodString) return 'text';
  return 'object';
}

const describes = (schema: unknown): string => {
  if (!(schema instanceof z.ZodType)) return '';
  return schema.description ?? describes(schema === unwrapped(schema) ? undefined : (unwrapped(schema) as z.ZodType));
};

/** The fields of a command or fact, from its schema. */
export function fieldsOf(schema: z.ZodType): readonly Field[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).map(([name, field]) => ({
    name,
    required: !(field instanceof z.ZodOptional),
    shape: shapeOf(field),
    describes: describes(field),
  }));
}

const fieldLines = (fields: readonly Field[]): readonly string[] =>
  fields.length === 0
    ? ['No fields.']
    : fields.map(({ name, required, shape, describes: says }) => `- \`${name}\`${required ? '' : ' (optional)'}: ${says} (${shape})`);

/** An opening command of a case that is there already is recorded as one more arrival. */
function stagesSaid({ stages, opens }: { readonly stages: readonly string[] | '*'; readonly opens?: true }): string {
  if (stages === '*') return 'every stage';
  return opens ? 'no stage yet: it opens the case. In a case that is there it is recorded as another arrival' : stages.join(', ');
}

/** What every fact may hold beside its own fields; said once. */
const ANYWHERE = ['clocks', 'objections', 'late'];

const factLines = (name: string, { describes: says, schema, version, chart }: FactDefinition): readonly string[] => [
  `### ${name}`,
  '',
  `${says} Schema ${version}; ${chart === 'moves' ? 'moves the chart' : 'leaves the chart alone'}.`,
  '',
  ...fieldLines(fieldsOf(schema).filter((field) => !ANYWHERE.includes(field.name))),
  '',
];

/** The complaint: its chart, its commands, its facts. */
export const complaintPage = (): string => page('# The complaint', complaint);

/** The petition, in the same order. */
export const petitionPage = (): string => page('# The petition (đơn)', petition);

function page(title: string, { chart, commands, facts }: Pick<CaseTypeParts, 'chart' | 'commands' | 'facts'>): string {
  const received = facts.Received;
  return [
    title,
    '',
    'Made by `pnpm run docs` from the schemas and the chart.',
    '',
    '```mermaid',
    drawMermaid(chart),
    '```',
    '',
    '## Commands',
    '',
    'An arrival is what a citizen or another body sends: it is recorded whatever the law then says of it.',
    '',
    ...Object.entries(commands).flatMap(([name, command]) => [
      `### ${name}`,
      '',
      `${command.describes} Leads to \`${command.fact}\`.${command.arrival ? ' An arrival.' : ''} Asked in: ${stagesSaid(command)}.`,
      '',
      ...fieldLines(fieldsOf(command.schema)),
      '',
    ]),
    '## Facts',
    '',
    'Every fact may hold these beside its own fields:',
    '',
    ...(received ? fieldLines(fieldsOf(received.schema).filter((field) => ANYWHERE.includes(field.name))) : []),
    '',
    ...Object.entries(facts).flatMap(([name, fact]) => factLines(name, fact)),
  ].join('\n');
}
