import { countLeftIssues } from '../left-issues.ts';
import type { Log } from '../log.ts';
import type { RunOutcome } from '../outcome.ts';
import { formatNumber } from './format.ts';
import { stageRuns } from './stage-runs.ts';

/** What a run's end puts beside the red cross: failed stage runs as errors, what somebody should act on as warnings. */
export function annotateOutcome(outcome: RunOutcome, log: Log): void {
  for (const { final } of stageRuns(outcome.attempts)) {
    if (final.verdict.state !== 'failed') continue;
    const name = `${final.issue.ref} ${final.stage}`;
    const tail = final.stderrTail.trimEnd();
    log
      .child(name)
      .error(
        tail === '' ? final.verdict.reason : `${final.verdict.reason}\nstandard error ends with:\n${tail}`,
        {
          title: `${name} failed`,
          kind: 'failed stage run',
        },
      );
  }
  for (const left of outcome.notUndone) log.error(left, { title: 'not undone', kind: 'not undone' });
  for (const { issue, stage } of outcome.unmoved) {
    log.warning(
      `${issue.ref} is still \`${issue.state}\` after ${stage} completed: the next run will work it, and pay for it, again`,
      { title: `${issue.ref} was not moved`, kind: 'not moved' },
    );
  }
  const waiting = countLeftIssues(outcome);
  if (outcome.reason === 'time-budget') {
    log.warning(
      `the time budget ended the run: ${formatNumber(waiting, 'issue')} left waiting for the next one`,
    );
  } else if (outcome.reason === 'cost-limit') {
    const left = waiting === 0 ? '' : `: ${formatNumber(waiting, 'issue')} left waiting`;
    log.warning(`the cost limit ended the run${left}`);
  }
}
