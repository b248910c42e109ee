/** The complaint that is opened from a petition: what it takes over, and from which day its terms count. */
import type { DataOf, LegalDay } from '@redress/core';
import type { Petition } from './evolve.ts';

type Channel = DataOf<'Receive'>['channel'];

/** The complaint tells fewer channels apart. */
const channels: Readonly<Record<NonNullable<Petition['channel']>, Channel>> = {
  post: 'post',
  'in-person': 'in-person',
  'petition-box': 'in-person',
  phone: 'phone',
  email: 'email',
  portal: 'online',
  'online-session': 'online',
  forwarded: 'forwarded',
  internal: 'internal',
  other: 'other',
};

export interface Opening {
  /** The day the petition was received: the terms for acceptance count from it, however late the complaint is opened. */
  readonly on: LegalDay;
  /** Data of the complaint's `Receive`. Names and addresses stay sealed with the petition; the persons are the same by their ids. */
  readonly data: DataOf<'Receive'>;
}

/** Null where nobody is known to complain. */
export function openingFrom(petition: Petition): Opening | null {
  const { caseId, channel, custody, forwardedBy, number, openedOn, receivedBy, senders, signatures, summary } = petition;
  const unit = custody.holder?.unit ?? receivedBy;
  if (openedOn === null || channel === null || unit === null || senders.length === 0) return null;
  return {
    on: openedOn,
    data: {
      channel: channels[channel],
      unit,
      summary,
      complainants: senders.map((member) => {
        const known = signatures.find(({ sender }) => sender === member);
        return known ? { member, signed: known.signed } : { member };
      }),
      petition: caseId,
      ...(number === null ? {} : { reference: number }),
      ...(forwardedBy === null ? {} : { forwardedBy: forwardedBy.body, forwarder: forwardedBy.kind }),
    },
  };
}
