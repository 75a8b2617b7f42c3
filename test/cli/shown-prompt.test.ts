import { expect, test } from 'vitest';
import { shorten, showPrompt } from '../../src/cli/shown-prompt.ts';

const CONTEXT = {
  issue: { id: '7', title: "It's; $(touch /tmp/pwned)" },
  workspace_root: '/root',
  workflow_path: '/w/workflow.yml',
  workflow_dir: '/w',
  env: {},
};
const show = (source: string) =>
  showPrompt({ source, file: undefined, pointer: 'issue.stages.plan.prompt' }, CONTEXT, ['MY_TOKEN']);

test('a prompt is rendered', async () => {
  expect(await show('Work on {{ issue.id }}.')).toEqual({ kind: 'rendered', text: 'Work on 7.' });
});
test('its commands are shown as the shell would get them, with the values beside', async () => {
  expect(await show('Log: !`exec(git log --grep {{ issue.title }})`')).toEqual({
    kind: 'rendered',
    text: 'Log: [output of `git log --grep "${VIK_VALUE_1}"` with VIK_VALUE_1="It\'s; $(touch /tmp/pwned)"]',
  });
});
test('one that fails says why', async () => {
  expect(await show('{{ env.MY_TOKEN }}')).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('MY_TOKEN'),
  });
});

test.each([
  ['stays as it is when it is short', 'a\n\nb\n', ['a', '', 'b']],
  ['loses its last lines, counted', 'a\nb\nc\nd\ne', ['a', 'b', 'c', '... 2 more lines']],
  ['loses one line', 'a\nb\nc\nd', ['a', 'b', 'c', '... 1 more line']],
  ['loses the ends of long lines', '0123456789abc', ['0123456789...']],
])('a text %s', (_, text, expected) => {
  expect(shorten(text, { lines: 3, columns: 10 })).toEqual(expected);
});
