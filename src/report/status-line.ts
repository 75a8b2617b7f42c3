/** The line of the log that says every minute how far the run is. */
import type { Log } from '../log.ts';
import type { LiveFigures, Progress } from '../progress.ts';
import { formatCost, formatTokens } from './format.ts';

const EVERY_MS = 60_000;

export interface StatusLineOptions {
  readonly progress: Pick<Progress, 'stageRuns'>;
  /** How many issues wait for room. */
  waitingIssues(): number;
  readonly log: Log;
  /** A minute without it. */
  readonly everyMs?: number;
}

/** Says it every minute in which something runs, until it is disposed of. */
export function startStatusLine({
  progress,
  waitingIssues,
  log,
  everyMs = EVERY_MS,
}: StatusLineOptions): Disposable {
  const timer = setInterval(() => {
    if (progress.stageRuns.every(({ state }) => state.kind === 'ended')) return;
    log.info(formatStatus(progress, waitingIssues()), 'strong');
  }, everyMs);
  timer.unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

/**
 * `2 running, 3 waiting, 4 done, 1 failed; 41k tokens, $0.42 so far`. What waits is issues that wait for room and stage
 * runs that wait for their next attempt; tokens and cost are what is known of them, and left out while nothing is.
 */
export function formatStatus({ stageRuns }: Pick<Progress, 'stageRuns'>, waitingIssues: number): string {
  const count = { running: 0, waiting: waitingIssues, completed: 0, failed: 0, cancelled: 0 };
  let tokens: LiveFigures['tokens'];
  let costUsd: number | undefined;
  for (const run of stageRuns) {
    count[run.state.kind === 'ended' ? run.state.verdict.state : run.state.kind] += 1;
    const figures = run.figures();
    tokens = add(tokens, figures.tokens);
    if (figures.costUsd !== undefined) costUsd = (costUsd ?? 0) + figures.costUsd;
  }
  const counts = [
    `${count.running} running`,
    `${count.waiting} waiting`,
    `${count.completed} done`,
    `${count.failed} failed`,
    ...(count.cancelled === 0 ? [] : [`${count.cancelled} cancelled`]),
  ];
  const spent = [
    ...(tokens === undefined ? [] : [formatTokens(tokens)]),
    ...(costUsd === undefined ? [] : [formatCost(costUsd)]),
  ];
  return counts.join(', ') + (spent.length === 0 ? '' : `; ${spent.join(', ')} so far`);
}

/** Unknown tokens are none of those that are known. */
function add(sum: LiveFigures['tokens'], more: LiveFigures['tokens']): LiveFigures['tokens'] {
  if (sum === undefined || more === undefined) return sum ?? more;
  return { input: sum.input + more.input, output: sum.output + more.output };
}
