import type { AttemptOutcome, RunOutcome, SessionState } from '../outcome.ts';

/** One reservation that was admitted, with all its attempts. Its state is that of the last one. */
export interface StageRun {
  readonly attempts: readonly AttemptOutcome[];
  /** The attempt that counts. */
  readonly final: AttemptOutcome;
  readonly durationMs: number;
  /** Over all attempts; undefined when no attempt gave figures. */
  readonly tokens: { readonly input: number; readonly output: number } | undefined;
  /** Over all attempts, of what is known; undefined when nothing is. */
  readonly costUsd: number | undefined;
}

/**
 * The stage runs among a run's attempts, in the order in which they began. An issue may visit a state twice, so a stage
 * run ends with the attempt that counts, and the next attempt of that stage is another one.
 */
export function stageRuns(attempts: readonly AttemptOutcome[]): readonly StageRun[] {
  const open = new Map<string, AttemptOutcome[]>();
  const runs: StageRun[] = [];
  for (const attempt of attempts) {
    const key = JSON.stringify([attempt.issue.id, attempt.stage]);
    const tries = [...(open.get(key) ?? []), attempt];
    if (!attempt.final) {
      open.set(key, tries);
      continue;
    }
    open.delete(key);
    runs.push(createStageRun(tries, attempt));
  }
  return runs.sort((a, b) => startOf(a) - startOf(b));
}

function startOf(run: StageRun): number {
  return (run.attempts[0] ?? run.final).startedAt.getTime();
}

function createStageRun(attempts: readonly AttemptOutcome[], final: AttemptOutcome): StageRun {
  const tokens = attempts.flatMap((attempt) => attempt.session?.tokens ?? []);
  const costs = attempts.flatMap((attempt) => attempt.session?.costUsd ?? []);
  return {
    attempts,
    final,
    durationMs: final.endedAt.getTime() - (attempts[0] ?? final).startedAt.getTime(),
    tokens: tokens.length === 0 ? undefined : { input: sum(tokens, 'input'), output: sum(tokens, 'output') },
    costUsd: costs.length === 0 ? undefined : sumOfDollars(costs),
  };
}

/** The figures of a whole run. */
export interface RunTotals {
  readonly stageRuns: number;
  readonly byState: Readonly<Record<SessionState, number>>;
  /** Attempts in which an agent was started. */
  readonly sessions: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Of what is known. */
  readonly costUsd: number;
  /** Sessions without known tokens. */
  readonly tokensUnknown: number;
  /** Sessions without a known cost. */
  readonly costUnknown: number;
}

/** Adds up a run: states by stage run, tokens and money over every session, retried ones too. */
export function runTotals(outcome: Pick<RunOutcome, 'attempts'>): RunTotals {
  const finals = outcome.attempts.filter((attempt) => attempt.final);
  const ofState = (state: SessionState): number =>
    finals.filter((attempt) => attempt.verdict.state === state).length;
  const sessions = outcome.attempts.flatMap((attempt) =>
    wasStarted(attempt) ? (attempt.session ?? []) : [],
  );
  const tokens = sessions.flatMap((session) => session.tokens ?? []);
  const costs = sessions.flatMap((session) => session.costUsd ?? []);
  return {
    stageRuns: finals.length,
    byState: { completed: ofState('completed'), failed: ofState('failed'), cancelled: ofState('cancelled') },
    sessions: sessions.length,
    inputTokens: sum(tokens, 'input'),
    outputTokens: sum(tokens, 'output'),
    costUsd: sumOfDollars(costs),
    tokensUnknown: sessions.length - tokens.length,
    costUnknown: sessions.length - costs.length,
  };
}

/** An agent that could not be started, or was refused, has spent nothing. */
function wasStarted({ exitCode, signal }: AttemptOutcome): boolean {
  return exitCode !== undefined || signal !== undefined;
}

/** To the millionth: 0.1 + 0.2 is 0.3 for whoever reads a bill. */
function sumOfDollars(costs: readonly number[]): number {
  return Number(costs.reduce((total, cost) => total + cost, 0).toFixed(6));
}

function sum<K extends string>(list: readonly Readonly<Record<K, number>>[], key: K): number {
  return list.reduce((total, item) => total + item[key], 0);
}
