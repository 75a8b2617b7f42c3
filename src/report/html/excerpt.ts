/** The beginning and the end of a file that an agent could reach: in whole lines, so that no secret is cut in two. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** What is kept of a file. */
export interface Excerpt {
  readonly head: readonly string[];
  /** Empty when the head is everything. */
  readonly tail: readonly string[];
  /** Of the file, left out between them. */
  readonly leftOutBytes: number;
}

export interface ExcerptOptions {
  /** Of head and tail together, measured as they will stand in the page. */
  readonly maxBytes: number;
  /** What a line becomes in the page: redacted, escaped, shortened. */
  readonly toLine: (line: string) => string;
}

/** Size of a plain file; 0 when there is none. */
export function plainFileSize(path: string): number {
  try {
    using file = openPlain(path);
    return file.size;
  } catch {
    // what isn't there, or isn't ours, is shown as nothing
    return 0;
  }
}

/**
 * Reads the newest and the oldest lines, half of the room each.
 *
 * @throws when there is no plain file at the path; a link is none
 */
export function readExcerpt(path: string, { maxBytes, toLine }: ExcerptOptions): Excerpt {
  using file = openPlain(path);
  const half = Math.floor(maxBytes / 2);
  const whole = file.size <= maxBytes;
  const oldest = whole ? file.read(0, file.size) : wholeLines(file.read(0, half), 'head');
  const newest = whole ? undefined : wholeLines(file.read(file.size - half, half), 'tail');
  if (newest === undefined) {
    const lines = linesOf(oldest);
    const texts = lines.map(toLine);
    if (sizeOf(texts) <= maxBytes) return { head: texts, tail: [], leftOutBytes: 0 };
    const head = takeWithin(lines, half, toLine);
    const tail = takeWithin(lines.slice(head.length).reverse(), half, toLine).reverse();
    return between(file.size, head, tail);
  }
  const head = takeWithin(linesOf(oldest), half, toLine);
  const tail = takeWithin(linesOf(newest).reverse(), half, toLine).reverse();
  return between(file.size, head, tail);
}

interface Taken {
  readonly text: string;
  readonly bytes: number;
}

function between(size: number, head: readonly Taken[], tail: readonly Taken[]): Excerpt {
  const kept = [...head, ...tail].reduce((total, { bytes }) => total + bytes, 0);
  return {
    head: head.map(({ text }) => text),
    tail: tail.map(({ text }) => text),
    leftOutBytes: Math.max(0, size - kept),
  };
}

/** The first lines that fit; `bytes` are those of the file. */
function takeWithin(lines: readonly string[], maxBytes: number, toLine: (line: string) => string): Taken[] {
  const taken: Taken[] = [];
  let used = 0;
  for (const line of lines) {
    const text = toLine(line);
    used += Buffer.byteLength(text) + 1;
    if (used > maxBytes) break;
    taken.push({ text, bytes: Buffer.byteLength(line) + 1 });
  }
  return taken;
}

function sizeOf(texts: readonly string[]): number {
  return texts.reduce((total, text) => total + Buffer.byteLength(text) + 1, 0);
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Without the line that the cut went through. */
function wholeLines(text: string, part: 'head' | 'tail'): string {
  const cut = part === 'head' ? text.lastIndexOf('\n') : text.indexOf('\n');
  if (cut === -1) return '';
  return part === 'head' ? text.slice(0, cut + 1) : text.slice(cut + 1);
}

interface PlainFile extends Disposable {
  readonly size: number;
  read(from: number, bytes: number): string;
}

/** Not through a link and not a pipe: an agent of the same user may have put one there. */
function openPlain(path: string): PlainFile {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const descriptor = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  const close = (): void => closeSync(descriptor);
  const stats = fstatSync(descriptor);
  if (!stats.isFile()) {
    close();
    throw new Error(`\`${path}\` is no plain file`);
  }
  return {
    size: stats.size,
    read(from, bytes) {
      const buffer = Buffer.alloc(bytes);
      let done = 0;
      while (done < bytes) {
        const read = readSync(descriptor, buffer, done, bytes - done, from + done);
        if (read === 0) break;
        done += read;
      }
      return buffer.toString('utf8', 0, done);
    },
    [Symbol.dispose]: close,
  };
}
