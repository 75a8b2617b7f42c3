import { expect, test } from 'vitest';
import type { RunStage } from '../src/dispatch/stage-run.ts';
import { run } from '../src/run.ts';
import { StopRequest } from '../src/stop.ts';
import {
  type Admission,
  CredentialsError,
  type Pull,
  PullError,
  RateLimitError,
  type Tracker,
} from '../src/tracker/tracker.ts';
import type { Workflow } from '../src/workflow/workflow.ts';
import {
  anAgent,
  anAttempt,
  anIssue,
  aPull,
  aStage,
  aWorkflow,
  createMemoryLog,
} from './support/builders.ts';

const IDLE_MS = 20;

function quickWorkflow(fields: Parameters<typeof aWorkflow>[0] = {}): Workflow {
  return aWorkflow({
    intake: { kind: 'command', command: 'true', idleMs: IDLE_MS, timeoutMs: 1 },
    ...fields,
  });
}

/** A tracker that answers its pulls from a script; the last entry repeats. */
function aTracker(
  script: readonly (Pull | Error)[],
  fields: Partial<Tracker> = {},
): Tracker & { pulls: number } {
  return {
    kind: 'command',
    pulls: 0,
    async pull() {
      const answer = script[Math.min(this.pulls, script.length - 1)];
      this.pulls += 1;
      if (answer === undefined || answer instanceof Error) throw answer;
      return answer;
    },
    admit: async (issue): Promise<Admission> => ({ kind: 'admitted', issue, visit: undefined }),
    watch: async () => ({ check: async () => ({ kind: 'met' }) }),
    transition: async () => ({ kind: 'written', changes: { added: [], removed: [] } }),
    ...fields,
  };
}

const fail = () => Promise.reject(new PullError('no more'));

const completes: RunStage = async ({ issue, stage }) => [
  anAttempt({ issue, stage: stage.name, endedAt: new Date() }),
];

function start(
  tracker: Tracker,
  workflow: Workflow,
  options: {
    runStage?: RunStage;
    timeLeftMs?: () => number;
    stop?: AbortController;
    shutdown?: AbortController;
  } = {},
) {
  const log = createMemoryLog();
  const {
    runStage = completes,
    timeLeftMs = () => Number.POSITIVE_INFINITY,
    stop = new AbortController(),
  } = options;
  const shutdown = options.shutdown ?? new AbortController();
  const deps = {
    tracker,
    runStage,
    log,
    timeLeftMs,
    writeEvent: () => {},
    showStatus: () => ({ [Symbol.dispose]() {} }),
    shutdown: shutdown.signal,
  };
  const outcome = run(deps, workflow, stop.signal);
  return { outcome, log };
}

test('a run with nothing to do drains after one pull and keeps what it looked for', async () => {
  const tracker = aTracker([aPull([], { searched: '0 open issues with label `todo`' })]);
  const outcome = await start(tracker, quickWorkflow()).outcome;
  expect(outcome).toMatchObject({
    reason: 'drained',
    pulls: 1,
    attempts: [],
    searched: '0 open issues with label `todo`',
  });
});

test('drained needs a pull begun after the last session that offers nothing to start', async () => {
  const tracker = aTracker([
    aPull([anIssue({ id: '1', state: 'todo' })]),
    aPull([anIssue({ id: '1', state: 'work' })]),
    aPull([]),
  ]);
  const stages = [aStage(), aStage({ name: 'implement', state: 'work' })];
  const outcome = await start(tracker, quickWorkflow({ stages })).outcome;
  expect(outcome).toMatchObject({ reason: 'drained', pulls: 3 });
  expect(outcome.attempts.map(({ stage }) => stage)).toEqual(['plan', 'implement']);
});

test('with max_iterations used up it ends when nothing waits and nothing runs', async () => {
  const tracker = aTracker([aPull([anIssue({ id: '1' }), anIssue({ id: '2' })])]);
  const workflow = quickWorkflow({ loop: { maxIterations: 1, maxIssueConcurrency: 1 } });
  const outcome = await start(tracker, workflow).outcome;
  expect(outcome).toMatchObject({ reason: 'max-iterations', pulls: 1 });
  expect(outcome.attempts).toHaveLength(2);
});

test('an issue that completed and is still in its state is said to be unmoved', async () => {
  const tracker = aTracker([aPull([anIssue({ id: '1' })])]);
  const outcome = await start(tracker, quickWorkflow()).outcome;
  expect(outcome.unmoved.map(({ issue, stage }) => `${issue.id} ${stage}`)).toEqual(['1 plan']);
  expect(outcome.attempts).toHaveLength(1);
});

test('without a pull after its session an unmoved issue is found by asking GitHub once more', async () => {
  const tracker = aTracker([aPull([anIssue({ id: '1' })])], { kind: 'github' });
  const outcome = await start(tracker, quickWorkflow({ loop: { maxIterations: 1 } })).outcome;
  expect(outcome.unmoved).toHaveLength(1);
});

test('a failed pull is an error in the log and the next one goes on', async () => {
  const tracker = aTracker([new PullError('HTTP 502'), aPull([anIssue({ id: '1' })]), aPull([])]);
  const { outcome, log } = start(tracker, quickWorkflow());
  expect(await outcome).toMatchObject({ reason: 'drained', pulls: 2, failedPulls: 1 });
  expect(log.lines).toContain('error: pull failed (1 of 3 in a row): HTTP 502');
});

test('three failed pulls in a row end the run, and what runs is awaited', async () => {
  const tracker = aTracker([aPull([anIssue({ id: '1' })]), new PullError('no')]);
  const session = Promise.withResolvers<void>();
  const runStage: RunStage = async (stageRun, signal) => {
    await session.promise;
    return completes(stageRun, signal);
  };
  const failures = { count: 0 };
  const counted: Tracker = {
    ...tracker,
    async pull(signal) {
      return tracker.pull(signal).catch((error) => {
        failures.count += 1;
        if (failures.count === 3) session.resolve();
        throw error;
      });
    },
  };
  expect(await start(counted, quickWorkflow(), { runStage }).outcome).toMatchObject({
    reason: 'intake-failed',
    detail: 'no',
    failedPulls: 3,
    attempts: [{ verdict: { state: 'completed' } }],
  });
});

test('a refused token in a pull ends the run as `credentials` without another try', async () => {
  const tracker = aTracker([new CredentialsError('401 Bad credentials')]);
  const outcome = await start(tracker, quickWorkflow()).outcome;
  expect(outcome).toMatchObject({ reason: 'credentials', detail: '401 Bad credentials', pulls: 0 });
  expect(tracker.pulls).toBe(1);
});

test('when nothing runs and the rate limit resets in 20 minutes the run ends', async () => {
  const resetAt = new Date(Date.now() + 20 * 60_000);
  const outcome = await start(aTracker([new RateLimitError('limited', resetAt)]), quickWorkflow()).outcome;
  expect(outcome).toMatchObject({ reason: 'rate-limited', detail: 'limited' });
});

test('issues for which too little of the time budget is left end the run as `time-budget`', async () => {
  const tracker = aTracker([aPull([anIssue({ id: '1' })])]);
  const stages = [aStage({ agent: anAgent({ timeoutMs: 60_000 }) })];
  const outcome = await start(tracker, quickWorkflow({ stages }), { timeLeftMs: () => 59_999 }).outcome;
  expect(outcome).toMatchObject({ reason: 'time-budget', skipped: [{ id: '1', reason: 'time-budget' }] });
});

test('a shutdown ends the run as `cancelled` with what its sessions said', async () => {
  const stop = new AbortController();
  const runStage: RunStage = ({ issue, stage }, signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () =>
        resolve([
          anAttempt({
            issue,
            stage: stage.name,
            verdict: { state: 'cancelled', class: 'cancelled', reason: 'x' },
          }),
        ]),
      );
      stop.abort(new StopRequest('shutdown', 'cancelled'));
    });
  const tracker = aTracker([aPull([anIssue({ id: '1' }), anIssue({ id: '2' })])]);
  const workflow = quickWorkflow({ loop: { maxIssueConcurrency: 1 } });
  expect(await start(tracker, workflow, { runStage, stop }).outcome).toMatchObject({
    reason: 'cancelled',
    attempts: [{ issue: { id: '1' }, verdict: { state: 'cancelled' } }],
    skipped: [{ id: '2' }],
  });
});

/** Ends later than the pull that it was started from began, also by a clock of whole milliseconds. */
const completesLater: RunStage = async ({ issue, stage }) => [
  anAttempt({ issue, stage: stage.name, endedAt: new Date(Date.now() + 1000) }),
];

test('a run that the runner ends while the time budget is ending its sessions is `cancelled`', async () => {
  const stop = new AbortController();
  const shutdown = new AbortController();
  const runStage: RunStage = (stageRun, signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        shutdown.abort(new StopRequest('shutdown', 'SIGINT'));
        resolve(completes(stageRun, signal));
      });
      stop.abort(new StopRequest('time-budget', 'used up'));
    });
  const tracker = aTracker([aPull([anIssue({ id: '1' })])]);
  const outcome = await start(tracker, quickWorkflow(), { runStage, stop, shutdown }).outcome;
  expect(outcome).toMatchObject({ reason: 'cancelled', attempts: [{ issue: { id: '1' } }] });
});

test('a shutdown ends the last look at issues that completed, however long GitHub takes', async () => {
  const shutdown = new AbortController();
  let looks = 0;
  const tracker = aTracker([aPull(['1', '2'].map((id) => anIssue({ id })))], {
    kind: 'github',
    admit: async (issue, signal) => {
      if (!issue.extra.done)
        return { kind: 'admitted', issue: { ...issue, extra: { done: true } }, visit: 'v' };
      looks += 1;
      const { promise, reject } = Promise.withResolvers<Admission>();
      signal.addEventListener('abort', () => reject(signal.reason));
      // both are looked at before the runner loses its patience
      if (looks === 2) shutdown.abort(new StopRequest('shutdown', 'SIGINT'));
      return promise;
    },
  });
  const workflow = quickWorkflow({ loop: { maxIterations: 1 } });
  expect(await start(tracker, workflow, { shutdown, runStage: completesLater }).outcome).toMatchObject({
    unmoved: [],
    pulls: 1,
  });
});

test.each([
  ['not-trusted', ['1']],
  ['edited-after-label', ['1']],
  ['changed', []],
  ['check-failed', []],
] as const)('an issue that the last look finds %s is unmoved: %j', async (reason, expected) => {
  const tracker = aTracker([aPull([anIssue({ id: '1' })])], {
    kind: 'github',
    admit: async (issue) =>
      issue.extra.done
        ? { kind: 'refused', reason, detail: '' }
        : { kind: 'admitted', issue: { ...issue, extra: { done: true } }, visit: 'v' },
  });
  const workflow = quickWorkflow({ loop: { maxIterations: 1 } });
  const outcome = await start(tracker, workflow, { runStage: completesLater }).outcome;
  expect(outcome.unmoved.map(({ issue }) => issue.id)).toEqual(expected);
});

test('a bug while issues are offered ends the run when what runs has ended, and starts nothing else', async () => {
  const ended: string[] = [];
  const broke = Promise.withResolvers<void>();
  const runStage: RunStage = async (stageRun, signal) => {
    await broke.promise;
    ended.push(stageRun.issue.id);
    return completes(stageRun, signal);
  };
  const tracker = aTracker([aPull(['1', '2'].map((id) => anIssue({ id })))]);
  const broken: Pull = {
    ...aPull([]),
    get ambiguous(): never {
      setImmediate(broke.resolve);
      throw new Error('a bug');
    },
  };
  const pulls = [tracker.pull.bind(tracker), async () => broken];
  const workflow = quickWorkflow({ loop: { maxIssueConcurrency: 1 } });
  const outcome = start({ ...tracker, pull: (signal) => (pulls.shift() ?? fail)(signal) }, workflow, {
    runStage,
  }).outcome;
  await expect(outcome).rejects.toThrow('a bug');
  expect(ended).toEqual(['1']);
});

test('a command is asked no more than `max_iterations` says, and what is not known is said', async () => {
  const tracker = { ...aTracker([aPull([anIssue({ id: '1' })])]), kind: 'command' as const };
  const { outcome, log } = start(tracker, quickWorkflow({ loop: { maxIterations: 1 } }), {
    runStage: completesLater,
  });
  expect(await outcome).toMatchObject({ unmoved: [], pulls: 1 });
  expect(log.lines).toContain('it is not known whether 1 moved: no pull is left (`loop.max_iterations`)');
});

test('a bug in a stage run ends the run, which rejects with it when the others have ended', async () => {
  const runStage: RunStage = (stageRun, signal) =>
    stageRun.issue.id === '1' ? Promise.reject(new Error('a bug')) : completes(stageRun, signal);
  const tracker = aTracker([aPull(['1', '2'].map((id) => anIssue({ id })))]);
  await expect(start(tracker, quickWorkflow(), { runStage }).outcome).rejects.toThrow('a bug');
});
