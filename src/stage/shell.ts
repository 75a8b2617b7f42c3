/** Runs the repository's own shell programs: hooks and prompt commands, values bound, in the workspace. */
import type { ProcessExit, Processes } from '../process.ts';
import type { ShellProgram } from './template.ts';
import { assertInside } from './workspace.ts';

/** What every shell program of one stage run shares. */
export interface ShellScope {
  readonly processes: Processes;
  readonly root: string;
  readonly workspace: string;
  /** The built environment, without the values of a program. */
  readonly env: Readonly<Record<string, string>>;
}

export interface ShellLimits {
  readonly timeoutMs: number;
  /** See `ProcessSpec.marker`. */
  readonly marker: string;
  /** Standard output that is kept, in bytes. */
  readonly captureBytes: number;
  /** Whether what it left running is ended when it ends; a service that a hook starts lives on. */
  readonly sweepAfter: boolean;
}

/**
 * @throws WorkspaceError when the workspace is no longer what it was
 * @throws ProgramNotFoundError when there is no `sh`
 */
export async function runShell(
  scope: ShellScope,
  { program, env }: ShellProgram,
  limits: ShellLimits,
  signal: AbortSignal,
): Promise<ProcessExit> {
  await assertInside(scope.root, scope.workspace);
  return scope.processes.run(
    {
      command: 'sh',
      args: ['-c', program],
      cwd: scope.workspace,
      env: { ...scope.env, ...env },
      marker: limits.marker,
      timeoutMs: limits.timeoutMs,
      captureStdoutBytes: limits.captureBytes,
      stderrTailBytes: 2048,
      sweepAfter: limits.sweepAfter,
    },
    signal,
  );
}

/** Why a shell program failed, in words; undefined when it did not. */
export function describeFailure(exit: ProcessExit, timeoutMs: number): string | undefined {
  if (exit.ended === 'timeout') return `timed out after ${Math.round(timeoutMs / 100) / 10} s`;
  if (exit.ended === 'aborted') return 'was ended with the run';
  if (exit.signal !== undefined) return `was killed by ${exit.signal}`;
  return exit.exitCode === 0 ? undefined : `exited with code ${exit.exitCode}`;
}
