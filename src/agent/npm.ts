import * as z from 'zod';
import { ProcessStartError, ProgramNotFoundError } from '../process/start-error.ts';
import type { Processes, ProcessSpec } from '../process.ts';
import { parseJsonLine } from './json-line.ts';

/** Starts npm and what belongs to an installation. */
export interface Npm {
  /** How long npm waits for an answer, or for the next bytes of one; a download may take longer as a whole. */
  readonly fetchMs: number;
  /**
   * Runs a program to its end; answers its standard output. Rejects with an `NpmError`. The signal is its only limit.
   */
  run(spec: Pick<ProcessSpec, 'command' | 'args' | 'cwd'>, signal: AbortSignal): Promise<string>;
}

export class NpmError extends Error {
  override readonly name = 'NpmError';
  readonly isWorthAnotherTry: boolean;

  constructor(message: string, isWorthAnotherTry: boolean, options?: ErrorOptions) {
    super(message, options);
    this.isWorthAnotherTry = isWorthAnotherTry;
  }
}

const MAX_OUTPUT_BYTES = 1024 * 1024;
/** npm would leave compiled code in the folder for temporary files. */
const EXTRA_ENV = { NODE_DISABLE_COMPILE_CACHE: '1' };

/** @param env without secrets */
export function createNpm(processes: Processes, env: Readonly<Record<string, string>>, fetchMs: number): Npm {
  let starts = 0;
  return {
    fetchMs,
    async run(spec, signal) {
      starts += 1;
      const marker = `install/npm/${starts}`;
      const exit = await processes
        .run(
          {
            ...spec,
            env: { ...env, ...EXTRA_ENV },
            marker,
            captureStdoutBytes: MAX_OUTPUT_BYTES,
            sweepAfter: true,
          },
          signal,
        )
        .catch((cause: unknown) => {
          if (!(cause instanceof ProcessStartError)) throw cause;
          const advice =
            cause instanceof ProgramNotFoundError ? ' (put `actions/setup-node` before this step)' : '';
          throw new NpmError(`${cause.message}${advice}`, false, { cause });
        });
      const name = `\`${[spec.command.split('/').at(-1), ...spec.args.slice(0, 1)].join(' ')}\``;
      if (exit.ended !== undefined) throw new NpmError(`${name} was ended`, false);
      if (exit.exitCode === 0) return exit.stdout.toString();
      const how = exit.exitCode === undefined ? `killed by ${exit.signal}` : `exit code ${exit.exitCode}`;
      const words = telling(exit.stderrTail);
      throw new NpmError(`${name}: ${how}${words === '' ? '' : `: ${words}`}`, !isFinal(exit.stderrTail));
    },
  };
}

/** Runs npm without its own three tries, whose waits of up to a minute would multiply those of the caller. */
export function runNpm(
  npm: Npm,
  [command, ...args]: readonly [command: string, ...args: string[]],
  cwd: string,
  signal: AbortSignal,
): Promise<string> {
  const flags = [`--fetch-timeout=${npm.fetchMs}`, '--fetch-retries=0', '--no-update-notifier'];
  const all = [command, ...flags, '--loglevel=error', ...args];
  return npm.run({ command: 'npm', args: all, cwd }, signal);
}

const versions = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]);

/** The versions of a package that a range has: npm prints one as a text, many as a list, none as nothing. */
export async function readNpmVersions(
  npm: Npm,
  spec: string,
  cwd: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const printed = await runNpm(npm, ['view', '--json', spec, 'version'], cwd, signal);
  return versions.parse(parseJsonLine(printed));
}

/** No such package or version, or words that npm does not understand. */
function isFinal(stderr: string): boolean {
  return /\bcode (?:ETARGET|E404|EUSAGE|EINVALIDTAGNAME|EBADPLATFORM|EINTEGRITY)\b/.test(stderr);
}

/** The first line of npm's errors that says something: after the code come the words. */
function telling(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.replace(/^npm (?:error|ERR!)\s*/i, '').trim());
  const code = lines.find((line) => line.startsWith('code '))?.slice('code '.length);
  const words = lines.find(
    (line) => line !== '' && !/^(?:code|errno|syscall|path) |^npm warn|A complete log/i.test(line),
  );
  return [code, words]
    .filter((part) => part !== undefined && part !== '')
    .join(': ')
    .slice(0, 300);
}
