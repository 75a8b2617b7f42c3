import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codexRollout } from '../../src/agent/codex-rollout.ts';
import { watchUsage } from '../../src/agent/usage-watch.ts';

const sessionId = '01a2089f-56fa-7dd0-8bd5-8771e9894efe';

/** A CODEX_HOME whose session file is watched until `stop`. */
function aWatch() {
  const home = mkdtempSync(join(tmpdir(), 'vik-usage-'));
  const day = join(home, 'sessions', '2026', '11', '23');
  mkdirSync(day, { recursive: true });
  const file = join(day, `rollout-2026-11-23T13-36-29-${sessionId}.jsonl`);
  const outputs: number[] = [];
  let missing = 0;
  const over = new AbortController();
  return {
    home,
    file,
    outputs,
    missing: () => missing,
    watch: () =>
      watchUsage(
        {
          file: codexRollout,
          sessionId,
          env: { CODEX_HOME: home },
          onTokens: ({ output }) => outputs.push(output),
          onMissing: () => (missing += 1),
          pollMs: 5,
        },
        over.signal,
      ),
    stop: () => over.abort(),
    [Symbol.dispose]: () => rmSync(home, { recursive: true, force: true }),
  };
}

const line = (output: number) =>
  `${JSON.stringify({ type: 'token_usage_record', payload: { thread_token_usage: { output_tokens: output } } })}\n`;

describe('a session file', () => {
  it('is read as it grows, half a line with its other half, and once more at the end', async () => {
    using session = aWatch();
    writeFileSync(session.file, `${line(1)}not JSON "token_count"\n${line(2)}${line(3).slice(0, 20)}`);
    const watching = session.watch();
    await expect.poll(() => session.outputs).toEqual([1, 2]);
    appendFileSync(session.file, line(3).slice(20));
    await expect.poll(() => session.outputs).toEqual([1, 2, 3]);
    appendFileSync(session.file, line(4));
    session.stop();
    await watching;
    expect(session.outputs).toEqual([1, 2, 3, 4]);
  });

  it('may come later than its session, beside those of others and of other days', async () => {
    using session = aWatch();
    mkdirSync(join(session.home, 'sessions', '2025', '12', '31'), { recursive: true });
    writeFileSync(session.file.replace(sessionId, '0000'), line(7));
    const watching = session.watch();
    writeFileSync(session.file, line(1));
    await expect.poll(() => session.outputs).toEqual([1]);
    session.stop();
    await watching;
    expect(session.missing()).toBe(0);
  });

  it('that does not come is told', async () => {
    using session = aWatch();
    await session.watch();
    expect([session.missing(), session.outputs]).toEqual([1, []]);
  });

  it.each([
    ['a link', (file: string, home: string) => symlinkSync(join(home, 'other'), file)],
    ['a pipe', (file: string) => execFileSync('mkfifo', [file])],
    ['a folder', (file: string) => mkdirSync(file)],
  ])('that is %s is not read', async (_what, plant) => {
    using session = aWatch();
    writeFileSync(join(session.home, 'other'), line(9));
    plant(session.file, session.home);
    await session.watch();
    expect([session.missing(), session.outputs]).toEqual([1, []]);
  });

  it('that became a pipe meanwhile ends nothing', async () => {
    using session = aWatch();
    writeFileSync(session.file, line(1));
    const watching = session.watch();
    await expect.poll(() => session.outputs).toEqual([1]);
    rmSync(session.file);
    execFileSync('mkfifo', [session.file]);
    session.stop();
    await watching;
    expect(session.outputs).toEqual([1]);
  });
});
