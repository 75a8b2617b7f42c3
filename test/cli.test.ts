/** The bundle at a terminal, started with arguments and outside of a job. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../src/cli/version.ts';
import { cli, writeWorkflow } from './support/cli-scene.ts';
import { pidsWithVariable } from './support/marked-pids.ts';
import { makeTempDir } from './support/run-action.ts';
import { runCli } from './support/run-cli.ts';
import { openScene } from './support/scenario.ts';

describe('asked wrongly, or for help', () => {
  test.each([
    ['--help', 0, /^Vik: works labelled issues.*\n\nUsage: /, ''],
    ['help', 0, /^Vik: works labelled issues.*\n\nUsage: /, ''],
    ['help doctor', 0, /^Usage: node dist\/index\.js doctor .*\n\nChecks the workflow file, /, ''],
    ['explain --help', 0, /^Usage: node dist\/index\.js explain .*\n\nSays for every open issue /, ''],
    ['help run', 0, /^Usage: node dist\/index\.js run .*\n\nWorks the issues /, ''],
    ['--version', 0, new RegExp(`^${VERSION.replaceAll('.', '\\.')}\n$`), ''],
    ['', 2, /^$/, 'error: expected a command: `doctor`, `explain` or `run`; `--help` shows what there is\n'],
    [
      'doctr',
      2,
      /^$/,
      'error: unknown command `doctr`; did you mean `doctor`?; expected `doctor`, `explain` or `run`; `--help` shows what there is\n',
    ],
    ['run --fast', 2, /^$/, 'error: unknown option `--fast`; `--help` shows what there is\n'],
  ])('`%s`', async (line, exitCode, stdout, stderr) => {
    const result = await runCli(line.split(' ').filter(Boolean), { folder: await makeTempDir() });
    expect(result).toMatchObject({ exitCode, stdout: expect.stringMatching(stdout), stderr });
  });

  test('the version is that of the package', () => {
    expect(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version).toBe(
      VERSION,
    );
  });

  test.each(['run', 'explain'])(
    '%s without a token says which variable, and asks nobody',
    async (command) => {
      await using scene = await openScene();
      writeWorkflow(scene);
      const { exitCode, stderr } = await cli(scene, [command], { env: { GH_TOKEN: undefined } });
      expect([exitCode, stderr, scene.github.requests.length]).toEqual([
        2,
        'error: no token: set GH_TOKEN or GITHUB_TOKEN; `gh auth token` prints that of gh\n',
        0,
      ]);
    },
  );
});

describe('at a terminal', () => {
  test('whoever closes our output does not end a run', async () => {
    await using scene = await openScene();
    writeWorkflow(scene);
    const issue = scene.issue(['todo']);
    await cli(scene, ['run'], { shell: '"$@" | true' });
    expect(issue.labels.map(({ name }) => name)).toEqual(['done']);
  });

  const isLinuxScript = existsSync('/usr/bin/script') && process.platform === 'linux';
  // as its own program: a shell line would quote the command once more
  const AT_TERMINAL = 'script -qec "$*" /dev/null';

  test.runIf(isLinuxScript)('there are colours, and NO_COLOR turns them off', async () => {
    await using scene = await openScene();
    scene.write('wrong.yml', 'agents: {}\n');
    const env = { TERM: 'xterm-256color' };
    const colourful = await cli(scene, ['doctor', 'wrong.yml'], { shell: AT_TERMINAL, env });
    const plain = await cli(scene, ['doctor', 'wrong.yml'], {
      shell: AT_TERMINAL,
      env: { ...env, NO_COLOR: '1' },
    });
    expect(colourful.stdout).toContain('wrong.yml:1:1 \u001b[31merror\u001b[39m ');
    expect(plain.stdout).toContain('wrong.yml:1:1 error ');
    expect(plain.stdout).not.toContain('\u001b');
  });

  test.runIf(isLinuxScript)('Ctrl-C ends a run in order', async () => {
    await using scene = await openScene();
    writeWorkflow(scene, { play: [{ print: 'at work' }, { hang: true }] });
    const issue = scene.issue(['todo']);
    // the terminal sends SIGINT to its foreground group when it reads ^C
    const shell = `(while ! test -e "$NOTES/started"; do sleep 0.1; done; printf '\\003'; cat "$NOTES/ended") | ${AT_TERMINAL}`;
    writeFileSync(scene.path('ended'), '');
    const { stdout } = await cli(scene, ['run'], {
      shell,
      env: { TERM: 'dumb' },
      onLine: (line) => {
        if (/\[#1 plan\] +started/.test(line)) writeFileSync(scene.path('started'), '');
      },
    });
    expect(stdout).toContain('somebody sent SIGINT: ending what runs');
    expect(stdout).toMatch(/the run was cancelled; 1 of 1 stage run cancelled/);
    expect(issue.labels.map(({ name }) => name)).toEqual(['todo']);
    expect(pidsWithVariable('NOTES', scene.path('.'))).toEqual([]);
  });
});
