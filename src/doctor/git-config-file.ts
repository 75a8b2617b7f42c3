/** Reads git's configuration files, without git: the doctor starts nothing. */
import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { GitSetting } from '../environment/git-config.ts';
import { readTextFile } from '../workflow/read-text-file.ts';

/** A setting with the file that it stands in. */
export interface FiledSetting extends GitSetting {
  readonly file: string;
  /** From 1. */
  readonly line: number;
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
    const found = await readTextFile(path, MAX_BYTES);
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
  const found = await readTextFile(dotGit, MAX_BYTES);
  const named = found.kind === 'text' ? /^gitdir: (.+)$/m.exec(found.text)?.[1] : undefined;
  if (named === undefined) return join(dotGit, 'config');
  const folder = resolve(checkout, named);
  const common = await readTextFile(join(folder, 'commondir'), MAX_BYTES);
  return join(common.kind === 'text' ? resolve(folder, common.text.trim()) : folder, 'config');
}

/** As in https://git-scm.com/docs/git-config#_syntax; keys as git prints them, with the case of subsections kept. */
export function parseGitConfig(text: string): readonly Omit<FiledSetting, 'file'>[] {
  const settings: Omit<FiledSetting, 'file'>[] = [];
  let section = '';
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = index + 1;
    let rest = lines[index] ?? '';
    const header = /^\s*\[\s*([A-Za-z0-9.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]/.exec(rest);
    if (header?.[1] !== undefined) {
      const subsection = header[2]?.replace(/\\(.)/g, '$1');
      section = `${header[1].toLowerCase()}${subsection === undefined ? '' : `.${subsection}`}.`;
      rest = rest.slice(header[0].length);
    }
    const entry = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*(?:=\s*(.*))?$/s.exec(rest);
    if (entry?.[1] === undefined || section === '') continue;
    let value = entry[2] ?? '';
    while (/(?:^|[^\\])(?:\\\\)*\\$/.test(value) && index + 1 < lines.length) {
      index += 1;
      value = value.slice(0, -1) + (lines[index] ?? '');
    }
    settings.push({ key: `${section}${entry[1].toLowerCase()}`, value: unquote(value), line });
  }
  return settings;
}

/** Quotes taken off, escapes resolved, a comment at the end removed. */
function unquote(written: string): string {
  let value = '';
  let isQuoted = false;
  for (const [token] of written.matchAll(/\\.|./gsu)) {
    if (token === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (token === '#' || token === ';')) return value.trimEnd();
    else value += token.length > 1 && token.startsWith('\\') ? (ESCAPES[token] ?? token.slice(1)) : token;
  }
  return value.trimEnd();
}

const ESCAPES: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\b': '\b' };

function expand(path: string, from: string, home: string): string {
  if (path.startsWith('~/')) return join(home, path.slice(2));
  return isAbsolute(path) ? path : join(dirname(from), path);
}
