/** What a command of the command line is, and how its words are read. */
import { parseArgs } from 'node:util';
import type { Answer, Terminal } from './answer.ts';
import { UsageError } from './faults.ts';

export interface Option {
  readonly type: 'string' | 'boolean';
  /** What stands for the value in the help text. */
  readonly value?: string;
  readonly describes: string;
  readonly required?: true;
  /** It may be given more than once. */
  readonly multiple?: true;
}

export interface CommandOfLine {
  /** One word or two, as they are typed. */
  readonly name: string;
  readonly describes: string;
  /** Names of the words that follow; one in brackets may be left out. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  run(given: Given, terminal: Terminal): Promise<Answer>;
}

export type Language = 'en' | 'vi';

/** A command line as it was understood. */
export interface Given {
  readonly words: readonly string[];
  /** The text of an option, where it was given. */
  text(option: string): string | undefined;
  flag(option: string): boolean;
  /** Every value of an option that may be given more than once. */
  list(option: string): readonly string[];
  /** Of refusals. */
  readonly language: Language;
}

/** Options that every command takes. */
export const everywhere: Readonly<Record<string, Option>> = {
  db: { type: 'string', value: 'FILE', describes: 'The SQLite database. Default: redress.db.' },
  store: {
    type: 'string',
    value: 'URL',
    describes: 'The store: sqlite:FILE, postgres://user@host/database?schema=NAME or esdb://user:password@host?name=NAME.',
  },
  config: { type: 'string', value: 'FILE', describes: 'The config. Default: redress.config.mjs in this folder, where there is one.' },
  lang: { type: 'string', value: 'LANG', describes: 'Language of refusals: en or vi. Default: en.' },
  json: { type: 'boolean', describes: 'Print one JSON document and nothing else.' },
  help: { type: 'boolean', describes: 'Say how the command is used.' },
};

/** @throws UsageError that says what was not understood. */
export function read(command: CommandOfLine, rest: readonly string[]): Given {
  const { values, positionals } = parsed(command, rest);
  const most = command.words.length;
  const least = command.words.filter((word) => !word.startsWith('[')).length;
  if (positionals.length < least)
    throw new UsageError('usage', `\`${command.name}\` needs ${command.words[positionals.length]}. Nothing was done.`);
  if (positionals.length > most)
    throw new UsageError('usage', `\`${command.name}\` does not take ${JSON.stringify(positionals[most])}. Nothing was done.`);
  for (const [name, { required }] of Object.entries(command.options)) {
    if (required && values[name] === undefined) throw new UsageError('usage', `\`${command.name}\` needs --${name}. Nothing was done.`);
  }
  const text = (option: string): string | undefined => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  const list = (option: string): readonly string[] => {
    const value = values[option];
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  };
  return { words: positionals, text, list, flag: (option) => values[option] === true, language: languageOf(text('lang')) };
}

function languageOf(given = 'en'): Language {
  if (given === 'en' || given === 'vi') return given;
  throw new UsageError('usage', `--lang is en or vi, not ${JSON.stringify(given)}. Nothing was done.`);
}

function parsed({ name, options }: CommandOfLine, rest: readonly string[]) {
  try {
    const all: Readonly<Record<string, Option>> = { ...everywhere, ...options };
    const known = Object.fromEntries(Object.entries(all).map(([option, { type, multiple = false }]) => [option, { type, multiple }]));
    const { tokens, ...read } = parseArgs({ args: [...rest], options: known, allowPositionals: true, tokens: true });
    const given = tokens.flatMap((token) => (token.kind === 'option' && all[token.name]?.multiple !== true ? [token.name] : []));
    const twice = given.find((option, index) => given.indexOf(option) < index);
    if (twice !== undefined) throw new TypeError(`--${twice} was given twice`);
    return read;
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    throw new UsageError('usage', `\`${name}\`: ${why}. Nothing was done. See \`redress help ${name}\`.`, { cause });
  }
}

/** A whole number from 1, or the default. */
export function count(given: Given, option: string, otherwise: number): number {
  const text = given.text(option);
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new UsageError('usage', `--${option} takes a whole number from 1, not ${JSON.stringify(text)}. Nothing was done.`);
  return Number(text);
}
