/** Everything that a round of tests leaves in the folder for temporary files is gone when it ends, killed tests included. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vik-tests-')));

/** Vitest's global setup: the workers, and the programs that they start, inherit the folder. */
export function setup(): void {
  process.env.TMPDIR = folder;
}

/** Vitest's global teardown. */
export function teardown(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
