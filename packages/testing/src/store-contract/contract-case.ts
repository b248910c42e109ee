/** What one case of the store contract is given, and how it is closed again. */
import type { EventStore } from '@redress/core';

export interface OpenSettings {
  /** The writer's clock, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  readonly now?: () => string;
  /** UUID of the log. */
  readonly log?: string;
}

/**
 * What a store may declare that it does not promise. `gaps`: positions have gaps. `ids-per-stream`: an id that lies in another stream
 * is not found.
 */
export type Limit = 'gaps' | 'ids-per-stream';

/** How the contract gets at the store under test. */
export interface OpenStore {
  /** A new, empty store. */
  open(settings?: OpenSettings): Promise<EventStore>;
  /** A further store object on the data of the store that was opened last. Left out where there is no such thing. */
  again?(settings?: OpenSettings): Promise<EventStore>;
  /** Whether what was acknowledged outlives the store object. */
  readonly durable: boolean;
  readonly limits: readonly Limit[];
}

/** `expose-gc` is of the run, not of the store: what is held in memory can be told only where the garbage can be collected first. */
export type Need = 'again' | 'durable' | 'no-gaps' | 'ids-across-streams' | 'expose-gc';

export interface ContractCase {
  /** A true sentence about every store. */
  readonly name: string;
  /** What the case asks for beyond the port. */
  readonly needs: readonly Need[];
  /** Rejects where the store does not keep the promise. */
  run(open: OpenStore): Promise<void>;
}

export interface Stores {
  open(settings?: OpenSettings): Promise<EventStore>;
  again(settings?: OpenSettings): Promise<EventStore>;
}

function offers(store: OpenStore, need: Need): boolean {
  switch (need) {
    case 'again':
      return store.again !== undefined;
    case 'durable':
      return store.durable;
    case 'no-gaps':
      return !store.limits.includes('gaps');
    case 'ids-across-streams':
      return !store.limits.includes('ids-per-stream');
    case 'expose-gc':
      return globalThis.gc !== undefined;
  }
}

/** Whether a store with these limits is held to the case. A test that leaves one out should print its name. */
export const isHeldTo = (kept: { readonly needs: readonly Need[] }, store: OpenStore): boolean =>
  kept.needs.every((need) => offers(store, need));

/** A case that closes every store it opened, whether it passed or not. */
export function contractCase(name: string, body: (stores: Stores) => Promise<void>, ...needs: readonly Need[]): ContractCase {
  return {
    name,
    needs,
    async run(given) {
      const opened: EventStore[] = [];
      const remember = (store: EventStore): EventStore => {
        opened.push(store);
        return store;
      };
      try {
        await body({
          open: async (settings) => remember(await given.open(settings)),
          again: async (settings) => {
            if (!given.again) throw new Error(`the case needs a second store object: ${name}`);
            return remember(await given.again(settings));
          },
        });
      } finally {
        for (const store of opened) await store.close();
      }
    },
  };
}
