/** The README's `workflow.yml`, run: a real git, a played GitHub, and programs on PATH that play `claude` and `gh`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { git, reaching, withRepository } from '../support/example-scene.ts';
import { fencedBlocks } from '../support/markdown.ts';
import { openScene } from '../support/scenario.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const blocks = fencedBlocks(readme).map(({ text }) => text);
const workflow = blocks.find((text) => /^(#.*\n)?loop:/.test(text));
const calling = blocks.find((text) => text.startsWith('name:'));

const CLAUDE = `#!/bin/sh
if [ "$1" = --version ]; then echo '2.1.197 (Claude Code)'; exit; fi
case $(cat) in
  *'write a plan'*) echo 'First the tests.' > PLAN.md ;;
  *) npm test >&2 && rm PLAN.md && echo 'It works.' > feature.txt || exit 1 ;;
esac
echo '{"type":"system","subtype":"init","session_id":"s-1","claude_code_version":"2.1.197"}'
echo '{"type":"result","subtype":"success","is_error":false,"result":"Done.","total_cost_usd":0.25,"modelUsage":{}}'
`;
const GH = `#!/bin/sh
[ "$2" = create ] || exit 1
for word in "$@"; do printf '%s\\n' "$word"; done > "$NOTES/gh"
`;

test('the quick start installs, plans, works, tests, pushes a branch and opens a pull request, whatever the title says', {
  // Octokit lets a second pass between two writes, and there are a dozen.
  timeout: 90_000,
}, async () => {
  await using scene = await openScene();
  const origin = withRepository(scene);
  scene.write('bin/claude', CLAUDE, 0o755);
  scene.write('bin/gh', GH, 0o755);
  const title = `It's "new"; $(touch pwned) \`id\``;
  const issue = scene.issue(['vik:todo'], { title });

  const { exitCode, attempts, lines } = await scene.run({
    // The Action waits between two pulls; nobody waits for a test.
    workflow: (workflow ?? '').replace('state_prefix:', 'idle_sec: 1\n    state_prefix:'),
    env: {
      PATH: `${scene.checkout}/bin:${process.env.PATH}`,
      ...reaching(origin, 'https://github.com'),
    },
  });

  const log = git(origin, 'log', '--format=%an %s', '--name-status', 'main..vik/1');
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
    ],
    pullRequest: ['pr', 'create', '--head', 'vik/1', '--title', title, '--body', 'Closes #1'],
  });
});

test('the quick start passes the strict doctor once its first label and the key are there, and not before', async () => {
  await using scene = await openScene();
  scene.write('.github/workflows/vik.yml', calling ?? '');
  const examine = (key: string) =>
    scene.run({
      workflow: workflow ?? '',
      inputs: { mode: 'doctor', strict: 'true' },
      env: {
        GITHUB_WORKFLOW_REF: 'octo/repo/.github/workflows/vik.yml@refs/heads/main',
        HOME: scene.path('home'),
        ANTHROPIC_API_KEY: key,
      },
    });
  const withoutLabel = await examine('sk-of-a-test');
  scene.repo.createLabel('vik:todo');
  const withoutKey = await examine('');
  const after = await examine('sk-of-a-test');
  expect(
    [withoutLabel, withoutKey, after].map(({ exitCode, summary }) => [
      exitCode,
      /\[([a-z_]+)\]/.exec(summary)?.[1],
    ]),
  ).toEqual([
    [1, 'missing_label'],
    [1, 'no_provider_key'],
    [0, undefined],
  ]);
});
