import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAgentPrograms } from '../../../src/agent/programs.ts';
import { runSession, type SessionOutcome, type SessionSpec } from '../../../src/agent/session.ts';
import { createAgentVersions } from '../../../src/agent/version.ts';
import type { JsonObject } from '../../../src/json.ts';
import { createProcesses } from '../../../src/process.ts';
import type { AgentProfile } from '../../../src/workflow/workflow.ts';
import { anAgent, createMemoryLog } from '../builders.ts';
import { type FakeScript, fakeAgentCommand, fakeAgentOnPath } from './fake-agent.ts';

/** A folder in which the fake agent plays sessions, removed at the end. */
export interface FakeSessions extends Disposable {
  readonly folder: string;
  readonly workspace: string;
  /** Lines of the log so far. */
  readonly logLines: readonly string[];
  run(script: FakeScript, options?: FakeSessionOptions): Promise<SessionOutcome>;
  transcript(): readonly JsonObject[];
  stderrLog(): string;
  /** A file in the workspace. */
  read(name: string): string;
}

/** Without npm. */
const NPM_ENV = { PATH: '/nowhere' };

export interface FakeSessionOptions {
  readonly profile?: Partial<AgentProfile>;
  readonly prompt?: string;
  readonly signal?: AbortSignal;
  readonly redact?: (text: string) => string;
  readonly env?: Readonly<Record<string, string>>;
  readonly checkPlace?: () => Promise<void>;
  readonly refusal?: NonNullable<SessionSpec['refusal']>;
  readonly onStart?: NonNullable<SessionSpec['onStart']>;
  readonly onUsage?: NonNullable<SessionSpec['onUsage']>;
}

export function createFakeSessions(): FakeSessions {
  const folder = mkdtempSync(join(tmpdir(), 'vik-session-'));
  const workspace = join(folder, 'workspace');
  const transcriptFile = join(folder, 'transcript.jsonl');
  const stderrFile = join(folder, 'stderr.log');
  mkdirSync(workspace);
  const log = createMemoryLog();
  const processes = createProcesses({
    runId: `test-${process.pid}-${Date.now()}`,
    tempDir: join(folder, 'temp'),
    log,
    clock: { termAfterMs: 300, killAfterMs: 600 },
  });
  const deps = {
    processes,
    log,
    versions: createAgentVersions(processes),
    programs: createAgentPrograms({ processes, toolCache: join(folder, 'tools'), env: NPM_ENV }),
  };

  return {
    folder,
    workspace,
    logLines: log.lines,
    run(script, options = {}) {
      const { profile, env } = profileAndEnv(folder, script, options);
      const promptFile = join(folder, 'prompt.md');
      writeFileSync(promptFile, options.prompt ?? 'do it');
      return runSession(
        {
          profile,
          cwd: workspace,
          env,
          promptFile,
          marker: 'stage/agent/1',
          transcriptFile,
          stderrFile,
          ...(options.checkPlace && { checkPlace: options.checkPlace }),
          ...(options.refusal && { refusal: options.refusal }),
          ...(options.onStart && { onStart: options.onStart }),
          ...(options.onUsage && { onUsage: options.onUsage }),
        },
        { ...deps, redact: options.redact ?? ((text) => text) },
        options.signal ?? new AbortController().signal,
      );
    },
    transcript: () => readFileSync(transcriptFile, 'utf8').trimEnd().split('\n').map(parseLine),
    stderrLog: () => readFileSync(stderrFile, 'utf8'),
    read: (name) => readFileSync(join(workspace, name), 'utf8'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function profileAndEnv(folder: string, script: FakeScript, options: FakeSessionOptions) {
  const given = options.profile ?? {};
  const base = { PATH: '/usr/bin:/bin', ...options.env };
  if (given.runtime === undefined || given.runtime === 'command')
    return { profile: anAgent({ command: fakeAgentCommand(folder, script), ...given }), env: base };
  const name = given.runtime === 'codex' ? 'codex' : 'claude';
  return {
    profile: anAgent({ command: [], model: 'test-model', ...given }),
    env: { ...base, ...fakeAgentOnPath(folder, name, script) },
  };
}

function parseLine(line: string): JsonObject {
  return JSON.parse(line);
}
