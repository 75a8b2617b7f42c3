/** CONTRIBUTING's picture in a browser, drawn as GitHub draws it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startBrowser } from './support/browser.ts';
import { noBrowser } from './support/report-page.ts';
import { showSummary } from './support/summary-page.ts';

const page = readFileSync(new URL('../CONTRIBUTING.md', import.meta.url), 'utf8');

test.skipIf(noBrowser)('the picture of the architecture is drawn, and no text of it is lost', async () => {
  await using browser = await startBrowser();
  const shown = await browser.context.newPage();
  await showSummary(shown, page, 'light');
  const picture = shown.locator('.picture svg');
  expect(await picture.count()).toBe(1);
  const nodes = [...page.matchAll(/\["(src\/[^"]+)"\]/g)].map(([, name]) => name);
  const drawn = await picture.locator('.node').allTextContents();
  expect(drawn.map((text) => text.trim()).toSorted()).toEqual(nodes.toSorted());
});
