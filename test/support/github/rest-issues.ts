/** Issues, their labels, comments and events. */

import { cutPage } from './paging.ts';
import type { PlayedIssue } from './played-issue.ts';
import { invalid, notFound, type Operation, type RestAnswer, type RestRequest } from './rest.ts';
import { commentShape, eventShape, issueShape, labelShape } from './shapes.ts';

const ISSUES = '/repos/{owner}/{repo}/issues';
const ISSUE = `${ISSUES}/{issue_number}`;
const KNOWN_QUERY = new Set(['labels', 'state', 'sort', 'direction', 'per_page', 'page', 'after', 'since']);

export const issueOperations: Record<string, Operation> = {
  [`GET ${ISSUES}`]: listIssues,
  [`POST ${ISSUES}`]: ({ repo, body, world, api }) => {
    if (typeof body.title !== 'string') return invalid('missing_field', 'title');
    const issue = repo.createIssue({
      title: body.title,
      body: textOf(body.body) ?? '',
      labels: namesOf(body.labels),
      author: tokenLogin(world),
    });
    return { status: 201, body: issueShape(issue, api) };
  },
  [`GET ${ISSUE}`]: withIssue((issue, { api }) => ({ status: 200, body: issueShape(issue, api) })),
  [`PATCH ${ISSUE}`]: withIssue((issue, { body, world, api }) => {
    const doing = { by: tokenLogin(world) };
    const title = textOf(body.title);
    const text = textOf(body.body);
    issue.edit(
      { ...(title === undefined ? {} : { title }), ...(text === undefined ? {} : { body: text }) },
      doing,
    );
    if (body.state === 'closed') issue.close(doing);
    if (body.state === 'open') issue.reopen(doing);
    if (Array.isArray(body.labels)) setLabels(issue, namesOf(body.labels), doing);
    return { status: 200, body: issueShape(issue, api) };
  }),
  [`GET ${ISSUE}/labels`]: withIssue((issue, request) =>
    listed(issue.labels, request, labelOf(issue, request)),
  ),
  [`POST ${ISSUE}/labels`]: withIssue((issue, request) => {
    for (const name of namesOf(request.body.labels)) issue.addLabel(name, { by: tokenLogin(request.world) });
    return allLabels(issue, request);
  }),
  [`PUT ${ISSUE}/labels`]: withIssue((issue, request) => {
    setLabels(issue, namesOf(request.body.labels), { by: tokenLogin(request.world) });
    return allLabels(issue, request);
  }),
  [`DELETE ${ISSUE}/labels`]: withIssue((issue, { world }) => {
    setLabels(issue, [], { by: tokenLogin(world) });
    return { status: 204 };
  }),
  [`DELETE ${ISSUE}/labels/{name}`]: withIssue((issue, request) => {
    const name = request.at.name ?? '';
    if (!issue.hasLabel(name)) {
      return { status: 404, body: { message: 'Label does not exist', documentation_url: '', status: '404' } };
    }
    issue.removeLabel(name, { by: tokenLogin(request.world) });
    return allLabels(issue, request);
  }),
  [`GET ${ISSUE}/events`]: withIssue((issue, request) =>
    listed(issue.events, request, (event) => eventShape(event, issue, request.api)),
  ),
  [`GET ${ISSUE}/timeline`]: withIssue((issue, request) =>
    listed(issue.events, request, (event) => eventShape(event, issue, request.api)),
  ),
  [`GET ${ISSUE}/comments`]: withIssue((issue, request) => {
    const since = new Date(request.url.searchParams.get('since') ?? 0);
    const comments = issue.comments.filter(({ updatedAt }) => updatedAt >= since);
    return listed(comments, request, (comment) => commentShape(comment, issue.repository, request.api));
  }),
  [`POST ${ISSUE}/comments`]: withIssue((issue, { body, world, api }) => {
    const comment = issue.comment(textOf(body.body) ?? '', { by: tokenLogin(world) });
    return { status: 201, body: commentShape(comment, issue.repository, api) };
  }),
  [`GET ${ISSUES}/comments/{comment_id}`]: ({ repo, at, api }) => {
    const comment = repo.findComment(Number(at.comment_id));
    return comment === undefined ? notFound() : { status: 200, body: commentShape(comment, repo, api) };
  },
  [`PATCH ${ISSUES}/comments/{comment_id}`]: ({ repo, at, api, body, world }) => {
    const comment = repo.findComment(Number(at.comment_id));
    if (comment === undefined) return notFound();
    comment.body = textOf(body.body) ?? '';
    comment.updatedAt = world.tick();
    repo.issue(comment.issue).updatedAt = comment.updatedAt;
    return { status: 200, body: commentShape(comment, repo, api) };
  },
  [`DELETE ${ISSUES}/comments/{comment_id}`]: ({ repo, at }) => {
    const comment = repo.findComment(Number(at.comment_id));
    if (comment === undefined) return notFound();
    const { comments } = repo.issue(comment.issue);
    comments.splice(comments.indexOf(comment), 1);
    return { status: 204 };
  },
};

function listIssues(request: RestRequest): RestAnswer {
  const query = request.url.searchParams;
  for (const name of query.keys()) {
    if (!KNOWN_QUERY.has(name))
      throw new Error(`the played GitHub does not know \`${name}\` in a listing of issues`);
  }
  const state = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').split(',').filter((name) => name !== '');
  const since = query.get('since');
  const found = [...request.repo.issues.values()].filter(
    (issue) =>
      issue.visibility === 'there' &&
      !issue.unlisted &&
      (state === 'all' || issue.state === state) &&
      (since === null || issue.updatedAt >= new Date(since)) &&
      labels.every((name) => issue.hasLabel(name)),
  );
  const sort = query.get('sort') ?? 'created';
  const rank = (issue: PlayedIssue): number =>
    sort === 'updated'
      ? issue.updatedAt.getTime()
      : sort === 'comments'
        ? issue.comments.length
        : issue.number;
  const sign = query.get('direction') === 'asc' ? 1 : -1;
  found.sort((a, b) => sign * (rank(a) - rank(b) || a.number - b.number));
  return listed(found, request, (issue) => issueShape(issue, request.api));
}

/** A page of a listing. */
export function listed<T extends { readonly id: number }>(
  all: readonly T[],
  request: RestRequest,
  shape: (item: T) => unknown,
): RestAnswer {
  const page = cutPage(all, request.url, request.paging, (item) => item.id);
  return { status: 200, body: page.items.map(shape), link: page.link };
}

function withIssue(run: (issue: PlayedIssue, request: RestRequest) => RestAnswer): Operation {
  return (request) => {
    const issue = request.repo.issues.get(Number(request.at.issue_number));
    if (issue === undefined || issue.visibility === 'hidden') return notFound();
    if (issue.visibility === 'gone') {
      return {
        status: 410,
        body: { message: 'This issue was deleted', documentation_url: '', status: '410' },
      };
    }
    return run(issue, request);
  };
}

function allLabels(issue: PlayedIssue, request: RestRequest): RestAnswer {
  return { status: 200, body: issue.labels.map(labelOf(issue, request)) };
}

function labelOf(issue: PlayedIssue, request: RestRequest) {
  return (label: PlayedIssue['labels'][number]) => labelShape(label, issue.repository, request.api);
}

function setLabels(issue: PlayedIssue, names: readonly string[], doing: { readonly by: string }): void {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  for (const label of [...issue.labels]) {
    if (!wanted.has(label.name.toLowerCase())) issue.removeLabel(label.name, doing);
  }
  for (const name of names) issue.addLabel(name, doing);
}

function tokenLogin(world: RestRequest['world']): string {
  return world.tokenAccount;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Labels come as names or as objects with a name. */
function namesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one === 'string') return [one];
    return typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'string'
      ? [one.name]
      : [];
  });
}
