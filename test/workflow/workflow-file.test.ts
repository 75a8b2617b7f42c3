import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Diagnostic, diagnosticsToJson, splitDiagnostic } from '../../src/workflow/diagnostic.ts';
import { loadWorkflow } from '../../src/workflow/load-workflow.ts';
import { checkoutWith, loadText, surroundings } from './load-text.ts';

test.each([
  ['missing.yml', 'does not exist'],
  ['folder', 'is a folder, expected a file'],
  ['binary.yml', 'is not valid UTF-8'],
  ['big.yml', 'has 1048577 bytes, at most 1048576 are read'],
])('%s: the workflow file %s', async (name, reason) => {
  await using checkout = await checkoutWith({ 'big.yml': '#'.repeat(1048577) });
  await mkdir(join(checkout.dir, 'folder'));
  await writeFile(join(checkout.dir, 'binary.yml'), Buffer.from([0xff, 0xfe, 0x00]));
  const path = join(checkout.dir, name);
  expect(await loadWorkflow({ ...surroundings, path })).toEqual({
    kind: 'rejected',
    errors: [
      {
        severity: 'error',
        code: 'unreadable_file',
        pointer: '',
        message: `the workflow file \`${path}\` ${reason}; the input \`workflow\` says which file is read`,
        file: path,
        line: 1,
        column: 1,
      },
    ],
    warnings: [],
  });
});

const FINDING: Diagnostic = {
  severity: 'error',
  code: 'unknown_agent',
  pointer: 'issue.stages.plan.agent',
  message: 'agent `codr` is not in `agents`',
  file: '/home/runner/shop/workflow.yml',
  line: 12,
  column: 7,
};

test.each([
  ['/home/runner/shop', 'workflow.yml'],
  ['/home/runner', 'shop/workflow.yml'],
  ['/elsewhere', '/home/runner/shop/workflow.yml'],
])('a finding seen from %s', (cwd, file) => {
  expect(splitDiagnostic(FINDING, cwd)).toEqual([
    `${file}:12:7`,
    'error',
    'agent `codr` is not in `agents` [unknown_agent]',
  ]);
});

test('as JSON the findings stand as vik prints them', async () => {
  const { loaded, dir } = await loadText('agents: {}\nlop: 1\n');
  expect(JSON.parse(diagnosticsToJson(loaded))).toEqual({
    errors: [
      expect.objectContaining({
        severity: 'error',
        code: 'empty_map',
        pointer: 'agents',
        line: 1,
        column: 1,
      }),
      expect.objectContaining({
        severity: 'error',
        code: 'missing_field',
        pointer: 'issue',
        line: 1,
        column: 1,
      }),
    ],
    warnings: [
      {
        severity: 'warning',
        code: 'unknown_field',
        pointer: 'lop',
        message: '`lop` is not a known key and is ignored; did you mean `loop`?',
        file: `${dir}/workflow.yml`,
        line: 2,
        column: 1,
      },
    ],
  });
});

test('as JSON a file without findings has two empty lists', () => {
  expect(JSON.parse(diagnosticsToJson({ warnings: [] }))).toEqual({ errors: [], warnings: [] });
});
