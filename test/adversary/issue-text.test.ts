/** Everything that anybody can write into an issue, in all of its fields at once, through hooks, prompt and report. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScene, type Scene, type SceneResult } from '../support/scenario.ts';
import { hostileTexts } from './hostile-texts.ts';
import { dangerousLines, dangersInSummary } from './published.ts';

/** Where a value stands in a hook, and what a file of it then holds. */
const hook = ['title', 'body', 'label', 'author', 'milestone']
  .map((name) => {
    const field = {
      title: 'issue.raw_title',
      body: 'issue.raw_description',
      label: 'issue.labels[0]',
      author: 'issue.author',
      milestone: 'issue.milestone',
    }[name];
    return `
printf %s {{ ${field} }} > "$d/${name}-bare"
printf %s "{{ ${field} }}" > "$d/${name}-double"
printf %s '{{ ${field} }}' > "$d/${name}-single"
printf %s x{{ ${field} }}'y' > "$d/${name}-inside"
cat > "$d/${name}-document" <<END
{{ ${field} }}
END`;
  })
  .join('\n');

const positions = [
  ['bare', (value: string) => value],
  ['double', (value: string) => value],
  ['single', (value: string) => value],
  ['inside', (value: string) => `x${value}y`],
  ['document', (value: string) => `${value}\n`],
] as const;

describe('an issue with', () => {
  let scene: Scene;
  let result: SceneResult;

  beforeAll(async () => {
    scene = await openScene();
    for (const [index, [, text]] of hostileTexts.entries()) {
      const hostile = text(`touch "$NOTES"/ran-${index + 1}`);
      // the played GitHub puts names into addresses
      const name = hostile.toWellFormed();
      scene
        .issue([name], { title: hostile, body: hostile, author: name, milestone: hostile })
        .addLabel('todo', { by: 'alice' });
    }
    result = await scene.run({
      env: { NO_COLOR: '1' },
      loop: { max_iterations: 1, max_issue_concurrency: 100 },
      stages: {
        plan: {
          when: { state: 'todo' },
          hooks: { before_run: `d=$NOTES/{{ issue.id }}; mkdir "$d"\n${hook}` },
          prompt:
            'T:{{ issue.raw_title }}:T B:{{ issue.raw_description }}:B L:{{ issue.labels[0] }}:L C:!`exec(printf %s "<{{ issue.raw_title }}>")`:C',
        },
      },
      // What it says reaches log, record and summary; its failure makes an annotation and a details block.
      coder: {
        command: [
          'sh',
          '-c',
          'tee "$NOTES/$VIK_ISSUE_ID/prompt"; cat "$NOTES/$VIK_ISSUE_ID/prompt" >&2; exit 7',
        ],
      },
    });
  }, 60_000);
  afterAll(() => scene[Symbol.asyncDispose]());

  test.each(hostileTexts.map(([name, text], index) => [name, text, index + 1] as const))(
    '%s is nothing but text',
    (_, text, number) => {
      const canary = `ran-${number}`;
      const value = text(`touch "$NOTES"/${canary}`).replaceAll('\0', '').toWellFormed();
      const note = (name: string) => readFileSync(join(scene.path(String(number)), name), 'utf8');
      for (const field of ['title', 'body', 'label', 'author', 'milestone']) {
        for (const [position, expected] of positions) {
          expect(note(`${field}-${position}`)).toBe(expected(value));
        }
      }
      expect(note('prompt')).toBe(`T:${value}:T B:${value}:B L:${value}:L C:<${value}>:C`);
      expect(existsSync(scene.path(canary))).toBe(false);
      expect(
        result.attempts.filter((line) => line.startsWith(`#${number} plan: failed (agent): exit code 7`)),
      ).toHaveLength(1);
    },
  );

  test('what the run published of them is nothing but text', () => {
    expect(dangerousLines(result)).toEqual([]);
    expect(dangersInSummary(result, /^https:\/\/github\.com\/octo\/repo\/issues\/\d+$/)).toEqual([]);
    expect(result.outputs).toMatchObject({ drained: 'true', failed: String(hostileTexts.length) });
  });
});
