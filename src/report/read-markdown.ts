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
  const tree = fromMarkdown(text.replaceAll('\ue000', '\ufffd').replaceAll(REDACTED, STAND_IN), options);
  const nodes: Nodes[] = [tree];
  for (const node of nodes) {
    restoreFields(node);
    if ('children' in node) for (const child of node.children) nodes.push(child);
  }
  return tree;
}

/** Any text of a node: its value, an address, a title, the language of a block. */
function restoreFields(node: Nodes): void {
  for (const [name, value] of Object.entries(node)) {
    if (typeof value === 'string') Object.assign(node, { [name]: value.replaceAll(STAND_IN, REDACTED) });
  }
}
