import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAgentPrograms } from '../../src/agent/programs.ts';
import { createProcesses } from '../../src/process.ts';
import type { AgentProfile } from '../../src/workflow/workflow.ts';
import { agentVersions, type InstalledAgents, installAgents } from '../support/agent/real-agents.ts';
import { prepareRealSession } from '../support/agent/real-session.ts';
import { anAgent, createMemoryLog } from '../support/builders.ts';
import { startPlayedAnthropic } from '../support/models/anthropic.ts';
import { startPlayedOpenai } from '../support/models/openai.ts';
import type { ModelScenario } from '../support/models/played-model.ts';

/** One answer of the played model, then a tool that would run for five minutes. */
const longTool: ModelScenario = { kind: 'command', command: 'sleep 300', lastMessage: 'never said' };
const prices = { input: 1, cachedInput: 0.1, output: 10 };
const flags = {
  codex: ['--sandbox', 'danger-full-access'],
  claude_code: ['--permission-mode', 'bypassPermissions'],
} as const;

interface Case {
  readonly name: string;
  readonly runtime: 'codex' | 'claude_code';
  readonly limits: Partial<AgentProfile>;
  readonly reason: string;
  readonly tokens: object;
  readonly costUsd: number;
}

const cases: readonly Case[] = [
  {
    name: 'Codex, by its session file, while its tool runs',
    runtime: 'codex',
    limits: { maxOutputTokens: 40, price: prices },
    reason: 'over its limit of 40 output tokens: it used 42',
    tokens: { input: 1500, output: 42, cacheRead: 900 },
    costUsd: 0.00111,
  },
  {
    name: 'Codex, by the price of what it used, while its tool runs',
    runtime: 'codex',
    limits: { maxCostUsd: 0.001, price: prices },
    reason: 'over its limit of $0.001: it cost $0.00111',
    tokens: { input: 1500, output: 42, cacheRead: 900 },
    costUsd: 0.00111,
  },
  {
    name: 'Claude Code, by its messages, while its tool runs: its result still comes',
    runtime: 'claude_code',
    limits: { maxOutputTokens: 40 },
    reason: 'over its limit of 40 output tokens: it used 42',
    tokens: { input: 2400, output: 42, cacheRead: 900, cacheWrite: 300 },
    costUsd: 0.005625,
  },
  {
    name: 'Claude Code, by its own limit of money',
    runtime: 'claude_code',
    limits: { maxCostUsd: 0.005 },
    reason: 'over its limit of $0.005: it cost $0.005625',
    tokens: { input: 2400, output: 42, cacheRead: 900, cacheWrite: 300 },
    costUsd: 0.005625,
  },
];

describe('a session over its limit is ended in order, with its figures', () => {
  let agents: InstalledAgents;
  beforeAll(async () => {
    agents = await installAgents();
  });

  it.each(cases)('$name', async ({ runtime, limits, reason, tokens, costUsd }) => {
    await using model = await (runtime === 'codex' ? startPlayedOpenai : startPlayedAnthropic)({
      scenario: longTool,
    });
    using session = prepareRealSession({
      agents,
      runtime,
      modelUrl: model.url,
      profile: { flags: flags[runtime], ...limits },
      env: { IS_SANDBOX: '1' },
    });
    const startedAt = performance.now();
    const outcome = await session.run();
    expect(outcome.verdict).toEqual({ state: 'failed', class: 'budget', reason });
    expect(outcome.snapshot).toMatchObject({ tokens });
    expect(outcome.snapshot.costUsd).toBeCloseTo(costUsd, 8);
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    expect(session.transcript().map(({ event_type }) => event_type)).not.toContain('stream_event');
  });
});

it('the version of a profile is installed from npm, its binary in its place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vik-real-install-'));
  try {
    const log = createMemoryLog();
    // Whatever the way to the registry needs here: a proxy, certificates.
    const env = Object.fromEntries(Object.entries(process.env).map(([name, value = '']) => [name, value]));
    const processes = createProcesses({
      runId: `install-${process.pid}-${Date.now()}`,
      tempDir: join(folder, 'temp'),
      log,
    });
    const programs = createAgentPrograms({
      processes,
      toolCache: join(folder, 'tools'),
      env,
    });
    const where = { cwd: folder, env: { PATH: '/usr/bin:/bin' } };
    const signal = new AbortController().signal;
    const profile = anAgent({ runtime: 'claude_code', version: agentVersions.claude });
    const path = await programs.pathFor(profile, where, log, signal);
    const exit = await processes.run(
      {
        ...{ command: 'claude', args: ['--version'], cwd: folder, env: { PATH: path ?? '', HOME: folder } },
        ...{ marker: 'test/1', captureStdoutBytes: 100, sweepAfter: true },
      },
      signal,
    );
    expect(exit.stdout.toString()).toContain(agentVersions.claude);
    expect(log.lines.map((line) => line.replace(/\d+\.\d s/, '9 s'))).toEqual([
      `installing @anthropic-ai/claude-code ${agentVersions.claude}`,
      `installed @anthropic-ai/claude-code ${agentVersions.claude} in 9 s`,
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
