import { expect, test } from 'vitest';
import type { FaultResponse } from '../support/github/faults.ts';
import { secondaryLimit } from '../support/github/faults.ts';
import type { PlayedIssue } from '../support/github/played-issue.ts';
import { openScene, type Scene, type SceneResult } from '../support/scenario.ts';
import { expectTrueEnd } from './true-end.ts';

interface GithubFault {
  readonly name: string;
  /** Sets the fault up; two issues in `todo` are there already. */
  readonly arrange: (scene: Scene) => void;
  readonly exitCode: 0 | 1;
  readonly reason: string;
  /** Stage runs that completed. */
  readonly completed: number;
  /** What the log says of it. */
  readonly says: RegExp;
  readonly also?: (scene: Scene, result: SceneResult) => void;
}

const LISTING = /\/repos\/octo\/repo\/issues(\?|$)/;

function answers(
  status: number,
  headers: Record<string, string> = {},
  message = 'played fault',
): FaultResponse {
  return { kind: 'answer', status, headers, body: { message } };
}

function limitedUntil(seconds: number): FaultResponse {
  const reset = String(Math.ceil(Date.now() / 1000) + seconds);
  return answers(
    403,
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
    'API rate limit exceeded for installation.',
  );
}

/** A listing that answers so, this often. */
const listing =
  (respond: () => FaultResponse, times = 1) =>
  (scene: Scene) =>
    scene.github.fault({ method: 'GET', path: LISTING, times, respond: respond() });

const drains = { exitCode: 0, reason: 'drained', completed: 2 } as const;
const failsToRead = { exitCode: 1, reason: 'intake-failed', completed: 0 } as const;

const between: readonly { readonly name: string; readonly change: (issue: PlayedIssue) => void }[] = [
  { name: 'is closed', change: (issue) => issue.close() },
  { name: 'is moved', change: (issue) => issue.removeLabel('todo').addLabel('parked', { by: 'alice' }) },
  {
    name: 'disappears',
    change(issue) {
      issue.visibility = 'hidden';
    },
  },
];

const faults: readonly GithubFault[] = [
  {
    name: '500 and 502 for the first two requests of a pull',
    arrange(scene) {
      listing(() => answers(500))(scene);
      listing(() => answers(502))(scene);
    },
    ...drains,
    says: /drained after/,
  },
  {
    name: '500 for ever',
    arrange: listing(() => answers(500), Number.POSITIVE_INFINITY),
    ...failsToRead,
    says: /pull failed \(3 of 3 in a row\).*500/,
  },
  {
    name: 'a reset in the middle of a page',
    arrange: listing(() => ({ kind: 'reset-mid-body' })),
    ...drains,
    says: /drained after/,
  },
  {
    name: 'a reset in the middle of every page',
    arrange: listing(() => ({ kind: 'reset-mid-body' }), Number.POSITIVE_INFINITY),
    ...failsToRead,
    says: /pull failed \(3 of 3 in a row\)/,
  },
  {
    name: '429 with retry-after 2',
    arrange: listing(() => answers(429, { 'retry-after': '2' })),
    ...drains,
    says: /waiting until/,
  },
  {
    name: 'the primary limit with a reset in 3 s',
    arrange: listing(() => limitedUntil(3)),
    ...drains,
    says: /waiting until/,
  },
  {
    name: 'the primary limit with a reset in 20 minutes',
    arrange: listing(() => limitedUntil(1200), Number.POSITIVE_INFINITY),
    exitCode: 1,
    reason: 'rate-limited',
    completed: 0,
    says: /rate limit is used up until/,
  },
  {
    name: 'the secondary limit without a header',
    arrange: listing(() => secondaryLimit()),
    ...drains,
    says: /waiting until/,
  },
  {
    name: 'pages that are not JSON',
    arrange: listing(() => ({ kind: 'not-json' }), Number.POSITIVE_INFINITY),
    ...failsToRead,
    says: /pull failed \(3 of 3 in a row\)/,
  },
  {
    name: '401 at the start',
    arrange: (scene) => scene.github.refuseToken(),
    exitCode: 1,
    reason: 'credentials',
    completed: 0,
    says: /GitHub refuses the token \(401\)/,
    also: (scene) => expect(scene.github.requests.length).toBe(1),
  },
  {
    name: '401 in mid-run',
    arrange(scene) {
      scene.github.before({ method: 'POST', path: /graphql/, times: 1 }, () => {});
      let admissions = 0;
      scene.github.before({ method: 'POST', path: /graphql/, times: 2 }, () => {
        admissions += 1;
        if (admissions === 1) scene.github.refuseToken();
      });
    },
    exitCode: 1,
    reason: 'credentials',
    completed: 1,
    says: /GitHub refuses the token \(401\)/,
  },
  {
    name: '403 for a missing permission',
    arrange: listing(
      () =>
        answers(
          403,
          { 'x-accepted-github-permissions': 'issues=read' },
          'Resource not accessible by integration',
        ),
      Number.POSITIVE_INFINITY,
    ),
    ...failsToRead,
    says: /the token needs `permissions`: issues=read/,
  },
  {
    name: '404 for the repository',
    arrange: listing(() => answers(404, {}, 'Not Found'), Number.POSITIVE_INFINITY),
    ...failsToRead,
    says: /404/,
  },
  {
    name: 'a page shift that hides an issue for one pull',
    arrange(scene) {
      const { issue } = { issue: scene.repo.issue(2) };
      let listings = 0;
      scene.github.before({ method: 'GET', path: LISTING, times: Number.POSITIVE_INFINITY }, () => {
        listings += 1;
        issue.unlisted = listings === 2;
      });
    },
    ...drains,
    says: /drained after/,
    also: (_scene, result) => expect(result.record?.sessions.map(({ issue }) => issue)).toEqual(['1', '2']),
  },
  ...between.map(
    ({ name, change }): GithubFault => ({
      name: `an issue that ${name} between pull and admission`,
      arrange(scene) {
        // the first check is that of the other issue; a change then might be seen by a pull already
        scene.github.before({ method: 'POST', path: /graphql/, times: 1 }, () => {});
        scene.github.before({ method: 'POST', path: /graphql/, times: 1 }, () => change(scene.repo.issue(2)));
      },
      exitCode: 0,
      reason: 'drained',
      completed: 1,
      says: /#2.*changed/,
      also(scene, result) {
        expect(result.record?.sessions.map(({ issue }) => issue)).toEqual(['1']);
        expect(scene.repo.issue(2).labels.map(({ name: label }) => label)).not.toContain('done');
      },
    }),
  ),
  {
    name: 'GraphQL errors with status 200 at every admission',
    arrange: (scene) =>
      scene.github.fault({
        path: /graphql/,
        times: Number.POSITIVE_INFINITY,
        respond: { kind: 'graphql-errors', errors: [{ message: 'Something went wrong' }] },
      }),
    ...failsToRead,
    says: /::error title=no issue could be checked::no issue was started: #1 .*Something went wrong/,
    also: (_scene, result) => expect(result.skipped).toEqual(['1: check-failed', '2: check-failed']),
  },
];

test.concurrent.each(faults)('GitHub: $name', async (fault) => {
  await using scene = await openScene();
  scene.issue(['todo']);
  scene.issue(['todo']);
  fault.arrange(scene);
  const result = await scene.run({ loop: { max_issue_concurrency: 1 } });

  expect([result.exitCode, result.outputs.reason, result.outputs.completed]).toEqual([
    fault.exitCode,
    fault.reason,
    String(fault.completed),
  ]);
  expect(result.stdout).toMatch(fault.says);
  expectTrueEnd(result, scene, 120);
  if (fault.exitCode === 1 || fault.completed === 0) expect(result.summary).not.toMatch(/^## Vik: completed/);
  fault.also?.(scene, result);
});

test.concurrent('GitHub: no answer at the last look, with more queries waiting than are sent at once, says so and stays green', async () => {
  await using scene = await openScene();
  for (let i = 0; i < 14; i += 1) scene.issue(['todo']);
  const result = await scene.run({
    loop: { max_iterations: 1 },
    plays: [{ json: { kind: 'completed' } }],
    // the last to be admitted: from now on nothing is answered
    onLine(line) {
      if (!/\[#14 plan\] +completed/.test(line)) return;
      const respond = { kind: 'hang' } as const;
      scene.github.fault({ method: 'GET', path: LISTING, times: Number.POSITIVE_INFINITY, respond });
      scene.github.fault({ method: 'POST', path: /graphql/, times: Number.POSITIVE_INFINITY, respond });
    },
  });
  expect([result.exitCode, result.outputs.completed]).toEqual([0, '14']);
  expect(result.stdout).toContain('it is not known whether the completed issues have moved');
  expectTrueEnd(result, scene, 55);
});

test('a transition whose add succeeds and whose remove fails is taken back, and the stage run is failed', async () => {
  await using scene = await openScene();
  const issue = scene.issue(['todo']);
  scene.github.fault({
    method: 'DELETE',
    path: /\/issues\/1\/labels\/todo/,
    times: Number.POSITIVE_INFINITY,
    respond: answers(
      403,
      { 'x-accepted-github-permissions': 'issues=write' },
      'Resource not accessible by integration',
    ),
  });
  const result = await scene.run({
    stages: { plan: { when: { state: 'todo' }, on_success: { state: 'done' } } },
  });
  expect(result.exitCode).toBe(1);
  expectTrueEnd(result, scene, 40);
  expect(result.attempts).toEqual([
    expect.stringMatching(/^#1 plan: failed \(github\): transition to `done` failed: .*`todo`.*issues=write/),
  ]);
  expect(issue.labels.map(({ name }) => name)).toEqual(['todo']);
});
