import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { StopRequest } from '../../src/stop.ts';
import { aliveOf } from '../support/agent/process-alive.ts';
import { agentVersions, type InstalledAgents, installAgents } from '../support/agent/real-agents.ts';
import { prepareRealSession } from '../support/agent/real-session.ts';
import { startPlayedAnthropic } from '../support/models/anthropic.ts';
import { startPlayedOpenai } from '../support/models/openai.ts';
import { refusesKey, writesProof } from '../support/models/played-model.ts';

/** Any command may run; Claude Code wants to hear from root that it runs in a sandbox. */
const freeFlags = {
  codex: ['--sandbox', 'danger-full-access'],
  claude_code: ['--permission-mode', 'bypassPermissions'],
} as const;
const asRoot = { IS_SANDBOX: '1' };

let agents: InstalledAgents;
beforeAll(async () => {
  agents = await installAgents();
});

describe('Codex', () => {
  it('runs a shell command in the workspace, and its session says so', async () => {
    await using model = await startPlayedOpenai({ scenario: writesProof });
    using session = prepareRealSession({ agents, runtime: 'codex', modelUrl: model.url });
    const outcome = await session.run();
    expect(outcome).toMatchObject({
      verdict: { state: 'completed' },
      exitCode: 0,
      agentVersion: agentVersions.codex,
      warnings: [],
      snapshot: {
        tokens: { input: 3000, output: 84, cacheRead: 1800, cacheWrite: 0 },
        costUsd: undefined,
        toolCalls: 1,
        lastMessage: 'Done: the command ran and the work is finished.',
      },
    });
    expect(readFileSync(join(session.workspace, 'proof.txt'), 'utf8')).toBe('hi\n');
    expect(session.transcript().filter((event) => event.kind === 'tool_call')).toMatchObject([
      { phase: 'request', name: 'command_execution', input: { status: 'in_progress' } },
      { phase: 'result', name: 'command_execution', output: { status: 'completed', exit_code: 0 } },
    ]);
  });

  it('reports a refused key with the words of its provider', async () => {
    await using model = await startPlayedOpenai({ scenario: refusesKey });
    using session = prepareRealSession({ agents, runtime: 'codex', modelUrl: model.url });
    const outcome = await session.run();
    expect(outcome).toMatchObject({
      verdict: {
        state: 'failed',
        class: 'provider',
        reason: expect.stringContaining('401 Unauthorized: Incorrect API key provided.'),
      },
      exitCode: 1,
      snapshot: { retries: 5, tokens: undefined },
    });
  });
});

describe('Claude Code', () => {
  it('runs a shell command in the workspace, and its session says so', async () => {
    await using model = await startPlayedAnthropic({ scenario: writesProof });
    using session = prepareRealSession({ agents, runtime: 'claude_code', modelUrl: model.url });
    const outcome = await session.run();
    expect(outcome).toMatchObject({
      verdict: { state: 'completed' },
      exitCode: 0,
      agentVersion: agentVersions.claude,
      warnings: [],
      snapshot: {
        tokens: { input: 4800, output: 84, cacheRead: 1800, cacheWrite: 600 },
        costUsd: 0.01125,
        toolCalls: 1,
        permissionDenials: 0,
        lastMessage: 'Done: the command ran and the work is finished.',
      },
    });
    expect(readFileSync(join(session.workspace, 'proof.txt'), 'utf8')).toBe('hi\n');
    expect(session.transcript().filter((event) => event.kind === 'tool_call')).toMatchObject([
      { phase: 'request', name: 'Bash', input: { command: 'echo hi > proof.txt' } },
      { phase: 'result', name: 'Bash' },
    ]);
  });

  it('reports a refused key with the words of its provider', async () => {
    await using model = await startPlayedAnthropic({ scenario: refusesKey });
    using session = prepareRealSession({ agents, runtime: 'claude_code', modelUrl: model.url });
    const outcome = await session.run();
    expect(outcome).toMatchObject({
      verdict: {
        state: 'failed',
        class: 'provider',
        reason: expect.stringContaining('401 Incorrect API key provided.'),
      },
      exitCode: 1,
      snapshot: { retries: 4 },
    });
  });
});

describe.each(['codex', 'claude_code'] as const)('%s, told to stop while a tool runs', (runtime) => {
  it('is cancelled, and nothing of it is left', async () => {
    const scenario = { kind: 'command', command: 'echo $$ > pids; sleep 300', lastMessage: '' } as const;
    await using model = await (runtime === 'codex' ? startPlayedOpenai : startPlayedAnthropic)({ scenario });
    using session = prepareRealSession({
      agents,
      runtime,
      modelUrl: model.url,
      profile: { flags: freeFlags[runtime] },
      env: asRoot,
    });
    const stop = new AbortController();
    const running = session.run(stop.signal);
    await expect.poll(() => existsSync(join(session.workspace, 'pids')), { timeout: 30_000 }).toBe(true);
    stop.abort(new StopRequest('shutdown', 'SIGINT'));
    expect((await running).verdict).toMatchObject({ state: 'cancelled' });
    expect(aliveOf(join(session.workspace, 'pids'))).toEqual([]);
  });
});
