import { countLeftIssues, leavesWork } from '../left-issues.ts';
import type { RunOutcome, SkipReason } from '../outcome.ts';
import { formatNumber } from './format.ts';
import { runTotals } from './stage-runs.ts';

/**
 * The one sentence about a run, in our own words and numbers only. It begins with what went wrong, and with "completed"
 * only if nothing failed, no pull failed and nothing was ambiguous.
 */
export function formatHeadline(outcome: RunOutcome, dryRun: boolean): string {
  return headlineParts(outcome, dryRun)
    .map(({ phrase }) => phrase)
    .join('; ');
}

/** The same for a place with room for a heading: the worst and what became of the stage runs, and a sentence of what is left, if any. */
export function splitHeadline(
  outcome: RunOutcome,
  dryRun: boolean,
): { readonly heading: string; readonly rest: string } {
  const parts = headlineParts(outcome, dryRun);
  const join = (isHeading: boolean): string =>
    parts.flatMap((part) => (part.isHeading === isHeading ? [part.phrase] : [])).join('; ');
  return { heading: join(true), rest: sentence(join(false)) };
}

function sentence(phrases: string): string {
  return phrases === '' ? '' : `${phrases.charAt(0).toUpperCase()}${phrases.slice(1)}.`;
}

interface Part {
  readonly phrase: string;
  readonly isHeading: boolean;
}

function headlineParts(outcome: RunOutcome, dryRun: boolean): readonly Part[] {
  const wrong = whatWentWrong(outcome);
  const done = dryRun ? dryRunPhrase(outcome) : stageRunPhrase(outcome, wrong.length > 0);
  const unmoved = outcome.unmoved.length;
  const rest = [
    ...when(
      unmoved > 0,
      `${formatNumber(unmoved, 'issue')} still where ${unmoved === 1 ? 'it was' : 'they were'}`,
    ),
    ...when(outcome.hasMore, 'more issues than `limit` are open'),
    ...endPhrase(outcome),
  ];
  return [
    ...wrong.map((phrase, index) => ({ phrase, isHeading: index === 0 || phrase === done.phrase })),
    ...(done.failed ? [] : [{ phrase: done.phrase, isHeading: true }]),
    ...rest.map((phrase) => ({ phrase, isHeading: false })),
  ];
}

/** Whether the run started nothing. Then what it looked for is worth a sentence. */
export function nothingHappened(outcome: RunOutcome): boolean {
  return outcome.attempts.length === 0 && outcome.planned.length === 0;
}

/** Everything that went wrong, the worst first. */
function whatWentWrong(outcome: RunOutcome): readonly string[] {
  const ambiguous = countSkips(outcome, ['ambiguous']);
  const unchecked = countSkips(outcome, ['check-failed']);
  const waiting = countLeftIssues(outcome);
  const stageRuns = stageRunPhrase(outcome, true);
  return [
    ...failedEnd(outcome),
    ...(stageRuns.failed ? [stageRuns.phrase] : []),
    ...when(
      outcome.notUndone.length > 0,
      `${formatNumber(outcome.notUndone.length, 'transition')} not undone`,
    ),
    ...when(outcome.failedPulls > 0, `${formatNumber(outcome.failedPulls, 'pull')} failed`),
    ...when(ambiguous > 0, `${formatNumber(ambiguous, 'issue')} with the labels of several states`),
    ...when(unchecked > 0, `the check before the start failed for ${formatNumber(unchecked, 'issue')}`),
    ...when(waiting > 0, `${formatNumber(waiting, 'issue')} left waiting`),
  ];
}

function failedEnd({ reason }: RunOutcome): readonly string[] {
  switch (reason) {
    case 'rate-limited':
      return ["GitHub's rate limit is used up"];
    case 'credentials':
      return ['GitHub refuses the token'];
    case 'cancelled':
      return ['the run was cancelled'];
    case 'intake-failed':
      return ['the intake failed'];
    case 'bad-workflow':
      return ['the workflow file has errors'];
    case 'bad-input':
      return ['an input is wrong'];
    case 'locked':
      return ['another run is at work on this disk'];
    case 'drained':
    case 'max-iterations':
    case 'time-budget':
    case 'cost-limit':
      return [];
    default:
      return reason satisfies never;
  }
}

/** What became of the stage runs; `failed` when the phrase says something that went wrong. */
function stageRunPhrase(outcome: RunOutcome, afterBadNews: boolean): { phrase: string; failed: boolean } {
  const { stageRuns: all, byState } = runTotals(outcome);
  if (all === 0) {
    const skipped = outcome.skipped.length;
    if (skipped > 0)
      return { phrase: `nothing was started, ${formatNumber(skipped, 'issue')} skipped`, failed: false };
    return { phrase: afterBadNews ? 'nothing was started' : 'nothing to do', failed: false };
  }
  if (byState.failed > 0 || byState.cancelled > 0) {
    const [first, ...rest] = [
      ...when(byState.failed > 0, `${byState.failed} failed`),
      ...when(byState.cancelled > 0, `${byState.cancelled} cancelled`),
      ...when(byState.completed > 0, `${byState.completed} completed`),
    ].map((part, index) =>
      index === 0 ? part.replace(' ', ` of ${formatNumber(all, 'stage run')} `) : part,
    );
    return { phrase: [first, ...rest].join(', '), failed: true };
  }
  const runs = formatNumber(all, 'stage run');
  return { phrase: afterBadNews ? `${runs} completed` : `completed ${runs}`, failed: false };
}

function dryRunPhrase({ planned, skipped }: RunOutcome): { phrase: string; failed: boolean } {
  const would =
    planned.length === 0 ? 'nothing would start' : `${formatNumber(planned.length, 'stage run')} would start`;
  const rest = skipped.length === 0 ? '' : `, ${formatNumber(skipped.length, 'issue')} skipped`;
  return { phrase: `dry run, ${would}${rest}`, failed: false };
}

function endPhrase(outcome: RunOutcome): readonly string[] {
  const { reason, pulls } = outcome;
  const after = `after ${formatNumber(pulls, 'pull')}`;
  switch (reason) {
    case 'drained':
      return [leavesWork(outcome) ? `ended ${after}` : `drained ${after}`];
    case 'max-iterations':
      return [`ended ${after}, as max_iterations says`];
    case 'time-budget':
      return [`the time budget ended the run ${after}`];
    case 'cost-limit':
      return [`the cost limit ended the run ${after}`];
    case 'rate-limited':
    case 'credentials':
    case 'cancelled':
    case 'intake-failed':
      return [after];
    case 'bad-workflow':
    case 'bad-input':
    case 'locked':
      return [];
    default:
      return reason satisfies never;
  }
}

function countSkips({ skipped }: RunOutcome, reasons: readonly SkipReason[]): number {
  return skipped.filter((skip) => reasons.includes(skip.reason)).length;
}

function when(holds: boolean, phrase: string): readonly string[] {
  return holds ? [phrase] : [];
}
