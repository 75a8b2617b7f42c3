/**
 * Makes the pictures of the README, docs/images/summary-*.png and report-*.png, light and dark, from a real run of the
 * demo. With `--cases <folder>` it puts there the summaries that tests look at.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startBrowser } from '../test/support/browser.ts';
import { summaryCases } from '../test/support/summary-cases.ts';
import { showSummary } from '../test/support/summary-page.ts';

/** About the width of a README on GitHub, so that letters are there as large as here. */
const WIDTH = 1000;
/** One that completed and one that failed. */
const SHOWN_ROWS = 2;
/** Around what is shown of a conversation; its neighbours are 12 px away. */
const MARGIN = 8;
/** Pictures stand above what a reader has come for. GitHub shows them a little smaller than this. */
const MOST_HEIGHT = 590;
const COLOR_SCHEMES = ['light', 'dark'] as const;

const { values } = parseArgs({ options: { cases: { type: 'string' } } });

await using browser = await startBrowser({
  viewport: { width: WIDTH, height: 900 },
  // letters stay sharp on a screen with small pixels
  deviceScaleFactor: values.cases === undefined ? 2 : 1,
});
const { context } = browser;
if (values.cases === undefined) await takeReadmePictures(path.resolve('docs/images'));
else await takeCases(await context.newPage(), path.resolve(values.cases));

async function takeReadmePictures(folder: string): Promise<void> {
  const { summary, report } = runDemo();
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of COLOR_SCHEMES) {
    const pictures = {
      summary: path.join(folder, `summary-${colorScheme}.png`),
      report: path.join(folder, `report-${colorScheme}.png`),
    };
    await takeSummary(await context.newPage(), summary, colorScheme, pictures.summary);
    await takeSession(await context.newPage(), report, colorScheme, pictures.report);
    for (const picture of Object.values(pictures)) console.log(`${picture}: ${statSync(picture).size} bytes`);
  }
}

function runDemo(): { readonly summary: string; readonly report: string } {
  const output = execFileSync(process.execPath, [path.join(import.meta.dirname, 'demo.ts')], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const summary = /^--- job summary -+\n\n([\s\S]*?)\n\n--- issues afterwards/m.exec(output)?.[1];
  const record = /^run record: +(.+)$/m.exec(output)?.[1];
  if (summary === undefined || record === undefined)
    throw new Error('the demo printed no summary or no record');
  return { summary, report: path.join(path.dirname(record), 'report.html') };
}

/** Its headline, what went wrong, and a few rows: the whole would be too long for the README. */
async function takeSummary(
  page: Page,
  markdown: string,
  colorScheme: (typeof COLOR_SCHEMES)[number],
  file: string,
): Promise<void> {
  await showSummary(page, markdown, colorScheme);
  const row = await page
    .locator('table')
    .first()
    .locator('tbody tr')
    .nth(SHOWN_ROWS - 1)
    .boundingBox();
  if (row === null) throw new Error(`the summary of the demo has fewer than ${SHOWN_ROWS} rows`);
  await takePart(page, file, 0, row.y + row.height);
}

/** A session's conversation, the first call that failed unfolded, as far as there is room. */
async function takeSession(
  page: Page,
  report: string,
  colorScheme: (typeof COLOR_SCHEMES)[number],
  file: string,
): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.goto(`file://${report}`);
  await page.getByLabel('Filter').fill('implement max_tries');
  await page.locator('#session-table tbody tr:visible a[href^="#session-"]').first().click();
  await page.getByLabel('Other events').uncheck();
  await page.locator('.conversation summary', { hasText: 'failed' }).first().click();
  const start = await page.getByRole('heading', { name: 'Conversation' }).boundingBox();
  const items = await page.locator('.conversation > li').all();
  const boxes = await Promise.all(items.map((item) => item.boundingBox()));
  if (start === null) throw new Error('the session of the demo has no conversation');
  const top = start.y - MARGIN;
  const ends = boxes.flatMap((box) => (box === null ? [] : [box.y + box.height + MARGIN]));
  await takePart(page, file, top, Math.max(...ends.filter((end) => end - top <= MOST_HEIGHT)));
}

async function takePart(page: Page, file: string, top: number, bottom: number): Promise<void> {
  const height = bottom - top;
  if (!(height <= MOST_HEIGHT)) throw new Error(`${file} would be ${height} px high, over ${MOST_HEIGHT}`);
  await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: top, width: WIDTH, height } });
}

async function takeCases(page: Page, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, markdown] of Object.entries(summaryCases)) {
    for (const colorScheme of COLOR_SCHEMES) {
      await showSummary(page, markdown, colorScheme);
      await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`), fullPage: true });
    }
  }
}
