/**
 * Installs the version of an agent program that a profile asks for, from npm, when PATH doesn't have it: into the
 * runner's tool cache, once per job, and only when a session is about to start. npm checks the integrity of what it
 * downloads; it gets no secrets, and works outside of every workspace, so that no `.npmrc` of an agent is read.
 */

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import exactVersion from 'semver/functions/valid.js';
import maxSatisfying from 'semver/ranges/max-satisfying.js';
import { codeOf, messageOf } from '../errors.ts';
import type { Log } from '../log.ts';
import { makeFolders } from '../make-folders.ts';
import type { AgentProfile } from '../workflow/workflow.ts';
import { type Npm, NpmError, readNpmVersions, runNpm } from './npm.ts';

/** A program and the package that has it. */
export interface NpmProgram {
  readonly program: string;
  readonly package: string;
  /** The package's own install script, run by us: npm runs none, of nobody. */
  readonly installScript: string | undefined;
}

export const npmPrograms = {
  codex: { program: 'codex', package: '@openai/codex', installScript: undefined },
  claude_code: {
    program: 'claude',
    package: '@anthropic-ai/claude-code',
    // Puts the binary for this platform into the place of a stub.
    installScript: 'install.cjs',
  },
  command: undefined,
} as const satisfies Record<AgentProfile['runtime'], NpmProgram | undefined>;

/** The program could not be had: a `setup` failure, in words for the person with a red cross. */
export class InstallError extends Error {
  override readonly name = 'InstallError';
}

export interface InstallRequest {
  readonly wanted: NpmProgram;
  /** An exact version or a range. */
  readonly version: string;
  /** Absolute; made when missing. */
  readonly toolCache: string;
  readonly limits: InstallLimits;
}

export interface InstallLimits {
  /** Between two tries; there is one try more. */
  readonly waitsMs: readonly number[];
  /** All tries together, with the waits between them. */
  readonly allMs: number;
  /** A registry that sends nothing. */
  readonly fetchMs: number;
  /** Between two lines that say that it is still at it. */
  readonly progressMs: number;
}

/** A download of 400 MB on a slow line is done in ten minutes, and three tries at a registry that hangs are over. */
export const INSTALL_LIMITS: InstallLimits = {
  waitsMs: [1_000, 5_000],
  allMs: 10 * 60_000,
  fetchMs: 60_000,
  progressMs: 30_000,
};

/** Answers the folder in which the program is. Rejects with an `InstallError`. */
export async function installProgram(
  request: InstallRequest,
  npm: Npm,
  log: Log,
  signal: AbortSignal,
): Promise<string> {
  const { wanted, version, limits } = request;
  const limit = AbortSignal.timeout(limits.allMs);
  using _progress = tellProgress(`${wanted.package} ${version}`, limits.progressMs, log);
  try {
    return await findOrInstall(request, npm, log, AbortSignal.any([signal, limit]));
  } catch (error) {
    const isOverLimit = limit.aborted && !signal.aborted;
    const what = isOverLimit ? `it took longer than ${limits.allMs / 60_000} min` : messageOf(error);
    const advice =
      'check `version` in the workflow file and that the registry can be reached, or install the program in a step before this one and remove `version`';
    const name = `${wanted.package}@${version}`;
    throw new InstallError(`${name} could not be installed: ${what}; ${advice}`, { cause: error });
  }
}

async function findOrInstall(
  request: InstallRequest,
  npm: Npm,
  log: Log,
  signal: AbortSignal,
): Promise<string> {
  const { wanted, version, toolCache, limits } = request;
  const insist = <T>(attempt: () => Promise<T>) => tryAgain(attempt, limits.waitsMs, log, signal);
  makeFolders(toolCache, 0o777);
  const exact = exactVersion(version) ?? (await insist(() => resolveRange(request, npm, signal)));
  const folder = join(toolCache, 'vik', wanted.program, exact, `${process.platform}-${process.arch}`);
  const bin = join(folder, 'node_modules', '.bin');
  if (existsSync(join(bin, wanted.program))) {
    log.debug(`${wanted.package} ${exact} is in the tool cache: ${folder}`);
    return bin;
  }
  const why = exact === version ? '' : ` (\`version: ${version}\`)`;
  log.info(`installing ${wanted.package} ${exact}${why}`);
  const startedAt = performance.now();
  await removeAbandoned(toolCache, limits.allMs, log);
  await insist(() => installInto(folder, { wanted, version: exact }, npm, log, signal));
  log.info(
    `installed ${wanted.package} ${exact} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );
  return bin;
}

/** Hundreds of megabytes and no line for minutes look like a run that hangs. */
function tellProgress(name: string, everyMs: number, log: Log): Disposable {
  const startedAt = performance.now();
  const timer = setInterval(() => {
    log.info(`still installing ${name}, ${Math.round((performance.now() - startedAt) / 1000)} s`);
  }, everyMs);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

/**
 * Removes what installations left that were killed. Another run, on another machine perhaps, may be installing now: its
 * folder is younger than an installation may take, and stays.
 */
async function removeAbandoned(toolCache: string, limitMs: number, log: Log): Promise<void> {
  try {
    for await (const name of glob('vik/*/*/*.partial', { cwd: toolCache })) {
      const folder = join(toolCache, name);
      if (Date.now() - (await stat(folder)).mtimeMs <= 2 * limitMs) continue;
      await rm(folder, { recursive: true, force: true });
      log.debug(`removed an installation that was never finished: ${folder}`);
    }
  } catch (error) {
    // Room on the disk is no reason to install nothing: somebody else may have removed it, or own it.
    log.debug(`an installation that was never finished could not be removed: ${messageOf(error)}`);
  }
}

async function resolveRange(
  { wanted, version, toolCache }: InstallRequest,
  npm: Npm,
  signal: AbortSignal,
): Promise<string> {
  const known = await readNpmVersions(npm, `${wanted.package}@${version}`, toolCache, signal);
  const best = maxSatisfying([...known], version);
  if (best === null) throw new NpmError(`no version of ${wanted.package} is in \`${version}\``, false);
  return best;
}

/** Installs beside the place and moves the whole there: what is in the place is complete. */
async function installInto(
  folder: string,
  { wanted, version }: { readonly wanted: NpmProgram; readonly version: string },
  npm: Npm,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const partial = `${folder}.${randomUUID()}.partial`;
  await mkdir(partial, { recursive: true });
  try {
    // Otherwise npm looks for a project in the folders above.
    await writeFile(join(partial, 'package.json'), '{ "private": true }\n');
    const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
    const spec = `${wanted.package}@${version}`;
    await runNpm(
      npm,
      ['install', '--prefix', partial, '--ignore-scripts', '--include=optional', ...flags, spec],
      partial,
      signal,
    );
    const packageFolder = join(partial, 'node_modules', wanted.package);
    if (wanted.installScript !== undefined && existsSync(join(packageFolder, wanted.installScript)))
      await npm.run({ command: 'node', args: [wanted.installScript], cwd: packageFolder }, signal);
    await checkVersion(join(partial, 'node_modules', '.bin', wanted.program), version, npm, partial, signal);
    await rename(partial, folder).catch(async (error: unknown) => {
      // Another job on this machine was faster, with the same.
      if (existsSync(join(folder, 'node_modules', '.bin', wanted.program))) return;
      if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
      log.warning(`\`${folder}\` was not complete: it is replaced`);
      // moved away and not removed in its place, where another job may do the same; an abandoned one is removed later
      await rename(folder, `${folder}.${randomUUID()}.partial`);
      await rename(partial, folder);
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function checkVersion(
  command: string,
  version: string,
  npm: Npm,
  cwd: string,
  signal: AbortSignal,
): Promise<void> {
  const printed = await npm.run({ command, args: ['--version'], cwd }, signal);
  if (!printed.includes(version))
    throw new NpmError(`what was installed says that it is \`${printed.trim().slice(0, 100)}\``, false);
}

/** A registry may be out of reach for a moment; a version that isn't there is not tried again. */
async function tryAgain<T>(
  attempt: () => Promise<T>,
  waitsMs: readonly number[],
  log: Log,
  signal: AbortSignal,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const waitMs = waitsMs[tries - 1];
      if (signal.aborted || waitMs === undefined || (error instanceof NpmError && !error.isWorthAnotherTry))
        throw error;
      log.info(
        `${messageOf(error)}; trying again in ${waitMs / 1000} s (${tries + 1} of ${waitsMs.length + 1})`,
      );
      await sleep(waitMs, undefined, { signal });
    }
  }
}
