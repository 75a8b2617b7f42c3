/**
 * A job summary as GitHub shows it: GitHub's Markdown rules and tag filter (micromark), GitHub's own style
 * (github-markdown-css), and its pictures (Mermaid, strict as on GitHub).
 */
import { readFileSync } from 'node:fs';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Page } from 'playwright-core';

const fromPackages = (file: string): string =>
  readFileSync(new URL(`../../node_modules/${file}`, import.meta.url), 'utf8');

/** Width of a summary on GitHub in a window of 1280. */
export const SUMMARY_WIDTH = 950;

/** Shows a summary in a page of a browser; resolves when its pictures are drawn, rejects when one can't be. */
export async function showSummary(
  page: Page,
  markdown: string,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  const body = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const background = colorScheme === 'dark' ? '#0d1117' : '#ffffff';
  await page.setContent(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Summary</title>
<style>${fromPackages('github-markdown-css/github-markdown.css')}</style>
<style>body { margin: 0; background: ${background} } main { width: ${SUMMARY_WIDTH}px; margin: auto; padding: 24px; box-sizing: border-box } .picture { text-align: center }</style>
<main class="markdown-body">${body}</main></html>`,
  );
  await page.emulateMedia({ colorScheme });
  const pictures = page.locator('code.language-mermaid');
  if ((await pictures.count()) === 0) return;
  await page.addScriptTag({ content: fromPackages('@mermaid-js/tiny/dist/mermaid.tiny.js') });
  await page.evaluate(drawPictures(colorScheme === 'dark' ? 'dark' : 'default'));
}

/** Runs in the page: each block of Mermaid becomes its picture. */
function drawPictures(theme: 'dark' | 'default'): string {
  return `(async () => {
    const blocks = [...document.querySelectorAll('code.language-mermaid')];
    const found = blocks.map((block) => ({ block: block.parentElement, source: block.textContent }));
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: '${theme}' });
    for (const [index, { block, source }] of found.entries()) {
      const picture = document.createElement('div');
      picture.className = 'picture';
      block.replaceWith(picture);
      const { svg } = await mermaid.render('picture' + index, source, picture);
      picture.innerHTML = svg;
    }
  })()`;
}
