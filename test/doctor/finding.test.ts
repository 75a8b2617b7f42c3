import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createPlaces, placeInText } from '../../src/doctor/finding.ts';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

test('every code of the doctor is in docs/doctor.md', () => {
  const codes = [...read('src/doctor/finding.ts').matchAll(/^ {2}\| '([a-z_]+)'/gm)].map(([, code]) => code);
  const documented = [...read('docs/doctor.md').matchAll(/^\| `([a-z_]+)`/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(15);
  expect([...documented].sort()).toEqual([...codes, 'no_concurrency'].sort());
});

test.each([
  [['agents', 'coder', 'runtime'], 3, 5],
  [['agents', 'coder', 'command'], 2, 3],
  [['issues', 'github', 'trust'], 1, 1],
])('the place of %j is its key, or that of the nearest one above', (path, line, column) => {
  const placeOf = createPlaces('/w.yml', 'agents:\n  coder:\n    runtime: codex\n');
  expect(placeOf(path)).toEqual({ pointer: path.join('.'), file: '/w.yml', line, column });
});

test.each([
  ['a\nbc', 3, 2, 2],
  ['a\r\nbc', 4, 2, 2],
  ['abc', 0, 1, 1],
])('the place of an offset counts lines and columns from 1: %j', (text, offset, line, column) => {
  expect(placeInText('/f', text, offset, 'p')).toEqual({ pointer: 'p', file: '/f', line, column });
});
