/** `run`, as somebody sees it who starts the bundle. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, STAGE, writeWorkflow } from '../support/cli-scene.ts';
import { pidsWithVariable } from '../support/marked-pids.ts';
import { openScene } from '../support/scenario.ts';

describe('run', () => {
  test('works the issues of the checkout’s repository, and ends with the record and the headline', async () => {
    await using scene = await openScene();
    writeWorkflow(scene);
    const issue = scene.issue(['todo']);
    const { exitCode, stdout, lines, stderr } = await cli(scene, ['run']);
    expect(issue.labels.map(({ name }) => name)).toEqual(['done']);
    expect(lines.at(-1)).toMatch(/^completed 1 stage run; drained after \d pulls$/);
    const record = lines.flatMap((line) => /run record: (.*)$/.exec(line)?.[1] ?? []);
    expect(record.map((path) => JSON.parse(readFileSync(path, 'utf8')).sessions.length)).toEqual([1]);
    expect(stdout).not.toMatch(/^::/m);
    expect(stdout).not.toContain('\u001b');
    expect([exitCode, stderr]).toEqual([0, '']);
  });

  test('--repository wins over the checkout', async () => {
    await using scene = await openScene();
    writeWorkflow(scene);
    const other = scene.github.repo('octo/other');
    other.setRole('alice', 'write');
    const issue = other.createIssue({ title: 'There', author: 'alice', labels: ['todo'] });
    const env = { VIK_HOME: undefined };
    const { exitCode, stdout } = await cli(scene, ['run', '--repository', 'octo/other'], { env });
    // nobody says where the workspaces go, so that is in the home folder
    expect(stdout).toMatch(`run record: ${scene.checkout}/.vik/workflows/`);
    expect([exitCode, issue.labels.map(({ name }) => name)]).toEqual([0, ['done']]);
  });

  test('--json: the log goes to standard error, the result to standard output', async () => {
    await using scene = await openScene();
    writeWorkflow(scene, { play: [{ stderr: 'no luck' }, { exit: 3 }] });
    scene.issue(['todo']);
    const { exitCode, stdout, stderr } = await cli(scene, ['run', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      errors: [],
      exit_code: 1,
      headline: expect.stringMatching(/^1 of 1 stage run failed/),
      report: expect.stringMatching(/\/run\.json$/),
    });
    expect(stderr).toMatch(/ error: \[#1 plan\] .*\n {2}standard error ends with:\n {2}no luck\n/);
    expect(exitCode).toBe(1);
  });

  test('--json names no record where none was written', async () => {
    await using scene = await openScene();
    writeWorkflow(scene, { play: [{ print: 'never' }] });
    scene.issue(['todo']);
    const { exitCode, stdout } = await cli(scene, ['run', '--json'], { env: { VIK_HOME: '/proc/none' } });
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([
      1,
      { headline: 'the workspace root can not be used; nothing was started', report: null },
    ]);
  });

  test('--strict lets no warning of the file pass', async () => {
    await using scene = await openScene();
    writeWorkflow(scene, { stages: { plan: { ...STAGE, hint: 'x' } } });
    scene.issue(['todo']);
    const { exitCode, lines } = await cli(scene, ['run', '--strict']);
    expect([exitCode, lines.at(-1), scene.github.requests.length]).toEqual([
      1,
      'the workflow file is not fit to run; nothing was started',
      0,
    ]);
  });

  test.each(['SIGINT', 'SIGHUP'] as const)('%s ends it in order', async (signal) => {
    await using scene = await openScene();
    const stage = { ...STAGE, on_start: { state: 'busy' }, on_failure: { state: 'todo' } };
    writeWorkflow(scene, { stages: { plan: stage }, play: [{ print: 'at work' }, { hang: true }] });
    scene.issue(['todo']);
    const { exitCode, stdout, lines } = await cli(scene, ['run'], {
      onLine: (line, pid) => {
        if (/\[#1 plan\] +started/.test(line)) process.kill(pid, signal);
      },
    });
    expect(stdout).toContain(`somebody sent ${signal}: ending what runs`);
    expect(lines.at(-1)).toMatch(/^the run was cancelled; 1 of 1 stage run cancelled/);
    expect(exitCode).toBe(1);
    expect(pidsWithVariable('NOTES', scene.path('.'))).toEqual([]);
  });

  test('in a step of a job it writes none of the runner’s files and no command of the runner', async () => {
    await using scene = await openScene();
    writeWorkflow(scene, { play: [{ print: '::error::x' }, { exit: 1 }] });
    scene.issue(['todo'], { title: '::error::##[error]x' });
    const files = scene.path('runner');
    mkdirSync(files);
    const env = Object.fromEntries(
      ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH'].map((name) => [
        name,
        join(files, name),
      ]),
    );
    for (const file of Object.values(env)) writeFileSync(file, 'kept');
    const { stdout } = await cli(scene, ['run'], { env: { ...env, GITHUB_ACTIONS: 'true' } });
    expect(stdout.split('\n').filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
    expect(Object.values(env).map((file) => readFileSync(file, 'utf8'))).toEqual(Array(4).fill('kept'));
  });
});
