/** A loaded workflow's run in a job: lock, clients, stops -> dry run or run -> report. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AgentProgramsOptions } from './agent/programs.ts';
import { dryRun } from './dry-run.ts';
import { createEnvironments } from './environment/environments.ts';
import { hasGitIdentity } from './environment/git-identity.ts';
import type { Log } from './log.ts';
import type { Job } from './main.ts';
import type { RunOutcome } from './outcome.ts';
import { createProcesses, endLeftovers, type Processes } from './process.ts';
import type { Redact } from './redact.ts';
import { createEventsLog } from './report/events-log.ts';
import { amendReport, type Reported, type ReportOptions, report, reportFailure } from './report/report.ts';
import { type RunDeps, run } from './run.ts';
import { createStops, type Stops } from './signals.ts';
import { createLateTransitions, type LateTransitions } from './stage/late-transitions.ts';
import { type KilledRun, LockedError, takeLock } from './stage/lock.ts';
import { removeLeftPrivateFiles } from './stage/private-files.ts';
import { createRunStage } from './stage/run-stage.ts';
import type { StageDeps } from './stage/stage-deps.ts';
import { createLayout, createWorkspaces, type Layout, WorkspaceError } from './stage/workspace.ts';
import { createTracker } from './tracker/create-tracker.ts';
import { commentKeyOf, type RunWatch, watchRun } from './watch-run.ts';
import type { Workflow } from './workflow/workflow.ts';

/** A runner kills us 10 seconds after its SIGINT; until then labels can be put back. */
const LATEST_WRITE_MS = 6_000;

/** How long the last state of the issues' comments may keep a run from ending. */
const LAST_COMMENTS_MS = 30_000;

/** Of transcripts, prompts and standard error in `report.html`: what a browser opens without trouble. */
const MAX_PAGE_BYTES = 40 * 1024 * 1024;

/** The same when the runner is about to kill us. */
const MAX_HURRIED_BYTES = 4 * 1024 * 1024;

/** Runs the workflow and reports; answers how it ended. */
export async function runWorkflow(job: Job, workflow: Workflow): Promise<Reported> {
  const { environment, inputs, log, redact, runId } = job;
  const layout = createLayout(workflow);
  if (inputs.dryRun) return runLocked(job, workflow, layout, undefined);
  try {
    await using lock = await takeLock({ layout, runId, runUrl: environment.runUrl });
    return await runLocked(job, workflow, layout, lock.takenOver);
  } catch (error) {
    const failure = describeFailedStart(error);
    if (failure === undefined) throw error;
    const { commandFiles } = environment;
    return reportFailure(failure, { commandFiles, log, redact });
  }
}

function describeFailedStart(error: unknown): Parameters<typeof reportFailure>[0] | undefined {
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

async function runLocked(
  job: Job,
  workflow: Workflow,
  layout: Layout,
  takenOver: KilledRun | undefined,
): Promise<Reported> {
  const { environment, inputs, log, redact, runId, interrupts } = job;
  await using temp = await makeTempFolder(environment.runnerTemp ?? tmpdir());
  if (takenOver !== undefined) {
    await endKilledRun(takenOver, log);
    removeLeftPrivateFiles(layout.sessions);
  }
  const processes = createProcesses({ runId, tempDir: temp.path, log });
  await using leftovers = sweepOnce(processes);
  using stops = createStops(inputs.timeBudgetMs, interrupts, (signal) => {
    log.warning(`${interrupts.sender} sent ${signal}: ending what runs`);
    processes.hurry();
  });
  using events = createEventsLog(layout.events, redact, (error) => {
    log.warning(`the event log can't be written any more: ${error}`, { kind: 'report' });
  });
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

/**
 * Reports, and after a shutdown writes the last transitions while there is time, adding what failed to the report. The
 * page comes first when there is time, so that the outputs name it, and last when the runner is about to kill us.
 */
async function reportRun(
  job: Job,
  workflow: Workflow,
  layout: Layout,
  {
    outcome,
    stops,
    late,
    watch,
  }: { outcome: RunOutcome; stops: Stops; late: LateTransitions; watch: RunWatch },
): Promise<Reported> {
  const { environment, inputs, log, redact } = job;
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
  const pagePath =
    stops.shutdownAt === undefined ? await writePage(job, layout, outcome, options) : undefined;
  const reported = report(outcome, { ...options, pagePath });
  const commented = watch.finishComments(
    AbortSignal.any([stops.everything, AbortSignal.timeout(LAST_COMMENTS_MS)]),
    () => leftToWriteMs(stops),
  );
  const notUndone = await late.write(AbortSignal.timeout(leftToWriteMs(stops)));
  for (const what of notUndone) log.error(what);
  const whole = { ...outcome, notUndone };
  if (notUndone.length > 0) amendReport(whole, { ...options, pagePath });
  if (pagePath === undefined && hasTimeForPage(stops)) {
    const latePath = await writePage(job, layout, whole, options);
    if (latePath !== undefined) amendReport(whole, { ...options, pagePath: latePath });
  }
  await commented;
  return reported;
}

/** Milliseconds in which labels and comments can still be written. */
function leftToWriteMs({ shutdownAt }: Stops): number {
  const sinceMs = shutdownAt === undefined ? 0 : performance.now() - shutdownAt;
  return Math.max(0, Math.ceil(LATEST_WRITE_MS - sinceMs));
}

function hasTimeForPage({ shutdownAt }: Stops): boolean {
  return shutdownAt !== undefined && performance.now() - shutdownAt < LATEST_WRITE_MS;
}

/** Writes the page for people; its path, or undefined when there is none. */
async function writePage(
  { environment, log, runId }: Job,
  layout: Layout,
  outcome: RunOutcome,
  options: ReportOptions,
): Promise<string | undefined> {
  // a run that did nothing has nothing to show, and is the one that has to be quick
  if (outcome.attempts.length + outcome.skipped.length + outcome.planned.length === 0) return undefined;
  try {
    const [{ loadPageShell }, { writeHtmlReport }] = await Promise.all([
      import('./report/html/page-shell.ts'),
      import('./report/html/write-report.ts'),
    ]);
    writeHtmlReport(outcome, {
      ...options,
      shell: loadPageShell(),
      htmlPath: layout.page,
      eventsPath: layout.events,
      runId,
      runUrl: environment.runUrl,
      maxEmbeddedBytes: outcome.reason === 'cancelled' ? MAX_HURRIED_BYTES : MAX_PAGE_BYTES,
    });
    return layout.page;
  } catch (error) {
    log.warning(`\`report.html\` could not be written: ${String(error)}`, { kind: 'report' });
    return undefined;
  }
}

/** Loads the agents' code with the first session: an idle run does without it. */
function createSessionRunner(
  processes: Processes,
  redact: Redact,
  install: Pick<AgentProgramsOptions, 'toolCache' | 'env'>,
): StageDeps['runSession'] {
  const load = async () => {
    const [{ runSession }, { createAgentVersions }, { createAgentPrograms }] = await Promise.all([
      import('./agent/session.ts'),
      import('./agent/version.ts'),
      import('./agent/programs.ts'),
    ]);
    const versions = createAgentVersions(processes);
    const programs = createAgentPrograms({ processes, ...install });
    return { runSession, shared: { processes, redact, versions, programs } };
  };
  let loading: ReturnType<typeof load> | undefined;
  return async (spec, log, signal) => {
    loading ??= load();
    const { runSession, shared } = await loading;
    return runSession(spec, { ...shared, log }, signal);
  };
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
