import { readFileSync } from 'node:fs';

/** The page around what a run puts into it. */
export interface PageShell {
  readonly start: string;
  readonly end: string;
}

/** Where the run's part goes in the page that scripts/build-page.ts makes. */
export const CONTENT_MARK = '<!--vik:content-->';

/** Reads the page that was made beside the bundle. */
export function loadPageShell(): PageShell {
  return splitShell(readFileSync(new URL('./page.html', import.meta.url), 'utf8'));
}

/** Throws when the mark is missing. */
export function splitShell(page: string): PageShell {
  const at = page.indexOf(CONTENT_MARK);
  if (at === -1) throw new Error(`the page has no \`${CONTENT_MARK}\``);
  return { start: page.slice(0, at), end: page.slice(at + CONTENT_MARK.length) };
}
