import type { Environments } from '../environment/environments.ts';
import { openGithub } from '../github/open-client.ts';
import type { Environment, Inputs } from '../inputs.ts';
import type { Log } from '../log.ts';
import type { Processes } from '../process.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { createCommandTracker } from './command-tracker.ts';
import { createGithubTracker } from './github-tracker.ts';
import type { Tracker } from './tracker.ts';

export interface TrackerDeps {
  readonly environment: Pick<Environment, 'apiUrl' | 'graphqlUrl' | 'eventIssue' | 'hasProxy'>;
  readonly inputs: Pick<Inputs, 'token' | 'repository'>;
  readonly workflow: Pick<Workflow, 'intake' | 'dir' | 'stages'>;
  readonly processes: Processes;
  readonly environments: Pick<Environments, 'forPull'>;
  readonly log: Log;
  /** See `GithubTrackerOptions`. */
  readonly commentKey?: string | undefined;
}

/** The tracker that the workflow file names. */
export async function createTracker(deps: TrackerDeps): Promise<Tracker> {
  const { environment, inputs, workflow, processes, environments, log } = deps;
  const { intake, dir, stages } = workflow;
  if (intake.kind === 'command') {
    return createCommandTracker({ processes, intake, dir, env: environments.forPull() });
  }
  const { eventIssue } = environment;
  const [owner = '', repo = ''] = inputs.repository.split('/');
  const isListed = eventIssue?.repository.toLowerCase() === inputs.repository.toLowerCase();
  return createGithubTracker({
    client: await openGithub(environment, inputs.token, log),
    repository: { owner, repo },
    intake,
    stages,
    eventIssue: isListed ? eventIssue?.number : undefined,
    log,
    commentKey: deps.commentKey,
  });
}
