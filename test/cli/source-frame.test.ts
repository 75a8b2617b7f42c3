import { expect, test } from 'vitest';
import { frameSource } from '../../src/cli/source-frame.ts';

/** The frame as it is printed. */
function show(text: string, line: number, column: number): string[] | undefined {
  const frame = frameSource(text, { line, column });
  return frame === undefined ? undefined : [frame.margin + frame.source, `${frame.caretIndent}^`];
}

test.each([
  ['a key', 'a: 1\n  b: 2\n', 2, 3, ['    2 |   b: 2', '      |   ^']],
  ['behind a tab, which is shown as a space', '\tb: 2', 1, 2, ['    1 |  b: 2', '      |  ^']],
  ['behind wide characters', 'k: "日本" x', 1, 9, ['    1 | k: "日本" x', '      |           ^']],
  ['behind an emoji of two units', 'k: 🚀 x', 1, 7, ['    1 | k: 🚀 x', '      |       ^']],
  [
    'behind a character with an accent of its own',
    'e\u0301: x',
    1,
    5,
    ['    1 | e\u0301: x', '      |    ^'],
  ],
  ['behind what has no shape', 'a\u200b\u001bb: x', 1, 4, ['    1 | a··b: x', '      |    ^']],
  ['beyond the end of its line', 'ab', 1, 9, ['    1 | ab', '      |   ^']],
  ['with Windows line ends', 'a\r\nbc\r\n', 2, 2, ['    2 | bc', '      |  ^']],
])('the caret stands %s', (_, text, line, column, expected) => {
  expect(show(text, line, column)).toEqual(expected);
});

test('of a long line, what is around the place is shown', () => {
  const [source = '', caret = ''] = show(`${'a'.repeat(500)}HERE${'b'.repeat(500)}`, 1, 501) ?? [];
  expect(source.slice(caret.indexOf('^')).startsWith('HEREb')).toBe(true);
  expect(source.length).toBeLessThan(130);
});

test('a place that is not there, and an empty line, have no frame', () => {
  expect([show('a\n\nb', 9, 1), show('a\n\nb', 2, 1)]).toEqual([undefined, undefined]);
});
