import { expect, test } from 'vitest';
import { matchOutput } from '../../src/stage/match-output.ts';

test.each([
  ['DONE', 'All DONE.', 'met'],
  ['done', 'All DONE.', 'unmet'],
  ['(?i:done)', 'All DONE.', 'met'],
  ['^\\p{L}+$', 'größer', 'met'],
  ['(?m:^ok$)', 'first\nok\nlast', 'met'],
  ['.', '', 'unmet'],
])('%j on %j is %s', (pattern, text, kind) => {
  expect(matchOutput(pattern, text)).toEqual({ kind });
});

test('a pattern that would take for ever is given up within a second', () => {
  const started = performance.now();
  expect(matchOutput('^(a+)+$', `${'a'.repeat(60)}!`)).toEqual({
    kind: 'failed',
    reason:
      'the regular expression `^(a+)+$` takes longer than 0.5 s on the last message: write it without repetitions inside repetitions',
  });
  expect(performance.now() - started).toBeLessThan(2000);
});

test('a message of 20 MB is no reason to give up', () => {
  expect(matchOutput('END$', `${'x'.repeat(20_000_000)}END`)).toEqual({ kind: 'met' });
});

test('what the engine refuses is no match', () => {
  expect(matchOutput('(', 'text')).toMatchObject({ kind: 'failed' });
});
