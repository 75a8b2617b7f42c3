/** Reads what tests need of our own Markdown, which uses a small part of it. */
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

export interface FencedBlock {
  readonly language: string;
  readonly text: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
}

/** The fenced blocks of a text, in order. */
export function fencedBlocks(markdown: string): readonly FencedBlock[] {
  return [...markdown.matchAll(/^```([a-z]+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? '',
    text: match[2] ?? '',
    line: markdown.slice(0, match.index).split('\n').length,
  }));
}

/** What a page tells its reader to type: the lines of its shell blocks, and code spans that begin with a program. */
export function commandsIn(markdown: string): readonly string[] {
  const blocks = fencedBlocks(markdown).filter(({ language }) =>
    ['sh', 'bash', 'console'].includes(language),
  );
  const lines = blocks.flatMap(({ text }) =>
    text
      .replaceAll(/\\\n\s*/g, '')
      .trim()
      .split('\n'),
  );
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, '');
  const spans = codeSpans(prose).filter((code) => /^(?:npm|npx|node|sed|gh|docker) \S/.test(code));
  return [...new Set([...lines, ...spans])];
}

/** The text between this heading and the next one of any level. */
export function section(markdown: string, heading: string): string {
  const start = markdown.indexOf(`${heading}\n`);
  if (start === -1) throw new Error(`there is no heading \`${heading}\``);
  const rest = markdown.slice(start + heading.length);
  const end = rest.search(/^#+ /m);
  return end === -1 ? rest : rest.slice(0, end);
}

/** The code spans of a table's column, row by row; `\|` in a cell is a bar. */
export function codeInColumn(markdown: string, column: number): readonly (readonly string[])[] {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => codeSpans(row.split(/(?<!\\)\|/)[column + 1] ?? ''));
}

/** The code spans of a text. */
export function codeSpans(text: string): readonly string[] {
  return [...text.matchAll(/(`+)(.+?)(?<!`)\1(?!`)/g)].map(([, ticks, code = '']) =>
    (ticks === '`' ? code : code.trim()).replaceAll('\\|', '|'),
  );
}

/** Where links of a text point to that stay in the repository, as `path#anchor`. */
export function localLinks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** The local links of a page of the repository that lead nowhere: no such file, or no such heading in it. */
export function deadLinks(root: string, page: string): readonly string[] {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  return localLinks(read(page)).filter((link) => {
    const [path = '', anchor] = link.split('#', 2);
    const target = path === '' ? page : normalize(join(page, '..', path));
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchors(read(target)).includes(anchor);
  });
}

/** The anchors that GitHub gives to headings, and those written out. */
export function anchors(markdown: string): readonly string[] {
  const text = markdown.replace(/^```[\s\S]*?^```$/gm, '');
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)];
}
