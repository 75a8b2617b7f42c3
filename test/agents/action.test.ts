/** The bundled Action with the real agent programs, against a played GitHub and played model servers. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import {
  agentVersions,
  claudeEnv,
  codexEnv,
  type InstalledAgents,
  installAgents,
} from '../support/agent/real-agents.ts';
import { startPlayedGithub } from '../support/github/played-github.ts';
import { startPlayedAnthropic } from '../support/models/anthropic.ts';
import { startPlayedOpenai } from '../support/models/openai.ts';
import { refusesKey, writesProof } from '../support/models/played-model.ts';
import { makeTempDir, runAction } from '../support/run-action.ts';

let agents: InstalledAgents;
beforeAll(async () => {
  agents = await installAgents();
});

const WORKFLOW = `workspace: { root: .vik }
agents:
  codex:
    runtime: codex
    model: gpt-5.5
    args: { --sandbox: danger-full-access }
    env: [MOCK_KEY]
  claude:
    runtime: claude_code
    model: claude-sonnet-4-6
    args:
      --permission-mode: acceptEdits
      --allowedTools: "Bash(echo:*)"
issues: { github: { idle_sec: 1 } }
issue:
  hooks: { after_create: git init --quiet . }
  stages:
    by codex:
      when: { state: codex }
      agent: codex
      prompt: "Work on {{ issue.title }}"
      on_success: { state: done }
      on_failure: { state: failed }
    by claude:
      when: { state: claude }
      agent: claude
      prompt: "Work on {{ issue.title }}"
      on_success: { state: done }
      on_failure: { state: failed }
`;

async function runWithRealAgents(scenario: typeof writesProof | typeof refusesKey) {
  await using openai = await startPlayedOpenai({ scenario });
  await using anthropic = await startPlayedAnthropic({ scenario });
  await using github = await startPlayedGithub();
  const repository = github.repo('octo/repo');
  repository.setRole('alice', 'write');
  repository.createIssue({ title: 'for Codex', author: 'alice', labels: ['codex'] });
  repository.createIssue({ title: 'for Claude', author: 'alice', labels: ['claude'] });
  const workspace = await makeTempDir();
  const home = await makeTempDir();
  writeFileSync(path.join(workspace, 'workflow.yml'), WORKFLOW);
  const result = await runAction({
    workspace,
    github,
    inputs: { 'github-token': github.token },
    // both programs are in one folder, so either PATH will do
    env: { ...codexEnv(agents, home, openai.url), ...claudeEnv(agents, home, anthropic.url) },
  });
  return {
    result,
    labels: [...repository.issues.values()].map((issue) => issue.labels.map(({ name }) => name).join()),
    session: (stage: string) => {
      const session = result.record?.sessions.find((one) => one.stage === stage);
      if (session === undefined) throw new Error(`${stage} is not in the record`);
      return session;
    },
    proofOf: (issue: number) =>
      readFileSync(
        path.join(path.dirname(result.outputs['report-path'] ?? ''), `issues/${issue}/proof.txt`),
        'utf8',
      ),
  };
}

function transcriptOf(session: { readonly transcript: string | null }): { kind: string; phase?: string }[] {
  return readFileSync(session.transcript ?? '', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('both programs run a shell command in the issue’s workspace, and the record tells what it cost', async () => {
  const { result, labels, session, proofOf } = await runWithRealAgents(writesProof);

  expect([result.exitCode, result.outputs.completed, result.outputs.reason]).toEqual([0, '2', 'drained']);
  expect([proofOf(1), proofOf(2)]).toEqual(['hi\n', 'hi\n']);
  expect(labels).toEqual(['done', 'done']);
  expect(session('by codex')).toMatchObject({
    state: 'completed',
    agent_version: agentVersions.codex,
    tokens: { input: 3000, output: 84 },
    cost_usd: null,
    tool_calls: 1,
  });
  expect(session('by claude')).toMatchObject({
    state: 'completed',
    agent_version: agentVersions.claude,
    tokens: { input: 4800, output: 84 },
    cost_usd: 0.01125,
    tool_calls: 1,
  });
  for (const stage of ['by codex', 'by claude']) {
    const calls = transcriptOf(session(stage)).filter(({ kind }) => kind === 'tool_call');
    expect(calls.map(({ phase }) => phase)).toEqual(['request', 'result']);
  }
});

test('a refused key fails both with the words of the provider and moves no issue', async () => {
  const { result, labels, session } = await runWithRealAgents(refusesKey);

  expect([result.exitCode, result.outputs.failed]).toEqual([1, '2']);
  expect(session('by codex')).toMatchObject({
    state: 'failed',
    class: 'provider',
    reason: expect.stringContaining('401 Unauthorized: Incorrect API key provided.'),
  });
  expect(session('by claude')).toMatchObject({
    state: 'failed',
    class: 'provider',
    reason: expect.stringContaining('401 Incorrect API key provided.'),
  });
  expect(labels).toEqual(['codex', 'claude']);
  expect(result.summary).toContain('401');
});
