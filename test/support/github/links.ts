/** How GitHub links what is written: a pull request that says "Fixes #3" closes it, any mention shows at the issue. */
import type { PlayedIssue } from './played-issue.ts';

/** Pull requests that close the issue when they are merged. */
export function closingPulls(issue: PlayedIssue): readonly PlayedIssue[] {
  const closing = new RegExp(`\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? #${issue.number}\\b`, 'i');
  return others(issue).filter((one) => one.pull !== undefined && closing.test(one.body));
}

/** Issues and pull requests that name the issue in their text. */
export function mentions(issue: PlayedIssue): readonly PlayedIssue[] {
  return others(issue).filter(({ body }) => new RegExp(`(?:^|\\s)#${issue.number}\\b`).test(body));
}

/** A PullRequest of GraphQL. */
export function pullNode(pull: PlayedIssue): Record<string, unknown> {
  const { repository } = pull;
  if (pull.pull === undefined) throw new Error(`#${pull.number} is no pull request`);
  return {
    __typename: 'PullRequest',
    id: `PR_${pull.id}`,
    number: pull.number,
    url: `https://github.com/${repository.fullName}/pull/${pull.number}`,
    headRefName: pull.pull.head,
    headRefOid: repository.headOf(pull.pull),
    isCrossRepository: pull.pull.fork !== undefined,
    repository: { nameWithOwner: repository.fullName },
  };
}

function others(issue: PlayedIssue): readonly PlayedIssue[] {
  return [...issue.repository.issues.values()].filter((one) => one !== issue);
}
