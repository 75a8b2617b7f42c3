/** Played things as GitHub's REST API writes them. */
import type { PlayedAccount, Role } from './accounts.ts';
import type { PlayedLabel, PlayedRepository } from './model.ts';
import type { PlayedComment, PlayedEvent, PlayedIssue } from './played-issue.ts';

type Json = Record<string, unknown>;

const WEB = 'https://github.com';

/** Deleted accounts are shown as `ghost`, which is an account of its own. */
export function userShape(account: PlayedAccount, api: string): Json {
  const login = account.deleted ? 'ghost' : account.type === 'Bot' ? `${account.login}[bot]` : account.login;
  const id = account.deleted ? 10137 : account.id;
  const url = `${api}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${id}`,
    gravatar_id: '',
    url,
    html_url: `${WEB}/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following`,
    gists_url: `${url}/gists`,
    starred_url: `${url}/starred`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    received_events_url: `${url}/received_events`,
    type: account.deleted ? 'User' : account.type,
    site_admin: false,
  };
}

export function publicUserShape(account: PlayedAccount, api: string): Json {
  return {
    ...userShape(account, api),
    name: null,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 1,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  };
}

export function labelShape(label: PlayedLabel, repo: PlayedRepository, api: string): Json {
  return {
    id: label.id,
    node_id: `LA_${label.id}`,
    url: `${api}/repos/${repo.fullName}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    description: label.description,
    color: label.color,
    default: false,
  };
}

export function issueShape(issue: PlayedIssue, api: string): Json {
  const repo = issue.repository;
  const url = `${api}/repos/${repo.fullName}/issues/${issue.number}`;
  const web = `${WEB}/${repo.fullName}/${issue.pull === undefined ? 'issues' : 'pull'}/${issue.number}`;
  const assignees = issue.assignees.map((one) => userShape(one, api));
  return {
    id: issue.id,
    node_id: `I_${issue.id}`,
    url,
    repository_url: `${api}/repos/${repo.fullName}`,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: web,
    number: issue.number,
    state: issue.state,
    state_reason: null,
    title: issue.title,
    body: issue.body === '' ? null : issue.body,
    user: userShape(issue.author, api),
    labels: issue.labels.map((label) => labelShape(label, repo, api)),
    assignee: assignees[0] ?? null,
    assignees,
    milestone: issue.milestone === undefined ? null : milestoneShape(issue.milestone, issue, api),
    locked: false,
    active_lock_reason: null,
    comments: issue.comments.length,
    closed_at: date(issue.closedAt),
    created_at: date(issue.createdAt),
    updated_at: date(issue.updatedAt),
    author_association: issue.association,
    ...(issue.pull === undefined
      ? {}
      : {
          draft: issue.pull.draft,
          pull_request: {
            url: `${api}/repos/${repo.fullName}/pulls/${issue.number}`,
            html_url: web,
            diff_url: `${web}.diff`,
            patch_url: `${web}.patch`,
            merged_at: null,
          },
        }),
  };
}

function milestoneShape(title: string, issue: PlayedIssue, api: string): Json {
  const repo = issue.repository;
  return {
    url: `${api}/repos/${repo.fullName}/milestones/1`,
    html_url: `${WEB}/${repo.fullName}/milestone/1`,
    labels_url: `${api}/repos/${repo.fullName}/milestones/1/labels`,
    id: 1,
    node_id: 'MI_1',
    number: 1,
    state: 'open',
    title,
    description: null,
    creator: userShape(issue.author, api),
    open_issues: 1,
    closed_issues: 0,
    created_at: date(repo.createdAt),
    updated_at: date(repo.createdAt),
    closed_at: null,
    due_on: null,
  };
}

export function eventShape(event: PlayedEvent, issue: PlayedIssue, api: string): Json {
  const label =
    event.label === undefined
      ? {}
      : { label: { name: event.label, color: issue.repository.findLabel(event.label)?.color ?? 'ededed' } };
  return {
    id: event.id,
    node_id: nodeId(event),
    url: `${api}/repos/${issue.repository.fullName}/issues/events/${event.id}`,
    actor: userShape(event.actor, api),
    event: event.event,
    commit_id: null,
    commit_url: null,
    created_at: date(event.at),
    performed_via_github_app: null,
    ...label,
    ...(event.rename === undefined ? {} : { rename: event.rename }),
    ...(event.event === 'closed' ? { state_reason: null } : {}),
  };
}

/** The id that GraphQL gives an event. */
export function nodeId(event: PlayedEvent): string {
  return `EV_${event.event}_${event.id}`;
}

export function commentShape(comment: PlayedComment, repo: PlayedRepository, api: string): Json {
  const issue = repo.issue(comment.issue);
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${api}/repos/${repo.fullName}/issues/comments/${comment.id}`,
    html_url: `${WEB}/${repo.fullName}/issues/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${api}/repos/${repo.fullName}/issues/${comment.issue}`,
    body: comment.body,
    user: userShape(comment.author, api),
    created_at: date(comment.createdAt),
    updated_at: date(comment.updatedAt),
    author_association: comment.author === issue.author ? issue.association : 'NONE',
  };
}

/** As GitHub reports it: `maintain` counts as write, `triage` as read; `role_name` has the finer word. */
export function permissionShape(account: PlayedAccount, role: Role, roleName: string, api: string): Json {
  const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
  const can = {
    pull: role !== 'none',
    triage: ['triage', 'write', 'maintain', 'admin'].includes(role),
    push: ['write', 'maintain', 'admin'].includes(role),
    maintain: ['maintain', 'admin'].includes(role),
    admin: role === 'admin',
  };
  return {
    permission,
    role_name: roleName,
    user: { ...userShape(account, api), role_name: roleName, permissions: can },
  };
}

/** Seconds, as GitHub writes them. */
export function date(value: Date): string;
export function date(value: Date | undefined): string | null;
export function date(value: Date | undefined): string | null {
  return value === undefined ? null : value.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
