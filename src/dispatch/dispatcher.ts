/**
 * Starts stage runs: decides, reserves in the same turn of the event loop, admits, and hands each stage run to
 * `runStage`. It knows nothing of workspaces, hooks or agents.
 */
import { setMaxListeners } from 'node:events';
import type { Log } from '../log.ts';
import type { AttemptOutcome, SkippedIssue } from '../outcome.ts';
import { stopKind } from '../stop.ts';
import type { Issue } from '../tracker/issue.ts';
import type { Pull, Tracker } from '../tracker/tracker.ts';
import { createBell } from '../waits.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { createAdmissions } from './admissions.ts';
import { createBreaker } from './breaker.ts';
import { createCostLimit } from './cost-limit.ts';
import { type DispatchView, decide } from './decide.ts';
import { createPause } from './further-attempts.ts';
import { createIssueWork } from './issue-work.ts';
import { createOwnStates } from './own-states.ts';
import { createReservations } from './reservations.ts';
import { createResetWait } from './reset-wait.ts';
import {
  ambiguous,
  interrupted,
  lackOfTime,
  leftForNextRun,
  OUT_OF_TIME,
  SHUTTING_DOWN,
  type Skip,
  whyNoMore,
} from './skip-texts.ts';
import { createSkips, type WriteEvent } from './skips.ts';
import { createSlots } from './slots.ts';
import type { RunStage } from './stage-run.ts';
import { createVisits } from './visits.ts';
import { createWaitingList } from './waiting-list.ts';

export interface DispatcherDeps {
  readonly tracker: Pick<Tracker, 'kind' | 'admit'>;
  readonly runStage: RunStage;
  readonly log: Log;
  /** Milliseconds of the time budget that are left. */
  timeLeftMs(): number;
  /** Whether another pull is possible in this job. */
  pullsLeft(): boolean;
  /** Whether what runs is worth waiting for a rate limit's reset; not in a dry run, in which nothing works. */
  readonly waitsForReset: boolean;
  /** Takes each decision: what starts, and what is skipped for another reason than the last time. */
  readonly writeEvent: WriteEvent;
}

export interface Dispatcher {
  /** Offers one pull: its issues in order, replacing the waiting list. */
  offer(pull: Pull, beganAt: number): void;
  /** Nothing is reserved and nothing waits. */
  readonly isIdle: boolean;
  /** Nothing is reserved: no session, no preparation, no retry wait. */
  readonly isQuiet: boolean;
  readonly hasWaiting: boolean;
  /** How many issues wait for room. */
  readonly waitingIssues: number;
  /** How many stage runs have ended; a pull begun at another number is out of date. */
  readonly endedRuns: number;
  /** The waiting list is too old to start from: a pull should come first. */
  readonly wantsPull: boolean;
  /** An issue of the last pull did not start because too little of the time budget is left. */
  readonly isOutOfTime: boolean;
  /** Why nothing starts any more, if so. */
  readonly closed: Closed | undefined;
  /** Starts nothing from now on; what runs goes on. The first reason stands. */
  close(closed: Closed): void;
  /** Resolves when something ended or changed, after `ms`, or when the signal is aborted. */
  change(ms: number, signal: AbortSignal): Promise<void>;
  /** The issues of the last pull that have had no stage run in this job, each with its reason. */
  skipped(): readonly SkippedIssue[];
  /**
   * Awaits everything that runs; answers all attempts, in the order in which their stage runs ended. Rejects, when
   * nothing runs any more, with what a `runStage` threw: a bug, after which nothing was started.
   */
  drain(): Promise<readonly AttemptOutcome[]>;
}

/** Why nothing starts any more although the run was not told to stop. */
export interface Closed {
  /** `cancelled` for a bug. */
  readonly reason: 'credentials' | 'cost-limit' | 'rate-limited' | 'cancelled';
  readonly detail: string;
}

export function createDispatcher(
  workflow: Pick<Workflow, 'stages' | 'loop' | 'intake'>,
  deps: DispatcherDeps,
  signal: AbortSignal,
): Dispatcher {
  const { tracker, runStage, log, timeLeftMs } = deps;
  const { maxIssueConcurrency, maxRunsPerIssue } = workflow.loop;
  /** `on_start` states, each with the state that starts its stage. */
  const startStates = new Map(
    workflow.stages.flatMap((stage) => (stage.onStart?.state ? [[stage.onStart.state, stage.state]] : [])),
  );
  const ownStates = createOwnStates();
  const halt = new AbortController();
  const noStarts = AbortSignal.any([signal, halt.signal]);
  // one listener for each stage run that waits for its retry
  setMaxListeners(0, noStarts);
  const reservations = createReservations();
  const slots = createSlots(reservations, maxIssueConcurrency);
  const skips = createSkips(log, deps.writeEvent);
  const bell = createBell();
  const admissions = createAdmissions({
    tracker,
    onCredentialsError: (error) => close({ reason: 'credentials', detail: error.message }),
    waitForReset: createResetWait({
      log,
      inHand: () => (deps.waitsForReset ? running.size : 0),
      change: bell.wait,
    }),
    onRateLimit: ({ message }) => {
      log.warning(message, { kind: 'rate-limit', title: 'rate limit' });
      close({ reason: 'rate-limited', detail: message });
    },
  });
  const breaker = createBreaker(log);
  const costLimit = createCostLimit(workflow.loop.maxCostUsd, (detail) => {
    log.warning(`${detail}: no further session starts; those that run go on`, { title: 'cost limit' });
    close({ reason: 'cost-limit', detail });
  });
  const visits = createVisits({
    absenceEnds: tracker.kind === 'command',
    isOwnState: (issueId, state) => startStates.has(state) || ownStates.isOwn(issueId, state),
  });
  const runsOf = new Map<string, number>();
  const attempts: AttemptOutcome[] = [];
  const running = new Set<Promise<void>>();
  let endedRuns = 0;
  let isOutOfTime = false;
  let closed: Closed | undefined;
  const bugs: unknown[] = [];
  const waiting = createWaitingList((ageMs) => {
    if (workflow.intake.kind !== 'command' || view.stopping || !deps.pullsLeft()) return false;
    return reservations.activeIssues < maxIssueConcurrency && ageMs > workflow.intake.idleMs;
  });

  const view: DispatchView = {
    get stopping() {
      return signal.aborted || halt.signal.aborted;
    },
    stages: workflow.stages,
    maxIssueConcurrency,
    get activeIssues() {
      return reservations.activeIssues;
    },
    isActive: reservations.isActive,
    isReserved: reservations.isReserved,
    hasRun: visits.hasRun,
    runsLeft: (issueId) => maxRunsPerIssue - (runsOf.get(issueId) ?? 0),
    unavailable: (stage) => breaker.unavailable(stage.agent.name) ?? lackOfTime(stage, timeLeftMs()),
    refusal: admissions.refusal,
  };

  const pause = createPause({
    reservations,
    slots,
    admissions,
    log,
    obstacle(issue, stage, inMs) {
      if (view.stopping) return 'the run is ending';
      if (view.runsLeft(issue.id) <= 0) return '`loop.max_runs_per_issue` is used up';
      const skip = breaker.unavailable(stage.agent.name) ?? lackOfTime(stage, timeLeftMs() - inMs);
      return skip === undefined ? undefined : whyNoMore(skip);
    },
    countRun,
    onPause: fill,
    noStarts,
  });

  const workIssue = createIssueWork({
    reservations,
    admissions,
    visits,
    ownStates,
    skips,
    breaker,
    costLimit,
    pause,
    runStage,
    whyStopping,
    unavailable: (stage) => (closed === undefined ? view.unavailable(stage) : whyStopping()),
    uncountRun: (issue) => countRun(issue, -1),
    tokenRefused: (detail) => close({ reason: 'credentials', detail }),
    onEnded(ended) {
      attempts.push(...ended);
      endedRuns += 1;
    },
    onRelease: fill,
    onBug: stopForBug,
    noStarts,
  });

  function offer(pull: Pull, beganAt: number): void {
    isOutOfTime = false;
    visits.see({ beganAt, issues: pull.issues });
    skips.newPull([...pull.ambiguous, ...pull.issues].map((issue) => issue.id));
    for (const issue of pull.ambiguous) {
      // a stage run of ours may be between the two writings of its transition
      if (!reservations.holds(issue.id)) skips.add({ ...issue, state: undefined }, ambiguous(issue));
    }
    waiting.replace(pull.issues, (issue) => consider(issue) === 'waits');
    fill();
  }

  /** Starts what may start: first retries whose wait is over, then the waiting list, in order. */
  function fill(): void {
    slots.grant(view.stopping);
    waiting.offerAgain((issue) => !canBeDecided(issue) || consider(issue) === 'waits');
    bell.ring();
  }

  /** Whether deciding again could give another answer than "full". */
  function canBeDecided(issue: Issue): boolean {
    return view.stopping || slots.hasRoom(issue.id);
  }

  /** Decides about one issue and acts on it. */
  function consider(issue: Issue): 'waits' | 'done' {
    const holds = reservations.holds(issue.id);
    if (holds && ownStates.isOwn(issue.id, issue.state)) return 'done';
    const startedFrom = startStates.get(issue.state);
    if (tracker.kind === 'github' && startedFrom !== undefined) {
      if (!holds) skips.add(issue, interrupted(startedFrom));
      return 'done';
    }
    const decision = decide(issue, view);
    if (decision.kind === 'skip') {
      if (decision.reason === 'time-budget') isOutOfTime = true;
      skips.add(issue, decision.reason === 'shutting-down' ? whyStopping() : decision);
      return decision.reason === 'issue-concurrency-full' ? 'waits' : 'done';
    }
    for (const { name } of decision.cut) {
      log.info(
        `${issue.ref} ${name} does not start: \`loop.max_runs_per_issue\` is used up by its other stages`,
      );
    }
    for (const stage of decision.stages) {
      reservations.reserve(issue.id, stage.name);
      countRun(issue, 1);
    }
    const stages = decision.stages.map((stage) => stage.name);
    deps.writeEvent('reserved', { issue: issue.id, state: issue.state, stages });
    const work = workIssue(issue, decision.stages, signal)
      .catch((error: unknown) => {
        for (const stage of decision.stages) reservations.release(issue.id, stage.name);
        stopForBug(error);
      })
      .finally(() => {
        running.delete(work);
        bell.ring();
      });
    running.add(work);
    return 'done';
  }

  function whyStopping(): Skip {
    if (closed?.reason === 'cost-limit') return leftForNextRun(closed.reason, closed.detail);
    if (closed?.reason === 'rate-limited') return leftForNextRun('shutting-down', closed.detail);
    return stopKind(signal) === 'time-budget' ? OUT_OF_TIME : SHUTTING_DOWN;
  }

  function countRun(issue: Issue, by: 1 | -1): void {
    runsOf.set(issue.id, (runsOf.get(issue.id) ?? 0) + by);
  }

  function close(reason: Closed): void {
    if (closed !== undefined) return;
    closed = reason;
    halt.abort();
    fill();
  }

  /** What runs is awaited, nothing else is asked for or starts, and `drain` rejects with it. */
  function stopForBug(error: unknown): void {
    bugs.push(error);
    close({ reason: 'cancelled', detail: 'an internal error' });
  }

  signal.addEventListener('abort', fill, { once: true });

  return {
    offer,
    get isIdle() {
      return reservations.isEmpty && waiting.isEmpty;
    },
    get isQuiet() {
      return reservations.isEmpty;
    },
    get hasWaiting() {
      return !waiting.isEmpty;
    },
    get waitingIssues() {
      return waiting.size;
    },
    get endedRuns() {
      return endedRuns;
    },
    get wantsPull() {
      return waiting.wantsPull;
    },
    get isOutOfTime() {
      return isOutOfTime;
    },
    get closed() {
      return closed;
    },
    close,
    change: bell.wait,
    skipped: skips.list,
    async drain() {
      // what ends may start more from the waiting list, so one await is not enough
      while (running.size > 0) await Promise.all(running);
      signal.removeEventListener('abort', fill);
      if (bugs.length > 0) throw bugs[0];
      return attempts;
    },
  };
}
