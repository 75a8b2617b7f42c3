import type { Transition } from '../workflow/workflow.ts';
import type { Issue } from './issue.ts';

/** An issue that carries the labels of two or more states at once. */
export interface AmbiguousIssue {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly url: string | undefined;
  /** The state labels it carries, as they are spelled on the issue. */
  readonly labels: readonly string[];
}

/** One successful reading of the tracker. */
export interface Pull {
  /** In the order in which they are offered; ids are unique. Issues in an `on_start` state are among them. */
  readonly issues: readonly Issue[];
  readonly ambiguous: readonly AmbiguousIssue[];
  /** Items that were left out because they break the rules, duplicates, what was cut at `limit`. */
  readonly warnings: readonly string[];
  /** What was looked for, said when nothing was found: "0 open issues with label `todo` or `work`; ..." */
  readonly searched: string;
  /** There are more issues than `limit`: they were left out. */
  readonly isCut: boolean;
  /** Less than 10 % of GitHub's rate limit is left: the next pull should wait 5 minutes. */
  readonly rateLimitLow: boolean;
}

/** The answer of the one check of one issue right before it starts. */
export type Admission =
  | {
      readonly kind: 'admitted';
      /** With the title, body and fields of this answer. */
      readonly issue: Issue;
      /** Names the visit of the issue to its state; undefined where the tracker has no history. */
      readonly visit: string | undefined;
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'changed' | 'not-trusted' | 'edited-after-label' | 'check-failed';
      /** A sentence that says what was found and what to do. */
      readonly detail: string;
    };

/** What became of one writing of labels. */
export type TransitionOutcome =
  /** `problem` is what could not be done although the issue moved. */
  | { readonly kind: 'written'; readonly changes: LabelChanges; readonly problem?: string }
  /** Somebody moved the issue meanwhile: their move stands. */
  | { readonly kind: 'left-alone'; readonly detail: string }
  | { readonly kind: 'failed'; readonly detail: string; readonly credentials: boolean };

/** Labels by which an issue differs from before, those of its states apart. */
export interface LabelChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface TransitionRequest {
  readonly issue: Issue;
  /** States the issue may still be in for the writing to happen: the one it started from, or what `on_start` set. */
  readonly from: readonly string[];
  readonly to: Transition;
}

/** Things that happen on the tracker and that a stage may expect. */
export type TrackerHappening = 'state_changed' | 'comment' | 'commits' | 'pull_request';

/** What git knows of the work in a workspace since the starting point. */
export interface WorkspaceWork {
  /** The branch that is checked out, those that were pushed, and those with new commits. */
  readonly branches: readonly string[];
  /** New commits: HEAD and those that were pushed. */
  readonly tips: readonly string[];
  /** Local branches with a new commit. Whether they were pushed git may not know: a shallow clone follows one branch. */
  readonly local: readonly BranchTip[];
}

export interface BranchTip {
  readonly branch: string;
  readonly sha: string;
}

/** Whether something happened; what did not is said in words: "the issue is still in `todo`". */
export type Happened = { readonly kind: 'met' } | { readonly kind: 'unmet'; readonly detail: string };

/** An issue as it was at one moment, to be compared with what it is later. */
export interface IssueWatch {
  /** Whether it happened since. Rejects when that can't be found out. */
  check(what: TrackerHappening, work: WorkspaceWork, signal: AbortSignal): Promise<Happened>;
}

export interface WatchRequest {
  readonly issue: Issue;
  /** What will be asked: only that is read. */
  readonly what: readonly TrackerHappening[];
  /** The branch that is checked out in the workspace. */
  readonly branch: string | undefined;
}

export type CommentOutcome =
  | { readonly kind: 'written' }
  /** Somebody deleted it, and it stays so. */
  | { readonly kind: 'gone' }
  /** In a hurry only one that is known is edited. */
  | { readonly kind: 'left' }
  | { readonly kind: 'refused'; readonly detail: string };

/** Our comments on issues: one each, edited ever after. */
export interface IssueComments {
  /**
   * Writes the issue's comment. Rejects when another try may do it; whether this one did is found out by the next. With
   * `urgent`, without pacing and without retries.
   */
  write(
    issueId: string,
    text: string,
    call: { readonly signal: AbortSignal; readonly urgent: boolean },
  ): Promise<CommentOutcome>;
  /** Whether requests may be spent on what is only nice to know. */
  mayRefresh(): boolean;
}

/** Where issues come from and, on GitHub, where their state is written. */
export interface Tracker {
  readonly kind: 'github' | 'command';
  /** Only where issues have comments that we can write, and the workflow file asks for one. */
  readonly comments?: IssueComments;
  /**
   * Reads the tracker once. Rejects with a `PullError` (this pull failed), a `CredentialsError`
   * (no further call can succeed) or a `RateLimitError`.
   */
  pull(signal: AbortSignal): Promise<Pull>;
  /**
   * Reads one issue again right before it starts. Rejects with a `CredentialsError` or a `RateLimitError`; other failures
   * are refusals.
   */
  admit(issue: Issue, signal: AbortSignal): Promise<Admission>;
  /** Reads the starting point of what a stage expects. Rejects when it can't be read. */
  watch(request: WatchRequest, signal: AbortSignal): Promise<IssueWatch>;
  /** Writes labels. Never rejects. With `urgent`, without pacing and without retries (the runner is about to kill us). */
  transition(
    request: TransitionRequest,
    options: { readonly urgent: boolean },
    signal: AbortSignal,
  ): Promise<TransitionOutcome>;
}

/** One pull failed; the next may succeed. */
export class PullError extends Error {
  override readonly name = 'PullError';
}

/** The token is refused (HTTP 401): no further call can succeed. */
export class CredentialsError extends Error {
  override readonly name = 'CredentialsError';
}

/** GitHub's rate limit is used up until `resetAt`, more than 5 minutes off; shorter waits are waited in the client. */
export class RateLimitError extends Error {
  override readonly name = 'RateLimitError';
  readonly resetAt: Date;

  constructor(message: string, resetAt: Date, options?: ErrorOptions) {
    super(message, options);
    this.resetAt = resetAt;
  }
}
