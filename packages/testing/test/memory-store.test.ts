import { memoryStore } from '@redress/core';
import { describe } from 'vitest';
import { holdStore } from '../../../.config/hold-store.ts';

describe('the memory store', () => holdStore({ open: async (settings) => memoryStore(settings), durable: false, limits: [] }));
