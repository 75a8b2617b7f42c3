import type { GithubCall, GithubClient } from './client.ts';
import { type GithubIssue, issueJson, type Repository } from './issue-json.ts';
import { parseAnswer } from './parse-answer.ts';

/** Reads one issue, or pull request, by its number. Rejects as `GithubClient.request` does. */
export async function readIssue(
  client: GithubClient,
  repository: Repository,
  number: number,
  call: GithubCall,
): Promise<GithubIssue> {
  const { data } = await client.request(
    'GET /repos/{owner}/{repo}/issues/{issue_number}',
    { ...repository, issue_number: number },
    call,
  );
  return parseAnswer(issueJson, data, `GitHub's answer for #${number} was cut off or is no issue`);
}
