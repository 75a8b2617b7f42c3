import { describe, expect, it } from 'vitest';
import { createOutputs, emptyOutputs, formatOutputs } from '../../src/report/outputs.ts';
import { createRecord } from '../../src/report/record.ts';
import { anAttempt, anIssue } from '../support/builders.ts';
import { anOutcome, aSession, aSkip } from '../support/report.ts';

const redact = (text: string): string => text.replaceAll('hunter2hunter2', '***');
const paths = { report: '/root/run.json', page: '/root/report.html', sessions: '/root/sessions' };
const plain = { dryRun: false, paths, redact };

const issue = anIssue({
  id: '12',
  ref: '#12',
  title: 'fix hunter2hunter2',
  url: 'https://github.com/o/r/issues/12',
});
const first = anAttempt({
  issue,
  final: false,
  verdict: { state: 'failed', class: 'agent', reason: 'exit code 3' },
  endedAt: new Date('2026-11-23T10:01:00Z'),
  exitCode: 3,
  session: aSession({ input: 100, output: 10, costUsd: 0.1 }),
});
const second = anAttempt({
  issue,
  attempt: 2,
  startedAt: new Date('2026-11-23T10:02:00Z'),
  endedAt: new Date('2026-11-23T10:05:00Z'),
  transcript: '/root/sessions/12/plan.jsonl',
  session: aSession({ input: 200, output: 20, costUsd: 0.2, lastMessage: 'all done, hunter2hunter2' }),
});
const withoutSession = anAttempt({
  issue: anIssue({ id: 'ABC-1' }),
  stage: 'work',
  runtime: 'codex',
  verdict: { state: 'failed', class: 'setup', reason: 'before_run failed with exit code 1' },
  exitCode: undefined,
});

describe('createRecord', () => {
  it('has an entry for every attempt and every skipped issue; what is unknown is null', () => {
    const outcome = anOutcome({
      attempts: [first, second, withoutSession],
      skipped: [aSkip({ reason: 'ambiguous', state: undefined, detail: 'todo and work' })],
    });
    expect(
      createRecord(outcome, { repository: 'o/r', workflow: '/checkout/workflow.yml' }, redact),
    ).toMatchInlineSnapshot(`
      {
        "detail": null,
        "drained": true,
        "ended_at": "2026-11-23T10:10:00.000Z",
        "failed_pulls": 0,
        "not_undone": [],
        "pulls": 2,
        "reason": "drained",
        "repository": "o/r",
        "sessions": [
          {
            "agent": "coder",
            "agent_version": null,
            "attempt": 1,
            "class": "agent",
            "cost_usd": 0.1,
            "duration_ms": 60000,
            "ended_at": "2026-11-23T10:01:00.000Z",
            "exit_code": 3,
            "final": false,
            "issue": "12",
            "last_message": "done",
            "permission_denials": 0,
            "reason": "exit code 3",
            "retries": 0,
            "runtime": "command",
            "session_id": "session-1",
            "signal": null,
            "stage": "plan",
            "started_at": "2026-11-23T10:00:00.000Z",
            "state": "failed",
            "title": "fix ***",
            "tokens": {
              "cache_read": 0,
              "cache_write": 0,
              "input": 100,
              "output": 10,
            },
            "tool_calls": 3,
            "transcript": null,
            "url": "https://github.com/o/r/issues/12",
          },
          {
            "agent": "coder",
            "agent_version": null,
            "attempt": 2,
            "class": null,
            "cost_usd": 0.2,
            "duration_ms": 180000,
            "ended_at": "2026-11-23T10:05:00.000Z",
            "exit_code": 0,
            "final": true,
            "issue": "12",
            "last_message": "all done, ***",
            "permission_denials": 0,
            "reason": null,
            "retries": 0,
            "runtime": "command",
            "session_id": "session-1",
            "signal": null,
            "stage": "plan",
            "started_at": "2026-11-23T10:02:00.000Z",
            "state": "completed",
            "title": "fix ***",
            "tokens": {
              "cache_read": 0,
              "cache_write": 0,
              "input": 200,
              "output": 20,
            },
            "tool_calls": 3,
            "transcript": "/root/sessions/12/plan.jsonl",
            "url": "https://github.com/o/r/issues/12",
          },
          {
            "agent": "coder",
            "agent_version": null,
            "attempt": 1,
            "class": "setup",
            "cost_usd": null,
            "duration_ms": 192000,
            "ended_at": "2026-11-23T10:03:12.000Z",
            "exit_code": null,
            "final": true,
            "issue": "ABC-1",
            "last_message": null,
            "permission_denials": 0,
            "reason": "before_run failed with exit code 1",
            "retries": 0,
            "runtime": "codex",
            "session_id": null,
            "signal": null,
            "stage": "work",
            "started_at": "2026-11-23T10:00:00.000Z",
            "state": "failed",
            "title": "title of ABC-1",
            "tokens": null,
            "tool_calls": 0,
            "transcript": null,
            "url": null,
          },
        ],
        "skipped": [
          {
            "detail": "todo and work",
            "issue": "13",
            "reason": "ambiguous",
            "state": null,
            "title": "another issue",
          },
        ],
        "started_at": "2026-11-23T10:00:00.000Z",
        "version": 1,
        "workflow": "/checkout/workflow.yml",
      }
    `);
  });
});

describe('createOutputs', () => {
  it('counts stage runs by their last attempt, tokens and money over all of them', () => {
    const outputs = createOutputs(
      anOutcome({ attempts: [first, second, withoutSession], skipped: [aSkip({ reason: 'changed' })] }),
      plain,
    );
    expect({ ...outputs, results: JSON.parse(outputs.results) }).toMatchInlineSnapshot(`
      {
        "cancelled": "0",
        "completed": "1",
        "cost-unknown": "0",
        "cost-usd": "0.3",
        "dispatched": "2",
        "drained": "true",
        "failed": "1",
        "input-tokens": "300",
        "output-tokens": "30",
        "reason": "drained",
        "report-html-path": "/root/report.html",
        "report-path": "/root/run.json",
        "results": [
          {
            "agent": "coder",
            "attempts": 2,
            "class": null,
            "cost_usd": 0.3,
            "duration_ms": 300000,
            "issue": "12",
            "last_message": "all done, ***",
            "reason": null,
            "stage": "plan",
            "state": "completed",
            "title": "fix ***",
            "tokens": {
              "input": 300,
              "output": 30,
            },
            "url": "https://github.com/o/r/issues/12",
          },
          {
            "agent": "coder",
            "attempts": 1,
            "class": "setup",
            "cost_usd": null,
            "duration_ms": 192000,
            "issue": "ABC-1",
            "last_message": null,
            "reason": "before_run failed with exit code 1",
            "stage": "work",
            "state": "failed",
            "title": "title of ABC-1",
            "tokens": null,
            "url": null,
          },
        ],
        "results-truncated": "false",
        "sessions-path": "/root/sessions",
        "skipped": "1",
      }
    `);
  });

  it('a second visit of an issue to a state is another stage run', () => {
    const outputs = createOutputs(anOutcome({ attempts: [first, second, second] }), plain);
    expect(JSON.parse(outputs.results)).toMatchObject([{ attempts: 2 }, { attempts: 1 }]);
    expect(outputs.dispatched).toBe('2');
  });

  it('has no codes of a terminal in its texts, nor a secret that they cut in two', () => {
    const text = '\u001b[31mred\u001b[0m hunter2\u001b[1mhunter2';
    const attempt = anAttempt({
      issue,
      verdict: { state: 'failed', class: 'agent', reason: text },
      session: aSession({ lastMessage: `${text}\n\n  - one\n` }),
    });
    const { results } = createOutputs(anOutcome({ attempts: [attempt] }), plain);
    expect(JSON.parse(results)).toMatchObject([{ reason: 'red ***', last_message: 'red ***\n\n  - one\n' }]);
  });

  it('counts sessions whose cost is not known', () => {
    const unknown = anAttempt({ issue, session: aSession() });
    const outputs = createOutputs(anOutcome({ attempts: [unknown, second] }), plain);
    expect([outputs['cost-usd'], outputs['cost-unknown']]).toEqual(['0.2', '1']);
  });

  it('a dry run counts nothing and lists what would start', () => {
    const planned = [{ issue, stage: 'plan', agent: 'coder' }];
    const outputs = createOutputs(anOutcome({ planned, skipped: [aSkip({ reason: 'changed' })] }), {
      ...plain,
      dryRun: true,
    });
    expect([outputs.dispatched, outputs.skipped, JSON.parse(outputs.results)]).toEqual([
      '0',
      '0',
      [
        expect.objectContaining({
          issue: '12',
          stage: 'plan',
          agent: 'coder',
          state: 'planned',
          attempts: 0,
        }),
      ],
    ]);
  });

  it('shortens last messages when the results are too long, and says so', () => {
    const long = anAttempt({ issue, session: aSession({ lastMessage: 'é'.repeat(40_000) }) });
    const outputs = createOutputs(anOutcome({ attempts: [long, second] }), plain);
    expect(JSON.parse(outputs.results)).toMatchObject([
      { last_message: 'é'.repeat(200) },
      { last_message: 'all done, ***' },
    ]);
    expect(outputs['results-truncated']).toBe('true');
  });

  it('then drops the oldest entries, to 64 KiB at most', () => {
    const attempts = Array.from({ length: 1000 }, (_, index) =>
      anAttempt({
        issue: anIssue({ id: String(index), title: 'é'.repeat(50) }),
        startedAt: new Date(index * 1000),
      }),
    );
    const { results, 'results-truncated': truncated } = createOutputs(anOutcome({ attempts }), plain);
    const ids = JSON.parse(results).map((entry: { issue: string }) => Number(entry.issue));
    expect(Buffer.byteLength(results)).toBeLessThanOrEqual(64 * 1024);
    expect(Buffer.byteLength(results)).toBeGreaterThan(63 * 1024);
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, at) => 1000 - ids.length + at));
    expect(truncated).toBe('true');
  });

  it('without a record the paths are empty', () => {
    const outputs = createOutputs(anOutcome(), {
      ...plain,
      paths: { report: undefined, page: undefined, sessions: '/root/sessions' },
    });
    expect([outputs['report-path'], outputs['sessions-path']]).toEqual(['', '']);
  });

  it('an ending without a run sets every output too', () => {
    expect(Object.keys(emptyOutputs('bad-workflow'))).toEqual(Object.keys(createOutputs(anOutcome(), plain)));
    expect(emptyOutputs('bad-workflow')).toMatchObject({
      drained: 'false',
      reason: 'bad-workflow',
      failed: '0',
      results: '[]',
    });
  });

  it('no value can end its own block in the file', () => {
    const text = formatOutputs({ ...emptyOutputs('drained'), results: 'a\nvik_\nreason<<x\nb' });
    const block = /^results<<(\S+)\n([\s\S]*?)\n\1\n/m.exec(text);
    expect(block?.[2]).toBe('a\nvik_\nreason<<x\nb');
  });
});
