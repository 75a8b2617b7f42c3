import type { GithubCall, GithubClient } from '../github/client.ts';
import { GithubError } from '../github/github-error.ts';
import type { Repository } from '../github/issue-json.ts';
import { readNewestPull } from '../github/list-pulls.ts';
import { readBranch } from '../github/read-branch.ts';
import type { Stage } from '../workflow/workflow.ts';
import type { Finding, FindPlace } from './finding.ts';

export interface ExpectationCheck {
  readonly client: GithubClient;
  readonly repository: Repository;
  readonly stages: readonly Stage[];
  readonly placeOf: FindPlace;
}

/** Any name will do: that there is no such branch is an answer. */
const BRANCH = 'vik-doctor';

/** Whether the token may read what stages expect. Rejects as `GithubClient.request` does for everything but a refusal. */
export async function checkExpectations(
  { client, repository, stages, placeOf }: ExpectationCheck,
  { signal }: GithubCall,
): Promise<Finding[]> {
  const questions = [
    {
      kind: 'pull_request',
      code: 'no_pulls_read',
      permission: 'pull-requests: read',
      ask: () => readNewestPull(client, repository, signal),
    },
    {
      kind: 'commits',
      code: 'no_contents_read',
      permission: 'contents: read',
      ask: () => readBranch(client, repository, BRANCH, signal),
    },
  ] as const;
  const findings: Finding[] = [];
  for (const { kind, code, permission, ask } of questions) {
    const stage = stages.find(({ expect }) => expect.some((expected) => expected.kind === kind));
    if (stage === undefined || !(await isRefused(ask))) continue;
    findings.push({
      severity: 'error',
      code,
      message: `${stage.name} expects \`${kind}\`, and this token may not read that: write \`permissions:\` with \`${permission}\` into the job, or give another \`github-token\` with that permission`,
      place: placeOf(['issue', 'stages', stage.name, 'expect']),
    });
  }
  return findings;
}

async function isRefused(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return false;
  } catch (error) {
    if (error instanceof GithubError && (error.status === 403 || error.status === 404)) return true;
    throw error;
  }
}
