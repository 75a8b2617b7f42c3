import type { AgentProgramsOptions } from './agent/programs.ts';
import type { Processes } from './process.ts';
import type { Redact } from './redact.ts';
import type { StageDeps } from './stage/stage-deps.ts';

/** Loads the agents' code with the first session: an idle run does without it. */
export function createSessionRunner(
  processes: Processes,
  redact: Redact,
  install: Pick<AgentProgramsOptions, 'toolCache' | 'env'>,
): StageDeps['runSession'] {
  const load = async () => {
    const [{ runSession }, { createAgentVersions }, { createAgentPrograms }] = await Promise.all([
      import('./agent/session.ts'),
      import('./agent/version.ts'),
      import('./agent/programs.ts'),
    ]);
    const versions = createAgentVersions(processes);
    const programs = createAgentPrograms({ processes, ...install });
    return { runSession, shared: { processes, redact, versions, programs } };
  };
  let loading: ReturnType<typeof load> | undefined;
  return async (spec, log, signal) => {
    loading ??= load();
    const { runSession, shared } = await loading;
    return runSession(spec, { ...shared, log }, signal);
  };
}
