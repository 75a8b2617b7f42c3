import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, STAGE, writeWorkflow } from '../support/cli-scene.ts';
import { makeTempDir } from '../support/run-action.ts';
import { runCli } from '../support/run-cli.ts';
import { openScene } from '../support/scenario.ts';

describe('doctor', () => {
  const WRONG = `agents:
  coder: { runtime: codx, model: gpt-5.5 }
issue:
  stages:
    plan:
      when: { state: todo }
      agent: codr
      prompt: Plan it.
      on_success: { state: done }
      on_failure: { state: failed }
      hint: later
`;

  test('prints each finding with its source line and a caret', async () => {
    await using scene = await openScene();
    scene.write('flows/wrong.yml', WRONG);
    const { exitCode, lines } = await cli(scene, ['doctor', 'flows/wrong.yml']);
    expect(lines).toEqual([
      'flows/wrong.yml:2:21 error `agents.coder.runtime` is `codx`: expected `codex`, `claude_code` or `command`; did you mean `codex`? [unknown_runtime]',
      '    2 |   coder: { runtime: codx, model: gpt-5.5 }',
      '      |                     ^',
      'flows/wrong.yml:7:14 error agent `codr` is not in `agents`, which has `coder`; did you mean `coder`? [unknown_agent]',
      '    7 |       agent: codr',
      '      |              ^',
      'flows/wrong.yml:11:7 warning `issue.stages.plan.hint` is not a known key and is ignored [unknown_field]',
      '   11 |       hint: later',
      '      |       ^',
      'flows/wrong.yml has 2 errors, 1 warning; the doctor starts nothing',
    ]);
    expect(exitCode).toBe(1);
  });

  test('--json keeps standard output for one document', async () => {
    await using scene = await openScene();
    scene.write('wrong.yml', WRONG);
    const { exitCode, stdout, stderr } = await cli(scene, ['doctor', 'wrong.yml', '--json']);
    const found = JSON.parse(stdout);
    expect(Object.keys(found)).toEqual(['errors', 'warnings']);
    expect(found.errors[0]).toEqual({
      severity: 'error',
      code: 'unknown_runtime',
      pointer: 'agents.coder.runtime',
      message: expect.stringContaining('`codx`'),
      file: join(scene.checkout, 'wrong.yml'),
      line: 2,
      column: 21,
    });
    expect(found.warnings).toHaveLength(1);
    expect([exitCode, stderr]).toEqual([1, 'wrong.yml has 2 errors, 1 warning; the doctor starts nothing\n']);
  });

  test('asks GitHub with the token, and says what is fine', async () => {
    await using scene = await openScene();
    for (const label of ['todo', 'done', 'failed']) scene.repo.createLabel(label);
    writeWorkflow(scene);
    const { exitCode, lines, stderr } = await cli(scene, ['doctor'], {
      env: { GH_TOKEN: undefined, GITHUB_TOKEN: scene.github.token },
    });
    expect(lines).toContain('the token may list the issues of `octo/repo`');
    expect(lines.at(-1)).toMatch(/^workflow\.yml has no errors/);
    expect([exitCode, stderr]).toEqual([0, '']);
  });

  test('without a token checks all but GitHub: a warning, which --strict does not let pass', async () => {
    await using scene = await openScene();
    writeWorkflow(scene);
    const env = { GH_TOKEN: undefined };
    const lax = await cli(scene, ['doctor'], { env });
    const strict = await cli(scene, ['doctor', '--strict'], { env });
    expect(lax.lines[0]).toBe(
      'warning GitHub was not asked, so labels and permissions are not checked: no token: set GH_TOKEN or GITHUB_TOKEN; `gh auth token` prints that of gh [not_asked]',
    );
    expect([lax.exitCode, strict.exitCode, scene.github.requests.length]).toEqual([0, 1, 0]);
  });

  test('an agent without a key for its provider is a warning', async () => {
    await using scene = await openScene();
    scene.write(
      'workflow.yml',
      `agents:
  coder: { runtime: codex, model: gpt-5.5, version: 0.169.0, args: { --sandbox: read-only } }
issues: { pull: { command: 'true' } }
issue: { stages: { plan: { when: { state: todo }, agent: coder, prompt: Plan it. } } }
`,
    );
    const without = await cli(scene, ['doctor']);
    const withKey = await cli(scene, ['doctor'], { env: { CODEX_API_KEY: 'sk-of-a-test' } });
    expect(without.lines[0]).toMatch(
      /^workflow\.yml:2:12 warning agent `coder` has no key .*\[no_provider_key\]$/,
    );
    expect([without.exitCode, withKey.stdout.includes('no_provider_key')]).toEqual([0, false]);
  });

  test('a line that holds a secret is not shown', async () => {
    await using scene = await openScene();
    const secret = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';
    writeWorkflow(scene, { stages: { plan: { ...STAGE, prompt: `Use ${secret}.` } } });
    const plain = await cli(scene, ['doctor']);
    const json = await cli(scene, ['doctor', '--json']);
    expect(plain.stdout).toMatch(/ error this looks like a secret.*\[secret_in_file\]\n/);
    expect(plain.stdout + json.stdout + plain.stderr + json.stderr).not.toContain('16C7e42F');
  });

  test('a file that is not there', async () => {
    const folder = await makeTempDir();
    const { exitCode, lines } = await runCli(['doctor', 'flow.yml'], { folder });
    expect(lines[0]).toBe(
      `flow.yml:1:1 error the workflow file \`${join(folder, 'flow.yml')}\` does not exist [unreadable_file]`,
    );
    expect(exitCode).toBe(1);
  });
});
