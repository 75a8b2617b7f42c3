/**
 * What became of things: the values that dispatch, stages and sessions hand to the report. Types only, so that every
 * layer can share them.
 */
import type { Issue } from './tracker/issue.ts';
import type { RuntimeName } from './workflow/workflow.ts';

/** Whose failure it was; decides about retries and `on_failure`. */
export type FailureClass =
  | 'agent'
  | 'timeout'
  | 'stalled'
  | 'budget'
  | 'provider'
  | 'github'
  | 'setup'
  | 'cancelled';

export type SessionState = 'completed' | 'failed' | 'cancelled';

/** What an agent's output said of itself, followed line by line. */
export interface SessionSnapshot {
  /** The provider's own id of the session. */
  readonly sessionId: string | undefined;
  /** Undefined until the provider gave figures. `input` is everything the model read, cached or not. */
  readonly tokens: Tokens | undefined;
  /** In US dollars; undefined is unknown, never 0. */
  readonly costUsd: number | undefined;
  readonly toolCalls: number;
  readonly permissionDenials: number;
  readonly retries: number;
  readonly lastMessage: string | undefined;
  readonly lastEventAt: Date | undefined;
}

export interface Tokens {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

/** How an attempt ended, with its reason in words for the person with a red cross. */
export type Verdict =
  | { readonly state: 'completed' }
  | { readonly state: 'failed'; readonly class: Exclude<FailureClass, 'cancelled'>; readonly reason: string }
  | { readonly state: 'cancelled'; readonly class: 'cancelled'; readonly reason: string };

/** One attempt of one stage run, also one that ended before its session started. */
export interface AttemptOutcome {
  readonly issue: Issue;
  readonly stage: string;
  readonly agent: string;
  readonly runtime: RuntimeName;
  readonly agentVersion: string | undefined;
  /** From 1. */
  readonly attempt: number;
  /** Whether this attempt's verdict is the stage run's. */
  readonly final: boolean;
  readonly verdict: Verdict;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  /** Undefined when no session started. */
  readonly session: SessionSnapshot | undefined;
  /** Absolute path; undefined when no session started. */
  readonly transcript: string | undefined;
  /** The last lines of the standard error of whatever failed; empty when there is none. */
  readonly stderrTail: string;
  /** Things that did not decide the outcome but that somebody should know: a failed `after_run`, an exit code. */
  readonly warnings: readonly string[];
  /** Why its session did not start once it was prepared, where the next run is to start it. Set by the dispatch. */
  readonly refused?: SkipReason;
}

export type SkipReason =
  | 'shutting-down'
  | 'no-matching-stage'
  | 'issue-concurrency-full'
  | 'matching-stages-already-active'
  | 'already-ran'
  | 'run-limit'
  | 'changed'
  | 'not-trusted'
  | 'edited-after-label'
  | 'check-failed'
  | 'ambiguous'
  | 'interrupted'
  | 'time-budget'
  | 'cost-limit'
  | 'agent-unavailable';

/** An issue of the last pull that had no stage run in this job. */
export interface SkippedIssue {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly url: string | undefined;
  /** Undefined when it is ambiguous. */
  readonly state: string | undefined;
  readonly reason: SkipReason;
  readonly detail: string;
}

/** Why a run ended. */
export type RunReason =
  | 'drained'
  | 'max-iterations'
  | 'time-budget'
  | 'cost-limit'
  | 'rate-limited'
  | 'credentials'
  | 'cancelled'
  | 'intake-failed'
  | 'bad-workflow'
  | 'bad-input'
  /** Another run on this disk is at work: nothing was started. */
  | 'locked';

/** An issue whose stage completed and which is still in the state that started it. */
export interface UnmovedIssue {
  readonly issue: Issue;
  readonly stage: string;
}

/** What a planned stage run of a dry run would be. */
export interface PlannedStart {
  readonly issue: Issue;
  readonly stage: string;
  readonly agent: string;
}

/** Everything that the report is made from. */
export interface RunOutcome {
  readonly reason: RunReason;
  /** The sentence behind the reason, when there is more to say: the last pull error, the limit that was reached. */
  readonly detail: string | undefined;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** Successful pulls. */
  readonly pulls: number;
  readonly failedPulls: number;
  readonly attempts: readonly AttemptOutcome[];
  readonly skipped: readonly SkippedIssue[];
  readonly unmoved: readonly UnmovedIssue[];
  /** Only in a dry run; in the order of the pull. */
  readonly planned: readonly PlannedStart[];
  /** What the last pull looked for, said when there was nothing to do. */
  readonly searched: string | undefined;
  /** The last pull left issues out, because there are more than `limit`. */
  readonly hasMore: boolean;
  /** `on_start` transitions that could not be undone before the runner's end. */
  readonly notUndone: readonly string[];
}
