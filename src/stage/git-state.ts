/**
 * What git says of a workspace, for what a stage expects. An agent may have written its `.git/config`, which can name
 * programs (filters, for one): git runs here with the agent's own environment, so they reach no more than it did.
 */
import path from 'node:path';
import type { ProcessExit, Processes } from '../process.ts';
import type { BranchTip } from '../tracker/tracker.ts';
import { parseReflogs, REFLOG_ARGS, type Reflogs, sortByOrigin } from './git-reflogs.ts';
import { assertInside } from './workspace.ts';

/** Runs git in one workspace. */
export interface Git {
  /**
   * @throws ProgramNotFoundError when there is no git; GitError for an exit code that `allowed` doesn't name, and for an
   * answer of more than 16 MiB
   */
  run(args: readonly string[], options: GitOptions, signal: AbortSignal): Promise<GitAnswer>;
  /** Keeps a text in a file of ours for as long as the stage run lives. */
  keep(text: string): Promise<string>;
}

interface GitOptions {
  readonly stdinFile?: string;
  /** Exit codes that are answers; only 0 without it. */
  readonly allowed?: readonly number[];
}

interface GitAnswer {
  readonly code: number;
  readonly text: string;
  readonly stderr: string;
}

/** Git could not answer. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

export interface GitPlace {
  readonly processes: Pick<Processes, 'run'>;
  readonly root: string;
  readonly workspace: string;
  /** Builds the agent's. */
  env(): Readonly<Record<string, string>>;
  nextMarker(): string;
  keep(text: string): Promise<string>;
}

const TIMEOUT_MS = 60_000;
/** A hundred thousand refs. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Commits that are asked about, HEAD first: an agent may make ten thousand branches. */
const MOST_TIPS = 200;
/** New commits that are looked at below one tip, the newest first. */
const MOST_COMMITS = 20_000;
/** Variables that would lead git to another repository than the workspace's. */
const MISLEADING = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_NAMESPACE'];

/** Git in the workspace of one stage run. */
export function createGit({ processes, root, workspace, env, nextMarker, keep }: GitPlace): Git {
  let own: Readonly<Record<string, string>> | undefined;
  return {
    keep,
    async run(args, { stdinFile, allowed = [0] }, signal) {
      own ??= Object.fromEntries(Object.entries(env()).filter(([name]) => !MISLEADING.includes(name)));
      await assertInside(root, workspace);
      const exit = await processes.run(
        {
          command: 'git',
          args: ['--no-pager', ...args],
          cwd: workspace,
          env: {
            ...own,
            LC_ALL: 'C',
            GIT_TERMINAL_PROMPT: '0',
            GIT_OPTIONAL_LOCKS: '0',
            // a workspace below the checkout is not the checkout's
            GIT_CEILING_DIRECTORIES: path.dirname(workspace),
          },
          ...(stdinFile === undefined ? {} : { stdinFile }),
          marker: nextMarker(),
          timeoutMs: TIMEOUT_MS,
          captureStdoutBytes: MOST_BYTES,
          sweepAfter: true,
        },
        signal,
      );
      signal.throwIfAborted();
      const { exitCode: code, stdout, stderrTail: stderr } = exit;
      if (exit.ended !== undefined || code === undefined || !allowed.includes(code)) {
        throw new GitError(`\`git ${args.join(' ')}\` ${describe(exit)}`);
      }
      if (exit.stdoutTruncated) {
        throw new GitError(`\`git ${args.join(' ')}\` printed more than ${MOST_BYTES / 1024 / 1024} MiB`);
      }
      return { code, text: stdout.toString('utf8'), stderr };
    },
  };
}

function describe({ ended, exitCode, signal, stderrTail }: ProcessExit): string {
  if (ended === 'timeout') return `did not end within ${TIMEOUT_MS / 1000} s`;
  const stderr = stderrTail.trim();
  const why = signal === undefined ? `exited with code ${exitCode}` : `was killed by ${signal}`;
  return stderr === '' ? why : `${why}: ${stderr}`;
}

export interface GitState {
  /** Undefined before the first commit. */
  readonly head: string | undefined;
  /** Undefined when HEAD is detached. */
  readonly branch: string | undefined;
  /** Commits and tags by full name, such as `refs/remotes/origin/main`. */
  readonly refs: ReadonlyMap<string, string>;
}

/** Where the refs of the workspace's repository stand; undefined when it is none. */
export async function readGitState(git: Git, signal: AbortSignal): Promise<GitState | undefined> {
  // 1: there is no ref yet
  const shown = await git.run(['show-ref', '--head'], { allowed: [0, 1, 128] }, signal);
  if (shown.code === 128) {
    if (/not a git repository/i.test(shown.stderr)) return undefined;
    throw new GitError(`\`git show-ref\` exited with code 128: ${shown.stderr.trim()}`);
  }
  const lines = shown.text.split('\n').filter((line) => line !== '');
  const refs = new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.split(' ', 1)[0] ?? '']));
  const head = refs.get('HEAD');
  refs.delete('HEAD');
  const branch = await git.run(['symbolic-ref', '--quiet', '--short', 'HEAD'], { allowed: [0, 1] }, signal);
  return { head, branch: branch.code === 0 ? branch.text.trim() : undefined, refs };
}

/** Work that was not there before. */
export interface NewWork {
  /** HEAD, when it has a commit that is new. */
  readonly head: string | undefined;
  /** Branches with a new commit that were pushed from here, with their commit. */
  readonly pushed: readonly BranchTip[];
  /** Local branches with a new commit, HEAD's too. */
  readonly local: readonly BranchTip[];
}

/**
 * Compares with an earlier state. What came from elsewhere is nobody's work here, and git's own reflogs tell: a remote
 * branch counts only when it was pushed from this repository since, a local one (and HEAD) only when a commit between
 * the known ones and it was made here. Where they say nothing (they are switched off, or a program wrote the ref
 * itself), a new commit counts.
 *
 * What they can't tell: a commit that was fetched and then put into a branch with `git update-ref` counts, and one that
 * was made with `git commit-tree` and then reset to does not.
 */
export async function findNewWork(
  git: Git,
  before: GitState | undefined,
  now: GitState,
  signal: AbortSignal,
): Promise<NewWork> {
  const moved = [...now.refs].filter(
    // `origin/HEAD` only points at another one of them
    ([ref, sha]) => /^refs\/remotes\/(?!.*\/HEAD$)/.test(ref) && before?.refs.get(ref) !== sha,
  );
  const readOnce = once(() => readReflogs(git, signal));
  const sortOnce = once(async () => sortByOrigin(await readOnce(), now.refs));
  const reflogs: Reflogs = moved.length === 0 ? new Map() : await readOnce();
  const lastPush = (ref: string): string | undefined => {
    const entries = reflogs.get(ref) ?? [];
    const old = entries.findIndex(({ sha }) => sha === before?.refs.get(ref));
    return (old < 0 ? entries : entries.slice(0, old)).find(({ what }) => what === 'update by push')?.sha;
  };
  const fetched = moved.filter(([ref]) => lastPush(ref) === undefined).map(([, sha]) => sha);
  const old = [...(before?.refs.values() ?? []), ...(before?.head === undefined ? [] : [before.head])];
  const known = await git.keep([...new Set([...old, ...fetched])].map((sha) => `^${sha}\n`).join(''));
  // HEAD, its branch and what was pushed are mostly one commit, and each answer costs a process
  const answers = new Map<string, readonly string[]>();
  const newBelow = async (sha: string): Promise<readonly string[]> => {
    const answer =
      answers.get(sha) ?? (answers.size < MOST_TIPS ? await listBeyond(git, known, [sha], signal) : []);
    answers.set(sha, answer);
    return answer;
  };
  const isNew = async (sha: string): Promise<boolean> => (await newBelow(sha)).length > 0;
  const madeHere = new Map<string, Promise<boolean>>();
  const isMadeHere = (sha: string): Promise<boolean> => {
    const known = madeHere.get(sha) ?? findMadeHere(sha);
    madeHere.set(sha, known);
    return known;
  };
  const findMadeHere = async (sha: string): Promise<boolean> => {
    const commits = await newBelow(sha);
    if (commits.length === 0) return false;
    const { made, taken } = await sortOnce();
    if (commits.some((commit) => made.has(commit))) return true;
    // what lies below none of those came from nowhere else, as far as the reflogs say
    const elsewhere = commits.filter((commit) => taken.has(commit)).slice(0, MOST_TIPS);
    if (elsewhere.length === 0) return true;
    const rest = await listBeyond(git, known, [sha, ...elsewhere.map((commit) => `^${commit}`)], signal);
    return rest.length > 0;
  };
  const isHeadNew = now.head !== undefined && (await isMadeHere(now.head));
  const pushed: BranchTip[] = [];
  for (const [ref, sha] of moved) {
    const pushedSha = lastPush(ref);
    if (pushedSha === undefined || !(await isNew(pushedSha))) continue;
    pushed.push({ branch: ref.replace(/^refs\/remotes\/[^/]+\//, ''), sha });
  }
  const local: BranchTip[] = [];
  for (const [ref, sha] of now.refs) {
    if (!ref.startsWith('refs/heads/') || before?.refs.get(ref) === sha || !(await isMadeHere(sha))) continue;
    local.push({ branch: ref.slice('refs/heads/'.length), sha });
  }
  return { head: isHeadNew ? now.head : undefined, pushed, local };
}

/** Asks when it is first needed, and never again. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

/** The newest commits that can be reached from these and not from those that the file excludes. */
async function listBeyond(
  git: Git,
  known: string,
  tips: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const args = ['rev-list', '--ignore-missing', `--max-count=${MOST_COMMITS}`, '--stdin', ...tips];
  const { text } = await git.run(args, { stdinFile: known }, signal);
  return text.split('\n').filter((line) => line !== '');
}

async function readReflogs(git: Git, signal: AbortSignal): Promise<Reflogs> {
  // 128: there is no commit yet
  return parseReflogs((await git.run(REFLOG_ARGS, { allowed: [0, 128] }, signal)).text);
}

/** Changes that are not committed, as `git status --porcelain` names them. */
export async function readChanges(git: Git, signal: AbortSignal): Promise<readonly string[]> {
  const { text } = await git.run(['status', '--porcelain'], {}, signal);
  return text.split('\n').filter((line) => line !== '');
}
