/** Where the file lies: the processes that share a log in WAL mode share memory too, and hosts have none in common. */
import { type StatsFs, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreFault } from '@redress/core';

/** By the number that Linux gives them (statfs(2)). */
const NETWORKS: Readonly<Record<number, string>> = {
  26985: 'NFS', // 0x6969
  20859: 'SMB', // 0x517b
  4266872130: 'SMB', // 0xfe534d42
  4283649346: 'CIFS', // 0xff534d42
  1397113167: 'AFS', // 0x5346414f
  12805120: 'Ceph', // 0xc36400
  198183888: 'Lustre', // 0xbd00bd0
};

type Look = (folder: string) => Pick<StatsFs, 'type'>;

/** Throws `unsafe-settings` on a network file system that Linux knows by name. Elsewhere nothing is known, and nothing thrown. */
export function checkDisk(path: string, look: Look = statfsSync): void {
  if (process.platform !== 'linux') return;
  let type: number;
  try {
    ({ type } = look(dirname(path)));
  } catch {
    // The opening that follows meets the same trouble, and tells it.
    return;
  }
  const network = NETWORKS[type];
  if (network === undefined) return;
  throw new StoreFault(
    'unsafe-settings',
    `The file lies on a network file system (${network}), where SQLite’s write-ahead log may be damaged as soon as two hosts open it. ` +
      'Nothing was opened. Use a local disk, or @redress/postgres for several machines.',
  );
}
