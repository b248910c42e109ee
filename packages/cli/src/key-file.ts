/** The key that signs checkpoints: private in a file, and beside it, in a file of the same name and `.pub`, what others verify with. */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { EvidenceError, signerFrom } from '@redress/audit';
import { UsageError } from './faults.ts';

export type KeySigner = ReturnType<typeof signerFrom>;

export const publicFileOf = (file: string): string => `${file}.pub`;

/** A new Ed25519 key of this name. @throws UsageError where either file is there, cannot be written, or the name is none. */
export function makeKey(file: string, name: string): KeySigner {
  const other = publicFileOf(file);
  const taken = [file, other].find((each) => existsSync(each));
  if (taken !== undefined) throw new UsageError('usage', `${taken} is there already, and a key is never written over. No key was made.`);
  const { privateKey } = generateKeyPairSync('ed25519');
  const signer = named(name, () => signerFrom(name, privateKey));
  try {
    // Made with its mode, so that there is no moment at which others can read it.
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    throw unwritten(cause);
  }
  try {
    writeFileSync(other, `${signer.vkey}\n`, { flag: 'wx' });
  } catch (cause) {
    // Half a key is none, and would stand in the way of the next one.
    rmSync(file);
    throw unwritten(cause);
  }
  return signer;
}

const unwritten = (cause: unknown): UsageError =>
  new UsageError('usage', `The key cannot be written: ${cause instanceof Error ? cause.message : String(cause)}. No key was made.`, {
    cause,
  });

function named<Made>(name: string, make: () => Made): Made {
  try {
    return make();
  } catch (cause) {
    if (!(cause instanceof EvidenceError)) throw cause;
    throw new UsageError('usage', `${JSON.stringify(name)} is no name of a key: ${cause.says}. No key was made.`, { cause });
  }
}

/** @throws UsageError `no-such-file`, or `bad-key` where the two files are no key, or not the same one. */
export function keyAt(file: string): KeySigner {
  const other = publicFileOf(file);
  const missing = [file, other].find((each) => !existsSync(each));
  if (missing !== undefined) throw new UsageError('no-such-file', `There is no key ${missing}. Nothing was done.`);
  const vkey = readFileSync(other, 'utf8').trim();
  const [name = ''] = vkey.split('+');
  const signer = signerIn(file, name);
  if (signer.vkey === vkey) return signer;
  throw new UsageError('bad-key', `${other} does not belong to the key in ${file}. Nothing was done.`);
}

function signerIn(file: string, name: string): KeySigner {
  try {
    return signerFrom(name, createPrivateKey(readFileSync(file)));
  } catch (cause) {
    const why = cause instanceof EvidenceError ? cause.says : 'it is no private key in PEM';
    throw new UsageError(
      'bad-key',
      `${file} does not hold a private Ed25519 key with its name in ${publicFileOf(file)}: ${why}. Nothing was done.`,
      {
        cause,
      },
    );
  }
}
