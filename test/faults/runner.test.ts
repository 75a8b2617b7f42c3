import { existsSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { openScene, type Scene, type SceneRun } from '../support/scenario.ts';
import { expectTrueEnd } from './true-end.ts';

/** Where a run is when the runner's signal comes. */
interface Phase {
  readonly name: string;
  /** What makes the run stay in this phase. */
  readonly hold: (scene: Scene) => Partial<SceneRun>;
  /** Whether it is there now. */
  readonly isReached: (scene: Scene, log: readonly string[]) => boolean;
  /** The record's sessions as `state class`. */
  readonly sessions: readonly string[];
  /** The issue's labels afterwards. */
  readonly labels?: readonly string[];
}

const stays = (scene: Scene) => `touch '${scene.path('there')}'; sleep 300`;
const isThere = (scene: Scene) => existsSync(scene.path('there'));
const onStart = {
  on_start: { state: 'busy' },
  on_success: { state: 'done' },
  on_failure: { state: 'failed' },
};
const stage = (more: NonNullable<SceneRun['stages']>[string] = {}) => ({
  stages: { plan: { when: { state: 'todo' }, ...onStart, ...more } },
});

const phases: readonly Phase[] = [
  {
    name: 'listing',
    hold(scene) {
      scene.github.fault({ method: 'GET', path: /\/issues\?/, respond: { kind: 'hang' } });
      return {};
    },
    isReached: (scene) => scene.github.requestsTo('GET', /\/issues$/).length > 0,
    sessions: [],
  },
  {
    name: 'admission',
    hold(scene) {
      scene.github.fault({ method: 'POST', path: /graphql/, respond: { kind: 'hang' } });
      return {};
    },
    isReached: (scene) => scene.github.requestsTo('POST', /graphql/).length > 0,
    sessions: [],
  },
  {
    name: 'preparing',
    hold: (scene) => ({ hooks: { after_create: stays(scene) } }),
    isReached: isThere,
    sessions: ['cancelled cancelled'],
  },
  {
    name: 'before_run',
    hold: (scene) => stage({ hooks: { before_run: stays(scene) } }),
    isReached: isThere,
    sessions: ['cancelled cancelled'],
  },
  {
    name: 'a prompt command',
    hold: (scene) => stage({ prompt: `!\`exec(${stays(scene)})\`` }),
    isReached: isThere,
    sessions: ['cancelled cancelled'],
  },
  {
    name: 'the session',
    hold: (scene) => ({ ...stage(), plays: [{ run: stays(scene) }] }),
    isReached: isThere,
    sessions: ['cancelled cancelled'],
  },
  {
    name: 'the session, whose agent ignores SIGINT and SIGTERM',
    hold: (scene) => ({
      ...stage(),
      plays: [
        { ignore: ['SIGINT', 'SIGTERM'] },
        { write: { path: scene.path('there'), text: '' } },
        { hang: true },
      ],
    }),
    isReached: isThere,
    sessions: ['cancelled cancelled'],
  },
  {
    // rule 1 of the outcome: we had begun to end it before the word came
    name: 'the session, whose agent answers it with its terminal word',
    hold: (scene) => ({
      ...stage(),
      plays: [
        { onSignal: { signal: 'SIGINT', steps: [{ json: { kind: 'completed' } }, { exit: 0 }] } },
        { write: { path: scene.path('there'), text: '' } },
        { hang: true },
      ],
    }),
    isReached: isThere,
    sessions: ['cancelled cancelled'],
    labels: ['todo'],
  },
  {
    name: 'the session, after its terminal word',
    hold: (scene) => ({
      ...stage(),
      plays: [
        { json: { kind: 'completed' } },
        { write: { path: scene.path('there'), text: '' } },
        { hang: true },
      ],
    }),
    isReached: isThere,
    sessions: ['completed -'],
  },
  {
    name: 'after_run',
    hold: (scene) => stage({ hooks: { after_run: stays(scene) } }),
    isReached: isThere,
    sessions: ['completed -'],
  },
  {
    name: 'the transition',
    hold(scene) {
      scene.github.fault({ method: 'POST', path: /\/issues\/1\/labels/, respond: { kind: 'hang' } });
      return { stages: { plan: { when: { state: 'todo' }, on_success: { state: 'done' } } } };
    },
    isReached: (scene) => scene.github.requestsTo('POST', /\/issues\/1\/labels/).length > 0,
    sessions: ['completed -'],
    labels: ['done'],
  },
];

test.concurrent.each(phases)('SIGINT in $name ends the run at once, in order', async (phase) => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const { result, tookMs } = await interrupt(scene, phase, ['SIGINT']);

  expect([result.exitCode, result.signal, result.outputs.reason]).toEqual([1, null, 'cancelled']);
  expect(result.record?.sessions.map((one) => `${one.state} ${one.class ?? '-'}`)).toEqual(phase.sessions);
  expect(result.summary).toMatch(/^## Vik: .*the run was cancelled/);
  expect(result.stdout).toContain('the runner sent SIGINT');
  expect(tookMs).toBeLessThan(7_500);
  expectTrueEnd(result, scene, 50);
  if (phase.labels !== undefined) expect(labelsOf(scene)).toEqual(phase.labels);
});

const inSession: Phase = {
  name: 'the session',
  hold: (scene) => ({
    ...stage({ hooks: { after_run: `touch '${scene.path('after')}'` } }),
    plays: [{ run: stays(scene) }],
  }),
  isReached: isThere,
  sessions: ['cancelled cancelled'],
};

test.concurrent.each([
  { signals: ['SIGINT', 'SIGINT'] },
  { signals: ['SIGINT', 'SIGTERM', 'SIGINT', 'SIGTERM', 'SIGINT', 'SIGTERM'] },
  { signals: ['SIGTERM'] },
  { signals: ['SIGINT', 'SIGTERM'] },
] as const)(
  '$signals in a session cancels it, runs no after_run and undoes on_start',
  async ({ signals }) => {
    await using scene = await openScene();
    scene.issue(['todo']);
    const { result } = await interrupt(scene, inSession, signals);

    expect([result.exitCode, result.outputs.cancelled]).toEqual([1, '1']);
    expect(existsSync(scene.path('after'))).toBe(false);
    expect(labelsOf(scene)).toEqual(['todo']);
    expect(result.record?.not_undone).toEqual([]);
    expectTrueEnd(result, scene, 50);
  },
);

test.concurrent('SIGINT while more admissions wait than are asked at once ends the run at once, in order', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const asked = () => scene.github.requestsTo('POST', /graphql/).length;
  const { result, tookMs } = await interrupt(
    scene,
    {
      ...inSession,
      hold: (at) => ({
        ...inSession.hold(at),
        loop: { max_issue_concurrency: 40 },
        github: { idle_sec: 1 },
      }),
      isReached(at) {
        if (isThere(at) && at.repo.issues.size === 1) {
          const respond = { kind: 'hang' } as const;
          at.github.fault({ method: 'POST', path: /graphql/, times: Number.POSITIVE_INFINITY, respond });
          for (let i = 0; i < 15; i += 1) at.issue(['todo']);
        }
        return asked() > 10;
      },
    },
    ['SIGINT'],
  );
  expect([result.exitCode, result.outputs.reason, result.outputs.cancelled]).toEqual([1, 'cancelled', '1']);
  expect(result.stdout).not.toContain('internal error');
  expect(tookMs).toBeLessThan(7_500);
  expectTrueEnd(result, scene, 50);
  expect(labelsOf(scene)).toEqual(['todo']);
});

test.concurrent('an error in the program itself that nobody awaits ends what runs, in order, and is reported', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  scene.write(
    'stray.mjs',
    `import { existsSync } from 'node:fs';
     const timer = setInterval(() => {
       if (!existsSync('${scene.path('there')}')) return;
       clearInterval(timer);
       throw new Error('a stray error');
     }, 50);
     timer.unref();`,
  );
  const result = await scene.run({
    ...stage(),
    plays: [{ run: stays(scene) }],
    env: { NODE_OPTIONS: `--import ${scene.checkout}/stray.mjs` },
  });
  expect([result.exitCode, result.outputs.reason, result.outputs.cancelled]).toEqual([1, 'cancelled', '1']);
  expect(result.stdout).toMatch(/::error title=internal error::.*a stray error/);
  expectTrueEnd(result, scene, 50);
  expect(labelsOf(scene)).toEqual(['todo']);
});

test.concurrent('SIGINT in the summary, while a comment hangs, ends the run at once, and what it was stays', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const { result, tookMs } = await interrupt(
    scene,
    {
      name: 'the summary',
      hold() {
        const respond = { kind: 'hang' } as const;
        scene.github.fault({ path: /\/comments/, times: Number.POSITIVE_INFINITY, respond });
        return { ...stage(), report: { comment: true } };
      },
      isReached: (_scene, log) => log.some((line) => line.startsWith('run record: ')),
      sessions: [],
    },
    ['SIGINT'],
  );
  expect([result.exitCode, result.outputs.reason, result.outputs.completed]).toEqual([0, 'drained', '1']);
  expect(tookMs).toBeLessThan(7_500);
  expectTrueEnd(result, scene, 50);
  expect(labelsOf(scene)).toEqual(['done']);
});

test('after a SIGKILL the next run on the same disk takes over, works, and says what it found', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  scene.issue(['todo']);
  const run = {
    ...stage(),
    loop: { max_issue_concurrency: 1 },
    plays: { '1': [{ run: stays(scene) }], default: [] },
  };
  const killed = await interrupt(scene, { ...inSession, hold: () => run }, ['SIGKILL'], true);
  expect(killed.result.signal).toBe('SIGKILL');

  // the check for processes that are left is this run's too: those of the killed one are gone
  const next = await scene.run(run);

  expect(next.stdout).toMatch(/the run before this one on this disk was killed; it left unfinished: 1 plan/);
  expectTrueEnd(next, scene, 50);
  expect(next.record?.sessions.map((one) => `${one.issue} ${one.state}`)).toEqual(['2 completed']);
  expect(next.record?.skipped).toMatchObject([{ issue: '1', reason: 'interrupted' }]);
});

test.concurrent('the time budget is used up while two sessions run and three issues wait', async () => {
  await using scene = await openScene();
  for (let i = 0; i < 5; i += 1) scene.issue(['todo']);
  const result = await scene.run({
    stages: {
      plan: { when: { state: 'todo' }, ...onStart, hooks: { after_run: `touch '${scene.path('after')}'` } },
    },
    loop: { max_issue_concurrency: 2 },
    // what runs is ended at 90 % of the budget; a session starts only in its first 10 %, which on a busy machine is soon over
    coder: { timeout_minutes: 0.9 },
    plays: [{ hang: true }],
    inputs: { 'time-budget-minutes': '1' },
  });
  expect([result.exitCode, result.outputs.reason]).toEqual([0, 'time-budget']);
  expect([...result.attempts].sort()).toEqual([
    '#1 plan: cancelled (cancelled): time budget',
    '#2 plan: cancelled (cancelled): time budget',
  ]);
  expect(result.skipped).toEqual(['3: time-budget', '4: time-budget', '5: time-budget']);
  expect(existsSync(scene.path('after'))).toBe(true);
  expect(result.stdout).toMatch(/::warning.*3 issues/);
  expectTrueEnd(result, scene, 90);
  expect(scene.repo.issue(1).labels.map(({ name }) => name)).toEqual(['todo']);
});

/** Starts a run, waits until it is in the phase and sends the signals; how long it took from there. */
async function interrupt(scene: Scene, phase: Phase, signals: readonly NodeJS.Signals[], strays = false) {
  const held = phase.hold(scene);
  let pid = 0;
  const log: string[] = [];
  const running = scene.run({
    ...(held.stages === undefined ? stage() : {}),
    ...held,
    ...(strays ? { mayLeaveProcesses: true as const } : {}),
    onLine: (line, started) => {
      pid = started;
      log.push(line);
      held.onLine?.(line, started);
    },
  });
  // not `expect.poll`, which needs to know which of the tests side by side it is in
  await vi.waitUntil(() => phase.isReached(scene, log), { timeout: 120_000, interval: 20 });
  const since = performance.now();
  const [first, ...further] = signals;
  if (first !== undefined) process.kill(pid, first);
  // signals of one kind that wait together are one: the others come later, also when all is written
  const later = further.map((signal, index) => setTimeout(() => send(pid, signal), 300 * (index + 1)));
  const result = await running;
  for (const timer of later) clearTimeout(timer);
  return { result, tookMs: performance.now() - since };
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it has ended
  }
}

function labelsOf(scene: Scene): string[] {
  return scene.repo.issue(1).labels.map(({ name }) => name);
}
