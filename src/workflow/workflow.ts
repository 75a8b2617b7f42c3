/** The parsed workflow.yml: every default filled in, every path absolute, every minute in milliseconds. */
export interface Workflow {
  /** Absolute path of the workflow file. */
  readonly path: string;
  /** Its folder: what relative paths in it resolve from. */
  readonly dir: string;
  readonly loop: {
    readonly maxIssueConcurrency: number;
    readonly maxIterations: number | undefined;
    readonly maxRunsPerIssue: number;
  };
  /** Absolute path of `workspace.root`. */
  readonly workspaceRoot: string;
  readonly intake: GithubIntake | CommandIntake;
  readonly afterCreate: Hook | undefined;
  /** In the author's order. */
  readonly stages: readonly Stage[];
}

export interface GithubIntake {
  readonly kind: 'github';
  readonly labels: readonly string[];
  readonly excludeLabels: readonly string[];
  readonly statePrefix: string;
  readonly sort: 'created-asc' | 'created-desc' | 'updated-asc' | 'updated-desc';
  readonly limit: number;
  readonly idleMs: number;
  readonly trust: TrustPolicy;
  readonly sanitize: boolean;
}

export interface TrustPolicy {
  readonly labelers: 'write' | 'triage' | 'any' | readonly string[];
  /** Logins of Apps, without "[bot]". */
  readonly bots: readonly string[];
  readonly authors: 'any' | readonly string[];
  readonly edits: 'refuse' | 'allow';
}

export interface CommandIntake {
  readonly kind: 'command';
  readonly command: string;
  readonly idleMs: number;
  readonly timeoutMs: number;
}

/** A shell program of the repository: a template whose values are bound, never pasted. */
export interface Hook {
  readonly body: string;
  readonly timeoutMs: number;
  /** Where the body stands, for messages: `issue.stages.plan.hooks.before_run`. */
  readonly pointer: string;
}

export interface Stage {
  readonly name: string;
  /** The state that it matches, exactly. */
  readonly state: string;
  readonly agent: AgentProfile;
  readonly prompt: Prompt;
  readonly beforeRun: Hook | undefined;
  readonly afterRun: Hook | undefined;
  readonly retry: { readonly maxAttempts: number; readonly backoffMs: number };
  readonly onStart: Transition | undefined;
  readonly onSuccess: Transition | undefined;
  readonly onFailure: Transition | undefined;
}

export interface Prompt {
  /** The template's source, read when the file was loaded. */
  readonly source: string;
  /** Absolute path of the prompt file; undefined for a prompt in the workflow file. */
  readonly file: string | undefined;
  /** Where it stands, for messages: `issue.stages.plan.prompt`. */
  readonly pointer: string;
}

/** What is done to an issue's labels. State prefix not included. */
export interface Transition {
  readonly state: string | undefined;
  readonly addLabels: readonly string[];
  readonly removeLabels: readonly string[];
}

export type RuntimeName = 'codex' | 'claude_code' | 'command';

export interface AgentProfile {
  readonly name: string;
  readonly runtime: RuntimeName;
  /** Always there for codex and claude_code. */
  readonly model: string | undefined;
  /** Program and arguments of the command runtime (program resolved when it has a `/`); empty for the others. */
  readonly command: readonly string[];
  /** `args`, already turned into flags in the file's order. */
  readonly flags: readonly string[];
  readonly timeoutMs: number;
  /** 0 turns it off. */
  readonly stallMs: number;
  readonly exitGraceMs: number;
  readonly githubToken: boolean;
  /** Names of secret variables it may see besides its provider's own. */
  readonly env: readonly string[];
}
