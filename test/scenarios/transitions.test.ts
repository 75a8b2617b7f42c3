/** What the Action itself does to the labels around a stage run. GitHub's writes are paced: one a second. */
import { expect, test } from 'vitest';
import { fakeAgentOnPath } from '../support/agent/fake-agent.ts';
import type { PlayedIssue } from '../support/github/played-issue.ts';
import { openScene } from '../support/scenario.ts';

const plan = {
  when: { state: 'todo' },
  on_start: { state: 'planning' },
  on_success: { state: 'work', add_labels: ['planned'], remove_labels: ['needs plan'] },
  on_failure: { state: 'failed' },
};
const labelsOf = (issue: PlayedIssue) => issue.labels.map(({ name }) => name);
const labelEvents = (issue: PlayedIssue) =>
  issue.events.slice(-4).map(({ event, label }) => `${event} ${label}`);

test.concurrent('a stage run moves its issue on, and labels that do not exist are created', async () => {
  await using scene = await openScene();
  const issue = scene.issue(['todo', 'needs plan']);
  const result = await scene.run({ stages: { plan } });
  expect([result.exitCode, result.attempts]).toEqual([0, ['#1 plan: completed']]);
  expect(labelsOf(issue)).toEqual(['work', 'planned']);
  expect(issue.events.map(({ event, label }) => `${event} ${label}`).slice(2)).toEqual([
    'labeled planning',
    'unlabeled todo',
    'labeled work',
    'labeled planned',
    'unlabeled planning',
    'unlabeled needs plan',
  ]);
  expect(result.lines).toContain(
    '[#1 plan]    on_success: now `work`, added `planned`, removed `needs plan`',
  );
});

test.concurrent('two stages in a row are worked in one run', async () => {
  await using scene = await openScene();
  const issue = scene.issue(['todo']);
  const result = await scene.run({
    stages: {
      plan: { when: { state: 'todo' }, on_success: { state: 'work' } },
      implement: { when: { state: 'work' }, on_success: { state: 'review' } },
    },
  });
  expect(result.attempts).toEqual(['#1 plan: completed', '#1 implement: completed']);
  expect([result.exitCode, labelsOf(issue)]).toEqual([0, ['review']]);
  expect(result.summary).toMatch(/^## Vik: completed 2 stage runs\n\nDrained after/);
});

test.concurrent('an agent that fails moves its issue to on_failure', async () => {
  await using scene = await openScene();
  const issue = scene.issue(['todo']);
  const result = await scene.run({ stages: { plan }, plays: [{ exit: 1 }] });
  expect([result.exitCode, result.attempts]).toEqual([1, ['#1 plan: failed (agent): exit code 1']]);
  expect(labelsOf(issue)).toEqual(['failed']);
});

test.concurrent('a setup failure only undoes on_start', async () => {
  await using scene = await openScene();
  const issue = scene.issue(['todo']);
  const result = await scene.run({ stages: { plan: { ...plan, prompt: '{{ issue.nothing }}' } } });
  expect([result.exitCode, labelsOf(issue)]).toEqual([1, ['todo']]);
  expect(result.attempts).toEqual([expect.stringMatching(/^#1 plan: failed \(setup\): .*undefined value/)]);
  expect(labelEvents(issue)).toEqual([
    'labeled planning',
    'unlabeled todo',
    'labeled todo',
    'unlabeled planning',
  ]);
});

test.concurrent('an outage of the provider only undoes on_start', async () => {
  await using scene = await openScene();
  const issue = scene.issue(['todo']);
  const message = 'unexpected status 401 Unauthorized: Incorrect API key provided';
  const result = await scene.run({
    stages: { plan: { ...plan, agent: 'codex' } },
    agents: { codex: { runtime: 'codex', model: 'gpt-5.5', args: { '--sandbox': 'workspace-write' } } },
    env: fakeAgentOnPath(scene.path(''), 'codex', [
      { json: { type: 'turn.failed', error: { message } } },
      { exit: 1 },
    ]),
  });
  expect([result.exitCode, labelsOf(issue)]).toEqual([1, ['todo']]);
  expect(result.attempts).toEqual([`#1 plan: failed (provider): ${message}`]);
});

test.concurrent('when somebody moved the issue meanwhile, their move stands', async () => {
  await using scene = await openScene();
  const issue = scene.issue(['todo']);
  const stages = {
    plan: { when: { state: 'todo' }, on_success: { state: 'work' }, on_failure: { state: 'failed' } },
  };
  const moved = scene.run({
    stages,
    plays: [{ write: { path: scene.path('at work'), text: '' } }, { waitFor: scene.path('go') }],
  });
  await scene.noted('at work');
  issue.removeLabel('todo').addLabel('paused');
  scene.note('go');
  const result = await moved;
  expect([result.exitCode, result.attempts, labelsOf(issue)]).toEqual([
    0,
    ['#1 plan: completed'],
    ['paused'],
  ]);
  expect(result.lines).toContain(
    '[#1 plan]    on_success not written: somebody moved the issue: it has no state of this file now, not `todo`',
  );
});

test.concurrent('when the old label can not be removed the new one is taken off again, and the stage run failed', async () => {
  await using scene = await openScene();
  const issue = scene.issue(['todo']);
  const stages = { plan: { when: { state: 'todo' }, on_success: { state: 'work' } } };
  scene.github.fault({
    method: 'DELETE',
    path: /\/labels\/todo$/,
    times: Number.POSITIVE_INFINITY,
    respond: { kind: 'answer', status: 403, body: { message: 'Resource not accessible by integration' } },
  });
  const result = await scene.run({ stages });
  expect([result.exitCode, labelsOf(issue)]).toEqual([1, ['todo']]);
  expect(result.attempts).toEqual([
    expect.stringMatching(
      /^#1 plan: failed \(github\): transition to `work` failed: `todo` could not be removed \(.*Resource not accessible.*\), so `work` was taken off again$/,
    ),
  ]);
  expect(result.lines.filter((line) => line.startsWith('::error title='))).toEqual([
    expect.stringMatching(/^::error title=#1 plan failed::\[#1 plan\] transition to `work` failed: /),
  ]);
});
