import type { RunOutcome, SkipReason } from './outcome.ts';

/** Reasons for which an issue that could have started waits for another run. */
const LEFT: readonly SkipReason[] = ['time-budget', 'cost-limit', 'agent-unavailable', 'shutting-down'];

/** How many issues a run leaves to the next one: skipped, or prepared and then refused, for one of these reasons. */
export function countLeftIssues(
  { skipped, attempts }: Pick<RunOutcome, 'skipped' | 'attempts'>,
  reasons: readonly SkipReason[] = LEFT,
): number {
  return new Set([
    ...skipped.flatMap(({ id, reason }) => (reasons.includes(reason) ? [id] : [])),
    ...attempts.flatMap(({ issue, refused }) =>
      refused !== undefined && reasons.includes(refused) ? [issue.id] : [],
    ),
  ]).size;
}

/** Whether the next run has something to do that this one saw, or had to leave out, and did not start. */
export function leavesWork(outcome: Pick<RunOutcome, 'skipped' | 'attempts' | 'hasMore'>): boolean {
  return outcome.hasMore || countLeftIssues(outcome, [...LEFT, 'check-failed']) > 0;
}
