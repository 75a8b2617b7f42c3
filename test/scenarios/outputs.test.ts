/** What a step leaves: outputs in every ending, exit codes, and the runner's own files kept clean. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openScene, type SceneRun } from '../support/scenario.ts';

const actionYml = readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8');
const outputNames = Object.keys(parse(actionYml).outputs).sort();
const anIssue = (id: string) => ({ id, title: `Task ${id}`, state: 'todo' });

const endings: Readonly<Record<string, SceneRun>> = {
  'bad-input': { inputs: { mode: 'x' } },
  'bad-workflow': { workflow: 'agents: {}' },
  checked: { inputs: { mode: 'doctor' } },
  drained: { pulls: [[anIssue('A')], []] },
  'intake-failed': { pulls: ['no JSON'] },
  'max-iterations': { pulls: [[anIssue('A')]], loop: { max_iterations: 1 } },
  'time-budget': { pulls: [[anIssue('A')]], inputs: { 'time-budget-minutes': '1' } },
  cancelled: {
    pulls: [[anIssue('A')]],
    onLine: (line, pid) => line.includes('started with') && process.kill(pid, 'SIGINT'),
    plays: [{ hang: true }],
  },
};

test.concurrent.for(Object.entries(endings))(
  'every output is set when the run ends as %s',
  async ([reason, run]) => {
    await using scene = await openScene();
    const { outputs, exitCode, record } = await scene.run(run);
    expect(Object.keys(outputs).sort()).toEqual(outputNames);
    expect([outputs.reason, exitCode]).toEqual([
      reason,
      ['checked', 'drained', 'max-iterations', 'time-budget'].includes(reason) ? 0 : 1,
    ]);
    expect(outputs.drained).toBe(String(['drained', 'max-iterations'].includes(reason)));
    expect(record?.reason).toBe(outputs['report-path'] === '' ? undefined : reason);
  },
);

test.concurrent('a failed stage run makes the step red, with `fail-on: never` it does not', async () => {
  await using scene = await openScene();
  const run = { pulls: [[anIssue('A')], []], plays: [{ stderr: 'boom\n' }, { exit: 3 }] };
  const red = await scene.run(run);
  expect([red.exitCode, red.outputs.failed, red.outputs.drained]).toEqual([1, '1', 'true']);
  await using other = await openScene();
  const green = await other.run({ ...run, inputs: { 'fail-on': 'never' } });
  expect([green.exitCode, green.outputs.failed]).toEqual([0, '1']);
  for (const { summary, stdout } of [red, green]) {
    expect(summary).toMatch(/^## Vik: 1 of 1 stage run failed\n\nDrained after \d+ pulls\./);
    expect(summary).toContain('boom');
    expect(stdout).toContain('::error title=A plan failed::');
  }
});

test.concurrent('`fail-on: never` does not hide a failed intake or a bad file', async () => {
  await using scene = await openScene();
  const inputs = { 'fail-on': 'never' };
  expect((await scene.run({ inputs, pulls: ['no JSON'] })).exitCode).toBe(1);
  expect((await scene.run({ inputs, workflow: 'agents: {}' })).exitCode).toBe(1);
});

test.concurrent('`results` has one entry a stage run, and the record every attempt with its transcript', async () => {
  await using scene = await openScene();
  const { outputs, record } = await scene.run({
    pulls: [[anIssue('A')], []],
    plays: [
      { json: { kind: 'session_started', session_id: 's-1' } },
      { json: { kind: 'token_usage', input: 120, output: 30, cache_read: 100 } },
      { json: { kind: 'cost', usd: 0.25 } },
      { json: { kind: 'message', text: 'all done' } },
      { json: { kind: 'completed' } },
    ],
  });
  expect(JSON.parse(outputs.results ?? '')).toMatchObject([
    {
      issue: 'A',
      stage: 'plan',
      agent: 'coder',
      state: 'completed',
      attempts: 1,
      cost_usd: 0.25,
      last_message: 'all done',
    },
  ]);
  expect(outputs).toMatchObject({
    'input-tokens': '120',
    'output-tokens': '30',
    'cost-usd': '0.25',
    'cost-unknown': '0',
  });
  const [session] = record?.sessions ?? [];
  expect(session).toMatchObject({ session_id: 's-1', exit_code: 0, tokens: { input: 120, output: 30 } });
  expect(session?.transcript?.startsWith(`${outputs['sessions-path']}/A/plan-`)).toBe(true);
  const kinds = readFileSync(session?.transcript ?? '', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).kind);
  expect(kinds).toEqual(['session_started', 'token_usage', 'cost', 'message', 'completed']);
});

test.concurrent("what an agent writes into the runner's files is removed and reported", async () => {
  await using scene = await openScene();
  const files = '"$RUNNER_TEMP/_runner_file_commands"';
  const result = await scene.run({
    pulls: [[anIssue('A')], []],
    plays: [
      { run: `cd ${files} && echo LD_PRELOAD=/evil.so >> env && echo /evil >> path` },
      { run: `cd ${files} && echo drained=evil >> output && ln -sf /etc/passwd state` },
    ],
  });
  expect(result.outputs).toMatchObject({ drained: 'true', reason: 'drained' });
  const commands = join(result.runnerTemp, '_runner_file_commands');
  expect(['env', 'path', 'state'].map((name) => readFileSync(join(commands, name), 'utf8'))).toEqual([
    '',
    '',
    '',
  ]);
  const reported = result.lines.flatMap(
    (line) => /^::warning title=foreign content.*::`(\w+)` held/.exec(line)?.[1] ?? [],
  );
  expect(reported.sort()).toEqual(['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE']);
});

test.concurrent('issue text reaches neither the runner as a command nor the summary as markup', async () => {
  await using scene = await openScene();
  const title = '::set-env name=A::b\n##[error]x `tick` <b>bold</b> | [link](http://evil)';
  const result = await scene.run({ pulls: [[{ ...anIssue('A'), title }], []] });
  expect(result.attempts).toEqual(['A plan: completed']);
  expect(result.lines.filter((line) => /^\s*::set-env|##\[/.test(line))).toEqual([]);
  expect(result.summary).toContain(
    '| `A` ::set-env name=A::b ⏎ ## \\[error]x `tick` `<b>bold</b>` \\| `[link](http://evil`)<br><sub>done</sub> |',
  );
});

test.concurrent('on a hosted runner everything is kept under RUNNER_TEMP', async () => {
  await using scene = await openScene();
  const result = await scene.run({ pulls: [[anIssue('A')], []], env: { VIK_HOME: undefined } });
  const home = join(result.runnerTemp, 'vik', 'workflows');
  expect(
    ['report-path', 'sessions-path'].map((name) => result.outputs[name]?.startsWith(`${home}/`)),
  ).toEqual([true, true]);
});
