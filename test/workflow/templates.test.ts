import { expect, test } from 'vitest';
import { STAGE, withStages } from './cases.ts';
import { loadText } from './load-text.ts';

/** Where each finding in a template is: `[file:line:column code pointer]`. */
async function placesOf(text: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { loaded, dir } = await loadText(`${text}issues: { pull: { command: ./list } }\n`, { files });
  const found = loaded.kind === 'rejected' ? [...loaded.errors, ...loaded.warnings] : loaded.warnings;
  return found.map(
    ({ file, line, column, code, pointer }) =>
      `${file.slice(dir.length + 1)}:${line}:${column} ${code} ${pointer}`,
  );
}

function withHook(...lines: readonly string[]): string {
  return `${withStages(`plan: { ${STAGE} }`)}  hooks:\n    ${lines.join('\n    ')}\n`;
}

test.each([
  [
    'a block',
    ['after_create: |', '  echo {{ issue.id }}', '  cat <<"E"', '  {{ issue.title }}', '  E'],
    'workflow.yml:10:7',
  ],
  [
    'a folded block',
    ['after_create: >', '  echo {{ issue.id }}', '  && sh -c "echo {{ issue.title }}"'],
    'workflow.yml:9:22',
  ],
  ['a plain text', ['after_create: eval {{ issue.title }}'], 'workflow.yml:7:24'],
  ['single quotes', ["after_create: 'echo ''a'' && eval {{ issue.title }}'"], 'workflow.yml:7:39'],
  ['double quotes', ['after_create: "echo \\"a\\" && \\', '  eval {{ issue.title }}"'], 'workflow.yml:8:12'],
])('a value in %s of the workflow file is pointed at where it stands', async (_style, lines, place) => {
  const [found] = await placesOf(withHook(...lines));
  expect(found).toMatch(
    new RegExp(`^${place} (unbindable_value|nested_interpreter) issue\\.hooks\\.after_create$`),
  );
});

test('a mistake in a template of each kind is found, with the key that it is under', async () => {
  const places = await placesOf(
    withStages(
      'plan:',
      '  when: { state: todo }',
      '  agent: coder',
      '  hooks: { before_run: "date {{", after_run: "date {%" }',
      '  prompt: |',
      '    one',
      '    two {{ x',
    ),
  );
  expect(places.map((place) => place.replace(/^(workflow\.yml:\d+):\d+/, '$1'))).toEqual([
    'workflow.yml:8 template_syntax issue.stages.plan.hooks.before_run',
    'workflow.yml:8 template_syntax issue.stages.plan.hooks.after_run',
    expect.stringMatching(/^workflow\.yml:1[12] template_syntax issue\.stages\.plan\.prompt$/),
  ]);
});

test('what is wrong in a prompt file is pointed at in that file, once for all its stages', async () => {
  const stage = 'agent: coder, prompt_file: p.md';
  const text = withStages(`a: { when: { state: a }, ${stage} }`, `b: { when: { state: b }, ${stage} }`);
  expect(await placesOf(text, { 'p.md': 'Never use `exec(date)` here.\n\nAnd `exec(date)`.\n' })).toEqual([
    'p.md:1:11 bare_exec issue.stages.a.prompt_file',
    'p.md:3:5 bare_exec issue.stages.a.prompt_file',
  ]);
});

test('texts without a template are not templates', async () => {
  expect(await placesOf(withHook('after_create: git clone "$URL" . && echo }} {a,b} $(date)'))).toEqual([]);
});
