/** What git says of real workspaces: an agent commits, pushes, pulls, or does none of it. */
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGit, findNewWork, type Git, readChanges, readGitState } from '../../src/stage/git-state.ts';
import { GIT_ENV, makeOrigin, shell } from '../support/git.ts';
import { noAbort } from '../support/github/play.ts';
import { setUp } from '../support/processes.ts';

interface Place {
  readonly git: Git;
  readonly folder: string;
  readonly workspace: string;
  readonly origin: string;
}

/** A workspace with what `prepare` leaves in it; `$O` is the address of its origin. */
function aWorkspace(prepare: string, env: Readonly<Record<string, string>> = {}): Place {
  const { folder, processes } = setUp();
  const origin = makeOrigin(folder);
  const workspace = path.join(folder, 'root', 'issue');
  mkdirSync(workspace, { recursive: true });
  shell(workspace, `O=${origin}; ${prepare}`);
  let starts = 0;
  const git = createGit({
    processes,
    root: path.join(folder, 'root'),
    workspace,
    env: () => ({ ...GIT_ENV, ...env }),
    nextMarker: () => `stage/hook/${++starts}`,
    async keep(text) {
      const file = path.join(folder, 'kept');
      await writeFile(file, text);
      return file;
    },
  });
  return { git, folder, workspace, origin };
}

const CLONE = 'git clone -q "$O" .';
/** Somebody else pushes to `main`. */
const OTHERS = '(cd ../../seed; git commit -q --allow-empty -m theirs; git push -q "$O" HEAD:main)';

/** A commit of somebody else's, in a repository that is no remote of the workspace's. */
const FOREIGN =
  'git clone -q "$O" ../foreign; git -C ../foreign commit -q --allow-empty -m theirs; git -C ../foreign tag v2';
const FETCH = `${FOREIGN}; git fetch -q ../foreign HEAD`;
const PLUMB = `T=$(git commit-tree -p HEAD -m x 'HEAD^{tree}')`;

/** What is new after the script: whether HEAD is, and the branches that were pushed. */
async function workOf(prepare: string, script: string) {
  const { git, workspace, origin } = aWorkspace(prepare);
  const before = await readGitState(git, noAbort());
  shell(workspace, `O=${origin}; ${script}`);
  const now = await readGitState(git, noAbort());
  if (now === undefined) return 'no repository';
  const { head, pushed, local } = await findNewWork(git, before, now, noAbort());
  const names = (tips: typeof local) => tips.map(({ branch }) => branch);
  return { head: head === undefined ? 'old' : 'new', pushed: names(pushed), local: names(local) };
}

type Row = readonly [
  what: string,
  prepare: string,
  script: string,
  head: 'new' | 'old',
  pushed: readonly string[],
];

describe('what is new', () => {
  test.each<Row>([
    ['nothing', CLONE, 'true', 'old', []],
    ['a commit', CLONE, 'git commit -q --allow-empty -m x', 'new', []],
    ['a changed file without a commit', CLONE, 'echo x > file', 'old', []],
    ['a commit, pushed to main', CLONE, 'git commit -q --allow-empty -m x; git push -q', 'new', ['main']],
    [
      'a branch, pushed and left',
      CLONE,
      'git checkout -qb fix/1; git commit -q --allow-empty -m x; git push -q origin fix/1; git checkout -q main',
      'old',
      ['fix/1'],
    ],
    ['a branch without a commit', CLONE, 'git checkout -qb fix; git push -q origin fix', 'old', []],
    [
      'an older commit, checked out',
      `${CLONE}; git commit -q --allow-empty -m x`,
      'git checkout -q HEAD~1',
      'old',
      [],
    ],
    ['what others pushed, fetched', CLONE, `${OTHERS}; git fetch -q`, 'old', []],
    ['what others pushed, pulled', CLONE, `${OTHERS}; git pull -q`, 'old', []],
    [
      'what others pushed, pulled, and a commit upon it, pushed',
      CLONE,
      `${OTHERS}; git pull -q; git commit -q --allow-empty -m x; git push -q`,
      'new',
      ['main'],
    ],
    [
      'a commit, pushed, and what others put upon it, pulled',
      CLONE,
      `git commit -q --allow-empty -m x; git push -q; (cd ../../seed; git pull -q "$O" main; git commit -q --allow-empty -m y; git push -q "$O" HEAD:main); git pull -q`,
      'new',
      ['main'],
    ],
    ['a clone into an empty workspace', 'true', CLONE, 'old', []],
    ['a clone and a commit', 'true', `${CLONE}; git commit -q --allow-empty -m x`, 'new', []],
    [
      'a clone, a commit and a push',
      'true',
      `${CLONE}; git checkout -qb fix; git commit -q --allow-empty -m x; git push -q origin HEAD`,
      'new',
      ['fix'],
    ],
    [
      'a commit after an amended start',
      `${CLONE}; git commit -q --allow-empty -m x`,
      'git commit -q --amend --allow-empty -m y',
      'new',
      [],
    ],
    [
      'a commit, with the commit of the start collected as garbage',
      `${CLONE}; git checkout -q --orphan other; git commit -q -m x`,
      'git commit -q --amend -m y; git reflog expire --expire=now --all; git gc -q --prune=now',
      'new',
      [],
    ],
    ['what was fetched by address, reset to', CLONE, `${FETCH}; git reset -q --hard FETCH_HEAD`, 'old', []],
    [
      'what was fetched by address, reset to by its hash',
      CLONE,
      `${FETCH}; git reset -q --hard "$(git rev-parse FETCH_HEAD)"`,
      'old',
      [],
    ],
    ['what was fetched by address, checked out', CLONE, `${FETCH}; git checkout -q FETCH_HEAD`, 'old', []],
    [
      'what was fetched by address, a branch of its own',
      CLONE,
      `${FETCH}; git checkout -q -b fix FETCH_HEAD`,
      'old',
      [],
    ],
    ['what was fetched by address, merged', CLONE, `${FETCH}; git merge -q FETCH_HEAD`, 'old', []],
    ['what was pulled by address', CLONE, `${FOREIGN}; git pull -q ../foreign HEAD`, 'old', []],
    [
      'what was pulled by address, rebasing',
      CLONE,
      `${FOREIGN}; git pull -q --rebase ../foreign HEAD`,
      'old',
      [],
    ],
    [
      'what was fetched into a branch, merged',
      CLONE,
      `${FOREIGN}; git fetch -q ../foreign HEAD:tmp; git merge -q tmp`,
      'old',
      [],
    ],
    [
      'a tag that was fetched, merged',
      CLONE,
      `${FOREIGN}; git fetch -q ../foreign tag v2; git merge -q v2`,
      'old',
      [],
    ],
    [
      'a repository that is made of what was pulled',
      'git init -q',
      `${FOREIGN}; git pull -q ../foreign HEAD`,
      'old',
      [],
    ],
    [
      'what was fetched by address, and a commit upon it',
      CLONE,
      `${FETCH}; git reset -q --hard FETCH_HEAD; git commit -q --allow-empty -m x`,
      'new',
      [],
    ],
    [
      'a commit, rebased upon what was fetched by address',
      CLONE,
      `git commit -q --allow-empty -m x; ${FETCH}; git rebase -q FETCH_HEAD`,
      'new',
      [],
    ],
    [
      'a commit, and a merge of what was fetched by address',
      CLONE,
      `git commit -q --allow-empty -m x; ${FETCH}; git merge -q FETCH_HEAD -m merged`,
      'new',
      [],
    ],
    [
      'a commit of somebody else, picked',
      CLONE,
      `${FETCH}; git cherry-pick --allow-empty FETCH_HEAD > /dev/null`,
      'new',
      [],
    ],
    [
      'a commit in a worktree, merged, with the worktree and its branch removed',
      CLONE,
      'git worktree add -q ../wt -b fix; git -C ../wt commit -q --allow-empty -m x; git merge -q fix; git worktree remove ../wt; git branch -q -d fix',
      'new',
      [],
    ],
    ['a commit without porcelain', CLONE, `${PLUMB}; git update-ref HEAD $T`, 'new', []],
    [
      'a commit that a program wrote without a reflog, taken into a branch',
      CLONE,
      `${PLUMB}; echo $T > .git/refs/heads/main; git reset -q --hard; git checkout -q -b fix`,
      'new',
      [],
    ],
    [
      'a commit with the reflogs switched off',
      `${CLONE}; git config core.logAllRefUpdates false; rm -r .git/logs`,
      'git commit -q --allow-empty -m x',
      'new',
      [],
    ],
    // the other way round would call work nothing
    [
      'what was fetched by address, put there without porcelain',
      CLONE,
      `${FETCH}; git update-ref HEAD FETCH_HEAD`,
      'new',
      [],
    ],
    ['the first commit of all', 'git init -q', 'git commit -q --allow-empty -m x', 'new', []],
    ['a repository without a commit', 'true', 'git init -q', 'old', []],
  ])('%s', async (_what, prepare, script, head, pushed) => {
    expect(await workOf(prepare, script)).toMatchObject({ head, pushed });
  });

  // git does not note what is pushed to branches that it does not follow: GitHub is asked for those
  test.each([
    ['and stays there', 'true', 'new'],
    ['and goes back', 'git checkout -q main', 'old'],
  ])('a shallow clone, which follows one branch, pushes another %s', async (_what, then, head) => {
    const script = `git checkout -qb fix; git commit -q --allow-empty -m x; git push -q origin fix; ${then}`;
    const work = await workOf('git clone -q --depth 1 "file://$O" .', script);
    expect(work).toEqual({ head, pushed: [], local: ['fix'] });
  });
});

test('a commit in another worktree of the workspace counts when it was pushed', async () => {
  const script =
    'git worktree add -q ../wt -b fix; cd ../wt; git commit -q --allow-empty -m x; git push -q origin fix';
  expect(await workOf(CLONE, script)).toMatchObject({ head: 'old', pushed: ['fix'] });
});

test('a workspace below a checkout is not the checkout', async () => {
  const { git, folder } = aWorkspace('true');
  shell(folder, 'git init -q; git commit -q --allow-empty -m outer');
  expect(await readGitState(git, noAbort())).toBeUndefined();
});

test('the variables of another repository lead nowhere', async () => {
  const { git } = aWorkspace(CLONE, { GIT_DIR: '/nowhere/.git', GIT_WORK_TREE: '/nowhere' });
  expect(await readGitState(git, noAbort())).toMatchObject({ branch: 'main' });
});

test('a detached HEAD is on no branch', async () => {
  const { git } = aWorkspace(`${CLONE}; git checkout -q --detach`);
  expect(await readGitState(git, noAbort())).toMatchObject({ branch: undefined });
});

test.each([
  ['nothing', 'true', []],
  ['a file that git ignores', 'echo x > .git/info/exclude; echo x > x', []],
  [
    'a change, a new file and one with a strange name',
    'echo x > file; echo x > new; echo x > "a\nb"',
    [' M file', '?? "a\\nb"', '?? new'],
  ],
])('uncommitted: %s', async (_what, script, changes) => {
  const { git } = aWorkspace(`${CLONE}; ${script}`);
  expect(await readChanges(git, noAbort())).toEqual(changes);
});

test('what an agent wrote into .git is not started by looking at it', async () => {
  const evil = (name: string) =>
    `printf '#!/bin/sh\\ntouch ${name}\\n' > .git/${name}; chmod +x .git/${name}`;
  const { git, workspace } = aWorkspace(
    `${CLONE}; ${evil('monitor')}; git config core.fsmonitor .git/monitor; ${evil('pager')}; git config core.pager .git/pager`,
    { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.fsmonitor', GIT_CONFIG_VALUE_0: 'false' },
  );
  const state = await readGitState(git, noAbort());
  if (state !== undefined) await findNewWork(git, undefined, state, noAbort());
  expect(await readChanges(git, noAbort())).toEqual([]);
  expect(shell(workspace, 'ls')).toBe('file');
});

test('a broken repository is an error with git’s own words', async () => {
  const { git } = aWorkspace(`${CLONE}; printf '[garbage' > .git/config`);
  await expect(readGitState(git, noAbort())).rejects.toThrow(/`git show-ref` exited with code 128: .*config/);
});

test('without git there is an error that names it', async () => {
  const { git } = aWorkspace('true', { PATH: '/nowhere' });
  await expect(readGitState(git, noAbort())).rejects.toThrow(/git/);
});
