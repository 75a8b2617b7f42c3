/** A played GitHub with a client or a tracker on it, for tests. */
import {
  createGithubClient,
  type GithubClient,
  type GithubClientOptions,
} from '../../../src/github/client.ts';
import { createGithubTracker } from '../../../src/tracker/github-tracker.ts';
import type { Tracker } from '../../../src/tracker/tracker.ts';
import type { GithubIntake, Stage, TrustPolicy } from '../../../src/workflow/workflow.ts';
import { aStage, createMemoryLog } from '../builders.ts';
import type { PlayedRepository } from './model.ts';
import { type PlayedGithub, type PlayedGithubOptions, startPlayedGithub } from './played-github.ts';

export interface Play extends AsyncDisposable {
  readonly github: PlayedGithub;
  readonly client: GithubClient;
  readonly log: ReturnType<typeof createMemoryLog>;
  /** `o/r` */
  readonly repo: PlayedRepository;
}

/** Waits last a thousandth of what they would, writes are not paced. */
export async function play(
  options: PlayedGithubOptions = {},
  clientOptions: Partial<GithubClientOptions> = {},
): Promise<Play> {
  const github = await startPlayedGithub(options);
  const log = createMemoryLog();
  const client = createGithubClient({
    token: github.token,
    apiUrl: github.url,
    graphqlUrl: github.graphqlUrl,
    log,
    throttle: false,
    secondMs: 1,
    ...clientOptions,
  });
  return {
    github,
    client,
    log,
    repo: github.repo('o/r'),
    [Symbol.asyncDispose]: () => github.stop(),
  };
}

export interface TrackerPlay extends Play {
  readonly tracker: Tracker;
}

export interface TrackerRules {
  readonly intake?: Partial<GithubIntake>;
  readonly trust?: Partial<TrustPolicy>;
  readonly stages?: readonly Stage[];
  readonly eventIssue?: number;
  readonly github?: PlayedGithubOptions;
  readonly client?: Partial<GithubClientOptions>;
}

/** Stages for `todo` and `work`; trust is off unless it is given. */
export async function playTracker(rules: TrackerRules = {}): Promise<TrackerPlay> {
  const played = await play(rules.github, rules.client);
  const intake: GithubIntake = {
    kind: 'github',
    labels: [],
    excludeLabels: [],
    statePrefix: '',
    sort: 'created-asc',
    limit: 1000,
    idleMs: 60_000,
    trust:
      rules.trust === undefined
        ? { labelers: 'any', bots: [], authors: 'any', edits: 'allow' }
        : { labelers: 'write', bots: [], authors: 'any', edits: 'refuse', ...rules.trust },
    sanitize: true,
    ...rules.intake,
  };
  const tracker = createGithubTracker({
    client: played.client,
    repository: { owner: 'o', repo: 'r' },
    intake,
    stages: rules.stages ?? [aStage(), aStage({ name: 'implement', state: 'work' })],
    eventIssue: rules.eventIssue,
    log: played.log,
  });
  return { ...played, tracker };
}

/** A signal that nothing aborts. */
export function noAbort(): AbortSignal {
  return new AbortController().signal;
}
