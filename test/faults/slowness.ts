/**
 * How many times longer than on a quiet machine with two cores a program takes to start here and now, at least 1. A limit
 * in seconds tells a hang from a slow run only when it grows with the machine: some start programs ten times slower.
 */
import { execFileSync } from 'node:child_process';

/** What `node -e 0` takes on such a machine. */
const QUIET_MS = 30;
/** A machine that is slower than that is no place to test on. */
const MOST = 10;

export const SLOWNESS = Math.min(MOST, Math.max(1, medianStartMs() / QUIET_MS));

function medianStartMs(): number {
  const times = Array.from({ length: 5 }, () => {
    const startedAt = performance.now();
    execFileSync(process.execPath, ['-e', '0']);
    return performance.now() - startedAt;
  });
  return times.sort((a, b) => a - b)[2] ?? QUIET_MS;
}
