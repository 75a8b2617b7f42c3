import type { GithubCall, GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';
import { type GithubIssue, issueJson, type Repository } from './issue-json.ts';

/** Reads one issue, or pull request, by its number. Rejects as `GithubClient.request` does. */
export async function readIssue(
  client: GithubClient,
  repository: Repository,
  number: number,
  call: GithubCall,
): Promise<GithubIssue> {
  const answer = await client.request(
    'GET /repos/{owner}/{repo}/issues/{issue_number}',
    { ...repository, issue_number: number },
    call,
  );
  const parsed = issueJson.safeParse(answer.data);
  if (parsed.success) return parsed.data;
  throw new GithubError(`GitHub's answer for #${number} was cut off or is no issue`, 200, {
    cause: parsed.error,
  });
}
