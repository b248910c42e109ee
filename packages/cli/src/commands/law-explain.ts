/** `redress law explain`: a due day as a story, of a time limit as such or of a clock that runs in a case. */
import { clockNamed } from '@redress/core';
import type { Answer, Terminal } from '../answer.ts';
import type { CommandOfLine, Given, Option } from '../command.ts';
import { UsageError } from '../faults.ts';
import { asking, unknownCase } from '../opened.ts';
import { answered, documentOf, dueOptions, oneLine } from './law-due.ts';

const optional = ({ required: _, ...option }: Option): Option => option;

/** A clock of a case, from its start to what moved it last. */
const ofCase = (given: Given, terminal: Terminal, id: string): Promise<Answer> =>
  asking(given, terminal, async ({ engine, config, language }) => {
    const { storyOfClock } = await import('@redress/vietnam');
    const name = given.text('clock') ?? '';
    const loaded = await engine.load(id);
    if (!loaded) return unknownCase(id, 'law explain', language);
    const { clocks } = loaded.state;
    const clock = clockNamed(clocks, name);
    if (!clock)
      throw new UsageError('usage', `The case ${id} has no clock ${JSON.stringify(name)}. It has: ${Object.keys(clocks).join(', ')}.`);
    const startedOn = clock.lines.findLast(({ entry }) => entry.do === 'start')?.entry.on ?? clock.dueOn;
    const story = storyOfClock(clock, config.law.calendar(startedOn));
    const { status, dueOn, rawDueOn } = clock;
    return {
      ending: 'done',
      document: { case: id, clock: name, status, rawDueOn, dueOn, story },
      text: [`${name} of ${id}: ${dueOn}, ${status}`, ...story.map((line) => `  ${line[language]}`)].join('\n'),
    };
  });

export const lawExplain: CommandOfLine = {
  name: 'law explain',
  describes: 'A due day as a story: trigger, first day, days off passed over by name, last day, roll, article.',
  words: [],
  options: {
    ...dueOptions,
    term: optional(dueOptions.term),
    from: optional(dueOptions.from),
    case: { type: 'string', value: 'ID', describes: 'Instead of --term and --from: a case, of which --clock is told.' },
    clock: { type: 'string', value: 'NAME', describes: 'A clock of that case, for example resolution.' },
  },
  run(given, terminal) {
    const id = given.text('case');
    if (id !== undefined) return ofCase(given, terminal, id);
    if (given.text('term') === undefined || given.text('from') === undefined)
      throw new UsageError('usage', '`law explain` needs --term and --from, or --case and --clock. Nothing was answered.');
    return answered(given, (due, lines) => ({
      ending: 'done',
      document: { ...documentOf(due), story: lines },
      text: [oneLine(due), ...lines.map((line) => `  ${line[given.language]}`)].join('\n'),
    }));
  },
};
