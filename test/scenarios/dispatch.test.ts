/** The decision in its exact order with its exact reasons, seen from outside: real processes, issues from a command. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fakeAgentOnPath } from '../support/agent/fake-agent.ts';
import { openScene } from '../support/scenario.ts';

const planAndImplement = { plan: { when: { state: 'todo' } }, implement: { when: { state: 'todo' } } };
const anIssue = (id: string, state = 'todo') => ({ id, title: `Task ${id}`, state });
/** With the lines for debugging, among which is what an issue is skipped for that this run works. */
const told = (lines: readonly string[]) => lines.filter((line) => /skipped: |started with/.test(line));
const debug = { RUNNER_DEBUG: '1' };

test.concurrent('with limit 1 every issue of every pull gets its exact decision', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    stages: planAndImplement,
    loop: { max_issue_concurrency: 1 },
    pulls: [
      [anIssue('ABC-1'), anIssue('ABC-2')],
      [anIssue('ABC-1'), anIssue('ABC-2', 'review')],
      [anIssue('ABC-1', 'Todo')],
      [],
    ],
    plays: [{ waitFor: scene.path('pulled-4') }],
    env: debug,
  });
  expect([result.exitCode, [...result.attempts].sort()]).toEqual([
    0,
    ['ABC-1 implement: completed', 'ABC-1 plan: completed'],
  ]);
  expect(told(result.lines)).toEqual([
    'ABC-2 skipped: issue-concurrency-full: issue concurrency is full; skipping issue this cycle',
    '[ABC-1 plan]      started with coder (command) on "Task ABC-1"',
    '[ABC-1 implement] started with coder (command) on "Task ABC-1"',
    '::debug::ABC-1 skipped: matching-stages-already-active: matching stages are already active; skipping issue this cycle',
    'ABC-2 skipped: no-matching-stage: no workflow stage matched issue state; skipping issue this cycle',
    'ABC-1 skipped: no-matching-stage: no workflow stage matched issue state; skipping issue this cycle',
  ]);
  const decisions = scene.events().filter(({ event }) => event === 'reserved' || event === 'skipped');
  expect(decisions.map(({ issue, stages, reason }) => [issue, stages ?? reason])).toEqual([
    ['ABC-1', ['plan', 'implement']],
    ['ABC-2', 'issue-concurrency-full'],
    ['ABC-1', 'matching-stages-already-active'],
    ['ABC-2', 'no-matching-stage'],
    ['ABC-1', 'no-matching-stage'],
  ]);
});

test.concurrent('an active issue starts another stage even when the limit is full', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    stages: { plan: { when: { state: 'todo' } }, implement: { when: { state: 'work' } } },
    loop: { max_issue_concurrency: 1 },
    pulls: [[anIssue('A')], [anIssue('A', 'work')], []],
    plays: [{ waitFor: scene.path('pulled-3') }],
  });
  expect(result.exitCode).toBe(0);
  expect([...result.attempts].sort()).toEqual(['A implement: completed', 'A plan: completed']);
});

test.concurrent('the same issue twice in one pull starts its stage once', async () => {
  await using scene = await openScene();
  const result = await scene.run({ pulls: [[anIssue('A'), anIssue('A')], []] });
  expect([result.exitCode, result.attempts]).toEqual([0, ['A plan: completed']]);
  expect(result.stdout).toContain('item 2 of the pull (id "A") is left out: an earlier item has the same id');
});

test.concurrent('a session that is still in before_run holds its reservation', async () => {
  await using scene = await openScene();
  const before_run = 'until [ -e "$NOTES/pulled-3" ]; do sleep 0.05; done';
  const result = await scene.run({
    stages: { plan: { when: { state: 'todo' }, hooks: { before_run } } },
    loop: { max_issue_concurrency: 1 },
    pulls: [[anIssue('A'), anIssue('B')], [anIssue('A')], []],
    env: debug,
  });
  expect(result.attempts).toEqual(['A plan: completed']);
  expect(told(result.lines)).toEqual([
    'B skipped: issue-concurrency-full: issue concurrency is full; skipping issue this cycle',
    '[A plan]     started with coder (command) on "Task A"',
    '::debug::A skipped: matching-stages-already-active: matching stages are already active; skipping issue this cycle',
  ]);
});

test.concurrent('a preparation failure releases all keys of its issue, and the next one starts', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    stages: planAndImplement,
    hooks: { after_create: 'echo "no room for $VIK_ISSUE_ID" >&2; [ "$VIK_ISSUE_ID" != A ]' },
    loop: { max_issue_concurrency: 1 },
    pulls: [[anIssue('A'), anIssue('B')]],
  });
  expect([result.exitCode, result.outputs.reason]).toEqual([1, 'drained']);
  expect([...result.attempts].sort()).toEqual([
    'A implement: failed (setup): `after_create` exited with code 1',
    'A plan: failed (setup): `after_create` exited with code 1',
    'B implement: completed',
    'B plan: completed',
  ]);
  expect(result.stdout).toContain(
    '::error title=A plan failed::[A plan] `after_create` exited with code 1%0A',
  );
  expect(result.stdout).toContain('no room for A');
  expect([scene.workspace('A'), scene.workspace('B')].map((path) => existsSync(path))).toEqual([false, true]);
});

test.concurrent('whatever ends a stage before or without a result releases it, with reason and class', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    stages: {
      plan: {
        when: { state: 'todo' },
        hooks: { before_run: '[ "$VIK_ISSUE_ID" != hook ]' },
        prompt: "{% if issue.id == 'prompt' %}{{ issue.nothing }}{% endif %}Work.",
      },
      review: { when: { state: 'review' }, agent: 'codex' },
    },
    agents: { codex: { runtime: 'codex', model: 'gpt-5.5', args: { '--sandbox': 'workspace-write' } } },
    env: fakeAgentOnPath(scene.path(''), 'codex', {
      dies: [{ stderr: 'out of memory\n' }, { kill: 'SIGKILL' }],
      exits: [{ stderr: 'segmentation fault\n' }, { exit: 7 }],
      silent: [{ json: { type: 'thread.started', thread_id: 't' } }],
      fine: [{ print: 'done' }],
    }),
    loop: { max_issue_concurrency: 1 },
    pulls: [
      [
        anIssue('dies'),
        anIssue('exits'),
        anIssue('hook'),
        anIssue('prompt'),
        anIssue('silent', 'review'),
        anIssue('fine'),
      ],
    ],
  });
  expect([result.exitCode, result.outputs.reason]).toEqual([1, 'drained']);
  expect(result.attempts).toEqual([
    'dies plan: failed (agent): killed by SIGKILL: out of memory',
    'exits plan: failed (agent): exit code 7: segmentation fault',
    'hook plan: failed (setup): `before_run` exited with code 1',
    expect.stringMatching(/^prompt plan: failed \(setup\): .*undefined value in .*`{{ issue.nothing }}`/),
    'silent review: failed (agent): ended without a result',
    'fine plan: completed',
  ]);
});

test.concurrent('an agent that is not installed fails its stage with what to install', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    stages: { plan: { when: { state: 'todo' }, agent: 'claude' } },
    agents: { claude: { runtime: 'claude_code', model: 'opus', args: { '--permission-mode': 'plan' } } },
    env: { PATH: '/usr/bin:/bin' },
    pulls: [[anIssue('A')], []],
  });
  expect(result.attempts).toEqual([
    expect.stringMatching(/^A plan: failed \(setup\): .*claude.*npm install/),
  ]);
});

test.concurrent('a session over its time limit is ended with everything it started', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    coder: { timeout_minutes: 0.02 },
    pulls: [[anIssue('A')], []],
    plays: [{ daemon: { stubborn: true } }, { hang: true }],
  });
  expect([result.exitCode, result.attempts]).toEqual([
    1,
    ['A plan: failed (timeout): timed out after 0.02 min'],
  ]);
});

test.concurrent('a session without a sign of life is ended as stalled', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    coder: { stall_minutes: 0.02 },
    pulls: [[anIssue('A')], []],
    plays: [{ hang: true }],
  });
  expect(result.attempts).toEqual(['A plan: failed (stalled): stalled: no sign of life for 0.02 min']);
});
