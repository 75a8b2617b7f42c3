import { describe, expect, it } from 'vitest';
import { anAttempt } from '../../../support/builders.ts';
import { writeReport } from '../../../support/html-report.ts';
import { aRun, issue, minutes, noBrowser, shownIssues, usePages } from '../../../support/report-page.ts';
import { aTempFolder } from '../../../support/temp-folder.ts';

const pages = usePages();

describe.skipIf(noBrowser)('the overview', () => {
  it('says how it went, in numbers', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())));
    await expect(page.locator('#overview h1').textContent()).resolves.toBe(
      'Vik: 1 of 3 stage runs failed, 2 completed; drained after 2 pulls',
    );
    expect(await page.locator('#overview .facts').first().innerText()).toContain(
      '$0.25, unknown for 1 session',
    );
  });

  it('sorts by every column, both ways', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())));
    const sort = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click();
      return shownIssues(page);
    };
    expect(await sort('Issue')).toEqual(['#1', '#2', '#10']);
    expect(await sort('Issue')).toEqual(['#10', '#2', '#1']);
    expect(
      await page
        .locator('th[aria-sort]')
        .evaluateAll((heads) => heads.map((head) => [head.textContent, head.ariaSort])),
    ).toEqual([['Issue', 'descending']]);
    expect(await sort('Duration')).toEqual(['#2', '#1', '#10']);
    expect(await sort('Tokens')).toEqual(['#2', '#1', '#10']);
    expect(await sort('Result')).toEqual(['#1', '#10', '#2']);
    expect(await sort('Started')).toEqual(['#1', '#2', '#10']);
  });

  it('filters by words and by result, the timeline too, and says how many are left', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())));
    await page.getByLabel('Filter').fill('login plan');
    expect(await shownIssues(page)).toEqual(['#1']);
    expect(await page.locator('.bar:visible').count()).toBe(1);
    expect(await page.getByText('1 of 3 sessions').isVisible()).toBe(true);
    await page.getByLabel('Filter').fill('');
    await page.getByLabel('Result').selectOption('failed');
    expect(await shownIssues(page)).toEqual(['#2']);
    await page.getByLabel('Filter').fill('no such thing');
    expect(await shownIssues(page)).toEqual([]);
  });

  it('has a bar for each session, that tells more when the mouse is over it', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())));
    const tip = page.getByRole('tooltip');
    expect(await tip.isVisible()).toBe(false);
    await page.locator('.bar').nth(1).hover();
    expect((await tip.innerText()).split('\n')).toEqual([
      '#2 work: failed (agent)',
      'Break the build',
      'coder, 1m 00s',
      'exit code 3',
    ]);
    await page.locator('#overview h1').hover();
    expect(await tip.isVisible()).toBe(false);
    await page.locator('.bar').first().click();
    expect(await page.locator('h1#session-heading').innerText()).toBe('#1 plan completed');
  });

  it('zooms with buttons, keys and the wheel, and moves with keys and the mouse', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())));
    const range = () => page.locator('.timeline output').innerText();
    const lanes = page.locator('.lanes');
    expect(await range()).toBe('0.0s to 10m 00s after the start');
    await page.getByRole('button', { name: 'Zoom in' }).click();
    expect(await range()).toBe('2m 30s to 7m 30s after the start');
    await page.getByRole('button', { name: 'Zoom out' }).click();
    expect(await range()).toBe('0.0s to 10m 00s after the start');
    expect(await page.getByRole('button', { name: 'Zoom out' }).isDisabled()).toBe(true);
    await lanes.focus();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowLeft');
    expect(await range()).toBe('1m 30s to 6m 30s after the start');
    await page.keyboard.press('0');
    expect(await range()).toBe('0.0s to 10m 00s after the start');
    await page.locator('.axis-track').hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await expect.poll(range).toBe('1m 00s to 9m 00s after the start');
    const box = await page.locator('.axis-track').boundingBox();
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0), box?.y ?? 0);
    await page.mouse.up();
    expect(await range()).toBe('0.0s to 8m 00s after the start');
    await page.mouse.move(0, 0);
  });

  it('is of use without a session, and in a dry run', async () => {
    const idle = await pages.open(
      await writeReport(aTempFolder(), { searched: '0 open issues with label `todo`' }),
    );
    expect(await idle.locator('main:visible').innerText()).toContain(
      'Looked for: 0 open issues with label `todo`',
    );
    const dry = await pages.open(
      await writeReport(
        aTempFolder(),
        { planned: [{ issue: issue(7), stage: 'plan', agent: 'coder' }] },
        { dryRun: true },
      ),
    );
    expect(await dry.locator('main:visible').innerText()).toMatch(
      /dry run: 1 stage run would start[\s\S]*Would start[\s\S]*#7 Task 7/,
    );
  });

  it('shows 300 sessions', async () => {
    const attempts = Array.from({ length: 300 }, (_, id) =>
      anAttempt({ issue: issue(id), ...minutes(id % 50, (id % 50) + 3) }),
    );
    const page = await pages.open(await writeReport(aTempFolder(), { attempts }));
    expect(await page.locator('.bar').count()).toBe(300);
    await page.getByLabel('Filter').fill('#299');
    expect(await shownIssues(page)).toEqual(['#299']);
  });
});
