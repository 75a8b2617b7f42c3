/**
 * Follows a file in which an agent program writes its token usage while it works. The file is the agent's own, so it is
 * read with care: it may not be a link, nor anything but a plain file, and a bounded piece is read at a time.
 */
import { constants } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tokens } from '../outcome.ts';
import { createLineSplitter } from '../process/line-splitter.ts';
import type { UsageFile } from './adapter.ts';

export interface UsageWatch {
  readonly file: UsageFile;
  readonly sessionId: string;
  /** The agent's. */
  readonly env: Readonly<Record<string, string>>;
  /** The session's totals so far. */
  readonly onTokens: (tokens: Tokens) => void;
  /** The file did not appear. */
  readonly onMissing: () => void;
  /** For tests. */
  readonly pollMs?: number;
}

const POLL_MS = 1_000;
/** The program makes its file before its first line of output; this many looks find it on a slow disk too. */
const LOOKS = 20;
const PIECE_BYTES = 1024 * 1024;
/** Most that is read in one look: the rest comes with the next. */
const MAX_PIECES = 32;
/** The newest folders of each level that are looked into: those of yesterday and today, around midnight. */
const NEWEST = 2;
const MAX_DEPTH = 4;

/** Follows the file until the signal is aborted, and reads it once more then. Rejects only with what a callback threw. */
export async function watchUsage(watch: UsageWatch, signal: AbortSignal): Promise<void> {
  const folder = watch.file.folder(watch.env);
  const path = folder === undefined ? undefined : await lookFor(folder, watch, signal);
  if (path === undefined) {
    if (!signal.aborted) watch.onMissing();
    return;
  }
  let position = 0;
  const lines = createLineSplitter((line) => {
    const tokens = watch.file.readLine(line);
    if (tokens !== undefined) watch.onTokens(tokens);
  });
  for (let isLast = false; ; isLast = signal.aborted) {
    position = await readOn(path, position, lines.write);
    if (isLast) return;
    await pause(watch, signal);
  }
}

async function lookFor(folder: string, watch: UsageWatch, signal: AbortSignal): Promise<string | undefined> {
  for (let look = 0; look < LOOKS; look += 1) {
    const found = await findNewest(folder, (name) => watch.file.isNamed(name, watch.sessionId), MAX_DEPTH);
    if (found !== undefined || signal.aborted) return found;
    await pause(watch, signal);
  }
  return undefined;
}

/** A file by its name, in the folders whose names sort last: those are dates. */
async function findNewest(
  folder: string,
  isIt: (name: string) => boolean,
  depth: number,
): Promise<string | undefined> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const file = entries.find((entry) => entry.isFile() && isIt(entry.name));
  if (file !== undefined) return join(folder, file.name);
  if (depth === 0) return undefined;
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  for (const name of folders.sort().reverse().slice(0, NEWEST)) {
    const found = await findNewest(join(folder, name), isIt, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Reads what was added; answers where the next look begins. */
async function readOn(path: string, position: number, take: (chunk: Buffer) => void): Promise<number> {
  let file: FileHandle;
  try {
    // A pipe in its place would make a plain open wait.
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    // Removed, or made unreadable, by the agent: the session's own last figures are what is left.
    return position;
  }
  try {
    const found = await file.stat().catch(() => undefined);
    if (found === undefined || !found.isFile() || found.size <= position) return position;
    const piece = Buffer.alloc(Math.min(PIECE_BYTES, found.size - position));
    for (let read = 0; read < MAX_PIECES; read += 1) {
      const bytesRead = await readPiece(file, piece, position);
      if (bytesRead === 0) return position;
      take(piece.subarray(0, bytesRead));
      position += bytesRead;
    }
    return position;
  } finally {
    await file.close().catch(() => {});
  }
}

/** How many bytes were read; none of a file that can't be read any more. */
async function readPiece(file: FileHandle, piece: Buffer, position: number): Promise<number> {
  try {
    return (await file.read(piece, 0, piece.length, position)).bytesRead;
  } catch {
    return 0;
  }
}

async function pause({ pollMs = POLL_MS }: UsageWatch, signal: AbortSignal): Promise<void> {
  // Aborted: the wait is over, which is all that is asked.
  await sleep(pollMs, undefined, { signal }).catch(() => {});
}
