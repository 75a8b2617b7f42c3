import type { LaunchState } from './launcher.ts';

/** When the next signals come, both counted from the SIGINT. */
export interface EndingClock {
  readonly termAfterMs: number;
  readonly killAfterMs: number;
}

/** Claude Code needs some of the first five seconds to stop its tools and print its result. */
export const PATIENT_CLOCK: EndingClock = { termAfterMs: 5_000, killAfterMs: 7_000 };

/** A runner that cancels a job kills us 10 s after its SIGINT; reports have to be written before. */
const SHORT_CLOCK: EndingClock = { termAfterMs: 1_500, killAfterMs: 2_500 };

/** How often a state file without the program's pid is looked at again. */
const PID_POLL_MS = 10;
/** Nothing survives SIGKILL but a process that hangs in the kernel: after this share of the clock it is given up on. */
const GIVE_UP_SHARE = 0.3;

export interface EndingTarget {
  /** What is known of its pids by now. */
  state(): LaunchState;
  /** Right after the SIGKILL: what left the group can be killed now. */
  onKilled(): void;
}

export type EndReason = 'timeout' | 'aborted' | 'callback-threw';

/** The end of one process, begun or not. */
export interface Ending {
  /** The first reason stands. */
  begin(reason: EndReason): void;
  /** Undefined as long as nobody began it. */
  reason(): EndReason | undefined;
  /** The process has ended: no more signals, and no reason any more. */
  stop(): void;
}

export interface Endings {
  prepare(target: EndingTarget): Ending;
  /** From now on the short clock counts, also for endings under way and for what is already late by it. */
  hurry(): void;
}

export function createEndings(patientClock: EndingClock): Endings {
  const underWay = new Set<Signalling>();
  let clock = patientClock;
  return {
    prepare(target) {
      let first: EndReason | undefined;
      let signalling: Signalling | undefined;
      let over = false;
      return {
        begin(reason) {
          if (over || first !== undefined) return;
          first = reason;
          signalling = beginSignalling(target, clock);
          underWay.add(signalling);
        },
        reason: () => first,
        stop() {
          over = true;
          if (signalling === undefined) return;
          signalling.stop();
          underWay.delete(signalling);
        },
      };
    },
    hurry() {
      clock = SHORT_CLOCK;
      for (const signalling of underWay) signalling.use(clock);
    },
  };
}

interface Signalling {
  use(clock: EndingClock): void;
  stop(): void;
}

/**
 * Ends a process group in order: SIGINT now (on SIGTERM, Claude Code leaves its tools running), then SIGTERM, then
 * SIGKILL. SIGCONT follows the first two, because a stopped process can't act on them.
 */
function beginSignalling(target: EndingTarget, clock: EndingClock): Signalling {
  const startedAt = performance.now();
  let current = clock;
  let timer: NodeJS.Timeout | undefined;
  const steps = [
    { afterMs: () => 0, act: () => signalGroup(target.state().job, 'SIGINT', 'SIGCONT') },
    { afterMs: () => current.termAfterMs, act: () => signalGroup(target.state().job, 'SIGTERM', 'SIGCONT') },
    {
      afterMs: () => current.killAfterMs,
      act: () => {
        signalGroup(target.state().job, 'SIGKILL');
        target.onKilled();
      },
    },
    { afterMs: giveUpAfterMs, act: () => signal(target.state().launcher, 'SIGKILL') },
  ];

  function giveUpAfterMs(): number {
    return current.killAfterMs * (1 + GIVE_UP_SHARE);
  }

  function advance(): void {
    clearTimeout(timer);
    const elapsedMs = performance.now() - startedAt;
    if (target.state().job === undefined && elapsedMs < giveUpAfterMs()) {
      timer = setTimeout(advance, PID_POLL_MS);
      return;
    }
    for (let step = steps[0]; step !== undefined; step = steps[0]) {
      const waitMs = step.afterMs() - elapsedMs;
      if (waitMs > 0) {
        timer = setTimeout(advance, waitMs);
        return;
      }
      step.act();
      steps.shift();
    }
  }

  advance();
  return {
    use(next) {
      current = next;
      advance();
    },
    stop() {
      clearTimeout(timer);
      steps.length = 0;
    },
  };
}

/** Signals every process of a group; one that is gone already, or belongs to somebody else, is no error. */
export function signalGroup(group: number | undefined, ...signals: NodeJS.Signals[]): void {
  for (const name of signals) signal(group === undefined ? undefined : -group, name);
}

function signal(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, name);
  } catch {
    // ESRCH: it has ended. EPERM: it took another user's identity, and nothing of ours reaches it.
  }
}
