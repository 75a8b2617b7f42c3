import { dirname } from 'node:path';
import { agentFlags } from '../agent/flags.ts';
import { MAX_TIMER_MS } from '../waits.ts';
import type { AgentEntry } from './agent-schema.ts';
import { expandPath } from './expand-path.ts';
import type { ExpectationEntry } from './expect-schema.ts';
import { type GithubEntry, githubDefaults, type IntakeEntry } from './intake-schema.ts';
import type { Prices, stageLimits } from './limit-schema.ts';
import type { StageEntry, TransitionEntry, WorkflowFile } from './schema.ts';
import type {
  AgentProfile,
  CommandIntake,
  Expectation,
  GithubIntake,
  Hook,
  Prompt,
  Stage,
  Transition,
  Workflow,
} from './workflow.ts';

/** What a workflow file leaves to the machine that it is loaded on. */
export interface Surroundings {
  /** Absolute path of the workflow file. */
  readonly path: string;
  readonly home: string;
  /** VIK_HOME. */
  readonly vikHome: string | undefined;
  /** RUNNER_TEMP. */
  readonly runnerTemp: string | undefined;
  readonly githubHosted: boolean;
}

/** The values of a file without errors as the run uses them: milliseconds, absolute paths, agents in their stages. */
export function resolveWorkflow(
  file: WorkflowFile,
  promptFiles: ReadonlyMap<string, { readonly path: string; readonly text: string }>,
  around: Surroundings,
): Workflow {
  const dir = dirname(around.path);
  const { max_issue_concurrency, max_iterations, max_runs_per_issue, max_cost_usd } = file.loop;
  const agents = new Map(
    [...file.agents].map(([name, agent]) => [
      name,
      resolveAgent(name, agent, file.prices, { dir, home: around.home }),
    ]),
  );
  return {
    path: around.path,
    dir,
    loop: {
      maxIssueConcurrency: max_issue_concurrency,
      maxIterations: max_iterations,
      maxRunsPerIssue: max_runs_per_issue,
      maxCostUsd: max_cost_usd,
    },
    workspaceRoot: expandPath(file.workspace.root ?? defaultRoot(around), dir, around.home),
    intake: resolveIntake(file.issues),
    afterCreate: hook(file.issue.hooks, 'after_create', 'issue.hooks'),
    stages: [...file.issue.stages].flatMap(([name, stage]): Stage[] => {
      const agent = agents.get(stage.agent);
      const prompt = resolvePrompt(name, stage, promptFiles);
      if (agent === undefined || prompt === undefined) return [];
      return [resolveStage(name, stage, agent, prompt)];
    }),
    report: { comment: file.report.comment },
  };
}

function defaultRoot({ vikHome, runnerTemp, githubHosted }: Surroundings): string {
  if (vikHome !== undefined && vikHome !== '') return vikHome;
  return githubHosted && runnerTemp !== undefined ? `${runnerTemp}/vik` : '~/.vik';
}

function resolveIntake({ pull, github }: IntakeEntry): GithubIntake | CommandIntake {
  if (pull === undefined) return resolveGithub(github ?? githubDefaults);
  const { command, idle_sec, timeout_sec } = pull;
  return { kind: 'command', command, idleMs: ms(idle_sec, 1000), timeoutMs: ms(timeout_sec, 1000) };
}

function resolveGithub(github: GithubEntry): GithubIntake {
  return {
    kind: 'github',
    labels: github.labels,
    excludeLabels: github.exclude_labels,
    statePrefix: github.state_prefix,
    sort: github.sort,
    limit: github.limit,
    idleMs: ms(github.idle_sec, 1000),
    trust: { ...github.trust, bots: github.trust.bots.map((bot) => bot.replace(/\[bot\]$/, '')) },
    sanitize: github.sanitize,
  };
}

function resolveAgent(
  name: string,
  agent: AgentEntry,
  prices: Prices,
  { dir, home }: { readonly dir: string; readonly home: string },
): AgentProfile {
  const price = agent.model === undefined ? undefined : prices.get(agent.model);
  const [program, ...rest] = agent.runtime === 'command' ? (agent.command ?? []) : [];
  return {
    name,
    runtime: agent.runtime,
    model: agent.model,
    command:
      program === undefined
        ? []
        : [program.includes('/') ? expandPath(program, dir, home) : program, ...rest],
    flags: agentFlags(agent.args),
    timeoutMs: ms(agent.timeout_minutes, 60_000),
    stallMs: ms(agent.stall_minutes, 60_000),
    exitGraceMs: ms(agent.exit_grace_sec, 1000),
    maxCostUsd: agent.max_cost_usd,
    maxOutputTokens: agent.max_output_tokens,
    price: price && { input: price.input, cachedInput: price.cached_input, output: price.output },
    version: agent.version?.trim(),
    githubToken: agent.github_token,
    env: agent.env,
  };
}

/** The limits of a profile, where its stage does not set its own. */
function stageLimitsOf(stage: Pick<StageEntry, keyof typeof stageLimits>, agent: AgentProfile) {
  const { timeout_minutes: timeout, stall_minutes: stall, exit_grace_sec: grace } = stage;
  return {
    timeoutMs: timeout === undefined ? agent.timeoutMs : ms(timeout, 60_000),
    stallMs: stall === undefined ? agent.stallMs : ms(stall, 60_000),
    exitGraceMs: grace === undefined ? agent.exitGraceMs : ms(grace, 1000),
    maxCostUsd: stage.max_cost_usd ?? agent.maxCostUsd,
    maxOutputTokens: stage.max_output_tokens ?? agent.maxOutputTokens,
  };
}

function resolveStage(name: string, stage: StageEntry, agent: AgentProfile, prompt: Prompt): Stage {
  const hooks = `issue.stages.${name}.hooks`;
  return {
    name,
    state: stage.when.state,
    agent: { ...agent, ...stageLimitsOf(stage, agent) },
    prompt,
    beforeRun: hook(stage.hooks, 'before_run', hooks),
    afterRun: hook(stage.hooks, 'after_run', hooks),
    expect: stage.expect.map(expectation),
    retry: { maxAttempts: stage.retry.max_attempts, backoffMs: ms(stage.retry.backoff_sec, 1000) },
    onStart: transition(stage.on_start),
    onSuccess: transition(stage.on_success),
    onFailure: transition(stage.on_failure),
  };
}

function expectation(entry: ExpectationEntry): Expectation {
  return typeof entry === 'string' ? { kind: entry } : { kind: 'output', pattern: entry.output };
}

function resolvePrompt(
  name: string,
  stage: StageEntry,
  promptFiles: ReadonlyMap<string, { readonly path: string; readonly text: string }>,
): Prompt | undefined {
  const pointer = `issue.stages.${name}`;
  if (stage.prompt !== undefined)
    return { source: stage.prompt, file: undefined, pointer: `${pointer}.prompt` };
  const file = promptFiles.get(name);
  return file === undefined
    ? undefined
    : { source: file.text, file: file.path, pointer: `${pointer}.prompt_file` };
}

function hook<Key extends string>(
  hooks: { readonly [key in Key]?: string | undefined } & { readonly timeout_sec: number },
  key: Key,
  pointer: string,
): Hook | undefined {
  const body = hooks[key];
  // An empty body, as a block with nothing below it, is no hook.
  if (body === undefined || body.trim() === '') return undefined;
  return { body, timeoutMs: ms(hooks.timeout_sec, 1000), pointer: `${pointer}.${key}` };
}

function transition(entry: TransitionEntry | undefined): Transition | undefined {
  return entry && { state: entry.state, addLabels: entry.add_labels, removeLabels: entry.remove_labels };
}

/** A timer fires at once above its maximum, which no author means. */
function ms(value: number, unit: number): number {
  return Math.min(value * unit, MAX_TIMER_MS);
}
