import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readLaunchState } from '../src/process/launcher.ts';
import { isRunning, pidsMarked } from './support/marked-pids.ts';
import { aSpec, collectLines, onLinux, PATH, program, setUp } from './support/processes.ts';

describe.each([['bash'], ['perl']] as const)('behind the %s launcher', (kind) => {
  const launchers = [kind];

  test.each<[string, { exitCode?: number; signal?: string }]>([
    ['exit 0', { exitCode: 0 }],
    ['exit 3', { exitCode: 3 }],
    ['exit 127', { exitCode: 127 }],
    ['exit 130', { exitCode: 130 }],
    ['exit 137', { exitCode: 137 }],
    ['exit 255', { exitCode: 255 }],
    ['kill -INT $$', { signal: 'SIGINT' }],
    ['kill -TERM $$', { signal: 'SIGTERM' }],
    ['kill -KILL $$', { signal: 'SIGKILL' }],
    ['ulimit -c 0; kill -SEGV $$', { signal: 'SIGSEGV' }],
    ['kill -PIPE $$', { signal: 'SIGPIPE' }],
  ])('`%s` is reported as what it is', async (script, { exitCode, signal }) => {
    const exit = await setUp({ launchers }).sh(script);
    expect(exit).toEqual({
      exitCode,
      signal,
      ended: undefined,
      stdout: Buffer.alloc(0),
      stdoutTruncated: false,
      stderrTail: '',
    });
  });

  test('a program gets its arguments, its environment, its folder and its file, unchanged', async () => {
    const { sh, folder, runId } = setUp({ launchers });
    const stdinFile = join(folder, 'in');
    writeFileSync(stdinFile, 'from the file');
    const { lines, onLine } = collectLines(5);
    await sh('pwd; cat; echo; printf "%s\\n" "$A" "$1" "$VIK_PROCESS"', {
      args: ['-c', 'pwd; cat; echo; printf "%s\\n" "$A" "$1" "$VIK_PROCESS"', 'sh', ` $(x) 'y' "z" * `],
      env: { PATH, A: '€ $A `x`', 'BASH_FUNC_pwd%%': '() { echo hijacked; }', BASH_ENV: '/no/such' },
      stdinFile,
      marker: 'stage/agent/only',
      onLine,
    });
    expect(lines).toEqual([
      folder,
      'from the file',
      '€ $A `x`',
      ` $(x) 'y' "z" * `,
      `${runId}/stage/agent/only`,
    ]);
  });

  test('without a file, standard input is empty and does not block', async () => {
    const exit = await setUp({ launchers }).sh('cat; echo read', { captureStdoutBytes: 100 });
    expect(exit.stdout.toString()).toBe('read\n');
  });

  test.runIf(onLinux)('a stopped program costs no processor time, and can be ended', async () => {
    const { sh, folder } = setUp({ launchers });
    const { onLine, reached } = collectLines(1);
    const controller = new AbortController();
    const running = sh('echo $$; kill -STOP $$; sleep 60', { onLine }, controller.signal);
    const [pid] = await reached;
    await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(' T ');
    const [state = ''] = readdirSync(join(folder, 'temp'));
    const { launcher } = readLaunchState(join(folder, 'temp', state));
    const ticks = () => readFileSync(`/proc/${launcher}/stat`, 'utf8').split(' ').slice(13, 15).map(Number);
    const before = ticks();
    await new Promise((resolve) => setTimeout(resolve, 600));
    // A launcher that asks again without a pause takes about 60 ticks of 10 ms.
    expect(ticks().reduce((sum, now, index) => sum + now - (before[index] ?? 0), 0)).toBeLessThan(15);
    controller.abort();
    expect(await running).toMatchObject({ ended: 'aborted', exitCode: undefined, signal: 'SIGINT' });
  });

  test('what ignores SIGINT and SIGTERM is killed', async () => {
    const { processes, folder } = setUp({ launchers });
    const { onLine, reached } = collectLines(1);
    const controller = new AbortController();
    const running = processes.run(
      { ...aSpec(folder), command: program('stubborn.sh'), onLine },
      controller.signal,
    );
    const [pid] = await reached;
    const startedAt = performance.now();
    controller.abort();
    expect(await running).toMatchObject({ ended: 'aborted', exitCode: undefined, signal: 'SIGKILL' });
    expect(performance.now() - startedAt).toBeGreaterThan(390);
    expect(isRunning(Number(pid))).toBe(false);
  });

  test('a temp folder that can not be written to is said, and nothing is started', async () => {
    const { sh, folder } = setUp({ launchers, tempDir: import.meta.filename });
    await expect(sh('touch started')).rejects.toThrow(/could not be started: .*process\.test\.ts/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.runIf(onLinux)('a state file that can not be written is said, and nothing is started', async () => {
    // For the launcher the same as a full disk.
    const { sh, folder } = setUp({ launchers, tempDir: '/proc/self' });
    await expect(sh('touch started')).rejects.toThrow(/could not be started: .*\.state/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a 5 MB standard input that nobody reads hurts nobody', async () => {
  const { sh, folder } = setUp();
  const stdinFile = join(folder, 'in');
  writeFileSync(stdinFile, Buffer.alloc(5_000_000, 'x'));
  const exits = await Promise.all(Array.from({ length: 50 }, () => sh('exec 0<&-; exit 4', { stdinFile })));
  expect(exits.map((exit) => exit.exitCode)).toEqual(exits.map(() => 4));
});

test('the last line without a newline, half a character and standard error arrive whole', async () => {
  const { sh } = setUp();
  const { lines, onLine } = collectLines(2);
  const errors: string[] = [];
  const exit = await sh(`printf '\\342\\202'; sleep 0.2; printf '\\254\\nlast'; printf 'some error' >&2`, {
    onLine,
    onStderr: (chunk) => errors.push(chunk.toString()),
  });
  expect({ lines, errors, stderrTail: exit.stderrTail }).toEqual({
    lines: ['€', 'last'],
    errors: ['some error'],
    stderrTail: 'some error',
  });
});

test('the head of standard output and the tail of standard error are kept', async () => {
  const exit = await setUp().sh(
    'printf "0123456789"; i=0; while [ $i -lt 3000 ]; do echo "line $i" >&2; i=$((i+1)); done',
    {
      captureStdoutBytes: 4,
      stderrTailBytes: 20,
    },
  );
  expect(exit).toMatchObject({
    stdoutTruncated: true,
    stderrTail: 'line 2999\n',
  });
  expect(exit.stdout.toString()).toBe('0123');
});

test('the end of standard error is redacted before it is cut', async () => {
  const secret = `top ${'secret'.repeat(5)}`;
  const { sh } = setUp({ redact: (text) => text.replaceAll(secret, '***') });
  const exit = await sh(`printf '%s' 'says ${secret} and then more' >&2`, { stderrTailBytes: 20 });
  expect(exit.stderrTail).toBe('ys *** and then more');
});

test('a line of 100 MB is cut at 10 MiB, quickly', async () => {
  const seen: [number, boolean][] = [];
  const startedAt = performance.now();
  await setUp().sh('head -c 100000000 /dev/zero | tr "\\0" x; echo; echo after', {
    onLine: ({ text, truncated }) => seen.push([text.length, truncated]),
  });
  expect(seen).toEqual([
    [10 * 1024 * 1024, true],
    [5, false],
  ]);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});

test('a callback that throws ends the process, and run rejects with what it threw', async () => {
  const { sh, runId } = setUp();
  const running = sh('echo one; echo two; sleep 60', {
    onLine: () => {
      throw new Error('the transcript broke');
    },
  });
  await expect(running).rejects.toThrow('the transcript broke');
  if (onLinux) expect(pidsMarked(runId)).toEqual([]);
});

test('three hundred at once on one signal: no warning, no listener, no file is left', async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error) => warnings.push(warning);
  process.on('warning', onWarning);
  onTestFinished(() => {
    process.off('warning', onWarning);
  });
  const { sh, folder, runId } = setUp();
  const { signal } = new AbortController();
  const listening = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (type: string, listener: () => void, options?: { once?: boolean }) => {
    listening.add(listener);
    add(type, listener, options);
  };
  signal.removeEventListener = (type: string, listener: () => void) => {
    listening.delete(listener);
    remove(type, listener);
  };
  const exits = await Promise.all(
    Array.from({ length: 300 }, (_, index) => sh('echo a; echo b', { marker: `s/${index}` }, signal)),
  );
  expect(exits.every((exit) => exit.exitCode === 0)).toBe(true);
  expect({ warnings, listening: listening.size }).toEqual({ warnings: [], listening: 0 });
  expect(readdirSync(join(folder, 'temp'))).toEqual([]);
  if (onLinux) expect(pidsMarked(runId)).toEqual([]);
});

test('no file descriptor stays open', async () => {
  const { sh } = setUp();
  const countOpen = () => readdirSync(onLinux ? '/proc/self/fd' : '/dev/fd').length;
  await sh('true');
  const before = countOpen();
  for (let count = 0; count < 20; count += 1) await sh('echo x');
  await expect.poll(countOpen).toBe(before);
});
