import { setTimeout as delay } from 'node:timers/promises';

/** The longest timer that Node has; a longer one would end at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Waits so long (24 days at most) or until the signal is aborted, whichever comes first; never rejects. */
export async function waitMs(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(Math.min(ms, MAX_TIMER_MS), undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Lets any number of waiters wait for the next change. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, after `ms`, or when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export function createBell(): Bell {
  let next = Promise.withResolvers<void>();
  return {
    ring() {
      next.resolve();
      next = Promise.withResolvers<void>();
    },
    async wait(ms, signal) {
      using timer = abortAfterUse(signal);
      await Promise.race([next.promise, waitMs(ms, timer.signal)]);
    },
  };
}

/** A signal that follows another one and is aborted, so that its timers end, when the scope is left. */
function abortAfterUse(signal: AbortSignal): Disposable & { readonly signal: AbortSignal } {
  const own = new AbortController();
  return { signal: AbortSignal.any([signal, own.signal]), [Symbol.dispose]: () => own.abort() };
}
