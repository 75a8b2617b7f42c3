import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findRepository, parseRemote } from '../../src/cli/repository.ts';
import { makeTempDir } from '../support/run-action.ts';

describe('the address of a remote names a repository', () => {
  test.each([
    ['https://github.com/octo/repo', 'github.com', 'octo/repo'],
    ['https://github.com/octo/repo.git', 'github.com', 'octo/repo'],
    ['https://github.com/octo/repo/', 'github.com', 'octo/repo'],
    ['https://alice:secret@GitHub.com/octo/my.repo.git', 'github.com', 'octo/my.repo'],
    ['git@github.com:octo/repo.git', 'github.com', 'octo/repo'],
    ['github.com:octo/repo', 'github.com', 'octo/repo'],
    ['ssh://git@github.com/octo/repo.git', 'github.com', 'octo/repo'],
    ['ssh://git@ssh.github.com:443/octo/repo.git', 'github.com', 'octo/repo'],
    ['git://github.com/octo/repo', 'github.com', 'octo/repo'],
    ['https://ghe.example:8443/octo/repo', 'ghe.example:8443', 'octo/repo'],
  ])('%s', (address, host, repository) => {
    expect(parseRemote(address)).toEqual({ host, repository });
  });
});

test.each([
  '/srv/git/octo/repo.git',
  '../repo',
  'file:///srv/octo/repo',
  'https://github.com/octo',
  'ext::sh -c x',
  '',
  'https://github.com/octo/repo/tree',
])('`%s` names none', (address) => {
  expect(parseRemote(address)).toBeUndefined();
});

describe('the repository of the current checkout', () => {
  async function find(config: string, more: { at?: string; user?: string; serverHost?: string } = {}) {
    const folder = await makeTempDir();
    const home = await makeTempDir();
    mkdirSync(join(folder, '.git'));
    mkdirSync(join(folder, 'deep/below'), { recursive: true });
    writeFileSync(join(folder, '.git/config'), config);
    writeFileSync(join(home, '.gitconfig'), more.user ?? '');
    const { at = '', serverHost = 'github.com' } = more;
    return findRepository(join(folder, at), { home, serverHost });
  }
  const origin = (url: string) => `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n`;
  const found = (repository: string) => ({ kind: 'found', repository });

  test('is that of `origin`', async () => {
    expect(await find(origin('git@github.com:octo/repo.git'))).toEqual(found('octo/repo'));
  });
  test('also from a folder below', async () => {
    expect(await find(origin('https://github.com/octo/repo'), { at: 'deep/below' })).toEqual(
      found('octo/repo'),
    );
  });
  test("is read through the user's short names, the longest one that fits", async () => {
    const user =
      '[url "https://github.com/"]\n\tinsteadOf = gh:\n[url "https://github.com/octo/"]\n\tinsteadOf = gh:o:\n';
    expect(await find(origin('gh:o:repo'), { user })).toEqual(found('octo/repo'));
  });
  test('on another server is refused, which would get the token', async () => {
    const message =
      'no repository: the remote `origin` is at `gitlab.example`, not at `github.com`; for a GitHub Enterprise Server set GH_HOST; `--repository owner/name` names one';
    expect(await find(origin('https://me:pw@gitlab.example/octo/repo'))).toEqual({
      kind: 'missing',
      message,
    });
  });
  test('on the Enterprise Server that is meant is found', async () => {
    expect(await find(origin('git@ghe.example:octo/repo'), { serverHost: 'ghe.example' })).toEqual(
      found('octo/repo'),
    );
  });
  test('is missing without that remote', async () => {
    expect(await find('[remote "upstream"]\n\turl = https://github.com/octo/repo\n')).toMatchObject({
      kind: 'missing',
      message: expect.stringContaining('is in no checkout with a remote `origin`'),
    });
  });
});
