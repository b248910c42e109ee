/** The kept pages below docs/reference, made from the code they describe. */
import { join } from 'node:path';
import { root } from '../build.ts';
import { arrowsPage } from './arrows-page.ts';
import { complaintPage, petitionPage } from './complaint-page.ts';
import { errorsPage } from './errors-page.ts';
import { httpPage } from './http-page.ts';
import { lawDoubtsPage } from './law-doubts-page.ts';
import { lawPage } from './law-page.ts';
import { mutantsPage } from './mutants-page.ts';
import { packagesPage } from './packages-page.ts';

export interface Page {
  /** Below docs/reference. */
  path: string;
  /** The whole page, in Markdown, from code alone: the same code gives the same page. */
  write: () => string;
}

/** A new reference page is one more line here; `test/docs.test.ts` then holds the kept page to it. */
export const pages: readonly Page[] = [
  { path: 'arrows.md', write: arrowsPage },
  { path: 'complaint.md', write: complaintPage },
  { path: 'errors.md', write: errorsPage },
  { path: 'http.md', write: httpPage },
  { path: 'law-vietnam.md', write: lawPage },
  { path: 'law-vietnam-doubts.md', write: lawDoubtsPage },
  { path: 'mutants.md', write: mutantsPage },
  { path: 'packages.md', write: packagesPage },
  { path: 'petition.md', write: petitionPage },
];

export const reference = join(root, 'docs', 'reference');
