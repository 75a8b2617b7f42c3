/** What is written when a run has ended: the report, then the last transitions and comments, while there is time. */
import { describeBug } from './errors.ts';
import type { Job } from './job.ts';
import type { RunOutcome } from './outcome.ts';
import { amendReport, type Reported, type ReportOptions, report } from './report/report.ts';
import type { Stops } from './signals.ts';
import type { LateTransitions } from './stage/late-transitions.ts';
import type { Layout } from './stage/workspace.ts';
import type { RunWatch } from './watch-run.ts';
import type { Workflow } from './workflow/workflow.ts';

/** A runner kills us 10 seconds after its SIGINT; until then labels can be put back. */
const LATEST_WRITE_MS = 6_000;

/** How long the last state of the issues' comments may keep a run from ending. */
const LAST_COMMENTS_MS = 30_000;

/** Of transcripts, prompts and standard error in `report.html`: what a browser opens without trouble. */
const MAX_PAGE_BYTES = 40 * 1024 * 1024;

/** The same when the runner is about to kill us. */
const MAX_HURRIED_BYTES = 4 * 1024 * 1024;

/** A run when nothing of it runs any more. */
export interface RunEnd {
  readonly outcome: RunOutcome;
  readonly stops: Stops;
  readonly late: LateTransitions;
  readonly watch: RunWatch;
}

/**
 * Reports, and after a shutdown writes the last transitions while there is time, adding what failed to the report. The
 * page comes first when there is time, so that the outputs name it, and last when the runner is about to kill us.
 */
export async function reportRun(
  job: Job,
  workflow: Workflow,
  layout: Layout,
  { outcome, stops, late, watch }: RunEnd,
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
  try {
    await amend(job, layout, { outcome, stops, late, watch, options, pagePath });
    return reported;
  } catch (bug) {
    // what was written stands: it is what the run did
    log.error(`internal error after the report, please report it: ${describeBug(bug)}`, {
      title: 'internal error',
    });
    return { ...reported, exitCode: 1 };
  }
}

/** Writes the last transitions and comments while there is time, and the report again when that taught us something. */
async function amend(
  job: Job,
  layout: Layout,
  {
    outcome,
    stops,
    late,
    watch,
    options,
    pagePath,
  }: RunEnd & { readonly options: ReportOptions; readonly pagePath: string | undefined },
): Promise<void> {
  const commented = watch.finishComments(
    AbortSignal.any([stops.everything, AbortSignal.timeout(LAST_COMMENTS_MS)]),
    () => leftToWriteMs(stops),
  );
  const notUndone = await late.write(AbortSignal.timeout(leftToWriteMs(stops)));
  for (const what of notUndone) job.log.error(what);
  const whole = { ...outcome, notUndone };
  if (notUndone.length > 0) amendReport(whole, { ...options, pagePath });
  if (pagePath === undefined && hasTimeForPage(stops)) {
    const latePath = await writePage(job, layout, whole, options);
    if (latePath !== undefined) amendReport(whole, { ...options, pagePath: latePath });
  }
  await commented;
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
