import { z } from 'zod';
import type { GithubClient } from './client.ts';
import type { Repository } from './issue-json.ts';
import { parseAnswer } from './parse-answer.ts';

export interface PullRequest {
  readonly number: number;
  /** The commit at its head. */
  readonly headSha: string;
}

const pullsJson = z.array(
  z
    .object({ number: z.int(), head: z.object({ sha: z.string() }) })
    .transform(({ number, head }): PullRequest => ({ number, headSha: head.sha })),
);

/** Pull requests, open and closed, from this branch of the repository; the newest 100. */
export function listPullsOfBranch(
  client: GithubClient,
  repository: Repository,
  branch: string,
  signal: AbortSignal,
): Promise<readonly PullRequest[]> {
  return list(client, repository, { head: `${repository.owner}:${branch}`, per_page: 100 }, signal);
}

/** The highest number of a pull request; 0 when there is none. */
export async function readNewestPull(
  client: GithubClient,
  repository: Repository,
  signal: AbortSignal,
): Promise<number> {
  const [newest] = await list(client, repository, { per_page: 1 }, signal);
  return newest?.number ?? 0;
}

async function list(
  client: GithubClient,
  repository: Repository,
  query: Readonly<Record<string, string | number>>,
  signal: AbortSignal,
): Promise<readonly PullRequest[]> {
  const { data } = await client.request(
    'GET /repos/{owner}/{repo}/pulls',
    { ...repository, state: 'all', sort: 'created', direction: 'desc', ...query },
    { signal },
  );
  return parseAnswer(pullsJson, data, 'the listing of pull requests was cut off or is no list');
}
