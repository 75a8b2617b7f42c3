/** What the README tells people to type is typed by a test: a command without one has no place there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandsIn } from './support/markdown.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const PLACE = ['test/place-of-action.test.ts', 'the commands write the place of the Action'] as const;
const QUICK_START = [
  'test/scenarios/quick-start.test.ts',
  'the quick start installs, plans, works, tests',
] as const;
/** Who runs what: a file, and words of it that do. */
const runBy: Readonly<Record<string, readonly [file: string, words: string]>> = {
  'place=octo-org/vik-action # owner and name of the repository of this Action': PLACE,
  'hash=$(git ls-remote "https://github.com/$place" HEAD | cut -f 1)': PLACE,
  'sed -i "s#OWNER/vik-action@main#$place@${hash:?}#; s#OWNER/vik-action#$place#" .github/workflows/vik.yml workflow.yml':
    PLACE,
  'git clone --quiet --depth 1 https://github.com/OWNER/vik-action ../vik-action': [
    'test/place-of-action.test.ts',
    'brings the bundle that the next line starts',
  ],
  'GH_TOKEN=$(gh auth token) node ../vik-action/dist/index.js explain workflow.yml': [
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
  // of its workflow.yml
  'npm ci --ignore-scripts': QUICK_START,
  'npm test': QUICK_START,
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
