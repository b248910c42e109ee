/** The address of a server, read before the client reads it: the client prints an address it dislikes, with the password in it. */
import { StoreFault } from '@redress/core';

/** What the client's connection string may say, in the client's spelling; case, `-` and `_` do not count. */
const OPTIONS: readonly string[] = [
  'connectionName',
  'defaultDeadline',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'maxDiscoverAttempts',
  'nodePreference',
  'tls',
  'tlsCAFile',
  'tlsVerifyCert',
  'throwOnAppendFailure',
  'userCertFile',
  'userKeyFile',
];

const flat = (name: string): string => name.trim().toLowerCase().replace(/[_-]/g, '');
const KNOWN: ReadonlySet<string> = new Set(OPTIONS.map(flat));

/** The server groups streams by what stands before the first hyphen: a name has none, so that a log is one group. */
export const LOG_NAME = /^[a-zA-Z][a-zA-Z0-9_.]{0,99}$/;

/** The one option that is this package's. */
const NAME_IS = 'name=';

const SCHEME = /^(?:esdb|kurrentdb|kdb)(\+discover)?:\/\//i;

/** Options that are there and would break a promise, with what they would do. */
const UNSAFE: ReadonlyMap<string, string> = new Map([
  ['throwonappendfailure=false', 'throwOnAppendFailure=false hides which version a stream has'],
  ['tlsverifycert=false', 'tlsVerifyCert=false is not kept by the client, which goes on verifying; name a tlsCAFile'],
]);

const refuse = (says: string): never => {
  throw new StoreFault('unavailable', `${says} Nothing was opened. An address is like esdb://localhost:2113?tls=false.`);
};

function checkOption(option: string): void {
  const [name = '', value = ''] = option.split('=');
  if (!KNOWN.has(flat(name))) refuse(`The address has the option ${JSON.stringify(name)}, which the client does not know.`);
  const unsafe = UNSAFE.get(`${flat(name)}=${value.trim().toLowerCase()}`);
  if (unsafe !== undefined) throw new StoreFault('unsafe-settings', `${unsafe}. Nothing was opened. Leave it out of the address.`);
}

/** What an address says: of the server, in the client's own spelling, and of the log, where it has the option `name`. */
export interface Address {
  readonly server: string;
  readonly name: string | undefined;
}

/** Throws StoreFault `unavailable` or `unsafe-settings`, without the address in its text. */
export function addressIn(text: string): Address {
  const scheme = SCHEME.exec(text.trim());
  if (scheme === null) return refuse('The address of the server does not begin with esdb:// or esdb+discover://.');
  const rest = text.trim().slice(scheme[0].length);
  const [servers = '', query = ''] = rest.split('?', 2);
  const hosts = servers.slice(servers.lastIndexOf('@') + 1).split(',');
  if (!hosts.every((host) => /^[^:/]+/.test(host))) refuse('The address names no server.');
  const options = query.split('&').filter((option) => option !== '');
  const forClient = options.filter((option) => !option.startsWith(NAME_IS));
  for (const option of forClient) checkOption(option);
  const server = [`esdb${scheme[1]?.toLowerCase() ?? ''}://${servers}`, ...(forClient.length > 0 ? [forClient.join('&')] : [])].join('?');
  const name = options.find((option) => option.startsWith(NAME_IS))?.slice(NAME_IS.length);
  if (name !== undefined && !LOG_NAME.test(name))
    refuse(`The address gives the log the name ${JSON.stringify(name)}: letters, digits, _ and . only.`);
  return { server, name };
}

export const badAddress = (): never => refuse('The address of the server cannot be read.');
