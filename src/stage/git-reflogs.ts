/** What git's reflogs say of the commits of a repository: which were made in it, and which were only taken. */

/** What moved a ref. */
interface ReflogEntry {
  readonly sha: string;
  readonly what: string;
}

/** What moved each branch and HEAD, by full name, the newest first. */
export type Reflogs = ReadonlyMap<string, readonly ReflogEntry[]>;

/** The arguments of git whose output `parseReflogs` reads. */
export const REFLOG_ARGS = ['log', '--walk-reflogs', '--all', '--format=%H %gD %gs'];

export function parseReflogs(text: string): Reflogs {
  const reflogs = new Map<string, ReflogEntry[]>();
  for (const line of text.split('\n')) {
    const entry = /^([0-9a-f]{40,64}) (HEAD|refs\/(?:heads|remotes)\/\S+)@\{[^}]*\} ?(.*)$/.exec(line);
    if (entry === null) continue;
    const [, sha = '', ref = '', what = ''] = entry;
    const entries = reflogs.get(ref);
    if (entries === undefined) reflogs.set(ref, [{ sha, what }]);
    else entries.push({ sha, what });
  }
  return reflogs;
}

/** The commits that HEAD and the local branches came to by making them here, and by taking what was there. */
export function sortByOrigin(
  reflogs: Reflogs,
  refs: ReadonlyMap<string, string>,
): { made: Set<string>; taken: Set<string> } {
  const made = new Set<string>();
  const taken = new Set<string>();
  for (const [ref, entries] of reflogs) {
    if (ref.startsWith('refs/remotes/')) continue;
    for (const { sha, what } of entries) {
      const origin = originOf(what, refs);
      if (origin !== undefined) (origin === 'made' ? made : taken).add(sha);
    }
  }
  return { made, taken };
}

/**
 * What a reflog's message says of its commit; undefined when it only says that a ref went where another local one
 * was, whose own reflog tells the rest. All that is not known to take a commit makes one: `commit`, `commit (amend)`,
 * `cherry-pick`, `revert`, `am`, `rebase (pick)`, a merge, other programs' words, and none at all.
 */
function originOf(what: string, refs: ReadonlyMap<string, string>): 'made' | 'taken' | undefined {
  if (/^(?:clone:|initial pull|fetch\b|pull\b.*: (?:fast-forward|storing head))/i.test(what)) return 'taken';
  if (/^(?:pull\b.*|rebase\b.*)\(start\)/.test(what)) return 'taken';
  if (/^(?:pull\b.*|rebase\b.*)\((?:finish|abort)\)/.test(what)) return undefined;
  if (what === 'reset: moving to HEAD') return undefined;
  if (what.startsWith('reset:')) return 'taken';
  const from =
    /^checkout: moving from \S+ to (.+)$/.exec(what)?.[1] ??
    /^branch: (?:Created from|Reset to) (.+)$/.exec(what)?.[1];
  if (from !== undefined) return from === 'HEAD' || refs.has(`refs/heads/${from}`) ? undefined : 'taken';
  const merged = /^merge (\S+): Fast-forward$/.exec(what)?.[1];
  if (merged === undefined) return 'made';
  // a branch of another worktree, which may be gone with its reflog
  return isFromElsewhere(merged, refs) ? 'taken' : undefined;
}

/** Whether a name is that of a commit that a fetch brought, or no name at all. */
function isFromElsewhere(name: string, refs: ReadonlyMap<string, string>): boolean {
  if (/^(?:FETCH_HEAD|[0-9a-f]{7,64}|(?:refs\/)?(?:tags|remotes)\/.*)$/.test(name)) return true;
  return refs.has(`refs/tags/${name}`) || refs.has(`refs/remotes/${name}`);
}
