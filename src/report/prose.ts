/**
 * Outside text that reads as text. Markdown is escaped by a library; what GitHub looks for after Markdown has been
 * rendered, where no backslash helps, stands in code word by word: @names, #12, commits, addresses, emoji, formulas.
 */
import type { PhrasingContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { plainText } from '../plain-text.ts';
import { shorten } from './markdown.ts';

const OPTIONS = { extensions: [gfmToMarkdown()] };

/**
 * A title, or a sentence that may quote names in backticks, as Markdown on one line: what is in backticks becomes code,
 * the rest is text of which GitHub makes nothing.
 */
export function prose(text: string, maxCharacters = Number.POSITIVE_INFINITY): string {
  const children = piecesOf(shorten(plainText(text), maxCharacters));
  const markdown = toMarkdown({ type: 'paragraph', children }, OPTIONS).trimEnd();
  // The library takes a last backslash for the end of a paragraph; here HTML of ours may follow.
  const backslashes = /\\*$/.exec(markdown)?.[0].length ?? 0;
  return backslashes % 2 === 0 ? markdown : `${markdown}\\`;
}

const SPAN_OR_WORD = /(?<fence>`+)(?<code>[^`]+)\k<fence>(?!`)|(?<word>[^\s`]+)|(?<rest>\s+|`+)/g;

function piecesOf(line: string): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let plain = '';
  const add = (code: string): void => {
    if (plain !== '') pieces.push({ type: 'text', value: plain });
    plain = '';
    pieces.push({ type: 'inlineCode', value: code });
  };
  for (const { 0: piece, groups } of line.matchAll(SPAN_OR_WORD)) {
    const quoted = groups?.code?.trim() ?? '';
    if (quoted !== '') add(quoted);
    else if (groups?.word === undefined || !isActive(groups.word)) plain += piece;
    else {
      const { before, core, after } = unwrap(groups.word);
      plain += before;
      add(core);
      plain = after;
    }
  }
  return plain === '' ? pieces : [...pieces, { type: 'text', value: plain }];
}

/** A longer word is nothing that somebody put punctuation around, and the pattern takes time squared. */
const MAX_WRAPPED = 200;

/** A word that becomes code, and the punctuation around it that stays outside. */
function unwrap(word: string): { readonly before: string; readonly core: string; readonly after: string } {
  const [, before = '', core = word, after = ''] =
    word.length > MAX_WRAPPED ? [] : (/^(["'(“‘]*)(.*?)([.,;:!?"')”’…]*)$/su.exec(word) ?? []);
  // `:tada:` is an emoji with its last colon only
  return isActive(core) ? { before, core, after } : { before: '', core: word, after: '' };
}

/**
 * Whether GitHub might make something of a word: a mention, an issue, a commit, an address, an emoji, a formula. HTML and
 * pictures would be escaped, but are easier to read as code.
 */
function isActive(word: string): boolean {
  return (
    /[@$<]|#\d|!\[|\bgh-\d|www\.|[a-z]+:\/\/|mailto:|xmpp:|\b[\da-f]{7,40}\b/i.test(word) ||
    /:(?=[\d_]*[a-z+-])[\w+-]+:|:100:|:1234:/i.test(word)
  );
}
