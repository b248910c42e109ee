import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { readXes } from '@redress/audit';
import { beforeAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../src/index.ts';
import { documentOf, folder, line } from './command-line.ts';
import { tamperedRows } from './tampering.ts';
import { csvFile, ticketRows } from './tickets.ts';

const map = fileURLToPath(new URL('tickets.ts', import.meta.url));
const at = folder();
const view = (file: string, ...more: readonly string[]) => line(['audit', 'export-view', file, ...more, '--json'], at);
const text = (file: string): string => readFileSync(join(at, file), 'utf8');

async function* packed(file: string): AsyncGenerator<Buffer> {
  yield gunzipSync(readFileSync(join(at, file)));
}

describe('redress audit export-view', () => {
  let total: unknown;
  beforeAll(async () => {
    expect(await line(['import', csvFile(at, ticketRows(12)), '--map', map], at)).toMatchObject({ code: 0 });
    total = documentOf(await line(['case', 'list', '--limit', '1', '--json'], at)).total;
  });

  it('writes XES, packed where the name says so, with a trace for each case', async () => {
    const ended = await view('log.xes.gz', '--format', 'xes');
    expect(documentOf(ended)).toMatchObject({ format: 'xes', time: 'recorded', cases: total, unfolded: [], evidence: false });
    let events = 0;
    let traces = 0;
    for await (const trace of readXes(packed('log.xes.gz'))) {
      traces += 1;
      events += trace.events.length;
    }
    expect({ cases: traces, facts: events }).toEqual({ cases: total, facts: documentOf(ended).facts });
  });

  it('writes OCEL: the file is one JSON document', async () => {
    const ended = await view('log.json', '--format', 'ocel', '--time', 'occurred');
    const { events, objects } = JSON.parse(text('log.json'));
    expect(documentOf(ended)).toMatchObject({ time: 'occurred', cases: total, facts: events.length });
    expect(objects.filter(({ type }: { type: string }) => type === 'case')).toHaveLength(Number(total));
  });

  it('writes CloudEvents, one in a line', async () => {
    const ended = await view('log.jsonl', '--format', 'cloudevents');
    const lines = text('log.jsonl').trimEnd().split('\n');
    expect(lines).toHaveLength(Number(documentOf(ended).facts));
    expect(new Set(lines.map((each) => JSON.parse(each).specversion))).toEqual(new Set(['1.0']));
  });

  it('tells a person that a view proves nothing', async () => {
    const { out } = await line(['audit', 'export-view', 'told.xes', '--format', 'xes'], at);
    expect(out).toMatch(/cases, \d+ facts .*\n.*proves nothing/);
  });

  it.each([
    ['--format is xes, ocel, cloudevents', ['x.csv', '--format', 'csv']],
    ['--format is xes, ocel, cloudevents', ['x.csv', '--format', 'toString']],
    ['--time is recorded or occurred', ['x.xes', '--format', 'xes', '--time', 'now']],
    ['is there already', ['redress.db', '--format', 'xes']],
    ['cannot be written', ['nowhere/x.xes', '--format', 'xes']],
    ['needs --format', ['x.xes']],
  ])('%s: it says so and writes nothing', async (says, words) => {
    const before = readFileSync(join(at, 'redress.db'));
    const ended = await view(...(words as [string, ...string[]]));
    expect(ended.code).toBe(exitCodes.usage.code);
    expect(documentOf(ended)).toMatchObject({ error: { says: expect.stringMatching(`${says}.*Nothing was (written|done)`) } });
    expect(before.equals(readFileSync(join(at, 'redress.db')))).toBe(true);
    expect([existsSync(join(at, words[0] ?? '')), existsSync(join(at, `${words[0]}.part`))]).toEqual([words[0] === 'redress.db', false]);
  });

  it('that is stopped leaves nothing behind', async () => {
    const ended = await line(['audit', 'export-view', 'stopped.xes', '--format', 'xes'], at, AbortSignal.abort());
    expect(ended.code).toBe(exitCodes.interrupted.code);
    expect([existsSync(join(at, 'stopped.xes')), existsSync(join(at, 'stopped.xes.part'))]).toEqual([false, false]);
  });

  it.each(['xes', 'ocel', 'cloudevents'])('as %s of a log with what is no record says which, and leaves nothing behind', async (format) => {
    const other = folder();
    writeFileSync(join(other, 'redress.db'), readFileSync(join(at, 'redress.db')));
    const set = `UPDATE fact SET record = replace(record, '"door":"', '"door":7,"d":"') WHERE position = 3`;
    expect(tamperedRows(join(other, 'redress.db'), set)).toBe(1);
    const ended = await line(['audit', 'export-view', 'log.view', '--format', format, '--json'], other);
    expect(ended.code).toBe(exitCodes.refused.code);
    expect(documentOf(ended)).toMatchObject({
      error: { code: 'case-unreadable', says: expect.stringMatching(/is no record: meta\.door is not text.*log\.view was not written\.$/) },
    });
    expect([existsSync(join(other, 'log.view')), existsSync(join(other, 'log.view.part'))]).toEqual([false, false]);
  });

  it('of a log that cannot be read is the fault of the store, and leaves nothing behind', async () => {
    const other = folder();
    writeFileSync(join(other, 'redress.db'), 'no database at all, and long enough to be looked at twice'.repeat(40));
    const ended = await line(['audit', 'export-view', 'log.xes', '--format', 'xes'], other);
    expect(ended.code).toBe(exitCodes.store.code);
    expect(existsSync(join(other, 'log.xes'))).toBe(false);
  });
});
