/**
 * The environments of child processes: built, never inherited whole. Hooks, the pull command and prompt commands are
 * the repository's own programs; agents read issue text and get less.
 */
import type { AgentProfile, RuntimeName } from '../workflow/workflow.ts';
import {
  gitSettings,
  gitVariables,
  isSecretSetting,
  NO_PROGRAMS,
  PROTOCOLS,
  SAFE_FOLDER,
  serverAccess,
} from './git-config.ts';
import { identityVariables } from './git-identity.ts';
import { isSecret, secretTexts } from './secrets.ts';
import { isWithheld } from './withheld.ts';

/** What a child is told of the issue it works for. Paths are absolute. */
export interface IssueFacts {
  readonly issueId: string;
  readonly title: string;
  readonly state: string;
  /** Undefined for `after_create`, which belongs to no stage. */
  readonly stage: string | undefined;
  readonly workdir: string;
  /** A file with the description. */
  readonly descriptionFile: string;
  /** A file with the whole issue as JSON. */
  readonly issueFile: string;
}

export interface EnvironmentsOptions {
  /** Our own environment. */
  readonly variables: Readonly<Record<string, string>>;
  readonly token: string;
  /** The listed repository, `owner/name`. */
  readonly repository: string;
  readonly serverUrl: string;
  /** Absolute. */
  readonly workspaceRoot: string;
  /** Absolute. */
  readonly workflowPath: string;
  /** Whether git knows who commits in this folder; see `hasGitIdentity`. */
  readonly hasGitIdentity: (folder: string | undefined) => boolean;
}

export interface Environments {
  /** For hooks and prompt commands. */
  forHook(facts: IssueFacts): Record<string, string>;
  /** For the command that lists the issues. */
  forPull(): Record<string, string>;
  forAgent(profile: AgentProfile, facts: IssueFacts): Record<string, string>;
  /** What templates see as `env`. */
  readonly templateEnv: Readonly<Record<string, string>>;
  /** Names of the variables that a template may not see, sorted. */
  readonly secretNames: readonly string[];
}

/** Builds environments by the table in the design's page on trust. Pure. */
export function createEnvironments(options: EnvironmentsOptions): Environments {
  const { variables, repository } = options;
  const all = Object.entries(variables);
  const passing = all.filter(([name]) => !isWithheld(name) && !GIT_CONFIG.test(name));
  const ordinary = passing.filter(([name, value]) => !isSecret(name, value));
  const secrets = passing.filter(([name, value]) => isSecret(name, value));
  const jobGit = gitSettings(variables);

  const common = {
    ...serverHost(options.serverUrl),
    GH_REPO: repository,
    VIK_REPOSITORY: repository,
    VIK_WORKSPACE_ROOT: options.workspaceRoot,
    VIK_WORKFLOW_PATH: options.workflowPath,
  };
  const identity = (folder: string | undefined): Record<string, string> =>
    identityVariables(variables, options.hasGitIdentity(folder));
  // What every start has in common is put together once: a job has a hundred variables and more.
  const repositoryBase = {
    GIT_ALLOW_PROTOCOL: PROTOCOLS,
    ...Object.fromEntries(passing),
    ...gitVariables([...NO_PROGRAMS, ...jobGit, ...serverAccess(options.serverUrl), ...SAFE_FOLDER]),
    ...tokenVariables(options),
    ...common,
  };
  const agentBases = new Map<AgentProfile, Readonly<Record<string, string>>>();
  const agentBase = (profile: AgentProfile): Readonly<Record<string, string>> => {
    const known = agentBases.get(profile);
    if (known !== undefined) return known;
    const granted = secrets.filter(([name]) => isOwn(profile.runtime, name) || profile.env.includes(name));
    const base = {
      ...Object.fromEntries(ordinary),
      ...Object.fromEntries(granted),
      ...gitVariables([...jobGit.filter((setting) => !isSecretSetting(setting)), ...SAFE_FOLDER]),
      ...(profile.githubToken ? tokenVariables(options) : {}),
      ...common,
    };
    agentBases.set(profile, base);
    return base;
  };

  return {
    forHook: (facts) => ({ ...repositoryBase, ...identity(facts.workdir), ...issueVariables(facts) }),
    forPull: () => ({ ...repositoryBase, ...identity(undefined) }),
    forAgent: (profile, facts) => ({
      ...agentBase(profile),
      ...identity(facts.workdir),
      ...issueVariables(facts),
    }),
    templateEnv: Object.freeze(Object.fromEntries(ordinary)),
    secretNames: all
      .filter(([name, value]) => isSecret(name, value))
      .map(([name]) => name)
      .sort(),
  };
}

/** Git's numbered settings: merged with ours and numbered anew, never passed as they stand. */
const GIT_CONFIG = /^GIT_CONFIG_(?:COUNT|KEY_\d+|VALUE_\d+)$/;

const OWN_PREFIXES = {
  claude_code: ['ANTHROPIC_', 'CLAUDE_CODE_'],
  codex: ['OPENAI_', 'CODEX_'],
  command: [],
} as const satisfies Record<RuntimeName, readonly string[]>;

/** Whether a secret is that of the provider whose program this is. */
function isOwn(runtime: RuntimeName, name: string): boolean {
  return OWN_PREFIXES[runtime].some((prefix) => name.startsWith(prefix));
}

/** Where `gh` sends its requests; for github.com it knows by itself. */
function serverHost(serverUrl: string): Record<string, string> {
  const { host } = new URL(serverUrl);
  return host === 'github.com' ? {} : { GH_HOST: host };
}

/** For another server than github.com `gh` reads the token from GH_ENTERPRISE_TOKEN. */
function tokenVariables({ token, serverUrl }: EnvironmentsOptions): Record<string, string> {
  return new URL(serverUrl).host === 'github.com'
    ? { GH_TOKEN: token }
    : { GH_TOKEN: token, GH_ENTERPRISE_TOKEN: token };
}

// Linux takes at most 128 KiB in one variable. The whole title is in the issue's file.
const MAX_TITLE_CHARACTERS = 32_000;

function issueVariables(facts: IssueFacts): Record<string, string> {
  return {
    VIK_ISSUE_ID: facts.issueId,
    VIK_ISSUE_TITLE: facts.title.slice(0, MAX_TITLE_CHARACTERS).toWellFormed(),
    VIK_ISSUE_STATE: facts.state,
    VIK_ISSUE_DESCRIPTION_FILE: facts.descriptionFile,
    VIK_ISSUE_FILE: facts.issueFile,
    VIK_WORKDIR: facts.workdir,
    ...(facts.stage === undefined ? {} : { VIK_STAGE: facts.stage }),
  };
}

/**
 * Texts to redact in everything we write: the token, the secrets of our environment, and the way in which git's http
 * header carries the token (base64 of `x-access-token:TOKEN`).
 */
export function collectSecretValues(
  variables: Readonly<Record<string, string>>,
  token: string,
): readonly string[] {
  const values = Object.entries(variables)
    .filter(([name, value]) => isSecret(name, value))
    .flatMap(([, value]) => secretTexts(value));
  const settings = gitSettings(variables)
    .filter(isSecretSetting)
    .flatMap(({ value }) => secretTexts(value));
  const ours = token === '' ? [] : [token, `x-access-token:${token}`];
  return [...new Set([...ours, ...values, ...settings])];
}
