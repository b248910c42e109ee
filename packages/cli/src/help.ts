/** How the command is used, written from the commands themselves. */
import { table } from './answer.ts';
import { type CommandOfLine, everywhere, type Option } from './command.ts';
import { exitCodes } from './exit-codes.ts';

const optionRows = (options: Readonly<Record<string, Option>>): readonly (readonly string[])[] =>
  Object.entries(options).map(([name, { value, describes, required }]) => [
    `  --${name}${value ? ` ${value}` : ''}`,
    `${describes}${required ? ' Required.' : ''}`,
  ]);

const synopsis = ({ name, words, options }: CommandOfLine): string => {
  const required = Object.entries(options).flatMap(([option, { required, value }]) =>
    required ? [`--${option} ${value ?? ''}`.trim()] : [],
  );
  return ['redress', name, ...words, ...required, '[OPTIONS]'].join(' ');
};

export function helpOf(command: CommandOfLine): string {
  const own = Object.keys(command.options).length === 0 ? [] : ['', table(['Options', ''], optionRows(command.options))];
  return [synopsis(command), '', command.describes, ...own, '', table(['Everywhere', ''], optionRows(everywhere))].join('\n');
}

export function helpOfAll(commands: readonly CommandOfLine[]): string {
  return [
    'redress COMMAND [OPTIONS]',
    '',
    table(
      ['Commands', ''],
      commands.map(({ name, words, describes }) => [`  ${[name, ...words].join(' ')}`, describes]),
    ),
    '',
    table(['Everywhere', ''], [...optionRows(everywhere), ['  --version', 'Print the version.']]),
    '',
    table(
      ['Exit', ''],
      Object.values(exitCodes).map(({ code, says }) => [`  ${code}`, says]),
    ),
    '',
    'More on one command: redress help COMMAND',
  ].join('\n');
}
