import satisfies from 'semver/functions/satisfies.js';
import type { Log } from '../log.ts';
import { ProcessStartError } from '../process/start-error.ts';
import type { Processes, ProcessSpec } from '../process.ts';
import type { AgentProfile } from '../workflow/workflow.ts';
import {
  INSTALL_LIMITS,
  type InstallLimits,
  installProgram,
  type NpmProgram,
  npmPrograms,
} from './install.ts';
import { createNpm } from './npm.ts';

type Where = Pick<ProcessSpec, 'cwd' | 'env'>;

/** The agent programs of one job, in the versions that profiles ask for. */
export interface AgentPrograms {
  /**
   * The PATH on which a profile's program is found in its version: the environment's own when it is there, or when any
   * will do. Installs it otherwise, once however many sessions wait. Rejects with an `InstallError`.
   */
  pathFor(profile: AgentProfile, where: Where, log: Log, signal: AbortSignal): Promise<string | undefined>;
}

export interface AgentProgramsOptions {
  readonly processes: Processes;
  /** Absolute: RUNNER_TOOL_CACHE, or a folder of ours. */
  readonly toolCache: string;
  /** For npm; without secrets. */
  readonly env: Readonly<Record<string, string>>;
  /** For tests: instead of `INSTALL_LIMITS`. */
  readonly limits?: InstallLimits;
}

/** How long a program may take to say its version. */
const VERSION_LIMIT_MS = 20_000;

export function createAgentPrograms({
  processes,
  toolCache,
  env,
  limits = INSTALL_LIMITS,
}: AgentProgramsOptions): AgentPrograms {
  let checks = 0;
  const npm = createNpm(processes, env, limits.fetchMs);
  const asked = new Map<string, Promise<string | undefined>>();

  async function findFolder(
    wanted: NpmProgram,
    version: string,
    where: Where,
    log: Log,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const found = await versionOnPath(processes, wanted.program, `install/check/${++checks}`, where, signal);
    if (found !== undefined && satisfies(found, version)) return undefined;
    return installProgram({ wanted, version, toolCache, limits }, npm, log, signal);
  }

  return {
    async pathFor(profile, where, log, signal) {
      const wanted = npmPrograms[profile.runtime];
      if (profile.version === undefined || wanted === undefined) return where.env.PATH;
      const key = `${wanted.program}@${profile.version}`;
      const answer = asked.get(key) ?? findFolder(wanted, profile.version, where, log, signal);
      asked.set(key, answer);
      const folder = await answer;
      return folder === undefined ? where.env.PATH : [folder, where.env.PATH].filter(Boolean).join(':');
    },
  };
}

async function versionOnPath(
  processes: Processes,
  program: string,
  marker: string,
  where: Where,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const exit = await processes.run(
      {
        ...where,
        ...{ command: program, args: ['--version'], marker },
        ...{ timeoutMs: VERSION_LIMIT_MS, captureStdoutBytes: 1024, sweepAfter: true },
      },
      signal,
    );
    return /\d+\.\d+\.\d+[\w.+-]*/.exec(exit.stdout.toString())?.[0];
  } catch (error) {
    // Not there, which is what was asked.
    if (error instanceof ProcessStartError) return undefined;
    throw error;
  }
}
