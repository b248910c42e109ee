import type { CommandOfLine } from '../command.ts';

export const demo: CommandOfLine = {
  name: 'demo',
  describes: 'x',
  words: [],
  options: {},
  run: async () => ({ ending: 'done', document: {}, text: '' }),
};
