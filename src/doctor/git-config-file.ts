/** Reads git's configuration files, without git: the doctor starts nothing. */
import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { type LinedSetting, parseGitConfig } from '../environment/parse-git-config.ts';
import { readTextFile } from '../workflow/read-text-file.ts';

/** A setting with the file that it stands in. */
export interface FiledSetting extends LinedSetting {
  readonly file: string;
}

const MAX_BYTES = 1024 * 1024;
/** Git itself follows no more than ten levels. */
const MAX_FILES = 50;

/**
 * The settings of a configuration file and of all that it includes. The condition of an `includeIf` is not looked at:
 * a file that is named can be read, whenever git would.
 */
export async function readGitConfig(file: string, home: string): Promise<readonly FiledSetting[]> {
  const settings: FiledSetting[] = [];
  const seen = new Set<string>();
  const waiting = [file];
  for (let next = waiting.shift(); next !== undefined && seen.size < MAX_FILES; next = waiting.shift()) {
    const path = await realpath(next).catch(() => undefined);
    if (path === undefined || seen.has(path)) continue;
    seen.add(path);
    const found = readTextFile(path, MAX_BYTES);
    if (found.kind !== 'text') continue;
    for (const setting of parseGitConfig(found.text)) {
      settings.push({ ...setting, file: path });
      if (/^include(?:if\..*)?\.path$/is.test(setting.key)) waiting.push(expand(setting.value, path, home));
    }
  }
  return settings;
}

/** The configuration file of a checkout; `.git` may be a file that says where the folder is, as in a worktree. */
export async function gitConfigOf(checkout: string): Promise<string> {
  const dotGit = join(checkout, '.git');
  const found = readTextFile(dotGit, MAX_BYTES);
  const named = found.kind === 'text' ? /^gitdir: (.+)$/m.exec(found.text)?.[1] : undefined;
  if (named === undefined) return join(dotGit, 'config');
  const folder = resolve(checkout, named);
  const common = readTextFile(join(folder, 'commondir'), MAX_BYTES);
  return join(common.kind === 'text' ? resolve(folder, common.text.trim()) : folder, 'config');
}

function expand(path: string, from: string, home: string): string {
  if (path.startsWith('~/')) return join(home, path.slice(2));
  return isAbsolute(path) ? path : join(dirname(from), path);
}
