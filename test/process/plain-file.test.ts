import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPlainFile } from '../../src/process/plain-file.ts';

test.each<[string, (path: string) => void, RegExp]>([
  ['nothing', () => {}, /ENOENT/],
  ['a pipe', (path) => execFileSync('mkfifo', [path]), /is not a regular file/],
  ['a folder', (path) => mkdirSync(path), /is a folder, expected a file/],
  ['a device that never ends', (path) => symlinkSync('/dev/zero', path), /is not a regular file/],
  [
    'a file of the system without a size',
    (path) => symlinkSync('/proc/self/maps', path),
    /has 11 bytes, at most 10/,
  ],
  ['more than is read', (path) => writeFileSync(path, 'x'.repeat(11)), /has 11 bytes, at most 10/],
])('where a file should be there is %s: it says so at once', (_, put, says) => {
  const folder = mkdtempSync(join(tmpdir(), 'vik-plain-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  put(join(folder, 'file'));
  expect(() => readPlainFile(join(folder, 'file'), 10)).toThrow(says);
});

test('a plain file is read, also through a link', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vik-plain-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'file'), 'größe');
  symlinkSync('file', join(folder, 'link'));
  expect(readPlainFile(join(folder, 'link'), 10)).toBe('größe');
});
