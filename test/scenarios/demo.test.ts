/** `npm run demo`, as somebody runs it who has cloned the repository and read the README. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeTempDir } from '../support/run-action.ts';

const root = join(import.meta.dirname, '../..');

interface DemoEnd {
  readonly exitCode: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the demo in a fresh home without anybody's variables; with `programs` PATH has those alone. */
async function demo(
  args: readonly string[],
  more: { readonly programs?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<DemoEnd> {
  const home = await makeTempDir('vik-demo-home-');
  const bin = join(home, 'bin');
  mkdirSync(bin);
  const { programs = [] } = more;
  for (const name of programs) writeFileSync(join(bin, name), '#!/bin/sh\n', { mode: 0o755 });
  const env = {
    PATH: more.programs === undefined ? `${join(root, 'node_modules/.bin')}:${process.env.PATH}` : bin,
    HOME: home,
    TMPDIR: home,
    ...more.env,
  };
  return new Promise((resolve) => {
    const command = [join(root, 'scripts/demo.ts'), ...args];
    execFile(process.execPath, command, { env }, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}

test('the demo ends eight issues in eight ways that can be read, and leaves a report', {
  // half a minute on a quiet machine
  timeout: 180_000,
}, async () => {
  const { exitCode, stdout, stderr } = await demo([]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const [, afterwards = '', end = ''] =
    /--- issues afterwards -+\n\n([\s\S]*?)\n\n(exit code [\s\S]*)$/.exec(stdout) ?? [];
  expect(afterwards.split('\n')).toEqual([
    '#1 Why does the health check take 5 s?: done',
    '#2 A build that crashes: failed',
    '#3 Explain the "retry" rules in README.md: done',
    '#4 Rename the config option `max_tries`: done',
    '#5 Move the tests to vitest: todo, work',
    '#6 Upgrade the database driver: todo, blocked',
    '#7 A refactoring that takes for ever: failed',
    '#8 Tidy up the changelog: chore',
  ]);
  // of the Action: some of the issues are made to go wrong
  expect(end).toMatch(/^exit code 1 after \d+ s\n/);
  const written = ['report.html', 'run record', 'transcripts'].map(
    (name) => new RegExp(`^${name}: +(.+)$`, 'm').exec(end)?.[1] ?? '',
  );
  expect(written.map((path) => existsSync(path))).toEqual([true, true, true]);
});

describe('a real agent', () => {
  test.each([
    ['codex', 'codex', 'set CODEX_API_KEY, the key of `codex`'],
    ['claude_code', 'claude', 'set ANTHROPIC_API_KEY or CLAUDE_CODE_OAUTH_TOKEN, the key of `claude`'],
  ])('%s without its key is refused, with what to set', async (agent, program, message) => {
    expect(await demo(['--agent', agent], { programs: [program] })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `${message}\n`,
    });
  });

  test.each([
    ['codex', 'codex', { CODEX_API_KEY: 'sk-x' }],
    ['claude_code', 'claude', { ANTHROPIC_API_KEY: 'sk-x' }],
  ])('%s without its program is refused, with what to do', async (agent, program, env) => {
    expect(await demo(['--agent', agent], { env, programs: [] })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `\`${program}\` is not on PATH; install it, or run \`npm run demo\` without --agent\n`,
    });
  });

  test('that is none is refused, with those that are', async () => {
    expect(await demo(['--agent', 'kodex'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: '--agent is `kodex`: expected one of command, codex, claude_code\n',
    });
  });
});
