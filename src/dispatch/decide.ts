/**
 * Which stages of one issue may start now, or why none may. Pure: it reads the state of the run through `DispatchView`
 * and changes nothing. The order of the questions is vik's, and part of what a workflow author relies on.
 */
import type { Issue } from '../tracker/issue.ts';
import type { Stage } from '../workflow/workflow.ts';
import { SHUTTING_DOWN, type Skip } from './skip-texts.ts';

/** What a decision asks about the run. */
export interface DispatchView {
  readonly stopping: boolean;
  readonly stages: readonly Stage[];
  readonly maxIssueConcurrency: number;
  readonly activeIssues: number;
  isActive(issueId: string): boolean;
  isReserved(issueId: string, stage: string): boolean;
  /** Whether the stage already ran for the issue's present visit to its state. */
  hasRun(issue: Issue, stage: string): boolean;
  /** How many more sessions the issue may have in this job. */
  runsLeft(issueId: string): number;
  /** Why the stage can't start any more in this job (time budget), if so. */
  unavailable(stage: Stage): Skip | undefined;
  /** The admission's refusal of exactly this revision of the issue, if there was one. */
  refusal(issue: Issue): Skip | undefined;
}

export type Decision =
  | {
      readonly kind: 'run';
      readonly stages: readonly Stage[];
      /** Stages that could start but for `max_runs_per_issue`. */
      readonly cut: readonly Stage[];
    }
  | ({ readonly kind: 'skip' } & Skip);

export function decide(issue: Issue, view: DispatchView): Decision {
  if (view.stopping) {
    return { kind: 'skip', ...SHUTTING_DOWN };
  }
  const matching = view.stages.filter((stage) => stage.state === issue.state);
  if (matching.length === 0) {
    return skip('no-matching-stage', 'no workflow stage matched issue state; skipping issue this cycle');
  }
  if (!view.isActive(issue.id) && view.activeIssues >= view.maxIssueConcurrency) {
    return skip('issue-concurrency-full', 'issue concurrency is full; skipping issue this cycle');
  }
  const free = matching.filter((stage) => !view.isReserved(issue.id, stage.name));
  if (free.length === 0) {
    return skip(
      'matching-stages-already-active',
      'matching stages are already active; skipping issue this cycle',
    );
  }
  return decideOurs(issue, free, view);
}

/** The questions that vik does not ask. */
function decideOurs(issue: Issue, free: readonly Stage[], view: DispatchView): Decision {
  const fresh = free.filter((stage) => !view.hasRun(issue, stage.name));
  if (fresh.length === 0) {
    return skip(
      'already-ran',
      `already ran for this visit to \`${issue.state}\`; it runs again when the issue comes back to that state`,
    );
  }
  const refusal = view.refusal(issue);
  if (refusal !== undefined) return skip(refusal.reason, refusal.detail);
  const runsLeft = view.runsLeft(issue.id);
  if (runsLeft <= 0) {
    return skip('run-limit', 'this issue used up `loop.max_runs_per_issue` in this job');
  }
  const startable = fresh.filter((stage) => view.unavailable(stage) === undefined);
  const [first] = fresh;
  if (startable.length === 0 && first !== undefined) {
    const cause = view.unavailable(first);
    if (cause !== undefined) return skip(cause.reason, cause.detail);
  }
  return { kind: 'run', stages: startable.slice(0, runsLeft), cut: startable.slice(runsLeft) };
}

function skip(reason: Skip['reason'], detail: string): Decision {
  return { kind: 'skip', reason, detail };
}
