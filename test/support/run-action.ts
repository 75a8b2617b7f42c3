/**
 * Runs the bundled Action as a runner does: `INPUT_*` variables, event file, the runner's files, a server as
 * `GITHUB_API_URL`, Node 24. Used by tests, the demo and the benchmark, so it needs nothing of vitest.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The bundle that the runner would start; VIK_BUNDLE names another one, to try a change without replacing dist/. */
export const BUNDLE = process.env.VIK_BUNDLE ?? path.resolve(import.meta.dirname, '../../dist/index.js');

export interface ActionRun {
  /** GITHUB_WORKSPACE: where the workflow file lies. */
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly github?: { readonly url: string; readonly graphqlUrl: string };
  readonly repository?: string;
  readonly event?: { readonly name: string; readonly payload: unknown };
  /** Further variables; undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Called with each line of the log as it comes; `written` is the line with its time and its colours. */
  readonly onLine?: (line: string, written: string) => void;
  /** Called with the pid right after the start, to send signals. */
  readonly onStart?: (pid: number) => void;
  /** RUNNER_TEMP; a new folder without it. */
  readonly runnerTemp?: string;
}

export interface ActionResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The lines of the log without the time that they begin with. */
  readonly lines: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly durationMs: number;
  readonly runnerTemp: string;
  /** The parsed run.json, when `report-path` names one. */
  readonly record: RunRecordLike | undefined;
}

/** What tests read of run.json. */
export interface RunRecordLike {
  readonly reason: string;
  readonly drained: boolean;
  readonly pulls: number;
  readonly failed_pulls: number;
  readonly sessions: readonly {
    readonly issue: string;
    readonly stage: string;
    readonly attempt: number;
    readonly final: boolean;
    readonly state: string;
    readonly class: string | null;
    readonly reason: string | null;
    readonly transcript: string | null;
    readonly exit_code: number | null;
    readonly signal: string | null;
    readonly agent_version: string | null;
    readonly session_id: string | null;
    readonly tokens: { readonly input: number; readonly output: number } | null;
    readonly cost_usd: number | null;
    readonly tool_calls: number;
    readonly last_message: string | null;
  }[];
  readonly skipped: readonly { readonly issue: string; readonly reason: string; readonly detail: string }[];
  readonly not_undone: readonly string[];
}

/** A new, empty folder with its real path. */
export async function makeTempDir(prefix = 'vik-test-'): Promise<string> {
  return realpathSync(await mkdtemp(path.join(tmpdir(), prefix)));
}

export async function runAction(run: ActionRun): Promise<ActionResult> {
  const runnerTemp = run.runnerTemp ?? (await makeTempDir('runner-temp-'));
  const commands = path.join(runnerTemp, '_runner_file_commands');
  mkdirSync(commands, { recursive: true });
  const files = {
    GITHUB_OUTPUT: path.join(commands, 'output'),
    GITHUB_STEP_SUMMARY: path.join(commands, 'summary'),
    GITHUB_ENV: path.join(commands, 'env'),
    GITHUB_PATH: path.join(commands, 'path'),
    GITHUB_STATE: path.join(commands, 'state'),
  };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const eventPath = path.join(runnerTemp, 'event.json');
  writeFileSync(eventPath, JSON.stringify(run.event?.payload ?? {}));

  const inputs = { workflow: 'workflow.yml', 'github-token': 'ghs_test0000000000000000', ...run.inputs };
  const env: Record<string, string> = {};
  const wanted: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    NO_COLOR: '1',
    GITHUB_WORKSPACE: run.workspace,
    GITHUB_REPOSITORY: run.repository ?? 'octo/repo',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: run.github?.url ?? 'http://127.0.0.1:9',
    GITHUB_GRAPHQL_URL: run.github?.graphqlUrl ?? 'http://127.0.0.1:9/graphql',
    GITHUB_EVENT_NAME: run.event?.name ?? 'schedule',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_RUN_ID: '4711',
    GITHUB_JOB: 'vik',
    RUNNER_TEMP: runnerTemp,
    RUNNER_OS: 'Linux',
    RUNNER_ENVIRONMENT: 'github-hosted',
    ...files,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...run.env,
  };
  for (const [name, value] of Object.entries(wanted)) if (value !== undefined) env[name] = value;

  const startedAt = performance.now();
  const child = spawn(process.execPath, [BUNDLE], {
    cwd: run.workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) run.onStart?.(child.pid);
  const lines: string[] = [];
  let rest = '';
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      const told = line.replace(/^ *(?:\d+:)?\d+:\d\d {2}/, '');
      lines.push(told);
      run.onLine?.(told, line);
    }
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, killed) => resolve([code, killed]));
  });
  const outputs = parseOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8'));
  const reportPath = outputs['report-path'];
  return {
    exitCode,
    signal,
    stdout,
    stderr,
    lines,
    outputs,
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    durationMs: performance.now() - startedAt,
    runnerTemp,
    record: reportPath ? JSON.parse(readFileSync(reportPath, 'utf8')) : undefined,
  };
}

/** Reads GITHUB_OUTPUT as the runner does: `name=value` and `name<<DELIMITER`. */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    const heredoc = /^([^=<]+)<<(.+)$/.exec(line);
    if (heredoc?.[1] !== undefined) {
      const end = lines.indexOf(heredoc[2] ?? '', i + 1);
      outputs[heredoc[1]] = lines.slice(i + 1, end).join('\n');
      i = end;
    } else if (line.includes('=')) {
      outputs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    }
  }
  return outputs;
}
