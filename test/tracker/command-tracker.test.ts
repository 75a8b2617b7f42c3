import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProcesses } from '../../src/process.ts';
import { createCommandTracker } from '../../src/tracker/command-tracker.ts';
import { PullError, type Tracker } from '../../src/tracker/tracker.ts';
import { anIssue, createMemoryLog } from '../support/builders.ts';
import { noAbort } from '../support/github/play.ts';

async function playCommand(
  command: string,
  timeoutMs = 20_000,
): Promise<AsyncDisposable & { readonly tracker: Tracker; readonly dir: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'vik-pull-'));
  const processes = createProcesses({
    runId: `pull-${process.pid}`,
    tempDir: join(dir, 'temp'),
    log: createMemoryLog(),
  });
  const tracker = createCommandTracker({
    processes,
    intake: { kind: 'command', command, idleMs: 5000, timeoutMs },
    dir,
    env: { PATH: process.env.PATH ?? '', COLOUR: 'red' },
  });
  return { tracker, dir, [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }) };
}

describe('a pull command', () => {
  test('runs in the workflow file’s folder, with its environment, in a shell', async () => {
    await using played = await playCommand(
      `printf '[{"id":"%s","title":"%s","state":"todo"}]' "$COLOUR" "$(cat title.txt)"`,
    );
    await writeFile(join(played.dir, 'title.txt'), 'from a file');
    const pull = await played.tracker.pull(noAbort());
    expect(pull).toMatchObject({
      issues: [{ id: 'red', title: 'from a file', state: 'todo', ref: 'red' }],
      ambiguous: [],
      warnings: [],
      isCut: false,
      rateLimitLow: false,
    });
  });

  test('that prints an empty list found nothing', async () => {
    await using played = await playCommand('echo "[]"');
    const { issues, searched } = await played.tracker.pull(noAbort());
    expect([issues, searched]).toEqual([[], '0 issues from `echo "[]"`']);
  });

  test('may print an item that breaks the rules: the others go on', async () => {
    await using played = await playCommand(`echo '[{"id":"../x"},{"id":1,"title":"t","state":"s"}]'`);
    const { issues, warnings } = await played.tracker.pull(noAbort());
    expect([issues.map(({ id }) => id), warnings.length]).toEqual([['1'], 1]);
  });

  test.each([
    [
      'exits with another code',
      'echo "[]"; echo "no such server" >&2; exit 3',
      /exited with 3; the end of its standard error:\nno such server/,
    ],
    ['is killed', 'kill -9 $$', /was killed by SIGKILL/],
    ['prints nothing', 'true', /printed nothing, it must print exactly one JSON array/],
    ['prints no JSON', 'echo "no issues"', /did not print JSON \(.*\), it must print exactly one JSON array/],
    ['prints two lists', 'echo "[]"; echo "[]"', /did not print JSON/],
    ['prints half a list', `printf '[{"id":1'`, /did not print JSON/],
    ['prints an object', 'echo "{}"', /printed a JSON object/],
    ['prints null', 'echo null', /printed null/],
    ['prints bytes that are not UTF-8', `printf '["\\377"]'`, /printed bytes that are not UTF-8/],
    ['does not exist', 'no-such-program-here', /exited with 127.*\n.*no-such-program-here/],
  ])('that %s fails the pull, with the end of its standard error', async (_, command, message) => {
    await using played = await playCommand(command);
    const failure = played.tracker.pull(noAbort());
    await expect(failure).rejects.toBeInstanceOf(PullError);
    await expect(failure).rejects.toThrow(message);
  });

  test('shows the last 4 KiB of its standard error', async () => {
    await using played = await playCommand('yes error | head -c 100000 >&2; echo the-last-words >&2; exit 1');
    const failure = await played.tracker.pull(noAbort()).catch((error: unknown) => error);
    const message = failure instanceof Error ? failure.message : '';
    expect(message.endsWith('the-last-words')).toBe(true);
    expect(message.length).toBeLessThan(4096 + 200);
  });

  test('that takes too long fails the pull, in words', async () => {
    await using played = await playCommand('sleep 60', 200);
    await expect(played.tracker.pull(noAbort())).rejects.toThrow(
      'did not end within 0.2 seconds (`timeout_sec`)',
    );
  });

  test('ends with the run, for the run’s reason', async () => {
    await using played = await playCommand('sleep 60');
    const controller = new AbortController();
    const pull = played.tracker.pull(controller.signal);
    const reason = new Error('the run stops');
    controller.abort(reason);
    await expect(pull).rejects.toBe(reason);
  });
});

test('what a pull command gives is admitted as it is', async () => {
  await using played = await playCommand('true');
  const issue = anIssue({ id: 'A' });
  expect(await played.tracker.admit(issue, noAbort())).toEqual({ kind: 'admitted', issue, visit: undefined });
});
