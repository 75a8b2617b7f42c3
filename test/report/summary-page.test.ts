/** The job summary in a browser, as GitHub shows it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startBrowser } from '../support/browser.ts';
import { noBrowser } from '../support/report-page.ts';
import { summaryCases } from '../support/summary-cases.ts';
import { SUMMARY_WIDTH, showSummary } from '../support/summary-page.ts';

let browser: Browser | undefined;
beforeAll(async () => {
  if (!noBrowser) browser = await startBrowser();
});
afterAll(() => browser?.[Symbol.asyncDispose]());

const cases = Object.entries(summaryCases).flatMap(([name, markdown]) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ name, markdown, colorScheme })),
);

describe.skipIf(noBrowser)('a summary', () => {
  it.each(cases)(
    '$name is drawn, $colorScheme, as wide as the page, with what went wrong above all else',
    async (one) => {
      const page = await browser?.context.newPage();
      if (page === undefined) throw new Error('the browser is not there');
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => complaints.push(request.url()));
      await showSummary(page, one.markdown, one.colorScheme);
      const box = await page.locator('main').boundingBox();
      expect(box?.width).toBe(SUMMARY_WIDTH);
      // neither twelve rows nor 300 may bury it
      const sections = await page.locator('main :is(h3, table, .picture):visible').evaluateAll((all) =>
        all.map((one) => ({
          name: one.localName === 'h3' ? one.textContent : one.localName,
          y: one.getBoundingClientRect().y,
        })),
      );
      const wrong = sections.findIndex(({ name }) => name === 'What went wrong');
      expect(wrong).toBe(one.markdown.includes('### What went wrong') ? 0 : -1);
      expect(sections.map(({ y }) => y)).toEqual(sections.map(({ y }) => y).sort((a, b) => a - b));
      const rows = await page.locator('main table').first().locator('tbody tr:visible').count();
      expect(rows).toBeLessThanOrEqual(20);
      expect(await page.locator('.picture svg').count()).toBe(one.markdown.includes('```mermaid') ? 1 : 0);
      expect(await page.locator('main img, main script, main h1').count()).toBe(0);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});
