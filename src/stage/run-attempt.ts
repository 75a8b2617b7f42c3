/**
 * One attempt of a stage run, top to bottom: prepare -> before_run -> on_start -> prompt -> session -> after_run ->
 * expectations.
 */
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { SessionOutcome } from '../agent/session.ts';
import type { Log } from '../log.ts';
import type { SessionSnapshot, Verdict } from '../outcome.ts';
import { ProcessStartError } from '../process/start-error.ts';
import type { Issue } from '../tracker/issue.ts';
import type { Hook, Stage } from '../workflow/workflow.ts';
import {
  checkExpectations,
  describeDenials,
  type ExpectationsRun,
  readStartingPoint,
  type StartingPoint,
} from './expectations.ts';
import { buildIssueFacts, buildIssueFields, type StageFacts } from './facts.ts';
import { createGit } from './git-state.ts';
import { buildContext, scopeOf } from './hook-scope.ts';
import { type HookName, type HookOutcome, runHook } from './hooks.ts';
import { prepareWorkspace } from './prepare-workspace.ts';
import { createPrivateFiles, type PrivateFiles } from './private-files.ts';
import { PromptCommandError, renderPrompt } from './prompt.ts';
import type { StageDeps } from './stage-deps.ts';
import { TemplateError } from './template.ts';
import type { StageTransitions } from './transitions.ts';
import { cancelledBy, describeError, setupFailure } from './verdict.ts';
import { assertInside, fileNameOf, WorkspaceError } from './workspace.ts';

export interface AttemptRun {
  readonly issue: Issue;
  readonly stage: Stage;
  /** The first segment of the markers of all its processes. */
  readonly stageRunId: string;
  readonly transitions: StageTransitions;
  /** What its attempts share. */
  readonly shared: SharedByAttempts;
  /** Why no session may start any more, in words, if so. */
  refusal(): string | undefined;
  /** A number that no process of this stage run has had. */
  nextProcess(): number;
  /** Is told what the session has cost so far, whenever more is known. */
  onCost(usd: number): void;
  /** Is given, when the agent is started, what answers how its session stands. */
  onSession(peek: () => SessionSnapshot): void;
  readonly log: Log;
}

export interface SharedByAttempts {
  /** Read by the first attempt that gets so far. */
  startingPoint: StartingPoint | undefined;
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

/** Runs one attempt. What the world does is in the result; rejects only for bugs. */
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
    const prepared = await prepareWorkspace(deps, run.log, facts, signal);
    if (signal.aborted) return ended(cancelledBy(signal));
    if (prepared.kind === 'failed') return ended(setupFailure(prepared.reason), prepared.stderrTail);
    await using files = await createPrivateFiles(
      layout.sessionsOf(issue.id),
      sessionName,
      buildIssueFields(facts),
    );
    return await runInFiles(deps, run, { facts, files, sessionName }, signal);
  } catch (error) {
    if (signal.aborted) return ended(cancelledBy(signal));
    if (!isSetupError(error)) throw error;
    return ended(setupFailure(describeError(error)));
  }
}

/** What the workspace, a disk, a template or a program does; everything else that is thrown is a bug. */
function isSetupError(error: unknown): boolean {
  return (
    error instanceof WorkspaceError ||
    error instanceof ProcessStartError ||
    error instanceof TemplateError ||
    error instanceof PromptCommandError ||
    // of the system, such as a full disk
    (error instanceof Error && 'syscall' in error)
  );
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

  const expectations = expectationsOf(deps, run, facts, files);
  if (run.shared.startingPoint === undefined) {
    const start = await readStartingPoint(expectations, signal);
    if (signal.aborted) return ended(cancelledBy(signal));
    if (start.kind === 'failed') return ended(start.verdict);
    run.shared.startingPoint = start.point;
  }
  const { startingPoint } = run.shared;
  const transcript = path.join(layout.sessionsOf(facts.issue.id), `${sessionName}.jsonl`);
  await assertInside(layout.root, facts.workspace);
  const session = await deps.runSession(
    {
      profile: stage.agent,
      cwd: facts.workspace,
      checkPlace: () => assertInside(layout.root, facts.workspace),
      refusal: run.refusal,
      env: deps.environments.forAgent(stage.agent, buildIssueFacts(facts, files)),
      promptFile,
      onCost: run.onCost,
      onUsage: ({ tokens, costUsd }) =>
        deps.writeEvent('session_usage', {
          issue: facts.issue.id,
          stage: stage.name,
          input: tokens.input,
          output: tokens.output,
          cost_usd: costUsd ?? null,
        }),
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
      ? await checkExpectations(expectations, startingPoint, session.snapshot, deps.shutdown)
      : withDenials(session.verdict, session.snapshot.permissionDenials);
  return {
    verdict,
    session,
    transcript: session.hasTranscript ? transcript : undefined,
    stderrTail: session.stderrTail,
    warnings,
  };
}

/** An agent that was not allowed to work often fails in other words. */
function withDenials(verdict: Verdict, denials: number): Verdict {
  return verdict.state === 'failed' && verdict.class === 'agent'
    ? { ...verdict, reason: verdict.reason + describeDenials(denials) }
    : verdict;
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

function ended(verdict: Verdict, stderrTail = ''): AttemptResult {
  return { verdict, session: undefined, transcript: undefined, stderrTail, warnings: [] };
}
