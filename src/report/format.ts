/** Durations, tokens and money in the words that log and summary share. */
import type { AttemptOutcome, Tokens, Verdict } from '../outcome.ts';

/** `0.4s`, `12s`, `3m 12s`, `1h 02m`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${(Math.max(ms, 0) / 1000).toFixed(1)}s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m ${pad(seconds % 60)}s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}h ${pad(minutes % 60)}m`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Input and output together: `870 tokens`, `4.1k tokens`, `41k tokens`, `1.2M tokens`. */
export function formatTokens(tokens: Pick<Tokens, 'input' | 'output'>): string {
  const total = tokens.input + tokens.output;
  return `${formatCount(total)} ${total === 1 ? 'token' : 'tokens'}`;
}

function formatCount(value: number): string {
  if (value < 1000) return String(value);
  if (value < 9950) return `${(value / 1000).toFixed(1)}k`;
  if (value < 999_500) return `${Math.round(value / 1000)}k`;
  return `${(value / 1_000_000).toFixed(1)}M`;
}

/** `$0.42`; what is less than a cent but not nothing is `$0.004`. */
export function formatCost(usd: number): string {
  return usd > 0 && usd < 0.01 ? `$${usd.toPrecision(1)}` : `$${usd.toFixed(2)}`;
}

/** `1 issue`, `2 issues`. */
export function formatNumber(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** `2 permission denials`; nothing when there was none. */
export function formatDenials(session: AttemptOutcome['session']): readonly string[] {
  const denials = session?.permissionDenials ?? 0;
  return denials === 0 ? [] : [formatNumber(denials, 'permission denial')];
}

/**
 * What became of a stage run that did not complete, for people: `failed: exit code 3`. Of an agent that completed, but
 * not what the stage expects, the reason needs a subject: it was not the stage run that completed.
 */
export function formatWhy(verdict: Exclude<Verdict, { state: 'completed' }>): string {
  const { state, reason } = verdict;
  return `${state}: ${reason.startsWith('completed, but ') ? `the agent ${reason}` : reason}`;
}

/** The line of the log with which an attempt ends: `completed in 3m 12s, 41k tokens, $0.42`. */
export function formatEnd(
  attempt: Pick<AttemptOutcome, 'verdict' | 'startedAt' | 'endedAt' | 'session'>,
): string {
  const duration = formatDuration(attempt.endedAt.getTime() - attempt.startedAt.getTime());
  const figures = [
    ...(attempt.session?.tokens === undefined ? [] : [formatTokens(attempt.session.tokens)]),
    ...(attempt.session?.costUsd === undefined ? [] : [formatCost(attempt.session.costUsd)]),
    ...formatDenials(attempt.session),
  ];
  const { verdict } = attempt;
  switch (verdict.state) {
    case 'completed':
      return [`completed in ${duration}`, ...figures].join(', ');
    case 'failed':
      return `${[`failed after ${duration}`, ...figures].join(', ')} (${verdict.class}): ${verdict.reason}`;
    case 'cancelled':
      return `${[`cancelled after ${duration}`, ...figures].join(', ')}: ${verdict.reason}`;
    default:
      return verdict satisfies never;
  }
}
