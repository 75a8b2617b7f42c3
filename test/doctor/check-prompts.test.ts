import { describe, expect, test } from 'vitest';
import { checkPrompts } from '../../src/doctor/check-prompts.ts';
import { createPlaces } from '../../src/doctor/finding.ts';
import type { Hook } from '../../src/workflow/workflow.ts';
import { anAgent, aStage } from '../support/builders.ts';

const placeOf = createPlaces('/checkout/workflow.yml', 'issue:\n  stages:\n    plan:\n      prompt: x\n');
const cloning: Hook = { body: 'git clone x .', timeoutMs: 1, pointer: 'issue.hooks.after_create' };

function found(source: string, more: { githubToken?: boolean; afterCreate?: Hook; file?: string } = {}) {
  const stage = aStage({
    agent: anAgent({ githubToken: more.githubToken ?? false }),
    prompt: { source, file: more.file, pointer: 'issue.stages.plan.prompt_file' },
  });
  return checkPrompts({ stages: [stage], afterCreate: more.afterCreate }, placeOf);
}

const codes = (...args: Parameters<typeof found>) => found(...args).map(({ code }) => code);

describe('an agent without a token', () => {
  test.each([
    'When done, run `gh issue edit {{ issue.id }} --add-label review`.',
    'Then: gh pr create --fill',
    'Commit, and git push the branch.',
    '{% raw %}gh issue comment{% endraw %}',
  ])('is told to use one: %s', (source) => {
    expect(codes(source)).toEqual(['agent_needs_token']);
  });

  test.each([
    ['a command of the prompt has the token', 'Context: !`exec(gh issue view {{ issue.id }})`', {}],
    ['a comment is not read by the agent', '{# gh issue edit #}Do it.', {}],
    ['the profile has it', 'Run gh issue edit.', { githubToken: true }],
    ['it is another word', 'Improve high-gh issues and legit pushes: ./gh issue, git pushes', {}],
    ['it is a program of its own', 'See docs/gh label.md', {}],
  ])('is well where %s', (_, source, more) => {
    expect(codes(source, more)).toEqual([]);
  });

  test('the finding points into the prompt file and says what to do', () => {
    const [finding] = found('Plan.\n\nThen gh pr create.\n', { file: '/checkout/plan.md' });
    expect(finding?.place).toEqual({
      pointer: 'issue.stages.plan.prompt_file',
      file: '/checkout/plan.md',
      line: 3,
      column: 6,
    });
    expect(finding?.message).toContain('`github_token: true`');
  });
});

describe('a prompt command of the checkout', () => {
  const source = 'Context: !`exec(./scripts/context.sh)`';
  test('is not in an empty workspace', () => {
    expect(found(source).map(({ code, place }) => `${code} ${place?.line}`)).toEqual([
      'command_not_in_workspace 4',
    ]);
  });
  test.each([
    ['after_create clones the repository', source, { afterCreate: cloning }],
    ['it is named by its whole path', 'C: !`exec({{ workflow_dir }}/scripts/context.sh)`', {}],
    ['it is on PATH', 'C: !`exec(date)`', {}],
  ])('is well where %s', (_, text, more) => {
    expect(codes(text, more)).toEqual([]);
  });
});
