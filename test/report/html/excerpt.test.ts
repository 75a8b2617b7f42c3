import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainFileSize, readExcerpt } from '../../../src/report/html/excerpt.ts';
import { aTempFolder } from '../../support/temp-folder.ts';

const toLine = (line: string): string => line;

function aFile(text: string): string {
  const file = join(aTempFolder(), 'file');
  writeFileSync(file, text);
  return file;
}

test('a small file is there whole', () => {
  expect(readExcerpt(aFile('a\nb\nlast'), { maxBytes: 100, toLine })).toEqual({
    head: ['a', 'b', 'last'],
    tail: [],
    leftOutBytes: 0,
  });
});

test('of a large one the oldest and the newest lines are, whole, and what is left out is counted', () => {
  const file = aFile(Array.from({ length: 100 }, (_, index) => `line ${index}\n`).join(''));
  expect(readExcerpt(file, { maxBytes: 50, toLine })).toEqual({
    head: ['line 0', 'line 1', 'line 2'],
    tail: ['line 97', 'line 98', 'line 99'],
    leftOutBytes: 790 - 3 * 7 - 3 * 8,
  });
});

test('a line that becomes longer takes the room that it needs in the page', () => {
  const file = aFile('a\nb\nc\nd\n');
  const excerpt = readExcerpt(file, { maxBytes: 43, toLine: (line) => line.repeat(10) });
  expect(excerpt).toEqual({ head: ['a'.repeat(10)], tail: ['d'.repeat(10)], leftOutBytes: 4 });
});

test('a single line without an end is left out, not cut: half a secret would not be recognised', () => {
  expect(readExcerpt(aFile('x'.repeat(1000)), { maxBytes: 100, toLine })).toEqual({
    head: [],
    tail: [],
    leftOutBytes: 1000,
  });
});

test.each([
  ['a link', (place: string) => symlinkSync('/etc/passwd', place)],
  ['a pipe', (place: string) => execFileSync('mkfifo', [place])],
  ['a folder', (place: string) => execFileSync('mkdir', [place])],
  ['nothing', () => {}],
])('%s in its place is not read', (_, plant) => {
  const place = join(aTempFolder(), 'planted');
  plant(place);
  expect(() => readExcerpt(place, { maxBytes: 100, toLine })).toThrow();
  expect(plainFileSize(place)).toBe(0);
});
