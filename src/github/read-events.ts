/** The label history over REST, for servers without GraphQL. It does not know edits of the body. */
import { z } from 'zod';
import type { IssueEvent, IssueHistory } from '../trust/history.ts';
import { toAccount } from './account.ts';
import type { GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';
import type { GithubIssue, Repository } from './issue-json.ts';
import { parseAnswer } from './parse-answer.ts';

/** The account that REST shows for every deleted one. */
const GHOST_ID = 10137;
const MOST_PAGES = 10;
const PAGE_SIZE = 100;

const account = z
  .object({ id: z.int(), login: z.string(), type: z.string() })
  .nullish()
  .transform((json) => (json == null || json.id === GHOST_ID ? undefined : toAccount(json.type, json.login)));

const eventJson = z.object({
  id: z.int(),
  event: z.string(),
  created_at: z.string().transform((text) => new Date(text)),
  actor: account,
  label: z.object({ name: z.string().nullable() }).optional(),
});

const authorJson = z.object({ user: account });

/** The history of an issue that was read by REST. Rejects as `GithubClient.request` does, also when it is too long. */
export async function readEvents(
  client: GithubClient,
  repository: Repository,
  issue: GithubIssue,
  signal: AbortSignal,
): Promise<IssueHistory> {
  const parameters = { ...repository, issue_number: issue.number };
  const about = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}', parameters, {
    signal,
  });
  const problem = `the events of #${issue.number} were cut off`;
  const { user: author } = parseAnswer(authorJson, about.data, problem);
  const events: IssueEvent[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await client.request(
      'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
      { ...parameters, per_page: PAGE_SIZE, page },
      { signal },
    );
    const found = parseAnswer(z.array(eventJson), data, problem);
    events.push(...found.flatMap(toEvent));
    if (found.length < PAGE_SIZE) break;
    if (page === MOST_PAGES) throw new GithubError(`#${issue.number} has too many events to check`, 200);
  }
  return {
    author,
    createdAt: new Date(issue.createdAt),
    labels: issue.labels,
    events,
    hasAllEvents: true,
    edits: [],
    hasAllEdits: false,
    lastEdit: undefined,
  };
}

function toEvent({ id, event, created_at: at, actor, label }: z.infer<typeof eventJson>): IssueEvent[] {
  if (event === 'renamed') return [{ kind: 'renamed', id: String(id), at, actor }];
  if (event !== 'labeled' && event !== 'unlabeled') return [];
  const name = label?.name;
  return typeof name === 'string' ? [{ kind: event, id: String(id), at, actor, label: name }] : [];
}
