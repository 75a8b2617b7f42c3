/** What a run published, as a runner, a terminal and GitHub would take it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { SceneResult } from '../support/scenario.ts';

/** The commands that are ours: the mask of the token, and annotations with our own properties. */
const OUR_COMMANDS = /^::(?:add-mask::|debug::|(?:warning|error)(?: (?:title|file|line|col)=[^:]*)?::)/;

/** No character that moves a cursor, colours, turns text around or hides. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

/** Lines that the runner or a terminal would take for more than text. */
export function dangerousLines({ lines }: Pick<SceneResult, 'lines'>): string[] {
  return lines.filter(
    (line) =>
      (/^\s*::/.test(line) && !OUR_COMMANDS.test(line)) ||
      line.includes('##[') ||
      UNSEEN.test(line) ||
      /^::(?:warning|error)[^:]*::FAKED/.test(line),
  );
}

const OUR_TAGS =
  /^<\/?(?:h[23]|p|table|thead|tbody|tr|(?:th|td)(?: align="right")?|code(?: class="language-(?:text|mermaid)")?|pre|details|summary|ul|li|strong|br|sub)>$/;

/** What of a summary GitHub would render or fetch though it isn't ours. `links` are allowed. */
export function dangersInSummary({ summary }: Pick<SceneResult, 'summary'>, links: RegExp): string[] {
  const html = micromark(summary, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const outside = html.replace(/<code[^>]*>[\s\S]*?<\/code>/g, '').replaceAll(/<\/?pre>/g, '');
  const tags = outside.match(/<[^>]*>/g) ?? [];
  const strange = tags.filter((tag) => {
    const href = /^<a href="([^"]*)">$/.exec(tag)?.[1];
    return href === undefined ? !OUR_TAGS.test(tag) && tag !== '</a>' : !links.test(href);
  });
  const words = outside.replace(/<[^>]*>/g, ' ');
  return [...strange, ...(words.match(/\S*(?:@|https?:|www\.|:\w+:|\$\$|&lt;|!\[)\S*/g) ?? [])];
}

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Everything that a run wrote or printed, the mask apart, by its name. */
export function everythingPublished(result: SceneResult, vikHome: string): Map<string, string> {
  const log = result.lines.filter((line) => !line.startsWith('::add-mask::')).join('\n');
  const texts = new Map([
    ['log', log],
    ['stderr', result.stderr],
    ['summary', result.summary],
    ['outputs', JSON.stringify(result.outputs)],
  ]);
  for (const file of filesBelow(vikHome)) {
    if (!file.includes('/issues/')) texts.set(file, readFileSync(file, 'utf8'));
  }
  return texts;
}
