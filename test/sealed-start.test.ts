import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTempDir, runAction } from './support/run-action.ts';

/** An agent that looks for secrets where a process of the same user can: in the environments of its ancestors. */
const SPY = `#!/bin/sh
cat > /dev/null
pid=$PPID
while [ "$pid" -gt 1 ]; do
  tr '\\0' '\\n' < "/proc/$pid/environ" >> "$OUT" 2> /dev/null
  echo "pid $pid" >> "$OUT"
  [ "$pid" = "$STOP" ] && break
  pid=$(sed 's/.*) . \\([0-9]*\\) .*/\\1/' "/proc/$pid/stat")
  [ "$(tr '\\0' ' ' < "/proc/$pid/cmdline" | grep -c vitest)" = 0 ] || break
done
`;

test.runIf(existsSync('/proc/self/environ'))(
  'no ancestor of an agent shows a secret in its environment, and the handover file is gone',
  async () => {
    const workspace = await makeTempDir();
    const out = path.join(workspace, 'seen.txt');
    const bystander = path.join(workspace, 'bystander.json');
    writeFileSync(bystander, '{}');
    writeFileSync(path.join(workspace, 'spy.sh'), SPY, { mode: 0o755 });
    writeFileSync(
      path.join(workspace, 'workflow.yml'),
      `agents: { spy: { runtime: command, command: [./spy.sh] } }
issues: { pull: { command: 'echo "[{\\"id\\":\\"A\\",\\"title\\":\\"\\",\\"state\\":\\"todo\\"}]"', idle_sec: 1 } }
loop: { max_iterations: 1 }
issue: { stages: { look: { when: { state: todo }, agent: spy, prompt: go } } }
`,
    );

    const result = await runAction({
      workspace,
      inputs: { 'github-token': 'ghs_sealed0000000000000' },
      env: {
        OUT: out,
        ACTIONS_RUNTIME_TOKEN: 'runtime-secret',
        MY_API_KEY: 'key-secret-0000',
        // Of somebody who wants this start to stay unsealed, and a file to be removed.
        VIK_HANDOVER_FILE: bystander,
      },
    });

    expect(result.exitCode).toBe(0);
    const seen = readFileSync(out, 'utf8');
    expect(seen).toMatch(/VIK_HANDOVER_FILE=/);
    for (const secret of ['ghs_sealed0000000000000', 'runtime-secret', 'key-secret-0000', 'INPUT_']) {
      expect(seen).not.toContain(secret);
    }
    expect(readFileSync(bystander, 'utf8')).toBe('{}');
    expect(readdirSync(result.runnerTemp).filter((name) => name.startsWith('vik-'))).toEqual([]);
  },
);
