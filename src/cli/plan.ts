/** What a run would do with each open issue, and why. */
import type { RunOutcome } from '../outcome.ts';
import type { UnlistedIssue } from '../tracker/github-unlisted.ts';
import type { Issue } from '../tracker/issue.ts';
import type { Stage, Workflow } from '../workflow/workflow.ts';
import { explainSkip } from './explain-skip.ts';
import type { ShownPrompt } from './shown-prompt.ts';

/** One stage that would start. */
export interface PlannedStage {
  readonly stage: string;
  readonly agent: string;
  readonly runtime: string;
  readonly model: string | undefined;
  readonly prompt: ShownPrompt;
}

/** One open issue; it has stages, or a reason why it has none. */
export interface PlannedIssue {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly url: string | undefined;
  /** Undefined without the label of a state, and with several. */
  readonly state: string | undefined;
  readonly stages: readonly PlannedStage[];
  /** Stages of its state for which `loop.max_runs_per_issue` leaves nothing beside those. */
  readonly cut: readonly string[];
  /** Its stages start when one of the issues before it gives its place back. */
  readonly waitsForPlace: boolean;
  /** Why nothing starts. */
  readonly why: { readonly reason: string; readonly detail: string } | undefined;
}

/**
 * Puts together what was decided and what was never offered, by the issue's number where there is one. It was decided
 * without a limit of issues: here the first ones get the places.
 */
export async function createPlan(
  decided: {
    readonly outcome: Pick<RunOutcome, 'planned' | 'skipped' | 'detail'>;
    readonly unlisted: readonly UnlistedIssue[];
    readonly workflow: Pick<Workflow, 'stages' | 'loop'>;
  },
  show: (issue: Issue, stage: string) => Promise<PlannedStage>,
): Promise<readonly PlannedIssue[]> {
  const { outcome, unlisted, workflow } = decided;
  const issues = new Map<string, PlannedIssue>();
  for (const { issue, stage } of outcome.planned) {
    const { id, ref, title, url, state } = issue;
    const known = issues.get(id);
    const waitsForPlace = known?.waitsForPlace ?? issues.size >= workflow.loop.maxIssueConcurrency;
    const stages = [...(known?.stages ?? []), await show(issue, stage)];
    const cut = workflow.stages.flatMap(({ name, state: from }) =>
      from === state && stages.every((planned) => planned.stage !== name) ? [name] : [],
    );
    issues.set(id, { id, ref, title, url, state, stages, cut, waitsForPlace, why: undefined });
  }
  const nothing = { stages: [], cut: [], waitsForPlace: false };
  for (const skipped of outcome.skipped) {
    const { id, ref, title, url, state, reason } = skipped;
    const why = { reason, detail: explainSkip(skipped, workflow.stages, outcome.detail) };
    if (!issues.has(id)) issues.set(id, { id, ref, title, url, state, ...nothing, why });
  }
  for (const { id, ref, title, url, detail } of unlisted) {
    const why = { reason: 'not-listed', detail };
    issues.set(id, { id, ref, title, url, state: undefined, ...nothing, why });
  }
  return [...issues.values()].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

/** What a profile says of itself in a plan. */
export function describeAgent({ agent }: Pick<Stage, 'agent'>): Omit<PlannedStage, 'stage' | 'prompt'> {
  return { agent: agent.name, runtime: agent.runtime, model: agent.model };
}
