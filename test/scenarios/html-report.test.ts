/** report.html of the whole Action: where it is, what it holds, and that it can't fail a run. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openScene } from '../support/scenario.ts';

const anIssue = (id: string) => ({ id, title: `Task ${id}`, state: 'todo', description: 'the-secret-key-1' });
const secret = { env: { OPENAI_API_KEY: 'the-secret-key-1' } };

test.concurrent('a run leaves it beside the record, with prompt, transcript and standard error, redacted', async () => {
  await using scene = await openScene();
  const result = await scene.run({
    ...secret,
    pulls: [[anIssue('A')], []],
    stages: { plan: { when: { state: 'todo' }, prompt: 'Work: {{ issue.description }}' } },
    hooks: { after_create: 'true' },
    plays: [
      { stderr: 'mind the-secret-key-1\n' },
      { json: { kind: 'message', text: 'the last word' } },
      { json: { kind: 'completed' } },
    ],
  });
  const file = result.outputs['report-html-path'] ?? '';
  expect(file).toBe(join(dirname(result.outputs['report-path'] ?? ''), 'report.html'));
  const page = readFileSync(file, 'utf8');
  const block = /id="vik-session-1">([\s\S]*?)<\/script>/.exec(page)?.[1]?.split('\n') ?? [];
  expect(JSON.parse(block[0] ?? '')).toMatchObject({
    prompt: { head: 'Work: ***' },
    stderr: { head: 'mind ***' },
    events: [
      { event: 'attempt_started' },
      { event: 'hook', hook: 'after_create' },
      { event: 'attempt_ended' },
    ],
  });
  expect(JSON.parse(block[1] ?? '')).toMatchObject({ kind: 'message', text: 'the last word' });
  expect(page).not.toContain('the-secret-key-1');
  expect(
    readdirSync(join(result.outputs['sessions-path'] ?? '', 'A')).map((name) =>
      name.replace(/^plan-[\da-f-]+/, ''),
    ),
  ).toEqual(['.jsonl', '.prompt.md', '.stderr.log']);
});

test.concurrent('one that can not be written is a warning', async () => {
  await using scene = await openScene();
  const pulls = [[anIssue('A')], []];
  // in its place is a folder, made by the first run's agent
  const home = `${scene.vikHome}/workflows/${join(scene.checkout, 'workflow.yml').replaceAll('/', '-')}`;
  const result = await scene.run({
    pulls,
    plays: [{ run: `mkdir '${home}/report.html'` }, { print: 'done' }],
  });
  expect([result.exitCode, result.outputs['report-html-path'], result.outputs.reason]).toEqual([
    0,
    '',
    'drained',
  ]);
  expect(result.lines.filter((line) => line.includes('`report.html` could not be written'))).toHaveLength(1);
  expect(readdirSync(home).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test.concurrent('a run that did nothing has none', async () => {
  await using scene = await openScene();
  const result = await scene.run({ pulls: [[]] });
  expect([result.outputs.reason, result.outputs['report-html-path']]).toEqual(['drained', '']);
});

test.concurrent('a cancelled run has it too, written last, and a dry run has one of what would start', async () => {
  await using scene = await openScene();
  const cancelled = await scene.run({
    pulls: [[anIssue('A')]],
    onLine: (line, pid) => line.includes('started with') && process.kill(pid, 'SIGINT'),
    plays: [{ hang: true }],
  });
  expect(cancelled.outputs.reason).toBe('cancelled');
  expect(readFileSync(cancelled.outputs['report-html-path'] ?? '', 'utf8')).toContain(
    '1 of 1 stage run cancelled',
  );

  await using dry = await openScene();
  const result = await dry.run({ pulls: [[anIssue('B')]], inputs: { 'dry-run': 'true' } });
  expect(readFileSync(result.outputs['report-html-path'] ?? '', 'utf8')).toContain('Would start');
  expect(existsSync(result.outputs['report-path'] ?? '')).toBe(true);
});
