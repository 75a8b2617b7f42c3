import type { AttemptOutcome } from '../outcome.ts';
import type { Issue } from '../tracker/issue.ts';
import type { Stage } from '../workflow/workflow.ts';

/** One reservation, handed to `runStage` with its way back. */
export interface StageRun {
  readonly issue: Issue;
  readonly stage: Stage;
  /**
   * Waits before the next attempt: gives the slot back, waits, takes a slot again and admits the issue again. Answers
   * the issue as it is then, or undefined when there is to be no further attempt. `onWait` hears that it waits.
   */
  pause(delayMs: number, onWait?: () => void): Promise<Issue | undefined>;
  /**
   * The stage run moves the issue to this state itself: while it is reserved that state starts no other stage.
   * Undefined takes it back: somebody else's move stands.
   */
  setsState(state: string | undefined): void;
  /** Why no session of it may start any more, in words, if so: much can happen while it is prepared. */
  refusal(): string | undefined;
  /** Opens the account of one session, which is told what the session has cost so far, whenever more is known. */
  openAccount(): (usd: number) => void;
  /** The tracker refused the token: nothing starts any more. */
  tokenRefused(detail: string): void;
}

/** Runs all attempts of one stage run and writes its transitions. Everything that the world does is in the outcomes. */
export type RunStage = (run: StageRun, signal: AbortSignal) => Promise<readonly AttemptOutcome[]>;
