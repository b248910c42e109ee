/** The door: a command's data is checked, and personal values become handles. */
import { z } from 'zod';
import type { CaseState, CaseType, Command } from '../domain/case-type.ts';
import { commandNamed, followers } from '../domain/case-type.ts';
import { takenOf } from '../domain/fact-members.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { type Handle, isSealedText, type PersonalValue, replacePersonal, sealedText, type Vault } from '../domain/vault.ts';
import type { CommandInput } from './engine.ts';

export interface Asked {
  readonly command: Command;
  readonly input: CommandInput;
  readonly handles: readonly Handle[];
}

type Data = Readonly<Record<string, unknown>>;

/** Schemas that have been asked once, compiled by zod; where the host forbids generated code, zod goes on as before. */
const compiled = new WeakMap<z.ZodType, z.ZodType>();

function compiledOnce(schema: z.ZodType): z.ZodType {
  let fast = compiled.get(schema);
  if (!fast) {
    fast = z.compile(schema);
    compiled.set(schema, fast);
  }
  return fast;
}

/** What a schema makes of a value, or what is wrong with it, in words. */
export function readBy<Value>(schema: z.ZodType, value: unknown): { readonly value: Value } | { readonly problem: string } {
  const parsed = compiledOnce(schema).safeParse(value);
  return parsed.success ? { value: parsed.data as Value } : { problem: problemOf(parsed.error.issues) };
}

/** What is wrong with a value by a schema, in words; null where nothing is. Less work than `readBy`, which makes the value anew. */
export function problemIn(schema: z.ZodType, value: unknown): string | null {
  if (z.validate(compiledOnce(schema), value)) return null;
  const read = readBy(schema, value);
  return 'problem' in read ? read.problem : null;
}

function problemOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issues.map(({ path, message }) => (path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message)).join('; ');
}

/** The command to this case as the domain may see it, or why it was not understood. The case is told apart: an input may leave it open. */
export function enter(type: CaseType, state: CaseState, caseId: string, input: CommandInput, vault: Vault | undefined): Asked | Refusal {
  const at = { type: input.type, case: caseId };
  const definition = commandNamed(type, input.type);
  if (!definition) return refuse('UNKNOWN_COMMAND', { command: input.type }, at, state, undefined, followers(type, state));
  const read = readBy<Data>(definition.schema, input.data ?? {});
  if ('problem' in read) return refuse('INVALID_COMMAND', read, at, state);
  const taken = takenOf(read.value);
  if (taken !== undefined) return refuse('INVALID_COMMAND', { problem: `${taken}: is written by the engine` }, at, state);
  const sealed = handled(type.personal[input.type] ?? [], read.value, vault);
  if ('bare' in sealed) return refuse('PERSONAL_VALUE_WITHOUT_VAULT', { field: sealed.bare }, at, state);
  const { id, type: asked, on, actor, late } = input;
  const { data, handles } = sealed;
  const command: Command = late
    ? { id, type: asked, case: caseId, on, actor, data, late }
    : { id, type: asked, case: caseId, on, actor, data };
  return { command, input, handles };
}

/** Puts a handle in the place of every personal value; `bare` is the place of one that no vault would take. */
function handled(
  paths: readonly (readonly string[])[],
  data: Data,
  vault: Vault | undefined,
): { readonly data: Data; readonly handles: readonly Handle[] } | { readonly bare: string } {
  if (paths.length === 0) return { data, handles: [] };
  const values: PersonalValue[] = [];
  replacePersonal(data, paths, (value) => {
    values.push(value);
    return value.value;
  });
  const first = values[0];
  if (!first) return { data, handles: [] };
  if (!vault) return { bare: first.path };
  const handles = vault.handles(values);
  const byPath = new Map(handles.map((handle) => [handle.path, handle]));
  return { data: replacePersonal(data, paths, (value) => replacement(byPath.get(value.path), value)), handles };
}

function replacement(handle: Handle | undefined, { path }: PersonalValue): string {
  if (!handle) throw new Error(`the vault gave no handle for the personal value at ${path}`);
  const text = sealedText(handle);
  if (!isSealedText(text)) throw new Error(`the vault gave a handle for ${path} whose commitment is not 43 characters of base64url`);
  return text;
}
