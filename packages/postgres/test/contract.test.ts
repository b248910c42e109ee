import { isHeldTo, type OpenSettings, type OpenStore, storeContract } from '@redress/testing';
import { describeIf, itIf } from '../../../.config/loud-skip.ts';
import { hasPostgres, noPostgres } from '../../../.config/postgres-server.ts';
import { openPostgres } from '../src/index.ts';
import { database } from './databases.ts';

describeIf(hasPostgres, noPostgres, 'the PostgreSQL store keeps the store contract', () => {
  const { url, schema } = database();
  let last = '';
  const at = (settings: OpenSettings = {}) => openPostgres(url(), { ...settings, schema: last });
  const postgres: OpenStore = {
    open: (settings) => {
      last = schema();
      return at(settings);
    },
    again: at,
    durable: true,
    limits: [],
  };

  for (const kept of storeContract) {
    itIf(isHeldTo(kept, postgres), `it needs ${kept.needs.join(', ')}`, kept.name, () => kept.run(postgres));
  }
});
