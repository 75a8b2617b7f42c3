/** Reading the open issues of a repository that are in a state of the workflow file. */
import type { GithubClient } from '../github/client.ts';
import { GithubError, isGone } from '../github/github-error.ts';
import type { GithubIssue, Repository } from '../github/issue-json.ts';
import { findMissingLabels } from '../github/labels.ts';
import { createListing, type Listing } from '../github/list-issues.ts';
import { readIssue } from '../github/read-issue.ts';
import type { GithubIntake } from '../workflow/workflow.ts';
import { toIssue } from './github-issue.ts';
import type { Issue } from './issue.ts';
import { type LabelStates, passesFilters } from './label-state.ts';
import { type AmbiguousIssue, type Pull, PullError } from './tracker.ts';

export interface GithubPullDeps {
  readonly client: GithubClient;
  readonly repository: Repository;
  readonly intake: GithubIntake;
  readonly states: LabelStates;
  /** The issue whose event started the job. */
  readonly eventIssue: number | undefined;
}

/** The reading of pulls, one after the other: pages that did not change are remembered. */
export function createGithubPull(deps: GithubPullDeps): (signal: AbortSignal) => Promise<Pull> {
  const { client, repository, intake, states } = deps;
  const [sort, direction] = readSort(intake.sort);
  // One listing by the required labels serves all states; without them there is one for each state.
  const wanted =
    intake.labels.length > 0 ? [intake.labels] : states.states.map((state) => [states.labelOf(state)]);
  const listings = wanted.map((labels) => createListing(client, repository, { labels, sort, direction }));
  // a page that did not change gives the same objects again, and cleaning their texts is most of a pull's work
  const converted = new WeakMap<GithubIssue, Issue>();
  let eventIssue = deps.eventIssue;
  let hasFound = false;
  let missing: readonly string[] | undefined;

  const isOurs = (issue: GithubIssue): boolean =>
    issue.isOpen &&
    !issue.isPull &&
    passesFilters(issue.labels, intake) &&
    states.read(issue.labels).kind !== 'none';
  const count = (issues: readonly GithubIssue[]): number =>
    issues.filter((issue) => isOurs(issue) && states.read(issue.labels).kind === 'state').length;

  function convert(one: GithubIssue, state: string): Issue {
    const known = converted.get(one);
    if (known !== undefined) return known;
    const issue = toIssue(one, state, repository, intake.sanitize);
    converted.set(one, issue);
    return issue;
  }

  async function readFirst(signal: AbortSignal): Promise<readonly GithubIssue[]> {
    if (eventIssue === undefined) return [];
    try {
      return [await readIssue(client, repository, eventIssue, { signal })];
    } catch (error) {
      if (isGone(error)) return [];
      throw error;
    }
  }

  async function read(signal: AbortSignal): Promise<Pull> {
    const readListing = (listing: Listing) => listing.read((issues) => count(issues) >= intake.limit, signal);
    const [first, listed] = await Promise.all([readFirst(signal), Promise.all(listings.map(readListing))]);
    eventIssue = undefined;
    const found = merge(
      first,
      listed.flatMap((one) => one.issues),
      sort,
      direction,
    ).filter(isOurs);
    const issues: Issue[] = [];
    const ambiguous: AmbiguousIssue[] = [];
    for (const one of found) {
      const state = states.read(one.labels);
      if (state.kind === 'state') issues.push(convert(one, state.state));
      if (state.kind === 'ambiguous') {
        const { id, ref, title, url } = convert(one, '');
        ambiguous.push({ id, ref, title, url, labels: state.labels });
      }
    }
    const isCut = issues.length > intake.limit || listed.some((one) => one.hasMore);
    hasFound ||= found.length > 0;
    if (!hasFound) missing ??= await findMissing(signal);
    return {
      issues: issues.slice(0, intake.limit),
      ambiguous,
      warnings: [
        ...listed.flatMap((one) => one.warnings),
        ...(isCut
          ? [`only the first ${intake.limit} issues are taken (\`limit\`): the others wait for a later pull`]
          : []),
      ],
      searched: describeSearch(intake, states, issues.length, missing ?? []),
      isCut,
      rateLimitLow: client.isRateLimitLow(),
    };
  }

  /** Labels that are looked for and that the repository doesn't have. Asked only when nothing was ever found. */
  async function findMissing(signal: AbortSignal): Promise<readonly string[]> {
    const names = [...intake.labels, ...states.states.map((state) => states.labelOf(state))];
    try {
      return await findMissingLabels(client, repository, names, { signal });
    } catch (error) {
      // It is only said for help: the pull itself succeeded.
      if (error instanceof GithubError) return [];
      throw error;
    }
  }

  return async (signal) => {
    try {
      return await read(signal);
    } catch (error) {
      if (error instanceof GithubError) throw new PullError(explain(error, repository), { cause: error });
      throw error;
    }
  };
}

/** The first ones stay first; the others follow in the order of the listing, each once. */
function merge(
  first: readonly GithubIssue[],
  listed: readonly GithubIssue[],
  sort: 'created' | 'updated',
  direction: 'asc' | 'desc',
): GithubIssue[] {
  const byNumber = new Map(listed.map((issue) => [issue.number, issue]));
  for (const { number } of first) byNumber.delete(number);
  const key = (issue: GithubIssue): string => (sort === 'created' ? issue.createdAt : issue.updatedAt);
  const sign = direction === 'asc' ? 1 : -1;
  const rest = [...byNumber.values()].sort((a, b) => {
    const byDate = key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.number - b.number;
    return sign * byDate;
  });
  return [...first, ...rest];
}

function readSort(sort: GithubIntake['sort']): readonly ['created' | 'updated', 'asc' | 'desc'] {
  return [sort.startsWith('created') ? 'created' : 'updated', sort.endsWith('asc') ? 'asc' : 'desc'];
}

/** "0 open issues with label `todo` or `work`; label `work` does not exist here". */
function describeSearch(
  { labels, excludeLabels }: GithubIntake,
  states: LabelStates,
  found: number,
  missing: readonly string[],
): string {
  const quote = (names: readonly string[]): string[] => names.map((name) => `\`${name}\``);
  const required = labels.length === 0 ? '' : `${quote(labels).join(' and ')} and `;
  const wanted = quote(states.states.map((state) => states.labelOf(state))).join(' or ');
  const excluded = excludeLabels.length === 0 ? '' : ` and without ${quote(excludeLabels).join(' or ')}`;
  const absent =
    missing.length === 0
      ? ''
      : `; label${missing.length === 1 ? '' : 's'} ${quote(missing).join(', ')} ${missing.length === 1 ? 'does' : 'do'} not exist here`;
  return `${found} open issue${found === 1 ? '' : 's'} with label ${required}${wanted}${excluded}${absent}`;
}

function explain(error: GithubError, { owner, repo }: Repository): string {
  const name = `\`${owner}/${repo}\``;
  switch (error.status) {
    case 403:
      return `GitHub does not let this token list the issues of ${name}: add \`permissions: issues: write\` (or \`read\`, without transitions) to the job: ${error.message}`;
    case 404:
      return `${name} is not there, or this token may not see it: check the \`repository\` and \`github-token\` inputs: ${error.message}`;
    case 410:
      return `issues are turned off in ${name}: ${error.message}`;
    default:
      return `the issues of ${name} could not be listed: ${error.message}`;
  }
}
