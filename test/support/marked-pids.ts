import { readdirSync, readFileSync } from 'node:fs';

/** The living processes (no zombies) with this text in the `VIK_PROCESS` of their environment. Linux only. */
export function pidsMarked(marker: string): number[] {
  return pidsWithVariable('VIK_PROCESS', marker);
}

/** The living processes (no zombies) with this text in this variable of their environment. Linux only. */
export function pidsWithVariable(name: string, text: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => environment(pid).some((entry) => entry.startsWith(`${name}=`) && entry.includes(text)))
    .map(Number);
}

/** Whether a process is there and not a zombie. Linux only. */
export function isRunning(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

function environment(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    // Ended in the meantime.
    return [];
  }
}
