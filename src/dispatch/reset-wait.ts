/** What an admission does about a rate limit whose reset is far off: it waits for as long as something else is at work. */
import type { Log } from '../log.ts';
import type { RateLimitError } from '../tracker/tracker.ts';

export interface ResetWaitDeps {
  readonly log: Log;
  /** How many issues are in hand: those that wait here, and those for which the wait is worth while. */
  inHand(): number;
  /** Resolves when something ended or changed, after `ms`, or when the signal is aborted. */
  change(ms: number, signal: AbortSignal): Promise<void>;
}

/** Waits until the limit is reset or the signal is aborted; false when nothing but such waits is left. */
export type ResetWait = (error: RateLimitError, signal: AbortSignal) => Promise<boolean>;

export function createResetWait({ log, inHand, change }: ResetWaitDeps): ResetWait {
  let waiting = 0;
  return async ({ message, resetAt }, signal) => {
    // never at once: a reset that is over by our clock may not be over by GitHub's
    const untilMs = Math.max(resetAt.getTime(), Date.now() + 1_000);
    const leftMs = () => untilMs - Date.now();
    waiting += 1;
    try {
      if (inHand() > waiting) log.info(`${message}: what is about to start waits for that`);
      while (leftMs() > 0 && !signal.aborted) {
        if (inHand() <= waiting) return false;
        await change(leftMs(), signal);
      }
      return true;
    } finally {
      waiting -= 1;
    }
  };
}
