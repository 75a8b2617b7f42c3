import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadWorkflow } from '../../src/workflow/load-workflow.ts';
import { surroundings } from './load-text.ts';

async function load(name: string) {
  const path = fileURLToPath(new URL(`../fixtures/vik/${name}/workflow.yml`, import.meta.url));
  const loaded = await loadWorkflow({ ...surroundings, path });
  if (loaded.kind === 'rejected') throw new Error(JSON.stringify(loaded.errors, null, 2));
  return loaded;
}

test('a vik file whose states are GitHub labels loads without an edit', async () => {
  const { workflow, warnings } = await load('github-labels');
  expect(warnings).toEqual([]);
  expect(workflow.loop).toEqual({
    maxIssueConcurrency: 2,
    maxIterations: undefined,
    maxRunsPerIssue: 5,
    maxCostUsd: undefined,
  });
  expect(workflow.workspaceRoot).toBe(`${workflow.dir}/.vik`);
  expect(workflow.intake).toMatchObject({ kind: 'command', idleMs: 30_000 });
  expect(workflow.stages.map(({ name, state, agent }) => [name, state, agent.runtime, agent.flags])).toEqual([
    ['plan', 'todo', 'codex', ['--config', 'model_reasoning_effort=high', '--sandbox', 'workspace-write']],
    [
      'implement',
      'work',
      'codex',
      ['--config', 'model_reasoning_effort=high', '--sandbox', 'workspace-write'],
    ],
    ['review', 'review', 'claude_code', ['--permission-mode', 'acceptEdits']],
  ]);
});

test('a vik file with several stages on one state loads without an edit', async () => {
  const { workflow, warnings } = await load('stages-on-one-state');
  expect(warnings).toEqual([]);
  expect(workflow.intake).toEqual({
    kind: 'command',
    command: './list-issues',
    idleMs: 5000,
    timeoutMs: 60_000,
  });
  expect(workflow.stages.map(({ name, state, agent }) => [name, state, agent.name, agent.flags])).toEqual([
    ['plan', 'todo', 'coder', ['--sandbox', 'workspace-write', '--skip-git-repo-check']],
    ['implement', 'todo', 'tester', ['--sandbox', 'workspace-write', '--skip-git-repo-check']],
    ['2', 'Todo', 'coder', ['--sandbox', 'workspace-write', '--skip-git-repo-check']],
  ]);
});

test('a vik file for another tracker loads without an edit', async () => {
  const { workflow, warnings } = await load('linear');
  expect(warnings).toEqual([]);
  expect(workflow.stages).toMatchObject([
    {
      name: 'Build It',
      state: 'In Progress',
      agent: { model: 'opus', flags: ['--dangerously-skip-permissions', '--allowedTools', 'Bash,Edit'] },
      afterRun: { body: './scripts/report.sh {{ issue.id }}', timeoutMs: 300_000 },
    },
  ]);
});
