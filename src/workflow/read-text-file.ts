import { codeOf, messageOf } from '../errors.ts';
import { PlainFileError, readPlainBytes } from '../process/plain-file.ts';

export type TextFile =
  | { readonly kind: 'text'; readonly text: string }
  /** Why not, to stand after the file's name: "does not exist". */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads a whole file of text, without a byte order mark; never more than `maxBytes`, never from a device or a pipe. */
export function readTextFile(path: string, maxBytes: number): TextFile {
  try {
    const bytes = readPlainBytes(path, maxBytes);
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof PlainFileError) return error.reason;
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
    case 'ENXIO':
      return 'is not a regular file';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'is not valid UTF-8';
    default:
      return `can't be read: ${messageOf(error)}`;
  }
}
