/** `redress demo`: the whole of it at one sitting, on a database of its own. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Complaint, type Engine, type EventStore, type Holder, type Refusal, sayRefusal } from '@redress/core';
import { type Answer, type Terminal, table } from '../answer.ts';
import { clockText, historyText, refusalDocument } from '../case-document.ts';
import type { CommandOfLine, Given } from '../command.ts';
import { askAgainstTheLaw, demonstrationEngine, firstOf, type Lived, live, type Replayed, replayed } from '../demo/demonstration.ts';
import { type PetitionsLived, petitionsLived } from '../demo/petitions-at-work.ts';
import { SAMPLE_TODAY } from '../demo/sample.ts';
import { UsageError } from '../faults.ts';
import { fileAt, openOrMake, type Place, placeOf, sizeText } from '../store-place.ts';

export const demo: CommandOfLine = {
  name: 'demo',
  describes:
    'Take hundreds of complaints and some petitions through their life on a new database, refuse what the law forbids, replay it all.',
  words: [],
  options: {},
  async run(given, terminal) {
    const place = newPlace(given, terminal);
    const started = performance.now();
    const store = await openOrMake(place);
    try {
      await checkEmpty(store, place);
      const engine = demonstrationEngine(store);
      terminal.err('Complaints are being taken in, worked on, decided …\n');
      const lived = await live(engine);
      const petitions = await petitionsLived(engine);
      const refusals = await askAgainstTheLaw(engine);
      const shown = await timeline(engine, firstOf('toTheNextLevel'));
      const holder = await holderOf(engine, firstOf('stillWorkedOn'));
      const proof = await replayed(engine);
      await store.close();
      const seconds = Math.round(performance.now() - started) / 1000;
      return answer({ place, lived, petitions, refusals, shown, holder, proof, seconds });
    } finally {
      await store.close();
    }
  },
};

function newPlace(given: Given, terminal: Terminal): Place {
  const named = given.text('db') ?? given.text('store');
  if (named === undefined) return fileAt(join(mkdtempSync(join(tmpdir(), 'redress-demo-')), 'redress.db'));
  const place = placeOf({ db: given.text('db'), store: given.text('store') }, terminal.folder);
  if (place.kind === 'sqlite' && existsSync(place.at)) throw thereAlready(place);
  return place;
}

const thereAlready = ({ shown }: Place): UsageError =>
  new UsageError('usage', `The demo needs a new database, and ${shown} is there already. Nothing was written.`);

/** A schema is only seen to hold something once it is open. */
async function checkEmpty(store: EventStore, place: Place): Promise<void> {
  for await (const _ of store.readLog('', 1)) throw thereAlready(place);
}

/** Clocks of the timeline, in the order in which they matter. */
const CLOCKS = ['acceptance', 'resolution', 'second-complaint'];

interface Shown {
  readonly id: string;
  readonly text: string;
}

async function timeline(engine: Engine, id: string): Promise<Shown> {
  const loaded = await engine.load<Complaint>(id);
  if (!loaded) throw new Error(`the case ${id} is not there`);
  const { state } = loaded;
  const clocks = CLOCKS.flatMap((name) => state.clocks[name] ?? []).map((clock) => clockText(clock, SAMPLE_TODAY));
  const head = `${id}: ${state.topic ?? ''}\n${state.summary}`;
  return { id, text: [head, historyText(await engine.history(id)), ...clocks].join('\n\n') };
}

async function holderOf(engine: Engine, id: string): Promise<Holder> {
  const holder = (await engine.load<Complaint>(id))?.state.custody.holder;
  if (!holder) throw new Error(`nobody holds the case ${id}`);
  return holder;
}

interface Demonstrated {
  readonly place: Place;
  readonly lived: Lived;
  readonly petitions: PetitionsLived;
  readonly refusals: readonly Refusal[];
  readonly shown: Shown;
  readonly holder: Holder;
  readonly proof: Replayed;
  readonly seconds: number;
}

function answer({ place, lived, petitions, refusals, shown, holder, proof, seconds }: Demonstrated): Answer {
  const { cases, facts, stages, refused } = lived;
  const { summary, findings } = proof;
  const unwanted = refused.length + petitions.refused.length + petitions.unfinished + summary.findings;
  const sections = [
    heading(1, `${cases} complaints, ${facts} facts`, livedText(lived)),
    heading(2, 'Petitions', petitionsText(petitions)),
    heading(3, 'Three requests that the law does not allow', refusals.map((refusal) => refusalText(refusal)).join('\n\n')),
    heading(4, 'One complaint from its arrival to its end, and its clocks', shown.text),
    heading(5, 'Everything replayed', replayText(proof)),
    heading(6, 'What to try next', nextText(place, shown.id, holder)),
    `Done in ${seconds} s; ${sizeText(place)}`,
  ];
  return {
    ending: unwanted === 0 ? 'done' : 'refused',
    document: {
      db: place.shown,
      cases,
      facts,
      stages,
      petitions: {
        cases: petitions.cases,
        facts: petitions.facts,
        lines: petitions.lines,
        refused: petitions.refused.map((refusal) => refusalDocument(refusal, 'en').error),
        refusal: refusalDocument(petitions.forbidden, 'en').error,
        unfinishedLinks: petitions.unfinished,
      },
      refused: refused.map((refusal) => refusalDocument(refusal, 'en').error),
      refusals: refusals.map((refusal) => ({
        ...refusalDocument(refusal, 'en').error,
        says: { en: sayRefusal(refusal, 'en'), vi: sayRefusal(refusal, 'vi') },
      })),
      replay: { ...summary, findings },
      seconds,
    },
    text: sections.join('\n\n'),
  };
}

const heading = (number: number, title: string, text: string): string => `${number}. ${title}\n${'='.repeat(title.length + 3)}\n\n${text}`;

function petitionsText({ lines, refused, forbidden, unfinished }: PetitionsLived): string {
  const rows = lines.map(({ id, channel, row, outcome, law }) => [id, channel, row ?? '-', outcome, law ?? '-']);
  return [
    `${lines.length} petitions (đơn), each screened by what is in it; the row of the classification table says what may become of it.`,
    '',
    table(['id', 'channel', 'row', 'outcome', 'law'], rows),
    '',
    unfinished === 0
      ? 'No pair of links is unfinished: a petition and the complaint opened from it know each other.'
      : `${unfinished} pairs of links are unfinished.`,
    ...unexpected(refused),
    '',
    refusalText(forbidden, `row ${String(forbidden.params.rule).replace(/^row-/, '')}`),
  ].join('\n');
}

/** There should be none. */
const unexpected = (refused: readonly Refusal[]): readonly string[] =>
  refused.map((refusal) => `refused, and should not have been: ${refusal.case} ${refusal.asked}: ${sayRefusal(refusal)}`);

function livedText({ stages, refused }: Lived): string {
  const rows = Object.entries(stages)
    .sort(([, one], [, other]) => other - one)
    .map(([stage, count]) => [stage, String(count)]);
  return [`On ${SAMPLE_TODAY} they stand as follows.`, '', table(['stage', 'complaints'], rows), ...unexpected(refused)].join('\n');
}

const refusalText = (refusal: Refusal, by?: string): string =>
  `${refusal.asked} on ${refusal.case}, which is ${refusal.stage}${by === undefined ? '' : `, by ${by}`}:\n  en  ${sayRefusal(refusal, 'en')}\n  vi  ${sayRefusal(refusal, 'vi')}`;

function replayText({ summary, findings }: Replayed): string {
  const { cases, facts, notes } = summary;
  const found = findings.filter(({ severity }) => severity === 'finding');
  return [
    `${cases} cases, ${facts} facts: ${found.length} findings, ${notes} notes.`,
    'For each fact the chart was asked again by XState, its due days were counted again, its hash and its links were checked.',
    ...found.slice(0, 20).map(({ code, case: id, version, says }) => `${code} ${id} ${version}: ${says}`),
  ].join('\n');
}

function nextText({ kind, at: address, option: at }: Place, id: string, { person, unit }: Holder): string {
  const hidden = kind === 'postgres' && new URL(address).password !== '';
  return [
    ...(hidden ? ['The password is left out here: set PGPASSWORD first, or name the store by your variable again.', ''] : []),
    `npx -y pnpm@10.34.9 redress case list ${at} --stage assigned`,
    `npx -y pnpm@10.34.9 redress case show ${id} ${at}`,
    `npx -y pnpm@10.34.9 redress case options ${firstOf('stillWorkedOn')} ${at} --actor ${person} --unit ${unit} --role officer --lang vi`,
    `npx -y pnpm@10.34.9 redress case replay --all ${at}`,
    `npx -y pnpm@10.34.9 redress law explain ${at} --case ${firstOf('stillWorkedOn')} --clock resolution`,
    'npx -y pnpm@10.34.9 redress law due --term KN-20 --from 2026-01-16',
    'npx -y pnpm@10.34.9 redress chart --mermaid',
    'npx -y pnpm@10.34.9 redress chart petition',
    'npx -y pnpm@10.34.9 redress help',
  ].join('\n');
}
