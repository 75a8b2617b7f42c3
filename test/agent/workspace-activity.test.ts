import { lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChangedFile } from '../../src/agent/workspace-activity.ts';

const never = new AbortController().signal;
const anyTime = 0;
let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'vik-activity-'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

function put(path: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), '');
}

describe('a changed file', () => {
  it.each(['file', 'a/b/c/file', '.git/index', '.git/refs/heads/main', 'objects/file'])(
    'is %s',
    async (path) => {
      put(path);
      expect(await findChangedFile(workspace, anyTime, never)).toBeGreaterThan(0);
    },
  );

  it.each(['.git/objects/ab/cd', 'node_modules/x/file', 'a/node_modules/x/file', 'a/.git/objects/ab'])(
    'is not %s',
    async (path) => {
      put(path);
      expect(await findChangedFile(workspace, anyTime, never)).toBeUndefined();
    },
  );

  it('is one whose time of change is newer, whatever its time of modification says', async () => {
    put('unpacked');
    utimesSync(join(workspace, 'unpacked'), 1, 1);
    const now = Date.now();
    expect([
      (await findChangedFile(workspace, now - 10_000, never)) !== undefined,
      await findChangedFile(workspace, now + 10_000, never),
    ]).toEqual([true, undefined]);
  });

  it('is not looked for behind links', async () => {
    const [watched, elsewhere] = [join(workspace, 'watched'), join(workspace, 'elsewhere')];
    for (const folder of [watched, elsewhere]) mkdirSync(folder);
    symlinkSync(elsewhere, join(watched, 'link'));
    const linkedMs = lstatSync(join(watched, 'link')).ctimeMs;
    do put('elsewhere/file');
    while (lstatSync(join(elsewhere, 'file')).ctimeMs <= linkedMs);
    expect(await findChangedFile(watched, linkedMs, never)).toBeUndefined();
  });

  it('is not in a workspace that is gone', async () => {
    expect(await findChangedFile(join(workspace, 'gone'), anyTime, never)).toBeUndefined();
  });

  it('is not found beyond the limits', async () => {
    for (const name of ['a', 'b', 'c']) mkdirSync(join(workspace, name));
    put('a/b/c/file');
    const limits = { maxMs: 10_000, maxEntries: 3 };
    expect(await findChangedFile(workspace, anyTime, never, limits)).toBeUndefined();
  });
});
