/** A loaded workflow's run in a job: lock, clients, stops -> dry run or run -> report. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { alignLabels } from './aligned-log.ts';
import { dryRun } from './dry-run.ts';
import { createEnvironments } from './environment/environments.ts';
import { hasGitIdentity } from './environment/git-identity.ts';
import type { Job } from './job.ts';
import type { Log } from './log.ts';
import { createProcesses, endLeftovers, type Processes } from './process.ts';
import { createEventsLog, putLargeLogAside } from './report/events-log.ts';
import { type FailedStart, type Reported, reportFailure } from './report/report.ts';
import { reportRun } from './report-run.ts';
import { type RunDeps, run } from './run.ts';
import { createSessionRunner } from './session-runner.ts';
import { createStops } from './signals.ts';
import { createLateTransitions } from './stage/late-transitions.ts';
import { type KilledRun, LockedError, takeLock } from './stage/lock.ts';
import { removeLeftPrivateFiles } from './stage/private-files.ts';
import { createRunStage } from './stage/run-stage.ts';
import { createLayout, createWorkspaces, type Layout, WorkspaceError } from './stage/workspace.ts';
import { createTracker } from './tracker/create-tracker.ts';
import { commentKeyOf, watchRun } from './watch-run.ts';
import type { Workflow } from './workflow/workflow.ts';

/** Runs the workflow and reports; answers how it ended. */
export async function runWorkflow(job: Job, workflow: Workflow): Promise<Reported> {
  const { environment, inputs, log, redact, runId } = job;
  const layout = createLayout(workflow);
  if (inputs.dryRun) return runOnDisk(job, workflow, layout, undefined);
  try {
    await using lock = await takeLock({ layout, runId, runUrl: environment.runUrl });
    return await runOnDisk(job, workflow, layout, lock.takenOver);
  } catch (error) {
    const failure = describeFailedStart(error);
    if (failure === undefined) throw error;
    const { commandFiles } = environment;
    return reportFailure(failure, { commandFiles, log, redact });
  }
}

function describeFailedStart(error: unknown): FailedStart | undefined {
  if (error instanceof LockedError) {
    const headline = 'another run is at work; nothing was started';
    return { reason: 'locked', headline, problems: [{ message: error.message }] };
  }
  if (error instanceof WorkspaceError) {
    const message = `\`workspace.root\` can't be used: ${error.message}`;
    const headline = 'the workspace root can not be used; nothing was started';
    return { reason: 'bad-workflow', headline, problems: [{ message }] };
  }
  return undefined;
}

async function runOnDisk(
  job: Job,
  workflow: Workflow,
  layout: Layout,
  takenOver: KilledRun | undefined,
): Promise<Reported> {
  const { environment, inputs, redact, runId, interrupts } = job;
  const log = alignLabels(job.log, workflow.stages);
  await using temp = await makeTempFolder(environment.runnerTemp ?? tmpdir());
  if (takenOver !== undefined) {
    await endKilledRun(takenOver, log);
    removeLeftPrivateFiles(layout.sessions);
  }
  const processes = createProcesses({ runId, tempDir: temp.path, log, redact });
  await using leftovers = sweepOnce(processes);
  using stops = createStops(inputs.timeBudgetMs, interrupts, (what) => {
    log.warning(`${what}: ending what runs`);
    processes.hurry();
  });
  const onLogFailure = (error: unknown): void => {
    log.warning(`the event log can't be written any more: ${error}`, { kind: 'report' });
  };
  if (!inputs.dryRun) putLargeLogAside(layout.events, onLogFailure);
  using events = createEventsLog(layout.events, redact, onLogFailure);
  const late = createLateTransitions();
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
  const commentKey = inputs.dryRun ? undefined : commentKeyOf(workflow, environment);
  const tracker = await createTracker({
    environment,
    inputs,
    workflow,
    processes,
    environments,
    log,
    commentKey,
  });
  const watch = await watchRun({ tracker, runUrl: environment.runUrl, log, redact });
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
            redact,
            runSession: createSessionRunner(processes, redact, {
              toolCache: environment.variables.RUNNER_TOOL_CACHE || path.join(layout.root, 'tools'),
              env: environments.templateEnv,
            }),
            writeEvent,
            progress: watch.progress,
            shutdown: stops.everything,
            writeLater: late.add,
          }),
          showStatus: watch.showStatus,
          shutdown: stops.everything,
        },
        workflow,
        stops.sessions,
      );
  await leftovers.sweep();
  writeEvent('run_ended', { reason: outcome.reason });
  return reportRun(job, workflow, layout, { outcome, stops, late, watch });
}

/** A folder of ours, removed when the run ends, however it ends. */
async function makeTempFolder(parent: string): Promise<AsyncDisposable & { readonly path: string }> {
  const folder = await mkdtemp(path.join(parent, 'vik-'));
  return {
    path: folder,
    // the run is reported by now; one that stays is the runner's to clean
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }).catch(() => {}),
  };
}

/** What `after_create` left running lives until the run's end, also when that is a bug; then nothing of it is left. */
function sweepOnce(processes: Processes): AsyncDisposable & { sweep(): Promise<void> } {
  let swept: Promise<void> | undefined;
  const sweep = () => (swept ??= processes.sweep(''));
  return { sweep, [Symbol.asyncDispose]: sweep };
}

/** What a killed run left running would work its issues beside us: it is ended. */
async function endKilledRun({ runId, unfinished }: KilledRun, log: Log): Promise<void> {
  const left =
    unfinished.length === 0
      ? 'it left no session unfinished'
      : `it left unfinished: ${unfinished.join(', ')}`;
  log.warning(`the run before this one on this disk was killed; ${left}`);
  if (runId !== undefined) await endLeftovers(runId, log);
}

function describeStart({ inputs }: Job, workflow: Workflow): string {
  const { maxIssueConcurrency } = workflow.loop;
  const stages = workflow.stages.map(({ name, state }) => `${name} (\`${state}\`)`).join(', ');
  const what = inputs.dryRun ? 'dry run of' : 'running';
  // outside of a job, with a command that lists the issues, there need not be one
  const where = inputs.repository === '' ? '' : ` on ${inputs.repository}`;
  return `${what} ${workflow.path}${where}: stages ${stages}; at most ${maxIssueConcurrency} issues at once`;
}
