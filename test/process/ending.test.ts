import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRunning, pidsMarked } from '../support/marked-pids.ts';
import { aSpec, collectLines, onLinux, program, setUp } from '../support/processes.ts';

test('a time limit ends it, and says so', async () => {
  expect(await setUp().sh('exec sleep 60', { timeoutMs: 100 })).toMatchObject({
    ended: 'timeout',
    exitCode: undefined,
    signal: 'SIGINT',
  });
});

test('the reason that came first is the one reported', async () => {
  const { processes, folder } = setUp();
  const controller = new AbortController();
  const { onLine, reached } = collectLines(1);
  const running = processes.run(
    { ...aSpec(folder), command: program('stubborn.sh'), timeoutMs: 300, onLine },
    controller.signal,
  );
  await reached;
  controller.abort();
  expect((await running).ended).toBe('aborted');
});

test('a program may use its time after SIGINT to finish and print', async () => {
  const { sh } = setUp({ clock: { termAfterMs: 5_000, killAfterMs: 7_000 } });
  const controller = new AbortController();
  const { lines, onLine, reached } = collectLines(1);
  const script = 'trap "echo result; exit 5" INT; echo ready; while :; do sleep 0.05; done';
  const running = sh(script, { onLine }, controller.signal);
  await reached;
  controller.abort();
  expect(await running).toMatchObject({ ended: 'aborted', exitCode: 5 });
  expect(lines).toEqual(['ready', 'result']);
});

test('an aborted signal starts nothing', async () => {
  const { sh, folder } = setUp();
  expect(await sh('touch started', {}, AbortSignal.abort())).toMatchObject({
    ended: 'aborted',
    exitCode: undefined,
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('an abort right after the start leaves nothing behind', async () => {
  const { sh, runId, folder } = setUp();
  const controllers = Array.from({ length: 30 }, () => new AbortController());
  const running = controllers.map((controller) => sh('sleep 60', {}, controller.signal));
  for (const controller of controllers) {
    controller.abort();
    await new Promise(setImmediate);
  }
  const exits = await Promise.all(running);
  expect(exits.map((exit) => exit.ended)).toEqual(exits.map(() => 'aborted'));
  if (onLinux) expect(pidsMarked(runId)).toEqual([]);
  expect(readdirSync(folder).includes('temp') ? readdirSync(join(folder, 'temp')) : []).toEqual([]);
});

describe.runIf(onLinux)('what a program leaves behind', () => {
  test('a child in a session of its own that holds the pipe is swept after an ordinary end', async () => {
    const { processes, folder, runId } = setUp();
    const { onLine, reached } = collectLines(1);
    const spec = { ...aSpec(folder), command: program('escape.sh'), args: ['sh', '-c', 'exit 6'], onLine };
    const exit = await processes.run(spec, new AbortController().signal);
    const [pid] = await reached;
    expect(exit).toMatchObject({ exitCode: 6, ended: undefined });
    await expect.poll(() => isRunning(Number(pid))).toBe(false);
    expect(pidsMarked(runId)).toEqual([]);
  });

  test('the same child is swept when its parent is ended', async () => {
    const { processes, folder, runId } = setUp();
    const { onLine, reached } = collectLines(1);
    const spec = {
      ...aSpec(folder),
      command: program('escape.sh'),
      args: ['sleep', '60'],
      onLine,
      timeoutMs: 300,
    };
    expect(await processes.run(spec, new AbortController().signal)).toMatchObject({ ended: 'timeout' });
    const [pid] = await reached;
    await expect.poll(() => isRunning(Number(pid))).toBe(false);
    expect(pidsMarked(runId)).toEqual([]);
  });

  test('a child that can not be found and holds the pipe holds nobody up', async () => {
    const { sh } = setUp();
    const { onLine, reached } = collectLines(1);
    const startedAt = performance.now();
    const exit = await sh('setsid env -i sleep 30 & echo $!', { onLine });
    const tookMs = performance.now() - startedAt;
    process.kill(Number((await reached)[0]), 'SIGKILL');
    expect(exit).toMatchObject({ exitCode: 0, ended: undefined });
    expect(tookMs).toBeLessThan(3_000);
  });

  test('what a hook leaves running lives until its stage is swept', async () => {
    const { processes, folder } = setUp();
    const { onLine, reached } = collectLines(1);
    const spec = {
      ...aSpec(folder),
      marker: 's1/hook/1',
      command: program('escape.sh'),
      args: ['true'],
      onLine,
    };
    expect(await processes.run({ ...spec, sweepAfter: false }, new AbortController().signal)).toMatchObject({
      exitCode: 0,
    });
    const [pid] = await reached;
    await processes.sweep('s10');
    expect(isRunning(Number(pid))).toBe(true);
    await processes.sweep('s1');
    await expect.poll(() => isRunning(Number(pid))).toBe(false);
  });

  test('ending one of two leaves the other alone', async () => {
    const { sh } = setUp();
    const controller = new AbortController();
    const first = collectLines(1);
    const second = collectLines(1);
    const other = new AbortController();
    const ended = sh('echo $$; sleep 60', { marker: 'a/agent/1', onLine: first.onLine }, controller.signal);
    const live = sh('echo $$; sleep 60', { marker: 'b/agent/1', onLine: second.onLine }, other.signal);
    const [[endedPid], [livePid]] = await Promise.all([first.reached, second.reached]);
    controller.abort();
    await ended;
    expect([isRunning(Number(endedPid)), isRunning(Number(livePid))]).toEqual([false, true]);
    other.abort();
    await live;
  });

  test('a launcher that is killed takes its program with it', async () => {
    const { sh, runId, folder } = setUp();
    const { onLine, reached } = collectLines(1);
    const running = sh('echo $$; sleep 60', { onLine });
    const [pid] = await reached;
    const [name = ''] = readdirSync(join(folder, 'temp'));
    const state = readFileSync(join(folder, 'temp', name), 'utf8');
    process.kill(Number(state.split('\n')[0]), 'SIGKILL');
    expect(await running).toMatchObject({ exitCode: undefined, signal: 'SIGKILL', ended: undefined });
    await expect.poll(() => isRunning(Number(pid))).toBe(false);
    expect(pidsMarked(runId)).toEqual([]);
  });
});

test('hurry shortens an ending that is already under way', async () => {
  const { processes, folder } = setUp({ clock: { termAfterMs: 60_000, killAfterMs: 60_000 } });
  const { onLine, reached } = collectLines(1);
  const controller = new AbortController();
  const running = processes.run(
    { ...aSpec(folder), command: program('stubborn.sh'), onLine },
    controller.signal,
  );
  await reached;
  const startedAt = performance.now();
  controller.abort();
  processes.hurry();
  expect(await running).toMatchObject({ ended: 'aborted', signal: 'SIGKILL' });
  const tookMs = performance.now() - startedAt;
  expect(tookMs).toBeGreaterThan(2_400);
  expect(tookMs).toBeLessThan(3_500);
});
