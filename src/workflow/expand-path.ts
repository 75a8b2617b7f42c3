import { join, resolve } from 'node:path';

/** An absolute path: `~` and `~/...` from the home folder, everything else from `dir`. `$VAR` is not expanded. */
export function expandPath(path: string, dir: string, home: string): string {
  if (path === '~') return home;
  return path.startsWith('~/') ? join(home, path.slice(2)) : resolve(dir, path);
}
