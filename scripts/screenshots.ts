/**
 * Makes the pictures of the README, docs/images/summary.png and report.png, from a real run of the demo. With
 * `--cases <folder>` it puts there, light and dark, the summaries that tests look at.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startBrowser } from '../test/support/browser.ts';
import { summaryCases } from '../test/support/summary-cases.ts';
import { showSummary } from '../test/support/summary-page.ts';

const { values } = parseArgs({ options: { cases: { type: 'string' } } });

await using browser = await startBrowser({ viewport: { width: 1000, height: 1100 } });
const page = await browser.context.newPage();
if (values.cases === undefined) await takeReadmePictures(page, path.resolve('docs/images'));
else await takeCases(page, path.resolve(values.cases));

async function takeReadmePictures(page: Page, folder: string): Promise<void> {
  const output = execFileSync(process.execPath, [path.join(import.meta.dirname, 'demo.ts')], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const summary = /^--- job summary -+\n\n([\s\S]*?)\n\n--- issues afterwards/m.exec(output)?.[1];
  const record = /^run record: +(.+)$/m.exec(output)?.[1];
  if (summary === undefined || record === undefined)
    throw new Error('the demo printed no summary or no record');
  mkdirSync(folder, { recursive: true });
  await showSummary(page, summary, 'light');
  // down to the timeline: what follows would make the picture too long for the README
  const end = await page.getByRole('heading', { name: 'Not moved' }).boundingBox();
  if (end === null) throw new Error('the summary of the demo has no `Not moved`');
  await page.screenshot({
    path: path.join(folder, 'summary.png'),
    fullPage: true,
    clip: { x: 0, y: 0, width: 1000, height: end.y },
  });
  await page.setViewportSize({ width: 1240, height: 1050 });
  await page.goto(`file://${path.join(path.dirname(record), 'report.html')}`);
  await page.locator('.bar').first().waitFor();
  await page.screenshot({ path: path.join(folder, 'report.png') });
  for (const name of ['summary.png', 'report.png'])
    console.log(`${path.join(folder, name)}: ${readFileSync(path.join(folder, name)).length} bytes`);
}

async function takeCases(page: Page, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, markdown] of Object.entries(summaryCases)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await showSummary(page, markdown, colorScheme);
      await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`), fullPage: true });
    }
  }
}
