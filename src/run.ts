/** The story of a run: pull -> offer -> ... until drained -> what became of everything. */
import { setImmediate } from 'node:timers/promises';
import { createDispatcher, type DispatcherDeps, type RunStage } from './dispatch/dispatcher.ts';
import { type IntakeEnd, type IntakeStep, intake, type PullCount, pullsLeft } from './intake.ts';
import type { JsonObject } from './json.ts';
import type { Log } from './log.ts';
import type { AttemptOutcome, PlannedStart, RunOutcome, UnmovedIssue } from './outcome.ts';
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
  return {
    ...end,
    startedAt,
    endedAt: new Date(),
    pulls: count.succeeded,
    failedPulls: count.failed,
    attempts,
    skipped: dispatcher.skipped(),
    unmoved: stopKind(signal) === 'shutdown' ? [] : await findUnmoved(tracker, attempts, last),
    planned: [],
    searched: count.searched,
    notUndone: [],
  };
}

/**
 * Pulls once and decides, admission included, as a run would; starts nothing. What would start holds its reservation
 * until everything is decided, so that the limit shows.
 */
export async function dryRun(
  deps: Omit<RunDeps, 'runStage'>,
  workflow: Workflow,
  signal: AbortSignal,
): Promise<RunOutcome> {
  const startedAt = new Date();
  const planned: PlannedStart[] = [];
  const decided = Promise.withResolvers<void>();
  const over = new AbortController();
  const admissions = new Set<Promise<unknown>>();
  const tracker: Pick<Tracker, 'kind' | 'admit'> = {
    kind: deps.tracker.kind,
    admit(issue, admitSignal) {
      const admission = deps.tracker.admit(issue, admitSignal).finally(() => admissions.delete(admission));
      admissions.add(admission);
      return admission;
    },
  };
  const runStage: RunStage = async ({ issue, stage }) => {
    planned.push({ issue, stage: stage.name, agent: stage.agent.name });
    await decided.promise;
    return [];
  };
  const dispatcher = createDispatcher(
    workflow,
    { ...deps, tracker, runStage, pullsLeft: () => false },
    AbortSignal.any([signal, over.signal]),
  );

  const pull = await deps.tracker.pull(signal);
  for (const warning of pull.warnings) deps.log.warning(warning, { kind: 'pull', title: 'issue left out' });
  dispatcher.offer(pull, performance.now());
  while (admissions.size > 0) {
    await Promise.allSettled(admissions);
    // a refusal gives its slot to the next issue, which is then admitted in turn
    await setImmediate();
  }
  const skipped = dispatcher.skipped();
  over.abort();
  decided.resolve();
  await dispatcher.drain();
  return {
    reason: 'drained',
    detail: undefined,
    startedAt,
    endedAt: new Date(),
    pulls: 1,
    failedPulls: 0,
    attempts: [],
    skipped,
    unmoved: [],
    planned,
    searched: pull.searched,
    notUndone: [],
  };
}

/** How long the last look at one issue may take. */
const LAST_LOOK_MS = 20_000;

/**
 * Issues whose stage completed and which are still in the state that started it: the next run will work them, and pay
 * for them, again. Told by the last pull where it began after the stage run had ended, otherwise by asking once more.
 */
async function findUnmoved(
  tracker: Tracker,
  attempts: readonly AttemptOutcome[],
  last: { readonly pull: Pull; readonly beganAt: number } | undefined,
): Promise<readonly UnmovedIssue[]> {
  const completed = new Map(
    attempts
      .filter((attempt) => attempt.final && attempt.verdict.state === 'completed')
      .map((attempt) => [`${attempt.issue.id}/${attempt.stage}`, attempt]),
  );
  const lastBeganAt = last === undefined ? 0 : performance.timeOrigin + last.beganAt;
  const unmoved: UnmovedIssue[] = [];
  for (const { issue, stage, endedAt } of completed.values()) {
    const isStill =
      lastBeganAt >= endedAt.getTime()
        ? last?.pull.issues.some((seen) => seen.id === issue.id && seen.state === issue.state)
        : await isStillIn(tracker, issue, AbortSignal.timeout(LAST_LOOK_MS));
    if (isStill) unmoved.push({ issue, stage });
  }
  return unmoved;
}

async function isStillIn(tracker: Tracker, issue: Issue, signal: AbortSignal): Promise<boolean> {
  if (tracker.kind !== 'github') return false;
  return tracker.admit(issue, signal).then(
    (admission) => admission.kind === 'admitted',
    () => false,
  );
}
