import { expect, it } from 'vitest';
import { createRedactor } from '../../src/redact.ts';
import { firstParagraph, lastWords } from '../../src/report/first-paragraph.ts';

it.each([
  ['Wrote a plan.', 'Wrote a plan.'],
  ['# Plan\n\nI will **change** `login.ts`\nand _test_ it.\n\n- a', 'I will change login.ts and test it. …'],
  ['## Done\n\n- Added a *test*\n- Fixed it', 'Added a test …'],
  ['Done.\n\n```\nx\n```', 'Done. …'],
  [`Done. ${'x'.repeat(5000)}`, `Done. ${'x'.repeat(4090)} …`],
  ['## All done', 'All done'],
  ['```sh\nnpm test\nnpm run lint\n```', 'npm test …'],
  ['```sh\nnpm test\n```\n', 'npm test'],
  ['<!-- one -->\n<!-- two -->', '<!-- one --> …'],
  ['> The [tests](https://x.example) pass.\n\nBye.', 'Bye.'],
  ['> The [tests](https://x.example) pass.', 'The tests pass.'],
  ['A `Vec<String>`, ![a picture](x.png) and a\\\nbreak', 'A Vec<String>, a picture and a break'],
  ['<!-- note -->', '<!-- note -->'],
  ['[a]: https://x.example', '[a]: https://x.example'],
  ['***', '***'],
  ['***:***\n\n***\n', '***:*** …'],
  ['', ''],
  [' \n ', ''],
])('%j reads %j', (markdown, line) => {
  expect(firstParagraph(markdown)).toBe(line);
});

it.each(['> ', '[', '*a ', '- ', '`', '<', '![a]('])('is found in time in 1 MB of %j', (part) => {
  const startedAt = performance.now();
  firstParagraph(part.repeat(1_000_000 / part.length));
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

it.each([
  'the key is sesame\\_open\\_1234',
  'the key is sesame&#95;open_1234',
  'the key is sesame_op**en**_1234',
  'the key is sesame_op\u200ben_1234',
])('a secret that %s hides in Markdown is redacted in the last words', (message) => {
  const redact = createRedactor(['sesame_open_1234']);
  expect(lastWords(message, redact)).toBe('the key is ***');
});
