import { isHeldTo, type OpenSettings, type OpenStore, storeContract, storeSuites } from '@redress/testing';
import { describeIf, itIf } from '../../../.config/loud-skip.ts';
import { hasPostgres, noPostgres } from '../../../.config/postgres-server.ts';
import { tried } from '../../../.config/tried.ts';
import { openPostgres } from '../src/index.ts';
import { database } from './databases.ts';

describeIf(hasPostgres, noPostgres, 'the PostgreSQL store', () => {
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

  // Control: test/store-contract.test.ts of @redress/testing shows for each case a store that breaks it.
  for (const kept of storeContract) {
    itIf(isHeldTo(kept, postgres), `it needs ${kept.needs.join(', ')}`, kept.name, () => kept.run(postgres));
  }
  for (const suite of storeSuites) {
    itIf(isHeldTo(suite, postgres), `it needs ${suite.needs.join(', ')}`, suite.name, () => suite.run(postgres, tried(suite.usual)));
  }
});
