/** Real processes for tests: a run of its own in a folder of its own, with short clocks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  createProcesses,
  type ProcessExit,
  type Processes,
  type ProcessesOptions,
  type ProcessSpec,
} from '../../src/process.ts';
import { createMemoryLog } from './builders.ts';

export const PATH = '/usr/local/bin:/usr/bin:/bin';
export const onLinux = process.platform === 'linux';
let runs = 0;
let starts = 0;

export interface Fixture {
  readonly runId: string;
  readonly folder: string;
  readonly processes: Processes;
  /** Runs `sh -c script`. */
  sh(script: string, fields?: Partial<ProcessSpec>, signal?: AbortSignal): Promise<ProcessExit>;
}

export function setUp(options: Partial<ProcessesOptions> = {}): Fixture {
  const folder = mkdtempSync(join(tmpdir(), 'vik-process-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const runId = `test-${process.pid}-${++runs}`;
  const processes = createProcesses({
    runId,
    tempDir: join(folder, 'temp'),
    log: createMemoryLog(),
    clock: { termAfterMs: 200, killAfterMs: 400 },
    ...options,
  });
  return {
    runId,
    folder,
    processes,
    sh: (script, fields = {}, signal = new AbortController().signal) =>
      processes.run({ ...aSpec(folder), args: ['-c', script], ...fields }, signal),
  };
}

export function aSpec(folder: string): ProcessSpec {
  return {
    command: 'sh',
    args: [],
    cwd: folder,
    env: { PATH },
    marker: `stage/agent/${++starts}`,
    sweepAfter: true,
  };
}

/** Collects lines, and gives a promise of the first so many. */
export function collectLines(count: number) {
  const lines: string[] = [];
  const { promise, resolve } = Promise.withResolvers<readonly string[]>();
  const onLine: NonNullable<ProcessSpec['onLine']> = ({ text }) => {
    lines.push(text);
    if (lines.length === count) resolve([...lines]);
  };
  return { lines, onLine, reached: promise };
}

export const program = (name: string) => fileURLToPath(new URL(`programs/${name}`, import.meta.url));
