/** The first line of an example is enough for an editor: it finds the schema, completes, explains and underlines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEditor } from './support/editor.ts';
import { EXAMPLES, exampleNames } from './support/example-scene.ts';
import { fencedBlocks } from './support/markdown.ts';

const readme = readFileSync(join(EXAMPLES, '../README.md'), 'utf8');
const quickStart = fencedBlocks(readme).find(({ text }) => /^(#.*\n)?loop:/.test(text))?.text ?? '';
const files = [
  ["the README's", quickStart],
  ...exampleNames.map((name) => [name, readFileSync(join(EXAMPLES, name, 'workflow.yml'), 'utf8')] as const),
] as const;
const editor = openEditor();

test.each(files)('an editor knows %s workflow.yml, and underlines nothing', async (_name, text) => {
  expect(await editor.problems(text)).toEqual([]);
  expect(await editor.hover(text, 'agents:')).toContain('Agent profiles by name');
});

test('it offers the keys that are left, and the values of a key', async () => {
  expect(await editor.completions(quickStart.replace('loop:\n', 'loop:\n  |\n'))).toEqual([
    'max_iterations',
    'max_runs_per_issue',
    'wait_ms',
  ]);
  expect(await editor.completions(quickStart.replace('runtime: claude_code', 'runtime: |'))).toEqual([
    'codex',
    'claude_code',
    'command',
  ]);
});

test('it says what a key means', async () => {
  expect(await editor.hover(quickStart, 'max_issue_concurrency')).toContain(
    'Distinct issues that may be active at once.',
  );
});

test('it underlines what the Action would refuse', async () => {
  const text = quickStart.replace('max_issue_concurrency: 2', 'max_issue_concurency: 2');
  expect(await editor.problems(text)).toEqual(['3: Property max_issue_concurency is not allowed.']);
});
