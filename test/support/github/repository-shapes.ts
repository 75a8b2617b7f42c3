/** Repositories, refs and pull requests as GitHub's REST API writes them. */
import type { PlayedRepository } from './model.ts';
import type { PlayedIssue } from './played-issue.ts';
import { date, issueShape, labelShape, userShape } from './shapes.ts';

type Json = Record<string, unknown>;

const TEMPLATED = {
  archive: '/{archive_format}{/ref}',
  assignees: '{/user}',
  blobs: '/git/blobs{/sha}',
  branches: '{/branch}',
  collaborators: '{/collaborator}',
  comments: '{/number}',
  commits: '{/sha}',
  compare: '/{base}...{head}',
  contents: '/{+path}',
  git_commits: '/git/commits{/sha}',
  git_refs: '/git/refs{/sha}',
  git_tags: '/git/tags{/sha}',
  issue_comment: '/issues/comments{/number}',
  issue_events: '/issues/events{/number}',
  issues: '{/number}',
  keys: '{/key_id}',
  labels: '{/name}',
  milestones: '{/number}',
  notifications: '{?since,all,participating}',
  pulls: '{/number}',
  releases: '{/id}',
  statuses: '/statuses/{sha}',
  trees: '/git/trees{/sha}',
};

const PLAIN = [
  'contributors',
  'deployments',
  'downloads',
  'events',
  'forks',
  'hooks',
  'languages',
  'merges',
  'stargazers',
  'subscribers',
  'subscription',
  'tags',
  'teams',
];

export function repositoryShape(repo: PlayedRepository, api: string): Json {
  const url = `${api}/repos/${repo.fullName}`;
  const web = `https://github.com/${repo.fullName}`;
  const open = [...repo.issues.values()].filter((issue) => issue.state === 'open').length;
  const urls = Object.fromEntries([
    ...Object.entries(TEMPLATED).map(([name, path]) => [`${name}_url`, `${url}/${name}${path}`]),
    ...PLAIN.map((name) => [`${name}_url`, `${url}/${name}`]),
  ]);
  return {
    ...urls,
    id: repo.id,
    node_id: `R_${repo.id}`,
    name: repo.name,
    full_name: repo.fullName,
    owner: userShape(repo.world.accounts.get(repo.owner), api),
    private: false,
    html_url: web,
    description: null,
    fork: false,
    url,
    git_url: `git://github.com/${repo.fullName}.git`,
    ssh_url: `git@github.com:${repo.fullName}.git`,
    clone_url: `${web}.git`,
    svn_url: web,
    mirror_url: null,
    homepage: null,
    language: null,
    forks_count: 0,
    stargazers_count: 0,
    watchers_count: 0,
    size: 1,
    default_branch: 'main',
    open_issues_count: open,
    has_issues: true,
    has_projects: true,
    has_wiki: false,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    archived: repo.archived,
    disabled: false,
    pushed_at: date(repo.createdAt),
    created_at: date(repo.createdAt),
    updated_at: date(repo.createdAt),
    subscribers_count: 0,
    network_count: 0,
    license: null,
    forks: 0,
    open_issues: open,
    watchers: 0,
    ...rolePermissions(repo),
  };
}

/** What the person may do whose token it is. */
function rolePermissions(repo: PlayedRepository): Json {
  const { accounts, tokenAccount } = repo.world;
  if (accounts.get(tokenAccount).type !== 'User') return {};
  const roles = ['read', 'triage', 'write', 'maintain', 'admin'];
  const role = roles.indexOf(repo.roles.get(tokenAccount.toLowerCase())?.role ?? 'read');
  return {
    permissions: {
      pull: role >= 0,
      triage: role >= 1,
      push: role >= 2,
      maintain: role >= 3,
      admin: role >= 4,
    },
  };
}

export function refShape(repo: PlayedRepository, ref: string, sha: string, api: string): Json {
  const url = `${api}/repos/${repo.fullName}/git`;
  return {
    ref,
    node_id: `REF_${ref}`,
    url: `${url}/${ref.split('/').map(encodeURIComponent).join('/')}`,
    object: { sha, type: 'commit', url: `${url}/commits/${sha}` },
  };
}

/** A pull request; the listing has less of it than its own page. */
export function pullShape(issue: PlayedIssue, api: string, listed: boolean): Json {
  const repo = issue.repository;
  const shape = issueShape(issue, api);
  const url = `${api}/repos/${repo.fullName}/pulls/${issue.number}`;
  const issueUrl = `${api}/repos/${repo.fullName}/issues/${issue.number}`;
  const web = `https://github.com/${repo.fullName}/pull/${issue.number}`;
  const head = issue.pull?.head ?? 'feature';
  const base = issue.pull?.base ?? 'main';
  const sha = issue.pull === undefined ? 'b'.repeat(40) : repo.headOf(issue.pull);
  const links = {
    comments_url: `${issueUrl}/comments`,
    commits_url: `${url}/commits`,
    statuses_url: `${api}/repos/${repo.fullName}/statuses/${sha}`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/repos/${repo.fullName}/pulls/comments{/number}`,
  };
  const side = (ref: string, commit: string, owner = repo.owner): Json => ({
    label: `${owner}:${ref}`,
    ref,
    sha: commit,
    user: userShape(repo.world.accounts.get(owner), api),
    repo: repositoryShape(repo, api),
  });
  const { id, number, state, locked, title, user, body, milestone, assignee, assignees } = shape;
  // Here, unlike at issues, the description of a label is never null.
  const labels = issue.labels.map((one) =>
    labelShape({ ...one, description: one.description ?? '' }, repo, api),
  );
  return {
    url,
    id,
    node_id: `PR_${issue.id}`,
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    issue_url: issueUrl,
    ...links,
    number,
    state,
    locked,
    title,
    user,
    body,
    labels,
    milestone,
    assignee,
    assignees,
    created_at: shape.created_at,
    updated_at: shape.updated_at,
    closed_at: shape.closed_at,
    merged_at: null,
    merge_commit_sha: null,
    draft: issue.pull?.draft ?? false,
    head: side(head, sha, issue.pull?.fork?.owner),
    base: side(base, repo.refs.get(`refs/heads/${base}`) ?? 'a'.repeat(40)),
    _links: {
      self: { href: url },
      html: { href: web },
      issue: { href: issueUrl },
      comments: { href: links.comments_url },
      review_comments: { href: links.review_comments_url },
      review_comment: { href: links.review_comment_url },
      commits: { href: links.commits_url },
      statuses: { href: links.statuses_url },
    },
    author_association: shape.author_association,
    auto_merge: null,
    ...(listed
      ? {}
      : {
          merged: false,
          mergeable: true,
          mergeable_state: 'clean',
          merged_by: null,
          comments: issue.comments.length,
          review_comments: 0,
          maintainer_can_modify: false,
          commits: 1,
          additions: 1,
          deletions: 0,
          changed_files: 1,
        }),
  };
}
