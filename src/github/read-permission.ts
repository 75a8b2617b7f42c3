import { z } from 'zod';
import type { GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';
import type { Repository } from './issue-json.ts';

/** What somebody may do in the repository, as far as trust asks. */
export type Permission = 'write' | 'triage' | 'none';

const permissionJson = z.object({ permission: z.string(), role_name: z.string().optional() });

/**
 * A collaborator's permission as GitHub reports it. `maintain` is reported as write and `triage` as read: those have their
 * name in `role_name` only. Rejects as `GithubClient.request` does.
 */
export async function readPermission(
  client: GithubClient,
  repository: Repository,
  login: string,
  signal: AbortSignal,
): Promise<Permission> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
  try {
    const { data } = await client.request(route, { ...repository, username: login }, { signal });
    const parsed = permissionJson.safeParse(data);
    if (!parsed.success) {
      throw new GithubError(`GitHub's answer on the permission of \`${login}\` was cut off`, 200, {
        cause: parsed.error,
      });
    }
    const { permission, role_name: role } = parsed.data;
    if (permission === 'admin' || permission === 'write' || role === 'maintain') return 'write';
    return role === 'triage' ? 'triage' : 'none';
  } catch (error) {
    // No such account: it may do nothing.
    if (error instanceof GithubError && error.status === 404) return 'none';
    throw error;
  }
}
