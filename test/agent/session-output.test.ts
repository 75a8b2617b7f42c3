import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StopRequest } from '../../src/stop.ts';
import { createFakeSessions } from '../support/agent/fake-session.ts';
import { aliveOf } from '../support/agent/process-alive.ts';

const completed = { state: 'completed' };

describe('what goes into an agent', () => {
  it('gets its prompt on standard input and its environment with what its runtime needs', async () => {
    using sessions = createFakeSessions();
    await sessions.run([{ savePrompt: 'prompt' }, { saveEnv: 'env' }], {
      profile: { model: 'small' },
      prompt: 'write `x`\n',
      env: { LANG: 'C.UTF-8' },
    });
    const { LANG, VIK_MODEL } = JSON.parse(sessions.read('env'));
    expect({ prompt: sessions.read('prompt'), LANG, VIK_MODEL }).toEqual({
      prompt: 'write `x`\n',
      LANG: 'C.UTF-8',
      VIK_MODEL: 'small',
    });
  });

  it('may leave a prompt of 5 MB unread', async () => {
    using sessions = createFakeSessions();
    const outcome = await sessions.run([{ closeStdin: true }, { json: { kind: 'completed' } }], {
      prompt: 'x'.repeat(5_000_000),
    });
    expect(outcome.verdict).toEqual(completed);
  });
});

describe('what comes out of an agent', () => {
  it('is in the transcript, event by event, with its time', async () => {
    using sessions = createFakeSessions();
    await sessions.run([{ print: 'hello' }, { json: { kind: 'completed' } }]);
    const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(sessions.transcript()).toEqual([
      { kind: 'message', at: isoTime, text: 'hello' },
      { kind: 'completed', at: isoTime },
    ]);
  });

  it('is followed by the snapshot', async () => {
    using sessions = createFakeSessions();
    const outcome = await sessions.run([
      { json: { kind: 'session_started', session_id: 's-1' } },
      { json: { kind: 'retrying', attempt: 1, detail: 'busy' } },
      { json: { kind: 'tool_call', call_id: 'a', name: 'sh', phase: 'request', input: { command: 'make' } } },
      { json: { kind: 'tool_call', call_id: 'a', name: 'sh', phase: 'result', output: 'ok' } },
      { json: { kind: 'token_usage', input: 100, output: 7, cache_read: 40 } },
      { json: { kind: 'cost', usd: 0.25 } },
      { print: 'all done' },
      { json: { kind: 'completed' } },
    ]);
    expect(outcome.snapshot).toEqual({
      sessionId: 's-1',
      tokens: { input: 100, output: 7, cacheRead: 40, cacheWrite: 0 },
      costUsd: 0.25,
      toolCalls: 1,
      permissionDenials: 0,
      retries: 1,
      lastMessage: 'all done',
      lastEventAt: expect.any(Date),
    });
  });

  it('is told in the log: tool calls, and retries once per reason', async () => {
    using sessions = createFakeSessions();
    await sessions.run([
      { json: { kind: 'retrying', attempt: 1, detail: 'busy' } },
      { json: { kind: 'retrying', attempt: 2, detail: 'busy' } },
      { json: { kind: 'retrying', attempt: 3, detail: 'gone' } },
      {
        json: {
          kind: 'tool_call',
          name: 'Bash',
          phase: 'request',
          input: { command: `make\n${'x'.repeat(200)}` },
        },
      },
      { json: { kind: 'tool_call', name: 'Bash', phase: 'result', output: 'ok' } },
    ]);
    expect(sessions.logLines).toEqual([
      'retrying (attempt 1): busy',
      'retrying (attempt 3): gone',
      `Bash: make ${'x'.repeat(108)}…`,
    ]);
  });

  it('may cut a character in two', async () => {
    using sessions = createFakeSessions();
    const outcome = await sessions.run([{ bytes: 'e2 82' }, { sleepMs: 50 }, { bytes: 'ac 0a' }]);
    expect(outcome.snapshot.lastMessage).toBe('€');
  });

  it('may be a line of 12 MB, which is cut and kept', async () => {
    using sessions = createFakeSessions();
    await sessions.run([{ longLine: 12_000_000 }, { print: '' }, { json: { kind: 'completed' } }]);
    const [line, last] = sessions.transcript();
    expect([
      line?.truncated,
      last?.kind,
      statSync(join(sessions.folder, 'transcript.jsonl')).size >> 20,
    ]).toEqual([true, 'completed', 10]);
  });

  it('may be much on standard error, of which the end is kept', async () => {
    using sessions = createFakeSessions();
    const outcome = await sessions.run([{ stderrBytes: 20_000_000 }, { stderr: 'the end\n' }, { exit: 1 }]);
    expect(outcome.stderrTail.endsWith('e\nthe end\n')).toBe(true);
    expect(sessions.stderrLog().slice(-80)).toContain('stops at its limit of 16777216 bytes');
  });

  it('is redacted wherever it is kept', async () => {
    using sessions = createFakeSessions();
    const outcome = await sessions.run(
      [
        { print: 'key hunter2' },
        { stderr: 'key hunter2\n' },
        { json: { kind: 'error', detail: 'bad key hunter2' } },
      ],
      { redact: (text) => text.replaceAll('hunter2', '***') },
    );
    const everything = JSON.stringify([outcome, sessions.transcript(), sessions.stderrLog()]);
    expect([everything.includes('hunter2'), everything.match(/\*\*\*/g)?.length]).toEqual([false, 6]);
  });
});

describe('what is left of a session', () => {
  it('is no process, though its child has a session of its own and ignores signals', async () => {
    using sessions = createFakeSessions();
    const outcome = await sessions.run([
      { daemon: { pidFile: 'pids', count: 3 } },
      { json: { kind: 'completed' } },
    ]);
    expect([outcome.verdict, aliveOf(join(sessions.workspace, 'pids'))]).toEqual([completed, []]);
  });

  it('is no process when it was ended', async () => {
    using sessions = createFakeSessions();
    const stop = new AbortController();
    const pids = join(sessions.workspace, 'pids');
    const running = sessions.run([{ daemon: { pidFile: 'pids' } }, { hang: true }], { signal: stop.signal });
    await expect.poll(() => existsSync(pids)).toBe(true);
    stop.abort(new StopRequest('shutdown', 'SIGINT'));
    await running;
    expect(aliveOf(pids)).toEqual([]);
  });

  it('is what was there before: a link in the place of the transcript is not followed', async () => {
    using sessions = createFakeSessions();
    const victim = join(sessions.folder, 'victim');
    writeFileSync(victim, 'mine');
    symlinkSync(victim, join(sessions.folder, 'transcript.jsonl'));
    const outcome = await sessions.run([{ print: 'hello' }]);
    expect(outcome.verdict).toMatchObject({ state: 'failed', class: 'setup' });
    expect(readFileSync(victim, 'utf8')).toBe('mine');
  });
});

describe('a sign of life', () => {
  it('is a changed file when output is silent', async () => {
    using sessions = createFakeSessions();
    const step = [{ sleepMs: 300 }, { append: { path: 'build.log', text: 'x' } }];
    const outcome = await sessions.run([...step, ...step, ...step, ...step, ...step], {
      profile: { stallMs: 1_000 },
    });
    expect(outcome.verdict).toEqual(completed);
  });

  it('is not a file that was there before', async () => {
    using sessions = createFakeSessions();
    writeFileSync(join(sessions.workspace, 'old'), '');
    const outcome = await sessions.run([{ sleepMs: 100 }, { print: 'hello' }, { hang: true }], {
      profile: { stallMs: 300 },
    });
    expect(outcome.verdict).toMatchObject({ class: 'stalled' });
  });
});

describe('the version of an agent program', () => {
  it('is asked of codex', async () => {
    using sessions = createFakeSessions();
    const outcome = await sessions.run([{ json: { type: 'turn.completed' } }], {
      profile: { runtime: 'codex' },
    });
    expect(outcome.agentVersion).toBe('9.8.7');
  });

  it('is asked of claude when a session ended without saying it, also without its workspace', async () => {
    using sessions = createFakeSessions();
    const outcome = await sessions.run([{ remove: sessions.workspace }, { exit: 3 }], {
      profile: { runtime: 'claude_code' },
    });
    expect(outcome.agentVersion).toBe('9.8.7');
  });

  it('is not asked of claude by a session that was told to stop', async () => {
    using sessions = createFakeSessions();
    const stop = new AbortController();
    const running = sessions.run([{ print: 'ready' }, { hang: true }], {
      profile: { runtime: 'claude_code' },
      signal: stop.signal,
    });
    await expect.poll(() => sessions.transcript().length, { timeout: 20_000 }).toBe(1);
    stop.abort(new StopRequest('shutdown', 'SIGINT'));
    expect((await running).agentVersion).toBeUndefined();
  });

  it('is what claude prints itself', async () => {
    using sessions = createFakeSessions();
    const init = { type: 'system', subtype: 'init', session_id: 's', claude_code_version: '2.1.197' };
    const outcome = await sessions.run([{ json: init }], { profile: { runtime: 'claude_code' } });
    expect(outcome.agentVersion).toBe('2.1.197');
  });
});
