import { expect, test } from 'vitest';
import { fromWholeLine } from '../../src/process/cut-line.ts';

test.each([
  ['cret-value\nnext\nlast\n', 'next\nlast\n'],
  ['cret-value next word', 'next word'],
  ['cret-value next word\n', 'next word\n'],
  ['cret-value', ''],
  ['cret-value\n', ''],
  ['', ''],
])('of %j, which begins somewhere, %j is whole', (text, whole) => {
  expect(fromWholeLine(text)).toBe(whole);
});
