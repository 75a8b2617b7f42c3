import { expect, test } from 'vitest';
import { createDispatcher } from '../../src/dispatch/dispatcher.ts';
import type { StageRun } from '../../src/dispatch/stage-run.ts';
import type { AttemptOutcome, Verdict } from '../../src/outcome.ts';
import type { Workflow } from '../../src/workflow/workflow.ts';
import {
  anAgent,
  anAttempt,
  anIssue,
  aPull,
  aStage,
  aWorkflow,
  createMemoryLog,
} from '../support/builders.ts';

const refused: Verdict = { state: 'failed', class: 'provider', reason: '401 Unauthorized' };

/** A dispatcher whose stage runs the test plays. */
function aDispatch(
  workflow: Workflow,
  runStage: (run: StageRun) => Promise<Partial<AttemptOutcome>>,
  timeLeftMs = () => Number.POSITIVE_INFINITY,
) {
  const log = createMemoryLog();
  const started: string[] = [];
  const dispatcher = createDispatcher(
    workflow,
    {
      tracker: { kind: 'command', admit: async (issue) => ({ kind: 'admitted', issue, visit: undefined }) },
      async runStage(run) {
        started.push(`${run.issue.id} ${run.stage.name}`);
        const agent = run.stage.agent.name;
        return [anAttempt({ issue: run.issue, stage: run.stage.name, agent, ...(await runStage(run)) })];
      },
      log,
      timeLeftMs,
      pullsLeft: () => true,
      waitsForReset: true,
      writeEvent: () => {},
    },
    new AbortController().signal,
  );
  return {
    dispatcher,
    started,
    errors: () => log.lines.filter((line) => line.startsWith('error')),
    offer: (...ids: string[]) => dispatcher.offer(aPull(ids.map((id) => anIssue({ id }))), performance.now()),
    skipped: () => dispatcher.skipped().map(({ id, reason }) => `${id} ${reason}`),
  };
}

test('a profile that fails three times in a row alike starts no more, with one error; another profile goes on', async () => {
  const coder = aStage({ name: 'plan', agent: anAgent({ name: 'coder' }) });
  const reviewer = aStage({ name: 'review', agent: anAgent({ name: 'reviewer' }) });
  const workflow = aWorkflow({ stages: [coder, reviewer], loop: { maxIssueConcurrency: 1 } });
  const { dispatcher, started, errors, offer } = aDispatch(workflow, async ({ stage }) =>
    stage.name === 'plan' ? { verdict: refused } : {},
  );
  offer('1', '2', '3', '4', '5');
  await dispatcher.drain();
  expect(started).toEqual([
    ...['1 plan', '1 review', '2 plan', '2 review', '3 plan', '3 review'],
    ...['4 review', '5 review'],
  ]);
  expect(errors()).toEqual([
    'error: agent `coder` failed 3 times in a row: 401 Unauthorized. No further session of it starts in this job; its other issues wait for the next run',
  ]);
});

test('the issues that wait for it are named as waiting, and nothing is left to do', async () => {
  const workflow = aWorkflow({ loop: { maxIssueConcurrency: 1 } });
  const { dispatcher, started, skipped, offer } = aDispatch(workflow, async () => ({ verdict: refused }));
  offer('1', '2', '3', '4', '5');
  await dispatcher.drain();
  offer('1', '2', '3', '4', '5');
  expect({ started, skipped: skipped(), idle: dispatcher.isIdle }).toEqual({
    started: ['1 plan', '2 plan', '3 plan'],
    skipped: ['4 agent-unavailable', '5 agent-unavailable'],
    idle: true,
  });
});

test('a session that is still being prepared when its agent fails the third time is refused', async () => {
  const workflow = aWorkflow({ loop: { maxIssueConcurrency: 2 } });
  const prepared = Promise.withResolvers<void>();
  const refusals: (string | undefined)[] = [];
  const { dispatcher, offer } = aDispatch(workflow, async ({ issue, refusal }) => {
    if (issue.id !== '1') return { verdict: refused };
    refusals.push(refusal());
    await prepared.promise;
    refusals.push(refusal());
    return {};
  });
  offer('1', '2', '3', '4');
  await expect.poll(() => dispatcher.endedRuns).toBe(3);
  prepared.resolve();
  await dispatcher.drain();
  expect(refusals).toEqual([undefined, expect.stringMatching(/failed 3 times in a row/)]);
});

test('one that is refused for time when it is prepared makes the run end as out of time, not as drained', async () => {
  let timeLeftMs = Number.POSITIVE_INFINITY;
  const workflow = aWorkflow();
  const { dispatcher, offer } = aDispatch(
    workflow,
    async ({ refusal }) => {
      timeLeftMs = 0;
      refusal();
      return { verdict: { state: 'cancelled', class: 'cancelled', reason: 'no time' } };
    },
    () => timeLeftMs,
  );
  offer('1');
  await dispatcher.drain();
  offer('1');
  expect({ idle: dispatcher.isIdle, outOfTime: dispatcher.isOutOfTime }).toEqual({
    idle: true,
    outOfTime: true,
  });
});

test('once the sessions that ended and those that run cost too much, none starts, and those that run go on', async () => {
  const workflow = aWorkflow({ loop: { maxIssueConcurrency: 2, maxCostUsd: 1 } });
  const slow = Promise.withResolvers<void>();
  const { dispatcher, started, skipped, offer } = aDispatch(workflow, async ({ issue, openAccount }) => {
    const tell = openAccount();
    tell(0.2);
    if (issue.id === '1') await slow.promise;
    if (issue.id === '3') tell(0.6);
    return {};
  });
  offer('1', '2', '3', '4', '5');
  await expect
    .poll(() => dispatcher.closed)
    .toEqual({
      reason: 'cost-limit',
      detail: 'the sessions of this job cost $1.00 so far, and `loop.max_cost_usd` is $1.00',
    });
  expect(dispatcher.isQuiet).toBe(false);
  slow.resolve();
  await dispatcher.drain();
  expect({ started, skipped: skipped() }).toEqual({
    started: ['1 plan', '2 plan', '3 plan'],
    skipped: ['4 cost-limit', '5 cost-limit'],
  });
});
