import { memoryVault, SEALED } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { openDoor } from './door.ts';

const identity = { name: 'Nguyễn Thị Ánh', address: 'Số 12, ngõ 7, Biên Hòa', contact: '0912 345 678' };
const members = {
  type: 'AddMembers',
  data: {
    members: [
      { member: 'm-2', ...identity },
      { member: 'm-3', name: identity.name },
    ],
  },
};

/** Salts that differ, and are the same in each test. */
const counting = () => {
  let drawn = 0;
  return () => {
    drawn += 1;
    return new Uint8Array(16).fill(drawn);
  };
};

describe('a personal value', () => {
  it('is refused where there is no vault, and the field is named', async () => {
    const refusal = await (await openDoor()).refused(members);
    expect(refusal).toMatchObject({ code: 'PERSONAL_VALUE_WITHOUT_VAULT', params: { field: '/members/0/name' } });
    expect(JSON.stringify(refusal)).not.toContain(identity.name);
  });

  it('becomes a handle in the fact, and its commitment stands in the record', async () => {
    const { send, log } = await openDoor(memoryVault({ random: counting() }));
    expect(await send(members)).toMatchObject({ done: true });
    const record = (await log()).at(-1)?.record ?? expect.fail('nothing was written');
    const [first, second] = record.data.members as { member: string; name: string }[];
    expect(first?.name.startsWith(SEALED)).toBe(true);
    // Two people of one name: the salts hide that they are.
    expect(second?.name).not.toBe(first?.name);
    expect(record.sealed).toHaveLength(4);
    expect(record.sealed).toContain(first?.name.slice(SEALED.length));
    expect([...record.sealed]).toEqual(record.sealed.toSorted());
  });

  it('is nowhere in the bytes of the log, in any spelling', async () => {
    const { send, log, engine } = await openDoor(memoryVault());
    await send(members);
    const bytes = Buffer.concat((await log()).map(({ text }) => Buffer.from(text)));
    const state = JSON.stringify((await engine.load('case-1'))?.state);
    for (const value of Object.values(identity)) {
      for (const spelling of [
        value,
        value.normalize('NFD'),
        Buffer.from(value).toString('base64url'),
        Buffer.from(value).toString('hex'),
      ]) {
        expect(bytes.includes(spelling)).toBe(false);
        expect(state).not.toContain(spelling);
      }
    }
    // The control: what is no identity is found by the same search.
    expect(bytes.includes('m-2')).toBe(true);
  });

  it('can be opened from the vault by the fact it was sealed for, until it is erased', async () => {
    const vault = memoryVault();
    const { send, log } = await openDoor(vault);
    await send(members);
    const record = (await log()).at(-1)?.record ?? expect.fail('nothing was written');
    expect(vault.opened(record).get('/members/0/contact')).toBe(identity.contact);
    vault.erase(record.id);
    expect(vault.opened(record).size).toBe(0);
  });

  it('is sealed once, however often the command is sent', async () => {
    const vault = memoryVault();
    const { send, log } = await openDoor(vault);
    await send(members);
    const record = (await log()).at(-1)?.record ?? expect.fail('nothing was written');
    vault.erase(record.id);
    expect(await send(members)).toMatchObject({ done: true, repeated: true });
    expect(vault.opened(record).size).toBe(0);
  });

  it('leaves nothing in the vault where the command is refused', async () => {
    const vault = memoryVault();
    const sealed: string[] = [];
    const { refused } = await openDoor({ ...vault, seal: async ({ fact }) => void sealed.push(fact) });
    await refused({ ...members, on: '2026-07-01' });
    expect(sealed).toEqual([]);
  });

  it('is not taken by a vault that did not draw its handle', async () => {
    const place = { log: 'l', stream: 's', fact: 'f' };
    const [handle] = memoryVault().handles([{ path: '/name', value: identity.name }]);
    await expect(memoryVault().seal(place, handle ? [handle] : [])).rejects.toThrow('Nothing was sealed and nothing written');
  });
});
