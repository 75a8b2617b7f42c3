/** A stretch of Markdown: fenced code, which GitHub shows as it stands, or anything else. */
export interface MarkdownPart {
  readonly isCode: boolean;
  /** Whole lines; all parts joined are the text. */
  readonly text: string;
}

const OPENING = /^(`{3,}(?=[^`]*$)|~{3,})/;
/** Raw HTML that only its own ending ends, not a blank line. */
const RAW_HTML: readonly { readonly start: RegExp; readonly end: RegExp }[] = [
  { start: /^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, end: /<\/(?:script|pre|style|textarea)>/i },
  { start: /^ {0,3}<\?/, end: /\?>/ },
  { start: /^ {0,3}<!\[CDATA\[/, end: /\]\]>/ },
  { start: /^ {0,3}<![A-Za-z]/, end: />/ },
];

/**
 * Finds fenced code as CommonMark does, but only where it can be nothing else: not indented (it might belong to a list), not
 * in a comment, not in a block that begins with HTML.
 */
export function splitCode(text: string): MarkdownPart[] {
  const parts: { isCode: boolean; lines: string[] }[] = [{ isCode: false, lines: [] }];
  const put = (line: string, isCode: boolean): void => {
    const last = parts.at(-1);
    if (last?.isCode === isCode) last.lines.push(line);
    else parts.push({ isCode, lines: [line] });
  };
  let closing: RegExp | undefined;
  let isInComment = false;
  let isInHtml = false;
  let rawEnd: RegExp | undefined;
  for (const line of text.split(/(?<=\n)/)) {
    const bare = line.replace(/\n$/, '');
    if (closing !== undefined) {
      put(line, true);
      if (closing.test(bare)) closing = undefined;
      continue;
    }
    const fence = isInComment || isInHtml || rawEnd !== undefined ? undefined : OPENING.exec(bare)?.[1];
    if (fence !== undefined) {
      closing = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
      put(line, true);
      continue;
    }
    put(line, false);
    isInComment = endsInComment(bare, isInComment);
    if (/^[ \t]*$/.test(bare)) isInHtml = false;
    else if (/^[ \t]*</.test(bare)) isInHtml = true;
    rawEnd ??= RAW_HTML.find(({ start }) => start.test(bare))?.end;
    if (rawEnd?.test(bare) === true) rawEnd = undefined;
  }
  return parts.map(({ isCode, lines }) => ({ isCode, text: lines.join('') }));
}

function endsInComment(line: string, wasInComment: boolean): boolean {
  let isInComment = wasInComment;
  let at = 0;
  for (;;) {
    const next = line.indexOf(isInComment ? '-->' : '<!--', at);
    if (next === -1) return isInComment;
    at = next + (isInComment ? 3 : 4);
    isInComment = !isInComment;
  }
}
