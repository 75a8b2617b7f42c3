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
  /** Who sends them, for sentences. */
  readonly sender: string;
  /** Calls back at the first signal; at once when it has come already. */
  onFirst(callback: (signal: NodeJS.Signals) => void): void;
}

/** Listens for SIGINT (a cancelled job) and SIGTERM. Without this, one that comes early would end us without outputs. */
export function listenForSignals({
  sender = 'the runner',
  signals = ['SIGINT', 'SIGTERM'],
}: {
  readonly sender?: string;
  readonly signals?: readonly NodeJS.Signals[];
} = {}): Interrupts {
  let first: NodeJS.Signals | undefined;
  let tell: ((signal: NodeJS.Signals) => void) | undefined;

  function take(signal: NodeJS.Signals): void {
    if (first !== undefined) return;
    first = signal;
    tell?.(signal);
  }

  for (const signal of signals) process.on(signal, take);
  return {
    sender,
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
 * @param onShutdown called once, at the first signal, before anything is aborted
 */
export function createStops(
  timeBudgetMs: number,
  interrupts: Interrupts,
  onShutdown: (signal: NodeJS.Signals) => void,
): Stops {
  const startedAt = performance.now();
  const sessions = new AbortController();
  const everything = new AbortController();
  // one listener per running process, and there may be a thousand
  setMaxListeners(0, sessions.signal, everything.signal);
  let shutdownAt: number | undefined;

  function shutDown(signal: NodeJS.Signals): void {
    shutdownAt = performance.now();
    onShutdown(signal);
    const request = new StopRequest('shutdown', `${interrupts.sender} sent ${signal}`);
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
