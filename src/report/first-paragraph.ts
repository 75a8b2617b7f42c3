import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { plainText } from '../log.ts';
import type { Redact } from '../redact.ts';

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
 * headings, lists, emphasis and code. The first line of whatever there is when it has no paragraph.
 */
export function firstParagraph(markdown: string): string {
  const text = markdown.slice(0, MAX_CHARACTERS).toWellFormed();
  const found = findParagraph(text);
  return (found === undefined ? firstLine(text) : found).replace(/\s+/g, ' ').trim();
}

function findParagraph(markdown: string): string | undefined {
  try {
    const { children } = fromMarkdown(markdown);
    const of = (...types: readonly string[]) => children.find(({ type }) => types.includes(type));
    const first = of('paragraph') ?? of('list', 'blockquote', 'code') ?? of('heading');
    return first && plainWords(first);
  } catch {
    // a thousand quotes in each other exhaust the stack of any parser
    return undefined;
  }
}

/** Of a list its first item, of a block of code its first line. */
function plainWords(node: Nodes): string {
  switch (node.type) {
    case 'list':
    case 'listItem':
    case 'blockquote': {
      const first = node.children[0];
      return first === undefined ? '' : plainWords(first);
    }
    case 'code':
      return firstLine(node.value);
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

function firstLine(text: string): string {
  return /\S.*/.exec(text)?.[0] ?? '';
}
