/** What a command is given: our surroundings outside of a job, read once. */
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { collectSecretValues } from '../environment/environments.ts';
import { type Environment, readEnvironment } from '../inputs.ts';
import type { Job } from '../job.ts';
import { createLog, type RunLog } from '../log.ts';
import { createRedactor, type Redact } from '../redact.ts';
import type { Interrupts } from '../signals.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { AskedCommand } from './arguments.ts';
import { findRepository } from './repository.ts';
import { serverFor, tokenFor } from './server.ts';
import { createTerminal, type Terminal } from './terminal.ts';

/** What a command is given. */
export interface Local {
  readonly asked: AskedCommand;
  readonly environment: Environment;
  /** Absolute path of the workflow file. */
  readonly workflowPath: string;
  /** The folder that paths are shown from. */
  readonly folder: string;
  readonly home: string;
  /** Empty without one. */
  readonly token: string;
  /** `owner/name`; empty without one. */
  readonly repository: string;
  /** What GitHub can't be asked without, as sentences that say what to do; empty when all is there. */
  readonly lacks: readonly string[];
  readonly terminal: Terminal;
  readonly log: RunLog;
  readonly redact: Redact;
  readonly interrupts: Interrupts;
}

/** A command can't begin, in words for whoever gave it. */
export class LocalError extends Error {
  override readonly name = 'LocalError';
}

/** As an input's default: the longest that a hosted job takes is long enough at home, too. */
const TIME_BUDGET_MS = 340 * 60_000;

/** Reads our surroundings, with the current folder as the workspace. */
export async function readLocal(given: {
  readonly asked: AskedCommand;
  readonly interrupts: Interrupts;
  readonly startWarning: string | undefined;
}): Promise<Local> {
  const { asked, interrupts, startWarning } = given;
  const folder = process.cwd();
  const found = readEnvironment();
  const { variables } = found;
  const environment: Environment = {
    ...found,
    ...serverFor(variables),
    workspace: folder,
    // a step's `run:` has these files, too: they are not ours to write
    commandFiles: {
      output: undefined,
      summary: undefined,
      env: undefined,
      path: undefined,
      state: undefined,
    },
  };
  const home = variables.HOME || homedir();
  const serverHost = hostOf(environment.serverUrl);
  const token = tokenFor(serverHost, variables);
  const redact = createRedactor(collectSecretValues(variables, token));
  const terminal = createTerminal({ json: asked.json, redact });
  const startedAt = performance.now();
  const log = createLog({
    redact,
    ...(asked.command === 'run' ? { elapsedMs: () => performance.now() - startedAt } : {}),
    debug: environment.debug,
    annotations: false,
    colours: terminal.colours,
    write: terminal.raw,
  });
  if (startWarning !== undefined) log.warning(startWarning);
  const origin =
    asked.repository === undefined
      ? await findRepository(folder, { home, serverHost })
      : ({ kind: 'found', repository: asked.repository } as const);
  return {
    asked,
    environment,
    workflowPath: resolve(folder, asked.workflow),
    folder,
    home,
    token,
    repository: origin.kind === 'found' ? origin.repository : '',
    lacks: [
      ...(token === ''
        ? [`no token: set GH_TOKEN or GITHUB_TOKEN; \`gh auth token\` prints that of gh`]
        : []),
      ...(origin.kind === 'found' ? [] : [origin.message]),
    ],
    terminal,
    log,
    redact,
    interrupts,
  };
}

/** The same as a job has, for what a job and a command have in common. */
export function createJob(
  local: Local,
  more: { readonly mode: 'run' | 'doctor'; readonly dryRun: boolean },
): Job {
  const { environment, log, redact, interrupts, workflowPath, token, repository, asked } = local;
  return {
    runId: randomUUID(),
    environment,
    log,
    redact,
    interrupts,
    inputs: {
      workflowPath,
      token,
      repository,
      mode: more.mode,
      dryRun: more.dryRun,
      strict: asked.strict,
      maxIssueConcurrency: undefined,
      maxIterations: undefined,
      timeBudgetMs: TIME_BUDGET_MS,
      failOn: 'session-failure',
    },
  };
}

/** @throws LocalError when issues come from GitHub and it can't be asked */
export function assertAskable(local: Local, { intake }: Pick<Workflow, 'intake'>): void {
  if (intake.kind === 'github' && local.lacks.length > 0) throw new LocalError(local.lacks.join('; '));
}

function hostOf(serverUrl: string): string {
  if (URL.canParse(serverUrl)) return new URL(serverUrl).host;
  throw new LocalError(`\`${serverUrl}\` is no server's address: look at GH_HOST and GITHUB_SERVER_URL`);
}
