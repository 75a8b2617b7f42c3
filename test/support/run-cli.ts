/** The bundle as somebody starts it at a terminal: arguments, and an environment without a runner. */
import { spawn } from 'node:child_process';
import { BUNDLE } from './run-action.ts';

export interface CliRun {
  readonly folder: string;
  /** Undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A shell line in which `"$@"` is the command; without it the command is started as it is. */
  readonly shell?: string;
  /** Called with the pid right after the start. */
  readonly onStart?: (pid: number) => Promise<void>;
  /** Called with each line of standard output as it comes, and the pid. */
  readonly onLine?: (line: string, pid: number) => void;
}

export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly lines: readonly string[];
}

export async function runCli(args: readonly string[], run: CliRun): Promise<CliResult> {
  const env: Record<string, string> = {};
  const wanted = { PATH: process.env.PATH, HOME: run.folder, LANG: 'C.UTF-8', ...run.env };
  for (const [name, value] of Object.entries(wanted)) if (value !== undefined) env[name] = value;
  const command = [process.execPath, BUNDLE, ...args];
  const [program = '', ...others] =
    run.shell === undefined ? command : ['sh', '-c', run.shell, 'sh', ...command];
  const child = spawn(program, others, {
    cwd: run.folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid = 0 } = child;
  const started = run.onStart?.(pid);
  let stdout = '';
  let stderr = '';
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) run.onLine?.(line, pid);
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  await started;
  return { exitCode, stdout, stderr, lines: stdout.trimEnd().split('\n') };
}
