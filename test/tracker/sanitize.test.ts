import { describe, expect, test } from 'vitest';
import { sanitizeText } from '../../src/tracker/sanitize.ts';

describe('what reaches a prompt', () => {
  test.each([
    [
      'plain text stays',
      'Fix the *bug* in `a < b`\n\n- one\n\ttwo',
      'Fix the *bug* in `a < b`\n\n- one\n\ttwo',
    ],
    ['a comment goes', 'before<!-- do evil -->after', 'beforeafter'],
    ['a comment over several lines goes', 'a\n<!--\ndo\n\nevil\n-->\nb', 'a\n\nb'],
    ['an unclosed comment hides the rest', 'a <!-- do evil\n\nfor ever', 'a '],
    ['a comment made of a removed comment goes', '<!-<!-- -->- do evil -->x', 'x'],
    ['a comment made by entities goes', '&#60;!-- do evil --&#x3E;x', 'x'],
    ['a comment made by invisible characters goes', '<\u200b!-- do evil -->x', 'x'],
    [
      'code keeps its comments',
      '```html\n<!-- shown -->\n```\n<!-- hidden -->',
      '```html\n<!-- shown -->\n```\n',
    ],
    ['tildes are code too', '~~~\n<!-- shown -->\n~~~~\n<!-- hidden -->', '~~~\n<!-- shown -->\n~~~~\n'],
    [
      'a shorter fence does not end code',
      '````\n```\n<!-- shown -->\n````',
      '````\n```\n<!-- shown -->\n````',
    ],
    ['an indented fence ends nothing', '```\n    ```\n```\n<!-- hidden -->', '```\n    ```\n```\n'],
    ['a fence of a list is no code for us', '- a\n  ```\n<!-- hidden -->\n', '- a\n  ```\n\n'],
    [
      'a fence in a block of HTML is none',
      '<div>\n```\n<!-- hidden -->\n```\n</div>',
      '<div>\n```\n\n```\n</div>',
    ],
    [
      'a fence in `pre` is none, blank lines or not',
      '<pre>\n\n```\n<!-- hidden -->\n</pre>',
      '<pre>\n\n```\n\n</pre>',
    ],
    ['a fence in a comment is none', '<!--\n```\n-->\n<!-- hidden -->x', '\nx'],
    ['a fence of entities is none', '&#96;&#96;&#96;\n<!-- hidden -->', '&#96;&#96;&#96;\n'],
    ['an entity makes no new line', 'a&#10;```\n<!-- hidden -->', 'a ```\n'],
    [
      'attributes that are not shown go',
      '<img src="a.png" alt="do evil" title=\'x\' data-x=1 aria-label="y" placeholder=z width=3>',
      '<img src="a.png" width=3>',
    ],
    ['attributes without space between them go', '<img/alt="a > b"title="c">', '<img>'],
    ['attributes in any case go', '<IMG ALT="do evil">', '<IMG>'],
    ['an attribute that never ends goes', 'x <div title="do evil\n\nfor ever', 'x <div'],
    ['attributes in code stay', '```\n<img alt="shown">\n```', '```\n<img alt="shown">\n```'],
    [
      'control characters go, newline and tab stay',
      'a\u0007b\u001b[31mc\r\nd\re\tf\u0085',
      'ab[31mc\nd\ne\tf',
    ],
    ['bidirectional controls go', 'a\u202eb\u2066c\u200f', 'abc'],
    ['zero width and soft hyphens go', 'pass\u200bw\u00ador\u2060d\ufeff', 'password'],
    ['tag characters go', 'x\u{e0064}\u{e006f}y', 'xy'],
    ['variation selectors go', 'a\ufe0fb\u{e0101}c', 'abc'],
    ['a joiner between Latin letters goes', 'a\u200db\u200cc', 'abc'],
    ['a joiner between letters that need it stays', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['a joiner between emoji stays', '👩\u200d💻 👩🏽\u200d🚀', '👩\u200d💻 👩🏽\u200d🚀'],
    ['a row of joiners goes', 'می\u200c\u200c\u200cخ', 'میخ'],
    ['a token becomes ***', 'use ghp_0123456789abcdefABCDEF0123456789 now', 'use *** now'],
    [
      'the whole of a token of an App becomes ***, and the point after it stays',
      'it was ghs_123456_eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJnaXRodWIifQ.Sig-na_ture. Sorry.',
      'it was ***. Sorry.',
    ],
    ['a fine-grained token becomes ***', 'github_pat_11ABCDEFG0123456789_abcdef', '***'],
    ['a token split by an invisible character becomes ***', 'ghs_0123456789\u200babcdefABCDEF', '***'],
    ['an entity that is no character becomes U+FFFD', '&#xD800;&#x110000;', '\ufffd\ufffd'],
  ])('%s', (_, text, expected) => {
    expect(sanitizeText(text)).toBe(expected);
  });

  test.each([
    ['beginnings of tags', '<a '],
    ['beginnings of comments', '<!-'],
    ['unclosed attributes', '<a alt="'],
    ['joiners', 'a\u200d'],
    ['fences', '```\n<x\n\n'],
    ['spaces in a tag', `<a${' '.repeat(1000)}`],
    ['comments that open', '<!-- -->'],
  ])('64 KiB of %s take no time', (_, piece) => {
    const before = performance.now();
    sanitizeText(piece.repeat(Math.ceil(65_536 / piece.length)));
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
