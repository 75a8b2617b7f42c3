/**
 * The one GraphQL query of an admission: the issue as it is now, and the history that its approval is judged by. REST does
 * not know edits of the body.
 */
import { z } from 'zod';
import type { Account, BodyEdit, IssueEvent, IssueHistory } from '../trust/history.ts';
import { toAccount } from './account.ts';
import type { GithubClient } from './client.ts';
import { isNotFound } from './github-error.ts';
import type { GithubIssue, Repository } from './issue-json.ts';
import { parseGraphqlAnswer } from './parse-answer.ts';

export interface IssueReading {
  readonly issue: GithubIssue;
  readonly history: IssueHistory;
  /** The account of our token. */
  readonly own: Account | undefined;
  /** Reads the next page of what is missing of the history. */
  readOlder(signal: AbortSignal): Promise<IssueReading>;
}

/** The server has no GraphQL. */
export class NoGraphqlError extends Error {
  override readonly name = 'NoGraphqlError';
}

const QUERY = `
query admission($owner: String!, $repo: String!, $number: Int!, $before: String, $after: String) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    issue(number: $number) {
      number title body url state createdAt updatedAt authorAssociation
      author { __typename login }
      labels(first: 100) { nodes { name } }
      assignees(first: 20) { nodes { login } }
      milestone { title }
      comments { totalCount }
      lastEditedAt
      editor { __typename login }
      timelineItems(last: 100, before: $before, itemTypes: [LABELED_EVENT, UNLABELED_EVENT, RENAMED_TITLE_EVENT]) {
        pageInfo { hasPreviousPage startCursor }
        nodes {
          __typename
          ... on LabeledEvent { id createdAt actor { __typename login } label { name } }
          ... on UnlabeledEvent { id createdAt actor { __typename login } label { name } }
          ... on RenamedTitleEvent { id createdAt actor { __typename login } }
        }
      }
      userContentEdits(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { editedAt editor { __typename login } }
      }
    }
  }
}`;

const date = z.string().transform((text) => new Date(text));
/** Null is a deleted account. */
const actor = z
  .object({ __typename: z.string(), login: z.string() })
  .nullable()
  .transform((node) => (node === null ? undefined : toAccount(node.__typename, node.login)));
const eventBase = { id: z.string(), createdAt: date, actor };
const label = z.object({ name: z.string() });

const event = z
  .discriminatedUnion('__typename', [
    z.object({ __typename: z.literal('LabeledEvent'), label, ...eventBase }),
    z.object({ __typename: z.literal('UnlabeledEvent'), label, ...eventBase }),
    z.object({ __typename: z.literal('RenamedTitleEvent'), ...eventBase }),
  ])
  .transform((node): IssueEvent => {
    const { id, createdAt: at } = node;
    if (node.__typename === 'RenamedTitleEvent') return { kind: 'renamed', id, at, actor: node.actor };
    const kind = node.__typename === 'LabeledEvent' ? 'labeled' : 'unlabeled';
    return { kind, id, at, actor: node.actor, label: node.label.name };
  });

const answer = z.object({
  data: z.object({
    viewer: z.object({ login: z.string() }),
    repository: z.object({
      issue: z.object({
        number: z.int(),
        title: z.string(),
        body: z.string(),
        url: z.string(),
        state: z.string(),
        createdAt: z.string(),
        updatedAt: z.string(),
        authorAssociation: z.string(),
        author: actor,
        labels: z.object({ nodes: z.array(label) }).nullable(),
        assignees: z.object({ nodes: z.array(z.object({ login: z.string() })) }),
        milestone: z.object({ title: z.string() }).nullable(),
        comments: z.object({ totalCount: z.int() }),
        lastEditedAt: date.nullable(),
        editor: actor,
        timelineItems: z.object({
          pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.string().nullable() }),
          nodes: z.array(event),
        }),
        userContentEdits: z
          .object({
            pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
            nodes: z.array(z.object({ editedAt: date, editor: actor })),
          })
          .nullable(),
      }),
    }),
  }),
});

/**
 * Reads one issue with its history. Rejects as `GithubClient.request` does (404: the issue is gone, or a pull request), and
 * with a `NoGraphqlError`.
 */
export async function readHistory(
  client: GithubClient,
  repository: Repository,
  number: number,
  signal: AbortSignal,
): Promise<IssueReading> {
  return readPage(client, repository, number, { events: [], edits: [], before: null, after: null }, signal);
}

interface SoFar {
  readonly events: readonly IssueEvent[];
  readonly edits: readonly BodyEdit[];
  readonly before: string | null;
  readonly after: string | null;
}

async function readPage(
  client: GithubClient,
  repository: Repository,
  number: number,
  soFar: SoFar,
  signal: AbortSignal,
): Promise<IssueReading> {
  const { before, after } = soFar;
  const { viewer, node } = await ask(client, { ...repository, number, before, after }, signal);
  const { pageInfo: eventsPage } = node.timelineItems;
  const editsPage = node.userContentEdits?.pageInfo;
  const events = [...node.timelineItems.nodes, ...soFar.events];
  const newEdits = node.userContentEdits?.nodes ?? [];
  const edits = [...soFar.edits, ...newEdits.map(({ editedAt, editor }) => ({ at: editedAt, editor }))];
  const labels = (node.labels?.nodes ?? []).map(({ name }) => name);
  const next = {
    events,
    edits,
    before: eventsPage.startCursor ?? before,
    after: editsPage?.endCursor ?? after,
  };
  return {
    issue: toIssue(node, labels),
    own: toAccount(viewer.login.endsWith('[bot]') ? 'Bot' : 'User', viewer.login),
    history: {
      author: node.author,
      createdAt: new Date(node.createdAt),
      labels,
      events,
      hasAllEvents: !eventsPage.hasPreviousPage,
      edits,
      // No list although there were edits is no proof of anything.
      hasAllEdits: editsPage === undefined ? node.lastEditedAt === null : !editsPage.hasNextPage,
      lastEdit: node.lastEditedAt === null ? undefined : { at: node.lastEditedAt, editor: node.editor },
    },
    readOlder: (olderSignal) => readPage(client, repository, number, next, olderSignal),
  };
}

type IssueNode = z.infer<typeof answer>['data']['repository']['issue'];

async function ask(
  client: GithubClient,
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<{ readonly viewer: { readonly login: string }; readonly node: IssueNode }> {
  let data: unknown;
  try {
    data = await client.graphql(QUERY, variables, { signal });
  } catch (error) {
    if (isNotFound(error)) {
      throw new NoGraphqlError('this server has no GraphQL', { cause: error });
    }
    throw error;
  }
  const { viewer, repository } = parseGraphqlAnswer(answer, data).data;
  return { viewer, node: repository.issue };
}

function toIssue(node: IssueNode, labels: readonly string[]): GithubIssue {
  const { author } = node;
  return {
    number: node.number,
    title: node.title,
    body: node.body,
    url: node.url,
    isOpen: node.state === 'OPEN',
    isPull: false,
    labels,
    author: author === undefined ? 'ghost' : author.kind === 'app' ? `${author.login}[bot]` : author.login,
    authorAssociation: node.authorAssociation,
    assignees: node.assignees.nodes.map(({ login }) => login),
    milestone: node.milestone?.title,
    createdAt: node.createdAt,
    updatedAt: node.updatedAt,
    comments: node.comments.totalCount,
  };
}
