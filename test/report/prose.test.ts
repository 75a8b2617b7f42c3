import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/plain-text.ts';
import { prose } from '../../src/report/prose.ts';
import { activeIn, renderMarkdown, seenText, textOutsideCode } from '../support/github-markdown.ts';

describe('ordinary text', () => {
  it.each([
    'Why is the login slow?',
    'Fix "foo" in bar',
    'Support CI/CD pipelines',
    'Handle A & B, AT&T too',
    'feat(api): add foo_bar',
    'It’s broken',
    'Done — all 12 tests pass at 10:30:45',
    'Crash on [Windows] when x > 3 * y ~ z',
    'Edit ~/.config, C# and __init__.py',
    '1. Read it',
    '- a list?',
    'a | b \\| c \\',
    '日本語のタイトル',
  ])('reads as ordinary text: %s', (text) => {
    expect(textOutsideCode(prose(text)).trim()).toBe(text);
  });
});

it.each([
  ['Rename `max_tries` to ``retry``', 'Rename `max_tries` to `retry`'],
  ['see (https://x.example/a_b).', 'see (`https://x.example/a_b`).'],
  ['@octocat: fix #12, o/r#12; GH-12!', '`@octocat`: fix `#12`, `o/r#12`; `GH-12`!'],
  ['since 3f2a9bc1d0', 'since `3f2a9bc1d0`'],
  ['a@evil.example and www.evil.example', '`a@evil.example` and `www.evil.example`'],
  [':tada: for $5', '`:tada:` for `$5`'],
  ['Return Vec<String>', 'Return `Vec<String>`'],
  ['one ` alone', 'one \\` alone'],
  ['', ''],
])('of %j what GitHub would act on is in code', (text, markdown) => {
  expect(prose(text)).toBe(markdown);
});

const syllable = fc.constantFrom(
  ...['*', '_', '~', '`', '[', ']', '(', ')', '<', '>', '!', '#', '@', '|', '\\', '&', '$', ':', '-', '+'],
  ...['.', '"', "'", ' ', '\n', '1', 'a', 'b', 'www.', 'http://', '&lt;', 'GH-1', '<br>', '[^1]', '---'],
);

it('of no text GitHub makes anything', () => {
  fc.assert(
    fc.property(fc.array(syllable, { maxLength: 14 }), (parts) => {
      const html = renderMarkdown(`x <sub>${prose(parts.join(''))}</sub>`);
      expect(html.replace(/<\/?code>/g, '')).toMatch(/^<p>x <sub>[^<]*<\/sub><\/p>$/);
      expect(activeIn(textOutsideCode(prose(parts.join(''))))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

it('of no text anything is lost but backticks and spaces', () => {
  const essence = (text: string) => text.replace(/[\s`]/g, '');
  fc.assert(
    fc.property(fc.array(syllable, { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      expect(essence(seenText(prose(text)))).toBe(essence(plainText(text)));
    }),
    { numRuns: 3000 },
  );
});
