/** A small source for import tests: tickets in CSV, and a map for them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CsvMap, lawOfRecords, organisationOfRecords, type Step } from '../src/index.ts';

export const ticketsLaw = lawOfRecords({ name: 'tickets', version: '1', source: { text: 'tickets.csv' }, timeZone: 'UTC' });

/** `id,day,unit,next,closed`: received on the day by the unit, passed on to the next where one is named, decided where it was closed. */
export const tickets: CsvMap = {
  name: 'tickets',
  format: 'csv',
  law: ticketsLaw,
  organisation: organisationOfRecords('company'),
  async *cases(rows) {
    for await (const { line, cells } of rows) {
      const { id = '', day = '', unit = '', next = '', closed = '' } = cells;
      const row = `line ${line}`;
      if (unit === '') {
        yield { row, reason: 'names no unit' };
        continue;
      }
      const actor = { id: `someone in ${unit}`, unit, role: 'recorded' };
      const step = (name: string, type: string, on: string, data: Step['data']): Step => ({
        id: `${id}/${name}`,
        row,
        type,
        on,
        actor,
        data,
      });
      const steps = [
        step('received', 'Receive', day, {
          channel: 'online',
          unit,
          summary: `Ticket ${id}`,
          complainants: [{ member: `writer of ${id}` }],
        }),
        step('accepted', 'Accept', day, {}),
        step('assigned', 'Assign', day, { person: actor.id }),
      ];
      if (next !== '') steps.push(step('passed', 'OfferTransfer', day, { toUnit: next }));
      if (closed !== '') steps.push(step('decided', 'Resolve', closed, { outcome: 'settled', decision: id, summary: 'Done.' }));
      yield { key: id, steps };
    }
  },
};

export default tickets;

export const headings = 'id,day,unit,next,closed';

/** So many tickets, every third passed on, every second decided. */
export function ticketRows(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const day = `2025-0${1 + (index % 9)}-1${index % 10}`;
    return [`t${index}`, day, `unit ${index % 7}`, index % 3 === 0 ? 'unit 9' : '', index % 2 === 0 ? '2025-10-01' : ''].join(',');
  });
}

export function csvFile(at: string, rows: readonly string[], name = 'tickets.csv'): string {
  const file = join(at, name);
  writeFileSync(file, `${[headings, ...rows].join('\n')}\n`);
  return file;
}
