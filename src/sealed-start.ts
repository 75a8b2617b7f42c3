/**
 * A process of the same user can read /proc/<pid>/environ, and deleting from `process.env` does not change what it
 * shows. So the first start writes our environment to a file that only this user may read and replaces itself by a
 * second one that has next to none; the second start reads the file back and unlinks it before anything else runs.
 * Nothing is imported here that costs time: all of this comes before the Action itself is loaded.
 */

import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from './errors.ts';

/** Names the file between the two starts, after the pid that both of them have: nobody else's variable is obeyed. */
const HANDOVER = 'VIK_HANDOVER_FILE';

/**
 * MiB for what lives shortly, three times over: with Node's 16, a thousand sessions at once take 40 to 70 MiB more, and
 * are no faster. Only a start can set it.
 */
const SMALL_NURSERY = '--max-semi-space-size=8';

/** What Node reads when it starts, and what the runner finds its processes by. Nothing of it is secret. */
const KEPT: readonly string[] = [
  'PATH',
  'HOME',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_DIR',
  'SSL_CERT_FILE',
  'RUNNER_TRACKING_ID',
];

/**
 * Seals this start. Does not come back from the first one where it works; answers a sentence where it does not, and
 * undefined when this is the second.
 */
export function sealStart(): string | undefined {
  const own = `${process.pid}:`;
  const handover = process.env[HANDOVER];
  delete process.env[HANDOVER];
  if (handover?.startsWith(own)) {
    unseal(handover.slice(own.length));
    return undefined;
  }
  if (process.execve === undefined) return unsealed('this system has no `execve`');
  const path = join(process.env.RUNNER_TEMP || tmpdir(), `vik-${randomUUID()}`);
  try {
    writeFileSync(path, JSON.stringify(process.env), { mode: 0o600, flag: 'wx' });
    const kept = KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
    // it is marked as experimental, which is our business and not that of whoever reads the log
    process.removeAllListeners('warning');
    return process.execve(
      process.execPath,
      [process.execPath, SMALL_NURSERY, ...process.execArgv, ...process.argv.slice(1)],
      {
        ...Object.fromEntries(kept),
        [HANDOVER]: own + path,
      },
    );
  } catch (error) {
    rmSync(path, { force: true });
    return unsealed(messageOf(error));
  }
}

/** Whether a runner started us; asked before anything is loaded, to load only what is needed. */
export function isInJob(): boolean {
  return process.env.GITHUB_ACTIONS === 'true';
}

/** Puts the environment back into `process.env`, which is memory of ours and no longer what /proc shows. */
function unseal(file: string): void {
  const text = readFileSync(file, 'utf8');
  rmSync(file, { force: true });
  for (const [name, value] of Object.entries<unknown>(JSON.parse(text))) {
    if (typeof value === 'string') process.env[name] = value;
  }
}

function unsealed(why: string): string {
  return `this process could not be started again without its environment (${why}): agents of the same user can read the token from it`;
}
