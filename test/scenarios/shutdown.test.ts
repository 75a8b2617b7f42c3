/** A job that is cancelled: the runner sends SIGINT, and kills what is left a few seconds later. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openScene } from '../support/scenario.ts';

const anIssue = (id: string) => ({ id, title: `Task ${id}`, state: 'todo' });

test('while one session runs, one prepares and one issue waits: all end, none starts, no after_run', async () => {
  await using scene = await openScene();
  let signalledAt = 0;
  const result = await scene.run({
    stages: { plan: { when: { state: 'todo' }, hooks: { after_run: ': > "$NOTES/after"' } } },
    hooks: { after_create: '[ "$VIK_ISSUE_ID" = runs ] || { : > "$NOTES/prepares"; sleep 100; }' },
    loop: { max_issue_concurrency: 2 },
    pulls: [[anIssue('runs'), anIssue('prepares'), anIssue('waits')]],
    plays: [
      { waitFor: scene.path('prepares') },
      { daemon: { stubborn: true } },
      { json: { kind: 'tool_call', name: 'shell', phase: 'request' } },
      { hang: true },
    ],
    onLine(line, pid) {
      if (!line.includes('shell')) return;
      signalledAt = performance.now();
      process.kill(pid, 'SIGINT');
    },
  });
  expect(performance.now() - signalledAt).toBeLessThan(5000);
  expect([result.exitCode, result.signal, result.outputs.reason]).toEqual([1, null, 'cancelled']);
  expect([...result.attempts].sort()).toEqual([
    'prepares plan: cancelled (cancelled): cancelled by the runner',
    'runs plan: cancelled (cancelled): cancelled by the runner',
  ]);
  expect(result.skipped).toEqual(['waits: shutting-down']);
  expect(result.outputs).toMatchObject({
    drained: 'false',
    dispatched: '2',
    cancelled: '2',
    failed: '0',
    completed: '0',
  });
  expect(result.summary).toMatch(/^## Vik: the run was cancelled; 2 of 2 stage runs cancelled/);
  expect(existsSync(scene.path('after'))).toBe(false);
});

test('SIGTERM in the middle of a pull ends the run as well', async () => {
  await using scene = await openScene();
  const run = scene.run({
    pulls: [{ sh: 'echo 1 > "$NOTES/pulling"; sleep 100' }],
    onLine: (line, pid) => {
      if (line.startsWith('running ')) void scene.noted('pulling').then(() => process.kill(pid, 'SIGTERM'));
    },
  });
  const result = await run;
  expect([result.exitCode, result.outputs.reason, result.attempts]).toEqual([1, 'cancelled', []]);
});

test('`on_start` is undone after a shutdown, so that the next run finds the issue as it was', async () => {
  await using scene = await openScene();
  const issue = scene.issue(['todo']);
  const result = await scene.run({
    stages: {
      plan: {
        when: { state: 'todo' },
        on_start: { state: 'planning' },
        on_success: { state: 'work' },
        on_failure: { state: 'failed' },
      },
    },
    plays: [{ json: { kind: 'tool_call', name: 'shell', phase: 'request' } }, { hang: true }],
    onLine: (line, pid) => line.includes('shell') && process.kill(pid, 'SIGINT'),
  });
  expect([result.exitCode, result.attempts]).toEqual([
    1,
    ['#1 plan: cancelled (cancelled): cancelled by the runner'],
  ]);
  expect(issue.labels.map(({ name }) => name)).toEqual(['todo']);
  expect(result.record?.not_undone).toEqual([]);
});

test('a shutdown ends the wait for the next attempt, and no further one starts', async () => {
  await using scene = await openScene();
  const retry = { max_attempts: 3, backoff_sec: 300 };
  const result = await scene.run({
    stages: { plan: { when: { state: 'todo' }, retry } },
    pulls: [[anIssue('A')]],
    plays: [{ exit: 1 }],
    onLine: (line, pid) => line.includes('next attempt') && process.kill(pid, 'SIGINT'),
  });
  expect([result.exitCode, result.outputs.reason, result.attempts]).toEqual([
    1,
    'cancelled',
    ['A plan: failed (agent): exit code 1'],
  ]);
});
