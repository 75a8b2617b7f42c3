/**
 * Markdown as elements. An agent's text is read into a tree and each node of it becomes an element of a fixed list; HTML
 * in it stays text, pictures become links, and links lead to the web only.
 */
import type { AlignType, Definition, Nodes, RootContent } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { withoutEscapes } from '../../../plain-text.ts';
import { readMarkdown } from '../../read-markdown.ts';
import { type Child, element } from './dom.ts';

/**
 * Longer texts, which nobody reads as prose, are shown as they are: some of Markdown's rules take time squared. Of quotes
 * in each other, 64 KiB take half a minute, and half of it half a second.
 */
const MAX_CHARACTERS = 32 * 1024;
const MAX_DEPTH = 40;

/** The text as Markdown; as it is when it is too long or too deeply nested. */
export function renderMarkdown(markdown: string): HTMLElement {
  const text = withoutEscapes(markdown);
  if (text.length > MAX_CHARACTERS) return element('pre', { class: 'plain' }, text);
  try {
    const tree = readMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    const definitions = new Map<string, Definition>();
    for (const node of tree.children) if (node.type === 'definition') definitions.set(node.identifier, node);
    return element('div', { class: 'markdown' }, ...renderAll(tree.children, { definitions, depth: 0 }));
  } catch {
    // ten thousand quotes in each other exhaust the stack of any parser
    return element('pre', { class: 'plain' }, text);
  }
}

interface Context {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly depth: number;
}

function renderAll(nodes: readonly RootContent[], context: Context): readonly Child[] {
  if (context.depth > MAX_DEPTH) return [nodes.map(plainText).join(' ')];
  return nodes.map((node) => render(node, { ...context, depth: context.depth + 1 }));
}

function render(node: RootContent, context: Context): Child {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'paragraph':
      return element('p', {}, ...renderAll(node.children, context));
    case 'heading':
      // Below the page's own headings.
      return element(node.depth < 3 ? 'h3' : 'h4', {}, ...renderAll(node.children, context));
    case 'emphasis':
      return element('em', {}, ...renderAll(node.children, context));
    case 'strong':
      return element('strong', {}, ...renderAll(node.children, context));
    case 'delete':
      return element('del', {}, ...renderAll(node.children, context));
    case 'inlineCode':
      return element('code', {}, node.value);
    case 'code':
      return element('pre', { tabindex: 0 }, element('code', {}, node.value));
    case 'blockquote':
      return element('blockquote', {}, ...renderAll(node.children, context));
    case 'list':
      return node.ordered
        ? element('ol', { start: node.start ?? 1 }, ...renderAll(node.children, context))
        : element('ul', {}, ...renderAll(node.children, context));
    case 'listItem': {
      const { checked } = node;
      const box =
        typeof checked === 'boolean'
          ? element('input', {
              type: 'checkbox',
              disabled: true,
              checked,
              'aria-label': checked ? 'done' : 'to do',
            })
          : undefined;
      return element('li', { class: box && 'task' }, box, ...renderAll(node.children, context));
    }
    case 'link':
      return link(node.url, renderAll(node.children, context));
    case 'linkReference':
      return link(context.definitions.get(node.identifier)?.url, renderAll(node.children, context));
    case 'image':
      return link(node.url, [`[picture: ${node.alt || node.url}]`]);
    case 'imageReference':
      return link(context.definitions.get(node.identifier)?.url, [`[picture: ${node.alt ?? ''}]`]);
    case 'break':
      return element('br');
    case 'thematicBreak':
      return element('hr');
    case 'html':
      return element('code', { class: 'markup' }, node.value);
    case 'table':
      return table(node.children, node.align ?? [], context);
    case 'footnoteReference':
      return element('sup', {}, node.label ?? node.identifier);
    case 'footnoteDefinition':
      return element(
        'div',
        { class: 'footnote' },
        `${node.label ?? node.identifier}: `,
        ...renderAll(node.children, context),
      );
    case 'definition':
      return undefined;
    default:
      return plainText(node);
  }
}

function table(
  rows: readonly Extract<RootContent, { type: 'tableRow' }>[],
  align: readonly AlignType[],
  context: Context,
): HTMLElement {
  const rendered = rows.map((row, index) =>
    element(
      'tr',
      {},
      ...row.children.map((cell, column) => {
        const attributes = { class: align[column] ?? undefined };
        const content = renderAll(cell.children, context);
        return index === 0
          ? element('th', { scope: 'col', ...attributes }, ...content)
          : element('td', attributes, ...content);
      }),
    ),
  );
  const [head, ...body] = rendered;
  return element(
    'div',
    { class: 'scroll' },
    element('table', {}, element('thead', {}, head), element('tbody', {}, ...body)),
  );
}

/** A link to the web or to a mailbox; of any other address only its text. The address is said, as it may not be the text. */
function link(url: string | undefined, content: readonly Child[]): HTMLElement {
  if (url !== undefined && URL.canParse(url)) {
    const { protocol, href } = new URL(url);
    if (protocol === 'https:' || protocol === 'http:' || protocol === 'mailto:')
      return element('a', { href, title: href, rel: 'noreferrer noopener' }, ...content);
  }
  return element('span', {}, ...content);
}

function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join(' ') : '';
}
