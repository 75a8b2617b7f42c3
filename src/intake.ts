/**
 * When to read the tracker, and when there is nothing left to do. One pull is yielded at a time; the consumer offers it
 * to the dispatcher before the next wait begins.
 */

import type { Closed } from './dispatch/dispatcher.ts';
import { messageOf } from './errors.ts';
import type { Log } from './log.ts';
import type { RunReason } from './outcome.ts';
import { stopKind } from './stop.ts';
import { CredentialsError, type Pull, RateLimitError, type Tracker } from './tracker/tracker.ts';

/** What the intake asks the dispatcher. */
export interface IntakeDispatch {
  readonly isIdle: boolean;
  readonly isQuiet: boolean;
  readonly hasWaiting: boolean;
  readonly isOutOfTime: boolean;
  readonly wantsPull: boolean;
  readonly endedRuns: number;
  readonly closed: Closed | undefined;
  close(closed: Closed): void;
  change(ms: number, signal: AbortSignal): Promise<void>;
}

export interface IntakeRules {
  /** Least milliseconds between two pulls while sessions run. */
  readonly idleMs: number;
  readonly maxIterations: number | undefined;
}

/** How often pulls succeeded and failed, shared with those who must know whether another one is possible. */
export interface PullCount {
  succeeded: number;
  failed: number;
  /** The last pull's own words of what it looked for. */
  searched: string | undefined;
}

export interface IntakeEnd {
  readonly reason: RunReason;
  readonly detail: string | undefined;
}

export type IntakeStep =
  | { readonly kind: 'pull'; readonly pull: Pull; readonly beganAt: number }
  | ({ readonly kind: 'end' } & IntakeEnd);

export interface IntakeDeps {
  readonly tracker: Pick<Tracker, 'kind' | 'pull'>;
  readonly dispatch: IntakeDispatch;
  readonly count: PullCount;
  readonly log: Log;
  onPull(event: { readonly issues: number } | { readonly error: string }): void;
}

const LOW_RATE_PACE_MS = 5 * 60_000;
/** A run in which nothing runs does not wait longer than this for GitHub's rate limit. */
const LONGEST_QUIET_WAIT_MS = 5 * 60_000;
const MAX_FAILURES_IN_A_ROW = 3;

/** Yields pulls until drained, and last of all the end with its reason. */
export async function* intake(
  deps: IntakeDeps,
  rules: IntakeRules,
  signal: AbortSignal,
): AsyncGenerator<IntakeStep, void> {
  const { tracker, dispatch, count, log } = deps;
  // after a session's end a pull may come sooner than after `idle_sec`
  const soonMs = Math.min(rules.idleMs, tracker.kind === 'github' ? 15_000 : 2_000);
  const warned = new Set<string>();
  let failures = 0;
  while (!signal.aborted && dispatch.closed === undefined) {
    const beganAt = performance.now();
    const endedBefore = dispatch.endedRuns;
    let paceMs = rules.idleMs;
    let earliestMs = soonMs;
    let pull: Pull | undefined;
    try {
      pull = await tracker.pull(signal);
    } catch (error) {
      if (signal.aborted) break;
      if (error instanceof CredentialsError) {
        dispatch.close({ reason: 'credentials', detail: error.message });
        break;
      }
      const message = messageOf(error);
      deps.onPull({ error: message });
      if (error instanceof RateLimitError) {
        log.warning(message, { kind: 'rate-limit', title: 'rate limit' });
        const isTooLong = await waitForReset(error.resetAt);
        if (!isTooLong) continue;
        yield { kind: 'end', reason: 'rate-limited', detail: message };
        return;
      }
      failures += 1;
      count.failed += 1;
      log.error(`pull failed (${failures} of ${MAX_FAILURES_IN_A_ROW} in a row): ${message}`, {
        title: 'pull failed',
      });
      if (failures === MAX_FAILURES_IN_A_ROW) {
        yield { kind: 'end', reason: 'intake-failed', detail: message };
        return;
      }
      earliestMs = rules.idleMs;
    }
    if (pull !== undefined) {
      failures = 0;
      count.succeeded += 1;
      count.searched = pull.searched;
      deps.onPull({ issues: pull.issues.length });
      for (const warning of pull.warnings) {
        // a pull comes every few seconds: what all of them say is said once
        if (!warned.has(warning)) log.warning(warning, { kind: 'pull', title: 'issue left out' });
        warned.add(warning);
      }
      if (pull.rateLimitLow) earliestMs = paceMs = Math.max(paceMs, LOW_RATE_PACE_MS);
      yield { kind: 'pull', pull, beganAt };
    }
    const end = await waitForNextPull(beganAt, endedBefore, paceMs, earliestMs, failures > 0);
    if (end !== undefined) {
      yield { kind: 'end', ...end };
      return;
    }
  }
  const { closed } = dispatch;
  yield {
    kind: 'end',
    reason: closed?.reason ?? (stopKind(signal) === 'time-budget' ? 'time-budget' : 'cancelled'),
    detail: closed?.detail,
  };

  /** Waits until another pull is due; answers the end instead when there is nothing left to do. */
  async function waitForNextPull(
    beganAt: number,
    endedBefore: number,
    paceMs: number,
    earliestMs: number,
    failed: boolean,
  ): Promise<IntakeEnd | undefined> {
    while (!signal.aborted && dispatch.closed === undefined) {
      const isFresh = !failed && dispatch.endedRuns === endedBefore;
      if (dispatch.isIdle && isFresh) {
        return dispatch.isOutOfTime
          ? { reason: 'time-budget', detail: 'too little of the time budget is left for what waits' }
          : { reason: 'drained', detail: undefined };
      }
      if (!pullsLeft(count, rules)) {
        if (dispatch.isIdle) {
          return dispatch.isOutOfTime
            ? { reason: 'time-budget', detail: 'too little of the time budget is left for what waits' }
            : { reason: 'max-iterations', detail: undefined };
        }
        await dispatch.change(Number.POSITIVE_INFINITY, signal);
        continue;
      }
      const sinceMs = performance.now() - beganAt;
      const wantsSoon = dispatch.wantsPull || (!isFresh && !dispatch.hasWaiting);
      const dueMs = (wantsSoon ? earliestMs : paceMs) - sinceMs;
      if (dueMs <= 0) return undefined;
      await dispatch.change(dueMs, signal);
    }
    return undefined;
  }

  /** Waits for the reset; answers true instead when nothing runs and the reset is too far off. */
  async function waitForReset(resetAt: Date): Promise<boolean> {
    // never at once: a reset that is over by our clock may not be over by GitHub's
    const untilMs = Math.max(resetAt.getTime(), Date.now() + soonMs);
    while (!signal.aborted && dispatch.closed === undefined) {
      const leftMs = untilMs - Date.now();
      if (leftMs <= 0) return false;
      if (dispatch.isQuiet && leftMs > LONGEST_QUIET_WAIT_MS) return true;
      await dispatch.change(leftMs, signal);
    }
    return false;
  }
}

/** Whether `max_iterations` allows another pull. Failed pulls do not count: three in a row end the run. */
export function pullsLeft(count: PullCount, rules: Pick<IntakeRules, 'maxIterations'>): boolean {
  return rules.maxIterations === undefined || count.succeeded < rules.maxIterations;
}
