/** Limits of time and money, one cause that fails many, and the installation of an agent program, by the bundle. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import type { FakeStep } from '../support/agent/fake-agent.ts';
import { openScene, type Scene } from '../support/scenario.ts';

const anIssue = (id: string) => ({ id, title: `Task ${id}`, state: 'todo' });
const cost = (usd: number): FakeStep => ({ json: { kind: 'cost', usd } });
const refused: FakeStep = { json: { kind: 'error', detail: 'unexpected status 401 Unauthorized: bad key' } };

test.concurrent("a stage's own limits win, and a session over its limit is failed and its issue moved", async () => {
  await using scene = await openScene();
  const plan = scene.issue(['todo']);
  scene.issue(['work']);
  const ends = { on_success: { state: 'done' }, on_failure: { state: 'blocked' } };
  const result = await scene.run({
    coder: { max_cost_usd: 5, timeout_minutes: 9 },
    stages: {
      plan: { when: { state: 'todo' }, max_cost_usd: 0.5, ...ends },
      work: { when: { state: 'work' }, timeout_minutes: 0.01, ...ends },
    },
    plays: { '/plan': [cost(0.4), cost(0.75), { hang: true }], '/work': [{ hang: true }] },
  });
  expect([...result.attempts].sort()).toEqual([
    '#1 plan: failed (budget): over its limit of $0.50: it cost $0.75',
    '#2 work: failed (timeout): timed out after 0.01 min',
  ]);
  expect(plan.labels.map(({ name }) => name)).toEqual(['blocked']);
  expect(result.lines).toContain(
    '[#1 plan]    started with coder (command) on "A task"; at most $0.50, checked by the figures that it prints',
  );
  expect([result.exitCode, result.outputs['cost-usd'], result.outputs['cost-unknown']]).toEqual([
    1,
    '0.75',
    '1',
  ]);
});

test.concurrent('a job over its limit starts no further session, and says how many issues are left', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    pulls: [['A', 'B', 'C', 'D'].map(anIssue)],
    loop: { max_issue_concurrency: 1, max_cost_usd: 1 },
    plays: [cost(0.6)],
  });
  expect([result.exitCode, result.attempts, result.skipped]).toEqual([
    0,
    ['A plan: completed', 'B plan: completed'],
    ['C: cost-limit', 'D: cost-limit'],
  ]);
  expect([result.outputs.reason, result.outputs.drained, result.outputs['cost-usd']]).toEqual([
    'cost-limit',
    'false',
    '1.2',
  ]);
  expect(result.record).toMatchObject({
    reason: 'cost-limit',
    detail:
      'the sessions of this job cost $1.20 so far, and `loop.max_cost_usd` is $1.00; 2 issues are left for the next run',
  });
  expect(result.lines.at(-1)).toContain('2 issues left waiting');
});

test.concurrent('what is still being prepared when the job reaches its limit starts no session, and is left, too', async () => {
  await using scene = await openScene();
  const prepares = `test "$VIK_ISSUE_ID" = A || { while ! test -e '${scene.path('over')}'; do sleep 0.05; done; }`;
  const result = await scene.run({
    pulls: [['A', 'B', 'C'].map(anIssue)],
    loop: { max_issue_concurrency: 2, max_cost_usd: 1 },
    stages: { plan: { when: { state: 'todo' }, hooks: { before_run: prepares } } },
    plays: [cost(5)],
    onLine(line) {
      if (line.includes('no further session starts')) scene.note('over');
    },
  });
  expect([result.exitCode, [...result.attempts].sort(), result.skipped]).toEqual([
    0,
    [
      'A plan: completed',
      expect.stringMatching(/^B plan: cancelled \(cancelled\): the sessions of this job cost \$5\.00/),
    ],
    ['C: cost-limit'],
  ]);
  expect(result.record).toMatchObject({
    detail: expect.stringMatching(/; 2 issues are left for the next run$/),
  });
  expect(result.lines.at(-1)).toContain('2 issues left waiting');
});

test.concurrent('a provider that refuses three times in a row is asked no more, with one error', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    pulls: [['A', 'B', 'C', 'D', 'E', 'F'].map(anIssue)],
    loop: { max_issue_concurrency: 1 },
    plays: [refused],
  });
  expect([result.exitCode, result.outputs.reason, result.outputs.drained]).toEqual([1, 'drained', 'false']);
  expect(result.outputs.dispatched).toBe('3');
  expect(result.skipped).toEqual(['D: agent-unavailable', 'E: agent-unavailable', 'F: agent-unavailable']);
  expect(
    result.lines.filter((line) => line.includes('failed 3 times in a row') && line.startsWith('::error')),
  ).toEqual([
    '::error title=agent `coder` is unavailable::agent `coder` failed 3 times in a row: unexpected status 401 Unauthorized: bad key. No further session of it starts in this job; its other issues wait for the next run',
  ]);
});

test.concurrent('a session that completes in between shows that the provider works', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    pulls: [['A', 'B', 'C', 'D', 'E'].map(anIssue)],
    loop: { max_issue_concurrency: 1 },
    plays: { C: [{ print: 'fine' }], default: [refused] },
  });
  expect([result.outputs.dispatched, result.outputs.failed, result.skipped]).toEqual(['5', '4', []]);
});

test.concurrent('a preparation that fails counts once, however many stages it held', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    pulls: [['A', 'B', 'C', 'D'].map(anIssue)],
    loop: { max_issue_concurrency: 1 },
    stages: { plan: { when: { state: 'todo' } }, work: { when: { state: 'todo' } } },
    hooks: { after_create: 'echo no space >&2; exit 1' },
  });
  expect([result.outputs.failed, result.skipped]).toEqual(['6', ['D: agent-unavailable']]);
});

test.concurrent('an agent program is installed once for all sessions that wait for it, without secrets', async () => {
  await using scene = await openScene();
  const env = playedNpm(scene);
  const run = { coder: codex('^0.169.0'), env };
  const pulls = [['A', 'B', 'C'].map(anIssue)];
  const result = await scene.run({ ...run, pulls });
  expect([result.exitCode, [...result.attempts].sort()]).toEqual([
    0,
    ['A plan: completed', 'B plan: completed', 'C plan: completed'],
  ]);
  expect(result.record?.sessions.map((session) => session.agent_version)).toEqual([
    '0.169.4',
    '0.169.4',
    '0.169.4',
  ]);
  expect(scene.read('npm-calls')).toBe('view\ninstall\n');
  expect(scene.read('npm-env')).not.toMatch(/ghs_|sk-secret|INPUT_|GITHUB_OUTPUT/);
  expect(result.lines.filter((line) => line.includes('install'))).toEqual([
    expect.stringMatching(/^\[\w plan\] {5}installing @openai\/codex 0\.169\.4 \(`version: \^0\.169\.0`\)$/),
    expect.stringMatching(/^\[\w plan\] {5}installed @openai\/codex 0\.169\.4 in \d/),
  ]);
});

test.concurrent('a run with nothing to do installs nothing', async () => {
  await using scene = await openScene();
  const env = playedNpm(scene);
  const result = await scene.run({ coder: codex('0.169.0'), env, pulls: [[]] });
  expect([result.exitCode, existsSync(scene.path('npm-calls'))]).toEqual([0, false]);
});

test.concurrent('an installation that fails is a setup failure that says what to do', async () => {
  await using scene = await openScene();
  const env = playedNpm(scene);
  const result = await scene.run({ coder: codex('9.9.9'), env, pulls: [[anIssue('A')]] });
  expect(result.attempts).toEqual([
    'A plan: failed (setup): @openai/codex@9.9.9 could not be installed: `npm install`: exit code 1: ETARGET: No matching version; check `version` in the workflow file and that the registry can be reached, or install the program in a step before this one and remove `version`',
  ]);
});

test.concurrent('a signal ends an installation, of which nothing is left', async () => {
  await using scene = await openScene();
  const env = playedNpm(scene);
  const temp = scene.path('tmp');
  mkdirSync(temp);
  const result = await scene.run({
    coder: codex('1.2.3'),
    env: { ...env, TMPDIR: temp },
    pulls: [['A', 'B'].map(anIssue)],
    onLine(line, pid) {
      if (line.includes('installing')) void scene.noted('npm-hangs').then(() => process.kill(pid, 'SIGINT'));
    },
  });
  expect([result.exitCode, result.outputs.reason, [...result.attempts].sort()]).toEqual([
    1,
    'cancelled',
    [
      'A plan: cancelled (cancelled): cancelled by the runner',
      'B plan: cancelled (cancelled): cancelled by the runner',
    ],
  ]);
  const toolCache = readdirSync(env.RUNNER_TOOL_CACHE ?? '', { recursive: true });
  expect([toolCache, readdirSync(temp)]).toEqual([['vik', 'vik/codex', 'vik/codex/1.2.3'], []]);
});

function codex(version: string): JsonObject {
  return { runtime: 'codex', model: 'm', command: null, args: { '--sandbox': 'read-only' }, version };
}

/** A PATH with an npm that installs the fake agent as `codex` 0.169.4, and no codex. */
function playedNpm(scene: Scene): Record<string, string> {
  const notes = path.dirname(scene.path('x'));
  const fake = path.resolve(import.meta.dirname, '../support/agent/fake-agent.mjs');
  scene.write('script.json', JSON.stringify([{ json: { type: 'turn.completed' } }]));
  scene.write(
    'bin/npm',
    `#!/bin/sh
echo "$1" >> '${notes}/npm-calls'; env > '${notes}/npm-env'
for spec; do :; done
case "$1 $spec" in
  view*) echo '["0.169.0","0.169.4"]'; exit 0 ;;
  *1.2.3) mkdir -p node_modules; : > '${notes}/npm-hangs'; exec sleep 300 ;;
  *9.9.9) echo 'npm error code ETARGET' >&2; echo 'npm error No matching version' >&2; exit 1 ;;
esac
mkdir -p node_modules/.bin
cat > node_modules/.bin/codex <<'END'
#!/bin/sh
[ "$1" = --version ] && echo 'codex-cli 0.169.4' && exit 0
FAKE_AGENT_SCRIPT='${scene.checkout}/script.json' exec '${process.execPath}' '${fake}' "$@"
END
chmod +x node_modules/.bin/codex
`,
    0o755,
  );
  return {
    PATH: `${path.join(scene.checkout, 'bin')}:/usr/bin:/bin`,
    RUNNER_TOOL_CACHE: path.join(path.dirname(scene.checkout), 'tool-cache'),
    OPENAI_API_KEY: 'sk-secret-0123456789',
  };
}
