/** What the README tells people to type is typed by a test: a command without one has no place there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandsIn } from './support/markdown.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Who runs what: a file, and words of it that do. */
const runBy: Readonly<Record<string, readonly [file: string, words: string]>> = {
  "sed -i 's#OWNER/vik-action@main#octo-org/vik-action@FULL_COMMIT_HASH#; s#OWNER/vik-action#octo-org/vik-action#' .github/workflows/vik.yml workflow.yml":
    ['test/place-of-action.test.ts', 'one command writes the place of the Action'],
  'GH_TOKEN=$(gh auth token) node path/to/vik-action/dist/index.js explain workflow.yml': [
    'test/cli/explain.test.ts',
    "await cli(scene, ['explain', 'workflow.yml'])",
  ],
  'npm ci && npm run demo': ['test/scenarios/demo.test.ts', 'the demo ends eight issues'],
  // no test has a key: up to the question for it
  'npm run demo -- --agent codex': ['test/scenarios/demo.test.ts', "['codex', 'codex', 'set CODEX_API_KEY"],
  'npm run demo -- --agent claude_code': [
    'test/scenarios/demo.test.ts',
    "['claude_code', 'claude', 'set ANTHROPIC_API_KEY",
  ],
  'npm ci && npm test': ['.ci/run', 'step npm ci'],
};

test('every command of the README is run by a test', () => {
  expect(commandsIn(read('README.md')).toSorted()).toEqual(Object.keys(runBy).toSorted());
});

test.each(Object.entries(runBy))('%s', (_command, [file, words]) => {
  expect(read(file)).toContain(words);
});

test('the names of the commands stand for what those tests run', () => {
  const { scripts } = JSON.parse(read('package.json'));
  expect([scripts.demo, scripts.test]).toEqual(['node scripts/demo.ts', 'vitest run']);
  expect(read('.ci/run')).toMatch(/^step npm test$/m);
});

test('a command is found in blocks and in sentences, and on two lines', () => {
  const page = 'Say `npm x`, not `git`.\n\n```sh\nrm -rf / \\\n  home\nls\n```\n\n```yaml\nnode: 1\n```\n';
  expect(commandsIn(page)).toEqual(['rm -rf / home', 'ls', 'npm x']);
});
