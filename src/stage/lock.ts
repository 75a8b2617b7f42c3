/** One run at a time on one disk: `<root>/workflows/<key>/lock`. */

import { randomUUID } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { codeOf, messageOf } from '../errors.ts';
import { readPlainFile } from '../process/plain-file.ts';
import { type Layout, makeFolder, WorkspaceError } from './workspace.ts';

const lockSchema = z.object({
  pid: z.int().positive(),
  /** The process's start as its kernel tells it, so that another process with the same pid is not taken for it. */
  process_start: z.string().nullable(),
  run_url: z.string().nullable(),
  /** One segment of a marker: what carries it is ended when the lock is taken over. */
  run_id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
});
type LockFile = z.infer<typeof lockSchema>;

/** Nothing that we wrote is longer; whatever is was put there by somebody else. */
const MAX_LOCK_BYTES = 64 * 1024;
/** A takeover is three small file operations. */
const LONGEST_TAKEOVER_MS = 5_000;
/** Of many runs that start at once each has its turn long before. */
const LONGEST_TRY_MS = 30_000;
const MAX_EVENTS_BYTES = 256 * 1024 * 1024;

/** Another run on this disk is at work. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

export interface Lock extends AsyncDisposable {
  /** The killed run whose lock was taken over, if there was one. */
  readonly takenOver: KilledRun | undefined;
}

export interface KilledRun {
  /** Undefined when its lock can't be read. */
  readonly runId: string | undefined;
  /** Attempts that it began and never ended, as `12 plan`. */
  readonly unfinished: readonly string[];
}

export interface LockOptions {
  readonly layout: Layout;
  readonly runId: string;
  readonly runUrl: string | undefined;
}

/**
 * Takes the lock of this workflow on this disk, also over from a run whose process is gone.
 *
 * @throws LockedError that names the run that holds it, also when the lock is another user's, and a WorkspaceError when the folder can't be written
 */
export async function takeLock({ layout, runId, runUrl }: LockOptions): Promise<Lock> {
  await makeFolder(layout.home);
  const mine: LockFile = {
    pid: process.pid,
    process_start: await readProcessStart(process.pid),
    run_url: runUrl ?? null,
    run_id: runId,
  };
  const startedAt = performance.now();
  let takenOver: KilledRun | undefined;
  while (!(await create(layout.lock, mine))) {
    if (performance.now() - startedAt > LONGEST_TRY_MS) {
      throw new WorkspaceError(
        `the lock \`${layout.lock}\` can't be taken: something else changes it all the time`,
      );
    }
    const holder = await readLock(layout.lock);
    if (holder === 'gone') continue;
    if (holder !== 'unreadable' && (await isAlive(holder))) {
      throw new LockedError(
        `another run works in \`${layout.home}\` (process ${holder.pid}${holder.run_url === null ? '' : `, ${holder.run_url}`}); ` +
          'give the workflow a `concurrency` group, or wait until that run has ended',
      );
    }
    if (holder === 'unreadable') {
      if (performance.now() - startedAt > LONGEST_TAKEOVER_MS) {
        throw new WorkspaceError(
          `what stands in the place of the lock \`${layout.lock}\` is none and can't be moved away; remove it`,
        );
      }
      takenOver = { runId: undefined, unfinished: [] };
      await removeUnreadable(layout.lock);
    } else if (await replaceStale(layout.lock, holder, mine)) {
      takenOver = { runId: holder.run_id, unfinished: await readUnfinished(layout.events, holder.run_id) };
      break;
    }
  }
  return {
    takenOver,
    async [Symbol.asyncDispose]() {
      const holder = await readLock(layout.lock).catch(() => 'unreadable' as const);
      if (typeof holder !== 'object' || holder.run_id !== runId) return;
      // one that stays is stale in a moment, and the run has been reported
      await rm(layout.lock, { force: true }).catch(() => {});
    },
  };
}

/** Creates the lock with its content in one step, so that nobody reads half of it. */
async function create(file: string, content: LockFile): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    const why = messageOf(error);
    throw new WorkspaceError(`can't make the lock \`${file}\`: ${why}`, { cause: error });
  } finally {
    // what could not be made is not there to be removed
    await rm(draft, { force: true }).catch(() => {});
  }
}

/**
 * Puts our lock in the place of a killed run's; false when another run is doing it. Of many racers one gets the second
 * name of the dead lock, and only who has that name replaces it: so the one that works also knows whom it took over.
 */
async function replaceStale(file: string, holder: LockFile, mine: LockFile): Promise<boolean> {
  const right = `${file}.taken-${holder.run_id}`;
  try {
    await link(file, right);
  } catch {
    // another racer has it, or has replaced the lock already; one that was killed with it is not waited for for ever
    await delay(20);
    const since = await stat(right).then(
      (found) => Date.now() - found.ctimeMs,
      () => 0,
    );
    if (since > LONGEST_TAKEOVER_MS) await rm(right, { force: true });
    return false;
  }
  const draft = `${file}.${randomUUID()}`;
  try {
    const found = await readLock(right);
    if (typeof found !== 'object' || found.run_id !== holder.run_id) return false;
    await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
    await rename(draft, file);
    return true;
  } finally {
    await rm(draft, { force: true }).catch(() => {});
    await rm(right, { force: true }).catch(() => {});
  }
}

/** Removes what stands in the place of the lock and is none; a lock that came in between is put back. */
async function removeUnreadable(file: string): Promise<void> {
  const moved = `${file}.${randomUUID()}`;
  try {
    await rename(file, moved);
  } catch {
    // somebody else moved it first, or it can't be moved: the next try to create ours finds what is there now
    await delay(20);
    return;
  }
  const isLock = await readLock(moved).then(
    (found) => typeof found === 'object',
    // another user's, which came in between
    () => true,
  );
  if (isLock) await link(moved, file).catch(() => {}); // EEXIST: a third run holds it
  // recursive: whatever stood there, it was no lock
  await rm(moved, { recursive: true, force: true });
}

async function readLock(file: string): Promise<LockFile | 'gone' | 'unreadable'> {
  let text: string;
  try {
    text = readPlainFile(file, MAX_LOCK_BYTES);
  } catch (error) {
    const code = codeOf(error);
    // a link that leads nowhere can neither be read nor be made anew
    if (code === 'ENOENT') return isLink(file) ? 'unreadable' : 'gone';
    if (code === 'EACCES' || code === 'EPERM') {
      throw new LockedError(
        `the lock \`${file}\` can't be read (${code}): the run of another user may be at work. Run as that user, or give this workflow a \`workspace.root\` of its own`,
        { cause: error },
      );
    }
    // also what is no file: an agent may have put a pipe there
    return 'unreadable';
  }
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch {
    // whatever it is, no run of ours wrote it whole
    return 'unreadable';
  }
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

async function isAlive(holder: LockFile): Promise<boolean> {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  const start = await readProcessStart(holder.pid);
  return start === null || holder.process_start === null || start === holder.process_start;
}

/** Field 22 of /proc/<pid>/stat with the boot's id (a pid and its ticks can repeat after a reboot); null elsewhere. */
async function readProcessStart(pid: number): Promise<string | null> {
  try {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    // the command's name (field 2) is in parentheses and may hold anything
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? null : `${boot.trim()}/${ticks}`;
  } catch {
    // no /proc on this system, or the process is gone
    return null;
  }
}

const eventSchema = z.object({
  event: z.string(),
  run: z.string(),
  issue: z.string().optional(),
  stage: z.string().nullable().optional(),
});

/** The attempts that a run began and never ended, from its event log. */
async function readUnfinished(eventsFile: string, runId: string): Promise<readonly string[]> {
  const text = readOrNothing(eventsFile);
  const open = new Set<string>();
  for (const line of text.split('\n')) {
    if (!line.includes(runId)) continue;
    const event = parseEvent(line);
    if (event?.run !== runId || event.issue === undefined) continue;
    const name = `${event.issue} ${event.stage ?? ''}`.trim();
    if (event.event === 'attempt_started') open.add(name);
    if (event.event === 'attempt_ended') open.delete(name);
  }
  return [...open];
}

/** It only serves a sentence in the log: a log that can't be read, or is too long, is as good as none. */
function readOrNothing(eventsFile: string): string {
  try {
    return readPlainFile(eventsFile, MAX_EVENTS_BYTES);
  } catch {
    return '';
  }
}

function parseEvent(line: string): z.infer<typeof eventSchema> | undefined {
  try {
    return eventSchema.parse(JSON.parse(line));
  } catch {
    // a line that was cut off when its process was killed
    return undefined;
  }
}
