import { expect, test } from 'vitest';
import { workflowOf } from './load-text.ts';

const MINIMAL = `
agents:
  coder: { runtime: codex, model: gpt-5.5 }
issue:
  stages:
    plan: { when: { state: todo }, agent: coder, prompt: Plan it. }
`;

const PULL = `${MINIMAL}
issues:
  pull: { command: ./list }
`;

test('what a file leaves out has the default of the design', async () => {
  const { path, dir, stages, ...rest } = await workflowOf(MINIMAL);
  expect({ ...rest, name: path.slice(dir.length) }).toEqual({
    name: '/workflow.yml',
    loop: { maxIssueConcurrency: 10, maxIterations: undefined, maxRunsPerIssue: 5, maxCostUsd: undefined },
    workspaceRoot: '/home/me/.vik',
    intake: {
      kind: 'github',
      labels: [],
      excludeLabels: [],
      statePrefix: '',
      sort: 'created-asc',
      limit: 1000,
      idleMs: 60_000,
      trust: { labelers: 'write', bots: [], authors: 'any', edits: 'refuse' },
      sanitize: true,
    },
    afterCreate: undefined,
    report: { comment: false },
  });
  expect(stages).toEqual([
    {
      name: 'plan',
      state: 'todo',
      agent: {
        name: 'coder',
        runtime: 'codex',
        model: 'gpt-5.5',
        command: [],
        flags: [],
        timeoutMs: 3_600_000,
        stallMs: 1_800_000,
        exitGraceMs: 60_000,
        maxCostUsd: undefined,
        maxOutputTokens: undefined,
        price: undefined,
        version: undefined,
        githubToken: false,
        env: [],
      },
      prompt: { source: 'Plan it.', file: undefined, pointer: 'issue.stages.plan.prompt' },
      beforeRun: undefined,
      afterRun: undefined,
      expect: [],
      retry: { maxAttempts: 1, backoffMs: 10_000 },
      onStart: undefined,
      onSuccess: undefined,
      onFailure: undefined,
    },
  ]);
});

test('a pull command is asked every 5 seconds and has 60', async () => {
  const { intake } = await workflowOf(PULL);
  expect(intake).toEqual({ kind: 'command', command: './list', idleMs: 5000, timeoutMs: 60_000 });
});

test('everything that can be set is set', async () => {
  const workflow = await workflowOf(`
loop: { max_issue_concurrency: 3, max_iterations: 4, max_runs_per_issue: 2, max_cost_usd: 20, wait_ms: 1 }
workspace: { root: ../runs }
agents:
  script:
    runtime: command
    model: any
    command: [./agent.sh, --json]
    timeout_minutes: 0.5
    stall_minutes: 0
    exit_grace_sec: 1.5
    max_cost_usd: 2.5
    max_output_tokens: 900
    github_token: true
    env: [MY_PROXY_KEY]
issues:
  github:
    labels: [vik]
    exclude_labels: [blocked]
    state_prefix: "vik:"
    sort: updated-desc
    limit: 7
    idle_sec: 2
    trust: { labelers: [octocat], bots: ["helper[bot]", other], authors: [OWNER], edits: allow }
    sanitize: false
issue:
  hooks: { after_create: git init, timeout_sec: 1 }
  stages:
    plan:
      when: { state: todo }
      agent: script
      prompt: Plan it.
      hooks: { before_run: date, after_run: "true", timeout_sec: 2 }
      retry: { max_attempts: 3, backoff_sec: 0 }
      on_start: { state: planning, add_labels: [a] }
      on_success: { state: done, remove_labels: [b] }
      on_failure: { state: blocked }
      expect: [comment, { output: done }]
report: { comment: true }
`);
  const { dir } = workflow;
  expect(workflow).toEqual({
    path: `${dir}/workflow.yml`,
    dir,
    loop: { maxIssueConcurrency: 3, maxIterations: 4, maxRunsPerIssue: 2, maxCostUsd: 20 },
    workspaceRoot: `${dir.slice(0, dir.lastIndexOf('/'))}/runs`,
    intake: {
      kind: 'github',
      labels: ['vik'],
      excludeLabels: ['blocked'],
      statePrefix: 'vik:',
      sort: 'updated-desc',
      limit: 7,
      idleMs: 2000,
      trust: { labelers: ['octocat'], bots: ['helper', 'other'], authors: ['OWNER'], edits: 'allow' },
      sanitize: false,
    },
    afterCreate: { body: 'git init', timeoutMs: 1000, pointer: 'issue.hooks.after_create' },
    report: { comment: true },
    stages: [
      {
        name: 'plan',
        state: 'todo',
        agent: {
          name: 'script',
          runtime: 'command',
          model: 'any',
          command: [`${dir}/agent.sh`, '--json'],
          flags: [],
          timeoutMs: 30_000,
          stallMs: 0,
          exitGraceMs: 1500,
          maxCostUsd: 2.5,
          maxOutputTokens: 900,
          price: undefined,
          version: undefined,
          githubToken: true,
          env: ['MY_PROXY_KEY'],
        },
        prompt: { source: 'Plan it.', file: undefined, pointer: 'issue.stages.plan.prompt' },
        beforeRun: { body: 'date', timeoutMs: 2000, pointer: 'issue.stages.plan.hooks.before_run' },
        afterRun: { body: 'true', timeoutMs: 2000, pointer: 'issue.stages.plan.hooks.after_run' },
        expect: [{ kind: 'comment' }, { kind: 'output', pattern: 'done' }],
        retry: { maxAttempts: 3, backoffMs: 0 },
        onStart: { state: 'planning', addLabels: ['a'], removeLabels: [] },
        onSuccess: { state: 'done', addLabels: [], removeLabels: ['b'] },
        onFailure: { state: 'blocked', addLabels: [], removeLabels: [] },
      },
    ],
  });
});

test("a stage's own limits win over those of its profile, which keeps its name", async () => {
  const { stages } = await workflowOf(`
prices: { gpt-5.5: { input: 1.25, cached_input: 0.125, output: 10 }, other: { input: 1, cached_input: 1, output: 1 } }
agents:
  coder:
    runtime: codex
    model: gpt-5.5
    version: " ^0.169.0 "
    timeout_minutes: 10
    stall_minutes: 5
    max_cost_usd: 3
    max_output_tokens: 500
issue:
  stages:
    plan:
      when: { state: todo }
      agent: coder
      prompt: x
      timeout_minutes: 0.5
      stall_minutes: 0
      exit_grace_sec: 0
      max_cost_usd: 0.01
    work: { when: { state: work }, agent: coder, prompt: x, max_output_tokens: 7 }
`);
  const profile = {
    name: 'coder',
    price: { input: 1.25, cachedInput: 0.125, output: 10 },
    version: '^0.169.0',
  };
  expect(stages.map(({ agent }) => agent)).toMatchObject([
    {
      ...profile,
      ...{ timeoutMs: 30_000, stallMs: 0, exitGraceMs: 0, maxCostUsd: 0.01, maxOutputTokens: 500 },
    },
    {
      ...profile,
      ...{ timeoutMs: 600_000, stallMs: 300_000, exitGraceMs: 60_000, maxCostUsd: 3, maxOutputTokens: 7 },
    },
  ]);
});

test.each([
  ['VIK_HOME', { vikHome: '/data/vik', runnerTemp: '/runner/temp', githubHosted: true }, '/data/vik'],
  ['VIK_HOME with a tilde', { vikHome: '~/work' }, '/home/me/work'],
  [
    'the temp folder of a hosted runner',
    { runnerTemp: '/runner/temp', githubHosted: true },
    '/runner/temp/vik',
  ],
  ['the home folder of any other machine', { runnerTemp: '/runner/temp' }, '/home/me/.vik'],
])('without `workspace.root` files are kept in %s', async (_where, around, root) => {
  expect((await workflowOf(MINIMAL, { around })).workspaceRoot).toBe(root);
});

test.each([
  ['~/runs', '/home/me/runs'],
  ['~', '/home/me'],
  ['/var/runs', '/var/runs'],
])('`workspace.root: %s` is %s', async (root, expected) => {
  expect((await workflowOf(`${MINIMAL}\nworkspace: { root: "${root}" }`)).workspaceRoot).toBe(expected);
});

test('a variable in a path is not expanded', async () => {
  const { workspaceRoot, dir } = await workflowOf(`${MINIMAL}\nworkspace: { root: $HOME/x }`);
  expect(workspaceRoot).toBe(`${dir}/$HOME/x`);
});

test('sections and values with nothing after the colon are as if they were not there', async () => {
  const {
    path: _path,
    dir: _dir,
    ...empty
  } = await workflowOf(`
loop:
workspace: { root: null }
agents: { coder: { runtime: codex, model: gpt-5.5, args: , timeout_minutes: ~ } }
issues: { github: }
issue:
  hooks:
  stages:
    plan: { when: { state: todo }, agent: coder, prompt: Plan it., hooks: , retry: , prompt_file: }
report:
`);
  const { path, dir, ...minimal } = await workflowOf(MINIMAL);
  expect(path).toBe(`${dir}/workflow.yml`);
  expect(empty).toEqual(minimal);
});

test('stages, agents and flags keep the order in which they are written, whatever their names', async () => {
  const { stages } = await workflowOf(`
agents:
  constructor: { runtime: codex, model: 5.50, args: { 10: ten, 1: 1.50, __proto__: x } }
issue:
  stages:
    10: { when: { state: 007 }, agent: constructor, prompt: x }
    b: { when: { state: b }, agent: constructor, prompt: x }
    1: { when: { state: __proto__ }, agent: constructor, prompt: x }
    __proto__: { when: { state: c }, agent: constructor, prompt: x }
    toString: { when: { state: d }, agent: constructor, prompt: x }
`);
  expect(stages.map(({ name, state }) => [name, state])).toEqual([
    ['10', '007'],
    ['b', 'b'],
    ['1', '__proto__'],
    ['__proto__', 'c'],
    ['toString', 'd'],
  ]);
  expect(stages[0]?.agent).toMatchObject({
    name: 'constructor',
    model: '5.50',
    flags: ['10', 'ten', '1', '1.50', '__proto__', 'x'],
  });
});

test('a time limit that no timer can hold is the longest that one can', async () => {
  const { stages } = await workflowOf(MINIMAL.replace('gpt-5.5', 'gpt-5.5, timeout_minutes: 1e9'));
  expect(stages[0]?.agent.timeoutMs).toBe(2_147_483_647);
});

test('a byte order mark, Windows line ends, anchors and aliases are read as YAML means them', async () => {
  const text = `\uFEFFagents:
  a: &profile { runtime: codex, model: gpt-5.5 }
  b: *profile
issue:
  stages:
    plan:
      when: { state: todo }
      agent: b
      prompt: |
        one
        two
`.replaceAll('\n', '\r\n');
  const { stages } = await workflowOf(text);
  expect(stages[0]?.agent.name).toBe('b');
  expect(stages[0]?.prompt.source).toBe('one\ntwo\n');
});
