/** Requests to GitHub for 1,000 issues in 3 states, when nothing has changed since the pull before. */
import { aStage } from '../test/support/builders.ts';
import { noAbort, playTracker } from '../test/support/github/play.ts';
import type { Row } from './row.ts';

const ISSUES = 1000;
const STATES = ['todo', 'work', 'review'];

export async function measureUnchangedPulls(): Promise<readonly Row[]> {
  await using played = await playTracker({
    stages: STATES.map((state) => aStage({ name: state, state })),
    intake: { limit: ISSUES },
  });
  for (let index = 0; index < ISSUES; index += 1) {
    played.repo.createIssue({ title: `Issue ${index}`, labels: [STATES[index % STATES.length] ?? ''] });
  }
  const first = await played.tracker.pull(noAbort());
  const pages = played.github.requests.length;
  const second = await played.tracker.pull(noAbort());
  const statuses = played.github.requests.slice(pages).map(({ status }) => status);
  if (first.issues.length !== ISSUES || second.issues.length !== ISSUES) {
    throw new Error(`${first.issues.length} and ${second.issues.length} issues were pulled, not ${ISSUES}`);
  }
  const unchanged = statuses.filter((status) => status === 304).length;
  return [
    {
      what: 'requests to GitHub for 1,000 issues in 3 states, second pull unchanged',
      measured: `${pages} requests in the first pull, ${statuses.length} in the second`,
      gate: {
        mustReach: '304 for every page',
        reached: `${unchanged} of ${statuses.length} were 304`,
        isMet: unchanged === statuses.length && statuses.length === pages,
      },
    },
  ];
}
