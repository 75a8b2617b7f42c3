/**
 * Reads files that an agent can reach. In such a file's place it may have put a pipe, which makes a plain open wait for
 * ever (and with it the whole run), or a link to a device that never ends.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';

/** What stands there is not read. */
export class PlainFileError extends Error {
  override readonly name = 'PlainFileError';
  /** Why not, to stand after the file's name. */
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`\`${path}\` ${reason}`);
    this.reason = reason;
  }
}

/** Reads a text as UTF-8; see `readPlainBytes`. */
export function readPlainFile(path: string, maxBytes: number): string {
  return readPlainBytes(path, maxBytes).toString('utf8');
}

/**
 * Reads a whole file; links are followed.
 *
 * @throws PlainFileError when it is no plain file, or has more bytes than that; what the system says of other trouble
 */
export function readPlainBytes(path: string, maxBytes: number): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) throw new PlainFileError(path, 'is a folder, expected a file');
    if (!stats.isFile()) throw new PlainFileError(path, 'is not a regular file');
    if (stats.size > maxBytes) throw tooLarge(path, stats, maxBytes);
    return readAll(file, path, stats, maxBytes);
  } finally {
    closeSync(file);
  }
}

/** Reads to the end, which is not where its size says in a file of the system, or in one that grows. */
function readAll(file: number, path: string, stats: Stats, maxBytes: number): Buffer {
  const pieces: Buffer[] = [];
  let total = 0;
  for (let size = stats.size + 1; ; size = 64 * 1024) {
    const piece = Buffer.allocUnsafe(Math.min(size, maxBytes + 1 - total));
    const bytes = readSync(file, piece);
    if (bytes === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, bytes));
    total += bytes;
    if (total > maxBytes) throw tooLarge(path, { size: total }, maxBytes);
  }
}

function tooLarge(path: string, { size }: Pick<Stats, 'size'>, maxBytes: number): PlainFileError {
  return new PlainFileError(path, `has ${size} bytes, at most ${maxBytes} are read`);
}
