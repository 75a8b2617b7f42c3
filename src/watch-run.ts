/** What people see of a run while it goes: the status line of the log and the comments on its issues. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Environment } from './inputs.ts';
import type { Log } from './log.ts';
import { createProgress, type Progress } from './progress.ts';
import type { Redact } from './redact.ts';
import type { CommentUpdates } from './report/comment-updates.ts';
import { startStatusLine } from './report/status-line.ts';
import type { Tracker } from './tracker/tracker.ts';
import type { Workflow } from './workflow/workflow.ts';

export interface RunWatch {
  /** Stage runs tell it what they do. */
  readonly progress: Progress;
  /** Says every minute how far the run is, until it is disposed of. */
  showStatus(waitingIssues: () => number): Disposable;
  /** Writes the last state of every comment; see `CommentUpdates.finish`. */
  finishComments: CommentUpdates['finish'];
}

export interface WatchOptions {
  readonly tracker: Pick<Tracker, 'comments'>;
  readonly runUrl: string | undefined;
  readonly log: Log;
  readonly redact: Redact;
}

/** Watches a run; comments only where the tracker has them. */
export async function watchRun({ tracker, runUrl, log, redact }: WatchOptions): Promise<RunWatch> {
  let updates: CommentUpdates | undefined;
  const progress = createProgress((issue) => updates?.touch(issue));
  if (tracker.comments !== undefined) {
    const [{ createCommentUpdates }, { formatIssueComment }] = await Promise.all([
      import('./report/comment-updates.ts'),
      import('./report/issue-comment.ts'),
    ]);
    updates = createCommentUpdates({
      comments: tracker.comments,
      progress,
      format: (issueId) => formatIssueComment(progress.ofIssue(issueId), { runUrl, redact, now: new Date() }),
      log,
    });
  }
  return {
    progress,
    showStatus: (waitingIssues) => startStatusLine({ progress, waitingIssues, log }),
    finishComments: async (signal, leftMs) => updates?.finish(signal, leftMs),
  };
}

/**
 * What tells the comments of this workflow file from those of others, the same in every job; undefined when the file
 * asks for none. The repository is part of it: files of two repositories may work the same issues.
 */
export function commentKeyOf(
  { path: file, report }: Pick<Workflow, 'path' | 'report'>,
  { workspace, repository }: Pick<Environment, 'workspace' | 'repository'>,
): string | undefined {
  if (!report.comment) return undefined;
  const name = `${repository?.toLowerCase() ?? ''}/${path.relative(workspace, file)}`;
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}
