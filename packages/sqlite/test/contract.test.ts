import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isHeldTo, type OpenStore, storeContract, storeSuites } from '@redress/testing';
import { afterAll, describe } from 'vitest';
import { itIf } from '../../../.config/loud-skip.ts';
import { tried } from '../../../.config/tried.ts';
import { openSqlite } from '../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-contract-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const path = (): string => join(folder, `${files}.db`);

const sqlite: OpenStore = {
  open: (settings) => {
    files += 1;
    return openSqlite(path(), settings);
  },
  again: (settings) => openSqlite(path(), settings),
  durable: true,
  limits: [],
};

describe('the SQLite store keeps the store contract', () => {
  for (const kept of storeContract) itIf(isHeldTo(kept, sqlite), `it needs ${kept.needs.join(', ')}`, kept.name, () => kept.run(sqlite));
});

describe('the SQLite store holds', () => {
  for (const suite of storeSuites) {
    itIf(isHeldTo(suite, sqlite), `it needs ${suite.needs.join(', ')}`, suite.name, () => suite.run(sqlite, tried(suite.usual)));
  }
});
