/** Keyboard, screen reader, no JavaScript. */
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { startBrowser, type Viewing } from '../../../support/browser.ts';
import { writeReport } from '../../../support/html-report.ts';
import { aRun, noBrowser, shownIssues, usePages } from '../../../support/report-page.ts';
import { aTempFolder } from '../../../support/temp-folder.ts';

const pages = usePages();

describe.skipIf(noBrowser)('for everybody', () => {
  it('works with the keyboard alone', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())));
    const focused = () =>
      page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.id);
    const tabTo = async (wanted: string) => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press('Tab');
        if ((await focused()) === wanted) return;
      }
      throw new Error(`Tab does not lead to ${wanted}`);
    };
    await tabTo('plan');
    expect(await page.getByRole('tooltip').innerText()).toContain('#1 plan: completed');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('tooltip').isVisible()).toBe(false);
    const timeline = [];
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'End', 'ArrowRight', 'Home']) {
      await page.keyboard.press(key);
      timeline.push(await focused());
    }
    expect(timeline).toEqual(['work', 'tidy', 'work', 'plan', 'tidy', 'tidy', 'plan']);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.timeline'))).toBeNull();
    await tabTo('filter-text');
    await page.keyboard.type('login');
    await tabTo('Duration');
    await page.keyboard.press('Enter');
    expect(await page.locator('th[aria-sort]').innerText()).toContain('Duration');
    await tabTo('plan');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toContain('#1 plan');
    await tabTo('Bash npm test failed 1s');
    await page.keyboard.press('Enter');
    await page.getByText('3 tests failed').waitFor();
    await page.goBack();
    await expect.poll(focused).toBe('plan');
  });

  const viewings: readonly Viewing[] = [{ colorScheme: 'light' }, { colorScheme: 'dark' }];
  it.each(viewings)('has no fault that axe finds, $colorScheme', async ({ colorScheme }) => {
    const file = await writeReport(aTempFolder(), aRun(aTempFolder()));
    for (const hash of ['', '#session-1', '#session-2']) {
      const page = await pages.open(file, hash);
      await page.emulateMedia({ colorScheme: colorScheme ?? null });
      for (const summary of await page.locator('summary:visible').all()) await summary.click();
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const checker: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } =
          Reflect.get(window, 'axe');
        const { violations } = await checker.run();
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`,
        );
      });
      expect(violations).toEqual([]);
    }
  });

  it('has headline and table without JavaScript', async () => {
    await using without = await startBrowser({ javaScriptEnabled: false });
    const page = await without.context.newPage();
    await page.goto(`file://${await writeReport(aTempFolder(), aRun(aTempFolder()))}`);
    expect(await page.locator('h1').innerText()).toContain('1 of 3 stage runs failed');
    expect(await shownIssues(page)).toEqual(['#1', '#2', '#10']);
    expect(await page.locator('noscript').innerText()).toContain('need JavaScript');
    expect(await page.locator('#timeline-section').isVisible()).toBe(false);
    expect(await page.locator('main:visible').innerText()).toContain('issue-concurrency-full');
  });
});
