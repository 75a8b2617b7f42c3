import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPrograms } from '../../src/doctor/check-programs.ts';
import { createPlaces } from '../../src/doctor/finding.ts';
import type { AgentProfile, CommandIntake } from '../../src/workflow/workflow.ts';
import { anAgent, aStage } from '../support/builders.ts';

const FILE =
  'agents:\n  coder:\n    runtime: codex\n    command: [x]\nissues:\n  pull:\n    command: ./issues\n';

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'vik-doctor-')));
  /** Would leave `started` behind if anybody ran it. */
  const program = (name: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `#!/bin/sh\n: > ${folder}/started\n`, { mode: 0o755 });
  };
  program('node_modules/@openai/codex/bin/codex.js');
  writeFileSync(
    join(folder, 'node_modules/@openai/codex/package.json'),
    JSON.stringify({ name: '@openai/codex', version: '0.169.0', bin: { codex: 'bin/codex.js' } }),
  );
  program('versions/2.1.197');
  for (const name of ['bin/npm', 'bin/plain', 'checkout/agent.sh', 'checkout/issues']) program(name);
  symlinkSync('../node_modules/@openai/codex/bin/codex.js', join(folder, 'bin/codex'));
  symlinkSync('../versions/2.1.197', join(folder, 'bin/claude'));
  writeFileSync(join(folder, 'checkout/not-executable'), '');
  chmodSync(join(folder, 'checkout/not-executable'), 0o644);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function check(
  profile: Partial<AgentProfile>,
  more: { path?: string; isRoot?: boolean; env?: Record<string, string>; pull?: string } = {},
) {
  const dir = join(folder, 'checkout');
  const intake: CommandIntake = { kind: 'command', command: more.pull ?? 'true', idleMs: 1, timeoutMs: 1 };
  const { findings, facts } = await checkPrograms({
    workflow: { dir, intake, stages: [aStage({ agent: anAgent(profile) })] },
    env: { PATH: more.path ?? `${join(folder, 'bin')}:/usr/bin:/bin`, ...more.env },
    isRoot: more.isRoot ?? false,
    placeOf: createPlaces(join(dir, 'workflow.yml'), FILE),
  });
  const clean = (text: string) => text.replaceAll(folder, '');
  return {
    facts: facts.map(clean),
    findings: findings.map(
      ({ severity, code, message, place }) =>
        `${severity} ${code} ${place?.pointer}:${place?.line} ${clean(message)}`,
    ),
  };
}

const codex = { runtime: 'codex', model: 'gpt-5.5', command: [] } as const;
const claude = { runtime: 'claude_code', model: 'claude-sonnet-4-6', command: [] } as const;

describe('an agent’s program', () => {
  test.each<readonly [string, Partial<AgentProfile>, string]>([
    ['of an npm package', codex, 'agent `coder` runs /bin/codex, version 0.169.0'],
    ['of Claude Code’s own installer', claude, 'agent `coder` runs /bin/claude, version 2.1.197'],
    ['that is any program', { command: ['plain', '-x'] }, 'agent `coder` runs /bin/plain'],
  ])('%s is found with its version, and not started', async (_, profile, fact) => {
    expect(await check(profile)).toEqual({ findings: [], facts: [fact] });
    expect(existsSync(join(folder, 'started'))).toBe(false);
  });

  test.each<readonly [string, Partial<AgentProfile>, string]>([
    [
      'is not on PATH',
      codex,
      'error agent_missing agents.coder.runtime:3 agent `coder`: `codex` was not found on PATH (/nowhere): give the profile a `version`, and it gets installed, or install it before this step: `npm install -g @openai/codex`',
    ],
    [
      'is not executable',
      { command: ['/checkout/not-executable'] },
      "error agent_missing agents.coder.command:4 agent `coder`: `/checkout/not-executable` can't be run: it is not executable (chmod +x): check the path in the workflow file",
    ],
    [
      'is not where the file says',
      { command: ['/checkout/nope.sh'] },
      'error agent_missing agents.coder.command:4 agent `coder`: `/checkout/nope.sh` was not found: check the path in the workflow file',
    ],
    [
      'is to be installed, and there is no npm',
      { ...codex, version: '0.169.0' },
      'error agent_missing agents.coder.runtime:3 agent `coder` has a `version`, which npm installs: `npm` was not found on PATH (/nowhere); add a step with actions/setup-node',
    ],
  ])('%s: an error', async (_, profile, expected) => {
    const command = profile.command?.map((word) => (word.startsWith('/') ? join(folder, word) : word));
    const { findings } = await check({ ...profile, ...(command && { command }) }, { path: '/nowhere' });
    expect(findings).toEqual([expected]);
  });

  test('is no finding where it gets installed', async () => {
    const { findings, facts } = await check({ ...codex, version: '^0.170.0' });
    expect(findings).toEqual([]);
    expect(facts).toEqual([
      'PATH has /bin/codex, version 0.169.0',
      'agent `coder` uses version ^0.170.0, installed before its first session unless PATH has it',
    ]);
  });
});

describe('Claude Code that bypasses permissions', () => {
  const bypassing = { ...claude, flags: ['--permission-mode', 'bypassPermissions'] };
  test.each([
    ['refuses root', { isRoot: true }, 1],
    ['works in a sandbox that says so', { isRoot: true, env: { IS_SANDBOX: '1' } }, 0],
    ['works for everybody else', { isRoot: false }, 0],
  ])('%s', async (_, around, count) => {
    expect((await check(bypassing, around)).findings).toHaveLength(count);
  });
});

describe('the pull command', () => {
  test.each([
    ['./issues --json', []],
    ['plain | cat', []],
    ['cd x && y', []],
    ['FOO=1 ./missing', []],
    ['"$HOME"/x', []],
    [
      './missing',
      [
        "error pull_command_missing issues.pull.command:7 the pull command can't run: `./missing` was not found: there is no /checkout/missing",
      ],
    ],
    ['no-such-program; true', [expect.stringContaining('`no-such-program` was not found on PATH')]],
  ])('%s', async (pull, expected) => {
    expect((await check({ command: ['plain'] }, { pull })).findings).toEqual(expected);
  });
});
