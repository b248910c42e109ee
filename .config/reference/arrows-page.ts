/** The page of the rules about who may import whom. */
import { arrows } from '../arrows.ts';

export function arrowsPage(): string {
  const rows = arrows.map(({ name, comment }) => `| \`${name}\` | ${comment} |`);
  return [
    '# The arrows',
    '',
    'Written by `pnpm run docs` from `.config/arrows.ts`; `pnpm arrows` checks them, and a test breaks each one once.',
    '',
    '| rule | why |',
    '| --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
