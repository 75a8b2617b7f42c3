import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/outcome.ts';
import { StopRequest } from '../../src/stop.ts';
import type { FakeScript } from '../support/agent/fake-agent.ts';
import { createFakeSessions, type FakeSessionOptions } from '../support/agent/fake-session.ts';

interface Case {
  readonly name: string;
  readonly script: FakeScript;
  readonly profile?: FakeSessionOptions['profile'];
  readonly verdict: Verdict;
  readonly warnings?: readonly string[];
}

const completed: Verdict = { state: 'completed' };
const codexDone = [
  { json: { type: 'thread.started', thread_id: 't' } },
  { json: { type: 'turn.completed' } },
];

describe('a session is judged by the first rule that holds', () => {
  const cases: readonly Case[] = [
    {
      name: '1: over its time limit',
      script: [{ print: 'working' }, { hang: true }],
      profile: { timeoutMs: 600 },
      verdict: { state: 'failed', class: 'timeout', reason: 'timed out after 0.01 min' },
    },
    {
      name: '1: over its time limit, though it says completed while it is ended',
      script: [
        { onSignal: { signal: 'SIGINT', steps: [{ json: { kind: 'completed' } }, { exit: 0 }] } },
        { print: 'working' },
        { hang: true },
      ],
      profile: { timeoutMs: 600 },
      verdict: { state: 'failed', class: 'timeout', reason: 'timed out after 0.01 min' },
    },
    {
      name: '1: over its time limit, and ignores what it can',
      script: [{ ignore: ['SIGINT', 'SIGTERM', 'SIGHUP'] }, { print: 'working' }, { hang: true }],
      profile: { timeoutMs: 600 },
      verdict: { state: 'failed', class: 'timeout', reason: 'timed out after 0.01 min' },
    },
    {
      name: '1: without a sign of life',
      script: [{ print: 'working' }, { hang: true }],
      profile: { stallMs: 300 },
      verdict: { state: 'failed', class: 'stalled', reason: 'stalled: no sign of life for 0.005 min' },
    },
    {
      name: '3: says a failure and exits with 0',
      script: [{ json: { kind: 'error', detail: 'no such branch' } }, { exit: 0 }],
      verdict: { state: 'failed', class: 'agent', reason: 'no such branch' },
    },
    {
      name: '3: says a failure of its provider',
      script: [{ json: { kind: 'error', detail: 'unexpected status 429 Too Many Requests' } }, { exit: 1 }],
      verdict: { state: 'failed', class: 'provider', reason: 'unexpected status 429 Too Many Requests' },
    },
    {
      name: '3: the last terminal word counts, a failure',
      script: [{ json: { kind: 'completed' } }, { json: { kind: 'error', detail: 'not really' } }],
      verdict: { state: 'failed', class: 'agent', reason: 'not really' },
    },
    {
      name: '4: the last terminal word counts, a success',
      script: [{ json: { kind: 'error', detail: 'not yet' } }, { json: { kind: 'completed' } }],
      verdict: completed,
    },
    {
      name: '4: says completed and exits with 3',
      script: [{ json: { kind: 'completed' } }, { exit: 3 }],
      verdict: completed,
      warnings: ['it said that it completed, then ended with exit code 3'],
    },
    {
      name: '4: says completed and hangs',
      script: [{ json: { kind: 'completed' } }, { hang: true }],
      profile: { exitGraceMs: 200 },
      verdict: completed,
      warnings: ['it did not exit within 0.2 s of its last word and was ended'],
    },
    {
      name: '4: says completed twice, and has its time to exit after the last word',
      script: [
        ...[{ json: { kind: 'completed' } }, { sleepMs: 1_300 }],
        ...[{ json: { kind: 'completed' } }, { sleepMs: 1_300 }],
      ],
      profile: { exitGraceMs: 2_400 },
      verdict: completed,
    },
    {
      name: '4: says completed again and again, and has its time limit all the same',
      script: Array.from({ length: 50 }, () => [{ json: { kind: 'completed' } }, { sleepMs: 100 }]).flat(),
      profile: { exitGraceMs: 1_100, timeoutMs: 1_500 },
      verdict: completed,
      warnings: ['it went on after its last word until its time limit and was ended'],
    },
    {
      name: '3: says a failure and hangs',
      script: [{ json: { kind: 'error', detail: 'gave up' } }, { hang: true }],
      profile: { exitGraceMs: 200 },
      verdict: { state: 'failed', class: 'agent', reason: 'gave up' },
      warnings: ['it did not exit within 0.2 s of its last word and was ended'],
    },
    {
      name: '5: exits with 3',
      script: [{ stderr: 'reading\nno such file: x\n' }, { exit: 3 }],
      verdict: { state: 'failed', class: 'agent', reason: 'exit code 3: no such file: x' },
    },
    {
      name: '5: is killed',
      script: [{ print: 'working' }, { kill: 'SIGKILL' }],
      verdict: { state: 'failed', class: 'agent', reason: 'killed by SIGKILL' },
    },
    {
      name: '5: crashes',
      script: [{ kill: 'SIGSEGV' }],
      verdict: { state: 'failed', class: 'agent', reason: 'killed by SIGSEGV' },
    },
    {
      name: '6: codex exits with 0 and without a word',
      script: [{ exit: 0 }],
      profile: { runtime: 'codex' },
      verdict: { state: 'failed', class: 'agent', reason: 'ended without a result' },
    },
    {
      name: '6: claude exits with 0 after half a line',
      script: [{ printPart: '{"type":"result","subt' }],
      profile: { runtime: 'claude_code' },
      verdict: { state: 'failed', class: 'agent', reason: 'ended without a result' },
    },
    { name: '6: a command exits with 0 and without a word', script: [{ exit: 0 }], verdict: completed },
    {
      name: '4: codex completes, its last line without a newline',
      script: [{ print: 'not JSON' }, { printPart: '{"type":"turn.completed"}' }],
      profile: { runtime: 'codex' },
      verdict: completed,
    },
  ];
  it.each(cases)('$name', async ({ script, profile, verdict, warnings = [] }) => {
    using sessions = createFakeSessions();
    const outcome = await sessions.run(script, profile === undefined ? {} : { profile });
    expect({ verdict: outcome.verdict, warnings: outcome.warnings }).toEqual({ verdict, warnings });
  });

  it('2: the program is not on the PATH of the child', async () => {
    using sessions = createFakeSessions();
    const outcome = await sessions.run([], { profile: { command: ['no-such-agent'] } });
    expect(outcome.verdict).toEqual({
      state: 'failed',
      class: 'setup',
      reason:
        '`no-such-agent` was not found on PATH (/usr/bin:/bin): install it before this step, or give its path',
    });
  });

  it('2: the program is not executable', async () => {
    using sessions = createFakeSessions();
    const program = join(sessions.folder, 'agent.sh');
    writeFileSync(program, 'echo hi', { mode: 0o600 });
    const outcome = await sessions.run([], { profile: { command: [program] } });
    expect(outcome.verdict).toMatchObject({ state: 'failed', class: 'setup' });
  });
});

describe('a session that is told to stop', () => {
  const stops: readonly { readonly reason: unknown; readonly says: string }[] = [
    { reason: new StopRequest('shutdown', 'SIGINT'), says: 'cancelled by the runner' },
    { reason: new StopRequest('time-budget', 'the time budget is used up'), says: 'time budget' },
    { reason: new Error('the token is refused'), says: 'the token is refused' },
  ];
  it.each(stops)('is cancelled: $says', async ({ reason, says }) => {
    using sessions = createFakeSessions();
    const stop = new AbortController();
    const started = join(sessions.workspace, 'started');
    const running = sessions.run([{ write: { path: 'started', text: '' } }, { hang: true }], {
      signal: stop.signal,
    });
    await expect.poll(() => existsSync(started)).toBe(true);
    stop.abort(reason);
    expect((await running).verdict).toEqual({ state: 'cancelled', class: 'cancelled', reason: says });
  });

  it('is not started when that was before its start', async () => {
    using sessions = createFakeSessions();
    const signal = AbortSignal.abort(new StopRequest('shutdown', 'SIGINT'));
    const outcome = await sessions.run([{ write: { path: 'started', text: '' } }], { signal });
    expect(outcome.verdict).toEqual({
      state: 'cancelled',
      class: 'cancelled',
      reason: 'cancelled by the runner',
    });
    expect(existsSync(join(sessions.workspace, 'started'))).toBe(false);
  });

  it('is not started in a workspace that is no longer what it was', async () => {
    using sessions = createFakeSessions();
    const checkPlace = () => Promise.reject(new Error('found a symbolic link'));
    const outcome = await sessions.run([{ write: { path: 'started', text: '' } }], { checkPlace });
    expect(outcome.verdict).toEqual({ state: 'failed', class: 'setup', reason: 'found a symbolic link' });
    expect(existsSync(join(sessions.workspace, 'started'))).toBe(false);
  });

  it('keeps the outcome of a terminal word that came first', async () => {
    using sessions = createFakeSessions();
    const stop = new AbortController();
    const running = sessions.run([...codexDone, { hang: true }], {
      signal: stop.signal,
      profile: { runtime: 'codex', exitGraceMs: 60_000 },
    });
    await expect
      .poll(() => existsSync(join(sessions.folder, 'transcript.jsonl')) && sessions.transcript().length)
      .toBe(3);
    stop.abort(new StopRequest('shutdown', 'SIGINT'));
    expect((await running).verdict).toEqual(completed);
  });
});
