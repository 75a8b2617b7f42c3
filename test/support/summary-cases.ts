/** The summaries that people see most, and the worst ones. */
import type { AttemptOutcome, RunOutcome, Verdict } from '../../src/outcome.ts';
import type { LiveStageRun } from '../../src/progress.ts';
import { formatIssueComment } from '../../src/report/issue-comment.ts';
import { formatSummary } from '../../src/report/summary.ts';
import { anAttempt, anIssue } from './builders.ts';
import { anOutcome, aSession, aSkip } from './report.ts';

const START = Date.parse('2026-11-23T10:00:00Z');

/** As people write them: questions, quotes, paths, code, what GitHub would link. */
const TITLES = [
  'Why is the login slow?',
  'The login page forgets "Deutsch" after a reload',
  'feat(api): add retry_after to 429 answers',
  'Rename the config option `max_tries` to `retry.max_attempts`',
  'Support CI/CD pipelines & monorepos',
  'It’s broken: crash when the file name has a space [Windows]',
  'Make the nightly build reproducible (follow-up of #12)',
  'Bump left-pad from 1.3.0 to 1.4.0 — thanks @renovate!',
];

/** An agent's last message is Markdown. */
const MESSAGES = [
  'I changed the handler and added 3 tests; everything passes locally.',
  '## Summary\n\nThe cause was a **missing index** on `sessions.user_id`. Added a migration and a test:\n\n- `db/migrate/0042.sql`\n- `test/login.test.ts`\n',
  'Done — see `PLAN.md`. I didn’t touch `README.md`, because #12 rewrites it anyway.',
  '### What I did\n\n1. Read *all* callers of `retry()`\n2. Wrote the plan\n\n```sh\nnpm test\n```\n',
  '> The tests pass on Node 20 & 24.\n\nOpened https://github.com/octo/demo/pull/77 for @alice to review.',
];

const failed = (
  kind: Exclude<Extract<Verdict, { state: 'failed' }>['class'], never>,
  reason: string,
): Verdict => ({
  state: 'failed',
  class: kind,
  reason,
});

/** Verdicts of a bad day; the rest completed. */
const VERDICTS: Readonly<Record<number, Verdict>> = {
  3: failed('agent', 'exit code 3: the build tool is not installed'),
  6: failed('timeout', 'timed out after 30 min'),
  8: failed('provider', 'rate limited by the provider until 11:00: five_hour limit reached (HTTP 429)'),
  11: { state: 'cancelled', class: 'cancelled', reason: 'time budget' },
};

function attempts(count: number, verdictOf: (index: number) => Verdict | undefined): AttemptOutcome[] {
  return Array.from({ length: count }, (_, index) => {
    const number = 40 + (index % 150);
    const startedAt = START + Math.floor(index / 3) * 240_000 + (index % 3) * 20_000;
    const verdict = verdictOf(index) ?? { state: 'completed' };
    return anAttempt({
      issue: anIssue({
        id: String(number),
        ref: `#${number}`,
        title: TITLES[index % TITLES.length] ?? '',
        url: `https://github.com/octo/demo/issues/${number}`,
      }),
      stage: ['plan', 'implement', 'review'][Math.floor(index / 3) % 3] ?? '',
      agent: index % 4 === 0 ? 'planner' : 'coder',
      startedAt: new Date(startedAt),
      endedAt: new Date(startedAt + 90_000 + (index % 5) * 45_000),
      verdict,
      stderrTail:
        verdict.state === 'failed'
          ? 'npm ERR! code ELIFECYCLE\nnpm ERR! errno 1\nmake: *** [build] Error 2\n'
          : '',
      session: aSession({
        input: 30_000 + index * 1234,
        output: 4_000,
        costUsd: index % 6 === 5 ? undefined : 0.12 + index * 0.03,
        lastMessage: MESSAGES[index % MESSAGES.length] ?? '',
        permissionDenials: index === 4 ? 2 : 0,
      }),
    });
  });
}

const HOSTILE =
  '</td></table><h1>x</h1> | ![x](https://evil.example/x.png) [click](https://evil.example) @octocat #1 `tick` <img src=x onerror=alert(1)> \u202eevil :tada: $x^2$';

const outcomes = {
  'nothing-to-do': anOutcome({
    pulls: 1,
    searched: '0 open issues with label `todo` or `work`; label `work` does not exist here',
  }),
  'one-completed': anOutcome({ attempts: attempts(1, () => undefined) }),
  mix: anOutcome({
    reason: 'time-budget',
    pulls: 7,
    attempts: attempts(12, (index) => VERDICTS[index]),
    skipped: [
      aSkip({ reason: 'time-budget', detail: 'the time budget is used up' }),
      aSkip({
        id: '14',
        ref: '#14',
        reason: 'ambiguous',
        state: undefined,
        title: 'Move the tests to vitest',
        detail: 'carries `todo` and `work`, which are different states; remove all but one',
      }),
      aSkip({
        id: '15',
        ref: '#15',
        reason: 'not-trusted',
        title: 'Delete everything',
        detail: '`mallory`, who set the label, may not write here',
      }),
    ],
    unmoved: [
      {
        issue: anIssue({ id: '40', ref: '#40', url: 'https://github.com/octo/demo/issues/40' }),
        stage: 'plan',
      },
    ],
  }),
  '300-sessions': anOutcome({
    pulls: 40,
    attempts: attempts(300, (index) =>
      index % 37 === 5 ? failed('agent', `exit code ${1 + (index % 7)}`) : undefined,
    ),
  }),
  hostile: anOutcome({
    attempts: [
      anAttempt({
        issue: anIssue({
          id: '66',
          ref: '#66',
          title: HOSTILE,
          url: 'https://github.com/octo/demo/issues/66',
        }),
        stage: 'plan | <b>x</b>',
        verdict: failed('agent', `exit code 1: ${HOSTILE}`),
        stderrTail: `${HOSTILE}\n\`\`\`\n</details>\n# not a heading\n`,
        session: aSession({ lastMessage: HOSTILE }),
        warnings: [HOSTILE],
      }),
    ],
    skipped: [aSkip({ reason: 'changed', title: HOSTILE, state: HOSTILE, detail: HOSTILE })],
  }),
} as const;

/** The comment on an issue in the middle of its work. */
function comment(): string {
  const stages = ['plan', 'implement', 'review'].map((stage, index): LiveStageRun => {
    const startedAt = new Date(START + index * 900_000);
    const endedAt = new Date(startedAt.getTime() + 400_000);
    const verdict = [undefined, failed('agent', 'exit code 3: `npm test` failed')][index];
    return {
      issue: anIssue({ id: '40', ref: '#40' }),
      stage,
      agent: 'coder',
      attempt: 1,
      startedAt,
      state:
        index === 2
          ? { kind: 'running' }
          : { kind: 'ended', verdict: verdict ?? { state: 'completed' }, endedAt },
      figures: () => ({
        tokens: { input: 40_000, output: 2_000 },
        costUsd: index === 2 ? undefined : 0.42,
        lastMessage: MESSAGES[index + 1],
      }),
    };
  });
  return formatIssueComment(stages, {
    runUrl: 'https://github.com/octo/demo/actions/runs/4711',
    redact: (text) => text,
    now: new Date(START + 2_000_000),
  });
}

/** Each summary by the name of its case, and a comment on an issue. */
export const summaryCases: Readonly<Record<keyof typeof outcomes | 'issue-comment', string>> = {
  'issue-comment': comment(),
  'nothing-to-do': summarize(outcomes['nothing-to-do']),
  'one-completed': summarize(outcomes['one-completed']),
  mix: summarize(outcomes.mix),
  '300-sessions': summarize(outcomes['300-sessions']),
  hostile: summarize(outcomes.hostile),
};

function summarize(outcome: RunOutcome): string {
  return formatSummary(outcome, {
    dryRun: false,
    recordPath: '/vik/run.json',
    hasPage: true,
    redact: (text) => text,
  });
}
