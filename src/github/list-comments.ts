import { z } from 'zod';
import type { GithubClient } from './client.ts';
import { isReportComment } from './issue-comments.ts';
import type { Repository } from './issue-json.ts';
import { parseAnswer } from './parse-answer.ts';

export interface GithubComment {
  readonly id: number;
  /** As GitHub writes dates: they sort as text. */
  readonly createdAt: string;
  /** Undefined for a deleted account. */
  readonly author: string | undefined;
  readonly isBot: boolean;
  /** One of ours that shows how a run goes: nobody's answer. */
  readonly isReport: boolean;
}

const commentJson = z
  .object({
    id: z.int(),
    created_at: z.string(),
    body: z.string().nullish(),
    user: z.object({ login: z.string(), type: z.string() }).nullish(),
  })
  .transform(
    ({ id, created_at, body, user }): GithubComment => ({
      id,
      createdAt: created_at,
      author: user?.login,
      isBot: user?.type === 'Bot',
      isReport: isReportComment(body ?? ''),
    }),
  );

const PAGE_SIZE = 100;
/** A thousand comments in one session. */
const MOST_PAGES = 10;

/** Comments of an issue that were written or edited since. Rejects as `GithubClient.request` does. */
export async function listComments(
  client: GithubClient,
  repository: Repository,
  number: number,
  since: string,
  signal: AbortSignal,
): Promise<readonly GithubComment[]> {
  const comments: GithubComment[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { data } = await client.request(
      'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { ...repository, issue_number: number, since, per_page: PAGE_SIZE, page },
      { signal },
    );
    const found = parseAnswer(z.array(commentJson), data, `the comments of #${number} were cut off`);
    comments.push(...found);
    if (found.length < PAGE_SIZE) break;
  }
  return comments;
}
