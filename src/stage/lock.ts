/** One run at a time on one disk: `<root>/workflows/<key>/lock`. */
import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Layout, makeFolder } from './workspace.ts';

const lockSchema = z.object({
  pid: z.int().positive(),
  /** The process's start as its kernel tells it, so that another process with the same pid is not taken for it. */
  process_start: z.string().nullable(),
  run_url: z.string().nullable(),
  run_id: z.string(),
});
type LockFile = z.infer<typeof lockSchema>;

/** Another run on this disk is at work. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

export interface Lock extends AsyncDisposable {
  /** Sessions that a killed run left unfinished, as `#12 plan`; undefined when no lock was taken over. */
  readonly takenOver: readonly string[] | undefined;
}

export interface LockOptions {
  readonly layout: Layout;
  readonly runId: string;
  readonly runUrl: string | undefined;
}

/**
 * Takes the lock of this workflow on this disk, also over from a run whose process is gone.
 *
 * @throws LockedError that names the run that holds it
 */
export async function takeLock({ layout, runId, runUrl }: LockOptions): Promise<Lock> {
  await makeFolder(layout.home);
  const mine: LockFile = {
    pid: process.pid,
    process_start: await readProcessStart(process.pid),
    run_url: runUrl ?? null,
    run_id: runId,
  };
  let takenOver: readonly string[] | undefined;
  while (!(await create(layout.lock, mine))) {
    const holder = await readLock(layout.lock);
    if (holder === 'gone') continue;
    if (holder !== 'unreadable' && (await isAlive(holder))) {
      throw new LockedError(
        `another run works in \`${layout.home}\` (process ${holder.pid}${holder.run_url === null ? '' : `, ${holder.run_url}`}); ` +
          'give the workflow a `concurrency` group, or wait until that run has ended',
      );
    }
    takenOver = holder === 'unreadable' ? [] : await readUnfinished(layout.events, holder.run_id);
    await removeStale(layout.lock, holder);
  }
  return {
    takenOver,
    async [Symbol.asyncDispose]() {
      const holder = await readLock(layout.lock);
      if (typeof holder === 'object' && holder.run_id === runId) await rm(layout.lock, { force: true });
    },
  };
}

/** Creates the lock with its content in one step, so that nobody reads half of it. */
async function create(file: string, content: LockFile): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moves a stale lock away. When another run took it over in between, what was moved is its lock: it is put back. */
async function removeStale(file: string, holder: LockFile | 'unreadable'): Promise<void> {
  const stale = `${file}.${randomUUID()}`;
  try {
    await rename(file, stale);
  } catch {
    // somebody else moved it first: the next try to create ours finds what is there now
    return;
  }
  const moved = await readLock(stale);
  const isTheirs = typeof moved === 'object' && (holder === 'unreadable' || moved.run_id !== holder.run_id);
  if (isTheirs) await link(stale, file).catch(() => {}); // EEXIST: a third run holds it already
  await rm(stale, { force: true });
}

async function readLock(file: string): Promise<LockFile | 'gone' | 'unreadable'> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'gone' : 'unreadable';
  }
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch {
    // whatever it is, no run of ours wrote it whole
    return 'unreadable';
  }
}

async function isAlive(holder: LockFile): Promise<boolean> {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
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
  const text = await readFile(eventsFile, 'utf8').catch(() => '');
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

function parseEvent(line: string): z.infer<typeof eventSchema> | undefined {
  try {
    return eventSchema.parse(JSON.parse(line));
  } catch {
    // a line that was cut off when its process was killed
    return undefined;
  }
}
