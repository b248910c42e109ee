/** Who asks: by a token that was checked, and never by what a body says. */
import { type HandlerOptions, SignInUnavailable } from '@redress/http';
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';

// For trying out only: everybody can sign with it. The Fastify example makes tokens by it.
const [x, y] = ['EPWT6WKuNG-bBn2NMmh1qkOpX9fboYOfkRUysV69YQs', 'GIm22X7VqK2SOpPe3u3HZ7lCuwkMGvn1xXEbArZUBqM'];
const { JWKS_URL, ISSUER: issuer = 'https://sign-in.example', AUDIENCE: audience = 'redress', NODE_ENV } = process.env;
if (!JWKS_URL && NODE_ENV === 'production') throw new Error('Set JWKS_URL: anybody can sign with the development key.');
const keys = JWKS_URL ? createRemoteJWKSet(new URL(JWKS_URL)) : createLocalJWKSet({ keys: [{ kty: 'EC', crv: 'P-256', x, y }] });

export const securitySchemes = { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } as const;
export const actorOf: HandlerOptions['actorOf'] = async (request) => {
  const token = request.headers.get('authorization')?.replace(/^Bearer /i, '') ?? '';
  // The algorithm is ours to choose and never the token's.
  const checked = await jwtVerify(token, keys, { algorithms: ['ES256'], issuer, audience, requiredClaims: ['exp'] }).catch((fault) => {
    // Where the sign-in service is not to be reached, that is no fault of the token.
    if (fault instanceof errors.JOSEError && !/JWKS_(TIMEOUT|INVALID)|GENERIC/.test(fault.code)) return null;
    throw new SignInUnavailable('The keys of the sign-in service cannot be had.', { cause: fault });
  });
  const { sub: id, unit, role } = checked?.payload ?? {};
  return id && unit && role && typeof unit === 'string' && typeof role === 'string' ? { id, unit, role } : null;
};
