import type { RunOutcome } from '../outcome.ts';
import { runTotals } from './stage-runs.ts';

/** The step's exit code: 1 when a stage run failed (unless `fail-on: never`) or the run itself did. */
export function decideExit(
  outcome: Pick<RunOutcome, 'reason' | 'attempts'>,
  failOn: 'session-failure' | 'never',
): 0 | 1 {
  switch (outcome.reason) {
    case 'rate-limited':
    case 'credentials':
    case 'cancelled':
    case 'intake-failed':
    case 'bad-workflow':
    case 'bad-input':
    case 'locked':
      return 1;
    case 'drained':
    case 'max-iterations':
    case 'time-budget':
    case 'cost-limit':
      return failOn === 'session-failure' && runTotals(outcome).byState.failed > 0 ? 1 : 0;
    default:
      return outcome.reason satisfies never;
  }
}
