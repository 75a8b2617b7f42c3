import type { Redact } from '../redact.ts';
import { fromWholeLine } from './cut-line.ts';
import { createLineSplitter } from './line-splitter.ts';

const STDERR_TAIL_BYTES = 2048;
const SPACE = 0x20;
const NEWLINE = 0x0a;

export interface OutputOptions {
  readonly onLine?: (line: { readonly text: string; readonly truncated: boolean }) => void;
  readonly onStderr?: (chunk: Buffer) => void;
  /** 0 without it. */
  readonly captureStdoutBytes?: number;
  /** 2048 without it. */
  readonly stderrTailBytes?: number;
  /** Of the end of standard error, before it is cut: half a secret would not be recognised. */
  readonly redact?: Redact;
}

/** What one process prints: handed on as it comes, and the little that is kept of it. */
export interface Output {
  readonly stdout: (chunk: Buffer) => void;
  readonly stderr: (chunk: Buffer) => void;
  /** Delivers the last line. What comes later (a child that kept the pipe) is thrown away. */
  finish(): void;
  captured(): { readonly stdout: Buffer; readonly stdoutTruncated: boolean; readonly stderrTail: string };
}

/**
 * The two raw listeners for @actions/exec. Each chunk is blanked in place once it has been used, because @actions/exec
 * then runs its own line buffer over it, which is quadratic in the length of a line (100 MB take 97 s); spaces and one
 * newline keep that buffer empty. Nothing of a chunk is kept without copying it.
 * An error thrown by a callback goes to `onError`, once, and no callback is called again: thrown here it would be an
 * uncaught exception in a stream.
 */
export function createOutput(options: OutputOptions, onError: (error: unknown) => void): Output {
  const { onLine, onStderr } = options;
  const splitter = onLine && createLineSplitter((text, truncated) => onLine({ text, truncated }));
  const head = createHead(options.captureStdoutBytes ?? 0);
  const tail = createTail(options.stderrTailBytes ?? STDERR_TAIL_BYTES, options.redact);
  let listening = true;

  function guard(use: () => void): void {
    if (!listening) return;
    try {
      use();
    } catch (error) {
      listening = false;
      onError(error);
    }
  }

  return {
    stdout(chunk) {
      guard(() => {
        head.write(chunk);
        splitter?.write(chunk);
      });
      blank(chunk);
    },
    stderr(chunk) {
      guard(() => {
        tail.write(chunk);
        onStderr?.(chunk);
      });
      blank(chunk);
    },
    finish() {
      guard(() => splitter?.end());
      listening = false;
    },
    captured: () => ({ stdout: head.bytes(), stdoutTruncated: head.truncated(), stderrTail: tail.text() }),
  };
}

function blank(chunk: Buffer): void {
  chunk.fill(SPACE);
  chunk[chunk.length - 1] = NEWLINE;
}

/** Keeps the first `limit` bytes. */
function createHead(limit: number) {
  const kept: Buffer[] = [];
  let room = limit;
  let truncated = false;
  return {
    write(chunk: Buffer): void {
      if (chunk.length > room) truncated = limit > 0;
      if (room === 0) return;
      const part = Buffer.from(chunk.subarray(0, room));
      kept.push(part);
      room -= part.length;
    },
    bytes: () => Buffer.concat(kept),
    truncated: () => truncated,
  };
}

/** Longer than any secret: a secret of which the beginning is lost lies in what is not given out. */
const SECRET_BYTES = 16 * 1024;

/** Keeps the last `limit` characters or so, redacted; of more than one line only whole ones. */
function createTail(limit: number, redact: Redact = (text) => text) {
  const most = limit === 0 ? 0 : limit + SECRET_BYTES;
  let kept = Buffer.alloc(0);
  return {
    write(chunk: Buffer): void {
      const older = kept.subarray(Math.max(0, kept.length - Math.max(0, most - chunk.length)));
      const newer = chunk.subarray(Math.max(0, chunk.length - most));
      kept = Buffer.concat([older, newer]);
    },
    text(): string {
      const text = redact(kept.toString('utf8'));
      return text.length <= limit ? text : fromWholeLine(text.slice(-limit));
    },
  };
}
