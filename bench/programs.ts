/** Starting what is measured: the bundle as a runner does, and other programs. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ActionResult, type ActionRun, runAction } from '../test/support/run-action.ts';

/** How often the peak is looked at; it only grows, so the last look before the end tells. */
const LOOK_MS = 10;

export interface MeasuredRun extends ActionResult {
  /** VmHWM of the Action's own process, in MiB; undefined on systems without /proc. */
  readonly peakMiB: number | undefined;
}

/** Runs the bundle as the first run on its disk: `workspace.root` is in a RUNNER_TEMP of its own. */
export async function runBundle(run: ActionRun): Promise<MeasuredRun> {
  let peakKiB: number | undefined;
  let looking: NodeJS.Timeout | undefined;
  try {
    const result = await runAction({
      ...run,
      runnerTemp: makeFolder({}),
      onStart(pid) {
        looking = setInterval(() => {
          peakKiB = readPeakKiB(pid) ?? peakKiB;
        }, LOOK_MS);
      },
    });
    return { ...result, peakMiB: peakKiB === undefined ? undefined : peakKiB / 1024 };
  } finally {
    clearInterval(looking);
  }
}

function readPeakKiB(pid: number): number | undefined {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found?.[1] === undefined ? undefined : Number(found[1]);
  } catch {
    // gone, or a system without /proc
    return undefined;
  }
}

/** Runs a program to its end, its output read and thrown away; answers its milliseconds. */
export async function timeProgram(command: string, args: readonly string[], cwd: string): Promise<number> {
  const startedAt = performance.now();
  // as in a job: without it the bundle would load what it is at a terminal
  const env = { ...process.env, GITHUB_ACTIONS: 'true' };
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.resume();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`\`${command} ${args.join(' ')}\` ended with ${code}: ${stderr}`);
  return performance.now() - startedAt;
}

/**
 * A new folder with these files. All of them are removed by `removeFolders`, at the very end: where ext4 has just
 * deleted ten thousand files, creating one takes ten times as long, and the next measurement would pay for that.
 */
export function makeFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'vik-bench-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
  }
  return folder;
}

const folders: string[] = [];

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
