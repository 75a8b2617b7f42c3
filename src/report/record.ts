/** The run record, `run.json`: everything that a program wants to know of a run. */
import { leavesWork } from '../left-issues.ts';
import type { AttemptOutcome, FailureClass, RunOutcome, SkipReason } from '../outcome.ts';
import type { Redact } from '../redact.ts';

export interface RunRecord {
  readonly version: 1;
  readonly drained: boolean;
  readonly reason: RunOutcome['reason'];
  readonly detail: string | null;
  readonly started_at: string;
  readonly ended_at: string;
  readonly pulls: number;
  readonly failed_pulls: number;
  readonly repository: string;
  readonly workflow: string;
  readonly sessions: readonly SessionRecord[];
  readonly skipped: readonly SkippedRecord[];
  /** Labels that `on_start` set and that could not be taken back before the runner's end. */
  readonly not_undone: readonly string[];
}

export interface SessionRecord {
  readonly issue: string;
  readonly title: string;
  readonly url: string | null;
  readonly stage: string;
  readonly agent: string;
  readonly runtime: string;
  readonly agent_version: string | null;
  readonly attempt: number;
  readonly final: boolean;
  readonly state: AttemptOutcome['verdict']['state'];
  readonly class: FailureClass | null;
  readonly reason: string | null;
  readonly started_at: string;
  readonly ended_at: string;
  readonly duration_ms: number;
  readonly exit_code: number | null;
  readonly signal: string | null;
  readonly session_id: string | null;
  readonly transcript: string | null;
  readonly tokens: {
    readonly input: number;
    readonly output: number;
    readonly cache_read: number;
    readonly cache_write: number;
  } | null;
  readonly cost_usd: number | null;
  readonly tool_calls: number;
  readonly permission_denials: number;
  readonly retries: number;
  readonly last_message: string | null;
}

export interface SkippedRecord {
  readonly issue: string;
  readonly title: string;
  readonly state: string | null;
  readonly reason: SkipReason;
  readonly detail: string;
}

/** What the record says beside the outcome. */
export interface RecordFacts {
  /** The listed repository, `owner/name`. */
  readonly repository: string;
  /** Absolute path of the workflow file. */
  readonly workflow: string;
}

/** Whether nothing waits and nothing runs. */
export function isDrained(outcome: RunOutcome): boolean {
  const { reason } = outcome;
  return (reason === 'drained' || reason === 'max-iterations') && !leavesWork(outcome);
}

/** Makes the record; what is unknown is null, never 0. */
export function createRecord(outcome: RunOutcome, facts: RecordFacts, redact: Redact): RunRecord {
  return {
    version: 1,
    drained: isDrained(outcome),
    reason: outcome.reason,
    detail: outcome.detail === undefined ? null : redact(outcome.detail),
    started_at: outcome.startedAt.toISOString(),
    ended_at: outcome.endedAt.toISOString(),
    pulls: outcome.pulls,
    failed_pulls: outcome.failedPulls,
    repository: facts.repository,
    workflow: facts.workflow,
    sessions: outcome.attempts.map((attempt) => sessionRecord(attempt, redact)),
    skipped: outcome.skipped.map((skip) => ({
      issue: skip.id,
      title: redact(skip.title),
      state: skip.state === undefined ? null : redact(skip.state),
      reason: skip.reason,
      detail: redact(skip.detail),
    })),
    not_undone: outcome.notUndone.map(redact),
  };
}

function sessionRecord(attempt: AttemptOutcome, redact: Redact): SessionRecord {
  const { issue, verdict, session } = attempt;
  const lastMessage = session?.lastMessage;
  return {
    issue: issue.id,
    title: redact(issue.title),
    url: issue.url === undefined ? null : redact(issue.url),
    stage: attempt.stage,
    agent: attempt.agent,
    runtime: attempt.runtime,
    agent_version: attempt.agentVersion ?? null,
    attempt: attempt.attempt,
    final: attempt.final,
    state: verdict.state,
    class: verdict.state === 'completed' ? null : verdict.class,
    reason: verdict.state === 'completed' ? null : redact(verdict.reason),
    started_at: attempt.startedAt.toISOString(),
    ended_at: attempt.endedAt.toISOString(),
    duration_ms: attempt.endedAt.getTime() - attempt.startedAt.getTime(),
    exit_code: attempt.exitCode ?? null,
    signal: attempt.signal ?? null,
    session_id: session?.sessionId ?? null,
    transcript: attempt.transcript ?? null,
    tokens:
      session?.tokens === undefined
        ? null
        : {
            input: session.tokens.input,
            output: session.tokens.output,
            cache_read: session.tokens.cacheRead,
            cache_write: session.tokens.cacheWrite,
          },
    cost_usd: session?.costUsd ?? null,
    tool_calls: session?.toolCalls ?? 0,
    permission_denials: session?.permissionDenials ?? 0,
    retries: session?.retries ?? 0,
    last_message: lastMessage === undefined ? null : redact(lastMessage),
  };
}
