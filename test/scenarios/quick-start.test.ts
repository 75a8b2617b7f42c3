/** The README's `workflow.yml`, run: a real git, a played GitHub, and programs on PATH that play `claude` and `gh`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fencedBlocks } from '../support/markdown.ts';
import { openScene, type Scene } from '../support/scenario.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const blocks = fencedBlocks(readme).map(({ text }) => text);
const workflow = blocks.find((text) => /^(#.*\n)?loop:/.test(text));
const calling = blocks.find((text) => text.startsWith('name:'));

const CLAUDE = `#!/bin/sh
if [ "$1" = --version ]; then echo '2.1.197 (Claude Code)'; exit; fi
case $(cat) in
  *'write a plan'*) echo 'First the tests.' > PLAN.md ;;
  *) rm PLAN.md && echo 'It works.' > feature.txt ;;
esac
echo '{"type":"system","subtype":"init","session_id":"s-1","claude_code_version":"2.1.197"}'
echo '{"type":"result","subtype":"success","is_error":false,"result":"Done.","total_cost_usd":0.25,"modelUsage":{}}'
`;
const GH = `#!/bin/sh
[ "$2" = create ] || exit 1
for word in "$@"; do printf '%s\\n' "$word"; done > "$NOTES/gh"
`;

test('the quick start plans, works, pushes a branch and opens a pull request, whatever the title says', {
  // Octokit lets a second pass between two writes, and there are a dozen.
  timeout: 90_000,
}, async () => {
  await using scene = await openScene();
  const bare = withRepository(scene);
  scene.write('bin/claude', CLAUDE, 0o755);
  scene.write('bin/gh', GH, 0o755);
  const title = `It's "new"; $(touch pwned) \`id\``;
  const issue = scene.issue(['vik:todo'], { title });

  const { exitCode, attempts, lines } = await scene.run({
    // The Action waits between two pulls; nobody waits for a test.
    workflow: (workflow ?? '').replace('state_prefix:', 'idle_sec: 1\n    state_prefix:'),
    env: {
      PATH: `${scene.checkout}/bin:${process.env.PATH}`,
      // Git knows nobody here, as on a hosted runner.
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.${bare}.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://github.com/octo/repo',
    },
  });

  const log = git(bare, 'log', '--format=%an %s', '--name-status', 'vik/1');
  expect({
    exitCode,
    attempts,
    warnings: lines.filter((line) => line.startsWith('::warning')),
    labels: issue.labels.map(({ name }) => name),
    log: log.split('\n').filter((line) => line !== ''),
    pullRequest: scene.read('gh').split('\n').slice(0, -1),
  }).toEqual({
    exitCode: 0,
    attempts: ['#1 plan: completed', '#1 work: completed'],
    warnings: [],
    labels: ['vik:review'],
    log: [
      `github-actions[bot] ${title} (#1)`,
      'D\tPLAN.md',
      'A\tfeature.txt',
      'github-actions[bot] Plan issue 1',
      'A\tPLAN.md',
      'me Start',
    ],
    pullRequest: ['pr', 'create', '--head', 'vik/1', '--title', title, '--body', 'Closes #1'],
  });
});

test('the quick start passes the strict doctor once its first label is there, and not before', async () => {
  await using scene = await openScene();
  scene.write('.github/workflows/vik.yml', calling ?? '');
  const examine = () =>
    scene.run({
      workflow: workflow ?? '',
      inputs: { mode: 'doctor', strict: 'true' },
      env: { GITHUB_WORKFLOW_REF: 'octo/repo/.github/workflows/vik.yml@refs/heads/main' },
    });
  const before = await examine();
  scene.repo.createLabel('vik:todo');
  const after = await examine();
  expect(
    [before, after].map(({ exitCode, summary }) => [exitCode, /\[([a-z_]+)\]/.exec(summary)?.[1]]),
  ).toEqual([
    [1, 'missing_label'],
    [0, undefined],
  ]);
});

/** The repository that the hooks clone and push to, with one empty commit. */
function withRepository(scene: Scene): string {
  const bare = scene.path('repo.git');
  mkdirSync(bare);
  git(bare, 'init', '--quiet', '--bare', '--initial-branch=main');
  const tree = git(bare, 'hash-object', '-t', 'tree', '-w', '/dev/null').trim();
  const commit = git(bare, 'commit-tree', tree, '-m', 'Start').trim();
  git(bare, 'update-ref', 'refs/heads/main', commit);
  return bare;
}

function git(folder: string, ...args: string[]): string {
  const me = ['-c', 'user.name=me', '-c', 'user.email=me@example.com'];
  return execFileSync('git', [...me, ...args], { cwd: folder, encoding: 'utf8' });
}
