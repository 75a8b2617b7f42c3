/** The work on one issue, from its reservation to the last release: admission, then a stage run for each stage. */
import type { AttemptOutcome } from '../outcome.ts';
import type { Issue } from '../tracker/issue.ts';
import type { Stage } from '../workflow/workflow.ts';
import type { Admissions } from './admissions.ts';
import type { Breaker } from './breaker.ts';
import type { CostLimit } from './cost-limit.ts';
import type { Pause } from './further-attempts.ts';
import type { OwnStates } from './own-states.ts';
import type { Reservations } from './reservations.ts';
import type { Skip } from './skip-texts.ts';
import type { Skips } from './skips.ts';
import type { RunStage, StageRun } from './stage-run.ts';
import type { Visits } from './visits.ts';

export interface IssueWorkDeps {
  readonly reservations: Pick<Reservations, 'release'>;
  readonly admissions: Pick<Admissions, 'ask'>;
  readonly visits: Pick<Visits, 'isSame' | 'begin' | 'end' | 'forget'>;
  readonly ownStates: Pick<OwnStates, 'of' | 'set'>;
  readonly skips: Pick<Skips, 'add' | 'ran'>;
  readonly breaker: Pick<Breaker, 'dispatch'>;
  readonly costLimit: CostLimit;
  readonly pause: Pause;
  readonly runStage: RunStage;
  /** Why nothing starts any more, for an issue that was about to. */
  whyStopping(): Skip;
  /** Why no session of a stage starts any more, if so. */
  unavailable(stage: Stage): Skip | undefined;
  /** Takes back what a reservation counted towards `max_runs_per_issue`. */
  uncountRun(issue: Issue): void;
  /** See `StageRun.tokenRefused`. */
  tokenRefused(detail: string): void;
  /** A stage run has ended, and with it these attempts; its reservation is still held. */
  onEnded(attempts: readonly AttemptOutcome[]): void;
  /** A reservation was released: something else may start. */
  onRelease(): void;
  /** A `runStage` threw. */
  onBug(error: unknown): void;
  /** Aborted when nothing starts any more. */
  readonly noStarts: AbortSignal;
}

/** Works an issue whose stages are reserved; resolves when all of them are released. Rejects only for bugs. */
export type WorkIssue = (listed: Issue, stages: readonly Stage[], signal: AbortSignal) => Promise<void>;

/** Makes what works the issues of one run. */
export function createIssueWork(deps: IssueWorkDeps): WorkIssue {
  const { reservations, visits, ownStates, skips } = deps;

  async function workIssue(listed: Issue, stages: readonly Stage[], signal: AbortSignal): Promise<void> {
    const answer = await deps.admissions.ask(listed, deps.noStarts);
    if (answer?.kind !== 'admitted') {
      skips.add(listed, answer?.skip ?? deps.whyStopping());
      for (const stage of stages) giveBack(listed, stage);
      deps.onRelease();
      return;
    }
    const { issue, visit } = answer;
    const fresh = stages.filter((stage) => !visits.isSame(listed, stage.name, visit));
    for (const stage of stages.filter((each) => !fresh.includes(each))) giveBack(listed, stage);
    for (const stage of fresh) visits.begin({ ...issue, revision: listed.revision }, stage.name, visit);
    if (fresh.length > 0) skips.ran(issue.id);
    if (fresh.length < stages.length) deps.onRelease();
    const take = deps.breaker.dispatch();
    await Promise.all(fresh.map((stage) => workStage(issue, stage, take, signal)));
  }

  async function workStage(
    issue: Issue,
    stage: Stage,
    take: (attempt: AttemptOutcome) => void,
    signal: AbortSignal,
  ): Promise<void> {
    let refused: Skip | undefined;
    const run: StageRun = {
      issue,
      stage,
      pause: (delayMs, onWait) => deps.pause(issue, stage, { delayMs, onWait }, signal),
      setsState: (state) => ownStates.set(issue.id, stage.name, state),
      refusal() {
        refused = deps.unavailable(stage);
        return refused?.detail;
      },
      openAccount: deps.costLimit.open,
      tokenRefused: deps.tokenRefused,
    };
    let attempts: readonly AttemptOutcome[] = [];
    try {
      attempts = withRefusal(await deps.runStage(run, signal), refused);
      attempts.forEach(take);
    } catch (error) {
      deps.onBug(error);
    }
    deps.onEnded(attempts);
    // a pull that shows the issue again is to say that it waits, not that it already ran
    if (refused !== undefined) visits.forget(issue.id, stage.name);
    else visits.end(issue.id, stage.name, ownStates.of(issue.id, stage.name) === stage.state);
    ownStates.set(issue.id, stage.name, undefined);
    reservations.release(issue.id, stage.name);
    deps.onRelease();
  }

  function giveBack(issue: Issue, stage: Stage): void {
    reservations.release(issue.id, stage.name);
    deps.uncountRun(issue);
  }

  return workIssue;
}

/** The last attempt is the one that was refused: a stage run that is refused has no further one. */
function withRefusal(
  attempts: readonly AttemptOutcome[],
  refused: Skip | undefined,
): readonly AttemptOutcome[] {
  const last = attempts.at(-1);
  if (refused === undefined || last === undefined) return attempts;
  return [...attempts.slice(0, -1), { ...last, refused: refused.reason }];
}
