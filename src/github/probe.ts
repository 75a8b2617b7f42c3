/** Requests that tell what a token may do in a repository and change nothing. */
import { z } from 'zod';
import type { Account } from '../trust/history.ts';
import { toAccount } from './account.ts';
import type { GithubCall, GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';
import type { Repository } from './issue-json.ts';
import { parseAnswer } from './parse-answer.ts';

export interface RepositoryFacts {
  readonly isArchived: boolean;
  /** The role of the person whose token it is. GitHub does not report that of an App's token, which GITHUB_TOKEN is. */
  readonly role: { readonly triage: boolean; readonly push: boolean } | undefined;
}

const repositoryJson = z.object({
  archived: z.boolean().default(false),
  permissions: z.object({ push: z.boolean(), triage: z.boolean().default(false) }).optional(),
});

/** Rejects as `GithubClient.request` does; 404: it is not there, or the token may not see it. */
export async function readRepository(
  client: GithubClient,
  repository: Repository,
  call: GithubCall,
): Promise<RepositoryFacts> {
  const { data } = await client.request('GET /repos/{owner}/{repo}', { ...repository }, call);
  const problem = "GitHub's answer for the repository was cut off";
  const { archived, permissions } = parseAnswer(repositoryJson, data, problem);
  return { isArchived: archived, role: permissions };
}

/** Lists one issue. Rejects as `GithubClient.request` does. */
export async function tryListing(
  client: GithubClient,
  repository: Repository,
  call: GithubCall,
): Promise<void> {
  const route = 'GET /repos/{owner}/{repo}/issues';
  const { data } = await client.request(route, { ...repository, per_page: 1 }, call);
  if (!Array.isArray(data)) throw new GithubError(`${route}: the answer is no list`, 200);
}

/**
 * Whether the token may write labels. GitHub has no question for that, so a label without a name is asked for, which can't
 * be made: who may write is told so (422), who may not is refused before (403, or 404 for a person's token). Rejects as
 * `GithubClient.request` does for everything else.
 */
export async function mayWriteLabels(
  client: GithubClient,
  repository: Repository,
  call: GithubCall,
): Promise<boolean> {
  try {
    const nameless = { ...repository, color: 'ededed' };
    await client.request('POST /repos/{owner}/{repo}/labels', nameless, { ...call, retries: 0 });
    return true;
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    if (error.status === 422) return true;
    if (error.status === 403 || error.status === 404) return false;
    throw error;
  }
}

const viewerJson = z.object({ data: z.object({ viewer: z.object({ login: z.string() }) }) });

/** The token's account as GraphQL tells it. Rejects as `GithubClient.request` does; 404: the server has no GraphQL. */
export async function readViewer(client: GithubClient, call: GithubCall): Promise<Account> {
  const answer = await client.graphql('query doctor { viewer { login } }', {}, call);
  const { login } = parseAnswer(viewerJson, answer, 'GraphQL does not say whose token it is').data.viewer;
  return toAccount(login.endsWith('[bot]') ? 'Bot' : 'User', login);
}
