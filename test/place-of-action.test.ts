/** The README's commands that write the place of the Action, run on everything that is there to be copied. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXAMPLES, exampleNames, git } from './support/example-scene.ts';
import { fencedBlocks, section } from './support/markdown.ts';
import { makeTempDir } from './support/run-action.ts';

const readme = readFileSync(join(EXAMPLES, '../README.md'), 'utf8');
const [commands] = fencedBlocks(section(readme, '### Replace `OWNER/vik-action`'));
const shown = fencedBlocks(readme).map(({ text }) => text);

interface Copied {
  readonly github: string;
  readonly workflow: string;
}
const copied: readonly (readonly [string, Copied])[] = [
  [
    'the README',
    {
      github: shown.find((text) => text.startsWith('name:')) ?? '',
      workflow: shown.find((text) => /^(#.*\n)?loop:/.test(text)) ?? '',
    },
  ],
  ...exampleNames.map((name): readonly [string, Copied] => [
    `examples/${name}`,
    {
      github: readFileSync(join(EXAMPLES, name, '.github/workflows/vik.yml'), 'utf8'),
      workflow: readFileSync(join(EXAMPLES, name, 'workflow.yml'), 'utf8'),
    },
  ]),
];

const repository = await makeTempDir('vik-action-');
mkdirSync(join(repository, 'dist'));
writeFileSync(join(repository, 'dist/index.js'), '');
git(repository, 'init', '--quiet');
git(repository, 'add', '.');
git(repository, 'commit', '--quiet', '--message', 'Start');

/** In a shell for which this repository is at an address of GitHub. */
function shell(program: string, cwd: string, address: string): void {
  const setting = { GIT_CONFIG_KEY_0: `url.file://${repository}.insteadOf`, GIT_CONFIG_VALUE_0: address };
  execFileSync('bash', ['-ec', program], { cwd, env: { ...process.env, GIT_CONFIG_COUNT: '1', ...setting } });
}

test.each(copied)('the commands write the place of the Action into the files of %s', async (_from, files) => {
  const folder = await makeTempDir('vik-copied-');
  const [github, workflow] = [join(folder, '.github/workflows/vik.yml'), join(folder, 'workflow.yml')];
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  writeFileSync(github, files.github);
  writeFileSync(workflow, files.workflow);
  shell(commands?.text ?? 'exit 99', folder, 'https://github.com/octo-org/vik-action');
  const read = (file: string): string => readFileSync(file, 'utf8');
  const hash = git(repository, 'rev-parse', 'HEAD').trim();
  expect(read(github)).toBe(files.github.replace('OWNER/vik-action@main', `octo-org/vik-action@${hash}`));
  expect(read(workflow)).toBe(files.workflow.replace('OWNER/vik-action', 'octo-org/vik-action'));
  expect(read(github) + read(workflow)).not.toContain('OWNER/');
});

test('where the hash is not found nothing is written', async () => {
  const folder = await makeTempDir('vik-copied-');
  writeFileSync(join(folder, 'workflow.yml'), 'OWNER/vik-action');
  expect(() => shell(commands?.text ?? 'exit 99', folder, 'https://github.com/')).toThrow(/hash: parameter/);
  expect(readFileSync(join(folder, 'workflow.yml'), 'utf8')).toBe('OWNER/vik-action');
});

test('the command that clones this repository brings the bundle that the next line starts', async () => {
  const checkout = join(await makeTempDir('vik-clone-'), 'checkout');
  mkdirSync(checkout);
  const command = shown.flatMap((text) => /^git clone .*vik-action$/m.exec(text) ?? []);
  shell(command.join('\n'), checkout, 'https://github.com/OWNER/vik-action');
  const [, bundle = ''] = /node (\S+) explain/.exec(readme) ?? [];
  expect(existsSync(join(checkout, bundle))).toBe(true);
});
