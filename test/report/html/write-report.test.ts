import {
  appendFileSync,
  closeSync,
  openSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildPage } from '../../../scripts/build-page.ts';
import { anAttempt, anIssue } from '../../support/builders.ts';
import { aSessionOnDisk, SECRET, writeReport } from '../../support/html-report.ts';
import { aSession, aSkip } from '../../support/report.ts';
import { aTempFolder } from '../../support/temp-folder.ts';

const MIB = 1024 * 1024;
const twelve = anIssue({
  id: '12',
  ref: '#12',
  title: 'Fix the login',
  url: 'https://github.com/o/r/issues/12',
});

/** A session's block of data, as the page reads it. */
function blockOf(page: string, number: number) {
  const text = new RegExp(`id="vik-session-${number}">([\\s\\S]*?)</script>`).exec(page)?.[1] ?? '{}';
  const [detail = '{}', ...events] = text.split('\n').map((line) => JSON.parse(line));
  return { detail, events };
}

describe('report.html', () => {
  it('has what a session left, and what the run did for it', async () => {
    const folder = aTempFolder();
    const log = [
      {
        at: '2026-11-23T10:00:01Z',
        event: 'hook',
        run: 'run-1',
        issue: '12',
        stage: 'plan',
        hook: 'before_run',
      },
      {
        at: '2026-11-23T10:00:01Z',
        event: 'hook',
        run: 'run-0',
        issue: '12',
        stage: 'plan',
        hook: 'other run',
      },
      {
        at: '2026-11-23T10:00:01Z',
        event: 'hook',
        run: 'run-1',
        issue: '13',
        stage: 'plan',
        hook: 'other issue',
      },
      { at: '2026-11-23T09:59:00Z', event: 'hook', run: 'run-1', issue: '12', stage: 'plan', hook: 'before' },
    ];
    writeFileSync(
      join(folder, 'events.jsonl'),
      `${log.map((line) => JSON.stringify(line)).join('\n')}\nbroken`,
    );
    const attempt = aSessionOnDisk(
      folder,
      { events: [{ kind: 'message', text: 'hi' }], prompt: 'do it', stderr: 'oh\nno\n' },
      { issue: twelve, warnings: ['after_run failed'], session: aSession({ lastMessage: 'hi' }) },
    );
    const page = readFileSync(await writeReport(folder, { attempts: [attempt] }), 'utf8');
    expect(blockOf(page, 1)).toMatchObject({
      detail: {
        last_message: 'hi',
        warnings: ['after_run failed'],
        prompt: { head: 'do it', tail: '', left_out_bytes: 0 },
        stderr: { head: 'oh\nno', tail: '', left_out_bytes: 0 },
        events: [{ event: 'hook', stage: 'plan', hook: 'before_run' }],
        transcript: { head_lines: 1, left_out_bytes: 0 },
      },
      events: [{ kind: 'message', text: 'hi' }],
    });
  });

  it('holds no secret, wherever it stood, and is for this user only', async () => {
    const folder = aTempFolder();
    const issue = anIssue({ id: '1', title: SECRET, url: `https://x.example/${SECRET}` });
    const attempt = aSessionOnDisk(
      folder,
      { events: [{ kind: 'message', text: SECRET }, SECRET], prompt: SECRET, stderr: `${SECRET}\n` },
      {
        issue,
        verdict: { state: 'failed', class: 'agent', reason: SECRET },
        session: aSession({ lastMessage: SECRET }),
        stderrTail: SECRET,
        warnings: [SECRET],
      },
    );
    writeFileSync(
      join(folder, 'events.jsonl'),
      JSON.stringify({
        at: '2026-11-23T10:00:01Z',
        event: 'hook',
        run: 'run-1',
        issue: '1',
        stage: 'plan',
        reason: SECRET,
      }),
    );
    const file = await writeReport(folder, {
      attempts: [attempt],
      skipped: [aSkip({ reason: 'changed', title: SECRET, detail: SECRET, state: SECRET })],
      planned: [{ issue, stage: 'plan', agent: 'coder' }],
      unmoved: [{ issue: { ...issue, state: SECRET }, stage: 'plan' }],
      notUndone: [SECRET],
      detail: SECRET,
      searched: SECRET,
    });
    const page = readFileSync(file, 'utf8');
    expect(page).not.toContain(SECRET);
    expect(page.split('***').length).toBeGreaterThan(15);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('shows no character of a title that hides, turns around or colours, nor the secret behind them', async () => {
    const title = `a\u202eb\u200bc\u001b[31m ${SECRET.slice(0, 5)}\u200b${SECRET.slice(5)}`;
    const attempt = anAttempt({ issue: anIssue({ id: '1', title }) });
    const page = readFileSync(await writeReport(aTempFolder(), { attempts: [attempt] }), 'utf8');
    expect(/<\/bdi> <bdi>(.*?)<\/bdi>/.exec(page)?.[1]).toBe('abc ***');
    expect(JSON.parse(/id="vik-data">(.*?)<\/script>/.exec(page)?.[1] ?? '').sessions[0].title).toBe(
      'abc ***',
    );
  });

  it('shows no secret of which a program coloured a part, and keeps the colours of what is none', async () => {
    const folder = aTempFolder();
    const half = SECRET.slice(0, 7);
    const coloured = `key=\u001b[01;31m\u001b[K${half}\u001b[m\u001b[K${SECRET.slice(7)}`;
    const attempt = aSessionOnDisk(
      folder,
      {
        events: [
          { kind: 'message', text: coloured },
          { kind: 'message', text: '\u001b[31mred and \\u001b[31m\u001b[m' },
          coloured,
        ],
        stderr: coloured,
      },
      { issue: twelve },
    );
    const page = readFileSync(await writeReport(folder, { attempts: [attempt] }), 'utf8');
    const { detail, events } = blockOf(page, 1);
    expect([detail.stderr.head, events[0].text, events[2]]).toEqual(['key=***', 'key=***', 'key=***']);
    expect(events[1].text).toBe('\u001b[31mred and \\u001b[31m\u001b[m');
  });

  it('does not follow a link that an agent put in the place of a transcript', async () => {
    const folder = aTempFolder();
    const target = join(folder, 'target');
    writeFileSync(target, 'precious\n');
    const attempt = aSessionOnDisk(folder, {}, { issue: twelve });
    const transcript = `${attempt.transcript}.linked.jsonl`;
    symlinkSync(target, transcript);
    const page = readFileSync(await writeReport(folder, { attempts: [{ ...attempt, transcript }] }), 'utf8');
    expect(page).not.toContain('precious');
    expect(blockOf(page, 1).detail.transcript).toBeUndefined();
  });

  it('takes the place of the last report, or of a link, and writes through neither', async () => {
    const folder = aTempFolder();
    const target = join(folder, 'target');
    writeFileSync(target, 'precious');
    symlinkSync(target, join(folder, 'report.html'));
    const file = await writeReport(folder);
    expect(readFileSync(target, 'utf8')).toBe('precious');
    expect(readFileSync(file, 'utf8')).toContain('nothing to do');
  });
});

describe('the size of report.html', () => {
  it('is under 300 KB without transcripts, gzipped under 60 KB', async () => {
    const page = readFileSync(await writeReport(aTempFolder()));
    expect(page.length).toBeLessThan(200_000);
    expect(gzipSync(page).length).toBeLessThan(60_000);
  });

  it('of 300 sessions without a transcript is under 300 KB', async () => {
    const attempts = Array.from({ length: 300 }, (_, index) =>
      anAttempt({
        issue: anIssue({ id: String(index), ref: `#${index}`, title: `Fix the login of tenant ${index}` }),
        session: aSession({ sessionId: crypto.randomUUID(), input: 1000 * index, lastMessage: undefined }),
      }),
    );
    expect(statSync(await writeReport(aTempFolder(), { attempts })).size).toBeLessThan(300_000);
  });

  it('stays small with a transcript of 200 MB, whose oldest and newest parts it has', async () => {
    const folder = aTempFolder();
    const attempt = aSessionOnDisk(
      folder,
      { events: [{ kind: 'message', text: 'the oldest' }] },
      { issue: twelve },
    );
    const line = Buffer.from(`${JSON.stringify({ kind: 'message', text: 'm'.repeat(970) })}\n`);
    const file = openSync(attempt.transcript ?? '', 'a');
    const chunk = Buffer.concat(Array.from({ length: 2000 }, () => line));
    for (let written = 0; written < 200 * MIB; written += chunk.length) writeSync(file, chunk);
    closeSync(file);
    appendFileSync(attempt.transcript ?? '', `${JSON.stringify({ kind: 'message', text: 'the newest' })}\n`);
    const report = await writeReport(folder, { attempts: [attempt] });
    const { detail, events } = blockOf(readFileSync(report, 'utf8'), 1);
    expect(statSync(report).size).toBeLessThan(5 * MIB + 300_000);
    expect([events.at(0).text, events.at(-1).text]).toEqual(['the oldest', 'the newest']);
    expect(detail.transcript.bytes).toBeGreaterThan(200 * MIB);
    expect(detail.transcript.left_out_bytes).toBeGreaterThan(194 * MIB);
    expect(events.length).toBeGreaterThan(5000);
  });

  it('is limited over all sessions, and the small ones are whole', async () => {
    const folder = aTempFolder();
    const of = (count: number) =>
      aSessionOnDisk(
        folder,
        { events: Array.from({ length: count }, () => ({ kind: 'message', text: 'x'.repeat(1000) })) },
        { issue: twelve },
      );
    const report = await writeReport(
      folder,
      { attempts: [of(1000), of(10), of(1000)] },
      { maxEmbeddedBytes: MIB },
    );
    const page = readFileSync(report, 'utf8');
    expect(page.length).toBeLessThan(MIB + 200_000);
    expect([1, 2, 3].map((number) => blockOf(page, number).events.length)).toEqual([
      expect.closeTo(360, -2),
      10,
      expect.closeTo(360, -2),
    ]);
  });
});

describe('the page', () => {
  it('is the same whenever it is made', async () => {
    expect(await buildPage()).toEqual(await buildPage());
  });

  it('brings the licence of every package in it', async () => {
    const { licenses } = await buildPage();
    expect(licenses).toContain('mdast-util-from-markdown\nMIT\n');
    expect(licenses).toContain('micromark-core-commonmark\nMIT\n');
  });

  it('may run its own script and style, and load nothing', async () => {
    const { html } = await buildPage();
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy.replace(/sha256-[A-Za-z0-9+/=]{44}/g, 'HASH').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'HASH'",
      "style-src 'HASH'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });
});
