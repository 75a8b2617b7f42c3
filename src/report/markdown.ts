/**
 * Markdown for the job summary and the comments on issues: code, links, tables. Outside text that is to be read as text
 * goes through prose.ts; in a code span or a code block GitHub renders no Markdown and no HTML, and links no @name, #12,
 * commit, emoji, formula or address.
 *
 * Code spans: https://github.github.com/gfm/#code-spans
 */
import { plainLines, plainText } from '../plain-text.ts';

/** An outside text on one line, at most so many characters long; nothing when it is empty. */
export function code(text: string, maxCharacters = Number.POSITIVE_INFINITY): string {
  const line = shorten(plainText(text), maxCharacters);
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line, '`') + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** An outside text of many lines. */
export function codeBlock(text: string): string {
  const fence = '`'.repeat(Math.max(longestRun(text, '`') + 1, 3));
  return [`${fence}text`, plainLines(text), fence].join('\n');
}

/** A link to a web address; without one (or with one of another scheme) only its text. `markdown` is rendered. */
export function link(markdown: string, url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return markdown;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return markdown;
  return `[${markdown}](${href.replace(/[^A-Za-z0-9:/?#&=%.,~_+-]/g, percentEncode)})`;
}

/** Columns whose figures stand below each other. */
const FIGURES: readonly string[] = ['Duration', 'Tokens', 'Cost'];

/** A table; a row's cells are rendered. Figures, by the name of their column, are at its right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  const rule = head.map((name) => (FIGURES.includes(name) ? '---:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** A block that is folded until somebody opens it. `summary` is ours. */
export function details(summary: string, markdown: string): string {
  return `<details><summary>${summary}</summary>\n\n${markdown}\n\n</details>`;
}

/** The beginning of a text that is too long, with a mark. */
export function shorten(text: string, maxCharacters: number): string {
  return text.length <= maxCharacters
    ? text
    : `${text.slice(0, Math.max(maxCharacters - 1, 0)).toWellFormed()}…`;
}

/** A pipe would end the cell, in code too. Renderers disagree on two backslashes before one, so they are kept apart. */
function cell(markdown: string): string {
  return markdown.replaceAll('\\|', '\\\u200b|').replaceAll('|', '\\|');
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let current = 0;
  for (const each of text) {
    current = each === character ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return longest;
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
