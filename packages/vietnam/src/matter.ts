/** What a complaint is about, and the days on which the rules turn. */
import type { Complaint } from '@redress/core';
import { lawData } from './law-data.ts';

/** The Law on Complaints is in force. What was before is not known to this pack. */
export const LAW_FROM = lawData.complaintsLaw.inForceFrom;
/** Law 136/2025/QH15 and decree 155/2026 are in force. */
export const AMENDED_FROM = '2026-07-01';
/** From this many complainants the law speaks of representatives (LTCD Đ.29). */
export const GROUP_FROM = 5;

export const isDiscipline = ({ contests }: Pick<Complaint, 'contests'>): boolean => contests?.kind === 'discipline';

/** Members who still complain. */
export const continuing = ({ members }: Complaint): number => members.filter((each) => each.standing === 'continuing').length;
