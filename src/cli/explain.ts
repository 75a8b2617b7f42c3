/**
 * What a run would do now, without doing it: one pull, every decision, every prompt. It starts nothing but the pull
 * command of the file, and changes nothing: neither on GitHub nor on the disk.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dryRun } from '../dry-run.ts';
import { createEnvironments, type Environments } from '../environment/environments.ts';
import { hasGitIdentity } from '../environment/git-identity.ts';
import { messageOf } from '../errors.ts';
import { GithubError } from '../github/github-error.ts';
import { openGithub } from '../github/open-client.ts';
import type { Job } from '../job.ts';
import type { Log } from '../log.ts';
import type { RunOutcome } from '../outcome.ts';
import { createProcesses } from '../process.ts';
import { decideExit } from '../report/exit.ts';
import { createStops } from '../signals.ts';
import { buildIssueFields } from '../stage/facts.ts';
import { createLayout } from '../stage/workspace.ts';
import { createTracker } from '../tracker/create-tracker.ts';
import { readUnlisted, type UnlistedIssue } from '../tracker/github-unlisted.ts';
import type { Issue } from '../tracker/issue.ts';
import { CredentialsError, RateLimitError } from '../tracker/tracker.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { ExitCode } from './exit-code.ts';
import { isFatal, printFindings, printJson, type Shown } from './findings.ts';
import { load } from './load.ts';
import { assertAskable, createJob, type Local } from './local.ts';
import { createPlan, describeAgent, type PlannedIssue, type PlannedStage } from './plan.ts';
import { planToJson, printPlan } from './print-plan.ts';
import { showPrompt } from './shown-prompt.ts';

/** GitHub's rate limit is waited for no longer. */
const LONGEST_MS = 10 * 60_000;

/** Prints the plan. */
export async function explain(local: Local): Promise<ExitCode> {
  const { asked, terminal } = local;
  const { workflow, found } = await load(local);
  if (!asked.json) await printFindings(found, local);
  if (workflow === undefined || isFatal(found, asked.strict)) {
    if (asked.json) printJson(found, local, { issues: [] });
    terminal.line(['the workflow file is not fit to run: nothing would start', 'red']);
    return 1;
  }
  assertAskable(local, workflow);
  const job = createJob(local, { mode: 'run', dryRun: true });
  const environments = createEnvironments({
    variables: local.environment.variables,
    token: local.token,
    repository: local.repository,
    serverUrl: local.environment.serverUrl,
    workspaceRoot: workflow.workspaceRoot,
    workflowPath: workflow.path,
    hasGitIdentity: (folder) => hasGitIdentity(local.environment.variables, folder),
  });
  const seen = await look(job, workflow, environments);
  const { outcome, unlisted, hasMore } = seen;
  const plan = await createPlan({ outcome, unlisted, workflow }, (issue, stage) =>
    planStage(issue, stage, workflow, environments),
  );
  if (asked.json) printJson([...found, ...seen.found], local, { issues: planToJson(plan) });
  else printPlan(plan, { outcome, hasMore, places: workflow.loop.maxIssueConcurrency }, local);
  const isBad = isFatal(seen.found, asked.strict) || decideExit(outcome, 'never') === 1;
  return isBad || plan.some(hasBrokenPrompt) ? 1 : 0;
}

interface Look {
  readonly outcome: RunOutcome;
  readonly unlisted: readonly UnlistedIssue[];
  readonly hasMore: boolean;
  /** What was wrong with the pull; the log has it, too. */
  readonly found: readonly Shown[];
}

async function look(job: Job, workflow: Workflow, environments: Environments): Promise<Look> {
  const { environment, inputs, interrupts, runId, log, redact } = job;
  const tempDir = await mkdtemp(join(environment.runnerTemp ?? tmpdir(), 'vik-'));
  try {
    const processes = createProcesses({ runId, tempDir, log, redact });
    using stops = createStops(LONGEST_MS, interrupts, (what) => {
      log.warning(`${what}: ending`);
      processes.hurry();
    });
    const tracker = await createTracker({ environment, inputs, workflow, processes, environments, log });
    const found: Shown[] = [];
    const deps = { tracker, log: createQuietLog(log, found), timeLeftMs: () => Number.POSITIVE_INFINITY };
    const outcome = await dryRun({ ...deps, writeEvent: () => {} }, withoutLimit(workflow), stops.sessions);
    await processes.sweep('');
    const rest =
      outcome.reason === 'drained' ? await lookFurther(job, workflow, outcome, stops.sessions) : NO_MORE;
    return { outcome, ...rest, found };
  } finally {
    await rm(tempDir, { recursive: true, force: true });
  }
}

/** Who waits for a place is asked about, too: why it would not start may be another thing than the wait. */
function withoutLimit(workflow: Workflow): Workflow {
  return { ...workflow, loop: { ...workflow.loop, maxIssueConcurrency: Number.POSITIVE_INFINITY } };
}

const NO_MORE = { unlisted: [], hasMore: false };

/** The open issues that no pull takes. That they can't be listed is only said: the plan is whole without them. */
async function lookFurther(
  { environment, inputs, log }: Job,
  { intake, stages }: Workflow,
  outcome: RunOutcome,
  signal: AbortSignal,
): Promise<Pick<Look, 'unlisted' | 'hasMore'>> {
  if (intake.kind === 'command') return NO_MORE;
  const seen = new Set([
    ...outcome.planned.map(({ issue }) => issue.id),
    ...outcome.skipped.map(({ id }) => id),
  ]);
  const [owner = '', repo = ''] = inputs.repository.split('/');
  try {
    const client = await openGithub(environment, inputs.token, log);
    const left = await readUnlisted({ client, repository: { owner, repo }, intake, stages }, seen, signal);
    return { unlisted: left.issues, hasMore: left.hasMore };
  } catch (error) {
    const isTheirs =
      error instanceof GithubError || error instanceof RateLimitError || error instanceof CredentialsError;
    if (!isTheirs && !signal.aborted) throw error;
    log.warning(`the open issues that no pull takes could not be listed: ${messageOf(error)}`);
    return NO_MORE;
  }
}

async function planStage(
  issue: Issue,
  name: string,
  workflow: Workflow,
  environments: Environments,
): Promise<PlannedStage> {
  const stage = workflow.stages.find((one) => one.name === name);
  if (stage === undefined) throw new Error(`a stage \`${name}\` was planned that the workflow does not have`);
  const layout = createLayout(workflow);
  const context = {
    issue: buildIssueFields({ issue, stage: name, workspace: layout.workspaceOf(issue.id) }),
    workspace_root: layout.root,
    workflow_path: workflow.path,
    workflow_dir: workflow.dir,
    env: environments.templateEnv,
  };
  const prompt = await showPrompt(stage.prompt, context, environments.secretNames);
  return { stage: name, ...describeAgent(stage), prompt };
}

function hasBrokenPrompt({ stages }: PlannedIssue): boolean {
  return stages.some(({ prompt }) => prompt.kind === 'failed');
}

/** What the plan says of each issue need not be said twice; what is said of the pull is also kept in `found`. */
function createQuietLog(log: Log, found: Shown[]): Log {
  return {
    ...log,
    info: () => {},
    warning(message, annotation) {
      if (annotation?.kind !== 'pull') return;
      found.push({ severity: 'warning', code: 'issue_left_out', message });
      log.warning(message, annotation);
    },
    error(message, annotation) {
      found.push({ severity: 'error', code: 'pull_failed', message });
      log.error(message, annotation);
    },
    child: () => createQuietLog(log, found),
  };
}
