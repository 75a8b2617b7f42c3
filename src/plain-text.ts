/** Texts of others, made so that no terminal, runner or reader takes them for more than text. */
import type { Redact } from './redact.ts';

/**
 * A text on one line that no terminal, runner or reader takes for more than text: escape sequences and control
 * characters are gone, a newline is `⏎`, `##[` is `## [`. For titles, labels and file names in our own sentences.
 */
export function plainText(text: string): string {
  return withoutEscapes(text)
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => line.replaceAll('\t', ' ').replace(UNSEEN, '').trim())
    .filter((line) => line !== '')
    .join(' ⏎ ')
    .replaceAll('##[', '## [');
}

/** The same of many lines, which stay lines with their spaces before them. */
export function plainLines(text: string): string {
  return withoutEscapes(text)
    .split(/\r\n?|\n/)
    .map((line) => {
      const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '  ') ?? '';
      return indent + plainText(line);
    })
    .join('\n');
}

/**
 * One plain line, redacted before it is made plain, for secrets with newlines, and after it, for secrets cut by control
 * characters.
 */
export function redactToPlainText(redact: Redact): Redact {
  return (text) => redact(plainText(redact(text)));
}

/** The text without the codes with which a terminal is told of colours and places. */
export function withoutEscapes(text: string): string {
  return text.replace(ESCAPE_SEQUENCES, '');
}

// CSI, OSC and the short ones (ECMA-48). Not `util.stripVTControlCharacters`: it takes 30 s for 400 KB of `ESC ]`.
const ESCAPE_SEQUENCES = new RegExp(
  [
    '(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]',
    '(?:\\x1b\\]|\\x9d)[^\\x07\\x1b\\x9c\\x9d]*(?:\\x07|\\x1b\\\\|\\x9c)',
    '\\x1b[ -/]*[0-~]',
  ].join('|'),
  'g',
);

// Control characters, and what makes text run backwards or take no room. Joiners stay: emoji are made with them.
const UNSEEN =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
