import { describe, expect, it } from 'vitest';
import type { AttemptOutcome } from '../../../../src/outcome.ts';
import { anAttempt } from '../../../support/builders.ts';
import { writeReport } from '../../../support/html-report.ts';
import { aSession } from '../../../support/report.ts';
import { aRun, issue, minutes, noBrowser, shownIssues, usePages } from '../../../support/report-page.ts';
import { aTempFolder } from '../../../support/temp-folder.ts';

const pages = usePages();

/** Four sessions whose order is another one in each column; of two the tokens or the cost are unknown. */
function ofEveryOrder(): AttemptOutcome[] {
  const cancelled = { state: 'cancelled', class: 'cancelled', reason: 'b: time budget' } as const;
  const failed = { state: 'failed', class: 'agent', reason: 'd: exit code 3' } as const;
  return [
    anAttempt({
      ...{ issue: issue(2), stage: 'review', agent: 'writer', ...minutes(0, 3) },
      session: aSession({ input: 900, costUsd: 10, lastMessage: 'a' }),
    }),
    anAttempt({
      ...{ issue: issue(10), stage: 'plan', agent: 'coder', ...minutes(1, 70) },
      session: aSession({ input: 90_000, costUsd: undefined, lastMessage: 'e' }),
    }),
    anAttempt({
      ...{ issue: issue(21), stage: 'work', agent: 'planner', ...minutes(2, 2.5), verdict: cancelled },
      session: aSession({ input: 8000, costUsd: 9 }),
    }),
    anAttempt({
      ...{ issue: issue(3), stage: 'implement', agent: 'reviewer', ...minutes(3, 5), verdict: failed },
      session: aSession({ tokens: undefined, costUsd: 0.5 }),
    }),
  ];
}

describe.skipIf(noBrowser)('the overview', () => {
  it('says how it went, in numbers', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())));
    await expect(page.locator('#overview h1').textContent()).resolves.toBe(
      'Vik: 1 of 3 stage runs failed, 2 completed',
    );
    expect(await page.locator('#overview header > p').innerText()).toBe('Drained after 2 pulls.');
    expect(await page.locator('#overview .facts').first().innerText()).toContain(
      '$0.25, unknown for 1 session',
    );
  });

  it('sorts by every column, both ways', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), { attempts: ofEveryOrder() }));
    const heads = page.locator('#session-table th');
    const found: Record<string, readonly string[]> = {};
    for (const head of await heads.all()) {
      const name = await head.innerText();
      for (const direction of ['ascending', 'descending']) {
        await head.getByRole('button').click();
        found[`${name} ${direction}`] = await shownIssues(page);
        expect(
          await heads.evaluateAll((all) =>
            all.flatMap((one) => (one.ariaSort === null ? [] : [`${one.textContent} ${one.ariaSort}`])),
          ),
        ).toEqual([`${name} ${direction}`]);
      }
    }
    const both = (name: string, ...issues: readonly number[]) => {
      const ascending = issues.map((id) => `#${id}`);
      return { [`${name} ascending`]: ascending, [`${name} descending`]: ascending.toReversed() };
    };
    expect(found).toEqual({
      ...both('Issue', 2, 3, 10, 21),
      ...both('Stage', 3, 10, 2, 21),
      ...both('Agent', 10, 21, 3, 2),
      'Result ascending': ['#21', '#2', '#10', '#3'],
      'Result descending': ['#3', '#2', '#10', '#21'],
      ...both('Started (UTC)', 2, 10, 21, 3),
      ...both('Duration', 21, 3, 2, 10),
      'Tokens ascending': ['#2', '#21', '#10', '#3'],
      'Tokens descending': ['#10', '#21', '#2', '#3'],
      'Cost ascending': ['#3', '#21', '#2', '#10'],
      'Cost descending': ['#2', '#21', '#3', '#10'],
      ...both('Reason, last message', 2, 21, 3, 10),
    });
  });

  it('opens a session from anywhere in its row, and not when a text is marked', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())));
    await page.locator('tr', { hasText: 'Break the build' }).getByText('1m 00s').click();
    expect(await page.locator('#session-heading').innerText()).toBe('#2 work failed (agent)');
    await page.goBack();
    await page.evaluate(() =>
      getSelection()?.selectAllChildren(document.querySelector('h1') ?? document.body),
    );
    await page.locator('tr', { hasText: 'Break the build' }).getByText('1m 00s').dispatchEvent('click');
    expect(await page.locator('#overview').isVisible()).toBe(true);
  });

  it('says why a session failed and what its agent said last, without the marks of Markdown', async () => {
    const failed = anAttempt({
      issue: issue(1),
      verdict: { state: 'failed', class: 'agent', reason: 'hook `after_run` failed' },
      session: aSession({ lastMessage: '## Summary\n\nI **tried** `npm test`.\n\n- a' }),
    });
    const done = anAttempt({ issue: issue(2), session: aSession({ lastMessage: 'All _done_.' }) });
    const page = await pages.open(
      await writeReport(aTempFolder(), { attempts: [failed, done], detail: 'the limit `max_cost_usd`' }),
    );
    expect(await page.locator('#session-table td:last-child').allInnerTexts()).toEqual([
      'hook after_run failed\nI tried npm test. …',
      'All done.',
    ]);
    expect(await page.locator('.why').innerText()).toBe('Why: the limit max_cost_usd');
    expect(await page.locator('#session-table code, .why code').allTextContents()).toEqual([
      'max_cost_usd',
      'after_run',
    ]);
  });

  it('keeps the head of its table in sight', async () => {
    const attempts = Array.from({ length: 100 }, (_, id) => anAttempt({ issue: issue(id) }));
    const page = await pages.open(await writeReport(aTempFolder(), { attempts }));
    await page.locator('#session-table tr').last().scrollIntoViewIfNeeded();
    expect(await page.getByRole('columnheader', { name: 'Duration' }).boundingBox()).toMatchObject({
      y: (await page.locator('.tall').boundingBox())?.y,
    });
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
      'coder, started 10:01:00 UTC, 1m 00s',
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
    expect(await range()).toBe('0s to 10m 00s after the start');
    await page.getByRole('button', { name: 'Zoom in' }).click();
    expect(await range()).toBe('2m 30s to 7m 30s after the start');
    await page.getByRole('button', { name: 'Zoom out' }).click();
    expect(await range()).toBe('0s to 10m 00s after the start');
    expect(await page.getByRole('button', { name: 'Zoom out' }).isDisabled()).toBe(true);
    await page.locator('.bar').first().focus();
    await page.keyboard.press('+');
    expect(await range()).toBe('45s to 5m 45s after the start');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await range()).toBe('1m 45s to 6m 45s after the start');
    await page.keyboard.press('0');
    expect(await range()).toBe('0s to 10m 00s after the start');
    await page.locator('.axis-track').hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await expect.poll(range).toBe('1m 00s to 9m 00s after the start');
    const box = await page.locator('.axis-track').boundingBox();
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0), (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await page.mouse.up();
    expect(await range()).toBe('0s to 8m 00s after the start');
    await page.mouse.move(0, 0);
  });

  it('zooms to where bars are, and has their lanes in sight', async () => {
    const attempts = Array.from({ length: 61 }, (_, id) =>
      anAttempt({ issue: issue(id), ...(id < 60 ? minutes(id, id + 0.5) : minutes(200, 201)) }),
    );
    const page = await pages.open(await writeReport(aTempFolder(), { attempts }));
    const inSight = () =>
      page.locator('.lanes').evaluate((area) => {
        const { left = 0 } = area.querySelector('.axis-track')?.getBoundingClientRect() ?? {};
        const { top, bottom, right } = area.getBoundingClientRect();
        return [...area.querySelectorAll('.bar')].flatMap((bar) => {
          const box = bar.getBoundingClientRect();
          const isSeen = box.right >= left && box.left <= right && box.bottom > top && box.top < bottom;
          return isSeen ? [bar.getAttribute('href')] : [];
        });
      });
    for (const _ of [1, 2, 3, 4, 5]) await page.getByRole('button', { name: 'Zoom in' }).click();
    expect(await inSight()).not.toEqual([]);
    await page.getByRole('button', { name: 'Show all' }).click();
    const bar = page.getByRole('link', { name: /^#10 plan/ });
    await bar.focus();
    for (const _ of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await page.keyboard.press('+');
    expect(await inSight()).toEqual(['#session-11']);
    await page.keyboard.press('End');
    expect(await inSight()).toEqual(['#session-61']);
  });

  it('says what colours and keys mean', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())));
    expect((await page.locator('.legend').innerText()).split('\n').slice(0, 3)).toEqual([
      'completed',
      'failed',
      'Ctrl and the wheel zoom, dragging moves.',
    ]);
  });

  it('has a link and code in what is said of an issue that did not move', async () => {
    const unmoved = [{ issue: issue(7), stage: 'plan' }];
    const attempts = [anAttempt({ issue: issue(7) })];
    const page = await pages.open(await writeReport(aTempFolder(), { attempts, unmoved }));
    const item = page.locator('#unmoved li');
    expect(await item.getByRole('link', { name: '#7' }).getAttribute('href')).toBe(
      'https://github.com/o/r/issues/7',
    );
    expect(await item.locator('code').allTextContents()).toEqual(['todo', 'plan']);
    expect(await item.innerText()).toMatch(/^#7 is still todo after plan completed: the next run/);
  });

  it('has figures below each other', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())));
    const right = await page
      .locator('#session-table tr:first-child > *')
      .evaluateAll((cells) =>
        cells.flatMap((cell, index) => (getComputedStyle(cell).textAlign === 'right' ? [index % 9] : [])),
      );
    expect(right).toEqual([5, 6, 7, 5, 6, 7]);
  });

  it('is of use without a session, and in a dry run', async () => {
    const idle = await pages.open(
      await writeReport(aTempFolder(), { searched: '0 open issues with label `todo`' }),
    );
    expect(await idle.locator('main:visible').innerText()).toContain('Found: 0 open issues with label todo');
    expect(await idle.locator('.why').getAttribute('class')).toBe('why neutral');
    const dry = await pages.open(
      await writeReport(
        aTempFolder(),
        { planned: [{ issue: issue(7), stage: 'plan', agent: 'coder' }] },
        { dryRun: true },
      ),
    );
    expect(await dry.locator('main:visible').innerText()).toMatch(
      /dry run, 1 stage run would start[\s\S]*Would start[\s\S]*#7 Task 7/,
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
