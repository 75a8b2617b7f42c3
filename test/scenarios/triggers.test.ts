/** What starts a run, and what its inputs must be. */
import { expect, test } from 'vitest';
import { openScene } from '../support/scenario.ts';

const issueEvent = (action: string, number: number, repository = 'octo/repo', issue: object = {}) => ({
  name: 'issues',
  payload: { action, issue: { number, ...issue }, repository: { full_name: repository } },
});

test.concurrent.for(['schedule', 'workflow_dispatch', 'repository_dispatch'])(
  '%s works what the listing shows',
  async (name) => {
    await using scene = await openScene();
    scene.issue(['todo']);
    const result = await scene.run({ event: { name, payload: { ref: 'refs/heads/main' } } });
    expect([result.exitCode, result.attempts]).toEqual([0, ['#1 plan: completed']]);
  },
);

test.concurrent.for(['labeled', 'opened', 'reopened', 'edited', 'unlabeled'])(
  "issues %s: that issue is read by number and comes first, although the listing doesn't have it yet",
  async (action) => {
    await using scene = await openScene();
    scene.issue(['todo'], { title: 'older' });
    scene.issue(['todo']).unlisted = true;
    const loop = { max_issue_concurrency: 1, max_iterations: 1 };
    const result = await scene.run({ event: issueEvent(action, 2), loop });
    expect([result.exitCode, result.attempts]).toEqual([0, ['#2 plan: completed', '#1 plan: completed']]);
  },
);

test.concurrent('an issue event of another repository names no issue of the listed one', async () => {
  await using scene = await openScene();
  scene.issue([], { title: 'of the same number' });
  const result = await scene.run({ event: issueEvent('labeled', 1, 'octo/other') });
  expect([result.exitCode, result.attempts]).toEqual([0, []]);
  expect(scene.github.requestsTo('GET', /\/issues\/1$/)).toEqual([]);
});

test.concurrent('the issue of an event that has no state, is closed or is a pull request is not worked', async () => {
  await using scene = await openScene();
  scene.issue(['bug']);
  scene.issue(['todo']).close();
  for (const event of [
    issueEvent('opened', 1),
    issueEvent('labeled', 2),
    issueEvent('labeled', 3),
    issueEvent('labeled', 1, 'octo/repo', { pull_request: {} }),
  ]) {
    const result = await scene.run({ event });
    expect([result.exitCode, result.attempts]).toEqual([0, []]);
  }
});

test.concurrent('wrong inputs are all named at once, every output is set, and nothing is requested', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const result = await scene.run({
    inputs: {
      'github-token': '',
      mode: 'check',
      repository: 'octo',
      'dry-run': 'yes',
      'max-issue-concurrency': '0',
      'max-iterations': 'many',
      'time-budget-minutes': '-1',
      'fail-on': 'always',
    },
  });
  expect(result.exitCode).toBe(1);
  expect(
    result.lines
      .filter((line) => line.startsWith('::error'))
      .map((line) => line.replace(/:: */g, '').slice(5, 80)),
  ).toEqual([
    'input `mode` is `check`: expected `run` or `doctor`',
    'input `repository` is `octo`: expected `owner/name`',
    'input `dry-run` is `yes`: expected `true` or `false`',
    'input `max-issue-concurrency` is `0`: expected a whole number of at least 1',
    'input `max-iterations` is `many`: expected a whole number of at least 1',
    'input `time-budget-minutes` is `-1`: expected a number of minutes above 0 a',
    'input `fail-on` is `always`: expected `session-failure` or `never`',
    'input `github-token` is empty: expected a token. Leave the input out to use',
    'an input is wrong; nothing was started',
  ]);
  expect(result.outputs).toMatchObject({
    drained: 'false',
    reason: 'bad-input',
    results: '[]',
    dispatched: '0',
  });
  expect(scene.github.requests).toEqual([]);
});

test.concurrent('inputs override the file: the limit of issues, the number of pulls, the repository, the path', async () => {
  await using scene = await openScene();
  const other = scene.github.repo('octo/other');
  other.setRole('alice', 'write');
  for (const title of ['one', 'two']) other.createIssue({ title, author: 'alice', labels: ['todo'] });
  scene.write(
    'flow/vik.yml',
    JSON.stringify({
      agents: { coder: { runtime: 'command', command: ['true'] } },
      issues: { github: { idle_sec: 1 } },
      issue: { stages: { plan: { when: { state: 'todo' }, agent: 'coder', prompt: 'x' } } },
    }),
  );
  const inputs = {
    'max-issue-concurrency': '1',
    'max-iterations': '1',
    repository: 'octo/other',
    workflow: 'flow/vik.yml',
  };
  const result = await scene.run({ inputs });
  expect(result.attempts).toEqual(['#1 plan: completed', '#2 plan: completed']);
  expect(result.outputs).toMatchObject({ reason: 'max-iterations', drained: 'true' });
  expect(result.lines).toContain(
    '#2 skipped: issue-concurrency-full: issue concurrency is full; skipping issue this cycle',
  );
});
