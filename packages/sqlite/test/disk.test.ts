import { StoreFault } from '@redress/core';
import { expect, test } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { checkDisk } from '../src/disk.ts';
import { folder } from './files.ts';

const file = folder();

function codeOn(type: number): string | undefined {
  try {
    checkDisk(file('log.db'), () => ({ type }));
    return undefined;
  } catch (error) {
    return error instanceof StoreFault ? `${error.code}: ${error.says}` : expect.fail(String(error));
  }
}

describeIf(process.platform === 'linux', 'only Linux tells file systems by number', 'a file on a network file system', () => {
  // None can be mounted here: what the system would say is said for it.
  test.each([
    ['NFS', 0x6969],
    ['SMB', 0x517b],
    ['SMB', 0xfe534d42],
    ['CIFS', 0xff534d42],
    ['AFS', 0x5346414f],
    ['Ceph', 0xc36400],
    ['Lustre', 0xbd00bd0],
  ])('is refused as unsafe-settings: %s, %i', (name, type) => {
    expect(codeOn(type)).toMatch(new RegExp(`^unsafe-settings: .*${name}.*Nothing was opened`));
  });

  test.each([
    ['ext4', 0xef53],
    ['tmpfs', 0x1021994],
    ['XFS', 0x58465342],
    ['overlay', 0x794c7630],
  ])('control: on %s it is not', (_, type) => expect(codeOn(type)).toBeUndefined());

  test('and what really lies here is looked at: a folder that is there passes, and one that is not is left to the opening', () => {
    expect(() => checkDisk(file('log.db'))).not.toThrow();
    expect(() => checkDisk(file('nowhere/log.db'))).not.toThrow();
  });
});
