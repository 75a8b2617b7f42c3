import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { createDispatcher, type Dispatcher } from '../../src/dispatch/dispatcher.ts';
import type { StageRun } from '../../src/dispatch/stage-run.ts';
import type { AttemptOutcome } from '../../src/outcome.ts';
import { StopRequest } from '../../src/stop.ts';
import type { Issue } from '../../src/tracker/issue.ts';
import { type Admission, CredentialsError, RateLimitError } from '../../src/tracker/tracker.ts';
import type { Workflow } from '../../src/workflow/workflow.ts';
import { anAttempt, anIssue, aPull, aStage, aWorkflow, createMemoryLog } from '../support/builders.ts';

const plan = aStage({ name: 'plan', state: 'todo' });
const implement = aStage({ name: 'implement', state: 'todo' });

interface Options {
  readonly workflow: Workflow;
  readonly kind?: 'github' | 'command';
  readonly admit?: (issue: Issue) => Promise<Admission>;
  readonly timeLeftMs?: () => number;
  readonly pullsLeft?: () => boolean;
  readonly writeEvent?: (event: string) => void;
}

/** A dispatcher whose stage runs end when the test says so. */
function aDispatch(options: Options) {
  const { workflow, kind = 'command' } = options;
  const log = createMemoryLog();
  const stop = new AbortController();
  const started: string[] = [];
  const runs = new Map<
    string,
    { readonly run: StageRun; end(outcome?: Partial<AttemptOutcome>): void; fail(error: Error): void }
  >();
  const dispatcher: Dispatcher = createDispatcher(
    workflow,
    {
      tracker: {
        kind,
        admit: options.admit ?? (async (issue) => ({ kind: 'admitted', issue, visit: undefined })),
      },
      runStage: (run) => {
        const name = `${run.issue.id} ${run.stage.name}`;
        started.push(name);
        return new Promise((resolve, reject) => {
          runs.set(name, {
            fail: reject,
            run,
            end: (outcome) => resolve([anAttempt({ issue: run.issue, stage: run.stage.name, ...outcome })]),
          });
        });
      },
      log,
      timeLeftMs: options.timeLeftMs ?? (() => Number.POSITIVE_INFINITY),
      pullsLeft: options.pullsLeft ?? (() => true),
      waitsForReset: true,
      writeEvent: options.writeEvent ?? (() => {}),
    },
    stop.signal,
  );
  return {
    dispatcher,
    started,
    stop,
    lines: log.lines,
    debugLines: log.debugLines,
    pull(...issues: Issue[]) {
      dispatcher.offer(aPull(issues), performance.now());
      return settle();
    },
    async end(name: string) {
      runs.get(name)?.end();
      await settle();
    },
    throwIn: (name: string, error: Error) => runs.get(name)?.fail(error),
    runOf(name: string) {
      const found = runs.get(name);
      if (found === undefined) throw new Error(`${name} did not start`);
      return found.run;
    },
    reasons: () => dispatcher.skipped().map(({ id, reason }) => `${id} ${reason}`),
  };
}

/** Lets everything that waits for nothing but promises go on. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

test('with limit 1 the first issue starts both of its stages, and every other one says exactly why it does not', async () => {
  const review = aStage({ name: 'review', state: 'nowhere' });
  const { pull, started, lines, debugLines } = aDispatch({
    workflow: aWorkflow({ stages: [plan, implement, review], loop: { maxIssueConcurrency: 1 } }),
  });

  await pull(anIssue({ id: 'ABC-1' }), anIssue({ id: 'ABC-2' }), anIssue({ id: 'ABC-3', state: 'review' }));
  await pull(anIssue({ id: 'ABC-1' }), anIssue({ id: 'ABC-4', state: 'Todo' }));

  expect(started).toEqual(['ABC-1 plan', 'ABC-1 implement']);
  expect(lines).toEqual([
    'ABC-2 skipped: issue-concurrency-full: issue concurrency is full; skipping issue this cycle',
    'ABC-3 skipped: no-matching-stage: no workflow stage matched issue state; skipping issue this cycle',
    'ABC-4 skipped: no-matching-stage: no workflow stage matched issue state; skipping issue this cycle',
  ]);
  expect(debugLines).toEqual([
    'ABC-1 skipped: matching-stages-already-active: matching stages are already active; skipping issue this cycle',
  ]);
});

/** Admits all issues but the second, for which GitHub's limit is used up at first. */
function limitedOnce(resetInMs: number) {
  let asked = 0;
  return async (issue: Issue): Promise<Admission> => {
    if (issue.id === '2' && asked++ === 0) {
      throw new RateLimitError('the limit is used up', new Date(Date.now() + resetInMs));
    }
    return { kind: 'admitted', issue, visit: undefined };
  };
}

test('while something runs, what meets a used-up rate limit right before its start waits for the reset', async () => {
  const admit = limitedOnce(0);
  const { pull, started, lines, dispatcher } = aDispatch({ workflow: aWorkflow({ stages: [plan] }), admit });
  await pull(anIssue({ id: '1' }), anIssue({ id: '2' }));
  expect([started, dispatcher.closed]).toEqual([['1 plan'], undefined]);
  await expect.poll(() => started).toEqual(['1 plan', '2 plan']);
  expect(lines).toEqual(['the limit is used up: what is about to start waits for that']);
});

test('when nothing runs any more it is not waited for: nothing starts, and the issue waits for the next run', async () => {
  const admit = limitedOnce(20 * 60_000);
  const { pull, end, started, reasons, dispatcher } = aDispatch({
    workflow: aWorkflow({ stages: [plan] }),
    admit,
  });
  await pull(anIssue({ id: '1' }), anIssue({ id: '2' }));
  await end('1 plan');
  await settle();
  expect([started, dispatcher.closed?.reason, reasons()]).toEqual([
    ['1 plan'],
    'rate-limited',
    ['2 shutting-down'],
  ]);
});

test('the same issue twice in one pull starts its stage once', async () => {
  const { pull, started } = aDispatch({ workflow: aWorkflow({ stages: [plan] }) });
  await pull(anIssue({ id: 'ABC-1' }), anIssue({ id: 'ABC-1' }));
  expect(started).toEqual(['ABC-1 plan']);
});

test('a reservation is made before anything is awaited', () => {
  const { dispatcher, reasons } = aDispatch({
    workflow: aWorkflow({ stages: [plan], loop: { maxIssueConcurrency: 1 } }),
    admit: () => new Promise(() => {}),
  });
  dispatcher.offer(aPull([anIssue({ id: 'ABC-1' }), anIssue({ id: 'ABC-2' })]), 0);
  expect(reasons()).toEqual(['ABC-2 issue-concurrency-full']);
});

test('an issue that waits for room starts when another one ends, in the order of the list', async () => {
  const { pull, end, started } = aDispatch({
    workflow: aWorkflow({ stages: [plan], loop: { maxIssueConcurrency: 1 } }),
  });
  await pull(anIssue({ id: '1' }), anIssue({ id: '2' }), anIssue({ id: '3' }));
  await end('1 plan');
  expect(started).toEqual(['1 plan', '2 plan']);
  await end('2 plan');
  expect(started).toEqual(['1 plan', '2 plan', '3 plan']);
});

test('the limit counts issues, so the slot is free only when the last stage of the issue ended', async () => {
  const { pull, end, started } = aDispatch({
    workflow: aWorkflow({ stages: [plan, implement], loop: { maxIssueConcurrency: 1 } }),
  });
  await pull(anIssue({ id: '1' }), anIssue({ id: '2' }));
  await end('1 plan');
  expect(started).not.toContain('2 plan');
  await end('1 implement');
  expect(started).toContain('2 plan');
});

test('a newer pull replaces the waiting list', async () => {
  const { pull, end, started } = aDispatch({
    workflow: aWorkflow({ stages: [plan], loop: { maxIssueConcurrency: 1 } }),
  });
  await pull(anIssue({ id: '1' }), anIssue({ id: '2' }));
  await pull(anIssue({ id: '1' }), anIssue({ id: '3' }));
  await end('1 plan');
  expect(started).toEqual(['1 plan', '3 plan']);
});

test('a waiting list that is older than idle_sec asks a command for a pull first', async () => {
  const workflow = aWorkflow({
    stages: [plan],
    loop: { maxIssueConcurrency: 1 },
    intake: { kind: 'command', command: 'true', idleMs: -1, timeoutMs: 1 },
  });
  const { dispatcher, pull, end, started } = aDispatch({ workflow });
  await pull(anIssue({ id: '1' }), anIssue({ id: '2' }));
  await end('1 plan');
  expect({ started, wantsPull: dispatcher.wantsPull }).toEqual({ started: ['1 plan'], wantsPull: true });
});

test('with no pull left it starts from the old list instead', async () => {
  const workflow = aWorkflow({
    stages: [plan],
    loop: { maxIssueConcurrency: 1 },
    intake: { kind: 'command', command: 'true', idleMs: -1, timeoutMs: 1 },
  });
  const { pull, end, started } = aDispatch({ workflow, pullsLeft: () => false });
  await pull(anIssue({ id: '1' }), anIssue({ id: '2' }));
  await end('1 plan');
  expect(started).toEqual(['1 plan', '2 plan']);
});

test.each([
  ['closed', 'changed', 'is closed'],
  ['labelled by a stranger', 'not-trusted', 'nobody trusted put the label there'],
  ['edited', 'edited-after-label', 're-apply the label'],
] as const)(
  'an issue that is %s since the pull is released and the next one starts',
  async (_what, reason, detail) => {
    const { pull, started, reasons } = aDispatch({
      workflow: aWorkflow({ stages: [plan], loop: { maxIssueConcurrency: 1 } }),
      kind: 'github',
      admit: async (issue) =>
        issue.id === '1'
          ? { kind: 'refused', reason, detail }
          : { kind: 'admitted', issue, visit: 'event-1' },
    });
    await pull(anIssue({ id: '1' }), anIssue({ id: '2' }));
    expect(started).toEqual(['2 plan']);
    expect(reasons()).toEqual([`1 ${reason}`]);
  },
);

test('a refused issue is not asked about again until a pull shows another revision', async () => {
  const asked: string[] = [];
  const { pull } = aDispatch({
    workflow: aWorkflow({ stages: [plan] }),
    kind: 'github',
    admit: async (issue) => {
      asked.push(`${issue.id} ${issue.revision}`);
      return { kind: 'refused', reason: 'not-trusted', detail: 'no' };
    },
  });
  await pull(anIssue({ id: '1', revision: 'a' }));
  await pull(anIssue({ id: '1', revision: 'a' }));
  await pull(anIssue({ id: '1', revision: 'b' }));
  expect(asked).toEqual(['1 a', '1 b']);
});

test('an admission that fails is a skip, not an attempt', async () => {
  const { pull, started, reasons } = aDispatch({
    workflow: aWorkflow({ stages: [plan] }),
    kind: 'github',
    admit: async () => {
      throw new Error('HTTP 502');
    },
  });
  await pull(anIssue({ id: '1', revision: 'a' }));
  expect({ started, reasons: reasons() }).toEqual({ started: [], reasons: ['1 check-failed'] });
});

test('a refused token stops new starts at once and lets what runs go on', async () => {
  const { dispatcher, pull, end, started } = aDispatch({
    workflow: aWorkflow({ stages: [plan] }),
    kind: 'github',
    admit: async (issue) => {
      if (issue.id === '2') throw new CredentialsError('401');
      return { kind: 'admitted', issue, visit: 'v' };
    },
  });
  await pull(anIssue({ id: '1' }));
  await pull(anIssue({ id: '2' }), anIssue({ id: '3' }));
  await pull(anIssue({ id: '4' }));
  await end('1 plan');
  expect(started).toEqual(['1 plan']);
  expect(dispatcher.closed).toEqual({ reason: 'credentials', detail: '401' });
  expect((await dispatcher.drain()).map(({ issue }) => issue.id)).toEqual(['1']);
});

test('an issue that is being checked when the limit of costs is reached does not start', async () => {
  const checked = Promise.withResolvers<void>();
  const { pull, runOf, started, reasons } = aDispatch({
    workflow: aWorkflow({ stages: [plan], loop: { maxCostUsd: 1 } }),
    kind: 'github',
    admit: async (issue) => {
      if (issue.id === '2') await checked.promise;
      return { kind: 'admitted', issue, visit: 'v' };
    },
  });
  await pull(anIssue({ id: '1' }), anIssue({ id: '2' }));
  runOf('1 plan').openAccount()(1);
  checked.resolve();
  await settle();
  expect({ started, reasons: reasons() }).toEqual({ started: ['1 plan'], reasons: ['2 cost-limit'] });
});

test('an agent that leaves the label in place is not started again, and an issue that comes back is', async () => {
  let visit = 'event-1';
  const { pull, end, started } = aDispatch({
    workflow: aWorkflow({ stages: [plan] }),
    kind: 'github',
    admit: async (issue) => ({ kind: 'admitted', issue, visit }),
  });
  await pull(anIssue({ id: '1', revision: 'a' }));
  await end('1 plan');
  await pull(anIssue({ id: '1', revision: 'b' }));
  expect(started).toEqual(['1 plan']);

  visit = 'event-2';
  await pull(anIssue({ id: '1', revision: 'c' }));
  expect(started).toEqual(['1 plan', '1 plan']);
});

test('an issue that its own stage run put back to the state it came from is not on a new visit', async () => {
  let visit = 'event-1';
  const { pull, end, runOf, started } = aDispatch({
    workflow: aWorkflow({ stages: [plan] }),
    kind: 'github',
    admit: async (issue) => ({ kind: 'admitted', issue, visit }),
  });
  await pull(anIssue({ id: '1', revision: 'a' }));
  runOf('1 plan').setsState('planning');
  runOf('1 plan').setsState('todo');
  await end('1 plan');
  visit = 'event-2, written by the undoing of on_start';
  await pull(anIssue({ id: '1', revision: 'b' }));
  expect(started).toEqual(['1 plan']);

  visit = 'event-3, written by a person';
  await pull(anIssue({ id: '1', revision: 'c' }));
  expect(started).toEqual(['1 plan', '1 plan']);
});

test('from a command, a visit ends when another pull shows another state', async () => {
  const { pull, end, started } = aDispatch({ workflow: aWorkflow({ stages: [plan] }) });
  await pull(anIssue({ id: '1' }));
  await end('1 plan');
  await pull(anIssue({ id: '1', state: 'work' }));
  await pull(anIssue({ id: '1', state: 'todo' }));
  expect(started).toEqual(['1 plan', '1 plan']);
});

test('from a command, one pull that does not show the issue says nothing, two in a row end its visit', async () => {
  const { pull, end, started } = aDispatch({ workflow: aWorkflow({ stages: [plan] }) });
  await pull(anIssue({ id: '1' }));
  await end('1 plan');
  await pull();
  await pull(anIssue({ id: '1' }));
  await pull();
  await pull(anIssue({ id: '1' }));
  expect(started).toEqual(['1 plan']);
  await pull();
  await pull();
  await pull(anIssue({ id: '1' }));
  expect(started).toEqual(['1 plan', '1 plan']);
});

test('an issue in an `on_start` state that no session holds is interrupted; one that is held is not', async () => {
  const stage = aStage({ onStart: { state: 'planning', addLabels: [], removeLabels: [] } });
  const { pull, reasons } = aDispatch({ workflow: aWorkflow({ stages: [stage] }), kind: 'github' });
  await pull(anIssue({ id: '1', state: 'todo' }));
  await pull(anIssue({ id: '1', state: 'planning' }), anIssue({ id: '2', state: 'planning' }));
  expect(reasons()).toEqual(['2 interrupted']);
});

test('a state that a stage run sets itself starts no other stage before it is released', async () => {
  const work = aStage({ name: 'work', state: 'work' });
  const { pull, end, runOf, started } = aDispatch({
    workflow: aWorkflow({ stages: [plan, work] }),
    kind: 'github',
  });
  await pull(anIssue({ id: '1' }));
  runOf('1 plan').setsState('work');
  await pull(anIssue({ id: '1', state: 'work' }));
  expect(started).toEqual(['1 plan']);
  await end('1 plan');
  await pull(anIssue({ id: '1', state: 'work' }));
  expect(started).toEqual(['1 plan', '1 work']);
});

test('an issue with two state labels is ambiguous, with a warning, unless a stage run of it is moving it', async () => {
  const { dispatcher, pull, lines, reasons } = aDispatch({
    workflow: aWorkflow({ stages: [plan] }),
    kind: 'github',
  });
  await pull(anIssue({ id: '1' }));
  const ambiguous = ['1', '2'].map((id) => ({
    id,
    ref: `#${id}`,
    title: '',
    url: undefined,
    labels: ['todo', 'work'],
  }));
  dispatcher.offer(aPull([], { ambiguous }), performance.now());
  expect(reasons()).toEqual(['2 ambiguous']);
  expect(lines).toEqual([
    'warning: #2 skipped: ambiguous: carries `todo` and `work`, which are different states; remove all but one',
  ]);
});

test('an issue that only waits for its retry does not count towards the limit, and gets a slot back in turn', async () => {
  const { pull, runOf, end, started } = aDispatch({
    workflow: aWorkflow({ stages: [plan], loop: { maxIssueConcurrency: 1 } }),
  });
  await pull(anIssue({ id: '1' }), anIssue({ id: '2' }));
  const paused = runOf('1 plan').pause(0);
  await settle();
  expect(started).toEqual(['1 plan', '2 plan']);
  let resumed = false;
  const watched = paused.then((issue) => {
    resumed = true;
    return issue;
  });
  await settle();
  await settle();
  expect(resumed).toBe(false);
  await end('2 plan');
  expect((await watched)?.id).toBe('1');
});

test('a retry that was refused at admission gets no further attempt', async () => {
  let admissions = 0;
  const { pull, runOf } = aDispatch({
    workflow: aWorkflow({ stages: [plan] }),
    kind: 'github',
    admit: async (issue) => {
      admissions += 1;
      return admissions === 1
        ? { kind: 'admitted', issue, visit: 'v' }
        : { kind: 'refused', reason: 'changed', detail: 'is closed' };
    },
  });
  await pull(anIssue({ id: '1' }));
  expect(await runOf('1 plan').pause(0)).toBeUndefined();
});

test('`max_runs_per_issue` counts every session of the issue, retries included', async () => {
  const { pull, runOf, end, started, lines } = aDispatch({
    workflow: aWorkflow({ stages: [plan, implement], loop: { maxRunsPerIssue: 2 } }),
  });
  await pull(anIssue({ id: '1', state: 'todo' }));
  expect(await runOf('1 plan').pause(0)).toBeUndefined();
  await end('1 plan');
  await end('1 implement');
  await pull(anIssue({ id: '1', state: 'elsewhere' }));
  await pull(anIssue({ id: '1', state: 'todo' }));
  expect(started).toEqual(['1 plan', '1 implement']);
  expect(lines).toContain('1 skipped: run-limit: this issue used up `loop.max_runs_per_issue` in this job');
});

test.each([
  ['shutdown', 'shutting-down'],
  ['time-budget', 'time-budget'],
] as const)(
  'when %s ends the run nothing starts from the waiting list, and what waits is skipped as %s',
  async (kind, reason) => {
    const { stop, dispatcher, pull, end, started, reasons } = aDispatch({
      workflow: aWorkflow({ stages: [plan], loop: { maxIssueConcurrency: 1 } }),
    });
    await pull(anIssue({ id: '1' }), anIssue({ id: '2' }));
    stop.abort(new StopRequest(kind, 'told to stop'));
    await end('1 plan');
    await dispatcher.drain();
    expect({ started, reasons: reasons() }).toEqual({ started: ['1 plan'], reasons: [`2 ${reason}`] });
  },
);

test('a stage without the time for a session does not start, and the issue is skipped for the time budget', async () => {
  const { dispatcher, pull, started, reasons } = aDispatch({
    workflow: aWorkflow({ stages: [plan] }),
    timeLeftMs: () => 59_000,
  });
  await pull(anIssue({ id: '1' }));
  expect({ started, reasons: reasons(), out: dispatcher.isOutOfTime }).toEqual({
    started: [],
    reasons: ['1 time-budget'],
    out: true,
  });
});

test('a retry that the time budget would not outlast does not wait', async () => {
  const { pull, runOf, lines } = aDispatch({
    workflow: aWorkflow({ stages: [plan] }),
    timeLeftMs: () => 90_000,
  });
  await pull(anIssue({ id: '1' }));
  expect(await runOf('1 plan').pause(40_000)).toBeUndefined();
  expect(lines).toContain('[1 plan] no further attempt: less than 1 min of the time budget is left');
});

test('a token that a transition was refused with stops new starts and the waits for retries, and names the reason', async () => {
  const { dispatcher, pull, runOf, started, reasons } = aDispatch({
    workflow: aWorkflow({ stages: [plan], loop: { maxIssueConcurrency: 2 } }),
  });
  await pull(...['1', '2', '3', '4'].map((id) => anIssue({ id })));
  const paused = runOf('1 plan').pause(60 * 60_000);
  await settle();
  runOf('2 plan').tokenRefused('GitHub refuses the token (401)');
  expect(await paused).toBeUndefined();
  expect({ closed: dispatcher.closed, started, reasons: reasons() }).toEqual({
    closed: { reason: 'credentials', detail: 'GitHub refuses the token (401)' },
    started: ['1 plan', '2 plan', '3 plan'],
    reasons: ['4 shutting-down'],
  });
});

test.each([
  ['shutdown', 'shutting-down'],
  ['time-budget', 'time-budget'],
] as const)('an issue that a %s found at its admission is skipped as %s', async (kind, reason) => {
  const asked = Promise.withResolvers<Admission>();
  const { dispatcher, pull, stop, reasons, started } = aDispatch({
    workflow: aWorkflow({ stages: [plan] }),
    admit: () => asked.promise,
  });
  await pull(anIssue({ id: '1' }));
  stop.abort(new StopRequest(kind, 'told to stop'));
  asked.reject(stop.signal.reason);
  await dispatcher.drain();
  expect({ started, reasons: reasons(), idle: dispatcher.isIdle }).toEqual({
    started: [],
    reasons: [`1 ${reason}`],
    idle: true,
  });
});

test('a refused issue is asked about again when it has another state, although `updated_at` has whole seconds only', async () => {
  const work = aStage({ name: 'work', state: 'work' });
  const { pull, started } = aDispatch({
    workflow: aWorkflow({ stages: [plan, work] }),
    kind: 'github',
    admit: async (issue) =>
      issue.state === 'work'
        ? { kind: 'admitted', issue, visit: 'v' }
        : { kind: 'refused', reason: 'changed', detail: 'it is `work` now' },
  });
  await pull(anIssue({ id: '1', state: 'todo', revision: 'a' }));
  await pull(anIssue({ id: '1', state: 'work', revision: 'a' }));
  expect(started).toEqual(['1 work']);
});

test("a state that a stage run did not set after all is nobody's own: the issue moved there by a person starts", async () => {
  const work = aStage({ name: 'work', state: 'work' });
  const { pull, runOf, started } = aDispatch({
    workflow: aWorkflow({ stages: [plan, work] }),
    kind: 'github',
  });
  await pull(anIssue({ id: '1' }));
  runOf('1 plan').setsState('work');
  runOf('1 plan').setsState(undefined);
  await pull(anIssue({ id: '1', state: 'work' }));
  expect(started).toEqual(['1 plan', '1 work']);
});

test('a stage run that throws is a bug: its reservation is released, nothing else starts, and `drain` rejects with it', async () => {
  const { dispatcher, pull, end, runOf, throwIn, started, reasons } = aDispatch({
    workflow: aWorkflow({ stages: [plan], loop: { maxIssueConcurrency: 2 } }),
  });
  await pull(...['1', '2', '3'].map((id) => anIssue({ id })));
  throwIn('1 plan', new Error('a bug'));
  await settle();
  expect({ started, reasons: reasons(), quiet: dispatcher.isQuiet }).toEqual({
    started: ['1 plan', '2 plan'],
    reasons: ['3 shutting-down'],
    quiet: false,
  });
  expect(runOf('2 plan').issue.id).toBe('2');
  const drained = expect(dispatcher.drain()).rejects.toThrow('a bug');
  await end('2 plan');
  await drained;
  expect(dispatcher.isIdle).toBe(true);
});

test('a bug outside of a stage run holds no reservation either, and closes the dispatcher', async () => {
  const { dispatcher, pull } = aDispatch({
    workflow: aWorkflow({ stages: [plan] }),
    admit: async () => ({ kind: 'refused', reason: 'changed', detail: 'it was closed' }),
    writeEvent(event) {
      if (event === 'skipped') throw new Error('a bug');
    },
  });
  await pull(anIssue({ id: '1' }));
  expect({ idle: dispatcher.isIdle, closed: dispatcher.closed?.reason }).toEqual({
    idle: true,
    closed: 'cancelled',
  });
  await expect(dispatcher.drain()).rejects.toThrow('a bug');
});

test('after the run nobody listens to its signal any more', async () => {
  const { dispatcher, pull, end, stop } = aDispatch({ workflow: aWorkflow({ stages: [plan] }) });
  await pull(anIssue({ id: '1' }));
  await end('1 plan');
  await dispatcher.drain();
  expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
});
