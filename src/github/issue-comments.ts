/** Comments that we write ourselves, and how they are found again. */
import { z } from 'zod';
import type { Account } from '../trust/history.ts';
import { toAccount } from './account.ts';
import type { GithubCall, GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';
import type { Repository } from './issue-json.ts';
import { parseAnswer } from './parse-answer.ts';

/** What a comment that reports on a run begins with; GitHub does not show it. */
const MARKER = /^<!-- vik:[0-9a-f]{16} -->/;

/** The marker of a workflow's comments. `key`: 16 hexadecimal digits. */
export function commentMarker(key: string): string {
  return `<!-- vik:${key} -->`;
}

/** Whether a comment reports on a run, whoever wrote it. */
export function isReportComment(body: string): boolean {
  return MARKER.test(body);
}

const commentId = z.object({ id: z.int() });

const listedComment = z.object({
  id: z.int(),
  body: z.string().nullish(),
  user: z.object({ login: z.string(), type: z.string() }).nullish(),
});

const PAGE_SIZE = 100;
const MOST_PAGES = 30;

/**
 * The id of the oldest comment of this account that begins with the marker. Rejects as `GithubClient.request` does, and
 * when the issue has more comments than are looked through: one more must not be added on a guess.
 */
export async function findOwnComment(
  client: GithubClient,
  { repository, number, marker, own }: OwnComment,
  call: GithubCall,
): Promise<number | undefined> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { data } = await client.request(
      'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { ...repository, issue_number: number, per_page: PAGE_SIZE, page },
      call,
    );
    const listed = parseAnswer(z.array(listedComment), data, `the comments of #${number} were cut off`);
    const found = listed.find(
      ({ body, user }) =>
        body?.startsWith(marker) && user != null && isSame(toAccount(user.type, user.login), own),
    );
    if (found !== undefined) return found.id;
    if (listed.length < PAGE_SIZE) return undefined;
  }
  throw new GithubError(`#${number} has more than ${MOST_PAGES * PAGE_SIZE} comments`, 200);
}

export interface OwnComment {
  readonly repository: Repository;
  readonly number: number;
  readonly marker: string;
  /** The account of our token. */
  readonly own: Account;
}

/** Creates a comment; its id. Asked once: whoever gets no answer has to look whether it is there. */
export async function createComment(
  client: GithubClient,
  {
    repository,
    number,
    body,
  }: { readonly repository: Repository; readonly number: number; readonly body: string },
  call: GithubCall,
): Promise<number> {
  const { data } = await client.request(
    'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    { ...repository, issue_number: number, body },
    { ...call, retries: 0 },
  );
  return parseAnswer(commentId, data, `the answer for a new comment on #${number} was cut off`).id;
}

/** Rejects as `GithubClient.request` does; 404: somebody deleted it. */
export async function editComment(
  client: GithubClient,
  { repository, id, body }: { readonly repository: Repository; readonly id: number; readonly body: string },
  call: GithubCall,
): Promise<void> {
  await client.request(
    'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    { ...repository, comment_id: id, body },
    call,
  );
}

function isSame(a: Account, b: Account): boolean {
  return a.kind === b.kind && a.login.toLowerCase() === b.login.toLowerCase();
}
