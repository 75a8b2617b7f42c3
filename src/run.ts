/** The story of a run: pull -> offer -> ... until drained -> what became of everything. */
import { setMaxListeners } from 'node:events';
import { createDispatcher, type DispatcherDeps } from './dispatch/dispatcher.ts';
import type { RunStage } from './dispatch/stage-run.ts';
import { type IntakeEnd, type IntakeStep, intake, type PullCount, pullsLeft } from './intake.ts';
import type { JsonObject } from './json.ts';
import type { Log } from './log.ts';
import type { AttemptOutcome, RunOutcome, SkippedIssue, UnmovedIssue } from './outcome.ts';
import { stopKind } from './stop.ts';
import type { Issue } from './tracker/issue.ts';
import type { Pull, Tracker } from './tracker/tracker.ts';
import type { Workflow } from './workflow/workflow.ts';

export interface RunDeps {
  readonly tracker: Tracker;
  readonly runStage: RunStage;
  readonly log: Log;
  timeLeftMs: DispatcherDeps['timeLeftMs'];
  writeEvent(event: string, fields: JsonObject): void;
  /** Says in the log how far the run is, until it is disposed of. */
  showStatus(waitingIssues: () => number): Disposable;
  /** Aborted when the runner ends us, or at the end of the time budget: then nothing is asked for any more. */
  readonly shutdown: AbortSignal;
}

/**
 * Works the tracker's issues until drained.
 *
 * @param signal ends what runs: aborted with a `StopRequest` by the time budget or a shutdown
 */
export async function run(deps: RunDeps, workflow: Workflow, signal: AbortSignal): Promise<RunOutcome> {
  const { tracker, log } = deps;
  const startedAt = new Date();
  const rules = { idleMs: workflow.intake.idleMs, maxIterations: workflow.loop.maxIterations };
  const count: PullCount = { succeeded: 0, failed: 0, searched: undefined };
  const dispatcher = createDispatcher(
    workflow,
    { ...deps, pullsLeft: () => pullsLeft(count, rules) },
    signal,
  );
  using _status = deps.showStatus(() => dispatcher.waitingIssues);
  const onPull = (fields: JsonObject) => deps.writeEvent('pull', fields);

  let end: IntakeEnd = { reason: 'cancelled', detail: undefined };
  let last: Extract<IntakeStep, { kind: 'pull' }> | undefined;
  for await (const step of intake({ tracker, dispatch: dispatcher, count, log, onPull }, rules, signal)) {
    if (step.kind === 'end') {
      end = step;
    } else {
      dispatcher.offer(step.pull, step.beganAt);
      last = step;
    }
  }
  const attempts = await dispatcher.drain();
  // the runner may end us while the sessions that the time budget ended are still ending
  if (end.reason === 'time-budget' && stopKind(deps.shutdown) === 'shutdown') {
    end = { reason: 'cancelled', detail: undefined };
  }
  const skipped = dispatcher.skipped();
  if (end.reason === 'cost-limit') end = { ...end, detail: withIssuesLeft(end.detail, skipped) };
  return {
    ...end,
    startedAt,
    endedAt: new Date(),
    pulls: count.succeeded,
    failedPulls: count.failed,
    attempts,
    skipped,
    unmoved: deps.shutdown.aborted ? [] : await findUnmoved(tracker, attempts, last, deps.shutdown),
    planned: [],
    searched: count.searched,
    notUndone: [],
  };
}

/** The next run has these to do; what never could have started is not among them. */
function withIssuesLeft(detail: string | undefined, skipped: readonly SkippedIssue[]): string {
  const left = skipped.filter(({ reason }) => reason === 'cost-limit').length;
  return `${detail ?? 'the limit is reached'}; ${left} ${left === 1 ? 'issue is' : 'issues are'} left for the next run`;
}

/** How long the last look at all issues may take. */
const LAST_LOOK_MS = 20_000;

/**
 * Issues whose stage completed and which are still in the state that started it: the next run will work them, and pay
 * for them, again. Told by the last pull where it began after the stage run had ended, otherwise by asking once more.
 */
async function findUnmoved(
  tracker: Tracker,
  attempts: readonly AttemptOutcome[],
  last: { readonly pull: Pull; readonly beganAt: number } | undefined,
  shutdown: AbortSignal,
): Promise<readonly UnmovedIssue[]> {
  const completed = new Map(
    attempts
      .filter((attempt) => attempt.final && attempt.verdict.state === 'completed')
      .map((attempt) => [`${attempt.issue.id}/${attempt.stage}`, attempt]),
  );
  const lastBeganAt = last === undefined ? 0 : performance.timeOrigin + last.beganAt;
  const signal = AbortSignal.any([shutdown, AbortSignal.timeout(LAST_LOOK_MS)]);
  setMaxListeners(0, signal);
  const found = await Promise.all(
    [...completed.values()].map(async ({ issue, stage, endedAt }) => {
      const isStill =
        lastBeganAt >= endedAt.getTime()
          ? last?.pull.issues.some((seen) => seen.id === issue.id && seen.state === issue.state)
          : await isStillIn(tracker, issue, signal);
      return isStill === true ? [{ issue, stage }] : [];
    }),
  );
  return found.flat();
}

async function isStillIn(tracker: Tracker, issue: Issue, signal: AbortSignal): Promise<boolean> {
  if (tracker.kind !== 'github') return false;
  return tracker.admit(issue, signal).then(
    // refused for what somebody did to it, it is where it was
    (answer) => answer.kind === 'admitted' || !['changed', 'check-failed'].includes(answer.reason),
    () => false,
  );
}
