import { holdsFor, houseSetting, invariants, type Setting } from '@redress/testing';
import { describe, it } from 'vitest';
import { tried } from '../../../../.config/tried.ts';
import { permit } from '../bad-input/permit.ts';

const { law, authority, organisation, units, roles } = houseSetting();

describe('another case type, under the same house rules', () => {
  const setting: Setting = { type: permit, law, authority, organisation, units, roles, remarks: ['Remarked'] };
  for (const each of invariants) it(each.name, () => holdsFor(each, setting, tried(10)));
});
