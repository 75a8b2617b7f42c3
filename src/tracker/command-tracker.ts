/** Issues from a shell command of the repository that prints a JSON array. It has no labels and no admission. */
import { messageOf } from '../errors.ts';
import type { JsonValue } from '../json.ts';
import type { ProcessExit, Processes } from '../process.ts';
import type { CommandIntake } from '../workflow/workflow.ts';
import { createCommandWatch } from './command-watch.ts';
import { parseIssues } from './parse-issue.ts';
import { type Pull, PullError, type Tracker } from './tracker.ts';

export interface CommandTrackerOptions {
  readonly processes: Pick<Processes, 'run'>;
  readonly intake: CommandIntake;
  /** Absolute path of the workflow file's folder, where the command runs. */
  readonly dir: string;
  /** The command's whole environment. */
  readonly env: Readonly<Record<string, string>>;
}

const MOST_STDOUT_BYTES = 64 * 1024 * 1024;
const STDERR_TAIL_BYTES = 4096;

/** A command as a tracker. */
export function createCommandTracker(options: CommandTrackerOptions): Tracker {
  let pulls = 0;
  const pull = (signal: AbortSignal): Promise<Pull> => {
    pulls += 1;
    return runPull(options, pulls, signal);
  };
  return {
    kind: 'command',
    pull,
    watch: createCommandWatch(pull),
    // The command decides what may start.
    admit: (issue) => Promise.resolve({ kind: 'admitted', issue, visit: undefined }),
    transition: () =>
      Promise.resolve({
        kind: 'failed',
        detail: 'a pull command has no labels to write',
        credentials: false,
      }),
  };
}

async function runPull(
  { processes, intake, dir, env }: CommandTrackerOptions,
  count: number,
  signal: AbortSignal,
): Promise<Pull> {
  let exit: ProcessExit;
  try {
    exit = await processes.run(
      {
        command: 'sh',
        args: ['-c', intake.command],
        cwd: dir,
        env,
        marker: `pull/hook/${count}`,
        timeoutMs: intake.timeoutMs,
        captureStdoutBytes: MOST_STDOUT_BYTES,
        stderrTailBytes: STDERR_TAIL_BYTES,
        sweepAfter: true,
      },
      signal,
    );
  } catch (error) {
    throw new PullError(`the pull command could not be started: ${messageOf(error)}`, { cause: error });
  }
  signal.throwIfAborted();
  const problem = findProblem(exit, intake.timeoutMs);
  if (problem !== undefined) throw failed(problem, exit);
  const { issues, warnings } = parseIssues(parseArray(exit));
  return {
    issues,
    ambiguous: [],
    warnings,
    searched: `${issues.length} issue${issues.length === 1 ? '' : 's'} from \`${shorten(intake.command)}\``,
    isCut: false,
    rateLimitLow: false,
  };
}

function findProblem(exit: ProcessExit, timeoutMs: number): string | undefined {
  if (exit.ended === 'timeout') return `did not end within ${timeoutMs / 1000} seconds (\`timeout_sec\`)`;
  if (exit.signal !== undefined) return `was killed by ${exit.signal}`;
  if (exit.exitCode !== 0) return `exited with ${exit.exitCode ?? 'no code'}`;
  if (exit.stdoutTruncated) return `printed more than ${MOST_STDOUT_BYTES / 1024 / 1024} MiB`;
  return undefined;
}

/** Standard output is exactly one JSON array, in strict UTF-8. */
function parseArray(exit: ProcessExit): readonly JsonValue[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(exit.stdout);
  } catch (error) {
    throw failed('printed bytes that are not UTF-8', exit, error);
  }
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const what =
      text.trim() === ''
        ? 'printed nothing'
        : `did not print JSON (${messageOf(error).replaceAll('\n', ' ')})`;
    throw failed(`${what}, it must print exactly one JSON array of issues`, exit, error);
  }
  if (!Array.isArray(value)) {
    throw failed(
      `printed ${value === null ? 'null' : `a JSON ${typeof value}`}, it must print exactly one JSON array of issues`,
      exit,
    );
  }
  return value;
}

function failed(problem: string, exit: ProcessExit, cause?: unknown): PullError {
  const stderr = exit.stderrTail.trim();
  const tail = stderr === '' ? '' : `; the end of its standard error:\n${stderr}`;
  return new PullError(`the pull command ${problem}${tail}`, cause === undefined ? {} : { cause });
}

function shorten(command: string): string {
  const line = command.trim().split('\n', 1)[0] ?? '';
  return line.length > 80 ? `${line.slice(0, 80)}...` : line;
}
