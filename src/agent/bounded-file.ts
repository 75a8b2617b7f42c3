import { closeSync, constants, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { codeOf, messageOf } from '../errors.ts';

/** A file that takes so many bytes and then says that it stopped. */
export interface BoundedFile extends Disposable {
  /** Whether another write would be kept: saves the work of making what nobody will read. */
  readonly open: boolean;
  /** Writes at once, before it returns: what was written survives a kill of our own process. */
  write(text: string): void;
}

export interface BoundedFileOptions {
  readonly limitBytes: number;
  /** Written when the limit is reached, newline included. */
  readonly lastLine: string;
  /** What it is, for a warning: `transcript`. */
  readonly name: string;
  /** Told when the disk takes no more. */
  readonly warn: (message: string) => void;
}

/**
 * Creates a file that only we can read. It must not exist, not as a link either: throws when something was planted
 * there. A full disk ends the file, not its caller.
 */
export function createBoundedFile(path: string, options: BoundedFileOptions): BoundedFile {
  let fd: number | undefined = openNew();
  let written = 0;

  return {
    get open() {
      return fd !== undefined;
    },
    write(text) {
      if (fd === undefined) return;
      const bytes = Buffer.from(text);
      const fits = written + bytes.length <= options.limitBytes;
      writeWhole(fd, fits ? bytes : Buffer.from(options.lastLine));
      if (!fits) close();
    },
    [Symbol.dispose]: close,
  };

  function openNew(): number | undefined {
    const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants;
    try {
      return openSync(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY, 0o600);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      options.warn(`the ${options.name} \`${path}\` could not be made: ${error.message}`);
      return undefined;
    }
  }

  function writeWhole(file: number, bytes: Buffer): void {
    try {
      let done = 0;
      while (done < bytes.length) done += writeSync(file, bytes, done);
      written += bytes.length;
    } catch (error) {
      options.warn(`the ${options.name} \`${path}\` ends early: ${messageOf(error)}`);
      dropHalfLine(file);
      close();
    }
  }

  /** Whoever reads the file later parses it line by line. */
  function dropHalfLine(file: number): void {
    try {
      if (fstatSync(file).size > written) ftruncateSync(file, written);
    } catch {
      // The disk failed already and that has been said; half a line at the end is the lesser harm.
    }
  }

  function close(): void {
    if (fd === undefined) return;
    const closing = fd;
    fd = undefined;
    try {
      closeSync(closing);
    } catch (error) {
      // Some file systems tell of a full disk only now.
      options.warn(`the ${options.name} \`${path}\` may be incomplete: ${messageOf(error)}`);
    }
  }
}

function isDiskFull(error: unknown): error is Error {
  return error instanceof Error && ['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '');
}
