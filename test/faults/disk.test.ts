/** Disks that are full and files that can't be written. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import { openScene, type Scene } from '../support/scenario.ts';
import { expectTrueEnd } from './true-end.ts';

/**
 * Skips the test, with a word, where nothing may be mounted; otherwise it is unmounted at the end. Root in a job of the
 * CI may: there the suite would say nothing about disks and be green.
 */
function mount(context: TestContext, folder: string, args: readonly string[]): Disposable {
  try {
    execFileSync('mount', [...args, folder], { stdio: 'pipe' });
  } catch (error) {
    if (process.env.CI && process.getuid?.() === 0) throw error;
    context.skip(`nothing can be mounted here: ${String(error)}`);
  }
  return { [Symbol.dispose]: () => execFileSync('umount', ['--lazy', folder]) };
}

function smallDisk(context: TestContext, scene: Scene): Disposable {
  mkdirSync(scene.vikHome);
  return mount(context, scene.vikHome, ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs']);
}

/** Far above what a run takes here. */
const WITHIN_SEC = 50;
/** Larger than the room that the stage run's own files leave when they are removed. */
const LONG_MESSAGE = { print: 'long '.repeat(12_000) };
const FILL = 'head -c 100000000 /dev/zero > "$VIK_WORKDIR/big" || true';
const moves = { when: { state: 'todo' }, on_success: { state: 'done' }, on_failure: { state: 'failed' } };

test.concurrent('an agent that fills the disk and goes on: its outcome, outputs and summary are there', async (context) => {
  await using scene = await openScene();
  using _disk = smallDisk(context, scene);
  const issue = scene.issue(['todo']);
  const flood = { bytes: 1e6, line: { kind: 'message', text: 'x'.repeat(4000) } };
  const result = await scene.run({
    stages: { plan: moves },
    plays: [LONG_MESSAGE, { run: FILL }, { flood }, LONG_MESSAGE, { json: { kind: 'completed' } }],
  });
  expect([result.exitCode, result.outputs.completed, result.outputs.reason]).toEqual([0, '1', 'drained']);
  expect(result.outputs['report-path']).toBe('');
  expect(result.stdout).toMatch(/::warning.*the transcript `.*` ends early: ENOSPC/);
  expect(result.stdout).toMatch(/::warning.*the run record could not be written: .*ENOSPC/);
  expectTrueEnd(result, scene, WITHIN_SEC, { record: true });
  expect(issue.labels.map(({ name }) => name)).toEqual(['done']);

  // once there is room, the next run on this disk finds nothing odd
  rmSync(path.join(scene.workspace('1'), 'big'));
  const next = await scene.run({ stages: { plan: moves } });
  expect(next.stdout).not.toMatch(/was killed/);
  expectTrueEnd(next, scene, WITHIN_SEC);
});

test.concurrent('an agent that fails because it filled the disk fails with its own words', async (context) => {
  await using scene = await openScene();
  using _disk = smallDisk(context, scene);
  scene.issue(['todo']);
  const result = await scene.run({
    stages: { plan: moves },
    plays: [{ run: FILL }, { stderr: 'No space left on device\n' }, { exit: 4 }],
  });
  expect([result.exitCode, result.outputs.failed, result.outputs.reason]).toEqual([1, '1', 'drained']);
  expect(result.stdout).toContain('::error title=#1 plan failed::');
  expect(result.summary).toMatch(/^## Vik: 1 of 1 stage run failed/);
  expect(result.outputs.results).toContain('exit code 4');
  // there is room for a record where the files of the stage run were
  expectTrueEnd(result, scene, WITHIN_SEC);
});

test.concurrent('a disk that after_run fills: the stage run stands, the missing record is a warning', async (context) => {
  await using scene = await openScene();
  using _disk = smallDisk(context, scene);
  scene.issue(['todo']);
  const result = await scene.run({
    stages: { plan: { ...moves, hooks: { after_run: FILL } } },
    plays: [LONG_MESSAGE],
  });
  expect([result.exitCode, result.outputs.completed, result.outputs['report-path']]).toEqual([0, '1', '']);
  expect(result.stdout).toMatch(/::warning.*the run record could not be written: .*ENOSPC/);
  expectTrueEnd(result, scene, WITHIN_SEC, { record: true });
});

test.concurrent('a disk that is full before the run begins is an error that says so', async (context) => {
  await using scene = await openScene();
  using _disk = smallDisk(context, scene);
  scene.issue(['todo']);
  execFileSync('sh', ['-c', `head -c 100000000 /dev/zero > '${scene.vikHome}/big' || true`], {
    stdio: 'pipe',
  });
  const result = await scene.run({ stages: { plan: moves } });
  expect([result.exitCode, result.outputs.dispatched]).toEqual([1, '0']);
  expect(result.stdout).toMatch(/::error.*no space left/i);
  expect(result.stdout).not.toMatch(/internal error/);
  expectTrueEnd(result, scene, WITHIN_SEC, { record: true });
});

test.concurrent('a summary file with a read-only mode is replaced', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const summary = scene.path('summary');
  writeFileSync(summary, '');
  chmodSync(summary, 0o400);
  const result = await scene.run({ stages: { plan: moves }, env: { GITHUB_STEP_SUMMARY: summary } });
  expect([result.exitCode, result.outputs.completed]).toEqual([0, '1']);
  expectTrueEnd({ ...result, summary: readFileSync(summary, 'utf8') }, scene, WITHIN_SEC);
});

test.concurrent('a summary file that can’t be written at all is a warning, and the run stays green', async (context) => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const summary = scene.path('summary');
  writeFileSync(summary, '');
  // a mode would not hold us back as root
  using _bound = mount(context, summary, ['--bind', summary]);
  execFileSync('mount', ['-o', 'remount,ro,bind', summary]);
  const result = await scene.run({ stages: { plan: moves }, env: { GITHUB_STEP_SUMMARY: summary } });
  expect([result.exitCode, result.outputs.completed, result.outputs.reason]).toEqual([0, '1', 'drained']);
  expect(result.stdout).toMatch(/::warning.*`GITHUB_STEP_SUMMARY` could not be written: .*EROFS/);
  expect(result.record?.sessions).toHaveLength(1);
  expectTrueEnd(result, scene, WITHIN_SEC, { summary: true });
});

test.concurrent('a summary file in a folder that is gone is written, with its folder', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  const summary = scene.path('gone/summary');
  const result = await scene.run({ stages: { plan: moves }, env: { GITHUB_STEP_SUMMARY: summary } });
  expect([result.exitCode, result.outputs.completed]).toEqual([0, '1']);
  expect(readFileSync(summary, 'utf8')).toMatch(/^## Vik: completed 1 stage run/);
  expectTrueEnd(result, scene, WITHIN_SEC, { summary: true });
});

test.concurrent('a summary file where no folder can be is a warning, and the run stays green', async () => {
  await using scene = await openScene();
  scene.issue(['todo']);
  scene.note('a-file');
  const summary = scene.path('a-file/summary');
  const result = await scene.run({ stages: { plan: moves }, env: { GITHUB_STEP_SUMMARY: summary } });
  expect([result.exitCode, result.outputs.completed]).toEqual([0, '1']);
  expect(result.stdout).toMatch(/::warning.*GITHUB_STEP_SUMMARY/);
  expect(existsSync(summary)).toBe(false);
  expectTrueEnd(result, scene, WITHIN_SEC, { summary: true });
});
