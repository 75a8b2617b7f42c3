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
    /** In US dollars, of all sessions of the job whose cost is known. */
    readonly maxCostUsd: number | undefined;
  };
  /** Absolute path of `workspace.root`. */
  readonly workspaceRoot: string;
  readonly intake: GithubIntake | CommandIntake;
  readonly afterCreate: Hook | undefined;
  /** In the author's order. */
  readonly stages: readonly Stage[];
  readonly report: {
    /** One comment on each issue that is worked shows how it goes. GitHub intake only. */
    readonly comment: boolean;
  };
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
  /** Its profile, with the stage's own limits in it. */
  readonly agent: AgentProfile;
  readonly prompt: Prompt;
  readonly beforeRun: Hook | undefined;
  readonly afterRun: Hook | undefined;
  /** What must be true after a session that completed. */
  readonly expect: readonly Expectation[];
  readonly retry: { readonly maxAttempts: number; readonly backoffMs: number };
  readonly onStart: Transition | undefined;
  readonly onSuccess: Transition | undefined;
  readonly onFailure: Transition | undefined;
}

/** One thing that must be true after a session, compared with what was there before it. */
export type Expectation =
  | {
      /** The issue is in another state, closed or gone. */
      readonly kind: 'state_changed';
    }
  | {
      /** A new comment on the issue, by a Bot or by someone with write access. */
      readonly kind: 'comment';
    }
  | {
      /** HEAD of the workspace, or a branch that it pushed, has a new commit. */
      readonly kind: 'commits';
    }
  | {
      /** A pull request of the workspace's branch, or one that GitHub links to the issue, was opened or pushed to. */
      readonly kind: 'pull_request';
    }
  | {
      /** `git status --porcelain` is empty. */
      readonly kind: 'clean_worktree';
    }
  | {
      readonly kind: 'output';
      /** A regular expression, flag `u`, that the last message must match. */
      readonly pattern: string;
    };

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
  /** Of one session, in US dollars. */
  readonly maxCostUsd: number | undefined;
  /** Of one session. */
  readonly maxOutputTokens: number | undefined;
  /** Of its model, where `prices` has it. */
  readonly price: Price | undefined;
  /** An exact version or a semver range; undefined: whatever is on PATH. */
  readonly version: string | undefined;
  readonly githubToken: boolean;
  /** Names of secret variables it may see besides its provider's own. */
  readonly env: readonly string[];
}

/** US dollars per million tokens. */
export interface Price {
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
}
