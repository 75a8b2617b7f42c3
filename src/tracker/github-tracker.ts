import { type GithubClient, patiently } from '../github/client.ts';
import type { Repository } from '../github/issue-json.ts';
import { type Permission, readPermission } from '../github/read-permission.ts';
import type { Log } from '../log.ts';
import type { GithubIntake, Stage } from '../workflow/workflow.ts';
import { createGithubAdmission } from './github-admission.ts';
import { createGithubComments } from './github-comments.ts';
import { createGithubPull } from './github-pull.ts';
import { createGithubTransition } from './github-transition.ts';
import { createGithubWatch } from './github-watch.ts';
import { statesOf } from './label-state.ts';
import type { Tracker } from './tracker.ts';

export interface GithubTrackerOptions {
  readonly client: GithubClient;
  /** The repository that is listed. */
  readonly repository: Repository;
  readonly intake: GithubIntake;
  readonly stages: readonly Stage[];
  /** The issue whose event started the job: read by number and put first in the first pull. */
  readonly eventIssue: number | undefined;
  readonly log: Log;
  /** What our comments are known by, 16 hexadecimal digits; without it none is written. */
  readonly commentKey?: string | undefined;
}

/** GitHub as a tracker: an issue's state is one of its labels. */
export function createGithubTracker(options: GithubTrackerOptions): Tracker {
  const { client, repository, intake, stages, eventIssue, log } = options;
  const states = statesOf(stages, intake.statePrefix);
  const permissions = new Map<
    string,
    { readonly answer: Promise<Permission>; readonly signal: AbortSignal }
  >();

  /** One request per actor and job, also when several issues ask at once; one that failed is asked again. */
  const permissionOf = async (login: string, signal: AbortSignal): Promise<Permission> => {
    const key = login.toLowerCase();
    const known = permissions.get(key);
    if (known !== undefined) {
      try {
        return await known.answer;
      } catch (error) {
        // whoever asked was told to stop meanwhile, which is nothing to this one
        if (known.signal.aborted && !signal.aborted) return permissionOf(login, signal);
        throw error;
      }
    }
    const answer = readPermission(client, repository, login, signal).catch((error: unknown) => {
      permissions.delete(key);
      throw error;
    });
    permissions.set(key, { answer, signal });
    return answer;
  };

  const patient = patiently(client);
  const transition = createGithubTransition({ client: patient, repository, states });
  const key = options.commentKey;
  return {
    kind: 'github',
    ...(key === undefined ? {} : { comments: createGithubComments({ client, repository, key }) }),
    pull: createGithubPull({ client, repository, intake, states, eventIssue }),
    admit: createGithubAdmission({ client, repository, intake, states, permissionOf, log }),
    watch: createGithubWatch({ client: patient, repository, states, permissionOf }),
    transition: (request, { urgent }, signal) => transition(request, { signal, urgent }),
  };
}
