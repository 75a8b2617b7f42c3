/**
 * What of an issue's text reaches a prompt: what a person reads on GitHub, not what is hidden from them in comments,
 * attributes and invisible characters. Where GitHub's Markdown is ambiguous, text counts as not being code, so that more is
 * removed and nothing hidden gets through.
 */
import { splitCode } from './split-code.ts';
import { stripHidden } from './strip-hidden.ts';

const MOST_PASSES = 5;
/** Since 2026 the one of an App is `ghs_APPID_JWT`, three parts with dots between them. */
const GITHUB_TOKEN =
  /(?:gh[pousr]_[A-Za-z0-9_-]{16,}(?:\.[A-Za-z0-9_-]+){0,2}|github_pat_[A-Za-z0-9_]{16,})/g;

/** Cleans a title or a description. */
export function sanitizeText(text: string): string {
  let cleaned = text.replace(/\r\n?/g, '\n');
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const before = cleaned;
    cleaned = removeInvisible(stripOutsideCode(decodeEntities(cleaned)));
    if (cleaned === before) break;
  }
  return cleaned.replace(GITHUB_TOKEN, '***');
}

/**
 * Characters that would change what is code are left as they are: GitHub shows an entity for a backtick as a backtick, not
 * as the beginning of code. A control character, newline included, becomes a space.
 */
function decodeEntities(text: string): string {
  return text.replace(
    /&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));/g,
    (entity, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code === 0x60 || code === 0x7e) return entity;
      if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return ' ';
      if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\uFFFD';
      return String.fromCodePoint(code);
    },
  );
}

function stripOutsideCode(text: string): string {
  return splitCode(text)
    .map((part) => (part.isCode ? part.text : stripHidden(part.text)))
    .join('');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** Zero-width, bidirectional controls, soft hyphen, fillers, variation selectors, the U+E0000 block; not the joiners. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them stands for itself
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;

const JOINING_SCRIPTS = [
  'Arabic',
  'Syriac',
  'Mongolian',
  'Nko',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Khmer',
  'Myanmar',
  'Tibetan',
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');

/** U+200C and U+200D, but where they stand between letters that join, or between two emoji. */
const LOOSE_JOINER = new RegExp(
  `(?:(?<![${JOINING_SCRIPTS}])|(?=[\\u200C\\u200D](?![${JOINING_SCRIPTS}])))(?:\\u200C|(?:(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}])|(?=\\u200D(?!\\p{Extended_Pictographic})))\\u200D)`,
  'gu',
);

function removeInvisible(text: string): string {
  return text.replace(CONTROLS, '').replace(INVISIBLE, '').replace(LOOSE_JOINER, '');
}
