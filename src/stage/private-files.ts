import { type Dirent, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '../json.ts';

/** What the names end with. Those of a killed run are known by it. */
const ENDINGS = ['issue.json', 'description.md', 'private-prompt.md', 'known-commits'] as const;

type Ending = (typeof ENDINGS)[number];

/** Files that only this user may read and that live as long as the stage run. Never in a workspace. */
export interface PrivateFiles extends AsyncDisposable {
  /** The whole issue as JSON. */
  readonly issue: string;
  /** The description alone. */
  readonly description: string;
  /** Writes a further file, `<name>.<ending>`, and answers its path. */
  write(ending: Ending, text: string): Promise<string>;
  /** Writes the rendered prompt and answers its path. */
  writePrompt(text: string): Promise<string>;
}

/**
 * Writes the issue's files as `<folder>/<name>.*` with mode 0600; disposing removes them. `name` is one that nothing in
 * the folder has. Synchronous inside: through the thread pool such small files cost five times as much, and a thousand
 * stage runs wait for them.
 */
export async function createPrivateFiles(
  folder: string,
  name: string,
  fields: JsonObject,
): Promise<PrivateFiles> {
  const written: string[] = [];

  async function write(ending: Ending, text: string): Promise<string> {
    const file = path.join(folder, `${name}.${ending}`);
    written.push(file);
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
    return file;
  }

  async function remove(): Promise<void> {
    for (const file of written) {
      try {
        rmSync(file, { force: true });
      } catch {
        // one that can't be removed (its folder was replaced) must not cost the outcome of the attempt
      }
    }
  }

  try {
    return {
      issue: await write('issue.json', JSON.stringify(fields, null, 2)),
      description: await write(
        'description.md',
        typeof fields.description === 'string' ? fields.description : '',
      ),
      write,
      writePrompt: (text) => write('private-prompt.md', text),
      [Symbol.asyncDispose]: remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * Removes what a killed run left of such files in the folders of `<sessions>/<issue>`: this run may hand that folder on
 * as an artifact. Nobody else may be at work there.
 */
export function removeLeftPrivateFiles(sessions: string): void {
  for (const issue of entriesOf(sessions).filter((entry) => entry.isDirectory())) {
    const folder = path.join(sessions, issue.name);
    for (const { name } of entriesOf(folder).filter((entry) => !entry.isDirectory())) {
      if (!ENDINGS.some((ending) => name.endsWith(`.${ending}`))) continue;
      try {
        rmSync(path.join(folder, name), { force: true });
      } catch {
        // what can't be removed is as it was before: no reason not to work
      }
    }
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // never made, or replaced by something else
    return [];
  }
}
