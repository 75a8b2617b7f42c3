import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';

/** Other systems don't show us the environments of our processes. */
export const CAN_SWEEP = process.platform === 'linux';

/** Every process that we start has `VIK_PROCESS=<run id>/<marker>` in its environment, and so has what it starts. */
const MARKER_VARIABLE = 'VIK_PROCESS';

/** Sweeps share one walk at most this long after they were asked for. */
const LONGEST_WAIT_MS = 250;
/**
 * Walking may take a tenth of our time: where /proc is short (0.5 ms for 90 processes), nobody waits 250 ms. Less would
 * keep the slots of sessions that have ended from the next ones.
 */
const WAIT_PER_WALK = 9;
/** What was killed needs a moment until it is gone. */
const NEXT_WALK_MS = 5;
/** What forks all the time may be between two programs in one walk, with no environment to be found by, or in two. */
const EMPTY_WALKS = 10;
/** How often one walk looks at what has come since it listed the processes. */
const MOST_LISTINGS = 20;
/** What still forks after this time outruns us. */
const GIVE_UP_MS = 5_000;
const GIVE_UP_IN_A_HURRY_MS = 500;
/** The kernel gives at most this much of an environment in one read; a longer one is read whole. */
const ENVIRONMENT_BYTES = 256 * 1024;

export interface Sweeper {
  /** Kills what carries this marker, or one below it, until a walk finds none. Linux only; elsewhere does nothing. */
  sweep(marker: string): Promise<void>;
  hurry(): void;
}

interface Request {
  readonly marker: string;
  readonly askedAt: number;
  readonly resolve: () => void;
  /** So many walks in a row have to find nothing. */
  emptyWalksWanted: number;
}

/**
 * Finds processes by the marker in their environment, because agents put their tools into sessions of their own, where
 * a signal to the process group doesn't reach them. Not found: other users' processes, and programs started with a
 * cleared environment or that overwrote it. Zombies have no environment, so they don't count.
 */
export function createSweeper(runId: string, log: Log): Sweeper {
  const marker = createMarkerReader(runId);
  let waiting: Request[] = [];
  let walking = false;
  let notBefore = 0;
  let giveUpMs = GIVE_UP_MS;

  async function walkWhileAsked(): Promise<void> {
    walking = true;
    // Whatever is asked for in the same turn shares the first walk too.
    await nextTurn();
    while (waiting.length > 0) {
      const restMs = notBefore - performance.now();
      if (restMs > 0) await sleep(restMs);
      const startedAt = performance.now();
      const found = withoutStacks(() => walk(marker, new Set(waiting.map((request) => request.marker))));
      const endedAt = performance.now();
      const restFactorMs = Math.min(LONGEST_WAIT_MS, WAIT_PER_WALK * (endedAt - startedAt));
      const isHunting = found.size > 0 || waiting.some(({ emptyWalksWanted }) => emptyWalksWanted > 1);
      notBefore = endedAt + (isHunting ? NEXT_WALK_MS : restFactorMs);
      waiting = waiting.filter((request) => !isOver(request, found, endedAt));
    }
    walking = false;
  }

  function isOver(request: Request, found: ReadonlySet<string>, now: number): boolean {
    if (found.has(request.marker)) {
      request.emptyWalksWanted = EMPTY_WALKS;
      if (now - request.askedAt < giveUpMs) return false;
      log.warning(
        `processes of \`${request.marker}\` are still being started ${giveUpMs / 1000} s after it was ended; they are left running`,
      );
    } else {
      request.emptyWalksWanted -= 1;
      if (request.emptyWalksWanted > 0) return false;
    }
    request.resolve();
    return true;
  }

  return {
    sweep(marker) {
      if (!CAN_SWEEP) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push({
          marker: trimSlash(marker),
          askedAt: performance.now(),
          resolve,
          emptyWalksWanted: 1,
        });
        if (!walking) void walkWhileAsked();
      });
    },
    hurry() {
      giveUpMs = GIVE_UP_IN_A_HURRY_MS;
    },
  };
}

/** Most processes of a machine refuse the look, and the stack of each error costs more than the look does. */
function withoutStacks<T>(look: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return look();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Kills every process below one of the wanted markers; gives the wanted markers for which there was one. */
function walk(readMarker: (pid: number) => string | undefined, wanted: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const seen = new Set<number>();
  for (let listings = 0; listings < MOST_LISTINGS; listings += 1) {
    // one that forked since the last listing and ended is found by its child
    const fresh = listPids().filter((pid) => !seen.has(pid));
    if (fresh.length === 0) break;
    for (const pid of fresh) {
      seen.add(pid);
      const marker = readMarker(pid);
      if (marker === undefined) continue;
      const matching = [...withParents(marker)].filter((name) => wanted.has(name));
      if (matching.length > 0 && kill(pid, marker, readMarker)) for (const name of matching) found.add(name);
    }
  }
  return found;
}

/** `a/b/c` lies below `a/b/c`, `a/b`, `a` and the whole run, but not below `a/bc` or `a/b/`. */
function* withParents(marker: string): Generator<string> {
  for (let end = marker.length; end > 0; end = marker.lastIndexOf('/', end - 1)) yield marker.slice(0, end);
  yield '';
}

/** False when it is none of ours any more, or a zombie. */
function kill(pid: number, marker: string, readMarker: (pid: number) => string | undefined): boolean {
  // Between the look and the kill the number may have gone to another process: look again, as late as possible.
  if (isZombie(pid) || readMarker(pid) !== marker) return false;
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    // Gone already, or it isn't ours to kill: waiting for it would not help.
    return false;
  }
}

function listPids(): number[] {
  const pids: number[] = [];
  for (const name of listProc()) {
    const pid = name >= '1' && name < ':' ? Number(name) : 0;
    if (pid > 1 && pid !== process.pid) pids.push(pid);
  }
  return pids;
}

function listProc(): string[] {
  try {
    return readdirSync('/proc');
  } catch {
    // A container without /proc: nothing can be found there.
    return [];
  }
}

function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat[stat.lastIndexOf(')') + 2] === 'Z';
  } catch {
    return true;
  }
}

/** Reads the marker below the run's id that a process carries; undefined for one without, or that can't be read. */
function createMarkerReader(runId: string): (pid: number) => string | undefined {
  const ours = `${MARKER_VARIABLE}=${runId}`;
  const buffer = Buffer.allocUnsafeSlow(ENVIRONMENT_BYTES);

  function readEnvironment(pid: number): Buffer | undefined {
    const path = `/proc/${pid}/environ`;
    try {
      const file = openSync(path, 'r');
      try {
        const length = readSync(file, buffer, 0, buffer.length, 0);
        return length < buffer.length ? buffer.subarray(0, length) : readFileSync(path);
      } finally {
        closeSync(file);
      }
    } catch {
      // It has ended in the meantime, or is another user's.
      return undefined;
    }
  }

  return (pid) => {
    const environment = readEnvironment(pid);
    if (environment === undefined) return undefined;
    for (let at = environment.indexOf(ours); at !== -1; at = environment.indexOf(ours, at + 1)) {
      const end = environment.indexOf(0, at);
      const value = environment.toString('utf8', at + ours.length, end === -1 ? environment.length : end);
      const startsVariable = at === 0 || environment[at - 1] === 0;
      if (startsVariable && (value === '' || value.startsWith('/'))) return value.slice(1);
    }
    return undefined;
  };
}

function trimSlash(marker: string): string {
  return marker.replace(/\/+$/, '');
}
