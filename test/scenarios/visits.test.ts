/** How often an issue is worked in one job: visits, attempts, limits, the time budget. */
import { expect, test } from 'vitest';
import { openScene } from '../support/scenario.ts';

const anIssue = (id: string, state = 'todo') => ({ id, title: `Task ${id}`, state });
const planAndImplement = { plan: { when: { state: 'todo' } }, implement: { when: { state: 'work' } } };

test.concurrent('an issue that goes todo, work, todo is planned twice', async () => {
  await using scene = await openScene();
  // as an agent would move it: the state follows from how many sessions there were
  const sh = `case $(cat "$NOTES/ran" 2>/dev/null | wc -l) in 0 | 2) state=todo ;; 1) state=work ;; *) state=done ;; esac
printf '[{"id":"A","title":"x","state":"%s"}]' $state`;
  const result = await scene.run({
    stages: planAndImplement,
    pulls: [{ sh }],
    plays: [{ run: 'echo x >> "$NOTES/ran"' }],
  });
  expect([result.exitCode, result.attempts]).toEqual([
    0,
    ['A plan: completed', 'A implement: completed', 'A plan: completed'],
  ]);
});

test.concurrent('an agent that leaves the label in place is not started again, and the next run is warned of', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const result = await scene.run();
  expect([result.exitCode, result.outputs.reason, result.attempts]).toEqual([
    0,
    'drained',
    ['#1 plan: completed'],
  ]);
  const warning = '#1 is still `todo` after plan completed: the next run will work it, and pay for it, again';
  expect(result.lines).toContain(`::warning title=#1 was not moved::${warning}`);
  expect(result.summary).toContain('is still `todo` after');
  expect(result.lines.at(-1)).toMatch(
    /^completed 1 stage run; 1 issue still where it was; drained after \d+ pulls$/,
  );
});

test.concurrent('`max_runs_per_issue` ends a loop of two stages that hand the issue to each other', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const result = await scene.run({
    stages: {
      plan: { when: { state: 'todo' }, on_success: { state: 'work' } },
      implement: { when: { state: 'work' }, on_success: { state: 'todo' } },
    },
    loop: { max_runs_per_issue: 3 },
  });
  expect(result.attempts).toEqual(['#1 plan: completed', '#1 implement: completed', '#1 plan: completed']);
  expect(result.lines).toContain(
    '#1 skipped: run-limit: this issue used up `loop.max_runs_per_issue` in this job',
  );
});

test.concurrent('only the last attempt counts', async () => {
  await using scene = await openScene();
  const tries = 'echo x >> "$NOTES/tries"; [ "$(wc -l < "$NOTES/tries")" -ge 2 ]';
  const result = await scene.run({
    coder: { command: ['sh', '-c', tries] },
    stages: { plan: { when: { state: 'todo' }, retry: { max_attempts: 3, backoff_sec: 1 } } },
    pulls: [[anIssue('A')], []],
  });
  expect([result.exitCode, result.outputs.completed, result.outputs.failed]).toEqual([0, '1', '0']);
  expect(result.record?.sessions.map(({ attempt, final, state }) => [attempt, final, state])).toEqual([
    [1, false, 'failed'],
    [2, true, 'completed'],
  ]);
});

test.concurrent('a setup failure gets no further attempt', async () => {
  await using scene = await openScene();
  const retry = { max_attempts: 3, backoff_sec: 1 };
  const hooks = { before_run: 'exit 9' };
  const result = await scene.run({
    stages: { plan: { when: { state: 'todo' }, retry, hooks } },
    pulls: [[anIssue('A')], []],
  });
  expect(result.attempts).toEqual(['A plan: failed (setup): `before_run` exited with code 9']);
});

test.concurrent('`max_iterations` limits pulls, not starts', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    loop: { max_iterations: 1, max_issue_concurrency: 1 },
    pulls: [[anIssue('A'), anIssue('B'), anIssue('C')]],
  });
  expect(result.attempts).toEqual(['A plan: completed', 'B plan: completed', 'C plan: completed']);
  expect(result.outputs).toMatchObject({ reason: 'max-iterations', drained: 'true' });
  expect(result.record?.pulls).toBe(1);
});

test.concurrent('the time budget ends what runs, its after_run still runs, and what waits is counted', async () => {
  await using scene = await openScene();
  const hooks = { before_run: 'sleep 6', after_run: 'echo "$VIK_ISSUE_ID" >> "$NOTES/after"' };
  const result = await scene.run({
    inputs: { 'time-budget-minutes': '0.25' },
    coder: { timeout_minutes: 0.12 },
    stages: { plan: { when: { state: 'todo' }, hooks } },
    loop: { max_issue_concurrency: 1 },
    pulls: [[anIssue('A'), anIssue('B')]],
    plays: [{ hang: true }],
  });
  expect([result.exitCode, result.outputs.reason, result.outputs.cancelled]).toEqual([0, 'time-budget', '1']);
  expect(result.attempts).toEqual([expect.stringMatching(/^A plan: cancelled \(cancelled\): .*time budget/)]);
  expect([result.skipped, scene.read('after')]).toEqual([['B: time-budget'], 'A\n']);
  // on a machine so slow that A's session was refused, A waits, too
  const left = result.attempts[0]?.includes('it waits for the next run') ? '2 issues' : '1 issue';
  expect(result.lines).toContain(
    `::warning::the time budget ended the run: ${left} left waiting for the next one`,
  );
});

test.concurrent('no session starts with less of the time budget left than it may take', async () => {
  await using scene = await openScene();
  const inputs = { 'time-budget-minutes': '0.5' };
  const result = await scene.run({ inputs, pulls: [[anIssue('A')]] });
  expect([result.exitCode, result.outputs.reason, result.attempts]).toEqual([0, 'time-budget', []]);
  expect(result.stdout).toContain('A skipped: time-budget: less than 30 min of the time budget is left');
});
