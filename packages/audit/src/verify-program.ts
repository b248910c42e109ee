/** The verifier in one file, for whoever is handed a bundle and has nothing of ours. */
import { readFileSync } from 'node:fs';

/** The bytes of `verify.mjs`, which needs Node 20 or later and nothing else. It lies beside this file. */
export const verifierProgram = (): Uint8Array => readFileSync(new URL('./verify.mjs', import.meta.url));
