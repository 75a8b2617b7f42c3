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

/** The runner's signals, from our first line on: until `createStops` is there, one only waits. */
export interface Interrupts extends Disposable {
  /** Calls back at the first one with what happened, such as "the runner sent SIGINT"; at once when it has come already. */
  onFirst(callback: (what: string) => void): void;
  /** Interrupts as a signal does. */
  interrupt(what: string): void;
}

/** Listens for SIGINT (a cancelled job) and SIGTERM. Without this, one that comes early would end us without outputs. */
export function listenForSignals({
  sender = 'the runner',
  signals = ['SIGINT', 'SIGTERM'],
}: {
  readonly sender?: string;
  readonly signals?: readonly NodeJS.Signals[];
} = {}): Interrupts {
  let first: string | undefined;
  let tell: ((what: string) => void) | undefined;

  function interrupt(what: string): void {
    if (first !== undefined) return;
    first = what;
    tell?.(what);
  }

  const take = (signal: NodeJS.Signals): void => interrupt(`${sender} sent ${signal}`);

  for (const signal of signals) process.on(signal, take);
  return {
    interrupt,
    onFirst(callback) {
      tell = callback;
      if (first !== undefined) callback(first);
    },
    [Symbol.dispose]() {
      for (const signal of signals) process.off(signal, take);
    },
  };
}

/** Room for `after_run`, transitions and the report: sessions end so long before the budget does, or at 90 % of it. */
const RESERVE_MS = 3 * 60_000;

/**
 * Turns the runner's signals into stops and starts the budget's clock.
 *
 * @param onShutdown called once, at the first signal, before anything is aborted; told what happened
 */
export function createStops(
  timeBudgetMs: number,
  interrupts: Interrupts,
  onShutdown: (what: string) => void,
): Stops {
  const startedAt = performance.now();
  const sessions = new AbortController();
  const everything = new AbortController();
  // one listener per running process, and there may be a thousand
  setMaxListeners(0, sessions.signal, everything.signal);
  let shutdownAt: number | undefined;

  function shutDown(what: string): void {
    shutdownAt = performance.now();
    onShutdown(what);
    const request = new StopRequest('shutdown', what);
    everything.abort(request);
    sessions.abort(request);
  }

  const softMs = Math.max(timeBudgetMs - RESERVE_MS, timeBudgetMs * 0.9);
  const overBudget = new StopRequest('time-budget', 'the time budget is used up');
  const timers = [
    setTimeout(() => sessions.abort(overBudget), softMs),
    setTimeout(() => everything.abort(overBudget), timeBudgetMs),
  ];
  interrupts.onFirst(shutDown);

  return {
    sessions: sessions.signal,
    everything: everything.signal,
    get shutdownAt() {
      return shutdownAt;
    },
    timeLeftMs: () => timeBudgetMs - (performance.now() - startedAt),
    [Symbol.dispose]() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
