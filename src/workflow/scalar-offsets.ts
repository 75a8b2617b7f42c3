import type { Scalar } from 'yaml';

/**
 * Where each character of a scalar's value stands in the file: `offsets[i]` is the place of `value[i]`, with one
 * more entry for the end. Literal blocks and single lines are exact; where YAML folds lines, the character that
 * stands for the fold is the end of its line.
 */
export function scalarOffsets(scalar: Scalar.Parsed, text: string): number[] {
  const value = typeof scalar.value === 'string' ? scalar.value : scalar.source;
  const [start, end] = scalar.range;
  if (scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED')
    return blockOffsets(value, text, start, end);
  return flowOffsets(value, text, start, scalar.type ?? 'PLAIN');
}

/**
 * A block's lines stand in the file below its header, each behind an indentation. Folding only replaces line breaks,
 * so each line's text is found, in order, in the value.
 */
function blockOffsets(value: string, text: string, start: number, end: number): number[] {
  const offsets: number[] = [];
  const firstBreak = text.indexOf('\n', start);
  let lineStart = firstBreak === -1 ? end : firstBreak + 1;
  let indent: number | undefined;
  while (lineStart < end) {
    const lineBreak = text.indexOf('\n', lineStart);
    const next = lineBreak === -1 ? text.length : lineBreak;
    const line = text.slice(lineStart, next).replace(/\r$/, '');
    const blank = line.trim() === '';
    // The first line with text sets the indentation; an indentation indicator shows in what the value kept of it.
    indent ??= blank ? undefined : leadingSpaces(line) - leadingSpaces(firstTextLine(value));
    const content = line.slice(indent ?? line.length);
    const at = content === '' ? -1 : value.indexOf(content, offsets.length);
    if (at !== -1) {
      while (offsets.length < at) offsets.push(lineStart);
      for (let i = 0; i < content.length; i += 1) offsets.push(lineStart + (indent ?? 0) + i);
    }
    // The line break of this line, as far as the value has one here.
    if (value[offsets.length] === '\n' || value[offsets.length] === ' ')
      offsets.push(lineStart + line.length);
    lineStart = next + 1;
  }
  while (offsets.length <= value.length) offsets.push(Math.min(end, text.length));
  return offsets;
}

function firstTextLine(value: string): string {
  return value.split('\n').find((line) => line.trim() !== '') ?? '';
}

function leadingSpaces(line: string): number {
  return line.length - line.replace(/^ +/, '').length;
}

/** Plain and quoted scalars: one character after the other, with escapes and folded line breaks. */
function flowOffsets(value: string, text: string, start: number, type: string): number[] {
  const offsets: number[] = [];
  let at = type === 'PLAIN' ? start : start + 1;
  while (offsets.length < value.length && at < text.length) {
    const fold = /^[ \t]*(?:\r?\n[ \t]*)+/.exec(text.slice(at, at + FOLD_LENGTH))?.[0];
    if (fold !== undefined) {
      const breaks = fold.split('\n').length - 1;
      for (let i = 0; i < Math.max(1, breaks - 1); i += 1) offsets.push(at);
      at += fold.length;
      continue;
    }
    const [taken, made] = type === 'PLAIN' ? [1, 1] : escapeAt(text, at, type);
    for (let i = 0; i < made; i += 1) offsets.push(at);
    at += taken;
  }
  while (offsets.length <= value.length) offsets.push(at);
  return offsets;
}

/** Longest run of white space between two folded lines that is looked at. */
const FOLD_LENGTH = 500;

const ESCAPE_LENGTHS: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** How many characters of the file the next character of the value takes, and how many UTF-16 units it makes. */
function escapeAt(text: string, at: number, type: string): readonly [taken: number, made: number] {
  if (type === 'QUOTE_SINGLE') return text.startsWith("''", at) ? [2, 1] : [1, 1];
  if (text[at] !== '\\') return [1, 1];
  const kind = text[at + 1] ?? '';
  if (kind === '\n' || kind === '\r') {
    // An escaped line break: the lines are joined with nothing between them.
    return [(/^\\\r?\n[ \t]*/.exec(text.slice(at, at + FOLD_LENGTH))?.[0] ?? '\\').length, 0];
  }
  const taken = ESCAPE_LENGTHS[kind] ?? 2;
  const code = taken === 10 ? Number.parseInt(text.slice(at + 2, at + 10), 16) : 0;
  return [taken, code > 0xffff ? 2 : 1];
}
