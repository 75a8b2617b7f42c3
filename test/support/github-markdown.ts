/** What GitHub makes of Markdown: its rules for Markdown (micromark), then what it looks for in the text that came out. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** As GitHub's own Markdown rules render it, HTML let through: GitHub keeps images, links and details. */
export function renderMarkdown(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** What a reader sees. */
export function seenText(markdown: string): string {
  return withoutTags(renderMarkdown(markdown));
}

/** The same outside of code, where GitHub looks for more; code is a space. */
export function textOutsideCode(markdown: string): string {
  const html = renderMarkdown(markdown)
    .replace(/<pre>[\s\S]*?<\/pre>/g, ' ')
    .replace(/<code>[\s\S]*?<\/code>/g, ' ');
  return withoutTags(html);
}

function withoutTags(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/**
 * What of a text GitHub would make something of: @names, #12 and GH-12, commits, addresses, emoji, formulas. Wider than
 * GitHub is, and with it whatever looks like HTML or a picture.
 */
export function activeIn(text: string): readonly string[] {
  return (
    text.match(/@|#\d|\bgh-\d|\b[\da-f]{7,40}\b|\w+:\/\/|www\.|:[\w+-]*[a-z+-][\w+-]*:|\$|<[a-z!/?]|!\[/gi) ??
    []
  );
}
