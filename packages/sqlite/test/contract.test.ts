import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenStore } from '@redress/testing';
import { afterAll, describe } from 'vitest';
import { holdStore } from '../../../.config/hold-store.ts';
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

describe('the SQLite store', () => holdStore(sqlite));
