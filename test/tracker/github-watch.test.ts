/** What happened to an issue on GitHub between two moments. */
import { describe, expect, test } from 'vitest';
import type { TrackerHappening, WorkspaceWork } from '../../src/tracker/tracker.ts';
import { anIssue } from '../support/builders.ts';
import { noAbort, playTracker, type TrackerPlay } from '../support/github/play.ts';
import type { PlayedIssue } from '../support/github/played-issue.ts';

const NO_WORK: WorkspaceWork = { branches: [], tips: [], local: [] };
const NEW = 'c'.repeat(40);
const OLD = 'd'.repeat(40);

interface Scene {
  readonly what: TrackerHappening;
  readonly before?: (play: TrackerPlay, issue: PlayedIssue) => void;
  readonly since: (play: TrackerPlay, issue: PlayedIssue) => void;
  readonly work?: Partial<WorkspaceWork>;
  readonly branch?: string;
}

/** What is told of an issue in `todo`: `met`, or what did not happen. */
async function told({ what, before, since, work, branch }: Scene): Promise<string> {
  await using play = await playTracker();
  const { repo, tracker, github } = play;
  const issue = repo.createIssue({ title: 'one', labels: ['todo'], author: 'alice' });
  repo.setRole('alice', 'write');
  github.accounts.add('stranger', 'User');
  before?.(play, issue);
  const request = { issue: anIssue({ id: '1', state: 'todo' }), what: [what], branch };
  const watch = await tracker.watch(request, noAbort());
  since(play, issue);
  const happened = await watch.check(what, { ...NO_WORK, ...work }, noAbort());
  return happened.kind === 'met' ? 'met' : happened.detail;
}

const nothing = (): void => {};

describe('state_changed', () => {
  test.each<readonly [string, Scene['since'], string]>([
    ['nothing', nothing, 'the issue is still in `todo`'],
    ['another state', (_, issue) => issue.removeLabel('todo').addLabel('work'), 'met'],
    ['no state any more', (_, issue) => issue.removeLabel('todo'), 'met'],
    ['closed with its state', (_, issue) => issue.close(), 'met'],
    ['gone', (_, issue) => Object.assign(issue, { visibility: 'gone' }), 'met'],
    ['another label', (_, issue) => issue.addLabel('bug'), 'the issue is still in `todo`'],
    [
      'another state besides the first',
      (_, issue) => issue.addLabel('work'),
      'the issue is still in `todo` (`work` was added besides)',
    ],
    [
      'the state in another case',
      (_, issue) => issue.removeLabel('todo').addLabel('TODO'),
      'the issue is still in `todo`',
    ],
  ])('%s', async (_what, since, expected) => {
    expect(await told({ what: 'state_changed', since })).toBe(expected);
  });
});

describe('comment', () => {
  const none = 'no comment was added';
  const strangers = 'no comment was added by a Bot or by someone with write access';
  const old = ({ repo }: TrackerPlay): void => {
    repo.issue(1).comment('old', { by: 'alice' });
  };
  test.each<readonly [string, Scene['before'], Scene['since'], string]>([
    ['nothing', undefined, nothing, none],
    ['an older one', old, nothing, none],
    ['by a Bot', old, (_, issue) => issue.comment('x', { by: 'github-actions[bot]' }), 'met'],
    ['by someone with write access', old, (_, issue) => issue.comment('x', { by: 'alice' }), 'met'],
    [
      'one that reports on a run',
      old,
      (_, issue) => issue.comment('<!-- vik:0123456789abcdef -->\n**Vik** is', { by: 'github-actions[bot]' }),
      none,
    ],
    [
      'one that quotes a report',
      old,
      (_, issue) => issue.comment('I read <!-- vik:0123456789abcdef -->', { by: 'github-actions[bot]' }),
      'met',
    ],
    ['by a stranger', old, (_, issue) => issue.comment('x', { by: 'stranger' }), strangers],
    [
      'by a deleted account',
      undefined,
      ({ github }, issue) => {
        issue.comment('x', { by: 'gone' });
        github.accounts.delete('gone');
      },
      strangers,
    ],
    [
      'an older one that was edited',
      (play, issue) => {
        old(play);
        for (const label of ['a', 'b', 'c']) issue.addLabel(label);
      },
      ({ repo }, issue) => {
        const [comment] = issue.comments;
        if (comment !== undefined) comment.updatedAt = repo.world.tick();
      },
      none,
    ],
    [
      'one in the same second as the last one before',
      old,
      (_, issue) => issue.comment('x', { by: 'alice', at: issue.updatedAt }),
      'met',
    ],
    [
      'one at another issue',
      undefined,
      ({ repo }) => repo.createIssue({ title: 'two' }).comment('x', { by: 'alice' }),
      none,
    ],
  ])('%s', async (_what, before, since, expected) => {
    const scene = { what: 'comment', since } as const;
    expect(await told(before === undefined ? scene : { ...scene, before })).toBe(expected);
  });

  test('the 150th comment of strangers hides nobody', async () => {
    const since: Scene['since'] = (_, issue) => {
      for (let i = 0; i < 150; i += 1) issue.comment(`${i}`, { by: 'stranger' });
      issue.comment('x', { by: 'alice' });
    };
    expect(await told({ what: 'comment', since })).toBe('met');
  });
});

describe('pull_request', () => {
  const none = 'no pull request was opened or pushed to';
  const work = { branches: ['fix/1'], tips: [NEW] };
  const open =
    (body = ''): Scene['since'] =>
    ({ repo }) => {
      repo.push('fix/1', NEW);
      repo.createPull({ title: 'p', head: 'fix/1', body });
    };
  const opened: Scene['before'] = ({ repo }) => {
    repo.push('fix/1', OLD);
    repo.createPull({ title: 'p', head: 'fix/1' });
  };
  const linked: Scene['before'] = ({ repo }) => {
    repo.push('other', OLD);
    repo.createPull({ title: 'p', head: 'other', body: 'Fixes #1' });
  };
  const fork = { owner: 'stranger', sha: OLD };
  test.each<readonly [string, Omit<Scene, 'what'>, string]>([
    ['nothing', { since: nothing }, none],
    ['opened from the branch', { since: open(), work }, 'met'],
    ['opened from another branch', { since: open(), work: { branches: ['main'] } }, none],
    [
      'opened and merged',
      {
        since: (play, issue) => {
          open()(play, issue);
          play.repo.issue(2).close();
        },
        work,
      },
      'met',
    ],
    ['opened before', { before: opened, since: nothing, work: { branches: ['fix/1'] } }, none],
    [
      'opened before, on the branch of the start',
      { before: opened, since: nothing, branch: 'fix/1', work: { branches: ['fix/1'] } },
      none,
    ],
    [
      'opened before, pushed to from a branch that was switched to',
      { before: opened, since: ({ repo }) => repo.push('fix/1', NEW), work },
      'met',
    ],
    [
      'opened before, pushed to on the branch of the start',
      {
        before: opened,
        since: ({ repo }) => repo.push('fix/1', NEW),
        branch: 'fix/1',
        work: { branches: ['fix/1'] },
      },
      'met',
    ],
    ['opened from another branch, closing the issue', { since: open('Fixes #1') }, 'met'],
    ['opened from another branch, naming the issue', { since: open('About #1') }, 'met'],
    ['linked before', { before: linked, since: nothing }, none],
    ['linked before, pushed to', { before: linked, since: ({ repo }) => repo.push('other', NEW) }, 'met'],
    [
      'linked only now, opened before',
      { before: opened, since: ({ repo }) => repo.issue(2).edit({ body: 'Fixes #1' }) },
      none,
    ],
    [
      'opened by a stranger from a fork',
      { since: ({ repo }) => repo.createPull({ title: 'p', head: 'fix/1', fork, body: 'Fixes #1' }), work },
      none,
    ],
    [
      'opened from a fork with the commit of the workspace',
      {
        since: ({ repo }) =>
          repo.createPull({ title: 'p', head: 'fix/1', fork: { ...fork, sha: NEW }, body: 'Fixes #1' }),
        work,
      },
      'met',
    ],
    [
      'an issue that names it',
      { since: ({ repo }) => repo.createIssue({ title: 'i', body: 'See #1' }) },
      none,
    ],
  ])('%s', async (_what, scene, expected) => {
    expect(await told({ what: 'pull_request', ...scene })).toBe(expected);
  });

  test('without GraphQL the branch is still looked at', async () => {
    await using play = await playTracker({ github: { graphql: false } });
    play.repo.createIssue({ title: 'one', labels: ['todo'] });
    const request = { issue: anIssue({ id: '1' }), what: ['pull_request'], branch: undefined } as const;
    const watch = await play.tracker.watch(request, noAbort());
    const check = () => watch.check('pull_request', { ...NO_WORK, ...work }, noAbort());
    expect(await check()).toEqual({ kind: 'unmet', detail: none });
    open()(play, play.repo.issue(1));
    expect(await check()).toEqual({ kind: 'met' });
  });
});

describe('commits', () => {
  const local = [{ branch: 'fix/a#1', sha: NEW }];
  test.each<readonly [string, Scene['since'], string]>([
    ['a branch that is not on GitHub', nothing, 'no commit was added'],
    ['a branch that is on GitHub', ({ repo }) => repo.push('fix/a#1', NEW), 'met'],
    [
      'a branch that stands elsewhere on GitHub',
      ({ repo }) => repo.push('fix/a#1', OLD),
      'no commit was added',
    ],
  ])('%s', async (_what, since, expected) => {
    expect(await told({ what: 'commits', since, work: { local } })).toBe(expected);
  });
});

describe('what GitHub does not tell', () => {
  test.each<readonly [TrackerHappening, RegExp]>([
    ['state_changed', /issues\/1$/],
    ['comment', /comments/],
    ['pull_request', /pulls/],
    ['pull_request', /graphql/],
  ])('%s is not taken for something that happened: %s', async (what, path) => {
    await using play = await playTracker();
    play.repo.createIssue({ title: 'one', labels: ['todo'] });
    const watch = await play.tracker.watch(
      { issue: anIssue({ id: '1' }), what: [what], branch: 'b' },
      noAbort(),
    );
    play.github.fault({ path, times: 100, respond: { kind: 'answer', status: 403 } });
    const work = { ...NO_WORK, branches: ['b'] };
    await expect(watch.check(what, work, noAbort())).rejects.toThrow(/403/);
  });

  test('a page that was cut off is no list without comments', async () => {
    await using play = await playTracker();
    play.repo.createIssue({ title: 'one', labels: ['todo'] });
    play.github.fault({ path: /comments/, times: 100, respond: { kind: 'answer', status: 200, body: '' } });
    const request = { issue: anIssue({ id: '1' }), what: ['comment'], branch: undefined } as const;
    await expect(play.tracker.watch(request, noAbort())).rejects.toThrow(/cut off/);
  });
});
