/** What a process was started as; part of its marker. */
export interface ProcessSpec {
  /** A path, or a name that is looked up on `env.PATH`. */
  readonly command: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** The whole environment; nothing is inherited. `VIK_PROCESS` is added. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute path of the file that is its standard input; /dev/null without one. */
  readonly stdinFile?: string;
  /** The rest of its marker after the run's id: `<stage run uuid>/<hook|prompt|agent>/<n>`. */
  readonly marker: string;
  /** Wall clock; at its end the process is ended and `ended` is `timeout`. */
  readonly timeoutMs?: number;
  /** Standard output line by line, decoded as UTF-8, the last one also without a newline. */
  readonly onLine?: (line: OutputLine) => void;
  /** The raw bytes of standard error as they come. The buffer is only valid during the call. */
  readonly onStderr?: (chunk: Buffer) => void;
  /** Keep the first so many bytes of standard output; 0 without it. */
  readonly captureStdoutBytes?: number;
  /** Keep the last so many bytes of standard error; 2048 without it. */
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
   * Runs one program to its end, its output read to the end too. Aborting ends the whole process tree in order.
   * Rejects with a `ProgramNotFoundError`; everything else that can happen to a process is a `ProcessExit`.
   */
  run(spec: ProcessSpec, signal: AbortSignal): Promise<ProcessExit>;
  /** Kills every process of this run whose marker begins so, until none is found. Best effort (Linux only). */
  sweep(markerPrefix: string): Promise<void>;
  /** The runner gave us seconds: endings, also those under way, use the short clock from now on. */
  hurry(): void;
}

/** The program is not on the child's PATH, or is not executable. */
export class ProgramNotFoundError extends Error {
  override readonly name = 'ProgramNotFoundError';
}
