/**
 * What happened to an issue on GitHub since a moment. Everything is compared by GitHub's own ids, numbers and times: the
 * runner's clock is not asked.
 */
import type { GithubClient } from '../github/client.ts';
import { isGone } from '../github/github-error.ts';
import type { GithubIssue, Repository } from '../github/issue-json.ts';
import { type GithubComment, listComments } from '../github/list-comments.ts';
import { listPullsOfBranch, type PullRequest, readNewestPull } from '../github/list-pulls.ts';
import { readBranch } from '../github/read-branch.ts';
import { readIssue } from '../github/read-issue.ts';
import { type LinkedPull, readLinkedPulls } from '../github/read-linked-pulls.ts';
import type { Permission } from '../github/read-permission.ts';
import type { LabelStates } from './label-state.ts';
import type { Happened, IssueWatch, WatchRequest, WorkspaceWork } from './tracker.ts';

export interface GithubWatchDeps {
  readonly client: GithubClient;
  readonly repository: Repository;
  readonly states: LabelStates;
  permissionOf(login: string, signal: AbortSignal): Promise<Permission>;
}

/** Pull requests as they were at the starting point. */
interface PullsBefore {
  /** The highest number there was; GitHub counts up. */
  readonly newest: number;
  /** Head commits by number, of the pull requests of the branch that was checked out. */
  readonly ofBranch: ReadonlyMap<number, string>;
  /** Head commits by address. */
  readonly linked: ReadonlyMap<string, string>;
}

/** More branches than an agent pushes in one session. */
const MOST_BRANCHES = 10;

export function createGithubWatch(
  deps: GithubWatchDeps,
): (request: WatchRequest, signal: AbortSignal) => Promise<IssueWatch> {
  const { client, repository, states } = deps;
  const statesOf = (issue: GithubIssue): readonly string[] => [
    ...new Set(issue.labels.flatMap((label) => states.stateOf(label) ?? [])),
  ];

  async function readPulls(
    number: number,
    branch: string | undefined,
    signal: AbortSignal,
  ): Promise<PullsBefore> {
    const ofBranch = branch === undefined ? [] : await listPullsOfBranch(client, repository, branch, signal);
    const linked = await readLinkedPulls(client, repository, number, signal);
    return {
      newest: await readNewestPull(client, repository, signal),
      ofBranch: new Map(ofBranch.map((pull) => [pull.number, pull.headSha])),
      linked: new Map(linked.map((pull) => [pull.url, pull.headSha])),
    };
  }

  async function checkState(before: GithubIssue, signal: AbortSignal): Promise<Happened> {
    let now: GithubIssue;
    try {
      now = await readIssue(client, repository, before.number, { signal });
    } catch (error) {
      if (isGone(error)) return { kind: 'met' };
      throw error;
    }
    if (!now.isOpen) return { kind: 'met' };
    const was = statesOf(before);
    const is = statesOf(now);
    const kept = was.filter((state) => is.includes(state));
    if (was.length === 0 ? is.length > 0 : kept.length === 0) return { kind: 'met' };
    if (was.length === 0) return { kind: 'unmet', detail: 'the issue still has no state of this file' };
    const more = is.filter((state) => !was.includes(state));
    const besides = more.length === 0 ? '' : ` (${quote(more)} was added besides)`;
    return { kind: 'unmet', detail: `the issue is still in ${quote(kept)}${besides}` };
  }

  async function checkComment(
    issue: GithubIssue,
    known: ReadonlySet<number>,
    signal: AbortSignal,
  ): Promise<Happened> {
    const comments = await listComments(
      client,
      repository,
      issue.number,
      justBefore(issue.updatedAt),
      signal,
    );
    // An older one that was edited is listed too, and so is what a run says of itself.
    const added = comments.filter(
      ({ id, createdAt, isReport }) => !isReport && !known.has(id) && createdAt >= issue.updatedAt,
    );
    for (const comment of added) if (await counts(comment, signal)) return { kind: 'met' };
    const detail =
      added.length === 0
        ? 'no comment was added'
        : 'no comment was added by a Bot or by someone with write access';
    return { kind: 'unmet', detail };
  }

  async function counts({ author, isBot }: GithubComment, signal: AbortSignal): Promise<boolean> {
    if (isBot) return true;
    return author !== undefined && (await deps.permissionOf(author, signal)) === 'write';
  }

  /** A branch on GitHub that stands where a local one does. */
  async function checkPushed({ local }: WorkspaceWork, signal: AbortSignal): Promise<Happened> {
    for (const { branch, sha } of local.slice(0, MOST_BRANCHES)) {
      if ((await readBranch(client, repository, branch, signal)) === sha) return { kind: 'met' };
    }
    return { kind: 'unmet', detail: 'no commit was added' };
  }

  async function checkPulls(
    number: number,
    before: PullsBefore,
    work: WorkspaceWork,
    signal: AbortSignal,
  ): Promise<Happened> {
    for (const branch of work.branches.slice(0, MOST_BRANCHES)) {
      const pulls = await listPullsOfBranch(client, repository, branch, signal);
      if (pulls.some((pull) => isBranchNews(pull, before, work))) return { kind: 'met' };
    }
    const linked = await readLinkedPulls(client, repository, number, signal);
    if (linked.some((pull) => isLinkNews(pull, before, work))) return { kind: 'met' };
    return { kind: 'unmet', detail: 'no pull request was opened or pushed to' };
  }

  return async ({ issue, what, branch }, signal) => {
    const number = Number(issue.id);
    const wantsIssue = what.includes('state_changed') || what.includes('comment');
    const before = wantsIssue ? await readIssue(client, repository, number, { signal }) : undefined;
    const comments =
      before !== undefined && what.includes('comment')
        ? await listComments(client, repository, number, justBefore(before.updatedAt), signal)
        : [];
    const known = new Set(comments.map(({ id }) => id));
    const pulls = what.includes('pull_request') ? await readPulls(number, branch, signal) : undefined;
    return {
      async check(happening, work, checkSignal) {
        if (happening === 'commits') return checkPushed(work, checkSignal);
        if (happening === 'state_changed' && before !== undefined) return checkState(before, checkSignal);
        if (happening === 'comment' && before !== undefined) return checkComment(before, known, checkSignal);
        if (happening === 'pull_request' && pulls !== undefined) {
          return checkPulls(number, pulls, work, checkSignal);
        }
        throw new Error(`\`${happening}\` has no starting point`);
      },
    };
  };
}

/** Opened since, or pushed to since. */
function isBranchNews({ number, headSha }: PullRequest, before: PullsBefore, work: WorkspaceWork): boolean {
  if (number > before.newest) return true;
  const was = before.ofBranch.get(number);
  return was === undefined ? work.tips.includes(headSha) : was !== headSha;
}

/** Of strangers' forks, who may mention any issue, only what the workspace holds counts. */
function isLinkNews(pull: LinkedPull, before: PullsBefore, work: WorkspaceWork): boolean {
  if (work.tips.includes(pull.headSha)) return true;
  if (!pull.isOwn) return false;
  const was = before.linked.get(pull.url);
  return was === undefined ? pull.number > before.newest : was !== pull.headSha;
}

/** GitHub counts in seconds, and does not say whether `since` includes its own. */
function justBefore(date: string): string {
  return new Date(Date.parse(date) - 1000).toISOString();
}

function quote(states: readonly string[]): string {
  return states.map((state) => `\`${state}\``).join(' and ');
}
