/**
 * Starts stage runs: decides, reserves in the same turn of the event loop, admits, and hands each stage run to
 * `runStage`. It knows nothing of workspaces, hooks or agents.
 */
import type { Log } from '../log.ts';
import type { AttemptOutcome, SkippedIssue } from '../outcome.ts';
import { stopKind } from '../stop.ts';
import type { Issue } from '../tracker/issue.ts';
import type { Pull, Tracker } from '../tracker/tracker.ts';
import type { Stage, Workflow } from '../workflow/workflow.ts';
import { createAdmissions } from './admissions.ts';
import { type DispatchView, decide } from './decide.ts';
import { createReservations } from './reservations.ts';
import { ambiguous, interrupted, lackOfTime, OUT_OF_TIME } from './skip-texts.ts';
import { createSkips } from './skips.ts';
import { createSlots } from './slots.ts';
import { createVisits } from './visits.ts';
import { createBell, waitMs } from './waits.ts';

/** One reservation, handed to `runStage` with its way back. */
export interface StageRun {
  readonly issue: Issue;
  readonly stage: Stage;
  /**
   * Waits before the next attempt: gives the slot back, waits, takes a slot again and admits the issue again. Answers
   * the issue as it is then, or undefined when there is to be no further attempt.
   */
  pause(delayMs: number): Promise<Issue | undefined>;
  /** The stage run moves the issue to this state itself: while it is reserved that state starts no other stage. */
  setsState(state: string): void;
}

/** Runs all attempts of one stage run and writes its transitions. Everything that the world does is in the outcomes. */
export type RunStage = (run: StageRun, signal: AbortSignal) => Promise<readonly AttemptOutcome[]>;

export interface DispatcherDeps {
  readonly tracker: Pick<Tracker, 'kind' | 'admit'>;
  readonly runStage: RunStage;
  readonly log: Log;
  /** Milliseconds of the time budget that are left. */
  timeLeftMs(): number;
  /** Whether another pull is possible in this job. */
  pullsLeft(): boolean;
}

export interface Dispatcher {
  /** Offers one pull: its issues in order, replacing the waiting list. */
  offer(pull: Pull, beganAt: number): void;
  /** Nothing is reserved and nothing waits. */
  readonly isIdle: boolean;
  /** Nothing is reserved: no session, no preparation, no retry wait. */
  readonly isQuiet: boolean;
  readonly hasWaiting: boolean;
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
  /** Awaits everything that runs; answers all attempts, in the order in which their stage runs ended. */
  drain(): Promise<readonly AttemptOutcome[]>;
}

/** Why nothing starts any more although the run was not told to stop. */
export interface Closed {
  readonly reason: 'credentials';
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
  /** The state that a reserved stage run set itself, by its key. */
  const ownStates = new Map<string, string>();
  const reservations = createReservations();
  const slots = createSlots(reservations, maxIssueConcurrency);
  const skips = createSkips(log);
  const bell = createBell();
  const admissions = createAdmissions({
    tracker,
    onCredentialsError: (error) => close({ reason: 'credentials', detail: error.message }),
  });
  const visits = createVisits({
    absenceEnds: tracker.kind === 'command',
    isOwnState: (issueId, state) => startStates.has(state) || isOwnState(issueId, state),
  });
  const runsOf = new Map<string, number>();
  const attempts: AttemptOutcome[] = [];
  const running = new Set<Promise<void>>();
  let waiting: readonly Issue[] = [];
  let listedAt = 0;
  let wantsPull = false;
  let endedRuns = 0;
  let isOutOfTime = false;
  let closed: Closed | undefined;

  const view: DispatchView = {
    get stopping() {
      return signal.aborted || closed !== undefined;
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
    unavailable: (stage) => lackOfTime(stage, timeLeftMs()),
    refusal: admissions.refusal,
  };

  function offer(pull: Pull, beganAt: number): void {
    wantsPull = false;
    isOutOfTime = false;
    listedAt = performance.now();
    visits.see({ beganAt, issues: pull.issues });
    skips.newPull([...pull.ambiguous, ...pull.issues].map((issue) => issue.id));
    for (const issue of pull.ambiguous) {
      // a stage run of ours may be between the two writings of its transition
      if (!reservations.holds(issue.id)) skips.add({ ...issue, state: undefined }, ambiguous(issue));
    }
    waiting = pull.issues.filter((issue) => consider(issue) === 'waits');
    fill();
  }

  /** Starts what may start: first retries whose wait is over, then the waiting list, in order. */
  function fill(): void {
    slots.grant(view.stopping);
    if (waiting.length > 0 && isListStale()) wantsPull = true;
    else waiting = waiting.filter((issue) => !canBeDecided(issue) || consider(issue) === 'waits');
    bell.ring();
  }

  /** Whether deciding again could give another answer than "full". */
  function canBeDecided(issue: Issue): boolean {
    return view.stopping || slots.hasRoom(issue.id);
  }

  function isListStale(): boolean {
    if (workflow.intake.kind !== 'command' || view.stopping || !deps.pullsLeft()) return false;
    return (
      reservations.activeIssues < maxIssueConcurrency && performance.now() - listedAt > workflow.intake.idleMs
    );
  }

  /** Decides about one issue and acts on it. */
  function consider(issue: Issue): 'waits' | 'done' {
    const holds = reservations.holds(issue.id);
    if (holds && isOwnState(issue.id, issue.state)) return 'done';
    const startedFrom = startStates.get(issue.state);
    if (tracker.kind === 'github' && startedFrom !== undefined) {
      if (!holds) skips.add(issue, interrupted(startedFrom));
      return 'done';
    }
    const decision = decide(issue, view);
    if (decision.kind === 'skip') {
      if (decision.reason === 'time-budget') isOutOfTime = true;
      const late = decision.reason === 'shutting-down' && stopKind(signal) === 'time-budget';
      skips.add(issue, late ? OUT_OF_TIME : decision);
      return decision.reason === 'issue-concurrency-full' ? 'waits' : 'done';
    }
    for (const stage of decision.stages) {
      reservations.reserve(issue.id, stage.name);
      countRun(issue, 1);
    }
    const work = workIssue(issue, decision.stages).finally(() => running.delete(work));
    running.add(work);
    return 'done';
  }

  /** From the reservation to the last release. */
  async function workIssue(listed: Issue, stages: readonly Stage[]): Promise<void> {
    const answer = await admissions.ask(listed, signal);
    if (answer?.kind !== 'admitted') {
      if (answer !== undefined) skips.add(listed, answer.skip);
      for (const stage of stages) giveBack(listed, stage);
      fill();
      return;
    }
    const { issue, visit } = answer;
    const fresh = stages.filter((stage) => !visits.isSame(listed, stage.name, visit));
    for (const stage of stages.filter((each) => !fresh.includes(each))) giveBack(listed, stage);
    for (const stage of fresh) visits.begin({ ...issue, revision: listed.revision }, stage.name, visit);
    if (fresh.length > 0) skips.ran(issue.id);
    if (fresh.length < stages.length) fill();
    await Promise.all(fresh.map((stage) => workStage(issue, stage)));
  }

  async function workStage(issue: Issue, stage: Stage): Promise<void> {
    const run: StageRun = {
      issue,
      stage,
      pause: (delayMs) => pause(issue, stage, delayMs),
      setsState: (state) => ownStates.set(keyOf(issue.id, stage.name), state),
    };
    attempts.push(...(await runStage(run, signal)));
    endedRuns += 1;
    visits.end(issue.id, stage.name, ownStates.get(keyOf(issue.id, stage.name)) === stage.state);
    ownStates.delete(keyOf(issue.id, stage.name));
    reservations.release(issue.id, stage.name);
    fill();
  }

  async function pause(issue: Issue, stage: Stage, delayMs: number): Promise<Issue | undefined> {
    const mayGoOn = () =>
      !view.stopping && view.runsLeft(issue.id) > 0 && view.unavailable(stage) === undefined;
    if (!mayGoOn()) return undefined;
    reservations.pause(issue.id, stage.name);
    fill();
    await waitMs(delayMs, signal);
    await slots.wait(issue.id, () => reservations.resume(issue.id, stage.name));
    if (!mayGoOn()) return undefined;
    countRun(issue, 1);
    return readmit(issue, stage);
  }

  /** Admission before a further attempt: a state that this stage run set itself is no change. */
  async function readmit(issue: Issue, stage: Stage): Promise<Issue | undefined> {
    const state = stage.onStart?.state ?? issue.state;
    const answer = await admissions.ask({ ...issue, state }, signal);
    if (answer?.kind === 'admitted' && !view.stopping) return { ...answer.issue, state: issue.state };
    if (answer?.kind === 'skip') {
      log.child(`${issue.ref} ${stage.name}`).info(`no further attempt: ${answer.skip.detail}`);
    }
    countRun(issue, -1);
    return undefined;
  }

  function countRun(issue: Issue, by: 1 | -1): void {
    runsOf.set(issue.id, (runsOf.get(issue.id) ?? 0) + by);
  }

  function giveBack(issue: Issue, stage: Stage): void {
    reservations.release(issue.id, stage.name);
    countRun(issue, -1);
  }

  function isOwnState(issueId: string, state: string): boolean {
    return workflow.stages.some((stage) => ownStates.get(keyOf(issueId, stage.name)) === state);
  }

  function close(reason: Closed): void {
    if (closed !== undefined) return;
    closed = reason;
    fill();
  }

  signal.addEventListener('abort', fill, { once: true });

  return {
    offer,
    get isIdle() {
      return reservations.isEmpty && waiting.length === 0;
    },
    get isQuiet() {
      return reservations.isEmpty;
    },
    get hasWaiting() {
      return waiting.length > 0;
    },
    get endedRuns() {
      return endedRuns;
    },
    get wantsPull() {
      return wantsPull;
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
      return attempts;
    },
  };
}

function keyOf(issueId: string, stage: string): string {
  return `${issueId}/${stage}`;
}
