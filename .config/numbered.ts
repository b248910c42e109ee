/** Facts that a killed process and its test both know by name. */
import { type FactToWrite, factId } from '../packages/core/src/index.ts';

const LOG = '5b0b8a55-53a5-4a3b-8c55-0d7c8ef0a1b2';

export const numbered = (name: string, index: number): FactToWrite => ({
  id: factId(LOG, name, index, 2),
  type: 'Noted',
  schema: 1,
  meta: { command: name },
  data: { text: name.repeat(50) },
  sealed: [],
});
