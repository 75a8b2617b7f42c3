/** What looks for danger in a report must find it, or the rest of this folder could not fail. */
import { expect, test } from 'vitest';
import { dangerousLines, dangersInSummary } from './published.ts';

test.each([
  '::error::FAKED',
  '  ::add-mask::octo',
  '::set-output name=a::b',
  '::warning a=b,file=x::y',
  'x ##[error]x',
  '\x1b[31mx',
  'a\u202eb',
  'a\rb',
])('a line of the log with a danger: %j', (line) => {
  expect(dangerousLines({ lines: ['[#1 plan] completed in 1s', line] })).toEqual([line]);
});

test.each([
  '![x](https://evil.example/p.png)',
  '[x](https://evil.example)',
  '<img src=x>',
  'see https://evil.example',
  '@octo/team',
  '</table><h1>FAKED</h1>',
  ':tada:',
])('a summary with a danger: %j', (text) => {
  const dangers = dangersInSummary(
    { summary: `## Vik: x\n\n| a |\n| - |\n| ${text} |\n` },
    /^https:\/\/ours\.example/,
  );
  expect(dangers).not.toEqual([]);
  expect(
    dangersInSummary(
      { summary: `## Vik: x\n\n\`\` ${text} \`\` [y](https://ours.example/1)\n` },
      /^https:\/\/ours\.example/,
    ),
  ).toEqual([]);
});
