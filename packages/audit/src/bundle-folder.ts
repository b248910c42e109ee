/**
 * The folder of a bundle: written beside its place, under a name that is no bundle's, and moved there once it is whole. Text for many files
 * is gathered and written a few megabytes at a time, so that neither memory nor open files grow with their number.
 */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { appendFile, link, mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BundleError } from './bundle-error.ts';

/** Characters that wait to be written. */
const MOST_WAITING = 4_000_000;

const inUse = (says: string, options?: ErrorOptions): BundleError =>
  new BundleError('folder-in-use', `${says} Nothing was written.`, options);

const ok = (): boolean => true;
const notOk = (): boolean => false;
const partOf = (folder: string): string => `${folder}.part`;

/** Throws `BundleError` `folder-in-use` where a bundle cannot be put at this place. Writes nothing. */
export function checkFree(folder: string): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found && (!found.isDirectory() || readdirSync(folder).length > 0))
    throw inUse(`${folder} is there and not an empty folder: name another.`);
  if (lstatSync(partOf(folder), { throwIfNoEntry: false }))
    throw inUse(`${partOf(folder)} is there: another export is under way, or one was broken off. In that case remove it and export again.`);
  if (!existsSync(dirname(folder))) throw inUse(`There is no folder ${dirname(folder)}: make it first.`);
}

export class BundleFolder {
  readonly #folder: string;
  readonly #waiting = new Map<string, string[]>();
  #characters = 0;
  #shared: string | null = null;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Begins a folder at a place that is free. Throws `BundleError` `folder-in-use`. */
  static async begin(folder: string): Promise<BundleFolder> {
    checkFree(folder);
    try {
      await mkdir(partOf(folder));
    } catch (cause) {
      throw inUse(`${partOf(folder)} cannot be made: ${cause instanceof Error ? cause.message : cause}.`, { cause });
    }
    return new BundleFolder(folder);
  }

  /** Makes a folder inside. */
  async inside(name: string): Promise<void> {
    await mkdir(join(partOf(this.#folder), name));
  }

  /** Adds text at the end of a file, which is made if it is not there. */
  async add(file: string, text: string): Promise<void> {
    const waiting = this.#waiting.get(file);
    if (waiting) waiting.push(text);
    else this.#waiting.set(file, [text]);
    this.#characters += text.length;
    if (this.#characters > MOST_WAITING) await this.#write();
  }

  /** Puts one text into a file of each bundle. They share it on the disk where they can: a verifier is longer than most cases. */
  async same(file: string, text: string): Promise<void> {
    const path = join(partOf(this.#folder), file);
    // A file may not have so many names, or not on every disk: then a new one begins.
    const shared = this.#shared !== null && (await link(this.#shared, path).then(ok, notOk));
    if (shared) return;
    await appendFile(path, text);
    this.#shared = path;
  }

  /** Puts the whole in its place. */
  async finish(): Promise<void> {
    await this.#write();
    // An empty folder may be there, and not every system moves one onto another.
    await rmdir(this.#folder).catch(() => undefined);
    await rename(partOf(this.#folder), this.#folder);
  }

  async discard(): Promise<void> {
    await rm(partOf(this.#folder), { recursive: true, force: true });
  }

  async #write(): Promise<void> {
    for (const [file, texts] of this.#waiting) await appendFile(join(partOf(this.#folder), file), texts.join(''));
    this.#waiting.clear();
    this.#characters = 0;
  }
}
