import type { Nodes } from 'mdast';
import { plainText } from '../plain-text.ts';
import type { Redact } from '../redact.ts';
import { readMarkdown } from './read-markdown.ts';

/**
 * What an agent said last, for a line of ours. Redacted before it is read, because then it is whole, and after it: without
 * its backslashes, entities, marks and unseen characters a text may hold a secret that it did not hold before.
 */
export function lastWords(message: string, redact: Redact): string {
  return redact(plainText(firstParagraph(redact(message))));
}

/** Nobody's first paragraph is longer, and some of Markdown's rules take time squared. */
const MAX_CHARACTERS = 4096;

/**
 * What an agent wrote in Markdown, as a line for a table: its first paragraph in plain words, without the marks of
 * headings, lists, emphasis and code, and with a mark when something follows it. The first line of whatever there is
 * when it has no paragraph.
 */
export function firstParagraph(markdown: string): string {
  const text = markdown.slice(0, MAX_CHARACTERS).toWellFormed();
  const { words, end } = findParagraph(text) ?? firstLine(text);
  const line = words.replace(/\s+/g, ' ').trim();
  return line !== '' && markdown.slice(end).trim() !== '' ? `${line} …` : line;
}

/** What is shown, and where it ends in the text. */
interface Found {
  readonly words: string;
  readonly end: number;
}

function findParagraph(markdown: string): Found | undefined {
  try {
    const { children } = readMarkdown(markdown);
    const of = (...types: readonly string[]) => children.find(({ type }) => types.includes(type));
    const first = of('paragraph') ?? of('list', 'blockquote', 'code') ?? of('heading');
    return first && firstOf(first);
  } catch {
    // a thousand quotes in each other exhaust the stack of any parser
    return undefined;
  }
}

/** Of a list its first item, of a block of code its first line. */
function firstOf(node: Nodes): Found | undefined {
  switch (node.type) {
    case 'list':
    case 'listItem':
    case 'blockquote': {
      const first = node.children[0];
      return first && firstOf(first);
    }
    case 'code': {
      const { words, end } = firstLine(node.value);
      const isWhole = node.value.slice(end).trim() === '';
      return { words, end: (isWhole ? node.position?.end.offset : node.position?.start.offset) ?? 0 };
    }
    default:
      return { words: plainWords(node), end: node.position?.end.offset ?? 0 };
  }
}

function plainWords(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return ' ';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    default:
      if ('value' in node) return node.value;
      return 'children' in node ? node.children.map(plainWords).join('') : '';
  }
}

function firstLine(text: string): Found {
  const found = /\S.*/.exec(text);
  return found === null
    ? { words: '', end: text.length }
    : { words: found[0], end: found.index + found[0].length };
}
