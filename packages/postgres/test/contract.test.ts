import type { OpenSettings } from '@redress/testing';
import { holdStore } from '../../../.config/hold-store.ts';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasPostgres, noPostgres } from '../../../.config/postgres-server.ts';
import { openPostgres } from '../src/index.ts';
import { database } from './databases.ts';

describeIf(hasPostgres, noPostgres, 'the PostgreSQL store', () => {
  const { url, schema } = database();
  let last = '';
  const at = (settings: OpenSettings = {}) => openPostgres(url(), { ...settings, schema: last });
  holdStore({
    open: (settings) => {
      last = schema();
      return at(settings);
    },
    again: at,
    durable: true,
    limits: [],
  });
});
