/**
 * Who git says makes a commit. `GIT_AUTHOR_*` and `GIT_COMMITTER_*` win over every setting, so they may be set only
 * where git knows nobody. That is read from its files: asking git would cost a process before each of ours.
 */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readPlainFile } from '../process/plain-file.ts';
import { gitSettings } from './git-config.ts';
import { parseGitConfig } from './parse-git-config.ts';

// The account behind the job's own token; the number makes GitHub show its picture.
const NAME = 'github-actions[bot]';
const EMAIL = '41898282+github-actions[bot]@users.noreply.github.com';

const MAX_FILE_BYTES = 1024 * 1024;

/** The identity of commits that a child makes, as variables; those that are set already are left alone. */
export function identityVariables(
  variables: Readonly<Record<string, string>>,
  hasIdentity: boolean,
): Record<string, string> {
  if (hasIdentity) return {};
  const identity: Record<string, string> = {
    GIT_AUTHOR_NAME: NAME,
    GIT_AUTHOR_EMAIL: EMAIL,
    GIT_COMMITTER_NAME: NAME,
    GIT_COMMITTER_EMAIL: EMAIL,
  };
  return Object.fromEntries(Object.entries(identity).filter(([name]) => variables[name] === undefined));
}

/**
 * Whether git's own settings name somebody for a commit in `folder`: its system, user and repository files and
 * GIT_CONFIG_* variables hold a `user.name` and a `user.email`. Files that they include are not followed.
 */
export function hasGitIdentity(
  variables: Readonly<Record<string, string>>,
  folder: string | undefined,
): boolean {
  const found = new Set(gitSettings(variables).map((setting) => setting.key.toLowerCase()));
  for (const file of configFiles(variables, folder)) {
    for (const key of keysIn(file)) found.add(key);
    if (found.has('user.name') && found.has('user.email')) return true;
  }
  return found.has('user.name') && found.has('user.email');
}

function configFiles(
  variables: Readonly<Record<string, string>>,
  folder: string | undefined,
): readonly string[] {
  const home = variables.HOME || homedir();
  const system = variables.GIT_CONFIG_NOSYSTEM ? [] : [variables.GIT_CONFIG_SYSTEM || '/etc/gitconfig'];
  const user = variables.GIT_CONFIG_GLOBAL
    ? [variables.GIT_CONFIG_GLOBAL]
    : [join(variables.XDG_CONFIG_HOME || join(home, '.config'), 'git', 'config'), join(home, '.gitconfig')];
  return [...system, ...user, ...(folder === undefined ? [] : [join(folder, '.git', 'config')])];
}

/** The keys that a file of git's settings gives a value. */
function keysIn(file: string): readonly string[] {
  // Most of these files don't exist: asking first is cheaper than an error each, before every start.
  if (!existsSync(file)) return [];
  try {
    const settings = parseGitConfig(readPlainFile(file, MAX_FILE_BYTES));
    return settings.filter(({ value }) => value !== '').map(({ key }) => key);
  } catch {
    // One that can't be read can't be read by git either, and what is no file was put there by an agent.
    return [];
  }
}
