/**
 * What an agent wrote, read as Markdown. `***`, which stands where a secret was, is text in it and never a line across
 * the page or emphasis, which would hide that there was something: who meant emphasis sees its asterisks.
 */
import type { Nodes, Root } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';

const REDACTED = '***';
/** As long, so that places in the text stay what they are, and of a character that no rule of Markdown knows. */
const STAND_IN = '\ue000'.repeat(REDACTED.length);

/** @throws when the text is nested too deeply for the parser */
export function readMarkdown(text: string, options?: Options): Root {
  const tree = fromMarkdown(text.replaceAll(REDACTED, STAND_IN), options);
  const nodes: Nodes[] = [tree];
  for (const node of nodes) {
    if ('value' in node) node.value = restore(node.value);
    if ('url' in node) node.url = restore(node.url);
    if ('alt' in node && typeof node.alt === 'string') node.alt = restore(node.alt);
    if ('label' in node && typeof node.label === 'string') node.label = restore(node.label);
    if ('children' in node) for (const child of node.children) nodes.push(child);
  }
  return tree;
}

function restore(text: string): string {
  return text.replaceAll(STAND_IN, REDACTED);
}
