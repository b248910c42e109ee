import { type Recorded, StoreFault } from '@redress/core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { replayAll } from '../src/index.ts';
import { caseTypes, houseLog, law, recordsOf, replayed } from './house-log.ts';

const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };

let records: readonly Recorded[];
beforeAll(async () => {
  records = await recordsOf(await houseLog());
});

const CHARACTERS = ['a', '0', '9', '"', '\\', '{', '}', '[', ']', ',', ':', ' ', '\n', '\u0000', 'ế', '\ud800', '\ufffd', ''];

/** A record that another of its case follows. Whether the very last was changed, only a checkpoint can tell. */
const followed = (at: number): boolean => records.slice(at + 1).some(({ record }) => record.stream === records[at]?.record.stream);

describe('whatever is damaged', () => {
  it('any changed or cut character of any record that another follows is found, and nothing is thrown', async () => {
    const place = fc.record({ at: fc.nat(records.length - 1), where: fc.nat(), to: fc.constantFrom(...CHARACTERS) });
    await fc.assert(
      fc.asyncProperty(place, async ({ at, where, to }) => {
        const text = records[at]?.text ?? '';
        const cut = where % text.length;
        fc.pre(followed(at) && text[cut] !== to);
        const damaged = records.map((each, index) => ({
          position: each.position,
          text: index === at ? text.slice(0, cut) + to + text.slice(cut + 1) : each.text,
        }));
        const { findings, summary } = await replayed(damaged);
        expect(summary.findings).toBeGreaterThan(0);
        expect(findings.every(({ says }) => says !== '')).toBe(true);
      }),
      { ...seed, numRuns: 200 },
    );
  });

  // Negative control: the same property over a replacement of a character by itself finds nothing.
  it('but an unchanged record is not', async () => {
    expect((await replayed(records.map(({ text, position }) => ({ text, position })))).summary.findings).toBe(0);
  });

  it('texts that are no records at all are findings', async () => {
    const texts = [
      '',
      'null',
      '[]',
      '{}',
      '{"v":1}',
      'x'.repeat(100),
      '{"stream":"long"',
      '1e999',
      JSON.stringify({ ...records[0]?.record, extra: 1 }),
    ];
    const { summary } = await replayed(texts.map((text) => ({ text })));
    expect(summary.byCode).toEqual({ 'record-malformed': texts.length });
  });

  it('any member of any record replaced by any JSON is found or harmless, and nothing is thrown', async () => {
    const member = fc.constantFrom('v', 'log', 'stream', 'version', 'id', 'type', 'schema', 'recordedAt', 'prev', 'meta', 'data', 'sealed');
    await fc.assert(
      fc.asyncProperty(fc.nat(records.length - 1), member, fc.jsonValue(), async (at, name, value) => {
        const damaged = records.map(({ text, record }, index) => ({
          text: index === at ? JSON.stringify({ ...record, [name]: value }) : text,
        }));
        fc.pre(damaged[at]?.text !== records[at]?.text);
        const { summary } = await replayed(damaged);
        expect(summary.findings > 0 || !followed(at)).toBe(true);
      }),
      { ...seed, numRuns: 100 },
    );
  });

  it('what a store reports of its own damage is a finding, and a store that fails is a fault', async () => {
    const store = await houseLog();
    const failing = (code: 'history-damaged' | 'unavailable') =>
      replayAll({
        store: {
          ...store,
          readLog: async function* () {
            yield* records.slice(0, 3);
            throw new StoreFault(code, 'Position 4 is missing.');
          },
        },
        caseTypes,
        laws: law,
      });
    const codes: string[] = [];
    for await (const { code } of failing('history-damaged')) codes.push(code);
    expect(codes).toEqual(['log-unreadable']);
    await expect(failing('unavailable')[Symbol.asyncIterator]().next()).rejects.toThrow(StoreFault);
  });
});
