/** Labels. Each of these requests can be repeated without harm, so Octokit may try again. */
import type { GithubCall, GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';
import type { Repository } from './issue-json.ts';

/** Whether the repository has this label. */
export async function labelExists(
  client: GithubClient,
  repository: Repository,
  name: string,
  call: GithubCall,
): Promise<boolean> {
  try {
    await client.request('GET /repos/{owner}/{repo}/labels/{name}', { ...repository, name }, call);
    return true;
  } catch (error) {
    if (error instanceof GithubError && error.status === 404) return false;
    throw error;
  }
}

/** Adds labels to an issue in one request; one that the repository does not have is made. */
export async function addLabels(
  client: GithubClient,
  repository: Repository,
  number: number,
  labels: readonly string[],
  call: GithubCall,
): Promise<void> {
  const parameters = { ...repository, issue_number: number, labels };
  await client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', parameters, call);
}

/** Takes one label off an issue; that it is not there any more is as good. */
export async function removeLabel(
  client: GithubClient,
  repository: Repository,
  number: number,
  name: string,
  call: GithubCall,
): Promise<void> {
  const parameters = { ...repository, issue_number: number, name };
  try {
    await client.request(
      'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
      parameters,
      call,
    );
  } catch (error) {
    if (error instanceof GithubError && error.status === 404) return;
    throw error;
  }
}
