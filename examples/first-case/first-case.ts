import { complaint, createEngine, explain, isRefusal, sayRefusal } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import { sampleAuthority, sampleOrganisation, vietnam } from '@redress/vietnam';

const engine = createEngine({
  store: await openSqlite(process.argv[2] ?? 'first-case.db'),
  caseTypes: [complaint],
  law: vietnam,
  authority: sampleAuthority(),
  organisation: sampleOrganisation(),
});
const clerk = { id: 'cb-9', unit: 'nghe-an', role: 'clerk' };
const head = { id: 'cb-114', unit: 'nghe-an', role: 'head' };
const ask = async (id: string, type: string, on: string, actor: typeof clerk, data = {}) => {
  const outcome = await engine.execute({ id, type, case: 'case-1', on, actor, data });
  console.log(isRefusal(outcome) ? `no   ${type}: ${sayRefusal(outcome)}` : `yes  ${type}: the case is ${outcome.state.stage}`);
};

// A complaint arrives on a Monday in July 2026. The same command id sent again records nothing new.
await ask('c1', 'Receive', '2026-07-06', clerk, {
  channel: 'post',
  unit: 'nghe-an',
  summary: 'Cắt lương hưu từ tháng 5 mà không thông báo lý do.',
  complainants: [{ member: 'person-1' }],
});
await ask('c2', 'Accept', '2026-07-08', clerk); // a clerk may not
await ask('c3', 'Accept', '2026-07-08', head);
await ask('c4', 'Resolve', '2026-07-09', head, { outcome: 'right', decision: 'QĐ-1', summary: 'Trả lại.' }); // not assigned yet
await ask('c5', 'Assign', '2026-07-09', head, { person: 'cb-7' });
await ask('c6', 'Extend', '2026-07-10', head, { clock: 'resolution', by: 10, reason: 'Nhiều việc.' }); // no such right in the law

const { state } = (await engine.load('case-1')) ?? { state: complaint.initial('case-1') };
for (const clock of Object.values(state.clocks)) {
  for (const line of explain(clock)) console.log(`${clock.id}: ${line.on} ${line.does} → ${line.dueAfter ?? 'none'} [${line.law.text}]`);
}
await engine.store.close();
