/** What a pull command may print: ids that name folders, fields that JavaScript or a shell would read, sizes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScene, type Scene, type SceneResult } from '../support/scenario.ts';
import { dangerousLines, dangersInSummary } from './published.ts';

const quoted = (value: unknown): string => JSON.stringify(value);
const item = (fields: string): string => `{"title":"t","state":"todo",${fields}}`;
const withId = (id: unknown): string => item(`"id":${quoted(id)}`);
const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

const notSafe = /its `id` must be 1 to 128 characters/;
const noId = /its `id` is neither a string nor a whole number/;

/** A name, the item as JSON, and why it is left out. */
const refused: readonly (readonly [string, string, RegExp])[] = [
  ['the folder above', withId('..'), notSafe],
  ['the folder itself', withId('.'), notSafe],
  ['a way out', withId('../../../../tmp/x'), notSafe],
  ['an absolute path', withId('/etc/passwd'), notSafe],
  ['a path', withId('a/b'), notSafe],
  ['a path of Windows', withId('..\\..\\x'), notSafe],
  ["git's folder", withId('.git'), notSafe],
  ['the mark of an unfinished workspace', withId('.creating'), notSafe],
  ['nothing as its id', withId(''), notSafe],
  ['300 characters', withId('a'.repeat(300)), notSafe],
  ['a command', withId('$(touch "$NOTES"/ran)'), notSafe],
  ['a newline', withId('a\n::error::FAKED'), notSafe],
  ['a carriage return and a colour', withId('a\r\x1b[31m##[error]FAKED'), notSafe],
  ['a home folder', withId('~root'), notSafe],
  ['letters that look like others', withId('ａ．．／'), notSafe],
  ['a dot that is not one', withId('\u2024\u2024'), notSafe],
  ['text that runs backwards', withId('a\u202eb'), notSafe],
  ['an encoded path', withId('%2e%2e%2f'), notSafe],
  ['a number that JavaScript rounds', item('"id":9007199254740993'), noId],
  ['a number beyond numbers', item('"id":1e400'), noId],
  ['half a number', item('"id":1.5'), noId],
  ['a list', withId(['a']), noId],
  ['an object', withId({ toString: 'a' }), noId],
  ['true', withId(true), noId],
  [
    'no id but an inherited one',
    '{"__proto__":{"id":"inherited"},"title":"t","state":"todo"}',
    /`id` is missing/,
  ],
  [
    'a title that is no text',
    '{"id":"T1","title":{"toString":"x"},"state":"todo"}',
    /its `title` is not a string/,
  ],
  ['a state that is a list', '{"id":"T2","title":"t","state":["todo"]}', /its `state` is not a string/],
  [
    'a description that is no text',
    item('"id":"T3","description":["x"]'),
    /its `description` is not a string/,
  ],
  ['a field 5,000 levels deep', item(`"id":"deep","extra":${nested(5000)}`), /nested deeper than 100 levels/],
  [
    'objects 5,000 levels deep',
    item(`"id":"deeper","extra":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`),
    /nested deeper/,
  ],
  ['a list as an item', '["::error::FAKED"]', /it is a list, not an object/],
  ['null as an item', 'null', /it is null, not an object/],
  [
    'the id of an earlier item',
    '{"id":"CON","title":"FAKED","state":"todo"}',
    /an earlier item has the same id/,
  ],
];

const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, index]));

/** A name, an id, and further fields of an item that starts. */
const accepted: readonly (readonly [string, string, string])[] = [
  ['a name of Windows', 'CON', '"a":1'],
  ['a name of JavaScript', '__proto__', '"a":1'],
  ['another name of JavaScript', 'constructor', '"a":1'],
  ['the name of a method', 'hasOwnProperty', '"a":1'],
  ['a leading dash', '-rf', '"a":1'],
  ['NUL in its id', 'nul', '"a":"x\\u0000y","identifier":"other"'],
  ['a prototype', 'proto', '"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}'],
  [
    'methods as fields',
    'methods',
    '"toString":"x","valueOf":"x","toJSON":"x","then":"x","length":-1,"hasOwnProperty":null',
  ],
  [
    'fields that are ours',
    'ours',
    '"workdir":"/etc","stage":"FAKED","ref":"FAKED","extra":{"id":"x"},"revision":"x"',
  ],
  [
    'names of fields that are commands',
    'names',
    '"$(touch \\"$NOTES\\"/ran)":1,"\'; touch \\"$NOTES\\"/ran; \'":2,"{{ 7*7 }}":3',
  ],
  ['a field named twice', 'twice', '"title":"other","title":"t"'],
  ['20,000 fields', 'many', `"many":${quoted(many)}`],
  ['2 MB in a field', 'long', `"long":"${'x'.repeat(2_000_000)}"`],
  ['a field 90 levels deep', 'levels', `"levels":${nested(90)}`],
  ['an address that is a program', 'script', '"url":"javascript:alert(1)"'],
  ['an address that ends our link', 'link', '"url":"https://evil.example/)![x](https://evil.example/p.png"'],
  ['an address with HTML', 'html', '"url":"https://evil.example/\\"><img src=x>\\n::error::FAKED"'],
  ['an address of a file', 'file', '"url":"file:///etc/passwd"'],
];

describe('of a pull command,', () => {
  let scene: Scene;
  let result: SceneResult;

  beforeAll(async () => {
    scene = await openScene();
    const good = accepted.map(([, id, more]) => item(`"id":${quoted(id === 'nul' ? 'n\0ul' : id)},${more}`));
    result = await scene.run({
      env: { NO_COLOR: '1' },
      loop: { max_iterations: 1, max_issue_concurrency: 100 },
      pulls: [`[${[...good, ...refused.map(([, json]) => json)].join(',')}]`],
      stages: {
        plan: {
          when: { state: 'todo' },
          hooks: {
            before_run:
              'printf %s "{{ issue.workdir }} {{ issue.stage }} {{ issue }}" > "$NOTES/hook-$VIK_ISSUE_ID"',
          },
          prompt: '{{ issue.workdir }} {{ issue.stage }} {{ issue.polluted is defined }} {{ issue }}',
        },
      },
      coder: { command: ['sh', '-c', 'cp "$VIK_ISSUE_FILE" "$NOTES/issue-$VIK_ISSUE_ID"; pwd'] },
    });
  }, 60_000);
  afterAll(() => scene[Symbol.asyncDispose]());

  const home = () => dirname(dirname(scene.workspace('x')));

  test.each(refused.map(([name, , why], index) => [name, why, accepted.length + index + 1] as const))(
    'an item with %s is left out, and the log says why',
    (_, why, place) => {
      const said = result.lines.filter((line) => new RegExp(`item ${place} of the pull\\b`).test(line));
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(why);
    },
  );

  test.each(accepted)('an item with %s is only data', (_, id, more) => {
    // too long for a variable, and said so, with where it can be read instead
    if (id === 'long' || id === 'many') {
      expect(result.attempts.find((line) => line.startsWith(`${id} plan`))).toMatch(
        /failed \(setup\): .*`\{\{ issue \}\}` has \d+ KiB.*VIK_ISSUE_FILE/,
      );
      return;
    }
    expect(result.attempts.find((line) => line.startsWith(`${id} plan`))).toBe(`${id} plan: completed`);
    const fields: Record<string, unknown> = JSON.parse(scene.read(`issue-${id}`));
    const given: Record<string, unknown> = JSON.parse(`{${more.replace('\\u0000', '')}}`);
    const { workdir: _workdir, stage: _stage, ...rest } = given;
    for (const [name, value] of Object.entries(rest))
      expect(Object.entries(fields)).toContainEqual([name, value]);
    expect([fields.id, fields.workdir, fields.stage]).toEqual([id, scene.workspace(id), 'plan']);
    expect(scene.read(`hook-${id}`).startsWith(`${scene.workspace(id)} plan `)).toBe(true);
  });

  test('nothing ran, nothing is where it does not belong, and nothing but text was published', () => {
    expect(existsSync(scene.path('ran'))).toBe(false);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
    const ids = accepted.map(([, id]) => id).sort();
    expect(readdirSync(join(home(), 'issues')).sort()).toEqual(ids);
    expect(readdirSync(join(home(), 'sessions')).sort()).toEqual(ids);
    expect(readdirSync(home()).sort()).toEqual(['issues', 'logs', 'report.html', 'run.json', 'sessions']);
    expect(readdirSync(scene.vikHome)).toEqual(['workflows']);
    expect(dangerousLines(result)).toEqual([]);
    expect(dangersInSummary(result, /^https:\/\/evil\.example\/[^<>"()\s]*$/)).toEqual([]);
    expect(readFileSync(join(home(), 'run.json'), 'utf8')).not.toContain('inherited');
  });
});
