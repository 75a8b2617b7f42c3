import type { AttemptOutcome, SessionState } from '../outcome.ts';
import { formatNumber } from './format.ts';
import { stageRuns } from './stage-runs.ts';

// GitHub draws at most 50,000 characters, and a picture of hundreds of bars can't be read.
const MAX_BARS = 80;

const TAGS = { completed: 'done', failed: 'crit', cancelled: 'active' } as const satisfies Record<
  SessionState,
  string
>;

/**
 * A Mermaid gantt of all attempts, one section an issue; undefined when there is nothing to draw.
 * Names are reduced to letters, digits and a few marks, since Mermaid has no way to quote them.
 */
export function formatTimeline(attempts: readonly AttemptOutcome[]): string | undefined {
  if (attempts.length === 0) return undefined;
  const shown = stageRuns(attempts)
    .flatMap((run) => run.attempts)
    .slice(0, MAX_BARS);
  const span =
    Math.max(...shown.map((attempt) => attempt.endedAt.getTime())) -
    Math.min(...shown.map((attempt) => attempt.startedAt.getTime()));
  const byIssue = Map.groupBy(shown, (attempt) => attempt.issue.ref);
  const sections = [...byIssue].flatMap(([ref, bars]) => [
    `    section ${quiet(ref)}`,
    ...bars.map(formatBar),
  ]);
  const left = attempts.length - shown.length;
  return [
    '```mermaid',
    'gantt',
    '    dateFormat x',
    `    axisFormat ${span < 5 * 60_000 ? '%H:%M:%S' : '%H:%M'}`,
    ...sections,
    '```',
    ...(left > 0 ? ['', `The picture leaves out ${formatNumber(left, 'session')}.`] : []),
  ].join('\n');
}

/** A bar's name begins with a dot, so that a stage called `title` or `section` isn't taken for Mermaid's word. */
function formatBar(attempt: AttemptOutcome): string {
  const name = attempt.attempt > 1 ? `${attempt.stage} ${attempt.attempt}` : attempt.stage;
  const start = attempt.startedAt.getTime();
  // A bar of no length isn't drawn.
  const end = Math.max(attempt.endedAt.getTime(), start + 1);
  return `    · ${quiet(name)} :${TAGS[attempt.verdict.state]}, ${start}, ${end}`;
}

function quiet(name: string): string {
  return name
    .replace(/[^\p{L}\p{N} #._-]/gu, ' ')
    .slice(0, 60)
    .trim()
    .toWellFormed();
}
