/** Letters in a folder, one file for each fact that asks for one. A file that stands under its name is whole, and stays as it is. */
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a file is called while it is being written. Whoever collects the letters passes these over. */
const UNFINISHED = '.part';

async function flushed(path: string, flags: string, content?: string): Promise<void> {
  const file = await open(path, flags);
  try {
    if (content !== undefined) await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

export interface Letters {
  has(id: string): Promise<boolean>;
  /** Done when the letter would survive a power cut, so that the cursor may move. */
  write(id: string, text: string): Promise<void>;
}

/** Makes the folder where it is missing, and takes away what a killed worker left unfinished. One worker writes to a folder. */
export async function lettersIn(folder: string): Promise<Letters> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) if (name.endsWith(UNFINISHED)) await rm(join(folder, name), { force: true });
  const at = (id: string): string => join(folder, `${id}.txt`);
  return {
    has: (id) =>
      access(at(id)).then(
        () => true,
        () => false,
      ),
    write: async (id, text) => {
      const unfinished = at(id) + UNFINISHED;
      await flushed(unfinished, 'w', text);
      await rename(unfinished, at(id));
      await flushed(folder, 'r');
    },
  };
}
