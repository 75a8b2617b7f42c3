import { readFile, stat } from 'node:fs/promises';
import { codeOf, messageOf } from '../errors.ts';

export type TextFile =
  | { readonly kind: 'text'; readonly text: string }
  /** Why not, to stand after the file's name: "does not exist". */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads a whole file of text, without a byte order mark; never more than `maxBytes`, never from a device or a pipe. */
export async function readTextFile(path: string, maxBytes: number): Promise<TextFile> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return unreadable('is a folder, expected a file');
    if (!stats.isFile()) return unreadable('is not a regular file');
    if (stats.size > maxBytes) return unreadable(`has ${stats.size} bytes, at most ${maxBytes} are read`);
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) };
  } catch (error) {
    return unreadable(reasonOf(error));
  }
}

function unreadable(reason: string): TextFile {
  return { kind: 'unreadable', reason };
}

function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return 'does not exist';
    case 'ENOTDIR':
      return 'does not exist: a part of its path is a file';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read';
    case 'ELOOP':
      return 'is a link in a circle';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'is not valid UTF-8';
    default:
      return `can't be read: ${messageOf(error)}`;
  }
}
