import { describe, expect, it } from 'vitest';
import type { AttemptOutcome, RunOutcome } from '../../src/outcome.ts';
import { formatHeadline, splitHeadline } from '../../src/report/headline.ts';
import { anAttempt, anIssue } from '../support/builders.ts';
import { anOutcome, aSkip } from '../support/report.ts';

function attempts(...states: ('completed' | 'failed' | 'cancelled')[]): AttemptOutcome[] {
  return states.map((state, index) =>
    anAttempt({
      issue: anIssue({ id: String(index) }),
      verdict:
        state === 'completed'
          ? { state }
          : state === 'failed'
            ? { state, class: 'agent', reason: 'exit code 3' }
            : { state, class: 'cancelled', reason: 'time budget' },
    }),
  );
}

const retried = [
  anAttempt({
    issue: anIssue({ id: '1' }),
    final: false,
    verdict: { state: 'failed', class: 'agent', reason: 'x' },
  }),
  anAttempt({ issue: anIssue({ id: '1' }), attempt: 2 }),
];

describe('formatHeadline', () => {
  it.each<[string, Partial<RunOutcome>]>([
    ['completed 2 stage runs; drained after 2 pulls', { attempts: attempts('completed', 'completed') }],
    ['completed 1 stage run; drained after 2 pulls', { attempts: retried }],
    [
      '1 of 4 stage runs failed, 3 completed; drained after 2 pulls',
      { attempts: attempts('completed', 'failed', 'completed', 'completed') },
    ],
    [
      '1 of 3 stage runs failed, 1 cancelled, 1 completed; drained after 2 pulls',
      { attempts: attempts('completed', 'failed', 'cancelled') },
    ],
    [
      '1 pull failed; 1 stage run completed; drained after 2 pulls',
      { attempts: attempts('completed'), failedPulls: 1 },
    ],
    [
      '1 issue with the labels of several states; 1 stage run completed; drained after 2 pulls',
      { attempts: attempts('completed'), skipped: [aSkip({ reason: 'ambiguous', state: undefined })] },
    ],
    [
      'the check before the start failed for 1 issue; nothing was started, 1 issue skipped; ended after 2 pulls',
      { skipped: [aSkip({ reason: 'check-failed' })] },
    ],
    [
      '1 of 1 stage run cancelled; 2 issues left waiting; the time budget ended the run after 2 pulls',
      {
        reason: 'time-budget',
        attempts: attempts('cancelled'),
        skipped: [aSkip({ id: '1', reason: 'time-budget' }), aSkip({ id: '2', reason: 'time-budget' })],
      },
    ],
    [
      '1 of 1 stage run cancelled; 1 issue left waiting; the cost limit ended the run after 2 pulls',
      {
        reason: 'cost-limit',
        attempts: attempts('cancelled').map((attempt) => ({ ...attempt, refused: 'cost-limit' as const })),
      },
    ],
    [
      'completed 1 stage run; 1 issue still where it was; drained after 2 pulls',
      { attempts: attempts('completed'), unmoved: [{ issue: anIssue({ id: '0' }), stage: 'plan' }] },
    ],
    ['nothing to do; drained after 1 pull', { pulls: 1 }],
    [
      'nothing was started, 1 issue skipped; drained after 2 pulls',
      { skipped: [aSkip({ reason: 'not-trusted' })] },
    ],
    [
      'the intake failed; 3 pulls failed; nothing was started; after 0 pulls',
      { reason: 'intake-failed', pulls: 0, failedPulls: 3 },
    ],
    [
      'the run was cancelled; 1 of 1 stage run cancelled; 1 transition not undone; after 2 pulls',
      { reason: 'cancelled', attempts: attempts('cancelled'), notUndone: ['#1: planning'] },
    ],
    [
      'GitHub refuses the token; 1 stage run completed; after 2 pulls',
      { reason: 'credentials', attempts: attempts('completed') },
    ],
  ])('%s', (headline, outcome) => {
    expect(formatHeadline(anOutcome(outcome), false)).toBe(headline);
  });

  it('a dry run says what would start', () => {
    const planned = [{ issue: anIssue({ id: '1' }), stage: 'plan', agent: 'coder' }];
    expect(
      formatHeadline(
        anOutcome({ planned, skipped: [aSkip({ reason: 'no-matching-stage' })], pulls: 1 }),
        true,
      ),
    ).toBe('dry run, 1 stage run would start, 1 issue skipped; drained after 1 pull');
  });
});

describe('splitHeadline', () => {
  it.each<[string, string, Partial<RunOutcome>]>([
    ['completed 1 stage run', 'Drained after 2 pulls.', { attempts: attempts('completed') }],
    [
      '1 of 2 stage runs failed, 1 completed',
      '1 issue with the labels of several states; 1 issue left waiting; the time budget ended the run after 2 pulls.',
      {
        reason: 'time-budget',
        attempts: attempts('failed', 'completed'),
        skipped: [aSkip({ reason: 'ambiguous', state: undefined }), aSkip({ reason: 'time-budget' })],
      },
    ],
    [
      "GitHub's rate limit is used up; 1 of 1 stage run failed",
      '1 pull failed; after 2 pulls.',
      { reason: 'rate-limited', attempts: attempts('failed'), failedPulls: 1 },
    ],
    [
      '1 pull failed; 1 stage run completed',
      '1 issue with the labels of several states; drained after 2 pulls.',
      {
        attempts: attempts('completed'),
        failedPulls: 1,
        skipped: [aSkip({ reason: 'ambiguous', state: undefined })],
      },
    ],
    ['the workflow file has errors; nothing was started', '', { reason: 'bad-workflow' }],
  ])('has the worst and the counts in the heading: %s', (heading, rest, outcome) => {
    expect(splitHeadline(anOutcome(outcome), false)).toEqual({ heading, rest });
  });
});
