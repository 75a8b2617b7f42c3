import * as z from 'zod';
import { type Processes, type ProcessSpec, ProcessStartError, ProgramNotFoundError } from '../process.ts';
import { parseJsonLine } from './json-line.ts';

/** Starts npm and what belongs to an installation. */
export interface Npm {
  /** Runs a program to its end; answers its standard output. Rejects with an `NpmError`. */
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

/** One download of 400 MB on a slow line. */
const LIMIT_MS = 5 * 60_000;
const MAX_OUTPUT_BYTES = 1024 * 1024;

/** @param env without secrets */
export function createNpm(processes: Processes, env: Readonly<Record<string, string>>): Npm {
  let starts = 0;
  return {
    async run(spec, signal) {
      starts += 1;
      const marker = `install/npm/${starts}`;
      const exit = await processes
        .run(
          {
            ...spec,
            env,
            marker,
            timeoutMs: LIMIT_MS,
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
      if (exit.ended === 'timeout')
        throw new NpmError(`${name} took longer than ${LIMIT_MS / 60_000} min`, true);
      if (exit.ended === 'aborted') throw new NpmError(`${name} was ended`, false);
      if (exit.exitCode === 0) return exit.stdout.toString();
      const how = exit.exitCode === undefined ? `killed by ${exit.signal}` : `exit code ${exit.exitCode}`;
      const words = telling(exit.stderrTail);
      throw new NpmError(`${name}: ${how}${words === '' ? '' : `: ${words}`}`, !isFinal(exit.stderrTail));
    },
  };
}

export function runNpm(npm: Npm, args: readonly string[], cwd: string, signal: AbortSignal): Promise<string> {
  return npm.run({ command: 'npm', args, cwd }, signal);
}

const versions = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]);

/** The versions of a package that a range has: npm prints one as a text, many as a list, none as nothing. */
export async function readNpmVersions(
  npm: Npm,
  spec: string,
  cwd: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const printed = await runNpm(npm, ['view', spec, 'version', '--json', '--loglevel=error'], cwd, signal);
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
