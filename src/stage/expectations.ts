/**
 * What a stage says must be true after a session that completed. The starting point is read right before the first session
 * of a stage run, the check comes after `after_run` and before the transition. What can't be checked is never green.
 */
import type { SessionSnapshot, Verdict } from '../outcome.ts';
import type { Issue } from '../tracker/issue.ts';
import type { Happened, IssueWatch, Tracker, TrackerHappening, WorkspaceWork } from '../tracker/tracker.ts';
import type { Expectation, Stage } from '../workflow/workflow.ts';
import { findNewWork, type Git, type GitState, readChanges, readGitState } from './git-state.ts';
import { matchOutput } from './match-output.ts';
import type { WriteEvent } from './stage-deps.ts';
import { cancelledBy, describeError } from './verdict.ts';

export interface ExpectationsRun {
  readonly issue: Issue;
  readonly stage: Pick<Stage, 'name' | 'expect'>;
  readonly tracker: Pick<Tracker, 'kind' | 'watch'>;
  readonly git: Git;
  readonly writeEvent: WriteEvent;
}

/** What is known of a session that completed. */
export type CompletedSession = Pick<SessionSnapshot, 'lastMessage' | 'permissionDenials'>;

/** How things were before the stage run's first session: what an attempt that failed left behind counts, too. */
export interface StartingPoint {
  /** Undefined when the workspace was no git repository. */
  readonly git: GitState | undefined;
  readonly watch: IssueWatch | undefined;
}

export type StartingPointRead =
  | { readonly kind: 'read'; readonly point: StartingPoint }
  /** It could not be read, so what the stage expects could not be checked. */
  | { readonly kind: 'failed'; readonly verdict: Verdict };

/** Reads the starting point. What the world does is in the answer; rejects only for bugs. */
export async function readStartingPoint(
  run: ExpectationsRun,
  signal: AbortSignal,
): Promise<StartingPointRead> {
  const kinds = run.stage.expect.map(({ kind }) => kind);
  const onTracker = kinds.filter(isOnTracker);
  try {
    const git = kinds.some((kind) => NEEDS_GIT.includes(kind))
      ? await trying('setup', 'git', () => readGitState(run.git, signal))
      : undefined;
    const watch =
      onTracker.length === 0
        ? undefined
        : await trying(classOf(run.tracker), quote(onTracker), () =>
            run.tracker.watch({ issue: run.issue, what: onTracker, branch: git?.branch }, signal),
          );
    return { kind: 'read', point: { git, watch } };
  } catch (error) {
    if (signal.aborted) return { kind: 'failed', verdict: cancelledBy(signal) };
    if (!(error instanceof Uncheckable)) throw error;
    const reason = `what the stage expects can not be checked, so nothing was started: ${error.message}`;
    return { kind: 'failed', verdict: { state: 'failed', class: error.failureClass, reason } };
  }
}

/** The verdict on a session that completed. Rejects only for bugs. */
export async function checkExpectations(
  run: ExpectationsRun,
  start: StartingPoint,
  session: CompletedSession,
  signal: AbortSignal,
): Promise<Verdict> {
  const { stage, issue } = run;
  if (stage.expect.length === 0) return { state: 'completed' };
  let work: Promise<Work> | undefined;
  const readWork = (): Promise<Work> => {
    work ??= findWork(run.git, start.git, signal);
    return work;
  };
  const results: { readonly expectation: Expectation; readonly happened: Happened }[] = [];
  try {
    for (const expectation of stage.expect) {
      const happened = await checkOne(run, start, expectation, session, readWork, signal);
      results.push({ expectation, happened });
    }
  } catch (error) {
    if (signal.aborted) {
      const reason = 'the run was cancelled before it was checked what the stage expects';
      return { state: 'cancelled', class: 'cancelled', reason };
    }
    if (!(error instanceof Uncheckable)) throw error;
    const reason = `completed, but it can not be checked whether what the stage expects happened: ${error.message}`;
    return { state: 'failed', class: error.failureClass, reason };
  }
  const named = (kind: Happened['kind']) =>
    results.filter(({ happened }) => happened.kind === kind).map(({ expectation }) => expectation.kind);
  run.writeEvent('expectations', {
    issue: issue.id,
    stage: stage.name,
    met: named('met'),
    unmet: named('unmet'),
  });
  return judge(results, session.permissionDenials);
}

async function checkOne(
  { tracker, git }: ExpectationsRun,
  { git: before, watch }: StartingPoint,
  expectation: Expectation,
  { lastMessage }: CompletedSession,
  readWork: () => Promise<Work>,
  signal: AbortSignal,
): Promise<Happened> {
  const { kind } = expectation;
  const name = `\`${kind}\``;
  const ask = (what: TrackerHappening, { branches, tips, local }: WorkspaceWork): Promise<Happened> =>
    trying(classOf(tracker), name, async () => {
      if (watch === undefined) throw new Error('there is no starting point');
      return watch.check(what, { branches, tips, local }, signal);
    });
  switch (kind) {
    case 'state_changed':
    case 'comment':
    case 'pull_request': {
      const work = kind === 'pull_request' ? await trying(GIT_AFTERWARDS, name, readWork) : NO_WORK;
      return ask(kind, work);
    }
    case 'commits': {
      const work = await trying(GIT_AFTERWARDS, name, readWork);
      if (work.tips.length > 0) return { kind: 'met' };
      if (work.local.length > 0) return ask(kind, work);
      return unmet(
        work.isRepository
          ? 'no commit was added'
          : 'no commit was added (the workspace is no git repository)',
      );
    }
    case 'clean_worktree': {
      const { isRepository } = await trying(GIT_AFTERWARDS, name, readWork);
      if (!isRepository && before === undefined) {
        throw new Uncheckable('setup', name, 'the workspace is no git repository');
      }
      if (!isRepository) return unmet('the git repository of the workspace is gone');
      const changes = await trying(GIT_AFTERWARDS, name, () => readChanges(git, signal));
      return changes.length === 0 ? { kind: 'met' } : unmet(describeChanges(changes));
    }
    case 'output': {
      if (lastMessage === undefined) return unmet('there was no last message');
      const match = matchOutput(expectation.pattern, lastMessage);
      if (match.kind === 'failed') throw new Uncheckable('setup', name, match.reason);
      return match.kind === 'met'
        ? { kind: 'met' }
        : unmet(`the last message does not match \`${expectation.pattern}\``);
    }
    default:
      return expectation satisfies never;
  }
}

/** Completed when everything is met. Otherwise it says what did not happen, and that the agent was refused tools. */
function judge(
  results: readonly { readonly expectation: Expectation; readonly happened: Happened }[],
  denials: number,
): Verdict {
  const details = results.flatMap(({ happened }) => (happened.kind === 'unmet' ? [happened.detail] : []));
  if (details.length === 0) return { state: 'completed' };
  const isNothing =
    details.length === results.length && results.some(({ expectation }) => isOnTracker(expectation.kind));
  const refused = details.length === results.length ? describeDenials(denials) : '';
  const what = isNothing ? 'nothing happened' : 'not what the stage expects';
  return {
    state: 'failed',
    class: 'agent',
    reason: `completed, but ${what}: ${details.join(', ')}${refused}`,
  };
}

/** To stand at the end of a reason; empty without denials. */
export function describeDenials(denials: number): string {
  if (denials === 0) return '';
  return `; the agent was denied permission ${denials === 1 ? 'once' : `${denials} times`}: look at the \`args\` of its profile`;
}

type Kind = Expectation['kind'];

const NEEDS_GIT: readonly Kind[] = ['commits', 'pull_request', 'clean_worktree'];

/** What an agent does for others to see, other than to say or to leave something. */
function isOnTracker(kind: Kind): kind is TrackerHappening {
  return kind === 'state_changed' || kind === 'comment' || kind === 'commits' || kind === 'pull_request';
}

/** The workspace's work since the start. */
interface Work extends WorkspaceWork {
  readonly isRepository: boolean;
}

const NO_WORK: Work = { isRepository: false, branches: [], tips: [], local: [] };

async function findWork(git: Git, before: GitState | undefined, signal: AbortSignal): Promise<Work> {
  const now = await readGitState(git, signal);
  if (now === undefined) return NO_WORK;
  const { head, pushed, local } = await findNewWork(git, before, now, signal);
  const moved = [...pushed, ...local].map(({ branch }) => branch);
  const branches = now.branch === undefined ? moved : [now.branch, ...moved];
  const tips = [...(head === undefined ? [] : [head]), ...pushed.map(({ sha }) => sha)];
  return { isRepository: true, branches: [...new Set(branches)], tips: [...new Set(tips)], local };
}

type UncheckableClass = 'setup' | 'github' | 'agent';

/** Git answered at the starting point: when it no longer does, the session broke the repository. */
const GIT_AFTERWARDS: UncheckableClass = 'agent';

/** That something can't be checked is nobody's success. */
class Uncheckable extends Error {
  override readonly name = 'Uncheckable';
  readonly failureClass: UncheckableClass;

  constructor(failureClass: UncheckableClass, what: string, why: string, options?: ErrorOptions) {
    super(`${what}: ${why}`, options);
    this.failureClass = failureClass;
  }
}

async function trying<T>(failureClass: UncheckableClass, what: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new Uncheckable(failureClass, what, describeError(error), { cause: error });
  }
}

/** A pull command that fails is the repository's own. */
function classOf({ kind }: Pick<Tracker, 'kind'>): 'setup' | 'github' {
  return kind === 'github' ? 'github' : 'setup';
}

function unmet(detail: string): Happened {
  return { kind: 'unmet', detail };
}

const SHOWN_CHANGES = 3;

function describeChanges(changes: readonly string[]): string {
  const shown = changes.slice(0, SHOWN_CHANGES).map((change) => `\`${change.trim()}\``);
  const more = changes.length > SHOWN_CHANGES ? ', ...' : '';
  const count = changes.length === 1 ? '1 change' : `${changes.length} changes`;
  return `the worktree is not clean (${count}: ${shown.join(', ')}${more})`;
}

function quote(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
