/** The line that a finding is about, as compilers show it. */

export interface Frame {
  /** `  12 | ` */
  readonly margin: string;
  readonly source: string;
  /** To stand before the caret, below the source. */
  readonly caretIndent: string;
}

/** What a terminal shows without breaking the line. */
const MAX_CHARACTERS = 110;
/** Kept before the place in a line that is longer. */
const CONTEXT = 40;

/**
 * The source line with the place of a caret; undefined for a place that the text does not have.
 *
 * @param place line and column from 1, the column in UTF-16 units
 */
export function frameSource(
  text: string,
  place: { readonly line: number; readonly column: number },
): Frame | undefined {
  const line = text.split(/\r\n|\r|\n/)[place.line - 1];
  if (line === undefined || line.trim() === '') return undefined;
  const at = Math.min(place.column - 1, line.length);
  const from = line.length <= MAX_CHARACTERS || at < MAX_CHARACTERS - CONTEXT ? 0 : at - CONTEXT;
  const to = from + MAX_CHARACTERS;
  const start = from === 0 ? '' : '...';
  const before = start + unitWise(line.slice(from, at));
  return {
    margin: `${String(place.line).padStart(5)} | `,
    source: `${before}${unitWise(line.slice(at, to))}${to < line.length ? '...' : ''}`,
    caretIndent: `${' '.repeat(5)} | ${' '.repeat(columnsOf(before))}`,
  };
}

/** With a space for a tab and a dot for what has no shape, so that the caret stands right. */
function unitWise(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\t', ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·');
}

/** How many columns a terminal gives to a text: two to what East Asia writes in a square and to emoji. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
