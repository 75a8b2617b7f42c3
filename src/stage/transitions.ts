/**
 * What the Action itself does to an issue's labels around a stage run. vik never writes to the tracker; a stage that
 * says `on_start`, `on_success` or `on_failure` asks for it.
 */
import type { StageRun } from '../dispatch/stage-run.ts';
import type { Verdict } from '../outcome.ts';
import type { Issue } from '../tracker/issue.ts';
import type { LabelChanges, TransitionOutcome } from '../tracker/tracker.ts';
import type { Transition } from '../workflow/workflow.ts';
import type { StageDeps } from './stage-deps.ts';
import { movesOnFailure } from './verdict.ts';

export interface StageTransitions {
  /** Writes `on_start`, once. */
  start(signal: AbortSignal): Promise<TransitionOutcome>;
  /**
   * Writes `on_success` or `on_failure`, or undoes `on_start`, as the last verdict demands. A completed stage run whose
   * transition could not be written is failed (`github`). After a shutdown it is left to `deps.writeLater`.
   */
  finish(verdict: Verdict): Promise<{ readonly verdict: Verdict; readonly warning?: string }>;
}

type Deps = Pick<StageDeps, 'tracker' | 'log' | 'writeEvent' | 'shutdown' | 'writeLater'>;

/** One writing of labels, with the words for its failure. */
interface Writing {
  readonly name: 'on_start' | 'on_success' | 'on_failure' | 'undo of on_start';
  readonly to: Transition;
  readonly failed: string;
}

export function createTransitions(
  deps: Deps,
  { issue, stage, setsState, tokenRefused }: Omit<StageRun, 'pause'>,
): StageTransitions {
  const log = deps.log.child(`${issue.ref} ${stage.name}`);
  const from = stage.onStart?.state === undefined ? [issue.state] : [issue.state, stage.onStart.state];
  let ownState: string | undefined;
  let mayHaveStarted = false;

  async function write(
    { name, to }: Writing,
    signal: AbortSignal,
    urgent = false,
  ): Promise<TransitionOutcome> {
    // before the request: a pull may show the new label before GitHub has answered
    setsState(to.state ?? ownState);
    const outcome = await deps.tracker.transition({ issue, from, to }, { urgent }, signal);
    if (outcome.kind === 'left-alone') setsState(ownState);
    else ownState = to.state ?? ownState;
    deps.writeEvent('transition', {
      issue: issue.id,
      stage: stage.name,
      transition: name,
      state: to.state ?? null,
      outcome: outcome.kind,
      detail: (outcome.kind === 'written' ? outcome.problem : outcome.detail) ?? null,
    });
    if (outcome.kind === 'written') log.info(`${name}: ${describe(to.state, outcome.changes)}`);
    if (outcome.kind === 'written' && outcome.problem !== undefined) {
      log.warning(`${name}: ${outcome.problem}`, { title: `${issue.ref} ${stage.name}: a label is left` });
    }
    if (outcome.kind === 'left-alone') log.info(`${name} not written: ${outcome.detail}`);
    if (outcome.kind === 'failed' && outcome.credentials) tokenRefused(outcome.detail);
    return outcome;
  }

  /** The report comes first: the runner leaves us seconds. */
  function writeLater(writing: Writing): void {
    deps.writeLater(async (signal) => {
      const outcome = await write(writing, signal, true);
      return outcome.kind === 'failed'
        ? `${issue.ref} ${stage.name}: ${writing.failed}: ${outcome.detail}`
        : undefined;
    });
  }

  function decideLast(verdict: Verdict): Writing | undefined {
    if (verdict.state === 'completed') return writing('on_success', stage.onSuccess);
    if (movesOnFailure(verdict)) return writing('on_failure', stage.onFailure);
    if (!mayHaveStarted || stage.onStart === undefined) return undefined;
    const to = undoOf(stage.onStart, issue);
    return { name: 'undo of on_start', to, failed: '`on_start` could not be undone' };
  }

  return {
    async start(signal) {
      const onStart = writing('on_start', stage.onStart);
      if (mayHaveStarted || onStart === undefined) return NOTHING_TO_WRITE;
      const outcome = await write(onStart, signal);
      // one that failed, or was cut off, may have written some of its labels
      mayHaveStarted = outcome.kind === 'written' || (outcome.kind === 'failed' && !outcome.credentials);
      return outcome;
    },
    async finish(verdict) {
      const last = decideLast(verdict);
      if (last === undefined) return { verdict };
      const outcome = deps.shutdown.aborted ? undefined : await write(last, deps.shutdown);
      if (outcome?.kind === 'written' && outcome.problem !== undefined) {
        return { verdict, warning: `${last.name}: ${outcome.problem}` };
      }
      if (outcome !== undefined && outcome.kind !== 'failed') return { verdict };
      if (outcome === undefined || deps.shutdown.aborted) {
        writeLater(last);
        return { verdict };
      }
      const reason = `${last.failed}: ${outcome.detail}`;
      if (verdict.state === 'completed' && !outcome.credentials) {
        // the report makes the annotation of it, as of every failed stage run
        log.info(reason, 'bad');
        return { verdict: { state: 'failed', class: 'github', reason } };
      }
      log.error(reason, { title: `${issue.ref} ${stage.name}: ${last.name} failed` });
      return { verdict, warning: reason };
    },
  };
}

const NOTHING_TO_WRITE: TransitionOutcome = { kind: 'written', changes: { added: [], removed: [] } };

function writing(name: Writing['name'], to: Transition | undefined): Writing | undefined {
  if (to === undefined) return undefined;
  return { name, to, failed: `transition${to.state === undefined ? '' : ` to \`${to.state}\``} failed` };
}

/** Back to the issue as it was: a label that `on_start` did not change is left alone. */
function undoOf({ state, addLabels, removeLabels }: Transition, issue: Issue): Transition {
  const { labels } = issue.extra;
  const before = new Set(
    Array.isArray(labels) ? labels.map((label) => String(label).toLowerCase()) : removeLabels.map(lower),
  );
  return {
    state: state === undefined ? undefined : issue.state,
    addLabels: removeLabels.filter((label) => before.has(lower(label))),
    removeLabels: addLabels.filter((label) => !before.has(lower(label))),
  };
}

/** GitHub ignores case in labels. */
function lower(label: string): string {
  return label.toLowerCase();
}

function describe(state: string | undefined, { added, removed }: LabelChanges): string {
  const parts = [
    ...(state === undefined ? [] : [`now \`${state}\``]),
    ...added.map((label) => `added \`${label}\``),
    ...removed.map((label) => `removed \`${label}\``),
  ];
  return parts.length === 0 ? 'the issue has these labels already' : parts.join(', ');
}
