import { closeSync, constants, fstatSync, lstatSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { JsonObject, JsonValue } from '../json.ts';
import { makeFolders } from '../make-folders.ts';
import type { Redact } from '../redact.ts';

/** What the run did, one JSON object a line, for whoever asks later. */
export interface EventsLog extends Disposable {
  /** Appends `{"at", "event", ...fields}`. Never throws. */
  write(event: string, fields: JsonObject): void;
}

/** Of all runs before together. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * A log of more than 64 MiB becomes `events.1.jsonl`, in the place of an older one. Only for who holds the lock: another
 * run would go on writing into the file under its new name. Never throws.
 */
export function putLargeLogAside(path: string, onFailure: (error: unknown) => void): void {
  attempt(() => {
    const before = lstatSync(path, { throwIfNoEntry: false });
    if (before !== undefined && before.size > MAX_BYTES)
      renameSync(path, path.replace(/\.jsonl$/, '.1.jsonl'));
  }, onFailure);
}

/**
 * Opens `logs/events.jsonl` for appending. Lines are written as they happen, so that a kill loses none. When the disk
 * is full, or the file can't be opened, `onFailure` hears of it once and the run goes on without.
 */
export function createEventsLog(
  path: string,
  redact: Redact,
  onFailure: (error: unknown) => void,
  now: () => Date = () => new Date(),
): EventsLog {
  let descriptor = attempt(() => {
    makeFolders(dirname(path), 0o777);
    return openPlain(path);
  }, onFailure);
  const close = (): void => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  };
  return {
    write(event, fields) {
      const file = descriptor;
      if (file === undefined) return;
      const entry = redactJson({ at: now().toISOString(), event, ...fields }, redact);
      const line = Buffer.from(`${JSON.stringify(entry)}\n`);
      const written = attempt(() => writeWhole(file, line), onFailure);
      if (written === undefined) close();
    },
    [Symbol.dispose]: close,
  };
}

/** Not through a link, and not into a pipe, for whose reader a plain open would wait: an agent may have put one there. */
function openPlain(path: string): number {
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_WRONLY } = constants;
  const descriptor = openSync(path, O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_WRONLY, 0o600);
  if (!fstatSync(descriptor).isFIFO()) return descriptor;
  closeSync(descriptor);
  throw new Error(`\`${path}\` is a pipe; remove it`);
}

/** A write may take only a part, on a disk that is nearly full. */
function writeWhole(descriptor: number, bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) at += writeSync(descriptor, bytes, at);
  return at;
}

function attempt<T>(action: () => T, onFailure: (error: unknown) => void): T | undefined {
  try {
    return action();
  } catch (error) {
    onFailure(error);
    return undefined;
  }
}

function redactJson(value: JsonValue, redact: Redact): JsonValue {
  if (typeof value === 'string') return redact(value);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((item) => redactJson(item, redact));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redact(key), redactJson(item, redact)]),
  );
}

function isList(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}
