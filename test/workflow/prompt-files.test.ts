import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type LoadedWorkflow, loadWorkflow } from '../../src/workflow/load-workflow.ts';
import { allOf, checkoutWith, surroundings, workflowOf } from './load-text.ts';

function withPromptFile(path: string): string {
  return `agents: { coder: { runtime: codex, model: m, args: { -s: read-only } } }
issues: { pull: { command: ./list } }
issue: { stages: { plan: { when: { state: todo }, agent: coder, prompt_file: "${path}" } } }
`;
}

async function load(dir: string, home = '/home/me'): Promise<LoadedWorkflow> {
  return loadWorkflow({ ...surroundings, home, path: join(dir, 'workflow.yml') });
}

function messagesOf(loaded: LoadedWorkflow): string[] {
  return allOf(loaded).map(({ code, message }) => `${message} [${code}]`);
}

test('a prompt file is read as it was when the workflow was loaded', async () => {
  await using checkout = await checkoutWith({
    'workflow.yml': withPromptFile('prompts/plan.md'),
    'prompts/plan.md': '\uFEFFPlan it.\n',
  });
  const loaded = await load(checkout.dir);
  await writeFile(join(checkout.dir, 'prompts/plan.md'), 'Do something else.');
  expect(loaded.kind === 'loaded' && loaded.workflow.stages[0]?.prompt).toEqual({
    source: 'Plan it.\n',
    file: join(checkout.dir, 'prompts/plan.md'),
    pointer: 'issue.stages.plan.prompt_file',
  });
});

test('a prompt file may lie anywhere in the checkout that the workflow file is in', async () => {
  await using checkout = await checkoutWith({
    'ci/vik/workflow.yml': withPromptFile('../../.agents/plan.md'),
    '.agents/plan.md': 'Plan it.',
  });
  const loaded = await load(join(checkout.dir, 'ci/vik'));
  expect(loaded.kind === 'loaded' && loaded.workflow.stages[0]?.prompt.file).toBe(
    join(checkout.dir, '.agents/plan.md'),
  );
});

test('a prompt file next to the checkout is refused', async () => {
  await using outer = await checkoutWith({
    'secret.md': 'x',
    'repo/workflow.yml': withPromptFile('../secret.md'),
  });
  await mkdir(join(outer.dir, 'repo/.git'));
  expect(messagesOf(await load(join(outer.dir, 'repo')))).toEqual([
    `prompt file \`../secret.md\` is outside the checkout (${outer.dir}/repo): move it in, agents may write elsewhere [prompt_file_outside]`,
  ]);
});

test('outside a checkout a prompt file must be in the folder of the workflow file', async () => {
  const dir = await realpath(await mkdtemp(join(tmpdir(), 'vik-no-checkout-')));
  try {
    await mkdir(join(dir, 'a'));
    await writeFile(join(dir, 'plan.md'), 'x');
    await writeFile(join(dir, 'a/workflow.yml'), withPromptFile('../plan.md'));
    expect(messagesOf(await load(join(dir, 'a')))).toEqual([
      `prompt file \`../plan.md\` is outside the checkout (${dir}/a): move it in, agents may write elsewhere [prompt_file_outside]`,
    ]);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});

test('a link that leads out of the checkout is refused, one that stays in it is followed', async () => {
  await using outside = await checkoutWith({ 'plan.md': 'x' });
  await using checkout = await checkoutWith({
    'workflow.yml': withPromptFile('link.md'),
    'real.md': 'Plan it.',
  });
  await symlink(join(outside.dir, 'plan.md'), join(checkout.dir, 'link.md'));
  expect(messagesOf(await load(checkout.dir))).toEqual([
    `prompt file \`link.md\` is outside the checkout (${checkout.dir}): move it in, agents may write elsewhere [prompt_file_outside]`,
  ]);
  await rm(join(checkout.dir, 'link.md'));
  await symlink('real.md', join(checkout.dir, 'link.md'));
  const loaded = await load(checkout.dir);
  expect(loaded.kind === 'loaded' && loaded.workflow.stages[0]?.prompt.source).toBe('Plan it.');
});

test('a checkout that is reached through a link holds its prompt files', async () => {
  await using checkout = await checkoutWith({ 'workflow.yml': withPromptFile('plan.md'), 'plan.md': 'x' });
  await using links = await checkoutWith({});
  await symlink(checkout.dir, join(links.dir, 'here'));
  const loaded = await load(join(links.dir, 'here'));
  expect(loaded.kind === 'loaded' && loaded.workflow.stages[0]?.prompt.file).toBe(
    join(links.dir, 'here/plan.md'),
  );
});

test('a tilde is the home folder', async () => {
  await using checkout = await checkoutWith({
    'workflow.yml': withPromptFile('~/plan.md'),
    'home/plan.md': 'x',
  });
  const loaded = await load(checkout.dir, join(checkout.dir, 'home'));
  expect(loaded.kind === 'loaded' && loaded.workflow.stages[0]?.prompt.file).toBe(
    join(checkout.dir, 'home/plan.md'),
  );
});

test.each([
  ['a link in a circle', 'circle.md', 'is a link in a circle'],
  ['a broken link', 'broken.md', 'does not exist'],
  ['a device', '/dev/null', 'is outside the checkout'],
  ['a file that is no text', 'binary.md', 'is not valid UTF-8'],
  ['a path through a file', 'workflow.yml/plan.md', 'does not exist: a part of its path is a file'],
  ['a file of more than 4 MiB', 'big.md', 'has 4194305 bytes, at most 4194304 are read'],
])('%s is no prompt file', async (_what, path, reason) => {
  await using checkout = await checkoutWith({
    'workflow.yml': withPromptFile(path),
    'big.md': 'x'.repeat(4194305),
  });
  await symlink('circle.md', join(checkout.dir, 'circle.md'));
  await symlink('nowhere.md', join(checkout.dir, 'broken.md'));
  await writeFile(join(checkout.dir, 'binary.md'), Buffer.from([0xc3, 0x28]));
  const [message] = messagesOf(await load(checkout.dir));
  expect(message).toContain(`prompt file \`${path}\` ${reason}`);
});

test('stages with one prompt file share it', async () => {
  const { stages } = await workflowOf(
    `agents: { coder: { runtime: codex, model: m } }
issue:
  stages:
    plan: { when: { state: a }, agent: coder, prompt_file: p.md }
    work: { when: { state: b }, agent: coder, prompt_file: ./p.md }
`,
    { files: { 'p.md': 'Do it.' } },
  );
  expect(stages.map(({ prompt }) => [prompt.source, prompt.pointer])).toEqual([
    ['Do it.', 'issue.stages.plan.prompt_file'],
    ['Do it.', 'issue.stages.work.prompt_file'],
  ]);
});
