/** What the exit of a launcher says of its program. */
import { explainBrokenScript } from './find-program.ts';
import { CANNOT_START, type LaunchState, signalName } from './launcher.ts';
import { ProcessStartError, ProgramNotFoundError } from './start-error.ts';

/** What a shell says of a program that could not be executed. */
const NOT_EXECUTED_CODES: readonly number[] = [126, 127];

/** The launcher knows one number, 128+n for signal n; what it wrote down tells `kill -9 $$` from `exit 137`. */
export function describeExit(
  code: number | null,
  state: () => LaunchState,
): { readonly exitCode: number | undefined; readonly signal: string | undefined } {
  // Somebody killed the launcher. Its program, which nobody waits for then, has been killed like this too.
  if (code === null) return { exitCode: undefined, signal: 'SIGKILL' };
  if (code <= 128) return { exitCode: code, signal: undefined };
  const { launcher, killed } = state();
  // Without the file (an agent may have removed it) a number that is a signal's is taken for the signal.
  const byNumber = launcher === undefined && signalName(code - 128).startsWith('SIG');
  return killed || byNumber
    ? { exitCode: undefined, signal: signalName(code - 128) }
    : { exitCode: code, signal: undefined };
}

/** What was to be started. */
export interface Wanted {
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/** Rejects with a `ProcessStartError` when this exit code only means that the program never ran. */
export async function assertStarted(
  { command, env, cwd }: Wanted,
  program: string,
  exitCode: number,
  state: () => LaunchState,
  stderrTail: string,
): Promise<void> {
  if (exitCode === 0) return;
  const { launcher, job } = state();
  if (job === undefined && (launcher !== undefined || exitCode === CANNOT_START)) {
    throw new ProcessStartError(
      `\`${command}\` could not be started: ${stderrTail.trim() || 'the system has no room for another process'}`,
    );
  }
  if (!NOT_EXECUTED_CODES.includes(exitCode)) return;
  const broken = await explainBrokenScript(program, env, cwd);
  if (broken !== undefined) throw new ProgramNotFoundError(broken);
}
