/** The config of the office in which the sample of the demonstration lives. */
import { office } from '../src/demo/sample.ts';

export const organisation = office.organisation;
