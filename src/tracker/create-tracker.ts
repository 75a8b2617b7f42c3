import type { Environments } from '../environment/environments.ts';
import type { Environment, Inputs } from '../inputs.ts';
import type { Log } from '../log.ts';
import type { Processes } from '../process.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { Tracker } from './tracker.ts';

export interface TrackerDeps {
  readonly environment: Pick<Environment, 'apiUrl' | 'graphqlUrl' | 'eventIssue' | 'hasProxy'>;
  readonly inputs: Pick<Inputs, 'token' | 'repository'>;
  readonly workflow: Pick<Workflow, 'intake' | 'dir' | 'stages'>;
  readonly processes: Processes;
  readonly environments: Pick<Environments, 'forPull'>;
  readonly log: Log;
}

/** The tracker that the workflow file names; only its code is loaded. */
export async function createTracker(deps: TrackerDeps): Promise<Tracker> {
  const { environment, inputs, workflow, processes, environments, log } = deps;
  const { intake, dir, stages } = workflow;
  if (intake.kind === 'command') {
    const { createCommandTracker } = await import('./command-tracker.ts');
    return createCommandTracker({ processes, intake, dir, env: environments.forPull() });
  }
  const [{ createGithubClient }, { createGithubTracker }] = await Promise.all([
    import('../github/client.ts'),
    import('./github-tracker.ts'),
  ]);
  const { apiUrl, graphqlUrl, eventIssue, hasProxy } = environment;
  const proxied = hasProxy ? { fetch: (await import('../github/proxy-fetch.ts')).proxyFetch } : {};
  const [owner = '', repo = ''] = inputs.repository.split('/');
  const isListed = eventIssue?.repository.toLowerCase() === inputs.repository.toLowerCase();
  return createGithubTracker({
    client: createGithubClient({ token: inputs.token, apiUrl, graphqlUrl, log, ...proxied }),
    repository: { owner, repo },
    intake,
    stages,
    eventIssue: isListed ? eventIssue?.number : undefined,
    log,
  });
}
