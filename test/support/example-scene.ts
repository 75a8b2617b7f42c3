/** What runs of examples/ need: the example as a repository, and programs on PATH that play agents, `gh` and `npm`. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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

/** Programs on PATH that play agents, `gh` and `npm`, and a git that reaches the repository for the server's address. */
export function environment(scene: Scene, origin: string, server: string): Record<string, string> {
  const programs = join(import.meta.dirname, 'programs');
  mkdirSync(scene.path('bin'));
  for (const name of ['gh', 'npm']) symlinkSync(join(programs, `${name}.sh`), scene.path(`bin/${name}`));
  for (const agent of ['claude', 'codex', 'aider'])
    symlinkSync(join(programs, 'agent.sh'), scene.path(`bin/${agent}`));
  mkdirSync(scene.path('home'));
  return {
    PATH: `${scene.path('bin')}:${process.env.PATH}`,
    HOME: scene.path('home'),
    PLAYED: scene.github.url,
    GITHUB_SERVER_URL: server,
    ...reaching(origin, server),
  };
}

/** Git that knows nobody, as on a hosted runner, and reaches `origin` for the server's address; npm without a network. */
export function reaching(origin: string, server: string): Record<string, string> {
  return {
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `url.${origin}.insteadOf`,
    GIT_CONFIG_VALUE_0: `${server}/octo/repo`,
    npm_config_offline: 'true',
    npm_config_cache: join(origin, '../npm'),
  };
}

/**
 * The repository that the hooks clone and push to: what the example's user has, with tests that fail until `npm ci` has
 * installed what they need.
 */
export function withRepository(scene: Scene, files?: string): string {
  const [origin, seed] = [scene.path('repo.git'), scene.path('seed')];
  mkdirSync(join(seed, 'dependency'), { recursive: true });
  if (files !== undefined) cpSync(files, seed, { recursive: true });
  for (const [name, text] of Object.entries(PACKAGE)) writeFileSync(join(seed, name), text);
  git(seed, 'init', '--quiet', '--initial-branch=main');
  git(seed, 'add', '.');
  git(seed, 'commit', '--quiet', '--message', 'Start');
  git(seed, 'clone', '--quiet', '--bare', seed, origin);
  return origin;
}

const dependencies = { dependency: 'file:dependency' };
const PACKAGE: Readonly<Record<string, string>> = {
  '.gitignore': 'node_modules/\n',
  'package.json': JSON.stringify({ scripts: { test: 'node -r dependency -e 0' }, dependencies }),
  'package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies },
      dependency: { version: '1.0.0' },
      'node_modules/dependency': { resolved: 'dependency', link: true },
    },
  }),
  'dependency/package.json': JSON.stringify({ version: '1.0.0' }),
  'dependency/index.js': '',
};

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
