import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkCheckout } from '../../src/doctor/check-checkout.ts';
import { parseGitConfig } from '../../src/environment/parse-git-config.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, and the checkout in `repo` of it. */
function disk(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vik-doctor-')));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text.replaceAll('$DISK', folder));
  }
  return folder;
}

async function foundIn(folder: string): Promise<string[]> {
  const findings = await checkCheckout({
    workspace: join(folder, 'repo'),
    workflowPath: join(folder, 'repo', 'workflow.yml'),
    home: join(folder, 'home'),
  });
  return findings.map(({ code, place }) => `${code} ${place?.file.slice(folder.length + 1)}:${place?.line}`);
}

const HEADER = '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic eC1hY2Nlc3M6Z2hzX3g=\n';
const CLEAN = '[core]\n\tbare = false\n[remote "origin"]\n\turl = https://github.com/o/r\n';

describe('a token that a checkout left on the disk', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    ['in .git/config', { 'repo/.git/config': CLEAN + HEADER }, ['credentials_on_disk repo/.git/config:6']],
    [
      'in a file that .git/config includes, as checkout v6 does',
      {
        'repo/.git/config': `${CLEAN}[includeIf "gitdir:/github/workspace/.git"]\n\tpath = $DISK/temp/git-credentials-1.config\n`,
        'temp/git-credentials-1.config': HEADER,
      },
      ['credentials_on_disk temp/git-credentials-1.config:2'],
    ],
    [
      'two includes away, by a path from the including file',
      {
        'repo/.git/config': '[include]\n\tpath = ../more.config\n',
        'repo/more.config': '[include] path = "last.config"\n',
        'repo/last.config': HEADER,
      },
      ['credentials_on_disk repo/last.config:2'],
    ],
    [
      'in the address of a remote',
      { 'repo/.git/config': '[remote "origin"]\n\turl = https://x:hunter2hunter2@github.com/o/r\n' },
      ['credentials_on_disk repo/.git/config:2'],
    ],
    [
      'in the address that another one stands for',
      {
        'home/.gitconfig':
          '[url "https://x-access-token:ghs_16C7e42F292c69@github.com/"]\n\tinsteadOf = https://github.com/\n',
      },
      ['credentials_on_disk home/.gitconfig:2'],
    ],
    [
      'for the worktree that is checked out',
      {
        'repo/.git': 'gitdir: ../main/.git/worktrees/repo\n',
        'main/.git/worktrees/repo/commondir': '../..\n',
        'main/.git/config': HEADER,
      },
      ['credentials_on_disk main/.git/config:2'],
    ],
    ['nowhere', { 'repo/.git/config': CLEAN }, []],
    ['nowhere, because it was removed', { 'repo/.git/config': '[http "https://github.com/"]\n' }, []],
    ['in a file that is not there', { 'repo/.git/config': '[include]\n\tpath = /nowhere/x\n' }, []],
    ['in no checkout at all', { 'repo/workflow.yml': '' }, []],
  ])('%s', async (_, files, expected) => {
    expect(await foundIn(disk(files))).toEqual(expected);
  });

  test('is looked for once where files include each other', async () => {
    const folder = disk({ 'repo/.git/config': `[include]\n\tpath = config\n\tpath = again\n${HEADER}` });
    symlinkSync('config', join(folder, 'repo', '.git', 'again'));
    expect(await foundIn(folder)).toEqual(['credentials_on_disk repo/.git/config:5']);
  });
});

test('git configuration is read as git reads it', () => {
  const text = `; comment
[core]
	bare
	editor = "a \\"b\\" ; c" ; d
[Section "Sub.Case"] KEY = one \\
two # three
[http.Old] proxy = x
[alias]
	l = "!f() { \\
echo; }; f"
	tab = a\\tb
`;
  const file = join(disk({ config: text }), 'config');
  const git = execFileSync('git', ['config', '--file', file, '--list', '--null'], { encoding: 'utf8' });
  const listed = git
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => entry.split('\n'))
    .map(([key = '', ...value]) => [key, value.join('\n')]);
  expect(parseGitConfig(text).map(({ key, value }) => [key, value])).toEqual(listed);
});

test('a value over a hundred thousand lines is read in one pass', () => {
  const lines = 100_000;
  const text = `[user]\n\tname = ${'aa\\\n'.repeat(lines)}end\n`;
  expect(parseGitConfig(text)).toEqual([{ key: 'user.name', value: `${'aa'.repeat(lines)}end`, line: 2 }]);
});
