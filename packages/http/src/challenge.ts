/** What a 401 asks for: a challenge (RFC 9110, 11.6.1) for each way to sign in that the host names. */
import type { HandlerOptions, SecurityScheme } from './route.ts';

/** A name of a scheme, and nothing that would end the header or begin another one. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
/** What may stand within quotes as it is. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/;

/** The names under which the host gave a scheme that no challenge can name. */
export const unnameable = (schemes: HandlerOptions['securitySchemes'] = {}): readonly string[] =>
  Object.entries(schemes).flatMap(([name, scheme]) => (scheme.type === 'http' && !TOKEN.test(scheme.scheme) ? [name] : []));

/**
 * The value of WWW-Authenticate, each challenge once, in the order of the schemes; null where there is none to name, as where a client
 * signs in by its certificate alone. Without schemes it is `Bearer`.
 */
export function challengeOf(schemes: HandlerOptions['securitySchemes'] = {}): string | null {
  const all = Object.values(schemes);
  if (all.length === 0) return 'Bearer';
  const each = new Set(all.map(challenge).filter((one) => one !== null));
  return each.size === 0 ? null : [...each].join(', ');
}

function challenge(scheme: SecurityScheme): string | null {
  switch (scheme.type) {
    case 'http':
      return ofHttp(scheme.scheme);
    case 'oauth2':
    case 'openIdConnect':
      return 'Bearer';
    case 'apiKey': {
      // IANA knows no scheme for keys, and a 401 has to name one: this one says where the key goes, and browsers pass it over.
      const name = PLAIN.test(scheme.name) ? `, name="${scheme.name}"` : '';
      return `ApiKey in="${scheme.in}"${name}`;
    }
    case 'mutualTLS':
      return null;
  }
}

function ofHttp(scheme: string): string {
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return 'Bearer';
    case 'basic':
      // RFC 7617 wants a realm; a password may have letters beyond ASCII.
      return 'Basic realm="Redress", charset="UTF-8"';
    default:
      return scheme;
  }
}
