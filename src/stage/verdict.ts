import type { Verdict } from '../outcome.ts';
import { stopKind } from '../stop.ts';

/** The workspace, a hook, the prompt or the program: nothing that another try would mend. */
export function setupFailure(reason: string): Verdict {
  return { state: 'failed', class: 'setup', reason };
}

/** The verdict of what the run itself ended. */
export function cancelledBy(signal: AbortSignal): Verdict {
  const reason = stopKind(signal) === 'time-budget' ? 'time budget' : 'cancelled by the runner';
  return { state: 'cancelled', class: 'cancelled', reason };
}

/** Whether another try can mend it. */
export function isRetryable(verdict: Verdict): boolean {
  return verdict.state === 'failed' && ['agent', 'timeout', 'stalled'].includes(verdict.class);
}

/** Whether the failure is the issue's own, so that `on_failure` moves it; otherwise only `on_start` is undone. */
export function movesOnFailure(verdict: Verdict): boolean {
  return verdict.state === 'failed' && ['agent', 'timeout', 'stalled', 'budget'].includes(verdict.class);
}

/** A thrown value's message with those of its causes. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error) || error.message.includes(cause.message)) return error.message;
  return `${error.message}: ${describeError(cause)}`;
}
