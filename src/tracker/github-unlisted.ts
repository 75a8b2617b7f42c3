/** Why open issues are not taken by a pull: for somebody who wonders. A run never asks. */
import type { GithubClient } from '../github/client.ts';
import type { GithubIssue, Repository } from '../github/issue-json.ts';
import { createListing } from '../github/list-issues.ts';
import type { GithubIntake, Stage } from '../workflow/workflow.ts';
import { toIssue } from './github-issue.ts';
import type { Issue } from './issue.ts';
import { isSameLabel, type LabelStates, statesOf } from './label-state.ts';

export interface UnlistedIssue extends Pick<Issue, 'id' | 'ref' | 'title' | 'url'> {
  /** What keeps it out, and with it what to change. */
  readonly detail: string;
}

/** What is read at most: ten pages. */
const MOST_ISSUES = 1000;

/**
 * Reads all open issues and says of each that is not among `seen` why no pull takes it. `hasMore`: there are more than
 * were read. Rejects as `GithubClient.request` does.
 */
export async function readUnlisted(
  from: {
    readonly client: GithubClient;
    readonly repository: Repository;
    readonly intake: GithubIntake;
    readonly stages: readonly Stage[];
  },
  seen: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<{ readonly issues: readonly UnlistedIssue[]; readonly hasMore: boolean }> {
  const { client, repository, intake, stages } = from;
  const states = statesOf(stages, intake.statePrefix);
  const listing = createListing(client, repository, { labels: [], sort: 'created', direction: 'asc' });
  const { issues, hasMore } = await listing.read((found) => found.length >= MOST_ISSUES, signal);
  return {
    issues: issues
      .filter(({ number }) => !seen.has(String(number)))
      .map((one) => {
        const { id, ref, title, url } = toIssue(one, '', repository, intake.sanitize);
        return { id, ref, title, url, detail: explainUnlisted(one, intake, states) };
      }),
    hasMore,
  };
}

/** Why the filters of the workflow file keep an open issue out. */
export function explainUnlisted(
  { labels }: Pick<GithubIssue, 'labels'>,
  { labels: required, excludeLabels, limit }: Pick<GithubIntake, 'labels' | 'excludeLabels' | 'limit'>,
  states: LabelStates,
): string {
  const has = (label: string): boolean => labels.some((carried) => isSameLabel(carried, label));
  const excluded = excludeLabels.filter(has);
  const lacking = required.filter((label) => !has(label));
  const why = [
    ...(states.read(labels).kind === 'none'
      ? [
          `it carries no label of a state: ${quote(
            states.states.map((state) => states.labelOf(state)),
            ' or ',
          )}`,
        ]
      : []),
    ...(lacking.length > 0 ? [`it lacks ${quote(lacking)}, which \`issues.github.labels\` wants`] : []),
    ...(excluded.length > 0
      ? [`it carries ${quote(excluded)}, which \`issues.github.exclude_labels\` hides`]
      : []),
  ];
  return why.length > 0
    ? why.join('; ')
    : `it was not among the first ${limit} (\`issues.github.limit\`), or it changed just now`;
}

function quote(names: readonly string[], between = ' and '): string {
  return names.map((name) => `\`${name}\``).join(between);
}
