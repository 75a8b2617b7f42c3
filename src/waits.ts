/** The longest timer that Node has, in milliseconds: a longer one would end at once. */
export const MAX_TIMER_MS = 2 ** 31 - 1;

/** Waits so long (24 days at most) or until the signal is aborted, whichever comes first; never rejects. */
export function waitMs(ms: number, signal: AbortSignal): Promise<void> {
  return waitFor(undefined, ms, signal);
}

/** Lets any number of waiters wait for the next change. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, after `ms`, or when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export function createBell(): Bell {
  const waiters = new Set<() => void>();
  return {
    ring() {
      for (const wake of waiters) wake();
    },
    wait: (ms, signal) => waitFor(waiters, ms, signal),
  };
}

/** Plain timers and listeners: an aborted `timers/promises` makes two errors with their stacks, at every change. */
function waitFor(waiters: Set<() => void> | undefined, ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(wake, Math.min(ms, MAX_TIMER_MS));
  signal.addEventListener('abort', wake, { once: true });
  waiters?.add(wake);
  return promise;

  function wake(): void {
    clearTimeout(timer);
    signal.removeEventListener('abort', wake);
    waiters?.delete(wake);
    resolve();
  }
}
