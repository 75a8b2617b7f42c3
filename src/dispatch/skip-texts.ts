/** Why issues are not started, and the words for it that are no part of the decision. */
import type { SkipReason } from '../outcome.ts';
import type { AmbiguousIssue } from '../tracker/tracker.ts';
import type { Stage } from '../workflow/workflow.ts';

/** Why an issue is not started. */
export interface Skip {
  readonly reason: SkipReason;
  readonly detail: string;
}

const WAITS = '; it waits for the next run';

export const OUT_OF_TIME: Skip = leftForNextRun('time-budget', 'the time budget is used up');

/** vik's words. */
export const SHUTTING_DOWN: Skip = {
  reason: 'shutting-down',
  detail: 'stage session manager is shutting down; skipping issue this cycle',
};

const MAX_NEEDED_MS = 30 * 60_000;

/** A session needs its own time limit, 30 minutes at most, to be left of the time budget. */
export function lackOfTime(stage: Pick<Stage, 'agent'>, timeLeftMs: number): Skip | undefined {
  const neededMs = Math.min(stage.agent.timeoutMs, MAX_NEEDED_MS);
  if (timeLeftMs >= neededMs) return undefined;
  const minutes = Math.round(neededMs / 600) / 100;
  return leftForNextRun('time-budget', `less than ${minutes} min of the time budget is left`);
}

/** For a reason that holds to the end of this job. */
export function leftForNextRun(reason: Skip['reason'], why: string): Skip {
  return { reason, detail: `${why}${WAITS}` };
}

/** The same for a stage run that has had an attempt: what it said last decides, nothing waits. */
export function whyNoMore({ detail }: Skip): string {
  return detail.endsWith(WAITS) ? detail.slice(0, -WAITS.length) : detail;
}

/** An issue in an `on_start` state that nobody here works on. */
export function interrupted(startState: string): Skip {
  return {
    reason: 'interrupted',
    detail: `another run works on it, or one was killed; set \`${startState}\` to start again`,
  };
}

export function ambiguous(issue: AmbiguousIssue): Skip {
  const labels = issue.labels.map((label) => `\`${label}\``).join(' and ');
  return {
    reason: 'ambiguous',
    detail: `carries ${labels}, which are different states; remove all but one`,
  };
}
