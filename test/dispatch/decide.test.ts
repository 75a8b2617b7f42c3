import { describe, expect, test } from 'vitest';
import { type DispatchView, decide } from '../../src/dispatch/decide.ts';
import { anIssue, aStage } from '../support/builders.ts';

const plan = aStage({ name: 'plan', state: 'todo' });
const implement = aStage({ name: 'implement', state: 'todo' });
const issue = anIssue({ id: 'ABC-1', state: 'todo' });

function aView(fields: Partial<DispatchView> = {}): DispatchView {
  return {
    stopping: false,
    stages: [plan, implement],
    maxIssueConcurrency: 1,
    activeIssues: 0,
    isActive: () => false,
    isReserved: () => false,
    hasRun: () => false,
    runsLeft: () => 5,
    unavailable: () => undefined,
    refusal: () => undefined,
    ...fields,
  };
}

/** What every later question of the decision would answer if the earlier ones did not come first. */
const everythingSpeaksAgainst: Partial<DispatchView> = {
  stopping: true,
  activeIssues: 1,
  isReserved: () => true,
  hasRun: () => true,
  runsLeft: () => 0,
  refusal: () => ({ reason: 'not-trusted', detail: 'refused' }),
  unavailable: () => ({ reason: 'time-budget', detail: 'late' }),
};

describe('the reason of a skip is the first that holds, in this order', () => {
  const cases: readonly (readonly [string, Partial<DispatchView>, string, string])[] = [
    [
      'the run is stopping',
      {},
      'shutting-down',
      'stage session manager is shutting down; skipping issue this cycle',
    ],
    [
      'no stage matches',
      { stopping: false, stages: [aStage({ state: 'other' })] },
      'no-matching-stage',
      'no workflow stage matched issue state; skipping issue this cycle',
    ],
    [
      'the limit is reached',
      { stopping: false },
      'issue-concurrency-full',
      'issue concurrency is full; skipping issue this cycle',
    ],
    [
      'every matching stage is reserved',
      { stopping: false, activeIssues: 0 },
      'matching-stages-already-active',
      'matching stages are already active; skipping issue this cycle',
    ],
    [
      'every free stage already ran',
      { stopping: false, activeIssues: 0, isReserved: () => false },
      'already-ran',
      'already ran for this visit to `todo`; it runs again when the issue comes back to that state',
    ],
    [
      'admission refused this revision',
      { stopping: false, activeIssues: 0, isReserved: () => false, hasRun: () => false },
      'not-trusted',
      'refused',
    ],
    [
      'its runs are used up',
      {
        stopping: false,
        activeIssues: 0,
        isReserved: () => false,
        hasRun: () => false,
        refusal: () => undefined,
      },
      'run-limit',
      'this issue used up `loop.max_runs_per_issue` in this job',
    ],
    [
      'no stage has the time',
      {
        stopping: false,
        activeIssues: 0,
        isReserved: () => false,
        hasRun: () => false,
        refusal: () => undefined,
        runsLeft: () => 1,
      },
      'time-budget',
      'late',
    ],
  ];
  test.each(cases)('%s', (_when, view, reason, detail) => {
    expect(decide(issue, aView({ ...everythingSpeaksAgainst, ...view }))).toEqual({
      kind: 'skip',
      reason,
      detail,
    });
  });
});

test('stages run in the order in which the author wrote them', () => {
  expect(decide(issue, aView())).toEqual({ kind: 'run', stages: [plan, implement], cut: [] });
});

test('an active issue may start another stage although the limit is reached', () => {
  const view = aView({ activeIssues: 1, isActive: () => true, isReserved: (_id, stage) => stage === 'plan' });
  expect(decide(issue, view)).toEqual({ kind: 'run', stages: [implement], cut: [] });
});

test('states are compared exactly, so `Todo` is not `todo`', () => {
  expect(decide(anIssue({ id: 'ABC-1', state: 'Todo' }), aView())).toMatchObject({
    reason: 'no-matching-stage',
  });
});

test('no more stages start than the issue has runs left, and the others are named', () => {
  expect(decide(issue, aView({ runsLeft: () => 1 }))).toEqual({
    kind: 'run',
    stages: [plan],
    cut: [implement],
  });
});

test('a stage without the time for it is left out, the other starts', () => {
  const view = aView({
    unavailable: (stage) => (stage === plan ? { reason: 'time-budget', detail: 'late' } : undefined),
  });
  expect(decide(issue, view)).toEqual({ kind: 'run', stages: [implement], cut: [] });
});
