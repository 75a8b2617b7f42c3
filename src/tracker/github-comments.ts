/**
 * The one comment of a workflow on an issue: created once, edited after. It is ours when it begins with our marker and
 * our token's own account wrote it. What was asked for and not answered is looked for before it is asked for again.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { GithubCall, GithubClient } from '../github/client.ts';
import { GithubError, isGone } from '../github/github-error.ts';
import { commentMarker, createComment, editComment, findOwnComment } from '../github/issue-comments.ts';
import type { Repository } from '../github/issue-json.ts';
import { readViewer } from '../github/probe.ts';
import type { Account } from '../trust/history.ts';
import { type CommentOutcome, CredentialsError, type IssueComments, RateLimitError } from './tracker.ts';

export interface GithubCommentsDeps {
  readonly client: GithubClient;
  readonly repository: Repository;
  /** Of the workflow file, the same in every job: 16 hexadecimal digits. */
  readonly key: string;
  /** How long a comment may take to be listed after a request that got no answer; 10 seconds. */
  readonly settleMs?: number;
}

export function createGithubComments(deps: GithubCommentsDeps): IssueComments {
  const { client, repository, settleMs = 10_000 } = deps;
  const marker = commentMarker(deps.key);
  const ids = new Map<number, number>();
  const deleted = new Set<number>();
  /** `performance.now()` of the last creation without an answer. */
  const unanswered = new Map<number, number>();
  let own: Account | undefined;

  async function find(number: number, call: GithubCall): Promise<number | undefined> {
    own ??= await readViewer(client, call);
    const since = unanswered.get(number);
    const leftMs = since === undefined ? 0 : since + settleMs - performance.now();
    if (leftMs > 0) await delay(leftMs, undefined, { signal: call.signal });
    return findOwnComment(client, { repository, number, marker, own }, call);
  }

  async function create(number: number, body: string, call: GithubCall): Promise<void> {
    try {
      ids.set(number, await createComment(client, { repository, number, body }, call));
      unanswered.delete(number);
    } catch (error) {
      if (!isRefusal(error)) unanswered.set(number, performance.now());
      throw error;
    }
  }

  async function write(number: number, text: string, call: GithubCall): Promise<CommentOutcome> {
    const body = `${marker}\n${text}`;
    const id = ids.get(number) ?? (call.urgent === true ? undefined : await find(number, call));
    if (id === undefined) {
      // in a hurry nobody could look whether a request without an answer made one
      if (call.urgent === true) return { kind: 'left' };
      await create(number, body, call);
      return { kind: 'written' };
    }
    ids.set(number, id);
    try {
      await editComment(client, { repository, id, body }, call);
    } catch (error) {
      if (!isGone(error)) throw error;
      deleted.add(number);
      return { kind: 'gone' };
    }
    return { kind: 'written' };
  }

  return {
    async write(issueId, text, call) {
      const number = Number(issueId);
      if (deleted.has(number)) return { kind: 'gone' };
      try {
        return await write(number, text, call);
      } catch (error) {
        if (error instanceof Error && isRefusal(error) && !(error instanceof CredentialsError)) {
          return { kind: 'refused', detail: error.message };
        }
        throw error;
      }
    },
    mayRefresh: () => !client.isRateLimitLow(),
  };
}

/** GitHub said no: nothing was made. Everything else may have been done, its answer lost. */
function isRefusal(error: unknown): boolean {
  if (error instanceof CredentialsError || error instanceof RateLimitError) return true;
  return error instanceof GithubError && error.status >= 400 && error.status < 500;
}
