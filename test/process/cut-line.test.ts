import { expect, test } from 'vitest';
import { fromWholeLine } from '../../src/process/cut-line.ts';

test.each([
  ['alf a line\nnext\nlast\n', 'next\nlast\n'],
  ['alf a line', 'alf a line'],
  ['alf a line\n', 'alf a line\n'],
  ['', ''],
])('of %j, which begins somewhere, %j is given', (text, given) => {
  expect(fromWholeLine(text)).toBe(given);
});
