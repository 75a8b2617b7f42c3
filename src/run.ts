/** The story of a run: pull -> offer -> ... until drained -> what became of everything. */
import { setMaxListeners } from 'node:events';
import { createDispatcher, type DispatcherDeps } from './dispatch/dispatcher.ts';
import type { RunStage } from './dispatch/stage-run.ts';
import { messageOf } from './errors.ts';
import { type IntakeEnd, type IntakeStep, intake, type PullCount, pullsLeft } from './intake.ts';
import type { JsonObject } from './json.ts';
import { countLeftIssues } from './left-issues.ts';
import type { Log } from './log.ts';
import type { AttemptOutcome, RunOutcome, SkipReason, UnmovedIssue } from './outcome.ts';
import { stopKind } from './stop.ts';
import type { Admission, Pull, Tracker } from './tracker/tracker.ts';
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
    { ...deps, pullsLeft: () => pullsLeft(count, rules), waitsForReset: true },
    signal,
  );
  using _status = deps.showStatus(() => dispatcher.waitingIssues);
  const onPull = (fields: JsonObject) => deps.writeEvent('pull', fields);

  let end: IntakeEnd = { reason: 'cancelled', detail: undefined };
  let last: Extract<IntakeStep, { kind: 'pull' }> | undefined;
  try {
    for await (const step of intake({ tracker, dispatch: dispatcher, count, log, onPull }, rules, signal)) {
      if (step.kind === 'end') {
        end = step;
      } else {
        dispatcher.offer(step.pull, step.beganAt);
        last = step;
      }
    }
  } catch (bug) {
    // nothing may start, or still run, when the lock is given back
    dispatcher.close({ reason: 'cancelled', detail: 'an internal error' });
    await dispatcher.drain();
    throw bug;
  }
  const attempts = await dispatcher.drain();
  // the runner may end us while the sessions that the time budget ended are still ending
  if (end.reason === 'time-budget' && stopKind(deps.shutdown) === 'shutdown') {
    end = { reason: 'cancelled', detail: undefined };
  }
  const skipped = dispatcher.skipped();
  if (end.reason === 'cost-limit')
    end = { ...end, detail: withIssuesLeft(end.detail, { skipped, attempts }) };
  const unchecked = skipped.find(({ reason }) => reason === 'check-failed');
  const wasAnswered = skipped.some(({ reason }) => CHECKED.includes(reason));
  if (attempts.length === 0 && unchecked !== undefined && !wasAnswered && isQuietEnd(end)) {
    // a green run in which nothing happened, because nothing could be asked
    const detail = `no issue was started: ${unchecked.ref} ${unchecked.detail}`;
    log.error(detail, { title: 'no issue could be checked' });
    end = { reason: 'intake-failed', detail };
  }
  return {
    ...end,
    startedAt,
    endedAt: new Date(),
    pulls: count.succeeded,
    failedPulls: count.failed,
    attempts,
    skipped,
    unmoved: deps.shutdown.aborted ? [] : await findUnmoved(deps, attempts, last),
    planned: [],
    searched: count.searched,
    hasMore: last?.pull.isCut === true,
    notUndone: [],
  };
}

/** What a check before the start answers. */
const CHECKED: readonly SkipReason[] = ['changed', 'not-trusted', 'edited-after-label'];

function isQuietEnd({ reason }: IntakeEnd): boolean {
  return reason === 'drained' || reason === 'max-iterations';
}

/** The next run has these to do, also what was being prepared; what never could have started is not among them. */
function withIssuesLeft(
  detail: string = 'the limit is reached',
  outcome: Pick<RunOutcome, 'skipped' | 'attempts'>,
): string {
  const left = countLeftIssues(outcome, ['cost-limit']);
  return `${detail}; ${left} ${left === 1 ? 'issue is' : 'issues are'} left for the next run`;
}

/** How long the last look at all issues may take. */
const LAST_LOOK_MS = 20_000;

/**
 * Issues whose stage completed and which are still in the state that started it: the next run will work them, and pay
 * for them, again. Told by the last pull where it began after the stage run had ended, otherwise by asking once more.
 */
async function findUnmoved(
  { tracker, log, shutdown }: Pick<RunDeps, 'tracker' | 'log' | 'shutdown'>,
  attempts: readonly AttemptOutcome[],
  last: { readonly pull: Pull; readonly beganAt: number } | undefined,
): Promise<readonly UnmovedIssue[]> {
  const completed = attempts.filter(({ final, verdict }) => final && verdict.state === 'completed');
  const lastBeganAt = last === undefined ? 0 : performance.timeOrigin + last.beganAt;
  const isTold = ({ endedAt }: AttemptOutcome): boolean => lastBeganAt >= endedAt.getTime();
  const told = stillListed(last?.pull, completed.filter(isTold));
  const untold = completed.filter((attempt) => !isTold(attempt));
  if (untold.length > 0 && tracker.kind === 'command') {
    const refs = untold.map(({ issue }) => issue.ref).join(', ');
    log.info(`it is not known whether ${refs} moved: no pull is left (\`loop.max_iterations\`)`);
  }
  if (untold.length === 0 || tracker.kind === 'command') return told;

  const signal = AbortSignal.any([shutdown, AbortSignal.timeout(LAST_LOOK_MS)]);
  setMaxListeners(0, signal);
  try {
    // one listing for all; it may lag behind the last transitions, so what it shows is asked about singly
    const candidates = stillListed(await tracker.pull(signal), untold);
    const answers = await Promise.all(candidates.map(({ issue }) => tracker.admit(issue, signal)));
    return [...told, ...candidates.filter((_, index) => isStillThere(answers[index]))];
  } catch (error) {
    const why = signal.aborted ? 'the tracker did not answer in time' : messageOf(error);
    if (!shutdown.aborted) log.warning(`it is not known whether the completed issues have moved: ${why}`);
    return told;
  }
}

/** Those that a pull shows in the state that started their stage. */
function stillListed(pull: Pull | undefined, completed: readonly AttemptOutcome[]): UnmovedIssue[] {
  const states = new Map(pull?.issues.map(({ id, state }) => [id, state]));
  const found = new Map(
    completed
      .filter(({ issue }) => states.get(issue.id) === issue.state)
      .map(({ issue, stage }) => [`${issue.id}/${stage}`, { issue, stage }]),
  );
  return [...found.values()];
}

/** One that is refused for what somebody did to it is where it was. */
function isStillThere(answer: Admission | undefined): boolean {
  return (
    answer?.kind === 'admitted' || answer?.reason === 'not-trusted' || answer?.reason === 'edited-after-label'
  );
}
