/** The two headers of a command: its id, and the version that its sender has seen. */
import { type No, no } from './problem.ts';

/**
 * Visible ASCII without what would make a list or a quoted text of it. None begins with $, as the engine's own do, which are no secret:
 * whoever took one first would keep the watch from its fact.
 */
const BARE = /^[\x21\x23\x25-\x2b\x2d-\x5b\x5d-\x7e][\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]{0,199}$/;
/** A string of RFC 8941, as the draft on Idempotency-Key writes it. */
const QUOTED = /^"((?:[\x20\x21\x23\x25-\x5b\x5d-\x7e]|\\["\\])(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\]){0,199})"$/;

const inner = ({ source }: RegExp): string => source.slice(1, -1);
/** What `commandId` takes, as the document says it. */
export const KEY_PATTERN = `^(?:${inner(BARE)}|${inner(QUOTED)})$`;

/** The command's id, quoted or bare. */
export function commandId(headers: Headers): { readonly id: string } | No {
  const given = headers.get('idempotency-key')?.trim() ?? '';
  if (given === '') return no('KEY_MISSING');
  const quoted = QUOTED.exec(given)?.[1]?.replaceAll(/\\(["\\])/g, '$1');
  const id = quoted ?? (BARE.test(given) ? given : undefined);
  return id === undefined ? no('KEY_MALFORMED') : { id };
}

/**
 * A version as it stands in an ETag: strong, and exact. It does not name the log. At one address lies one log, and tags are compared at one
 * address only; where a log is restored it keeps its id, so that the id would not tell the two apart either. And every answer that names a
 * version is thereby good for `If-Match`.
 */
export const etagOf = (version: number): string => `"${version}"`;

/** Weak as well: the tag is the version, and a proxy that packs the answer makes it weak without changing that. */
const ETAG = /^(?:W\/)?"(\d{1,15})"$/;
/** What `versionSeen` takes, as the document says it. */
export const SEEN_PATTERN = `^(?:${inner(ETAG)})$`;

/** The version that the command is meant for; nothing where the header is absent. */
export function versionSeen(headers: Headers): { readonly version?: number } | No {
  const given = headers.get('if-match');
  if (given === null) return {};
  const version = ETAG.exec(given.trim())?.[1];
  return version === undefined ? no('IF_MATCH_MALFORMED') : { version: Number(version) };
}

/** Whether the client has this version already. Weak and strong are alike here (RFC 9110, 13.1.2). */
export function isKnown(headers: Headers, etag: string): boolean {
  const given = headers.get('if-none-match');
  if (given === null) return false;
  return given.trim() === '*' || given.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
