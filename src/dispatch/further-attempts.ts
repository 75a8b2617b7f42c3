/** What lies between two attempts of a stage run: its slot is given back, and taken again before the next one. */
import type { Log } from '../log.ts';
import type { Issue } from '../tracker/issue.ts';
import { waitMs } from '../waits.ts';
import type { Stage } from '../workflow/workflow.ts';
import type { Admissions } from './admissions.ts';
import type { Reservations } from './reservations.ts';
import type { Slots } from './slots.ts';

export interface FurtherAttemptsDeps {
  readonly reservations: Pick<Reservations, 'pause' | 'resume'>;
  readonly slots: Pick<Slots, 'wait'>;
  readonly admissions: Pick<Admissions, 'ask'>;
  readonly log: Log;
  /** Why there can't be another attempt so many milliseconds from now, in words, if so. */
  obstacle(issue: Issue, stage: Stage, inMs: number): string | undefined;
  /** Counts a run of the issue towards `max_runs_per_issue`, or takes it back. */
  countRun(issue: Issue, by: 1 | -1): void;
  /** A slot may have become free. */
  onPause(): void;
  /** Aborted when nothing starts any more: then nobody waits. */
  readonly noStarts: AbortSignal;
}

/** See `StageRun.pause`. */
export type Pause = (
  issue: Issue,
  stage: Stage,
  wait: { readonly delayMs: number; readonly onWait: (() => void) | undefined },
  signal: AbortSignal,
) => Promise<Issue | undefined>;

export function createPause(deps: FurtherAttemptsDeps): Pause {
  const { reservations, slots, admissions, log, obstacle, countRun } = deps;

  const pause: Pause = async (issue, stage, { delayMs, onWait }, signal) => {
    if (isBlocked(issue, stage, delayMs)) return undefined;
    onWait?.();
    reservations.pause(issue.id, stage.name);
    deps.onPause();
    await waitMs(delayMs, deps.noStarts);
    // without its slot: only its last transition is still to come
    if (isBlocked(issue, stage, 0)) return undefined;
    await slots.wait(issue.id, () => reservations.resume(issue.id, stage.name));
    if (isBlocked(issue, stage, 0)) return undefined;
    countRun(issue, 1);
    return readmit(issue, stage, signal);
  };

  /** Admission before a further attempt: a state that this stage run set itself is no change. */
  async function readmit(issue: Issue, stage: Stage, signal: AbortSignal): Promise<Issue | undefined> {
    const state = stage.onStart?.state ?? issue.state;
    const answer = await admissions.ask({ ...issue, state }, signal);
    if (answer?.kind === 'admitted' && !deps.noStarts.aborted) return { ...answer.issue, state: issue.state };
    if (answer?.kind === 'skip') say(issue, stage, answer.skip.detail);
    countRun(issue, -1);
    return undefined;
  }

  function isBlocked(issue: Issue, stage: Stage, inMs: number): boolean {
    const why = obstacle(issue, stage, inMs);
    if (why !== undefined) say(issue, stage, why);
    return why !== undefined;
  }

  function say(issue: Issue, stage: Stage, why: string): void {
    log.child(`${issue.ref} ${stage.name}`).info(`no further attempt: ${why}`);
  }

  return pause;
}
