/**
 * GraphQL, executed against GitHub's own schema: a query with a field that GitHub does not have fails, and so does one that
 * asks for something that is not played.
 */

import { buildSchema, type GraphQLSchema, graphql, parse, validate } from 'graphql';
import type { PlayedAccount } from './accounts.ts';
import { closingPulls, mentions, pullNode } from './links.ts';
import type { PlayedRepository, World } from './model.ts';
import type { PlayedEvent, PlayedIssue } from './played-issue.ts';
import { date, nodeId } from './shapes.ts';

let schema: GraphQLSchema | undefined;

interface GraphqlAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Answers as GitHub does: errors, also in the query itself, with status 200. */
export async function answerGraphql(
  world: World,
  body: Readonly<Record<string, unknown>>,
): Promise<GraphqlAnswer> {
  if (typeof body.query !== 'string') {
    return { status: 400, body: { message: 'A query attribute must be specified and must be a string.' } };
  }
  schema ??= await loadSchema();
  const wrong = validate(schema, parse(body.query));
  if (wrong.length > 0) return { status: 200, body: { errors: wrong.map((error) => error.toJSON()) } };
  const variableValues = typeof body.variables === 'object' ? { ...body.variables } : {};
  const result = await graphql({
    schema,
    source: body.query,
    rootValue: rootOf(world),
    variableValues,
    fieldResolver: resolvePlayed,
  });
  const errors = result.errors?.map(({ message, path, locations, originalError }) => ({
    ...(originalError instanceof NotResolved ? { type: 'NOT_FOUND' } : {}),
    path,
    locations,
    message,
  }));
  return { status: 200, body: errors === undefined ? { data: result.data } : { data: result.data, errors } };
}

async function loadSchema(): Promise<GraphQLSchema> {
  const github = await import('@octokit/graphql-schema');
  return buildSchema(github.schema.idl, { assumeValidSDL: true, noLocation: true });
}

/** A property, or a function of the field's arguments. What is not there was asked for but is not played. */
function resolvePlayed(
  source: unknown,
  args: unknown,
  _context: unknown,
  info: { fieldName: string },
): unknown {
  if (typeof source !== 'object' || source === null || !(info.fieldName in source)) {
    throw new Error(`the played GitHub does not play the field \`${info.fieldName}\``);
  }
  const value: unknown = Object.entries(source).find(([name]) => name === info.fieldName)?.[1];
  return typeof value === 'function' ? value(args) : value;
}

function rootOf(world: World) {
  const viewer = world.accounts.get(world.tokenAccount);
  return {
    viewer: { __typename: 'User', login: viewer.type === 'Bot' ? `${viewer.login}[bot]` : viewer.login },
    rateLimit: { limit: 1000, remaining: 999, cost: 1, used: 1, resetAt: new Date().toISOString() },
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const repo = world.repositories.get(`${owner}/${name}`.toLowerCase());
      if (repo !== undefined) return repositoryNode(repo);
      throw new NotResolved(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
    },
  };
}

function repositoryNode(repo: PlayedRepository) {
  return {
    id: `R_${repo.id}`,
    name: repo.name,
    nameWithOwner: repo.fullName,
    issue: ({ number }: { number: number }) => {
      const issue = repo.issues.get(number);
      if (issue !== undefined && issue.pull === undefined && issue.visibility === 'there')
        return issueNode(issue);
      throw new NotResolved(`Could not resolve to an Issue with the number of ${number}.`);
    },
  };
}

function issueNode(issue: PlayedIssue) {
  const lastEdit = issue.bodyEdits.at(-1);
  const editing = issue.bodyEdits.length > 1;
  return {
    __typename: 'Issue',
    id: `I_${issue.id}`,
    databaseId: issue.id,
    number: issue.number,
    state: issue.state.toUpperCase(),
    title: issue.title,
    body: issue.body,
    url: `https://github.com/${issue.repository.fullName}/issues/${issue.number}`,
    createdAt: date(issue.createdAt),
    updatedAt: date(issue.updatedAt),
    author: accountNode(issue.author),
    authorAssociation: issue.association,
    lastEditedAt: editing ? date(lastEdit?.at) : null,
    editor: editing && lastEdit !== undefined ? accountNode(lastEdit.editor) : null,
    includesCreatedEdit: editing,
    labels: (args: ConnectionArgs) =>
      connection(args, issue.labels, (label) => ({ id: `LA_${label.id}`, name: label.name })),
    assignees: (args: ConnectionArgs) => connection(args, issue.assignees, accountNode),
    milestone: issue.milestone === undefined ? null : { title: issue.milestone },
    comments: () => ({ totalCount: issue.comments.length }),
    timelineItems: (args: ConnectionArgs) =>
      connection(
        args,
        [...eventsOf(issue, args.itemTypes).map(eventNode), ...mentionsOf(issue, args.itemTypes)],
        (node) => node,
      ),
    closedByPullRequestsReferences: (args: ConnectionArgs & { readonly includeClosedPrs?: boolean }) =>
      connection(
        args,
        closingPulls(issue).filter((pull) => args.includeClosedPrs === true || pull.state === 'open'),
        pullNode,
      ),
    // GitHub gives the newest edit first.
    userContentEdits: (args: ConnectionArgs) =>
      connection(args, editing ? [...issue.bodyEdits].reverse() : [], (edit) => ({
        createdAt: date(edit.at),
        editedAt: date(edit.at),
        updatedAt: date(edit.at),
        deletedAt: null,
        deletedBy: null,
        editor: accountNode(edit.editor),
        diff: edit.body,
      })),
  };
}

const TYPES = {
  labeled: 'LabeledEvent',
  unlabeled: 'UnlabeledEvent',
  renamed: 'RenamedTitleEvent',
  closed: 'ClosedEvent',
  reopened: 'ReopenedEvent',
} as const;

function eventsOf(issue: PlayedIssue, itemTypes: readonly string[] | undefined): readonly PlayedEvent[] {
  if (itemTypes === undefined) return issue.events;
  const wanted = new Set(itemTypes.map((type) => type.replaceAll('_', '').toLowerCase()));
  return issue.events.filter((event) => wanted.has(TYPES[event.event].toLowerCase()));
}

/** What mentions an issue; only told when it is asked for. */
function mentionsOf(issue: PlayedIssue, itemTypes: readonly string[] | undefined): readonly unknown[] {
  if (itemTypes?.includes('CROSS_REFERENCED_EVENT') !== true) return [];
  return mentions(issue).map((source) => ({
    __typename: 'CrossReferencedEvent',
    id: `CRE_${issue.id}_${source.id}`,
    createdAt: date(source.createdAt),
    source: source.pull === undefined ? { __typename: 'Issue', number: source.number } : pullNode(source),
  }));
}

function eventNode(event: PlayedEvent) {
  return {
    __typename: TYPES[event.event],
    id: nodeId(event),
    createdAt: date(event.at),
    actor: accountNode(event.actor),
    ...(event.label === undefined ? {} : { label: { name: event.label } }),
    ...(event.rename === undefined
      ? {}
      : { previousTitle: event.rename.from, currentTitle: event.rename.to }),
  };
}

/** An Actor; null for a deleted account. */
function accountNode(account: PlayedAccount) {
  return account.deleted
    ? null
    : { __typename: account.type, id: `U_${account.id}`, databaseId: account.id, login: account.login };
}

interface ConnectionArgs {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly itemTypes?: readonly string[];
}

/** A page of a connection; a cursor is the item's place. GitHub wants `first` or `last`, at most 100. */
function connection<T>(args: ConnectionArgs, all: readonly T[], node: (item: T) => unknown) {
  const size = args.first ?? args.last;
  if (size === undefined || size === null) {
    throw new Error('You must provide a `first` or `last` value to properly paginate the connection.');
  }
  if (size > 100) throw new Error(`Requesting ${size} records exceeds the \`first\` limit of 100 records.`);
  const from = args.after ? Number(Buffer.from(args.after, 'base64').toString()) + 1 : 0;
  const to = args.before ? Number(Buffer.from(args.before, 'base64').toString()) : all.length;
  const start = args.first ? from : Math.max(from, to - size);
  const end = args.first ? Math.min(to, from + size) : to;
  const cursor = (index: number): string => Buffer.from(String(index)).toString('base64');
  const nodes = all.slice(start, end).map(node);
  return {
    totalCount: all.length,
    nodes,
    edges: nodes.map((one, index) => ({ node: one, cursor: cursor(start + index) })),
    pageInfo: {
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length === 0 ? null : cursor(start),
      endCursor: nodes.length === 0 ? null : cursor(end - 1),
    },
  };
}

/** GitHub's error for a repository or an issue that is not there. */
class NotResolved extends Error {}
