import { z } from 'zod';

/** `owner/name`, in two. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** An issue as the tracker needs it, whichever API it came from. */
export interface GithubIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly isOpen: boolean;
  readonly isPull: boolean;
  readonly labels: readonly string[];
  /** As REST writes logins: Apps end in "[bot]". */
  readonly author: string;
  readonly authorAssociation: string;
  readonly assignees: readonly string[];
  readonly milestone: string | undefined;
  /** As GitHub writes dates: they sort as text. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly comments: number;
}

const account = z.object({ login: z.string() });

/** An issue of the REST API. */
export const issueJson = z
  .object({
    number: z.int(),
    title: z.string(),
    body: z.string().nullish(),
    html_url: z.string(),
    state: z.string(),
    labels: z.array(z.union([z.string(), z.object({ name: z.string() })])),
    user: account.nullish(),
    author_association: z.string().default('NONE'),
    assignees: z.array(account).nullish(),
    milestone: z.object({ title: z.string() }).nullish(),
    created_at: z.string(),
    updated_at: z.string(),
    comments: z.int().default(0),
    pull_request: z.unknown().optional(),
  })
  .transform(
    (json): GithubIssue => ({
      number: json.number,
      title: json.title,
      body: json.body ?? '',
      url: json.html_url,
      isOpen: json.state === 'open',
      isPull: json.pull_request !== undefined && json.pull_request !== null,
      labels: json.labels.map((label) => (typeof label === 'string' ? label : label.name)),
      author: json.user?.login ?? 'ghost',
      authorAssociation: json.author_association,
      assignees: (json.assignees ?? []).map(({ login }) => login),
      milestone: json.milestone?.title,
      createdAt: json.created_at,
      updatedAt: json.updated_at,
      comments: json.comments,
    }),
  );
