import { appendFileSync, closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/json.ts';
import { aSessionOnDisk, SECRET, START, writeReport } from '../../../support/html-report.ts';
import { aSession } from '../../../support/report.ts';
import { aRun, issue, minutes, noBrowser, usePages } from '../../../support/report-page.ts';
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
    expect(await tool.locator('summary').innerText()).toBe('Bash npm test failed 1s');
    expect(await tool.locator('details pre').count()).toBe(0);
    await tool.locator('summary').click();
    await tool.locator('details pre').first().waitFor();
    expect(await tool.locator('details pre').allTextContents()).toEqual([
      '{\n  "command": "npm test"\n}',
      '3 tests failed',
    ]);
    expect(await items.nth(3).innerText()).toContain('overloaded (HTTP 529)');
  });

  it('has its lists as in Markdown, the box of a task beside its words', async () => {
    const folder = aTempFolder();
    const text = '- one\n- [ ] write\n- [x] done\n  - inner\n';
    const tokens = { input: 5_000_000, output: 100, cacheRead: 1_234, cacheWrite: 0 };
    const attempt = aSessionOnDisk(
      folder,
      { events: [{ kind: 'message', text }] },
      { issue: issue(1), session: aSession({ tokens }) },
    );
    const page = await pages.open(await writeReport(folder, { attempts: [attempt] }), '#session-1');
    const lists = page.locator('.markdown ul');
    expect(await lists.evaluateAll((all) => all.map((one) => getComputedStyle(one).listStyleType))).toEqual([
      'disc',
      'circle',
    ]);
    const lefts = await page.locator('.markdown > ul > li').evaluateAll((items) =>
      items.map((item) => {
        const range = document.createRange();
        range.selectNodeContents(item.querySelector('p') ?? item);
        const box = item.querySelector('input')?.getBoundingClientRect();
        const words = range.getBoundingClientRect().left;
        return { words, gap: box === undefined ? undefined : words - box.right };
      }),
    );
    expect(new Set(lefts.map(({ words }) => words)).size).toBe(1);
    expect(lefts.filter(({ gap }) => gap !== undefined && gap > 2)).toHaveLength(2);
    expect(await page.locator('#session .facts').innerText()).toContain(
      'Tokens\n5.0M (5,000,000 read, 1,234 cached; 100 written)',
    );
  });

  it('has its prompt, standard error, no chart of one figure, and the raw JSON one click away', async () => {
    const page = await pages.open(await writeReport(aTempFolder(), aRun(aTempFolder())), '#session-1');
    const folded = { Prompt: 'Fix it, please.', 'Standard error': 'a warning' };
    for (const [name, text] of Object.entries(folded)) {
      await page.getByRole('heading', { name, exact: true }).click();
      await page.getByText(text).waitFor();
    }
    expect(await page.getByRole('img').count()).toBe(0);
    await page.getByRole('button', { name: 'Raw JSON of Bash' }).click();
    expect(await page.locator('pre.raw:visible').innerText()).toContain('"secretOfRaw": 1');
    await page.getByText('Record as JSON').click();
    expect(await page.locator('#session > details pre.raw').innerText()).toContain(
      '"session_id": "session-1"',
    );
  });

  it('draws how its figures grew, with the time and the most, and says in words what the run did', async () => {
    const folder = aTempFolder();
    const event = (second: number, name: string, fields: JsonObject) => ({
      ...{ at: new Date(START + second * 1000).toISOString(), event: name, run: 'run-1', issue: '1' },
      ...{ stage: 'plan', ...fields },
    });
    const log = [
      event(0, 'attempt_started', { attempt: 1, stage_run: 'b7e0' }),
      event(1, 'hook', { hook: 'before_run', outcome: 'ok', reason: null, duration_ms: 1200 }),
      event(2, 'transition', { transition: 'on_start', state: 'planning', outcome: 'written', detail: null }),
      event(30, 'session_usage', { input: 900, output: 100, cost_usd: null }),
      event(60, 'session_usage', { input: 9000, output: 1000, cost_usd: 0.1 }),
      event(150, 'session_usage', { input: 40_000, output: 1000, cost_usd: 0.4 }),
      event(151, 'attempt_ended', { attempt: 1, stage_run: 'b7e0', verdict: { state: 'completed' } }),
    ];
    writeFileSync(join(folder, 'events.jsonl'), log.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const attempt = aSessionOnDisk(folder, { events: [] }, { issue: issue(1), ...minutes(0, 3) });
    const page = await pages.open(await writeReport(folder, { attempts: [attempt] }), '#session-1');
    expect(await page.locator('.chart-figure').allInnerTexts()).toEqual([
      'Tokens over time\n41k tokens at most\nstart\n3m 00s',
      'Cost over time\n$0.40 at most\nstart\n3m 00s',
    ]);
    expect(
      await page.getByRole('img').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
    ).toEqual([
      'Tokens over time: 41k tokens at the end, in 3 steps',
      'Cost over time: $0.40 at the end, in 2 steps',
    ]);
    await page.getByRole('heading', { name: 'What the run did' }).click();
    const events = page.locator('.events > li');
    await events.first().waitFor();
    expect(await events.locator('bdi').allInnerTexts()).toEqual([
      'Attempt 1 started',
      'Hook before_run ran for 1s',
      'on_start moved the issue to planning',
      'Attempt 1 ended: completed',
    ]);
    expect(await events.first().innerText()).not.toContain('b7e0');
    await events.first().getByRole('button', { name: 'Raw JSON of attempt_started' }).click();
    expect(await events.first().innerText()).toContain('"stage_run": "b7e0"');
  });

  it('shows what was redacted, wherever it stood in Markdown', async () => {
    const folder = aTempFolder();
    const text = `The key:\n\n${SECRET}\n\n${SECRET}:${SECRET} and \`${SECRET}\` **key=${SECRET}**\n\n\`\`\`\n${SECRET}\n\`\`\``;
    const attempt = aSessionOnDisk(folder, { events: [{ kind: 'message', text }] }, { issue: issue(1) });
    const page = await pages.open(await writeReport(folder, { attempts: [attempt] }), '#session-1');
    const message = page.locator('.conversation .markdown');
    expect(await message.locator('> *').allTextContents()).toEqual([
      'The key:',
      '***',
      '***:*** and *** key=***',
      '***',
    ]);
    expect(await message.locator('hr, em').count()).toBe(0);
    expect(await message.locator('strong').innerText()).toBe('key=***');
  });

  it('shows no codes of a terminal, but in the raw JSON', async () => {
    const folder = aTempFolder();
    const red = '\u001b[31mred\u001b[0m';
    const call = { kind: 'tool_call', call_id: 'c', name: 'Bash' };
    const events = [
      { ...call, phase: 'request', input: { command: `echo ${red}` } },
      { ...call, phase: 'result', output: red },
      { kind: 'message', text: red },
      { kind: 'error', detail: red },
      red,
    ];
    const verdict = { state: 'failed', class: 'agent', reason: 'exit code 1' } as const;
    const attempt = aSessionOnDisk(folder, { events, stderr: red }, { issue: issue(1), verdict });
    const page = await pages.open(await writeReport(folder, { attempts: [attempt] }), '#session-1');
    await page.locator('.conversation summary').click();
    await page.locator('.conversation details pre').nth(1).waitFor();
    expect(await page.locator('.conversation details pre').last().innerText()).toBe('red');
    expect(await page.locator('#session').innerText()).not.toContain('[31m');
    await page.getByRole('button', { name: 'Raw JSON of Bash' }).click();
    expect(await page.locator('pre.raw:visible').innerText()).toContain('\\u001b[31mred');
  });

  it('shows a line that is no JSON as it is', async () => {
    const folder = aTempFolder();
    const lines = [
      'not json at all <b>x</b> <!-- \\u003c </script>',
      '{"kind": <b>broken</b>}',
      '"a JSON </b> string"',
      '[1, "</b>"]',
      'one\rtwo',
    ];
    const attempt = aSessionOnDisk(folder, { events: lines }, { issue: issue(1) });
    const page = await pages.open(await writeReport(folder, { attempts: [attempt] }), '#session-1');
    const items = page.locator('.conversation > li');
    expect(await items.locator('.item-head > bdi.quiet').allTextContents()).toEqual(lines);
    for (const button of await items.getByRole('button').all()) await button.click();
    expect(await items.locator('pre.raw').allTextContents()).toEqual(lines);
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
    expect(await page.getByText('boom').isVisible()).toBe(true);
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
    await page.getByText('the oldest', { exact: true }).waitFor();
    const notice = page.locator('p', { hasText: 'left out between' });
    expect(await notice.innerText()).toMatch(/^\d{4} items shown, 18\d\.\d MiB left out between/);
    const [count] = (await notice.innerText()).split(' ');
    expect(await page.locator('.toolbar output').last().innerText()).toBe(`1 to 200 of ${count}`);
    await page.getByRole('button', { name: 'Go to the gap' }).click();
    await page.locator('.item.gap:focus').waitFor();
    await page.locator('.conversation > li', { hasText: /mmm/ }).first().waitFor();
    await page.getByRole('button', { name: 'Last' }).click();
    await page.getByText('the newest', { exact: true }).waitFor();
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    await page.getByLabel('Messages').uncheck();
    expect(await page.locator('.conversation').innerText()).toMatch(
      /18\d\.\d MiB of 19\d\.\d MiB are left out here/,
    );
  });
});
