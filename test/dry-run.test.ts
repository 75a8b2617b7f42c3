import { expect, test } from 'vitest';
import { dryRun } from '../src/dry-run.ts';
import { StopRequest } from '../src/stop.ts';
import {
  type Admission,
  CredentialsError,
  type Pull,
  PullError,
  RateLimitError,
  type Tracker,
} from '../src/tracker/tracker.ts';
import { anIssue, aPull, aWorkflow, createMemoryLog } from './support/builders.ts';

function aTracker(pull: () => Promise<Pull>, fields: Partial<Tracker> = {}): Tracker {
  return {
    kind: 'github',
    pull,
    admit: async (issue): Promise<Admission> => ({ kind: 'admitted', issue, visit: undefined }),
    watch: async () => ({ check: async () => ({ kind: 'met' }) }),
    transition: async () => ({ kind: 'written', changes: { added: [], removed: [] } }),
    ...fields,
  };
}

function start(tracker: Tracker, signal = new AbortController().signal, workflow = aWorkflow()) {
  const log = createMemoryLog();
  return {
    log,
    outcome: dryRun({ tracker, log, timeLeftMs: () => 1e9, writeEvent: () => {} }, workflow, signal),
  };
}

test('a dry run says what would start, and why the rest would not, and starts nothing', async () => {
  const pull = async () => aPull(['1', '2', '3'].map((id) => anIssue({ id, revision: 'r' })));
  const tracker = aTracker(pull, {
    admit: async (issue) =>
      issue.id === '1'
        ? { kind: 'refused', reason: 'not-trusted', detail: 'no' }
        : { kind: 'admitted', issue, visit: 'v' },
  });
  const workflow = aWorkflow({ loop: { maxIssueConcurrency: 1 } });
  const { log, outcome: running } = start(tracker, undefined, workflow);
  const outcome = await running;
  expect(outcome.planned.map(({ issue, stage, agent }) => `${issue.id} ${stage} ${agent}`)).toEqual([
    '2 plan coder',
  ]);
  expect(outcome.skipped.map(({ id, reason }) => `${id} ${reason}`)).toEqual([
    '1 not-trusted',
    '3 issue-concurrency-full',
  ]);
  expect(log.lines.filter((line) => line.includes('shutting'))).toEqual([]);
  expect(log.lines.at(-1)).toBe('[2 plan] would start with coder');
});

test('what would start is in the order of the pull, whoever is admitted first', async () => {
  const admitted = Promise.withResolvers<void>();
  const tracker = aTracker(async () => aPull(['1', '2'].map((id) => anIssue({ id }))), {
    admit: async (issue) => {
      if (issue.id === '1') await admitted.promise;
      else admitted.resolve();
      return { kind: 'admitted', issue, visit: undefined };
    },
  });
  const { planned } = await start(tracker).outcome;
  expect(planned.map(({ issue }) => issue.id)).toEqual(['1', '2']);
});

test.each([
  ['intake-failed', new PullError('HTTP 502')],
  ['credentials', new CredentialsError('401')],
  ['rate-limited', new RateLimitError('limited', new Date())],
] as const)('a pull that fails ends a dry run as `%s`, in words', async (reason, error) => {
  const { outcome, log } = start(aTracker(() => Promise.reject(error)));
  expect(await outcome).toMatchObject({
    reason,
    detail: error.message,
    pulls: 0,
    failedPulls: 1,
    planned: [],
  });
  expect(log.lines).toEqual([`error: pull failed: ${error.message}`]);
});

test('a rate limit that is met at admission ends a dry run as `rate-limited`, also when another issue would start', async () => {
  const tracker = aTracker(async () => aPull(['1', '2'].map((id) => anIssue({ id }))), {
    admit: async (issue) => {
      if (issue.id === '2') throw new RateLimitError('limited', new Date(Date.now() + 3_600_000));
      return { kind: 'admitted', issue, visit: undefined };
    },
  });
  const outcome = await start(tracker).outcome;
  expect(outcome).toMatchObject({ reason: 'rate-limited', detail: 'limited' });
  expect(outcome.skipped.map(({ id }) => id)).toEqual(['2']);
});

test('a token that is refused at admission ends a dry run as `credentials`', async () => {
  const tracker = aTracker(async () => aPull([anIssue({ id: '1' })]), {
    admit: () => Promise.reject(new CredentialsError('401')),
  });
  expect(await start(tracker).outcome).toMatchObject({ reason: 'credentials', planned: [] });
});

test('a dry run that its time budget ends says so', async () => {
  const stop = new AbortController();
  const pull = async () => {
    stop.abort(new StopRequest('time-budget', 'used up'));
    throw stop.signal.reason;
  };
  const { outcome } = start(aTracker(pull), stop.signal);
  expect(await outcome).toMatchObject({ reason: 'time-budget', failedPulls: 0 });
});

test('a bug in a dry run is no failed pull', async () => {
  const tracker = aTracker(async () => aPull([]));
  const broken = { ...aWorkflow(), stages: undefined as never };
  await expect(async () => start(tracker, undefined, broken).outcome).rejects.toThrow(TypeError);
});

test('a dry run that the runner ends is `cancelled`', async () => {
  const stop = new AbortController();
  const pull = async () => {
    stop.abort(new StopRequest('shutdown', 'SIGINT'));
    throw stop.signal.reason;
  };
  const { outcome, log } = start(aTracker(pull), stop.signal);
  expect(await outcome).toMatchObject({ reason: 'cancelled', pulls: 0, failedPulls: 0 });
  expect(log.lines).toEqual([]);
});
