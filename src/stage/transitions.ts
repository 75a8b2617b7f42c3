/**
 * What the Action itself does to an issue's labels around a stage run. vik never writes to the tracker; a stage that
 * says `on_start`, `on_success` or `on_failure` asks for it.
 */
import type { Verdict } from '../outcome.ts';
import type { Issue } from '../tracker/issue.ts';
import type { TransitionOutcome } from '../tracker/tracker.ts';
import type { Stage, Transition } from '../workflow/workflow.ts';
import type { StageDeps } from './stage-deps.ts';
import { movesOnFailure } from './verdict.ts';

export interface StageTransitions {
  /** Writes `on_start`, once. */
  start(signal: AbortSignal): Promise<TransitionOutcome>;
  /**
   * Writes `on_success` or `on_failure`, or undoes `on_start`, as the last verdict demands. A completed stage run whose
   * transition could not be written is failed (`github`).
   */
  finish(
    verdict: Verdict,
    signal: AbortSignal,
  ): Promise<{ readonly verdict: Verdict; readonly warning?: string }>;
}

type Deps = Pick<StageDeps, 'tracker' | 'log' | 'writeEvent' | 'shutdown' | 'undoLater'>;

export function createTransitions(
  deps: Deps,
  issue: Issue,
  stage: Stage,
  setsState: (state: string) => void,
): StageTransitions {
  const log = deps.log.child(`${issue.ref} ${stage.name}`);
  const from = stage.onStart?.state === undefined ? [issue.state] : [issue.state, stage.onStart.state];
  let started = false;

  async function write(
    name: string,
    to: Transition,
    signal: AbortSignal,
    urgent = false,
  ): Promise<TransitionOutcome> {
    if (to.state !== undefined) setsState(to.state);
    const outcome = await deps.tracker.transition({ issue, from, to }, { urgent }, signal);
    deps.writeEvent('transition', {
      issue: issue.id,
      stage: stage.name,
      transition: name,
      state: to.state ?? null,
      outcome: outcome.kind,
      detail: outcome.kind === 'written' ? null : outcome.detail,
    });
    if (outcome.kind === 'written') log.info(`${name}: ${describe(to)}`);
    if (outcome.kind === 'left-alone') log.info(`${name} not written: ${outcome.detail}`);
    return outcome;
  }

  async function undo(
    onStart: Transition,
    signal: AbortSignal,
    urgent: boolean,
  ): Promise<string | undefined> {
    const back = { state: issue.state, addLabels: onStart.removeLabels, removeLabels: onStart.addLabels };
    const to = onStart.state === undefined ? { ...back, state: undefined } : back;
    const outcome = await write('undo of on_start', to, signal, urgent);
    return outcome.kind === 'failed' ? `${issue.ref} ${stage.name}: ${outcome.detail}` : undefined;
  }

  return {
    async start(signal) {
      if (started || stage.onStart === undefined) return { kind: 'written' };
      const outcome = await write('on_start', stage.onStart, signal);
      started = outcome.kind === 'written';
      return outcome;
    },
    async finish(verdict, signal) {
      const moves = verdict.state === 'completed' || movesOnFailure(verdict);
      if (!moves) {
        const { onStart } = stage;
        if (!started || onStart === undefined) return { verdict };
        if (deps.shutdown.aborted) {
          // the report comes first: the runner leaves us seconds
          deps.undoLater((lateSignal) => undo(onStart, lateSignal, true));
          return { verdict };
        }
        const failure = await undo(onStart, signal, false);
        if (failure === undefined) return { verdict };
        const warning = `\`on_start\` could not be undone: ${failure}`;
        log.error(warning, { title: `${issue.ref} ${stage.name}` });
        return { verdict, warning };
      }
      const to = verdict.state === 'completed' ? stage.onSuccess : stage.onFailure;
      const name = verdict.state === 'completed' ? 'on_success' : 'on_failure';
      if (to === undefined) return { verdict };
      const outcome = await write(name, to, signal);
      if (outcome.kind !== 'failed') return { verdict };
      const reason = `transition${to.state === undefined ? '' : ` to \`${to.state}\``} failed: ${outcome.detail}`;
      log.error(reason, { title: `${issue.ref} ${stage.name}: ${name} failed` });
      if (verdict.state === 'completed' && !outcome.credentials) {
        return { verdict: { state: 'failed', class: 'github', reason } };
      }
      return { verdict, warning: reason };
    },
  };
}

function describe({ state, addLabels, removeLabels }: Transition): string {
  const parts = [
    ...(state === undefined ? [] : [`now \`${state}\``]),
    ...addLabels.map((label) => `added \`${label}\``),
    ...removeLabels.map((label) => `removed \`${label}\``),
  ];
  return parts.join(', ');
}
