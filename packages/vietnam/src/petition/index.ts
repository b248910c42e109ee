/** The petition: commands, facts, lifecycle, evolve, decide, upcast. */
import { defineCaseType } from '@redress/core';
import { petitionCommands } from './commands.ts';
import { decide, guard } from './decide.ts';
import { evolve, newPetition, type Petition } from './evolve.ts';
import { petitionFacts } from './facts.ts';
import { petitionChart, petitionWaiting } from './lifecycle.ts';
import { petitionUpcasts } from './upcast.ts';

export const petition = defineCaseType<Petition>({
  name: 'petition',
  version: '1',
  chart: petitionChart,
  commands: petitionCommands,
  facts: petitionFacts,
  waiting: petitionWaiting,
  initial: newPetition,
  evolve,
  guard,
  decide,
  upcast: petitionUpcasts,
});
