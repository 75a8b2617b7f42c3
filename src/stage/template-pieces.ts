// Where the tags of a template are. MiniJinja's JavaScript package gives no syntax tree, so this follows its lexer:
// in text the leftmost `{{`, `{%` or `{#` opens; inside a tag strings are skipped and brackets must balance before
// the closing delimiter counts; a comment ends at the first `#}`; a raw block at the first `{% endraw %}`.
// Only templates that MiniJinja has accepted come here, and whoever relies on the result compares what the changed
// template renders with what the original renders.

interface Span {
  /** Offsets in the source: the whole piece, delimiters included. */
  readonly start: number;
  readonly end: number;
}

/** `-` on a delimiter: the white space of the text beside it is dropped. */
interface Trims {
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
}

export interface TextPiece extends Span {
  readonly kind: 'text';
}
export interface RawPiece extends Span, Trims {
  readonly kind: 'raw';
  /** What it prints. */
  readonly text: string;
}
export interface CommentPiece extends Span, Trims {
  readonly kind: 'comment';
}
export interface PrintPiece extends Span, Trims {
  readonly kind: 'print';
  /** What stands between the delimiters, white space included. */
  readonly expression: string;
}
export interface StatementPiece extends Span, Trims {
  readonly kind: 'statement';
  /** The first word: `if`, `for`, `endif`. */
  readonly keyword: string;
  /** What follows the keyword. */
  readonly rest: string;
}
export type Piece = TextPiece | RawPiece | CommentPiece | PrintPiece | StatementPiece;

const OPENING = /\{[{%#]/g;
const RAW_BLOCK = /\{%[-+]?\s*raw\s*([-+]?)%\}([\s\S]*?)\{%([-+]?)\s*endraw\s*[-+]?%\}/y;

/** Whether MiniJinja would find anything to do in it. */
export function hasTags(source: string): boolean {
  return /\{[{%#]/.test(source);
}

/** Cuts a template into its pieces, in order and without gaps. */
export function splitTemplate(source: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < source.length) {
    OPENING.lastIndex = at;
    const opening = OPENING.exec(source);
    const start = opening?.index ?? source.length;
    if (start > at) pieces.push({ kind: 'text', start: at, end: start });
    if (opening === null) break;
    const piece = readTag(source, start);
    pieces.push(piece);
    at = piece.end;
  }
  return pieces;
}

function readTag(source: string, start: number): Piece {
  if (source.startsWith('{#', start)) return readComment(source, start);
  return readRawBlock(source, start) ?? readExpressionTag(source, start);
}

function readComment(source: string, start: number): CommentPiece {
  const close = source.indexOf('#}', start + 2);
  const end = close === -1 ? source.length : close + 2;
  return {
    kind: 'comment',
    start,
    end,
    trimsBefore: source[start + 2] === '-',
    trimsAfter: source[end - 3] === '-',
  };
}

function readRawBlock(source: string, start: number): RawPiece | undefined {
  RAW_BLOCK.lastIndex = start;
  const match = RAW_BLOCK.exec(source);
  if (match === null) return undefined;
  const [whole, openSign, body = '', closeSign] = match;
  const afterOpen = openSign === '-' ? body.trimStart() : body;
  return {
    kind: 'raw',
    start,
    end: start + whole.length,
    text: closeSign === '-' ? afterOpen.trimEnd() : afterOpen,
    trimsBefore: whole[2] === '-',
    trimsAfter: whole.at(-3) === '-',
  };
}

function readExpressionTag(source: string, start: number): PrintPiece | StatementPiece {
  const closer = source[start + 1] === '{' ? '}}' : '%}';
  const closeAt = findClose(source, start + 2, closer);
  const end = Math.min(closeAt + 2, source.length);
  const trimsBefore = source[start + 2] === '-';
  const trimsAfter = source[closeAt - 1] === '-';
  const innerStart = /[-+]/.test(source[start + 2] ?? '') ? start + 3 : start + 2;
  const innerEnd = /[-+]/.test(source[closeAt - 1] ?? '') ? closeAt - 1 : closeAt;
  const inner = source.slice(innerStart, Math.max(innerStart, innerEnd));
  if (closer === '}}') return { kind: 'print', start, end, expression: inner, trimsBefore, trimsAfter };
  const [, keyword = '', rest = ''] = /^\s*([a-z_]*)([\s\S]*)$/i.exec(inner) ?? [];
  return { kind: 'statement', start, end, keyword, rest, trimsBefore, trimsAfter };
}

function findClose(source: string, from: number, closer: string): number {
  let depth = 0;
  let at = from;
  while (at < source.length) {
    if (depth === 0 && source.startsWith(closer, at)) return at;
    const character = source[at] ?? '';
    if (character === '"' || character === "'") at = endOfString(source, at);
    else {
      if ('([{'.includes(character)) depth += 1;
      if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
      at += 1;
    }
  }
  return source.length;
}

function endOfString(source: string, open: number): number {
  const quote = source[open];
  for (let at = open + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === quote) return at + 1;
  }
  return source.length;
}

/**
 * The names that an expression asks `env` for, as `env.NAME` or `env["NAME"]`; what stands in strings is not asked for.
 */
export function envNames(expression: string): string[] {
  const found: string[] = [];
  const token = /(["'])(?:\\[\s\S]|(?!\1)[^\\])*\1|(\.\s*)?\benv\s*(?:\.\s*(\w+)|\[\s*(["'])(\w+)\4\s*\])/g;
  for (const [, , dot, attribute, , key] of expression.matchAll(token)) {
    const name = attribute ?? key;
    if (dot === undefined && name !== undefined) found.push(name);
  }
  return found;
}
