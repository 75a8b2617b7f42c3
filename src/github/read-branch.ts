import { z } from 'zod';
import type { GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';
import type { Repository } from './issue-json.ts';

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
    const parsed = refJson.safeParse(data);
    if (parsed.success) return parsed.data.object.sha;
    throw new GithubError(`GitHub's answer on the branch \`${branch}\` was cut off`, 200, {
      cause: parsed.error,
    });
  } catch (error) {
    if (error instanceof GithubError && error.status === 404) return undefined;
    throw error;
  }
}
