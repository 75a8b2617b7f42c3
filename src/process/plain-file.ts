/**
 * Reads files that an agent can reach. In such a file's place it may have put a pipe, which makes a plain open wait for
 * ever (and with it the whole run), or a link to a device that never ends.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** Reads a text. Throws when it is no plain file (links are followed), or one of more bytes than that. */
export function readPlainFile(path: string, maxBytes: number): string {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new Error(`\`${path}\` is no plain file`);
    if (stats.size > maxBytes)
      throw new Error(`\`${path}\` has ${stats.size} bytes, at most ${maxBytes} are read`);
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}
