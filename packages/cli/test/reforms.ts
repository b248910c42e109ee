/** Reforms to try out, as a host writes them: a law that refuses one command, and a chart in which a decision ends the case. */
import { type CaseType, chartOf, complaint, complaintMachine, defineCaseType, type Law } from '@redress/core';
import { vietnam } from '@redress/vietnam';
import { createMachine } from 'xstate';

/** The command that the law refuses. */
export const REFUSED = 'FindComplex';

export const law: Law = {
  ...vietnam,
  edition: { ...vietnam.edition, version: 'reform', digest: 'reform' },
  at: (digest) => (digest === 'reform' ? law : vietnam.at(digest)),
  editionFor: () => law.edition,
  objection: (command, state, actor, organisation) =>
    command.type === REFUSED
      ? {
          rule: 'no-complex-cases',
          says: { en: 'No case is complex any more.', vi: 'Không còn vụ việc phức tạp.' },
          because: { text: 'Reform Đ.1', act: 'Reform' },
        }
      : vietnam.objection(command, state, actor, organisation),
};

function decisionEnds(): CaseType {
  const config = structuredClone(complaintMachine.config) as {
    states: { handling: { states: { assigned: { on: Record<string, string> } } } };
  };
  config.states.handling.states.assigned.on.Resolved = '#closed';
  const chart = chartOf({
    machine: createMachine(config as unknown as Parameters<typeof createMachine>[0]),
    stageOf: (regions) => complaint.chart.at(Object.values(regions).join('/'))?.stage ?? 'closed',
  });
  const initial = (id: string) => ({ ...complaint.initial(id), at: chart.initial, stage: chart.initial.stage });
  return defineCaseType({ ...complaint, version: 'reform', chart, initial }) as unknown as CaseType;
}

export const caseTypes: readonly CaseType[] = [decisionEnds()];
