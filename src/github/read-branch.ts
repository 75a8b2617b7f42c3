import { z } from 'zod';
import type { GithubClient } from './client.ts';
import { isNotFound } from './github-error.ts';
import type { Repository } from './issue-json.ts';
import { parseAnswer } from './parse-answer.ts';

const refJson = z.object({ object: z.object({ sha: z.string() }) });

/** The commit at which a branch stands; undefined when there is no such branch. Rejects as `GithubClient.request` does. */
export async function readBranch(
  client: GithubClient,
  { owner, repo }: Repository,
  branch: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  // A template would write the slashes of the name as %2F.
  const path = branch.split('/').map(encodeURIComponent).join('/');
  const address = `${client.apiUrl}/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/git/ref/heads/${path}`;
  try {
    const { data } = await client.request(`GET ${address}`, {}, { signal });
    return parseAnswer(refJson, data, `GitHub's answer on the branch \`${branch}\` was cut off`).object.sha;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
