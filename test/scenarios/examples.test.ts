/** Each folder under examples/, run: the bundle, a played GitHub, a real git, and scripted agents. */
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  EXAMPLES,
  environment,
  exampleNames,
  git,
  impatient,
  logOf,
  secretsOf,
  withRepository,
} from '../support/example-scene.ts';
import { playLinear } from '../support/played-linear.ts';
import { openScene } from '../support/scenario.ts';

interface Run {
  readonly name: string;
  /** The labels of each issue; without them the issue is the tracker's. */
  readonly issues?: readonly (readonly string[])[];
  readonly server?: string;
  /** The file in which an agent's program keeps its login on that machine, from the home. */
  readonly login?: string;
  readonly expected: {
    readonly attempts: readonly string[];
    /** Of each issue, in the end. */
    readonly labels: readonly (readonly string[])[];
    readonly comments?: readonly string[];
    /** Warnings and errors. */
    readonly problems?: readonly string[];
    /** Subjects on the first issue's branch, the newest first. */
    readonly commits: readonly string[];
    readonly pullRequest?: string;
    /** By agent and stage: the command line, and which secrets it sees. */
    readonly commands: Readonly<Record<string, string>>;
  };
}

const TITLE = `It's "new"; $(id)`;
const CLAUDE =
  'claude --verbose --output-format stream-json --model claude-sonnet-4-6 -p --permission-mode acceptEdits';
/** What a limit in dollars adds. */
const CLAUDE_5_USD = CLAUDE.replace(' -p ', ' --include-partial-messages --max-budget-usd 5 -p ');
const TOOLS = '--allowedTools Read --allowedTools Edit --allowedTools Write --allowedTools Bash(npm test:*)';
const CODEX = '--json -m gpt-5.5 --skip-git-repo-check -c features.unbounded_connection_retries=false';
const PULL_REQUEST = `pr create --head vik/1 --title ${TITLE} --body Closes #1 at github.com`;
/** One stage that ends in a pull request. */
const ONE_STAGE = {
  attempts: ['#1 work: completed'],
  labels: [['vik:review']],
  commits: [`${TITLE} (#1)`, 'Start'],
  pullRequest: PULL_REQUEST,
};

const runs: readonly Run[] = [
  {
    name: 'plan-implement-review',
    issues: [['vik:todo']],
    expected: {
      attempts: ['#1 plan: completed', '#1 implement: completed', '#1 review: completed'],
      labels: [['vik:done', 'ready-to-merge']],
      comments: [expect.stringContaining('has worked on this issue: 3 stage runs, 3 completed.')],
      commits: [`${TITLE} (#1)`, 'Plan issue 1', 'Start'],
      pullRequest: PULL_REQUEST,
      commands: {
        'claude-plan': `${CLAUDE} ${TOOLS} --max-turns 80 (ANTHROPIC_API_KEY)`,
        'codex-review': `codex exec --sandbox read-only ${CODEX} (CODEX_API_KEY)`,
      },
    },
  },
  {
    name: 'nightly-queue',
    issues: [['queued'], ['queued', 'blocked'], ['queued'], ['queued'], ['queued']],
    expected: {
      ...ONE_STAGE,
      attempts: ['#1 work: completed', '#3 work: completed', '#4 work: completed'],
      labels: [['in-review'], ['queued', 'blocked'], ['in-review'], ['in-review'], ['queued']],
      commands: { 'claude-work': `${CLAUDE_5_USD} ${TOOLS} (ANTHROPIC_API_KEY)` },
      problems: [
        '::warning title=issue left out::only the first 3 issues are taken (`limit`): the others wait for a later pull',
      ],
    },
  },
  {
    name: 'triage',
    issues: [['triage:new']],
    expected: {
      attempts: ['#1 triage: completed'],
      labels: [['bug', 'triage:done']],
      comments: ['It does not work.\n'],
      commits: [],
      commands: {},
    },
  },
  {
    name: 'claude-code',
    issues: [['vik:todo']],
    expected: {
      ...ONE_STAGE,
      commands: {
        'claude-work': `${CLAUDE_5_USD} ${TOOLS} --allowedTools Bash(git diff:*) --max-turns 80 (ANTHROPIC_API_KEY)`,
      },
    },
  },
  {
    name: 'codex',
    issues: [['vik:todo']],
    expected: {
      ...ONE_STAGE,
      commands: {
        'codex-work': `codex exec --sandbox workspace-write --config model_reasoning_effort=medium ${CODEX} (CODEX_API_KEY)`,
      },
    },
  },
  {
    name: 'any-agent',
    issues: [['vik:todo']],
    expected: {
      ...ONE_STAGE,
      commands: {
        'aider-work':
          'aider --model sonnet --message-file FILE --yes-always --no-auto-commits --no-dirty-commits --no-gitignore --no-check-update (ANTHROPIC_API_KEY)',
      },
    },
  },
  {
    name: 'from-vik',
    issues: [['vik', 'todo'], ['todo']],
    expected: {
      attempts: ['#1 plan: completed', '#1 implement: completed'],
      labels: [['vik', 'review'], ['todo']],
      comments: ['First the tests.\n'],
      commits: [TITLE, 'Start'],
      commands: {
        'codex-plan': `codex exec --config model_reasoning_effort=high --sandbox workspace-write ${CODEX} (CODEX_API_KEY)`,
      },
    },
  },
  {
    name: 'self-hosted',
    issues: [['vik:todo']],
    login: '.codex/auth.json',
    expected: {
      ...ONE_STAGE,
      commands: { 'codex-work': `codex exec --sandbox workspace-write ${CODEX} ()` },
    },
  },
  {
    name: 'github-enterprise-server',
    issues: [['vik:todo']],
    server: 'https://github.example.com',
    expected: {
      ...ONE_STAGE,
      pullRequest: PULL_REQUEST.replace('github.com', 'github.example.com'),
      commands: { 'claude-work': `${CLAUDE} ${TOOLS} --max-turns 80 (ANTHROPIC_API_KEY)` },
    },
  },
  {
    name: 'other-tracker',
    expected: {
      attempts: ['ENG-7 work: completed'],
      labels: [],
      commits: [`ENG-7 ${TITLE}`, 'Start'],
      pullRequest: `pr create --head vik/ENG-7 --title ${TITLE} --body https://linear.app/ENG-7 at github.com`,
      commands: { 'claude-work': `${CLAUDE} ${TOOLS} --max-turns 80 (ANTHROPIC_API_KEY)` },
    },
  },
];

test('every example is run', () => {
  expect(runs.map(({ name }) => name).sort()).toEqual(exampleNames);
});

test.concurrent.each(runs)(
  '$name: the doctor finds nothing, and it does what it says',
  {
    // Octokit lets a second pass between two writes, and in the longest run there are a dozen; and all run side by side.
    timeout: 150_000,
  },
  async ({ name, server = 'https://github.com', login, issues: labelled = [], expected }) => {
    await using scene = await openScene();
    await using linear = await playLinear('the LINEAR_API_KEY of a test', { id: 'ENG-7', title: TITLE });
    cpSync(join(EXAMPLES, name), scene.checkout, { recursive: true });
    const origin = withRepository(scene, join(EXAMPLES, name));
    const issues = labelled.map((labels) => scene.issue(labels, { title: TITLE, association: 'MEMBER' }));
    for (const label of ['bug', 'feature', 'question']) scene.repo.createLabel(label);
    const env = { ...secretsOf(name), ...environment(scene, origin, server), LINEAR_URL: linear.url };
    if (login !== undefined) {
      mkdirSync(dirname(scene.path(`home/${login}`)), { recursive: true });
      writeFileSync(scene.path(`home/${login}`), '{}');
    }

    const checked = await scene.run({
      workflow: readFileSync(join(EXAMPLES, name, 'workflow.yml'), 'utf8'),
      inputs: { mode: 'doctor', strict: 'true' },
      env: { ...env, GITHUB_WORKFLOW_REF: 'octo/repo/.github/workflows/vik.yml@refs/heads/main' },
    });
    expect([checked.exitCode, problemsOf(checked.lines)]).toEqual([0, []]);

    const { exitCode, attempts, lines } = await scene.run({ workflow: impatient(name), env });
    const [first = 'ENG-7'] = issues.map(({ number }) => String(number));
    const comments = issues[0]?.comments.map(({ body }) => body) ?? [];
    const pullRequest = `pull-request-${first}`;
    expect({
      exitCode,
      attempts,
      problems: problemsOf(lines),
      labels: issues.map(({ labels }) => labels.map((label) => label.name)),
      ...(comments.length > 0 ? { comments } : {}),
      commits: logOf(origin, `vik/${first}`),
      ...(existsSync(scene.path(pullRequest)) ? { pullRequest: onOneLine(scene.read(pullRequest)) } : {}),
      commands: Object.fromEntries(
        Object.keys(expected.commands).map((key) => [key, withoutFile(onOneLine(scene.read(key)))]),
      ),
    }).toEqual({ exitCode: 0, problems: [], ...expected });
  },
);

test.concurrent('self-hosted: an issue that comes back goes on with what it pushed, without what it left behind', {
  timeout: 60_000,
}, async () => {
  await using scene = await openScene();
  const name = 'self-hosted';
  cpSync(join(EXAMPLES, name), scene.checkout, { recursive: true });
  const origin = withRepository(scene, join(EXAMPLES, name));
  const issue = scene.issue(['vik:todo'], { title: TITLE, association: 'OWNER' });
  const env = environment(scene, origin, 'https://github.com');
  await scene.run({ workflow: impatient(name), env });
  const [workspace = ''] = globSync(join(scene.path('home'), '.vik/workflows/*/issues/1'));
  writeFileSync(join(workspace, 'left-behind'), '');
  issue.removeLabel('vik:review', { by: 'alice' });
  issue.addLabel('vik:todo', { by: 'alice' });
  const { attempts } = await scene.run({ workflow: impatient(name), env });
  expect([attempts, logOf(origin, 'vik/1')]).toEqual([
    ['#1 work: completed'],
    [`${TITLE} (#1)`, `${TITLE} (#1)`, 'Start'],
  ]);
  expect(git(origin, 'ls-tree', '--name-only', 'vik/1').split('\n')).not.toContain('left-behind');
});

const onOneLine = (text: string): string => text.trim().replaceAll('\n', ' ').replaceAll(' )', ')');
const withoutFile = (command: string): string => command.replace(/\S+\/tmp\.\w+/, 'FILE');
const problemsOf = (lines: readonly string[]): string[] =>
  lines.filter((line) => /^::(?:warning|error)/.test(line));
