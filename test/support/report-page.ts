/** report.html in a real browser, for the tests of its page. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { JsonValue } from '../../src/json.ts';
import type { RunOutcome } from '../../src/outcome.ts';
import { type Browser, findChromium, startBrowser } from './browser.ts';
import { anAttempt, anIssue } from './builders.ts';
import { aSessionOnDisk, START } from './html-report.ts';
import { aSession, aSkip } from './report.ts';

// .ci/run installs it; there, a missing one must not pass as tested
export const noBrowser = findChromium() === undefined && process.env.CI === undefined;
if (noBrowser)
  console.warn('report.html is not tested in a browser: there is no Chromium; `apt-get install chromium`');

export interface Pages {
  /** Opens a report in a new tab. */
  open(file: string, hash?: string): Promise<Page>;
  /** What the pages of this test did that a report must never do; taken, it is not held against the test. */
  takeComplaints(): readonly string[];
  /** The same without taking them. */
  complaints(): readonly string[];
}

/** A browser for the tests of a file. After each, no page may have asked for anything or said a word on its console. */
export function usePages(): Pages {
  let browser: Browser | undefined;
  let complaints: string[] = [];
  beforeAll(async () => {
    if (!noBrowser) browser = await startBrowser();
  });
  afterAll(() => browser?.[Symbol.asyncDispose]());
  afterEach(async () => {
    const found = complaints;
    complaints = [];
    // the last one: the browser ends with its last page
    for (const page of browser?.context.pages().slice(1) ?? []) await page.close();
    expect(found).toEqual([]);
  });
  return {
    async open(file, hash = '') {
      if (browser === undefined) throw new Error('the browser is not there yet');
      const page = await browser.context.newPage();
      page.on('console', (message) => complaints.push(`console: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('dialog', (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        return dialog.dismiss();
      });
      page.on('request', (request) => {
        if (request.url().split('#')[0] !== `file://${file}`) complaints.push(`request: ${request.url()}`);
      });
      page.on('popup', () => complaints.push('popup'));
      await page.goto(`file://${file}${hash}`);
      return page;
    },
    takeComplaints() {
      const found = complaints;
      complaints = [];
      return found;
    },
    complaints: () => complaints,
  };
}

/** The issues of the rows that are shown, in their order. */
export function shownIssues(page: Page): Promise<string[]> {
  return page.locator('#session-table tbody tr:visible td:first-child a').allTextContents();
}

export const issue = (id: number, title = `Task ${id}`) =>
  anIssue({ id: String(id), ref: `#${id}`, title, url: `https://github.com/o/r/issues/${id}` });
/** From one minute of the run to another. */
export const minutes = (start: number, end: number) => ({
  startedAt: new Date(START + start * 60_000),
  endedAt: new Date(START + end * 60_000),
});

/** A run with everything in it. */
export function aRun(folder: string): Partial<RunOutcome> {
  const conversation: readonly JsonValue[] = [
    { kind: 'session_started', session_id: 's-1' },
    {
      kind: 'message',
      text: '# Plan\n\nI will **change** `login.ts`:\n\n- [x] read\n- [ ] write\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nSee [the docs](https://docs.example/).',
    },
    {
      kind: 'tool_call',
      call_id: 'c1',
      name: 'Bash',
      phase: 'request',
      input: { command: 'npm test' },
      output: null,
      raw: { secretOfRaw: 1 },
    },
    {
      kind: 'tool_call',
      call_id: 'c1',
      name: 'Bash',
      phase: 'result',
      input: null,
      output: '3 tests failed',
      raw: { is_error: true },
    },
    { kind: 'retrying', attempt: 2, detail: 'overloaded (HTTP 529)' },
    { kind: 'token_usage', input: 1000, output: 100, cache_read: 0 },
    { kind: 'cost', usd: 0.25 },
    { kind: 'message', text: 'All done.' },
    { kind: 'completed' },
  ];
  return {
    attempts: [
      aSessionOnDisk(
        folder,
        { events: conversation, prompt: 'Fix it, please.', stderr: 'a warning\n' },
        {
          issue: issue(1, 'Fix the login'),
          ...minutes(0, 3),
          session: aSession({ costUsd: 0.25, lastMessage: 'All done.' }),
        },
      ),
      anAttempt({
        issue: issue(2, 'Break the build'),
        stage: 'work',
        ...minutes(1, 2),
        verdict: { state: 'failed', class: 'agent', reason: 'exit code 3' },
        stderrTail: 'boom',
      }),
      anAttempt({
        issue: issue(10, 'Tidy up'),
        stage: 'tidy',
        ...minutes(4, 9),
        session: aSession({ input: 90_000 }),
      }),
    ],
    skipped: [aSkip({ reason: 'issue-concurrency-full' })],
  };
}
