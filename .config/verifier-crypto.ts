/** What the verifier in one file uses of `node:crypto`: it runs on every Node 20, and the first of them have no `hash` in one call. */
// biome-ignore lint/style/useNodejsImportProtocol: with its prefix the module is replaced by this one
import * as crypto from 'crypto';

export const { createPublicKey, randomBytes, sign, verify } = crypto;

export const hash: typeof crypto.hash =
  crypto.hash ??
  ((algorithm: string, input: string | Uint8Array, encoding: 'binary' | 'buffer') => {
    const made = crypto.createHash(algorithm).update(input);
    return encoding === 'buffer' ? made.digest() : made.digest(encoding);
  });
