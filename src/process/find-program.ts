import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { basename, isAbsolute, resolve } from 'node:path';

/** Where execvp looks without a PATH (glibc's confstr(_CS_PATH), macOS `_PATH_DEFPATH`). */
const DEFAULT_PATH = '/usr/bin:/bin';

/** What a child with this environment and folder would run for `command`; undefined when there is no such program. */
export async function findProgram(
  command: string,
  env: { readonly PATH?: string },
  cwd: string,
): Promise<string | undefined> {
  return candidates(command, env, cwd).find((path) => lookAt(path) === 'program');
}

/** Says why `findProgram` found nothing, for the person who has to change it. */
export function explainMissing(command: string, env: { readonly PATH?: string }, cwd: string): string {
  const found = candidates(command, env, cwd)
    .map((path) => ({ path, what: lookAt(path) }))
    .find(({ what }) => what !== 'nothing');
  if (found !== undefined) {
    const it = found.path === command ? 'it' : found.path;
    const why = found.what === 'folder' ? 'is a folder' : 'is not executable (chmod +x)';
    return `\`${command}\` can't be run: ${it} ${why}`;
  }
  if (isAbsolute(command)) return `\`${command}\` was not found`;
  if (command.includes('/')) return `\`${command}\` was not found: there is no ${resolve(cwd, command)}`;
  return `\`${command}\` was not found on PATH (${shortPath(env)})`;
}

const SHOWN_PATH = 60;

/** The beginning of PATH: a runner has 20 folders and more. */
function shortPath({ PATH = DEFAULT_PATH }: { readonly PATH?: string }): string {
  const folders = PATH.split(':');
  let shown = folders.slice(0, 1);
  for (const folder of folders.slice(1)) {
    const longer = [...shown, folder];
    if (longer.join(':').length > SHOWN_PATH) break;
    shown = longer;
  }
  const left = folders.length - shown.length;
  return `${shown.join(':')}${left === 0 ? '' : ` and ${left} more`}`;
}

/**
 * Why a script that ended with 126 or 127 never ran: the interpreter that its first line names is missing. Undefined
 * when the interpreter is there: then the code is the program's own.
 */
export async function explainBrokenScript(
  path: string,
  env: { readonly PATH?: string },
  cwd: string,
): Promise<string | undefined> {
  const [interpreter, ...args] = firstLine(path);
  if (interpreter === undefined) return undefined;
  const says = `${path} can't run: its first line asks for`;
  if (lookAt(resolve(cwd, interpreter)) !== 'program') {
    const windows = interpreter.endsWith('\r') ? ' (the file has Windows line endings)' : '';
    return `${says} \`${interpreter.trimEnd()}\`, which is not there${windows}`;
  }
  if (basename(interpreter) !== 'env') return undefined;
  const wanted = args.find((arg) => !arg.startsWith('-') && !arg.includes('='));
  if (wanted === undefined || (await findProgram(wanted, env, cwd)) !== undefined) return undefined;
  const windows = wanted.endsWith('\r') ? ' (the file has Windows line endings)' : '';
  return `${says} \`${wanted.trimEnd()}\`, which was not found on PATH (${shortPath(env)})${windows}`;
}

export function isFolder(path: string): boolean {
  return lookAt(path) === 'folder';
}

export function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function candidates(command: string, env: { readonly PATH?: string }, cwd: string): string[] {
  if (command === '') return [];
  if (command.includes('/')) return [resolve(cwd, command)];
  return (env.PATH ?? DEFAULT_PATH).split(':').map((folder) => resolve(cwd, folder, command));
}

// Synchronous on purpose: ten stat calls cost 30 microseconds here and half a millisecond through the thread pool, and
// a thousand starts wait for them.
function lookAt(path: string): 'program' | 'not-executable' | 'folder' | 'nothing' {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return 'nothing';
    if (stats.isDirectory()) return 'folder';
    if (!stats.isFile()) return 'not-executable';
  } catch {
    // A path through a file, a link in circles, a folder that is closed to us: for the child it is not there either.
    return 'nothing';
  }
  try {
    accessSync(path, constants.X_OK);
    return 'program';
  } catch {
    return 'not-executable';
  }
}

/** The words after `#!`; none when it is no script. Only spaces and tabs divide them, as in the kernel. */
function firstLine(path: string): string[] {
  const head = Buffer.alloc(256);
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const length = readSync(file, head, 0, head.length, 0);
      const [line = ''] = head.toString('latin1', 0, length).split('\n');
      return line.startsWith('#!')
        ? line
            .slice(2)
            .split(/[ \t]+/)
            .filter((word) => word !== '')
        : [];
    } finally {
      closeSync(file);
    }
  } catch {
    // An executable need not be readable; then nothing can be said.
    return [];
  }
}
