/** What this store does not promise, said beside the store contract: data, which the test prints and the README repeats. */

export interface DeclaredLimit {
  /** The name of the limit in the store contract. */
  readonly limit: 'gaps' | 'ids-per-stream';
  readonly says: string;
  readonly because: string;
}

export const eventStoreDbLimits: readonly DeclaredLimit[] = [
  {
    limit: 'gaps',
    says: 'Positions grow and have gaps: they cannot be counted, nor the next one foretold.',
    because: 'EventStoreDB numbers events by bytes, and other programs write to the same database.',
  },
  {
    limit: 'ids-per-stream',
    says: 'A fact whose id lies in another stream is written once more.',
    because: 'EventStoreDB compares ids within a stream only. The engine derives ids from the command, and finds a command id used twice.',
  },
];
