/** Labels. Each of these requests can be repeated without harm, so Octokit may try again. */
import { z } from 'zod';
import type { GithubCall, GithubClient } from './client.ts';
import { isNotFound } from './github-error.ts';
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
    if (isNotFound(error)) return false;
    throw error;
  }
}

const labelsJson = z.array(z.object({ name: z.string() }));
const PAGE = 100;

/** Those of the labels that the repository does not have, found with one request where it has no more than 100 labels. */
export async function findMissingLabels(
  client: GithubClient,
  repository: Repository,
  names: readonly string[],
  call: GithubCall,
): Promise<readonly string[]> {
  const parameters = { ...repository, per_page: PAGE };
  const { data } = await client.request('GET /repos/{owner}/{repo}/labels', parameters, call);
  const first = labelsJson.safeParse(data).data ?? [];
  const there = new Set(first.map(({ name }) => name.toLowerCase()));
  const left = names.filter((name) => !there.has(name.toLowerCase()));
  if (first.length > 0 && first.length < PAGE) return left;
  const exist = await Promise.all(left.map((name) => labelExists(client, repository, name, call)));
  return left.filter((_, index) => exist[index] === false);
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
    if (isNotFound(error)) return;
    throw error;
  }
}
