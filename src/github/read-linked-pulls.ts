/** Pull requests that GitHub shows at an issue: those that will close it, and those that mention it. Only GraphQL knows. */
import { z } from 'zod';
import type { GithubClient } from './client.ts';
import { isNotFound } from './github-error.ts';
import type { Repository } from './issue-json.ts';
import { parseGraphqlAnswer } from './parse-answer.ts';

export interface LinkedPull {
  readonly url: string;
  readonly number: number;
  readonly headSha: string;
  /** It belongs to this repository, and so does its branch. */
  readonly isOwn: boolean;
}

const QUERY = `
query links($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    nameWithOwner
    issue(number: $number) {
      closedByPullRequestsReferences(first: 100, includeClosedPrs: true) { nodes { ...pull } }
      timelineItems(last: 100, itemTypes: [CROSS_REFERENCED_EVENT]) {
        nodes { ... on CrossReferencedEvent { source { __typename ... on PullRequest { ...pull } } } }
      }
    }
  }
}
fragment pull on PullRequest { number url headRefOid isCrossRepository repository { nameWithOwner } }`;

const pull = z.object({
  number: z.int(),
  url: z.string(),
  headRefOid: z.string(),
  isCrossRepository: z.boolean(),
  repository: z.object({ nameWithOwner: z.string() }),
});
/** Null is what this token may not see. */
const nodes = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node.nullable()) });

const answer = z.object({
  data: z.object({
    repository: z.object({
      nameWithOwner: z.string(),
      issue: z.object({
        closedByPullRequestsReferences: nodes(pull).nullable(),
        timelineItems: nodes(
          z.object({
            source: z.union([
              z.object({ __typename: z.literal('PullRequest'), ...pull.shape }),
              z.object({ __typename: z.literal('Issue') }),
            ]),
          }),
        ),
      }),
    }),
  }),
});

/** Rejects as `GithubClient.request` does. On a server without GraphQL there are none. */
export async function readLinkedPulls(
  client: GithubClient,
  repository: Repository,
  number: number,
  signal: AbortSignal,
): Promise<readonly LinkedPull[]> {
  const data = await ask(client, { ...repository, number }, signal);
  if (data === undefined) return [];
  const advice = ' (linked pull requests need `pull-requests: read`)';
  const { nameWithOwner, issue } = parseGraphqlAnswer(answer, data, advice).data.repository;
  const closing = issue.closedByPullRequestsReferences?.nodes ?? [];
  const mentioning = issue.timelineItems.nodes.map((node) =>
    node?.source.__typename === 'PullRequest' ? node.source : null,
  );
  const found = [...closing, ...mentioning].flatMap((one): LinkedPull[] => {
    if (one === null) return [];
    const isOwn = !one.isCrossRepository && one.repository.nameWithOwner === nameWithOwner;
    return [{ url: one.url, number: one.number, headSha: one.headRefOid, isOwn }];
  });
  return [...new Map(found.map((one) => [one.url, one])).values()];
}

/** Undefined where there is no GraphQL. */
async function ask(
  client: GithubClient,
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<unknown> {
  try {
    return await client.graphql(QUERY, variables, { signal });
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
