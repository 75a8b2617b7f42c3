/** `explain`, as somebody sees it who starts the bundle. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { cli, MOVES_NOTHING, STAGE, writeWorkflow } from '../support/cli-scene.ts';
import { pidsWithVariable } from '../support/marked-pids.ts';
import { openScene } from '../support/scenario.ts';

describe('explain', () => {
  test('says of every open issue what would start with which prompt, or why nothing', async () => {
    await using scene = await openScene();
    writeWorkflow(scene, {
      stages: {
        plan: {
          ...STAGE,
          on_start: { state: 'busy' },
          prompt: `Plan {{ issue.title }}.\n\n!\`exec(touch ${scene.path('ran')} {{ issue.id }})\``,
        },
        review: {
          ...{ when: STAGE.when, agent: 'coder', prompt: 'Review it.\u001b]0;owned\u0007' },
          hooks: { before_run: `touch ${scene.path('ran')}` },
        },
      },
      issues: {
        github: { exclude_labels: ['blocked'], trust: { labelers: 'write', edits: 'allow' } },
      },
    });
    scene.issue(['todo'], { title: 'Fix \u001b[31mit' });
    scene.issue(['bug'], { title: '::error::no state' });
    scene.issue(['todo', 'blocked'], { title: 'Hidden' });
    scene.issue(['todo', 'busy'], { title: 'Which?' });
    const { exitCode, stdout, stderr } = await cli(scene, ['explain', 'workflow.yml']);
    expect(stdout.replaceAll(scene.path('ran'), 'RAN')).toMatchInlineSnapshot(`
      "workflow.yml:41:7 warning stage \`review\` has no \`on_success\` and no \`on_failure\`: unless the agent moves the issue itself, the next run works it, and pays for it, again [no_transition]
         41 |       "review": {
            |       ^
      #1 Fix [31mit (todo)
        plan starts with coder (command)
          | Plan Fix [31mit.
          |
          | [output of \`touch RAN "\${VIK_VALUE_1}"\` with VIK_VALUE_1="1"]
        review starts with coder (command)
          | Review it.
      #2 ::error::no state
        nothing starts: not-listed: it carries no label of a state: \`todo\` or \`busy\`
      #3 Hidden
        nothing starts: not-listed: it carries \`blocked\`, which \`issues.github.exclude_labels\` hides
      #4 Which?
        nothing starts: ambiguous: carries \`todo\` and \`busy\`, which are different states; remove all but one
      the pull found 1 open issue with label \`todo\` or \`busy\` and without \`blocked\`
      1 of 4 open issues would start 2 stages; nothing was started
      "
    `);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(existsSync(scene.path('ran'))).toBe(false);
    expect(existsSync(scene.vikHome)).toBe(false);
    expect(
      scene.github.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('graphql')),
    ).toEqual([]);
  });

  test('an issue that would wait for a place is looked at as closely as one that has it', async () => {
    await using scene = await openScene();
    const stages = { plan: STAGE, review: MOVES_NOTHING };
    writeWorkflow(scene, { loop: { max_issue_concurrency: 2 }, stages, issues: { github: {} } });
    scene.issue([], { title: 'Refused' }).addLabel('todo', { by: 'mallory' });
    for (const title of ['A', 'B', 'C']) scene.issue(['todo'], { title });
    scene.issue([], { title: 'Refused, too' }).addLabel('todo', { by: 'mallory' });
    const { lines } = await cli(scene, ['explain']);
    const why = /^ {2}nothing starts: not-trusted: `todo` was added by `mallory`, who has no write access: /;
    expect(lines.filter((line) => /^(#| {2}\S|\d)/.test(line))).toEqual([
      '#1 Refused (todo)',
      expect.stringMatching(why),
      '#2 A (todo)',
      '  plan starts with coder (command)',
      '  review starts with coder (command)',
      '#3 B (todo)',
      '  plan starts with coder (command)',
      '  review starts with coder (command)',
      '#4 C (todo)',
      '  plan starts when one of 2 places is free, with coder (command)',
      '  review starts when one of 2 places is free, with coder (command)',
      '#5 Refused, too (todo)',
      expect.stringMatching(why),
      '3 of 5 open issues would start 6 stages, 2 issues at a time; nothing was started',
    ]);
    const { stdout } = await cli(scene, ['explain', '--json']);
    const waits = JSON.parse(stdout).issues.map((one: JsonObject) => one.waits_for_place);
    expect(waits).toEqual([false, false, false, true, false]);
  });

  test('a stage that `loop.max_runs_per_issue` leaves nothing for is named', async () => {
    await using scene = await openScene();
    const stages = { plan: STAGE, review: MOVES_NOTHING };
    writeWorkflow(scene, { loop: { max_runs_per_issue: 1 }, stages });
    scene.issue(['todo'], { title: 'A' });
    const { lines } = await cli(scene, ['explain']);
    expect(lines.filter((line) => /^(#| {2}\S|\d)/.test(line))).toEqual([
      '#1 A (todo)',
      '  plan starts with coder (command)',
      '  review does not start: `loop.max_runs_per_issue` is used up by the others',
      '1 of 1 open issue would start 1 stage; nothing was started',
    ]);
    const { stdout } = await cli(scene, ['explain', '--json']);
    expect(JSON.parse(stdout).issues).toMatchObject([{ cut_by_run_limit: ['review'] }]);
  });

  test('--json has the whole prompts', async () => {
    await using scene = await openScene();
    const prompt = Array.from({ length: 30 }, (_, line) => `line ${line}`).join('\n');
    writeWorkflow(scene, { stages: { plan: { ...STAGE, prompt } } });
    scene.issue(['todo']);
    const { exitCode, stdout } = await cli(scene, ['explain', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      errors: [],
      issues: [{ id: '1', state: 'todo', stages: [{ stage: 'plan', agent: 'coder', prompt }], reason: null }],
    });
    expect(exitCode).toBe(0);
  });

  test('the pull command of the file is the only process, and needs no token', async () => {
    await using scene = await openScene();
    const issues = { pull: { command: './pull.sh' } };
    scene.write(
      'pull.sh',
      `#!/bin/sh\necho pulled >> ${scene.path('pulled')}\necho '[{"id":"A-1","title":"One","state":"todo"},{"id":"A-2","title":"Two","state":"else"}]'\n`,
      0o755,
    );
    writeWorkflow(scene, {
      issues,
      stages: { plan: MOVES_NOTHING },
    });
    const { exitCode, lines } = await cli(scene, ['explain'], { env: { GH_TOKEN: undefined } });
    expect(lines.filter((line) => /^(?:A-| {2}\S)/.test(line))).toEqual([
      'A-1 One (todo)',
      '  plan starts with coder (command)',
      'A-2 Two (else)',
      '  nothing starts: no-matching-stage: no stage starts from the state `else`; those that start one: `todo`',
    ]);
    expect([exitCode, scene.read('pulled')]).toEqual([0, 'pulled\n']);
  });

  test('Ctrl-C ends it, and its pull command', async () => {
    await using scene = await openScene();
    scene.write('pull.sh', '#!/bin/sh\n: > "$NOTES/pulling"\nsleep 600\n', 0o755);
    writeWorkflow(scene, { issues: { pull: { command: './pull.sh' } }, stages: { plan: MOVES_NOTHING } });
    const { exitCode, lines } = await cli(scene, ['explain'], {
      onStart: async (pid) => {
        await scene.noted('pulling');
        process.kill(pid, 'SIGINT');
      },
    });
    expect([exitCode, lines.includes('warning: somebody sent SIGINT: ending')]).toEqual([1, true]);
    expect(pidsWithVariable('NOTES', scene.path('.'))).toEqual([]);
  });

  test('a prompt that would fail is red', async () => {
    await using scene = await openScene();
    writeWorkflow(scene, { stages: { plan: { ...STAGE, prompt: '{{ env.MY_TOKEN }}' } } });
    scene.issue(['todo']);
    const { exitCode, stdout } = await cli(scene, ['explain'], { env: { MY_TOKEN: 'secret-0000' } });
    expect(stdout).toMatch(/^ {2}plan would fail: .*MY_TOKEN/m);
    expect(stdout).not.toContain('plan starts');
    expect(exitCode).toBe(1);
  });

  test('a stage that would fail is not counted among those that start', async () => {
    await using scene = await openScene();
    const review = { ...MOVES_NOTHING, prompt: '{% if issue.title == "B" %}{{ issue.nope }}{% endif %}' };
    writeWorkflow(scene, { stages: { plan: { ...STAGE, prompt: '{{ issue.nope }}' }, review } });
    for (const title of ['A', 'B']) scene.issue(['todo'], { title });
    scene.issue(['else'], { title: 'C' });
    const { exitCode, lines } = await cli(scene, ['explain']);
    expect(lines.filter((line) => /^(#| {2}\S|\d)/.test(line))).toEqual([
      '#1 A (todo)',
      expect.stringMatching(/^ {2}plan would fail: .*`{{ issue.nope }}`/),
      '  review starts with coder (command)',
      '#2 B (todo)',
      expect.stringMatching(/^ {2}plan would fail: /),
      expect.stringMatching(/^ {2}review would fail: /),
      '#3 C',
      expect.stringMatching(/^ {2}nothing starts: /),
      '1 of 3 open issues would start 1 stage, 3 stages would fail; nothing was started',
    ]);
    expect(exitCode).toBe(1);
  });

  test('--json has what was wrong with the pull', async () => {
    await using scene = await openScene();
    const issues = { pull: { command: `printf '%s' '[{"id":"../x","title":"One","state":"todo"}]'` } };
    writeWorkflow(scene, { issues, stages: { plan: MOVES_NOTHING } });
    const lax = await cli(scene, ['explain', '--json']);
    const strict = await cli(scene, ['explain', '--json', '--strict']);
    writeWorkflow(scene, { issues: { pull: { command: 'false' } }, stages: { plan: MOVES_NOTHING } });
    const failed = await cli(scene, ['explain', '--json']);
    expect(JSON.parse(lax.stdout)).toEqual({
      errors: [],
      warnings: [{ severity: 'warning', code: 'issue_left_out', message: expect.stringContaining('"../x"') }],
      issues: [],
    });
    expect(JSON.parse(failed.stdout).errors).toEqual([
      { severity: 'error', code: 'pull_failed', message: expect.stringMatching(/^pull failed: /) },
    ]);
    expect([lax, strict, failed].map(({ exitCode }) => exitCode)).toEqual([0, 1, 1]);
  });

  test('a token that GitHub refuses', async () => {
    await using scene = await openScene();
    writeWorkflow(scene);
    const { exitCode, lines } = await cli(scene, ['explain'], { env: { GH_TOKEN: 'ghp_wrong000000' } });
    expect(exitCode).toBe(1);
    expect(lines[0]).toMatch(/^error: pull failed: /);
    expect(lines.at(-1)).toBe('the issues could not be listed: nothing is known of what would start');
  });
});
