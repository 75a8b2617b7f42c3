/** What a pull from GitHub takes, what it costs, and what becomes of a run whose pulls fail. */
import { expect, test } from 'vitest';
import { openScene } from '../support/scenario.ts';

const listings = /\/repos\/octo\/repo\/issues$/;

test.concurrent('an issue is in the one state that its labels give it, and out when they give it none or two', async () => {
  await using scene = await openScene();
  scene.issue(['vik:todo']);
  scene.issue(['VIK:Work'], { title: 'GitHub ignores case in labels' });
  scene.issue(['vik:todo', 'vik:work'], { title: 'two states' });
  scene.issue(['vik:todo', 'Blocked'], { title: 'excluded' });
  scene.issue(['todo'], { title: 'without the prefix' });
  scene.issue(['vik:todo'], { title: 'closed' }).close();
  scene.repo.createPull({ title: 'a pull request', author: 'alice', labels: ['vik:todo'] });
  const result = await scene.run({
    stages: { plan: { when: { state: 'todo' } }, implement: { when: { state: 'work' } } },
    github: { state_prefix: 'vik:', exclude_labels: ['blocked'] },
  });
  expect(result.exitCode).toBe(0);
  expect([...result.attempts].sort()).toEqual(['#1 plan: completed', '#2 implement: completed']);
  expect(result.skipped).toEqual(['3: ambiguous']);
  expect(result.stdout).toContain(
    '#3 skipped: ambiguous: carries `vik:todo` and `VIK:Work`, which are different states; remove all but one',
  );
  expect(result.summary).toMatch(/^## Vik: 1 issue with the labels of several states/);
});

test.concurrent('with `labels` one listing serves all states', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  scene.issue(['todo', 'vik']);
  scene.issue(['work', 'vik']);
  const result = await scene.run({
    stages: { plan: { when: { state: 'todo' } }, implement: { when: { state: 'work' } } },
    github: { labels: ['vik'] },
    loop: { max_iterations: 1 },
  });
  expect([...result.attempts].sort()).toEqual(['#2 plan: completed', '#3 implement: completed']);
  // the pull, and the last look for issues that nobody moved
  expect(scene.github.requestsTo('GET', listings).map(({ query }) => query.labels)).toEqual(['vik', 'vik']);
});

test.concurrent('250 issues are read from three pages, in the order of their creation', async () => {
  await using scene = await openScene();
  for (let count = 1; count <= 250; count += 1) scene.issue(['todo'], { title: `issue ${count}` });
  const result = await scene.run({
    inputs: { 'dry-run': 'true' },
    loop: { max_issue_concurrency: 2 },
  });
  const ids = result.record?.skipped.map(({ issue }) => Number(issue));
  expect(JSON.parse(result.outputs.results ?? '').map(({ issue }: { issue: string }) => issue)).toEqual([
    '1',
    '2',
  ]);
  expect(ids).toEqual(Array.from({ length: 248 }, (_, index) => index + 3));
  expect(scene.github.requestsTo('GET', listings)).toHaveLength(3);
});

test.concurrent('`limit` takes the first issues of a pull and says so', async () => {
  await using scene = await openScene();
  for (const title of ['one', 'two', 'three']) scene.issue(['todo'], { title });
  const result = await scene.run({ github: { limit: 2, sort: 'created-desc' }, loop: { max_iterations: 1 } });
  expect([...result.attempts].sort()).toEqual(['#2 plan: completed', '#3 plan: completed']);
  expect(result.stdout).toContain('only the first 2 issues are taken');
});

test.concurrent('an unchanged listing costs nothing: the second pull is answered with 304', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const result = await scene.run();
  expect(result.outputs.reason).toBe('drained');
  const [first, ...later] = scene.github.requestsTo('GET', listings).map(({ status }) => status);
  expect([first, ...new Set(later)]).toEqual([200, 304]);
});

test.concurrent('a run that finds nothing says what it looked for', async () => {
  await using scene = await openScene();
  scene.repo.createLabel('todo');
  const result = await scene.run({
    stages: { plan: { when: { state: 'todo' } }, implement: { when: { state: 'work' } } },
  });
  const searched = '0 open issues with label `todo` or `work`; label `work` does not exist here';
  expect([result.exitCode, result.outputs.reason, result.outputs.drained]).toEqual([0, 'drained', 'true']);
  expect(result.lines).toContain(searched);
  expect(result.summary).toContain('nothing to do');
});

test.concurrent('a page cut off in the middle fails its pull, and the next one goes on', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  scene.github.fault({ method: 'GET', path: /\/issues\?/, respond: { kind: 'not-json' } });
  const result = await scene.run();
  expect([result.exitCode, result.attempts]).toEqual([0, ['#1 plan: completed']]);
  expect(result.stdout).toContain('::error title=pull failed::pull failed (1 of 3 in a row)');
  expect(result.summary).toMatch(/^## Vik: 1 pull failed; /);
});

test.concurrent('three failed pulls in a row end the run red', async () => {
  await using scene = await openScene();
  scene.github.fault({ path: /\/issues\?/, times: Infinity, respond: { kind: 'answer', status: 404 } });
  const result = await scene.run();
  expect([result.exitCode, result.outputs.reason, result.outputs.drained]).toEqual([
    1,
    'intake-failed',
    'false',
  ]);
  expect(result.stdout).toContain(
    'pull failed (3 of 3 in a row): `octo/repo` is not there, or this token may not see it',
  );
  expect(scene.github.requestsTo('GET', listings)).toHaveLength(3);
});

test.concurrent('a token that is refused at the start ends the run at once', async () => {
  await using scene = await openScene();
  scene.github.refuseToken();
  const result = await scene.run();
  expect([result.exitCode, result.outputs.reason]).toEqual([1, 'credentials']);
  expect(result.stdout).toContain('GitHub refuses the token (401): check the `github-token` input');
  expect(scene.github.requests).toHaveLength(1);
});

test.concurrent('a token that is refused in mid-run stops new starts, and what runs ends well', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  scene.issue(['todo']);
  const started = { write: { path: scene.path('started'), text: '' } };
  const run = scene.run({
    loop: { max_issue_concurrency: 1 },
    plays: [started, { waitFor: scene.path('refused') }],
  });
  await scene.noted('started');
  scene.github.refuseToken();
  scene.github.before({ path: /\/issues\?/ }, () => scene.note('refused'));
  const result = await run;
  expect([result.exitCode, result.outputs.reason]).toEqual([1, 'credentials']);
  expect(result.attempts).toEqual(['#1 plan: completed']);
  expect(result.skipped).toHaveLength(1);
});

test.concurrent('a used-up rate limit whose reset is far off ends an idle run', async () => {
  await using scene = await openScene({ rateLimit: 0 });
  scene.issue(['todo']);
  const result = await scene.run();
  expect([result.exitCode, result.outputs.reason]).toEqual([1, 'rate-limited']);
  expect(result.summary).toMatch(/^## Vik: GitHub's rate limit is used up/);
});

test.concurrent('a rate limit that is met right before a start ends the run, and says what waits', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  scene.issue(['todo']);
  const result = await scene.run({
    loop: { max_issue_concurrency: 1 },
    onLine(line) {
      if (!line.includes('[#1 plan]') || !line.includes('started')) return;
      const resetAt = new Date(Date.now() + 20 * 60_000);
      Object.assign(scene.github.rateLimit.graphql, { remaining: 0, resetAt });
      scene.note('limited');
    },
    plays: [{ waitFor: scene.path('limited') }],
  });
  expect([result.exitCode, result.outputs.reason, result.outputs.drained]).toEqual([
    1,
    'rate-limited',
    'false',
  ]);
  expect([result.attempts, result.skipped]).toEqual([['#1 plan: completed'], ['2: shutting-down']]);
  expect(result.lines.at(-1)).toMatch(/GitHub's rate limit is used up; .*1 issue left waiting/);
});

test.concurrent.for(['closed', 'relabelled', 'gone'])(
  'an issue that is %s between pull and admission is skipped as changed, and the next one starts',
  async (change) => {
    await using scene = await openScene();
    const first = scene.issue(['todo']);
    scene.issue(['todo']);
    scene.github.before({ path: /\/graphql/ }, () => {
      if (change === 'closed') first.close();
      if (change === 'relabelled') first.removeLabel('todo').addLabel('other');
      if (change === 'gone') first.visibility = 'hidden';
    });
    const result = await scene.run({ loop: { max_issue_concurrency: 1, max_iterations: 1 } });
    expect([result.exitCode, result.attempts, result.skipped]).toEqual([
      0,
      ['#2 plan: completed'],
      ['1: changed'],
    ]);
  },
);

test.concurrent('an issue that a killed run left in an `on_start` state is interrupted', async () => {
  await using scene = await openScene();
  scene.issue(['planning']);
  const result = await scene.run({
    stages: {
      plan: { when: { state: 'todo' }, on_start: { state: 'planning' }, on_failure: { state: 'failed' } },
    },
  });
  expect([result.exitCode, result.attempts, result.skipped]).toEqual([0, [], ['1: interrupted']]);
  expect(result.lines).toContain(
    '#1 skipped: interrupted: another run works on it, or one was killed; set `todo` to start again',
  );
});
