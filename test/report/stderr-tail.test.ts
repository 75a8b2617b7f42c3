import { describe, expect, it } from 'vitest';
import { wholeLines } from '../../src/report/stderr-tail.ts';

describe('wholeLines', () => {
  it.each([
    ['a short tail stays whole', 'one\ntwo\n', 'one\ntwo'],
    [
      'a long tail loses its first line, which may hold half a secret',
      `cret-value\n${'x'.repeat(2040)}\n`,
      'x'.repeat(2040),
    ],
    ['a long tail of one line stays', 'x'.repeat(2048), 'x'.repeat(2048)],
  ])('%s', (_, tail, expected) => {
    expect(wholeLines(tail)).toBe(expected);
  });
});
