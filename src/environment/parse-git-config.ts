import type { GitSetting } from './git-config.ts';

/** A setting with the line that it stands in, from 1. */
export interface LinedSetting extends GitSetting {
  readonly line: number;
}

/** As in https://git-scm.com/docs/git-config#_syntax; keys as git prints them, with the case of subsections kept. */
export function parseGitConfig(text: string): readonly LinedSetting[] {
  const settings: LinedSetting[] = [];
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
    // piece by piece: an agent may have written a value of a hundred thousand lines
    const pieces = [entry[2] ?? ''];
    while (isContinued(pieces.at(-1) ?? '') && index + 1 < lines.length) {
      index += 1;
      pieces.push(lines[index] ?? '');
    }
    const value = pieces.map((piece) => (isContinued(piece) ? piece.slice(0, -1) : piece)).join('');
    settings.push({ key: `${section}${entry[1].toLowerCase()}`, value: unquote(value), line });
  }
  return settings;
}

/** Ends in a backslash that no other one escapes. */
function isContinued(line: string): boolean {
  let backslashes = 0;
  while (line[line.length - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
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
