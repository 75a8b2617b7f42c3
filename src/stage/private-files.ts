import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JsonObject } from '../json.ts';

/** Files that only this user may read and that live as long as the stage run. Never in a workspace. */
export interface PrivateFiles extends AsyncDisposable {
  /** The whole issue as JSON. */
  readonly issue: string;
  /** The description alone. */
  readonly description: string;
  /** Writes the rendered prompt and answers its path. */
  writePrompt(text: string): Promise<string>;
}

/** Writes the issue's files as `<folder>/<name>.*` with mode 0600; disposing removes them. */
export async function createPrivateFiles(
  folder: string,
  name: string,
  fields: JsonObject,
): Promise<PrivateFiles> {
  const written: string[] = [];

  async function write(ending: string, text: string): Promise<string> {
    const file = path.join(folder, `${name}.${ending}`);
    written.push(file);
    await rm(file, { force: true });
    await writeFile(file, text, { mode: 0o600, flag: 'wx' });
    return file;
  }

  return {
    issue: await write('issue.json', JSON.stringify(fields, null, 2)),
    description: await write(
      'description.md',
      typeof fields.description === 'string' ? fields.description : '',
    ),
    writePrompt: (text) => write('prompt.md', text),
    async [Symbol.asyncDispose]() {
      await Promise.all(written.map((file) => rm(file, { force: true })));
    },
  };
}
