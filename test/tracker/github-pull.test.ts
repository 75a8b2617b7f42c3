import { describe, expect, test } from 'vitest';
import { CredentialsError, type Pull, PullError, RateLimitError } from '../../src/tracker/tracker.ts';
import { aStage } from '../support/builders.ts';
import { noAbort, playTracker } from '../support/github/play.ts';

const ids = (pull: Pull): string[] => pull.issues.map(({ id }) => id);

describe('a pull', () => {
  test('gives every field of an issue that templates see', async () => {
    await using played = await playTracker();
    played.repo.createIssue({
      title: 'Fix it',
      body: 'now<!-- hidden -->',
      labels: ['todo', 'bug'],
      author: 'renovate[bot]',
      association: 'MEMBER',
      assignees: ['alice'],
      milestone: 'v1',
    });
    const [issue] = (await played.tracker.pull(noAbort())).issues;
    expect(issue).toEqual({
      id: '1',
      title: 'Fix it',
      description: 'now',
      state: 'todo',
      ref: '#1',
      url: 'https://github.com/o/r/issues/1',
      revision: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      extra: {
        number: 1,
        url: 'https://github.com/o/r/issues/1',
        labels: ['todo', 'bug'],
        author: 'renovate[bot]',
        author_association: 'MEMBER',
        assignees: ['alice'],
        milestone: 'v1',
        created_at: expect.any(String),
        updated_at: issue?.revision,
        comments: 0,
        repository: 'o/r',
        raw_title: 'Fix it',
        raw_description: 'now<!-- hidden -->',
      },
    });
  });

  test('is one listing for each state, merged in the order of `sort`, each issue once', async () => {
    await using played = await playTracker({ intake: { sort: 'created-desc' } });
    for (const label of ['work', 'todo', 'bug', 'work', 'todo']) {
      played.repo.createIssue({ title: label, labels: [label] });
    }
    expect(ids(await played.tracker.pull(noAbort()))).toEqual(['5', '4', '2', '1']);
    expect(played.github.requests.map(({ query }) => query.labels)).toEqual(['todo', 'work']);
  });

  test('is one listing for all states when `labels` is set', async () => {
    await using played = await playTracker({ intake: { labels: ['vik', 'ai'] } });
    played.repo.createIssue({ title: 'a', labels: ['vik', 'ai', 'todo'] });
    played.repo.createIssue({ title: 'b', labels: ['vik', 'todo'] });
    played.repo.createIssue({ title: 'c', labels: ['ai', 'work', 'vik'] });
    expect(ids(await played.tracker.pull(noAbort()))).toEqual(['1', '3']);
    expect(played.github.requests.map(({ query }) => query.labels)).toEqual(['vik,ai']);
  });

  test('finds a state whose label has a comma, which GitHub can not be asked for', async () => {
    await using played = await playTracker({ stages: [aStage({ state: 'a,b' })] });
    played.repo.createIssue({ title: 'it', labels: ['a,b'] });
    played.repo.createIssue({ title: 'others', labels: ['a', 'b'] });
    expect(ids(await played.tracker.pull(noAbort()))).toEqual(['1']);
  });

  test('also shows the issues in an `on_start` state', async () => {
    const onStart = { state: 'planning', addLabels: [], removeLabels: [] };
    await using played = await playTracker({ stages: [aStage({ onStart })] });
    played.repo.createIssue({ title: 'left behind', labels: ['planning'] });
    expect((await played.tracker.pull(noAbort())).issues[0]?.state).toBe('planning');
  });

  test('leaves excluded issues and pull requests out', async () => {
    await using played = await playTracker({ intake: { excludeLabels: ['Blocked'] } });
    played.repo.createIssue({ title: 'blocked', labels: ['todo', 'blocked'] });
    played.repo.createPull({ title: 'a pull request', labels: ['todo'] });
    played.repo.createIssue({ title: 'fine', labels: ['todo'] });
    expect(ids(await played.tracker.pull(noAbort()))).toEqual(['3']);
  });

  test('reads a label of another case, and one with the prefix, as the state of the file', async () => {
    await using played = await playTracker({ intake: { statePrefix: 'vik:' } });
    played.repo.createIssue({ title: 'a', labels: ['VIK:ToDo'] });
    expect((await played.tracker.pull(noAbort())).issues[0]?.state).toBe('todo');
  });

  test('names the labels of an ambiguous issue, once', async () => {
    await using played = await playTracker();
    played.repo.createIssue({ title: 'both', labels: ['Todo', 'work'] });
    const { issues, ambiguous } = await played.tracker.pull(noAbort());
    expect([issues, ambiguous]).toEqual([
      [],
      [
        {
          id: '1',
          ref: '#1',
          title: 'both',
          url: 'https://github.com/o/r/issues/1',
          labels: ['Todo', 'work'],
        },
      ],
    ]);
  });

  test('is cut at `limit`, and says so', async () => {
    await using played = await playTracker({ intake: { limit: 2 } });
    for (const label of ['work', 'todo', 'work']) played.repo.createIssue({ title: label, labels: [label] });
    const pull = await played.tracker.pull(noAbort());
    expect([ids(pull), pull.warnings]).toEqual([
      ['1', '2'],
      ['only the first 2 issues are taken (`limit`): the others wait for a later pull'],
    ]);
  });

  test('says that the rate limit is low', async () => {
    await using played = await playTracker({ github: { rateLimit: 100 } });
    played.github.rateLimit.core.remaining = 9;
    expect((await played.tracker.pull(noAbort())).rateLimitLow).toBe(true);
  });
});

describe('the issue whose event started the job', () => {
  test('comes first in the first pull, though the listing lags behind', async () => {
    await using played = await playTracker({ eventIssue: 2 });
    played.repo.createIssue({ title: 'old', labels: ['todo'] });
    played.repo.createIssue({ title: 'new', labels: ['work'] }).unlisted = true;
    const pulls = [await played.tracker.pull(noAbort()), await played.tracker.pull(noAbort())];
    expect(pulls.map(ids)).toEqual([['2', '1'], ['1']]);
  });

  test('is there once when the listing has it too', async () => {
    await using played = await playTracker({ eventIssue: 2 });
    played.repo.createIssue({ title: 'old', labels: ['todo'] });
    played.repo.createIssue({ title: 'new', labels: ['todo'] });
    expect(ids(await played.tracker.pull(noAbort()))).toEqual(['2', '1']);
  });

  test.each(['closed', 'without a state', 'excluded', 'a pull request', 'gone'])(
    'is nothing when it is %s',
    async (how) => {
      await using played = await playTracker({ eventIssue: 1, intake: { excludeLabels: ['blocked'] } });
      const labels =
        how === 'without a state' ? ['bug'] : how === 'excluded' ? ['todo', 'blocked'] : ['todo'];
      const make = how === 'a pull request' ? 'createPull' : 'createIssue';
      const issue = played.repo[make]({ title: 'x', labels });
      if (how === 'closed') issue.close();
      if (how === 'gone') issue.visibility = 'gone';
      expect(ids(await played.tracker.pull(noAbort()))).toEqual([]);
    },
  );

  test('is read again after a pull that failed', async () => {
    await using played = await playTracker({ eventIssue: 1, client: { throttle: false } });
    played.repo.createIssue({ title: 'x', labels: ['todo'] }).unlisted = true;
    played.github.fault({ path: /issues\?/, respond: { kind: 'not-json' } });
    await expect(played.tracker.pull(noAbort())).rejects.toBeInstanceOf(PullError);
    expect(ids(await played.tracker.pull(noAbort()))).toEqual(['1']);
  });
});

describe('a pull that finds nothing says what it looked for', () => {
  test('and which labels do not exist, asked once', async () => {
    await using played = await playTracker();
    played.repo.createLabel('Todo');
    await played.tracker.pull(noAbort());
    const { searched } = await played.tracker.pull(noAbort());
    expect(searched).toBe('0 open issues with label `todo` or `work`; label `work` does not exist here');
    expect(played.github.requestsTo('GET', /\/labels/)).toHaveLength(1);
  });

  test('and which labels do not exist, also in a repository with more labels than a page holds', async () => {
    await using played = await playTracker();
    for (let i = 0; i < 110; i += 1) played.repo.createLabel(`label ${i}`);
    played.repo.createLabel('Todo');
    const { searched } = await played.tracker.pull(noAbort());
    expect(searched).toBe('0 open issues with label `todo` or `work`; label `work` does not exist here');
  });

  test('with its filters', async () => {
    await using played = await playTracker({ intake: { labels: ['vik'], excludeLabels: ['blocked'] } });
    for (const label of ['vik', 'todo', 'work']) played.repo.createLabel(label);
    expect((await played.tracker.pull(noAbort())).searched).toBe(
      '0 open issues with label `vik` and `todo` or `work` and without `blocked`',
    );
  });

  test('and asks for no label when there are issues', async () => {
    await using played = await playTracker();
    played.repo.createIssue({ title: 'x', labels: ['todo'] });
    await played.tracker.pull(noAbort());
    expect(played.github.requestsTo('GET', /\/labels/)).toEqual([]);
  });
});

describe('a pull that fails', () => {
  test.each([
    ['missing permission', 403, /add `permissions: issues: write`/],
    ['no such repository', 404, /`o\/r` is not there, or this token may not see it/],
    ['issues turned off', 410, /issues are turned off in `o\/r`/],
    ['an outage', 500, /could not be listed: .*500/],
  ])('for %s says what to do', async (_, status, message) => {
    await using played = await playTracker();
    played.github.fault({
      path: /issues/,
      times: 99,
      respond: { kind: 'answer', status, body: { message: 'no' } },
    });
    const failure = played.tracker.pull(noAbort());
    await expect(failure).rejects.toBeInstanceOf(PullError);
    await expect(failure).rejects.toThrow(message);
  });

  test('for a refused token is a CredentialsError', async () => {
    await using played = await playTracker();
    played.github.refuseToken();
    await expect(played.tracker.pull(noAbort())).rejects.toBeInstanceOf(CredentialsError);
  });

  test('for a rate limit is a RateLimitError', async () => {
    await using played = await playTracker();
    played.github.rateLimit.core.remaining = 0;
    await expect(played.tracker.pull(noAbort())).rejects.toBeInstanceOf(RateLimitError);
  });
});

test('1,000 issues in 3 states: the second pull is 304 for every page', async () => {
  const stages = ['todo', 'work', 'review'].map((state) => aStage({ name: state, state }));
  await using played = await playTracker({ stages });
  for (let count = 0; count < 1000; count += 1) {
    played.repo.createIssue({
      title: `t${count}`,
      labels: [['todo', 'work', 'review'][count % 3] ?? 'todo'],
    });
  }
  const first = await played.tracker.pull(noAbort());
  const { length } = played.github.requests;
  const second = await played.tracker.pull(noAbort());
  expect(ids(second)).toEqual(ids(first));
  expect([first.issues.length, length]).toEqual([1000, 12]);
  expect(played.github.requests.slice(length).map(({ status }) => status)).toEqual(Array(12).fill(304));
});
