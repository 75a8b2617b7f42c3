import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../src/json.ts';
import { renderShell, type ShellProgram, type TemplateContext } from '../../src/stage/template.ts';

/** What `sh` is: dash on Debian and Ubuntu, bash on macOS and Red Hat. */
export const SHELLS = ['dash', 'bash'] as const;

export interface ShellResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
  /** The files that the program left in its empty folder. */
  readonly files: readonly string[];
}

/** Runs a program as `sh -c`, `sh` being the given shell, in an empty folder. */
export function runIn(shell: string, { program, env }: ShellProgram): ShellResult {
  const cwd = mkdtempSync(join(tmpdir(), 'vik-shell-'));
  try {
    const result = spawnSync(shell, ['-c', program], {
      argv0: 'sh',
      cwd,
      // bash takes a socket for a remote login and reads its startup file
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', ...env },
      encoding: 'utf8',
    });
    return {
      stdout: result.stdout,
      stderr: result.stderr,
      status: result.status,
      files: readdirSync(cwd).sort(),
    };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

export function contextOf(issue: JsonObject, env: Readonly<Record<string, string>> = {}): TemplateContext {
  return { issue, workspace_root: '/root', workflow_path: '/flow/workflow.yml', workflow_dir: '/flow', env };
}

export function renderHook(source: string, issue: JsonObject): Promise<ShellProgram> {
  return renderShell(source, contextOf(issue), { name: 'hook', secretNames: [] });
}
