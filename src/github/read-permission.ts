import { z } from 'zod';
import type { GithubClient } from './client.ts';
import { isNotFound } from './github-error.ts';
import type { Repository } from './issue-json.ts';
import { parseAnswer } from './parse-answer.ts';

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
    const problem = `GitHub's answer on the permission of \`${login}\` was cut off`;
    const { permission, role_name: role } = parseAnswer(permissionJson, data, problem);
    if (permission === 'admin' || permission === 'write' || role === 'maintain') return 'write';
    return role === 'triage' ? 'triage' : 'none';
  } catch (error) {
    // No such account: it may do nothing.
    if (isNotFound(error)) return 'none';
    throw error;
  }
}
