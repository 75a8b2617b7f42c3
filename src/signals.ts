/** What ends a run from outside: the runner's signals and the time budget. */
import { setMaxListeners } from 'node:events';
import { StopRequest } from './stop.ts';

export interface Stops extends Disposable {
  /** Ends sessions: aborted by the runner's signals, and shortly before the end of the time budget. */
  readonly sessions: AbortSignal;
  /** Ends everything: aborted by the runner's signals, and at the end of the time budget. */
  readonly everything: AbortSignal;
  /** `performance.now()` when the runner told us to end; undefined until then. */
  readonly shutdownAt: number | undefined;
  /** Milliseconds of the time budget that are left. */
  timeLeftMs(): number;
}

/** Room for `after_run`, transitions and the report: sessions end so long before the budget does, or at 90 % of it. */
const RESERVE_MS = 3 * 60_000;

/**
 * Listens for the runner's SIGINT (a cancelled job) and SIGTERM and starts the budget's clock.
 *
 * @param onShutdown called once, at the first signal, before anything is aborted
 */
export function createStops(timeBudgetMs: number, onShutdown: (signal: NodeJS.Signals) => void): Stops {
  const startedAt = performance.now();
  const sessions = new AbortController();
  const everything = new AbortController();
  // one listener per running process, and there may be a thousand
  setMaxListeners(0, sessions.signal, everything.signal);
  let shutdownAt: number | undefined;

  function shutDown(signal: NodeJS.Signals): void {
    if (shutdownAt !== undefined) return;
    shutdownAt = performance.now();
    onShutdown(signal);
    const request = new StopRequest('shutdown', `the runner sent ${signal}`);
    everything.abort(request);
    sessions.abort(request);
  }

  const softMs = Math.max(timeBudgetMs - RESERVE_MS, timeBudgetMs * 0.9);
  const overBudget = new StopRequest('time-budget', 'the time budget is used up');
  const timers = [
    setTimeout(() => sessions.abort(overBudget), softMs),
    setTimeout(() => everything.abort(overBudget), timeBudgetMs),
  ];
  process.on('SIGINT', shutDown);
  process.on('SIGTERM', shutDown);

  return {
    sessions: sessions.signal,
    everything: everything.signal,
    get shutdownAt() {
      return shutdownAt;
    },
    timeLeftMs: () => timeBudgetMs - (performance.now() - startedAt),
    [Symbol.dispose]() {
      for (const timer of timers) clearTimeout(timer);
      process.off('SIGINT', shutDown);
      process.off('SIGTERM', shutDown);
    },
  };
}
