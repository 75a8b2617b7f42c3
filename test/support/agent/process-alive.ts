import { readFileSync } from 'node:fs';

/** The processes of a file of pids that still run; zombies don't count. */
export function aliveOf(pidFile: string): readonly number[] {
  return readFileSync(pidFile, 'utf8').trim().split('\n').map(Number).filter(isAlive);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    // No such process, or it went away between the two looks.
    return false;
  }
}
