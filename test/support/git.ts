/** Real git repositories in folders of their own, made with fixed names and without the machine's settings. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const GIT_ENV = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
} as const;

/** Runs a shell script in a folder; its standard output without the last newline. */
export function shell(cwd: string, script: string): string {
  return execFileSync('sh', ['-ec', script], {
    cwd,
    env: GIT_ENV,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trimEnd();
}

/** A bare repository with one commit on `main`, at `<folder>/origin.git`. */
export function makeOrigin(folder: string): string {
  const origin = path.join(folder, 'origin.git');
  const seed = path.join(folder, 'seed');
  mkdirSync(seed, { recursive: true });
  shell(folder, `git init -q --bare -b main ${origin}`);
  writeFileSync(path.join(seed, 'file'), 'one\n');
  shell(seed, `git init -q -b main; git add .; git commit -qm one; git push -q ${origin} main`);
  return origin;
}
