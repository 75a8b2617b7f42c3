/** The bundled Action on a played GitHub and a real git repository: green only when what a stage expects happened. */
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ending, play, type Scene } from '../support/expectation-scene.ts';
import { aTempFolder } from '../support/temp-folder.ts';

const COMMIT = 'git commit -q --allow-empty -m x';
const TAKE_ANOTHERS =
  'git clone -q "$ORIGIN" ../../other && git -C ../../other commit -q --allow-empty -m x && git fetch -q ../../other HEAD && git reset -q --hard FETCH_HEAD';
const COMMENT = `api POST issues/1/comments '{"body":"a plan"}'`;
const OPEN = `api POST pulls '{"title":"p","head":"fix","base":"main"}'`;
const PUSH = `git push -q origin fix && api POST git/refs "{\\"ref\\":\\"refs/heads/fix\\",\\"sha\\":\\"$(git rev-parse HEAD)\\"}"`;
const BRANCH = 'git checkout -q -b fix';
const MOVE = `api POST issues/1/labels '{"labels":["work"]}' && api DELETE issues/1/labels/todo`;

const nothing = '1 agent: completed, but nothing happened:';
const other = '1 agent: completed, but not what the stage expects:';

describe.concurrent('on GitHub', () => {
  test.each<readonly [string, Scene, string]>([
    ['state_changed, moved', { expect: ['state_changed'], run: MOVE }, '0 completed'],
    [
      'state_changed, closed',
      { expect: ['state_changed'], run: `api PATCH issues/1 '{"state":"closed"}'` },
      '0 completed',
    ],
    ['state_changed, left', { expect: ['state_changed'] }, `${nothing} the issue is still in \`todo\``],
    [
      'state_changed, left in what on_start set',
      { expect: ['state_changed'], stage: { on_start: { state: 'doing' }, on_failure: { state: 'failed' } } },
      `${nothing} the issue is still in \`doing\``,
    ],
    ['comment, added', { expect: ['comment'], run: COMMENT }, '0 completed'],
    ['comment, none', { expect: ['comment'] }, `${nothing} no comment was added`],
    [
      'comment, added by after_run',
      { expect: ['comment'], stage: { hooks: { after_run: COMMENT } } },
      '0 completed',
    ],
    [
      'comment, added by before_run',
      { expect: ['comment'], stage: { hooks: { before_run: COMMENT } } },
      `${nothing} no comment was added`,
    ],
    ['commits, one', { expect: ['commits'], run: COMMIT }, '0 completed'],
    [
      'commits, only a change',
      { expect: ['commits'], run: 'echo x > file' },
      `${nothing} no commit was added`,
    ],
    [
      "commits, somebody else's, fetched by address",
      { expect: ['commits'], run: `${TAKE_ANOTHERS} || kill -9 $PPID` },
      `${nothing} no commit was added`,
    ],
    [
      'commits, made by before_run',
      { expect: ['commits'], stage: { hooks: { before_run: COMMIT } } },
      `${nothing} no commit was added`,
    ],
    [
      'commits, pushed from a shallow clone that was left',
      {
        expect: ['commits'],
        afterCreate: 'git clone -q --depth 1 "file://$ORIGIN" .',
        run: `${BRANCH} && ${COMMIT} && ${PUSH} && git checkout -q main`,
      },
      '0 completed',
    ],
    [
      'pull_request, opened',
      { expect: ['pull_request'], run: `${BRANCH} && ${COMMIT} && ${PUSH} && ${OPEN}` },
      '0 completed',
    ],
    [
      'pull_request, only pushed',
      { expect: ['pull_request', 'commits'], run: `${BRANCH} && ${COMMIT} && ${PUSH}` },
      `${other} no pull request was opened or pushed to`,
    ],
    ['clean_worktree, clean', { expect: ['clean_worktree'] }, '0 completed'],
    [
      'clean_worktree, not clean',
      { expect: ['clean_worktree'], run: 'echo x > new' },
      `${other} the worktree is not clean (1 change: \`?? new\`)`,
    ],
    [
      'clean_worktree, committed by after_run',
      {
        expect: ['clean_worktree'],
        run: 'echo x > new',
        stage: { hooks: { after_run: 'git add . && git commit -qm x' } },
      },
      '0 completed',
    ],
    ['output, said', { expect: [{ output: '(?i:all DONE)' }] }, '0 completed'],
    [
      'output, not said',
      { expect: [{ output: 'PASS' }] },
      `${other} the last message does not match \`PASS\``,
    ],
    [
      'output, checked in bounded time',
      { expect: [{ output: '^(a+)+$' }], says: `${'a'.repeat(60)}!` },
      '1 setup: completed, but it can not be checked whether what the stage expects happened: `output`: the regular expression `^(a+)+$` takes longer than 0.5 s on the last message: write it without repetitions inside repetitions',
    ],
    [
      'several, none',
      { expect: ['state_changed', 'comment', 'commits', 'pull_request'] },
      `${nothing} the issue is still in \`todo\`, no comment was added, no commit was added, no pull request was opened or pushed to`,
    ],
    [
      'several, all',
      {
        expect: ['state_changed', 'comment', 'commits', 'pull_request', 'clean_worktree', { output: 'done' }],
        run: `${BRANCH} && ${COMMIT} && ${PUSH} && ${OPEN} && ${COMMENT} && ${MOVE}`,
      },
      '0 completed',
    ],
    [
      'without a repository in the workspace',
      { expect: ['commits'], afterCreate: 'true' },
      `${nothing} no commit was added (the workspace is no git repository)`,
    ],
    [
      'GitHub down at the starting point',
      {
        expect: ['comment'],
        prepare: (github) =>
          github.fault({
            path: /comments/,
            times: 1,
            respond: { kind: 'answer', status: 403, body: { message: 'no' } },
          }),
      },
      '1 github: what the stage expects can not be checked, so nothing was started: `comment`: GET /repos/octo/repo/issues/1/comments: 403 no',
    ],
  ])('%s', async (_what, scene, expected) => {
    expect(await ending(scene)).toBe(expected);
  });
});

test('an unmet expectation is tried again, and the issue is moved by on_failure after the last attempt', async () => {
  const { result, sessions, labels } = await play({
    expect: ['comment'],
    stage: {
      retry: { max_attempts: 2, backoff_sec: 0 },
      on_success: { state: 'work' },
      on_failure: { state: 'blocked' },
    },
  });
  expect(sessions.map(({ attempt, state, final }) => [attempt, state, final])).toEqual([
    [1, 'failed', false],
    [2, 'failed', true],
  ]);
  expect(labels).toEqual(['blocked']);
  expect(result.summary).toContain('nothing happened');
});

test('a second attempt that does it is completed, and moves the issue', async () => {
  const { result, sessions, labels } = await play({
    expect: ['comment'],
    run: `test -e ../../attempt && ${COMMENT}; touch ../../attempt`,
    stage: {
      retry: { max_attempts: 2, backoff_sec: 0 },
      on_success: { state: 'work' },
      on_failure: { state: 'blocked' },
    },
  });
  expect(sessions.map(({ state }) => state)).toEqual(['failed', 'completed']);
  expect([result.exitCode, labels]).toEqual([0, ['work']]);
});

test('an agent that was denied its tools and did nothing is red, and says why', async () => {
  const file = new URL('../fixtures/agent-events/claude-2.1.197-permission-denied.jsonl', import.meta.url);
  const { result, last } = await play({ expect: ['commits'], recording: readFileSync(file, 'utf8') });
  const denied = 'the agent was denied permission once: look at the `args` of its profile';
  expect(last).toMatchObject({
    state: 'failed',
    class: 'agent',
    reason: `completed, but nothing happened: no commit was added; ${denied}`,
    permission_denials: 1,
  });
  expect(result.summary).toContain('**failed** (agent), 1 permission denial');
  expect(result.stdout).toMatch(/\[#1 plan\] +failed after .*, 1 permission denial \(agent\)/);
});

test('an agent that was denied its tools and fails in other words says so, too', async () => {
  const file = new URL('../fixtures/agent-events/claude-2.1.197-max-turns-error.jsonl', import.meta.url);
  const recording = readFileSync(file, 'utf8').replace(
    '"permission_denials":[]',
    '"permission_denials":[{"tool_name":"Bash","tool_use_id":"toolu_1","tool_input":{}}]',
  );
  const { last } = await play({ expect: ['comment'], recording });
  expect(last).toMatchObject({
    state: 'failed',
    reason: expect.stringMatching(/maximum number of turns.*; the agent was denied permission once: look at/),
  });
});

test('what fails for another reason keeps that reason', async () => {
  const { last } = await play({ expect: ['comment'], run: 'kill -9 $PPID' });
  expect(last).toMatchObject({ state: 'failed', class: 'agent', reason: expect.stringMatching(/SIGKILL/) });
});

test('GitHub down only at the check: failed, and on_start is undone', async () => {
  const { last, labels } = await play({
    expect: ['comment'],
    run: COMMENT,
    stage: { on_start: { state: 'doing' }, on_failure: { state: 'blocked' }, on_success: { state: 'work' } },
    prepare: (github) =>
      github.before({ method: 'POST', path: /comments/ }, () =>
        github.fault({
          method: 'GET',
          path: /comments/,
          respond: { kind: 'answer', status: 403, body: { message: 'no' } },
        }),
      ),
  });
  expect(last).toMatchObject({ class: 'github', reason: expect.stringMatching(/`comment`: .*403 no/) });
  expect(labels).toEqual(['todo']);
});

test('git that is missing starts nothing', async () => {
  const { last } = await play({
    expect: ['commits'],
    afterCreate: 'true',
    run: 'touch ../../started',
    env: { PATH: pathWithoutGit() },
  });
  expect(last).toMatchObject({
    class: 'setup',
    reason: expect.stringMatching(/nothing was started: git: .*git/),
  });
});

/** A folder with what the Action itself needs. */
function pathWithoutGit(): string {
  const folder = aTempFolder();
  for (const name of ['sh', 'bash', 'true', 'touch', 'cat', 'rm'])
    symlinkSync(`/bin/${name}`, path.join(folder, name));
  return folder;
}

describe.concurrent('with a pull command', () => {
  const pull = (next: string) => ({ pull: { command: next, idle_sec: 1 } });
  const issue = (state: string) => `echo '[{"id":"A-1","title":"one","state":"${state}"}]'`;
  test.each<readonly [string, Scene, string]>([
    [
      'state_changed, moved',
      {
        expect: ['state_changed'],
        issues: pull(`if test -e "$MOVED"; then ${issue('done')}; else ${issue('todo')}; fi`),
        run: 'touch "$MOVED"',
      },
      '0 completed',
    ],
    [
      'state_changed, gone',
      {
        expect: ['state_changed'],
        issues: pull(`if test -e "$MOVED"; then echo '[]'; else ${issue('todo')}; fi`),
        run: 'touch "$MOVED"',
      },
      '0 completed',
    ],
    [
      'state_changed, left',
      { expect: ['state_changed'], issues: pull(issue('todo')) },
      `${nothing} the issue is still in \`todo\``,
    ],
    [
      'state_changed, with a pull that fails',
      {
        expect: ['state_changed'],
        issues: pull(`test -e "$MOVED" && exit 3; ${issue('todo')}`),
        run: 'touch "$MOVED"',
      },
      '1 setup: completed, but it can not be checked whether what the stage expects happened: `state_changed`: the pull command exited with 3',
    ],
    ['commits, one', { expect: ['commits'], issues: pull(issue('todo')), run: COMMIT }, '0 completed'],
  ])('%s', async (_what, scene, expected) => {
    expect(await ending(scene)).toBe(expected);
  });
});
