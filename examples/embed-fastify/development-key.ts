/** A key pair that everybody can read: for trying out only. Run with PERSON, UNIT and ROLE, it prints a token for an hour. */
import { SignJWT } from 'jose';

const [x, y] = ['EPWT6WKuNG-bBn2NMmh1qkOpX9fboYOfkRUysV69YQs', 'GIm22X7VqK2SOpPe3u3HZ7lCuwkMGvn1xXEbArZUBqM'];
export const publicKey = { kty: 'EC', crv: 'P-256', alg: 'ES256', x, y };
const { PERSON: sub, UNIT: unit, ROLE: role } = process.env;
if (sub && unit && role) {
  const token = new SignJWT({ sub, unit, role, iss: 'https://sign-in.example', aud: 'redress' }).setProtectedHeader({ alg: 'ES256' });
  console.log(await token.setExpirationTime('1h').sign({ ...publicKey, d: 'NPPefOCMbXNM_kZB72zurfgPBjnKB5XHKITKl-OCCNE' }));
}
