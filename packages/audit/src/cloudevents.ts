/** A log as CloudEvents 1.0 in JSON, one in a line, in log order: the facts for the wire, a view of them and not evidence. */
import { type EventStore, type FactRecord, recordsOfCases } from '@redress/core';
import { checkRecord } from './case-file.ts';
import { timeOf, type ViewTime } from './viewed-case.ts';

/**
 * One line for each fact, with its line break. Throws `StoreFault` where the store fails, and `CaseFileError` `case-unreadable` at what it
 * gives and is no record.
 */
export async function* cloudEventsView(store: EventStore, time: ViewTime): AsyncGenerator<string> {
  for await (const recorded of recordsOfCases(store)) {
    checkRecord(recorded);
    yield `${JSON.stringify(cloudEventOf(recorded.record, time))}\n`;
  }
}

/** Names of extensions are lower-case letters and digits. The data is the fact's, in which a sealed value is its commitment. */
function cloudEventOf(record: FactRecord, time: ViewTime): Readonly<Record<string, unknown>> {
  const { meta } = record;
  return {
    specversion: '1.0',
    id: record.id,
    source: `urn:uuid:${record.log}`,
    type: `redress.${meta.caseType}.${record.type}`,
    subject: record.stream,
    time: timeOf(record, time),
    datacontenttype: 'application/json',
    caseid: record.stream,
    streamversion: record.version,
    dataschemaversion: record.schema,
    occurredon: meta.occurredOn,
    recordedat: record.recordedAt,
    actor: meta.actor,
    unit: meta.unit,
    door: meta.door,
    evidence: false,
    data: record.data,
  };
}
