import type { GithubIssue, Repository } from '../github/issue-json.ts';
import { cleanObject, cleanText } from './clean-text.ts';
import type { Issue } from './issue.ts';
import { sanitizeText } from './sanitize.ts';

/** An issue of GitHub as the rest of the program knows it. With `sanitize`, title and description are what a person reads. */
export function toIssue(
  issue: GithubIssue,
  state: string,
  { owner, repo }: Repository,
  sanitize: boolean,
): Issue {
  const rawTitle = cleanText(issue.title);
  const rawDescription = cleanText(issue.body);
  return {
    id: String(issue.number),
    title: sanitize ? sanitizeText(rawTitle) : rawTitle,
    description: sanitize ? sanitizeText(rawDescription) : rawDescription,
    state,
    ref: `#${issue.number}`,
    url: issue.url,
    extra: cleanObject(
      Object.entries({
        number: issue.number,
        url: issue.url,
        labels: issue.labels,
        author: issue.author,
        author_association: issue.authorAssociation,
        assignees: issue.assignees,
        milestone: issue.milestone ?? null,
        created_at: issue.createdAt,
        updated_at: issue.updatedAt,
        comments: issue.comments,
        repository: `${owner}/${repo}`,
        raw_title: rawTitle,
        raw_description: rawDescription,
      }),
    ),
    revision: issue.updatedAt,
  };
}
