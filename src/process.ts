/**
 * The only place that starts a process, and the only one that knows @actions/exec. A program runs in a process group of
 * its own behind a small launcher; it is ended as a whole tree; its output is read to the end.
 */

import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { messageOf } from './errors.ts';
import type { Log } from './log.ts';
import { createEndings, type EndingClock, PATIENT_CLOCK, signalGroup } from './process/ending.ts';
import { explainMissing, findProgram, isFolder, isReadable } from './process/find-program.ts';
import { assertStarted, describeExit } from './process/launch-exit.ts';
import { createLauncher, type LauncherKind, readLaunchState } from './process/launcher.ts';
import { createOutput } from './process/output.ts';
import { ProcessStartError, ProgramNotFoundError } from './process/start-error.ts';
import { findStartLimit } from './process/start-limits.ts';
import { createSweeper } from './process/sweep.ts';
import type { Redact } from './redact.ts';

/** What is to be started, and what its output is for. */
export interface ProcessSpec {
  /** A path, or a name that is looked up on `env.PATH`. */
  readonly command: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** The whole environment; nothing is inherited. `VIK_PROCESS` is added, and bash adds `PWD`, `SHLVL` and `_`. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute path of the file that is its standard input; /dev/null without one. */
  readonly stdinFile?: string;
  /** The rest of its marker after the run's id: `<stage run uuid>/<hook|prompt|agent>/<n>`. Every start has its own. */
  readonly marker: string;
  /** Wall clock, at most what a timer takes (24.8 days); at its end the process is ended and `ended` is `timeout`. */
  readonly timeoutMs?: number;
  /** Standard output line by line, decoded as UTF-8, the last one also without a newline. */
  readonly onLine?: (line: OutputLine) => void;
  /** The raw bytes of standard error as they come. The buffer is only valid during the call. */
  readonly onStderr?: (chunk: Buffer) => void;
  /** Keep the first so many bytes of standard output; 0 without it. */
  readonly captureStdoutBytes?: number;
  /** Keep the whole lines among the last so many bytes of standard error; 2048 without it. */
  readonly stderrTailBytes?: number;
  /** Sweep this process's own marker after it ended by itself. */
  readonly sweepAfter: boolean;
}

export interface OutputLine {
  readonly text: string;
  /** The line was longer than 10 MiB: the rest of it was skipped. */
  readonly truncated: boolean;
}

export interface ProcessExit {
  /** Undefined when it was killed by a signal. */
  readonly exitCode: number | undefined;
  /** Such as `SIGKILL`. */
  readonly signal: string | undefined;
  /** Whether we ended it, and why; undefined when it ended by itself. */
  readonly ended: 'timeout' | 'aborted' | undefined;
  /** The first `captureStdoutBytes` bytes. */
  readonly stdout: Buffer;
  readonly stdoutTruncated: boolean;
  readonly stderrTail: string;
}

/** Starts processes and leaves nothing of them behind. */
export interface Processes {
  /**
   * Runs one program to its end, its output read to the end too. Aborting ends the whole process tree in order; with a
   * signal that is aborted already nothing is started.
   * Rejects with a `ProcessStartError` (a `ProgramNotFoundError` is one) when it can't be started, and with what a
   * callback of the spec threw, after the process has been ended. Everything else that can happen to a process is a
   * `ProcessExit`.
   */
  run(spec: ProcessSpec, signal: AbortSignal): Promise<ProcessExit>;
  /** Kills every process of this run whose marker begins so, until none is found. Best effort (Linux only). */
  sweep(markerPrefix: string): Promise<void>;
  /** The runner gave us seconds: endings, also those under way, use the short clock from now on. */
  hurry(): void;
}

export interface ProcessesOptions {
  /** Of this run; the first part of every marker. */
  readonly runId: string;
  /** A folder of ours, made when missing, for the pid files. Whoever gave it removes it. */
  readonly tempDir: string;
  readonly log: Log;
  /** Of what is kept of a standard error; without it, as it is. */
  readonly redact?: Redact;
  /** Instead of 5 s and 7 s. */
  readonly clock?: EndingClock;
  /** Instead of bash, or perl where bash is missing. */
  readonly launchers?: readonly LauncherKind[];
}

/** How long output is waited for after the exit when a child of the program still holds the pipe. */
const OUTPUT_GRACE_MS = 500;
const NOTHING_STARTED: ProcessExit = {
  exitCode: undefined,
  signal: undefined,
  ended: 'aborted',
  stdout: Buffer.alloc(0),
  stdoutTruncated: false,
  stderrTail: '',
};

/** Ends what a run that was killed left running. Best effort (Linux only). */
export async function endLeftovers(runId: string, log: Log): Promise<void> {
  await createSweeper(runId, log).sweep('');
}

/** The processes of one run. Nothing is read or written before the first start. */
export function createProcesses({
  runId,
  tempDir,
  log,
  redact,
  clock,
  launchers,
}: ProcessesOptions): Processes {
  const launcher = createLauncher(launchers);
  const sweeper = createSweeper(runId, log);
  const endings = createEndings(clock ?? PATIENT_CLOCK);
  /** Markers of which something may still run: those of what runs, and of what ended without a sweep. */
  const unswept = new Set<string>();
  let starts = 0;

  /** No agent can put something in the place of a file whose name it can't know. */
  function nameStateFile({ command }: ProcessSpec): string {
    try {
      if (!existsSync(tempDir)) mkdirSync(tempDir, { recursive: true, mode: 0o700 });
    } catch (cause) {
      const why = messageOf(cause);
      throw new ProcessStartError(`\`${command}\` could not be started: ${why}`, { cause });
    }
    return join(tempDir, `${randomUUID()}.state`);
  }

  async function sweepOf(marker: string): Promise<void> {
    await sweeper.sweep(marker);
    unswept.delete(marker);
  }

  async function run(spec: ProcessSpec, signal: AbortSignal): Promise<ProcessExit> {
    if (signal.aborted) return NOTHING_STARTED;
    const program = await findStartable(spec);
    starts += 1;
    const stateFile = nameStateFile(spec);
    const command = await launcher.command({
      ...spec,
      program,
      stdin: spec.stdinFile ?? '/dev/null',
      marker: `${runId}/${spec.marker}`,
      stateFile,
    });
    if (command === undefined)
      throw new ProcessStartError('neither bash nor perl was found; one of them is needed');
    const limit = findStartLimit([command.tool, ...command.args], command.env);
    if (limit !== undefined) throw new ProcessStartError(`\`${spec.command}\` can't be started: ${limit}`);
    const { exec } = await loadExec();
    if (signal.aborted) return NOTHING_STARTED;

    unswept.add(spec.marker);
    const state = () => readLaunchState(stateFile);
    const ending = endings.prepare({ state, onKilled: () => void sweeper.sweep(spec.marker) });
    let thrown: { readonly error: unknown } | undefined;
    const output = createOutput({ ...spec, ...(redact === undefined ? {} : { redact }) }, (error) => {
      thrown = { error };
      ending.begin('callback-threw');
    });
    const onAbort = () => ending.begin('aborted');
    const onTimeout = () => ending.begin('timeout');
    const timer = spec.timeoutMs === undefined ? undefined : setTimeout(onTimeout, spec.timeoutMs);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      // Its type says number, but it is null when a signal killed the launcher itself.
      const code: number | null = await exec(`"${command.tool}"`, command.args, {
        cwd: spec.cwd,
        env: command.env,
        silent: true,
        ignoreReturnCode: true,
        delay: OUTPUT_GRACE_MS,
        listeners: { stdout: output.stdout, stderr: output.stderr },
      }).catch((cause: unknown) => {
        throw new ProcessStartError(`\`${spec.command}\` could not be started`, { cause });
      });
      ending.stop();
      // What was in the pipes at the exit is read in one turn, also when the wait for their end was given up.
      await nextTurn();
      output.finish();
      const reason = ending.reason();
      const cutShort = reason !== undefined || code === null;
      // what cleared its environment is found by no sweep, but it may still be in the group
      if (cutShort || spec.sweepAfter) signalGroup(state().job, 'SIGKILL');
      if (cutShort || spec.sweepAfter) await sweepOf(spec.marker);
      if (thrown !== undefined) throw thrown.error;
      const printed = output.captured();
      const exit = describeExit(code, state);
      if (reason === undefined && exit.exitCode !== undefined) {
        await assertStarted(spec, program, exit.exitCode, state, printed.stderrTail);
      }
      return { ...exit, ...printed, ended: reason === 'callback-threw' ? undefined : reason };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      ending.stop();
      removeStateFile(stateFile);
    }
  }

  return {
    run,
    async sweep(markerPrefix) {
      // the walk is what costs most at the end of a stage run: not where every process has been swept for already
      const below = [...unswept].filter((marker) => marker.startsWith(markerPrefix));
      if (below.length === 0 && (markerPrefix !== '' || starts === 0)) return;
      await sweeper.sweep(markerPrefix);
      for (const marker of below) unswept.delete(marker);
    },
    hurry() {
      endings.hurry();
      sweeper.hurry();
    },
  };
}

let loading: Promise<typeof import('@actions/exec')> | undefined;

/** At the first start: a run that starts nothing doesn't pay for it. Once: a bundled `import()` costs something each time. */
function loadExec(): Promise<typeof import('@actions/exec')> {
  loading ??= import('@actions/exec');
  return loading;
}

/** The program that this spec starts. What stands in the way is said before anything is started. */
async function findStartable(spec: ProcessSpec): Promise<string> {
  if (!isFolder(spec.cwd)) {
    throw new ProcessStartError(
      `\`${spec.command}\` can't be started: its folder ${spec.cwd} does not exist`,
    );
  }
  if (spec.stdinFile !== undefined && !isReadable(spec.stdinFile)) {
    throw new ProcessStartError(
      `\`${spec.command}\` can't be started: its standard input ${spec.stdinFile} can't be read`,
    );
  }
  const program = await findProgram(spec.command, spec.env, spec.cwd);
  if (program === undefined) throw new ProgramNotFoundError(explainMissing(spec.command, spec.env, spec.cwd));
  return program;
}

function removeStateFile(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    removeWhatever(file);
  }
}

/** The file was never made, or an agent put something else in its place. */
function removeWhatever(path: string): void {
  try {
    rmSync(path, { force: true, recursive: true });
  } catch {
    // nor may we remove it: it is left, and how the process ended is told all the same
  }
}
