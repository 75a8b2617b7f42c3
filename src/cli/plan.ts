/** What a run would do with each open issue, and why. */
import type { RunOutcome } from '../outcome.ts';
import type { UnlistedIssue } from '../tracker/github-unlisted.ts';
import type { Issue } from '../tracker/issue.ts';
import type { Stage } from '../workflow/workflow.ts';
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
  /** Why nothing starts. */
  readonly why: { readonly reason: string; readonly detail: string } | undefined;
}

/** Puts together what was decided and what was never offered, by the issue's number where there is one. */
export async function createPlan(
  outcome: Pick<RunOutcome, 'planned' | 'skipped'>,
  unlisted: readonly UnlistedIssue[],
  show: (issue: Issue, stage: string) => Promise<PlannedStage>,
): Promise<readonly PlannedIssue[]> {
  const issues = new Map<string, PlannedIssue>();
  for (const { issue, stage } of outcome.planned) {
    const { id, ref, title, url, state } = issue;
    const stages = [...(issues.get(id)?.stages ?? []), await show(issue, stage)];
    issues.set(id, { id, ref, title, url, state, stages, why: undefined });
  }
  for (const { id, ref, title, url, state, reason, detail } of outcome.skipped) {
    if (!issues.has(id)) issues.set(id, { id, ref, title, url, state, stages: [], why: { reason, detail } });
  }
  for (const { id, ref, title, url, detail } of unlisted) {
    const why = { reason: 'not-listed', detail };
    issues.set(id, { id, ref, title, url, state: undefined, stages: [], why });
  }
  return [...issues.values()].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

/** What a profile says of itself in a plan. */
export function describeAgent({ agent }: Pick<Stage, 'agent'>): Omit<PlannedStage, 'stage' | 'prompt'> {
  return { agent: agent.name, runtime: agent.runtime, model: agent.model };
}
