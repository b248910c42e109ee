import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { expect, it } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { readXes, type XesLog, xesText } from '../src/index.ts';

const folder = process.env.REDRESS_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const file = join(folder, 'receipt.xes.gz');

describeIf(existsSync(file), `there is no ${file}; set REDRESS_DATA to the folder that holds it`, 'a real log of permits', () => {
  it('is read whole: 1,434 traces, 8,577 events, 1,080 deadlines 56 days after the start', async () => {
    const headers: XesLog[] = [];
    let traces = 0;
    let events = 0;
    let after56 = 0;
    for await (const { attributes, events: inTrace } of readXes(createReadStream(file).pipe(createGunzip()), {
      onHeader: (log) => headers.push(log),
    })) {
      traces += 1;
      events += inTrace.length;
      if (daysFrom(xesText(attributes, 'startdate'), xesText(attributes, 'deadline')) === 56) after56 += 1;
    }
    expect({ traces, events, after56 }).toEqual({ traces: 1434, events: 8577, after56: 1080 });
    expect(headers[0]?.globals.map(({ scope }) => scope)).toEqual(['trace', 'event']);
  });
});

/** Days between the local days of two XES dates. */
function daysFrom(start: string | undefined, end: string | undefined): number {
  return (Date.parse((end ?? '').slice(0, 10)) - Date.parse((start ?? '').slice(0, 10))) / 86_400_000;
}
