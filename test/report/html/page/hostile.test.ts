/** What a hostile agent or issue can't do to whoever reads the report. */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anIssue } from '../../../support/builders.ts';
import { aSessionOnDisk, writeReport } from '../../../support/html-report.ts';
import { aSession, aSkip } from '../../../support/report.ts';
import { noBrowser, usePages } from '../../../support/report-page.ts';
import { aTempFolder } from '../../../support/temp-folder.ts';

const pages = usePages();

const HOSTILE = [
  '<script>window.ran = 1</script>',
  '</script><script>window.ran = 1</script>',
  '<!--<script>',
  '--></script></main><img src=x onerror="window.ran = 1">',
  '<svg onload="window.ran = 1"><iframe srcdoc="<script>parent.ran = 1</script>">',
  '[click](javascript:window.ran=1) ![p](https://evil.example/p.png) <a href="javascript:window.ran=1">x</a>',
  '[a]: javascript:window.ran=1\n[a] [b](data:text/html,<script>window.ran=1</script>)',
  '" autofocus onfocus="window.ran = 1" x="',
  '</style><style>@import "https://evil.example/";</style><link rel=prefetch href=https://evil.example>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<form action=https://evil.example><button>Send</button></form>',
  `${'> '.repeat(5000)}x`,
  `${'['.repeat(20_000)}x`,
  '\u202e\u0000\u001b[31m\ud800',
  '__proto__',
];

describe.skipIf(noBrowser)('a hostile run', () => {
  it('runs nothing, loads nothing and leads nowhere but to the web', async () => {
    const folder = aTempFolder();
    const attempts = HOSTILE.map((text) =>
      aSessionOnDisk(
        folder,
        {
          events: [
            { kind: 'message', text },
            {
              kind: 'tool_call',
              call_id: text,
              name: text,
              phase: 'request',
              input: { command: text },
              raw: text,
            },
            { kind: 'tool_call', call_id: text, name: text, phase: 'result', output: [{ text }], raw: text },
            { kind: 'retrying', attempt: 1, detail: text },
            { kind: 'subagent', action: text, status: text, raw: text },
            { kind: text, event_type: text },
            { kind: 'session_started', session_id: text },
            text.replaceAll('\n', ' '),
          ],
          prompt: text,
          stderr: text,
        },
        {
          issue: anIssue({ id: text, ref: text, title: text, url: text }),
          stage: text,
          agent: text,
          agentVersion: text,
          verdict: { state: 'failed', class: 'agent', reason: text },
          session: aSession({ lastMessage: text, sessionId: text }),
          warnings: [text],
        },
      ),
    );
    const skipped = HOSTILE.map((text) =>
      aSkip({ reason: 'changed', ref: text, title: text, url: text, state: text, detail: text }),
    );
    const file = await writeReport(
      folder,
      { attempts, skipped, detail: HOSTILE[0], notUndone: HOSTILE },
      { runUrl: 'javascript:alert(1)', repository: HOSTILE.join(' ') },
    );
    const page = await pages.open(file);
    const look = async () => {
      // all at once: one after the other they take half a minute
      await page.locator('details:not([open]) > summary:visible, .raw-toggle:visible').evaluateAll((all) => {
        for (const one of all) if (one instanceof HTMLElement) one.click();
      });
      await page.locator('details:not([open]) > summary:visible').waitFor({ state: 'detached' });
      const found = await page.evaluate(() => ({
        elements: [
          ...document.querySelectorAll(
            'img, iframe, object, embed, form, link, base, main style, main script',
          ),
        ].map((one) => one.outerHTML.slice(0, 99)),
        handlers: [...document.querySelectorAll('*')].flatMap((one) =>
          one.getAttributeNames().filter((name) => name.startsWith('on')),
        ),
        links: [...document.querySelectorAll('a')].map((one) => one.protocol),
        ran: 'ran' in window,
      }));
      expect({
        ...found,
        links: [...new Set(found.links)].filter((one) => !['file:', 'https:'].includes(one)),
      }).toEqual({
        elements: [],
        handlers: [],
        links: [],
        ran: false,
      });
    };
    await look();
    for (const [index] of HOSTILE.entries()) {
      await page.goto(`file://${file}#session-${index + 1}`);
      await page.locator('.conversation > li').nth(6).waitFor();
      await look();
    }
  });

  it('does not stop the browser with one message', async () => {
    const folder = aTempFolder();
    const events = ['> ', '[', '*a ', '- '].map((part) => ({
      kind: 'message',
      text: part.repeat(60_000 / part.length),
    }));
    const attempt = aSessionOnDisk(folder, { events }, { issue: anIssue({ id: '1' }) });
    const startedAt = performance.now();
    const page = await pages.open(await writeReport(folder, { attempts: [attempt] }), '#session-1');
    await page.locator('.conversation > li').nth(3).waitFor();
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  it('would be stopped by the policy, if an element got through', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = z.object({ port: z.number() }).parse(server.address());
    const file = await writeReport(aTempFolder());
    const picture = `http://127.0.0.1:${port}/x.png`;
    const hostile = `<script>window.ran = 1</script><img src="${picture}" onerror="window.ran = 1">`;
    writeFileSync(file, readFileSync(file, 'utf8').replace('</main>', `${hostile}</main>`));
    const page = await pages.open(file);
    await expect.poll(() => pages.complaints().length).toBe(4);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(pages.takeComplaints().filter((one) => !one.includes('Content Security Policy'))).toEqual([
      `request: ${picture}`,
    ]);
    expect(asked).toEqual([]);
    server.close();
  });
});
