import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createPrivateFiles, removeLeftPrivateFiles } from '../../src/stage/private-files.ts';
import { aTempFolder } from '../support/temp-folder.ts';

const fields = { id: '12', description: 'a\nb' };

test('issue, description and prompt are files that only this user may read, and gone at the end', async () => {
  const folder = aTempFolder();
  {
    await using files = await createPrivateFiles(folder, 'plan-1', fields);
    const prompt = await files.writePrompt('do it');
    const found = [files.issue, files.description, prompt].map((file) => [
      path.basename(file),
      readFileSync(file, 'utf8'),
      statSync(file).mode & 0o777,
    ]);
    expect(found).toEqual([
      ['plan-1.issue.json', JSON.stringify(fields, null, 2), 0o600],
      ['plan-1.description.md', 'a\nb', 0o600],
      ['plan-1.private-prompt.md', 'do it', 0o600],
    ]);
  }
  expect(readdirSync(folder)).toEqual([]);
});

test("what stands in a file's place is an error, and never written through", async () => {
  const folder = aTempFolder();
  const elsewhere = path.join(folder, 'elsewhere');
  writeFileSync(elsewhere, 'mine');
  symlinkSync(elsewhere, path.join(folder, 'plan-1.issue.json'));
  await expect(createPrivateFiles(folder, 'plan-1', fields)).rejects.toThrow('EEXIST');
  expect(readFileSync(elsewhere, 'utf8')).toBe('mine');
});

test('when the second file can not be written the first one does not stay', async () => {
  const folder = aTempFolder();
  mkdirSync(path.join(folder, 'plan-1.description.md'));
  await expect(createPrivateFiles(folder, 'plan-1', fields)).rejects.toThrow(/description\.md/);
  expect(existsSync(path.join(folder, 'plan-1.issue.json'))).toBe(false);
});

test('a folder that was replaced meanwhile does not make the end throw', async () => {
  const folder = path.join(aTempFolder(), 'sessions');
  mkdirSync(folder);
  const files = await createPrivateFiles(folder, 'plan-1', fields);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, '');
  await expect(files[Symbol.asyncDispose]()).resolves.toBeUndefined();
});

test('what a killed run left is removed, and what is to be kept stays', () => {
  const sessions = aTempFolder();
  const folder = path.join(sessions, '12');
  mkdirSync(folder);
  const kept = ['plan-1.jsonl', 'plan-1.prompt.md', 'plan-1.stderr.log'];
  const left = ['description.md', 'issue.json', 'known-commits', 'private-prompt.md'];
  for (const name of [...kept, ...left.map((ending) => `plan-1.${ending}`)]) {
    writeFileSync(path.join(folder, name), 'secret');
  }
  removeLeftPrivateFiles(sessions);
  expect(readdirSync(folder).sort()).toEqual(kept);
  removeLeftPrivateFiles(path.join(sessions, 'never made'));
});
