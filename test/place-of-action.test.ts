/** The README's command that writes the place of the Action, run on everything that is there to be copied. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXAMPLES, exampleNames } from './support/example-scene.ts';
import { fencedBlocks, section } from './support/markdown.ts';
import { makeTempDir } from './support/run-action.ts';

const readme = readFileSync(join(EXAMPLES, '../README.md'), 'utf8');
const [command] = fencedBlocks(section(readme, '### The place of the Action'));
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

test.each(copied)('one command writes the place of the Action into the files of %s', async (_from, files) => {
  const folder = await makeTempDir('vik-copied-');
  const [github, workflow] = [join(folder, '.github/workflows/vik.yml'), join(folder, 'workflow.yml')];
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  writeFileSync(github, files.github);
  writeFileSync(workflow, files.workflow);
  execFileSync('bash', ['-ec', command?.text ?? 'exit 99'], { cwd: folder });
  const read = (file: string): string => readFileSync(file, 'utf8');
  expect(read(github)).toBe(
    files.github.replace('OWNER/vik-action@main', 'octo-org/vik-action@FULL_COMMIT_HASH'),
  );
  expect(read(workflow)).toBe(files.workflow.replace('OWNER/vik-action', 'octo-org/vik-action'));
  expect(read(github) + read(workflow)).not.toContain('OWNER/');
});
