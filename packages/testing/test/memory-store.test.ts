import { memoryStore } from '@redress/core';
import { isHeldTo, type OpenStore, storeContract } from '@redress/testing';
import { describe, test } from 'vitest';

const memory: OpenStore = { open: async (settings) => memoryStore(settings), durable: false, limits: [] };

describe('the memory store keeps the store contract', () => {
  for (const kept of storeContract) test.skipIf(!isHeldTo(kept, memory))(kept.name, () => kept.run(memory));
});
