/**
 * A vault that lives as long as the process: for tests, and for reading how a vault behaves. Values lie in the clear here, apart from the
 * log, which holds salted commitments only. What outlives a process needs the durable vault.
 */
import type { Handle, PersonalValue, Vault } from '../domain/vault.ts';
import type { FactRecord } from '../store/event-store.ts';
import { digestOf } from '../store/record.ts';

/** Bytes of salt in each commitment. */
const SALT = 16;

export interface MemoryVaultOptions {
  /** 16 fresh random bytes at each call. Default: the platform's own source of randomness. */
  readonly random?: () => Uint8Array;
}

export interface MemoryVault extends Vault {
  /** What was sealed for a record, by JSON Pointer into the command's data. Empty where there is nothing, or no longer. */
  opened(record: Pick<FactRecord, 'id' | 'sealed'>): ReadonlyMap<string, string>;
  /** Forgets all that was ever sealed for a fact. The log stays as it is, and every proof valid. */
  erase(fact: string): void;
}

/** SHA-256 over the canonical text of `[salt, path, value]`, base64url: the salt hides even a name that can be guessed. */
export const commitmentTo = (salt: Uint8Array, { path, value }: PersonalValue): string =>
  digestOf([Buffer.from(salt).toString('base64url'), path, value]);

export function memoryVault({ random = () => crypto.getRandomValues(new Uint8Array(SALT)) }: MemoryVaultOptions = {}): MemoryVault {
  // Weak, so that the values of a command that was refused are kept nowhere.
  const drawn = new WeakMap<Handle, PersonalValue>();
  // By commitment: a command that lost its race, or whose id was used before, has sealed its values under the same fact.
  const sealed = new Map<string, Map<string, PersonalValue>>();

  const draw = (given: PersonalValue): Handle => {
    const handle: Handle = { path: given.path, commitment: commitmentTo(random(), given) };
    drawn.set(handle, given);
    return handle;
  };

  return {
    handles: (values) => values.map(draw),
    seal: async ({ fact }, handles) => {
      const row = sealed.get(fact) ?? new Map<string, PersonalValue>();
      for (const handle of handles) {
        const given = drawn.get(handle);
        if (!given)
          throw new Error(
            `the handle for ${handle.path} is of another vault. Nothing was sealed and nothing written. Send the same command id again.`,
          );
        row.set(handle.commitment, given);
      }
      sealed.set(fact, row);
    },
    opened: ({ id, sealed: commitments }) => {
      const row = sealed.get(id);
      const values = commitments.flatMap((commitment) => row?.get(commitment) ?? []);
      return new Map(values.map(({ path, value }) => [path, value]));
    },
    erase: (fact) => void sealed.delete(fact),
  };
}
