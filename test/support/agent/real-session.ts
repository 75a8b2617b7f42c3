import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAgentPrograms } from '../../../src/agent/programs.ts';
import { runSession, type SessionOutcome } from '../../../src/agent/session.ts';
import { createAgentVersions } from '../../../src/agent/version.ts';
import type { JsonObject } from '../../../src/json.ts';
import { createProcesses } from '../../../src/process.ts';
import type { AgentProfile } from '../../../src/workflow/workflow.ts';
import { anAgent, createMemoryLog } from '../builders.ts';
import { agentFlags, claudeEnv, codexEnv, type InstalledAgents } from './real-agents.ts';

/** A real agent's session against a played model. */
export interface RealSession extends Disposable {
  readonly workspace: string;
  run(signal?: AbortSignal): Promise<SessionOutcome>;
  transcript(): readonly JsonObject[];
}

export interface RealSessionOptions {
  readonly agents: InstalledAgents;
  readonly runtime: 'codex' | 'claude_code';
  readonly modelUrl: string;
  readonly profile?: Partial<AgentProfile>;
  readonly env?: Readonly<Record<string, string>>;
  readonly prompt?: string;
}

/** Prepares a session in a folder of its own, which is removed at the end. */
export function prepareRealSession({
  agents,
  runtime,
  modelUrl,
  profile,
  env,
  prompt = 'Write proof.txt.',
}: RealSessionOptions): RealSession {
  const folder = mkdtempSync(join(tmpdir(), 'vik-real-'));
  const [workspace, home] = [join(folder, 'workspace'), join(folder, 'home')];
  for (const path of [workspace, home]) mkdirSync(path);
  const promptFile = join(folder, 'prompt.md');
  writeFileSync(promptFile, prompt);
  const transcriptFile = join(folder, 'transcript.jsonl');
  const log = createMemoryLog();
  const processes = createProcesses({
    runId: randomUUID(),
    tempDir: join(folder, 'temp'),
    log,
  });
  const model = runtime === 'codex' ? 'gpt-5.5' : 'claude-sonnet-4-6';
  const agentEnv = runtime === 'codex' ? codexEnv : claudeEnv;
  return {
    workspace,
    run: (signal = new AbortController().signal) =>
      runSession(
        {
          profile: anAgent({ runtime, model, command: [], flags: agentFlags[runtime], ...profile }),
          cwd: workspace,
          env: { ...agentEnv(agents, home, modelUrl), ...env },
          promptFile,
          marker: 'stage/agent/1',
          transcriptFile,
          stderrFile: join(folder, 'stderr.log'),
        },
        {
          processes,
          log,
          redact: (text) => text,
          versions: createAgentVersions(processes),
          programs: createAgentPrograms({ processes, toolCache: join(folder, 'tools'), env: {} }),
        },
        signal,
      ),
    transcript: () => readFileSync(transcriptFile, 'utf8').trimEnd().split('\n').map(parseLine),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function parseLine(line: string): JsonObject {
  return JSON.parse(line);
}
