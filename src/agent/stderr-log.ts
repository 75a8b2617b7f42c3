import { StringDecoder } from 'node:string_decoder';
import { messageOf } from '../errors.ts';
import type { Redact } from '../redact.ts';
import { type BoundedFile, createBoundedFile } from './bounded-file.ts';

/** Largest stderr log: 16 MiB. */
const MAX_LOG_BYTES = 16 * 1024 * 1024;

/** How much of the end is kept for the report, in characters. */
const TAIL_CHARACTERS = 2048;

/** A line longer than this is written in pieces. */
const MAX_HELD_CHARACTERS = 512 * 1024;

/** An agent's standard error, redacted, as a file and as its last lines. */
export interface StderrLog extends Disposable {
  /** Takes raw bytes as they come; a character or a secret may be cut in two by the chunks. */
  write(chunk: Buffer): void;
  /** Writes what is still held back. */
  end(): void;
  /** The redacted end. */
  tail(): string;
}

export interface StderrLogOptions {
  readonly redact: Redact;
  readonly warn: (message: string) => void;
  /** For tests. */
  readonly limitBytes?: number;
  /** For tests. */
  readonly maxHeldCharacters?: number;
}

/**
 * A stderr log. Its file is made with the first byte: most agents write none. A file that can't be made is a warning,
 * and the tail goes on.
 */
export function createStderrLog(path: string, options: StderrLogOptions): StderrLog {
  const { redact } = options;
  const limitBytes = options.limitBytes ?? MAX_LOG_BYTES;
  const maxHeld = options.maxHeldCharacters ?? MAX_HELD_CHARACTERS;
  const decoder = new StringDecoder('utf8');
  let file: BoundedFile | 'none' | undefined;
  let held = '';
  let tail = '';

  return {
    write(chunk) {
      held += decoder.write(chunk);
      const lineEnd = held.lastIndexOf('\n') + 1;
      if (lineEnd > 0) take(lineEnd);
      if (held.length > maxHeld) take(safeCut(held, maxHeld >> 1, redact));
    },
    end() {
      held += decoder.end();
      take(held.length);
    },
    tail: () => tail,
    [Symbol.dispose]() {
      if (file !== 'none') file?.[Symbol.dispose]();
    },
  };

  function take(length: number): void {
    if (length === 0) return;
    const text = redact(held.slice(0, length));
    held = held.slice(length);
    file ??= makeFile();
    if (file !== 'none') file.write(text);
    // redacted already, so it may be cut anywhere
    tail = (tail + text).slice(-TAIL_CHARACTERS);
  }

  function makeFile(): BoundedFile | 'none' {
    try {
      return createBoundedFile(path, {
        limitBytes,
        lastLine: `\n[this log stops at its limit of ${limitBytes} bytes; the program went on]\n`,
        name: 'stderr log',
        warn: options.warn,
      });
    } catch (error) {
      options.warn(`the stderr log \`${path}\` could not be made: ${messageOf(error)}`);
      return 'none';
    }
  }
}

/**
 * Where a line that is too long may be cut: at a place where no secret is cut in two, which holds when redacting the
 * parts gives the same as redacting the whole. What is held back is longer than any secret.
 */
function safeCut(text: string, near: number, redact: Redact): number {
  const whole = redact(text);
  for (let cut = near; cut > 0; cut -= Math.max(1, near >> 5)) {
    if (redact(text.slice(0, cut)) + redact(text.slice(cut)) === whole) return cut;
  }
  return text.length;
}
