import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentVersions, createAgentVersions } from '../../src/agent/version.ts';
import { createProcesses } from '../../src/process.ts';
import { anAgent, createMemoryLog } from '../support/builders.ts';

let folder: string;
let versions: AgentVersions;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vik-version-'));
  const runId = `version-${process.pid}-${Date.now()}`;
  versions = createAgentVersions(
    createProcesses({ runId, tempDir: join(folder, 'temp'), log: createMemoryLog() }),
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function readVersion(script: string): Promise<string | undefined> {
  const program = join(folder, 'codex');
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  const env = { PATH: `${folder}:/usr/bin:/bin` };
  return versions.read(anAgent({ name: 'coder', runtime: 'codex', model: 'm' }), { cwd: folder, env });
}

describe('the version of an agent program', () => {
  it('is asked once, however many sessions want it at once', async () => {
    const script = 'echo asked >> count; echo "codex-cli 0.169.0"';
    const answers = await Promise.all([readVersion(script), readVersion(script), readVersion(script)]);
    expect([answers, readFileSync(join(folder, 'count'), 'utf8')]).toEqual([
      ['0.169.0', '0.169.0', '0.169.0'],
      'asked\n',
    ]);
  });

  it.each(['exit 1', 'echo 1.2.3; exit 1', 'echo unreleased', 'kill -9 $$'])(
    'is unknown when the program does this: %s',
    async (script) => expect(await readVersion(script)).toBeUndefined(),
  );

  it('is unknown when there is no program', async () => {
    const profile = anAgent({ runtime: 'codex', model: 'm' });
    expect(await versions.read(profile, { cwd: folder, env: { PATH: folder } })).toBeUndefined();
  });
});
