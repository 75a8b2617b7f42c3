import { describe, expect, test } from 'vitest';
import type { LiveFigures, LiveStageRun } from '../../src/progress.ts';
import { createRedactor } from '../../src/redact.ts';
import { formatIssueComment } from '../../src/report/issue-comment.ts';
import { anIssue, completed } from '../support/builders.ts';
import { activeIn, renderMarkdown, textOutsideCode } from '../support/github-markdown.ts';

const runUrl = 'https://github.com/o/r/actions/runs/4711';
const at = (time: string) => new Date(`2026-11-23T${time}Z`);

function aRun(fields: Partial<LiveStageRun & LiveFigures> = {}): LiveStageRun {
  const { tokens, costUsd, lastMessage, ...run } = fields;
  return {
    issue: anIssue({ id: '12', ref: '#12' }),
    stage: 'plan',
    agent: 'coder',
    attempt: 1,
    startedAt: at('14:02:10'),
    state: { kind: 'running' },
    figures: () => ({ tokens, costUsd, lastMessage }),
    ...run,
  };
}

const ended = (verdict: Extract<LiveStageRun['state'], { kind: 'ended' }>['verdict']) =>
  ({ kind: 'ended', verdict, endedAt: at('14:05:22') }) as const;

const format = (runs: readonly LiveStageRun[], secrets: readonly string[] = []) =>
  formatIssueComment(runs, { runUrl, redact: createRedactor(secrets), now: at('14:09:15') });

describe('formatIssueComment', () => {
  test('while the issue is worked', () => {
    expect(
      format([
        aRun({
          attempt: 2,
          tokens: { input: 40_000, output: 1_000 },
          lastMessage: '## Progress\n\nReading **all** the tests in test/login; isn’t done.',
        }),
      ]),
    ).toMatchInlineSnapshot(`
      "**Vik** is working on this issue.

      | Stage | Agent | Result | Since | Duration | Tokens | Cost |
      | --- | --- | --- | --- | ---: | ---: | ---: |
      | \`plan\` | \`coder\` | running, attempt 2 | 2026-11-23 14:02 UTC | 7m 05s so far | 41k |  |

      - \`plan\` said last: Reading all the tests in test/login; isn’t done.

      [The run](https://github.com/o/r/actions/runs/4711): its log and its summary. Updated 2026-11-23 14:09 UTC.
      "
    `);
  });

  test('afterwards, several stages', () => {
    expect(
      format([
        aRun({
          state: ended(completed),
          tokens: { input: 40_000, output: 1_000 },
          costUsd: 0.42,
          lastMessage: 'All done, see `PLAN.md`.\nBye.',
        }),
        aRun({
          stage: 'implement',
          state: ended({ state: 'failed', class: 'agent', reason: 'exit code 1' }),
        }),
        aRun({
          stage: 'review',
          state: ended({ state: 'cancelled', class: 'cancelled', reason: 'time budget' }),
        }),
      ]),
    ).toMatchInlineSnapshot(`
      "**Vik** has worked on this issue: 3 stage runs, 1 failed, 1 cancelled, 1 completed.

      | Stage | Agent | Result | Since | Duration | Tokens | Cost |
      | --- | --- | --- | --- | ---: | ---: | ---: |
      | \`plan\` | \`coder\` | completed | 2026-11-23 14:02 UTC | 3m 12s | 41k | $0.42 |
      | \`implement\` | \`coder\` | **failed** (agent) | 2026-11-23 14:02 UTC | 3m 12s | unknown | unknown |
      | \`review\` | \`coder\` | cancelled | 2026-11-23 14:02 UTC | 3m 12s | unknown | unknown |

      - \`plan\` said last: All done, see PLAN.md. Bye.
      - \`implement\` failed: exit code 1
      - \`review\` cancelled: time budget

      [The run](https://github.com/o/r/actions/runs/4711): its log and its summary. Updated 2026-11-23 14:05 UTC.
      "
    `);
  });

  test('of an agent that was done, but not with what the stage expects, names the agent', () => {
    const reason = 'completed, but nothing happened: no commit was added';
    expect(format([aRun({ state: ended({ state: 'failed', class: 'agent', reason }) })])).toContain(
      '- `plan` failed: the agent completed, but nothing happened: no commit was added\n',
    );
  });

  test('a secret that codes of a terminal cut in two is none that is shown', () => {
    const reason = 'exit code 1: \u001b[1mtop_secret\u001b[0m_value';
    const text = format(
      [aRun({ state: ended({ state: 'failed', class: 'agent', reason }) })],
      ['top_secret_value'],
    );
    expect(text).toContain('- `plan` failed: exit code 1: \\*\\*\\*\n');
  });

  test('says nothing that GitHub would act on, and no secret', () => {
    const evil =
      '@octocat fixes #1, closes o/r#2 <img src=x> ![x](https://evil.example) `` a|b top-secret-value';
    const text = format(
      [
        aRun({
          stage: evil,
          agent: evil,
          lastMessage: evil,
          state: ended({ state: 'failed', class: 'agent', reason: evil }),
        }),
      ],
      ['top-secret-value'],
    );
    expect(text).not.toContain('top-secret-value');
    expect(activeIn(textOutsideCode(text))).toEqual([]);
    expect(renderMarkdown(text).match(/<(?:a|img)[^>]*>/g)).toEqual([`<a href="${runUrl}">`]);
    expect(text.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(3);
  });

  test('a secret is not cut in half before it is recognised', () => {
    const message = `${'x'.repeat(392)}top-secret-value`;
    expect(format([aRun({ lastMessage: message })], ['top-secret-value'])).not.toContain('top-');
  });

  test('is bounded: the newest stage runs, short texts', () => {
    const long = 'y'.repeat(100_000);
    const runs = Array.from({ length: 500 }, (_, index) =>
      aRun({
        stage: `${index} ${long}`,
        agent: long,
        lastMessage: long,
        state: ended({ state: 'failed', class: 'agent', reason: long }),
      }),
    );
    const text = format(runs);
    expect(text.length).toBeLessThan(40_000);
    expect(text).toContain('480 earlier stage runs of this job not shown.');
    expect(text).toContain('`499 y');
    expect(text).toContain('500 stage runs, 500 failed.');
  });
});
