import { authorityOf, organisationOf } from '@redress/core';

export const authority = authorityOf([
  { id: 'a-desk-takes-in', roles: ['clerk'], commands: ['Receive', 'RecordArrival'], effect: 'allow' },
  { id: 'a-head-decides', roles: ['head'], commands: '*', effect: 'allow' },
  {
    id: 'only-whose-unit-has-it',
    roles: ['head'],
    commands: '*',
    when: ({ unit }, _command, { custody: { holder, offer, before } }) =>
      holder !== null && ![holder.unit, offer?.toUnit, before?.unit].includes(unit),
    effect: 'forbid',
  },
  { id: 'the-watch-notes', roles: ['system'], commands: ['RecordRunOut'], effect: 'allow' },
]);

export const organisation = organisationOf({
  units: [
    { id: 'vss', name: 'BHXH Việt Nam', superior: null, headPost: 'vss-head', level: 'central' },
    { id: 'hue', name: 'BHXH thành phố Huế', superior: 'vss', headPost: 'hue-head', level: 'province' },
  ],
  posts: [{ post: 'hue-head', person: 'p-12', from: '2026-03-01' }],
});
