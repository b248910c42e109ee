/** Who asks: by a token that was checked, and never by what a body says. */
import type { Actor } from '@redress/core';
import { SignInUnavailable } from '@redress/http';
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { publicKey } from './development-key.ts';

const { JWKS_URL, ISSUER: issuer = 'https://sign-in.example', AUDIENCE: audience = 'redress', NODE_ENV } = process.env;
if (!JWKS_URL && NODE_ENV === 'production') throw new Error('Set JWKS_URL: anybody can sign with the development key.');
const keys = JWKS_URL ? createRemoteJWKSet(new URL(JWKS_URL)) : createLocalJWKSet({ keys: [publicKey] });
const claims = z.object({ sub: z.string().min(1), unit: z.string().min(1), role: z.string().min(1) });

export const securitySchemes = { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } as const;
export async function actorOf(request: Request): Promise<Actor | null> {
  const token = request.headers.get('authorization')?.replace(/^Bearer /i, '') ?? '';
  try {
    // The algorithm is ours to choose and never the token's.
    const { payload } = await jwtVerify(token, keys, { algorithms: ['ES256'], issuer, audience, requiredClaims: ['exp'] });
    const { data } = claims.safeParse(payload);
    return data ? { id: data.sub, unit: data.unit, role: data.role } : null;
  } catch (error) {
    // Where the sign-in service is not to be reached, that is no fault of the token.
    if (error instanceof errors.JOSEError && !/JWKS_(TIMEOUT|INVALID)|GENERIC/.test(error.code)) return null;
    throw new SignInUnavailable('The keys of the sign-in service cannot be had.', { cause: error });
  }
}
