import { realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { readTextFile } from './read-text-file.ts';

export type PromptFile =
  | { readonly kind: 'read'; readonly path: string; readonly text: string }
  | {
      readonly kind: 'refused';
      readonly code: 'prompt_file_missing' | 'prompt_file_outside' | 'empty_str';
      /** To stand after the file's name. */
      readonly reason: string;
    };

/** More than any model reads; Codex takes 1,048,576 characters. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Reads a prompt file, which must lie inside the checkout when symbolic links are resolved: elsewhere may be what
 * other jobs or agents wrote.
 *
 * @param path absolute
 * @param checkout the real path of the folder that it must be in
 */
export async function readPromptFile(path: string, checkout: string): Promise<PromptFile> {
  const real = await realPathOf(path);
  if (real !== undefined && !isInside(real, checkout)) {
    const reason = `is outside the checkout (${checkout}): move it in, agents may write elsewhere`;
    return { kind: 'refused', code: 'prompt_file_outside', reason };
  }
  // The real path, so that what is read is what was checked. A missing file gives its reason.
  const file = readTextFile(real ?? path, MAX_BYTES);
  if (file.kind === 'unreadable')
    return { kind: 'refused', code: 'prompt_file_missing', reason: file.reason };
  if (file.text.trim() === '') {
    return { kind: 'refused', code: 'empty_str', reason: 'is empty: write what the agent is to do' };
  }
  return { kind: 'read', path, text: file.text };
}

/** The real path of the nearest folder upwards with a `.git` in it, or of `dir` itself. */
export async function findCheckout(dir: string): Promise<string> {
  const start = (await realPathOf(dir)) ?? dir;
  for (let folder = start; ; folder = dirname(folder)) {
    if (await exists(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return start;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`);
}

async function realPathOf(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch {
    // Missing or a broken link: reading it says which.
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
