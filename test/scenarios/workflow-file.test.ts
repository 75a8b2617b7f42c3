/** A workflow file that is wrong, one that is only looked at, one that is only tried out. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openScene } from '../support/scenario.ts';

const callingWorkflow = (concurrency: string) => `name: vik
on: { schedule: [{ cron: '0 * * * *' }] }
${concurrency}
jobs:
  vik:
    runs-on: ubuntu-latest
    steps: []
`;
const calledFrom = { GITHUB_WORKFLOW_REF: 'octo/repo/.github/workflows/vik.yml@refs/heads/main' };
const grouped = 'concurrency: { group: vik, cancel-in-progress: false }';

test.concurrent('every error of the file is an annotation at its place, and nothing is started', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const result = await scene.run({
    workflow: `agents:
  coder:
    runtime: codx
    model: gpt-5.5
issues:
  github:
    idle_sec: 0
issue:
  stages:
    plan:
      when: { state: todo }
      agent: codr
      prompt: "Work on {{ issue.id }"
`,
  });
  expect(result.exitCode).toBe(1);
  expect(
    result.lines.flatMap(
      (line) => /^::error file=(.+?),line=(\d+),col=(\d+).*\[(\w+)\]$/.exec(line)?.slice(1).join(' ') ?? [],
    ),
  ).toEqual([
    'workflow.yml 3 14 unknown_runtime',
    'workflow.yml 7 15 non_positive_number',
    'workflow.yml 12 14 unknown_agent',
    'workflow.yml 13 36 template_syntax',
  ]);
  expect(result.lines.at(-1)).toBe('::error::the workflow file has 4 errors; nothing was started');
  expect(result.outputs).toMatchObject({
    reason: 'bad-workflow',
    drained: 'false',
    dispatched: '0',
    'report-path': '',
  });
  expect(result.summary).toContain('- `workflow.yml:3:14`: `agents.coder.runtime` is `codx`');
  expect(result.summary).toContain('- `workflow.yml:12:14`: `issue.stages.plan.agent`: agent `codr` is not');
  expect([scene.github.requests, existsSync(scene.vikHome)]).toEqual([[], false]);
});

test.concurrent('a workflow file that is not there is an error that names its path', async () => {
  await using scene = await openScene();
  const result = await scene.run({ inputs: { workflow: 'no/such.yml' } });
  expect([result.exitCode, result.outputs.reason]).toEqual([1, 'bad-workflow']);
  expect(result.lines.filter((line) => line.startsWith('::error')).join('\n')).toContain('no/such.yml');
});

test.concurrent('the doctor finds nothing wrong with a good file, and starts nothing', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  scene.write('.github/workflows/vik.yml', callingWorkflow(grouped));
  const result = await scene.run({ inputs: { mode: 'doctor' }, env: calledFrom });
  expect([result.exitCode, result.outputs.reason, result.outputs.dispatched]).toEqual([0, 'checked', '0']);
  expect(result.lines).toContain('`todo` starts plan with coder');
  // what the token may write is asked by a request that GitHub refuses
  const written = scene.github.requests.filter(
    ({ method, path, status }) => method !== 'GET' && path !== '/graphql' && status < 400,
  );
  expect(written).toEqual([]);
});

test.concurrent('a calling workflow without `concurrency` is an error for the doctor', async () => {
  await using scene = await openScene();
  scene.write('.github/workflows/vik.yml', callingWorkflow(''));
  const result = await scene.run({ inputs: { mode: 'doctor' }, env: calledFrom });
  expect(result.exitCode).toBe(1);
  expect(result.stdout).toMatch(
    /::error file=\.github\/workflows\/vik\.yml,line=5,col=3.*\[no_concurrency\]/,
  );
});

test.concurrent('a calling workflow without `concurrency` is a warning in a run', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  scene.write('.github/workflows/vik.yml', callingWorkflow(''));
  const result = await scene.run({ env: calledFrom });
  expect([result.exitCode, result.attempts]).toEqual([0, ['#1 plan: completed']]);
  expect(result.stdout).toMatch(
    /::warning file=\.github\/workflows\/vik\.yml,line=5,col=3.*\[no_concurrency\]/,
  );
});

test.concurrent('a dry run says what would start and why the rest would not, and writes nothing', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  scene.issue(['todo']);
  scene.issue(['todo', 'work']);
  const result = await scene.run({
    stages: {
      plan: { when: { state: 'todo' }, on_success: { state: 'work' }, on_failure: { state: 'failed' } },
      implement: { when: { state: 'work' } },
    },
    loop: { max_issue_concurrency: 1 },
    hooks: { after_create: ': > "$NOTES/started"' },
    plays: [{ write: { path: scene.path('started'), text: '' } }],
    inputs: { 'dry-run': 'true' },
  });
  expect(result.exitCode).toBe(0);
  expect(result.outputs).toMatchObject({
    dispatched: '0',
    completed: '0',
    failed: '0',
    cancelled: '0',
    skipped: '0',
  });
  expect(JSON.parse(result.outputs.results ?? '')).toMatchObject([
    { issue: '1', stage: 'plan', agent: 'coder', state: 'planned' },
  ]);
  expect(result.skipped).toEqual(['3: ambiguous', '2: issue-concurrency-full']);
  expect(scene.github.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql')).toEqual(
    [],
  );
  expect(existsSync(scene.path('started'))).toBe(false);
  expect(scene.repo.issue(1).labels.map(({ name }) => name)).toEqual(['todo']);
});

test.concurrent('a dry run whose pull fails says so and is red', async () => {
  await using scene = await openScene();
  const inputs = { 'dry-run': 'true', repository: 'octo/missing' };
  const result = await scene.run({ inputs });
  expect([result.exitCode, result.outputs.reason]).toEqual([1, 'intake-failed']);
  expect(result.stdout).toContain('`octo/missing` is not there');
  expect(result.stdout).not.toContain('internal error');
});

test.concurrent('a dry run whose token is refused says so and is red', async () => {
  await using scene = await openScene();
  scene.github.refuseToken();
  const result = await scene.run({ inputs: { 'dry-run': 'true' } });
  expect([result.exitCode, result.outputs.reason]).toEqual([1, 'credentials']);
  expect(result.stdout).not.toContain('internal error');
});
