/**
 * When the comments on issues are written: at the start and at the end of each stage run, and now and then between. One
 * request at a time, because GitHub's pacing has one line for all writes, and transitions stand in it, too. Nothing that
 * happens here changes a run's outcome.
 */

import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Progress } from '../progress.ts';
import type { Issue } from '../tracker/issue.ts';
import { CredentialsError, type IssueComments } from '../tracker/tracker.ts';

export interface CommentUpdatesOptions {
  readonly comments: IssueComments;
  readonly progress: Pick<Progress, 'ofIssue'>;
  /** The comment of an issue as it should read now. */
  format(issueId: string): string;
  readonly log: Log;
  readonly pace?: CommentPace;
}

export interface CommentPace {
  /** Least time between two writings of one issue's comment while nothing begins or ends. */
  readonly refreshMs: number;
  /** Least time between two such writings of any issue: a job's token has 1,000 requests an hour. */
  readonly gapMs: number;
  /** After a failure, before the next try. */
  readonly retryMs: number;
}

const PACE: CommentPace = { refreshMs: 60_000, gapMs: 15_000, retryMs: 10_000 };

/** So often in a row before no comment is written any more. */
const MOST_FAILURES = 5;

export interface CommentUpdates {
  /** A stage run of the issue began or ended. */
  touch(issue: Issue): void;
  /**
   * Writes what is still to be written, until the signal is aborted; what is left then is written at once and together,
   * for as long as `leftMs` says then. Never rejects.
   */
  finish(signal: AbortSignal, leftMs: () => number): Promise<void>;
}

interface Entry {
  readonly issue: Issue;
  /** Something began or ended that the comment does not show. */
  isDue: boolean;
  /** `performance.now()` before which it is not tried again after a failure. */
  retryAt: number;
  /** `performance.now()` before which it is not refreshed. */
  refreshAt: number;
  /** What the comment says, as far as is known. */
  written: string | undefined;
}

export function createCommentUpdates(options: CommentUpdatesOptions): CommentUpdates {
  const { comments, progress, format, log } = options;
  const pace = options.pace ?? PACE;
  const entries = new Map<string, Entry>();
  const stopped = new AbortController();
  let busy: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let nextRefreshAt = 0;
  let failures = 0;
  let isFinishing = false;
  let problem: { readonly issueId: string; readonly text: string } | undefined;

  function touch(issue: Issue): void {
    const entry = entries.get(issue.id) ?? {
      issue,
      retryAt: 0,
      refreshAt: 0,
      written: undefined,
      isDue: true,
    };
    entry.isDue = true;
    entries.set(issue.id, entry);
    advance();
  }

  const isOver = (): boolean => stopped.signal.aborted || failures >= MOST_FAILURES;

  /** Writes the next comment, or sets the clock for it. */
  function advance(): void {
    clearTimeout(timer);
    if (busy !== undefined || isOver()) return;
    const next = findNext();
    if (next === undefined) return;
    const inMs = next.at - performance.now();
    if (inMs > 0) {
      timer = setTimeout(advance, inMs);
      timer.unref();
      return;
    }
    busy = writeOne(next.entry).finally(() => {
      busy = undefined;
      advance();
    });
  }

  /** What began or ended goes before what is only refreshed; of that, what has waited longest. */
  function findNext(): { readonly entry: Entry; readonly at: number } | undefined {
    const now = performance.now();
    let best: { readonly entry: Entry; readonly at: number } | undefined;
    for (const entry of entries.values()) {
      if (entry.isDue && entry.retryAt <= now) return { entry, at: now };
      const at = entry.isDue ? entry.retryAt : refreshTime(entry);
      if (at === undefined) continue;
      const isSooner =
        best === undefined || at < best.at || (at === best.at && entry.refreshAt < best.entry.refreshAt);
      if (isSooner) best = { entry, at };
    }
    return best;
  }

  function refreshTime({ issue, refreshAt }: Entry): number | undefined {
    const isLive = !isFinishing && progress.ofIssue(issue.id).some(({ state }) => state.kind !== 'ended');
    return isLive ? Math.max(refreshAt, nextRefreshAt) : undefined;
  }

  async function writeOne(entry: Entry): Promise<void> {
    const { issue, isDue } = entry;
    entry.isDue = false;
    entry.refreshAt = performance.now() + pace.refreshMs;
    if (!isDue) nextRefreshAt = performance.now() + pace.gapMs;
    try {
      const text = format(issue.id);
      if (text === entry.written || (!isDue && !comments.mayRefresh())) return;
      const outcome = await comments.write(issue.id, text, { signal: stopped.signal, urgent: false });
      if (outcome.kind === 'refused') {
        fail(issue, outcome.detail);
        return;
      }
      entry.written = text;
      failures = 0;
      if (problem?.issueId === issue.id) problem = undefined;
    } catch (error) {
      entry.isDue = true;
      if (stopped.signal.aborted) return;
      entry.retryAt = performance.now() + pace.retryMs;
      if (error instanceof CredentialsError) failures = MOST_FAILURES;
      fail(issue, messageOf(error));
    }
  }

  function fail(issue: Issue, why: string): void {
    failures += 1;
    problem = { issueId: issue.id, text: `the comment on ${issue.ref} could not be written: ${why}` };
    log.debug(problem.text);
  }

  const due = (): Entry[] => [...entries.values()].filter(({ isDue }) => isDue);

  async function finishInOrder(): Promise<void> {
    while (!isOver() && (busy !== undefined || due().length > 0)) {
      advance();
      if (busy !== undefined) await busy;
      else
        await delay((findNext()?.at ?? 0) - performance.now(), undefined, { signal: stopped.signal }).catch(
          () => {},
        );
    }
  }

  async function finishAtOnce(leftMs: number): Promise<void> {
    const signal = AbortSignal.timeout(leftMs);
    await Promise.allSettled(
      due().map(async ({ issue }) => comments.write(issue.id, format(issue.id), { signal, urgent: true })),
    );
  }

  return {
    touch,
    async finish(signal, leftMs) {
      isFinishing = true;
      const stop = (): void => stopped.abort();
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      await finishInOrder();
      signal.removeEventListener('abort', stop);
      stop();
      clearTimeout(timer);
      await busy;
      if (failures < MOST_FAILURES && due().length > 0) await finishAtOnce(leftMs());
      if (problem === undefined) return;
      // once in a run, and only of what did not mend itself
      log.warning(`${problem.text}; the run is not changed by it`, { title: 'comment not written' });
    },
  };
}
