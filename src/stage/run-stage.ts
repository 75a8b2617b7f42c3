/**
 * One stage run: its attempts, then its transition. Ends only when no process of it is left, so that releasing its
 * reservation is safe.
 */
import { randomUUID } from 'node:crypto';
import { describeBudget } from '../agent/budget.ts';
import type { RunStage, StageRun } from '../dispatch/stage-run.ts';
import { describeBug } from '../errors.ts';
import type { Tone } from '../log.ts';
import type { AttemptOutcome, SessionState } from '../outcome.ts';
import { formatEnd } from '../report/format.ts';
import { formatStart } from '../report/start-line.ts';
import type { Issue } from '../tracker/issue.ts';
import { type AttemptResult, runAttempt, type SharedByAttempts } from './run-attempt.ts';
import type { StageDeps } from './stage-deps.ts';
import { createTransitions } from './transitions.ts';
import { describeError, isRetryable, setupFailure } from './verdict.ts';

const MAX_BACKOFF_MS = 300_000;

const TONES = { completed: 'good', failed: 'bad', cancelled: 'warn' } as const satisfies Record<
  SessionState,
  Tone
>;

export function createRunStage(deps: StageDeps): RunStage {
  return (run, signal) => runStage(deps, run, signal);
}

async function runStage(
  deps: StageDeps,
  run: StageRun,
  signal: AbortSignal,
): Promise<readonly AttemptOutcome[]> {
  const { stage } = run;
  const { maxAttempts, backoffMs } = stage.retry;
  const log = deps.log.child(`${run.issue.ref} ${stage.name}`);
  const stageRunId = randomUUID();
  const transitions = createTransitions(deps, run);
  const shared: SharedByAttempts = { startingPoint: undefined };
  const outcomes: AttemptOutcome[] = [];
  let processes = 0;
  const nextProcess = () => ++processes;
  const told = deps.progress.begin(run.issue, stage);

  for (let issue: Issue | undefined = run.issue; issue !== undefined; ) {
    const attempt = outcomes.length + 1;
    const startedAt = new Date();
    told.attempt(attempt);
    deps.writeEvent('attempt_started', {
      issue: issue.id,
      stage: stage.name,
      attempt,
      stage_run: stageRunId,
    });
    const [title, limits] = [deps.redact(issue.title), describeBudget(stage.agent)];
    log.info(formatStart({ agent: stage.agent, title, attempt, limits }));
    const result = await runAttempt(
      deps,
      {
        issue,
        stage,
        stageRunId,
        transitions,
        shared,
        refusal: run.refusal,
        nextProcess,
        onCost: run.openAccount(),
        onSession: told.session,
        log,
      },
      signal,
    ).catch((error: unknown): AttemptResult => {
      log.error(`internal error, please report it: ${describeBug(error)}`, { title: 'internal error' });
      return {
        verdict: setupFailure(`internal error, please report it: ${describeError(error)}`),
        session: undefined,
        transcript: undefined,
        stderrTail: '',
        warnings: [],
      };
    });
    const outcome = toOutcome(run, issue, attempt, startedAt, result);
    outcomes.push(outcome);
    told.attemptEnded(outcome);
    log.info(formatEnd(outcome), TONES[outcome.verdict.state]);
    deps.writeEvent('attempt_ended', {
      issue: issue.id,
      stage: stage.name,
      attempt,
      stage_run: stageRunId,
      verdict: outcome.verdict,
    });
    if (!isRetryable(outcome.verdict) || attempt >= maxAttempts || signal.aborted) break;
    const delayMs = Math.min(backoffMs * 2 ** (attempt - 1), MAX_BACKOFF_MS);
    issue = await run.pause(delayMs, () =>
      log.info(`next attempt (${attempt + 1} of ${maxAttempts}) in ${delayMs / 1000} s`),
    );
  }

  await deps.processes.sweep(`${stageRunId}/`);
  const last = outcomes.at(-1);
  if (last === undefined) return outcomes;
  const { verdict, warning } = await transitions.finish(last.verdict);
  told.ended(verdict, last.endedAt);
  const warnings = warning === undefined ? last.warnings : [...last.warnings, warning];
  return [...outcomes.slice(0, -1), { ...last, verdict, warnings, final: true }];
}

function toOutcome(
  { stage }: StageRun,
  issue: Issue,
  attempt: number,
  startedAt: Date,
  { verdict, session, transcript, stderrTail, warnings }: AttemptResult,
): AttemptOutcome {
  return {
    issue,
    stage: stage.name,
    agent: stage.agent.name,
    runtime: stage.agent.runtime,
    agentVersion: session?.agentVersion,
    attempt,
    final: false,
    verdict,
    startedAt,
    endedAt: new Date(),
    exitCode: session?.exitCode,
    signal: session?.signal,
    session: session?.snapshot,
    transcript,
    stderrTail,
    warnings,
  };
}
