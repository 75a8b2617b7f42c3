import { appendFileSync, closeSync, openSync, writeSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aSessionOnDisk, writeReport } from '../../../support/html-report.ts';
import { aRun, issue, noBrowser, usePages } from '../../../support/report-page.ts';
import { aTempFolder } from '../../../support/temp-folder.ts';

const pages = usePages();

describe.skipIf(noBrowser)('a session', () => {
  it('reads as a conversation', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())), '#session-1');
    const items = page.locator('.conversation > li');
    expect(await items.locator('.item-title').allTextContents()).toEqual([
      'Session started',
      'Agent',
      'Bash',
      'Retry 2',
      'Tokens',
      'Cost',
      'Agent',
      'Completed',
    ]);
    const message = items.nth(1);
    expect(await message.locator('h3').innerText()).toBe('Plan');
    expect(await message.locator('strong').innerText()).toBe('change');
    expect(await message.locator('input[type=checkbox]').count()).toBe(2);
    expect(await message.locator('td').allTextContents()).toEqual(['1', '2']);
    expect(await message.locator('a').getAttribute('href')).toBe('https://docs.example/');
    const tool = items.nth(2);
    expect(await tool.locator('summary').innerText()).toBe('Bash npm testfailed 1s');
    expect(await tool.locator('details pre').count()).toBe(0);
    await tool.locator('summary').click();
    await tool.locator('details pre').first().waitFor();
    expect(await tool.locator('details pre').allTextContents()).toEqual([
      '{\n  "command": "npm test"\n}',
      '3 tests failed',
    ]);
    expect(await items.nth(3).innerText()).toContain('overloaded (HTTP 529)');
  });

  it('has its prompt, standard error, figures over time, and the raw JSON one click away', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())), '#session-1');
    const folded = { Prompt: 'Fix it, please.', 'Standard error': 'a warning' };
    for (const [name, text] of Object.entries(folded)) {
      await page.getByRole('heading', { name, exact: true }).click();
      await page.getByText(text).waitFor();
    }
    expect(
      await page.getByRole('img').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
    ).toEqual([
      'Tokens over time: 1.1k tokens at the end, in 1 step',
      'Cost over time: $0.25 at the end, in 1 step',
    ]);
    await page.getByRole('button', { name: 'Raw JSON of Bash' }).click();
    expect(await page.locator('pre.raw:visible').innerText()).toContain('"secretOfRaw": 1');
    await page.getByText('Record as JSON').click();
    expect(await page.locator('#session > details pre.raw').innerText()).toContain(
      '"session_id": "session-1"',
    );
  });

  it('can show some kinds of events only', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())), '#session-1');
    await page.getByLabel('Other events').uncheck();
    await page.getByLabel('Tool calls').uncheck();
    expect(await page.locator('.conversation > li .item-title').allTextContents()).toEqual([
      'Agent',
      'Retry 2',
      'Agent',
    ]);
  });

  it('has an address, a way back and one to the next', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())), '#session-2');
    expect(await page.title()).toBe('#2 work · Vik run');
    expect(await page.locator('#session').innerText()).toContain('exit code 3');
    await page.getByRole('heading', { name: 'Standard error' }).click();
    await page.getByText('boom').waitFor();
    await page.getByRole('link', { name: 'Next session' }).click();
    expect(await page.locator('#session-heading').innerText()).toBe('#10 tidy completed');
    await page.goBack();
    expect(await page.locator('#session-heading').innerText()).toBe('#2 work failed (agent)');
    await page.getByRole('link', { name: 'All sessions' }).click();
    expect([await page.locator('#overview').isVisible(), await page.locator('#session').isVisible()]).toEqual(
      [true, false],
    );
  });

  it('of 200 MB opens at once, says what is left out, and goes from its oldest page to its newest', async () => {
    const folder = aTempFolder();
    const attempt = aSessionOnDisk(
      folder,
      { events: [{ kind: 'message', text: 'the oldest' }] },
      { issue: issue(1) },
    );
    const file = openSync(attempt.transcript ?? '', 'a');
    const line = `${JSON.stringify({ kind: 'message', text: 'm'.repeat(970) })}\n`;
    const chunk = Buffer.from(line.repeat(2000));
    for (let written = 0; written < 200e6; written += chunk.length) writeSync(file, chunk);
    closeSync(file);
    appendFileSync(attempt.transcript ?? '', `${JSON.stringify({ kind: 'message', text: 'the newest' })}\n`);
    const report = await writeReport(folder, { attempts: [attempt] });
    const startedAt = performance.now();
    const page = await pages.open(report, '#session-1');
    await page.getByText('the oldest').waitFor();
    await page.getByRole('button', { name: 'Last' }).click();
    await page.getByText('the newest').waitFor();
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    await page.getByLabel('Messages').uncheck();
    expect(await page.locator('.conversation').innerText()).toMatch(
      /18\d\.\d MiB of 19\d\.\d MiB are left out here/,
    );
  });
});
