import { lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from './errors.ts';

/**
 * Makes a folder with its parents, each with this mode. Node's own `recursive` never returns below a folder that takes
 * none, such as `/proc`. Throws what the system says.
 */
export function makeFolders(folder: string, mode: number): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(folder);
  if (lstatSync(parent, { throwIfNoEntry: false }) === undefined) makeFolders(parent, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // another run may have made it meanwhile
    const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
    if (codeOf(error) !== 'EEXIST' || !isThere) throw error;
  }
}
