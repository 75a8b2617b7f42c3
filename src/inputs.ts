/**
 * Every input and the whole environment, read once and frozen: the only file that reads the environment of our own
 * process. Everyone else is handed values.
 */
import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';

/** The step's inputs, every default filled in. */
export interface Inputs {
  /** Absolute path of the workflow file. */
  readonly workflowPath: string;
  readonly token: string;
  readonly mode: 'run' | 'doctor';
  /** `owner/name` of the repository to list. */
  readonly repository: string;
  readonly dryRun: boolean;
  /** The doctor's warnings fail the step, too. */
  readonly strict: boolean;
  /** Undefined: as the workflow file says. */
  readonly maxIssueConcurrency: number | undefined;
  /** Undefined: as the workflow file says. */
  readonly maxIterations: number | undefined;
  readonly timeBudgetMs: number;
  readonly failOn: 'session-failure' | 'never';
}

/** What our surroundings say, as a value. */
export interface Environment {
  /** Every variable of our own environment; what child environments are built from. */
  readonly variables: Readonly<Record<string, string>>;
  /** `GITHUB_WORKSPACE`, else the folder we were started in. Absolute. */
  readonly workspace: string;
  /** The repository that runs us, `owner/name`; undefined outside a job. */
  readonly repository: string | undefined;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly eventName: string | undefined;
  /** The issue whose event started the job. */
  readonly eventIssue: EventIssue | undefined;
  /** The web address of the run that we are part of. */
  readonly runUrl: string | undefined;
  /** `owner/name/.github/workflows/file.yml@ref` of the calling workflow. */
  readonly workflowRef: string | undefined;
  /** The id of the job in the calling workflow. */
  readonly job: string | undefined;
  readonly runnerTemp: string | undefined;
  readonly githubHosted: boolean;
  /** Requests go through a proxy. */
  readonly hasProxy: boolean;
  /** Step debug logging is on. */
  readonly debug: boolean;
  /** The runner's files that a step may write; undefined outside a job. */
  readonly commandFiles: CommandFiles;
  /** What is odd about the surroundings but stops nothing, for the log. */
  readonly warnings: readonly string[];
}

export interface EventIssue {
  readonly number: number;
  /** `owner/name`. */
  readonly repository: string;
}

export interface CommandFiles {
  readonly output: string | undefined;
  readonly summary: string | undefined;
  readonly env: string | undefined;
  readonly path: string | undefined;
  readonly state: string | undefined;
}

/** One input that can't be used. */
export interface InputProblem {
  readonly input: string;
  readonly message: string;
}

/** Inputs are wrong; every one of them is named. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads our surroundings. Never throws: what is missing outside a job has a sensible value.
 * Variables: https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env, cwd = process.cwd()): Environment {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined) variables[name] = value;
  const given = (name: string): string | undefined => variables[name] || undefined;

  const serverUrl = withoutTrailingSlash(given('GITHUB_SERVER_URL') ?? 'https://github.com');
  const repository = given('GITHUB_REPOSITORY');
  const runId = given('GITHUB_RUN_ID');
  const apiUrl = withoutTrailingSlash(given('GITHUB_API_URL') ?? 'https://api.github.com');
  const event = readIssueEvent(given('GITHUB_EVENT_NAME'), given('GITHUB_EVENT_PATH'));
  return Object.freeze({
    variables: Object.freeze(variables),
    workspace: resolve(cwd, given('GITHUB_WORKSPACE') ?? '.'),
    repository,
    serverUrl,
    apiUrl,
    // never another server than that of the API, which would get our token; `/api/v3` on an Enterprise Server
    graphqlUrl: withoutTrailingSlash(given('GITHUB_GRAPHQL_URL') ?? `${apiUrl.replace(/\/v3$/, '')}/graphql`),
    eventName: given('GITHUB_EVENT_NAME'),
    eventIssue: event.issue,
    runUrl: repository && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined,
    workflowRef: given('GITHUB_WORKFLOW_REF'),
    job: given('GITHUB_JOB'),
    runnerTemp: given('RUNNER_TEMP'),
    githubHosted: given('RUNNER_ENVIRONMENT') === 'github-hosted',
    hasProxy: ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].some(
      (name) => given(name) !== undefined,
    ),
    debug: given('RUNNER_DEBUG') === '1',
    commandFiles: Object.freeze({
      output: given('GITHUB_OUTPUT'),
      summary: given('GITHUB_STEP_SUMMARY'),
      env: given('GITHUB_ENV'),
      path: given('GITHUB_PATH'),
      state: given('GITHUB_STATE'),
    }),
    warnings: Object.freeze(event.warnings),
  });
}

/**
 * Reads the step's inputs. An input that is empty was not given.
 * Throws an `InputError` that names every wrong input, its value and what is allowed.
 */
export function readInputs(environment: Environment): Inputs {
  const texts: Record<string, string | undefined> = {};
  for (const input of Object.keys(inputSchema.shape)) texts[input] = inputText(environment, input);
  const parsed = inputSchema.safeParse(texts);
  const problems = (parsed.error?.issues ?? []).map((issue): InputProblem => {
    const input = String(issue.path[0]);
    return { input, message: `input \`${input}\` is \`${texts[input] ?? ''}\`: expected ${issue.message}` };
  });

  const token = inputText(environment, 'github-token');
  if (token === undefined) {
    problems.push({
      input: 'github-token',
      message:
        "input `github-token` is empty: expected a token. Leave the input out to use the job's own token, " +
        'or check that the secret it names exists and reaches this event (secrets are empty in runs from forks)',
    });
  }
  const repository = parsed.data?.repository ?? environment.repository;
  if (repository === undefined && !problems.some((problem) => problem.input === 'repository')) {
    problems.push({
      input: 'repository',
      message: 'input `repository` is not given and `GITHUB_REPOSITORY` is not set: expected `owner/name`',
    });
  }
  if (!parsed.success || token === undefined || repository === undefined) throw new InputError(problems);

  const data = parsed.data;
  return Object.freeze({
    workflowPath: isAbsolute(data.workflow) ? data.workflow : resolve(environment.workspace, data.workflow),
    token,
    mode: data.mode,
    repository,
    dryRun: data['dry-run'],
    strict: data.strict,
    maxIssueConcurrency: data['max-issue-concurrency'],
    maxIterations: data['max-iterations'],
    timeBudgetMs: data['time-budget-minutes'] * 60_000,
    failOn: data['fail-on'],
  });
}

/** How the runner names an input's variable: upper case, dashes kept. */
function inputText(environment: Environment, input: string): string | undefined {
  return environment.variables[`INPUT_${input.toUpperCase()}`]?.trim() || undefined;
}

// Five days: the longest that GitHub lets a job on a self-hosted runner take.
const MAX_MINUTES = 7200;

const count = z
  .string()
  .regex(/^\d{1,9}$/, 'a whole number of at least 1')
  .transform(Number)
  .refine((value) => value >= 1, 'a whole number of at least 1');

const minutes = z
  .string()
  .regex(/^(\d{1,9}(\.\d{1,9})?|\.\d{1,9})$/, `a number of minutes above 0 and up to ${MAX_MINUTES}`)
  .transform(Number)
  .refine(
    (value) => value > 0 && value <= MAX_MINUTES,
    `a number of minutes above 0 and up to ${MAX_MINUTES}`,
  );

// The booleans of YAML 1.2's core schema, as in the toolkit's getBooleanInput.
const boolean = z
  .enum(['true', 'True', 'TRUE', 'false', 'False', 'FALSE'], '`true` or `false`')
  .transform((text) => text.toLowerCase() === 'true');

/** `owner/name` as GitHub allows it. */
export const repositoryName = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]*)\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/, '`owner/name`');

const inputSchema = z.object({
  workflow: z.string().default('workflow.yml'),
  mode: z.enum(['run', 'doctor'], '`run` or `doctor`').default('run'),
  repository: repositoryName.optional(),
  'dry-run': boolean.default(false),
  strict: boolean.default(false),
  'max-issue-concurrency': count.optional(),
  'max-iterations': count.optional(),
  'time-budget-minutes': minutes.default(340),
  'fail-on': z.enum(['session-failure', 'never'], '`session-failure` or `never`').default('session-failure'),
});

const ISSUE_ACTIONS: readonly string[] = ['labeled', 'unlabeled', 'opened', 'reopened', 'edited'];

const issueEvent = z.object({
  action: z.string(),
  issue: z.object({ number: z.int().positive(), pull_request: z.unknown().optional() }),
  repository: z.object({ full_name: z.string() }),
});

/** The issue of an `issues` event; the listing may lag behind the event, so the issue is read by its number. */
function readIssueEvent(
  eventName: string | undefined,
  eventPath: string | undefined,
): { issue: EventIssue | undefined; warnings: string[] } {
  if (eventName !== 'issues' || eventPath === undefined) return { issue: undefined, warnings: [] };
  try {
    const event = issueEvent.parse(JSON.parse(readFileSync(eventPath, 'utf8')));
    if (!ISSUE_ACTIONS.includes(event.action) || event.issue.pull_request !== undefined) {
      return { issue: undefined, warnings: [] };
    }
    return {
      issue: Object.freeze({ number: event.issue.number, repository: event.repository.full_name }),
      warnings: [],
    };
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return {
      issue: undefined,
      warnings: [
        `the event file (\`GITHUB_EVENT_PATH\`) can't be read as an \`issues\` event: ${why}. ` +
          'The issue that started this run is found by the listing only',
      ],
    };
  }
}

function withoutTrailingSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
