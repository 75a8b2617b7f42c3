import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepPrompt } from '../../src/agent/keep-prompt.ts';
import { createRedactor } from '../../src/redact.ts';
import { aTempFolder } from '../support/temp-folder.ts';

function aPrompt(text: string) {
  const folder = aTempFolder();
  const paths = { promptFile: join(folder, 'private.md'), copyFile: join(folder, 'plan-1.prompt.md') };
  writeFileSync(paths.promptFile, text);
  const warnings: string[] = [];
  const keep = () =>
    keepPrompt(paths, { redact: createRedactor(['hunter2hunter2']), warn: (text) => warnings.push(text) });
  return { paths, warnings, keep };
}

test('the copy of a prompt is without secrets, and for this user only', () => {
  const { paths, warnings, keep } = aPrompt('log in with hunter2hunter2, then work');
  keep();
  expect(readFileSync(paths.copyFile, 'utf8')).toBe('log in with ***, then work');
  expect(statSync(paths.copyFile).mode & 0o777).toBe(0o600);
  expect(warnings).toEqual([]);
});

test('what was planted in its place is not written through, and a warning says so', () => {
  const { paths, warnings, keep } = aPrompt('do it');
  const elsewhere = `${paths.copyFile}.elsewhere`;
  symlinkSync(elsewhere, paths.copyFile);
  keep();
  expect(existsSync(elsewhere)).toBe(false);
  expect(warnings).toEqual([expect.stringContaining('the prompt could not be kept: EEXIST')]);
});

test('a prompt that is gone is a warning', () => {
  const { paths, warnings } = aPrompt('do it');
  mkdirSync(join(paths.promptFile, '..', 'folder'));
  keepPrompt(
    { ...paths, promptFile: join(paths.promptFile, '..', 'folder') },
    { redact: (text) => text, warn: (text) => warnings.push(text) },
  );
  expect(warnings).toEqual([expect.stringContaining('is a folder, expected a file')]);
});
