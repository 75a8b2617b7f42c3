/** The doctor as the bundled Action: what the author of a workflow file sees, and that nothing is started. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openScene, type Scene, type SceneRun } from './support/scenario.ts';

const CALLING = 'on: push\njobs:\n  vik:\n    runs-on: ubuntu-latest\n';
const STAGES = {
  plan: { when: { state: 'todo' }, on_success: { state: 'done' }, on_failure: { state: 'blocked' } },
};
const LABELS = ['todo', 'done', 'blocked'];

/** Runs the doctor in a scene that has all the labels. */
async function examine(scene: Scene, run: SceneRun = {}) {
  for (const label of LABELS) scene.repo.createLabel(label);
  return scene.run({ stages: STAGES, ...run, inputs: { mode: 'doctor', ...run.inputs } });
}

const annotations = (lines: readonly string[]) => lines.filter((line) => /^::(?:error|warning)/.test(line));
const codes = (lines: readonly string[]) =>
  annotations(lines).flatMap((line) => /\[([a-z_]+)\]$/.exec(line)?.[1] ?? []);

describe('a file and a repository in which all is well', () => {
  test('the step is green, and nothing was started or changed', async () => {
    await using scene = await openScene();
    const issue = scene.issue(['todo']);
    const hooks = { after_create: `: > ${scene.path('started')}` };
    const { exitCode, lines, outputs, summary } = await examine(scene, { hooks });
    expect(annotations(lines)).toEqual([]);
    expect([exitCode, outputs.reason, outputs.dispatched]).toEqual([0, 'checked', '0']);
    expect(summary).toMatch(/^## Vik: `workflow\.yml` has no errors; the doctor starts nothing/);
    expect(existsSync(scene.path('started'))).toBe(false);
    expect(issue.labels.map(({ name }) => name)).toEqual(['todo']);
    expect(existsSync(scene.vikHome)).toBe(false);
  });
});

describe('everything that is wrong is said in one go', () => {
  test('with the places, what to do, in the log and in the summary', async () => {
    await using scene = await openScene({ issues: 'read' });
    scene.write('.git/config', '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic eDp5\n');
    scene.write('plan.md', 'Plan it.\nToken: ghp_16C7e42F292c6912E7710c838347Ae178B4a\n');
    scene.write('.github/workflows/vik.yml', CALLING);
    const result = await examine(scene, {
      stages: { plan: { ...STAGES.plan, prompt_file: 'plan.md' } },
      coder: { command: ['./missing.sh'] },
      env: { GITHUB_WORKFLOW_REF: 'octo/repo/.github/workflows/vik.yml@refs/heads/main' },
    });
    expect(codes(result.lines)).toEqual([
      'no_concurrency',
      'secret_in_file',
      'agent_missing',
      'no_issues_write',
      'credentials_on_disk',
    ]);
    expect(annotations(result.lines)[1]).toMatch(
      /^::error file=plan\.md,line=2,col=8::this looks like a secret/,
    );
    expect([result.exitCode, result.outputs.reason]).toEqual([1, 'checked']);
    expect(result.lines.at(-1)).toMatch(
      /^::error::`workflow\.yml` has 4 errors, 1 warning; the doctor starts nothing/,
    );
    for (const code of codes(result.lines)) expect(result.summary).toContain(code);
    expect(result.stdout + result.summary).not.toContain('ghp_16C7');
  });

  test('a file with errors is refused as in a run', async () => {
    await using scene = await openScene();
    const { exitCode, outputs } = await examine(scene, { workflow: 'agents: {}\n' });
    expect([exitCode, outputs.reason]).toEqual([1, 'bad-workflow']);
  });
});

describe('warnings', () => {
  const leaveToken = (scene: Scene): void => {
    const included = scene.path('git-credentials-1.config');
    writeFileSync(included, '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic eDp5\n');
    mkdirSync(dirname(join(scene.checkout, '.git/config')), { recursive: true });
    scene.write('.git/config', `[includeIf "gitdir:/github/workspace/.git"]\n\tpath = ${included}\n`);
  };

  test.each([
    ['false', 0, 'has no errors, 1 warning; the doctor starts nothing'],
    ['true', 1, 'has no errors, 1 warning, and `strict` is set; the doctor starts nothing'],
  ])('strict: %s gives exit code %i', async (strict, code, headline) => {
    await using scene = await openScene();
    leaveToken(scene);
    const { exitCode, lines, summary } = await examine(scene, { inputs: { strict } });
    expect(codes(lines)).toEqual(['credentials_on_disk']);
    expect(exitCode).toBe(code);
    expect(lines.at(-1)).toContain(headline);
    expect(summary).toContain('warning: ');
  });

  test.each([
    ['', ['no_provider_key'], 'has no errors, 1 warning'],
    ['sk-ant-of-a-test', [], 'has no errors; the doctor'],
  ])('a provider key that is %j, as GitHub gives a secret', async (key, expected, headline) => {
    await using scene = await openScene();
    const agents = `agents:
  coder:
    runtime: claude_code
    model: claude-sonnet-4-6
    version: 2.1.197
    args: { --permission-mode: acceptEdits }
`;
    const { exitCode, lines } = await examine(scene, {
      workflow: `${agents}issues: { pull: { command: 'true' } }
issue:
  stages:
    plan: { when: { state: todo }, agent: coder, prompt: Plan it. }
`,
      env: { ANTHROPIC_API_KEY: key, HOME: scene.path('home') },
    });
    expect([codes(lines), exitCode]).toEqual([expected, 0]);
    expect(lines.at(-1)).toContain(headline);
  });

  test('of the file itself count as well', async () => {
    await using scene = await openScene();
    const { exitCode, lines, summary } = await examine(scene, {
      stages: { plan: { when: { state: 'todo' } } },
      inputs: { strict: 'true' },
    });
    expect(codes(lines)).toContain('no_transition');
    expect(summary).toMatch(/^- warning: `\S*workflow\.yml:\d+:\d+`: .*\[no_transition\]/m);
    expect(exitCode).toBe(1);
  });
});

describe('GitHub', () => {
  test('that is out of reach is an error of the doctor, not a crash', async () => {
    await using scene = await openScene();
    const { exitCode, lines, outputs } = await examine(scene, {
      env: { GITHUB_API_URL: 'http://127.0.0.1:9', GITHUB_GRAPHQL_URL: 'http://127.0.0.1:9/graphql' },
    });
    expect(codes(lines)).toEqual(['no_answer']);
    expect([exitCode, outputs.reason]).toEqual([1, 'checked']);
  });

  test('is not asked where the issues come from a command', async () => {
    await using scene = await openScene();
    const { exitCode, lines } = await examine(scene, {
      pulls: [[]],
      stages: { plan: { when: { state: 'todo' } } },
    });
    expect([exitCode, annotations(lines)]).toEqual([0, []]);
    expect(lines).toContain('the issues come from a command: GitHub was not asked');
    expect(scene.github.requests).toEqual([]);
    expect(existsSync(scene.path('pulled-1'))).toBe(false);
  });

  test('that hangs does not keep a cancelled job', async () => {
    await using scene = await openScene();
    scene.github.fault({ path: /./, times: Number.POSITIVE_INFINITY, respond: { kind: 'hang' } });
    const started = Promise.withResolvers<number>();
    scene.github.before({ path: /./ }, () => {
      void started.promise.then((pid) => process.kill(pid, 'SIGINT'));
    });
    const { exitCode, outputs, summary } = await examine(scene, {
      onLine: (_, pid) => started.resolve(pid),
    });
    expect([exitCode, outputs.reason]).toEqual([1, 'cancelled']);
    expect(summary).toContain('cancelled before');
  });
});
