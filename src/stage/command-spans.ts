import type { Problem } from './template-finding.ts';
import type { Piece } from './template-pieces.ts';

/** `` !`exec(BODY)` `` in a template's source, as offsets. */
export interface CommandSpan {
  readonly start: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly end: number;
}

export interface CommandSpans {
  readonly spans: readonly CommandSpan[];
  readonly problems: readonly Problem[];
}

const OPENING = /!?`exec\(/g;

/**
 * Finds the commands in a prompt template. Only text opens or ends one: what tags, comments and raw blocks hold is
 * hidden. The body holds no backtick in its text and ends at `` )` ``, so it may contain parentheses.
 */
export function findCommandSpans(source: string, pieces: readonly Piece[]): CommandSpans {
  const spans: CommandSpan[] = [];
  const problems: Problem[] = [];
  let from = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'text') continue;
    for (const match of source.slice(piece.start, piece.end).matchAll(OPENING)) {
      const start = piece.start + match.index;
      if (start < from) continue;
      const bodyStart = start + match[0].length;
      const marked = match[0].startsWith('!');
      const close = findClose(source, pieces, bodyStart);
      if (close === undefined) {
        if (marked) problems.push(unclosed(start));
        continue;
      }
      spans.push({ start, bodyStart, bodyEnd: close - 1, end: close + 1 });
      if (!marked) problems.push(bareForm(start));
      from = close + 1;
    }
  }
  return { spans, problems };
}

/** The offset of the closing backtick; undefined when the next backtick is none. */
function findClose(source: string, pieces: readonly Piece[], bodyStart: number): number | undefined {
  for (const piece of pieces) {
    if (piece.kind !== 'text' || piece.end <= bodyStart) continue;
    const from = Math.max(piece.start, bodyStart);
    const at = source.slice(from, piece.end).indexOf('`');
    if (at === -1) continue;
    return at > 0 && source[from + at - 1] === ')' ? from + at : undefined;
  }
  return undefined;
}

function unclosed(offset: number): Problem {
  return {
    severity: 'error',
    code: 'template_syntax',
    offset,
    message:
      '`` !`exec( `` has no end; a command ends at `` )` `` and holds no backtick (use `$(...)`). In prose, put it in `{% raw %}`',
  };
}

function bareForm(offset: number): Problem {
  return {
    severity: 'warning',
    code: 'bare_exec',
    offset,
    message:
      '`` `exec(...)` `` runs as a command, also in prose; write `` !`exec(...)` `` for a command, or put prose in `{% raw %}`',
  };
}
