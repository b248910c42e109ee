/** Tokens that must let nobody in, and which of them do. */
import { createPublicKey, createSecretKey } from 'node:crypto';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { publicKey } from '../development-key.ts';
import { head, tokenOf } from './hosted.ts';

/** The public key taken for a secret that both sides share: who lets the token choose the algorithm believes it. */
function signedWithPublicKey(): Promise<string> {
  const key = createPublicKey({ key: publicKey, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const token = new SignJWT({ ...head, iss: 'https://sign-in.example', aud: 'redress' }).setProtectedHeader({ alg: 'HS256' });
  return token.setExpirationTime('1h').sign(createSecretKey(Buffer.from(key)));
}

/** What is wrong with it → the token. */
async function badTokens(): Promise<Readonly<Record<string, string>>> {
  const { privateKey: foreign } = await generateKeyPair('ES256');
  const good = await tokenOf(head);
  const [header = '', , signature = ''] = good.split('.');
  const claims = { sub: 'cb-1', unit: 'nghe-an', role: 'head', iss: 'https://sign-in.example', aud: 'redress', exp: 4_000_000_000 };
  return {
    none: '',
    'no token at all': 'cb-114',
    'signed by somebody else': await tokenOf(head, { signedWith: foreign }),
    'other claims under the same signature': [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.'),
    'ended a second ago': await tokenOf(head, { ends: '-1s' }),
    'without an end': await tokenOf(head, { ends: 'never' }),
    'for another audience': await tokenOf(head, { aud: 'pensions' }),
    'by another issuer': await tokenOf(head, { iss: 'https://elsewhere.example' }),
    'not signed (alg none)': new UnsecuredJWT(claims).encode(),
    'signed with the public key as a secret': await signedWithPublicKey(),
    'without a role': await tokenOf({ sub: head.sub, unit: head.unit }),
    'of a unit that is no text': await tokenOf({ ...head, unit: 7 }),
  };
}

/** The bad tokens that are answered with anything but 401. */
export async function letIn(ask: (token: string) => Promise<number>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, token] of Object.entries(await badTokens())) if ((await ask(token)) !== 401) found.push(name);
  return found;
}
