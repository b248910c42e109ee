/** One permit, from the application to the decision: `npx tsx examples/own-case-type/main.ts`. */
import { explain, isRefusal, memoryStore, sayRefusal } from '@redress/core';
import { officeOver } from './office.ts';

const engine = officeOver(memoryStore(), () => '2026-12-31T10:00:00.000Z');

async function ask(person: string, role: string, type: string, on: string, data: Readonly<Record<string, string>>): Promise<void> {
  const actor = { id: person, unit: 'building', role };
  const outcome = await engine.execute({ id: `${type}-${person}`, type, case: 'permit-1', on, actor, data });
  console.log(isRefusal(outcome) ? `no   ${type}: ${sayRefusal(outcome)}` : `yes  ${type}: ${outcome.state.stage}`);
}

await ask('p-2', 'clerk', 'Apply', '2026-12-07', { plot: '12/7' });
await ask('p-2', 'clerk', 'AskSupplement', '2026-12-09', { missing: 'The plan of the roof.' });
await ask('p-2', 'clerk', 'Supplement', '2026-12-14', { paper: 'Plan 2' });
await ask('p-3', 'officer', 'Inspect', '2026-12-16', { report: 'R-7' });
await ask('p-3', 'officer', 'Grant', '2026-12-17', { decision: 'D-1' }); // whoever inspected may not decide
await ask('p-4', 'officer', 'Grant', '2026-12-17', { decision: 'D-1' });

const found = await engine.load('permit-1');
for (const clock of Object.values(found?.state.clocks ?? {})) {
  for (const line of explain(clock)) console.log(`${clock.id}: ${line.on} ${line.does} → ${line.dueAfter ?? 'none'} [${line.law.text}]`);
}
