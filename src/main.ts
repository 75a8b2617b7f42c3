/**
 * A job's run, wired: surroundings -> workflow file -> doctor, dry run or run -> report. Everything is handed down as
 * values from here; nothing below reads the environment or decides about the exit.
 */
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { collectSecretValues } from './environment/environments.ts';
import { type Environment, InputError, type Inputs, readEnvironment, readInputs } from './inputs.ts';
import { createLog, maskSecret, type RunLog } from './log.ts';
import { createRedactor, type Redact } from './redact.ts';
import { type Problem, reportFailure } from './report/report.ts';
import { checkCallingWorkflow } from './workflow/check-concurrency.ts';
import { type Diagnostic, formatMessage } from './workflow/diagnostic.ts';
import { loadWorkflow } from './workflow/load-workflow.ts';
import type { Workflow } from './workflow/workflow.ts';

/** What every step of a job's run is given. */
export interface Job {
  readonly runId: string;
  readonly environment: Environment;
  readonly inputs: Inputs;
  readonly log: RunLog;
  readonly redact: Redact;
}

/** Runs the Action in a job; answers the step's exit code when everything is written. Never rejects. */
export async function main(): Promise<0 | 1> {
  const environment = readEnvironment();
  const token = environment.variables['INPUT_GITHUB-TOKEN']?.trim() ?? '';
  // before anything is printed
  if (token !== '') maskSecret(token);
  const redact = createRedactor(collectSecretValues(environment.variables, token));
  const log = createLog({ redact, debug: environment.debug });
  try {
    return await runJob(environment, log, redact);
  } catch (error) {
    const problem = { message: `internal error, please report it: ${describeBug(error)}` };
    return fail({ environment, log, redact }, 'cancelled', 'internal error', [problem]);
  } finally {
    log.close();
  }
}

async function runJob(environment: Environment, log: RunLog, redact: Redact): Promise<0 | 1> {
  const failure = { environment, log, redact };
  if (process.platform === 'win32') {
    const message = 'Windows runners are not supported: use `runs-on: ubuntu-latest` or a macOS runner';
    return fail(failure, 'bad-input', 'this runner is not supported; nothing was started', [{ message }]);
  }
  for (const warning of environment.warnings) log.warning(warning);
  let inputs: Inputs;
  try {
    inputs = readInputs(environment);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return fail(failure, 'bad-input', 'an input is wrong; nothing was started', error.problems);
  }

  const loaded = await loadWorkflow({
    path: inputs.workflowPath,
    home: environment.variables.HOME ?? homedir(),
    vikHome: environment.variables.VIK_HOME,
    runnerTemp: environment.runnerTemp,
    githubHosted: environment.githubHosted,
  });
  const calling = await checkCallingWorkflow({
    ref: environment.workflowRef,
    repository: environment.repository,
    workspace: environment.workspace,
    job: environment.job,
    mode: inputs.mode,
  });
  const found = [
    ...(loaded.kind === 'rejected' ? loaded.errors : []),
    ...loaded.warnings,
    ...(calling === undefined ? [] : [calling]),
  ];
  const errors = found.filter(({ severity }) => severity === 'error');
  for (const warning of found.filter(({ severity }) => severity === 'warning')) {
    const { message, annotation } = toProblem(warning, environment.workspace);
    log.warning(message, { ...annotation, kind: 'workflow file' });
  }
  if (errors.length > 0 || loaded.kind === 'rejected') {
    const headline = `the workflow file has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}; nothing was started`;
    return fail(
      failure,
      'bad-workflow',
      headline,
      errors.map((error) => toProblem(error, environment.workspace)),
    );
  }

  const workflow = withOverrides(loaded.workflow, inputs);
  const job: Job = { runId: randomUUID(), environment, inputs, log, redact };
  if (inputs.mode === 'doctor') {
    const { runDoctor } = await import('./doctor.ts');
    return runDoctor(job, workflow, found.length);
  }
  const { runWorkflow } = await import('./run-workflow.ts');
  return runWorkflow(job, workflow);
}

function withOverrides(workflow: Workflow, inputs: Inputs): Workflow {
  return {
    ...workflow,
    loop: {
      ...workflow.loop,
      maxIssueConcurrency: inputs.maxIssueConcurrency ?? workflow.loop.maxIssueConcurrency,
      maxIterations: inputs.maxIterations ?? workflow.loop.maxIterations,
    },
  };
}

function fail(
  { environment, log, redact }: { environment: Environment; log: RunLog; redact: Redact },
  reason: Parameters<typeof reportFailure>[0]['reason'],
  headline: string,
  problems: readonly Problem[],
): 0 | 1 {
  const options = { commandFiles: environment.commandFiles, log, redact };
  return reportFailure({ reason, headline, problems }, options).exitCode;
}

function toProblem(diagnostic: Diagnostic, workspace: string): Problem {
  return formatMessage(diagnostic, workspace);
}

/** A bug's stack with those of its causes: it is for whoever gets the report. */
function describeBug(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by ${describeBug(error.cause)}`;
}
