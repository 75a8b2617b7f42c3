/** What runs of examples/ need: the example as a repository, and programs on PATH that play agents and `gh`. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Scene } from './scenario.ts';

export const EXAMPLES = join(import.meta.dirname, '../../examples');
export const exampleNames = readdirSync(EXAMPLES).filter((name) => !name.endsWith('.md'));

/** The file as it is, but for the time between two pulls: nobody waits for a test. */
export function impatient(name: string): string {
  const document = parseDocument(readFileSync(join(EXAMPLES, name, 'workflow.yml'), 'utf8'));
  const intake = document.hasIn(['issues', 'pull']) ? 'pull' : 'github';
  document.setIn(['issues', intake, 'idle_sec'], 1);
  return String(document);
}

/** Programs on PATH that play agents and `gh`, and a git that reaches the repository for the server's address. */
export function environment(scene: Scene, origin: string, server: string): Record<string, string> {
  const programs = join(import.meta.dirname, 'programs');
  mkdirSync(scene.path('bin'));
  symlinkSync(join(programs, 'gh.sh'), scene.path('bin/gh'));
  for (const agent of ['claude', 'codex', 'aider'])
    symlinkSync(join(programs, 'agent.sh'), scene.path(`bin/${agent}`));
  mkdirSync(scene.path('home'));
  return {
    PATH: `${scene.path('bin')}:${process.env.PATH}`,
    HOME: scene.path('home'),
    PLAYED: scene.github.url,
    GITHUB_SERVER_URL: server,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `url.${origin}.insteadOf`,
    GIT_CONFIG_VALUE_0: `${server}/octo/repo`,
  };
}

/** The repository that the hooks clone and push to: what the example's user has. */
export function withRepository(scene: Scene, files: string): string {
  const [origin, seed] = [scene.path('repo.git'), scene.path('seed')];
  cpSync(files, seed, { recursive: true });
  git(seed, 'init', '--quiet', '--initial-branch=main');
  git(seed, 'add', '.');
  git(seed, 'commit', '--quiet', '--message', 'Start');
  git(seed, 'clone', '--quiet', '--bare', seed, origin);
  return origin;
}

export function logOf(origin: string, branch: string): string[] {
  if (git(origin, 'branch', '--list', branch) === '') return [];
  return git(origin, 'log', '--format=%s', branch).trim().split('\n');
}

export function git(cwd: string, ...args: string[]): string {
  const me = ['-c', 'user.name=me', '-c', 'user.email=me@example.com'];
  return execFileSync('git', [...me, ...args], { cwd, encoding: 'utf8' });
}

/** What the example's GitHub workflow takes from the repository's settings. */
export function secretsOf(name: string): Record<string, string> {
  const text = readFileSync(join(EXAMPLES, name, '.github/workflows/vik.yml'), 'utf8');
  const named = [...text.matchAll(/\$\{\{ (?:secrets|vars)\.(\w+) \}\}/g)];
  return Object.fromEntries(named.map(([, word = '']) => [word, `the ${word} of a test`]));
}
