import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { takeLock } from '../../src/stage/lock.ts';
import { createLayout } from '../../src/stage/workspace.ts';
import { onLinux, program } from '../support/processes.ts';
import { aTempFolder } from '../support/temp-folder.ts';

function setUp() {
  const root = aTempFolder();
  const layout = createLayout({ path: '/checkout/workflow.yml', workspaceRoot: root });
  const take = (runId = 'ours') => takeLock({ layout, runId, runUrl: undefined });
  return { root, layout, take };
}

/** Another process that takes the lock; `answer` is what it says of it. */
async function anotherRun(root: string, runId: string) {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [
    program('hold-lock.ts'),
    root,
    runId,
  ]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  const [line] = await once(child.stdout, 'data');
  return {
    child,
    answer: JSON.parse(String(line)),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async end() {
      child.stdin.end();
      await exited;
    },
  };
}

test('a lock is there while a run works, and gone afterwards with all that was made for it', async () => {
  const { layout, take } = setUp();
  {
    await using lock = await take();
    expect(lock.takenOver).toBeUndefined();
    expect(JSON.parse(readFileSync(layout.lock, 'utf8'))).toMatchObject({ pid: process.pid, run_id: 'ours' });
  }
  expect(readdirSync(layout.home)).toEqual([]);
});

test('a second run stops and names the process and the URL of the first', async () => {
  const { root, layout, take } = setUp();
  const other = await anotherRun(root, 'theirs');
  await expect(take()).rejects.toThrow(
    `another run works in \`${layout.home}\` (process ${other.child.pid}, https://example.test/theirs); ` +
      'give the workflow a `concurrency` group, or wait until that run has ended',
  );
  await other.end();
  await using lock = await take();
  expect(lock.takenOver).toBeUndefined();
});

test('the lock of a killed run is taken over, and the sessions that it left unfinished are named', async () => {
  const { root, layout, take } = setUp();
  const other = await anotherRun(root, 'theirs');
  mkdirSync(layout.logs);
  const events = [
    { event: 'attempt_started', run: 'theirs', issue: '1', stage: 'plan' },
    { event: 'attempt_started', run: 'theirs', issue: '2', stage: 'plan' },
    { event: 'attempt_ended', run: 'theirs', issue: '1', stage: 'plan' },
    { event: 'attempt_started', run: 'an-older-one', issue: '3', stage: 'plan' },
  ].map((event) => JSON.stringify(event));
  writeFileSync(layout.events, `${events.join('\n')}\n{"event":"attempt_started","run":"theirs","iss`);
  await other.kill();

  await using lock = await take();
  expect(lock.takenOver).toEqual({ runId: 'theirs', unfinished: ['2 plan'] });
});

test('of many runs that find the lock of a killed one, exactly one works', async () => {
  const { root } = setUp();
  const dead = await anotherRun(root, 'dead');
  await dead.kill();
  const runs = await Promise.all(['a', 'b', 'c', 'd'].map((runId) => anotherRun(root, runId)));
  expect(runs.filter(({ answer }) => answer.got).map(({ answer }) => answer.takenOver)).toEqual([
    { runId: 'dead', unfinished: [] },
  ]);
});

test.skipIf(!onLinux)('a process that has got the pid of a killed run is not taken for it', async () => {
  const { root, layout, take } = setUp();
  const other = await anotherRun(root, 'theirs');
  const content = JSON.parse(readFileSync(layout.lock, 'utf8'));
  writeFileSync(layout.lock, JSON.stringify({ ...content, process_start: 'another boot/1' }));
  await using lock = await take();
  expect(lock.takenOver).toEqual({ runId: 'theirs', unfinished: [] });
  expect(other.answer.got).toBe(true);
});

test.each([
  ['half a file', (lock: string) => writeFileSync(lock, '{"pid":')],
  ['a folder', (lock: string) => mkdirSync(path.join(lock, 'in it'), { recursive: true })],
  ['a link that leads nowhere', (lock: string) => symlinkSync('nowhere', lock)],
  ['a link in a circle', (lock: string) => symlinkSync('lock', lock)],
])('%s in the place of the lock is no lock', async (_what, put) => {
  const { layout, take } = setUp();
  mkdirSync(layout.home, { recursive: true });
  put(layout.lock);
  await using lock = await take();
  expect({ takenOver: lock.takenOver, files: readdirSync(layout.home) }).toEqual({
    takenOver: { runId: undefined, unfinished: [] },
    files: ['lock'],
  });
});

test('a run that lost its lock to another one leaves that one in place', async () => {
  const { layout, take } = setUp();
  {
    await using _lock = await take();
    const content = JSON.parse(readFileSync(layout.lock, 'utf8'));
    writeFileSync(layout.lock, JSON.stringify({ ...content, run_id: 'theirs' }));
  }
  expect(existsSync(layout.lock)).toBe(true);
});

test('a root that is a file is an error in words, not a bug', async () => {
  const root = path.join(aTempFolder(), 'file');
  writeFileSync(root, '');
  const layout = createLayout({ path: '/w.yml', workspaceRoot: root });
  const taken = takeLock({ layout, runId: 'ours', runUrl: undefined });
  await expect(taken).rejects.toMatchObject({
    name: 'WorkspaceError',
    message: expect.stringContaining(`can't make the folder \`${layout.home}\``),
  });
});

test('a folder in which no lock can be made is an error in words', async () => {
  const { layout } = setUp();
  mkdirSync(layout.home, { recursive: true });
  // longer than a file name may be
  const lock = path.join(layout.home, 'x'.repeat(250));
  const taken = takeLock({ layout: { ...layout, lock }, runId: 'ours', runUrl: undefined });
  await expect(taken).rejects.toMatchObject({
    name: 'WorkspaceError',
    message: expect.stringContaining(`can't make the lock \`${lock}\`: ENAMETOOLONG`),
  });
});
