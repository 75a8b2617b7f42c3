/** A loaded workflow's run in a job: lock, clients, stops -> dry run or run -> report. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AgentVersions } from './agent/version.ts';
import { createEnvironments } from './environment/environments.ts';
import { hasGitIdentity } from './environment/git-identity.ts';
import type { Log } from './log.ts';
import type { Job } from './main.ts';
import type { RunOutcome } from './outcome.ts';
import { createProcesses, type Processes } from './process.ts';
import type { Redact } from './redact.ts';
import { createEventsLog } from './report/events-log.ts';
import { amendReport, type ReportOptions, report, reportFailure } from './report/report.ts';
import { dryRun, type RunDeps, run } from './run.ts';
import { createStops, type Stops } from './signals.ts';
import { createLateUndos } from './stage/late-undos.ts';
import { type Lock, LockedError, takeLock } from './stage/lock.ts';
import { createRunStage } from './stage/run-stage.ts';
import type { StageDeps } from './stage/stage-deps.ts';
import { createLayout, createWorkspaces, type Layout } from './stage/workspace.ts';
import { createTracker } from './tracker/create-tracker.ts';
import type { Workflow } from './workflow/workflow.ts';

/** A runner kills us 10 seconds after its SIGINT; until then labels can be put back. */
const LATEST_UNDO_MS = 6_000;

/** Runs the workflow and reports; answers the step's exit code. */
export async function runWorkflow(job: Job, workflow: Workflow): Promise<0 | 1> {
  const { environment, inputs, log, redact, runId } = job;
  const layout = createLayout(workflow);
  if (inputs.dryRun) return runLocked(job, workflow, layout);
  try {
    await using lock = await takeLock({ layout, runId, runUrl: environment.runUrl });
    sayTakeover(lock, log);
    return await runLocked(job, workflow, layout);
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    const { commandFiles } = environment;
    const failure = { reason: 'locked', headline: 'another run is at work; nothing was started' } as const;
    return reportFailure(
      { ...failure, problems: [{ message: error.message }] },
      { commandFiles, log, redact },
    ).exitCode;
  }
}

async function runLocked(job: Job, workflow: Workflow, layout: Layout): Promise<0 | 1> {
  const { environment, inputs, log, redact, runId } = job;
  const tempDir = await mkdtemp(path.join(environment.runnerTemp ?? tmpdir(), 'vik-'));
  const processes = createProcesses({ runId, tempDir, log });
  using stops = createStops(inputs.timeBudgetMs, (signal) => {
    log.warning(`the runner sent ${signal}: ending what runs`);
    processes.hurry();
  });
  using events = createEventsLog(layout.events, redact, (error) => {
    log.warning(`the event log can't be written any more: ${error}`, { kind: 'report' });
  });
  const undos = createLateUndos();
  const environments = createEnvironments({
    variables: environment.variables,
    token: inputs.token,
    repository: inputs.repository,
    serverUrl: environment.serverUrl,
    workspaceRoot: layout.root,
    workflowPath: workflow.path,
    hasGitIdentity: (folder) => hasGitIdentity(environment.variables, folder),
  });
  const writeEvent: RunDeps['writeEvent'] = (event, fields) => events.write(event, { run: runId, ...fields });
  const tracker = await createTracker({ environment, inputs, workflow, processes, environments, log });
  const deps = { tracker, log, writeEvent, timeLeftMs: stops.timeLeftMs };
  log.info(describeStart(job, workflow));
  writeEvent('run_started', { url: environment.runUrl ?? null, dry_run: inputs.dryRun });

  const outcome = inputs.dryRun
    ? await dryRun(deps, workflow, stops.sessions)
    : await run(
        {
          ...deps,
          runStage: createRunStage({
            workflow,
            layout,
            workspaces: createWorkspaces(layout),
            processes,
            environments,
            tracker,
            log,
            runSession: createSessionRunner(processes, redact),
            writeEvent,
            shutdown: stops.everything,
            undoLater: undos.add,
          }),
        },
        workflow,
        stops.sessions,
      );
  await endProcesses(processes, tempDir);
  writeEvent('run_ended', { reason: outcome.reason });
  return reportRun(job, workflow, layout, { outcome, stops, undos });
}

/** Reports, and after a shutdown undoes `on_start` while there is time, adding to the report what was not undone. */
async function reportRun(
  { environment, inputs, log, redact }: Job,
  workflow: Workflow,
  layout: Layout,
  { outcome, stops, undos }: { outcome: RunOutcome; stops: Stops; undos: ReturnType<typeof createLateUndos> },
): Promise<0 | 1> {
  const options: ReportOptions = {
    commandFiles: environment.commandFiles,
    log,
    redact,
    dryRun: inputs.dryRun,
    failOn: inputs.failOn,
    recordPath: layout.record,
    sessionsPath: layout.sessions,
    repository: inputs.repository,
    workflow: workflow.path,
  };
  const { exitCode } = report(outcome, options);
  const sinceMs = stops.shutdownAt === undefined ? 0 : performance.now() - stops.shutdownAt;
  const notUndone = await undos.run(AbortSignal.timeout(Math.max(0, Math.ceil(LATEST_UNDO_MS - sinceMs))));
  if (notUndone.length > 0) {
    for (const what of notUndone) log.error(`\`on_start\` could not be undone: ${what}`);
    amendReport({ ...outcome, notUndone }, options);
  }
  return exitCode;
}

/** Loads the agents' code with the first session: an idle run does without it. */
function createSessionRunner(processes: Processes, redact: Redact): StageDeps['runSession'] {
  let versions: AgentVersions | undefined;
  return async (spec, log, signal) => {
    const [{ runSession }, { createAgentVersions }] = await Promise.all([
      import('./agent/session.ts'),
      import('./agent/version.ts'),
    ]);
    versions ??= createAgentVersions(processes);
    return runSession(spec, { processes, redact, versions, log }, signal);
  };
}

/** What `after_create` left running lives until here; then nothing of the run is left. */
async function endProcesses(processes: Processes, tempDir: string): Promise<void> {
  await processes.sweep('');
  await rm(tempDir, { recursive: true, force: true });
}

function sayTakeover({ takenOver }: Lock, log: Log): void {
  if (takenOver === undefined) return;
  const left =
    takenOver.length === 0 ? 'it left no session unfinished' : `it left unfinished: ${takenOver.join(', ')}`;
  log.warning(`the run before this one on this disk was killed; ${left}`);
}

function describeStart({ inputs }: Job, workflow: Workflow): string {
  const { maxIssueConcurrency } = workflow.loop;
  const stages = workflow.stages.map(({ name, state }) => `${name} (\`${state}\`)`).join(', ');
  const what = inputs.dryRun ? 'dry run of' : 'running';
  return `${what} ${workflow.path} on ${inputs.repository}: stages ${stages}; at most ${maxIssueConcurrency} issues at once`;
}
