import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type EventStore, memoryStore } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { BrokenInput, type ImportMap, importedCaseId, importFile, UsageError, type XesMap } from '../src/index.ts';
import { folder } from './command-line.ts';
import { csvFile, ticketRows, tickets } from './tickets.ts';

const now = (): string => '2026-01-01T00:00:00.000Z';
const into = (store: EventStore, file: string, map: ImportMap = tickets) => importFile({ store, map, file, now });

async function factsOf(store: EventStore): Promise<readonly string[]> {
  const facts: string[] = [];
  for await (const { record } of store.readLog('', Number.POSITIVE_INFINITY))
    facts.push(`${record.stream} ${record.type} ${record.meta.occurredOn}`);
  return facts.sort();
}

describe('an import', () => {
  it('writes each row as a case, through the door that records and does not judge', async () => {
    const store = memoryStore();
    const imported = await into(store, csvFile(folder(), ['a,2025-03-01,left,,2025-03-09', 'b,2025-03-02,right,left,']));
    // a: received, accepted, assigned, resolved; b: received, accepted, assigned, offered.
    expect(imported).toMatchObject({ rows: 2, cases: 2, facts: 8, repeated: 0, rejected: [], interrupted: false });
    for await (const { record } of store.read(importedCaseId('tickets', 'a'))) {
      expect(record.meta).toMatchObject({
        door: 'observe',
        authority: 'as-recorded',
        unit: 'left',
        law: expect.stringMatching(/^records-tickets@1#/),
      });
    }
  });

  it('doubles nothing when the same file comes again, and takes in what has been added', async () => {
    const store = memoryStore();
    const at = folder();
    await into(store, csvFile(at, ticketRows(5)));
    const before = await factsOf(store);
    const again = await into(store, csvFile(at, ticketRows(5)));
    expect(again).toMatchObject({ facts: 0, repeated: before.length, rejected: [] });
    expect(await factsOf(store)).toEqual(before);
    const more = await into(store, csvFile(at, ticketRows(6)));
    // Negative control: the sixth ticket is new, so the comparison above can fail. It was received, accepted and assigned.
    expect(more).toMatchObject({ cases: 6, facts: 3, repeated: before.length });
  });

  it('rejects a row that it cannot read, with the reason, and guesses nothing', async () => {
    const store = memoryStore();
    const rows = ['a,2025-03-01,left,,', 'b,2025-02-30,left,,', 'c,2025-03-01,,,', 'd,2025-03-01', 'e,2025-03-01,left,,'];
    const { cases, rejected } = await into(store, csvFile(folder(), rows));
    expect(cases).toBe(2);
    expect([...rejected].sort((one, other) => one.row.localeCompare(other.row))).toMatchObject([
      { row: 'line 3', code: 'INVALID_COMMAND', reason: expect.stringContaining('YYYY-MM-DD') },
      { row: 'line 4', reason: 'names no unit' },
      { row: 'line 5', reason: 'has 2 cells under 5 headings' },
    ]);
  });

  it('stops the story of a case at the step that cannot be recorded', async () => {
    const store = memoryStore();
    // Resolved before the end of 2025, but dated into the future of the engine.
    const { cases, facts, rejected } = await into(store, csvFile(folder(), ['a,2025-03-01,left,,2027-01-01']));
    expect({ cases, facts }).toEqual({ cases: 0, facts: 3 });
    expect(rejected).toMatchObject([{ row: 'line 2', step: 'a/decided', code: 'FUTURE_DAY' }]);
  });

  it('stops between two steps when it is told to, and goes on the next time', async () => {
    const [store, whole] = [memoryStore(), memoryStore()];
    const file = csvFile(folder(), ticketRows(200));
    const stop = new AbortController();
    let acknowledged = 0;
    const onAcknowledged = (): void => {
      acknowledged += 1;
      if (acknowledged === 100) stop.abort();
    };
    const stopped = await importFile({ store, map: tickets, file, now, stop: stop.signal, onAcknowledged });
    expect(stopped).toMatchObject({ interrupted: true, facts: acknowledged, rejected: [] });
    expect(acknowledged).toBeLessThan(200);
    await into(store, file);
    await into(whole, file);
    expect(await factsOf(store)).toEqual(await factsOf(whole));
  });

  it('knows gzip by its first bytes, whatever the name', async () => {
    const at = folder();
    const plain = csvFile(at, ticketRows(20));
    const packed = join(at, 'tickets');
    writeFileSync(packed, gzipSync(readFileSync(plain)));
    const [one, other] = [memoryStore(), memoryStore()];
    await into(one, plain);
    await into(other, packed);
    expect(await factsOf(other)).toEqual(await factsOf(one));
  });

  it('reads quoted cells with commas, quotes and line breaks, and a byte-order mark', async () => {
    const at = folder();
    const file = join(at, 'quoted.csv');
    writeFileSync(file, '\ufeffid,day,unit,next,closed\r\n"a, ""b""\nc",2025-03-01,left,,\r\n');
    const store = memoryStore();
    expect(await into(store, file)).toMatchObject({ cases: 1, rejected: [] });
    const summaries: unknown[] = [];
    for await (const { record } of store.read(importedCaseId('tickets', 'a, "b"\nc'))) summaries.push(record.data.summary);
    expect(summaries[0]).toBe('Ticket a, "b"\nc');
  });
});

describe('a file that is broken', () => {
  const broken: readonly (readonly [what: string, bytes: Buffer, says: RegExp])[] = [
    ['a quote that is never closed', Buffer.from('id,day,unit,next,closed\na,2025-03-01,left,,\n"b,2025-03-01\n'), /line \d: .*quote/i],
    ['text that is not UTF-8', Buffer.from([0x69, 0x64, 0x0a, 0xff, 0xfe, 0x0a]), /is not UTF-8 text/],
    ['gzip that breaks off', gzipSync(Buffer.from('id,day\n'.repeat(5_000))).subarray(0, 60), /cannot be read/],
    ['a heading that stands twice', Buffer.from('id,id\n1,2\n'), /heading "id" stands there twice/],
  ];
  it.each(broken)('is a typed error that says where: %s', async (_what, bytes, says) => {
    const file = join(folder(), 'broken');
    writeFileSync(file, bytes);
    const failed = await into(memoryStore(), file).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(BrokenInput);
    expect(String(failed)).toMatch(says);
  });

  const { name, law, organisation } = tickets;
  const reading: XesMap = {
    ...{ name, law, organisation, format: 'xes' },
    async *cases(traces) {
      for await (const { number } of traces) yield { row: String(number), reason: 'not wanted' };
    },
  };

  // Seen to fail: the whole file was refused.
  it('has events of no case beside the traces of a log, which are rejected by their lines', async () => {
    const file = join(folder(), 'loose.xes');
    writeFileSync(file, '<log>\n<trace><event/></trace>\n<event/>\n</log>');
    const { rejected } = await into(memoryStore(), file, reading);
    expect(rejected.map(({ row, reason }) => [row, reason])).toEqual([
      ['line 3', 'is an event that stands in no trace, so it is of no case'],
      ['1', 'not wanted'],
    ]);
  });

  it('that is not XML is a typed error for a map of event logs', async () => {
    const file = csvFile(folder(), ticketRows(1));
    await expect(into(memoryStore(), file, reading)).rejects.toThrow(BrokenInput);
  });

  it('that is not there is a fault of the command line', async () => {
    await expect(into(memoryStore(), join(folder(), 'nothing.csv'))).rejects.toThrow(UsageError);
  });
});
