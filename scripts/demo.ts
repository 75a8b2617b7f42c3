/**
 * The Action at work on a simulated GitHub: eight labelled issues, the bundle run as a runner runs it, its log live, then
 * its summary. `--agent codex` and `--agent claude_code` use the real program, when it is on PATH and has its key.
 */
import { accessSync, constants, cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startPlayedGithub } from '../test/support/github/played-github.ts';
import { runAction } from '../test/support/run-action.ts';

const AGENTS = {
  command: {
    profile: { runtime: 'command', command: ['./agent.mjs'] },
    program: 'node',
    keys: [],
  },
  codex: {
    profile: { runtime: 'codex', model: 'gpt-5.5', args: { '--sandbox': 'workspace-write' } },
    program: 'codex',
    keys: ['CODEX_API_KEY'],
  },
  claude_code: {
    profile: {
      runtime: 'claude_code',
      model: 'claude-sonnet-4-6',
      args: { '--permission-mode': 'acceptEdits', '--max-turns': 20 },
    },
    program: 'claude',
    keys: ['ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN'],
  },
} as const;

const { values } = parseArgs({ options: { agent: { type: 'string', default: 'command' } } });
const agent = values.agent;
if (!isAgent(agent)) fail(`--agent is \`${agent}\`: expected one of ${Object.keys(AGENTS).join(', ')}`);
const { profile, program, keys } = AGENTS[agent];
if (!isOnPath(program))
  fail(`\`${program}\` is not on PATH; install it, or run \`npm run demo\` without --agent`);
if (keys.length > 0 && !keys.some((key) => process.env[key]))
  fail(`set ${keys.join(' or ')}, the key of \`${program}\``);

const checkout = mkdtempSync(path.join(tmpdir(), 'vik-demo-'));
cpSync(path.join(import.meta.dirname, 'demo'), checkout, { recursive: true });
writeFileSync(path.join(checkout, 'workflow.yml'), workflowFile());

await using github = await startPlayedGithub();
const repository = github.repo('octo/demo');
repository.setRole('alice', 'maintain');
for (const label of ['todo', 'work', 'done', 'chore', 'slow', 'failed', 'blocked'])
  repository.createLabel(label);
const issues: readonly (readonly [string, readonly string[]])[] = [
  ['Why does the health check take 5 s?', ['todo']],
  ['A build that crashes', ['work']],
  ['Explain the "retry" rules in README.md', ['todo']],
  ['Rename the config option `max_tries`', ['work']],
  ['Move the tests to vitest', ['todo', 'work']],
  ['Upgrade the database driver', ['todo', 'blocked']],
  ['A refactoring that takes for ever', ['slow']],
  ['Tidy up the changelog', ['chore']],
];
for (const [title, labels] of issues) {
  repository.createIssue({
    title,
    body: `Please take care of it: ${title.toLowerCase()}.`,
    author: 'alice',
    labels,
  });
}

console.log(
  `A simulated GitHub with ${issues.length} issues is at ${github.url}; the checkout is ${checkout}\n`,
);
const result = await runAction({
  workspace: checkout,
  github,
  repository: 'octo/demo',
  inputs: { 'github-token': github.token },
  env: {
    ...Object.fromEntries(
      Object.entries(process.env).filter(([name]) => /^(ANTHROPIC_|CLAUDE_CODE_|OPENAI_|CODEX_)/.test(name)),
    ),
    // colours as GitHub's log shows them, where somebody sees them
    NO_COLOR: process.stdout.isTTY ? process.env.NO_COLOR : '1',
  },
  onLine: (_, written) => console.log(written),
});
if (result.stderr !== '') console.log(result.stderr);
console.log(`\n--- job summary ${'-'.repeat(60)}\n\n${result.summary}`);
console.log(`\n--- issues afterwards ${'-'.repeat(54)}\n`);
for (const issue of repository.issues.values()) {
  console.log(`#${issue.number} ${issue.title}: ${issue.labels.map(({ name }) => name).join(', ')}`);
}
console.log(`\nexit code ${result.exitCode} after ${Math.round(result.durationMs / 1000)} s`);
console.log(`report.html: ${result.outputs['report-html-path']}`);
console.log(`run record:  ${result.outputs['report-path']}`);
console.log(`transcripts: ${result.outputs['sessions-path']}`);

function workflowFile(): string {
  // JSON is YAML
  const coder = JSON.stringify({ ...profile, timeout_minutes: agent === 'command' ? 1 : 10 });
  const slow = JSON.stringify({ ...profile, timeout_minutes: 0.05 });
  return `loop:
  max_issue_concurrency: 3
workspace:
  root: .vik
agents:
  coder: ${coder}
  hurried: ${slow}
issues:
  github:
    exclude_labels: [blocked]
    idle_sec: 2
issue:
  hooks:
    after_create: git init --quiet .
  stages:
    plan:
      when: { state: todo }
      agent: coder
      prompt_file: prompts/plan.md
      on_success: { state: work }
      on_failure: { state: failed }
    implement:
      when: { state: work }
      agent: coder
      prompt_file: prompts/implement.md
      on_success: { state: done }
      on_failure: { state: failed }
    rework:
      when: { state: slow }
      agent: hurried
      prompt_file: prompts/implement.md
      on_success: { state: done }
      on_failure: { state: failed }
    tidy:
      when: { state: chore }
      agent: coder
      prompt: "Tidy up: {{ issue.title }}"
`;
}

function isAgent(name: string): name is keyof typeof AGENTS {
  return Object.hasOwn(AGENTS, name);
}

function isOnPath(name: string): boolean {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, name), constants.X_OK);
      return true;
    } catch {
      // not in this folder
      return false;
    }
  });
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
