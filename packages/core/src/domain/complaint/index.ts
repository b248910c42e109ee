/** The complaint: commands, facts, lifecycle, evolve, decide, upcast. */
import { defineCaseType } from '../case-type.ts';
import { complaintCommands } from './commands.ts';
import { decide, guard } from './decide.ts';
import { type Complaint, evolve, newComplaint } from './evolve.ts';
import { complaintFacts } from './facts.ts';
import { complaintChart, complaintWaiting } from './lifecycle.ts';
import { complaintUpcasts } from './upcast.ts';

export const complaint = defineCaseType<Complaint>({
  name: 'complaint',
  version: '1',
  chart: complaintChart,
  commands: complaintCommands,
  facts: complaintFacts,
  waiting: complaintWaiting,
  initial: newComplaint,
  evolve,
  guard,
  decide,
  upcast: complaintUpcasts,
});

export * from './commands.ts';
export { isComplaint } from './decide.ts';
export * from './evolve.ts';
export { complaintFacts } from './facts.ts';
export { complaintMachine } from './lifecycle.ts';
