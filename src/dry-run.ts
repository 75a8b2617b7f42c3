/** What a run would do: one pull, every decision, nothing started. */
import { setImmediate } from 'node:timers/promises';
import { createDispatcher } from './dispatch/dispatcher.ts';
import type { RunStage } from './dispatch/stage-run.ts';
import { messageOf } from './errors.ts';
import type { IntakeEnd } from './intake.ts';
import type { PlannedStart, RunOutcome } from './outcome.ts';
import type { RunDeps } from './run.ts';
import { stopKind } from './stop.ts';
import { CredentialsError, type Pull, RateLimitError, type Tracker } from './tracker/tracker.ts';
import type { Workflow } from './workflow/workflow.ts';

/**
 * Pulls once and decides, admission included, as a run would; starts nothing. What would start holds its reservation
 * until everything is decided, so that the limit shows.
 */
export async function dryRun(
  deps: Pick<RunDeps, 'tracker' | 'log' | 'timeLeftMs' | 'writeEvent'>,
  workflow: Workflow,
  signal: AbortSignal,
): Promise<RunOutcome> {
  const startedAt = new Date();
  const planned: PlannedStart[] = [];
  const decided = Promise.withResolvers<void>();
  const over = new AbortController();
  const { tracker, admitted } = watchAdmissions(deps.tracker);
  const runStage: RunStage = async ({ issue, stage }) => {
    planned.push({ issue, stage: stage.name, agent: stage.agent.name });
    await decided.promise;
    return [];
  };
  const dispatcher = createDispatcher(
    workflow,
    { ...deps, tracker, runStage, pullsLeft: () => false, waitsForReset: false },
    AbortSignal.any([signal, over.signal]),
  );

  let end: IntakeEnd = { reason: 'drained', detail: undefined };
  let pull: Pull | undefined;
  try {
    pull = await deps.tracker.pull(signal);
  } catch (error) {
    end = describeFailure(error);
    if (!signal.aborted) deps.log.error(`pull failed: ${end.detail}`, { title: 'pull failed' });
  }
  if (pull !== undefined) {
    for (const warning of pull.warnings) deps.log.warning(warning, { kind: 'pull', title: 'issue left out' });
    dispatcher.offer(pull, performance.now());
    await admitted();
    if (dispatcher.closed !== undefined) end = dispatcher.closed;
  }
  if (signal.aborted) {
    end = { reason: stopKind(signal) === 'time-budget' ? 'time-budget' : 'cancelled', detail: undefined };
  }
  const skipped = dispatcher.skipped();
  // nobody waits any more, so the end of the dry run is nobody's reason
  dispatcher.offer(NOTHING, performance.now());
  over.abort();
  decided.resolve();
  await dispatcher.drain();
  const inOrder = inOrderOf(pull, planned);
  for (const { issue, stage, agent } of inOrder) {
    deps.log.child(`${issue.ref} ${stage}`).info(`would start with ${agent}`);
  }
  return {
    ...end,
    startedAt,
    endedAt: new Date(),
    pulls: pull === undefined ? 0 : 1,
    failedPulls: pull === undefined && !signal.aborted ? 1 : 0,
    attempts: [],
    skipped,
    unmoved: [],
    planned: inOrder,
    searched: pull?.searched,
    hasMore: pull?.isCut === true,
    notUndone: [],
  };
}

const NOTHING: Pull = {
  issues: [],
  ambiguous: [],
  warnings: [],
  searched: '',
  isCut: false,
  rateLimitLow: false,
};

/** Admissions end in any order; a run gives its places in the pull's. */
function inOrderOf(pull: Pull | undefined, planned: readonly PlannedStart[]): readonly PlannedStart[] {
  const places = new Map(pull?.issues.map(({ id }, index) => [id, index]));
  const placeOf = ({ issue }: PlannedStart): number => places.get(issue.id) ?? 0;
  return planned.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The tracker, and the moment in which it has been asked about every issue. */
function watchAdmissions(tracker: Tracker) {
  const admissions = new Set<Promise<unknown>>();
  const watched: Pick<Tracker, 'kind' | 'admit'> = {
    kind: tracker.kind,
    admit(issue, signal) {
      const admission = tracker.admit(issue, signal).finally(() => admissions.delete(admission));
      admissions.add(admission);
      return admission;
    },
  };
  async function admitted(): Promise<void> {
    while (admissions.size > 0) {
      await Promise.allSettled(admissions);
      // a refusal gives its slot to the next issue, which is then admitted in turn
      await setImmediate();
    }
  }
  return { tracker: watched, admitted };
}

function describeFailure(error: unknown): IntakeEnd {
  const detail = messageOf(error);
  if (error instanceof CredentialsError) return { reason: 'credentials', detail };
  if (error instanceof RateLimitError) return { reason: 'rate-limited', detail };
  return { reason: 'intake-failed', detail };
}
