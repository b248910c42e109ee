/**
 * Runs TypeScript as it is published: each file as the compiler writes it, names of functions and all. `tsx` gives every function its
 * name once more whenever it is made, which takes a tenth of a command: benchmarks are run with `node --import ./.config/as-published.mjs`.
 */
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

/** Node's hook, in the thread of the hooks: what is measured has no compiler in its heap. @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { default: ts } = await import('typescript');
  const compilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };
  const { outputText } = ts.transpileModule(await readFile(new URL(url), 'utf8'), { compilerOptions });
  return { format: 'module', source: outputText, shortCircuit: true };
}

// This file is loaded in that thread too, and there it only hands out the hook.
if (isMainThread) register(import.meta.url);
