/**
 * The runner's files for a step: they lie in a folder that agents can write, so they are written at the very end, from
 * scratch, and what somebody else put there is removed. Through these files a step sets variables and PATH of later
 * steps. A file is replaced and not opened, since an agent may have put a link or a pipe in its place.
 */
import { closeSync, constants, lstatSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CommandFiles } from '../inputs.ts';
import type { Log } from '../log.ts';
import { makeFolders } from '../make-folders.ts';

const VARIABLES = {
  output: 'GITHUB_OUTPUT',
  summary: 'GITHUB_STEP_SUMMARY',
  env: 'GITHUB_ENV',
  path: 'GITHUB_PATH',
  state: 'GITHUB_STATE',
} as const satisfies Record<keyof CommandFiles, string>;

/**
 * Gives outputs and summary to the runner and empties the other three files. Foreign content is reported, when `first`
 * (later it is our own). A file that can't be written is a warning: it must not turn the run's result around.
 */
export function writeCommandFiles(
  files: CommandFiles,
  contents: { readonly output: string; readonly summary: string },
  options: { readonly log: Log; readonly first: boolean },
): void {
  const { log, first } = options;
  for (const file of ['output', 'summary', 'env', 'path', 'state'] as const) {
    const path = files[file];
    if (path === undefined) continue;
    const ours = file === 'output' || file === 'summary';
    try {
      const foreign = first || !ours ? foreignContent(path) : undefined;
      if (foreign !== undefined) log.warning(foreignMessage(VARIABLES[file], foreign), FOREIGN);
      if (ours || foreign !== undefined) replaceFile(path, ours ? contents[file] : '');
    } catch (error) {
      log.warning(`\`${VARIABLES[file]}\` could not be written: ${String(error)}`, { kind: 'runner file' });
    }
  }
}

const FOREIGN = { title: 'foreign content in a runner file', kind: 'runner file' };

function foreignMessage(variable: string, content: string): string {
  return (
    `\`${variable}\` held ${content} that this step did not write: removed. ` +
    'A hook or an agent found the file and tried to change later steps of this job'
  );
}

/** What a file holds that should be empty, in words. */
function foreignContent(path: string): string | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (stat.isSymbolicLink()) return 'a link';
  if (!stat.isFile()) return 'something that is no file';
  return stat.size === 0 ? undefined : `${stat.size} bytes`;
}

function replaceFile(path: string, content: string): void {
  try {
    rmSync(path, { force: true });
    // an agent may have removed the runner's folder
    makeFolders(dirname(path), 0o755);
    writeFileSync(path, content, { flag: 'wx', mode: 0o644 });
  } catch {
    // The folder can't be written or the file is mounted alone: then into the file itself, but through no link.
    const flags =
      constants.O_WRONLY |
      constants.O_CREAT |
      constants.O_TRUNC |
      constants.O_NOFOLLOW |
      constants.O_NONBLOCK;
    const descriptor = openSync(path, flags, 0o644);
    try {
      writeFileSync(descriptor, content);
    } finally {
      closeSync(descriptor);
    }
  }
}
