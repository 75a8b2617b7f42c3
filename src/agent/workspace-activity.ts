import type { Dirent } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { basename, join } from 'node:path';

export interface WalkLimits {
  readonly maxMs: number;
  readonly maxEntries: number;
}

const DEFAULT_LIMITS: WalkLimits = { maxMs: 10_000, maxEntries: 200_000 };

/**
 * Looks for a file under a folder that changed after `sinceMs`: its time, or undefined when there is none or the
 * limits were reached. Stops at the first hit, follows no links, and reads the time of change (ctime), which an
 * unpacked archive can't backdate and a program can't set. `.git/objects` and `node_modules` are left out.
 */
export async function findChangedFile(
  folder: string,
  sinceMs: number,
  signal: AbortSignal,
  limits: WalkLimits = DEFAULT_LIMITS,
): Promise<number | undefined> {
  const endMs = performance.now() + limits.maxMs;
  let entries = 0;
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for await (const entry of entriesOf(next)) {
      entries += 1;
      if (entries > limits.maxEntries || performance.now() > endMs || signal.aborted) return undefined;
      const path = join(next, entry.name);
      if (entry.isDirectory()) {
        if (!isLeftOut(next, entry.name)) folders.push(path);
        continue;
      }
      const changedMs = await changeTime(path);
      if (changedMs !== undefined && changedMs > sinceMs) return changedMs;
    }
  }
  return undefined;
}

function isLeftOut(parent: string, name: string): boolean {
  return name === 'node_modules' || (name === 'objects' && basename(parent) === '.git');
}

async function* entriesOf(folder: string): AsyncGenerator<Dirent> {
  try {
    yield* await opendir(folder);
  } catch {
    // The agent removed the folder meanwhile, or took our right to read it: nothing in it is a sign of life.
  }
}

async function changeTime(path: string): Promise<number | undefined> {
  try {
    return (await lstat(path)).ctimeMs;
  } catch {
    // Removed between listing and looking.
    return undefined;
  }
}
