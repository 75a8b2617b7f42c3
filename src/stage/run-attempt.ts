/**
 * One attempt of a stage run, top to bottom: prepare -> before_run -> on_start -> prompt -> session -> after_run ->
 * expectations.
 */
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { SessionOutcome } from '../agent/session.ts';
import type { Log } from '../log.ts';
import type { SessionSnapshot, Verdict } from '../outcome.ts';
import type { Issue } from '../tracker/issue.ts';
import type { Hook, Stage } from '../workflow/workflow.ts';
import { type ExpectationsRun, startExpectations } from './expectations.ts';
import { buildIssueFacts, buildIssueFields, type StageFacts } from './facts.ts';
import { createGit } from './git-state.ts';
import { type HookName, type HookOutcome, runHook } from './hooks.ts';
import { createPrivateFiles, type PrivateFiles } from './private-files.ts';
import { renderPrompt } from './prompt.ts';
import type { ShellScope } from './shell.ts';
import type { StageDeps } from './stage-deps.ts';
import type { TemplateContext } from './template.ts';
import type { StageTransitions } from './transitions.ts';
import { cancelledBy, describeError, setupFailure } from './verdict.ts';
import { assertInside, fileNameOf } from './workspace.ts';

export interface AttemptRun {
  readonly issue: Issue;
  readonly stage: Stage;
  /** The first segment of the markers of all its processes. */
  readonly stageRunId: string;
  readonly transitions: StageTransitions;
  /** A number that no process of this stage run has had. */
  nextProcess(): number;
  /** Is told what the session has cost so far, whenever more is known. */
  onCost(usd: number): void;
  /** Is given, when the agent is started, what answers how its session stands. */
  onSession(peek: () => SessionSnapshot): void;
  readonly log: Log;
}

/** What became of one attempt, before it is part of a record. */
export interface AttemptResult {
  readonly verdict: Verdict;
  /** Undefined when the attempt ended before its session started. */
  readonly session: SessionOutcome | undefined;
  readonly transcript: string | undefined;
  readonly stderrTail: string;
  readonly warnings: readonly string[];
}

/** Runs one attempt. Rejects only for bugs. */
export async function runAttempt(
  deps: StageDeps,
  run: AttemptRun,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const { issue, stage } = run;
  const { layout } = deps;
  const sessionName = `${fileNameOf(stage.name)}-${uuidv7()}`;
  const workspace = layout.workspaceOf(issue.id);
  const facts: StageFacts = { issue, stage: stage.name, workspace };
  try {
    // first of all, in the turn in which the stages of an issue start, so that they share it
    const prepared = await prepareWorkspace(deps, run, facts, signal);
    if (signal.aborted) return ended(cancelledBy(signal));
    if (prepared.kind === 'failed') return ended(setupFailure(prepared.reason), prepared.stderrTail);
    await using files = await createPrivateFiles(
      layout.sessionsOf(issue.id),
      sessionName,
      buildIssueFields(facts),
    );
    return await runInFiles(deps, run, { facts, files, sessionName }, signal);
  } catch (error) {
    return ended(signal.aborted ? cancelledBy(signal) : setupFailure(describeError(error)));
  }
}

interface AttemptPlace {
  readonly facts: StageFacts;
  readonly files: PrivateFiles;
  readonly sessionName: string;
}

async function runInFiles(
  deps: StageDeps,
  run: AttemptRun,
  { facts, files, sessionName }: AttemptPlace,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const { stage, stageRunId, transitions, log } = run;
  const { layout } = deps;
  const fail = (outcome: HookOutcome & { kind: 'failed' }) =>
    ended(signal.aborted ? cancelledBy(signal) : setupFailure(outcome.reason), outcome.stderrTail);

  const context = buildContext(deps, facts);
  const scope = scopeOf(deps, facts, files);
  const hook = (name: HookName, body: Hook, until: AbortSignal) =>
    runHook(
      {
        name,
        hook: body,
        context,
        scope,
        secretNames: deps.environments.secretNames,
        marker: `${stageRunId}/hook/${run.nextProcess()}`,
        writeEvent: (event, fields) =>
          deps.writeEvent(event, { issue: facts.issue.id, stage: stage.name, ...fields }),
      },
      until,
    );

  if (stage.beforeRun !== undefined) {
    const before = await hook('before_run', stage.beforeRun, signal);
    if (before.kind === 'failed') return fail(before);
  }
  if (signal.aborted) return ended(cancelledBy(signal));

  const start = await transitions.start(signal);
  if (start.kind === 'left-alone') {
    const reason = `before the session started, ${start.detail}`;
    return ended({ state: 'cancelled', class: 'cancelled', reason });
  }
  if (start.kind === 'failed') {
    if (signal.aborted) return ended(cancelledBy(signal));
    const reason = `transition to \`${stage.onStart?.state ?? 'on_start'}\` failed: ${start.detail}`;
    return ended({ state: 'failed', class: 'github', reason });
  }

  const nextMarker = () => `${stageRunId}/prompt/${run.nextProcess()}`;
  const { secretNames } = deps.environments;
  const prompt = await renderPrompt(
    { prompt: stage.prompt, context, secretNames, scope, nextMarker },
    signal,
  );
  if (signal.aborted) return ended(cancelledBy(signal));
  const promptFile = await files.writePrompt(prompt);

  const expectations = await startExpectations(expectationsOf(deps, run, facts, files), signal);
  if (signal.aborted) return ended(cancelledBy(signal));
  if (expectations.kind === 'failed') return ended(expectations.verdict);
  const transcript = path.join(layout.sessionsOf(facts.issue.id), `${sessionName}.jsonl`);
  await assertInside(layout.root, facts.workspace);
  const session = await deps.runSession(
    {
      profile: stage.agent,
      cwd: facts.workspace,
      checkPlace: () => assertInside(layout.root, facts.workspace),
      env: deps.environments.forAgent(stage.agent, buildIssueFacts(facts, files)),
      promptFile,
      onCost: run.onCost,
      onStart: run.onSession,
      marker: `${stageRunId}/agent/${run.nextProcess()}`,
      transcriptFile: transcript,
      stderrFile: path.join(layout.sessionsOf(facts.issue.id), `${sessionName}.stderr.log`),
    },
    log,
    signal,
  );
  const warnings = [...session.warnings];
  for (const warning of warnings) log.warning(warning, { kind: 'session' });
  // work is pushed here, so it also runs after a failure and when the time budget ended the session
  if (stage.afterRun !== undefined && !deps.shutdown.aborted) {
    const after = await hook('after_run', stage.afterRun, deps.shutdown);
    if (after.kind === 'failed') {
      warnings.push(after.reason);
      log.warning(`${after.reason}${after.stderrTail === '' ? '' : `: ${after.stderrTail}`}`, {
        kind: 'after_run',
      });
    }
  }
  const verdict =
    session.verdict.state === 'completed'
      ? await expectations.check(session.snapshot, deps.shutdown)
      : session.verdict;
  return { verdict, session, transcript, stderrTail: session.stderrTail, warnings };
}

/** Git gets the agent's environment: see git-state.ts. */
function expectationsOf(
  deps: StageDeps,
  { issue, stage, stageRunId, nextProcess }: AttemptRun,
  facts: StageFacts,
  files: PrivateFiles,
): ExpectationsRun {
  const { processes, layout, environments, tracker, writeEvent } = deps;
  const git = createGit({
    processes,
    root: layout.root,
    workspace: facts.workspace,
    env: () => environments.forAgent(stage.agent, buildIssueFacts(facts, files)),
    nextMarker: () => `${stageRunId}/hook/${nextProcess()}`,
    keep: (text) => files.write('known-commits', text),
  });
  return { issue, stage, tracker, git, writeEvent };
}

/** The issue's workspace, its `after_create` run when it is new. */
async function prepareWorkspace(
  deps: StageDeps,
  run: AttemptRun,
  facts: StageFacts,
  signal: AbortSignal,
): Promise<HookOutcome> {
  const { afterCreate } = deps.workflow;
  const issueFacts: StageFacts = { ...facts, stage: undefined };
  try {
    if (afterCreate === undefined) {
      await deps.workspaces.prepare(facts.issue.id, undefined);
      return { kind: 'ok' };
    }
    await deps.workspaces.prepare(facts.issue.id, async () => {
      run.log.debug(`new workspace ${facts.workspace}`);
      await using files = await createPrivateFiles(
        deps.layout.sessionsOf(facts.issue.id),
        `after_create-${uuidv7()}`,
        buildIssueFields(issueFacts),
      );
      const outcome = await runHook(
        {
          name: 'after_create',
          hook: afterCreate,
          context: buildContext(deps, issueFacts),
          scope: scopeOf(deps, issueFacts, files),
          secretNames: deps.environments.secretNames,
          // not under the stage run's id: what it left running serves all stages of the issue
          marker: `workspace-${facts.issue.id}/hook/1`,
          writeEvent: (event, fields) =>
            deps.writeEvent(event, { issue: facts.issue.id, stage: null, ...fields }),
        },
        signal,
      );
      if (outcome.kind === 'failed') throw new AfterCreateError(outcome.reason, outcome.stderrTail);
    });
    return { kind: 'ok' };
  } catch (error) {
    if (error instanceof AfterCreateError) {
      return { kind: 'failed', reason: error.message, stderrTail: error.stderrTail };
    }
    return { kind: 'failed', reason: describeError(error), stderrTail: '' };
  }
}

/** Carries the tail to every stage that awaited the same preparation. */
class AfterCreateError extends Error {
  override readonly name = 'AfterCreateError';
  readonly stderrTail: string;

  constructor(message: string, stderrTail: string) {
    super(message);
    this.stderrTail = stderrTail;
  }
}

function buildContext(deps: StageDeps, facts: StageFacts): TemplateContext {
  return {
    issue: buildIssueFields(facts),
    workspace_root: deps.layout.root,
    workflow_path: deps.workflow.path,
    workflow_dir: deps.workflow.dir,
    env: deps.environments.templateEnv,
  };
}

function scopeOf(deps: StageDeps, facts: StageFacts, files: PrivateFiles): ShellScope {
  return {
    processes: deps.processes,
    root: deps.layout.root,
    workspace: facts.workspace,
    // built only where there is a hook or a prompt command
    get env() {
      return deps.environments.forHook(buildIssueFacts(facts, files));
    },
  };
}

function ended(verdict: Verdict, stderrTail = ''): AttemptResult {
  return { verdict, session: undefined, transcript: undefined, stderrTail, warnings: [] };
}
