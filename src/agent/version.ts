import { randomUUID } from 'node:crypto';
import type { Processes, ProcessSpec } from '../process.ts';
import type { AgentProfile } from '../workflow/workflow.ts';
import type { Adapter } from './adapter.ts';
import { adapters } from './adapters.ts';

/** How long a program may take to say its version. */
const VERSION_LIMIT_MS = 10_000;

/** The versions of the agent programs of one job. */
export interface AgentVersions {
  /** Undefined when it can't be had. Never rejects. */
  read(profile: AgentProfile, where: Pick<ProcessSpec, 'cwd' | 'env'>): Promise<string | undefined>;
}

/** Asks each profile's program once per job, whichever session is first. */
export function createAgentVersions(processes: Processes): AgentVersions {
  const asked = new Map<string, Promise<string | undefined>>();
  return {
    read(profile, where) {
      const known = asked.get(profile.name);
      if (known !== undefined) return known;
      const answer = readAgentVersion(processes, profile, where);
      asked.set(profile.name, answer);
      return answer;
    },
  };
}

async function readAgentVersion(
  processes: Processes,
  profile: AgentProfile,
  where: Pick<ProcessSpec, 'cwd' | 'env'>,
): Promise<string | undefined> {
  const adapter: Adapter = adapters[profile.runtime];
  if (adapter.versionArgs === undefined) return undefined;
  try {
    const exit = await processes.run(
      {
        command: adapter.commandLine(profile).program,
        args: adapter.versionArgs,
        ...where,
        marker: `version/${randomUUID()}/1`,
        timeoutMs: VERSION_LIMIT_MS,
        captureStdoutBytes: 1024,
        sweepAfter: false,
      },
      // Not a session's signal: other sessions wait for the same answer.
      new AbortController().signal,
    );
    return exit.exitCode === 0 ? /\d+\.\d+\.\d+\S*/.exec(exit.stdout.toString())?.[0] : undefined;
  } catch {
    // A version is good to know; a program that can't be started is the session's own finding.
    return undefined;
  }
}
