import { memoryStore } from '@redress/core';
import { isHeldTo, type OpenStore, storeContract } from '@redress/testing';
import { describe } from 'vitest';
import { itIf } from '../../../.config/loud-skip.ts';

const memory: OpenStore = { open: async (settings) => memoryStore(settings), durable: false, limits: [] };

describe('the memory store keeps the store contract', () => {
  for (const kept of storeContract) itIf(isHeldTo(kept, memory), `it needs ${kept.needs.join(', ')}`, kept.name, () => kept.run(memory));
});
