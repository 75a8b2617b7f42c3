/**
 * A job's run, wired: surroundings -> workflow file -> doctor, dry run or run -> report. Everything is handed down as
 * values from here; nothing below reads the environment or decides about the exit.
 */
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { collectSecretValues } from './environment/environments.ts';
import { describeBug } from './errors.ts';
import { type Environment, InputError, type Inputs, readEnvironment, readInputs } from './inputs.ts';
import type { Job } from './job.ts';
import { createLog, type RunLog, showsColours } from './log.ts';
import { plainText } from './plain-text.ts';
import { createRedactor, type Redact } from './redact.ts';
import { type FailedStart, type Problem, type Reported, reportFailure } from './report/report.ts';
import { runWorkflow } from './run-workflow.ts';
import { maskSecret } from './runner-commands.ts';
import { type Interrupts, listenForSignals } from './signals.ts';
import { catchStrayErrors } from './stray-errors.ts';
import { checkCallingWorkflow } from './workflow/check-concurrency.ts';
import { formatMessage } from './workflow/diagnostic.ts';
import { loadWorkflow } from './workflow/load-workflow.ts';
import type { Workflow } from './workflow/workflow.ts';

/**
 * Runs the Action in a job; answers the step's exit code when everything is written. Never rejects.
 *
 * @param startWarning what could not be done before we were loaded
 */
export async function main(startWarning: string | undefined): Promise<0 | 1> {
  // listened for to the very end: a second signal must not end us while the last lines are written
  const interrupts = listenForSignals();
  const environment = readEnvironment();
  const token = environment.variables['INPUT_GITHUB-TOKEN']?.trim() ?? '';
  // before anything is printed
  if (token !== '') maskSecret(token);
  const redact = createRedactor(collectSecretValues(environment.variables, token));
  const startedAt = performance.now();
  const log = createLog({
    redact,
    debug: environment.debug,
    elapsedMs: () => performance.now() - startedAt,
    colours: showsColours(environment.variables),
  });
  if (startWarning !== undefined) log.warning(startWarning, { title: 'unsealed start' });
  const strays = catchStrayErrors((error) => {
    log.error(`internal error, please report it: ${describeBug(error)}`, { title: 'internal error' });
    interrupts.interrupt('an internal error came up');
  });
  const reported = await Promise.race([runJob(environment, log, redact, interrupts), strays.unended]).catch(
    (error: unknown) => {
      const problem = { message: `internal error, please report it: ${describeBug(error)}` };
      return fail({ environment, log, redact }, 'cancelled', 'internal error', [problem]);
    },
  );
  const { headline } = reported;
  const exitCode = strays.caught ? 1 : reported.exitCode;
  log.close();
  if (exitCode === 1) {
    // loaded only here: it brings an HTTP client that takes longer to load than all of the rest
    const { setFailed } = await import('@actions/core');
    setFailed(plainText(redact(headline)));
  } else {
    log.info(headline, 'strong');
  }
  return exitCode;
}

async function runJob(
  environment: Environment,
  log: RunLog,
  redact: Redact,
  interrupts: Interrupts,
): Promise<Reported> {
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
    home: environment.variables.HOME || homedir(),
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
    const { message, annotation } = formatMessage(warning, environment.workspace);
    log.warning(message, { ...annotation, kind: 'workflow file' });
  }
  if (loaded.kind === 'loaded' && inputs.mode === 'doctor') {
    const { runDoctor } = await import('./doctor.ts');
    return runDoctor(
      { runId: randomUUID(), environment, inputs, log, redact, interrupts },
      loaded.workflow,
      found,
    );
  }
  if (errors.length > 0 || loaded.kind === 'rejected') {
    const headline = `the workflow file has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}; nothing was started`;
    return fail(
      failure,
      'bad-workflow',
      headline,
      errors.map((error) => formatMessage(error, environment.workspace)),
    );
  }

  const workflow = withOverrides(loaded.workflow, inputs);
  const job: Job = { runId: randomUUID(), environment, inputs, log, redact, interrupts };
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
  reason: FailedStart['reason'],
  headline: string,
  problems: readonly Problem[],
): Reported {
  const options = { commandFiles: environment.commandFiles, log, redact };
  return reportFailure({ reason, headline, problems }, options);
}
