import { memoryStore } from '@redress/core';
import { isHeldTo, type OpenStore, storeContract, storeSuites } from '@redress/testing';
import { describe } from 'vitest';
import { itIf } from '../../../.config/loud-skip.ts';
import { tried } from '../../../.config/tried.ts';

const memory: OpenStore = { open: async (settings) => memoryStore(settings), durable: false, limits: [] };

describe('the memory store keeps the store contract', () => {
  for (const kept of storeContract) itIf(isHeldTo(kept, memory), `it needs ${kept.needs.join(', ')}`, kept.name, () => kept.run(memory));
});

describe('the memory store holds', () => {
  for (const suite of storeSuites) {
    itIf(isHeldTo(suite, memory), `it needs ${suite.needs.join(', ')}`, suite.name, () => suite.run(memory, tried(suite.usual)));
  }
});
