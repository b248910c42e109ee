/** `redress audit what-if [FOLDER]`: every history once more under another law, calendar or chart. A dry run: nothing is written. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type CalendarYear,
  calendarWith,
  type DryRun,
  EvidenceError,
  type Instead,
  type WhatIf,
  type WhatIfDifference,
  whatIf,
} from '@redress/audit';
import { type CaseType, isLegalDay, type Law } from '@redress/core';
import { z } from 'zod';
import type { Answer, Terminal } from '../answer.ts';
import type { CommandOfLine, Given } from '../command.ts';
import { caseTypesIn, configFrom, lawBook, lawIn, moduleAt, type RedressConfig } from '../config.ts';
import { UsageError } from '../faults.ts';
import type { ImportMap } from '../import/import-map.ts';
import { loadMap } from '../import/load-map.ts';
import { jsonFrom } from '../json-file.ts';
import { progressOn } from '../progress.ts';
import { openExisting, placeOf } from '../store-place.ts';
import { whatIfDocument, whatIfText } from '../what-if-report.ts';

export const auditWhatIf: CommandOfLine = {
  name: 'audit what-if',
  describes: 'Run every history again under another law, calendar or chart: what would end elsewhere, be due on another day or be refused.',
  words: ['[FOLDER]'],
  options: {
    law: { type: 'string', value: 'MODULE', describes: 'A module that exports the other `law`, as a config does.' },
    calendar: {
      type: 'string',
      value: 'FILE',
      describes: 'JSON of the years to replace: { "2026": { "off": [{ "day", "kind", "name" }], "makeUp": [{ "day", "for" }] } }.',
    },
    chart: { type: 'string', value: 'MODULE', describes: 'A module that exports the other `caseTypes`, as a config does.' },
    map: { type: 'string', value: 'MAP', describes: 'A map whose own law the records were imported under.' },
  },
  async run(given, terminal) {
    const instead = await insteadIn(given, terminal);
    const config = await configFrom(given.text('config'), terminal.folder);
    const path = given.text('map');
    const map = path === undefined ? undefined : await loadMap(path, terminal.folder);
    const ground = groundOf(config, map, instead);
    const strange = instead.caseTypes?.find(({ name }) => ground.caseTypes.every((type) => type.name !== name));
    if (strange)
      throw new UsageError(
        'bad-config',
        `There is no case type ${strange.name} for ${given.text('chart')} to stand in the place of. ${NOTHING}`,
      );
    const [folder] = given.words;
    return folder === undefined ? ofStore(given, terminal, ground) : ofBundle(folder, given, terminal, ground);
  },
};

type Ground = Omit<WhatIf, 'of'>;

const groundOf = (config: RedressConfig, map: ImportMap | undefined, instead: Instead): Ground => ({
  caseTypes: map?.caseTypes ?? config.caseTypes,
  laws: lawBook(config, map ? [map.law] : []),
  organisation: map?.organisation ?? config.organisation,
  instead,
});

async function ofStore(given: Given, terminal: Terminal, ground: Ground): Promise<Answer> {
  const store = await openExisting(placeOf({ db: given.text('db'), store: given.text('store') }, terminal.folder));
  try {
    return await told(whatIf({ ...ground, of: { store } }), given, terminal.stop);
  } finally {
    await store.close();
  }
}

async function ofBundle(folder: string, given: Given, terminal: Terminal, ground: Ground): Promise<Answer> {
  const other = ['db', 'store'].find((option) => given.text(option) !== undefined);
  if (other) throw new UsageError('usage', `\`audit what-if ${folder}\` reads a bundle and takes no --${other}. ${NOTHING}`);
  const progress = progressOn(terminal);
  try {
    const onRead = (lines: number, bytes: number, of: number): void => progress.row(lines, bytes, of);
    const of = { folder: resolve(terminal.folder, folder), onRead };
    return await told(whatIf({ ...ground, of }), given, terminal.stop);
  } catch (cause) {
    if (!(cause instanceof EvidenceError)) throw cause;
    throw new UsageError('no-such-file', `${cause.says}.`, { cause });
  } finally {
    progress.end();
  }
}

const NOTHING = 'Nothing was run.';

async function told(run: DryRun, { language }: Given, stop: AbortSignal): Promise<Answer> {
  const differences: WhatIfDifference[] = [];
  for await (const difference of run) {
    differences.push(difference);
    if (stop.aborted) break;
  }
  const { summary, endings } = run;
  const same = differences.length === 0 && endings.length === 0 && summary.untold.length === 0;
  return {
    ending: stop.aborted ? 'interrupted' : same ? 'done' : 'refused',
    document: whatIfDocument(differences, endings, summary, language),
    text: whatIfText(differences, endings, summary, language),
  };
}

/** @throws UsageError where nothing is to be other than it was, or where a file is not what it should be. */
async function insteadIn(given: Given, { folder }: Terminal): Promise<Instead> {
  const [law, calendar, chart] = ['law', 'calendar', 'chart'].map((option) => given.text(option));
  if (law === undefined && calendar === undefined && chart === undefined)
    throw new UsageError('usage', `\`audit what-if\` needs --law, --calendar or --chart: what is to be otherwise. ${NOTHING}`);
  return {
    ...(law === undefined ? {} : { law: otherLaw(lawIn(await loaded(law, folder), law), law) }),
    ...(calendar === undefined ? {} : { calendar: replacing(resolve(folder, calendar)) }),
    ...(chart === undefined ? {} : { caseTypes: await typesIn(chart, folder) }),
  };
}

/** The engine runs a law by the edition that it names: one that kept the edition of the law it was made from would never be asked. */
function otherLaw(law: Law, path: string): Law {
  const { edition } = law;
  const run = law.at(edition.digest);
  const another =
    run && (['clockEffects', 'objection', 'calendar', 'nextLevel', 'disputesCustody'] as const).find((each) => run[each] !== law[each]);
  if (another === undefined) return law;
  const says = `${path} exports a law whose edition ${edition.pack}@${edition.version} is run by another law, with another ${another}.`;
  throw new UsageError('bad-config', `${says} Give it an edition of its own, and answer \`at\` and \`editionFor\` by it. ${NOTHING}`);
}

async function loaded(path: string, folder: string): Promise<Readonly<Record<string, unknown>>> {
  const file = resolve(folder, path);
  if (!existsSync(file)) throw new UsageError('no-such-file', `There is no module ${file}. ${NOTHING}`);
  return moduleAt(file, 'bad-config');
}

const typesIn = async (path: string, folder: string): Promise<readonly CaseType[]> => caseTypesIn(await loaded(path, folder), path);

const day = z.string().refine(isLegalDay, { message: 'is no day that exists, written YYYY-MM-DD' });
const years = z.record(
  z.string().regex(/^(?:19|20|21)\d\d$/, { message: 'is no year' }),
  z.strictObject({
    off: z.array(z.strictObject({ day, kind: z.enum(['holiday', 'compensatory', 'swapped-off']), name: z.string() })),
    makeUp: z.array(z.strictObject({ day, for: day })),
  }),
);

function replacing(file: string): NonNullable<Instead['calendar']> {
  const read = years.safeParse(jsonFrom(file));
  const problems = read.success
    ? [...mistakes(read.data)]
    : read.error.issues.map(({ path, message }) => [...(path.length > 0 ? [path.map(String).join('.')] : []), message].join(': '));
  if (!read.success || problems.length > 0) throw new UsageError('bad-facts', `${file} is no calendar: ${problems.join('; ')}. ${NOTHING}`);
  const { data } = read;
  return (calendar) => calendarWith(calendar, data);
}

/** What is well-formed and cannot be meant: whoever tries out a reform would take its figures for true. */
function* mistakes(given: Readonly<Record<string, CalendarYear>>): Generator<string> {
  if (Object.keys(given).length === 0) yield 'it names no year';
  const seen = new Set<string>();
  for (const [year, { off, makeUp }] of Object.entries(given)) {
    for (const each of [...off, ...makeUp]) {
      if (!each.day.startsWith(year)) yield `${each.day} stands under ${year}`;
      if (seen.has(each.day)) yield `${each.day} stands there twice`;
      seen.add(each.day);
    }
  }
}
