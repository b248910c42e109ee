/**
 * Who may ask what, as a social-insurance office might set it: a clerk takes in, an officer works, a head decides, a superior
 * rules, the system notes what ran out. Whatever no rule allows is refused.
 */
import { type Authority, type AuthorityRule, authorityOf, type ComplaintCommand } from '@redress/core';
import type { PetitionCommand } from './petition/commands.ts';

/** Roles: người tiếp nhận, cán bộ thụ lý, thủ trưởng, thủ trưởng cấp trên, hệ thống. */
export const sampleRoles = ['clerk', 'officer', 'head', 'superior', 'system'] as const;
export type SampleRole = (typeof sampleRoles)[number];

const arrivals = [
  'Receive',
  'RecordArrival',
  'Complete',
  'Recomplain',
  'Withdraw',
  'AddMembers',
  'AnswerConsultation',
  'RecordCourtRuling',
  'RecordVisit',
  'AskForPapers',
] as const satisfies readonly ComplaintCommand[];

const deskWork = ['Acknowledge', 'AskForCompletion', 'Apologise', 'Note'] as const satisfies readonly ComplaintCommand[];

const fileWork = [
  'Guide',
  'Return',
  'File',
  'Join',
  'OfferTransfer',
  'AcceptTransfer',
  'RefuseTransfer',
  'DisputeCustody',
  'Escalate',
  'NameCoordinators',
  'GiveOpinion',
  'Disagree',
  'SettleDisagreement',
  'Consult',
  'CallDialogue',
  'HoldDialogue',
  'RequestPapers',
  'Notify',
  'AppointRepresentatives',
  'SplitOff',
  'Serve',
  'Publish',
  'FulfilObligation',
  'Enforce',
  'Close',
] as const satisfies readonly ComplaintCommand[];

/** What the head of a body signs: the law gives these to a person, never to a unit (LKN Đ.27, 28, 31; NĐ124 Đ.28b). */
const signed = [
  'Accept',
  'NotAccept',
  'SendElsewhere',
  'Assign',
  'Reassign',
  'FindComplex',
  'Extend',
  'Suspend',
  'SuspendContested',
  'LiftContested',
  'Resume',
  'Resolve',
  'Terminate',
  'SendBack',
  'MoveCustody',
] as const satisfies readonly ComplaintCommand[];

/** A petition is taken in and numbered at the desk, screened by officers; its head refuses, demands and directs. */
const petitionDesk = [
  ...['RecordOral', 'Supplement', 'Register'],
  ...['CheckIdentity', 'RefuseReception', 'GiveRefusalNotice'],
] as const satisfies readonly PetitionCommand[];
const petitionWork = [
  'Classify',
  'ProposeAcceptance',
  'GuideSupplement',
  'GuideOnce',
  'GuideSplit',
  'LinkDuplicate',
  'ReportToHead',
  'AnswerSender',
  'ReturnOriginals',
] as const satisfies readonly PetitionCommand[];
const petitionSigned = [
  'AnswerIneligible',
  'Direct',
  'DemandResolution',
  'DecideDestruction',
] as const satisfies readonly PetitionCommand[];

const rulings = ['Rule', 'HandDown'] as const satisfies readonly ComplaintCommand[];

const rules: readonly AuthorityRule[] = [
  {
    id: 'a-delegation-holds-on-its-days-only',
    roles: '*',
    commands: '*',
    when: ({ id, onBehalfOf }, { on }, _state, organisation) =>
      onBehalfOf !== undefined && !organisation.delegations(id, on).includes(onBehalfOf),
    effect: 'forbid',
  },
  { id: 'the-desk-takes-in', roles: ['clerk', 'officer', 'head'], commands: [...arrivals, ...deskWork, ...petitionDesk], effect: 'allow' },
  { id: 'officers-work-the-file', roles: ['officer', 'head'], commands: [...fileWork, ...petitionWork], effect: 'allow' },
  { id: 'heads-decide', roles: ['head'], commands: [...signed, ...petitionSigned], effect: 'allow' },
  {
    id: 'the-superior-rules',
    roles: ['superior', 'head'],
    commands: rulings,
    when: ({ unit }, _command, { custody }) => custody.before?.unit === unit,
    effect: 'allow',
  },
  { id: 'superiors-settle-disagreements', roles: ['superior'], commands: ['SettleDisagreement', 'MoveCustody', 'Note'], effect: 'allow' },
  {
    id: 'the-system-notes-what-ran-out',
    roles: ['system'],
    commands: ['RecordRunOut', 'RecountClocks', 'RecordLink', 'MoveCustody', 'RecordArrival', 'Note'],
    effect: 'allow',
  },
];

/** Role × command × stage for the five sample roles; default deny. */
export const sampleAuthority = (): Authority => authorityOf(rules);
