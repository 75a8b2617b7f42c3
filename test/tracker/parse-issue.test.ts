import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../src/json.ts';
import { parseIssue, parseIssues } from '../../src/tracker/parse-issue.ts';

const base = { id: 'ABC-1', title: 'a title', state: 'todo' };

describe('an item of a pull', () => {
  test.each<[string, JsonValue, Record<string, unknown>]>([
    ['an id may be a whole number', { ...base, id: 12 }, { id: '12', ref: '12' }],
    ['a title may be empty', { ...base, title: '' }, { title: '' }],
    ['a missing description is empty', base, { description: '' }],
    ['a null description is empty', { ...base, description: null }, { description: '' }],
    [
      'identifier, desc and status are aliases',
      { identifier: 'X', desc: 'd', status: 's', title: 't' },
      { id: 'X', description: 'd', state: 's', extra: {} },
    ],
    [
      'where both are there the first name wins and the other stays a field',
      { ...base, identifier: 'X', desc: 'd', description: 'D', status: 's' },
      { id: 'ABC-1', description: 'D', state: 'todo', extra: { identifier: 'X', desc: 'd', status: 's' } },
    ],
    [
      'everything else is kept',
      { ...base, labels: ['a'], team: { name: 'x' }, stage: 's', workdir: 'w' },
      { extra: { labels: ['a'], team: { name: 'x' }, stage: 's', workdir: 'w' } },
    ],
    ['a web address is its url', { ...base, url: 'https://x.test/1' }, { url: 'https://x.test/1' }],
    ['another kind of address is not', { ...base, url: 'javascript:alert(1)' }, { url: undefined }],
    [
      'NUL goes and a lone surrogate becomes U+FFFD, deep inside and in names too',
      { ...base, title: 'a\0b\ud800', tags: [{ 'x\0': '\udc00' }] },
      { title: 'ab\ufffd', extra: { tags: [{ x: '\ufffd' }] } },
    ],
    ['an id of 128 characters is one', { ...base, id: 'a'.repeat(128) }, { id: 'a'.repeat(128) }],
  ])('%s', (_, item, expected) => {
    expect(parseIssue(item)).toMatchObject({ issue: expected });
  });

  test('a field named __proto__ is a field, and nothing else', () => {
    const item: JsonValue = JSON.parse('{"id":"1","title":"t","state":"s","__proto__":{"polluted":true}}');
    const parsed = parseIssue(item);
    if ('problem' in parsed) throw new Error(parsed.problem);
    expect(Object.getPrototypeOf(parsed.issue.extra)).toBe(Object.prototype);
    expect(Object.hasOwn(parsed.issue.extra, '__proto__')).toBe(true);
    expect('polluted' in parsed.issue.extra).toBe(false);
  });

  test.each<[string, JsonValue, RegExp]>([
    ['no object', 'text', /it is a string, not an object/],
    ['null', null, /it is null/],
    ['a list', [], /it is a list/],
    ['no id', { title: 't', state: 's' }, /`id` is missing/],
    ['a null id beside an alias', { ...base, id: null, identifier: 'X' }, /its `id` is neither/],
    ['a fraction as id', { ...base, id: 1.5 }, /its `id` is neither/],
    ['a number that JSON can not hold as id', { ...base, id: 2 ** 60 }, /its `id` is neither/],
    ['an empty id', { ...base, id: '' }, /its `id` must be 1 to 128/],
    ['an id with a slash', { ...base, id: '../x' }, /its `id` must be/],
    ['an id that starts with a dot', { ...base, id: '.git' }, /not start with a dot/],
    ['an id of 129 characters', { ...base, id: 'a'.repeat(129) }, /its `id` must be/],
    ['an id with a newline at its end', { ...base, id: 'a\n' }, /its `id` must be/],
    ['no title', { id: '1', state: 's' }, /`title` is missing/],
    ['a title that is no text', { ...base, title: 5 }, /its `title` is not a string/],
    ['an empty state', { ...base, state: '' }, /its `state` is empty/],
    ['a description that is no text', { ...base, description: {} }, /its `description` is not a string/],
  ])('with %s is left out', (_, item, problem) => {
    expect(parseIssue(item)).toEqual({ problem: expect.stringMatching(problem) });
  });

  test('nested without end is left out', () => {
    let deep: JsonValue = 1;
    for (let level = 0; level < 5000; level += 1) deep = [deep];
    expect(parseIssue({ ...base, deep })).toEqual({ problem: 'it is nested deeper than 100 levels' });
  });
});

test('the others go on, each warning names its item, and of the same id the first wins', () => {
  const { issues, warnings } = parseIssues([
    { ...base, id: 'A' },
    { ...base, id: '../A', title: 'bad' },
    { ...base, id: 'A', title: 'again' },
    7,
    { ...base, id: 'B' },
  ]);
  expect(issues.map(({ id, title }) => [id, title])).toEqual([
    ['A', 'a title'],
    ['B', 'a title'],
  ]);
  expect(warnings).toEqual([
    expect.stringMatching(/^item 2 of the pull \(id "\.\.\/A"\) is left out: its `id` must be/),
    'item 3 of the pull (id "A") is left out: an earlier item has the same id',
    'item 4 of the pull is left out: it is a number, not an object',
  ]);
});
