/** What answers look like. The OpenAPI document is made from these, and tests hold every answer against it. */
import { citation, clockLine, holder, legalDay, offer } from '@redress/core';
import { z } from 'zod';
import { named } from './json-schema.ts';

const actor = z.strictObject({
  id: z.string().describe('Pseudonymous staff id.'),
  unit: z.string(),
  role: z.string(),
  onBehalfOf: z.string().optional().describe('Whose duty the actor performed by delegation.'),
});

const instant = z.string().describe('An instant, ISO 8601 in UTC.');
const count = z.int().min(0);

/** What every fact has. The document has it once for each type of fact, with that type's own data. */
export const factFields = {
  id: z.string().describe('UUID; the same command gives the same ids.'),
  case: z.string().describe('The stream it lies in.'),
  version: z.int().min(1).describe('Its place in the case: 1, 2, 3 …'),
  type: z.string().describe('What happened, past tense.'),
  schema: z.int().min(1).describe("Version of the fact's schema."),
  recordedAt: instant,
  meta: z.record(z.string(), z.string()).describe('Who asked, by which command, door, rule and edition of the law.'),
  data: z.record(z.string(), z.json()).describe('What the fact holds. Where a value lies in the vault the text "sealed" stands.'),
};
const fact = z.strictObject(factFields);

/** Kept once: they stand in nearly every fact. */
export const shared = { ClockLine: clockLine, Citation: citation, Holder: holder };
for (const [component, schema] of Object.entries(shared)) named.add(schema, { component });
named.add(fact, { component: 'Fact' });

const at = z.strictObject({
  key: z.string().describe('One state per region of the chart, joined by slashes.'),
  regions: z.record(z.string(), z.string()),
});

const custody = z.strictObject({
  holder: holder.nullable(),
  offer: offer.nullable(),
  before: z.strictObject({ unit: z.string(), reason: z.string(), since: legalDay }).nullable(),
  chain: z.array(z.strictObject({ unit: z.string(), since: legalDay })),
});

const clockState = z.strictObject({
  id: z.string(),
  lines: z.array(clockLine),
  status: z.enum(['running', 'paused', 'stopped']),
  dueOn: legalDay,
  rawDueOn: legalDay,
  provisional: z.boolean(),
  ranOutOn: legalDay.nullable(),
});

const state = z
  .object({
    caseId: z.string(),
    caseType: z.string(),
    at,
    stage: z.string().describe('The public stage.'),
    version: count.describe('Number of facts folded.'),
    openedOn: legalDay.nullable(),
    movedOn: legalDay.nullable(),
    level: z.int(),
    custody,
    clocks: z.record(z.string(), clockState),
  })
  .catchall(z.json())
  .describe('What every case has, and what its own type keeps besides.');

export const caseAnswer = z.strictObject({ case: z.string(), caseType: z.string(), version: count, state });

export const done = z
  .strictObject({
    case: z.string(),
    version: count.describe('The version of the case after the command.'),
    facts: z.array(fact).optional().describe('What was recorded. Left out for whoever may ask this and may not read the case.'),
  })
  .describe('Where the case stands now is asked at Location.');

const entry = z.strictObject({
  version: z.int().min(1),
  type: z.string(),
  on: z.string().describe('The legal day on which it happened.'),
  recordedAt: instant,
  by: actor,
  door: z.string().describe('`execute` where it was judged, `observe` where it was recorded as it had happened.'),
  before: z.string().describe('The stage before it.'),
  after: z.string().describe('The stage after it.'),
  fact,
});

export const history = z.strictObject({
  case: z.string(),
  version: count,
  entries: z.array(entry),
  next: z.int().nullable().describe('What `after` has to say for the next page; null on the last.'),
});

const because = z.union([z.strictObject({ citation }), z.strictObject({ rule: z.string() })]);
const params = z.record(z.string(), z.union([z.string(), z.number()]));

const ofRefusal = {
  asked: z.string().describe('The command.'),
  case: z.string(),
  stage: z.string().describe('Where the case stands; none where there is no case.'),
  law: because.describe('The article or the rule.'),
  mayFollow: z
    .array(z.string())
    .describe('With NOT_IN_THIS_STAGE and UNKNOWN_COMMAND what the chart lets follow; with every other code empty.'),
};

export const problem = z.strictObject({
  type: z.string().describe('A name for the kind of problem; the same for the same code.'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What was not done, and why, in the language of the answer.'),
  code: z.string(),
  params,
  asked: ofRefusal.asked.optional(),
  case: ofRefusal.case.optional(),
  stage: ofRefusal.stage.optional(),
  law: ofRefusal.law.optional(),
  mayFollow: ofRefusal.mayFollow.optional(),
  remedy: z.string().describe('What to do about it.'),
  instance: z.string().optional().describe('Names one occurrence of a fault; those who run the service find it in their log.'),
});

const option = z.strictObject({
  command: z.string(),
  describes: z.string(),
  may: z.boolean(),
  because: because.optional().describe('The rule that allows it.'),
  refusal: z
    .strictObject({ code: z.string(), detail: z.string(), params, ...ofRefusal, remedy: z.string() })
    .optional()
    .describe('Why it may not be asked here.'),
});

export const options = z.strictObject({ case: z.string(), version: count, on: legalDay, options: z.array(option) });

const explained = z.strictObject({
  on: legalDay,
  does: z.enum(['start', 'pause', 'resume', 'extend', 'switch', 'stop']),
  law: citation,
  dueBefore: legalDay.nullable(),
  dueAfter: legalDay.nullable(),
  rawDueAfter: legalDay.nullable(),
  provisional: z.boolean(),
});

const clock = z.strictObject({
  id: z.string(),
  state: z.enum(['running', 'paused', 'stopped', 'overdue']).describe('How it stands on the day that was asked for.'),
  dueOn: legalDay.nullable().describe('The last day; null while the clock is paused, where `lines` has the last one known.'),
  rawDueOn: legalDay.nullable().describe('The plain end of the count, before it moves to a working day; null with `dueOn`.'),
  provisional: z.boolean().describe('True where the calendar of that year is not yet published.'),
  internal: z.boolean().describe("True for an office's own target, which is not law."),
  ranOutOn: legalDay.nullable(),
  remainingDays: z
    .int()
    .nullable()
    .describe('Calendar days from that day to `dueOn`, also of a term in working days; negative once it is past, null with `dueOn`.'),
  consequence: z.string().nullable().describe('What follows when it runs out.'),
  lines: z.array(explained).describe('The ledger, line by line, with its articles.'),
});

export const clocks = z.strictObject({ case: z.string(), version: count, on: legalDay, clocks: z.array(clock) });

const commandOfType = z.strictObject({
  describes: z.string(),
  arrival: z.boolean().describe('Recorded whatever the law then says of it.'),
  opens: z.boolean(),
  fact: z.string().describe('The fact it leads to first.'),
  stages: z.union([z.literal('*'), z.array(z.string())]).describe('Handling states in which it may be asked.'),
  data: z.record(z.string(), z.json()).describe('JSON Schema of its `data`.'),
});

export const caseTypes = z.strictObject({
  caseTypes: z.array(
    z.strictObject({ name: z.string(), version: z.string(), commands: z.record(z.string(), commandOfType), facts: z.array(z.string()) }),
  ),
});

export const chart = z.strictObject({
  caseType: z.string(),
  version: z.string(),
  regions: z.record(z.string(), z.array(z.strictObject({ state: z.string(), final: z.boolean(), on: z.record(z.string(), z.string()) }))),
});

export const log = z.strictObject({
  log: z.string().describe("The log's UUID."),
  facts: z.array(z.strictObject({ place: z.string(), fact })),
  next: z.string().describe('What `after` has to say to read on: the place of the last fact.'),
});
