/** HTML in which nothing stands unescaped but what was written as HTML here. */

/** Finished HTML. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | undefined | readonly Html[];

/** The template as HTML: texts put into it are escaped, finished HTML is not, undefined is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = strings.map((text, index) => text + render(parts[index]));
  return { html: pieces.join('') };
}

function render(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'html' in part ? part.html : part.map((one) => one.html).join('');
}

/** For text and for attributes in double quotes; control characters become visible or go. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll('\0', '\ufffd');
}

/**
 * One JSON value on a line that stands in a `<script>` of data, which no text in it can end. In valid JSON a `<` is inside
 * a string, where the escape means the same, and a carriage return, of which HTML makes a newline, is a space.
 */
export function escapeForScript(json: string): string {
  return json.replace(/<(?=[/!s])/gi, '\\u003c').replaceAll('\r', ' ');
}

/** An address that may become a link: of the web, nothing else. */
export function webAddress(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
